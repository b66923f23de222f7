"""Where and when a report was written, as lines and openings of the text say it.

A date line holds a date and nothing else ("Published: 3 May 2031, 10:15 BST").  A dateline opens the first
paragraph: "RIVERTON, May 3 (Agency) — The bridge …", "(Agency) - ", "2031-05-03 The bridge …".
"""

from __future__ import annotations

from treatydiff.days import date
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.layout import paragraphs
from treatydiff.model import Document, Span
from treatydiff.patterns import pattern
from treatydiff.rows import day_of
from treatydiff.tables import once_a_language

_PIECE = pattern(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?|\d+(?:st|nd|rd|th)?\b|[^\s\w]|_|\w")
_ISO = pattern(r"(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_CLOCK = pattern(r"\d[:.]\d\d")
_NUMBER = pattern(r"\d+")
_SEPARATORS = frozenset(",.:;/-–—|@()[]•·+")
_ZONES = pattern(r"[A-Z]{2,4}\Z|[AaPp]\.?[Mm]\.?\Z|Z\Z|[Hh]\Z|[Hh]rs\Z")
ZONE = 4
"""Letters of the longest zone, and of "a.m."."""
_DASH = r"\s*(?:--+|[—–―]|(?<=\s)-(?=\s)|(?<=\))-(?=\s))\s*"
_PLACE = r"[^\W\d_](?:[^\W\d_]|['’./-]|\s(?!\s|-\s)){0,40}"
_AGENCY = r"\([^()\r\n]{2,60}\)"
_OPENING = pattern(
    rf"(?P<place>{_PLACE})?(?P<more>(?:,\s{{0,2}}[^\s,()—–―:][^,()—–―:\r\n]{{0,30}}){{0,3}}),?\s{{0,2}}"
    rf"(?P<agency>{_AGENCY})?(?:(?P<dash>{_DASH})|(?P<colon>:)\s+)"
)
_ENDS = frozenset("-—–―:|")
"""What a date or dateline that stands before a sentence ends with."""
FIRST = 4000
"""Characters among which the date of a report is looked for."""
HEADER = 8
"""Paragraphs among which everything that stands above the text is looked for."""
RUNNING_TEXT = 250
"""Characters from which a paragraph is the report itself."""
_UP_TO_DASH = pattern(rf"[^—–―:|\r\n]{{3,60}}?(?:{_DASH}|:\s|\|)")
_BEHIND = pattern(rf"(?:{_DASH}|[:,|]?\s+)(?=[^\W\d_a-z]|[\"'“‘«„])")
_LABEL = pattern(r"\s*(?:([^\W\d_]{2,12})\s*[:.]?\s+)?")
_BARE = pattern(rf"({_AGENCY})(?:{_DASH}|:\s)")
_SHORT = pattern(rf"\d{{1,2}}[/.]\d{{1,2}}(?:{_DASH}|:)")
LONGEST = 120
"""Characters that a date line or dateline has at most."""


class Dateline(NamedTuple):
    """The opening of a text that says where or when it was written."""

    end: int
    """Offset after its last character; what is behind it is the report."""
    day: date | None
    """The day that it names with its year."""


class _Words(NamedTuple):
    months: dict[str, int]
    weekdays: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]
    """Words in small letters within names of places."""


@once_a_language
def _words(language: Language) -> _Words:
    return _Words(
        dict(language.values("calendar", "months")),
        frozenset(language.values("calendar", "weekdays")),
        frozenset(language.words("layout", "date_labels")),
        frozenset((*language.words("names", "particles"), *language.words("layout", "small"))),
    )


def published(document: Document, language: Language) -> date | None:
    """The day that the first lines of a report give as its own."""
    start, end = document.content or Span(0, len(document.text))
    end = min(end, start + FIRST)
    blocks = tuple(b for b in document.blocks if b.span.end <= end)
    for part in paragraphs(document.text, start, end, blocks)[:HEADER]:
        text = document.text[part.start : part.end]
        for find in (date_line, leading_date, dateline):
            found = find(text, language)
            if found is not None and found.day is not None:
                return found.day
        if len(text) > RUNNING_TEXT:
            break
    return None


def names_day(text: str, language: Language) -> bool:
    """Whether a text names a day of the week or a month."""
    return _is_day(text, _words(language))


def date_line(text: str, language: Language) -> Dateline | None:
    """The date that a line holds alone; None where it holds anything else."""
    if len(text) > LONGEST or not _has_figure(text):
        return None
    words = _words(language)
    found = _PIECE.findall(text)
    dated = False
    for piece in found:
        low = piece.rstrip(".").lower()
        if low in words.months or low in words.weekdays:
            dated = True
        elif not (piece[0].isdigit() or piece in _SEPARATORS or low in words.labels or _is_zone(piece)):
            return None
    figures = [p for p in found if p[0].isdigit()]
    numeric = len(figures) >= 3 and any(s in text for s in "/-.")
    timed = found[0].lower() in words.labels and _CLOCK.search(text)
    if not figures or not (dated or numeric or timed):
        return None
    return Dateline(len(text), _day(text, words))


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_zone(piece: str) -> bool:
    """Whether a piece is a zone or the half of a day: "BST", "a.m."."""
    return len(piece) <= ZONE and _ZONES.match(piece) is not None


def place_and_day(text: str, language: Language) -> Dateline | None:
    """The date of a line that names besides it only a place or an agency: "Tarnow, May 3, 2031 (Agency)"."""
    words = _words(language)
    found = _PIECE.findall(text[:LONGEST])
    names = [p for p in found if p[0].isupper() and not _is_day(p, words)]
    known = all(p[0].isupper() or p[0].isdigit() or p in _SEPARATORS for p in found)
    day = _day(text, words) if known and len(text) <= LONGEST and len(names) <= 5 else None
    return Dateline(len(text), day) if day else None


def leading_date(text: str, language: Language) -> Dateline | None:
    """The date that stands before the first sentence: "date 2031-05-03 The …", "3 May 2031 — The …"."""
    words = _words(language)
    label = _LABEL.match(text[:LONGEST])
    assert label is not None
    named = label.group(1) is not None and label.group(1).lower() in words.labels
    at = label.end() if named else len(text[:LONGEST]) - len(text[:LONGEST].lstrip())
    head = text[at : at + LONGEST]
    if not _has_figure(head):
        return None
    iso = _ISO.match(text, at)
    if iso:
        rest = _BEHIND.match(text, iso.end())
        end = len(text[: rest.end()].rstrip()) if rest else 0
        return Dateline(end, day_of(*map(int, iso.groups()))) if rest else None
    opening = None if _ENDS.isdisjoint(head) else _UP_TO_DASH.match(text, at)
    if opening:
        alone = date_line(text[: opening.end()].strip(), language)
        if (alone and alone.day) or (named and _SHORT.match(opening.group())):
            return Dateline(len(text[: opening.end()].rstrip()), alone.day if alone else None)
    return None


def dateline(text: str, language: Language, *, alone: bool = True) -> Dateline | None:
    """The dateline that a first paragraph opens with.

    Capitals and a colon could as well name the speaker of a transcript: they count where no other
    paragraph of the text opens so (`alone`).
    """
    opening = text[:LONGEST]
    words = _words(language)
    if opening.startswith("(") and (bare := _BARE.match(opening)):
        return Dateline(len(bare.group().rstrip()), None)
    # It names an agency or a day, or the place in capitals.
    may_be = "(" in opening or not opening[1:2].islower() or _may_name_day(opening, words)
    match = _OPENING.match(opening) if may_be and not _ENDS.isdisjoint(opening) else None
    if match is None or not _goes_on(text, match.end()):
        return None
    place, more, agency = match["place"] or "", match["more"] or "", match["agency"]
    parts = [place, *(p.strip() for p in more.split(",") if p.strip())]
    dated = any(_is_day(part, words) for part in parts)
    capitals = len(place) > 1 and place.isupper()
    if not place or not all(_fits(part, words) for part in parts):
        return None
    if match["colon"] is not None and not (dated or agency):
        plain = capitals and alone and not text[match.end()].isdigit()
        return Dateline(match.end("colon"), None) if plain else None
    if not (capitals or dated or (agency and place[0].isupper())):
        return None
    return Dateline(len(opening[: match.end()].rstrip()), _day(opening[: match.end()], words))


def _goes_on(text: str, at: int) -> bool:
    """Whether a sentence begins there."""
    following = text[at : at + 2].lstrip("\"'“”‘’«„([")
    return following[:1].isupper() or following[:1].isdigit()


def _is_day(part: str, words: _Words) -> bool:
    pieces = [p.rstrip(".").lower() for p in part.split()]
    return any(p in words.months or p in words.weekdays for p in pieces)


def _may_name_day(text: str, words: _Words) -> bool:
    """Whether the letters of a day of the week or a month stand anywhere in a text; quick to see."""
    low = text.lower()
    return any(day in low for day in words.weekdays) or any(month in low for month in words.months)


def _fits(part: str, words: _Words) -> bool:
    """Whether a part between commas is a place, a day or a year: no word of running text in it."""
    pieces = part.split()
    return len(pieces) <= 4 and all(
        p[0].isupper()
        or p[0].isdigit()
        or p.rstrip(".").lower() in words.months
        or p.lower() in words.particles
        for p in pieces
    )


def _day(text: str, words: _Words) -> date | None:
    """The one day that a text names with its year; None where it is not plain."""
    if iso := _ISO.search(text):
        return day_of(*map(int, iso.groups()))
    pieces = [p.rstrip(".").lower() for p in _PIECE.findall(text)]
    month = next((words.months[p] for p in pieces if p in words.months), None)
    if month is None:
        return None
    at = next(n for n, p in enumerate(pieces) if p in words.months)
    year = next((int(p) for p in pieces if len(p) == 4 and p.isdigit()), None)
    days = [
        int(m.group())
        for p in (pieces[at - 2 : at][::-1] if at >= 2 else pieces[:at][::-1]) + pieces[at + 1 : at + 3]
        if (m := _NUMBER.match(p)) and len(m.group()) <= 2
    ]
    return day_of(year, month, days[0]) if year is not None and days else None
