"""Passages that two documents have word for word, as reports do that carry the same wire copy."""

from __future__ import annotations

from collections import defaultdict

from treatydiff.model import Passage, Reading


def same_words(left: Reading, right: Reading) -> set[tuple[int, int]]:
    """Pairs of passage numbers whose passages have the same words in the same order.

    Case, accents and punctuation do not count; a passage without words is compared by its text.
    """
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for passage in right.passages:
        by_words[_words(passage)].append(passage.index)
    return {(p.index, j) for p in left.passages for j in by_words.get(_words(p), ())}


def _words(passage: Passage) -> tuple[str, ...]:
    return tuple(t.norm for t in passage.tokens) or (passage.text.strip(),)
