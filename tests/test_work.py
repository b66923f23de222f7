"""How much is done for reports of some length: counted in calls, which a busy machine does not change."""

from __future__ import annotations

import sys
from types import FrameType

from benchmarks.texts import pair
from treatydiff import compare
from treatydiff.model import Document

WORDS = 2_000
MOST = 1_000
"""Calls for each word of either report.  Looking at every clause of one beside every clause of the other, for
whatever reason, takes several times as many."""


def test_no_clause_is_held_against_every_other() -> None:
    documents = [Document(name, name, text) for name, text in zip("ab", pair(WORDS), strict=True)]
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        compare(documents)
    finally:
        sys.setprofile(before)
    assert calls < MOST * WORDS
