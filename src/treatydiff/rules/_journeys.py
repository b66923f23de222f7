"""Where a journey begins or ends: who left a place, and who was on the way to it, on one day."""

from __future__ import annotations

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span
from treatydiff.rules import Pair, sentence
from treatydiff.rules._events import LIKELY, events_of, same_phrase, same_time
from treatydiff.rules._pack import words_of
from treatydiff.rules._phrases import Phrase, phrases
from treatydiff.rules._speech import same_name
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

AWAY, TOWARDS = "away", "towards"


class End(NamedTuple):
    """A place at one end of a journey."""

    way: str
    """`AWAY` or `TOWARDS`."""
    place: str
    verb: Span
    span: Span
    """From the verb to the place."""


def ends(claim: Claim, reading: Reading, language: Language) -> list[End]:
    """The ends of the journeys that a claim tells, where they are names."""
    moving = _moving(language)
    if not claim.names or not any(p.stem in moving for p in claim.predicates):
        return []
    clauses = sentence(claim, reading)
    verbs = [p for c in clauses for p in c.predicates]
    found = phrases(clauses, reading, language)
    out = []
    for n, verb in enumerate(verbs):
        kind = moving.get(verb.stem)
        told = kind and claim.span.start <= verb.span.start < claim.span.end and not verb.noun
        if kind is None or not told or verb.polarity < 0 or verb.status in ("possible", "attempted"):
            continue
        after = [p for p in found if p.verb == n and p.span.start >= verb.span.end and not p.time]
        for k, phrase in enumerate(after):
            way = _way(phrase, kind, k == 0, language)
            name = phrase.names[-1] if phrase.names else None
            if way and name is not None and name.kind in ("place", "unknown") and not phrase.apposed:
                out.append(End(way, name.entity, verb.span, Span(verb.span.start, name.span.end)))
    return out


def _way(phrase: Phrase, kind: str, first: bool, language: Language) -> str:
    """Which end of a journey a phrase behind its verb gives; "" for neither."""
    before = language.table("roles", "journey_ends")
    for way in (AWAY, TOWARDS):
        if phrase.preposition in before[way]:
            return way
    if kind == "reaching" and phrase.preposition in ("", *before["reached"]):
        return TOWARDS if first else ""
    return AWAY if kind == "leaving" and first and not phrase.preposition else ""


def turned(pair: Pair) -> tuple[Span, Span] | None:
    """A place that one is on the way to here, and away from there, on the same day."""
    left, right = pair.both(ends)
    if not left or not right or not same_time(pair):
        return None
    ours, theirs = (pair.whole(_all_ends, reading) for reading in (pair.left, pair.right))
    for a in left:
        for b in right:
            if a.way == b.way or not same_name(a.place, b.place, pair.language):
                continue
            # Who comes to a place may leave it again the same day, and a report of both ways says so.
            both_ways = (b.way, a.place) in ours or (a.way, b.place) in theirs
            if not both_ways and _one_traveller(a, b, pair):
                return a.span, b.span
    return None


def _one_traveller(a: End, b: End, pair: Pair) -> bool:
    told, heard = pair.clauses(events_of)
    one = next((e for e in told if e.predicate.span == a.verb), None)
    two = next((e for e in heard if e.predicate.span == b.verb), None)
    if one is None or two is None:
        return False
    sure = same_phrase(one.subject, two.subject, words_of(pair.language))
    return sure is None or sure >= LIKELY


def _all_ends(reading: Reading, language: Language) -> set[tuple[str, str]]:
    """Both ends of all journeys of a document."""
    return {(e.way, e.place) for claim in reading.claims for e in ends(claim, reading, language)}


@once_a_language
def _moving(language: Language) -> dict[str, str]:
    table = language.table("roles", "journeys")
    return {stem: kind for kind, ws in table.items() for stem in stems(ws, language.code)}
