"""How alike two whole documents are: the best sign that they report one event and not two of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log

from treatydiff.align.words import Bag

LEAD = 3
"""Number of passages, from the top, that name what the report is about."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A document as a whole: what it speaks of and how often."""

    bags: Sequence[Bag]
    weights: Mapping[str, int]
    total: int
    spread: Mapping[str, int]
    """Number of passages that hold a word."""
    names: frozenset[str]
    lead: frozenset[str]
    lead_names: frozenset[str]


def profile(bags: Sequence[Bag]) -> Profile:
    """The document that these passages make up."""
    weights: dict[str, int] = {}
    spread: Counter[str] = Counter()
    for b in bags:
        weights.update(b.weights)
        spread.update(b.words)
    top = bags[:LEAD]
    return Profile(
        bags,
        weights,
        sum(weights.values()),
        spread,
        frozenset().union(*(b.names for b in bags)),
        frozenset().union(*(b.words for b in top)),
        frozenset().union(*(b.names for b in top)),
    )


def story_likeness(a: Profile, b: Profile) -> dict[str, float]:
    """Signs, from 0 to 1 each, that two documents report one event; the same in both directions."""
    return {
        "words": _dice(a.weights.keys(), b.weights.keys(), a.weights, b.weights),
        "names": _dice(a.names, b.names, a.weights, b.weights),
        "leads": _dice(a.lead, b.lead, a.weights, b.weights),
        "lead_found": (_found(a.lead, a, b) + _found(b.lead, b, a)) / 2,
        "lead_names_found": (_found(a.lead_names, a, b) + _found(b.lead_names, b, a)) / 2,
        "length": log(1 + min(len(a.bags), len(b.bags))) / 4,
    }


def _dice(x: AbstractSet[str], y: AbstractSet[str], wx: Mapping[str, int], wy: Mapping[str, int]) -> float:
    """Weighted share that two sets have in common (Dice 1945)."""
    both = sum(wx[k] for k in x & y)
    total = sum(wx[k] for k in x) + sum(wy[k] for k in y)
    return 2 * both / total if total else 0.0


def _found(words: frozenset[str], own: Profile, other: Profile) -> float:
    """Weighted share of some words of one document that the other uses too; a half where there are none."""
    total = sum(own.weights[k] for k in words)
    return sum(own.weights[k] for k in words if k in other.weights) / total if total else 0.5
