"""A language's words for times, and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Collection

from treatydiff.extract.timeforms import Patterns
from treatydiff.extract.verbs import Verbs, verbs_of
from treatydiff.frozen import dataclass
from treatydiff.hints import Any, Literal
from treatydiff.language import Language
from treatydiff.patterns import pattern
from treatydiff.tables import once_a_language
from treatydiff.tokens import norm, tokenise

Relation = Literal["at", "before", "after", "since", "until"]

HALF_AN_HOUR = 30
"""Minutes from which on a time is told as one before the next hour."""

_BOUND = pattern(r"\W")
_CAPITALISED = pattern(r"\b[^\W\d_a-z]\w*")


@dataclass(frozen=True, slots=True)
class Calendar:
    """A language's calendar words and the expressions that find them."""

    patterns: Patterns
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
    feasts: dict[str, tuple[str, str]]
    """First and last day, as "12-25", of feasts that are on the same days each year."""
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


def _first(phrase: str) -> list[str]:
    """The first word of a phrase, as tokens have it; a list of none where there is none."""
    return [norm(phrase)] if phrase.isalpha() else [t.norm for t in tokenise(phrase, stemmed=False)[:1]]


@once_a_language
def calendar(language: Language) -> Calendar:
    """The words for times of a language, made once."""

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
    few = [(w, int(v)) for w, v in numbers.items() if 0 < v < HALF_AN_HOUR]
    steps |= {f"{w} {unit}": n for w, n in few for unit in language.words("calendar", "counted_minutes")}
    days_in_words = {w: int(v) for w, v in language.values("figures", "ordinals").items()}
    feasts = {w: (v[0], v[-1]) for w, v in pairs("feasts").items()}
    no = (*language.words("assertion", "negators"), *language.words("assertion", "negative_nouns"))
    lists = {**language.lists("calendar"), "no": no}
    small: dict[str, Collection[str]] = {
        **{key: lists[key] for key in ("a", "around", "halved", "in_the", "month", "near", "now")},
        **{key: lists[key] for key in ("oclock", "on_from", "the", "week", "within")},
        "away": (*lists["ago"], *lists["later"]),
        "edge": edges,
        "feast": feasts,
        "hour": [w for w, v in numbers.items() if 0 < v <= 12],
        "length": [w for w, days in spans.items() if days > 1],
        "nth": nths,
        "number": numbers,
        "ordinal": days_in_words,
        "point": [w for w, (first, last) in daytimes.items() if first == last],
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
    named = (
        *feasts,
        *months,
        *weekdays,
        *daytimes,
        *seasons,
        *edges,
        *parts,
        *relative,
        *shifts,
        *days_in_words,
    )
    opening = (*named, *relations, *numbers, *steps, *nths, *lists["near"], *lists["around"], *lists["a"])
    return Calendar(
        Patterns(
            {
                **small,
                **{
                    key: lists[key]
                    for key in ("and_to", "half_days", "hours", "of", "ordinal_endings", "zones")
                },
                "month_name": [w.title() for w in months],
                "weekday": [w.title() for w in weekdays],
            }
        ),
        frozenset(first for w in opening for first in _first(w)),
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
        feasts,
        edges,
        parts,
        steps,
        ways,
        nths,
        {w: (v[0], v[1]) for w, v in pairs("parts_of_year").items()},
        {key: frozenset(words) for key, words in lists.items()},
        verbs_of(language),
    )


def expression_of(language: Language) -> Any:
    """The expression of all words of a language."""
    return calendar(language).patterns.whole


def plain_text(text: str, words: Calendar) -> str:
    """The text as the pattern has it: calendar words small wherever they stand, months with one capital.

    The pattern takes half the time to make where it need not know both.
    """

    def plain(word: re.Match[str]) -> str:
        found = word.group()
        if found in words.capitals:
            return found.title()
        small = found[0].lower() + found[1:]
        return small if small in words.first else found

    return _CAPITALISED.sub(plain, text)
