"""Two different times for one event.

Both reports say when the same thing happened or is due, and no day, month, year or minute satisfies both:
weekdays, dates and words such as "yesterday" are resolved against each report's own day of publication, and
a vaguer time agrees with any that lies within it.  Where the clauses share no other word, the ends of a span
that each report gives once ("by 14 October", "until 4 November") are taken for one, unless other nouns tell
of two things.  So are the only steps ahead that either report has and the other has not, where they share a
word; and a thing happened last at one time alone ("the first since 2011", "when it last did, in 2014").
Days on which somebody said something do not count, nor do times of a day in different zones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator
from itertools import accumulate

from treatydiff.days import timedelta
from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import AHEAD, Claim, Reading, Reason, TimeSpan
from treatydiff.rules import Example, Keys, Pair, Told, in_both, sentence
from treatydiff.rules._around import context, ends, is_told
from treatydiff.rules._aspects import is_part_of_day, other_aspects
from treatydiff.rules._clauses import Event
from treatydiff.rules._events import alike, enough, same_parties
from treatydiff.rules._figures import ONE_MOMENT, other_names, shown, tied, words_of
from treatydiff.rules._moments import moments, of_two_subjects, other_moments, planned
from treatydiff.rules._onemore import one_more
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._periods import (
    begins_later,
    far_apart,
    interval,
    is_ahead,
    is_dated,
    times_of,
    value_of,
)
from treatydiff.rules._rivals import of_one_deed, of_two_sums
from treatydiff.rules._when import apart, bound, comparable, reach
from treatydiff.rules._words import contrasted, first_told, meanings

WITHIN_A_REPORT = True
"""Also run on what one report says twice."""
LINKED, FAIR, WEAK = 60.0, 45.0, 15.0
"""How strong a link must be: for weekdays, for dates of the past, for dates ahead."""
SURE, FEW, SURER = 75.0, 3, 85.0
"""A link that needs no common word where one side has few words besides the date, and where not."""
RECENT, YEAR = 31, 365
"""Days from a report within which a time is of these days, and beyond which of another year."""
TIED_SURELY = 0.8
"""From here on times that the alignment ties are sure to be of one thing."""
ONE_EVENT = 0.75
"""How sure it must be that two predicates tell what one did, where their sentences share too few words."""
COPIED = 97.0
"""From here on a sentence is word for word the other's, but for a few."""
MONTH_AND_DAY = 3
"""Words of a month, and of a day with its month, that tell no year."""
YEARLY = timedelta(200)
"""From here on what is over and what is to come may be this year's and the next one's."""
FAR = timedelta(21)
"""From here on two ends that nothing but their being ends ties are hardly one."""

