"""Whether two clauses are of two who are both in both reports: one team's shots, and the other's."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from treatydiff.model import Claim, Reading
from treatydiff.tokens import norm


def rivals(a: Claim, b: Claim, left: Reading, right: Reading) -> bool:
    """Whether the clauses name none in common, and each of them one whom the other report knows too."""
    known = _words(left) | _words(right)
    ours, theirs = ({t.norm for t in c.tokens if t.text[0].isupper()} & known for c in (a, b))
    if not ours or not theirs or ours & theirs:
        return False
    persons = [frozenset(n.entity for n in c.names) for c in (a, b)]
    return not persons[0] & persons[1] and _has(ours, right) and _has(theirs, left)


def _words(reading: Reading) -> set[str]:
    """The words of a report's names."""
    return {norm(w) for n in reading.names if n.resolution != "pronoun" for w in n.entity.split()}


def _has(names: AbstractSet[str], reading: Reading) -> bool:
    return any(t.norm in names and t.text[0].isupper() for p in reading.passages for t in p.tokens)
