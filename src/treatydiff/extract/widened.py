"""The interval that an approximator opens: "at least 27", "nearly three years", "or so"."""

from __future__ import annotations

from math import inf

from treatydiff.extract.numerals import Lexicon
from treatydiff.extract.window import Window
from treatydiff.frozen import dataclass

ABOUT, BELOW = 0.12, 0.15
"""How far "about" reaches to both sides, and "nearly" downwards, as a share of the figure."""
LONGEST = 4
"""Words in the longest approximator."""


@dataclass(frozen=True, slots=True)
class Widened:
    """An interval, and the tokens ``begin:end`` of its wording."""

    low: float
    high: float
    begin: int
    end: int
    approximate: bool


EXACT = "exact"
"""The effect of words that hold an approximator and are none."""


def widened(low: float, high: float, first: int, end: int, at: Window, words: Lexicon) -> Widened:
    """The figure ``low``-``high`` written in tokens ``first:end``, with the approximators around it."""
    begin = first - (at.norm(first - 1) in words.lists["articles"])
    effects: list[str] = []
    while found := _before(begin, at, words):
        effects.append(found[0])
        begin -= found[1]
    if not effects:
        begin = first
    for size in (2, 1):
        if effect := words.after.get(tuple(t.norm for t in at.tokens[end : end + size])):
            effects.append(effect)
            end += size
            break
    if effects:
        low, high = _opened(low, high, effects[0])
    return Widened(low, high, begin, end, any(effect != EXACT for effect in effects))


def _before(begin: int, at: Window, words: Lexicon) -> tuple[str, int] | None:
    """The effect and length of the approximator that ends before token `begin`."""
    for size in range(LONGEST, 0, -1):
        phrase = tuple(t.norm for t in at.tokens[max(0, begin - size) : begin])
        effect = words.before.get(phrase) if len(phrase) == size else None
        if effect and not any(c in at.gap(k) for k in range(begin - size + 1, begin + 1) for c in ",;:."):
            return effect, size
    return None


def _opened(low: float, high: float, effect: str) -> tuple[float, float]:
    if effect == EXACT:
        # "They add up to 418,000": not "up to" it
        return low, high
    if effect in ("least", "above"):
        return low, inf
    if effect in ("most", "below"):
        return min(0.0, low), high
    if effect == "nearly":
        return low - BELOW * abs(low), high
    return low - ABOUT * abs(low), high + ABOUT * abs(high)
