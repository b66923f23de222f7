"""What is said of one document in a manifest, a batch line or front matter; every key's type is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from treatydiff.days import date
from treatydiff.errors import InputError
from treatydiff.frozen import dataclass, field, replace
from treatydiff.hints import Any
from treatydiff.patterns import pattern

_DAY = pattern(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.,+Zz -]*)?\Z")
_LANGUAGE = pattern(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]{1,30})?\Z")

YEARS = range(1000, 9000)
"""Years that a report may be of: beside the first and the last that there are, "last week" would be none."""
A_DAY = f"a date of the form YYYY-MM-DD, of a year from {YEARS[0]} to {YEARS[-1]}"

Where = Callable[[str], str]
"""For a key, what stands before a message about it: the file, and the place if it is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """The checked metadata of one document; None where nothing is said."""

    path: str | None = None
    text: str | None = None
    id: str | None = None
    label: str | None = None
    date: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    based_on: tuple[str, ...] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def over(self, other: Row) -> Row:
        """The row, with what it leaves open taken from another."""
        known = ("id", "label", "date", "outlet", "url", "language", "based_on")
        filled = {key: getattr(other, key) for key in known if getattr(self, key) is None}
        return replace(self, extra={**other.extra, **self.extra}, **filled)


def row_of(value: Any, where: Where) -> Row:
    """The row that a mapping holds; null stands for nothing.  Raises `InputError` for a wrong type."""
    if not isinstance(value, Mapping):
        raise InputError(f"{where('')}: each document is a mapping with path or text, not {_kind(value)}")
    found: dict[str, Any] = {}
    extra = {}
    for key, entry in value.items():
        read = _READ.get(key) if isinstance(key, str) else None
        if read is None:
            extra[str(key)] = entry
        elif entry is not None:
            found[key] = read(entry, key, where)
    return Row(extra=extra, **found)


def day(text: str) -> date | None:
    """The date of an ISO text, which may add a time of day; None where it is none."""
    match = _DAY.match(text.strip())
    return day_of(*map(int, match.groups())) if match else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The date of a report; None where there is no such day, or no report can be of it."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _text(value: Any, key: str, where: Where) -> str:
    if not isinstance(value, str):
        raise InputError(f"{where(key)}: {key} must be a text, not {_kind(value)}")
    return value


def _name(value: Any, key: str, where: Where) -> str:
    """A text that is not empty; a bare number is taken as it is written."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not _text(value, key, where).strip():
        raise InputError(f"{where(key)}: {key} must not be empty")
    return str(value)


def _date(value: Any, key: str, where: Where) -> date:
    found = day(value if isinstance(value, str) else str(value)) if type(value) in (str, date) else None
    if found is None:
        said = f"{value!r:.40}" if isinstance(value, str | int | float) else _kind(value)
        raise InputError(f"{where(key)}: {key} {said} is not {A_DAY}")
    return found


def _language(value: Any, key: str, where: Where) -> str:
    match = _LANGUAGE.match(_text(value, key, where).strip())
    if match is None:
        raise InputError(f"{where(key)}: {key} {value!r:.40} is not a code such as en")
    return match.group(1).lower()


def _names(value: Any, key: str, where: Where) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(_name(v, key, where) for v in values)


def _kind(value: Any) -> str:
    for types, name in (
        (bool, "true or false"),
        (int | float, "a number"),
        (str, "a text"),
        (list | tuple, "a list"),
        (Mapping, "a mapping"),
    ):
        if isinstance(value, types):
            return name
    return "nothing" if value is None else f"a {type(value).__name__}"


_READ: dict[str, Callable[[Any, str, Where], Any]] = {
    "path": _name,
    "text": _text,
    "id": _name,
    "label": _name,
    "date": _date,
    "outlet": _name,
    "url": _text,
    "language": _language,
    "based_on": _names,
}
