"""Time expressions, resolved against the publication date.

The value of a time is an interval of ISO 8601 days (TIMEX3's point and period values, ISO 24617-1, made
into their first and last day).  Where the report has no date, a value keeps what the words say in ISO's
truncated forms: "-W-2" is a Tuesday, "--12-17" a 17 December, "T04:52" a time of some day, "P-2Y" two years
earlier.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cache
from itertools import islice, pairwise

from treatydiff.extract.verbs import Verbs, verbs_of
from treatydiff.frozen import dataclass
from treatydiff.hints import Any, Literal
from treatydiff.language import Language
from treatydiff.model import Document, Passage, Span, TimeSpan
from treatydiff.patterns import is_kept, pattern
from treatydiff.tokens import tokenise

Grain = Literal["minute", "day", "week", "month", "year", "unknown"]
Relation = Literal["at", "before", "after", "since", "until"]
SHORTLY, AROUND = 30, 15
"""Minutes that "shortly before" and "around" allow."""
FEW_TEXTS = 4
"""Texts that are read with an expression of their own."""
STRETCH = 40
"""Characters before the end of a stretch of time among which its beginning stands."""
OPENING, FIRST_VERB = 2, 10
"""Words that may stand before a time that opens a sentence; words behind it that its first verb is among."""


def find_times(document: Document, passages: tuple[Passage, ...], language: Language) -> tuple[TimeSpan, ...]:
    """Every time expression of the document in the order of its text."""
    words = _calendar(language)
    expression: re.Pattern[str] | None = None
    found: list[TimeSpan] = []
    for passage in passages:
        text, end = "", 0
        for start in _starts(passage, words.openers):
            text = text or _plain(passage.text, words)
            expression = expression or words.patterns.of(document.text)
            match = expression.match(text, start) if start >= end else None
            if match is not None:
                end = match.end()
                time = _Reader(words, match, passage, document.published).read()
                if time is not None:
                    found.append(time)
    return tuple(found)


def _starts(passage: Passage, openers: frozenset[str]) -> Iterator[int]:
    """Where a time expression may begin: at a figure, or at a word that one begins with; quick to see."""
    for start, _, text, norm, _ in passage.tokens:
        at = start - passage.span.start
        if norm in openers or text[0].isdigit():
            yield at
        if not text.isalpha():
            # Within "4.30 March" or "o’clock"
            yield from (at + k for k in range(1, len(text)) if not text[k - 1].isalnum())


def _plain(text: str, words: _Calendar) -> str:
    """The text as the pattern has it: calendar words small wherever they stand, months with one capital.

    The pattern is made at each start of the command, in half the time where it need not know both.
    """

    def plain(word: re.Match[str]) -> str:
        found = word.group()
        if found in words.capitals:
            return found.title()
        small = found[0].lower() + found[1:]
        return small if small in words.first else found

    return _CAPITALISED.sub(plain, text)


_BOUND = pattern(r"\W")
_CAPITALISED = pattern(r"\b[^\W\d_a-z]\w*")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """A language's calendar words and the expressions that find them."""

    patterns: _Patterns
    openers: frozenset[str]
    """The words that a time expression may begin with."""
    first: frozenset[str]
    """The first words of all phrases that the pattern has in small letters."""
    capitals: frozenset[str]
    """The months as a line in capitals has them."""
    months: dict[str, int]
    weekdays: dict[str, int]
    daytimes: dict[str, tuple[int, int]]
    relative: dict[str, tuple[str, int]]
    shifts: dict[str, int]
    spans: dict[str, int]
    relations: dict[str, Relation]
    numbers: dict[str, float]
    ordinals: dict[str, int]
    """The days of a month in words."""
    seasons: dict[str, tuple[int, int]]
    """First and last month that the name of a season may mean."""
    edges: dict[str, tuple[float, float]]
    """From which share of a month or year to which its beginning, middle and end are."""
    parts_of_month: dict[str, tuple[float, float]]
    """The same for "early", "mid" and "late" before the name of a month."""
    minutes: dict[str, int]
    ways: dict[str, int]
    """Of the minutes in "ten to one": 1 after the hour, -1 before it."""
    weeks_of_month: dict[str, int]
    """Number of the day in the middle of the first, second … week of a month."""
    parts_of_year: dict[str, tuple[str, str]]
    """First and last day, as "-05-31", that "early", "mid" and "late" leave of a year."""
    lists: dict[str, frozenset[str]]
    """The plain word lists of `calendar`, each under its key."""
    verbs: Verbs


