"""Opposite directions from one place, or sides of one thing, that either of two reports names once."""

from __future__ import annotations

from datetime import date

import pytest

from entries import details

FRAME = """A storm tore the roof off the ice rink in Kallby on Tuesday night.
The mayor, Greta Solm, said that the rink would be shut for the rest of the season.
Firefighters led by Anders Wiik searched the stands for hours.
A school nearby took in families whose windows had been broken.
"""
"""What both reports tell, so that they are of one event."""


def clashes(left: str, right: str) -> list[str]:
    return details(FRAME, left, right, date(2024, 6, 13), "place")


ONE = [
    ("The roof came down north of Kallby, a port.", "It came down well to the south of Kallby, near a farm."),
    (
        "The rink broke at its southern end, Solm said.",
        "It was the northern end of the rink that broke first.",
    ),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_thing(left: str, right: str) -> None:
    assert len(clashes(left, right)) == len(clashes(right, left)) == 1


TWO = [
    # Two deeds, near one town or at one thing.
    ("Part of the roof landed north of Kallby.", "The storm had come in from the sea south of Kallby."),
    ("A barn west of Kallby burned down after lightning.", "A tree fell on a car east of Kallby."),
    (
        "A crane stands at the western end of the rink.",
        "Insurers entered through the eastern end of the rink.",
    ),
    ("Beams on the eastern side of the rink were bent.", "Beams on the western side of the rink held."),
    # One deed of two.
    ("A tree fell on a car east of Kallby.", "In the west of Kallby a mast fell on a road."),
    ("A tree fell on a car east of Kallby.", "A mast fell on a road to the west of Kallby."),
]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_things(left: str, right: str) -> None:
    assert clashes(left, right) == clashes(right, left) == []
