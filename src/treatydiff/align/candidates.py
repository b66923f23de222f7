"""Which pairs of passages are worth scoring: those that have a word in common that is not everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from treatydiff.align.words import Bag

CROWD = 40
"""A word in more than this many passages of either document brings no pair together by itself …"""
FEW = 2500
"""… unless there are no more than this many pairs at all, when all of them are scored."""


def candidate_pairs(left: Sequence[Bag], right: Sequence[Bag]) -> list[tuple[int, int]]:
    """Pairs of passage numbers that may tell the same, in the order of the text."""
    if len(left) * len(right) <= FEW:
        return [(i, j) for i in range(len(left)) for j in range(len(right))]
    index_a, index_b = _index(left), _index(right)
    found: set[tuple[int, int]] = set()
    for word, here in index_a.items():
        there = index_b.get(word, ())
        if len(here) <= CROWD and len(there) <= CROWD:
            found.update((i, j) for i in here for j in there)
    return sorted(found)


def _index(bags: Sequence[Bag]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, b in enumerate(bags):
        for word in b.words:
            index[word].append(i)
    return index
