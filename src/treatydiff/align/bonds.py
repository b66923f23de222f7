"""How closely two sentences belong together, whatever the time that they may disagree on.

"Of the 57 shops, 22 will shut by 31 January" and "twenty-two of the 57 stores are to go; their doors close on
29 March" tell of one step: two of their figures are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from treatydiff.model import Claim, Link, Quantity, Reading
from treatydiff.rules._sizes import agree

STRONG = 60.0
"""The score from which two sentences that are each other's best partners are taken for one."""
SMALL = 3
"""Bare counts up to here are of too many things to be a bond."""
BRIEF = 3
"""A report of fewer sentences says so little that all it says is linked with the other's."""
FULL = 8
"""Reports of so many sentences say enough that those which are each other's best partners belong together."""


class Bonds:
    """The bonds between the sentences of two documents."""

    def __init__(self, left: Reading, right: Reading, links: Iterable[Link]) -> None:
        self.score: dict[tuple[int, int], float] = {}
        self.carriers: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        """The clauses of two sentences that are linked."""
        for link in links:
            pair = link.left.passage, link.right.passage
            self.carriers[pair].append((link.left.index, link.right.index))
            if link.score > self.score.get(pair, 0.0):
                self.score[pair] = link.score
        self.best: dict[tuple[str, int], float] = defaultdict(float)
        for (i, j), score in self.score.items():
            self.best["l", i] = max(self.best["l", i], score)
            self.best["r", j] = max(self.best["r", j], score)
        self.brief = min(len(left.passages), len(right.passages)) < BRIEF
        """Whether so little is said that any two sentences are linked."""
        self.full = min(len(left.passages), len(right.passages)) >= FULL
        """Whether both say so much that no two sentences are best partners for want of others."""
        self.figures = {"l": _figures(left), "r": _figures(right)}

    def of(self, a: Claim, b: Claim) -> float:
        """The best score of the sentences of two clauses."""
        return self.score.get((a.passage, b.passage), 0.0)

    def partners(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences of two clauses are each other's best partners, and strongly linked."""
        return self.are_best(a.passage, b.passage, STRONG)

    def are_best(self, i: int, j: int, least: float) -> bool:
        """Whether two sentences are each other's best partners, and score so much."""
        score = self.score.get((i, j), 0.0)
        return score >= least and score == self.best["l", i] == self.best["r", j]

    def carrying(self, a: Claim, b: Claim) -> int:
        """How many of two clauses carry what their sentences have in common."""
        pairs = self.carriers.get((a.passage, b.passage), ())
        return max(((a.index == left) + (b.index == right) for left, right in pairs), default=0)

    def is_best(self, i: int, j: int, least: float) -> bool:
        """Whether either of two sentences has no better partner than the other, and they score so much."""
        score = self.score.get((i, j), 0.0)
        return score >= least and score in (self.best["l", i], self.best["r", j])

    def figures_in_common(self, a: Claim, b: Claim) -> int:
        """How many figures the sentences of two clauses have in common."""
        ours, theirs = self.figures["l"].get(a.passage, ()), self.figures["r"].get(b.passage, ())
        # "2 to 5" has both 2 and 5 in common with these, but they have one with it.
        pairs = ((ours, theirs), (theirs, ours))
        return min(sum(any(_same(q, o) for o in other) for q in one) for one, other in pairs)


def _figures(reading: Reading) -> dict[int, list[Quantity]]:
    found: dict[int, list[Quantity]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.passage] += [q for q in claim.quantities if q.unit or q.low > SMALL]
    return found


def _same(q: Quantity, o: Quantity) -> bool:
    """Whether two figures are one: of a unit and a size."""
    return q.unit == o.unit and agree(q, o) and (q.low == q.high or o.low == o.high)