EXAMPLES = (
    Example(
        "The Tarn film fair opened on 31 May with a gala.",
        "The next Tarn film fair will open on 30 May 2025 with a gala.",
        False,
        "2024-06-08",
        "2024-06-09",
    ),
    Example(
        "The pact will enter into force on 1 July 2026.",
        "The pact will enter into force on Jan. 1, 2026.",
        True,
    ),
    Example("The final vote is scheduled for Dec. 12.", "The final vote is set for December 17.", True),
    Example(
        "The Chess Federation said it would rule on the matter on Feb. 6.",
        "A ruling in Oslo is due on 11 February.",
        True,
        "2024-01-30",
        "2024-01-30",
    ),
    Example("The ship sank on Monday.", "The ship sank on Tuesday.", True),
    Example(
        "A first rise will be paid from April 1, the remainder from January.",
        "The first part of the rise takes effect on September 1, the second in January.",
        True,
        "2024-03-05",
        "2024-03-05",
    ),
    Example("The ship sank yesterday.", "The ship sank on Friday.", True, "2024-05-01", "2024-05-01"),
    Example("The quake struck the island at 4:52 a.m.", "The quake struck the island at 7:30 a.m.", True),
    Example("The bridge was built in 1988.", "The bridge was built in 1996.", True),
    Example("Ruritania joined the bloc in March 2019.", "Ruritania joined the bloc in June 2019.", True),
    Example("The court dismissed the appeal on 3 May.", "The court dismissed the appeal on 4 May.", True),
    Example("The gunman came in at 4 p.m.", "The gunman gave up at 6 p.m.", False),
    Example("The ship sank on Tuesday.", "The ship sank yesterday.", False, "2024-05-02", "2024-05-01"),
    Example("The ship sank on 30 April.", "The ship sank yesterday.", False, "2024-05-02", "2024-05-01"),
    Example("The pact was signed in March 2023.", "The pact was signed on 12 March 2023.", False),
    Example(
        "The tour will end on 14 September.", "The tour ends in September.", False, "2024-07-30", "2024-07-31"
    ),
    Example("The quake hit at 4:52 a.m.", "The quake hit shortly before five o'clock in the morning.", False),
    Example("The ship sank, the navy said on Monday.", "The ship sank, the minister said on Tuesday.", False),
    Example("The ship sank on Monday.", "The crew was buried on Thursday.", False),
    Example(
        "A quake struck the Marlow valley on Saturday.",
        "The toll of the quake in the Marlow valley rose to 31 on Monday.",
        False,
    ),
    Example(
        "The toll of the ferry fire rose again on Monday.",
        "The toll from Saturday's ferry fire rose again.",
        False,
    ),
    Example(
        "“The town slept badly last night,” the mayor said.",
        "“The town slept badly last night,” said the mayor.",
        False,
        "2024-05-01",
        "2024-05-02",
    ),
    Example("The quake hit at 4:52 a.m. GMT.", "The quake hit at 7:52 a.m. EET.", False),
    Example("The ship sank on Tuesday at 2 a.m.", "The ship sank on Monday at 11 p.m. GMT.", False),
    Example(
        "The council will decide in May on the ban.", "The council decided in January on the ban.", False
    ),
    Example("The ferry left at 8 a.m.", "The ferry was to have left at 7 a.m.", False),
    Example("The ship sank on Monday.", "The ship sank.", False),
    Example("The gates were opened on Friday evening.", "The gates were opened at 5 a.m. on Saturday.", True),
    Example("The mill fire broke out during the night.", "The mill fire started at lunchtime.", True),
    Example("The trial will begin in May.", "The trial will start on 3 June.", True),
    Example("The gates were opened in the night.", "The gates were opened at 3 a.m.", False),
    Example("Ada Holm left at noon.", "Ada Holm left the court at 5 p.m.", False),
    Example(
        "Ada Holm said talks with insurers would begin in April.",
        "Ada Holm, the firm's chief executive, wants to start talks with insurers in April.",
        False,
        "2024-01-26",
        "2024-01-27",
    ),
    Example(
        "A court ruled against the mill on Tuesday.", "A court had ruled against the mill in 2023.", False
    ),
    Example(
        "The shareholders vote on the plan at an extraordinary meeting on April 9.",
        "The owners vote on the plan at a special meeting on April 23.",
        True,
    ),
    Example("The queen arrives in Tarn on 5 June.", "In Tarn, the king is due on 6 June.", False),
    Example(
        "The mill expects sales of 900 million crowns in 2026.",
        "Next year the mill expects sales of 400 million crowns; in the year after, of 900 million crowns.",
        False,
        "2024-05-08",
        "2024-05-08",
    ),
    Example("The dyke gave way on Sunday.", "On Monday the dyke gave way again.", False),
    Example("The dyke gave way again on Sunday.", "On Monday the dyke gave way again.", True),
    Example("Rides on the tram are free until 10 June.", "The old bus route ends on 30 June.", False),
    Example(
        "The mill burned down in the night of Oct. 8, 2021.",
        "Everybody remembers when the mill burned down, in the night of October 18, 2021.",
        True,
        "2023-05-08",
        "2023-05-08",
    ),
    Example(
        "Tarn Rovers winger Ivo Lind was arrested for drunken driving in Tarn early on Tuesday morning.",
        "Karl Brandt of Tarn Rovers was arrested for drunken driving early on Sunday morning in Tarn.",
        False,
        "2024-05-08",
        "2024-05-08",
    ),
)


