"""Every entry of opposites in a pack tells its own examples apart, as rules do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from entries import entries
from test_rules_examples import fires
from treatydiff.errors import InputError
from treatydiff.language import load_language
from treatydiff.rules import Example
from treatydiff.rules._opposites import opposites_of

ENTRIES = entries("opposites")


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry(entry: dict[str, Any]) -> None:
    assert entry["contradicts"] and entry["agrees"]
    for clash, examples in ((True, entry["contradicts"]), (False, entry["agrees"])):
        for left, right in examples:
            assert fires("antonym", Example(left, right, clash)) == [clash, clash], (left, right)


def test_ids_are_distinct() -> None:
    ids = [p.values[0]["id"] for p in ENTRIES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: x, of: object, sides: [[open], [shut]]}", "are needed"),
        ("{id: x, of: door, kind: contrary, sides: [[open], [shut]]}", "of must be one or two of subject, "),
        ("{id: x, of: object, kind: odd, sides: [[open], [shut]]}", "kind must be one of complementary, "),
        ("{id: x, of: object, kind: contrary, sides: [[open]]}", "sides must be two lists of words"),
        (
            "{id: x, of: object, kind: contrary, sides: [[open], [off]]}",
            "quote true, false, yes, no, on, off",
        ),
        ("{id: x, of: object, kind: contrary, sides: [[open], [' ']]}", "sides must be words"),
    ],
)
def test_opposites_that_are_wrong_are_refused(tmp_path: Path, entry: str, message: str) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text(f"opposites: {{opposites: [{entry}]}}\n")
    with pytest.raises(InputError, match=message):
        opposites_of(load_language("en", (str(pack),)))
