"""Clashes of two things of a kind are none: the ferry's crew and the freighter's."""

from __future__ import annotations

from datetime import date

import pytest

from treatydiff import Document, compare


def clashes(left: str, right: str) -> list[str]:
    """The types of the contradictions between two short reports of one day that tell one story."""
    frames = (
        "The harbour office at Brask gave new details on Friday, harbour master Ada Holm said.\n\n",
        "New details were given on Friday by the harbour office at Brask, harbour master Ada Holm said.\n\n",
    )
    after = "\n\nHolm, 52, has led the harbour office at Brask since 2019.\n"
    documents = [
        Document(key, key, frame + text + after, published=date(2024, 6, 14))
        for key, frame, text in zip("ab", frames, (left, right), strict=True)
    ]
    return [f.type or "" for f in compare(documents).findings if f.kind == "contradiction"]


@pytest.mark.parametrize(
    ("told", "of_another", "of_the_same"),
    [
        # Whose it is, however that is told.
        (
            "The captain of the tanker was unhurt.",
            "The captain of the trawler was badly injured.",
            "The tanker's captain was badly injured.",
        ),
        # One verb with two words that turn it either way; two people by name.
        (
            "The singer checked into the Holm clinic on Friday.",
            "The singer checked out of the Holm clinic on Thursday.",
            "The singer checked into the Holm clinic on Thursday.",
        ),
        (
            "Ivo Lind was arrested for drunken driving in Tarn early on Friday morning.",
            "Karl Brandt was arrested for drunken driving in Tarn early on Sunday morning.",
            "Ivo Lind was arrested for drunken driving in Tarn early on Sunday morning.",
        ),
        (
            "Ivo Lind was jailed for six years for fraud.",
            "Karl Brandt was jailed for four years for fraud.",
            "Ivo Lind was jailed for four years for fraud.",
        ),
        (
            "Ivo Lind scored 19 goals for Tarn this season.",
            "Karl Brandt scored 23 goals for Tarn this season.",
            "Ivo Lind scored 23 goals for Tarn this season.",
        ),
        (
            "The president denied that he had met the envoy.",
            "The envoy met the prime minister.",
            "The president met the envoy.",
        ),
        (
            "The lorry driver died at the scene.",
            "The van driver survived.",
            "The driver of the lorry survived.",
        ),
        (
            "The dockers' strike lasted four days.",
            "The bus drivers' strike lasted two weeks.",
            "The strike of the dockers lasted two weeks.",
        ),
        (
            "A strike by nurses began on Monday.",
            "A strike by teachers began on Wednesday.",
            "The nurses' strike began on Wednesday.",
        ),
        ("Ticket prices rose.", "Fuel prices fell.", "Ticket prices fell."),
        # What else tells it from others.
        (
            "Profit before tax was 14 million euros.",
            "Profit after tax was 9 million euros.",
            "Profit before tax was 9 million euros.",
        ),
        (
            "The mill earned 14 million euros before tax.",
            "The mill made 9 million euros after tax.",
            "The mill made 9 million euros before tax.",
        ),
        (
            "The bomb at the mill exploded.",
            "The bomb at the brewery failed to explode.",
            "The bomb at the mill failed to explode.",
        ),
        # Contrasting words.
        ("The front door was locked.", "The back door was open.", "The front door was open."),
        ("The larger ship sank.", "The smaller ship stayed afloat.", "The larger ship stayed afloat."),
        (
            "The east runway is closed.",
            "Flights use the west runway, which is open.",
            "Flights use the east runway, which is open.",
        ),
        (
            "The north tower has 31 floors.",
            "The south tower has 24 floors.",
            "The north tower has 24 floors.",
        ),
        (
            "One neighbour heard three shots.",
            "Another neighbour heard five shots.",
            "A neighbour heard five shots.",
        ),
        ("The deputy mayor resigned.", "The mayor refused to resign.", "The deputy mayor refused to resign."),
        # Those on two sides.
        (
            "In the city, 40 people were hurt.",
            "In the villages around it, 70 were hurt.",
            "In the city, 70 people were hurt.",
        ),
        (
            "Rescuers found the boy in a church.",
            "Rescuers found the girl in a barn.",
            "Rescuers found the boy in a barn.",
        ),
        # Two acts, and two moments.
        ("Doors open at 7 p.m.", "The concert begins at 8 p.m.", "Doors open at 8 p.m."),
        (
            "The shares opened at 40 euros.",
            "The shares closed at 37 euros.",
            "The shares opened at 37 euros.",
        ),
        (
            "The crew left the ship.",
            "At first the crew refused to leave the ship.",
            "The crew refused to leave the ship.",
        ),
        (
            "The lake is 12 metres deep.",
            "On average the lake is 7 metres deep.",
            "The lake is 7 metres deep.",
        ),
        (
            "Police had expected 5,000 marchers.",
            "About 2,000 people marched.",
            "Police had expected 2,000 marchers.",
        ),
        (
            "Two men were arrested on Monday.",
            "A third man was arrested on Tuesday.",
            "Two men were arrested on Tuesday.",
        ),
        (
            "The union rejected the first offer.",
            "The union accepted the new offer.",
            "The union accepted the first offer.",
        ),
        (
            "The council voted 12 to 5 for the plan.",
            "The committee voted 7 to 4 for the plan.",
            "The council voted 12 to 8 for the plan.",
        ),
        (
            "Prices rose by 4 percent in a year.",
            "Prices fell by 0.2 percent from May.",
            "Prices fell by 4 percent in a year.",
        ),
        (
            "The mayor denied that he met the builder in Lund.",
            "The mayor met the builder in Calder.",
            "The mayor met the builder in Lund.",
        ),
        (
            "Trade between them was worth 700 million crowns in 2019.",
            "In 2021 trade fell to 90 million crowns.",
            "Trade between them was worth 900 million crowns in 2019.",
        ),
    ],
)
def test_two_things_of_a_kind_do_not_clash(told: str, of_another: str, of_the_same: str) -> None:
    assert clashes(told, of_another) == []
    assert clashes(of_another, told) == []
    assert clashes(told, of_the_same) != []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Words for one thing, adjectives and whose speaker it is tell no two things apart.
        ("The driver of the lorry was sober.", "The truck driver was drunk."),
        ("The deadly storm killed 12 people.", "The violent storm killed 19 people."),
        ("The mayor of the port said 12 people died.", "19 people died, the mayor of the island said."),
        # The words that clash tell no two things apart.
        (
            "The bomb was hidden in the north tower of the mill.",
            "The bomb was hidden in the mill's south tower.",
        ),
    ],
)
def test_one_thing_in_other_words_does(left: str, right: str) -> None:
    assert clashes(left, right) != []


