"""What `typing` offers, quickly: to load it takes a fortieth of the time of a small comparison.

To type checkers these are the same, and where `typing` is loaded anyway they are its own.  Elsewhere they but
need to be there, as annotations are no more than text.  Those of commands alone are looked at: they keep what
they are made of, under the names that `typing` has for it.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False


class Hint:
    """A type that is asked for no more than what it was made of."""

    def __init__(self, origin: object = None, args: tuple[object, ...] = ()) -> None:
        self.__origin__, self.__args__ = origin, args

    def __getitem__(self, args: object) -> Hint:
        return Hint(self, args if isinstance(args, tuple) else (args,))

    def __or__(self, other: object) -> Hint:
        return Hint(None, (self, type(None) if other is None else other))


class Annotation(Hint):
    """A type with what else is told of it."""

    def __getitem__(self, args: object) -> Hint:
        found = Annotation()
        found.__origin__, *found.__metadata__ = args  # type: ignore[misc]
        return found

    __metadata__: list[object]


if TYPE_CHECKING or "typing" in sys.modules:
    from typing import IO as IO
    from typing import Annotated as Annotated
    from typing import Any as Any
    from typing import Literal as Literal
    from typing import TypeVar as TypeVar
else:
    IO, Annotated, Any, Literal = Hint(), Annotation(), Hint(), Hint()

    def TypeVar(name: str, *bounds: object) -> Hint:  # noqa: N802 - named as in typing
        """What stands for a type that varies."""
        return Hint()
