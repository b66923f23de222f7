"""How large figures are: whether two agree, within rounding and conversion, or are of one size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf, isclose

from treatydiff.frozen import replace
from treatydiff.model import Quantity

CONVERTED = frozenset(("km", "kmh", "kg", "hectare", "celsius", "litre", "day", "megawatt"))
"""Dimensions that reports give in different units, each rounded in its own."""
LOOSE, CLOSE, NEARBY = 0.08, 0.05, 0.12
"""Relative slack of a converted measure; of a rounded figure; of a rate and of an approximate measure."""
TIMES = (365.25, 30.4375, 7.0, 1.0)
"""Days of a year, a month, a week and a day."""
ROUNDED = 0.9
"""Share of what rounding hides within which two shares agree."""
ALIKE_SIZE, FAR = 2.01, 5.0
"""Reports that disagree on one figure seldom disagree by more than the first factor, hardly by the second."""
FEW = 3
"""The least that "several" may mean."""
WIDE = 10
"""So many times its least is the most that a measure of "several" or "a few" may be."""


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both figures may be true of one thing: intervals that touch within rounding and conversion."""
    if times := _times(a, b):
        return any(agree(_over(a, days), _over(b, days)) for days in times)
    as_written = _is_round(a) and _is_round(b)
    slack_a, slack_b = slack(a, as_written), slack(b, as_written)
    return a.low - slack_a <= b.high + slack_b and b.low - slack_b <= a.high + slack_a


def none_agree(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether there are figures on both sides, and no two of them agree."""
    return bool(ours and theirs) and not any(agree(a, b) for a in ours for b in theirs)


def is_among(q: Quantity, figures: Iterable[Quantity]) -> bool:
    """Whether one of some figures is of the same unit and agrees with one, whatever it is for."""
    return any(q.unit == o.unit and agree(q, o) for o in figures)


def _times(a: Quantity, b: Quantity) -> list[float]:
    """For how many days two rates may both have been written, as those of a year: both are round then."""
    if "/" not in a.unit or a.unit != b.unit or a.unit.partition("/")[0] in CONVERTED:
        return []
    both = _bound(a), _bound(b)
    return [days for days in TIMES if all(isclose(_short(days * v), days * v, rel_tol=1e-12) for v in both)]


def _over(q: Quantity, days: float) -> Quantity:
    """What a rate comes to over so many days."""
    return replace(q, low=_short(q.low * days), high=_short(q.high * days), unit="")


def _bound(q: Quantity) -> float:
    """The least that a figure may be, or the most where it has no least."""
    return q.low if abs(q.low) != inf else q.high


def _short(value: float) -> float:
    """A figure with the four digits at most that one is mostly written with."""
    return float(f"{value:.4g}")


def _is_round(q: Quantity) -> bool:
    """Whether a measure was written in the unit it is kept in, or a tenth or a thousandth of it."""
    if q.unit not in CONVERTED or q.unit == "day":
        return False
    value = _bound(q)
    return isclose(float(f"{value:.3g}"), value)


def slack(q: Quantity, as_written: bool = False) -> float:
    """How far the truth may be from a figure as written, in its unit.

    With `as_written`, a measure is known to be in the unit that it was written in.
    """
    size = abs(q.low if q.low not in (0.0, -inf) else q.high)
    if size == inf:
        return 0.0
    if q.unit == "magnitude":
        return 0.05
    if q.unit == "percent":
        if q.approximate and q.low == q.high:
            return min(2.5, NEARBY * size)
        # 2.3 and 2.4 do not agree on 2.35.
        return ROUNDED * max(half_step(size), 0.05) if size % 1 else 0.5
    if as_written and not q.approximate:
        return min(CLOSE * size, half_step(size))
    if q.unit in CONVERTED or "/" in q.unit:
        share = NEARBY if q.approximate or "/" in q.unit else LOOSE
        return share * size
    if q.unit in ("", "score", "rank", "age", "times"):
        # A year's difference in an age is a birthday between two reports.
        if q.unit == "age":
            return 0.5
        return min(half_step(size), CLOSE * size) if size >= 20 and q.unit == "" else 0.0
    return CLOSE * size if size >= 1000 else 0.0


def half_step(value: float) -> float:
    """Half the worth of the last digit that is written."""
    if value != int(value):
        decimals = len(f"{value:.4f}".rstrip("0").partition(".")[2])
        return 0.5 * 10.0**-decimals
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step / 2 if step > 1 else 0.0


def alike_size(p: Quantity, q: Quantity, factor: float = ALIKE_SIZE) -> bool:
    """Whether two figures are of one size, as the figures that reports disagree on mostly are."""
    a, b = (x.high if x.low in (0.0, -inf) else x.low for x in (p, q))
    if p.high < 0 and q.high < 0:
        # Degrees below zero
        a, b = -a, -b
    if inf in (a, b) or min(a, b) <= 0:
        return False
    return max(a, b) <= factor * min(a, b)


def is_vague(q: Quantity) -> bool:
    """Whether a figure names hardly more than that there were some: "several", "a few hours"."""
    if q.unit == "":
        return q.low <= FEW and q.high != q.low
    return q.high < inf and 0 < q.low < q.high / WIDE
