"""Figures with their units, approximators and what they count.

A figure becomes the closed interval that its wording allows, and so does a length of time without a figure
("for years", "long ago").  Dates, years, clock times, telephone numbers and figures inside names
("Channel 4", "Boeing 737", "G20") are none.
"""

from __future__ import annotations

from bisect import bisect_left
from math import inf

from treatydiff.extract.counted import counted
from treatydiff.extract.measures import aged, governed, measure, rate
from treatydiff.extract.nofigures import is_no_figure
from treatydiff.extract.numerals import Lexicon, Numeral, lexicon, numeral, written
from treatydiff.extract.widened import widened
from treatydiff.extract.window import Window, window
from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Passage, Quantity, Span

SHARE_OF_MOST = 1000
"""The largest number that a share may be of: "one in a thousand"."""
THOUSAND = 1000
"""A magnitude said once for both ends of a range ("five to ten million") is told by the larger end."""
TENTH = 10
"""Of what shares are mostly told: "nine in ten homes"."""
MILLIONS = 1e6
"""Sums from here on are told with a magnitude, and the next one without its currency."""
HOURS = 24
"""Of a day, in which rates are told that speeds are read from."""


def find_quantities(passages: tuple[Passage, ...], language: Language) -> tuple[Quantity, ...]:
    """Every figure of the document in the order of its text."""
    words = lexicon(language)
    return tuple(q for p in passages for q in _Scan(window(p), words).quantities())


