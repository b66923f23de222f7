"""Directions from a place, or within it: "18 km north of Tarn", "in the south of the country"."""

from __future__ import annotations

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Span
from treatydiff.rules import once_a_claim
from treatydiff.rules._sizes import agree
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold

NEAR = 24
"""Characters between a distance and its direction: "18 km (11 miles) to the north"."""
DISTANCE = "distance_from_one_place"
"""Evidence of a link between clauses that measure one distance from one place."""

ONE_DIRECTION = "one_direction"
"""Evidence of a link between clauses with a report's only direction from a place, or side of a thing."""
OPPOSITE = 135
"""Degrees between two directions that are as good as opposite."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A direction from, or within, a place."""

    degrees: int
    anchor: str
    """Folded words of the place; "" where it is only called the town."""
    within: bool
    """Whether it is a part of the place: "in the north of"."""
    span: Span
    distance: Quantity | None
    """How far away, where the words before say it."""

    def same_distance(self, other: Bearing) -> bool:
        """Whether both are as far from one place."""
        one_place = not self.anchor or not other.anchor or self.anchor == other.anchor
        return bool(self.distance and other.distance and one_place and agree(self.distance, other.distance))


@once_a_claim
def bearings(claim: Claim, reading: Reading, language: Language) -> list[Bearing]:
    """The directions that a claim gives."""
    points, levels = compass(language), _levels(language)
    inside = language.table("roles", "locating").get("at", ())
    definite = language.words("figures", "definite")
    tokens, text = claim.tokens, reading.document.text
    found: list[Bearing] = []
    if points.keys().isdisjoint([t.norm for t in tokens]):
        return found
    k = 0
    while k < len(tokens):
        degrees = points.get(tokens[k].norm)
        if degrees is None:
            k += 1
            continue
        first, last = k, k
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        if after and after.norm in points and text[tokens[k].end : after.start] in ("-", "‑", " "):
            degrees, last = _between(degrees, points[after.norm]), k + 1
        k = last + 1
        if last + 2 >= len(tokens) or tokens[last + 1].norm not in language.words("figures", "of"):
            continue
        anchor = tokens[last + 2 : last + 7]
        kind = next((n for n, t in enumerate(anchor[:3]) if t.norm in levels), 0)
        if any(t.text[:1].isupper() for t in anchor[kind + 1 : kind + 2]):
            # "The Norwegian port Tarn"
            anchor = anchor[kind:]
        named = [fold(t.text) for t in anchor if t.text[:1].isupper()]
        if not named and not any(t.norm in levels for t in anchor[:3]):
            continue
        before = [t.norm for t in tokens[max(0, first - 2) : first]]
        within = len(before) > 1 and before[0] in inside and before[1] in definite
        end = next(t for t in anchor if t.text[:1].isupper() or (not named and t.norm in levels))
        span = Span(tokens[first].start, end.end)
        far = (q for q in claim.quantities if q.unit == "km" and 0 <= span.start - q.span.end < NEAR)
        found.append(Bearing(degrees, named[0] if named else "", within, span, next(far, None)))
    return found


def degrees_apart(a: int, b: int) -> int:
    """How far two directions are apart."""
    apart = abs(a - b)
    return min(apart, 360 - apart)


def _between(a: int, b: int) -> int:
    """The direction halfway between two that are a quarter apart."""
    return (a + b) // 2 if abs(a - b) <= 180 else ((a + b + 360) // 2) % 360


@once_a_language
def compass(language: Language) -> dict[str, int]:
    """Degrees of each word for a direction, north 0 and east 90."""
    return {w: int(v) for w, v in language.values("roles", "compass").items()}


@once_a_language
def _levels(language: Language) -> frozenset[str]:
    return frozenset(w for ws in language.table("roles", "levels").values() for w in ws)
