"""One statement, told in words that differ in a place or two.

One utterance of one speaker in which a word was changed, added or left out ("will" here, "can" there), or
two clauses that are alike but for a word or two.  Both may be right; readers who quote should look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from treatydiff.drift import Change
from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, Span, Token
from treatydiff.rules import Example, Pair
from treatydiff.rules._speech import Utterance, one_speaker, utterances
from treatydiff.tokens import tokenise

LINKED = 55.0
FEWEST = 5
"""Words that an utterance, or a clause, has at least."""
SAME, SAID, TOLD = 0.7, 0.5, 0.7
"""Share of words in common, 0 to 1, of one utterance in marks on both sides; likeness of one that is reported
on a side; of two clauses that differ in a word."""
ENDS = ".!?"
LONGEST = 4
"""Words of a change that is still worth naming."""

SOFT = True
"""Run on links that are shown alone."""

EXAMPLES = (
    Example(
        "Ada Holm said the presence of strangers will only harm the peace of the valley.",
        "“The presence of strangers can only harm the peace of the valley,” Ada Holm said.",
        True,
    ),
    Example(
        "“We never asked the harbour board for money,” Ada Holm said.",
        "“We never asked the harbour board for a loan,” Ada Holm said.",
        True,
    ),
    Example(
        "“The board has no comment on that man.” Ada Holm told the paper no more.",
        "“The board has no comment on that man who robbed us,” Ada Holm told the paper.",
        True,
    ),
    Example(
        "The mayor and her rival are locked in a tight race for the town hall.",
        "The mayor and her rival are locked in a dead heat for the town hall.",
        True,
    ),
    Example(
        "“We never asked the harbour board for money,” Ada Holm said.",
        "“We never asked the harbour board for money,” Holm told reporters.",
        False,
    ),
    Example(
        "“We never asked the harbour board for money, and we never will,” Ada Holm said.",
        "Ada Holm said they had “never asked the harbour board for money”.",
        False,
    ),
    Example("The storm killed 12 people in the port.", "The storm killed 19 people in the port.", False),
    Example("The minister opened the bridge.", "Crowds watched as the span was opened at last.", False),
)


def judge(pair: Pair) -> Iterator[Reason]:
    """A softer difference for the first utterance, or else for the clauses, with the words that changed."""
    spoken = False
    for found in utterances(pair):
        if not one_speaker(found, pair) or found.fewest < FEWEST:
            continue
        spoken = True
        change = next(_changes(found, pair), None)
        if change:
            yield _reason(pair, change.left, change.right)
            return
    left, right = pair.link.left, pair.link.right
    if spoken or left.quotes or right.quotes or pair.link.score < LINKED:
        return
    places = _only_change(left, right, pair.language)
    if places:
        yield _reason(pair, *places)


def _reason(pair: Pair, left: Span, right: Span) -> Reason:
    one, two = _shown(pair.left, left), _shown(pair.right, right)
    if one and two:
        words = f"{{left}} says “{one}”, {{right}} “{two}”."
    else:
        words = f"{'{right}' if two else '{left}'} has “{one or two}”, which the other leaves out."
    detail = f"{one or '-'} / {two or '-'}"
    return Reason("wording", "difference", detail, words, (left,) if one else (), (right,) if two else ())


def _shown(reading: Reading, span: Span) -> str:
    return " ".join(reading.document.text[span.start : span.end].split())


def _changes(found: Utterance, pair: Pair) -> Iterator[Change]:
    """Changes of content within what both renderings hold, and words that one of them ends too early for."""
    direct = "indirect" not in (found.left.kind, found.right.kind)
    if not found.may_share(SAID / 2):
        return
    if found.common < SAME if direct else found.drift.likeness < SAID:
        return
    stop = frozenset(pair.language.words("grammar", "stop"))
    modals = frozenset(pair.language.words("cues", "modals"))
    changes = found.drift.changes
    for n, change in enumerate(changes):
        one, two = _words(change.left, pair.left), _words(change.right, pair.right)
        if change.kind == "modal":
            yield _narrowed(change, one, two, modals)
            continue
        if len(one) > LONGEST or len(two) > LONGEST:
            continue
        was, now = ({t.stem for t in side if t.norm not in stop} for side in (one, two))
        if one and two:
            # Reported speech shifts pronouns and tenses, which changes nothing.
            if (direct and was != now) or (was and now and not was & now):
                yield change
        elif direct and (was or now):
            inner = 0 < n < len(changes) - 1 or _is_inner(change, found)
            if inner or _cut_short(change, found, pair):
                yield change


def _words(span: Span, reading: Reading) -> tuple[Token, ...]:
    return tokenise(reading.document.text, *span, reading.document.language)


def _narrowed(change: Change, one: Sequence[Token], two: Sequence[Token], modals: frozenset[str]) -> Change:
    """A change of modal verbs without the words around them."""
    a, b = (next(t for t in side if t.norm in modals) for side in (one, two))
    return replace(change, left=Span(a.start, a.end), right=Span(b.start, b.end))


def _is_inner(change: Change, found: Utterance) -> bool:
    """Whether both renderings go on before and after the change."""
    return all(
        quote.span.start < span.start and span.end < quote.span.end - 1
        for quote, span in ((found.left, change.left), (found.right, change.right))
    )


def _cut_short(change: Change, found: Utterance, pair: Pair) -> bool:
    """Whether one rendering ends its sentence where the other one's goes on."""
    for (short, here, at), (there, more) in (
        ((found.left, pair.left, change.left), (pair.right, change.right)),
        ((found.right, pair.right, change.right), (pair.left, change.left)),
    ):
        if at.start == at.end == short.span.end:
            ends = here.document.text[short.span.end - 1] in ENDS
            return ends and not set(there.document.text[more.start - 2 : more.start]) & set(ENDS)
    return False


def _only_change(left: Claim, right: Claim, language: Language) -> tuple[Span, Span] | None:
    """The one place where two clauses differ in words of content, neither figures nor names."""
    a, b = ([t.stem for t in c.tokens] for c in (left, right))
    if min(len(a), len(b)) < FEWEST or a == b:
        return None
    if 2 * len(set(a) & set(b)) < TOLD * (len(set(a)) + len(set(b))):
        return None
    same = _begin_alike(a, b)
    same += _begin_alike(a[same:][::-1], b[same:][::-1])
    if 2 * same < TOLD * (len(a) + len(b)):
        # One change leaves all that is before and behind it the same; quick to see.
        return None
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    if len(changes) != 1 or changes[0][0] != "replace" or matcher.ratio() < TOLD:
        return None
    _, i, j, k, m = changes[0]
    one, two = left.tokens[i:j], right.tokens[k:m]
    if not _plain(one, left, language) or not _plain(two, right, language):
        return None
    return Span(one[0].start, one[-1].end), Span(two[0].start, two[-1].end)


def _begin_alike(a: Sequence[str], b: Sequence[str]) -> int:
    """With how many words two lists begin alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _plain(tokens: Sequence[Token], claim: Claim, language: Language) -> bool:
    """Whether a few words hold content, and no figure, time or name."""
    stop = frozenset(language.words("grammar", "stop"))
    held = [m.span for ms in (claim.quantities, claim.times, claim.names) for m in ms]
    place = Span(tokens[0].start, tokens[-1].end)
    return (
        len(tokens) <= LONGEST
        and any(t.norm not in stop and t.text.islower() for t in tokens)
        and not any(place.overlap(s) for s in held)
        and not any(t.text[0].isdigit() or t.text[0].isupper() for t in tokens)
    )
