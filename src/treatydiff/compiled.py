"""Write what each start would else work out: packs from their YAML, tables of words, regular expressions.

`marshal` writes it, as it does byte code: it is read in a twentieth of the time of YAML.  The examples of
entries are left out: they are for tests, which read the YAML.

Building or installing the package does this.  ``python -m treatydiff.compiled`` does it after the package was
changed; until then each start reads a changed section from its YAML, compiles a changed expression, and makes
all tables.
"""

from __future__ import annotations

import _sre
import marshal
import os
import pickle
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from unittest.mock import patch

import treatydiff
from treatydiff.extract.timewords import expression_of
from treatydiff.hints import Any
from treatydiff.language import (
    COMPILED,
    ENTRIES,
    EXAMPLES,
    FOLDER,
    checksum,
    kind_of,
    known_languages,
    load_language,
    parsed,
)
from treatydiff.patterns import KEPT, Later
from treatydiff.patterns import VERSION as PYTHON
from treatydiff.tables import KEPT as KEPT_TABLES
from treatydiff.tables import TABLES, sources

SHIPPED = "--shipped"
"""What the command line has for a package that is to be shipped."""
VERSION = 4
"""Of the format that `marshal` writes: every Python that the tool runs on reads it."""


def compiled(code: str) -> bytes:
    """The sections of a language's pack, each with a checksum of its YAML; each is read when it is wanted."""
    sections = {}
    for path in sorted((Path(FOLDER) / code).glob("*.yaml")):
        data = path.read_bytes()
        name, content = path.stem, parsed(path.stem, data, str(path))
        plain = {k: _without_examples(v) if kind_of(name, k, v) == ENTRIES else v for k, v in content.items()}
        sections[name] = checksum(data), marshal.dumps(plain, VERSION)
    return marshal.dumps(sections, VERSION)


def _without_examples(entries: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    return tuple({key: v for key, v in entry.items() if key not in EXAMPLES} for entry in entries)


def modules() -> Iterator[ModuleType]:
    """Every module that can be loaded: of other packages but few are there when this one is built."""
    for module in walk_packages(treatydiff.__path__, "treatydiff."):
        with suppress(ImportError):
            yield import_module(module.name)


def patterns() -> Iterator[Later]:
    """Every pattern of the package, and those that are made of a language's words."""
    for module in modules():
        yield from (v for v in vars(module).values() if isinstance(v, Later))
    for code in known_languages():
        yield expression_of(load_language(code))


def last_step(source: str, flags: int) -> tuple[Any, ...]:
    """What the last step of compiling a regular expression is called with."""
    with patch.object(_sre, "compile", wraps=_sre.compile) as last:
        re.purge()
        re.compile(source, flags)
    # The numbers of its code are of a class of their own, which `marshal` does not write.
    return tuple([*map(int, v)] if isinstance(v, list) else v for v in last.call_args.args)


def compiled_patterns() -> bytes:
    """What is kept of all patterns; each is read when it is wanted."""
    made = {(p.source, p.flags): marshal.dumps(last_step(p.source, p.flags), VERSION) for p in patterns()}
    return marshal.dumps((PYTHON, made), VERSION)


class _Pickler(pickle.Pickler):
    """Writes a table; another one that it holds, by its name alone."""

    def __init__(self, file: BytesIO, names: Mapping[int, str]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.names = names

    def persistent_id(self, value: object) -> str | None:
        return self.names.get(id(value))


def _pickled(value: object, names: Mapping[int, str]) -> bytes:
    found = BytesIO()
    _Pickler(found, {k: name for k, name in names.items() if k != id(value)}).dump(value)
    return found.getvalue()


def compiled_tables(shipped: bool = False) -> bytes:
    """What is kept of all tables, and of what they were made; each is read when it is wanted."""
    made_of = shipped, sources(shipped)
    list(modules())  # each brings its tables
    made: dict[tuple[str, str], bytes] = {}
    for code in known_languages():
        values = {name: give(load_language(code)) for name, give in TABLES.items()}
        names = {id(value): name for name, value in values.items() if value}
        made |= {(code, name): _pickled(value, names) for name, value in values.items()}
    return marshal.dumps((made_of, made), VERSION)


def write_packs() -> None:
    """Compile the pack of each language."""
    for code in known_languages():
        _write(Path(FOLDER) / f"{code}.{COMPILED}", compiled(code))


def write(shipped: bool = False) -> None:
    """Compile all packs and patterns, and keep all tables, of the files as they are or will be shipped."""
    Path(KEPT_TABLES).unlink(missing_ok=True)  # they are made anew
    write_packs()
    _write(Path(KEPT), compiled_patterns())
    _write(Path(KEPT_TABLES), compiled_tables(shipped))


def _write(path: Path, content: bytes) -> None:
    """Put a whole file there at once, for whoever reads it meanwhile."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(content)
    new.replace(path)


if __name__ == "__main__":
    write(SHIPPED in sys.argv[1:])
