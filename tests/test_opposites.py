"""Every entry of opposites in a pack tells its own examples apart, as rules do."""

from __future__ import annotations

from typing import Any

import pytest

from entries import entries
from test_rules_examples import fires
from treatydiff.rules import Example

ENTRIES = entries("opposites")


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry(entry: dict[str, Any]) -> None:
    assert entry["contradicts"] and entry["agrees"]
    assert entry["kind"] in ("complementary", "contrary", "directional", "converse", "reversive")
    for clash, examples in ((True, entry["contradicts"]), (False, entry["agrees"])):
        for left, right in examples:
            assert fires("antonym", Example(left, right, clash)) == [clash, clash], (left, right)


def test_ids_are_distinct() -> None:
    ids = [p.values[0]["id"] for p in ENTRIES]
    assert len(ids) == len(set(ids))
