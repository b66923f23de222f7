"""Figures and times that each of two reports gives once, in sentences linked by what else they say."""

from __future__ import annotations

from datetime import date

import pytest

from entries import details
from treatydiff import Document, compare
from treatydiff.language import load_language
from treatydiff.model import Link
from treatydiff.pipeline import read
from treatydiff.rules import Pair
from treatydiff.rules._beside import against_two, is_change

FRAME = """Orm Ferries stopped its boats at dawn because the deckhands had walked out.
Their union, led by Edda Quill, wants a cook on every boat.
Quill told the crowd on the quay that the cooks had been promised in spring.
The firm's director, Lasse Torv, called the walkout a blow to the islands.
Fishermen took the mail across to Hallasund.
A hospital there asked for a helicopter.
The minister for the islands said that he would not step in.
"""
"""What both reports tell, so that they are of one event."""


def clashes(left: str, right: str) -> list[str]:
    return details(FRAME, left, right, date(2024, 6, 13), "number", "date")


ONE = [
    ("Orm Ferries cancelled 212 crossings on Monday.", "On Monday Orm Ferries scrubbed 164 departures."),
    (
        "The walkout ate up 3.5 million crowns, Torv said.",
        "Torv put what the walkout took at 2.9 million crowns.",
    ),
    # Measures of one substance may lie farther apart; counts of things of one name.
    (
        "Some 12 tonnes of diesel were lost on the quay.",
        "In all three tonnes of diesel had got out on the quay.",
    ),
    (
        "Orm Ferries promised to hire 20,000 more cooks for the boats by December.",
        "By December Orm Ferries promised 12,000 new cooks for the boats.",
    ),
    # Days and times of day of what is one sentence in two wordings.
    ("Quill passed a medical in Hallasund on Tuesday.", "Quill's medical in Hallasund was on Monday."),
    (
        "The walkout grew out of a quarrel in March 2022.",
        "The quarrel behind the walkout goes back to October 2020.",
    ),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_tied(left: str, right: str) -> None:
    assert len(clashes(left, right)) == len(clashes(right, left)) == 1


TWO = [
    # Small counts, people and things, measures of two things.
    ("Orm Ferries cancelled 12 crossings on Monday.", "On Monday Orm Ferries scrubbed nine departures."),
    ("Orm Ferries sent home 164 deckhands on Monday.", "On Monday Orm Ferries scrubbed 212 departures."),
    ("Shares in Orm Ferries fell 6 percent on Monday.", "Sales of Orm Ferries fell 9 percent on Monday."),
    # Changes of a day, and of months.
    (
        "Shares in Orm Ferries fell 3 percent on Monday.",
        "Orm Ferries' shares had lost 11 percent since January.",
    ),
    # A figure that the other report has as well.
    (
        "Orm Ferries cancelled 212 crossings.",
        "Orm Ferries scrubbed 164 departures and later 48, or 212 in all.",
    ),
    # A sum in two parts; the rest; two sums, each at its time.
    (
        "Orm Ferries employs 7,200 people, Tarn Mill 1,900.",
        "Some 9,000 people work for the two.",
    ),
    (
        "Police detained 34 deckhands. Of the 34 detained, 21 were released on Friday.",
        "Police detained 34 deckhands. By noon 13 deckhands were still being held.",
    ),
    (
        "Orm Ferries will start the new boat in June. "
        "It expects sales of 900 million crowns from it in 2026 and 2 billion at the peak.",
        "In June the new boat starts. "
        "Next year, brokers think, it will bring in 400 million crowns for Orm Ferries; "
        "the firm itself speaks of 900 million crowns in the year after.",
    ),
    # What was long ago and what was of late; what is over and what is to come.
    ("The last walkout was in 2011.", "The walkout came after another one in April."),
    ("The quarrel began in March.", "The walkout is to end in August."),
    # Two deeds, by their verbs or by the nouns behind those that say little.
    ("Orm Ferries answered 210 calls on Monday.", "On Monday Orm Ferries made 160 trips."),
    (
        "Lasse Torv, who came to the firm as a clerk in 1998, wept.",
        "Lasse Torv became the director of the firm in 2011.",
    ),
    ("The cooks were tested on 3 May 2024.", "The cooks were hired on 9 May 2024."),
    ("A quay will be built at Hallasund in 2026.", "A hotel will open at Hallasund in 2028."),
    # Nothing in common but the unit.
    ("The rest, 61 percent, is for the islands, Torv said.", "Torv has 42 percent behind him."),
    ("Quill boiled 48 litres of soup.", "A cook spilled 31 litres of tea on Quill."),
    # Of houses, and of windows, which are no houses.
    ("The storm broke windows in 340 houses on the islands.", "The storm broke 560 windows on the islands."),
    # Years of one life; days of what two have done, or will do.
    ("Quill's last film came out in 2019.", "Quill's last appearance on stage was in 2014."),
    (
        "Quill was named in the national squad last September.",
        "Quill made her debut for the national team last March.",
    ),
    (
        "Quill, who is 42, takes up her post on 1 September.",
        "She will open the season with a song on 12 September.",
    ),
    ("Quill, 42, takes up her post on 1 September 2025.", "Quill plays in Vienna on 12 September 2025."),
    (
        "Quill, 42, takes up her post on 1 September 2025.",
        "Quill will be heard in Vienna in a symphony by Mahler on 3 August 2025.",
    ),
    (
        "The upper house will deal with the bill on 27 June.",
        "The king is expected to sign the bill by the end of July.",
    ),
    (
        "The actress Ida Holm died on Tuesday at 84, her family said on Wednesday.",
        "Fans laid flowers at the theatre in Hallasund on Thursday for the actress Ida Holm, who has died.",
    ),
    # Times that only touch.
    ("No boat will be sold before 2027.", "All boats will be kept until the end of 2026."),
]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_not_tied(left: str, right: str) -> None:
    assert clashes(left, right) == clashes(right, left) == []


def test_short_reports_are_linked_for_want_of_others() -> None:
    documents = [
        Document("a", "a", "The mill stood still on Monday. It cancelled 212 orders."),
        Document("b", "b", "The mill stood still on Monday. It dropped 164 wares."),
    ]
    assert not [f for f in compare(documents).findings if f.kind == "contradiction"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It was 40 centimetres less than forecast.", "It was half a metre lower than the quay.", True),
        ("It was 40 centimetres less than in 2011.", "It was half a metre lower than last year.", False),
        ("It was 40 centimetres less than forecast.", "Tarn was half a metre lower.", False),
    ],
)
def test_distances_from_two_things(left: str, right: str, expected: bool) -> None:
    documents = [Document(i, i, text, published=date(2024, 6, 13)) for i, text in (("a", left), ("b", right))]
    a, b = map(read, documents)
    pair = Pair(Link(a.claims[0], b.claims[0], 0.0), a, b, load_language("en"))
    p, q = (next(q for c in r.claims for q in c.quantities if q.unit == "km") for r in (a, b))
    assert against_two(p, q, pair) is expected


def test_what_is_asked_for_is_told_in_the_sentence_of_a_rise() -> None:
    told = {
        "The union wants a rise of 4 percent.": False,
        "The union asked for more. Fares rose 4 percent.": True,
    }
    for text, expected in told.items():
        reading = read(Document("a", "a", text))
        share = next(q for c in reading.claims for q in c.quantities if q.unit == "percent")
        assert is_change(share, reading) is expected
