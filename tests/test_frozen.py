"""Values are what the standard library's frozen, slotted dataclasses and named tuples are."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
import types
import typing
from collections.abc import Callable
from copy import copy
from typing import Any

import pytest

from treatydiff import frozen
from treatydiff.frozen import dataclass as quick


def made(decorate: Callable[..., Any], field: Callable[..., Any]) -> Any:
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


Ship = made(quick, frozen.field)
Ship.__qualname__ = "Ship"  # pickle looks for it here
Usual = made(dataclasses.dataclass, dataclasses.field)


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


class Port(frozen.NamedTuple):
    """A port."""

    name: str
    depth: float = 4.5

    def deep(self) -> bool:
        return self.depth > 9


class Usually(typing.NamedTuple):
    """A port."""

    name: str
    depth: float = 4.5

    def deep(self) -> bool:
        return self.depth > 9


def test_named_tuples_behave_alike() -> None:
    kinds: tuple[typing.Any, ...] = (Port, Usually)
    for kind in kinds:
        one = kind("Marlow")
        name, depth = one
        assert (name, depth) == (one.name, one.depth) == one == ("Marlow", 4.5) and not one.deep()
        assert one._replace(depth=10).deep() and one._asdict() == {"name": "Marlow", "depth": 4.5}
        assert kind(depth=1, name="Tarn") == ("Tarn", 1) < one.__class__("Tarn")
        assert kind._fields == kind.__match_args__ == ("name", "depth") and kind.__doc__ == "A port."
        assert repr(one) == f"{kind.__name__}(name='Marlow', depth=4.5)"
        assert copy(one) == one and type(copy(one)) is kind and not hasattr(one, "__dict__")
        assert pickle.loads(pickle.dumps(one)) == one
        assert list(inspect.signature(kind).parameters) == ["name", "depth"]
        with pytest.raises(AttributeError):
            one.name = "Tarn"
        with pytest.raises(TypeError):
            kind()
        with pytest.raises(TypeError):
            kind("Tarn", 1, 2)


N = frozen.WRITTEN
WIDE = {"__annotations__": {f"v{n}": int for n in range(N + 1)}, f"v{N}": 5}
KINDS = [
    quick(frozen=True, slots=True)(type("Wide", (), WIDE)),
    types.new_class("Wide", (frozen.NamedTuple,), {}, lambda body: body.update(WIDE)),
]


@pytest.mark.parametrize("kind", KINDS)
def test_many_values_are_given_as_few_are(kind: Any) -> None:
    one = kind(*range(N - 1), **{f"v{N - 1}": 11})
    assert [getattr(one, f"v{n}") for n in (0, N - 1, N)] == [0, 11, 5]
    assert one == kind(*range(N - 1), 11, 5) != kind(*range(N + 1))
    for values, named in (
        (range(N - 1), {}),
        (range(N + 2), {}),
        (range(N), {f"v{N - 1}": 1}),
        (range(N), {"w": 1}),
    ):
        with pytest.raises(TypeError):
            kind(*values, **named)
