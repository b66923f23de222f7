"""Whether two figures may be true of one thing, by their sizes."""

from __future__ import annotations

import pytest

from treatydiff.model import Quantity, Span
from treatydiff.rules._sizes import agree

YEAR, MONTH, WEEK = 365.25, 30.4375, 7.0


def rate(value: float, days: float) -> Quantity:
    """A sum of money for so many days, as figures are read: for one day."""
    return Quantity(Span(0, 1), value / days, value / days, "usd/day")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((90e9, YEAR), (75e9, YEAR), False),
        ((90e9, YEAR), (90.4e9, YEAR), True),
        ((12e9, YEAR), (1e9, MONTH), True),
        ((2000, YEAR), (38, WEEK), True),
        ((1500, MONTH), (1450, MONTH), True),
        ((1500, MONTH), (1200, MONTH), False),
    ],
)
def test_rates_are_compared_as_they_were_written(
    ours: tuple[float, float], theirs: tuple[float, float], expected: bool
) -> None:
    assert agree(rate(*ours), rate(*theirs)) is expected
