"""The shelf of rules: one file each, its name the rule's name.

A rule module has a docstring that ``treatydiff explain RULE`` shows, `EXAMPLES` of texts that clash and
that agree, and ``judge(pair) -> Iterator[Reason]``.  Rules hold logic and no words; packs hold the words.

Long reports make many pairs, and most rules have nothing to say on most of them.  So a rule may also have
``keys(told) -> Keys``, which says what the rule could speak of in one claim; it is then run on those pairs
alone whose keys meet.  Keys may promise too much, never too little.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import wraps
from itertools import groupby
from operator import attrgetter

from treatydiff.frozen import NamedTuple, dataclass
from treatydiff.hints import Any, TypeVar
from treatydiff.language import Language
from treatydiff.model import Claim, Link, Reading

Known = TypeVar("Known")
Part = TypeVar("Part")
Found = dict[Hashable, Any]
"""What was found on the claims of two documents, for all who ask again."""
OfClaim = Callable[[Claim, Reading, Language], Known]
OfPart = Callable[[Part, Reading, Language], Known]
OfClauses = Callable[[Sequence[Claim], Reading, Language], Mapping[int, Known]]


class Keys(NamedTuple):
    """What of a claim a rule could speak of; it meets another claim where it has what that one wants."""

    has: frozenset[Hashable]
    wants: frozenset[Hashable]
    """What the other claim must have, whichever of the two is the left one."""


NO_KEYS = Keys(frozenset(), frozenset())


def in_both(has: Iterable[Hashable]) -> Keys:
    """The keys of a rule that speaks of what both claims have."""
    both = frozenset(has)
    return Keys(both, both) if both else NO_KEYS


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

    def of(self, find: OfClaim[Known]) -> Known:
        """What a function finds on the claim; it is asked once, for the keys and for all pairs."""
        key = (find, self.is_left, self.claim.index)
        found: Known
        try:
            found = self.known[key]
        except KeyError:
            found = self.known[key] = find(self.claim, self.reading, self.language)
        return found

    def clause(self, find: OfClauses[Known]) -> Known:
        """What a function finds on the clauses of a sentence, for this one; it is asked once for them all."""
        key = (find, self.is_left, self.claim.passage)
        found: Mapping[int, Known]
        try:
            found = self.known[key]
        except KeyError:
            told = sentence(self.claim, self.reading)
            found = self.known[key] = find(told, self.reading, self.language)
        return found[self.claim.index]

    def elsewhere(self, find: OfClaim[frozenset[Known]]) -> frozenset[Known]:
        """What a function finds on all claims of the other document; it is asked once for each."""
        known, is_left = self.known, not self.is_left
        key = (find, is_left)
        found: frozenset[Known]
        try:
            found = known[key]
        except KeyError:
            others = (
                Told(c, self.other, self.reading, self.language, known, is_left) for c in self.other.claims
            )
            found = known[key] = frozenset().union(*(told.of(find) for told in others))
        return found


class Pair:
    """What a rule sees: two linked claims, and the two documents they stand in."""

    __slots__ = ("here", "known", "language", "left", "link", "right")

    def __init__(
        self, link: Link, left: Reading, right: Reading, language: Language, known: Found | None = None
    ) -> None:
        self.link, self.left, self.right, self.language = link, left, right, language
        self.known: Found = {} if known is None else known
        """What was found on claims of these two documents; each claim stands in many pairs."""
        self.here: Found = {}
        """What was found on these two claims together, which several rules ask for."""

    def both(self, find: OfClaim[Known]) -> tuple[Known, Known]:
        """What a function finds on either claim; it is asked once for each claim."""
        return self.of(find, self.link.left, self.left), self.of(find, self.link.right, self.right)

    def of(self, find: OfClaim[Known], claim: Claim, reading: Reading) -> Known:
        """What a function finds on a claim of one of the two documents; it is asked once for each claim."""
        key = (find, reading is self.left, claim.index)
        found: Known
        try:
            found = self.known[key]
        except KeyError:
            found = self.known[key] = find(claim, reading, self.language)
        return found

    def clauses(self, find: OfClauses[Known]) -> tuple[Known, Known]:
        """What a function finds on the clauses of both sentences, for either claim; it is asked once."""
        return self.clause(find, self.link.left, self.left), self.clause(find, self.link.right, self.right)

    def clause(self, find: OfClauses[Known], claim: Claim, reading: Reading) -> Known:
        """The same for one claim of the two documents."""
        key = (find, reading is self.left, claim.passage)
        found: Mapping[int, Known]
        try:
            found = self.known[key]
        except KeyError:
            found = self.known[key] = find(sentence(claim, reading), reading, self.language)
        return found[claim.index]

    def whole(self, find: Callable[[Reading, Language], Known], reading: Reading) -> Known:
        """What a function finds on one of the two documents as a whole; it is asked once for each."""
        return _asked(self.known, (find, reading is self.left), find, reading, self.language)

    def throughout(self, find: OfClauses[Sequence[Known]], reading: Reading) -> Sequence[Known]:
        """What a function finds on all clauses of one of the two documents; it is asked once a sentence."""
        key = (find, reading is self.left)
        found: Sequence[Known]
        try:
            found = self.known[key]
        except KeyError:
            found = self.known[key] = [k for c in reading.claims for k in self.clause(find, c, reading)]
        return found

    def overall(self, find: Callable[[Reading, Reading, Language], Known]) -> Known:
        """What a function finds on the two documents together; it is asked once."""
        return _asked(self.known, find, find, self.left, self.right, self.language)

    def once(self, find: Callable[[Pair], Known]) -> Known:
        """What a function finds on the two claims; it is asked once, however many rules want it."""
        return _asked(self.here, find, find, self)


def _asked(known: dict[Hashable, Any], key: Hashable, find: Callable[..., Known], *of: object) -> Known:
    """What a function finds on some values; it is asked where it is not yet known."""
    value: Known
    try:
        value = known[key]
    except KeyError:
        value = known[key] = find(*of)
    return value


def _once(place: Callable[[Part], int]) -> Callable[[OfPart[Part, Known]], OfPart[Part, Known]]:
    """Makes a function on a part of a document, which several rules ask for, work it out once for each part.

    `place` numbers the parts.  What it found in the two documents that were asked about last is kept; nobody
    may change it.
    """

    def once(find: OfPart[Part, Known]) -> OfPart[Part, Known]:
        kept: list[tuple[Reading, Language, dict[int, Known]]] = []

        @wraps(find)
        def known(part: Part, reading: Reading, language: Language) -> Known:
            for of, code, found in kept:
                if of is reading and code is language:
                    notes = found
                    break
            else:
                notes = {}
                kept[:] = [(reading, language, notes), *kept[:1]]
            number = place(part)
            if number not in notes:
                notes[number] = find(part, reading, language)
            return notes[number]

        return known

    return once


def once_a_sentence(find: OfPart[Sequence[Claim], Known]) -> OfPart[Sequence[Claim], Known]:
    """A function on the clauses of a sentence: worked out once for each sentence."""
    return _once(_sentence_of)(find)


def _sentence_of(clauses: Sequence[Claim]) -> int:
    return clauses[0].passage


_PASSAGE = attrgetter("passage")


def once_a_claim(find: OfClaim[Known]) -> OfClaim[Known]:
    """A function on a claim: worked out once for each claim."""
    return _once(attrgetter("index"))(find)


def once_a_report(find: Callable[[Reading], Known]) -> Callable[[Reading], Known]:
    """A function on a document: worked out once for each of the two that were asked about last."""
    kept: list[tuple[Reading, Known]] = []

    @wraps(find)
    def known(reading: Reading) -> Known:
        for of, found in kept:
            if of is reading:
                return found
        found = find(reading)
        kept[:] = [(reading, found), *kept[:1]]
        return found

    return known


@once_a_report
def sentences(reading: Reading) -> dict[int, Sequence[Claim]]:
    """The claims of each sentence of a document."""
    return {passage: tuple(own) for passage, own in groupby(reading.claims, _PASSAGE)}


def sentence(claim: Claim, reading: Reading) -> Sequence[Claim]:
    """The claims of the same sentence, in its order."""
    return sentences(reading)[claim.passage]


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts that a rule tells apart, or rightly leaves alone; shown to users and run as a test."""

    left: str
    right: str
    clash: bool
    left_date: str = ""
    """Publication date of the left text, ISO 8601, where it matters."""
    right_date: str = ""
