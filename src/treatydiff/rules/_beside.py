"""What the words beside a figure say of it: that it is a part, of all, a change, one of a list, or a wish."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import inf

from treatydiff.language import load_language
from treatydiff.model import Claim, Quantity, Reading
from treatydiff.rules import Pair, sentence
from treatydiff.rules._figures import BESIDE, MANY, Words, words_of
from treatydiff.rules._sizes import agree
from treatydiff.tokens import norm, places_of, within

DEGREE = 3
"""Words on either side of a count among which stands how badly it happened to those who are counted."""
JOINED = 8
"""Words before a count among which another person stands that is told with those who are counted."""
OFFER = 60
"""Characters before a rise among which the verb stands that asks for it or offers it."""
TIME = "#"
"""Stands for all times with which something is compared."""
AND_VERB = 3
"""Words behind an "and" with "a" among which a verb stands where it joins two clauses."""


def is_part(q: Quantity, reading: Reading, claim: Claim, words: Words, definite: bool = True) -> bool:
    """Whether the words around say that the figure is one part of a whole, or no longer holds.

    With `definite`, also whether they take it up as one told before: "the two countries".
    """
    text = reading.document.text
    sentence = reading.passages[claim.passage].span
    before = (
        text[max(sentence.start, q.span.start - 24) : q.span.start].lower().replace(",", " ").split()[-2:]
    )
    inside = text[q.span.start : q.span.end].lower().split()
    if is_rest(q, reading, words):
        return True
    if before[-1:] and before[-1] in words.of and q.unit == "" and _is_some(before[0], words):
        # "One of four men", but "a crowd of 900"; one of so many is one of all
        return q.low <= MANY or before[0] not in words.one
    told = not set(q.noun) & words.senses and q.unit == ""
    known = words.definite - words.possessive
    marked = known | words.stretches if definite else words.stretches
    if told and before[-1:] and before[-1] in marked and text[q.span.end : q.span.end + 1] != "-":
        # "The two countries", but "the 40-seat bus"
        return True
    if before[-1:] and before[-1] in words.starting and not _is_left(q, reading, claim, words):
        # "Samples from 14 towers"
        before = before[:-1]
    # "No further than 4 percent" is all of it.
    if any(w in words.parts for w in (*before, *(inside if q.low > 0 else ()))):
        return True
    return q.unit == "" and " ".join(text[q.span.end : q.span.end + 12].lower().split()[:2]) in words.parts


def is_rest(q: Quantity, reading: Reading, words: Words) -> bool:
    """Whether a figure comes on top of others: "two more victims", but "no more than two victims"."""
    inside = reading.document.text[q.span.start : q.span.end].lower().split()
    return q.high < inf and bool(words.others & set(inside[1:])) and words.than.isdisjoint(inside)


def _is_left(q: Quantity, reading: Reading, claim: Claim, words: Words) -> bool:
    """Whether a figure behind "from" is what another one, of the same clause, was before: "from 14 to 20"."""
    text = reading.document.text
    others = (o for o in claim.quantities if o is not q and o.unit == q.unit)
    return any(not o.noun or o.noun[-1:] == q.noun[-1:] for o in others) or any(
        w in words.to for w in text[q.span.end : claim.span.end].split()
    )


def _is_some(word: str, words: Words) -> bool:
    """Whether a word before "of" tells of how many of them something holds: "two of", "most of"."""
    return word[:1].isdigit() or word in words.numbers or word in words.some


def is_of_these(q: Quantity, reading: Reading, words: Words) -> bool:
    """Whether a count is told as one of some that are known: "nine of the names"."""
    inside = reading.document.text[q.span.start : q.span.end].split()
    return len(inside) > 2 and inside[1] in words.of and inside[2].lower() in words.definite


def is_of_all(q: Quantity, reading: Reading, words: Words) -> bool:
    """Whether a count is of some of all to whom the same happened: "eight of the injured"."""
    text = reading.document.text
    inside = text[q.span.start : q.span.end].split()
    told = [norm(w.rstrip(",.;:")) for w in text[q.span.start : q.span.end + BESIDE].split()]
    of = next((k for k, w in enumerate(told[: len(inside) + 1]) if w in words.of), 0)
    if not of or not words.definite.intersection(told[of + 1 : of + 2]):
        return False
    # "Eight of the 40 injured"
    whom = of + 3 if told[of + 2 : of + 3] and told[of + 2].isdigit() else of + 2
    return not words.fates.isdisjoint(told[whom : whom + 1])


def is_listed(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether a count is followed by one or more of another kind: "two men and a woman"."""
    after = [t for t in claim.tokens if t.start >= q.span.end][: 2 + AND_VERB]
    if q.unit or len(after) < 3 or after[0].norm not in words.joining:
        return False
    one = after[1]
    counted = any(o.span.start == one.start for o in claim.quantities)
    if not (counted or one.norm in words.indefinite | words.of_the):
        return False
    # "Killed two men and a woman", "two men and a woman fell", but "killed two men and a bridge fell"
    began = any(p.span.start < q.span.start for p in claim.predicates if not p.noun)
    behind = {t.start for t in after[2:]}
    return not (began and any(p.group.start in behind for p in claim.predicates if not p.noun))


