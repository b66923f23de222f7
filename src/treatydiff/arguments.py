"""What a command may be given: how it is declared, and how a plain command line is read.

Typer, which knows all command lines and explains what is wrong with one, takes a fifth of the time of a small
comparison to load.  So it is asked only where `plain` cannot tell: for help, for mistakes, and for spellings
such as ``-fjson`` and ``--format=json``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from treatydiff.frozen import NamedTuple
from treatydiff.hints import Any, Literal


class Argument(NamedTuple):
    """What is given without a name, in its place."""

    metavar: str


class Option(NamedTuple):
    """What is given by a name."""

    flags: tuple[str, ...]
    help: str
    metavar: str | None
    min: int | None
    max: int | None


def option(
    *flags: str, help: str, metavar: str | None = None, min: int | None = None, max: int | None = None
) -> Option:
    """An option with its names, and the least and the greatest number that it takes."""
    return Option(flags, help, metavar, min, max)


def plain(command: Callable[..., None], given: Iterable[str]) -> dict[str, Any] | None:
    """The arguments of a command's function; None where Typer has to tell what is meant."""
    hints = {name: hint for name, hint in command.__annotations__.items() if name != "return"}
    files = next((name for name, hint in hints.items() if isinstance(hint.__metadata__[0], Argument)), None)
    if files is None or not _one(hints[files].__origin__)[1]:
        return None
    named = {
        flag: name for name, hint in hints.items() if name != files for flag in hint.__metadata__[0].flags
    }
    found: dict[str, Any] = {}
    rest = iter(given)
    for text in rest:
        if text == "-" or not text.startswith("-"):
            found.setdefault(files, []).append(text)
            continue
        name = named.get(text)
        if name is None:
            return None
        kind, several = _one(hints[name].__origin__)
        if kind is bool:
            found[name] = True
            continue
        try:
            value = _value(next(rest, "-"), kind, hints[name].__metadata__[0])
        except ValueError:
            return None
        if several:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    return found


def _one(hint: Any) -> tuple[Any, bool]:
    """The type of one value of an option, and whether it may be given several times."""
    kinds = [kind for kind in getattr(hint, "__args__", ()) if kind is not type(None)]
    if getattr(hint, "__origin__", None) is Literal or not kinds:
        return hint, False
    if getattr(hint, "__origin__", None) is list:
        return kinds[0], True
    return _one(kinds[0])


def _value(text: str, kind: Any, option: Option) -> Any:
    """What a text stands for; `ValueError` where that is not plain."""
    if text.startswith("-"):
        raise ValueError
    if kind is str:
        return text
    if getattr(kind, "__origin__", None) is Literal:
        if text not in kind.__args__:
            raise ValueError
        return text
    value = kind(text)
    if option.min is not None and value < option.min:
        raise ValueError
    if option.max is not None and value > option.max:
        raise ValueError
    return value
