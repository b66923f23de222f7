"""The expression that finds times, made of a language's words for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet

from treatydiff.patterns import is_kept, pattern

FEW_TEXTS = 4
"""Texts that are read with an expression of their own."""

_LETTERS = pattern(r"[^\W\d_]+")
_NOTHING = "(?!)"
"""What matches nowhere."""


class Patterns:
    """Makes the expression that finds times, of those words alone that a text has.

    That of all words takes five times as long to make, as long as to read a small report.  So it is taken
    where it is kept, or where many texts are read in turn.
    """

    def __init__(self, words: Mapping[str, Collection[str]]) -> None:
        self.words = words
        self.texts = 0
        self.whole = _expression({key: _either(words) for key, words in words.items()})

    def of(self, text: str) -> re.Pattern[str]:
        """The expression for a text."""
        self.texts += 1
        if self.texts > FEW_TEXTS or is_kept(self.whole):
            return self.whole
        there = set(_LETTERS.findall(text.lower()))
        there |= {word[:-1] for word in there if word.endswith("s")}  # "years"
        return _expression({key: _either(words, there) for key, words in self.words.items()})


def _either(words: Iterable[str], there: AbstractSet[str] | None = None) -> str:
    """The words as alternatives, the longest first; with `there`, those alone whose parts are all in it."""
    if there is not None:
        words = [w for w in words if w in there or set(_LETTERS.findall(w.lower())) <= there]
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join([w if w.isalpha() else re.escape(w) for w in longest_first]) or _NOTHING


def _expression(words: Mapping[str, str]) -> re.Pattern[str]:
    """The expression that finds times, of alternatives for each kind of word."""
    weekday, shift, when, of = words["weekday"], words["shift"], words["when"], words["of"]
    month = rf"(?:{words['month_name']})\b\.?"
    number = rf"(?:\d{{1,3}}|{words['a']}|{words['number']})"
    the = rf"(?:(?:{words['the']}) )?"
    day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{words['ordinal_endings']})?"
    year = r"(?:1[5-9]|20)\d\d"
    hour = rf"(?:\d{{1,2}}|{words['hour']})"
    four = r"(?:[01]\d|2[0-3])[0-5]\d"

    def forms(*needed_and_form: tuple[str, str]) -> str:
        """Those forms as alternatives of whose needed kinds of words there are any."""
        return "|".join(
            form for needed, form in needed_and_form if all(words[key] != _NOTHING for key in needed.split())
        )

    clock = forms(
        (
            "half_days",
            rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>(?:{words['half_days']})(?!\w))",
        ),
        ("", r"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])"),
        (
            "",
            r"(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)"
            rf"(?=(?: (?:{words['and_to']}) {four})? (?:{words['zones']}|{words['hours']})\b"
            rf"| \({four} (?:{words['zones']})\b)",
        ),
        ("oclock", rf"(?P<oclock>{hour}) (?:{words['oclock']})\b"),
        (
            "step way",
            rf"(?P<minutes>{words['step']}) (?P<way>{words['way']}) (?P<from>{hour}|{words['point']})\b",
        ),
        ("in_the when", rf"(?P<bare>{hour})(?= (?:{words['in_the']}) (?:{when})\b)"),
    )
    before = (
        rf"(?<![\w$£€-])(?:(?:(?P<near>{words['near']}) )?(?:(?P<rel>{words['relation']}) {the})?"
        rf"(?:(?P<around>{words['around']}) )?)"
    )
    time = forms(
        ("", r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"),
        (
            "month_name",
            rf"(?P<month>{month})(?: (?P<d1>{day})\b(?:,? (?P<y1>{year})\b)?"
            rf"|,? (?:(?:{of}) )?(?:(?P<y3>{year})|(?P<y3shift>{shift}) (?:{words['halved']}))\b|(?![\w’']))",
        ),
        (
            "month_name",
            rf"(?:(?P<d2>{day}) (?:(?:{of}) )?|(?P<nth>{words['nth']}) (?:{words['week']}) (?:{of}) )"
            rf"(?P<m2>{month})(?(d2)(?:,? (?P<y2>{year})\b)?)",
        ),
        (
            "edge of",
            rf"(?P<edge>{words['edge']}) (?:{of}) {the}(?:(?P<edgemonth>{month})(?: (?P<y6>{year})\b)?"
            rf"|(?:(?P<edgeshift>{shift}) )?(?P<edgeunit>{words['halved']})\b|(?P<y7>{year})\b)",
        ),
        (
            "nth weekday",
            rf"(?P<nthday>{words['nth']}) (?P<dayweek>{weekday}) (?:(?:{of}|{words['within']}) )"
            rf"{the}(?:(?P<daymonth>{month})(?: (?P<y8>{year})\b)?"
            rf"|(?:(?P<dayshift>{shift}) )?(?:{words['month']})\b)",
        ),
        ("ordinal of month_name", rf"(?P<d4>{words['ordinal']}) (?:{of}) (?P<m4>{month})"),
        (
            "of shift month",
            rf"(?P<d3>{day}) (?:{of}) {the}(?P<d3shift>{shift}) (?:{words['month']})\b",
        ),
        (
            "length on_from",
            rf"(?P<ahead>{number}) (?P<aheadunit>{words['length']})s? (?:{words['on_from']}) "
            rf"(?:(?P<fromweek>{weekday})|(?P<now>{words['now']}))\b",
        ),
        (
            "season",
            rf"(?P<season>{words['season']}) (?:(?:{of}) )?"
            rf"(?:(?P<y5>{year})(?:[-–/](?P<y11>\d\d)\b)?|(?P<y5shift>{shift}) (?:{words['halved']}))\b",
        ),
        (
            "feast",
            rf"(?:(?P<feastspan>{words['span']}) (?P<feastway>{words['relation']}) {the})?"
            rf"(?P<feast>(?i:{words['feast']}))(?=[.,;:)]|$)",
        ),
        ("shift season", rf"(?P<seasonshift>{shift}) (?P<seasonal>{words['season']})\b"),
        (
            "part_of month_name",
            rf"(?P<partof>{words['part_of']})[ -](?P<partmonth>{month})(?: (?P<y9>{year})\b)?",
        ),
        (
            "weekday",
            rf"(?:(?P<shift>{shift}) )?(?P<week>{weekday})\b(?: (?P<weekpart>{when})\b)?"
            rf"(?: (?:(?:{of}) )?(?P<weekshift>{shift}) (?:{words['week']})\b)?",
        ),
        ("relative", rf"(?P<relative>{words['relative']})\b"),
        ("shift span", rf"(?P<shift2>{shift}) (?P<unit>{words['span']})\b(?!-| (?:{of})\b)"),
        (
            "unit away",
            rf"(?P<count>{number}) (?P<unit2>{words['unit']})s? (?P<away>{words['away']})\b",
        ),
        ("", rf"(?:{clock})(?: (?P<zone>{words['zones']})\b)?"),
        ("when", rf"(?P<part>{when})\b"),
        ("", rf"(?P<y4>{year})(?:[-–/](?P<y10>\d\d(?:\d\d)?))?\b(?![-’'%,.]?\d)"),
    )
    return pattern(f"{before}(?:{time})")
