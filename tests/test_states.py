"""Every state of a pack tells its own examples apart, told in two reports that begin alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from entries import check, entries
from treatydiff.errors import InputError
from treatydiff.language import load_language
from treatydiff.rules._states import states

ENTRIES = entries("states")
RULES = ("antonym", "status")


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry(entry: dict[str, Any]) -> None:
    check(entry, *RULES)


def test_ids_are_distinct() -> None:
    ids = [p.values[0]["id"] for p in ENTRIES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('{id: x, rule: antonym, of: door, sides: [["", shut], [open]]}', "two lists of words"),
        ("{id: x, rule: antonym, of: door, sides: [open, shut]}", "two lists of words"),
        ("{id: x, rule: antonym, of: [door], sides: [[open], [shut]]}", "parted by strokes"),
        ("{id: x, rule: number, of: door, sides: [[open], [shut]]}", "are needed"),
    ],
)
def test_a_state_that_is_wrong_is_refused(tmp_path: Path, entry: str, message: str) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text(f"states: {{states: [{entry}]}}\n")
    with pytest.raises(InputError, match=message):
        states(load_language("en", (str(pack),)))