def keys(told: Told) -> Keys:
    """Whether the claim gives a time, and what it tells of which it gives one day."""
    found: set[str] = {"time"} if told.claim.times else set()
    days = told.of(bound)
    for p in told.claim.predicates:
        if len(days[p.span]) == 1:
            found.update([f"act {sense}" for sense in meanings(p.stem, told.language)])
    found |= {f"moment {m.act}" for m in told.clause(moments)}
    return in_both(found)


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two times that no moment satisfies and that are told of one event."""
    found = next(_of_one_link(pair), None)
    if found is None and (other := next((m for m in other_moments(pair) if not _long_ago(*m, pair)), None)):
        found = _reason(*other, pair, False)
    if found is not None and not (contrasted(pair) or of_two_sums(pair) or _once_more(pair)):
        yield found


def _once_more(pair: Pair) -> bool:
    """Whether only one clause tells of what was done once more: "on Monday the rail gave way again".

    Or one of the first and the other of the last of several.
    """
    a, b = pair.link.left, pair.link.right
    ours, theirs = pair.both(one_more)
    if ours.is_other_end(theirs):
        return True
    # But "they meet again on Monday", "talks go on on Tuesday"
    return a.status == b.status == "done" and (ours.is_only_one(theirs) or theirs.is_only_one(ours))


def _long_ago(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether one of two times of weakly linked clauses is of these days, and the other of another year."""
    if pair.link.score >= LINKED:
        return False
    far = []
    for time, reading in ((s, pair.left), (t, pair.right)):
        days, published = interval(time), reading.document.published
        if days is None or published is None:
            return False
        far.append(min(abs((day - published).days) for day in days))
    return min(far) < RECENT and max(far) > YEAR


