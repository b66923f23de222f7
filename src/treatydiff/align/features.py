"""Signs that two passages tell the same fact, given that their documents report the same event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from treatydiff.align.likeness import ROUNDING, Marks, Profile
from treatydiff.align.words import Bag

SYNONYM = 50
"""Per cent of its weight that a word counts for where the other passage has a synonym of it."""


SHORT, LONG = 6, 20
"""Numbers of passages between which a document's length speaks against a pair; all others count as these."""


WORD = 600
"""Telling weight of a word in one passage of each document, or of one only, halfway to its rarity."""
ENOUGH = 2000
"""Telling weight in common from which more says no more."""


class Signs:
    """The signs for pairs of passages of two documents; what pairs have in common is computed once."""

    def __init__(self, a: Profile, b: Profile, pairs: Iterable[tuple[int, int]]) -> None:
        self.a, self.b = a.bags, b.bags
        self.marks_a, self.marks_b = a.marks, b.marks
        count = len(a.bags) + len(b.bags)
        full = log((count + 1) / 2)
        # What tells one passage from another is less how rare a word is in the language than in these two
        # documents: most passages may hold the names of those whom they are about.
        self.telling = {
            k: round((WORD + a.weights[k]) / 2 * (log((count + 1) / (n + b.spread[k])) / full) ** 2)
            for k, n in a.spread.items()
            if k in b.spread
        }
        self.openings_a, self.openings_b = _weighed(a.marks, b.marks)
        self.crowd = sum(log(1 + min(max(SHORT, len(x.bags)), LONG)) for x in (a, b)) / 8
        self.totals_a = [self.total(x) for x in a.bags]
        self.totals_b = [self.total(x) for x in b.bags]
        self.in_common: dict[tuple[int, int], int] = {}
        self.likeness: dict[tuple[int, int], float] = {}
        self.beside: dict[tuple[int, int], float] = {}
        """The same for pairs that are not worth scoring but stand beside one that is."""
        self.best_a, self.best_b = [0.0] * len(a.bags), [0.0] * len(b.bags)
        for i, j in pairs:
            x, y = a.bags[i], b.bags[j]
            if not x.words.isdisjoint(y.words) or not x.meant.isdisjoint(y.meant):
                self.in_common[i, j] = self.common(x, y)
                self.likeness[i, j] = value = self._share(i, j, self.in_common[i, j])
                self.best_a[i] = max(self.best_a[i], value)
                self.best_b[j] = max(self.best_b[j], value)

    def of(self, i: int, j: int) -> dict[str, float]:
        """The signs, from 0 to 1 each, that passage `i` of the left and `j` of the right tell one fact."""
        likeness = self.likeness[i, j]
        chosen = likeness and len(self.a) > 1 and len(self.b) > 1
        x, y = self.marks_a[i], self.marks_b[j]
        return {
            "telling_words": min(1.0, self.in_common[i, j] / ENOUGH),
            "best": min(likeness / self.best_a[i], likeness / self.best_b[j]) if chosen else 0.0,
            "openings": _cosine(self.openings_a[i], self.openings_b[j]),
            "figures": float(_same_figure(x, y)),
            "day": float(_same_day(x, y)),
            "neighbours": max(
                self._beside(i - 1, j - 1),
                self._beside(i - 1, j + 1),
                self._beside(i + 1, j - 1),
                self._beside(i + 1, j + 1),
            ),
            "place": 1 - abs(i / len(self.a) - j / len(self.b)),
            "crowd": self.crowd,
        }

    def _share(self, i: int, j: int, common: int) -> float:
        """What two passages have in common as a share of both."""
        whole = self.totals_a[i] + self.totals_b[j]
        return min(1.0, 2 * common / whole) if whole else 0.0

    def _beside(self, i: int, j: int) -> float:
        """How much two passages have in common, whether or not they are worth scoring by themselves."""
        known = self.likeness.get((i, j))
        if known is None:
            known = self.beside.get((i, j))
        if known is None:
            inside = 0 <= i < len(self.a) and 0 <= j < len(self.b)
            known = self._share(i, j, self.common(self.a[i], self.b[j])) if inside else 0.0
            self.beside[i, j] = known
        return known

    def common(self, x: Bag, y: Bag) -> int:
        """Telling weight of the words in common, and part of that of synonyms."""
        telling = self.telling
        same = sum([telling[k] for k in x.words & y.words])
        return same if x.meant.isdisjoint(y.meant) else same + SYNONYM * _synonyms(x, y) // 100

    def total(self, x: Bag) -> int:
        """Telling weight of all words."""
        get = self.telling.get
        return sum([get(k, (WORD + w) // 2) for k, w in x.weights.items()])


def in_common(x: Bag, y: Bag) -> int:
    """Weight of the words in common and of synonyms by rarity in the language alone."""
    return sum([x.weights[k] for k in x.words & y.words]) + _synonyms(x, y)


def _synonyms(x: Bag, y: Bag) -> int:
    """Weight of the words that are not the same but stand for one another."""
    return sum([min(x.weights[a], y.weights[b]) for a, b in _related(x, y)])


def plain_synonyms(x: Bag, y: Bag) -> bool:
    """Whether words stand for one another that are not both names, as "Norway" and "Oslo" are."""
    return any(not (a in x.names and b in y.names) for a, b in _related(x, y))


def _related(x: Bag, y: Bag) -> list[tuple[str, str]]:
    """The words of either that are not the same but fall under one entry of the lexicon."""
    pairs = [(x.senses[k], y.senses[k]) for k in x.meant & y.meant]
    return [(a, b) for a, b in pairs if a != b]


Vector = tuple[Mapping[str, int], int]


def _weighed(a: Iterable[Marks], b: Iterable[Marks]) -> tuple[list[Vector], list[Vector]]:
    """The openings of each passage, weighted by their rarity in both documents, with the sum of squares."""
    a, b = list(a), list(b)
    spread = Counter(k for marks in (*a, *b) for k in marks.openings)
    rarity = {k: log((len(a) + len(b) + 1) / n) for k, n in spread.items()}

    def vector(marks: Marks) -> Vector:
        weights = {k: round(100 * (1 + log(n)) * rarity[k]) for k, n in marks.openings.items()}
        return weights, sum(w * w for w in weights.values())

    return [vector(m) for m in a], [vector(m) for m in b]


def _cosine(x: Vector, y: Vector) -> float:
    (u, norm_u), (v, norm_v) = x, y
    if not norm_u or not norm_v:
        return 0.0
    return sum([u[k] * v[k] for k in u.keys() & v.keys()]) / sqrt(norm_u * norm_v)


def _same_figure(x: Marks, y: Marks) -> bool:
    """Whether both give one quantity, whatever its unit was and however it was rounded."""
    return any(
        p[0] == q[0] and p[1] <= q[2] * (1 + ROUNDING) and q[1] <= p[2] * (1 + ROUNDING)
        for p in x.figures
        for q in y.figures
    )


def _same_day(x: Marks, y: Marks) -> bool:
    """Whether both name a day, and it may be the same."""
    return any(p[0] <= q[1] and q[0] <= p[1] for p in x.days for q in y.days)
