"""Links → groups of claims: a fact told in headline and body, or in three documents, is one finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from treatydiff.model import Claim, Link

ROOM = 4
"""Most claims of one document in a group; a fact is seldom told more often, a chain of likenesses is."""

Key = tuple[str, int]


def key(claim: Claim) -> Key:
    """What tells a claim from all others of a comparison."""
    return (claim.document, claim.index)


def strength(link: Link) -> tuple[float, int, int, Key, Key]:
    """Sort key: the strongest link first, ties by place in the texts; the same whichever side is left."""
    a, b = sorted((key(link.left), key(link.right)))
    return (-link.score, abs(a[1] - b[1]), a[1] + b[1], a, b)


def best_links(links: Iterable[Link]) -> list[Link]:
    """The links that are the best one into the other's document for either end; strongest first."""
    ranked = sorted(links, key=strength)
    taken: set[tuple[Key, str]] = set()
    kept = []
    for link in ranked:
        ends = {(key(link.left), link.right.document), (key(link.right), link.left.document)}
        if not ends <= taken:
            kept.append(link)
            taken |= ends
    return kept


def grouped(links: Sequence[Link], apart: Callable[[Link], str] = lambda _: "") -> list[list[Link]]:
    """Groups of links that have claims in common, built from the strongest link down.

    `apart` names the kind of a link; only links of one kind are grouped.  A group takes at most `ROOM` claims
    of a document; two groups are never joined, so that no chain of half-alike claims arises.
    """
    groups: list[list[Link]] = []
    members: list[set[Key]] = []
    home: dict[tuple[str, Key], int] = {}
    for link in links:
        kind, ends = apart(link), (key(link.left), key(link.right))
        at = {home[kind, e] for e in ends if (kind, e) in home}
        if len(at) == 2:
            continue
        new = [e for e in ends if (kind, e) not in home]
        number = at.pop() if at else len(groups)
        if number < len(groups) and any(_full(members[number], e) for e in new):
            number = len(groups)
        if number == len(groups):
            groups.append([])
            members.append(set())
        groups[number].append(link)
        members[number].update(ends)
        for e in ends:
            home.setdefault((kind, e), number)
    return groups


def _full(members: set[Key], new: Key) -> bool:
    return sum(document == new[0] for document, _ in members) >= ROOM
