"""Paths as text are taken apart and joined as `pathlib` does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatydiff import files

PATHS = [
    "a.txt",
    "a/b.TXT",
    "./a",
    "a//b/",
    "../a",
    "/a/./b.tar.gz",
    "/",
    ".hidden",
    "a.",
    "a/..",
    "x/.y.md",
]


@pytest.mark.parametrize("path", PATHS)
def test_parts_of_a_path(path: str) -> None:
    usual = Path(path)
    assert files.name_of(path) == usual.name
    assert files.parent(path) == str(usual.parent)
    assert files.ending(path) in (usual.suffix.lower(), ".")
    assert files.stem(path) in (usual.stem, usual.stem.rstrip("."))


@pytest.mark.parametrize("folder", [*PATHS, ".", ""])
@pytest.mark.parametrize("name", [*PATHS, ".", ""])
def test_a_path_within_a_folder(folder: str, name: str) -> None:
    assert files.joined(folder, name) == files.joined(Path(folder), name) == str(Path(folder) / name)


def test_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"12")
    (tmp_path / "a").mkdir()
    here = str(tmp_path)
    assert files.names_in(here) == ["a", "b"]
    assert files.content(f"{here}/b") == b"12" and files.content(f"{here}/b", 1) == b"1"
    kinds = {name: (files.is_folder(p), files.is_file(p)) for name in "abc" if (p := f"{here}/{name}")}
    assert kinds == {"a": (True, False), "b": (False, True), "c": (False, False)}
    assert not files.exists(f"{here}/b/c") and not files.exists("\0") and files.exists(here)


def test_links_are_followed(tmp_path: Path) -> None:
    for name in ("in", "out", "inner"):
        (tmp_path / name).mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    folder = str(tmp_path / "in")
    assert files.leads_into(f"{folder}/a", folder) and files.leads_into(folder, folder)
    assert not files.leads_into(f"{folder}/link/a", folder)
    assert not files.leads_into(f"{folder}/../inner", folder)
