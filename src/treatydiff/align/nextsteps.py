"""The next steps of one event: times ahead of two reports that are of one step, and do not agree.

Reports of one event look ahead to the same few steps: the vote, the verdict, the last day of the works.  So
two times ahead of which either report has one, and the other has not, are of the same step where their
sentences have a telling word in common, however it is told: "the last tyre will leave the line on 30
September", "tyres are made until Christmas".  The only ones of either may be the end of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.align.added import pair_of
from treatydiff.align.features import WORD, Signs
from treatydiff.align.ties import Tie
from treatydiff.align.words import Bag, bag
from treatydiff.frozen import NamedTuple, replace
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, TimeSpan
from treatydiff.rules import Pair, sentence
from treatydiff.rules._around import begins, ends, is_length, is_told
from treatydiff.rules._figures import at_odds, other_names, shown
from treatydiff.rules._figures import words_of as figure_words
from treatydiff.rules._moments import act_on_two, of_two_subjects
from treatydiff.rules._onemore import OneMore, one_more
from treatydiff.rules._periods import as_far, begins_later, interval, is_dated, times_of
from treatydiff.rules._rivals import rivals
from treatydiff.rules._when import apart

SURE = 0.7
"""How sure it is that two times ahead that are left over are of one step."""
MOST = 3
"""So many times ahead may be left over in either report."""
TELLING = 1.0
"""How many telling words two sentences must have in common, unless both times are ends."""


class _Step(NamedTuple):
    time: TimeSpan
    claim: Claim
    days: int
    """How far ahead it is."""
    near: Bag
    more: OneMore


def next_steps(left: Reading, right: Reading, language: Language, signs: Signs) -> Iterator[Tie]:
    """The times ahead that are of one step and do not agree."""
    if at_odds(left, right, language):
        return
    ours, theirs = _left_over(left, right, language), _left_over(right, left, language)
    if not 0 < _values(ours) <= MOST or not 0 < _values(theirs) <= MOST:
        return
    alone = _values(ours) == _values(theirs) == 1
    tied = []
    for x in ours:
        for y in theirs:
            shared = signs.common(signs.seen(x.near), signs.seen(y.near)) / WORD
            again = alone and shared > 0 and not x.more.what.isdisjoint(y.more.what)
            if shared >= TELLING or again or (alone and _both_end(x, y, left, right, language)):
                tied.append((x, y))
    for x, y in tied if len({(x.time.start, y.time.start) for x, y in tied}) == 1 else ():
        pair = pair_of(x.claim, y.claim, left, right, language)
        if _fit(x, y, pair) and not (other_names(pair) or act_on_two(pair)):
            yield Tie(x.claim, y.claim, SURE, f"{shown(x.time, left)} / {shown(y.time, right)}")


def _both_end(x: _Step, y: _Step, left: Reading, right: Reading, language: Language) -> bool:
    """Whether something ends at either time that may be one thing."""
    pair = pair_of(x.claim, y.claim, left, right, language)
    both = ends(x.time, x.claim, language) and ends(y.time, y.claim, language)
    return both and not of_two_subjects(pair)


def _values(steps: Sequence[_Step]) -> int:
    return len({(s.time.start, s.time.end) for s in steps})


def _left_over(reading: Reading, other: Reading, language: Language) -> list[_Step]:
    """The times ahead of a report that the other one has not, however vaguely."""
    told = [
        t
        for c in other.claims
        for t in c.times
        # "It was the second attempt this week" tells of no day ahead.
        if t.grain not in ("minute", "unknown")
        and (t.grain == "day" or begins_later(t, other) or c.status != "done")
    ]
    published = reading.document.published
    return [
        _Step(
            t,
            claim,
            (days[0] - published).days,
            _words(claim, reading, language),
            one_more(claim, reading, language),
        )
        for claim in reading.claims
        if claim.times and is_told(claim)
        for t in times_of(claim, reading, language)
        if t.grain not in ("minute", "unknown") and t.relation not in ("before", "after")
        if not is_length(t, claim, language)
        if published and begins_later(t, reading) and (days := interval(t))
        if not any((o.grain != "year" or t.grain == "year") and not apart(_at(t), _at(o)) for o in told)
    ]


def _words(claim: Claim, reading: Reading, language: Language) -> Bag:
    """The words of a claim's sentence, but for its times; of "it runs until Monday" those before it too."""
    times = {k for c in sentence(claim, reading) for t in c.times for k in range(t.span.start, t.span.end)}
    tokens = reading.passages[claim.passage].tokens
    if tokens and tokens[0].norm in figure_words(language).taking_up and claim.passage:
        tokens = (*reading.passages[claim.passage - 1].tokens, *tokens)
    return bag([x for x in tokens if x.start not in times], language)


def _fit(x: _Step, y: _Step, pair: Pair) -> bool:
    """Whether two times may be of one step: of a like grain, as far ahead, no start and end, of no rivals."""
    s, t, left, right, language = x.time, y.time, pair.left, pair.right, pair.language
    if (s.grain == "year") != (t.grain == "year"):
        return False
    if s.weekday is not None and s.weekday == t.weekday and not (is_dated(s, left) and is_dated(t, right)):
        # "Thursday" here and "tomorrow" there are a week apart only as one of them is read.
        return False
    if any(
        begins(p.time, p.claim, language) and ends(q.time, q.claim, language) for p, q in ((x, y), (y, x))
    ):
        return False
    if not as_far(x.days, y.days) or rivals(x.claim, y.claim, left, right):
        return False
    return x.more.fits(y.more)


def _at(t: TimeSpan) -> TimeSpan:
    return replace(t, relation="at")
