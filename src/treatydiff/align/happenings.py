"""Clauses that tell one event as done and not done, for the rules, where the wording alone does not tie them.

"The two countries signed a trade agreement" and "the agreement itself has yet to be signed" share few words
of their documents' wealth; that both govern one thing with one verb ties them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from treatydiff.align.added import ONE_STORY, SCORE, Links
from treatydiff.language import Language
from treatydiff.model import AHEAD, Claim, Evidence, Link, Predicate, Reading
from treatydiff.rules import Found, Pair, Told
from treatydiff.rules._clauses import near
from treatydiff.rules._events import ONE_EVENT, alike, events_of, same_events, same_parties
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules.denial import LINKED, SHARED, asserted_words, denied_words, in_like_words

SURE, SURE_DENIED = 0.8, 0.6
"""How sure it must be that both tell one event; where one of them says who denies it."""
MANY = 8
"""A verb that more clauses of a document have ties nothing."""


def event_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link], found: Found
) -> list[Link]:
    """The known links, weak ones between opposed tellings of one event raised, and more where none is."""
    if story < ONE_STORY:
        return list(known)
    links, words = Links(known), words_of(language)
    ours, theirs = _by_verb(left, language), _by_verb(right, language)

    def pair(a: Claim, b: Claim) -> Pair:
        return Pair(links.between(a, b), left, right, language, found)

    def tie(link: Link, sure: float, by: str) -> None:
        links.mark(link.left, link.right, Evidence(ONE_EVENT, round(sure, 2), 1.0, by), SCORE)

    for stem in sorted(ours.keys() & theirs.keys()):
        if len(ours[stem]) > MANY or len(theirs[stem]) > MANY:
            continue
        for a, p in ours[stem]:
            for b, q in theirs[stem]:
                if p.polarity == q.polarity and not (_waits(a, p, words) or _waits(b, q, words)):
                    continue
                two = pair(a, b)
                sure = max(_sure(stem, two), default=0.0)
                if sure >= SURE:
                    tie(two.link, sure, stem)
    # The rules look at all clauses of linked sentences anyway.
    linked = {(link.left.passage, link.right.passage) for link in known if link.score >= SCORE}
    for a, b in _same_verb(ours, theirs, words):
        two = pair(a, b)
        if two.link.score < SCORE and (a.passage, b.passage) not in linked:
            sure = max(_one_act(two), default=0.0)
            if sure >= SURE:
                tie(two.link, sure, "act")
    for a, b in (*_denied(ours, theirs, words), *_denied(theirs, ours, words, True)):
        two = pair(a, b)
        sure = max(_denies(two), default=0.0)
        if sure >= SURE_DENIED and not two.link.has(ONE_EVENT):
            tie(two.link, sure, "denied")
    ours_told, theirs_told = (
        [
            Told(c, reading, other, language, found, reading is left)
            for c in reading.claims
            if c.kind == "body"
        ]
        for reading, other in ((left, right), (right, left))
    )
    denied_there = ((a, b) for b, a in _denied_in_words(theirs_told, ours_told))
    for a, b in (*_denied_in_words(ours_told, theirs_told), *sorted(denied_there, key=_places)):
        two = pair(a, b)
        marked = two.link.has(ONE_EVENT)
        if two.link.score < LINKED and not marked:
            denied, asserted = (a, b) if a.denied_by else (b, a)
            if in_like_words(denied, asserted, two, SHARED):
                tie(two.link, SURE_DENIED, "denied")
    return links.all()


def _same_verb(
    ours: Mapping[str, Sequence[tuple[Claim, Predicate]]],
    theirs: Mapping[str, Sequence[tuple[Claim, Predicate]]],
    words: Words,
) -> Iterator[tuple[Claim, Claim]]:
    """Clauses of the two documents that have a verb of one meaning."""
    senses, none = words.senses, frozenset[str]()
    by_sense: dict[str, set[str]] = {}
    for other in theirs:
        for sense in senses.get(other, none):
            by_sense.setdefault(sense, set()).add(other)
    for stem in sorted(ours):
        others = {stem}.union(*(by_sense.get(sense, ()) for sense in senses.get(stem, none)))
        for other in sorted(others & theirs.keys()):
            if len(ours[stem]) <= MANY and len(theirs[other]) <= MANY:
                yield from ((a, b) for a, _ in ours[stem] for b, _ in theirs[other])


def _one_act(pair: Pair) -> Iterable[float]:
    """How sure it is that the clauses tell one act, of things of one name or of one who did it."""
    if _one_thing(pair):
        yield from (sure for a, b, sure in same_parties(pair) if "" != a.object.head == b.object.head)
    if any(e.object.anyone for told in pair.clauses(events_of) for e in told):
        yield from (
            sure
            for a, b, sure in same_events(pair)
            if a.subject.head == b.subject.head != "" and (a.object.anyone or b.object.anyone)
        )


def _one_thing(pair: Pair) -> bool:
    """Whether verbs of both clauses govern a thing of one name; quick to see."""
    ours, theirs = ({e.object.head for e in told} for told in pair.clauses(events_of))
    return not (ours - {""}).isdisjoint(theirs)


def _denied(
    denying: Mapping[str, Sequence[tuple[Claim, Predicate]]],
    asserting: Mapping[str, Sequence[tuple[Claim, Predicate]]],
    words: Words,
    swapped: bool = False,
) -> Iterator[tuple[Claim, Claim]]:
    """Each claim that somebody denies with those of the other document that have a verb of its meaning."""
    for stem in sorted(denying):
        denied = [(claim, p) for claim, p in denying[stem] if claim.denied_by]
        for other in sorted(asserting) if denied else ():
            if alike(stem, other, words) and len(asserting[other]) <= MANY:
                for claim, q in asserting[other]:
                    for d, p in denied if not claim.denied_by else ():
                        if p.polarity == q.polarity:
                            yield (claim, d) if swapped else (d, claim)


def _denied_in_words(denying: Sequence[Told], asserting: Sequence[Told]) -> Iterator[tuple[Claim, Claim]]:
    """Each claim that somebody denies with those of the other document that may be `in_like_words`."""
    denied = [told for told in denying if told.claim.denied_by]
    asserted = [told for told in asserting if not told.claim.denied_by] if denied else ()
    having: dict[Hashable, list[int]] = defaultdict(list)
    for n, told in enumerate(asserted):
        for meaning in told.of(asserted_words).all:
            having[meaning].append(n)
    for told in denied:
        _, ours = told.of(denied_words)
        shared = Counter(
            n for stem in ours.each for n in {n for meaning in stem for n in having.get(meaning, ())}
        )
        # A day that both name counts as a word.
        yield from ((told.claim, asserted[n].claim) for n in sorted(shared) if shared[n] >= SHARED - 1)


def _places(pair: tuple[Claim, Claim]) -> tuple[int, int]:
    return pair[0].index, pair[1].index


def _denies(pair: Pair) -> Iterable[float]:
    """How sure it is that what one claim denies is what the other one tells, object and all."""
    words = words_of(pair.language)
    return (
        sure
        for a, b, sure in same_events(pair)
        if a.object.head and b.object.head and alike(a.object.head, b.object.head, words)
    )


def _by_verb(reading: Reading, language: Language) -> dict[str, list[tuple[Claim, Predicate]]]:
    light = words_of(language).light
    found: dict[str, list[tuple[Claim, Predicate]]] = {}
    for claim in reading.claims:
        for p in claim.predicates:
            if p.stem not in light and p.status != "possible":
                found.setdefault(p.stem, []).append((claim, p))
    return found


def _waits(claim: Claim, p: Predicate, words: Words) -> bool:
    """Whether the clause says that a thing has yet to happen; what is only planned may have happened."""
    return p.status in AHEAD and any(t.norm in words.yet for t in near(p, claim))


def _sure(stem: str, pair: Pair) -> Iterable[float]:
    """How sure it is that the verb tells one event, where it governs a thing of one name."""
    return (
        sure
        for a, b, sure in (same_events(pair) if _one_thing(pair) else ())
        if a.predicate.stem == b.predicate.stem == stem and "" != a.object.head == b.object.head
    )
