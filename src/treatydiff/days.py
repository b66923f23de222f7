"""Dates as Python itself has them: `datetime` first makes its classes in Python, and throws them away."""

from __future__ import annotations

from treatydiff.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date as date
    from datetime import timedelta as timedelta
else:
    try:
        from _datetime import date, timedelta
    except ImportError:  # a Python that was built without it
        from datetime import date, timedelta

__all__ = ["date", "timedelta"]
