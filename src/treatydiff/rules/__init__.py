"""The shelf of rules: one file each, its name the rule's name.

A rule module has a docstring that ``treatydiff explain RULE`` shows, `EXAMPLES` of texts that clash and
that agree, and ``judge(pair) -> Iterator[Reason]``.  Rules hold logic and no words; packs hold the words.

Long reports make many pairs, and most rules have nothing to say on most of them.  So a rule may also have
``keys(told) -> Keys``, which says what the rule could speak of in one claim; it is then run on those pairs
alone whose keys meet.  Keys may promise too much, never too little.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeVar

from treatydiff.frozen import NamedTuple, dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Link, Reading

Known = TypeVar("Known")


class Keys(NamedTuple):
    """What of a claim a rule could speak of; it meets another claim where it has what that one wants."""

    has: frozenset[Hashable]
    wants: frozenset[Hashable]
    """What the other claim must have, whichever of the two is the left one."""


def in_both(has: Iterable[Hashable]) -> Keys:
    """The keys of a rule that speaks of what both claims have."""
    both = frozenset(has)
    return Keys(both, both)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the document that it stands in, as the keys of a rule are asked about it."""

    claim: Claim
    reading: Reading
    other: Reading
    """The document that it is compared with."""
    language: Language
    known: dict[Hashable, Any]
    is_left: bool

    def of(self, find: Callable[[Claim, Reading, Language], Known]) -> Known:
        """What a function finds on the claim; it is asked once, for the keys and for all pairs."""
        key = (find, self.is_left, self.claim.index, self.claim.span)
        value: Known
        try:
            value = self.known[key]
        except KeyError:
            value = self.known[key] = find(self.claim, self.reading, self.language)
        return value

    def clause(self, find: Callable[[Sequence[Claim], Reading, Language], Mapping[int, Known]]) -> Known:
        """What a function finds on the clauses of a sentence, for this one; it is asked once for them all."""
        key = (find, self.is_left, self.claim.passage)
        found: Mapping[int, Known]
        try:
            found = self.known[key]
        except KeyError:
            clauses = sentence(self.claim, self.reading)
            found = self.known[key] = find(clauses, self.reading, self.language)
        return found[self.claim.index]

    def elsewhere(self, find: Callable[[Reading, Language], Known]) -> Known:
        """What a function finds on the other document as a whole; it is asked once for each."""
        key = (find, not self.is_left)
        value: Known
        try:
            value = self.known[key]
        except KeyError:
            value = self.known[key] = find(self.other, self.language)
        return value


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
        return self._told(claim, reading).of(find)

    def clauses(
        self, find: Callable[[Sequence[Claim], Reading, Language], Mapping[int, Known]]
    ) -> tuple[Known, Known]:
        """What a function finds on the clauses of both sentences, for either claim; it is asked once."""
        return self.clause(find, self.link.left, self.left), self.clause(find, self.link.right, self.right)

    def clause(
        self,
        find: Callable[[Sequence[Claim], Reading, Language], Mapping[int, Known]],
        claim: Claim,
        reading: Reading,
    ) -> Known:
        """The same for one claim of the two documents."""
        return self._told(claim, reading).clause(find)

    def _told(self, claim: Claim, reading: Reading) -> Told:
        is_left = reading is self.left
        other = self.right if is_left else self.left
        return Told(claim, reading, other, self.language, self.known, is_left)

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


def sentence(claim: Claim, reading: Reading) -> Sequence[Claim]:
    """The claims of the same sentence, in its order."""
    claims, first, passage = reading.claims, claim.index, claim.passage
    end = first + 1
    while first > 0 and claims[first - 1].passage == passage:
        first -= 1
    while end < len(claims) and claims[end].passage == passage:
        end += 1
    return claims[first:end]


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts that a rule tells apart, or rightly leaves alone; shown to users and run as a test."""

    left: str
    right: str
    clash: bool
    left_date: str = ""
    """Publication date of the left text, ISO 8601, where it matters."""
    right_date: str = ""
