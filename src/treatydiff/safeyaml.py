"""YAML from anywhere, by the safe loader, with limits; problems are told with line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from treatydiff.errors import InputError
from treatydiff.frozen import NamedTuple
from treatydiff.hints import Any

DEEPEST = 20
"""Levels of nesting."""
LARGEST = 100_000
"""Values, each alias counted as all that it stands for."""

LONGEST_FIGURE = 40
"""Characters of a number; what is longer stays text."""

PLAIN = 10_000
"""Characters of a text that is tried as JSON first."""


class Spot(NamedTuple):
    """Where in a file a value stands, both 1-based."""

    line: int
    column: int


class Read(NamedTuple):
    """A YAML document: its value, and where the entries of its mappings stand."""

    value: Any
    spots: Mapping[tuple[str | int, ...], Spot]
    """By the keys and indices on the way to it, down to the third level."""


def read_yaml(text: str, origin: str, first_line: int = 1) -> Read:
    """The value of a YAML text; dates stay text.  Raises `InputError` for what is broken, deep or endless.

    `first_line` is the number, in its file, of the text's first line.
    """
    plain = _json(text)
    if plain is not None:
        return Read(plain, _Spots(text, origin, first_line))
    return _read(text, origin, first_line)


def _json(text: str) -> Any:
    """The value of a small mapping in JSON, which is YAML too; None where YAML may differ."""
    if not text.startswith("{") or len(text) > PLAIN or text.count("{") + text.count("[") > DEEPEST:
        return None
    if not text.isascii() or "\\" in text or not text.replace("\n", "").isprintable():
        return None
    try:
        return json.loads(text, parse_int=_refused, parse_float=_refused, parse_constant=_refused)
    except ValueError:
        return None


def _refused(figure: str) -> Any:
    raise ValueError(figure)


class _Spots(Mapping[tuple[str | int, ...], Spot]):
    """Where the entries of a text in JSON stand; looked for when someone asks."""

    def __init__(self, *read: Any) -> None:
        self._of = read

    @cached_property
    def _found(self) -> Mapping[tuple[str | int, ...], Spot]:
        return _read(*self._of).spots

    def __getitem__(self, way: tuple[str | int, ...]) -> Spot:
        return self._found[way]

    def __iter__(self) -> Iterator[tuple[str | int, ...]]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _read(text: str, origin: str, first_line: int) -> Read:
    import yaml

    text = text.encode("utf-8", "replace").decode("utf-8")
    try:
        _within_limits(text, origin, first_line)
        loader = _loader()(text)
        try:
            node = loader.get_single_node()
            spots: dict[tuple[str | int, ...], Spot] = {}
            _note_spots(node, (), spots, first_line)
            return Read(None if node is None else loader.construct_document(node), spots)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
        at = place(origin, Spot(mark.line + first_line, mark.column + 1) if mark else None)
        raise InputError(f"{at}: not valid YAML ({said})") from None
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise InputError(f"{origin}: not valid YAML ({error})"[:300]) from None


def place(origin: str, spot: Spot | None) -> str:
    """What names a place in a file, "event.yaml:3:7", as far as it is known."""
    return f"{origin}:{spot.line}:{spot.column}" if spot else origin


@cache
def _loader() -> Any:
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """The safe loader, which leaves dates as they are written: what is a date is for us to say."""

    def figure(loader: Any, node: Any) -> Any:
        short = len(node.value) <= LONGEST_FIGURE
        kind = loader.yaml_constructors[node.tag + " as built in"]
        return kind(loader, node) if short else loader.construct_yaml_str(node)

    for tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float"):
        Loader.add_constructor(tag + " as built in", Loader.yaml_constructors[tag])
        Loader.add_constructor(tag, figure)
    Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_yaml_str)
    return Loader


def _within_limits(text: str, origin: str, first_line: int) -> None:
    """Walk over the events, without building anything, and count."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sizes: dict[str, int] = {}
    opened: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, Loader=base):
        mark = event.start_mark
        at = Spot(mark.line + first_line, mark.column + 1) if mark else None
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in sizes:
                raise InputError(f"{place(origin, at)}: *{event.anchor} stands within its own value")
            total += sizes[event.anchor]
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
            if event.anchor:
                sizes[event.anchor] = 1
        elif isinstance(event, yaml.CollectionStartEvent):
            total += 1
            opened.append((event.anchor, total))
            if event.anchor:
                sizes.pop(event.anchor, None)
            if len(opened) > DEEPEST:
                raise InputError(f"{place(origin, at)}: nested more than {DEEPEST} levels deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = opened.pop()
            if anchor:
                sizes[anchor] = total - before + 1
        if total > LARGEST:
            raise InputError(f"{place(origin, at)}: more than {LARGEST:,} values, aliases written out")


def _note_spots(node: Any, path: tuple[str | int, ...], spots: dict[Any, Spot], first_line: int) -> None:
    import yaml

    if node is None or len(path) > 3:
        return
    spots[path] = Spot(node.start_mark.line + first_line, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                _note_spots(value, (*path, key.value), spots, first_line)
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            _note_spots(value, (*path, n), spots, first_line)