class _Scan:
    """One pass over the tokens of a passage."""

    def __init__(self, at: Window, words: Lexicon) -> None:
        self.at = at
        self.words = words

    def quantities(self) -> list[Quantity]:
        """All figures of the passage."""
        found: list[Quantity] = []
        at, openers, done = self.at, self.words.openers, 0
        singles = self.words.lists["a"] | self.words.lists["long"]
        for i, token in enumerate(at.tokens):
            if i < done or not (token.norm in openers or token.norm in singles or token.text[0].isdigit()):
                continue
            number = numeral(at.tokens, i, at.text, at.start, self.words)
            if number is None:
                if spell := self._spell(i):
                    found.append(spell)
                    done = i + 2
                elif single := self._single(i):
                    found.append(single)
                    done = i + 2
            elif number.kind == "rank":
                rank = _rank(number, at, self.words) or self._current(number)
                found += [rank] if rank else []
                done = number.last
            elif share := self._share(number):
                found.append(share[0])
                done = share[1]
            elif is_no_figure(number, at, self.words):
                done = number.last
            else:
                new, done = self._figures(number)
                if new and found and self._is_money_too(number, new[0]):
                    # "5 million dollars now and another 3 million next year"
                    codes = self.words.currencies.values()
                    money = (q.unit for q in reversed(found) if q.unit in codes and q.low >= MILLIONS)
                    new[0] = replace(new[0], unit=next(money, ""))
                if new and found and self._is_change(found[-1], new[0]):
                    # "The toll rose from 12 to 15"
                    new[0] = replace(new[0], noun=found[-1].noun)
                found += new
        return found

    def _spell(self, i: int) -> Quantity | None:
        """The length of time without a figure that begins at token `i`, if any does."""
        at = self.at
        days = self.words.spells.get(f"{at.norm(i)} {at.norm(i + 1)}")
        if not days or not at.gap(i + 1).isspace():
            return None
        noun = governed(Numeral(i, i + 2, *days), i + 2, at, self.words)
        return Quantity(Span(at.tokens[i].start, at.tokens[i + 1].end), *days, "day", noun, approximate=True)

    def _single(self, i: int) -> Quantity | None:
        """The length of time of one unit: "for an hour", "under a week and a half", "a month-long strike"."""
        at, lists = self.at, self.words.lists
        if at.norm(i) in lists["long"]:
            unit = self.words.units.get(at.norm(i - 1))
            if not unit or unit[0] != "day" or at.gap(i) != "-" or at.gap(i - 1) != " ":
                return None
            noun = governed(Numeral(i - 1, i + 1, 1.0, 1.0), i + 1, at, self.words)
            return Quantity(Span(at.tokens[i - 1].start, at.tokens[i].end), unit[1], unit[1], "day", noun)
        unit = self.words.units.get(at.norm(i + 1))
        if not unit or unit[0] != "day" or at.norm(i - 1) not in lists["so_long"] or at.gap(i + 1) != " ":
            return None
        more = [at.norm(i + k) for k in (2, 3, 4)]
        and_half = f"{more[0]} {more[1]}" in lists["and_a"] and more[2] in lists["half"]
        q, _ = self._one(Numeral(i, i + 1, 1.0, 1.0), i)
        if q is None or not and_half:
            return q
        span = Span(q.span.start, at.tokens[i + 4].end)
        return replace(q, span=span, low=q.low and q.low + unit[1] / 2, high=q.high + unit[1] / 2)

    def _current(self, n: Numeral) -> Quantity | None:
        """The length of time that "in its eighth week" tells: seven weeks and more, not yet nine."""
        at, lists = self.at, self.words.lists
        unit = self.words.units.get(at.norm(n.last))
        if not unit or unit[0] != "day" or at.norm(n.first - 1) not in lists["of_the"]:
            return None
        if at.norm(n.first - 2) not in lists["into"] or at.gap(n.last) != " ":
            return None
        if at.norm(n.last + 1) in lists["of"] and self._is_calendar(at.norm(n.last + 2), at.norm(n.last + 3)):
            # "In the second week of April", "of early May", "of the month" is a time.
            return None
        noun = governed(n, n.last + 1, at, self.words)
        span = Span(at.tokens[n.first].start, at.tokens[n.last].end)
        low, high = (n.low - 1) * unit[1], n.low * unit[1]
        return Quantity(span, low, high, "day", noun, approximate=True)

    def _is_calendar(self, first: str, second: str) -> bool:
        """Whether two words begin with or hold a month, or are "the month" or "the year"."""
        unit = self.words.units.get(second)
        long = first in self.words.lists["of_the"] and unit is not None and unit[0] == "day"
        return first in self.words.months or second in self.words.months or long

    def _figures(self, n: Numeral) -> tuple[list[Quantity], int]:
        """The quantity, or the two of a range or score, that begin with this numeral; and where to go on."""
        second = self._second(n)
        if second is None:
            q, end = self._one(n, n.first)
            while q and (rest := self._rest(n, q, end)):
                q, end, n = rest
            return ([q] if q else []), end
        one, _ = self._one(n, n.first)
        two, end = self._one(second, n.first)
        if not one or not two:
            return [q for q in (one, two) if q], end
        span = Span(one.span.start, two.span.end)
        if n.low > second.low and one.unit in ("", "point", "score") and two.unit in ("", "score"):
            sides = (
                replace(one, span=span, unit="score", noun=("for",)),
                replace(two, span=span, unit="score", noun=("against",)),
            )
            return list(sides), end
        if two.high < n.low or (one.unit and one.unit != two.unit):
            return [one, two], end
        low = min(n.low, second.low) * self._factor(n, second, two)
        return [replace(two, span=span, low=low, high=max(two.high, low), approximate=True)], end

    def _is_money_too(self, n: Numeral, q: Quantity) -> bool:
        """Whether a figure is of millions of nothing, which may be of money that was told before."""
        large = n.low >= MILLIONS and self.at.norm(n.last - 1) in self.words.magnitudes
        return large and not q.unit and not q.noun

    def _is_change(self, one: Quantity, two: Quantity) -> bool:
        """Whether two counts are the ends of a change of which only the first says what is counted."""
        at, lists = self.at, self.words.lists
        if one.unit or two.unit or two.noun:
            return False
        between = at.text[one.span.end - at.start : two.span.start - at.start].strip()
        before = at.norm(bisect_left(at.tokens, one.span.start, key=lambda t: t.start) - 1)
        return between in lists["range_joins"] and before in lists["range_starts"]

    def _rest(self, n: Numeral, q: Quantity, end: int) -> tuple[Quantity, int, Numeral] | None:
        """The quantity with the rest that a smaller unit gives: "six years and four months", "5ft 11in".

        With where to go on, and the numeral of the rest, which may have a rest: "two hours, four minutes and
        nine seconds".
        """
        at = self.at
        k = end + (at.norm(end) in self.words.lists["between_joins"])
        marks = ("", ",") if q.unit == "day" and k == end else ("",)
        if not q.unit or q.low != q.high or k >= len(at.tokens):
            return None
        if any(at.gap(g).strip() not in marks for g in (end, k)):
            return None
        less = numeral(at.tokens, k, at.text, at.start, self.words)
        whole = measure(n, at, self.words)
        part = measure(less, at, self.words) if less and less.kind == "count" else None
        if not (less and whole and part) or part.unit != whole.unit or part.factor >= whole.factor:
            return None
        two, after = self._one(less, k)
        if two is None or two.low != two.high or two.low >= whole.factor:
            return None
        low = q.low + two.low
        found = replace(q, span=Span(q.span.start, two.span.end), low=low, high=low, noun=two.noun or q.noun)
        return found, after, less

    def _factor(self, n: Numeral, second: Numeral, two: Quantity) -> float:
        """What the lower end of a range is to be multiplied by: the unit of the upper, and its magnitude."""
        factor = two.low / second.low if second.low and 0 < two.low < inf else 1.0
        shared = second.last - second.first > 1 and n.last - n.first == 1 and n.low < second.low
        if shared and n.low < THOUSAND <= second.low:
            factor *= second.low / (written(self.at.tokens[second.first]) or second.low)
        return factor

    def _share(self, n: Numeral) -> tuple[Quantity, int] | None:
        """The percentage that "one in four of", "two votes in three" and "14 out of 29" are."""
        at, lists = self.at, self.words.lists
        j = n.last + (at.norm(n.last) not in self.words.stops)
        pair = f"{at.norm(j)} {at.norm(j + 1)}"
        if at.norm(j) not in lists["share_joins"] and pair not in lists["share_joins"]:
            return None
        sure = pair in lists["share_joins"]
        j += 1 + sure
        if j >= len(at.tokens):
            return None
        whole = numeral(at.tokens, j, at.text, at.start, self.words)
        if whole is None or whole.kind != "count" or not 0 < n.low < whole.low or n.kind != "count":
            return None
        if any(at.gap(k).strip() for k in range(n.last, j + 1)) or whole.low > SHARE_OF_MOST:
            return None
        following = at.norm(whole.last)
        ended = at.gap(whole.last).strip() or whole.last == len(at.tokens) or following in self.words.stops
        # "One in five pupils", "nine in ten homes"
        sure = sure or (
            (n.low == 1 or whole.low == TENTH or n.first == 0)
            and following.endswith(self.words.plural)
            and following not in self.words.units
        )
        if not (ended or sure) or following in self.words.months:
            return None
        span = Span(at.tokens[n.first].start, at.tokens[whole.last - 1].end)
        value = 100 * n.low / whole.low
        noun = governed(n, whole.last, at, self.words)
        return Quantity(span, value, value, "percent", noun, approximate=True), whole.last

    def _second(self, n: Numeral) -> Numeral | None:
        """The other figure of "5-10", "between 5 and 10", "81 votes to 37", "40 percent to 70 percent"."""
        at, lists = self.at, self.words.lists
        j = n.last
        if at.is_hyphen(j) and j < len(at.tokens):
            k = j
        else:
            between = at.norm(n.first - 1) in lists["between"] or at.norm(n.first - 2) in lists["between"]
            while j < min(len(at.tokens), n.last + 2) and (
                at.norm(j) in self.words.units or at.norm(j) in lists["range_units"]
            ):
                j += 1
            joins = lists["between_joins"] if between else lists["range_joins"]
            if at.norm(j) not in joins or "," in at.gap(j):
                return None
            k = j + 1
        percent = "%" in at.gap(j) and at.norm(j) not in lists["range_joins"]
        if k >= len(at.tokens) or at.norm(n.first - 1) in lists["range_starts"] or percent:
            return None
        second = numeral(at.tokens, k, at.text, at.start, self.words)
        if second is None or second.kind == "rank":
            return None
        return second if not (k == n.last and second.first == k and n.kind != second.kind) else None

    def _is_negative(self, n: Numeral) -> bool:
        """Whether a temperature is told as below zero."""
        at = self.at
        return at.norm(n.first - 1) in self.words.lists["minus"] or at.gap(n.first).endswith(
            (" -", " −", " –")
        )

    def _one(self, n: Numeral, outer: int) -> tuple[Quantity | None, int]:
        """The quantity of one numeral; `outer` is the first token of the range that it belongs to."""
        at, words = self.at, self.words
        if (
            n.kind == "fraction"
            and at.norm(n.last) in words.lists["of"]
            and at.norm(n.last + 1) in words.lists["a"]
        ):
            unit_of = words.units.get(at.norm(n.last + 2))
            pair = f"{at.norm(n.last + 2)} {at.norm(n.last + 3)}"
            if (unit_of and unit_of[0] in ("day", "point", "km")) or pair in words.unit_phrases:
                # "A quarter of an hour", "a quarter of a percentage point"
                n = Numeral(n.first, n.last + 2, n.low, n.high)
        if at.norm(n.first) in words.vague and at.norm(n.last) in words.lists["of"]:
            single, pair = at.norm(n.last + 1), f"{at.norm(n.last + 1)} {at.norm(n.last + 2)}"
            if single in words.units or single in words.currencies or pair in words.unit_phrases:
                # "A couple of hours", "millions of dollars"
                n = Numeral(n.first, n.last + 1, n.low, n.high)
        found = measure(n, at, words)
        if found is None:
            return None, n.last + 1
        unit, end = found.unit, found.end
        low, high = n.low * found.factor, n.high * found.factor
        if unit == "fahrenheit":
            sign = -1 if self._is_negative(n) else 1
            unit, low, high = "celsius", (sign * n.low - 32) / 1.8, (sign * n.high - 32) / 1.8
        elif unit == "celsius" and self._is_negative(n):
            low, high = -high, -low
        noun: tuple[str, ...]
        if unit == "age":
            noun = aged(n, end, at, words)
        elif unit:
            if per := rate(end, at, words):
                unit, low, high, end = f"{unit}/day", low / per[0], high / per[0], per[1]
                if unit == "km/day":
                    unit, low, high = "kmh", low / HOURS, high / HOURS
            noun = governed(n, end, at, words)
        else:
            noun, end = counted(at.tokens, n.first, end, at.text, at.start, words, n.low)
        wide = widened(low, high, outer, end, at, words)
        low, high, end = wide.low, wide.high, wide.end
        approximate = wide.approximate or at.norm(n.first) in words.vague or n.kind == "fraction"
        if words.after.get((at.norm(n.last),)) == "least":
            # "Three-plus seasons".
            high, approximate = inf, True
        left = at.tokens[n.first].start - len(at.symbol(n.first, words.currencies))
        if outer == n.first and wide.begin < n.first:
            left = min(left, at.tokens[wide.begin].start)
        right = at.tokens[min(end, len(at.tokens)) - 1].end
        mark = at.gap(end).lstrip()[:1]
        if mark in ("%", "°") and end == n.last:
            right += at.gap(end).index(mark) + 1
        return Quantity(Span(left, right), low, high, unit, noun, approximate), max(end, n.last)


def _rank(n: Numeral, at: Window, words: Lexicon) -> Quantity | None:
    """The figure of "17th place"; None for "the 19th century", "55th Street", "the first", "second half"."""
    following = at.norm(n.last)
    if at.norm(n.first - 1) in words.lists["placing"] and (
        following in words.stops or following in words.lists["after_place"] or at.gap(n.last).strip()
    ):
        # "She finished second in the race"
        span = Span(at.tokens[n.first].start, at.tokens[n.last - 1].end)
        return Quantity(span, n.low, n.low, "rank", tuple(sorted(words.lists["place"])))
    if n.low == 1 or at.gap(n.last) not in (" ", "-"):
        return None
    if following in words.stops or following in words.units or following in words.lists["not_after_ranks"]:
        return None
    if following in words.months or at.norm(n.first - 1) in words.months:
        return None
    tail = at.tokens[n.last : n.last + 2]
    if not tail or not tail[0].text.islower():
        return None
    noun = tuple(t.stem for t in tail if t.norm not in words.stops)
    return Quantity(Span(at.tokens[n.first].start, at.tokens[n.last - 1].end), n.low, n.low, "rank", noun)
