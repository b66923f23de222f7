"""Frozen values with slots, as `dataclasses` makes them, and named tuples as `typing` does, but quickly.

Each start of the command defines some hundred of them.  `dataclasses` looks at every annotation and compiles
six functions for each, which took a seventh of the whole time of a small comparison.  Here ``__init__`` (of
named tuples ``__new__``) is there for each number of values and renamed for the class, and all else is
shared; the few classes of many more values share that one too.  To type checkers, to
`dataclasses.replace` and `dataclasses.fields` they are the same; `dataclasses` itself, which loads much, is
imported when it is first wanted.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType

from treatydiff.hints import TYPE_CHECKING, Any
from treatydiff.makers import INIT, NEW

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import NamedTuple as NamedTuple
else:

    class _Named(type):
        """Makes of a class that derives from `NamedTuple` a named tuple."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            return _named(name, body) if bases else type.__new__(cls, name, bases, body)

    class NamedTuple(metaclass=_Named):
        """What a named tuple derives from."""

    def dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Any:
        """A decorator for classes with slots."""

        def decorate(cls: type) -> type:
            cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature would be worked out for one
            return _made(cls, frozen, eq)

        return decorate

    class field:  # noqa: N801 - named as it is in dataclasses
        """A value that is made anew where none is given."""

        def __init__(self, *, default_factory: Callable[[], Any], **options: Any) -> None:
            self.make, self.options = default_factory, options

    def replace(value: Any, /, **changes: Any) -> Any:
        """The value with some of its parts changed."""
        cls = type(value)
        names, found, places = _reader(cls)
        values = list(found(value))
        for name, new in changes.items():
            values[names[name]] = new
        made = object.__new__(cls)
        for put, part in zip(places, values, strict=True):
            put(made, part)
        return made


_Field: Any = field
_MISSING = object()
WRITTEN = len(INIT) - 1
"""Most values of a class for which ``__init__`` is written out."""


def _renamed(function: Any, first: str, names: tuple[str, ...], qualname: str) -> CodeType:
    """The code of one of these functions, as that of a class with such names."""
    code: CodeType = function.__code__
    return code.replace(
        co_varnames=(first, *names), co_name=qualname.rpartition(".")[2], co_qualname=qualname
    )


@cache
def _reader(
    cls: Any,
) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]], list[Callable[[Any, Any], None]]]:
    """Where each value of a class stands among them, what reads them all, and what puts each there."""
    names = cls.__slots__
    numbers = {name: n for n, name in enumerate(names)}
    read = attrgetter(*names) if len(names) > 1 else _values
    return numbers, read, [cls.__dict__[name].__set__ for name in names]


def _named(name: str, body: dict[str, Any]) -> type:
    """The named tuple of the values that the body of a class names."""
    names = tuple(body.get("__annotations__", ()))
    given = {n: body[n] for n in names if n in body}
    if len(names) >= len(NEW):
        new: Any = _new_of_many(names, given)
    else:
        code = _renamed(NEW[len(names)], "cls", names, f"{name}.__new__")
        new = FunctionType(code, {"make": tuple.__new__}, "__new__", tuple(given.values()))
    body |= {name: _getter(n) for n, name in enumerate(names)}
    body |= {"__slots__": (), "__match_args__": names, "_fields": names, "_field_defaults": given}
    return type(name, (tuple,), {**_TUPLES, **body, "__new__": new})


def _new_of_many(names: tuple[str, ...], given: dict[str, Any]) -> Callable[..., Any]:
    """``__new__``, for a class of more values than any is written out for."""

    def __new__(cls: Any, /, *values: Any, **named: Any) -> Any:  # noqa: N807
        return tuple.__new__(cls, _filled(names, given, values, named))

    return __new__


def _filled(
    names: tuple[str, ...], given: dict[str, Any], values: tuple[Any, ...], named: dict[str, Any]
) -> tuple[Any, ...]:
    """All values, from those without a name, those with one and those for names that have none."""
    if len(values) == len(names) and not named:
        return values
    rest = names[len(values) :]
    known = {**given, **named}
    if len(values) > len(names) or not named.keys() <= set(rest) or not known.keys() >= set(rest):
        raise TypeError(f"wanted: {', '.join(names)}; given: {len(values)} values and {', '.join(named)}")
    return (*values, *map(known.__getitem__, rest))


