"""Sides of a thing: "the eastern end", "the west wing of the museum", "the third floor"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules import once_a_claim
from treatydiff.rules._bearings import compass
from treatydiff.rules._located import Words, words_of


def _has_side(claim: Claim, language: Language) -> bool:
    words, points = words_of(language), compass(language)
    norms = [t.norm for t in claim.tokens]
    return not words.sides.keys().isdisjoint(norms) or not points.keys().isdisjoint(norms)


@once_a_claim
def sided(claim: Claim, reading: Reading, language: Language) -> dict[str, tuple[str, str, Span]]:
    """Stem of each thing of which a claim names one side → what kind of side, its word, and where."""
    if not _has_side(claim, language):
        return {}
    words, points = words_of(language), compass(language)
    stop = frozenset(language.words("grammar", "stop"))
    found: dict[str, tuple[str, str, Span]] = {}
    for k, (side, head) in enumerate(pairwise(claim.tokens)):
        kind = "compass" if side.norm in points else words.sides.get(side.norm, "")
        if not kind or head.norm in stop or head.norm in words.chambers or not head.text.islower():
            continue
        span = Span(side.start, head.end)
        portion = head if head.norm in words.portions - words.storeys else None
        head = (_with_a_side(claim, k, words, stop) if portion else None) or head
        if k > 1 and words.locating.get(claim.tokens[k - 2].norm) in ("to", "from"):
            # "Came from the western part of Tarn"
            continue
        if any(p.group.start <= side.start < p.group.end for p in claim.predicates):
            # "left home"
            continue
        if (kind == "storeys") == (head.norm in words.storeys):
            # "The east bank of the river" may be "the western bank" elsewhere.
            found |= {t.stem: (kind, side.norm, span) for t in (portion, head) if t is not None}
    return found


def _with_a_side(claim: Claim, k: int, words: Words, stop: AbstractSet[str]) -> Token | None:
    """What has a side that token `k` names: "the eastern side of the dam", "the dam on its eastern side"."""
    tokens, verbs = claim.tokens, {p.span.start for p in claim.predicates}
    behind = [t for t in tokens[k + 2 : k + 5] if t.norm not in stop or t.norm in words.of]
    # Of a town only where something is there: "on the eastern edge of Tarn", not "from the east of Tarn".
    there = k > 1 and words.locating.get(tokens[k - 2].norm) == "at"
    if len(behind) > 1 and behind[0].norm in words.of and (there or behind[1].text.islower()):
        return behind[1]
    before = tokens[max(0, k - 3) : k]
    if len(before) == 3 and words.locating.get(before[1].norm) == "at" and before[2].norm in stop:
        noun = before[0].text.islower() and before[0].norm not in stop and before[0].start not in verbs
        return before[0] if noun else None
    return None
