"""Changes and differences of one size that go opposite ways: two hours more here, two hours less there.

A clause tells a shift where a figure with a unit stands right before a comparative ("two hours less"), or
right behind one ("an extra two hours"), or behind a verb of change ("rose 4 percent", "lengthened by two
hours").  That both reports give the very same figure is what makes it the same change.

Without a figure, what both compare with is: "fewer than last year", "more than last year".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._events import OTHER, events_of, same_phrase
from treatydiff.rules._figures import same_thing
from treatydiff.rules._pack import words_of
from treatydiff.rules._periods import of_two_times
from treatydiff.rules._sizes import agree
from treatydiff.rules._words import Content, alike, content
from treatydiff.tables import once_a_language
from treatydiff.tokens import by_stem, within

BEHIND, BEFORE = 2, 3
"""Words behind a figure, and before it, that a comparative may stand among."""
LINKED, TOGETHER = 45.0, 2
"""What a link must score, and how many words of content its clauses must have in common."""


STRONG = 65.0
"""What a link must score whose clauses compare without a figure."""


class Shift(NamedTuple):
    """A change or difference that a clause tells."""

    kind: str
    """What is more or less: "amount", "time", "warmth"."""
    way: int
    """1 for more, -1 for less."""
    figure: Quantity
    span: Span
    """The figure with the word that says which way."""


@once_a_language
def _ways(language: Language) -> dict[str, tuple[str, int]]:
    """Each comparative → its kind and way."""
    found: dict[str, tuple[str, int]] = {}
    for way, key in ((1, "more"), (-1, "less")):
        for kind, words in language.table("opposites", key).items():
            found.update(dict.fromkeys(words, (kind, way)))
    return found


@once_a_language
def _verbs(language: Language) -> dict[str, int]:
    """Stem of each verb or noun of change → its way."""
    more, less = (language.words("opposites", key) for key in ("growing", "shrinking"))
    both = by_stem({"1": tuple(more), "-1": tuple(less)}, language.code)
    return {stem: int(next(iter(ways))) for stem, ways in both.items() if len(ways) == 1}


def shifts(claim: Claim, reading: Reading, language: Language) -> tuple[Shift, ...]:
    """The changes and differences of known size that a clause tells; none where it denies something."""
    if not claim.quantities or any(p.polarity < 0 or p.denied for p in claim.predicates):
        return ()
    return tuple(s for q in claim.quantities if q.unit and q.low == q.high for s in _of(q, claim, language))


def _of(q: Quantity, claim: Claim, language: Language) -> Iterator[Shift]:
    inside = within(claim.tokens, q.span)
    if not inside:
        return
    ways, tokens, first, last = _ways(language), claim.tokens, inside[0], inside[-1] + 1
    near = (*tokens[last : last + BEHIND], *reversed(tokens[max(0, first - BEFORE) : first]))
    for token in near:
        if token.norm in ways:
            kind, way = ways[token.norm]
            yield Shift(kind, way, q, _joined(q.span, token))
            return
    before, words = tokens[first - 1].norm if first else "", words_of(language)
    by = before in words.agent
    reach = tokens[:first] if by else tokens[max(0, first - 2) : first]
    # "Rose" is a form of "rise".
    told = {p.span.start: p.stem for p in claim.predicates}
    verb = next((t for t in reversed(reach) if told.get(t.start, t.stem) in _verbs(language)), None)
    if verb is not None and (by or before in words.of or verb is tokens[first - 1]):
        way = _verbs(language)[told.get(verb.start, verb.stem)]
        yield Shift("amount", way, q, _joined(q.span, verb))


def _joined(span: Span, token: Token) -> Span:
    return Span(min(span.start, token.start), max(span.end, token.end))


def opposite_shifts(pair: Pair) -> tuple[Shift, Shift] | None:
    """The first two shifts of one kind and size that go opposite ways."""
    if pair.link.score < LINKED:
        return None
    ours, theirs = pair.both(shifts)
    for a in ours:
        for b in theirs:
            opposed = a.kind == b.kind and a.way != b.way and a.figure.unit == b.figure.unit
            if opposed and agree(a.figure, b.figure) and _of_one_thing(a, b, pair):
                return a, b
    return None


class Comparison(NamedTuple):
    """What a clause says to be more, or less, than something else."""

    kind: str
    way: int
    than: tuple[str, ...]
    """Stems of what it is compared with: "last year", "expected"."""
    span: Span


def comparisons(claim: Claim, reading: Reading, language: Language) -> tuple[Comparison, ...]:
    """The comparisons of a clause with what is no figure; none where it denies something."""
    ways, tokens, words = _ways(language), claim.tokens, words_of(language)
    if any(p.polarity < 0 or p.denied for p in claim.predicates):
        return ()
    found = []
    for k, token in enumerate(tokens[:-2]):
        if token.norm not in ways or tokens[k + 1].norm not in language.words("opposites", "than"):
            continue
        text = reading.document.text
        than: list[Token] = []
        for t in tokens[k + 2 : k + 2 + BEHIND]:
            if text[(than[-1] if than else tokens[k + 1]).end : t.start] != " " or t.norm in words.boundaries:
                break
            than.append(t)
        figure = any(t.text[0].isdigit() or t.stem in words.counts for t in than)
        if than and not figure:
            kind, way = ways[token.norm]
            span = Span(token.start, than[-1].end)
            found.append(Comparison(kind, way, tuple(t.stem for t in than), span))
    return tuple(found)


def opposite_comparisons(pair: Pair) -> tuple[Comparison, Comparison] | None:
    """The first two comparisons with one thing, of clauses that are alike, that go opposite ways."""
    if pair.link.score < STRONG or of_two_times(pair.link.left, pair.link.right, pair):
        return None
    ours, theirs = pair.both(comparisons)
    return next(
        (
            (a, b)
            for a in ours
            for b in theirs
            if (a.kind, a.than) == (b.kind, b.than) and a.way != b.way and _same_before(a, b, pair)
        ),
        None,
    )


def _same_before(a: Comparison, b: Comparison, pair: Pair) -> bool:
    """Whether one figure of one thing, or a thing in the same words, is compared in both clauses."""
    left, right = pair.link.left, pair.link.right
    one, two = _rest(a.span, left, pair.language), _rest(b.span, right, pair.language)
    (before, after), (heard_before, heard_after) = one, two
    if after and heard_after and not alike(after, heard_after):
        # "More than expected in spring", "less than expected in autumn"
        return False
    if any(agree(p, q) and same_thing(p, q, pair) for p in left.quantities for q in right.quantities):
        return True
    return len(alike(before, heard_before)) == min(len(before), len(heard_before)) > 0


def _rest(span: Span, claim: Claim, language: Language) -> tuple[Content, Content]:
    """The words of content of a clause before and behind a passage of it."""
    before = [t for t in claim.tokens if t.end <= span.start]
    return content(before, language), content([t for t in claim.tokens if t.start >= span.end], language)


def _of_one_thing(a: Shift, b: Shift, pair: Pair) -> bool:
    """Whether the clauses have enough in common besides the shift itself, and one subject."""
    one, two = (
        next(
            (
                e.subject
                for e in pair.clause(events_of, claim, reading)
                if shift.span.overlap(e.predicate.span)
            ),
            None,
        )
        for shift, claim, reading in ((a, pair.link.left, pair.left), (b, pair.link.right, pair.right))
    )
    if one and two:
        same = same_phrase(one, two, words_of(pair.language))
        if same is not None and same <= OTHER:
            # "Tarn Mills rose 4 percent, while Osk Mills lost 4 percent"
            return False
    ours, theirs = (
        content(_besides(shift, claim), pair.language)
        for shift, claim in ((a, pair.link.left), (b, pair.link.right))
    )
    return len(alike(ours, theirs)) >= TOGETHER


def _besides(shift: Shift, claim: Claim) -> Sequence[Token]:
    return [t for t in claim.tokens if not shift.span.start <= t.start < shift.span.end]
