"""Time expressions, resolved against the publication date.

The value of a time is an interval of ISO 8601 days (TIMEX3's point and period values, ISO 24617-1, made
into their first and last day).  Where the report has no date, a value keeps what the words say in ISO's
truncated forms: "-W-2" is a Tuesday, "--12-17" a 17 December, "T04:52" a time of some day, "P-2Y" two years
earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatydiff.days import date, timedelta
from treatydiff.extract.timematch import Grain, TimeMatch
from treatydiff.extract.timewords import calendar, plain_text
from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Document, Passage, Span, TimeSpan

SHORTLY, AROUND = 30, 15
"""Minutes that "shortly before" and "around" allow."""
YEAR = 366
"""Days that "a year ago" may be earlier than just a year ago."""
HALVES, DAWN = ("morning", "evening", "nightly"), 6
"""Words for the halves of a day, and the hour up to which "at night" is in the first one."""
YEARS = 30
"""Years at most from the first to the second of "2019-21"."""
STRETCH = 40
"""Characters before the end of a stretch of time among which its beginning stands."""


def find_times(document: Document, passages: tuple[Passage, ...], language: Language) -> tuple[TimeSpan, ...]:
    """Every time expression of the document in the order of its text."""
    words = calendar(language)
    expression: re.Pattern[str] | None = None
    found: list[TimeSpan] = []
    for passage in passages:
        text, end = "", 0
        for start in _starts(passage, words.openers):
            text = text or plain_text(passage.text, words)
            expression = expression or words.patterns.of(document.text)
            match = expression.match(text, start) if start >= end else None
            if match is not None:
                end = match.end()
                time = _Reader(words, match, passage, document.published).read()
                if time is not None:
                    last = found[-1] if found else None
                    if last and _ends(last, time, document):
                        time = replace(time, relation="until")
                    dated = last and (_of_year(last, time, document) or _of_weekday(last, time, document))
                    found[-1:] = [dated] if dated else [*found[-1:], time]
    return tuple(found)


def _ends(begins: TimeSpan, time: TimeSpan, document: Document) -> bool:
    """Whether a time of day ends the stretch that another begins: "from 6 a.m. | to 8 p.m."."""
    between = document.text[begins.span.end : time.span.start]
    clocks = begins.grain == time.grain == "minute" and time.relation == "at"
    return clocks and begins.relation == "since" and between == " to "


def _of_year(day: TimeSpan, year: TimeSpan, document: Document) -> TimeSpan | None:
    """The day or month of "12 October next year", of which the first two words alone may name another."""
    text = document.text
    words = text[day.span.start : day.span.end]
    if text[day.span.end : year.span.start] != " " or year.grain != "year" or text[year.span.start].isdigit():
        return None
    dated = day.grain == "month" or (day.grain == "day" and any(c.isdigit() for c in words))
    if not dated or not day.start[:1].isdigit() or not any(c.isalpha() for c in words):
        return None
    first, last, number = date.fromisoformat(day.start), date.fromisoformat(day.end), _number(year, document)
    if not _valid(number, first.month, first.day) or first.month != last.month:
        return None
    start = first.replace(year=number)
    end = start if first == last else _end_of_month(number, last.month)
    span = Span(day.span.start, year.span.end)
    weekday = start.weekday() if day.grain == "day" else None
    return replace(day, span=span, start=start.isoformat(), end=end.isoformat(), weekday=weekday)


def _of_weekday(weekday: TimeSpan, day: TimeSpan, document: Document) -> TimeSpan | None:
    """The day of "Tuesday, Feb. 18" or "October 16, a Sunday", which is one, as its date tells it."""
    between = document.text[weekday.span.end : day.span.start]
    bare = weekday.grain == day.grain == "day" and weekday.weekday is not None and weekday.clock is None
    words = [document.text[t.span.start : t.span.end] for t in (weekday, day)]
    dated = not any(c.isdigit() for c in words[0]) and any(c.isdigit() for c in words[1])
    if between == ", a " and weekday.grain == day.grain == "day" and day.weekday == weekday.weekday:
        # "On October 16, a Sunday"
        return replace(weekday, span=Span(weekday.span.start, day.span.end))
    if not bare or not dated or between not in (" ", ", ") or day.relation != "at":
        return None
    return replace(day, span=Span(weekday.span.start, day.span.end), relation=weekday.relation)


def _number(year: TimeSpan, document: Document) -> int:
    """The year that a period of the length of one is meant to be: "next year", "two years ago"."""
    first = date.fromisoformat(year.start)
    if (year.start[4:], year.end) == ("-01-01", f"{first.year}-12-31") or document.published is None:
        return first.year
    ago = document.published - (first + timedelta(YEAR))
    return document.published.year - round(ago.days / YEAR)


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _starts(passage: Passage, openers: frozenset[str]) -> Iterator[int]:
    """Where a time expression may begin: at a figure, or at a word that one begins with; quick to see."""
    for start, _, text, norm, _ in passage.tokens:
        at = start - passage.span.start
        if norm in openers or text[0].isdigit():
            yield at
        if not text.isalpha():
            # Within "4.30 March" or "o’clock"
            yield from (at + k for k in range(1, len(text)) if not text[k - 1].isalnum())


class _Reader(TimeMatch):
    """One match and how it is meant."""

    def read(self) -> TimeSpan | None:
        """The time that the match stands for; None where the words name none, or none that a calendar has."""
        try:
            return self._read()
        except OverflowError:
            return None

    def _read(self) -> TimeSpan | None:
        g = self.group
        if g["iso"]:
            return self.span(g["iso"], g["iso"], "day")
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
        if g["feast"]:
            return self._feast()
        if g["seasonal"]:
            return self._next_season()
        if g["season"]:
            return self._season_of_year()
        if g["nth"]:
            return self._week_of_month(self.number_of_month(g["m2"]))
        if g["y3"]:
            return self._month(self.number_of_month(g["month"]), int(g["y3"]))
        if g["y3shift"] and self.published is not None:
            # "In October of next year"
            year = self.published.year + self.words.shifts[g["y3shift"].lower()]
            return self._month(self.number_of_month(g["month"]), year)
        if g["week"]:
            return self._weekday()
        if g["relative"]:
            unit, away = self.words.relative[g["relative"].lower()]
            return self._shifted(unit, away)
        if g["unit"]:
            return self._shifted(g["unit"].lower(), self.words.shifts[g["shift2"].lower()])
        if g["count"]:
            return self._away()
        if g["hour"] or g["hour24"] or g["hour4"] or g["oclock"] or g["minutes"] or g["bare"]:
            return self._clock()
        if g["part"]:
            return self._part()
        if g["month"]:
            return self._bare_month()
        return self._year()

    def _day(self, month: str, day: str, year: str | None) -> TimeSpan | None:
        m, d = self.number_of_month(month), int(re.match(r"\d+", day).group())  # type: ignore[union-attr]
        if year is None and self.published is not None and self.is_of_next_year():
            # In June "next year's fair opens on May 30", but "next year's budget was passed on May 30", and
            # "entries for next year's race close on July 1"
            if not self.is_of_no_past() or (m, d) >= (self.published.month, self.published.day):
                return None
            year = str(self.published.year + 1)
        if year is None and self.published is None:
            iso = f"--{m:02d}-{d:02d}"
            return self.span(iso, iso, "day")
        years = (
            [int(year)] if year else [self.published.year + k for k in (-1, 0, 1)] if self.published else []
        )
        days = [date(y, m, d) for y in years if _valid(y, m, d)]
        if not days:
            return None
        best = days[0]
        if (published := self.published) is not None and not year:
            if self.is_future():
                days = [x for x in days if x >= published] or days
            best = min(days, key=lambda x: abs((x - published).days))
        return self.span(best.isoformat(), best.isoformat(), "day", weekday=best.weekday())

    def _month(self, m: int, year: int) -> TimeSpan:
        first = date(year, m, 1)
        return self.span(first.isoformat(), _end_of_month(year, m).isoformat(), "month")

    def _season_of_year(self) -> TimeSpan | None:
        """The season of "spring 2019", "the autumn of last year"."""
        g = self.group
        if not g["y5"] and self.published is None:
            return None
        shift = self.words.shifts.get((g["y5shift"] or "").lower(), 0)
        year = int(g["y5"]) if g["y5"] or self.published is None else self.published.year + shift
        if g["y11"]:
            # "The winter of 2021-22"; "the summer of 2019-21" is none.
            if int(g["y11"]) != (year + 1) % 100 or not self._ends_next_year(g["season"].lower()):
                return None
            year += 1
        return self._season(g["season"].lower(), year)

    def _ends_next_year(self, season: str) -> bool:
        """Whether a season begins in one year and ends in the next."""
        first, last = self.words.seasons[season]
        return first > last

    def _season(self, season: str, year: int) -> TimeSpan:
        first, last = self.words.seasons[season]
        ends = self._month(last, year)
        # Winter begins in one year and ends in the next; which of them is named is not known.
        start = date(year - self._ends_next_year(season), first, 1)
        return self.span(start.isoformat(), ends.end, "month")

    def _feast(self) -> TimeSpan | None:
        """The days of "Christmas", "the week before Christmas", "just before Christmas"."""
        g, published = self.group, self.published
        if published is None:
            return None
        first, last = self.words.feasts[g["feast"].lower()]
        years = [published.year + k for k in (-1, 0, 1)]
        days = [date.fromisoformat(f"{y}-{first}") for y in years]
        if self.is_future():
            days = [d for d in days if d >= published] or days
        start = min(days, key=lambda d: abs((d - published).days))
        end = date.fromisoformat(f"{start.year}-{last}")
        span = (g["feastspan"] or ("fortnight" if g["near"] else "")).lower()
        way = self.words.relations.get((g["feastway"] or g["rel"] or "").lower())
        if span and way in ("before", "after"):
            length = timedelta(self.words.spans[span])
            start, end = (start - length, start) if way == "before" else (end, end + length)
            relation = self.words.relations.get((g["rel"] or "").lower(), "at") if g["feastspan"] else "at"
            return self.span(start.isoformat(), end.isoformat(), "week", relation=relation)
        return self.span(start.isoformat(), end.isoformat(), "day")

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
        return self.span(start.isoformat(), self._month(last, begins + (first > last)).end, "month")

    def _edge(self) -> TimeSpan | None:
        """The beginning, middle or end of a month or year."""
        g, low_high = self.group, self.words.edges[self.group["edge"].lower()]
        whole: TimeSpan | None
        if g["y7"]:
            whole = self.span(f"{g['y7']}-01-01", f"{g['y7']}-12-31", "year")
        elif g["edgemonth"]:
            m = self.number_of_month(g["edgemonth"])
            if self.published is None and not g["y6"]:
                return None
            whole = self._month(m, int(g["y6"]) if g["y6"] else self._year_of_month(m))
        else:
            away = self.words.shifts.get((g["edgeshift"] or "").lower(), 0)
            whole = self._shifted(g["edgeunit"].lower(), away) if self.published else None
        return self._cut(whole, low_high) if whole is not None else None

    def _part_of_month(self) -> TimeSpan:
        """The days of "early May", "mid-May", "late May 2024"."""
        g, m = self.group, self.number_of_month(self.group["partmonth"])
        if self.published is None and not g["y9"]:
            return self.span(f"--{m:02d}", f"--{m:02d}", "month")
        whole = self._month(m, int(g["y9"]) if g["y9"] else self._year_of_month(m))
        return self._cut(whole, self.words.parts_of_month[g["partof"].lower()])

    def _cut(self, whole: TimeSpan, shares: tuple[float, float]) -> TimeSpan:
        """A part of a month or year."""
        first, last = date.fromisoformat(whole.start), date.fromisoformat(whole.end)
        days = (last - first).days
        start, end = (first + timedelta(round(days * share)) for share in shares)
        grain: Grain = "month" if whole.grain == "year" else "week"
        return self.span(start.isoformat(), end.isoformat(), grain)

    def _nth_weekday(self) -> TimeSpan | None:
        """The day of "the second Sunday of May", "the last Friday in the month"."""
        g = self.group
        if g["daymonth"]:
            m = self.number_of_month(g["daymonth"])
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
        return self.span(day.isoformat(), day.isoformat(), "day", weekday=weekday)

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
        return self.span(found.isoformat(), found.isoformat(), "day", weekday=found.weekday())

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
        return self.span(first, last, grain, relation="at", weekday=exact)

    def _week_of_month(self, m: int) -> TimeSpan | None:
        if self.published is None:
            return self.span(f"--{m:02d}", f"--{m:02d}", "month")
        middle = date(self._year_of_month(m), m, self.words.weeks_of_month[self.group["nth"].lower()])
        first, last = middle - timedelta(6), middle + timedelta(6)
        return self.span(first.isoformat(), last.isoformat(), "week")

    def _weekday(self) -> TimeSpan | None:
        if self.word_before() in self.words.lists["named_days"]:
            # "Easter Sunday"
            return None
        weekday = self.words.weekdays[self.group["week"].lower()]
        part = self.words.daytimes.get((self.group["weekpart"] or "").lower())
        if self.published is None:
            return self.span(f"-W-{weekday + 1}", f"-W-{weekday + 1}", "day", weekday=weekday, clock=part)
        if of_week := self.group["weekshift"]:
            # "On Monday of last week"
            day = self.published - timedelta(self.published.weekday() - weekday)
            day += timedelta(7 * self.words.shifts[of_week.lower()])
            return self.span(day.isoformat(), day.isoformat(), "day", weekday=weekday, clock=part)
        shift = self.words.shifts.get((self.group["shift"] or "").lower())
        ahead = (weekday - self.published.weekday()) % 7
        if shift == 1 or (shift is None and self.is_future()):
            day = self.published + timedelta(ahead)
            late = day + timedelta(7 if shift == 1 else 0)
            return self.span(day.isoformat(), late.isoformat(), "day", weekday=weekday, clock=part)
        day = self.published - timedelta((7 - ahead) % 7)
        early = day - timedelta(7 if shift == -1 else 0)
        return self.span(early.isoformat(), day.isoformat(), "day", weekday=weekday, clock=part)

    def _shifted(self, unit: str, away: int) -> TimeSpan | None:
        if self.published is None:
            value = f"P{away}{unit[0].upper()}"
            return self.span(value, value, "unknown")
        if unit in ("day", "night"):
            day = self.published + timedelta(away)
            return self.span(day.isoformat(), day.isoformat(), "day", weekday=day.weekday())
        if unit == "weekend":
            # The one that is over, or the one ahead; "last weekend" may be the one before.
            saturday = self.published - timedelta((self.published.weekday() - 5) % 7)
            if away > 0 or (away == 0 and self.is_future()):
                saturday = self.published + timedelta((5 - self.published.weekday()) % 7)
            early, late = saturday + timedelta(7 * min(away, 0)), saturday + timedelta(1 + 7 * max(away, 0))
            return self.span(early.isoformat(), late.isoformat(), "day")
        if unit == "week":
            first = self.published - timedelta(self.published.weekday()) + timedelta(7 * away)
            return self.span(first.isoformat(), (first + timedelta(6)).isoformat(), "week")
        if unit == "month":
            index = self.published.year * 12 + self.published.month - 1 + away
            return self._month(index % 12 + 1, index // 12)
        if unit == "year":
            year = self.published.year + away
            return self.span(f"{year}-01-01", f"{year}-12-31", "year")
        length = timedelta(self.words.spans[unit])
        first, last = sorted((self.published, self.published + length * away))
        return self.span(first.isoformat(), last.isoformat(), "unknown")

    def _away(self) -> TimeSpan | None:
        count, unit = self.group["count"].lower(), self.group["unit2"].lower()
        n = 1.0 if count in self.words.lists["a"] else self.words.numbers.get(count) or float(count)
        away = self.group["away"].lower()
        sign = 1 if away == "later" else -1
        length = self.words.spans.get(unit, 0)
        if self.published is None or away not in self.words.lists["ago"] or not length:
            iso = f"P{'T' if not length else ''}{int(n) * sign}{unit[0].upper()}"
            return self.span(iso, iso, "unknown", relation="after" if sign > 0 else "before")
        grain: Grain = "year" if unit == "year" else "month" if unit == "month" else "day"
        slack = timedelta({"year": YEAR, "month": 31, "day": 1}[grain] if unit != "week" else 6)
        day = self.published - timedelta(length * n)
        return self.span((day - slack).isoformat(), (day + slack / 2).isoformat(), grain)

    def _clock(self) -> TimeSpan | None:
        g, after = self.group, self.passage.text[self.match.end() : self.match.end() + 30].lower()
        half = (g["half"] or "").lower()[:1]
        if g["hour24"]:
            hour, minute = int(g["hour24"]), int(g["minute24"])
            if hour < 13 and self.word_before() not in self.words.lists["before_clocks"]:
                return None
            half = "24"
        elif g["hour4"]:
            # "At about 1430 hours", "from 0900 to 1700 hours", but "he spent about 1430 hours on it"
            before, around = self.word_before(), (g["around"] or "").split()[:-1]
            openers = self.words.lists["before_clocks"] | self.words.lists["between"]
            told = not openers.isdisjoint((before, *around))
            told = told or bool(g["rel"] or g["zone"]) or g["hour4"].startswith("0") or self.is_end()
            if not told and not after.startswith(" ("):
                return None
            hour, minute, half = int(g["hour4"]), int(g["minute4"]), "24"
        else:
            if g["minutes"] and not self.is_clock(after):
                return None
            spelled = (g["hour"] or g["oclock"] or g["from"] or g["bare"]).lower()
            if g["from"] and spelled in self.words.daytimes:
                hour, half = self.words.daytimes[spelled][0] // 60, "24"
            else:
                hour = int(spelled) if spelled.isdigit() else int(self.words.numbers[spelled])
            minute = int(g["minute"] or 0)
            if g["minutes"]:
                minute = self.words.ways[g["way"].lower()] * self.words.minutes[g["minutes"].lower()]
        if not half:
            lists = self.words.lists
            early, late, night = (any(w in after for w in lists[key]) for key in HALVES)
            if night and not early:
                early, late = not late and hour % 12 < DAWN, True
            half = "a" if early else "p" if late else ""
        if hour > 23 or (half in ("a", "p") and hour > 12):
            return None
        if half in ("a", "p"):
            hour = hour % 12 + (12 if half == "p" else 0)
        at = (hour * 60 + minute) % (24 * 60)
        value = f"T{at // 60:02d}:{at % 60:02d}"
        if half in ("a", "p") and (begun := self._begun(hour)) is not None:
            # "Between 2 and 4 a.m."
            return self.span(f"T{begun:02d}:00", value, "minute", clock=(begun * 60, at))
        clock = self._around(at, at) if half else None
        return self.span(value, value, "minute", clock=clock, zone=g["zone"] or "")

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
        return self.span(*value, "minute", clock=self._around(low, high))

    def _around(self, low: int, high: int) -> tuple[int, int]:
        relation = self.words.relations.get((self.group["rel"] or "").lower())
        if relation in ("before", "until"):
            return (max(0, low - SHORTLY) if self.group["near"] else 0), high
        if relation in ("after", "since"):
            return low, min(1439, high + SHORTLY) if self.group["near"] else 1439
        slack = AROUND if self.group["around"] else 0
        return max(0, low - slack), min(1439, high + slack)

    def _bare_month(self) -> TimeSpan | None:
        if not (self.group["rel"] or self.word_before() in self.words.lists["before_months"]):
            return None
        m = self.number_of_month(self.group["month"])
        if self.published is None:
            return self.span(f"--{m:02d}", f"--{m:02d}", "month")
        return self._month(m, self._year_of_month(m))

    def _year_of_month(self, m: int) -> int:
        """The year that a bare month belongs to: the last one that had it, the next one where it is ahead."""
        assert self.published is not None
        if self.is_future() or self.words.shifts.get(self.word_before()) == 1:
            return self.published.year + (1 if m < self.published.month else 0)
        return self.published.year + (-1 if m > self.published.month else 0)

    def _year(self) -> TimeSpan | None:
        y, later = self.group["y4"], self.group["y10"]
        if later:
            # "The 2021-22 season": of either year, much or little
            last = y[: -len(later)] + later
            named = {self.word_before()} & (self.words.lists["before_years"] | self.words.lists["the"])
            follows = 0 < int(last) - int(y) <= YEARS and bool(named or self.group["rel"])
            return self.span(f"{y}-01-01", f"{last}-12-31", "year") if follows else None
        before = self.word_before()
        if not self.group["rel"] and before not in self.words.lists["before_years"]:
            return None
        first, last = self.words.parts_of_year.get(before, ("-01-01", "-12-31"))
        return self.span(y + first, y + last, "year")


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
