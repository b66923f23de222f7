"""One fact, told more exactly here than there, or brought up to date.

A figure or time that the other report gives more loosely ("some 300" and 312, 4:52 and "shortly before five",
"in March" and 12 March), or a toll that has risen since the earlier report.  Both hold; it is no clash.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Quantity, Reason, TimeSpan
from treatydiff.rules import Example, Keys, Pair, Told, in_both
from treatydiff.rules._figures import MOST, same_thing, shown, things_of
from treatydiff.rules._periods import interval, other_period, overlap
from treatydiff.rules._sizes import agree
from treatydiff.rules.number import grows

LINKED = 45.0
"""What a link must score for its figures and times to be of one thing."""
MINUTES = 10
"""How far apart two times of day may be that are one, told more or less exactly."""

SOFT = True
"""Run on links that are shown alone."""

EXAMPLES = (
    Example("Some 300 families fled the town.", "312 families fled the town.", True),
    Example("At least 12 people died in the storm.", "Fifteen people died in the storm.", True),
    Example("The quake hit at 4:52 a.m.", "The quake hit shortly before five o'clock in the morning.", True),
    Example("More than a thousand homes were destroyed.", "1,150 homes were destroyed.", True),
    Example(
        "Ten people died in the storm.", "Sixteen people died in the storm.", True, "2024-05-01", "2024-05-02"
    ),
    Example("The pact was signed in March 2023.", "The pact was signed on 12 March 2023.", True),
    Example("Dozens of soldiers were wounded.", "Some 40 soldiers were wounded.", True),
    Example("Up to 80 people were hurt in the crash.", "64 people were hurt in the crash.", True),
    Example("The council met in the morning.", "The council met in the afternoon.", False),
    Example("Twelve people died in the storm.", "12 people died in the storm.", False),
    Example("Twelve people died in the storm.", "Fifteen people were hurt in the storm.", False),
    Example("The pact was signed on 12 March 2023.", "The pact was signed on March 12, 2023.", False),
    Example("The storm came.", "Fifteen people were hurt in the storm.", False),
    Example("The quake hit at 4:52 a.m.", "The quake hit at 4:52 a.m.", False),
    Example("The fine is £3m.", "The fine is $4m.", False),
    Example("Ten ships sank.", "Ten houses burned.", False),
    Example("He spoke on Monday.", "He spoke on Monday.", False),
)


def keys(told: Told) -> Keys:
    """What the claim's figures are of, and whether it gives a time."""
    times = (("time", ""),) if told.claim.times else ()
    return in_both(
        (*times, *(thing for q in told.claim.quantities[:MOST] for thing in things_of(q, told.language)))
    )


def judge(pair: Pair) -> Iterator[Reason]:
    """A softer difference for the first figure, or else the first time, that one side gives more loosely."""
    left, right = pair.link.left, pair.link.right
    if pair.link.score < LINKED:
        return
    for a in left.quantities[:MOST]:
        for b in right.quantities[:MOST]:
            if same_thing(a, b, pair) < 0.5 or other_period(a, b, pair):
                continue
            if agree(a, b):
                if (a.low, a.high) != (b.low, b.high) and (a.approximate or b.approximate):
                    yield _looser(a, b, pair)
                    return
            elif grows(a, b, pair):
                one, two = shown(a, pair.left), shown(b, pair.right)
                words = f"{{left}} gives “{one}”, {{right}} “{two}”: the later report has the larger count."
                sides = (a.span,), (b.span,)
                yield Reason(
                    "precision",
                    "difference",
                    f"{one} / {two}",
                    words,
                    *sides,
                    "possible",
                    "The count has risen.",
                )
                return
    for s in left.times:
        for t in right.times:
            if (s.start, s.end, s.clock) != (t.start, t.end, t.clock) and (_near(s, t) or _holds(s, t)):
                yield _looser(s, t, pair)
                return


def _looser(a: Quantity | TimeSpan, b: Quantity | TimeSpan, pair: Pair) -> Reason:
    """Two figures or times that agree, one of them vaguer."""
    one, two = shown(a, pair.left), shown(b, pair.right)
    words = f"“{one}” in {{left}} and “{two}” in {{right}} agree, one more exact than the other."
    detail, sides = f"{one} / {two}", ((a.span,), (b.span,))
    return Reason("precision", "difference", detail, words, *sides, "likely", "Both hold.")


def _near(s: TimeSpan, t: TimeSpan) -> bool:
    """Whether two times of day touch, give or take a few minutes."""
    if not s.clock or not t.clock or not s.grain == t.grain == "minute":
        return False
    # A morning ends when the afternoon begins.
    slack = 0 if s.clock[0] < s.clock[1] and t.clock[0] < t.clock[1] else MINUTES
    return s.clock[0] - slack < t.clock[1] and t.clock[0] - slack < s.clock[1]


def _holds(s: TimeSpan, t: TimeSpan) -> bool:
    """Whether two spans of days have a day in common, one of them told by a larger unit."""
    return s.grain != t.grain and bool(interval(s) and interval(t)) and overlap(s, t)
