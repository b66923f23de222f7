"""Values are what the standard library's frozen, slotted dataclasses are."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from collections.abc import Callable
from copy import copy
from dataclasses import field
from typing import Any

import pytest

from treatydiff.frozen import dataclass as quick


def made(decorate: Callable[..., Any]) -> Any:
    """The same class by either decorator."""

    @decorate(frozen=True, slots=True)
    class Ship:
        """A ship."""

        name: str
        crew: int = 3
        ports: list[str] = field(default_factory=list)

        def heavy(self) -> bool:
            return self.crew > 9

    return Ship


Ship = made(quick)
Ship.__qualname__ = "Ship"  # pickle looks for it here
Usual = made(dataclasses.dataclass)


def test_values_behave_alike() -> None:
    for kind in (Ship, Usual):
        one = kind("Gull", ports=["Marlow"])
        assert (one.name, one.crew, one.ports, one.heavy()) == ("Gull", 3, ["Marlow"], False)
        assert kind("Gull").ports == [] and kind("Gull").ports is not kind("Gull").ports
        assert one == kind("Gull", 3, ["Marlow"]) and one != kind("Gull") and one != "Gull"
        assert dataclasses.replace(one, crew=10).heavy()
        assert [f.name for f in dataclasses.fields(one)] == ["name", "crew", "ports"]
        assert dataclasses.asdict(one) == {"name": "Gull", "crew": 3, "ports": ["Marlow"]}
        assert repr(one).endswith("Ship(name='Gull', crew=3, ports=['Marlow'])")
        assert copy(one) == one and not hasattr(one, "__dict__")
        assert hash(kind("Gull", 3, ())) == hash(kind("Gull", 3, ())) != hash(kind("Gull", 4, ()))
        assert list(inspect.signature(kind).parameters) == ["name", "crew", "ports"]
        with pytest.raises(dataclasses.FrozenInstanceError):
            one.name = "Tern"
        with pytest.raises(dataclasses.FrozenInstanceError):
            del one.name
        with pytest.raises(TypeError):
            kind()


def test_values_go_to_other_processes() -> None:
    one = Ship("Gull", ports=["Marlow"])
    assert pickle.loads(pickle.dumps(one)) == one
