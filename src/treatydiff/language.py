"""Language packs: words as data, without logic.

A pack is a folder of small YAML files under `languages/`, one for each section.  A user's pack
(``--pack my.yaml``) is one file with the sections as its top-level keys; it extends the built-in one.  The
keys that it may have are those of the English pack: a slip is noticed.
Word lists are written as YAML lists or, shorter and quicker to read in, as one string with commas.

The packs that come with the tool are read from the file that `treatydiff.compiled` has written, if it has:
that takes a twentieth of the time.  It holds a checksum of each YAML file; one that has changed since is read
itself.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import cache
from zlib import crc32

from treatydiff import files
from treatydiff.errors import InputError
from treatydiff.hints import Any
from treatydiff.kept import kept

FOLDER = files.joined(files.parent(__file__), "languages")
ENGLISH = "en"
LANGUAGE = "language"
"""The key of a user's pack that is no section: the ISO 639-1 code of the language it is for."""
COMPILED, FORM = "marshal", 3
"""How the name of a compiled pack ends, and the number of its form."""
LARGEST_PACK = 10_000_000
"""Bytes of a user's pack."""

WORDS, TABLE, VALUES, ENTRIES = "words", "table", "values", "entries"
"""What a key of a section holds: a word list; word -> word list; word -> one value; a list of mappings."""
EXAMPLES = ("contradicts", "agrees")
"""The keys of an entry that hold its examples."""
SINGLE = frozenset(
    [
        "figures.numbers",
        "figures.ordinals",
        "figures.magnitudes",
        "figures.fractions",
        "figures.vague",
        "figures.spells",
        "figures.units",
        "figures.unit_phrases",
        "figures.temperatures",
        "figures.currencies",
        "figures.qualified_money",
        "calendar.months",
        "calendar.weekdays",
        "calendar.daytimes",
        "calendar.relative",
        "calendar.shifts",
        "calendar.spans",
        "calendar.relations",
        "calendar.seasons",
        "calendar.minutes",
        "calendar.ways",
        "calendar.parts_of_month",
        "calendar.weeks_of_month",
        "calendar.parts_of_year",
        "calendar.feasts",
        "calendar.edges",
        "assertion.modals",
        "roles.compass",
        "lexicon.numerals",
    ]
)
"""The keys that hold one value for each word; what all others hold is told by its shape."""
SHAPES = {bool: "true or false", str: "words", int: "a number", float: "a number", list: "a list"}
"""What a key of an entry may hold."""


class Language:
    """One language's words; sections are read when first asked for."""

    def __init__(self, code: str, packs: tuple[str, ...] = ()) -> None:
        self.code = code
        self._packs = packs
        self._sections: dict[str, dict[str, Any]] = {}

    @property
    def is_extended(self) -> bool:
        """Whether a user's packs add to the words."""
        return bool(self._packs)

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """A word list, in the order of the pack; empty where the language has none."""
        value: tuple[str, ...] = self._section(section).get(key, ())
        return value

    def table(self, section: str, key: str) -> Mapping[str, tuple[str, ...]]:
        """A word list for each word."""
        value: Mapping[str, tuple[str, ...]] = self._section(section).get(key, {})
        return value

    def values(self, section: str, key: str) -> Mapping[str, Any]:
        """One value for each word."""
        value: Mapping[str, Any] = self._section(section).get(key, {})
        return value

    def entries(self, section: str, key: str) -> tuple[Mapping[str, Any], ...]:
        """A list of mappings; a compiled pack has them without their examples."""
        value: tuple[Mapping[str, Any], ...] = self._section(section).get(key, ())
        return value

    def lists(self, section: str) -> dict[str, tuple[str, ...]]:
        """Every word list of a section; empty those that English has and this language has not."""
        english = self._section(section) if self.code == ENGLISH else built_in(ENGLISH, section)
        return {k: self.words(section, k) for k, v in english.items() if kind_of(section, k, v) == WORDS}

    def _section(self, name: str) -> dict[str, Any]:
        if name not in self._sections:
            merged: dict[str, Any] = {}
            _merge(merged, built_in(self.code, name))
            for path in self._packs:
                content = user_pack(path)
                if name in content and content.get(LANGUAGE, self.code) == self.code:
                    _merge(merged, _checked(name, content[name], path, built_in(ENGLISH, name)))
            self._sections[name] = merged
        return self._sections[name]


def load_language(code: str, packs: tuple[str, ...] = ()) -> Language:
    """The language of that ISO 639-1 code; English words where there is no pack for it."""
    return _language(code, packs)  # however it is asked for, one value, of which all tables are made once


@cache
def _language(code: str, packs: tuple[str, ...]) -> Language:
    return Language(code if files.is_folder(files.joined(FOLDER, code)) else ENGLISH, packs)


def rows(code: str, name: str) -> list[list[str]]:
    """The rows of a plain table of a language, each as its words; none where it has no such table."""
    path = files.joined(FOLDER, f"{code}/{name}")
    lines = files.content(path).decode().splitlines() if files.exists(path) else ()
    return [line.split() for line in lines if not line.startswith("#")]


def sections() -> tuple[str, ...]:
    """The sections of a pack: those of the English one, whose keys are those that a pack may have."""
    return tuple(files.stem(n) for n in files.names_in(files.joined(FOLDER, ENGLISH)) if n.endswith(".yaml"))


