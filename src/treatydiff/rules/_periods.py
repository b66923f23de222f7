"""What the rules share on times: whether two are one, and to what period a figure or an event belongs."""

from __future__ import annotations

from functools import lru_cache

from treatydiff.days import date, timedelta
from treatydiff.language import Language, load_language
from treatydiff.model import Claim, Document, Quantity, Reading, TimeSpan
from treatydiff.rules import Pair, once_a_claim, sentence
from treatydiff.rules._figures import shown, words_of
from treatydiff.tables import once_a_language
from treatydiff.tokens import within

LONG_AGO = timedelta(60)
SCALE, SOON = 4.0, 3
"""By what factor one of two times of one thing may be further from the report than the other, days added to
either."""


def other_period(a: Quantity | None, b: Quantity | None, pair: Pair, near: bool = False) -> bool:
    """Whether the two figures belong to different periods, or only one to a time away from the report's.

    With `near`, only periods that the clauses themselves name count, not those of their sentences.
    """
    left = _periods(pair.left, pair.link.left, a, near)
    right = _periods(pair.right, pair.link.right, b, near)
    if left and right:
        return not any(overlap(s, t) for s in left for t in right)
    return bool(left or right)


def _periods(reading: Reading, claim: Claim, q: Quantity | None, near: bool) -> list[TimeSpan]:
    """The periods named in the figure's sentence that are no nearer to another of its figures."""
    claims = [claim] if near else sentence(claim, reading)
    first = reading.passages[claim.passage].tokens[:1]
    if (
        not near
        and first
        and first[0].norm in _back(load_language(reading.document.language))
        and claims[0].index
    ):
        # "It killed 612": what that was, the sentence before says.
        claims = [*sentence(reading.claims[claims[0].index - 1], reading), *claims]
    others = [o for c in claims for o in c.quantities if q is not None and o.span != q.span]
    return [
        t
        for c in claims
        for t in c.times
        if is_period(t, reading.document)
        and not (near and _names(t, reading))
        and not _is_record(t, reading)
        and (
            q is None
            or (_is_past(t, reading.document) and not any(_between(q, o, t) for o in others))
            or not any(_distance(o, t) < _distance(q, t) for o in others)
        )
    ]


def _names(t: TimeSpan, reading: Reading) -> bool:
    """Whether a time says which of several things is meant, not when: "the treaty of 1854"."""
    before = reading.document.text[max(0, t.span.start - len("of ")) : t.span.start].lower().split()
    return t.grain == "year" and bool(
        words_of(load_language(reading.document.language)).of.intersection(before)
    )


def _is_record(t: TimeSpan, reading: Reading) -> bool:
    """Whether a time only says since when a figure has not been matched: "the highest since 1988"."""
    if t.relation != "since":
        return False
    before = reading.document.text[max(0, t.span.start - 24) : t.span.start].lower().split()[-2:]
    records = words_of(load_language(reading.document.language)).records
    return any(w in records or w.endswith("est") for w in before)


def _between(q: Quantity, other: Quantity, t: TimeSpan) -> bool:
    """Whether another figure that may be of the same unit stands between a figure and a time."""
    of_kind = other.unit == q.unit or (other.unit == "" and not other.noun)
    return of_kind and q.span.end <= other.span.start and other.span.end <= t.span.start


@once_a_language
def _back(language: Language) -> frozenset[str]:
    """Words that begin a sentence on what the one before it told."""
    pronouns = language.table("grammar", "pronouns")
    return frozenset(
        (*pronouns.get("neuter", ()), *pronouns.get("plural", ()), *language.words("figures", "definite"))
    )


def _is_past(t: TimeSpan, document: Document) -> bool:
    """Whether a time lies long before the report; such a time mostly holds for the whole clause."""
    days = interval(t)
    if document.published is None:
        return t.grain in ("year", "month")
    return bool(days and days[1] < document.published - LONG_AGO)


def _distance(q: Quantity, t: TimeSpan) -> int:
    return max(q.span.start - t.span.end, t.span.start - q.span.end)


