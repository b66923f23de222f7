"""Tables of a language's words, in the forms that lookups want: made when the package is built, else at need.

What makes one, from words as a pack has them, is marked with `table`.  To make all that a small comparison
looks up takes a fifth of its time; to read what is kept of them, a twentieth.  A user's packs change them:
with such, they are made anew.

`treatydiff.compiled` keeps them.  They depend on the packs and on code anywhere in the package, so what is
kept is taken as long as the sources are those that it was made of: of the same sizes, and changed no later.
"""

from __future__ import annotations

from _pickle import Unpickler  # `pickle` itself would take as long to load as all tables
from collections.abc import Callable
from functools import cache, update_wrapper
from io import BytesIO
from zlib import crc32

from treatydiff import files
from treatydiff.hints import Any, TypeVar
from treatydiff.kept import kept
from treatydiff.language import FOLDER, Language

HOME = files.parent(__file__)
KEPT = files.joined(HOME, "tables.marshal")
CODE, WORDS = (".py",), (".yaml", ".txt")
"""How the names of the files end that tables depend on: those of the package, and those of its packs."""
GRACE = 60.0
"""Seconds within which the files of a package are written when it is installed, in any order."""

Made = TypeVar("Made")
TABLES: dict[str, Callable[[Language], Any]] = {}
"""What gives each table, by the name of its module and its own."""


class _Reader(Unpickler):
    """Reads a table; another one that it holds is kept by its name."""

    def __init__(self, content: bytes, language: Language) -> None:
        super().__init__(BytesIO(content))
        self.language = language

    def persistent_load(self, name: str) -> Any:
        return TABLES[name](self.language)


def table(make: Callable[[Language], Made]) -> Callable[[Language], Made]:
    """A decorator for what makes a table: it is made once for a language, or read from what is kept of it.

    What it holds must be such as `pickle` takes.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    def found(language: Language) -> Made:
        content = None if language.is_extended else _kept().get((language.code, name))
        if content is None:
            return make(language)
        value: Made = _Reader(content, language).load()
        return value

    TABLES[name] = once = cache(update_wrapper(found, make))
    return once


def sources() -> tuple[int, float]:
    """A checksum of what tables are made of, by names and sizes, and when the newest of it was changed."""
    import Stemmer

    found = sorted([*files.below(HOME, CODE), *files.below(FOLDER, WORDS)])
    sizes = [(name, size) for name, size, _ in found]
    return crc32(repr((Stemmer.version(), sizes)).encode()), max(changed for *_, changed in found)


@cache
def _kept() -> dict[tuple[str, str], bytes]:
    """What is kept of each table, by the code of its language and its name."""
    made_of, found = kept(KEPT) or (None, {})
    if made_of is not None:
        checksum, newest = sources()
        if checksum == made_of and newest <= files.changed(KEPT) + GRACE:
            return found
    return {}
