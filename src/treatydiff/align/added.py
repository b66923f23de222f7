"""Links that are made for the rules, or marked, because of what two clauses tell and not of their wording."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Reading
from treatydiff.rules import Pair

SCORE = 30.0
"""Of these links: enough for the rules, never for a shared fact."""
ONE_STORY = 0.3
"""How likely the documents must be to tell one story for a link that nothing but its evidence ties."""


def pair_of(a: Claim, b: Claim, left: Reading, right: Reading, language: Language) -> Pair:
    """Two clauses as rules see them, of which nothing says yet that they are linked."""
    return Pair(Link(a, b, 0.0), left, right, language)


class Links:
    """The links between clauses of two documents, one for each pair of clauses."""

    def __init__(self, known: Iterable[Link]) -> None:
        self.by_place = {(link.left.index, link.right.index): link for link in known}

    def between(self, a: Claim, b: Claim) -> Link:
        """The link of two clauses, one that scores nothing where there is none."""
        return self.by_place.get((a.index, b.index)) or Link(a, b, 0.0)

    def mark(self, a: Claim, b: Claim, evidence: Evidence, least: float = 0.0) -> None:
        """Add evidence to the link of two clauses, made where there is none, and raise it to `least`."""
        link = self.by_place.get((a.index, b.index)) or Link(a, b, SCORE)
        self.by_place[a.index, b.index] = replace(
            link, score=max(link.score, least), evidence=(*link.evidence, evidence)
        )

    def all(self) -> list[Link]:
        """All of them."""
        return list(self.by_place.values())
