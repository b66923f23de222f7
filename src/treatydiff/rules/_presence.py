"""Who was at a meeting or a hearing, and who was not: "missed the vote", "sat through the debate"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span
from treatydiff.rules import Pair
from treatydiff.rules._clauses import Event
from treatydiff.rules._events import events_of
from treatydiff.rules._pack import words_of
from treatydiff.rules._periods import is_period, overlap, times_of
from treatydiff.rules._speech import same_name
from treatydiff.tables import once_a_language
from treatydiff.tokens import by_stem, stems


class Presence(NamedTuple):
    """Somebody who was there, or was not."""

    who: str
    there: bool
    at: frozenset[str]
    """Kinds of gathering; none where the clause does not say at which."""
    claim: Claim
    span: Span


def presences(
    clauses: Sequence[Claim], reading: Reading, language: Language
) -> dict[int, tuple[Presence, ...]]:
    """Who the clauses of a sentence say was at a gathering, or was not."""
    words = _words(language)
    if not any(p.stem in words.telling for c in clauses for p in c.predicates):
        return {c.index: () for c in clauses}
    events = events_of(clauses, reading, language)
    return {c.index: tuple(_presences(c, events[c.index], words)) for c in clauses}


def _presences(claim: Claim, events: Sequence[Event], words: _Words) -> Iterator[Presence]:
    for e in events:
        p = e.predicate
        who = e.subject.entity or (e.subject.head if e.subject.head in e.subject.names else "")
        if not who or p.passive or p.hedged or p.denied or e.earlier:
            continue
        if p.status not in ("done", "ongoing") or not words.others.isdisjoint(t.norm for t in claim.tokens):
            continue
        told = e.object.stems | e.rest.stems
        at = frozenset(kind for stem in told for kind in words.gatherings.get(stem, ()))
        own = frozenset(words.acts.get(p.stem, ()))
        if p.stem in words.absent:
            if (at or not told) and p.polarity > 0:
                yield Presence(who, False, at, claim, p.group)
        elif p.stem in words.present and (at or not told or p.stem in words.acts):
            if p.polarity > 0 and (at or own):
                yield Presence(who, True, at or own, claim, p.group)
            elif p.polarity < 0 and at and p.stem in words.attending:
                yield Presence(who, False, at, claim, p.group)


def other_presences(pair: Pair) -> Iterator[tuple[Presence, Presence]]:
    """Somebody who was there by one of two linked claims, and was not by the other."""
    left, right = pair.clauses(presences)
    for a in left:
        for b in right:
            if a.there == b.there or not same_name(a.who, b.who, pair.language):
                continue
            if a.at and b.at and not a.at & b.at:
                continue
            if _one_time(a, b, pair) and not _told(b, pair.left, pair) and not _told(a, pair.right, pair):
                yield a, b


def _one_time(a: Presence, b: Presence, pair: Pair) -> bool:
    """Whether nothing shows that the two speak of two occasions."""
    one, two = (times_of(x.claim, reading, pair.language) for x, reading in ((a, pair.left), (b, pair.right)))
    if one and two:
        return any(overlap(s, t) for s in one for t in two)
    return not any(
        is_period(t, reading.document)
        for times, reading in ((one, pair.left), (two, pair.right))
        for t in times
    )


def _told(presence: Presence, reading: Reading, pair: Pair) -> bool:
    """Whether a report says that of somebody, too."""
    return any(
        p.there == presence.there and same_name(p.who, presence.who, pair.language)
        for p in pair.throughout(presences, reading)
    )


class _Words(NamedTuple):
    absent: frozenset[str]
    present: frozenset[str]
    attending: frozenset[str]
    acts: Mapping[str, Sequence[str]]
    """Acts that one does at a gathering of some kind alone."""
    gatherings: Mapping[str, Sequence[str]]
    telling: frozenset[str]
    others: frozenset[str]


@once_a_language
def _words(language: Language) -> _Words:
    def stemmed(key: str) -> frozenset[str]:
        return frozenset(stems(language.words("answers", key), language.code))

    absent, present, acts = stemmed("absent"), stemmed("present"), language.table("answers", "acts_at")
    acting = by_stem(acts, language.code)
    return _Words(
        absent,
        present | acting.keys(),
        stemmed("attending"),
        acting,
        by_stem(language.table("answers", "gathering_kinds"), language.code),
        absent | present | acting.keys(),
        words_of(language).former | frozenset(language.words("answers", "others")),
    )
