"""Passages that two documents have word for word, as reports do that carry the same wire copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from treatydiff.model import Passage, Reading


def same_words(left: Reading, right: Reading) -> set[tuple[int, int]]:
    """Pairs of passage numbers whose passages have the same words in the same order.

    Case, accents and punctuation do not count; a passage without words is compared by its text.  Where the
    same words stand several times, the first pairs with the first, the second with the second and so on;
    those left over pair with the last.
    """
    there = _by_words(right)
    return {
        (mine[min(k, len(mine) - 1)], theirs[min(k, len(theirs) - 1)])
        for words, mine in _by_words(left).items()
        if (theirs := there.get(words))
        for k in range(max(len(mine), len(theirs)))
    }


def _by_words(reading: Reading) -> Mapping[tuple[str, ...], list[int]]:
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for passage in reading.passages:
        found[_words(passage)].append(passage.index)
    return found


def _words(passage: Passage) -> tuple[str, ...]:
    return tuple(t.norm for t in passage.tokens) or (passage.text.strip(),)
