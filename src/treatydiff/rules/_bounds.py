"""Up to when a state lasts: "stays shut until Thursday" and "reopens on Thursday" are one."""

from __future__ import annotations

from treatydiff.model import Claim, Reading, TimeSpan
from treatydiff.rules import Pair
from treatydiff.rules._clauses import Event
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import interval, overlap

REACH = 12
"""Words behind a verb among which "until" bounds what it tells."""


def may_follow(a: Event, b: Event, pair: Pair) -> bool:
    """Whether what one event tells lasts up to a time only, and the other may tell what comes then.

    It may not where its own time is known to lie before: "stays shut until 9 May", "reopened on 2 May".
    """
    words = words_of(pair.language)
    verdicts = []
    for one, reading, other in ((a, pair.left, b), (b, pair.right, a)):
        if _is_bounded(one, reading, words):
            ends = [d for t in one.claim.times if t.relation in ("until", "before") and (d := interval(t))]
            then = [d for t in other.claim.times if t.relation == "at" and (d := interval(t))]
            verdicts.append(not (ends and then and max(d[1] for d in then) < min(d[0] for d in ends)))
    return bool(verdicts) and all(verdicts)


def _is_bounded(event: Event, reading: Reading, words: Words) -> bool:
    """Whether an event lasts up to a time, or for one, or comes no earlier: "will not reopen before May"."""
    p, claim = event.predicate, event.claim
    if any(t.relation == "until" or t.start.startswith("P") for t in claim.times):
        return True
    tokens = reading.passages[claim.passage].tokens
    after = [t.norm for t in tokens if t.start >= p.span.end][:REACH]
    state = {t.norm for t in tokens if p.group.start - len("still ") <= t.start < p.span.start}
    if state & words.still and words.when & set(after):
        # "Was still alive when they came"
        return True
    negated = any(t.norm in words.negative for t in tokens if p.group.start <= t.start < p.span.start)
    return any(w in words.until and (negated or w not in words.earlier) for w in after)


def one_day(a: Event, b: Event) -> bool:
    """Whether both events are told of a day, or of a month, and of one that is surely the same."""
    return any(_surely_one(s, t) for s in a.claim.times for t in b.claim.times)


def apart_days(a: Claim, b: Claim) -> bool:
    """Whether both clauses name days, or years, and none of them can be the same."""
    ours, theirs = ([t for t in c.times if t.grain != "unknown"] for c in (a, b))
    return bool(ours and theirs) and not any(overlap(s, t) for s in ours for t in theirs)


def _surely_one(s: TimeSpan, t: TimeSpan) -> bool:
    exact = {s.grain, t.grain} <= {"day", "minute"} or s.grain == t.grain == "month"
    return exact and bool(interval(s)) == bool(interval(t)) and overlap(s, t)
