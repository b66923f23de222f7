"""Who gives a figure, and whom it leaves out: parties count for themselves, some leave out the culprit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Token
from treatydiff.rules import Pair
from treatydiff.rules._beside import is_wished
from treatydiff.rules._clauses import Event
from treatydiff.rules._events import UNLIKE, events_of, same_phrase
from treatydiff.rules._figures import words_of as figure_words
from treatydiff.rules._pack import words_of
from treatydiff.tables import once_a_language
from treatydiff.tokens import norm, stems

BEHIND = 60
"""Characters behind a figure within which the words begin that name some of those counted."""
NAMED = 40
"""Characters that they have at most."""
AROUND = 60
"""Characters before a figure, and half as many behind it, that say whether it was or is expected."""
SO = 4
"""Words before a verb of forecasting among which the "as" stands that says that it came so."""
FEWEST = 1
"""How many are named apart where the words give no number: "including the gunman"."""


class _Words(NamedTuple):
    powers: frozenset[str]
    challengers: frozenset[str]
    estimating: frozenset[str]
    forecasting: frozenset[str]
    so: frozenset[str]
    past: frozenset[str]
    modals: frozenset[str]
    culprits: frozenset[str]
    counting: tuple[str, ...]
    """With spaces on either side."""


@once_a_language
def _words(language: Language) -> _Words:
    def stemmed(key: str) -> frozenset[str]:
        return frozenset(stems(language.words("figures", key), language.code))

    return _Words(
        stemmed("powers"),
        stemmed("challengers"),
        stemmed("estimating"),
        stemmed("forecasting"),
        frozenset(language.words("assertion", "as")),
        frozenset(language.words("assertion", "past_be")),
        frozenset(language.values("assertion", "modals")),
        frozenset(language.words("figures", "culprits")),
        tuple(f" {w} " for w in language.words("figures", "counting")),
    )


def opposed(pair: Pair) -> bool:
    """Whether one claim has its figure from a party, and the other from its adversary: army and rebels."""
    left = _party(pair.link.left, pair.clause(events_of, pair.link.left, pair.left), pair.language)
    right = _party(pair.link.right, pair.clause(events_of, pair.link.right, pair.right), pair.language)
    return bool(left and right) and left != right


def _party(claim: Claim, events: list[Event], language: Language) -> str:
    """The side that a claim's speaker is on, "powers" or "challengers"; "" where it is on none."""
    words = _words(language)
    said = _speaker(claim, language)
    for e in events if not said else ():
        if e.predicate.stem in words.estimating:
            said |= e.subject.stems
    sides = [key for key in ("powers", "challengers") if said & getattr(words, key)]
    # "Rebel army" and "police union" might be of either.
    return sides[0] if len(sides) == 1 else ""


def _speaker(claim: Claim, language: Language) -> frozenset[str]:
    """Stems of the words that a claim's speaker is called by; none of one that only a pronoun tells."""
    said = frozenset(stems([norm(w) for w in (claim.speaker or "").split()], language.code))
    return frozenset() if said <= words_of(language).stop else said


def own_speakers(pair: Pair) -> bool:
    """Whether both claims credit what they tell, and to two who have no word in common."""
    one, two = (_speaker(c, pair.language) for c in (pair.link.left, pair.link.right))
    return bool(one and two) and not (one - words_of(pair.language).stop) & two


def own_forecasts(pair: Pair) -> bool:
    """Whether the claims give what two expect each: the bank's forecast and the ministry's."""
    sides = [(c, e) for c, e in zip((pair.link.left, pair.link.right), pair.clauses(events_of), strict=True)]
    forecasting = _words(pair.language).forecasting
    named = [[e.subject.stems for e in es if e.predicate.stem in forecasting] for _, es in sides]
    if not any(named):
        return False
    one, two = (
        frozenset().union(*who, *(() if who else (_speaker(claim, pair.language),)))
        for who, (claim, _) in zip(named, sides, strict=True)
    )
    return bool(one and two) and not (one - words_of(pair.language).stop) & two


def own_wishes(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two ask for a figure each: "prosecutors sought eight years", "the family wanted ten"."""
    words, plain = figure_words(pair.language), words_of(pair.language)
    if not (is_wished(a, pair.link.left, words) and is_wished(b, pair.link.right, words)):
        return False
    one, two = (
        next((e.subject for e in events if e.predicate.stem in words.wishing), None)
        for events in pair.clauses(events_of)
    )
    if one is None or two is None or bool(one.entity) != bool(two.entity):
        # Who is named may be the prosecutor.
        return False
    same = same_phrase(one, two, plain)
    return same is not None and same <= UNLIKE


def foreseen(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether one figure is what somebody expects, and the other what was."""
    one, two = (_time_of(q, c, pair.language) for q, c in ((a, pair.link.left), (b, pair.link.right)))
    return bool(one and two) and one != two


def _time_of(q: Quantity, claim: Claim, language: Language) -> str:
    """Whether the words around a figure make it one "expected" or "past"; "" where they do neither."""
    words, determiners = _words(language), words_of(language).determiners
    # "A $4.2 billion project" is a project.
    others = (t for t in claim.tokens if not q.span.start <= t.start < q.span.end)
    near = [
        (before, t)
        for before, t in pairwise((None, *others))
        if t is not None and q.span.start - AROUND < t.end and t.start < q.span.end + AROUND // 2
    ]
    # "The project cost" foretells nothing, nor does "cost 5 million, as experts had predicted".
    if any(
        t.stem in words.forecasting
        and not (b and b.norm in determiners)
        and not _is_as_told(t, q, claim, words)
        for b, t in near
    ):
        return "expected"
    if any(t.norm in words.modals for _, t in near):
        return ""
    done = any(p.status == "done" and not p.noun and p.span.start < q.span.end for p in claim.predicates)
    return "past" if done or any(t.norm in words.past for _, t in near) else ""


def _is_as_told(verb: Token, q: Quantity, claim: Claim, words: _Words) -> bool:
    """Whether a verb of forecasting says that it came as was expected: "as analysts had predicted"."""
    before = [t for t in claim.tokens if t.end <= verb.start][-SO:]
    behind = verb.start >= q.span.end
    return any(t.norm in words.so and (t.start >= q.span.end) == behind for t in before)


def left_out(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two counts differ by those alone whom one names apart: "six dead, including the gunman"."""
    for q, other, reading in ((a, b, pair.left), (b, a, pair.right)):
        for some in _named_apart(q, reading, pair.language):
            if other.low <= q.low - some <= other.high or other.low <= q.high - some <= other.high:
                return True
    return False


def _named_apart(q: Quantity, reading: Reading, language: Language) -> Iterator[int]:
    """How many of those counted the words behind a count name apart, as the culprits."""
    words = _words(language)
    after = f" {reading.document.text[q.span.end : q.span.end + BEHIND + NAMED].replace(',', ' ').lower()}"
    after = " ".join(after.replace(".", " . ").split()).join((" ", " "))
    for opening in words.counting:
        at = after.find(opening)
        if not 0 <= at <= BEHIND or "." in after[:at]:
            continue
        named = after[at + len(opening) :].split()[:4]
        if any(norm(w) in words.culprits for w in named):
            numbers = language.values("figures", "numbers")
            yield next((int(numbers[w]) for w in named if w in numbers), FEWEST)
