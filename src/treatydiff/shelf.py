"""Folders as registries: every module in `rules/`, `readers/` and `renderers/` is a member by being there."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

from treatydiff import files


@cache
def names(shelf: str) -> tuple[str, ...]:
    """Names of all members of a shelf ("rules"), sorted."""
    found = files.names_in(files.joined(files.parent(__file__), shelf))
    return tuple(f.removesuffix(".py") for f in found if f.endswith(".py") and not f.startswith("_"))


def member(shelf: str, name: str) -> ModuleType:
    """One member; raises KeyError with the known names when there is none of that name."""
    if name not in names(shelf):
        raise KeyError(f"no {name!r} in {shelf} (there are: {', '.join(names(shelf))})")
    return import_module(f"treatydiff.{shelf}.{name}")