@cache
def _calendar(language: Language) -> _Calendar:
    def ints(key: str) -> dict[str, int]:
        return {w: int(v) for w, v in language.values("calendar", key).items()}

    def pairs(key: str) -> dict[str, list[str]]:
        return {w: str(v).split() for w, v in language.values("calendar", key).items()}

    months, weekdays, shifts, spans = ints("months"), ints("weekdays"), ints("shifts"), ints("spans")
    daytimes = {w: (int(v[0]), int(v[1])) for w, v in pairs("daytimes").items()}
    relative = {w: (v[0], int(v[1])) for w, v in pairs("relative").items()}
    relations: dict[str, Relation] = {str(k): v for k, v in language.values("calendar", "relations").items()}
    numbers = {w: float(v) for w, v in language.values("figures", "numbers").items()}
    seasons = {w: (int(v[0]), int(v[1])) for w, v in pairs("seasons").items()}
    edges, parts = (
        {w: (float(v[0]), float(v[1])) for w, v in pairs(key).items()} for key in ("edges", "parts_of_month")
    )
    steps, ways, nths = ints("minutes"), ints("ways"), ints("weeks_of_month")
    days_in_words = {w: int(v) for w, v in language.values("figures", "ordinals").items()}
    lists = language.lists("calendar")
    small: dict[str, Collection[str]] = {
        **{key: lists[key] for key in ("a", "around", "halved", "in_the", "month", "near", "now")},
        **{key: lists[key] for key in ("oclock", "on_from", "the", "week", "within")},
        "away": (*lists["ago"], *lists["later"]),
        "edge": edges,
        "hour": [w for w, v in numbers.items() if 0 < v <= 12],
        "length": [w for w, days in spans.items() if days > 1],
        "nth": nths,
        "number": numbers,
        "ordinal": days_in_words,
        "part_of": parts,
        "relation": relations,
        "relative": relative,
        "season": seasons,
        "shift": shifts,
        "span": spans,
        "unit": (*spans, *lists["short_spans"]),
        "step": steps,
        "way": ways,
        "when": daytimes,
    }
    named = (*months, *weekdays, *daytimes, *seasons, *edges, *parts, *relative, *shifts, *days_in_words)
    opening = (*named, *relations, *numbers, *steps, *nths, *lists["near"], *lists["around"], *lists["a"])
    return _Calendar(
        _Patterns(
            {
                **small,
                **{key: lists[key] for key in ("half_days", "of", "ordinal_endings", "zones")},
                "month_name": [w.title() for w in months],
                "weekday": [w.title() for w in weekdays],
            }
        ),
        frozenset(t.norm for w in opening for t in tokenise(w, stemmed=False)[:1]),
        frozenset(_BOUND.split(w)[0] for words in small.values() for w in words),
        frozenset(w.upper() for w in months),
        months,
        weekdays,
        daytimes,
        relative,
        shifts,
        spans,
        relations,
        numbers,
        days_in_words,
        seasons,
        edges,
        parts,
        steps,
        ways,
        nths,
        {w: (v[0], v[1]) for w, v in pairs("parts_of_year").items()},
        {key: frozenset(words) for key, words in lists.items()},
        verbs_of(language),
    )


class _Patterns:
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


_LETTERS = pattern(r"[^\W\d_]+")
_WORD = pattern(r"[\w’']+")
_NOTHING = "(?!)"
"""What matches nowhere."""


def _either(words: Iterable[str], there: AbstractSet[str] | None = None) -> str:
    """The words as alternatives, the longest first; with `there`, those alone whose parts are all in it."""
    if there is not None:
        words = [w for w in words if w in there or set(_LETTERS.findall(w.lower())) <= there]
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join([w if w.isalpha() else re.escape(w) for w in longest_first]) or _NOTHING


def expression_of(language: Language) -> Any:
    """The expression of all words of a language."""
    return _calendar(language).patterns.whole