def is_period(time: TimeSpan, document: Document) -> bool:
    """Whether a time names a month, year or more, away from the days of the report itself."""
    if time.grain == "minute" or time.start.startswith(("-W", "T")):
        return False
    days = interval(time)
    published = document.published
    if days is None:
        return time.start.startswith(("P", "--")) and time.grain != "day"
    if published is None:
        return time.grain in ("year", "month")
    first, last = days
    return last < published - LONG_AGO or first > published + LONG_AGO or time.grain == "year"


def interval(time: TimeSpan) -> tuple[date, date] | None:
    """First and last day of a resolved time."""
    return _days(time.start, time.end)


@lru_cache(maxsize=1 << 12)
def _days(start: str, end: str) -> tuple[date, date] | None:
    try:
        return date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    except ValueError:
        return None


def value_of(t: TimeSpan) -> tuple[object, ...]:
    """What a time says, wherever it is told."""
    return t.start, t.end, t.grain, t.relation, t.weekday, t.clock, t.zone


def overlap(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two times can be one; unresolved ones only if they read the same."""
    x, y = interval(a), interval(b)
    if x is None and y is None:
        return a.start.startswith(b.start) or b.start.startswith(a.start)
    if x is None or y is None:
        return True
    return x[0] <= y[1] and y[0] <= x[1]


def is_dated(t: TimeSpan, reading: Reading) -> bool:
    """Whether the words hold a day of a month, not of the week."""
    return any(c.isdigit() for c in shown(t, reading))


def is_ahead(t: TimeSpan, reading: Reading) -> bool:
    """Whether a time is a dated day after the report's publication."""
    return t.grain == "day" and bool(begins_later(t, reading)) and is_dated(t, reading)


def begins_later(t: TimeSpan, reading: Reading) -> bool | None:
    """Whether a time begins after the report's publication; None where that is not known."""
    days, published = interval(t), reading.document.published
    return days[0] > published if days and published else None


@once_a_claim
def times_of(claim: Claim, reading: Reading, language: Language) -> tuple[TimeSpan, ...]:
    """Those times of a claim that are of what it tells, not of its telling."""
    return tuple(t for t in claim.times if is_of_event(t, claim, reading, language))


def of_two_times(a: Claim, b: Claim, pair: Pair) -> bool:
    """Whether two claims, one of each document, give times that have none in common."""
    ours, theirs = (
        [t for t in times_of(claim, reading, pair.language) if t.grain != "unknown"]
        for claim, reading in ((a, pair.left), (b, pair.right))
    )
    return bool(ours and theirs) and not any(overlap(s, t) for s in ours for t in theirs)


def far_apart(s: TimeSpan, t: TimeSpan, most: timedelta) -> bool:
    """Whether more than so long lies between two times; not where the days of either are not known."""
    one, two = interval(s), interval(t)
    return one is not None and two is not None and max(two[0] - one[1], one[0] - two[1]) > most


def as_far(one: int, two: int) -> bool:
    """Whether times so many days away from their reports may be of one thing."""
    near, far = sorted((one + SOON, two + SOON))
    return far <= SCALE * near


def is_of_event(t: TimeSpan, claim: Claim, reading: Reading, language: Language) -> bool:
    """Whether the time is that of what the claim tells, not of its telling."""
    tokens = claim.tokens
    inside = within(tokens, t.span)
    if not inside:
        return False
    first = inside[0]
    while first and any(u.span.start <= tokens[first - 1].start < u.span.end for u in claim.times):
        # "Announced on Twitter today (14 October)"
        first -= 1
    near = [x.norm for x in tokens[max(0, first - 3) : first]]
    after = reading.document.text[t.span.end : t.span.end + 2]
    if after != ", ":
        # "The ship sank on Tuesday, said the minister": the day of the sinking
        near += [x.norm for x in tokens[inside[-1] + 1 : inside[-1] + 2]]
    if after in ("'s", "’s"):
        return False
    if begins_later(t, reading):
        # Nobody has said anything yet on that day: "which officials said would be Jan. 1".
        return True
    words = words_of(language)
    # "Posted in Local News on 3 May": a stamp.
    return words.telling.isdisjoint(near) and tokens[0].norm not in words.stamps
