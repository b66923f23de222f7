"""What is to be said about two documents as wholes: copies of one another, or not the same story at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from treatydiff.model import Copied, Link, Reading


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


def notes(readings: Sequence[Reading], links: Sequence[Link], threshold: float) -> tuple[str, ...]:
    """Sentences for standard error: documents that no link above the threshold ties look like two stories."""
    told = [r for r in readings if r.passages]
    best: dict[tuple[str, str], float] = {}
    for link in links:
        pair = link.left.document, link.right.document
        best[pair] = max(link.score, best.get(pair, 0.0))
    story = {r.document.id: r.document.id for r in told}
    for (one, two), score in best.items():
        if score >= threshold:
            story = {d: story[one] if s == story[two] else s for d, s in story.items()}
    stories: dict[str, list[str]] = {}
    for reading in told:
        stories.setdefault(story[reading.document.id], []).append(reading.document.label)
    if len(stories) < 2:
        return ()
    apart = max((score for (one, two), score in best.items() if story[one] != story[two]), default=0.0)
    if len(told) == 2:
        return (f"these look like different stories: {_shared_names(*told)}, best pair {apart:.0f}",)
    listed = "; ".join(", ".join(labels) for labels in stories.values())
    return (
        f"these look like {len(stories)} different stories: {listed} (best pair between them {apart:.0f})",
    )


def _shared_names(left: Reading, right: Reading) -> str:
    count = len({n.entity for n in left.names} & {n.entity for n in right.names})
    if not count:
        return "no shared names"
    return "one shared name" if count == 1 else f"{count} shared names"
