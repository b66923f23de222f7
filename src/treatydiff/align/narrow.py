"""From two passages that tell the same fact to the clauses of theirs that carry it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from treatydiff.align.features import (
    FIGURE,
    Seen,
    Signs,
    has_figure,
    in_common,
    nothing_in_common,
    plain_synonyms,
    same_figure,
)
from treatydiff.align.likeness import Range, figures_of
from treatydiff.align.score import ENOUGH
from treatydiff.align.words import bag
from treatydiff.frozen import NamedTuple, dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Reading

DAMPING = 700
"""Weight added to both clauses together, so that two short clauses with one word in common do not win."""
TAG = 0.3
"""What likeness counts for where both clauses only say who speaks."""
NAMES = 0.5
"""What likeness counts for where nothing but names is in common: they tell who or where, not what."""
TOPIC = 0.3
"""What likeness counts for where all that is in common is what either clause is said of."""
CARRIES = 0.17
"""Damped share in common from which a further pair of clauses carries a fact of its own."""
SECOND, FAINT = 0.5, 0.1
"""The same as a part of the likeness of the first pair, if it is more than faint."""
FEW, LITTLE = 3, 300
"""In documents of up to so many passages, where these stand and what is beside them says nothing: there is
no fact in common where words in common weigh less than `LITTLE` ("old", "the minister")."""
NOTHING = -0.4
"""Likeness of such clauses: no other sign makes up for it."""
MOST = 0.6
"""Share of what two sentences have in common from which one pair of clauses carries all of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A clause as it is matched with those of the other document."""

    claim: Claim
    own: Seen
    """Its own words."""
    plain: frozenset[str]
    """Those of them that are not names."""
    whole: Seen
    """Its words and those of what it is said of."""
    tag: bool
    """Whether it only says who speaks."""
    figures: frozenset[Range]


class Clauses:
    """The clauses of two documents, ready to be matched within linked passages."""

    def __init__(self, left: Reading, right: Reading, signs: Signs, language: Language) -> None:
        self.left, self.right = _by_passage(left), _by_passage(right)
        self.signs, self.language = signs, language
        self.few = min(len(left.passages), len(right.passages)) <= FEW
        self.sentences = {"l": left.passages, "r": right.passages}
        self.tags = {"l": _tags(left), "r": _tags(right)}
        """The claims that only tell who speaks, each with those of its sentence that tell what is said."""
        self.tagged = {
            side: {reading.claims[k].passage for k in self.tags[side]}
            for side, reading in (("l", left), ("r", right))
        }
        """The passages that have such claims."""
        self.parts: dict[tuple[str, int], Part] = {}
        self.ours: dict[int, list[Part]] = {}
        self.theirs: dict[int, list[Part]] = {}
        """The clauses of those passages that were matched."""

    def carriers(self, i: int, j: int) -> list[tuple[float, Claim, Claim]]:
        """Pairs of clauses that carry what passages `i` and `j` have in common, the strongest first.

        Each with the damped share, from 0 to 1, of what the two clauses have in common.  For the first one it
        is at least `ENOUGH` where they hold most of what the sentences have in common, however little: a
        short sentence says little else.  Further pairs have more than names or a topic in common.  Where a
        clause only tells who speaks, what is said goes with it, if that has anything in common.
        """
        left, right = self.left[i], self.right[j]
        if left[0].text == right[0].text and [c.text for c in left] == [c.text for c in right]:
            return [(1.0, x, y) for x, y in zip(left, right, strict=True)]
        if self.few and in_common(self.signs.a[i], self.signs.b[j]) < LITTLE:
            return [(NOTHING, left[0], right[0])]
        if i not in self.ours:
            self.ours[i] = [self.part("l", c) for c in left]
        if j not in self.theirs:
            self.theirs[j] = [self.part("r", c) for c in right]
        ranked = [self._match(x, y) for x in self.ours[i] for y in self.theirs[j]]
        if len(ranked) > 1:
            ranked.sort(key=_Match.order)
        best = ranked[0]
        first = (max(best.alike, self._carried(i, j, best)), best.left, best.right)
        least = min(CARRIES, max(FAINT, SECOND * best.alike))
        further = (m for m in ranked[1:] if m.alike >= least and m.worth == 1)
        chosen = [first, *((m.alike, m.left, m.right) for m in further)]
        if i in self.tagged["l"] or j in self.tagged["r"]:
            chosen += self._said(chosen, ranked)
        return chosen

    def _said(
        self, chosen: Sequence[tuple[float, Claim, Claim]], ranked: Sequence[_Match]
    ) -> list[tuple[float, Claim, Claim]]:
        """The likest clauses of what is said, for those chosen of which one only tells who says it."""
        pairs = {(x.index, y.index) for _, x, y in chosen}
        found = []
        for alike, x, y in chosen:
            ours = self.tags["l"].get(x.index) or {x.index}
            theirs = self.tags["r"].get(y.index) or {y.index}
            said = next((m for m in ranked if m.left.index in ours and m.right.index in theirs), None)
            if said and said.worth == 1 and (said.left.index, said.right.index) not in pairs:
                pairs.add((said.left.index, said.right.index))
                found.append((max(alike, said.alike), said.left, said.right))
        return found

    def _match(self, x: Part, y: Part) -> _Match:
        common, worth = self.signs.common(x.whole, y.whole), _worth(x, y)
        if _figure_in_other_words(x, y):
            common, worth = common + FIGURE, TAG if x.tag and y.tag else 1.0
        alike = worth * 2 * common / (x.whole.total + y.whole.total + DAMPING)
        return _Match(alike, x.claim, y.claim, worth, common)

    def _carried(self, i: int, j: int, best: _Match) -> float:
        """`ENOUGH` where two clauses hold most of what their passages have in common, else a part of it."""
        whole = self.signs.in_common[i].get(j, 0)
        return best.worth * ENOUGH * min(1.0, best.common / whole / MOST) if whole else 0.0

    def part(self, side: str, claim: Claim) -> Part:
        """A clause of the left ("l") or right ("r") document."""
        place = (side, claim.index)
        found = self.parts.get(place)
        if found is None:
            passage = (self.signs.a if side == "l" else self.signs.b)[claim.passage]
            alone = claim.tokens == self.sentences[side][claim.passage].tokens
            own = passage if alone else self.signs.seen(bag(claim.tokens, self.language))
            whole = self.signs.seen(bag((*claim.topic, *claim.tokens), self.language)) if claim.topic else own
            tag = claim.index in self.tags[side]
            figures = frozenset(figures_of(claim))
            found = Part(claim, own, own.words - own.bag.names, whole, tag, figures)
            self.parts[place] = found
        return found


class _Match(NamedTuple):
    """Two clauses and what they have in common."""

    alike: float
    """Damped share, from 0 to 1."""
    left: Claim
    right: Claim
    worth: float
    """What their likeness counts for."""
    common: int
    """Telling weight that both have."""

    def order(self) -> tuple[float, int, int]:
        """Sort key: the most alike first, then those that stand at like places, then at the top."""
        at, there = self.left.index, self.right.index
        return -self.alike, abs(at - there), at + there


def _worth(x: Part, y: Part) -> float:
    """What likeness of two clauses counts for: less than 1 where it says little of what they tell."""
    return (TAG if x.tag and y.tag else 1.0) * _telling(x, y)


def _telling(x: Part, y: Part) -> float:
    """Less than 1 where the clauses' own words have nothing, or nothing but names, in common."""
    if not x.plain.isdisjoint(y.plain):
        return 1.0
    if (x.claim.topic or y.claim.topic) and nothing_in_common(x.own, y.own):
        return TOPIC
    return 1.0 if plain_synonyms(x.own, y.own) else NAMES


def _figure_in_other_words(x: Part, y: Part) -> bool:
    """Whether both give one quantity but have no figure among their common words."""
    if not x.figures or not y.figures or not same_figure(x.figures, y.figures):
        return False
    return not has_figure(x.whole.words & y.whole.words)


def _by_passage(reading: Reading) -> dict[int, Sequence[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.passage].append(claim)
    return dict(found)


def _tags(reading: Reading) -> dict[int, set[int]]:
    """Numbers of the claims that only tell who says what others do, with the others of their sentence."""
    quotes = sorted((q for q in reading.quotes if q.cue_span), key=lambda q: (q.cue_span, q.span))
    starts = [q.cue_span.start for q in quotes if q.cue_span]
    said: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for claim in reading.claims:
        for quote in claim.quotes:
            said[claim.passage, quote].add(claim.index)
    found = {}
    for claim in reading.claims:
        within = quotes[bisect_left(starts, claim.span.start) : bisect_left(starts, claim.span.end)]
        # "The mill ruled out a sale" tells itself what is said.
        if within and not claim.quotes and not within[-1].span.overlap(claim.span):
            found[claim.index] = set().union(*(said[claim.passage, q.id] for q in within))
    return found
