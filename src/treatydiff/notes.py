"""What is to be said about two documents as wholes: copies of one another, or not the same story at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from treatydiff.model import Copied, Link, Reading

WORTH_SAYING = 0.3
"""Share of word-for-word passages from which a note says so."""


def copied(readings: Sequence[Reading], links: Sequence[Link]) -> tuple[Copied, ...]:
    """For each two documents, how many passages of each the other has word for word; only where any."""
    same: dict[tuple[str, str], set[int]] = {}
    for link in links:
        if any(e.name == "word_for_word" for e in link.evidence):
            a, b = link.left, link.right
            same.setdefault((a.document, b.document), set()).add(a.passage)
            same.setdefault((b.document, a.document), set()).add(b.passage)
    found = []
    for left, right in combinations(readings, 2):
        one, two = left.document.id, right.document.id
        if (one, two) in same:
            counts = (len(same[one, two]), len(left.passages), len(same[two, one]), len(right.passages))
            found.append(Copied(one, two, *counts))
    return tuple(found)


def notes(
    readings: Sequence[Reading], links: Sequence[Link], copies: Sequence[Copied], threshold: float
) -> tuple[str, ...]:
    """Sentences for standard error, in the order of the documents."""
    labels = {r.document.id: r.document.label for r in readings}
    said = []
    for c in copies:
        one, two = (c.left_same, c.left_passages), (c.right_same, c.right_passages)
        if any(same >= WORTH_SAYING * passages for same, passages in (one, two)):
            counts = f"{one[0]} of {one[1]} passages of the first, {two[0]} of {two[1]} of the second"
            said.append(f"{labels[c.left]} and {labels[c.right]}: {counts} are word for word the same")
    for left, right in combinations(readings, 2):
        pair = {left.document.id, right.document.id}
        best = max((k.score for k in links if {k.left.document, k.right.document} == pair), default=0.0)
        if best < threshold and left.passages and right.passages:
            which = (
                " and ".join(labels[r.document.id] for r in (left, right)) if len(readings) > 2 else "these"
            )
            names = _shared_names(left, right)
            said.append(f"{which} look like different stories: {names}, best pair {best:.0f}")
    return tuple(said)


def _shared_names(left: Reading, right: Reading) -> str:
    count = len({n.entity for n in left.names} & {n.entity for n in right.names})
    if not count:
        return "no shared names"
    return "one shared name" if count == 1 else f"{count} shared names"
