"""Figures and times of two reports that are for one aspect of their event, and disagree.

Each report gives one value for it, and the other does not have that value: "was carrying 214 passengers" here
and "with 187 passengers" there, "talked for three hours" and "were closeted together for ninety minutes".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.align.added import ONE_STORY, pair_of
from treatydiff.align.ties import Tie
from treatydiff.days import timedelta
from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, TimeSpan
from treatydiff.rules._around import is_by
from treatydiff.rules._aspects import (
    CHANGES,
    OF,
    Aspect,
    Figure,
    Told,
    aspects,
    by_aspect,
    is_part_of_day,
)
from treatydiff.rules._figures import MANY, shown
from treatydiff.rules._periods import begins_later, far_apart, interval, is_dated, overlap, times_of
from treatydiff.rules._rivals import rivals, told_of_both
from treatydiff.rules._sizes import FAR, agree, alike_size
from treatydiff.rules._sums import told_otherwise
from treatydiff.rules._when import MIDNIGHT, apart

SURE = 0.8
"""How sure it is that two figures for one aspect are for the same."""
OF_EACH, TIME_OF_EACH = 0.8, 0.5
"""How likely it must be that both tell one story, for figures and for times of what each of several has."""
KINDS = FIGURE, CLOCK, DAY = "figure", "clock", "day"
"""What is compared with its like alone: an event has its day and its time of day."""
SPAN_FAR = 15.0
"""Spans of time of one thing are hardly further apart than by this factor."""
DAYS = timedelta(14)
"""From here on what is over in one report is another thing than what is to come in the other."""


def aspect_ties(
    left: Reading, right: Reading, language: Language, story: float
) -> Iterator[tuple[Tie, bool]]:
    """The ties, each with whether it is of times; `story` is how likely the reports tell one story."""
    if story < ONE_STORY:
        return
    ours, theirs = by_aspect(left, language), by_aspect(right, language)
    for key in sorted(ours.keys() & theirs.keys()):
        aspect = aspects(language)[key.partition(OF)[0]]
        for kind in KINDS:
            a, b = (_of_kind(told[key], kind) for told in (ours, theirs))
            near = aspect.slack
            if not a or not b or not _is_one(a, near) or not _is_one(b, near):
                continue
            x, y = a[0], b[0]
            if _differ(x.figure, y.figure, near) and (
                _clash(x.figure, y.figure, left, right, language, aspect.since)
                and not (_by_then(x, y, language) or _by_then(y, x, language))
                and not (
                    aspect.each
                    and (
                        story < (OF_EACH if kind == FIGURE else TIME_OF_EACH)
                        or rivals(x.claim, y.claim, left, right)
                        or _of_two_speakers(x.claim, y.claim)
                        or (kind != FIGURE and told_of_both(pair_of(x.claim, y.claim, left, right, language)))
                    )
                )
                and not _follows(aspect, x, y, left, right)
            ):
                detail = f"{shown(x.figure, left)} / {shown(y.figure, right)}"
                yield Tie(x.claim, y.claim, SURE, detail), kind != FIGURE


def _of_two_speakers(a: Claim, b: Claim) -> bool:
    """Whether both figures are quoted, from two people: each may tell of a thing of his own."""
    return bool(a.quotes and b.quotes and a.speaker and b.speaker) and a.speaker != b.speaker


def _of_kind(found: Sequence[Told], kind: str) -> list[Told]:
    return [t for t in found if _kind(t.figure) == kind]


def _kind(figure: Figure) -> str:
    if not isinstance(figure, TimeSpan):
        return FIGURE
    return CLOCK if figure.grain == "minute" else DAY


def _is_one(found: Sequence[Told], near: float) -> bool:
    """Whether all figures of a report for an aspect may be one."""
    return all(not _differ(found[0].figure, other.figure, near) for other in found[1:])


def _differ(a: Figure, b: Figure, near: float) -> bool:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return not agree(a, b) and not alike_size(a, b, 1 + near)
    if isinstance(a, TimeSpan) and isinstance(b, TimeSpan):
        return (a.grain == "minute") == (b.grain == "minute") and apart(a, b)
    return True


def _clash(a: Figure, b: Figure, left: Reading, right: Reading, language: Language, since: bool) -> bool:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        far = SPAN_FAR if a.unit == "day" else FAR
        if agree(a, b) or not alike_size(a, b, far):
            return False
        return not (is_told(a, right, language) or is_told(b, left, language))
    if isinstance(a, TimeSpan) and isinstance(b, TimeSpan):
        # What is so from a day ahead begins on that day.
        a, b = (
            _at(t) if t.relation == "since" and (since or begins_later(t, r)) else t
            for t, r in ((a, left), (b, right))
        )
        if _same_weekday(a, b) and not (is_dated(a, left) and is_dated(b, right)):
            # A Friday here and a Friday there are a week apart only as one of them is read.
            return False
        if (
            _comparable(a, b)
            and apart(_at(a), _at(b))
            and not (_has(a, right, language) or _has(b, left, language))
        ):
            # "The trial began on 20 May", "the trial begins in July"
            return begins_later(a, left) == begins_later(b, right) or not far_apart(a, b, DAYS)
    return False


def _by_then(x: Told, y: Told, language: Language) -> bool:
    """Whether a report has a thing done by a time, "put out by midnight", before which the other has it."""
    a, b = x.figure, y.figure
    if not isinstance(a, TimeSpan) or not isinstance(b, TimeSpan) or x.claim.status != "done":
        return False
    if a.relation != "until" or not is_by(a, x.claim, language):
        return False
    if a.clock and b.clock:
        return b.clock[0] <= (a.clock[1] or MIDNIGHT)
    one, two = interval(a), interval(b)
    return one is not None and two is not None and two[0] <= one[1]


def _follows(aspect: Aspect, x: Told, y: Told, left: Reading, right: Reading) -> bool:
    """Whether one figure may be what became of the other by a later day."""
    a, b = x.figure, y.figure
    if isinstance(a, TimeSpan) or isinstance(b, TimeSpan):
        return False
    if not aspect.course:
        return False
    days = [[t for t in told.claim.times if t.grain == "day"] for told in (x, y)]
    if days[0] and days[1] and not any(overlap(s, t) for s in days[0] for t in days[1]):
        return True
    one, two = left.document.published, right.document.published
    if one is None or two is None or one == two:
        return False
    early, late = (a, b) if one < two else (b, a)
    return aspect.course == CHANGES or early.low < late.low


def _same_weekday(a: TimeSpan, b: TimeSpan) -> bool:
    return a.weekday is not None and a.weekday == b.weekday and a.grain == b.grain == "day"


def _comparable(a: TimeSpan, b: TimeSpan) -> bool:
    if (a.grain == "minute") != (b.grain == "minute") or "unknown" in (a.grain, b.grain):
        return False
    if any(t.relation in ("before", "after", "since") and t.grain != "minute" for t in (a, b)):
        return False
    if a.start[:1] == "P" or b.start[:1] == "P":
        return False
    both = a.grain == b.grain == "minute"
    if bool(interval(a)) != bool(interval(b)) or (
        not interval(a) and not both and a.start[:2] != b.start[:2]
    ):
        # "Tuesday" may be 6 January, in a report of which nothing says when it is from.
        return False
    return a.grain != "minute" or a.zone == b.zone


def _at(t: TimeSpan) -> TimeSpan:
    return replace(t, relation="at")


def _has(t: TimeSpan, other: Reading, language: Language) -> bool:
    """Whether the other report has a time, as exact, that agrees, and is not only that of a statement."""
    return any(
        o.grain == t.grain and not is_part_of_day(o) and _comparable(t, o) and not apart(_at(t), _at(o))
        for c in other.claims
        for o in times_of(c, other, language)
    )


def is_told(q: Quantity, other: Reading, language: Language) -> bool:
    """Whether the other report has the figure, for a thing of the same noun or unit, or large."""
    for c in other.claims:
        for o in c.quantities:
            same = bool(q.unit) or q.low > MANY or q.noun[-1:] == o.noun[-1:]
            if o.unit == q.unit and same and o.low == o.high and agree(q, o):
                return True
    return told_otherwise(q, other)