def is_by_degree(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether those who are counted are told by how badly it happened to them: "two were badly hurt"."""
    inside = within(claim.tokens, q.span)
    if not inside or words.befalling.isdisjoint(q.noun):
        return False
    near = claim.tokens[max(0, inside[0] - DEGREE) : inside[-1] + 1 + DEGREE]
    return any(t.norm in words.badly for t in near)


def is_one_of_all(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether one count is of all, as it says, and the other of those in some place: "in all", "in Tarn"."""
    words, left, right = words_of(pair.language), pair.link.left, pair.link.right
    one, two = _is_in_all(a, left, words), _is_in_all(b, right, words)
    if one == two:
        return False
    return _is_in_place(b, right, left, words) if one else _is_in_place(a, left, right, words)


def _is_in_all(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether a clause with one count of a thing says that it is of all."""
    norms = [t.norm for t in claim.tokens]
    only = sum(o.unit == q.unit and o.noun[-1:] == q.noun[-1:] for o in claim.quantities) == 1
    return q.unit == "" and only and any(next(places_of(p, norms), -1) >= 0 for p in words.in_all)


def _is_in_place(q: Quantity, claim: Claim, other: Claim, words: Words) -> bool:
    """Whether a clause says in what the things are that it counts, of which the other clause says nothing."""
    told = {t.stem for t in other.tokens}
    tokens = [t for t in claim.tokens if not any(s.span.start <= t.start < s.span.end for s in claim.times)]
    for k, token in enumerate(tokens):
        if token.norm in words.inside and token.start > q.span.start:
            behind = [t for t in tokens[k + 1 :] if t.norm not in words.stop]
            if behind and behind[0].stem not in told and behind[0].text[0].isalpha():
                return True
    return False


def is_joined(q: Quantity, claim: Claim, people: AbstractSet[str], words: Words) -> bool:
    """Whether people are counted behind another person: "a guide of this village and two friends"."""
    before = [t for t in claim.tokens if t.end <= q.span.start][-JOINED:]
    if not before or before[-1].norm not in words.joining:
        return False
    return not people.isdisjoint(t.stem for t in before)


def is_change(q: Quantity, reading: Reading) -> bool:
    """Whether a share tells by how much something has changed: "fell by 4 percent", "a rise of 4 percent"."""
    if q.unit != "percent":
        return False
    words = words_of(load_language(reading.document.language))
    text = reading.document.text
    before = [norm(w) for w in text[max(0, q.span.start - BESIDE) : q.span.start].split()]
    after = [norm(w.rstrip(",.;:")) for w in text[q.span.end : q.span.end + BESIDE].split()]
    if not text[q.span.end : q.span.end + 1].isspace():
        # "6 percent, down from 7"
        after = []
    if before and before[-1] in words.changes:
        # "Backed by 92 percent of them"
        return not (after and after[0] in words.of)
    if before and before[-1] in words.of | words.indefinite | words.definite:
        # "A rise of 4 percent"
        before.pop()
    # A rise that is asked for or offered is the thing itself: "wants a rise of 4 percent".
    start = next(p.span.start for p in reversed(reading.passages) if p.span.start <= q.span.start)
    offer = text[max(start, q.span.start - OFFER) : q.span.start].lower().split()
    return words.offering.isdisjoint(offer) and any(w in words.changing for w in (*before[-1:], *after[:2]))


def _before(q: Quantity, reading: Reading) -> str:
    """What stands right before a figure, in small letters."""
    return reading.document.text[max(0, q.span.start - BESIDE) : q.span.start].lower()


def is_agent(q: Quantity, reading: Reading) -> bool:
    """Whether those counted did it: "hit by | seven bullets"."""
    words = words_of(load_language(reading.document.language))
    return q.unit == "" and not words.agents.isdisjoint(_before(q, reading).split()[-1:])


def is_addition(q: Quantity, reading: Reading) -> bool:
    """Whether those counted come on top of others: "20,000 more teachers"."""
    words = words_of(load_language(reading.document.language))
    return not words.added.isdisjoint(reading.document.text[q.span.start : q.span.end].lower().split())


def is_of_one_alone(q: Quantity, reading: Reading) -> bool:
    """Whether a figure is for one of several: "on the north bank alone, 4,100 people fled"."""
    words = words_of(load_language(reading.document.language))
    before = _before(q, reading).replace(",", " ").split()[-1:]
    behind = reading.document.text[q.span.end : q.span.end + BESIDE + BESIDE].lower()
    after = behind.partition(".")[0].replace(",", " ").split()
    return not words.alone.isdisjoint((*before, *after))


def some_told(q: Quantity, claim: Claim, reading: Reading) -> bool:
    """Whether a sentence has a count also as one of those that it tells of: "of three men, two of whom …"."""
    text, words = reading.document.text, words_of(load_language(reading.document.language))
    return q.unit == "" and any(
        not o.unit
        and not o.noun
        and agree(o, q)
        and " ".join(text[o.span.end : o.span.end + BESIDE].lower().split()[:2]) in words.parts
        for c in sentence(claim, reading)
        for o in c.quantities
    )


def is_far_from(q: Quantity, reading: Reading) -> bool:
    """Whether a share tells how far one thing lies from another: "38 percent above Monday's price"."""
    words = words_of(load_language(reading.document.language))
    after = reading.document.text[q.span.end : q.span.end + BESIDE].split()
    return q.unit == "percent" and bool(after) and norm(after[0]) in words.far_from


def against_two(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two figures are the distances from two things: "less than forecast", "lower than in 2011"."""
    words, link = words_of(pair.language), pair.link
    ours = _standard(a, pair.left, link.left, words)
    theirs = _standard(b, pair.right, link.right, words)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _standard(q: Quantity, reading: Reading, claim: Claim, words: Words) -> frozenset[str]:
    """Stems of what a figure compares something with, up to the next mark: those behind "lower than"."""
    behind = [t for t in reading.passages[claim.passage].tokens if t.start >= q.span.end]
    if len(behind) < len(("less", "than", "feared")):
        return frozenset()
    change, than, *told = behind
    if change.norm not in words.changing or than.norm not in words.than:
        return frozenset()
    marks = (b.start for a, b in pairwise(told) if not reading.document.text[a.end : b.start].isspace())
    end = next(marks, told[-1].end)
    if any(than.end <= t.span.start < end for c in sentence(claim, reading) for t in c.times):
        return frozenset((TIME,))
    return frozenset(t.stem for t in told if t.start < end and t.norm not in words.stop)


def is_wished(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether the words before a figure say that it is asked for: "prosecutors sought eight years".

    A vote on what is asked for is none that is.
    """
    if q.unit == "score":
        return False
    before = [t for t in claim.tokens if t.end <= q.span.start]
    # "Wants to build 450 homes" tells what is planned, "wants to cut them to 450" what is asked for.
    changed = before[-1:] and before[-1].norm in words.to
    return any(
        t.stem in words.wishing and (changed or k + 1 == len(before) or before[k + 1].norm not in words.to)
        for k, t in enumerate(before)
    )
