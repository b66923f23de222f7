"""Every aspect of a pack tells its own examples apart, told in two reports that begin alike."""

from __future__ import annotations

from typing import Any

import pytest

from treatydiff import Document, Options, compare
from treatydiff.language import known_languages, load_language

FRAME = (
    "Olmar Lines and the town of Hallasund have been told what came of it, the harbour office said. "
    "Captain Edda Quill told Ivo Lind of the harbour office so in the old customs house. "
)
"""What both reports tell, so that they are of one event."""
ENTRIES = [
    pytest.param(entry, id=entry["id"])
    for code in known_languages()
    for entry in load_language(code).entries("aspects", "aspects")
]


def clash(left: str, right: str) -> bool:
    """Whether the rules for figures and times find a clash."""
    documents = [Document(i, i, FRAME + text) for i, text in (("a", left), ("b", right))]
    found = compare(documents, Options(select=frozenset({"number", "date"})))
    return any(f.kind == "contradiction" for f in found.findings)


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry(entry: dict[str, Any]) -> None:
    assert entry["contradicts"] and entry["agrees"]
    for expected, examples in ((True, entry["contradicts"]), (False, entry["agrees"])):
        for left, right in examples:
            assert clash(left, right) is expected, (left, right)
            assert clash(right, left) is expected, (right, left)


def test_ids_are_distinct() -> None:
    ids = [p.values[0]["id"] for p in ENTRIES]  # type: ignore[index]
    assert len(ids) == len(set(ids))


def test_day_and_time_of_day_are_compared_apart() -> None:
    """That both name one day is no agreement on the hour."""
    left = "The craft landed on Wednesday. It touched down at 14:20."
    assert clash(left, "The craft landed on Wednesday, and the landing came at 3.05pm.")
    assert not clash(left, "The craft landed on Wednesday, and the landing came at 2.20pm.")


def test_two_that_both_reports_know_are_two() -> None:
    """What each of several has one of is told of one of them: two firms have two staffs."""
    both = "Tarnow Mills and Marlow Foods merged. "
    left = both + "Tarnow Mills employs 2,300 people."
    assert clash(left, both + "Tarnow Mills has a workforce of 1,700.")
    assert not clash(left, both + "Marlow Foods has a workforce of 1,700.")
