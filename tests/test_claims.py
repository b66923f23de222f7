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
            "Rescue teams reached the last village after engineers had cleared the northern road.",
            ["Rescue teams reached the last village", "after engineers had cleared the northern road."],
        ),
        (
            'Captain Orlo Brandt told reporters on Monday: "The steering pump failed without warning."',
            ["Captain Orlo Brandt told reporters on Monday:", '"The steering pump failed without warning."'],
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
