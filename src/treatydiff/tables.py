"""Tables of a language's words, in the forms that lookups want: made when the package is built, else at need.

What makes one, from words as a pack has them, is marked with `once_a_language`.  To make all that a small
comparison looks up takes a fifth of its time; to read what is kept of them, a twentieth.  A user's packs
change them: with such, they are made anew.

`treatydiff.compiled` keeps them.  They depend on the packs and on code anywhere in the package, so what is
kept is taken as long as their files are of the size and the time that it was made of, as Python takes byte
code; in a package that was shipped, whose files get their times anew, of the size.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, update_wrapper
from io import BytesIO
from zlib import crc32

from treatydiff import files
from treatydiff.hints import Any, TypeVar
from treatydiff.kept import kept
from treatydiff.language import FOLDER, Language

try:
    from _pickle import Unpickler  # `pickle` itself would take as long to load as all tables
except ImportError:  # an interpreter that has it in Python alone
    from pickle import Unpickler

HOME = files.parent(__file__)
KEPT = files.joined(HOME, "tables.marshal")
CODE, WORDS = (".py",), (".yaml", ".txt")
"""How the names of the files end that tables depend on: those of the package, and those of its packs."""

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


def once_a_language(make: Callable[[Language], Made]) -> Callable[[Language], Made]:
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


def sources(shipped: bool) -> int:
    """A checksum of the files that tables are made of: their names and sizes, and their times if not shipped.

    `OSError` where the system does not tell.
    """
    import Stemmer

    found = sorted([*files.below(HOME, CODE), *files.below(FOLDER, WORDS)])
    told = [(name, size, None if shipped else changed) for name, size, changed in found]
    return crc32(repr((Stemmer.version(), told)).encode())


@cache
def _kept() -> dict[tuple[str, str], bytes]:
    """What is kept of each table, by the code of its language and its name."""
    try:
        (shipped, made_of), found = kept(KEPT) or ((False, None), {})
        return found if made_of is not None and made_of == sources(shipped) else {}
    except (OSError, TypeError, ValueError):  # they cannot be read, or what is kept is of another form
        return {}
