"""Clauses that place one thing from one town, for the rules, where their wording alone does not tie them.

"The epicentre was 18 kilometres to the north of the town" and "it hit 11 miles south of the town of Tarn"
share next to no word; that both measure one distance from one town ties them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.align.added import ONE_STORY, SCORE
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Reading
from treatydiff.rules._bearings import DISTANCE, Bearing, bearings

SAME_DISTANCE: tuple[Evidence, ...] = (Evidence(DISTANCE, 1.0, 1.0),)


def direction_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link]
) -> list[Link]:
    """The known links, and more for clauses that are not yet linked."""
    if story < ONE_STORY:
        return list(known)
    ours, theirs = list(_measured(left, language)), list(_measured(right, language))
    if not ours or not theirs:
        return list(known)
    linked = {(link.left.index, link.right.index) for link in known}
    return [
        *known,
        *(
            Link(a, b, SCORE, SAME_DISTANCE)
            for a, x in ours
            for b, y in theirs
            if (a.index, b.index) not in linked and x.same_distance(y)
        ),
    ]


def _measured(reading: Reading, language: Language) -> Iterator[tuple[Claim, Bearing]]:
    """Claims that give one direction with a distance, each with that."""
    for claim in reading.claims:
        if any(q.unit == "km" for q in claim.quantities):
            found = bearings(claim, reading, language)
            if len(found) == 1 and found[0].distance:
                yield claim, found[0]