def _of_one_link(pair: Pair) -> Iterator[Reason]:
    """The clash of two times whose clauses the alignment ties, or that are told of one event."""
    left, right = pair.link.left, pair.link.right
    if not left.times or not right.times:
        if apart_days := _of_one_event(pair):
            yield _reason(*apart_days, pair, False)
        return
    if found := _tied(pair):
        s, t, sure = found
        if (
            sure < TIED_SURELY
            and s.grain == "minute"
            and not _ending(s, t, pair)
            and not _same_act(s, t, pair)
        ):
            # "Came in at 4 p.m.", "gave up at 6 p.m."
            return
        if _copied(s, t, pair) or _same_words(s, t, pair) or other_aspects(s, t, pair) or _other_course(pair):
            return
        ahead = begins_later(s, pair.left) and begins_later(t, pair.right)
        until = {s.relation, t.relation} & {"until"} and s.relation != t.relation
        if sure < TIED_SURELY and not ahead and until and far_apart(s, t, FAR):
            # "Ended on 3 May" and "must answer by 26 July" are two ends.
            return
        yield _reason(s, t, pair, sure >= TIED_SURELY and pair.link.score >= LINKED)
        return
    if pair.link.score < WEAK:
        return
    if apart_days := _of_one_event(pair):
        yield _reason(*apart_days, pair, pair.link.score >= LINKED)
        return
    if in_step := _in_step(pair):
        yield _reason(*in_step, pair, False)
        return
    if any(
        comparable(s, t) and not apart(s, t) and not (is_part_of_day(s) and is_part_of_day(t))
        for s in left.times
        for t in right.times
    ):
        # One time in common is enough, but "at night" here and there says nothing.
        return
    for s in times_of(left, pair.left, pair.language):
        for t in times_of(right, pair.right, pair.language):
            if not comparable(s, t) or not apart(s, t):
                continue
            exact = is_dated(s, pair.left) and is_dated(t, pair.right)
            ahead = exact and is_ahead(s, pair.left) and is_ahead(t, pair.right)
            if pair.link.score < (WEAK if ahead else FAIR if exact else LINKED):
                continue
            if begins_later(s, pair.left) != begins_later(t, pair.right) and far_apart(s, t, YEARLY):
                # "The fair opened on 31 May", "next year's opens on 30 May"
                continue
            if not exact and s.weekday is not None and s.weekday == t.weekday:
                # "Thursday" here and "tomorrow" there, a week apart only as one of them is read.
                continue
            if _same_words(s, t, pair) or _other_zones(s, t, pair) or _copied(s, t, pair):
                continue
            if other_aspects(s, t, pair) or _other_course(pair):
                continue
            if _told(s, pair.right, right, exact, pair) or _told(t, pair.left, left, exact, pair):
                continue
            same_act, days = _same_act(s, t, pair), s.grain == t.grain == "day"
            if not exact and (not same_act or _is_spoken(s, t, pair)):
                # It struck on Saturday, its toll rose on Monday; "last night" is whenever it was spoken.
                continue
            if days and not (ahead or same_act) and of_two_subjects(pair):
                # "The rota was brought in on 1 September", "a draft of it was shown on 20 May"
                continue
            if not exact and {s.grain, t.grain} == {"day", "year"}:
                # "Ruled on Tuesday", "had ruled in 2023"
                continue
            here, there = context(s, left, pair.language), context(t, right, pair.language)
            common = here & there
            # "The ban was passed on 10 May", "the ban takes effect on 3 June": what was done tells more.
            acts = all(pair.both(_tells_act)) and not same_act
            # Two calendar dates are seldom of two things; two weekdays often are.
            short = min(len(here), len(there)) <= FEW
            bare = exact and pair.link.score >= (SURE if short or ahead else SURER)
            bare = bare and days and is_told(left) and is_told(right) and not acts
            bare = bare and bool(common or of_one_deed(pair))
            parts = words_of(pair.language).apart
            needed = 1 if exact and ((days and not acts) or (pair.link.score >= SURE and same_act)) else 2
            if (len(common) < needed and not bare) or here & parts != there & parts:
                continue
            if other_names(pair) or _namesakes(left, right):
                continue
            sure = pair.link.score >= LINKED and bool(common)
            yield _reason(s, t, pair, sure)
            return


def _in_step(pair: Pair) -> tuple[TimeSpan, TimeSpan] | None:
    """The only times that differ of two clauses that give times one after another, the others alike.

    "A first rise is paid from 1 April, the rest from January", "the first from 1 September, the second in
    January".
    """
    if pair.link.score < LINKED:
        return None
    left, right = (
        # What is so from a day ahead begins on that day.
        [
            replace(t, relation="at") if t.relation == "since" and begins_later(t, reading) else t
            for t in times
        ]
        for claim, reading in ((pair.link.left, pair.left), (pair.link.right, pair.right))
        for times in [sorted(times_of(claim, reading, pair.language), key=lambda t: t.span.start)]
    )
    if len(left) != len(right) or len(left) < 2 or not all(map(comparable, left, right)):
        return None
    if not pair.link.left.predicates or not pair.link.right.predicates or any(t.clock for t in left):
        # Two stamps: "May 2, 2013, 1:12 PM"
        return None
    differ = [(s, t) for s, t in zip(left, right, strict=True) if apart(s, t)]
    s, t = differ[0] if len(differ) == 1 else (None, None)
    if s is None or t is None or other_aspects(s, t, pair) or _copied(s, t, pair):
        return None
    exact = is_dated(s, pair.left) and is_dated(t, pair.right)
    told = _told(s, pair.right, pair.link.right, exact, pair) or _told(
        t, pair.left, pair.link.left, exact, pair
    )
    return None if told or other_names(pair) else (s, t)


