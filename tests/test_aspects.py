"""Every aspect of a pack tells its own examples apart, told in two reports that begin alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from entries import check, clash, entries
from treatydiff.errors import InputError
from treatydiff.language import load_language
from treatydiff.rules._aspects import aspects

ENTRIES = entries("aspects")
RULES = ("number", "date")


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry(entry: dict[str, Any]) -> None:
    check(entry, *RULES)


def test_ids_are_distinct() -> None:
    ids = [p.values[0]["id"] for p in ENTRIES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: x, unit: count}", "are needed"),
        ("{id: x, unit: count, ways: [[beds]]}", "lines of words"),
        ("{id: x, unit: furlong, ways: [beds]}", "unit must be one of age, "),
        ("{id: x, unit: count, ways: [beds], course: falls}", "course must be one of grows, changes"),
    ],
)
def test_an_aspect_that_is_wrong_is_refused(tmp_path: Path, entry: str, message: str) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text(f"aspects: {{aspects: [{entry}]}}\n")
    with pytest.raises(InputError, match=message):
        aspects(load_language("en", (str(pack),)))


def test_day_and_time_of_day_are_compared_apart() -> None:
    """That both name one day is no agreement on the hour."""
    left = "The craft landed on Wednesday. It touched down at 14:20."
    assert clash(left, "The craft landed on Wednesday, and the landing came at 3.05pm.", *RULES)
    assert not clash(left, "The craft landed on Wednesday, and the landing came at 2.20pm.", *RULES)


def test_two_that_both_reports_know_are_two() -> None:
    """What each of several has one of is told of one of them: two firms have two staffs."""
    both = "Tarnow Mills and Marlow Foods merged. "
    left = both + "Tarnow Mills employs 2,300 people."
    assert clash(left, both + "Tarnow Mills has a workforce of 1,700.", *RULES)
    assert not clash(left, both + "Marlow Foods has a workforce of 1,700.", *RULES)