def _expression(words: Mapping[str, str]) -> re.Pattern[str]:
    """The expression that finds times, of alternatives for each kind of word."""
    weekday, shift, when, of = words["weekday"], words["shift"], words["when"], words["of"]
    month = rf"(?:{words['month_name']})\b\.?"
    number = rf"(?:\d{{1,3}}|{words['a']}|{words['number']})"
    the = rf"(?:(?:{words['the']}) )?"
    day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{words['ordinal_endings']})?"
    year = r"(?:1[5-9]|20)\d\d"
    hour = rf"(?:\d{{1,2}}|{words['hour']})"

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
        ("oclock", rf"(?P<oclock>{hour}) (?:{words['oclock']})\b"),
        ("step way", rf"(?P<minutes>{words['step']}) (?P<way>{words['way']}) (?P<from>{hour})\b"),
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
            rf"|,? (?:(?:{of}) )?(?P<y3>{year})\b|(?![\w’']))",
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
        ("season", rf"(?P<season>{words['season']}) (?:(?:{of}) )?(?P<y5>{year})\b"),
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
        ("shift span", rf"(?P<shift2>{shift}) (?P<unit>{words['span']})\b(?!-)"),
        (
            "unit away",
            rf"(?P<count>{number}) (?P<unit2>{words['unit']})s? (?P<away>{words['away']})\b",
        ),
        ("", rf"(?:{clock})(?: (?P<zone>{words['zones']})\b)?"),
        ("when", rf"(?P<part>{when})\b"),
        ("", rf"(?P<y4>{year})\b(?![-’'%,.]?\d)"),
    )
    return pattern(f"{before}(?:{time})")


