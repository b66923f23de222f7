"""Clauses that place one thing by a direction, for the rules, where their wording alone does not tie them.

"The epicentre was 18 kilometres to the north of the town" and "it hit 11 miles south of the town of Tarn"
share next to no word; that both measure one distance from one town ties them.  So do opposite directions from
one place, or opposite sides of one kind of thing, that either report names but once, in sentences that are
linked and tell what may be one deed: "broke at its southern end", "it was the northern end that broke first".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from treatydiff.align.added import ONE_STORY, SCORE, Links, pair_of
from treatydiff.align.bonds import Bonds
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Reading
from treatydiff.rules._bearings import (
    DISTANCE,
    ONE_DIRECTION,
    OPPOSITE,
    Bearing,
    bearings,
    compass,
    degrees_apart,
)
from treatydiff.rules._flanks import sided
from treatydiff.rules._located import words_of
from treatydiff.rules._moments import of_two_subjects
from treatydiff.rules._rivals import of_one_deed
from treatydiff.tokens import fold

SAME_DISTANCE: tuple[Evidence, ...] = (Evidence(DISTANCE, 1.0, 1.0),)
SOLE = Evidence(ONE_DIRECTION, 1.0, 1.0)
LINKED = 30.0
"""The score from which two sentences may tell where one thing is."""


class _Pointed(NamedTuple):
    """A clause that gives a direction, in degrees."""

    claim: Claim
    degrees: int


def direction_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link]
) -> list[Link]:
    """The known links, and more for clauses that are not yet linked."""
    if story < ONE_STORY:
        return list(known)
    ours, theirs = list(_measured(left, language)), list(_measured(right, language))
    links = Links(known)
    for a, x in ours:
        for b, y in theirs:
            if x.same_distance(y):
                links.by_place.setdefault((a.index, b.index), Link(a, b, SCORE, SAME_DISTANCE))
    bonds = Bonds(left, right, known)
    mine, yours = _sole(left, language), _sole(right, language)
    for what in sorted(mine.keys() & yours.keys()):
        one, two = mine[what], yours[what]
        opposite = degrees_apart(one.degrees, two.degrees) >= OPPOSITE
        linked = bonds.of(one.claim, two.claim) >= LINKED
        pair = pair_of(one.claim, two.claim, left, right, language)
        of_one = linked and of_one_deed(pair) and not of_two_subjects(pair)
        if opposite and of_one and not _of_two_places(one.claim, two.claim, what[1]):
            links.mark(one.claim, two.claim, SOLE)
    return links.all()


def _of_two_places(a: Claim, b: Claim, anchor: str) -> bool:
    """Whether either clause names a place, besides that from which its direction is, and not the same one."""
    ours, theirs = (
        {fold(n.entity) for n in c.names if n.kind in ("place", "unknown")} - {anchor} for c in (a, b)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _measured(reading: Reading, language: Language) -> Iterator[tuple[Claim, Bearing]]:
    """Claims that give one direction with a distance, each with that."""
    for claim in reading.claims:
        if any(q.unit == "km" for q in claim.quantities):
            found = bearings(claim, reading, language)
            if len(found) == 1 and found[0].distance:
                yield claim, found[0]


def _sole(reading: Reading, language: Language) -> dict[tuple[str, str], _Pointed]:
    """Each place, and kind of thing, with the only clause that gives a direction from it, or a side of it."""
    found: defaultdict[tuple[str, str], list[_Pointed]] = defaultdict(list)
    points, portions = compass(language), words_of(language).portions
    for claim in reading.claims:
        for b in bearings(claim, reading, language):
            if b.anchor:
                found["within" if b.within else "from", b.anchor].append(_Pointed(claim, b.degrees))
        for head, (kind, word, span) in sided(claim, reading, language).items():
            # The east runway and the west one are two, the eastern end is a place.
            if kind == "compass" and reading.document.text[span.start : span.end].split()[-1] in portions:
                found["side", head].append(_Pointed(claim, points[word]))
    return {what: told[0] for what, told in found.items() if len(told) == 1}
