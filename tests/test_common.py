"""What is told of the two sides of a finding: the names, words and figures that they have in common."""

from __future__ import annotations

import json

import pytest

from treatydiff import Document, compare
from treatydiff.renderers.json import as_dict


def ties(left: str, right: str) -> tuple[str, ...]:
    found = compare([Document("a", "A", left), Document("b", "B", right)])
    return next(f.ties for f in found.findings if f.kind != "unique")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Prime Minister Orla Quent opened the bridge at Halmar on Friday.",
            "Orla Quent opened the bridge at Halmar.",
            {"Orla Quent", "Halmar", "opened", "bridge"},
        ),
        (
            "The ferry Rosalind sank with 214 people aboard.",
            "The Rosalind, a ferry, sank; 214 people were aboard.",
            {"Rosalind", "sank", "214", "aboard"},
        ),
    ],
)
def test_names_words_and_figures_of_both_sides_are_told(left: str, right: str, expected: set[str]) -> None:
    assert expected <= set(ties(left, right))


def test_a_word_within_a_name_is_told_with_the_name_alone() -> None:
    found = ties("Orla Quent opened the bridge at Halmar.", "Orla Quent opened the bridge on Monday.")
    assert "Quent" not in found
    assert "Orla Quent" in found


def test_of_a_figure_only_the_number_and_what_it_counts_are_told() -> None:
    found = ties("Turnout at Halmar was 61 per cent.", "Turnout at Halmar was just 57 per cent.")
    assert "cent" not in found and "Halmar" in found and "Turnout" in found
    assert {"40", "sheep"} <= set(ties("The storm killed 40 sheep.", "The storm killed about 40 sheep."))


def test_each_side_keeps_its_own_word_where_documents_change_places() -> None:
    left, right = "Ministers praised the pact in Halmar.", "Halmar ministers praised the agreement."
    assert "pact / agreement" in ties(left, right)
    assert "agreement / pact" in ties(right, left)


def test_what_only_one_report_has_is_tied_to_nothing() -> None:
    found = compare([Document("a", "A", "The ferry sank off Halmar."), Document("b", "B", "Rents rose.")])
    assert {f.ties for f in found.findings if f.kind == "unique"} == {()}


def test_sentences_for_programs_name_the_reports() -> None:
    left = Document("a", "Post", "The ministers signed the accord in Halmar on Friday.")
    right = Document("b", "{left}", "The ministers arrived in Halmar on Friday to sign the accord.")
    text = json.dumps(as_dict(compare([left, right])))
    assert "{right}" not in text
    assert "Post tells it as done" in text
