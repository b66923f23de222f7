"""Write what each start would else work out: the language packs from their YAML, and regular expressions.

`marshal` writes it, as it does byte code: it is read in a twentieth of the time of YAML.  The examples of
entries are left out: they are for tests, which read the YAML.

Building or installing the package does this.  ``python -m treatydiff.compiled`` does it after a pack or an
expression was changed; until then each start reads that section from its YAML and compiles that expression.
"""

from __future__ import annotations

import _sre
import marshal
import re
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
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


def patterns() -> Iterator[Later]:
    """Every pattern of the package, and those that are made of a language's words."""
    for module in walk_packages(treatydiff.__path__, "treatydiff."):
        with suppress(ImportError):  # of other packages but few are there when this one is built
            yield from (v for v in vars(import_module(module.name)).values() if isinstance(v, Later))
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


def write_packs() -> None:
    """Compile the pack of each language."""
    for code in known_languages():
        (Path(FOLDER) / f"{code}.{COMPILED}").write_bytes(compiled(code))


def write() -> None:
    """Compile all packs and patterns."""
    write_packs()
    Path(KEPT).write_bytes(compiled_patterns())


if __name__ == "__main__":
    write()