def known_languages() -> tuple[str, ...]:
    """Codes of the languages that have a pack."""
    found = [name for name in files.names_in(FOLDER) if not name.startswith("_")]
    return tuple(name for name in found if files.is_folder(files.joined(FOLDER, name)))


@cache
def user_pack(path: str) -> dict[str, Any]:
    """The content of a user's pack; InputError where it is no mapping of known sections.

    It may say which language it is for; documents in others then do without it.
    """
    content = _user_yaml(path)
    if not isinstance(content, dict):
        raise InputError(f"{path}: a language pack is a mapping of sections: {', '.join(sections())}")
    if LANGUAGE in content and (code := content[LANGUAGE]) not in known_languages():
        raise InputError(f"{path}: unknown language {code!r} (known: {', '.join(known_languages())})")
    for section in content:
        if section == LANGUAGE:
            continue
        if section not in sections():
            raise InputError(f"{path}: unknown section {section!r} (known: {', '.join(sections())})")
        _checked(section, content[section], path, built_in(ENGLISH, section))
    return content


def built_in(code: str, section: str) -> dict[str, Any]:
    """A section of a pack that comes with the tool; read from its YAML where it is not compiled."""
    path = files.joined(FOLDER, f"{code}/{section}.yaml")
    try:
        data = files.content(path)
    except FileNotFoundError:
        return {}
    digest, compiled = _compiled(code).get(section, (None, b""))
    if digest != checksum(data):
        return parsed(section, data, path)
    content: dict[str, Any] = marshal.loads(compiled)
    return content


def parsed(section: str, data: bytes, path: str) -> dict[str, Any]:
    """A section from the YAML that it is written in."""
    import yaml

    return _checked(section, yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), path)


@cache
def _compiled(code: str) -> dict[str, tuple[int, bytes]]:
    """What `compiled` has written: for each section a checksum of its YAML and its content."""
    return kept(files.joined(FOLDER, f"{code}.{COMPILED}")) or {}


def checksum(data: bytes) -> int:
    """Of the YAML of a section, and of the form in which it is compiled."""
    return crc32(data, FORM)


def _user_yaml(path: str) -> Any:
    from treatydiff.decoding import decode
    from treatydiff.safeyaml import read_yaml

    try:
        data = files.content(path, LARGEST_PACK + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > LARGEST_PACK:
        raise InputError(f"{path}: a language pack has at most {LARGEST_PACK:,} bytes")
    return read_yaml(decode(data, path)[0], path).value


def kind_of(section: str, key: str, value: Any) -> str:
    """What a key of a section holds, by the shape of its value."""
    if isinstance(value, dict):
        return VALUES if f"{section}.{key}" in SINGLE else TABLE
    return ENTRIES if isinstance(value, list | tuple) and value and isinstance(value[0], dict) else WORDS


def _checked(section: str, content: Any, path: str, known: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The section with its word lists split; InputError names the file and the entry that is wrong.

    With `known`, no other keys may be there than it has, and they must hold the same.
    """
    if not isinstance(content, dict):
        raise InputError(f"{path}: section {section!r} must be a mapping")
    out: dict[str, Any] = {}
    for key, value in content.items():
        where = f"{path}: {section}.{key}"
        if known is not None and key not in known:
            raise InputError(f"{where}: unknown key (known: {', '.join(known)})")
        kind = kind_of(section, key, value if known is None else known[key])
        if kind == WORDS:
            out[key] = _word_list(value, where)
        elif kind == ENTRIES:
            if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
                raise InputError(f"{where}: must be a list of mappings")
            if known is not None:
                _check_entries(value, known[key], where)
            out[key] = tuple(value)
        elif not isinstance(value, dict):
            raise InputError(f"{where}: must be a mapping")
        elif kind == TABLE:
            out[key] = {str(k): _word_list(v, f"{where}.{k}") for k, v in value.items()}
        else:
            out[key] = {str(k): v for k, v in value.items()}
    return out


def _check_entries(
    entries: Sequence[Mapping[str, Any]], known: Sequence[Mapping[str, Any]], where: str
) -> None:
    """InputError where an entry has a key that no known one has, or holds another kind of value there."""
    held: dict[str, set[type]] = {}
    for entry in known:
        for key, value in entry.items():
            held.setdefault(key, set()).add(type(value))
    for entry in entries:
        which = f"{where}: {entry.get('id', dict(entry))}"
        for key, value in entry.items():
            if key not in held and key not in EXAMPLES:
                raise InputError(f"{which}: unknown key {key!r} (known: {', '.join((*held, *EXAMPLES))})")
            shapes = dict.fromkeys(SHAPES[kind] for kind in SHAPES if kind in held.get(key, ()))
            if shapes and SHAPES.get(type(value)) not in shapes:
                raise InputError(f"{which}: {key} must be {' or '.join(shapes)} (quote yes, no, on, off)")


def _word_list(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(w for part in value.split(",") if (w := " ".join(part.split())))
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise InputError(f"{where}: must be a list of words, or one string with commas (quote yes, no, on, off)")


def _merge(into: dict[str, Any], content: dict[str, Any]) -> None:
    for key, value in content.items():
        old = into.get(key)
        if old is None:
            into[key] = value
        elif isinstance(value, tuple):
            into[key] = old + value
        else:
            into[key] = {**old, **{k: _joined(old.get(k), v) for k, v in value.items()}}


def _joined(old: Any, new: Any) -> Any:
    return old + new if isinstance(old, tuple) and isinstance(new, tuple) else new
