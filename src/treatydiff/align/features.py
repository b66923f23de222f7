"""Signs that two passages tell the same fact, given that their documents report the same event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log, sqrt

from treatydiff.align.likeness import ROUNDING, Marks, Profile, Range
from treatydiff.align.words import Bag
from treatydiff.frozen import NamedTuple

SYNONYM = 50
"""Per cent of its weight that a word counts for where the other passage has a synonym of it."""


SHORT, LONG = 6, 20
"""Numbers of passages between which a document's length speaks against a pair; all others count as these."""


WORD = 600
"""Telling weight of a word in one passage of each document, or of one only, halfway to its rarity."""
ENOUGH = 2000
"""Telling weight in common from which more says no more."""
BESIDE = 0.5
"""Likeness of the passages beside two from which more of it says no more of these."""
SHIFTED = 2 / 3
"""What likeness of passages counts for that stand one closer in one document than in the other."""
CONVERTED = frozenset(("km", "kmh", "kg", "celsius", "hectare", "litre"))
"""Units that reports convert: what was 9 miles in one is 14.6 km in the other."""
LARGE = 1000
"""Figure from which its unit may go without saying."""
FIGURE = 400
"""Telling weight of a figure that each of two stretches writes in its own way: "12 km", "7.5 miles"."""


class Seen(NamedTuple):
    """A stretch of one of two documents, in the light of both."""

    bag: Bag
    words: frozenset[str]
    """Those words that the other document has somewhere: no others can be in common."""
    senses: frozenset[str]
    """Those entries of the lexicon for which the documents have different words."""
    total: int
    """Telling weight of all words."""


