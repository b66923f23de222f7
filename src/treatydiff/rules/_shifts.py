"""Changes and differences of one size that go opposite ways: two hours more here, two hours less there.

A clause tells a shift where a figure with a unit stands right before a comparative ("two hours less"), or
right behind one ("an extra two hours"), or behind a verb of change ("rose 4 percent", "lengthened by two
hours").  That both reports give the very same figure is what makes it the same change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._figures import agree
from treatydiff.rules._pack import words_of
from treatydiff.rules._words import alike, content
from treatydiff.tokens import by_stem, within

BEHIND, BEFORE = 2, 3
"""Words behind a figure, and before it, that a comparative may stand among."""
LINKED, TOGETHER = 45.0, 2
"""What a link must score, and how many words of content its clauses must have in common."""


class Shift(NamedTuple):
    """A change or difference that a clause tells."""

    kind: str
    """What is more or less: "amount", "time", "warmth"."""
    way: int
    """1 for more, -1 for less."""
    figure: Quantity
    span: Span
    """The figure with the word that says which way."""


@cache
def _ways(language: Language) -> dict[str, tuple[str, int]]:
    """Each comparative → its kind and way."""
    found: dict[str, tuple[str, int]] = {}
    for way, key in ((1, "more"), (-1, "less")):
        for kind, words in language.table("opposites", key).items():
            found.update(dict.fromkeys(words, (kind, way)))
    return found


@cache
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


def _of_one_thing(a: Shift, b: Shift, pair: Pair) -> bool:
    """Whether the clauses have enough in common besides the shift itself."""
    ours, theirs = (
        content(_besides(shift, claim), pair.language)
        for shift, claim in ((a, pair.link.left), (b, pair.link.right))
    )
    return len(alike(ours, theirs)) >= TOGETHER


def _besides(shift: Shift, claim: Claim) -> Sequence[Token]:
    return [t for t in claim.tokens if not shift.span.start <= t.start < shift.span.end]
