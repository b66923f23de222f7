"""Figures told otherwise: without a unit, or as the sum or difference of two others of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import load_language
from treatydiff.model import Claim, Quantity, Reading
from treatydiff.rules import once_a_report, sentences
from treatydiff.rules._beside import is_joined
from treatydiff.rules._figures import MANY, Words, words_of
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._sizes import half_step, slack

NEAR = 4
"""Words before a count of people among which the one begins who is told with them."""
FEW = 12
"""Characters before a figure among which the word right before it stands."""
Two = tuple[float, float]


class _Sums(NamedTuple):
    """What the figures of a document tell besides themselves."""

    bare: AbstractSet[float]
    """The large counts of nothing: "climbing to 9000"."""
    made: Mapping[str, AbstractSet[Two]]
    """By unit, or what happened to those counted, the figures of a sentence that make another one."""


def told_otherwise(q: Quantity, reading: Reading) -> bool:
    """Whether a document has the figure without a unit, "climbing to 9000", or as what two figures make."""
    told = _sums(reading)
    # A thousand tonnes is a million kilograms; people are counted one by one.
    factors = (1.0, 1e3, 1e6) if q.unit else (1.0,)
    if q.low == q.high and any(q.low / low in factors for low in told.bare):
        return True
    # Two parts as told make up the whole as told.
    more = slack(q) if q.approximate else min(slack(q), half_step(q.low))
    words = words_of(load_language(reading.document.language))
    return any(
        q.low - more <= made <= q.high + more
        for one, two in told.made.get(_of_whom(q, words), ())
        for made in (one + two, abs(one - two) if max(one, two) > MANY + MANY else 0.0)
        if made
    )


@once_a_report
def _sums(reading: Reading) -> _Sums:
    language = load_language(reading.document.language)
    words, people = words_of(language), clause_words(language).people
    bare: set[float] = set()
    made: dict[str, set[Two]] = defaultdict(set)
    for claims in sentences(reading).values():
        exact = [q for c in claims for q in c.quantities if q.low == q.high]
        bare.update(q.low for q in exact if not q.unit and not q.noun and q.low > MANY)
        more = {value - 1 for c in claims for value in _one_more(c, words)}
        for q in exact:
            if q.low in more:
                # "Three aircraft are in use, and a fourth is being mended"
                made[_of_whom(q, words)].add((1.0, q.low))
        for kind, two in _made(exact, reading, words):
            made[kind].add(two)
        for claim in claims:
            for q in claim.quantities:
                if q.unit:
                    continue
                # "A guard and two of his friends", "Ada Holm and six colleagues"
                joined = is_joined(q, claim, people, words) and _is_of_one(q, claim, words)
                if joined or _is_with_one(q, claim, reading, words):
                    made[_of_whom(q, words)].add((1.0, q.low))
    return _Sums(bare, made)


def _one_more(claim: Claim, words: Words) -> Iterator[float]:
    """The numbers of those that a clause adds one by one: "a fourth"."""
    for article, token in pairwise(claim.tokens):
        if article.norm in words.indefinite and token.norm in words.ordinals:
            yield words.ordinals[token.norm]


def _is_of_one(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether a count of people stands behind one who is told with them: "a guard and two firemen"."""
    before = [t.norm for t in claim.tokens if t.end <= q.span.start]
    return any(w in words.indefinite for w in before[-NEAR:])


def _is_with_one(q: Quantity, claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether a count stands right behind a name and "and"."""
    ends = (n.span.end for n in claim.names if n.span.end <= q.span.start)
    return any(reading.document.text[end : q.span.start].strip() in words.joining for end in ends)


def _made(told: Iterable[Quantity], reading: Reading, words: Words) -> Iterator[tuple[str, Two]]:
    """Figures of a sentence of one kind that follow each other, and each part of a whole with that."""
    before: dict[str, float] = {}
    last: str | None = None
    unit = ""
    whole: tuple[str, float] | None = None
    for q in told:
        # "Eleven customers and five employees"; but no sum of dead and injured.
        kind = _of_whom(q, words)
        others = last == "" and _is_of_others(q, reading, words)
        if last is not None and not q.unit and (not q.noun or others):
            # "The mill employs 7,200 people, the bank 1,900"; "freed 53 whales, and 38 others died"
            kind = last
        if unit and not kind and not q.noun and _is_of_others(q, reading, words):
            # "60,000 euros, and another 15,000 for the translator"
            kind = unit
        if kind in before:
            yield kind, (before[kind], q.low)
        before[kind], unit = q.low, q.unit
        if q.unit:
            continue
        last = kind
        if whole and kind != whole[0]:
            # "Of the 34 detained, 21 were released"
            yield whole[0], (whole[1], q.low)
        elif _is_whole(q, reading, words):
            whole = kind, q.low


def _is_of_others(q: Quantity, reading: Reading, words: Words) -> bool:
    """Whether a count is of others than those counted before: "38 others", "another 38"."""
    text = reading.document.text
    inside = text[q.span.start : q.span.end].lower().split()
    before = text[max(0, q.span.start - FEW) : q.span.start].lower().split()[-1:]
    return not words.others.isdisjoint((*before, *inside))


def _is_whole(q: Quantity, reading: Reading, words: Words) -> bool:
    """Whether a count is that of all of whom a sentence tells some: "of the 34 detained"."""
    before = reading.document.text[: q.span.start][-len("of their ") :].lower().split()[-2:]
    return len(before) > 1 and before[0] in words.of and before[1] in words.definite


def _of_whom(q: Quantity, words: Words) -> str:
    """The unit of a figure, or what happened to those whom it counts."""
    return q.unit or next((w for w in q.noun[-1:] if w in words.senses), "")