@cache
def _getter(place: int) -> Any:
    """The attribute of a named tuple for the value at that place, as `collections.namedtuple` makes it."""
    return _tuplegetter(place, f"Alias for field number {place}")


def _made(plain: type, frozen: bool, compared: bool) -> Any:
    """The class with slots for the values that the plain one names."""
    names = tuple(plain.__annotations__)
    own = {k: v for k, v in plain.__dict__.items() if k not in ("__dict__", "__weakref__")}
    given = {name: own.pop(name) for name in names if name in own}
    init, places = _init(f"{plain.__qualname__}.__init__", names, given)
    body: dict[str, Any] = {"__init__": init, "__repr__": _repr, **(_FROZEN if frozen else {})}
    if compared:
        body |= _compared(names, frozen)
    # What it needs stands there from the first: to put it there later takes as long again as to make it.
    body |= {**own, "__slots__": names, "__match_args__": names}
    made: Any = type(plain)(plain.__name__, plain.__bases__, body)
    for n, name in enumerate(names):
        put, default = made.__dict__[name].__set__, given.get(name)
        places[f"_{n}"] = _made_anew(put, default.make) if isinstance(default, _Field) else put
    made.__dataclass_fields__ = _Fields(plain)
    return made


class _Fields:
    """What `dataclasses` wants to know of a class; it is asked when someone first wants it."""

    def __init__(self, plain: type) -> None:
        self.plain = plain

    def __get__(self, value: object, cls: Any) -> Any:
        import dataclasses

        for name, default in list(vars(self.plain).items()):
            if isinstance(default, _Field):
                setattr(self.plain, name, dataclasses.field(default_factory=default.make, **default.options))
        usual: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(self.plain)
        cls.__dataclass_fields__ = usual.__dataclass_fields__
        return cls.__dataclass_fields__


def _init(
    qualname: str, names: tuple[str, ...], given: dict[str, Any]
) -> tuple[Callable[..., None], dict[str, Any]]:
    """``__init__``, and a table that is to get what puts each value into its slot."""
    defaults = {k: _MISSING if isinstance(v, _Field) else v for k, v in given.items()}
    places: dict[str, Callable[[Any, Any], None]] = {}
    if len(names) <= WRITTEN:
        code = _renamed(INIT[len(names)], "self", names, qualname)
        return FunctionType(code, places, "__init__", tuple(defaults.values())), places

    def __init__(self: Any, /, *values: Any, **named: Any) -> None:  # noqa: N807
        for put, value in zip(places.values(), _filled(names, defaults, values, named), strict=True):
            put(self, value)

    return __init__, places


def _made_anew(put: Callable[[Any, Any], None], make: Callable[[], Any]) -> Callable[[Any, Any], None]:
    """What puts a value into its slot, and one that is made for it where none is given."""

    def put_or_make(self: Any, value: Any) -> None:
        put(self, make() if value is _MISSING else value)

    return put_or_make


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__slots__)


def _repr(self: Any) -> str:
    values = zip(self.__slots__, _values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in values)})"


def _compared(names: tuple[str, ...], frozen: bool) -> dict[str, Any]:
    """``__eq__`` and ``__hash__``, that look at all values; what can change has no hash."""
    values = attrgetter(*names) if names else lambda self: ()

    def equal(self: Any, other: object) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed if frozen else None}


def _refuse(self: Any, name: str, *value: Any) -> None:
    import dataclasses

    raise dataclasses.FrozenInstanceError(f"cannot assign to or delete field {name!r}")


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _values,
    "__setstate__": _restore,
}


def _replaced(self: Any, /, **changes: Any) -> Any:
    return type(self)(**dict(zip(self._fields, self, strict=True), **changes))


def _shown(self: Any) -> str:
    values = zip(self._fields, self, strict=True)
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"


_TUPLES = {
    "_replace": _replaced,
    "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
    "__repr__": _shown,
    "__getnewargs__": lambda self: tuple(self),
}