def test_what_somebody_calls_a_thing_is_no_deed() -> None:
    assert clashes("The harbour pilot called it a disaster.", "The owner called it a small fire.") == []


@pytest.mark.parametrize(
    ("prevented", "agrees", "clash"),
    [
        (
            "Fog prevented the rebels from attacking the town.",
            "The rebels attacked a convoy near the town.",
            "",
        ),
        (
            "The navy prevented pirates from attacking a tanker.",
            "The pirates who attacked a tanker fled.",
            "",
        ),
        (
            "The guard prevented the minister from entering the hall.",
            "The minister entered the garden.",
            "The minister entered the hall.",
        ),
        (
            "The guard prevented the minister from entering the hall.",
            "The minister entered the hall by another door.",
            "",
        ),
        (
            "The strike stopped the ferry from leaving the port.",
            "The ferry did not leave the port.",
            "The ferry left the port.",
        ),
        (
            "Residents were kept from returning to the island.",
            "Residents did not return to the island.",
            "Residents returned to the island.",
        ),
    ],
)
def test_what_is_prevented_is_not_done_and_may_be_tried(prevented: str, agrees: str, clash: str) -> None:
    assert clashes(prevented, agrees) == []
    assert not clash or clashes(prevented, clash) == ["negation"]


@pytest.mark.parametrize(
    ("more", "certainty"),
    [
        (" The tug's captain was on land.", "possible"),
        (" The weather was fine.", "likely"),
    ],
)
def test_of_several_things_one_that_is_left_open_is_possibly_another(more: str, certainty: str) -> None:
    documents = [
        Document("a", "A", f"The captain of the ferry signed the report on the fire in Brask.{more}\n"),
        Document("b", "B", "The captain did not sign the report on the fire in Brask.\n"),
    ]
    found = [f for f in compare(documents).findings if f.kind == "contradiction"]
    assert [f.certainty for f in found] == [certainty]
