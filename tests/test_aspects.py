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
