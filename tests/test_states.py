"""Every state of a pack tells its own examples apart, told in two reports that begin alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from test_aspects import FRAME
from treatydiff import Document, Options, compare
from treatydiff.errors import InputError
from treatydiff.language import known_languages, load_language
from treatydiff.rules._states import states

ENTRIES = [
    pytest.param(entry, id=entry["id"])
    for code in known_languages()
    for entry in load_language(code).entries("states", "states")
]


def clash(left: str, right: str) -> bool:
    """Whether the rules for opposites and for what is done find a clash."""
    documents = [Document(i, i, FRAME + text) for i, text in (("a", left), ("b", right))]
    found = compare(documents, Options(select=frozenset({"antonym", "status"})))
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