def _of_one_event(pair: Pair) -> tuple[TimeSpan, TimeSpan] | None:
    """The only days that two clauses give for what they tell of the same one, where they are two days."""
    ours, theirs = pair.both(bound)
    if not any(ours.values()) or not any(theirs.values()):
        return None
    for a, b, sure in same_parties(pair):
        if sure < ONE_EVENT or not enough(sure, pair.link.score):
            continue
        one, two = ours[a.predicate.span], theirs[b.predicate.span]
        if len(one) != 1 or len(two) != 1 or not comparable(one[0], two[0]):
            continue
        s, t = one[0], two[0]
        if not apart(s, t) or (s.grain == "day" and s.weekday == t.weekday) or _is_spoken(s, t, pair):
            continue
        if _other_names(a, b) or _same_words(s, t, pair) or _other_zones(s, t, pair) or _copied(s, t, pair):
            continue
        if other_aspects(s, t, pair):
            continue
        if not (_told_of(s, b, pair.right, pair) or _told_of(t, a, pair.left, pair)):
            return s, t
    return None


def _other_course(pair: Pair) -> bool:
    """Whether one clause has ahead what the other tells as done: "will gather on 9 May", "met on 2 May"."""
    words = clause_words(pair.language)
    courses = {
        "done" in (p.status, q.status) and not AHEAD.isdisjoint((p.status, q.status))
        for p in pair.link.left.predicates
        for q in pair.link.right.predicates
        if alike(p.stem, q.stem, words)
    }
    return courses == {True}


