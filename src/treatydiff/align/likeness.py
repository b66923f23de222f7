"""How alike two whole documents are: the best sign that they report one event and not two of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import isfinite, log

from treatydiff.align.words import UNLISTED, Bag, bag, meanings
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Quantity, Reading, TimeSpan
from treatydiff.tokens import norm

LEAD = 3
"""Number of passages, from the top, that name what the report is about."""
LEAD_MENTION = 4
"""What a mention of a person in the lead counts for; any other counts 1."""
CLEAR, RIVAL = 5, 0.5
"""Count from which a person is clearly the main one; share of it up to which another is not."""
MENTIONS = 5
"""A name counts as often as it occurs, up to this."""
NEUTRAL = 0.4
"""Value of a sign that cannot be seen, for want of names: it speaks neither for one event nor against."""


OPENING = 5
"""Letters of a word that its relatives mostly share: "register", "registration"; "Norway", "Norwegian"."""
SMALL, PLAIN = 3, ("", "person")
"""Counts up to this, in these units, are given of too many things to say which is meant."""
ROUNDING = 0.02
"""How far, as a share, two figures may be apart and be one: 18 km and 11 miles."""

ABOUT = 0.05
"""How much more where one of them is given as about so many."""
HOUR, VAGUE, OFF = 60, 30, 0.0005
"""Minutes; the most that a time of day may span to say which is meant; added to its hours, as no round figure
is meant: ten o'clock is not about ten.
"""
NEAR_BOUND = 1.25
"""A figure that is only a bound, as "more than 4,000", stands for others up to this factor."""

Range = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a passage can be told by beside its content words."""

    openings: Mapping[str, int]
    """How often each word, by its first letters, occurs; small words too, since wording may be kept."""
    figures: frozenset[Range]
    """Unit, lowest and highest value of the quantities that are not small counts."""
    days: frozenset[tuple[str, str]]
    """First and last day of the times that name one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A document as a whole: what it speaks of and how often."""

    bags: Sequence[Bag]
    marks: Sequence[Marks]
    weights: Mapping[str, int]
    spread: Mapping[str, int]
    """Number of passages that hold a word."""
    meant: Mapping[str, frozenset[str]]
    """Entries of the lexicon that words fall under, each with all the stems that do."""
    named: Mapping[str, int]
    """Number of passages, up to `MENTIONS`, that hold a word as a name."""
    full_names: frozenset[tuple[str, str]]
    figures: frozenset[str]
    lead_figures: frozenset[str]
    persons: Mapping[str, int]
    """Last names, each with the number of its mentions, pronouns among them; see `LEAD_MENTION`."""
    leading: frozenset[str]
    """The last names among the first `LEAD` passages."""


def profile_of(reading: Reading, language: Language) -> Profile:
    """The profile of a document that has been read."""
    passages = reading.passages
    bags = [bag(p.tokens, language) for p in passages]
    weights: dict[str, int] = {}
    spread: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for b in bags:
        weights.update(b.weights)
        spread.update(b.words)
        named.update(b.names)
    top = bags[:LEAD]
    persons, leading = _persons(reading.names, passages[: len(top)][-1].span.end if passages else 0)
    return Profile(
        bags,
        _marks(reading),
        weights,
        spread,
        meanings(weights, language),
        {k: min(n, MENTIONS) for k, n in named.items()},
        frozenset().union(*(b.full_names for b in bags)),
        frozenset().union(*(b.digits for b in bags)),
        frozenset().union(*(b.digits for b in top)),
        persons,
        leading,
    )


def _marks(reading: Reading) -> list[Marks]:
    figures: list[set[Range]] = [set() for _ in reading.passages]
    days: list[set[tuple[str, str]]] = [set() for _ in reading.passages]
    for claim in reading.claims:
        figures[claim.passage] |= figures_of(claim)
        days[claim.passage] |= days_of(claim)
    return [
        Marks(Counter(t.norm[:OPENING] for t in p.tokens), frozenset(f), frozenset(d))
        for p, f, d in zip(reading.passages, figures, days, strict=True)
    ]


def figures_of(claim: Claim) -> set[Range]:
    """Unit and values of a claim's quantities, small counts left out, and its times of day."""
    return {_range(q) for q in claim.quantities if _tells(q)} | {
        ("clock", t.clock[0] / HOUR + OFF, t.clock[1] / HOUR + OFF)
        for t in claim.times
        if t.clock and t.clock[1] - t.clock[0] <= VAGUE
    }


