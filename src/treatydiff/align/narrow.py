"""From two passages that tell the same fact to the clauses of theirs that carry it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from treatydiff.align.features import SHORT, Signs, in_common, plain_synonyms
from treatydiff.align.score import ENOUGH
from treatydiff.align.words import Bag, bag
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
CARRIES = 0.2
"""Damped share in common from which a further pair of clauses carries a fact of its own."""
SECOND, FAINT = 0.5, 0.1
"""The same as a part of the likeness of the first pair, if it is more than faint."""
LITTLE = 300
"""Weight of words in common, by rarity in the language, below which short documents have no fact in common
("old", "the minister"): in a few sentences, where they stand and what stands beside them says nothing."""
NOTHING = -0.4
"""Likeness of such clauses: no other sign makes up for it."""
MOST = 0.6
"""Share of what two sentences have in common from which one pair of clauses carries all of it."""


class Clauses:
    """The clauses of two documents, ready to be matched within linked passages."""

    def __init__(self, left: Reading, right: Reading, signs: Signs, language: Language) -> None:
        self.left, self.right = _by_passage(left), _by_passage(right)
        self.tags_left, self.tags_right = _tags(left), _tags(right)
        self.signs, self.language = signs, language
        self.short = min(len(left.passages), len(right.passages)) <= SHORT
        self.sentences = {"l": left.passages, "r": right.passages}
        self.common: dict[tuple[int, int], tuple[float, int]] = {}
        self.owns: dict[tuple[str, int], Bag] = {}
        self.bags: dict[tuple[str, int], tuple[Bag, int]] = {}

    def carriers(self, i: int, j: int) -> list[tuple[float, Claim, Claim]]:
        """Pairs of clauses that carry what passages `i` and `j` have in common, the strongest first.

        Each with the damped share, from 0 to 1, of what the two clauses have in common.  For the first one it
        is at least `ENOUGH` where they hold most of what the sentences have in common, however little: a
        short sentence says little else.
        """
        left, right = self.left[i], self.right[j]
        if [c.text for c in left] == [c.text for c in right]:
            return [(1.0, x, y) for x, y in zip(left, right, strict=True)]
        if self.short and in_common(self.signs.a[i], self.signs.b[j]) < LITTLE:
            return [(NOTHING, left[0], right[0])]
        ranked = [(self._likeness(x, y), x, y) for x in left for y in right]
        ranked.sort(key=lambda r: (-r[0], abs(r[1].index - r[2].index), r[1].index + r[2].index))
        alike, x, y = ranked[0]
        first = (max(alike, self._carried(i, j, x, y)), x, y)
        least = min(CARRIES, max(FAINT, SECOND * alike))
        return [first, *(pair for pair in ranked[1:] if pair[0] >= least)]

    def _likeness(self, x: Claim, y: Claim) -> float:
        worth, common = self._in_common(x, y)
        return worth * 2 * common / (self.bag("l", x)[1] + self.bag("r", y)[1] + DAMPING)

    def _carried(self, i: int, j: int, x: Claim, y: Claim) -> float:
        """`ENOUGH` where two clauses hold most of what their passages have in common, else a part of it."""
        whole = self.signs.in_common.get((i, j), 0)
        if not whole:
            return 0.0
        worth, common = self._in_common(x, y)
        return worth * ENOUGH * min(1.0, common / whole / MOST)

    def _in_common(self, x: Claim, y: Claim) -> tuple[float, int]:
        """What likeness of two clauses counts for, and the telling weight that both have."""
        pair = (x.index, y.index)
        if pair not in self.common:
            tags = x.index in self.tags_left and y.index in self.tags_right
            worth = (TAG if tags else 1.0) * self._telling(x, y)
            self.common[pair] = worth, self.signs.common(self.bag("l", x)[0], self.bag("r", y)[0])
        return self.common[pair]

    def _telling(self, x: Claim, y: Claim) -> float:
        """Less than 1 where the clauses' own words have nothing, or nothing but names, in common."""
        a, b = self.own("l", x), self.own("r", y)
        if not a.words & b.words <= a.names | b.names:
            return 1.0
        if not in_common(a, b) and (x.topic or y.topic):
            return TOPIC
        return 1.0 if plain_synonyms(a, b) else NAMES

    def own(self, side: str, claim: Claim) -> Bag:
        """The words of a clause of the left ("l") or right ("r") document."""
        place = (side, claim.index)
        if place not in self.owns:
            whole = (self.signs.a if side == "l" else self.signs.b)[claim.passage]
            alone = claim.tokens == self.sentences[side][claim.passage].tokens
            self.owns[place] = whole if alone else bag(claim.tokens, self.language)
        return self.owns[place]

    def bag(self, side: str, claim: Claim) -> tuple[Bag, int]:
        """The words of a clause and of what it is said of, and their telling weight."""
        place = (side, claim.index)
        if place not in self.bags:
            own = self.own(side, claim)
            found = bag((*claim.topic, *claim.tokens), self.language) if claim.topic else own
            self.bags[place] = (found, self.signs.total(found))
        return self.bags[place]


def _by_passage(reading: Reading) -> dict[int, Sequence[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.passage].append(claim)
    return dict(found)


def _tags(reading: Reading) -> set[int]:
    """Numbers of the claims that hold the verb of speech for what another claim says."""
    cues = sorted(q.cue_span for q in reading.quotes if q.cue_span)
    starts = [c.start for c in cues]
    found = set()
    for claim in reading.claims:
        at = bisect_left(starts, claim.span.start)
        if not claim.quotes and at < len(cues) and cues[at].end <= claim.span.end:
            found.add(claim.index)
    return found
