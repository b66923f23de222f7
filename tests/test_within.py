"""Clashes within one report, and what only looks like one; all texts are invented."""

from __future__ import annotations

import pytest

from treatydiff import Comparison, Document, Options, compare
from treatydiff.renderers import View, text

OTHER = "The mayor of Lund wept at the funeral of her cat."


def run(report: str, options: Options | None = None) -> Comparison:
    """The comparison of a report with one that has nothing to do with it."""
    return compare([Document("a", "Coast", report), Document("b", "Bay", OTHER)], options)


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (
            "A fire at the paper mill in Tarn killed twelve workers on Friday night.\n"
            "The mill was built in 1911.\n"
            "Fourteen workers were killed in the fire at the paper mill.",
            ("number", "likely", "Coast (line 1) gives “twelve workers”, Coast (line 3) “Fourteen workers”."),
        ),
        (
            "The final inquest into the fire is set for May 12.\n"
            "The mill was built in 1911.\n"
            "The final inquest into the fire will open on May 17.",
            ("date", "likely", "Coast (line 1) gives the time as “May 12”, Coast (line 3) as “May 17”."),
        ),
        (
            "Twelve workers were killed by the fire at the mill, police said.\n"
            "“Fourteen workers were killed by the fire at the mill,” Ivo Lind said.",
            (
                "number",
                "possible",
                "Coast (line 1) gives “Twelve workers”, Coast (line 2) “Fourteen workers”.",
            ),
        ),
    ],
)
def test_a_report_that_disagrees_with_itself(report: str, told: tuple[str, str, str]) -> None:
    (found,) = run(report).internal
    assert (found.type, found.certainty, found.explanation) == told
    assert [p.document for p in found.places] == ["a", "a"]


def test_two_sources_that_disagree_are_both_named() -> None:
    (found,) = run(
        "Twelve workers were killed by the fire at the mill, police said.\n"
        "“Fourteen workers were killed by the fire at the mill,” Ivo Lind said."
    ).internal
    assert found.reasons[0][0].harmless == "Two sources may disagree: police and Ivo Lind."


@pytest.mark.parametrize(
    "report",
    [
        # One figure told twice, once more loosely.
        "The fire at the paper mill killed twelve workers.\nAt least ten were killed in the mill fire.",
        # A part and the whole, an earlier count and a later one.
        "The fire at the mill killed twelve workers.\nIn total the fires at the mill killed 31 workers.",
        "The fire at the mill killed twelve workers.\nEarlier a fire at the mill killed three workers.",
        # Two places, two groups, two years.
        "The mill fire in Tarn killed twelve workers.\nThe mill fire in Lund killed two workers.",
        "The fire at the mill killed twelve workers.\nThe fire at the mill injured thirty workers.",
        "A fire at the mill killed twelve workers in 2011.\nA fire at the mill killed two workers in 1987.",
        # Both numbers in one sentence, both sides of a dispute without figures.
        "The fire at the mill killed twelve workers, not fourteen workers, the mill said.",
        "Police said the mill was safe.\nThe union said the mill was not safe.",
        OTHER,
    ],
)
def test_a_report_that_does_not(report: str) -> None:
    assert run(report).internal == ()


REPORT = "The inquest into the mill fire opens on May 12.\nThe inquest into the mill fire opens on May 17."


def test_rules_can_be_silenced_here_too() -> None:
    assert run(REPORT).internal
    assert run(REPORT, Options(ignore=frozenset({"date"}))).internal == ()
    assert run(REPORT, Options(select=frozenset({"number"}))).internal == ()


def test_they_are_shown_apart() -> None:
    result = run(REPORT)
    assert result.findings and not any(f.kind == "contradiction" for f in result.findings)
    shown = "\n".join(text.comparison(result, View()))
    assert "1 within one report" in shown and "Coast (line 1)" in shown
