"""Entries of packs that are shown by pairs of sentences, tried in two reports of one event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from treatydiff import Document, Options, compare
from treatydiff.language import FOLDER, known_languages, parsed

FRAME = (
    "Olmar Lines and the town of Hallasund have been told what came of it, the harbour office said. "
    "Captain Edda Quill told Ivo Lind of the harbour office so in the old customs house. "
)
"""What both reports tell, so that they are of one event."""


def entries(section: str) -> list[Any]:
    """The entries of a section of every language, as parameters of a test."""
    return [
        pytest.param(entry, id=entry["id"])
        for code in known_languages()
        for entry in parsed(section, (Path(FOLDER) / code / f"{section}.yaml").read_bytes(), code)[section]
    ]


def clash(left: str, right: str, *rules: str) -> bool:
    """Whether one of these rules finds a clash."""
    documents = [Document(i, i, FRAME + text) for i, text in (("a", left), ("b", right))]
    found = compare(documents, Options(select=frozenset(rules)))
    return any(f.kind == "contradiction" for f in found.findings)


def check(entry: dict[str, Any], *rules: str) -> None:
    """Assert that an entry has examples of both kinds, and that each is told apart either way round."""
    assert entry["contradicts"] and entry["agrees"]
    for expected, examples in ((True, entry["contradicts"]), (False, entry["agrees"])):
        for left, right in examples:
            assert clash(left, right, *rules) is expected, (left, right)
            assert clash(right, left, *rules) is expected, (right, left)
