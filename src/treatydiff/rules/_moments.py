"""When an act was, or is to be: the day, month or year and the time of day that a clause gives for its verb.

The act is a verb with what it is done to or who does it: "the gates were opened at three", "the fire broke
out during the night".  Two times of one act clash where no moment satisfies both; a report that tells an act
at two times tells of two.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from treatydiff.frozen import NamedTuple, replace
from treatydiff.language import Language
from treatydiff.model import AHEAD, Claim, Reading, TimeSpan
from treatydiff.rules import Pair, once_a_sentence, sentence
from treatydiff.rules._clauses import NOTHING, Event, Phrase
from treatydiff.rules._events import OTHER, UNLIKE, events_of, in_common, same_phrase
from treatydiff.rules._figures import shown
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import begins_later, times_of, value_of
from treatydiff.rules._stages import acts_of
from treatydiff.rules._when import EVENING, MINUTES, apart, comparable, distance, reach
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

OCCUR = "occur"
"""The act of what is on a day: the fair that is held, that takes place, that is planned for it."""
DAYS = ("day", "week", "month", "year")
DAY = 24 * 60
EARLY = 6 * 60
"""Minutes of a day up to which the night before lasts."""
LONG, DAWN = 4 * 60, 5 * 60
"""Minutes of a part of the day that may begin at midnight, as a morning may, where it begins before five."""
ALIKE = 0.6
"""From 0 to 1: above which it is sure enough that two things are one."""
VAGUE, GAP = 60, 60
"""Minutes that a time of day may span to be one of the clock; how far from such a time a part of the day may
end or begin to be another."""


class Moment(NamedTuple):
    """An act with its time."""

    act: str
    claim: Claim
    doer: Phrase
    thing: Phrase
    around: frozenset[str]
    """Stems of what else it is told with."""
    ahead: bool
    day: TimeSpan | None
    """The day, month or year."""
    clock: TimeSpan | None


@once_a_sentence
def moments(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Moment, ...]]:
    """The acts of a sentence's clauses with their times."""
    if not any(c.times for c in claims):
        return {c.index: () for c in claims}
    told = events_of(claims, reading, language)
    return {
        c.index: tuple(m for e in told[c.index] for m in _moments(e, claims, reading, language))
        if c.kind in ("body", "headline")
        else ()
        for c in claims
    }


def _moments(e: Event, claims: Sequence[Claim], reading: Reading, language: Language) -> Iterator[Moment]:
    p, words = e.predicate, words_of(language)
    if p.polarity < 0 or p.hedged or p.denied or p.status in ("possible", "attempted", "cancelled"):
        return
    times = _times(e, claims, reading, language)
    day = next((t for t in times if t.grain in DAYS or t.weekday is not None), None)
    clocks = [t for t in times if t.clock is not None]
    # "At three in the morning"
    clock = min(clocks, key=lambda t: _length(t), default=None)
    if day is None and clock is None:
        return
    around = frozenset(
        w for w in e.object.stems | e.rest.stems if w not in _no_parties(language) and not w.isdigit()
    )
    ahead = p.status in AHEAD or (
        p.status == "ongoing" and day is not None and bool(begins_later(day, reading))
    )
    if ahead and day is not None and day.relation == "since" and not p.state:
        # "Will apply from 1 July": that is when it begins.
        day = replace(day, relation="at")
    told = (e.claim, e.subject, e.object, around, ahead, day, clock)
    scheduling, occurring = planned(language)
    thing = e.object if e.object.head else e.subject
    if p.stem in scheduling and thing.head:
        # "The vote is set for Friday": that is when they vote, and when the vote is held.
        of_thing = (e.claim, NOTHING, thing, around, True, day, clock)
        yield Moment(OCCUR, *of_thing)
        for act in sorted({thing.head, *acts_of(thing.head, language)}):
            yield Moment(act, *of_thing)
    elif p.stem in occurring and thing.head and (p.passive or not e.object.head):
        yield Moment(OCCUR, e.claim, NOTHING, thing, around, ahead, day, clock)
    elif p.stem in undergoing(language) and e.object.head:
        # "He passed his medical on Tuesday": that is when it took place.
        yield Moment(OCCUR, *told)
    if p.stem not in words.light:
        for act in sorted({p.stem, *words.senses.get(p.stem, ()), *acts_of(p.stem, language)}):
            yield Moment(act, *told)