class Signs:
    """The signs for pairs of passages of two documents; what pairs have in common is computed once."""

    def __init__(self, a: Profile, b: Profile, pairs: Iterable[tuple[int, int]]) -> None:
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
        self.in_both = frozenset(self.telling)
        self.synonymous = frozenset(
            k for k, stems in a.meant.items() if k in b.meant and len(stems | b.meant[k]) > 1
        )
        self.a, self.b = ([self.seen(bag) for bag in x.bags] for x in (a, b))
        self.by_word = _holders([x.words for x in self.b])
        self.by_sense = _holders([x.senses for x in self.b])
        self.with_figures = frozenset(j for j, marks in enumerate(b.marks) if marks.figures)
        self.openings_a, self.openings_b = _weighed(a.marks, b.marks)
        self.crowd = sum(log(1 + min(max(SHORT, len(x.bags)), LONG)) for x in (a, b)) / 8
        self.in_common: Sequence[Mapping[int, int]] = ()
        """For each passage of the left document, those of the right that it has anything in common with, and
        how much; only of pairs that are worth scoring, or that stand beside one that is."""
        self.shares: Sequence[Mapping[int, float]] = ()
        """The same as a share of both passages, at most 1; two rows that are empty stand ahead of the first
        one and two behind the last one."""
        self.same_figures: Sequence[AbstractSet[int]] = ()
        """For each passage of the left document, those of the right that give one of its figures."""
        self.likeness: dict[tuple[int, int], float] = {}
        self.best_a, self.best_b = [0.0] * len(a.bags), [0.0] * len(b.bags)
        self._look_at(list(pairs))

    def _look_at(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Find what passages have in common."""
        wanted: list[set[int]] = [set() for _ in self.a]
        for i, j in pairs:
            wanted[i].add(j)
        looked_at = list(_and_beside(wanted))
        self.same_figures = [
            self._with_figure_of(x, row) for x, row in zip(self.marks_a, looked_at, strict=True)
        ]
        self.in_common = [self._row(i, columns) for i, columns in enumerate(looked_at)]
        shares = [self._shares(i, row) for i, row in enumerate(self.in_common)]
        self.shares = [{}, {}, *shares, {}, {}]
        for i, j in pairs:
            value = shares[i].get(j)
            if value is not None:
                self.likeness[i, j] = value
                self.best_a[i] = max(self.best_a[i], value)
                self.best_b[j] = max(self.best_b[j], value)

    def of(self, i: int, j: int) -> dict[str, float]:
        """The signs, from 0 to 1 each, that passage `i` of the left and `j` of the right tell one fact."""
        likeness = self.likeness[i, j]
        chosen = likeness and len(self.a) > 1 and len(self.b) > 1
        neighbours, order = self._around(i, j)
        return {
            "telling_words": min(1.0, self.in_common[i][j] / ENOUGH),
            "best": min(likeness / self.best_a[i], likeness / self.best_b[j]) if chosen else 0.0,
            "openings": _cosine(self.openings_a[i], self.openings_b[j]),
            "figures": float(j in self.same_figures[i]),
            "day": float(_same_day(self.marks_a[i], self.marks_b[j])),
            "neighbours": neighbours,
            "order": order,
            "place": 1 - abs(i / len(self.a) - j / len(self.b)),
            "crowd": self.crowd,
        }

    def _around(self, i: int, j: int) -> tuple[float, float]:
        """How much the passages beside these two have in common, whether or not they are worth scoring.

        And how much passages close by have that stand in one order with these two.
        """
        far_above, above, _, below, far_below = self.shares[i : i + 5]
        ahead, behind = above.get(j - 1, 0.0), below.get(j + 1, 0.0)
        beside = max(ahead, behind, above.get(j + 1, 0.0), below.get(j - 1, 0.0))
        aligned = max(ahead, behind, far_above.get(j - 2, 0.0), far_below.get(j + 2, 0.0))
        shifted = max(
            above.get(j - 2, 0.0), far_above.get(j - 1, 0.0), below.get(j + 2, 0.0), far_below.get(j + 1, 0.0)
        )
        return min(BESIDE, beside), min(BESIDE, max(aligned, SHIFTED * shifted))

    def _shares(self, i: int, row: Mapping[int, int]) -> dict[int, float]:
        """What a passage of the left document has in common with others as a share of both."""
        own, theirs = self.a[i].total, self.b
        # Words that stand in all passages tell nothing, but words that stand for them may do so.
        return {j: min(1.0, 2 * w / max(1, own + theirs[j].total)) if w else 0.0 for j, w in row.items()}

    def seen(self, x: Bag) -> Seen:
        """A stretch of either document in the light of both."""
        get = self.telling.get
        total = sum([get(k, (WORD + w) // 2) for k, w in x.weights.items()])
        return Seen(x, x.words & self.in_both, x.meant & self.synonymous, total)

    def common(self, x: Seen, y: Seen) -> int:
        """Telling weight of the words in common, and part of that of synonyms."""
        same = sum(map(self.telling.__getitem__, x.words & y.words))
        return same if x.senses.isdisjoint(y.senses) else same + SYNONYM * _synonyms(x, y) // 100

    def _with_figure_of(self, marks: Marks, columns: AbstractSet[int]) -> frozenset[int]:
        """Which of some passages of the right document give a figure of this one of the left."""
        if not marks.figures:
            return frozenset()
        theirs = self.marks_b
        return frozenset(
            j for j in columns & self.with_figures if same_figure(marks.figures, theirs[j].figures)
        )

    def _row(self, i: int, columns: AbstractSet[int]) -> dict[int, int]:
        """What a passage of the left document has in `common` with some of the right, where anything is.

        Word by word, not passage by passage: most passages have no word in common.
        """
        x = self.a[i]
        found: dict[int, int] = {}
        for word in x.words:
            weight = self.telling[word]
            for j in columns & self.by_word[word]:
                found[j] = found.get(j, 0) + weight
        close: dict[int, int] = {}
        for sense in x.senses:
            mine = x.bag.senses[sense]
            for j in columns & self.by_sense[sense]:
                y = self.b[j].bag
                if (yours := y.senses[sense]) != mine:
                    close[j] = close.get(j, 0) + min(x.bag.weights[mine], y.weights[yours])
        for j, weight in close.items():
            found[j] = found.get(j, 0) + SYNONYM * weight // 100
        for j in columns & self.same_figures[i]:
            if not has_figure(x.words & self.b[j].words):
                found[j] = found.get(j, 0) + FIGURE
        return found


def _and_beside(wanted: Sequence[set[int]]) -> Iterator[set[int]]:
    """For each passage of one document, those of the other that it is wanted with, or beside such a pair."""
    beside = [{j + step for j in row for step in (-1, 1)} for row in wanted]
    for i, row in enumerate(wanted):
        yield row.union(*beside[max(0, i - 1) : i], *beside[i + 1 : i + 2])


def _holders(held: Sequence[AbstractSet[str]]) -> Mapping[str, AbstractSet[int]]:
    """Each of the words that some passages hold, with the numbers of those passages."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(held):
        for word in words:
            found[word].add(number)
    return found


def in_common(x: Seen, y: Seen) -> int:
    """Weight of the words in common and of synonyms by rarity in the language alone."""
    return sum([x.bag.weights[k] for k in x.words & y.words]) + _synonyms(x, y)


def nothing_in_common(x: Seen, y: Seen) -> bool:
    """Whether there is neither a word in common nor words that stand for one another."""
    return x.words.isdisjoint(y.words) and not _related(x, y)


def plain_synonyms(x: Seen, y: Seen) -> bool:
    """Whether words stand for one another that are not both names, as "Norway" and "Oslo" are."""
    return not x.senses.isdisjoint(y.senses) and any(
        not (a in x.bag.names and b in y.bag.names) for a, b in _related(x, y)
    )


def _synonyms(x: Seen, y: Seen) -> int:
    """Weight of the words that are not the same but stand for one another."""
    return (
        0
        if x.senses.isdisjoint(y.senses)
        else sum([min(x.bag.weights[a], y.bag.weights[b]) for a, b in _related(x, y)])
    )


def _related(x: Seen, y: Seen) -> list[tuple[str, str]]:
    """The words of either that are not the same but fall under one entry of the lexicon."""
    mine, yours = x.bag.senses, y.bag.senses
    return [(mine[k], yours[k]) for k in x.senses & y.senses if mine[k] != yours[k]]


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
    return sum([weight * v[k] for k, weight in u.items() if k in v]) / sqrt(norm_u * norm_v)


def has_figure(words: Iterable[str]) -> bool:
    """Whether one of these words is written in digits, or a number word."""
    return any(word[0].isdigit() for word in words)


def same_figure(x: Iterable[Range], y: Collection[Range]) -> bool:
    """Whether both give one quantity, whatever its unit was and however it was rounded."""
    for p in x:
        for q in y:
            if (p[0] == q[0] or "" in (p[0], q[0])) and _may_be_one(p, q):
                return True
    return False


def _may_be_one(p: Range, q: Range) -> bool:
    """Whether two figures meet; exact ones where either is the other rounded or converted."""
    if not _of_one_unit(p, q) or p[1] > q[2] * (1 + ROUNDING) or q[1] > p[2] * (1 + ROUNDING):
        return False
    if p[0] in CONVERTED or p[1] < p[2] or q[1] < q[2]:
        return True
    return _rounds(p[1], q[1]) or _rounds(q[1], p[1])


def _of_one_unit(p: Range, q: Range) -> bool:
    """Whether units are the same, or one is left out: "3.2 billion of that", "12,000 of them"."""
    return p[0] == q[0] or ("" in (p[0], q[0]) and min(p[1], q[1]) >= LARGE)


def _rounds(figure: float, to: float) -> bool:
    """Whether a figure becomes `to` at the precision that this is written with: 12.07 and 12, not 12.5."""
    whole, _, decimals = f"{to:.6f}".rstrip("0").partition(".")
    places = len(decimals) or len(whole.rstrip("0")) - len(whole)
    return abs(figure - to) <= 10.0**-places / 2


def _same_day(x: Marks, y: Marks) -> bool:
    """Whether both name a day, and it may be the same."""
    if not x.days or not y.days:
        return False
    return any(p[0] <= q[1] and q[0] <= p[1] for p in x.days for q in y.days)
