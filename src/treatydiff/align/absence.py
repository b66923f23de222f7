"""Before a clause is called unique: a search for it in all of the other document.

A short clause inside a long sentence, or one whose words stand in a headline or a caption, may be missed
where whole sentences are compared.  Here each clause without a partner is looked for by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from treatydiff.align.features import WORD
from treatydiff.align.narrow import Clauses
from treatydiff.model import Claim, Evidence, Link

ENOUGH = 5 * WORD // 4
"""Telling weight that must be found: more than one word's."""
FOUND = 0.75
"""What a clause counts for that one passage holds as a whole: words may stand there for other reasons."""

Key = tuple[int, int]


def found_after_all(links: Iterable[Link], clauses: Clauses, story: float, cut: float) -> list[Link]:
    """The links, and more of them for clauses that have none of at least `cut` points.

    The score of such a link is the share of the clause that one passage of the other document holds, times
    how likely both documents report one story, times `FOUND`.
    """
    found: dict[Key, Link] = {(k.left.index, k.right.index): k for k in links}
    strong = [key for key, link in found.items() if link.score >= cut]
    near: dict[str, defaultdict[int, list[int]]] = {"l": defaultdict(list), "r": defaultdict(list)}
    for i, j in clauses.signs.likeness:
        near["l"][i].append(j)
        near["r"][j].append(i)
    for side, passages, told in (
        ("l", clauses.left, {i for i, _ in strong}),
        ("r", clauses.right, {j for _, j in strong}),
    ):
        for claim in (c for own in passages.values() for c in own if c.index not in told):
            share, teller = _teller(claim, side, near[side][claim.passage], clauses)
            points = round(100 * FOUND * share * story, 2)
            if teller and points >= cut:
                a, b = (claim, teller) if side == "l" else (teller, claim)
                if (a.index, b.index) not in found or found[a.index, b.index].score < points:
                    found[a.index, b.index] = Link(a, b, points, (Evidence("found", round(share, 3), FOUND),))
    return list(found.values())


def _teller(claim: Claim, side: str, passages: Iterable[int], clauses: Clauses) -> tuple[float, Claim | None]:
    """Share of a clause that one passage holds, and the clause there that holds most of it."""
    signs, own = clauses.signs, clauses.part(side, claim).whole
    texts, there = (signs.b, clauses.right) if side == "l" else (signs.a, clauses.left)
    weight, at = max([(signs.common(own, texts[j]), -j) for j in passages], default=(0, 0))
    if weight < ENOUGH:
        return 0.0, None
    other = "r" if side == "l" else "l"
    best = max(there[-at], key=lambda c: (signs.common(own, clauses.part(other, c).whole), -c.index))
    return min(1.0, weight / own.total), best
