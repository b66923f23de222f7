"""The shelf of rules: one file each, its name the rule's name.

A rule module has a docstring that ``treatydiff explain RULE`` shows, `EXAMPLES` of texts that clash and
that agree, and ``judge(pair) -> Iterator[Reason]``.  Rules hold logic and no words; packs hold the words.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import field
from typing import Any, TypeVar

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Link, Reading

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Pair:
    """What a rule sees: two linked claims, and the two documents they stand in."""

    link: Link
    left: Reading
    right: Reading
    language: Language
    known: dict[Hashable, Any] = field(default_factory=dict)
    """What was found on claims of these two documents; each claim stands in many pairs."""

    def both(self, find: Callable[[Claim, Reading, Language], Known]) -> tuple[Known, Known]:
        """What a function finds on either claim; it is asked once for each claim."""
        return self._once(find, self.link.left, self.left), self._once(find, self.link.right, self.right)

    def _once(
        self, find: Callable[[Claim, Reading, Language], Known], claim: Claim, reading: Reading
    ) -> Known:
        key = (find, claim.document, claim.index, claim.span)
        if key not in self.known:
            self.known[key] = find(claim, reading, self.language)
        value: Known = self.known[key]
        return value


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts that a rule tells apart, or rightly leaves alone; shown to users and run as a test."""

    left: str
    right: str
    clash: bool
    left_date: str = ""
    """Publication date of the left text, ISO 8601, where it matters."""
    right_date: str = ""
