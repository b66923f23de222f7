"""When a thing happened last before: reports tell it in several ways, and there is but one such time."""

from __future__ import annotations

import pytest

from treatydiff import Document, compare


def clashes(left: str, right: str) -> set[str]:
    """The rules of the contradictions between two reports."""
    found = compare([Document("a", "A", left), Document("b", "B", right)]).findings
    return {f.type for f in found if f.kind == "contradiction" and f.type}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "It was the first strike at Tarn airport since 2011.",
            "Tarn airport had not seen a strike since 2017.",
        ),
        (
            "Tarn Rovers won the Imer Cup for the first time since 1996.",
            "Tarn Rovers had waited long: when they last won the Imer Cup, in 1999, few cheered.",
        ),
        ("Tarn port was closed for the first time since 1987.", "Tarn port was last closed in 1991."),
        ("It was the first time since 1987 that Tarn port was closed.", "Tarn port was last closed in 1991."),
    ],
)
def test_two_last_times_clash(left: str, right: str) -> None:
    assert clashes(left, right) == {"date"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "It was the first strike at Tarn airport since 2011.",
            "Tarn airport had not seen a strike since 2011.",
        ),
        (
            "It was the first strike at Tarn airport since 2011.",
            "Tarn airport was last enlarged in 2017, before the strike.",
        ),
        ("Ada Holm has led Tarn since 2014.", "Ada Holm last ran for mayor of Tarn in 2017."),
        (
            "It was the first strike at Tarn airport since 2011.",
            "The strike at Tarn airport cost less last year.",
        ),
    ],
)
def test_one_time_and_times_of_other_things_do_not(left: str, right: str) -> None:
    assert not clashes(left, right)


FULL = """The storm tore the roof off the ice rink in Tarn on Tuesday night.
The mayor, Greta Solm, said that the rink would be shut for the rest of the season.
Firefighters led by Anders Wiik searched the stands for hours.
Tarn Rovers have played there since the club was founded.
The coach, Ivar Dahl, called the rink a second home.
Insurers sent two experts to look at the beams.
A school nearby took in families whose windows had been broken.
"""
"""What two full reports tell, so that sentences which have no better partner are linked."""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The rink had not been closed since 2004.", "Tarn Rovers have not won a title since 1998."),
        ("The roof had not been repaired since 2009.", "The roof was last inspected in 2022."),
        (
            "It was the first time since 1977 that a storm shut the rink.",
            "It was the first time since 1991 that firefighters searched a stand.",
        ),
    ],
)
def test_best_partners_that_tell_of_two_things_do_not(left: str, right: str) -> None:
    assert not clashes(FULL + left, FULL + right)
