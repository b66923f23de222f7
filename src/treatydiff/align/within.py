"""Claims of one document that tell the same thing twice, for the rules that look for clashes within it.

A report that corrects itself, or that was patched together, says "three" at the top and "four" further down.
Only claims are tied that give figures or times of one kind and that have most of their other words in common,
so that two of a report's many figures for like things are left alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Quantity, Reading
from treatydiff.rules._words import Content, alike, content

FEWEST = 3
"""Words of content that two claims have in common."""
OF_SHORTER, OF_LONGER = 0.7, 0.5
"""Share of its words, 0 to 1, that the shorter, and the longer, claim has in common with the other."""
MANY = 12
"""A word that more claims with figures hold ties none of them."""


def align_within(reading: Reading, language: Language) -> list[Link]:
    """Links between claims of different sentences of one document, in the order of the text."""
    moving = frozenset(language.words("roles", "moving"))
    told = {
        c.index: _told(c, language)
        for c in reading.claims
        if (c.quantities or c.times) and not any(t.norm in moving for t in c.tokens)
    }
    links = []
    for i, j in sorted(_candidates(told)):
        a, b = reading.claims[i], reading.claims[j]
        if a.passage == b.passage or not _comparable(a, b) or a.text == b.text:
            continue
        common = len(alike(told[i], told[j]))
        shorter, longer = sorted((len(told[i]), len(told[j])))
        if common >= FEWEST and common >= OF_SHORTER * shorter and common >= OF_LONGER * longer:
            share = 2 * common / (shorter + longer)
            links.append(Link(a, b, round(100 * share, 2), (Evidence("words", round(share, 3), 1.0),)))
    return links


def _told(claim: Claim, language: Language) -> Content:
    """The words of content of a claim besides its figures and times and whoever says it."""
    held = [m.span for ms in (claim.quantities, claim.times) for m in ms]
    nouns = {stem for q in claim.quantities for stem in q.noun}
    speaker = (claim.speaker or "").split()  # of "the fire brigade" the fire may matter
    return content(
        (
            t
            for t in claim.tokens
            if not (t.text in speaker and t.text[0].isupper())
            and (t.stem in nouns or not any(s.start <= t.start < s.end for s in held))
        ),
        language,
    )


def _candidates(told: Mapping[int, Content]) -> Iterator[tuple[int, int]]:
    """Pairs of claims that have a few words in common, by their rarer words."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, words in told.items():
        for stem in words:
            index[stem].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in index.values():
        if len(holders) <= MANY:
            shared.update(combinations(holders, 2))
    return (pair for pair, count in shared.items() if count > 1)


def _comparable(a: Claim, b: Claim) -> bool:
    """Whether two claims give one other figure each of some kind, or else another time, and the same names.

    Where both the figure and the time are others, it is another event.
    """
    one, two = ({_kind(q): (q.low, q.high) for q in c.quantities} for c in (a, b))
    counts = [Counter(map(_kind, c.quantities)) for c in (a, b)]
    figures = any(one[k] != two[k] for k in one.keys() & two.keys() if counts[0][k] == counts[1][k] == 1)
    times = len(a.times) == len(b.times) == 1 and (a.times[0].start, a.times[0].end) != (
        b.times[0].start,
        b.times[0].end,
    )
    here, there = _names(a), _names(b)
    return figures != times and (here <= there or there <= here)


def _kind(q: Quantity) -> tuple[str, ...]:
    """What a figure is one of: a count by what is counted, all others by their unit."""
    return ("", *q.noun[-1:]) if q.unit == "" else (q.unit,)


def _names(claim: Claim) -> set[str]:
    """The words of the names in a claim, its speaker's left out."""
    speaker = set((claim.speaker or "").split())
    return {w for n in claim.names for w in n.entity.split()} - speaker
