"""What is kept of a regular expression is what `re` makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from treatydiff import compiled, patterns
from treatydiff.patterns import pattern

Keep = Callable[[bytes], None]


@pytest.fixture
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keep]:
    """What keeps such content in a place of its own."""
    path = tmp_path / "patterns.marshal"

    def written(content: bytes) -> None:
        path.write_bytes(content)
        patterns._made.cache_clear()

    monkeypatch.setattr(patterns, "KEPT", str(path))
    patterns._made.cache_clear()
    yield written
    patterns._made.cache_clear()


def test_what_is_kept_is_what_re_makes(keep: Keep) -> None:
    wanted = list(compiled.patterns())
    assert len(wanted) > 50
    keep(compiled.compiled_patterns())
    for found in wanted:
        assert patterns.is_kept(found)
        assert patterns.compiled(found.source, found.flags) == re.compile(found.source, found.flags)


def test_others_are_compiled(keep: Keep) -> None:
    boats = pattern(r"(?P<boat>barge|ferry)s?", re.IGNORECASE)
    keep(compiled.compiled_patterns())
    assert not patterns.is_kept(boats)
    assert [m["boat"] for m in boats.finditer("One Ferry, two barges")] == ["Ferry", "barge"]


def test_what_another_python_has_kept_is_not_taken(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(compiled.compiled_patterns())
    monkeypatch.setattr(patterns, "VERSION", "other-311")
    assert not any(map(patterns.is_kept, compiled.patterns()))


def test_a_file_cut_short_is_as_good_as_none(keep: Keep) -> None:
    keep(compiled.compiled_patterns()[:-20])
    assert not any(map(patterns.is_kept, compiled.patterns()))
