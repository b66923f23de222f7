"""Figures with their units, approximators and what they count.

A figure becomes the closed interval that its wording allows.  Dates, years, clock times, telephone numbers
and figures inside names ("Channel 4", "Boeing 737", "G20") are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from treatydiff.extract.counted import counted
from treatydiff.extract.numerals import Lexicon, Numeral, lexicon, numeral
from treatydiff.language import Language
from treatydiff.model import Passage, Quantity, Span, Token

HYPHENS = "-‑–—"
ABOUT, BELOW = 0.12, 0.15
"""How far "about" reaches to both sides, and "nearly" downwards, as a share of the figure."""


def find_quantities(passages: tuple[Passage, ...], language: Language) -> tuple[Quantity, ...]:
    """Every figure of the document in the order of its text."""
    words = lexicon(language)
    months = frozenset(language.values("calendar", "months"))
    return tuple(q for p in passages for q in _Scan(p, words, months).quantities())


class _Scan:
    """One pass over the tokens of a passage."""

    def __init__(self, passage: Passage, words: Lexicon, months: frozenset[str]) -> None:
        self.tokens: Sequence[Token] = passage.tokens
        self.text = passage.text
        self.start = passage.span.start
        self.words = words
        self.months = months

    def quantities(self) -> list[Quantity]:
        """All figures of the passage."""
        found: list[Quantity] = []
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            if not (token.text[0].isdigit() or token.norm in self.words.openers):
                i += 1
                continue
            number = numeral(self.tokens, i, self.text, self.start, self.words)
            if number is None:
                i += 1
                continue
            if number.kind == "rank":
                rank = self._rank(number)
                found += [rank] if rank else []
                i = number.last
                continue
            if self._is_no_figure(number):
                i = number.last
                continue
            new, i = self._measure(number)
            found += new
        return found

    # What a figure is not.

    def _is_no_figure(self, n: Numeral) -> bool:
        before, after = self._gap(n.first), self._gap(n.last)
        previous, following = self._norm(n.first - 1), self._norm(n.last)
        token = self.tokens[n.first]
        if following in ("o'clock", "am", "pm") or (
            token.text == "one" and following in ("another", "day", "of")
        ):
            return True
        if token.text == "one" and not (
            following in self.words.people
            or following in self.words.units
            or following
            in (
                "million",
                "billion",
                "thousand",
                "hundred",
                "man",
                "woman",
                "child",
                "officer",
                "soldier",
                "civilian",
                "killed",
                "dead",
            )
        ):
            return True
        if not token.text[0].isdigit():
            return False
        digit_after = self._digit(n.last)
        if (after == ":" and digit_after) or (before == ":" and self._digit(n.first - 1)):
            return True
        if (
            before == ""
            and n.first
            and self.tokens[n.first - 1].text[-1:].isalpha()
            and not self._symbol(n.first)
        ):
            return True
        hyphens = sum(
            1
            for k in range(n.first - 2, n.last + 2)
            if self._gap(k) in HYPHENS and self._gap(k) and self._digit(k) and self._digit(k - 1)
        )
        if before == "-" and len(token.text) == 4 and self._digit(n.first - 1) and len(previous) == 3:
            return True
        if (
            after.strip() in HYPHENS
            and after.strip()
            and digit_after
            and self._norm(n.last + 1) in self.months
        ):
            return True
        if after == "-" and len(token.text) == 3 and digit_after and len(self.tokens[n.last].text) == 4:
            return True
        if hyphens > 1 or ((before == "/" or after == "/") and (self._digit(n.first - 1) or digit_after)):
            return True
        if previous in self.months or previous == "no" or before.endswith(("#", "№")):
            return True
        if following in self.months or (following == "of" and self._norm(n.last + 1) in self.months):
            return n.high <= 31
        year = (
            len(token.text) == 4 and token.text.isdigit() and 1500 <= n.low < 2100 and n.last == n.first + 1
        )
        if (
            year
            and not self._symbol(n.first)
            and following not in self.words.units
            and following not in PLAIN
        ):
            plural = following.endswith("s") and after == " " and self.tokens[n.last].text.islower()
            return not plural or previous in (
                "in",
                "since",
                "the",
                "of",
                "by",
                "until",
                "from",
                "early",
                "late",
            )
        if self._symbol(n.first) or after.lstrip().startswith(("%", "°")):
            return False
        shout = self.tokens[n.first - 1].text if n.first and before in (" ", "-") else ""
        if (
            len(shout) > 1
            and shout.isupper()
            and previous not in self.words.senses
            and not self.text.isupper()
        ):
            # "AK 47", "MH-370".
            return True
        if n.first and self.tokens[n.first - 1].text[0].isupper() and before == " ":
            # "Channel 4 news", but not "Kills 10; 80 Hurt" and not "In May Acme 300 workers".
            if (n.first == 1 and previous in self.words.stops) or previous in self.words.senses:
                return False
            if (
                previous in self.words.stops
                or (previous,) in self.words.before
                or previous in self.words.scales
            ):
                return False
            noun, _ = counted(self.tokens, n.first, n.last, self.text, self.start, self.words, n.low)
            return not noun and following not in self.words.units
        if before in HYPHENS and before and n.first and self.tokens[n.first - 1].text[0].isupper():
            return previous not in self.words.scales
        return False

    # What a figure is.

    def _measure(self, n: Numeral) -> tuple[list[Quantity], int]:
        """The quantity, or the two of a range or score, that begin with this numeral; and where to go on."""
        second = self._second(n)
        if second is None:
            q, end = self._one(n, n.first)
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
        low, unit = min(n.low, second.low), two.unit
        scale = two.low / second.low if second.low and 0 < two.low < inf else 1.0
        shared = second.last - second.first > 1 and n.last - n.first == 1 and n.low < second.low
        factor = scale
        if shared and n.low < 1000 <= second.low:
            factor *= second.low / (numeral_value(self.tokens[second.first]) or second.low)
        return [
            replace(
                two,
                span=span,
                low=low * factor,
                high=max(two.high, low * factor),
                unit=unit,
                approximate=True,
            )
        ], end

    def _second(self, n: Numeral) -> Numeral | None:
        """The other figure of "5-10", "between 5 and 10", "81 votes to 37", "40 percent to 70 percent"."""
        j = n.last
        between = self._norm(n.first - 1) == "between" or self._norm(n.first - 2) == "between"
        gap = self._gap(j)
        if gap and gap.strip() in HYPHENS and gap.strip() and j < len(self.tokens):
            k = j
        else:
            while (
                j < len(self.tokens)
                and j < n.last + 2
                and (
                    self._norm(j) in self.words.units or self._norm(j) in ("votes", "percent", "per", "cent")
                )
            ):
                j += 1
            joins = ("and",) if between else ("to",)
            if self._norm(j) not in joins or "," in self._gap(j):
                return None
            k = j + 1
        if (
            k >= len(self.tokens)
            or self._norm(n.first - 1) == "from"
            or ("%" in self._gap(j) and self._norm(j) != "to")
        ):
            return None
        second = numeral(self.tokens, k, self.text, self.start, self.words)
        if second is None or second.kind == "rank":
            return None
        return second if not (k == n.last and second.first == k and n.kind != second.kind) else None

    def _one(self, n: Numeral, outer: int) -> tuple[Quantity | None, int]:
        tokens, words = self.tokens, self.words
        end = n.last
        unit, factor = "", 1.0
        noun: tuple[str, ...] = ()
        following, gap = self._norm(end), self._gap(end)
        symbol = self._symbol(n.first)
        left = tokens[n.first].start
        age = False
        if symbol:
            unit, left = words.currencies[symbol], left - len(symbol)
        elif gap.lstrip().startswith("%"):
            unit = "percent"
        elif gap.strip() == "°":
            unit = "fahrenheit" if following == "f" else "celsius"
            end += following in ("f", "c")
        elif following == "per" and self._norm(end + 1) == "cent":
            unit, end = "percent", end + 2
        elif following == "percentage" and self._norm(end + 1).startswith("point"):
            unit, end = "point", end + 2
        elif self._is_age(n):
            unit, age = "age", True
            while self._norm(end) in ("year", "years", "old"):
                end += 1
        elif self._is_scale(n):
            unit = "magnitude"
            end += following in words.scales
        elif money := self._currency(end):
            unit, end = money
        elif (
            gap in ("", " ", "\u00a0", "-", "‑", "\n")
            and (known := words.units.get(following) or words.units.get(following.removesuffix("s")))
            and n.kind != "fraction"
        ):
            (unit, factor), end = known, end + 1
            if unit == "percent" and self._norm(end) == "points":
                unit, end = "point", end + 1
            if unit == "day" and self._norm(end) in ("ago", "later", "earlier", "before", "after"):
                return None, end
            if self._norm(end) in ("celsius", "fahrenheit"):
                unit, end = self._norm(end), end + 1
        elif following == "degrees":
            unit = "fahrenheit" if self._norm(end + 1) == "fahrenheit" else "celsius"
            end += 2 if self._norm(end + 1) in ("celsius", "fahrenheit") else 1
        elif n.kind == "fraction":
            unit, factor = "percent", 100.0
        low, high = n.low * factor, n.high * factor
        if unit == "fahrenheit":
            unit, low, high = "celsius", (n.low - 32) / 1.8, (n.high - 32) / 1.8
        if age:
            noun = self._aged(n, end)
        elif unit:
            if unit not in ("score",) and (rate := self._rate(end)):
                unit, low, high, end = f"{unit}/day", low / rate[0], high / rate[0], rate[1]
            noun = self._governed(n, end)
        else:
            noun, end = counted(tokens, n.first, end, self.text, self.start, words, n.low)
        low, high, begin, end, approximate = self._widened(low, high, outer, end)
        if self.words.after.get((following,)) == "least":
            # "Three-plus seasons".
            high, approximate = inf, True
        if outer == n.first and begin < n.first:
            left = min(left, tokens[begin].start)
        right = tokens[min(end, len(tokens)) - 1].end
        if self._gap(end).lstrip()[:1] in ("%", "°") and end == n.last:
            right += self._gap(end).index(self._gap(end).lstrip()[:1]) + 1
        vague = tokens[n.first].norm in words.vague or n.kind == "fraction"
        q = Quantity(Span(left, right), low, high, unit, noun, approximate or vague)
        return q, max(end, n.last)

    def _widened(self, low: float, high: float, first: int, end: int) -> tuple[float, float, int, int, bool]:
        """The interval with the approximators before and after; where the wording begins and ends."""
        begin, approximate = first, False
        if begin and self.tokens[begin - 1].norm in ("a", "an", "the", "other", "another"):
            begin -= 1
        effects: list[str] = []
        while True:
            for size in (4, 3, 2, 1):
                phrase = tuple(t.norm for t in self.tokens[max(0, begin - size) : begin])
                effect = self.words.before.get(phrase) if len(phrase) == size else None
                if effect and not any(
                    c in self._gap(k) for k in range(begin - size + 1, begin + 1) for c in ",;:."
                ):
                    effects.append(effect)
                    begin -= size
                    break
            else:
                break
        if not effects:
            begin = first
        for size in (2, 1):
            phrase = tuple(t.norm for t in self.tokens[end : end + size])
            if effect := self.words.after.get(phrase):
                effects.append(effect)
                end += size
                break
        for effect in effects[:1]:
            approximate = True
            if effect in ("least", "above"):
                high = inf
            elif effect in ("most", "below"):
                low = min(0.0, low)
            elif effect == "nearly":
                low -= BELOW * abs(low)
            else:
                low, high = low - ABOUT * abs(low), high + ABOUT * abs(high)
        return low, high, begin, end, approximate

    def _governed(self, n: Numeral, end: int) -> tuple[str, ...]:
        """Content stems near a measure, money or percentage: the nearest before it, and "of ..." after it."""
        near: list[str] = []
        for k in range(n.first - 1, max(-1, n.first - 10), -1):
            token, gap = self.tokens[k], self._gap(k + 1)
            if any(c in gap for c in ';:.!?"”“') or (
                near and (token.norm in self.words.joints or "," in gap)
            ):
                break
            if self._is_context(token):
                near.insert(0, token.stem)
        after: list[str] = []
        for k in range(end, min(len(self.tokens), end + 6)):
            token = self.tokens[k]
            if self._gap(k).strip("%°-‑ \n") or token.norm in self.words.joints or token.text[0].isdigit():
                break
            if self._is_context(token):
                after.append(token.stem)
        return (*after[:3], *near[-4:])

    def _is_context(self, token: Token) -> bool:
        words, word = self.words, token.norm
        if token.text[0].isdigit() or len(word) < 3 or word in words.stops or (word,) in words.before:
            return False
        if (
            word in words.magnitudes
            or word in words.fractions
            or word in words.vague
            or word in words.numbers
        ):
            return False
        return not (
            word in words.units
            or word in words.currencies
            or word.removesuffix("s") in words.units
            or word.removesuffix("s") in words.currencies
            or word in ("per", "cent")
        )

    def _rank(self, n: Numeral) -> Quantity | None:
        following = self._norm(n.last)
        if (
            following in self.months
            or self._norm(n.first - 1) in self.months
            or following in ("century", "of", "")
        ):
            return None
        if n.low == 1 or self._gap(n.last) not in (" ", "-") or following in self.words.stops:
            return None
        if following in self.words.units or (
            self.tokens[n.first].norm == "second" and following.startswith("half")
        ):
            return None
        tail = self.tokens[n.last : n.last + 2]
        if not tail[0].text.islower():
            # "55th Street", "the Fifth Amendment".
            return None
        noun = tuple(t.stem for t in tail if t.norm not in self.words.stops)
        return Quantity(
            Span(self.tokens[n.first].start, self.tokens[n.last - 1].end), n.low, n.low, "rank", noun
        )

    def _is_age(self, n: Numeral) -> bool:
        if not 0 < n.low < 120:
            return False
        following = [self._norm(n.last), self._norm(n.last + 1)]
        if following == ["year", "old"] or following == ["years", "old"] or self._norm(n.first - 1) == "aged":
            return True
        before, after = self._gap(n.first), self._gap(n.last)
        named = n.first and self.tokens[n.first - 1].text[0].isupper() and n.last == n.first + 1
        return (
            bool(
                named
                and before == ", "
                and after[:1] in (",", ".", ";", ")")
                and n.low >= 1
                and self.tokens[n.first].text[0].isdigit()
            )
            and self._norm(n.first - 1) not in self.months
        )

    def _aged(self, n: Numeral, end: int) -> tuple[str, ...]:
        previous = self.tokens[n.first - 1] if n.first else None
        if previous and previous.text[0].isupper() and self._gap(n.first) == ", ":
            return (previous.stem,)
        run = self.tokens[end : end + 4]
        name = None
        for k, t in enumerate(run):
            if self._gap(end + k).strip() or (k > 1 and name is None):
                break
            if t.text[0].isupper():
                name = t.stem
            elif name:
                break
        if name:
            return (name,)
        return tuple(t.stem for t in run[:1] if t.norm not in self.words.stops and not self._gap(end).strip())

    def _is_scale(self, n: Numeral) -> bool:
        if not 0 < n.low < 10 or (
            "." not in self.tokens[n.first].text and self._norm(n.first - 1) != "magnitude"
        ):
            return False
        around = [self._norm(k) for k in range(n.first - 4, n.first)]
        after = [self._norm(k) for k in range(n.last, n.last + 4)]
        if after[0] in self.words.units or after[0].removesuffix("s") in self.words.units:
            return False
        if any(w in self.words.scales for w in [*around, *after]):
            return True
        return after[0] in ("earthquake", "quake", "temblor", "tremor") or (
            around[-2:] == ["reading", "of"] and after[0] not in self.words.units
        )

    def _currency(self, end: int) -> tuple[str, int] | None:
        """Money in words: "250,000 euros", "3 US dollars", "200 pounds" where nothing is weighed."""
        words = self.words
        for k in (end, end + 1):
            word = self._norm(k)
            code = words.currencies.get(word) or words.currencies.get(word.removesuffix("s"))
            if not code or len(word) < 3 or self._gap(k).strip("- \u00a0"):
                continue
            if k > end and self.tokens[end].norm in words.stops | {"people"}:
                return None
            if code == "gbp" and word.startswith("pound"):
                near = {self._norm(j) for j in range(end - 7, end + 4)}
                if self._gap(end) == "-" or near & words.weighing or self._norm(k + 1) == "of":
                    return None
            qualifier = self._norm(end) if k > end else ""
            if word.startswith("dollar"):
                code = DOLLARS.get(qualifier, "usd")
            return code, k + 1
        return None

    def _rate(self, end: int) -> tuple[float, int] | None:
        word = self._norm(end)
        known = self.words.units.get(self._norm(end + 1))
        if word in self.words.per and known and known[0] == "day" and not self._gap(end).strip("% "):
            return known[1], end + 2
        return None

    # The text around a token.

    def _norm(self, k: int) -> str:
        return self.tokens[k].norm if 0 <= k < len(self.tokens) else ""

    def _digit(self, k: int) -> bool:
        return 0 <= k < len(self.tokens) and self.tokens[k].text[0].isdigit()

    def _gap(self, k: int) -> str:
        """What stands between token `k` and the one before it (or the edge of the passage)."""
        left = self.tokens[k - 1].end - self.start if 0 < k <= len(self.tokens) else 0
        right = self.tokens[k].start - self.start if 0 <= k < len(self.tokens) else len(self.text)
        return self.text[left:right] if k >= 0 else ""

    def _symbol(self, k: int) -> str:
        """The currency mark right before token `k`, with its country letters."""
        at = self.tokens[k].start - self.start
        for size in (3, 2, 1):
            mark = self.text[max(0, at - size) : at]
            if mark in self.words.currencies and len(mark) == size and not mark.isalpha():
                return mark
        return ""


def numeral_value(token: Token) -> float | None:
    """The plain value of a figure's first token, without its magnitude."""
    try:
        return float(token.text.replace(",", ""))
    except ValueError:
        return None


DOLLARS = {
    "us": "usd",
    "u.s": "usd",
    "canadian": "cad",
    "australian": "aud",
    "zealand": "nzd",
    "singapore": "sgd",
}
PLAIN = frozenset(("people", "men", "women", "children", "percent", "dollars", "euros", "pounds"))
