"""Links → groups of claims: a fact told in headline and body, or in three documents, is one finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from treatydiff.model import Claim, Link

ROOM = 8
"""Most claims of one document in a group; a fact is seldom told more often, a chain of likenesses is."""

Key = tuple[str, int]


def key(claim: Claim) -> Key:
    """What tells a claim from all others of a comparison."""
    return (claim.document, claim.index)


def strength(link: Link) -> tuple[float, int, int, Key, Key]:
    """Sort key: the strongest link first, ties by place in the texts; the same whichever side is left."""
    a, b = key(link.left), key(link.right)
    if b < a:
        a, b = b, a
    return (-link.score, abs(a[1] - b[1]), a[1] + b[1], a, b)


def grouped(
    links: Iterable[Link], apart: Callable[[Link], str] = lambda _: "", borne_out: float = 0.0
) -> list[list[Link]]:
    """Groups of links that have claims in common, built from the strongest link down.

    `apart` names the kind of a link; only links of one kind are grouped.  A group takes at most `ROOM` claims
    of a document, so that no chain of half-alike claims arises; a link that would make it larger founds one
    of its own where one of its claims is new.  So does a link between groups of which a smaller share of the
    pairs of claims of two documents than `borne_out` is linked (average linkage).
    """
    ordered = sorted(links, key=strength)
    all_ends = [(key(link.left), key(link.right)) for link in ordered]
    known = {*all_ends, *((right, left) for left, right in all_ends)} if borne_out else set()
    groups: dict[int, list[Link]] = {}
    members: dict[int, set[Key]] = {}
    last: dict[int, int] = {}
    """When each group took a link last: the order of the groups."""
    home: dict[tuple[str, Key], int] = {}
    for number, (link, ends) in enumerate(zip(ordered, all_ends, strict=True)):
        kind = apart(link)
        start, end = ends
        left, right = home.get((kind, start)), home.get((kind, end))
        if left is not None and left == right:
            groups[left].append(link)
            last[left] = number
            continue
        at = sorted([n for n in (left, right) if n is not None], key=last.__getitem__)
        one = {start} if left is None else members[left]
        other = {end} if right is None else members[right]
        together = one | other
        if _too_many(together) or (borne_out and _linked(one, other, known) < borne_out):
            if len(at) == 2:
                continue
            at, together = [], set(ends)
        groups[number] = [k for n in at for k in groups.pop(n)] + [link]
        members[number] = together.union(*(members.pop(n) for n in at))
        last[number] = number
        for e in together:
            if (kind, e) not in home or home[kind, e] in at:
                home[kind, e] = number
    return [groups[n] for n in sorted(groups, key=last.__getitem__)]


def _too_many(members: set[Key]) -> bool:
    if len(members) <= ROOM:
        return False
    count: dict[str, int] = {}
    for document, _ in members:
        count[document] = count.get(document, 0) + 1
    return max(count.values()) > ROOM


def _linked(one: set[Key], other: set[Key], known: set[tuple[Key, Key]]) -> float:
    """Share of the pairs of claims of two groups that stand in two documents that are linked."""
    pairs = [(a, b) for a in one for b in other if a[0] != b[0]]
    return sum([pair in known for pair in pairs]) / max(1, len(pairs))
