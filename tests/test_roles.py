"""Who, where, in what order and in whose words, from two whole reports; all texts are invented."""

from __future__ import annotations

import pytest

from treatydiff import Comparison, Document, Options, compare

HERE = (
    "The museum of Oslund reopened on Monday after a year of repairs. "
    "Its director, Greta Malm, thanked the workers.\n"
)
THERE = (
    "A year of repairs at the Oslund museum ended on Monday, when it reopened. "
    "Director Greta Malm gave thanks to the workers.\n"
)


def run(left: str, right: str, options: Options | None = None) -> Comparison:
    """Two reports of one event that tell one more thing each."""
    return compare(
        [Document("a", "Coast", HERE + left), Document("b", "Bay", THERE + right)], options or Options()
    )


def clashes(left: str, right: str) -> list[tuple[str | None, str]]:
    """Type of each contradiction, with the two sides in a few words."""
    found = run(left, right).findings
    return [(f.type, f.reasons[0][0].detail) for f in found if f.kind == "contradiction"]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "A visitor, Lars Vik, pulled the two boys out of the museum pond.",
            "Both boys were saved from the pond by an off-duty policeman named Otto Brandt.",
            ("actor", "Lars Vik / Otto Brandt"),
        ),
        (
            "A guard, Lars Vik, found the missing painting behind a cupboard in the cellar.",
            "The missing painting was found behind a cellar cupboard by a cleaner, Marta Roos.",
            ("actor", "Lars Vik / Marta Roos"),
        ),
        (
            "The prize for the best poster went to Nils Aker, a student of 19.",
            "Nineteen-year-old student Ida Berg won the prize for the best poster.",
            ("actor", "Nils Aker / Ida Berg"),
        ),
        (
            "The exhibition will travel to Vienna in the autumn.",
            "In the autumn the exhibition will go on to Madrid.",
            ("place", "Vienna / Madrid"),
        ),
        (
            "The lights went out after the alarm had sounded, a guard said.",
            "The lights went out before the alarm sounded, according to a guard.",
            ("sequence", "after / before"),
        ),
        (
            "“A museum without visitors is a cupboard,” Malm said.",
            "“A museum without visitors is a cupboard,” said the mayor, Olav Strand.",
            ("attribution", "Greta Malm / Olav Strand"),
        ),
    ],
)
def test_another_one_another_place_another_order(left: str, right: str, told: tuple[str, str]) -> None:
    assert clashes(left, right) == [told]
    # The other way round the sides change, and nothing else.
    kind, detail = told
    one, two = detail.split(" / ")
    assert clashes(right, left) == [(kind, f"{two} / {one}")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Lars Vik and Marta Roos found the missing painting behind a cupboard.",
            "Marta Roos found the missing painting behind a cupboard, and Lars Vik helped her.",
        ),
        (
            "The missing painting was found by a guard in the cellar of the museum.",
            "Lars Vik found the missing painting in the cellar of the museum.",
        ),
        (
            "The exhibition will travel to Austria in the autumn.",
            "In the autumn the exhibition will go on to Vienna.",
        ),
        (
            "The lights went out after the alarm had sounded, a guard said.",
            "The alarm sounded before the lights went out, according to a guard.",
        ),
        (
            "“A museum without visitors is a cupboard,” Malm said.",
            "“A museum without visitors is a cupboard,” said her spokesman, Olav Strand.",
        ),
    ],
)
def test_what_only_looks_so(left: str, right: str) -> None:
    assert clashes(left, right) == []
    assert clashes(right, left) == []


def test_one_distance_from_one_town_ties_clauses_without_a_common_word() -> None:
    left = "It stood 18 kilometres to the north of the town."
    right = "Workers carried the statue to a meadow 11 miles south of the town of Rode."
    assert clashes(left, right) == [("place", "north of the town / south of the town of Rode")]


def test_an_utterance_in_several_clauses_is_one_finding() -> None:
    said = "“You cannot hang a picture on an empty promise, and you cannot heat a hall with applause,” "
    result = run(f"{said}Malm said.", f"{said}said the mayor, Olav Strand.")
    (found,) = [f for f in result.findings if f.kind == "contradiction"]
    assert len(found.places) > 2 and found.explanation == ("Coast has Greta Malm say it, Bay Olav Strand.")


def test_a_clash_lists_the_clause_that_names_who_did_it() -> None:
    left = "A guard, Lars Vik, who was on his first shift, found the missing painting in the cellar."
    right = "The missing painting was found in the cellar by a cleaner, Marta Roos."
    result = run(left, right)
    (found,) = [f for f in result.findings if f.kind == "contradiction"]
    text = result.readings[0].document.text
    assert any("Lars Vik" in text[p.span.start : p.span.end] for p in found.places if p.document == "a")


def test_a_shared_fact_names_few_differences_each_once() -> None:
    result = run(
        "Some 300 guests came, and most rooms were full, Malm said. “We must never shut again,” she said.",
        "312 guests came, and all rooms were full, Malm said. “We can never shut again,” she said.",
    )
    for found in result.findings:
        rules = [reason.rule for reason, _, _ in found.reasons]
        assert len(rules) <= 3 and len(rules) == len(set(rules))
    told = {reason.rule for found in result.findings for reason, _, _ in found.reasons}
    assert {"precision", "scope", "wording"} <= told
