"""Whether two clauses are of two who are both in both reports: one team's shots, and the other's."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from treatydiff.language import Language
from treatydiff.model import Claim, Reading
from treatydiff.rules import Pair, once_a_claim, sentence
from treatydiff.rules._events import alike, events_of
from treatydiff.rules._figures import figures
from treatydiff.rules._joints import meanings_of
from treatydiff.rules._pack import words_of
from treatydiff.rules._sizes import agree, is_among
from treatydiff.tokens import norm


def rivals(a: Claim, b: Claim, left: Reading, right: Reading) -> bool:
    """Whether the clauses name none in common, and each of them one whom the other report knows too."""
    ours, theirs = _named_apart(a, b, left, right)
    return bool(ours and theirs) and _has(ours, right) and _has(theirs, left)


def told_of_both(pair: Pair) -> bool:
    """Whether a report tells of two, of whom one clause names the one and the other the other.

    By their names: "in Tarn the lights went out", "in Lund they did", where one report knows Tarn and Lund.
    Or by words for people, where a sentence has both: "the abbot was dismissed after the cook had been".
    """
    left, right = pair.left, pair.right
    ours, theirs = _named_apart(pair.link.left, pair.link.right, left, right)
    if ours and theirs and any(_has(ours, r) and _has(theirs, r) for r in (left, right)):
        return True
    words = words_of(pair.language)
    one, two = (
        {phrase.head for e in events for phrase in (e.subject, e.object)} & words.people
        for events in pair.clauses(events_of)
    )
    if not one or not two or any(alike(x, y, words) for x in one for y in two):
        return False
    said = (
        {t.stem for t in reading.passages[claim.passage].tokens}
        for claim, reading in ((pair.link.left, left), (pair.link.right, right))
    )
    return any(one & stems and two & stems for stems in said)


def of_two_sums(pair: Pair) -> bool:
    """Whether the clauses give two sums of one unit, of which a report has both, and so each at its time."""
    return any(
        p.unit == q.unit
        and p.unit not in ("", "day")
        and not agree(p, q)
        and (is_among(p, figures(pair.right)) or is_among(q, figures(pair.left)))
        for p in pair.link.left.quantities
        for q in pair.link.right.quantities
    )


@once_a_claim
def deeds(claim: Claim, reading: Reading, language: Language) -> frozenset[str]:
    """What a clause tells as done: the meanings of its verbs, of the nouns behind those that say little."""
    light = words_of(language).light
    told = (
        (e.object.head if not e.predicate.passive else "") if e.predicate.stem in light else e.predicate.stem
        for e in events_of(sentence(claim, reading), reading, language)[claim.index]
    )
    return frozenset(m for stem in told if stem for m in meanings_of(stem, language))


def of_two_deeds(pair: Pair) -> bool:
    """Whether each clause tells of a deed, and none that may be one: "was tested", "called a meeting"."""
    ours, theirs = pair.both(deeds)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def of_one_deed(pair: Pair) -> bool:
    """Whether the clauses tell of a deed that may be one: "broke at one end", "the other end broke"."""
    ours, theirs = pair.both(deeds)
    return not ours.isdisjoint(theirs)


def _named_apart(a: Claim, b: Claim, left: Reading, right: Reading) -> tuple[set[str], set[str]]:
    """The words of names in two clauses that name none in common; else none."""
    known = _words(left) | _words(right)
    ours, theirs = (
        # Who tells it is no part of what is told.
        ({t.norm for t in c.tokens if t.text[0].isupper()} & known)
        - set(map(norm, (c.speaker or "").split()))
        for c in (a, b)
    )
    persons = [frozenset(n.entity for n in c.names) for c in (a, b)]
    return (set(), set()) if ours & theirs or persons[0] & persons[1] else (ours, theirs)


def _words(reading: Reading) -> set[str]:
    """The words of a report's names."""
    return {norm(w) for n in reading.names if n.resolution != "pronoun" for w in n.entity.split()}


def _has(names: AbstractSet[str], reading: Reading) -> bool:
    return any(t.norm in names and t.text[0].isupper() for p in reading.passages for t in p.tokens)
