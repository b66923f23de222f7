"""How alike two whole documents are: the best sign that they report one event and not two of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log

from treatydiff.align.words import Bag
from treatydiff.frozen import dataclass
from treatydiff.model import Name
from treatydiff.tokens import norm

LEAD = 3
"""Number of passages, from the top, that name what the report is about."""
HEROES = 2
"""Number of names that a report is most about."""
NEUTRAL = 0.4
"""Value of a sign that cannot be seen, for want of names: it speaks neither for one event nor against."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A document as a whole: what it speaks of and how often."""

    bags: Sequence[Bag]
    weights: Mapping[str, int]
    spread: Mapping[str, int]
    """Number of passages that hold a word."""
    names: Mapping[str, int]
    """Stems of names, with their weight over all passages that hold them."""
    full_names: frozenset[tuple[str, str]]
    figures: frozenset[str]
    lead_names: frozenset[str]
    lead_figures: frozenset[str]
    persons: Mapping[str, int]
    """Last names, each with the number of its mentions, pronouns among them."""


def profile(bags: Sequence[Bag], mentions: Iterable[Name] = ()) -> Profile:
    """The document that these passages make up, with the names that were found in it."""
    weights: dict[str, int] = {}
    spread: Counter[str] = Counter()
    for b in bags:
        weights.update(b.weights)
        spread.update(b.words)
    top = bags[:LEAD]
    names = frozenset().union(*(b.names for b in bags))
    persons = Counter(
        norm(name.entity.split()[-1]) for name in mentions if name.kind == "person" and name.entity.split()
    )
    return Profile(
        bags,
        weights,
        spread,
        {k: weights[k] * spread[k] for k in names},
        frozenset().union(*(b.full_names for b in bags)),
        frozenset().union(*(b.digits for b in bags)),
        frozenset().union(*(b.names for b in top)),
        frozenset().union(*(b.digits for b in top)),
        persons,
    )


def story_likeness(a: Profile, b: Profile) -> dict[str, float]:
    """Signs, from 0 to about 1 each, that two documents report one event; the same in both directions."""
    both = sum(2 * w for k, w in a.weights.items() if k in b.weights)
    total = sum(a.weights.values()) + sum(b.weights.values())
    return {
        "words": both / total if total else 0.0,
        "lead_names": (_found(a.lead_names, a, b) + _found(b.lead_names, b, a)) / 2,
        "heroes": (_prominence(a, b) + _prominence(b, a)) / 2,
        "main_person": _same_main(a.persons, b.persons),
        "full_names": log(1 + len(a.full_names & b.full_names)) / 3,
        "figures": _agreement(a.figures, b.figures, min),
        "lead_figures": _agreement(a.lead_figures, b.lead_figures, max),
    }


def _found(words: Iterable[str], own: Profile, other: Profile) -> float:
    """Weighted share of some words of one document that the other uses too."""
    share = [(own.weights[k], k in other.weights) for k in words]
    total = sum(w for w, _ in share)
    return sum(w for w, found in share if found) / total if total else NEUTRAL


def _prominence(own: Profile, other: Profile) -> float:
    """How much the other document, too, is about the names that this one is most about."""
    if not own.names or not other.names:
        return NEUTRAL
    heroes = sorted(own.names, key=lambda k: (-own.names[k], k))[:HEROES]
    most = max(other.names.values())
    there = sum(other.weights.get(k, 0) * other.spread.get(k, 0) for k in heroes)
    return there / len(heroes) / most


def _same_main(x: Mapping[str, int], y: Mapping[str, int]) -> float:
    """How much the one whom either document mentions most is mentioned in the other."""
    if not x or not y:
        return NEUTRAL
    first, second = (min(sorted(m), key=lambda k: -m[k]) for m in (x, y))
    return (y.get(first, 0) / y[second] + x.get(second, 0) / x[first]) / 2


def _agreement(x: AbstractSet[str], y: AbstractSet[str], base: Callable[[int, int], int]) -> float:
    """Share of figures in common; half of neutral where one side has none."""
    return len(x & y) / base(len(x), len(y)) if x and y else NEUTRAL / 2
