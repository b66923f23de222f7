"""Modules are found as Python itself finds them."""

from __future__ import annotations

import os
import py_compile
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path
from pkgutil import walk_packages

import pytest

import treatydiff
from treatydiff.finder import Finder, Loader

MODULES = [m.name for m in walk_packages(treatydiff.__path__, "treatydiff.") if not m.ispkg]


def path_of(name: str) -> list[str]:
    return [str(Path(treatydiff.__path__[0], *name.split(".")[1:-1]))]


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_found_as_usual(name: str) -> None:
    found, usual = Finder.find_spec(name, path_of(name)), PathFinder.find_spec(name, path_of(name))
    assert found is not None and usual is not None
    assert isinstance(found.loader, Loader) and isinstance(usual.loader, SourceFileLoader)
    assert (found.name, found.origin, found.cached) == (usual.name, usual.origin, usual.cached)
    assert found.has_location and found.parent == usual.parent
    assert found.loader.get_code(name) == usual.loader.get_code(name)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("json", None),
        ("json.decoder", ["json"]),
        ("treatydiff", None),
        ("treatydiff.rules", list(treatydiff.__path__)),
        ("treatydiff.nothing", list(treatydiff.__path__)),
    ],
)
def test_all_else_is_left_to_python(name: str, path: list[str] | None) -> None:
    assert Finder.find_spec(name, path) is None


def value(folder: Path) -> object:
    """What a module in that folder says, and the file that it says to be of."""
    found = Finder.find_spec("treatydiff.boat", [str(folder)])
    assert found is not None and isinstance(found.loader, Loader)
    code = found.loader.get_code("treatydiff.boat")
    assert code is not None
    said: dict[str, object] = {}
    exec(code, said)
    return said["BOAT"], code.co_filename


def test_byte_code_is_taken_where_it_is_of_the_source_as_it_is(tmp_path: Path) -> None:
    harbour, moved = tmp_path / "harbour", tmp_path / "moved"
    harbour.mkdir()
    source = harbour / "boat.py"
    source.write_text("BOAT = 'barge'\n")
    assert value(harbour) == ("barge", str(source))
    byte_code = py_compile.compile(str(source))
    assert byte_code is not None
    kept, times = Path(byte_code), source.stat()
    assert value(harbour) == ("barge", str(source))
    source.write_text("BOAT = 'ferry'\n")
    os.utime(source, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert value(harbour) == ("barge", str(source))  # as Python: same size, same time
    source.write_text("BOAT = 'tug'\n")
    assert value(harbour) == ("tug", str(source))
    kept.write_bytes(kept.read_bytes()[:10])
    assert value(harbour) == ("tug", str(source))
    harbour.rename(moved)
    assert value(moved) == ("tug", str(moved / "boat.py"))