def days_of(claim: Claim) -> set[tuple[str, str]]:
    """First and last day of the times of a claim that name one."""
    return {(t.start[:10], t.end[:10]) for t in claim.times if _is_day(t)}


def _tells(quantity: Quantity) -> bool:
    """Whether a quantity says which thing is meant: not one of so few."""
    bound = quantity.low if isfinite(quantity.low) else quantity.high
    return isfinite(bound) and (quantity.unit not in PLAIN or bound > SMALL)


def _range(quantity: Quantity) -> Range:
    """A quantity's unit and the values that another report may give for it."""
    low, high = quantity.low, quantity.high
    if not isfinite(high):
        return quantity.unit, low, low * NEAR_BOUND
    if not isfinite(low):
        return quantity.unit, high / NEAR_BOUND, high
    slack = ABOUT if quantity.approximate else 0.0
    return quantity.unit, low * (1 - slack), high * (1 + slack)


def _is_day(time: TimeSpan) -> bool:
    return time.grain in ("minute", "day") and time.relation == "at"


def _persons(names: Iterable[Name], lead_end: int) -> tuple[Counter[str], frozenset[str]]:
    """How much is said of each person, and who is named before `lead_end`.

    A name is a person's where it is known to be one, or where a last name, a role or a pronoun takes it up.
    """
    persons: Counter[str] = Counter()
    leading = set()
    names = tuple(names)
    taken_up = {n.entity for n in names if n.resolution != "name"}
    for name in names:
        words = name.entity.split()
        if not words or name.kind in ("place", "organisation") or (len(words) == 1 and words[0].isupper()):
            continue
        if name.kind == "person" or name.entity in taken_up:
            last, lead = norm(words[-1]), name.span.start < lead_end
            persons[last] += LEAD_MENTION if lead else 1
            leading |= {last} if lead else set()
    return persons, frozenset(leading)


def story_likeness(a: Profile, b: Profile) -> dict[str, float]:
    """Signs, from 0 to about 1 each, that two documents report one event; the same in both directions."""
    both = sum(2 * w for k, w in a.weights.items() if k in b.weights)
    total = sum(a.weights.values()) + sum(b.weights.values())
    named = a.named.keys() & b.named.keys()
    return {
        "words": both / total if total else 0.0,
        "names": _same_names(a, b),
        "rare_names": log(1 + sum(a.weights[k] >= UNLISTED for k in named)) / 3,
        "main_person": _same_main(a.persons, b.persons),
        "other_person": _other_main(a, b),
        "full_names": log(1 + len(a.full_names & b.full_names)) / 3,
        "figures": _agreement(a.figures, b.figures, min),
        "lead_figures": _agreement(a.lead_figures, b.lead_figures, max),
    }


def _same_names(a: Profile, b: Profile) -> float:
    """Share of the mentions of names that are of the same ones, weighted by rarity (Dice 1945)."""
    both = sum(2 * a.weights[k] * min(n, b.named[k]) for k, n in a.named.items() if k in b.named)
    total = sum(p.weights[k] * n for p in (a, b) for k, n in p.named.items())
    return both / total if total else NEUTRAL / 2


def _same_main(x: Mapping[str, int], y: Mapping[str, int]) -> float:
    """How much the one whom either document mentions most is mentioned in the other."""
    if not x or not y:
        return NEUTRAL
    first, second = (min(sorted(m), key=lambda k: -m[k]) for m in (x, y))
    return (y.get(first, 0) / y[second] + x.get(second, 0) / x[first]) / 2


def _other_main(a: Profile, b: Profile) -> float:
    """1 where the leads are clearly about two persons, neither of whom matters much in the other document."""
    x, y = a.persons, b.persons
    if not x or not y:
        return 0.0
    first, second = (min(sorted(m), key=lambda k: -m[k]) for m in (x, y))
    clear = first != second and x[first] >= CLEAR and y[second] >= CLEAR
    clear = clear and first in a.leading and second in b.leading
    return float(clear and y.get(first, 0) <= RIVAL * y[second] and x.get(second, 0) <= RIVAL * x[first])


def _agreement(x: AbstractSet[str], y: AbstractSet[str], base: Callable[[int, int], int]) -> float:
    """Share of figures in common; half of neutral where one side has none."""
    return len(x & y) / base(len(x), len(y)) if x and y else NEUTRAL / 2
