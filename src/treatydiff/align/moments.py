"""Times of two reports that are of one thing and cannot both hold, whatever else the clauses say.

As with figures, a time that the other report has as well needs no partner.  Of those that are left over, the
ends of a span ("until 4 November", "must report by 14 October") are tied where each report has one and they
may be of one thing, so are times of day that are not far apart, and days where the clauses around have enough
in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.align.added import pair_of
from treatydiff.align.bonds import Bonds
from treatydiff.align.features import WORD, Signs
from treatydiff.align.ties import Tie
from treatydiff.align.words import Bag, bag
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, TimeSpan, Token
from treatydiff.rules._around import context, ends, is_length, is_told
from treatydiff.rules._events import in_common
from treatydiff.rules._figures import at_odds, other_names, shown
from treatydiff.rules._moments import of_two_subjects
from treatydiff.rules._onemore import OneMore, one_more
from treatydiff.rules._pack import words_of
from treatydiff.rules._periods import begins_later, interval, is_dated, is_of_event, overlap, times_of
from treatydiff.rules._rivals import of_one_deed, of_two_deeds, told_of_both
from treatydiff.rules._when import apart
from treatydiff.tables import once_a_language

SOLE, OF_DAY, PER_WORD = 0.6, 0.2, 0.2
"""Sureness of ends and of times of day without rivals; of days by themselves; for each telling word."""
TIED = 0.5
HOURS = 4 * 60
"""Minutes that two times of day of one thing may lie apart."""
DAYS = 7
"""Days that two days of one thing may lie apart."""
VAGUE, MINUTES = 60, 20
"""Minutes that a time of day may span at most; that two ends may lie apart and be one."""
PER_BOND, PARTNERS = 0.2, 0.3
"""How much surer each figure makes it that their sentences have in common, and that these are partners."""
TELLING = 0.5
"""How much of a telling word two clauses must have in common, unless their sentences share a figure."""
ENOUGH = 2
"""Words in common of what began at one time here, and has been so since another there."""
MANY = 60
"""A report with more times is a calendar; nothing is tied in it by what is left over."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time, the clause that tells it and what else that says."""

    time: TimeSpan
    claim: Claim
    kind: str
    """"end", "end clock", "clock", "day" or "period"."""
    near: Bag
    dated: bool
    """Whether it is told by its date, not by the day of the week."""
    ahead: bool | None
    """Whether it is a day after the publication; None where that is not known."""
    later: bool | None
    """Whether it is a time after the publication, however it is told."""
    first: bool
    """Whether it is told of the first time."""
    more: OneMore


def moments(left: Reading, right: Reading, language: Language, signs: Signs, bonds: Bonds) -> Iterator[Tie]:
    """The times of two reports that are of one thing and do not agree."""
    ours, theirs = moments_of(left, language), moments_of(right, language)
    if len(ours) > MANY or len(theirs) > MANY or at_odds(left, right, language):
        return
    a = [m for m in ours if not is_told_too(m, right, language)]
    b = [m for m in theirs if not is_told_too(m, left, language)]
    for x in a:
        for y in b:
            kinds, begun = {x.kind, y.kind}, _is_begun(x, y, language)
            ahead_or_begun = begun or bool(x.later and y.later)
            # "Will shut by 31 January", "close on 29 March"; "early in March", "on 3 April"
            mixed = kinds == {"day", "end"} or (kinds == {"day", "period"} and ahead_or_begun)
            if not (mixed or x.kind == y.kind) or not differ(x, y):
                continue
            if "since" in (x.time.relation, y.time.relation) and not begun:
                continue
            if x.kind == "clock" and _on_two_days(x.claim, y.claim):
                continue
            pair = pair_of(x.claim, y.claim, left, right, language)
            figures = bonds.figures_in_common(x.claim, y.claim)
            of_two = of_two_deeds(pair) or (not figures and of_two_subjects(pair))
            if not begun and kinds <= {"day", "period"} and of_two:
                continue
            of_one = ahead_or_begun or (x.dated and y.dated) or of_one_deed(pair)
            partners = of_one and bonds.partners(x.claim, y.claim)
            if not (partners or _near(x.time, y.time, x.kind)):
                continue
            if kinds == {"day", "end"} and not (partners and figures):
                continue
            rivals = sum(m.kind == x.kind and _near(m.time, y.time, x.kind) for m in a)
            rivals += sum(m.kind == x.kind and _near(x.time, m.time, x.kind) for m in b)
            base = SOLE if rivals == 2 and "day" not in kinds else OF_DAY
            shared = signs.common(signs.seen(x.near), signs.seen(y.near)) / WORD
            over = x.kind == "end" and "done" in (x.claim.status, y.claim.status)
            alone = base == SOLE and x.kind != "clock" and not over
            alone = alone and not (x.kind == "end" and of_two_subjects(pair))
            exact = partners and x.kind == y.kind == "day" and x.dated and y.dated and of_one_deed(pair)
            if not (shared >= TELLING or figures or alone or exact):
                # Reports tell the times of many steps of an event: something must say that it is one step.
                continue
            sure = base + PER_WORD * shared + PER_BOND * figures + PARTNERS * partners
            if "period" in (x.kind, y.kind) and not (partners and shared):
                continue
            if sure >= TIED and not other_names(pair) and not told_of_both(pair):
                yield Tie(x.claim, y.claim, min(1.0, sure), f"{shown(x.time, left)} / {shown(y.time, right)}")