def _ending(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether both times tell when something ends."""
    return ends(s, pair.link.left, pair.language) and ends(t, pair.link.right, pair.language)


def _namesakes(left: Claim, right: Claim) -> bool:
    """Whether two claims name two of one kind: Storm Ada here, and Storm Ivo there."""
    ours, theirs = ({n.entity for n in c.names if n.resolution == "name"} for c in (left, right))
    pairs = ((set(n.split()), set(m.split())) for n in ours - theirs for m in theirs - ours)
    return any(one & two and one - two and two - one for one, two in pairs)


def _other_names(a: Event, b: Event) -> bool:
    """Whether two events are told of different bearers of one name: Storm Ada and Storm Ivo."""
    one, two = (e.subject.names | e.object.names | e.rest.names for e in (a, b))
    return bool(one & two and one - two and two - one)


def _other_zones(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether two days that follow each other may be one moment, told by clocks of different zones."""
    zones = [{x.zone for x in c.times if x.clock} for c in (pair.link.left, pair.link.right)]
    if zones[0] == zones[1] or s.weekday is None or t.weekday is None:
        return False
    return (s.weekday - t.weekday) % 7 in (1, 6) and zones[0] | zones[1] != {""}


def _copied(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether a sentence is taken over with "today", which counts from the day on which it was first told."""
    if pair.link.score < COPIED or s.weekday is None or t.weekday is None:
        return False
    weekdays = pair.language.values("calendar", "weekdays")
    named = [
        any(w in weekdays for w in shown(x, reading).lower().split())
        for x, reading in ((s, pair.left), (t, pair.right))
    ]
    return named[0] != named[1] and (s.weekday - t.weekday) % 7 in (1, 6)


def _same_words(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether both reports say it in the same words, which only their own dates put apart: "last week".

    So may a month and a day in it, both without a year: "ends in May" may be read as last year's.
    """
    one, two = shown(s, pair.left).lower(), shown(t, pair.right).lower()
    if one == two:
        return True
    days, words = interval(s), len(one.split()) + len(two.split())
    other = interval(t)
    if days is None or other is None or {s.grain, t.grain} != {"day", "month"} or words > MONTH_AND_DAY:
        return False
    return days[0].month == other[0].month


def _told_of(t: TimeSpan, event: Event, other: Reading, pair: Pair) -> bool:
    """Whether the other report has a time that agrees for what its event tells, in whatever sentence."""
    words = clause_words(pair.language)
    return any(
        comparable(t, o) and not apart(t, o)
        for stem, times in pair.whole(_times_of_acts, other).items()
        if alike(stem, event.predicate.stem, words)
        for o in times.values()
    )


def _times_of_acts(reading: Reading, language: Language) -> dict[str, dict[Hashable, TimeSpan]]:
    """Stem of each predicate that a document has → the times in the sentences with it, each once."""
    found: dict[str, dict[Hashable, TimeSpan]] = {}
    for claim in reading.claims:
        if claim.predicates and (times := [t for own in sentence(claim, reading) for t in own.times]):
            for p in claim.predicates:
                found.setdefault(p.stem, {}).update({value_of(t): t for t in times})
    return found


def _same_act(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether a predicate of either claim tells of what one of the other tells of, at these times."""
    words = clause_words(pair.language)
    left, right = (
        [p for p in claim.predicates if time.span.start <= reach(p.span, claim, reading, pair.language)]
        for claim, time, reading in ((pair.link.left, s, pair.left), (pair.link.right, t, pair.right))
    )
    # "Decided in January", "will decide in May"
    return any(
        alike(p.stem, q.stem, words) and (p.status in AHEAD) == (q.status in AHEAD)
        for p in left
        for q in right
    )


def _tells_act(claim: Claim, reading: Reading, language: Language) -> bool:
    """Whether a verb of a claim tells what is done, not only that something is due."""
    scheduling, _ = planned(language)
    none = clause_words(language).light | scheduling
    return any(p.stem not in none for p in claim.predicates)


def _is_spoken(s: TimeSpan, t: TimeSpan, pair: Pair) -> bool:
    """Whether one of two times stands within words in marks, which may be of another day than the report."""
    for time, reading in ((s, pair.left), (t, pair.right)):
        starts, ends = pair.whole(_in_marks, reading)
        before = bisect_left(starts, time.span.end)
        if before and ends[before - 1] > time.span.start:
            return True
    return False


def _in_marks(reading: Reading, language: Language) -> tuple[list[int], list[int]]:
    """Where the words in marks begin, and the furthest that any of them so far goes."""
    spans = sorted(q.span for q in reading.quotes if q.kind == "direct" and q.span.start < q.span.end)
    return [s.start for s in spans], list(accumulate((s.end for s in spans), max))


def _tied(pair: Pair) -> tuple[TimeSpan, TimeSpan, float] | None:
    """The two times that the alignment ties surest, with its sureness from 0 to 1."""
    if not pair.link.has(ONE_MOMENT):
        return None
    found = [
        (sure, s, t)
        for s in pair.link.left.times
        for t in pair.link.right.times
        if (sure := tied(s, t, pair, ONE_MOMENT))
    ]
    if not found:
        return None
    sure, s, t = max(found, key=lambda f: (f[0], *first_told(f[1].span, f[2].span)))
    return s, t, sure


def _reason(s: TimeSpan, t: TimeSpan, pair: Pair, sure: bool) -> Reason:
    a, b = shown(s, pair.left), shown(t, pair.right)
    return Reason(
        "date",
        "contradiction",
        f"{a} / {b}",
        f"{{left}} gives the time as “{a}”, {{right}} as “{b}”.",
        (s.span,),
        (t.span,),
        "likely" if sure else "possible",
        "Both may hold if they speak of two steps of one event.",
    )


def _told(t: TimeSpan, other: Reading, claim: Claim, exact: bool, pair: Pair) -> bool:
    """Whether the other report has a time that agrees: a date anywhere, a weekday in the same sentence.

    Of a date no weekday elsewhere counts, which may be of anything that happened then.
    """
    near = [o for c in sentence(claim, other) for o in c.times]
    times = [*near, *(o for o in pair.whole(_times, other) if is_dated(o, other))] if exact else near
    return any(
        o.grain in ("minute", "day", "month", t.grain) and comparable(t, o) and not apart(t, o) for o in times
    )


def _times(reading: Reading, language: Language) -> list[TimeSpan]:
    """The times of a document, each once however often it is told."""
    return list({value_of(t): t for c in reading.claims for t in c.times}.values())
