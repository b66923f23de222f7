"""A time expression in its sentence, and what the words around it say of the time."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice, pairwise

from treatydiff.days import date
from treatydiff.extract.timewords import Calendar, Relation
from treatydiff.hints import Any, Literal
from treatydiff.model import Passage, Span, TimeSpan
from treatydiff.patterns import pattern

Grain = Literal["minute", "day", "week", "month", "year", "unknown"]
NEAR, CLOSE = 9, 70
"""Words before a time among which those stand that say how it is meant; letters among which they do."""
OPENING, FIRST_VERB = 2, 10
"""Words that may stand before a time that opens a sentence; words behind it that its first verb is among."""

_WORD = pattern(r"[\w’']+")
_FOUR = pattern(r"\d{4}")
_ASIDE = pattern(r"[,(–—]")

YEAR = 365
"""Days that a pack gives to a year."""


class TimeMatch:
    """One match with the words around."""

    def __init__(
        self, words: Calendar, match: re.Match[str], passage: Passage, published: date | None
    ) -> None:
        self.words = words
        self.match = match
        # What no word of the text could match has no group.
        self.group: dict[str, Any] = defaultdict(lambda: None, match.groupdict())
        self.passage = passage
        self.published = published

    def word_before(self) -> str:
        """The word that stands before the match, in small letters; "" for none."""
        at = self.match.start()
        words = _WORD.findall(self.passage.text, max(0, at - 20), at)
        return words[-1].lower() if words else ""

    def is_end(self) -> bool:
        """Whether another time of four figures stands before "to" or "and": "from 2100 to | 2300 hours"."""
        before = _WORD.findall(self.passage.text, max(0, self.match.start() - 20), self.match.start())[-2:]
        return len(before) > 1 and before[1] in self.words.lists["and_to"] and bool(_FOUR.match(before[0]))

    def is_clock(self, after: str) -> bool:
        """Whether "ten to one" is a time: not the odds of a bet, nor a range."""
        lists = self.words.lists
        minutes = self.group["minutes"].lower()
        if self.words.minutes[minutes] in (15, 30) or " " in minutes:
            return True
        if self.words.ways[self.group["way"].lower()] > 0:
            # "Twenty past eleven"
            return True
        if self.group["from"].lower() in self.words.daytimes:
            # "Ten to midnight"
            return True
        if any(after.lstrip().startswith(w) for w in lists["in_the"]):
            return True
        if (self.group["rel"] or "").lower() in lists["by"] and self._is_outcome():
            return False
        if f" {self._text_before().rstrip()}".endswith(tuple(f" {w}" for w in lists["it_is"])):
            return True
        return bool(self.group["rel"]) or self.word_before() in lists["before_clocks"]

    def _is_outcome(self) -> bool:
        """Whether the greater number stands first: "upheld it by five to four" tells of a vote."""
        hour, most = self.group["from"].lower(), self.words.minutes[self.group["minutes"].lower()]
        return most > (int(hour) if hour.isdigit() else int(self.words.numbers[hour]))

    def is_of_next_year(self) -> bool:
        """Whether the sentence tells of something of the next year before the time."""
        words = [re.split("[’']", w)[0] for w in _WORD.findall(self._text_before())]
        known = self.words
        return any(known.shifts.get(a) == 1 and known.spans.get(b) == YEAR for a, b in pairwise(words))

    def is_future(self) -> bool:
        """Whether the words before the time, or the first verb behind it, put it ahead."""
        words, lists = _WORD.findall(self._text_before())[-NEAR:], self.words.lists
        if any(
            w in lists["future"] and not (w in lists["planned_things"] and self._governs(before))
            for before, w in pairwise(("", *words))
        ):
            return True
        if any(f"{a} {b}" in lists["future"] for a, b in pairwise(words)):
            # "The trial is to open in May", "comes into force in May"
            return True
        if len(words) <= OPENING and self._puts_ahead():
            return True
        meant = self.word_before() in lists["meant_for"] and not lists["meaning_for"].isdisjoint(words)
        if self.group["week"] and meant:
            # "Announced a march for Sunday"
            return not self.passage.text.startswith(("'s", "’s"), self.match.end())
        if self._is_of_what_is_ahead():
            return True
        # "Goes on until Sunday", but not "stayed open until Sunday".
        until = self.words.relations.get((self.group["rel"] or "").lower()) == "until"
        told = any({b, f"{a} {b}"} & lists["lasting"] for a, b in pairwise(("", *words)))
        return until and (told or self.is_of_no_past())

    def _governs(self, before: str) -> bool:
        """Whether a word before "plans" makes it a noun that tells no time: "the plans", "unveiled plans"."""
        return before in self.words.lists["the"] or bool(
            self.words.verbs.readings(before).keys() & {"past", "ed"}
        )

    def _opens(self) -> bool:
        """Whether the match stands in the opening of a sentence, or in one of its asides."""
        told = _ASIDE.split(self.passage.text[: self.match.start()])[-1]
        return len(_WORD.findall(told)) <= OPENING

    def _text_before(self) -> str:
        """What stands shortly before the match, in small letters."""
        at = self.match.start()
        return self.passage.text[max(0, at - CLOSE) : at].lower()

    def _is_of_what_is_ahead(self) -> bool:
        """Whether the nearest word with a tense puts a time ahead: "is to play games beginning in May"."""
        lists = self.words.lists
        before = _WORD.findall(self.passage.text[: self.match.start()].lower())
        for last, word in reversed(list(pairwise(("", *before)))):
            if word in lists["ahead"] or f"{last} {word}" in lists["to_come"]:
                return True
            if word in lists["not_ahead"] or self.words.verbs.readings(word).keys() & {"past", "ed"}:
                return False
        return False

    def is_of_no_past(self) -> bool:
        """Whether words stand before the time, none of them a verb that may be past: "we've stock until"."""
        before = _WORD.findall(self.passage.text[: self.match.start()].lower())
        lists, past = self.words.lists, frozenset(("past", "ed", "pp"))
        if not before or (self.group["rel"] or "").lower() in lists["by"]:
            return False
        if self._opens() and self._puts_ahead() is False:
            # "Open until January, the show drew crowds"
            return False
        return not any(
            word in lists["not_ahead"] or not past.isdisjoint(self.words.verbs.readings(word))
            for word in before
        )

    def _is_denied(self) -> bool:
        """Whether a word of no stands before the match: what is not so until May is so from May on."""
        words = _WORD.findall(self._text_before().replace("’", "'"))
        return not self.words.lists["no"].isdisjoint(words[-NEAR:])

    def _puts_ahead(self) -> bool | None:
        """Whether the first verb behind a time puts it ahead, "by May it will"; None where none tells."""
        found = islice(_WORD.finditer(self.passage.text, self.match.end()), FIRST_VERB)
        # In May is a month, "may" is none.
        after, lists = [word.group() for word in found], self.words.lists
        for word, following in pairwise((*after, "")):
            if word in lists["ahead"] | lists["allowing"] or f"{word} {following}" in lists["future"]:
                return True
            told = self.words.verbs.readings(word).keys() & {"past", "ed"}
            if word in lists["not_ahead"] or (told and word not in lists["telling"]):
                return False
        return None

    def number_of_month(self, name: str) -> int:
        """The number of a month by its name, which may be short: "Sept."."""
        return self.words.months[name.lower().rstrip(".")]

    def span(
        self,
        start: str,
        end: str,
        grain: Grain,
        relation: Relation | None = None,
        weekday: int | None = None,
        clock: tuple[int, int] | None = None,
        zone: str = "",
    ) -> TimeSpan:
        """The time that the match stands for, from its first to its last day or minute."""
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
        if (g["rel"] or "").lower() in self.words.lists["not_before"] and self._is_denied():
            found = "since"
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
