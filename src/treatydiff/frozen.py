"""Frozen values with slots, as `dataclasses` makes them, but quickly.

Each start of the command defines some fifty of them.  `dataclasses` compiles six functions for each, which
took a seventh of the whole time of a small comparison; here only ``__init__`` is compiled and the other
functions are shared.  To type checkers, to `dataclasses.replace` and `dataclasses.fields` they are the same.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(**options: bool) -> Any:
        """A decorator; with options other than frozen and slots the usual one."""

        def decorate(cls: type) -> type:
            cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature would be worked out for one
            if options != {"frozen": True, "slots": True}:
                return dataclasses.dataclass(**options)(cls)
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
            made.__init__ = _init(made)
            for name, function in (_SHARED | _compared(made)).items():
                if name not in cls.__dict__:
                    setattr(made, name, function)
            return made

        return decorate


def _init(cls: type) -> Any:
    """``__init__``, that puts each value into its slot."""
    given: dict[str, Any] = {"_missing": dataclasses.MISSING}
    arguments, body = ["self"], ["pass"]
    for field in dataclasses.fields(cls):
        name = value = field.name
        given[f"_set_{name}"] = getattr(cls, name).__set__
        if field.default_factory is not dataclasses.MISSING:
            given[f"_make_{name}"] = field.default_factory
            arguments.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        elif field.default is not dataclasses.MISSING:
            given[f"_default_{name}"] = field.default
            arguments.append(f"{name}=_default_{name}")
        else:
            arguments.append(name)
        body.append(f"_set_{name}(self, {value})")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(arguments)}):\n    " + "\n    ".join(body), given, made)
    function = made["__init__"]
    function.__qualname__ = f"{cls.__qualname__}.__init__"
    return function


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__dataclass_fields__)


def _repr(self: Any) -> str:
    values = zip(self.__dataclass_fields__, _values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in values)})"


def _compared(cls: type) -> dict[str, Any]:
    """``__eq__`` and ``__hash__``, that look at all values."""
    values = attrgetter(*cls.__slots__) if cls.__slots__ else lambda self: ()  # type: ignore[attr-defined]

    def equal(self: Any, other: object) -> Any:
        if type(other) is not cls:
            return NotImplemented
        return self is other or values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _refuse(self: Any, name: str, *value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to or delete field {name!r}")


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_SHARED = {
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _values,
    "__setstate__": _restore,
}
