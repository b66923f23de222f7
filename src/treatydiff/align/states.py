"""Clauses that tell a state of one thing in two ways, for the rules, where their wording does not tie them.

"The three judges were unanimous" and "one of them dissented" have next to no word in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

from treatydiff.align.added import ONE_STORY, Links, pair_of
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Quantity, Reading
from treatydiff.rules import Pair, sentence
from treatydiff.rules._bounds import apart_days
from treatydiff.rules._events import events_of, followed_apart, in_common, one_and_many, qualified_apart
from treatydiff.rules._figures import MANY
from treatydiff.rules._located import Place, located
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._rivals import rivals
from treatydiff.rules._sizes import agree, none_agree
from treatydiff.rules._states import ONE_STATE, Told, one_doer, told_in
from treatydiff.rules._words import stems_within
from treatydiff.tokens import within

MOST = 30
"""Clauses of a report for one state that are compared; one that tells it more often is a list."""

HOUR = 60
"""Minutes from which two times of day that overlap may be one; an afternoon ends after the night begins."""


def state_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link]
) -> list[Link]:
    """The known links, those between opposite states marked, and more where none is."""
    if story < ONE_STORY:
        return list(known)
    ours = _by_state(left, language)
    if not ours:
        return list(known)
    theirs = _by_state(right, language)
    links = Links(known)
    for name in sorted(ours.keys() & theirs.keys()):
        a, b = ours[name], theirs[name]
        if len({t.side for t in a}) > 1 or len({t.side for t in b}) > 1 or a[0].side == b[0].side:
            continue
        pairs = product(a[:MOST], b[:MOST])
        found = next(((x, y) for x, y in pairs if _is_one(x, y, left, right, language)), None)
        if found is None or _comes_later(a[0], b[0], left, right):
            continue
        if found[0].state.course and (_has_word_of(found[0], right) or _has_word_of(found[1], left)):
            continue
        links.mark(found[0].claim, found[1].claim, Evidence(ONE_STATE, 1.0, 1.0, name))
    return links.all()


def _by_state(reading: Reading, language: Language) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for claim in reading.claims:
        for told in told_in(claim, reading, language):
            found.setdefault(told.state.id, []).append(told)
    return found


def _is_one(a: Told, b: Told, left: Reading, right: Reading, language: Language) -> bool:
    """Whether both clauses may speak of one thing, at one time."""
    if not a.topic or not b.topic or rivals(a.claim, b.claim, left, right):
        return False
    # Who does what the second half of a sentence tells is named in the first.
    ours, theirs = (
        frozenset(n.entity for c in sentence(t.claim, reading) for n in c.names)
        for t, reading in ((a, left), (b, right))
    )
    words = words_of(language)
    # "He" here and "he" there may be two, whom their names tell apart.
    topic, heard = (t.topic - words.persons_back for t in (a, b))
    one = a.state.sole or ours & theirs or in_common(topic, heard, words)
    if not one and not _have_one_figure(a.claim, b.claim):
        return False
    pair = pair_of(a.claim, b.claim, left, right, language)
    if _are_two(a, b, pair):
        return False
    if a.state.doer and not one_doer(a, b, pair):
        return False
    apart = apart_days(a.claim, b.claim) or (not a.state.sole and _of_two_counts(a, b))
    apart = apart or (a.state.then is not None and _apart_hours(a.claim, b.claim))
    # "Of 78 lots 64 found a buyer", "one in five went unsold"
    apart = apart or (_of_some(a) and _of_some(b))
    return not apart and not _in_two_sites(a, b, left, right, language)


def _apart_hours(a: Claim, b: Claim) -> bool:
    """Whether both tell times of day, no two of which overlap by an hour: "at noon", "on Monday night"."""
    ours, theirs = ([t.clock for t in c.times if t.clock] for c in (a, b))
    return bool(ours and theirs) and all(
        x[1] < y[0] + HOUR or y[1] < x[0] + HOUR for x, y in product(ours, theirs)
    )


def _are_two(a: Told, b: Told, pair: Pair) -> bool:
    """Whether what is in the state is one thing here and another there: "the driver", "the teacher"."""
    left, right, language = pair.left, pair.right, pair.language
    words = words_of(language)
    topic, claims = a.topic & b.topic, (a.claim, b.claim)
    if _is_beside(a, topic, left, language) or _is_beside(b, topic, right, language):
        return True
    if any(followed_apart(stem, *claims, words) for stem in topic):
        return True
    if not a.state.sole and topic:
        if any(qualified_apart(stem, *claims, words) for stem in topic):
            return True
        if all(one_and_many(stem, *claims) for stem in topic):
            return True
    ours, theirs = _persons(a, words), _persons(b, words)
    if ours and theirs:
        return not ours & theirs
    if not a.state.sole:
        ours, theirs = _people(a, words), _people(b, words)
        if ours and theirs and not in_common(ours, theirs, words):
            # They are two where one report has both.
            return any(
                ours & said and theirs & said for said in (pair.whole(stems_within, r) for r in (left, right))
            )
    return False


def _is_beside(told: Told, topic: frozenset[str], reading: Reading, language: Language) -> bool:
    """Whether another thing is in the state, one by that in question: "the cafe on the beach was open"."""
    words, tokens = words_of(language), told.claim.tokens
    owned = {t.stem for t, after in pairwise(tokens) if after.norm in words.of}
    return any(
        e.subject.head
        # "The owners of the beach"
        and e.subject.head not in owned
        and e.subject.core.isdisjoint(topic)
        and not (e.subject.stems - e.subject.core).isdisjoint(topic)
        and e.object.stems.isdisjoint(topic)
        for e in events_of(sentence(told.claim, reading), reading, language)[told.claim.index]
        if e.predicate.group.overlap(told.span)
    )


def _persons(told: Told, words: Words) -> frozenset[str]:
    """Those named in a clause, without who says it, of a state that he or she may be in."""
    if not words.persons_back & set(told.state.of.split("/")):
        return frozenset()
    return frozenset(
        n.entity
        for n in told.claim.names
        if n.kind in ("person", "unknown") and n.entity != told.claim.speaker
    )


def _people(told: Told, words: Words) -> frozenset[str]:
    """The words for people in a clause."""
    return frozenset(t.stem for t in told.claim.tokens) & words.people


def _of_two_counts(a: Told, b: Told) -> bool:
    """Whether so many of one kind are in a state, and so many of another: "40 prisoners", "12 soldiers"."""
    one, two = _counted(a), _counted(b)
    return none_agree(list(one), list(two)) and not set().union(*one.values()) & set().union(*two.values())


def _of_some(told: Told) -> bool:
    """Whether a clause tells the state of a share of what it is about, or of so many of so many."""
    counts = sum(q.unit == "" for q in told.claim.quantities)
    # "Of 78 lots, 64"
    return bool(_counted(told, "percent")) or (counts > 1 and bool(_counted(told)))


def _counted(told: Told, unit: str = "") -> dict[Quantity, set[str]]:
    """The counts, or shares, of what is in a state, each with the words for it."""
    found = {
        q: {told.claim.tokens[k].stem for k in within(told.claim.tokens, q.span)} & told.topic
        for q in told.claim.quantities
        if q.unit == unit
    }
    return {q: of for q, of in found.items() if of}


def _in_two_sites(a: Told, b: Told, left: Reading, right: Reading, language: Language) -> bool:
    """Whether what is in the state is in one kind of building here and in another there: hall and cellar."""
    one, two = (
        {(place.room, place.site) for place in _sites(t, reading, language)}
        for t, reading in ((a, left), (b, right))
    )
    return bool(one and two and {room for room, _ in one} == {room for room, _ in two}) and not one & two


def _sites(told: Told, reading: Reading, language: Language) -> list[Place]:
    """The kinds of buildings and rooms that what is in a state is said to be in."""
    places = located(sentence(told.claim, reading), reading, language)[told.claim.index]
    return [p for p in places if p.site and p.how == "at" and not told.topic.isdisjoint(p.noun)]


def _has_word_of(told: Told, other: Reading) -> bool:
    """Whether the other report has what a state is told with, in whatever form: "escaped", "the escape"."""
    said = {t.stem for t in told.claim.tokens if told.span.start <= t.start < told.span.end}
    return any(said <= {t.stem for t in p.tokens} for p in other.passages)


def _have_one_figure(a: Claim, b: Claim) -> bool:
    """Whether both clauses give one figure, and no small one: "212 rebels", "the 212 men"."""
    return any(p.unit == q.unit and agree(p, q) and p.low > MANY for p in a.quantities for q in b.quantities)


def _comes_later(a: Told, b: Told, left: Reading, right: Reading) -> bool:
    """Whether the later report may tell what has become of it since."""
    one, two = left.document.published, right.document.published
    then = a.state.then
    if then is None or one is None or two is None or one == two:
        return False
    late = b if one < two else a
    return late.side == then
