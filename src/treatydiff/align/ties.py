"""Figures of two reports of one event that are for one thing and disagree, whatever else the clauses say.

A figure that the other report has as well needs no partner.  Of those that are left, one here and one there
are tied where they are of one kind and size and what is known of them fits: the noun that is counted, whose
age it is, the words around.  That the sentences are strongly linked counts where no other figure that is left
is of that size.  Each figure is tied to one value of the other report at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf

from treatydiff.align.added import pair_of
from treatydiff.align.bonds import STRONG, Bonds
from treatydiff.align.features import WORD, Signs
from treatydiff.align.kinds import ANY_AGE, GAME, PERSONS, YEAR, Kind, Placed, by_kind
from treatydiff.align.likeness import NEAR_BOUND
from treatydiff.align.words import meanings as senses_of
from treatydiff.frozen import dataclass
from treatydiff.hints import Any
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading
from treatydiff.rules._figures import (
    Words,
    apart,
    at_odds,
    other_names,
    shown,
    words_of,
)
from treatydiff.rules._rivals import of_two_deeds
from treatydiff.rules._sizes import ALIKE_SIZE, FAR, agree, alike_size
from treatydiff.rules._sums import told_otherwise

MANY = 60
"""A report with more figures of a unit is a table; nothing is tied in it by what is left over."""
LEFT_OVER = 8
"""So many different figures of a unit may be left over on either side."""
TIED = 0.5
"""From here on figures are tied."""
PER_WORD, WORDS = 0.15, 2.0
"""How much surer each telling word makes it that both figures have around them, and how many count."""
SOLE, RIVALS = 0.6, 0.4
"""Sureness of a sum of money, by itself, that has no rivals on either side, and that has some."""
COUNT, SHARE, SPAN, RARE = 0.4, 0.35, 0.4, 0.5
"""Sureness of a count without rivals, of a share, of other measures, and of those seldom given."""
MEASURES = frozenset(("km", "kmh", "kg", "hectare", "litre", "celsius", "barrel", "megawatt"))
"""Units of what is measured, neither counted nor paid."""
COMMON = ("km", "day", "times")
"""Units of measures that reports give for many things: distances, sizes; all others are seldom given."""
NAMES = 3
"""So many names in common make two reports tell of one event, whatever they disagree on."""
LINKED = 0.15
"""How much surer it is of figures whose sentences are strongly linked."""
WORDED = 0.7
"""Of shares, how much of a telling word both sentences must have too."""
VOTED = 30.0
"""The score of two sentences from which the outcomes in them are of one vote, of several."""
OF_PERSON, OF_VOTE = 0.9, 0.8
"""Sureness of ages of one person, and of the outcomes of a vote."""
PER_BOND, BONDS = 0.15, 2
"""How much surer each other figure makes it that both sentences give, and how many count."""
LEAD, FIRST = 0.15, 5
"""How much surer it is of sums among so many first sentences, which tell the main ones."""
BAND = 1.5
"""A range whose most is more than so many times its least tells no measure that lies within."""
YEARS = 10
"""Ages further apart are two persons', one of whom was not told apart from the other."""
SLIP, ALIKE = 0.2, 0.25
"""How much surer it is where one figure may be the other, misread; where words around both are alike."""
LARGE = 1e5
"""Counts from here on mostly are sums of money in a currency of whatever name."""
FARTHER = 3.0
"""How far apart figures without rivals may be whose sentences are strongly linked."""
SOME_DOZENS = 30
"""Counts from here on are seldom given of two things of one name."""
REST = 0.75
"""Share of the score of two sentences that others with figures of a size must have to be their rivals."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two clauses and what is said of one thing in them."""

    left: Claim
    right: Claim
    sure: float
    """From 0 to 1."""
    detail: str
    """Both wordings: "214 passengers / 241 passengers"."""


