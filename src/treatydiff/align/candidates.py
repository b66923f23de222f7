"""Which pairs of passages are worth scoring: those that have a word in common that few others have.

Keys are what makes a passage findable: its rarest words, names and figures, and its rarest phrases.  Each
passage brings a fixed number of keys, each key a fixed number of passages, so that the number of pairs grows
with the length of the documents and not with its square (blocking keys, as in record linkage).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from treatydiff.align.words import Bag

FEW = 20_000
"""Up to this many pairs of passages all are scored: two reports of some 3,000 words."""
KEYS = 8
"""Words, and phrases, that each passage is looked up by."""
CROWD = 24
"""A key that more passages of the other document hold is no key."""

Index = Mapping[object, Sequence[int]]


def candidate_pairs(left: Sequence[Bag], right: Sequence[Bag]) -> list[tuple[int, int]]:
    """Pairs of passage numbers that may tell the same, in the order of the text."""
    if len(left) * len(right) <= FEW:
        return [(i, j) for i in range(len(left)) for j in range(len(right))]
    found: set[tuple[int, int]] = set()
    for index_a, index_b in (
        (_words(left), _words(right)),
        (_phrases(left), _phrases(right)),
    ):
        found.update(_reached(index_a, index_b, len(left)))
        found.update((i, j) for j, i in _reached(index_b, index_a, len(right)))
    return sorted(found)


def _reached(own: Index, other: Index, size: int) -> set[tuple[int, int]]:
    """Pairs that the rarest keys of each passage lead to."""
    keys: list[list[tuple[int, str, object]]] = [[] for _ in range(size)]
    for key, passages in own.items():
        hits = len(other.get(key, ()))
        if 0 < hits <= CROWD:
            for i in passages:
                keys[i].append((hits, str(key), key))
    return {
        (i, j) for i, found in enumerate(keys) for _, _, key in nsmallest(KEYS, found) for j in other[key]
    }


def _words(bags: Sequence[Bag]) -> Index:
    index: defaultdict[object, list[int]] = defaultdict(list)
    for i, b in enumerate(bags):
        for word in b.words:
            index[word].append(i)
    return index


def _phrases(bags: Sequence[Bag]) -> Index:
    index: defaultdict[object, list[int]] = defaultdict(list)
    for i, b in enumerate(bags):
        for phrase in b.phrases:
            index[phrase].append(i)
    return index