def _length(t: TimeSpan) -> int:
    return t.clock[1] - t.clock[0] if t.clock else DAY


@once_a_language
def planned(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of verbs that put something on a day, and of those that tell what is on that day."""
    keys = (language.words("calendar", key) for key in ("scheduling", "occurring"))
    scheduling, occurring = (frozenset(stems(words, language.code)) for words in keys)
    return scheduling, occurring


@once_a_language
def undergoing(language: Language) -> frozenset[str]:
    """Stems of verbs that tell what is on a day by its noun, which is their object."""
    return frozenset(stems(language.words("calendar", "undergoing"), language.code))


@once_a_language
def _no_parties(language: Language) -> frozenset[str]:
    """Stems of words that only say when."""
    words = words_of(language)
    return frozenset(stems(sorted(words.calendar), language.code)) | words.counts | words.units


def _times(e: Event, claims: Sequence[Claim], reading: Reading, language: Language) -> list[TimeSpan]:
    """The times that a clause gives for a verb: those nearer to it than to its other verbs."""
    verb, claim = e.predicate.span, e.claim
    others = [p.span for p in claim.predicates if p.span != verb and not p.noun]
    end = reach(verb, claim, reading, language)
    return [
        t
        for t in times_of(claim, reading, language)
        if t.span.start <= end and not any(distance(o, t.span) < distance(verb, t.span) for o in others)
    ]


def other_moments(pair: Pair) -> Iterator[tuple[TimeSpan, TimeSpan]]:
    """The times of one act that two linked clauses give, where no moment satisfies both."""
    left, right = pair.clauses(moments)
    for a in left:
        for b in right:
            if not _same_act(a, b, pair) or not (found := _apart(a, b)) or _told_too(a, b, pair):
                continue
            if shown(found[0], pair.left).lower() != shown(found[1], pair.right).lower():
                # "Last night", in the words of somebody, is whenever it was spoken.
                yield found


def of_two_subjects(pair: Pair) -> bool:
    """Whether two clauses tell of two things by other nouns: "rides are free", "the old route ends"."""
    ours, theirs = (
        [e.subject if _known(e.subject) else e.object for e in pair.clause(events_of, claim, reading)]
        for claim, reading in ((pair.link.left, pair.left), (pair.link.right, pair.right))
    )
    words = words_of(pair.language)
    same = [same_phrase(a, b, words) for a in ours for b in theirs if _known(a) and _known(b)]
    return bool(same) and not any(sure is None or sure > UNLIKE for sure in same)


def _known(phrase: Phrase) -> bool:
    return bool(phrase.head or phrase.back)


def act_on_two(pair: Pair) -> bool:
    """Whether two clauses tell one act of two things: "starts for cars", "will apply to lorries"."""
    left, right = pair.clauses(moments)
    same = [(a, b) for a in left for b in right if a.act == b.act and a.ahead == b.ahead]
    return bool(same) and not any(_agree(a, b, pair) for a, b in same)


def _told_too(a: Moment, b: Moment, pair: Pair) -> bool:
    """Whether a report tells the act at another time as well, or at the time of the other report."""
    for one, other, reading in ((a, b, pair.left), (b, a, pair.right)):
        for same_time in pair.whole(_by_act, reading)[one.act].values():
            fits, differs = not _apart(same_time[0], other), bool(_apart(same_time[0], one))
            for m in same_time if fits or differs else ():
                if m is one or (m.claim is one.claim and (m.day, m.clock) == (one.day, one.clock)):
                    continue
                if (fits and _same_act(m, other, pair)) or (differs and _agree(m, one, pair)):
                    return True
    return False


def _by_act(reading: Reading, language: Language) -> dict[str, dict[Hashable, list[Moment]]]:
    """The acts of a document, those of one kind and time together."""
    found: dict[str, dict[Hashable, list[Moment]]] = {}
    for claim in reading.claims:
        for m in moments(sentence(claim, reading), reading, language)[claim.index]:
            time = tuple([t and value_of(t) for t in (m.day, m.clock)])
            found.setdefault(m.act, {}).setdefault(time, []).append(m)
    return found


def _same_act(a: Moment, b: Moment, pair: Pair) -> bool:
    return a.act == b.act and a.ahead == b.ahead and _agree(a, b, pair)


def _agree(a: Moment, b: Moment, pair: Pair) -> bool:
    """Whether who does it and what it is done to are surely the same."""
    words = words_of(pair.language)
    if a.thing.other != b.thing.other or a.doer.other != b.doer.other:
        return False
    things = same_phrase(a.thing, b.thing, words) if a.thing.head and b.thing.head else None
    if things is not None and things <= ALIKE:
        return False
    doers = same_phrase(a.doer, b.doer, words) if a.doer.head and b.doer.head else None
    if doers is not None and doers <= UNLIKE:
        return False
    if things is not None:
        # "Holds talks with the Greens on Friday", "with the Reds on Monday"
        ours, theirs = (m.around - m.thing.stems for m in (a, b))
        return a.act != OCCUR or not ours or not theirs or in_common(ours, theirs, words) > 0
    if a.thing.head != "" != b.doer.head and not a.doer.head and not b.thing.head:
        # "The gates were opened", "the gates opened"
        return (same_phrase(a.thing, b.doer, words) or 0.0) > ALIKE
    if b.thing.head != "" != a.doer.head and not b.doer.head and not a.thing.head:
        return (same_phrase(b.thing, a.doer, words) or 0.0) > ALIKE
    if doers is None or doers <= OTHER:
        return False
    if a.thing.head or b.thing.head or _is_person(a.doer, words) or _is_person(b.doer, words):
        # "The ferry left Tarn", "the ferry sailed from Tarn"; a person comes and goes.
        return in_common(a.around, b.around, words) > 0
    # "The ban starts on 1 July for cars", "will apply to lorries from 1 August"
    return not a.around or not b.around or in_common(a.around, b.around, words) > 0


def _is_person(p: Phrase, words: Words) -> bool:
    return bool(p.entity) or p.people or p.head in words.people or p.head in words.bodies or p.head in p.names


def _apart(a: Moment, b: Moment) -> tuple[TimeSpan, TimeSpan] | None:
    """The times of two acts that cannot be one: two days, or two times of a day."""
    s, t = a.day, b.day
    if len({x.clock.zone if x.clock else "" for x in (a, b)}) > 1:
        # "On Monday at 11 p.m. GMT" may be Tuesday where the other report is.
        return None
    if s and t:
        if not comparable(s, t):
            return None
        if apart(s, t) and not (s.weekday is not None and s.weekday == t.weekday):
            return s, t
    if a.clock is None or b.clock is None:
        return None
    one, two = _span(a), _span(b)
    if s and t and s.weekday is not None and t.weekday is not None and s.weekday != t.weekday:
        # The evening of one day and the next one.
        shift = DAY if (s.weekday + 1) % 7 == t.weekday else -DAY
        two = (two[0] + shift, two[1] + shift)
    gap = min(max(x[0] - y[1], y[0] - x[1]) for x in _early(one, two) for y in _early(two, one))
    exact = _length(a.clock) <= VAGUE and _length(b.clock) <= VAGUE
    return (a.clock, b.clock) if gap > (MINUTES if exact else GAP) else None


def _span(m: Moment) -> tuple[int, int]:
    """First and last minute of the day; a night lasts up to the next morning."""
    assert m.clock and m.clock.clock
    low, high = m.clock.clock
    if high - low > LONG and low < DAWN:
        return 0, high
    return (low, DAY + EARLY) if high >= DAY - 1 and low >= EVENING else (low, high)


def _early(span: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    """A time of day, also as the hour after a night that the other one may be."""
    after = [(span[0] + DAY, span[1] + DAY)] if other[1] > DAY and span[1] <= DAY else []
    return [span, *after]
