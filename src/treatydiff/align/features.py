"""Signs that two passages tell the same fact, given that their documents report the same event."""

from __future__ import annotations

from collections.abc import Iterable
from math import log, sqrt

from treatydiff.align.likeness import LEAD, Profile

CORE = 12
"""Number of words that make up the core of what two documents have in common."""


class Signs:
    """The signs for all pairs of passages of two documents, computed once for what pairs have in common."""

    def __init__(self, a: Profile, b: Profile, pairs: Iterable[tuple[int, int]]) -> None:
        self.a, self.b = a, b
        both = a.weights.keys() & b.weights.keys()
        count = len(a.bags) + len(b.bags)
        full = log(count + 1)
        # A word that most passages of the two documents hold does not tell one passage from another.
        self.local = {
            k: round(a.weights[k] * log((count + 1) / (a.spread[k] + b.spread[k])) / full) for k in both
        }
        core = {k: a.weights[k] * sqrt(a.spread[k] * b.spread[k]) for k in both}
        self.core = dict(sorted(core.items(), key=lambda kv: (-kv[1], kv[0]))[:CORE])
        self.core_total = sum(sorted(self.core.values())) or 1.0
        self.totals_a, self.totals_b = self._local_totals(a), self._local_totals(b)
        self.central_a = [self._central(x.words) for x in a.bags]
        self.central_b = [self._central(x.words) for x in b.bags]
        self.shared: dict[tuple[int, int], frozenset[str]] = {}
        self.likeness: dict[tuple[int, int], float] = {}
        self.best_a, self.best_b = [0.0] * len(a.bags), [0.0] * len(b.bags)
        for i, j in pairs:
            common = a.bags[i].words & b.bags[j].words
            if common:
                whole = self.totals_a[i] + self.totals_b[j]
                value = 2 * sum(self.local[k] for k in common) / whole if whole else 0.0
                self.shared[i, j] = common
                self.likeness[i, j] = value
                self.best_a[i] = max(self.best_a[i], value)
                self.best_b[j] = max(self.best_b[j], value)

    def of(self, i: int, j: int) -> dict[str, float]:
        """The signs, from 0 to 1 each, that passage `i` of the left and `j` of the right tell one fact."""
        from rapidfuzz.fuzz import token_set_ratio

        x, y = self.a.bags[i], self.b.bags[j]
        common = self.shared[i, j]
        weight = sum(x.weights[k] for k in common)
        likeness = self.likeness[i, j]
        names = x.names | y.names
        named = sum(x.weights.get(k) or y.weights[k] for k in names)
        rank_a = likeness / self.best_a[i] if likeness else 0.0
        rank_b = likeness / self.best_b[j] if likeness else 0.0
        agree = x.figures & y.figures
        return {
            "words": 2 * weight / (x.total + y.total),
            "telling_words": likeness,
            "contained": weight / min(x.total, y.total),
            "token_set": token_set_ratio(" ".join(sorted(x.words)), " ".join(sorted(y.words))) / 100,
            "names": sum(x.weights[k] for k in common if k in names) / named if named else 0.3,
            "figures": float(bool(agree)) - 0.5 * float(bool(x.figures and y.figures and not agree)),
            "core": min(self.central_a[i], self.central_b[j]),
            "lead": float(i < LEAD and j < LEAD),
            "best": min(rank_a, rank_b),
            "best_of_one": max(rank_a, rank_b),
            "crowd": log(1 + len(self.a.bags)) / 8 + log(1 + len(self.b.bags)) / 8,
        }

    def _local_totals(self, document: Profile) -> list[int]:
        get = self.local.get
        return [sum(get(k, w) for k, w in b.weights.items()) for b in document.bags]

    def _central(self, words: frozenset[str]) -> float:
        return sum(v for k, v in self.core.items() if k in words) / self.core_total
