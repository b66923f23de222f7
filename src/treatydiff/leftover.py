"""What is left of a clause that tells a shared fact: an end of it that is new to all other documents.

"The ferry capsized off Tarn in winds that had been rising since noon": where no other report has a word of
the winds, they are one report's own, and the fact that is shared ends before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, takewhile
from operator import itemgetter

from treatydiff.align.words import meanings
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Span
from treatydiff.rules._sizes import slack
from treatydiff.rules._speech import quotes_of
from treatydiff.rules._words import stems_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import starts_within

LEAST = 3
"""Words of content that either part has at least."""
CLOSING, OPENING = frozenset(",;–—)"), frozenset(",;–—(")
"""Marks that end a first part, and that begin a last one."""
BETWEEN, BEFORE = " \n\t–—", "(\"'“‘„«"
"""What stands between two parts and is of neither; marks that are of the part which they open."""


Range = tuple[float, float]


class Told(NamedTuple):
    """What a document says anywhere, to see what is new to it."""

    stems: frozenset[str]
    senses: frozenset[str]
    entities: frozenset[str]
    times: frozenset[tuple[str, str]]
    figures: Mapping[str, Sequence[Range]]
    """For each unit what its figures may be, from the least on, without overlaps."""


def told_by(reading: Reading, language: Language) -> Told:
    """What a document says."""
    stems = stems_within(reading, language)
    return Told(
        stems,
        frozenset(meanings(stems, language)),
        frozenset([n.entity for n in reading.names]),
        frozenset([(t.start, t.end) for c in reading.claims for t in c.times]),
        _ranges(q for c in reading.claims for q in c.quantities),
    )


def _ranges(figures: Iterable[Quantity]) -> dict[str, list[Range]]:
    found: dict[str, list[Range]] = {}
    for unit, low, high in sorted([(q.unit, *_range(q)) for q in figures]):
        known = found.setdefault(unit, [])
        if known and low <= known[-1][1]:
            known[-1] = known[-1][0], max(high, known[-1][1])
        else:
            known.append((low, high))
    return found


def _range(figure: Quantity) -> Range:
    """What a figure may be, within rounding; of two that `agree` these meet."""
    return figure.low - slack(figure), figure.high + slack(figure)


class Parted(NamedTuple):
    """A claim without the parts that are one document's own, and these."""

    kept: Span
    parts: tuple[Span, ...]


def part(claim: Claim, reading: Reading, others: Sequence[Told], language: Language) -> Parted:
    """The claim parted from a first and a last part that are new to the other documents, where it has such.

    The first part ends at a mark, the last one begins at one or at a word that opens a phrase or a clause;
    neither is parted from the rest within a name, a figure or a quotation.
    """
    tokens, text, words = claim.tokens, reading.document.text, _words(language)
    new = _new(claim, others, language, words.stop)
    content = [0, *accumulate(t.norm not in words.stop for t in tokens)]
    held = [h.span for of in (claim.names, claim.quantities, claim.times) for h in of]
    wholes = [*held, *(q.span for q in quotes_of(reading, claim.passage) if q.kind == "direct")]

    def opens(k: int, marks: AbstractSet[str], opening: AbstractSet[str]) -> bool:
        start = tokens[k].start
        marked = not marks.isdisjoint(text[tokens[k - 1].end : start]) or tokens[k].norm in opening
        return marked and not any(w.start < start < w.end for w in wholes)

    first, last = 0, len(tokens)
    for k in takewhile(lambda k: new[k - 1], range(1, len(tokens))):
        if content[k] >= LEAST <= content[-1] - content[k] and opens(k, CLOSING, frozenset()):
            first = k
    for k in takewhile(new.__getitem__, range(len(tokens) - 1, first, -1)):
        if content[-1] - content[k] >= LEAST <= content[k] - content[first] and opens(
            k, OPENING, words.opening
        ):
            last = k
    starts, ends = [claim.span.start], []
    for k in (first, last):
        if 0 < k < len(tokens):
            gap = text[tokens[k - 1].end : tokens[k].start]
            starts.append(tokens[k].start - len(gap) + len(gap.rstrip(BEFORE)))
            ends.append(tokens[k - 1].end + len(gap.rstrip(BEFORE).rstrip(BETWEEN)))
    parts = list(map(Span, starts, [*ends, claim.span.end]))
    kept = parts.pop(1 if first else 0)
    return Parted(kept, tuple(parts))


def _new(claim: Claim, others: Sequence[Told], language: Language, stop: AbstractSet[str]) -> list[bool]:
    """Which words of a claim no other document has, in these or in like words; little words are new."""
    known = [n.span for n in claim.names if any(n.entity in o.entities for o in others)]
    known += [t.span for t in claim.times if any((t.start, t.end) in o.times for o in others)]
    known += [q.span for q in claim.quantities if any(_is_given(q, o) for o in others)]
    held = starts_within(claim.tokens, known)
    return [
        t.start not in held and (t.norm in stop or not _is_told(t.stem, others, language))
        for t in claim.tokens
    ]


def _is_told(stem: str, others: Sequence[Told], language: Language) -> bool:
    if any(stem in o.stems for o in others):
        return True
    senses = meanings((stem,), language).keys()
    return any(not o.senses.isdisjoint(senses) for o in others)


def _is_given(figure: Quantity, other: Told) -> bool:
    """Whether another document has a figure of that unit that agrees."""
    low, high = _range(figure)
    known = other.figures.get(figure.unit, ())
    k = bisect_left(known, low, key=itemgetter(1))
    return k < len(known) and known[k][0] <= high


class _Words(NamedTuple):
    stop: frozenset[str]
    opening: frozenset[str]
    """Words that open a phrase or a clause."""


@once_a_language
def _words(language: Language) -> _Words:
    keys = ("joints", "clause_openers", "relatives")
    opening = {w for key in keys for w in language.words("grammar", key)}
    opening |= set(language.words("assertion", "prepositions")) - set(language.words("figures", "of"))
    return _Words(frozenset(language.words("grammar", "stop")), frozenset(opening))
