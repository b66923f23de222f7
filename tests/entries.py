"""Entries of packs that are shown by pairs of sentences, tried in two reports of one event."""

from __future__ import annotations

from datetime import date, timedelta
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


def details(frame: str, left: str, right: str, day: date, *rules: str) -> list[str]:
    """What these rules find in two reports that begin alike, the second of them of a day later."""
    documents = [
        Document(i, i, frame + text, published=day + timedelta(k))
        for k, (i, text) in enumerate((("a", left), ("b", right)))
    ]
    found = compare(documents, Options(select=frozenset(rules))).findings
    return [r.detail for f in found if f.kind == "contradiction" for r, _, _ in f.reasons if r.rule == f.type]


def check(entry: dict[str, Any], *rules: str) -> None:
    """Assert that an entry has examples of both kinds, and that each is told apart either way round."""
    assert entry["contradicts"] and entry["agrees"]
    for expected, examples in ((True, entry["contradicts"]), (False, entry["agrees"])):
        for left, right in examples:
            assert clash(left, right, *rules) is expected, (left, right)
            assert clash(right, left, *rules) is expected, (right, left)
