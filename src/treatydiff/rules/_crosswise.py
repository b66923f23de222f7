"""Whether two orders put the same two things the other way round, by the words that tell either thing.

Two orders clash where what comes first in either is told in words of what comes second in the other, while
the two first things, and the two second ones, have nothing in common but places.  What both sides of an order
have, and what stands all over a report, counts for neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Reading
from treatydiff.rules import Pair
from treatydiff.rules._opposites import are_opposite
from treatydiff.rules._sides import Side, Sided, sided
from treatydiff.rules._words import alike

EACH, ENOUGH, MANY = 2, 3, 5
"""How many telling words make two sides one thing where one of them has no verb of content; how many do so
whatever the verbs, and how many words both pairs of sides must have in common together; from how many it is
sure that verbs of one meaning tell the same two things."""
FEW, PART = 3, 0.25
"""Sentences, or share of them, that a telling word stands in at most."""


def other_sides(pair: Pair) -> Iterator[tuple[Sided, Sided]]:
    """Pairs of orders of two claims that put the same two things the other way round."""
    left, right = pair.clauses(sided)
    if not left or not right:
        return
    usual = pair.whole(_usual, pair.left) | pair.whole(_usual, pair.right)
    for a in left:
        for b in right:
            if _crossed(a, b, usual, pair.language) and not _told_too(a, b, pair):
                yield a, b


def _usual(reading: Reading, language: Language) -> frozenset[str]:
    """Stems that stand in so many sentences of a report that they tell none of them."""
    spread = Counter(stem for p in reading.passages for stem in {t.stem for t in p.tokens})
    most = max(FEW, PART * len(reading.passages))
    return frozenset(stem for stem, n in spread.items() if n > most)


def _told_too(a: Sided, b: Sided, pair: Pair) -> bool:
    """Whether a report tells the order of the other one as well, in words as much like it."""
    least = _weight(a, b, crosswise=True)
    pairs = ((a, pair.right), (b, pair.left))
    return any(_weight(one, o) >= least for one, reading in pairs for o in pair.throughout(sided, reading))


class _Common(NamedTuple):
    """What two sides have in common that tells them from the others."""

    words: int
    telling: int
    """How many of them do not only tell where it was, or who was there."""
    act: bool
    """Whether both are told by a verb of one meaning, or by a noun for what the other's verb tells."""
    named: bool
    """Whether a name is among them."""
    placed: bool
    """Whether they only name places."""
    free: bool
    """Whether either of the sides is told without a verb, or by one of little content."""


def _common(a: Side, b: Side, shared: frozenset[str]) -> _Common:
    ours, theirs = ({s: m - shared for s, m in side.words.items() if s not in shared} for side in (a, b))
    found = alike(ours, theirs)
    return _Common(
        len(found),
        sum(s not in a.settings and t not in b.settings for s, t in found),
        any(x & y for x in a.acts.values() for y in b.acts.values())
        or any(s in a.acts or t in b.acts for s, t in found),
        any(s in a.names and t in b.names for s, t in found),
        all(s in a.places and t in b.places for s, t in found),
        not all(side.acts.keys() & side.words.keys() for side in (a, b)),
    )


def _shared(o: Sided) -> frozenset[str]:
    """What both sides of an order have."""
    ours, theirs = (frozenset().union(*side.words.values()) for side in (o.first, o.second))
    return ours & theirs


def _crossed(a: Sided, b: Sided, usual: frozenset[str], language: Language) -> bool:
    """Whether what comes first here comes second there, and the other way round."""
    shared = _shared(a) | _shared(b) | usual
    one, two = _common(a.first, b.second, shared), _common(a.second, b.first, shared)
    if not (one.words or one.act) or not (two.words or two.act):
        return False
    if _others(a.first, b.second) or _others(a.second, b.first):
        return False
    first, second = _common(a.first, b.first, shared), _common(a.second, b.second, shared)
    if not (first.placed and second.placed):
        return False
    if a.lasting or b.lasting:
        # "The pumps ran until the roof fell", "the pumps failed, and then the roof fell"
        if (a.lasting and not b.first.ceases) or (b.lasting and not a.first.ceases):
            return False
        one = one._replace(act=one.act or (b.lasting and bool(one.words)))
        two = two._replace(act=two.act or (a.lasting and bool(two.words)))
    elif any(are_opposite(x.acts, y.acts, language) for x, y in ((a.first, b.second), (a.second, b.first))):
        return False
    only = a.only or b.only
    if only and ((one.named and two.named) or (one.act and two.act and one.words and two.words)):
        return True
    if one.words + two.words < ENOUGH:
        return False
    if (one.act and two.act) or only:
        return True
    return any(_is_one(x) and (_is_one(y) or _may_be_one(x, y)) for x, y in ((one, two), (two, one)))


def _is_one(x: _Common) -> bool:
    """Whether two sides surely tell one thing: by verbs of one meaning, or many words and no other verb."""
    many = x.telling >= ENOUGH or (x.telling and x.words > ENOUGH)
    return bool(x.act or many or (x.free and x.telling >= EACH))


def _may_be_one(x: _Common, y: _Common) -> bool:
    return x.act and x.words >= ENOUGH and x.telling >= EACH and y.telling > 0


def same_acts(a: Sided, b: Sided) -> bool:
    """Whether both things are told by verbs of one meaning and by many words that both reports have."""
    shared = _shared(a) | _shared(b)
    one, two = _common(a.first, b.second, shared), _common(a.second, b.first, shared)
    return one.act and two.act and one.words + two.words >= MANY


def _weight(a: Sided, b: Sided, crosswise: bool = False) -> int:
    """How many words two orders of the same two things have in common; 0 where either side has none."""
    shared = _shared(a) | _shared(b)
    first, second = (b.second, b.first) if crosswise else (b.first, b.second)
    one, two = _common(a.first, first, shared).words, _common(a.second, second, shared).words
    return one + two if crosswise or (one and two) else 0


def _others(a: Side, b: Side) -> bool:
    """Whether two sides tell of different people."""
    return bool(a.people and b.people) and not a.people & b.people