def moments_of(reading: Reading, language: Language) -> list[Moment]:
    """The times of a report that may be compared, each with what is told of it."""
    firsts = frozenset(language.words("calendar", "firsts"))
    return [
        Moment(
            t,
            claim,
            kind,
            _words(t, claim, kind, dated, language),
            dated,
            begins_later(t, reading) if dated else None,
            begins_later(t, reading),
            not firsts.isdisjoint(x.norm for x in claim.tokens),
            one_more(claim, reading, language),
        )
        for claim in reading.claims
        for t in claim.times
        if not is_length(t, claim, language)
        if (kind := _kind(t, claim, reading, language))
        for dated in (kind != "period" and is_dated(t, reading),)
    ]


def _words(t: TimeSpan, claim: Claim, kind: str, dated: bool, language: Language) -> Bag:
    """The words that tell what happened then: near a time of day, else in the whole clause."""
    if kind != "clock":
        around = _stretch(t, claim, language)
        # Of the days of a week it says too little that both clauses name a town.
        told = around if dated or kind == "end" else [x for x in around if x.text[0].islower()]
        return bag(told, language)
    near = context(t, claim, language)
    return bag([x for x in claim.tokens if x.stem in near], language)


def _stretch(t: TimeSpan, claim: Claim, language: Language) -> list[Token]:
    """The words of a clause around a time, up to those that tell what was before or after that."""
    joints = [
        x for x in claim.tokens if x.norm in _joining(language) and not t.span.overlap(Span(x.start, x.end))
    ]
    first = max((x.end for x in joints if x.end <= t.span.start), default=0)
    last = min((x.start for x in joints if x.start >= t.span.end), default=claim.span.end)
    spans = [u.span for u in claim.times]
    return [
        x
        for x in claim.tokens
        if first <= x.start < last and not any(s.start <= x.start < s.end for s in spans)
    ]


@once_a_language
def _joining(language: Language) -> frozenset[str]:
    """Words that join what was before or after a thing to it, or what was so at the time."""
    relations = language.values("calendar", "relations")
    return words_of(language).when | {w for w, r in relations.items() if r in ("before", "after")}


def _kind(t: TimeSpan, claim: Claim, reading: Reading, language: Language) -> str:
    """What a time may be compared with; empty where it tells when something was said."""
    if not is_of_event(t, claim, reading, language) or not is_told(claim):
        return ""
    if t.grain == "unknown" or (t.grain != "minute" and not interval(t)):
        return ""
    if t.grain == "minute" and (t.start != t.end or ":" not in t.start):
        return ""
    if ends(t, claim, language):
        return "end clock" if t.grain == "minute" else "end"
    if t.grain == "minute" and t.relation != "until":
        # "Before 5 p.m." may be any time before it, "shortly before" may not.
        exact = t.clock[1] - t.clock[0] <= VAGUE if t.clock else t.relation == "at"
        return "clock" if exact else ""
    if t.relation in ("after", "until"):
        return ""
    return "day" if t.grain == "day" else "period"


def differ(x: Moment, y: Moment) -> bool:
    """Whether two moments of one kind cannot be one, though both have been, or both are to come."""
    if x.ahead is not None and y.ahead is not None and x.ahead != y.ahead:
        # "Was passed on 10 May", "takes effect on 3 June"
        return False
    if not x.more.fits(y.more):
        # "A second picture was stolen in 1991"
        return False
    if x.kind == "end clock":
        return x.time.zone == y.time.zone and abs(_minute(x.time) - _minute(y.time)) > MINUTES
    if x.time.weekday is not None and x.time.weekday == y.time.weekday and not (x.dated and y.dated):
        # "Thursday" here and "tomorrow" there are a week apart only as one of them is read.
        return False
    return x.time.zone == y.time.zone and apart(x.time, y.time)


def _is_begun(x: Moment, y: Moment, language: Language) -> bool:
    """Whether both may tell how one thing began: "joined the club in 1999", "in the club since 2004"."""
    if x.later != y.later:
        # "Will publish its first report in August", "heard its first witnesses on Tuesday"
        return False
    since = [m for m in (x, y) if m.time.relation == "since"]
    counted = any(m.first or m.claim.quantities or m.later is not False for m in since)
    if counted or not (since or (x.first and y.first)):
        # "The first strike since 2011", "has lost 11 percent since May"
        return False
    ours, theirs = (bag(m.claim.tokens, language).words - words_of(language).other_things for m in (x, y))
    return in_common(ours, theirs, words_of(language)) >= ENOUGH


def _minute(t: TimeSpan) -> int:
    return int(t.start[1:3]) * 60 + int(t.start[4:6])


def _on_two_days(a: Claim, b: Claim) -> bool:
    """Whether both clauses name a day, and none that can be the same: "on Sunday at 4", "noon on Monday"."""
    ours, theirs = ([t for t in c.times if t.grain == "day" and interval(t)] for c in (a, b))
    return bool(ours and theirs) and not any(overlap(s, t) for s in ours for t in theirs)


def _near(s: TimeSpan, t: TimeSpan, kind: str) -> bool:
    """Whether two times may be meant for one."""
    if "clock" in kind:
        return abs(_minute(s) - _minute(t)) <= HOURS
    x, y = interval(s), interval(t)
    if x is None or y is None:
        return False
    return kind == "end" or (kind == "day" and max(x[0] - y[1], y[0] - x[1]).days <= DAYS)


def is_told_too(m: Moment, other: Reading, language: Language) -> bool:
    """Whether the other report has a time, as exact, that agrees, and is not only that of a statement."""
    clock = m.time.grain == "minute"
    return any(
        o.grain in ("day", m.time.grain)
        and (o.grain == "minute") == clock
        and not (clock and (o.clock is None or o.start != o.end))
        and not (abs(_minute(o) - _minute(m.time)) > MINUTES if clock else apart(m.time, o))
        for c in other.claims
        for o in times_of(c, other, language)
    )