def ties(left: Reading, right: Reading, language: Language, signs: Signs, bonds: Bonds) -> list[Tie]:
    """The figures of two reports that are for one thing and disagree, in the order of the text."""
    persons = frozenset(n.entity for r in (left, right) for n in r.names if n.kind == "person")
    ours, theirs = by_kind(left, persons, language), by_kind(right, persons, language)
    found: list[Tie] = []
    named = ({n.entity for n in r.names if n.kind != "unknown"} for r in (left, right))
    if at_odds(left, right, language) and len(set.intersection(*named)) < NAMES:
        return found
    for kind in sorted(ours.keys() & theirs.keys()):
        mine, yours = ours[kind], theirs[kind]
        if len(mine) > MANY or len(yours) > MANY:
            continue
        alone = _values(mine) == _values(yours) == 1
        if (kind[0] == GAME and not (alone and _has_side(kind, ours, theirs))) or (
            kind == ANY_AGE and not alone
        ):
            # Of a report with several scores, each is of another game, set or half; and so with ages.
            continue
        a = [f for f in mine if not _is_told(f.quantity, _alike_kinds(kind, theirs), right)]
        b = [f for f in yours if not _is_told(f.quantity, _alike_kinds(kind, ours), left)]
        if a and b and _values(a) <= LEFT_OVER and _values(b) <= LEFT_OVER:
            found += _matched(kind, a, b, left, right, language, signs, bonds)
    # Counts are matched by each meaning of their noun: the surest tie of two figures stands.
    surest = {(t.left.index, t.right.index, t.detail): t for t in sorted(found, key=lambda t: t.sure)}
    return [surest[place] for place in sorted(surest)]


def _alike_kinds(kind: Kind, told: Mapping[Kind, list[Placed]]) -> list[Placed]:
    """The figures of a kind; of a score, also those that are not known to be of a vote, or of a game."""
    scores = (GAME, "score")
    of_score = kind[0] in scores
    return [
        f
        for k, figures in told.items()
        if k == kind or (of_score and k[0] in scores and k[1:] == kind[1:])
        for f in figures
    ]


def _has_side(kind: Kind, *reports: Mapping[Kind, Sequence[Placed]]) -> bool:
    """Whether two reports with one score each agree on what one of the sides has."""
    others = [
        {f.quantity.low for k, fs in told.items() if k[0] == GAME and k != kind for f in fs}
        for told in reports
    ]
    return len(set.union(*others)) == 1


def _is_told(q: Quantity, same: Iterable[Placed], other: Reading) -> bool:
    """Whether the other report has the figure too: of its kind, without any unit, or in parts."""
    # "More than half" is no telling of 92 percent.
    exact = (f.quantity for f in same if -inf < f.quantity.low <= f.quantity.high < inf)
    loose = (f.quantity for f in same if alike_size(q, f.quantity, NEAR_BOUND))
    # Nor is "a band of 2 to 5 percent" a telling of 4.
    narrow = (o for o in (*exact, *loose) if not o.unit or abs(o.high) == inf or o.high <= BAND * o.low)
    return any(agree(q, o) for o in narrow) or told_otherwise(q, other)


def _values(figures: Iterable[Placed]) -> int:
    return len({(f.quantity.low, f.quantity.high) for f in figures})


def _matched(
    kind: Kind,
    a: Sequence[Placed],
    b: Sequence[Placed],
    left: Reading,
    right: Reading,
    language: Language,
    signs: Signs,
    bonds: Bonds,
) -> Iterator[Tie]:
    """The surest pairs first, each value with one of the other side."""
    sole, words = _values(a) == _values(b) == 1, words_of(language)
    pairs = [
        (
            _sureness(
                kind, x, y, sole, sole or _is_unrivalled(x, y, a, b, words, bonds), language, signs, bonds
            ),
            x,
            y,
        )
        for x in a
        for y in b
    ]
    partner: dict[tuple[str, float, float], tuple[float, float]] = {}
    for sure, x, y in sorted(pairs, key=_surest):
        if sure < TIED:
            return
        p, q = x.quantity, y.quantity
        mine, yours = (p.low, p.high), (q.low, q.high)
        if partner.get(("l", *mine), yours) != yours or partner.get(("r", *yours), mine) != mine:
            continue
        if _goes_on(p, q, left, right):
            continue
        partner["l", *mine], partner["r", *yours] = yours, mine
        pair = pair_of(x.claim, y.claim, left, right, language)
        if p.unit in MEASURES and of_two_deeds(pair):
            # "Leaked 40 litres", "drank 31 litres"
            continue
        if p.unit in ("age", "score") or not other_names(pair):
            yield Tie(x.claim, y.claim, sure, f"{shown(p, left)} / {shown(q, right)}")


