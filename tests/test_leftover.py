"""Parts of shared clauses that one document has alone; all texts are invented."""

from __future__ import annotations

import pytest

from treatydiff.model import Document
from treatydiff.pipeline import compare

STORY = "The ferry Lady Orla capsized off Tarn on Monday, the coast guard said."


def told(kind: str, *texts: str) -> list[str]:
    """The words of the first document in findings of a kind."""
    documents = [Document(i, i.upper(), t) for i, t in zip("ab", texts, strict=True)]
    return [
        texts[0][p.span.start : p.span.end]
        for f in compare(documents).findings
        if f.kind == kind
        for p in f.places
        if p.document == "a"
    ]


@pytest.mark.parametrize(
    ("text", "kept", "own"),
    [
        pytest.param(
            "The ferry Lady Orla capsized off Tarn on Monday in gusty winds rising since daybreak.",
            "The ferry Lady Orla capsized off Tarn on Monday",
            ["in gusty winds rising since daybreak."],
            id="last part",
        ),
        pytest.param(
            "Barely visible through heavy rain, the ferry Lady Orla capsized off Tarn on Monday.",
            "the ferry Lady Orla capsized off Tarn on Monday.",
            ["Barely visible through heavy rain,"],
            id="first part",
        ),
        pytest.param(
            "The ferry Lady Orla capsized off Tarn on Monday (in gusty winds rising since daybreak).",
            "The ferry Lady Orla capsized off Tarn on Monday",
            ["(in gusty winds rising since daybreak)."],
            id="last part in brackets",
        ),
        pytest.param(
            "Barely visible through heavy rain, the ferry Lady Orla capsized off “Tarn” on “Monday”",
            "the ferry Lady Orla capsized off “Tarn” on “Monday”",
            ["Barely visible through heavy rain,"],
            id="marks at the end",
        ),
        pytest.param(
            "The ferry Lady Orla capsized off Tarn on Monday in rain.",
            "The ferry Lady Orla capsized off Tarn on Monday in rain.",
            [],
            id="too little to stand alone",
        ),
        pytest.param(
            "The ferry Lady Orla capsized off Tarn on Monday beside a watchful sleepy guard.",
            "The ferry Lady Orla capsized off Tarn on Monday beside a watchful sleepy guard.",
            [],
            id="of which the other has a word",
        ),
    ],
)
def test_what_is_new_is_parted_from_what_is_shared(text: str, kept: str, own: list[str]) -> None:
    assert told("shared", text, STORY) == [kept]
    assert told("unique", text, STORY) == own


def test_the_other_side_stays_whole() -> None:
    text = "The ferry Lady Orla capsized off Tarn on Monday in gusty winds rising since daybreak."
    assert told("shared", STORY, text) == [STORY]
