"""When what a clause tells happened: which of its times belong to which verb, and whether two can be one."""

from __future__ import annotations

from itertools import pairwise

from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, TimeSpan
from treatydiff.rules import sentence
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._periods import interval, overlap, times_of

EVENING, NOON, MIDNIGHT, EARLY = 17 * 60, 12 * 60, 24 * 60 - 1, 6 * 60
LATE = 21 * 60
"""From here on an evening may be told as the night, and its end as the next day."""
MINUTES = 20
"""How far two times of day may be apart."""


def bound(claim: Claim, reading: Reading, language: Language) -> dict[Span, list[TimeSpan]]:
    """The days, or else times of day, that a claim gives for what each of its verbs tells.

    By where the verb stands; what is said ahead of the first verb of the sentence holds for those without.
    """
    told = times_of(claim, reading, language)
    verbs = [p.span for p in claim.predicates]
    ahead = ahead_of_all(claim, sentence(claim, reading)[0], language)
    found: dict[Span, list[TimeSpan]] = {}
    for at in verbs:
        end = reach(at, claim, reading, language) if told else 0
        known = [t for t in told if t.span.start <= end]
        own = [t for t in known if t.grain == "day"] or [t for t in known if t.grain == "minute"]
        if own:
            least = [distance(at, t.span) for t in own]
            nearer = [any(distance(o, t.span) < d for o in verbs) for t, d in zip(own, least, strict=True)]
            found[at] = [t for t, other in zip(own, nearer, strict=True) if not other]
        else:
            found[at] = [t for t in ahead if t.grain == "day"]
    return found


def ahead_of_all(claim: Claim, opening: Claim, language: Language) -> list[TimeSpan]:
    """The times ahead of the first verb of a sentence, which hold for what "and" joins to it as well."""
    if not opening.predicates:
        return list(opening.times)
    joined = (
        claim is not opening and claim.tokens and claim.tokens[0].norm in clause_words(language).conjunctions
    )
    first = min(p.group.start for p in opening.predicates)
    return [t for t in opening.times if joined and t.span.end <= first]


def reach(verb: Span, claim: Claim, reading: Reading, language: Language) -> int:
    """Up to where a time may tell when a verb's deed was: to the comma behind it that opens something else.

    "Killing two of them, starts Monday" is not of the killing.
    """
    text = reading.document.text
    if "," not in text[verb.end : claim.span.end]:
        return claim.span.end
    words = clause_words(language)
    for before, token in pairwise(x for x in claim.tokens if x.start >= verb.end):
        if text[before.end : token.start].strip() == "," and token.norm not in words.prepositions:
            return token.start
    return claim.span.end


def distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end)


def comparable(s: TimeSpan, t: TimeSpan) -> bool:
    if "unknown" in (s.grain, t.grain) or s.start.startswith("P") or t.start.startswith("P"):
        return False
    if s.relation != t.relation and {s.relation, t.relation} & {"before", "after", "since", "until"}:
        return False
    if s.relation in ("before", "after") and s.grain != "minute":
        return False
    if (s.grain == "minute") != (t.grain == "minute"):
        return False
    if s.grain == "minute":
        return bool(s.clock and t.clock) and s.zone == t.zone and ":" in s.start
    if interval(s) and interval(t):
        return True
    return s.start[:2] == t.start[:2] and s.start[:1] == "-"


def _halved(t: TimeSpan, other: TimeSpan) -> TimeSpan:
    """A time of which nothing says the half of the day ("at half past six"): the one nearer to another."""
    if t.grain != "minute" or t.clock is not None or t.start != t.end or t.start[3:4] != ":":
        return t
    hour = int(t.start[1:3]) % 12 * 60 + int(t.start[4:6])
    near = other.clock[0] if other.clock else hour
    at = min((hour, hour + NOON), key=lambda m: abs(m - near))
    return replace(t, clock=(at, at))


def apart(s: TimeSpan, t: TimeSpan) -> bool:
    """Whether no moment satisfies both times."""
    s, t = _halved(s, t), _halved(t, s)
    if s.grain == "minute" and s.clock and t.clock:
        if any(
            x[0] >= EVENING and x[1] >= MIDNIGHT and y[1] <= EARLY
            for x, y in ((s.clock, t.clock), (t.clock, s.clock))
        ):
            # "In the night", "at 3 a.m."
            return False
        return s.clock[0] > t.clock[1] + MINUTES or t.clock[0] > s.clock[1] + MINUTES
    if s.grain == t.grain == "year" and any(
        late.relation == "until" != early.relation and (early.end or "") < (late.end or "")
        for early, late in ((s, t), (t, s))
    ):
        # "By 1958" may be in 1957.
        return False
    # "On Friday" is not "last Monday", whichever Monday that is.
    named = s.grain == t.grain == "day" and None not in (s.weekday, t.weekday) and s.weekday != t.weekday
    return (named or not overlap(s, t)) and not one_night(s, t) and not one_night(t, s)


def one_night(s: TimeSpan, t: TimeSpan) -> bool:
    """Whether the times are the evening of one day and the next day, which one night joins."""
    if s.weekday is None or t.weekday is None or (s.weekday + 1) % 7 != t.weekday:
        return False
    if s.clock is None or (s.clock[0] < LATE and s.clock[1] < MIDNIGHT):
        return False
    if t.clock is not None and t.clock[0] >= NOON:
        return False
    one, two = interval(s), interval(t)
    return not one or not two or (two[0] - one[1]).days == 1
