"""How likely two documents tell one story, times how likely two passages tell one fact.

Both are logistic models, their weights set by ``benchmarks/fit_alignment.py``; see docs/alignment.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp
from operator import mul

from treatydiff.model import Evidence, Link

STORY: Mapping[str, float] = {
    "bias": -5.23,
    "words": 5.28,
    "names": 4.89,
    "rare_names": 3.62,
    "main_person": 1.76,
    "other_person": -1.36,
    "full_names": 1.40,
    "figures": 1.43,
    "lead_figures": 5.93,
}
"""Do the documents report one event?"""
FACT: Mapping[str, float] = {
    "bias": 4.18,
    "telling_words": 2.26,
    "best": 0.72,
    "openings": 4.88,
    "figures": 1.31,
    "day": 0.58,
    "neighbours": 1.13,
    "order": 1.70,
    "place": 1.72,
    "crowd": -11.48,
}
"""Given that they do: do the passages tell one fact?"""

CUT = 0.35
"""The likelihood that becomes a score of 55, the usual threshold."""


def likelihood(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Logistic model: from 0 to 1."""
    total = weights["bias"] + sum(map(mul, map(weights.__getitem__, signs), signs.values()))
    return 1 / (1 + exp(-total))


def score(story: float, fact: float) -> float:
    """0 to 100, rising with the product of the two likelihoods; `CUT` becomes 55."""
    p = story * fact
    odds = p * (1 - CUT) / (CUT * (1 - p)) if p < 1 else 1e9
    return round(100 * odds / (odds + 45 / 55), 2)


THIN, ENOUGH = 7.0, 0.3
"""How much it counts against a link that its clauses are less alike than `ENOUGH`, in long documents."""
BRIEF, FULL = 6, 15
"""Numbers of passages up to which a document is short, and from which it is long."""


def length(passages: Iterable[int]) -> float:
    """How long documents of so many passages are, from 0 to 1, by the second longest of them."""
    shorter = min(sorted(passages)[-2:], default=0)
    return max(0.0, min(1.0, (shorter - BRIEF) / (FULL - BRIEF)))


def thin(left: int, right: int) -> float:
    """How much it counts that clauses have little in common, in documents of so many passages.

    The more clauses there are, the more of them have a word in common by chance.
    """
    return round(THIN * length((left, right)), 2)


def narrowed(points: float, alike: float, weight: float) -> float:
    """The score of two passages, lowered where the clauses have little in common."""
    return _moved(points, -weight * max(0.0, ENOUGH - alike))


def widened(points: float, alike: float, weight: float) -> float:
    """The score that two passages had before it was `narrowed` to their clauses."""
    return _moved(points, weight * max(0.0, ENOUGH - alike))


def _moved(points: float, by: float) -> float:
    """A score after more evidence, as the logarithm of how much more likely this makes it."""
    if not by or not 0 < points < 100:
        return points
    odds = points / (100 - points) * exp(by)
    return round(100 * odds / (1 + odds), 2)


def evidence(part: str, signs: Mapping[str, float], weights: Mapping[str, float]) -> tuple[Evidence, ...]:
    """Every sign of a part of the score, with its value and weight."""
    return tuple(
        [Evidence(_full(part, name), round(value, 3), weights[name]) for name, value in signs.items()]
    )


def all_evidence(link: Link) -> tuple[Evidence, ...]:
    """What a link's score rests on, from the documents as wholes to the two claims."""
    return (*link.story, *evidence("fact", link.fact, FACT), *link.evidence)


@cache
def _full(part: str, name: str) -> str:
    """The name of a sign with that of the part it belongs to; one string for all links."""
    return f"{part}.{name}"