class _Reader:
    """One match and how it is meant."""

    def __init__(
        self, words: _Calendar, match: re.Match[str], passage: Passage, published: date | None
    ) -> None:
        self.words = words
        self.match = match
        # What no word of the text could match has no group.
        self.group: dict[str, Any] = defaultdict(lambda: None, match.groupdict())
        self.passage = passage
        self.published = published

    def read(self) -> TimeSpan | None:
        """The time that the match stands for; None where the words name none, or none that a calendar has."""
        try:
            return self._read()
        except OverflowError:
            return None

    def _read(self) -> TimeSpan | None:
        g = self.group
        if g["iso"]:
            return self._span(g["iso"], g["iso"], "day")
        if g["d1"]:
            return self._day(g["month"], g["d1"], g["y1"])
        if g["d2"]:
            return self._day(g["m2"], g["d2"], g["y2"])
        if g["edge"]:
            return self._edge()
        if g["partof"]:
            return self._part_of_month()
        if g["nthday"]:
            return self._nth_weekday()
        if g["d4"]:
            return self._day(g["m4"], str(self.words.ordinals[g["d4"].lower()]), None)
        if g["d3"]:
            return self._day_of(self._shifted_month(g["d3shift"]), g["d3"])
        if g["ahead"]:
            return self._ahead()
        if g["seasonal"]:
            return self._next_season()
        if g["season"]:
            return self._season(g["season"].lower(), int(g["y5"]))
        if g["nth"]:
            return self._week_of_month(self._number_of_month(g["m2"]))
        if g["y3"]:
            return self._month(self._number_of_month(g["month"]), int(g["y3"]))
        if g["week"]:
            return self._weekday()
        if g["relative"]:
            unit, away = self.words.relative[g["relative"].lower()]
            return self._shifted(unit, away)
        if g["unit"]:
            return self._shifted(g["unit"].lower(), self.words.shifts[g["shift2"].lower()])
        if g["count"]:
            return self._away()
        if g["hour"] or g["hour24"] or g["oclock"] or g["minutes"] or g["bare"]:
            return self._clock()
        if g["part"]:
            return self._part()
        if g["month"]:
            return self._bare_month()
        return self._year()

    def _day(self, month: str, day: str, year: str | None) -> TimeSpan | None:
        m, d = self._number_of_month(month), int(re.match(r"\d+", day).group())  # type: ignore[union-attr]
        if year is None and self.published is None:
            iso = f"--{m:02d}-{d:02d}"
            return self._span(iso, iso, "day")
        years = (
            [int(year)] if year else [self.published.year + k for k in (-1, 0, 1)] if self.published else []
        )
        days = [date(y, m, d) for y in years if _valid(y, m, d)]
        if not days:
            return None
        best = days[0]
        if (published := self.published) is not None and not year:
            if self._is_future():
                days = [x for x in days if x >= published] or days
            best = min(days, key=lambda x: abs((x - published).days))
        return self._span(best.isoformat(), best.isoformat(), "day", weekday=best.weekday())

    def _month(self, m: int, year: int) -> TimeSpan:
        first = date(year, m, 1)
        last = date(year + m // 12, m % 12 + 1, 1) - timedelta(1)
        return self._span(first.isoformat(), last.isoformat(), "month")

    def _season(self, season: str, year: int) -> TimeSpan:
        first, last = self.words.seasons[season]
        ends = self._month(last, year)
        # Winter begins in one year and ends in the next; which of them is named is not known.
        start = date(year - (first > last), first, 1)
        return self._span(start.isoformat(), ends.end, "month")

    def _next_season(self) -> TimeSpan | None:
        """The season of "next spring", "last winter"."""
        if self.published is None:
            return None
        season, shift = self.group["seasonal"].lower(), self.words.shifts[self.group["seasonshift"].lower()]
        first, last = self.words.seasons[season]
        begins = self.published.year + (1 if shift > 0 and self.published.month >= first else 0)
        ended = first > last or self.published.month <= last
        begins -= 1 if shift < 0 and ended else 0
        start = date(begins, first, 1)
        return self._span(start.isoformat(), self._month(last, begins + (first > last)).end, "month")

    def _edge(self) -> TimeSpan | None:
        """The beginning, middle or end of a month or year."""
        g, low_high = self.group, self.words.edges[self.group["edge"].lower()]
        whole: TimeSpan | None
        if g["y7"]:
            whole = self._span(f"{g['y7']}-01-01", f"{g['y7']}-12-31", "year")
        elif g["edgemonth"]:
            m = self._number_of_month(g["edgemonth"])
            if self.published is None and not g["y6"]:
                return None
            whole = self._month(m, int(g["y6"]) if g["y6"] else self._year_of_month(m))
        else:
            away = self.words.shifts.get((g["edgeshift"] or "").lower(), 0)
            whole = self._shifted(g["edgeunit"].lower(), away) if self.published else None
        return self._cut(whole, low_high) if whole is not None else None

    def _part_of_month(self) -> TimeSpan:
        """The days of "early May", "mid-May", "late May 2024"."""
        g, m = self.group, self._number_of_month(self.group["partmonth"])
        if self.published is None and not g["y9"]:
            return self._span(f"--{m:02d}", f"--{m:02d}", "month")
        whole = self._month(m, int(g["y9"]) if g["y9"] else self._year_of_month(m))
        return self._cut(whole, self.words.parts_of_month[g["partof"].lower()])

    def _cut(self, whole: TimeSpan, shares: tuple[float, float]) -> TimeSpan:
        """A part of a month or year."""
        first, last = date.fromisoformat(whole.start), date.fromisoformat(whole.end)
        days = (last - first).days
        start, end = (first + timedelta(round(days * share)) for share in shares)
        grain: Grain = "month" if whole.grain == "year" else "week"
        return self._span(start.isoformat(), end.isoformat(), grain)

    def _nth_weekday(self) -> TimeSpan | None:
        """The day of "the second Sunday of May", "the last Friday in the month"."""
        g = self.group
        if g["daymonth"]:
            m = self._number_of_month(g["daymonth"])
            if self.published is None and not g["y8"]:
                return None
            first = date.fromisoformat(
                self._month(m, int(g["y8"]) if g["y8"] else self._year_of_month(m)).start
            )
        elif (month := self._shifted_month(g["dayshift"])) is not None:
            first = month
        else:
            return None
        weekday, nth = self.words.weekdays[g["dayweek"].lower()], g["nthday"].lower()
        days = [first + timedelta(k) for k in range(31)]
        days = [d for d in days if d.month == first.month and d.weekday() == weekday]
        day = days[-1 if nth == list(self.words.weeks_of_month)[-1] else self.words.weeks_of_month[nth] // 7]
        return self._span(day.isoformat(), day.isoformat(), "day", weekday=weekday)

    def _shifted_month(self, shift: str | None) -> date | None:
        """The first day of "next month", "this month", "the month"."""
        if self.published is None:
            return None
        index = self.published.year * 12 + self.published.month - 1
        index += self.words.shifts.get((shift or "").lower(), 0)
        return date(index // 12, index % 12 + 1, 1)

    def _day_of(self, month: date | None, day: str) -> TimeSpan | None:
        number = int(re.match(r"\d+", day).group())  # type: ignore[union-attr]
        if month is None or not _valid(month.year, month.month, number):
            return None
        found = month.replace(day=number)
        return self._span(found.isoformat(), found.isoformat(), "day", weekday=found.weekday())

    def _ahead(self) -> TimeSpan | None:
        """The day of "a week from Friday", the days of "two weeks from now"."""
        if self.published is None:
            return None
        count, unit = self.group["ahead"].lower(), self.group["aheadunit"].lower()
        n = 1.0 if count in self.words.lists["a"] else self.words.numbers.get(count) or float(count)
        start = self.published
        if self.group["fromweek"]:
            weekday = self.words.weekdays[self.group["fromweek"].lower()]
            # On a Friday, "a week from Friday" is seven days away.
            start += timedelta((weekday - start.weekday()) % 7)
        day = start + timedelta(self.words.spans[unit] * n)
        slack = timedelta(0 if self.group["fromweek"] else 3 if unit == "week" else 15)
        grain: Grain = "week" if slack else "day"
        exact = None if slack else day.weekday()
        first, last = (day - slack).isoformat(), (day + slack).isoformat()
        return self._span(first, last, grain, relation="at", weekday=exact)

    def _week_of_month(self, m: int) -> TimeSpan | None:
        if self.published is None:
            return self._span(f"--{m:02d}", f"--{m:02d}", "month")
        middle = date(self._year_of_month(m), m, self.words.weeks_of_month[self.group["nth"].lower()])
        first, last = middle - timedelta(6), middle + timedelta(6)
        return self._span(first.isoformat(), last.isoformat(), "week")

    def _is_clock(self, after: str) -> bool:
        """Whether "ten to one" is a time: not the odds of a bet, nor a range."""
        lists = self.words.lists
        if self.words.minutes[self.group["minutes"].lower()] in (15, 30):
            return True
        told = any(after.lstrip().startswith(w) for w in lists["in_the"])
        return told or bool(self.group["rel"]) or self._word_before() in lists["before_clocks"]

    def _weekday(self) -> TimeSpan | None:
        if self._word_before() in self.words.lists["named_days"]:
            # "Easter Sunday"
            return None
        weekday = self.words.weekdays[self.group["week"].lower()]
        part = self.words.daytimes.get((self.group["weekpart"] or "").lower())
        if self.published is None:
            return self._span(f"-W-{weekday + 1}", f"-W-{weekday + 1}", "day", weekday=weekday, clock=part)
        if of_week := self.group["weekshift"]:
            # "On Monday of last week"
            day = self.published - timedelta(self.published.weekday() - weekday)
            day += timedelta(7 * self.words.shifts[of_week.lower()])
            return self._span(day.isoformat(), day.isoformat(), "day", weekday=weekday, clock=part)
        shift = self.words.shifts.get((self.group["shift"] or "").lower())
        ahead = (weekday - self.published.weekday()) % 7
        if shift == 1 or (shift is None and self._is_future()):
            day = self.published + timedelta(ahead)
            late = day + timedelta(7 if shift == 1 else 0)
            return self._span(day.isoformat(), late.isoformat(), "day", weekday=weekday, clock=part)
        day = self.published - timedelta((7 - ahead) % 7)
        early = day - timedelta(7 if shift == -1 else 0)
        return self._span(early.isoformat(), day.isoformat(), "day", weekday=weekday, clock=part)

    def _shifted(self, unit: str, away: int) -> TimeSpan | None:
        if self.published is None:
            value = f"P{away}{unit[0].upper()}"
            return self._span(value, value, "unknown")
        if unit in ("day", "night"):
            day = self.published + timedelta(away)
            return self._span(day.isoformat(), day.isoformat(), "day", weekday=day.weekday())
        if unit == "weekend":
            # The one that is over, or the one ahead; "last weekend" may be the one before.
            saturday = self.published - timedelta((self.published.weekday() - 5) % 7)
            if away > 0 or (away == 0 and self._is_future()):
                saturday = self.published + timedelta((5 - self.published.weekday()) % 7)
            early, late = saturday + timedelta(7 * min(away, 0)), saturday + timedelta(1 + 7 * max(away, 0))
            return self._span(early.isoformat(), late.isoformat(), "day")
        if unit == "week":
            first = self.published - timedelta(self.published.weekday()) + timedelta(7 * away)
            return self._span(first.isoformat(), (first + timedelta(6)).isoformat(), "week")
        if unit == "month":
            index = self.published.year * 12 + self.published.month - 1 + away
            return self._month(index % 12 + 1, index // 12)
        if unit == "year":
            year = self.published.year + away
            return self._span(f"{year}-01-01", f"{year}-12-31", "year")
        length = timedelta(self.words.spans[unit])
        first, last = sorted((self.published, self.published + length * away))
        return self._span(first.isoformat(), last.isoformat(), "unknown")

    def _away(self) -> TimeSpan | None:
        count, unit = self.group["count"].lower(), self.group["unit2"].lower()
        n = 1.0 if count in self.words.lists["a"] else self.words.numbers.get(count) or float(count)
        away = self.group["away"].lower()
        sign = 1 if away == "later" else -1
        length = self.words.spans.get(unit, 0)
        if self.published is None or away not in self.words.lists["ago"] or not length:
            iso = f"P{'T' if not length else ''}{int(n) * sign}{unit[0].upper()}"
            return self._span(iso, iso, "unknown", relation="after" if sign > 0 else "before")
        grain: Grain = "year" if unit == "year" else "month" if unit == "month" else "day"
        slack = timedelta({"year": 366, "month": 31, "day": 1}[grain] if unit != "week" else 6)
        day = self.published - timedelta(length * n)
        return self._span((day - slack).isoformat(), (day + slack / 2).isoformat(), grain)

    def _clock(self) -> TimeSpan | None:
        g, after = self.group, self.passage.text[self.match.end() : self.match.end() + 30].lower()
        half = (g["half"] or "").lower()[:1]
        if g["hour24"]:
            hour, minute = int(g["hour24"]), int(g["minute24"])
            if hour < 13 and self._word_before() not in self.words.lists["before_clocks"]:
                return None
            half = "24"
        else:
            if g["minutes"] and not self._is_clock(after):
                return None
            spelled = (g["hour"] or g["oclock"] or g["from"] or g["bare"]).lower()
            hour = int(spelled) if spelled.isdigit() else int(self.words.numbers[spelled])
            minute = int(g["minute"] or 0)
            if g["minutes"]:
                minute = self.words.ways[g["way"].lower()] * self.words.minutes[g["minutes"].lower()]
        if not half:
            lists = self.words.lists
            late = any(w in after for w in lists["evening"])
            half = "a" if any(w in after for w in lists["morning"]) else "p" if late else ""
        if hour > 23 or (half in ("a", "p") and hour > 12):
            return None
        if half in ("a", "p"):
            hour = hour % 12 + (12 if half == "p" else 0)
        at = (hour * 60 + minute) % (24 * 60)
        value = f"T{at // 60:02d}:{at % 60:02d}"
        if half in ("a", "p") and (begun := self._begun(hour)) is not None:
            # "Between 2 and 4 a.m."
            return self._span(f"T{begun:02d}:00", value, "minute", clock=(begun * 60, at))
        clock = self._around(at, at) if half else None
        return self._span(value, value, "minute", clock=clock, zone=g["zone"] or "")

    def _begun(self, hour: int) -> int | None:
        """The hour that a stretch of time begins with of which the match is the end."""
        at = self.match.start()
        before = re.search(r"(\w+) (\d{1,2}) (\w+) $", self.passage.text[max(0, at - STRETCH) : at])
        lists = self.words.lists
        if before is None or before[1].lower() not in lists["between"] or before[3] not in lists["and_to"]:
            return None
        begun = int(before[2]) % 12 + (12 if hour >= 12 else 0)
        return begun if begun < hour else None

    def _part(self) -> TimeSpan | None:
        low, high = self.words.daytimes[self.group["part"].lower()]
        value = f"T{low // 60:02d}:{low % 60:02d}", f"T{high // 60:02d}:{high % 60:02d}"
        return self._span(*value, "minute", clock=self._around(low, high))

    def _around(self, low: int, high: int) -> tuple[int, int]:
        relation = self.words.relations.get((self.group["rel"] or "").lower())
        if relation in ("before", "until"):
            return (max(0, low - SHORTLY) if self.group["near"] else 0), high
        if relation in ("after", "since"):
            return low, min(1439, high + SHORTLY) if self.group["near"] else 1439
        slack = AROUND if self.group["around"] else 0
        return max(0, low - slack), min(1439, high + slack)

    def _bare_month(self) -> TimeSpan | None:
        if not (self.group["rel"] or self._word_before() in self.words.lists["before_months"]):
            return None
        m = self._number_of_month(self.group["month"])
        if self.published is None:
            return self._span(f"--{m:02d}", f"--{m:02d}", "month")
        return self._month(m, self._year_of_month(m))

    def _year_of_month(self, m: int) -> int:
        """The year that a bare month belongs to: the last one that had it, the next one where it is ahead."""
        assert self.published is not None
        if self._is_future() or self.words.shifts.get(self._word_before()) == 1:
            return self.published.year + (1 if m < self.published.month else 0)
        return self.published.year + (-1 if m > self.published.month else 0)

    def _year(self) -> TimeSpan | None:
        y = self.group["y4"]
        before = self._word_before()
        if not self.group["rel"] and before not in self.words.lists["before_years"]:
            return None
        first, last = self.words.parts_of_year.get(before, ("-01-01", "-12-31"))
        return self._span(y + first, y + last, "year")

    # The words around.

    def _word_before(self) -> str:
        at = self.match.start()
        words = _WORD.findall(self.passage.text, max(0, at - 20), at)
        return words[-1].lower() if words else ""

    def _is_future(self) -> bool:
        at = self.match.start()
        words = _WORD.findall(self.passage.text[max(0, at - 70) : at].lower())[-9:]
        if any(w in self.words.lists["future"] for w in words):
            return True
        if any(f"{a} {b}" in self.words.lists["future"] for a, b in pairwise(words)):
            # "The trial is to open in May", "comes into force in May"
            return True
        if len(words) <= OPENING and self._is_told_ahead():
            return True
        # "Goes on until Sunday", but not "stayed open until Sunday".
        until = self.words.relations.get((self.group["rel"] or "").lower()) == "until"
        return until and any(w in self.words.lists["lasting"] for w in words)

    def _is_told_ahead(self) -> bool:
        """Whether the first verb behind a time that opens a sentence puts it ahead: "By May it will have"."""
        found = islice(_WORD.finditer(self.passage.text, self.match.end()), FIRST_VERB)
        after = [word.group().lower() for word in found]
        for word, following in pairwise((*after, "")):
            if word in self.words.lists["ahead"] or f"{word} {following}" in self.words.lists["future"]:
                return True
            told = self.words.verbs.readings(word).keys() & {"past", "ed"}
            if word in self.words.lists["not_ahead"] or (told and word not in self.words.lists["telling"]):
                return False
        return False

    def _number_of_month(self, name: str) -> int:
        return self.words.months[name.lower().rstrip(".")]

    def _span(
        self,
        start: str,
        end: str,
        grain: Grain,
        relation: Relation | None = None,
        weekday: int | None = None,
        clock: tuple[int, int] | None = None,
        zone: str = "",
    ) -> TimeSpan:
        offset = self.passage.span.start
        g = self.group
        months = ("m2", "m4", "month", "edgemonth", "daymonth", "partmonth")
        name = "" if g["nth"] else next((g[key] for key in months if g[key]), "")
        # The full stop after a month written out ends the sentence.
        short = name.lower().rstrip(".")
        whole = not any(m != short and m.startswith(short) for m in self.words.months)
        stop = whole and self.match.group().endswith(".")
        # "From Saturday's fire": the fire of that day.
        owned = self.passage.text.startswith(("'s", "’s"), self.match.end())
        found: Relation = "at" if owned else self.words.relations.get((self.group["rel"] or "").lower(), "at")
        return TimeSpan(
            Span(self.match.start() + offset, self.match.end() + offset - stop),
            start,
            end,
            grain,
            relation or found,
            weekday,
            clock,
            zone,
        )


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
