"""From two passages that tell the same fact to the clauses of theirs that carry it."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.align.words import Bag, bag
from treatydiff.language import Language
from treatydiff.model import Claim

CONTAINED = 0.5
"""Share of the smaller clause that a further pair of clauses must have in common …"""
WEIGHT = 500
"""… and the weight of the words in common, more than one telling word's."""


def carriers(left: Sequence[Claim], right: Sequence[Claim], language: Language) -> list[tuple[Claim, Claim]]:
    """Pairs of clauses that carry what two passages have in common, the strongest first; at least one."""
    if len(left) == 1 and len(right) == 1:
        return [(left[0], right[0])]
    bags_l = [bag(c.tokens, language) for c in left]
    bags_r = [bag(c.tokens, language) for c in right]
    ranked = sorted(
        ((*_common(x, y), i, j) for i, x in enumerate(bags_l) for j, y in enumerate(bags_r)),
        key=lambda r: (-r[0], -r[1], r[2] + r[3], abs(r[2] - r[3])),
    )
    chosen = [(left[i], right[j]) for _, _, i, j in ranked[:1]]
    chosen += [
        (left[i], right[j])
        for _, weight, i, j in ranked[1:]
        if weight >= WEIGHT and weight >= CONTAINED * min(bags_l[i].total, bags_r[j].total)
    ]
    return chosen


def _common(x: Bag, y: Bag) -> tuple[float, int]:
    """Weighted overlap (Dice), tempered for its weight, and the weight of the words in common."""
    weight = sum(x.weights[k] for k in x.words & y.words)
    return (2 * weight / (x.total + y.total + WEIGHT), weight)
