"""What is kept of the tables of a language is what is made of its words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from treatydiff import compiled, tables
from treatydiff.language import Language, load_language
from treatydiff.tables import once_a_language
from treatydiff.tokens import Met


def calls(_: Language) -> list[str]:
    """Stands for a table that is dear to make."""
    MADE.append("made")
    return ["word"]


MADE: list[str] = []


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place of its own for what is kept, with nothing there."""
    list(compiled.modules())
    kept, every = tmp_path / "tables.marshal", dict(tables.TABLES)
    monkeypatch.setattr(tables, "KEPT", str(kept))
    for module in (tables, compiled):
        monkeypatch.setattr(module, "TABLES", every)
    _forget()
    MADE.clear()
    yield kept
    _forget()


def _forget() -> None:
    tables._kept.cache_clear()
    for give in tables.TABLES.values():
        give.cache_clear()  # type: ignore[attr-defined]


def keep(path: Path) -> None:
    """Keep all tables there, and forget those that were made."""
    path.write_bytes(compiled.compiled_tables())
    _forget()


def _plain(value: Any) -> Any:
    """A value of any class as one that can be compared, without what it has met so far."""
    if isinstance(value, Met):
        return None
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if type(value).__module__.startswith("treatydiff."):
        names = getattr(value, "__slots__", None) or vars(value)
        return type(value), {name: _plain(getattr(value, name)) for name in names}
    return value


def test_what_is_kept_is_what_is_made(path: Path) -> None:
    assert len(tables.TABLES) > 50
    english = load_language("en")
    made = {name: _plain(give(english)) for name, give in tables.TABLES.items()}
    keep(path)
    assert tables._kept().keys() == {("en", name) for name in tables.TABLES}
    assert {name: _plain(give(english)) for name, give in tables.TABLES.items()} == made


def test_a_table_that_another_one_holds_is_the_same(path: Path) -> None:
    syntax, verbs = (import_module(f"treatydiff.extract.{name}") for name in ("syntax", "verbs"))
    keep(path)
    english = load_language("en")
    assert syntax.syntax_of(english).verbs is verbs.verbs_of(english)


def test_what_is_kept_is_not_made_again(path: Path) -> None:
    words = once_a_language(calls)
    keep(path)
    assert words(load_language("en")) == ["word"]
    assert MADE == ["made"]


def test_a_user_pack_makes_tables_anew(path: Path, tmp_path: Path) -> None:
    words = once_a_language(calls)
    keep(path)
    pack = tmp_path / "my.yaml"
    pack.write_text("cues:\n  neutral: [trill]\n")
    assert words(load_language("en", (str(pack),))) == ["word"]
    assert MADE == ["made", "made"]


@pytest.mark.parametrize("shipped", [False, True])
def test_nothing_is_taken_that_was_made_of_other_sources(
    shipped: bool, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(compiled.compiled_tables(shipped))
    _forget()
    assert tables._kept()
    _forget()
    monkeypatch.setattr(tables, "sources", lambda shipped: 0)
    assert not tables._kept()


def test_the_sources_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "HOME", str(tmp_path))
    (tmp_path / "part").mkdir()
    source = tmp_path / "part" / "one.py"
    source.write_text("a = 1\n")

    def both() -> tuple[int, int]:
        return tables.sources(shipped=False), tables.sources(shipped=True)

    here, shipped = both()
    os.utime(source, ns=(1, 1))
    assert both() == (other := both()[0], shipped) and other != here
    source.write_text("a = 12\n")
    assert len({shipped, both()[1], here, both()[0]}) == 4


def test_links_and_hidden_files_are_no_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "HOME", str(tmp_path))
    first = tables.sources(shipped=False)
    (tmp_path / ".#one.py").symlink_to("somebody@there")  # what an editor leaves beside an unsaved file
    (tmp_path / "around").symlink_to(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "one.py").write_text("")
    assert tables.sources(shipped=False) == first


def test_nothing_is_taken_where_the_sources_cannot_be_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path)
    monkeypatch.setattr(tables, "HOME", str(tmp_path / "nowhere"))
    assert not tables._kept()


def test_a_file_cut_short_is_as_good_as_none(path: Path) -> None:
    path.write_bytes(compiled.compiled_tables()[:-20])
    tables._kept.cache_clear()
    assert not tables._kept()
