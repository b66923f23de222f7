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

    here: dict[Hashable, Any] = field(default_factory=dict)
    """What was found on these two claims together, which several rules ask for."""

    def both(self, find: Callable[[Claim, Reading, Language], Known]) -> tuple[Known, Known]:
        """What a function finds on either claim; it is asked once for each claim."""
        return self.of(find, self.link.left, self.left), self.of(find, self.link.right, self.right)

    def of(self, find: Callable[[Claim, Reading, Language], Known], claim: Claim, reading: Reading) -> Known:
        """What a function finds on a claim of one of the two documents; it is asked once for each claim."""
        key = (find, reading is self.left, claim.index, claim.span)
        value: Known
        try:
            value = self.known[key]
        except KeyError:
            value = self.known[key] = find(claim, reading, self.language)
        return value

    def whole(self, find: Callable[[Reading, Language], Known], reading: Reading) -> Known:
        """What a function finds on one of the two documents as a whole; it is asked once for each."""
        key = (find, reading is self.left)
        value: Known
        try:
            value = self.known[key]
        except KeyError:
            value = self.known[key] = find(reading, self.language)
        return value

    def overall(self, find: Callable[[Reading, Reading, Language], Known]) -> Known:
        """What a function finds on the two documents together; it is asked once."""
        value: Known
        try:
            value = self.known[find]
        except KeyError:
            value = self.known[find] = find(self.left, self.right, self.language)
        return value

    def once(self, find: Callable[[Pair], Known]) -> Known:
        """What a function finds on the two claims; it is asked once, however many rules want it."""
        value: Known
        try:
            value = self.here[find]
        except KeyError:
            value = self.here[find] = find(self)
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
