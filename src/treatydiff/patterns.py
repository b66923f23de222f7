"""Regular expressions that are compiled when they are first used: most texts need but few of them."""

from __future__ import annotations

import re

from treatydiff.hints import TYPE_CHECKING, Any


class _Later:
    """A pattern that becomes a compiled one, with all its methods, as soon as one is asked for."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.source, self.flags), name)
        setattr(self, name, method)
        return method


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = _Later
