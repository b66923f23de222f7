"""Sentences cut into the clauses that assert one thing each; all texts are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest

from treatydiff.model import Document
from treatydiff.pipeline import read


def claims(text: str) -> list[str]:
    """The clauses of a text."""
    return [c.text for c in read(Document("a", "A", text)).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill in Marlow burned down.", ["The mill in Marlow burned down."]),
        (
            "The ferry to Tessaly ran aground on Tuesday, and lifeboats took all passengers off.",
            ["The ferry to Tessaly ran aground on Tuesday,", "and lifeboats took all passengers off."],
        ),
        (
            "The partners want to ship grain to Tessaly and build silos in both ports.",
            ["The partners want to ship grain to Tessaly", "and build silos in both ports."],
        ),
        (
            "Ministers agreed to cut the import tariffs and to raise teachers' wages.",
            ["Ministers agreed to cut the import tariffs", "and to raise teachers' wages."],
        ),
        (
            "Brandt, who has run the town since 2019, denied that he had known of the leak before May.",
            ["Brandt, who has run the town since 2019,", "denied that he had known of the leak before May."],
        ),
        (
            "The company denied the charge, saying it had followed all the rules.",
            ["The company denied the charge,", "saying it had followed all the rules."],
        ),
        (
            "If the parties do not agree by Sunday, new elections will have to be held.",
            ["If the parties do not agree by Sunday,", "new elections will have to be held."],
        ),
        (
            "Police arrested three men in Harlow, two days after thieves had robbed the town museum.",
            ["Police arrested three men in Harlow,", "two days after thieves had robbed the town museum."],
        ),
        (
            "The ferry sank off Tarn shortly after the crew had left the burning deck.",
            ["The ferry sank off Tarn", "shortly after the crew had left the burning deck."],
        ),
        (
            "Trains to Tessaly ran again as soon as the signal box was mended.",
            ["Trains to Tessaly ran again", "as soon as the signal box was mended."],
        ),
        (
            "She praised the accord and voiced hope that it would last.",
            ["She praised the accord", "and voiced hope that it would last."],
        ),
        ("She hopes to meet and talk to them.", ["She hopes to meet and talk to them."]),
        (
            "Rescue teams reached the last village after engineers had cleared the northern road.",
            ["Rescue teams reached the last village", "after engineers had cleared the northern road."],
        ),
        (
            'Captain Orlo Brandt told reporters on Monday: "The steering pump failed without warning."',
            ["Captain Orlo Brandt told reporters on Monday:", '"The steering pump failed without warning."'],
        ),
        (
            "The harbour master, who has run the port since 2014, was dismissed along with the entire board.",
            [
                "The harbour master, who has run the port since 2014,",
                "was dismissed along with the entire board.",
            ],
        ),
        (
            "By noon the shares had lost half their value, and savers whose deposits ran to millions fled.",
            [
                "By noon the shares had lost half their value,",
                "and savers whose deposits ran to millions fled.",
            ],
        ),
        (
            "The tremor came before daybreak on Tuesday as bakers lit their ovens in the old town.",
            ["The tremor came before daybreak on Tuesday", "as bakers lit their ovens in the old town."],
        ),
        (
            "The operator said it had shut the valve on Friday and that its pumps had passed every test.",
            [
                "The operator said it had shut the valve on Friday",
                "and that its pumps had passed every test.",
            ],
        ),
        (
            "The rally began at 11:15 p.m. on Tuesday and went on for about two hours.",
            ["The rally began at 11:15 p.m. on Tuesday", "and went on for about two hours."],
        ),
        (
            "Nobody blames the weather: the lake was closed by three locks in spring.",
            ["Nobody blames the weather:", "the lake was closed by three locks in spring."],
        ),
        (
            'Advocate Sada Rahm, who spoke for the tenants, said she was "relieved rather than happy".',
            [
                "Advocate Sada Rahm, who spoke for the tenants,",
                'said she was "relieved rather than happy".',
            ],
        ),
        (
            "The tallest of the six blocks, with 11 storeys, would hide the dome.",
            ["The tallest of the six blocks, with 11 storeys, would hide the dome."],
        ),
        (
            "Brandt was told of the damage before last week.",
            ["Brandt was told of the damage before last week."],
        ),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


def test_claims_cover_their_passage_without_overlap() -> None:
    text = "The council, which met late, voted 7-2 for the bridge; work starts in May, if money comes.\n" * 3
    reading = read(Document("a", "A", text))
    for passage in reading.passages:
        spans = [c.span for c in reading.claims if c.passage == passage.index]
        assert spans == sorted(spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))
        joined = "".join(text[s.start : s.end] for s in spans)
        assert joined.replace(" ", "") == passage.text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "The harbour master, who has run the port since 2014, was dismissed with the entire board.",
            ["", "The harbour master"],
        ),
        ("The council met in Marlow on Monday and approved the budget for next year.", ["", "The council"]),
        ("The council vowed to fight the first ruling and appeal the record fine.", ["", "The council"]),
        (
            "The prize went to pianist Ada Lorne, who played three sonatas by heart.",
            ["", "pianist Ada Lorne"],
        ),
        ("Lifeboats took the passengers off, and tugs towed the ferry to Tessaly.", ["", ""]),
    ],
)
def test_clauses_know_what_they_are_said_of(text: str, topics: list[str]) -> None:
    reading = read(Document("a", "A", text))
    assert [" ".join(t.text for t in c.topic) for c in reading.claims] == topics
