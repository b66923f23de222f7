"""Who did one thing, where two reports have it done by two of other names or callings: cleaner, watchman."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from treatydiff.language import Language
from treatydiff.model import Claim, Reading
from treatydiff.rules import Pair, Told
from treatydiff.rules._clauses import Event
from treatydiff.rules._events import alike, enough, events_of, other_times, same_parties, senses
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._words import meanings, stems_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

SURE = 0.8
"""How sure it must be that both tell what was done to one thing."""
BEHIND = 8
"""Characters behind a verb among which a word may say that others do the same."""


def other_doers(pair: Pair) -> Iterator[tuple[Event, Event]]:
    """Pairs of predicates that tell one act, done by people who cannot be the same."""
    callings, words = _callings(pair.language), words_of(pair.language)
    for a, b, sure in same_parties(pair):
        one, two = a.subject, b.subject
        if one.head == two.head or not one.head or not two.head:
            continue
        if (
            not alike(a.predicate.stem, b.predicate.stem, words)
            or sure < SURE
            or not enough(sure, pair.link.score)
            or a.predicate.stem in words.by_many
        ):
            continue
        named = one.head in one.names
        if named != (two.head in two.names) or not a.object.head or a.object.head in a.object.names:
            continue
        if named and (one.names & two.names or alike(one.head, two.head, words)):
            continue
        if not named and (
            one.head not in callings or two.head not in callings or alike(one.head, two.head, words)
        ):
            continue
        if other_times(a, b, pair) or _beside(a, words) or _beside(b, words):
            continue
        spoken_of = (two.head, pair.left), (one.head, pair.right)
        if not any(calling in pair.whole(stems_within, reading) for calling, reading in spoken_of):
            yield a, b


def _beside(event: Event, words: Words) -> bool:
    """Whether somebody does a thing besides others: "was also questioned by Ada Holm"."""
    verb = event.predicate
    near = (
        t.norm for t in event.claim.tokens if verb.group.start < t.end and t.start < verb.span.end + BEHIND
    )
    return not words.besides.isdisjoint(near)


def doers(told: Told) -> frozenset[tuple[str, Hashable]]:
    """What a claim tells that somebody did, and to what, both by what they may stand for.

    Only what the other document may tell as well.
    """
    shared = told.of(_deeds) & told.elsewhere(_deeds)
    if not shared:
        return frozenset()
    callings, words = _callings(told.language), words_of(told.language)
    return frozenset(
        (sense, thing)
        for e in told.clause(events_of)
        if (e.subject.head in e.subject.names or e.subject.head in callings) and e.object.head
        for sense in meanings(e.predicate.stem, told.language) & shared
        for thing in (*senses(e.object.head, words), *e.object.names, e.object.entity)
    )


def _deeds(claim: Claim, reading: Reading, language: Language) -> frozenset[str]:
    """The meanings of the verbs of a claim that may tell what one did to a thing and no other."""
    words = words_of(language)
    stems = {p.stem for p in claim.predicates if not p.noun} - words.by_many - words.light
    return frozenset(sense for stem in stems for sense in meanings(stem, language))


@once_a_language
def _callings(language: Language) -> frozenset[str]:
    return frozenset(stems(language.words("roles", "callings"), language.code))