def _is_unrivalled(
    x: Placed, y: Placed, a: Iterable[Placed], b: Iterable[Placed], words: Words, bonds: Bonds
) -> bool:
    """Whether no other figure left over on either side is of about the size of the other's.

    One whose sentence is linked far less with the other's is no rival.
    """
    least = REST * bonds.of(x.claim, y.claim)
    here = [f for f in a if bonds.of(f.claim, y.claim) >= least]
    there = [f for f in b if bonds.of(x.claim, f.claim) >= least]
    return not (_has_rival(x, y, here, words) or _has_rival(y, x, there, words))


def _has_rival(own: Placed, other: Placed, figures: Iterable[Placed], words: Words) -> bool:
    """Whether another one of some figures might be what the other report's is of."""
    p, kind = own.quantity, apart(own.quantity, words)
    return any(
        (f.quantity.low, f.quantity.high) != (p.low, p.high)
        and _is_near(f, other)
        and apart(f.quantity, words) == kind
        for f in figures
    )


def _is_near(x: Placed, y: Placed) -> bool:
    """Whether figures are so close that reports might confuse them; small ones always are."""
    return min(x.quantity.low, y.quantity.low) <= 0 or alike_size(x.quantity, y.quantity, FAR)


def _goes_on(p: Quantity, q: Quantity, left: Reading, right: Reading) -> bool:
    """Whether two spans of days may be one that goes on or is counted otherwise: "after four days"."""
    one, two = left.document.published, right.document.published
    if p.unit != "day" or not 1 <= max(p.low, q.low) < YEAR:
        return False
    return one is None or two is None or abs(q.low - p.low) <= abs((two - one).days) + 1


def _surest(pair: tuple[float, Placed, Placed]) -> tuple[Any, ...]:
    """Sort key: the surest first, then those at like places, then at the top; whichever report is left."""
    sure, x, y = pair
    at, there = x.claim.index, y.claim.index
    values = sorted([(f.quantity.low, f.quantity.high) for f in (x, y)])
    return -sure, abs(at - there), at + there, values


