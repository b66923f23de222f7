"""Signs that two passages tell the same fact, given that their documents report the same event."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from treatydiff.align.likeness import LEAD, Profile
from treatydiff.align.words import Bag

SYNONYM = 50
"""Per cent of its weight that a word counts for where the other passage has a synonym of it."""


SHORT, LONG = 6, 20
"""Numbers of passages between which a document's length speaks against a pair; all others count as these."""


WORD = 600
"""Telling weight of a word in one passage of each document, or of one only, halfway to its rarity."""


class Signs:
    """The signs for pairs of passages of two documents; what pairs have in common is computed once."""

    def __init__(self, a: Profile, b: Profile, pairs: Iterable[tuple[int, int]]) -> None:
        self.a, self.b = a.bags, b.bags
        count = len(a.bags) + len(b.bags)
        full = log((count + 1) / 2)
        # What tells one passage from another is less how rare a word is in the language than in these two
        # documents: most passages may hold the names of those whom they are about.
        self.telling = {
            k: round((WORD + a.weights[k]) / 2 * (log((count + 1) / (n + b.spread[k])) / full) ** 2)
            for k, n in a.spread.items()
            if k in b.spread
        }
        self.crowd = sum(log(1 + min(max(SHORT, len(x.bags)), LONG)) for x in (a, b)) / 8
        self.totals_a = [self.total(x) for x in a.bags]
        self.totals_b = [self.total(x) for x in b.bags]
        self.likeness: dict[tuple[int, int], float] = {}
        self.best_a, self.best_b = [0.0] * len(a.bags), [0.0] * len(b.bags)
        for i, j in pairs:
            x, y = a.bags[i], b.bags[j]
            if not x.words.isdisjoint(y.words) or x.senses.keys() & y.senses.keys():
                whole = self.totals_a[i] + self.totals_b[j]
                value = min(1.0, 2 * self.common(x, y) / whole) if whole else 0.0
                self.likeness[i, j] = value
                self.best_a[i] = max(self.best_a[i], value)
                self.best_b[j] = max(self.best_b[j], value)

    def of(self, i: int, j: int) -> dict[str, float]:
        """The signs, from 0 to 1 each, that passage `i` of the left and `j` of the right tell one fact."""
        x, y = self.a[i], self.b[j]
        likeness = self.likeness[i, j]
        chosen = likeness and len(self.a) > 1 and len(self.b) > 1
        return {
            "telling_words": likeness,
            "phrases": min(1.0, len(x.phrases & y.phrases) / 4),
            "figures": _figures(x, y),
            "best": min(likeness / self.best_a[i], likeness / self.best_b[j]) if chosen else 0.0,
            "lead": float(i < LEAD < len(self.a) and j < LEAD < len(self.b)),
            "crowd": self.crowd,
        }

    def common(self, x: Bag, y: Bag) -> int:
        """Telling weight of the words in common, and part of that of synonyms."""
        telling = self.telling
        return sum([telling[k] for k in x.words & y.words]) + SYNONYM * _synonyms(x, y) // 100

    def total(self, x: Bag) -> int:
        """Telling weight of all words."""
        get = self.telling.get
        return sum([get(k, (WORD + w) // 2) for k, w in x.weights.items()])


def _synonyms(x: Bag, y: Bag) -> int:
    """Weight of the words that are not the same but stand for one another."""
    return sum(
        min(x.weights[x.senses[k]], y.weights[y.senses[k]])
        for k in x.senses.keys() & y.senses.keys()
        if x.senses[k] != y.senses[k]
    )


def _figures(x: Bag, y: Bag) -> float:
    """1 where the passages have a figure in common, -0.5 where both have figures but none in common."""
    if not x.figures or not y.figures:
        return 0.0
    return 1.0 if x.figures & y.figures else -0.5
