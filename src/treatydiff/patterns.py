"""Regular expressions that are compiled when they are first used: most texts need but few of them.

To compile those few takes a twentieth of the time of a small comparison.  So `treatydiff.compiled` keeps what
`re` makes of each, for the version of Python that it runs on; others compile them themselves.
"""

from __future__ import annotations

import marshal
import re
import sys
from functools import cache

from treatydiff import files
from treatydiff.hints import TYPE_CHECKING, Any
from treatydiff.kept import kept

KEPT = files.joined(files.parent(__file__), "patterns.marshal")
VERSION = sys.implementation.cache_tag
"""Of Python, and with it of the code that its regular expressions are made into."""


class Later:
    """A pattern that becomes a compiled one, with all its methods, as soon as one is asked for."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, int(flags)

    def __reduce__(self) -> tuple[Any, ...]:
        return Later, (self.source, self.flags)

    def __getattr__(self, name: str) -> Any:
        method = getattr(compiled(self.source, self.flags), name)
        setattr(self, name, method)
        return method


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = Later


def compiled(source: str, flags: int) -> re.Pattern[str]:
    """The compiled pattern, from what is kept of it where there is anything."""
    made = _made().get((source, flags))
    if made is None:
        return re.compile(source, flags)
    import _sre

    found: re.Pattern[str] = _sre.compile(*marshal.loads(made))
    return found


def is_kept(made: Any) -> bool:
    """Whether a pattern need not be compiled."""
    return (made.source, made.flags) in _made()


@cache
def _made() -> dict[tuple[str, int], bytes]:
    """What the last step of compiling each pattern is called with."""
    version, made = kept(KEPT) or ("", {})
    return made if version == VERSION else {}