def _sureness(
    kind: Kind,
    x: Placed,
    y: Placed,
    sole: bool,
    unrivalled: bool,
    language: Language,
    signs: Signs,
    bonds: Bonds,
) -> float:
    """From 0 to 1: how sure it is that two figures that are left over measure one thing.

    `sole` is whether no others are left over on either side, `unrivalled` whether none are of their size.
    """
    words = words_of(language)
    p, q = x.quantity, y.quantity
    shared = signs.common(signs.seen(x.near), signs.seen(y.near)) / WORD
    more = PER_WORD * min(WORDS, shared)
    link = bonds.of(x.claim, y.claim)
    if p.unit == "age":
        unnamed = COUNT + more
        years = abs(p.low - q.low)
        if kind == ANY_AGE:
            # "The woman, a 28-year-old teacher", "Dunmore, 34"
            near = years <= YEARS and link >= STRONG and shared > 0 and not bonds.brief
            return TIED if near and not (x.named and y.named) else 0.0
        return (OF_PERSON if x.named else unnamed if sole else 0.0) if years <= YEARS else 0.0
    if kind == PERSONS:
        near = alike_size(p, q) and link >= STRONG and not bonds.brief
        said = shared >= 1 or p.noun[-1] in y.near.words or q.noun[-1] in x.near.words
        alone = (x.alone and y.alone and said) or (unrivalled and _is_slip(p, q))
        return RARE if near and alone else 0.0
    if kind[0] == GAME:
        return TIED if sole and link >= STRONG else 0.0
    if p.unit == "score" and (sole or (unrivalled and link >= VOTED)) and alike_size(p, q):
        return OF_VOTE
    said = shared >= WORDED if p.unit == "percent" else shared > 0
    strong = link >= STRONG and said and not bonds.brief
    linked = unrivalled and strong
    if not alike_size(p, q, FARTHER if linked and p.unit and p.unit not in words.money else ALIKE_SIZE):
        return 0.0
    if p.unit == "score" or apart(p, words) != apart(q, words):
        return 0.0
    ours, theirs = (_measured(f, words) if p.unit else frozenset() for f in (x, y))
    of_one = _is_one(ours, theirs, language)
    if ours and theirs and not of_one and p.unit != "day":
        # Of profits here, of sales there; but "spend six years" and "a sentence of five" are of one thing.
        return 0.0
    more += SLIP * _is_slip(p, q)
    more += ALIKE * bool(_alike(x, words) & _alike(y, words) or (of_one and (x.back or y.back)))
    more += PER_BOND * min(BONDS, bonds.figures_in_common(x.claim, y.claim))
    more += LINKED if strong else 0.0
    if p.unit == "":
        one, two = set(p.noun[:-1]), set(q.noun[:-1])
        # Qualifiers that the other side does not have make it another group, or a part of it, unless both are
        # of one kind besides: "antique pocket watches", "pocket watches".
        alone = sole or linked or (unrivalled and _is_slip(p, q))
        if not alone or not (one & two or one ^ two <= x.near.words | y.near.words):
            return 0.0
        size = min(p.low, q.low)
        own = SOLE if size >= LARGE else RARE if size > SOME_DOZENS and shared > 0 else COUNT
        return more + PER_WORD * bool(one & two) + own
    if p.unit == "percent":
        return more + SHARE
    if p.unit in words.money:
        first = max(x.claim.passage, y.claim.passage) < FIRST
        return more + (SOLE if sole else RIVALS) + (LEAD if first else 0.0)
    if not linked and (p.unit == "times" or (p.unit == "day" and p.low >= 1)):
        return 0.0
    close = shared > 0 or (link >= STRONG and not bonds.brief)
    return more + (RARE if unrivalled and close and p.unit not in COMMON else SPAN)


def _measured(f: Placed, words: Words) -> AbstractSet[str]:
    """Of what its clause, or the sentence that it takes up, says that it is the measure."""
    told = f.near.words & words.measured
    return told if f.back or not told else told & {t.stem for t in f.claim.tokens}


def _is_one(ours: AbstractSet[str], theirs: AbstractSet[str], language: Language) -> bool:
    """Whether both sides name one thing that is measured; prices tell of inflation."""
    if ours & theirs:
        return True
    return not senses_of(ours, language).keys().isdisjoint(senses_of(theirs, language))


def _alike(x: Placed, words: Words) -> set[str]:
    """Kinds of measure that the words around a figure name: "cost" for costs and bills."""
    return {words.alike[w] for w in x.near.words if w in words.alike}


def _is_slip(p: Quantity, q: Quantity) -> bool:
    """Whether one figure may be the other, misread: 214 and 241, 2.4 and 4.2 million, 1,204 and 1,104."""
    a, b = (_digits((f.low + f.high) / 2 if abs(f.low + f.high) < inf else f.low) for f in (p, q))
    if len(a) != len(b) or len(a) < 2:
        return False
    changed = sum(c != d for c, d in zip(a, b, strict=True))
    return Counter(a) == Counter(b) or (len(a) > 2 and changed == 1)


def _digits(value: float) -> str:
    """The digits of a figure, without the zeros at either end."""
    return f"{value:.6f}".replace(".", "").strip("0")
