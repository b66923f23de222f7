"""Noun phrases: a sentence with its letters, and the phrases that end or begin at a word.

A phrase is read from its last word to its first: "the head of a committee that met in Lund" is three cores
("Lund", "a committee", "the head"), of which the leftmost is its head.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.items import Item
from treatydiff.extract.syntax import EDGES, NOMINAL, Syntax
from treatydiff.extract.tags import tag
from treatydiff.extract.verbtags import is_year
from treatydiff.frozen import NamedTuple, dataclass
from treatydiff.hints import Literal

How = Literal["subject", "inverted", "agent", "relative", "elided"]
LONGEST = 40
"""Words over which a phrase may reach."""
CLAUSE_STARTS = frozenset(("^", ",", ";", ":", "—", "S", "C", "Q", "R", "."))


class Source(NamedTuple):
    """Items ``first`` to ``last`` (included) of a sentence; ``head`` is its main word."""

    first: int
    last: int
    head: int
    how: How


class Group(NamedTuple):
    """A finite verb with its auxiliaries: items ``first`` to ``head``."""

    first: int
    head: int


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence with the kinds of its words."""

    items: Sequence[Item]
    tags: Sequence[str]
    syntax: Syntax
    groups: tuple[Group, ...]
    people: frozenset[str]
    """Nouns for one person or several."""
    subjects: dict[int, Source | None]
    """What `subject` has found so far: where a verb group begins → its subject."""

    def at(self, i: int) -> str:
        """The letter of an item; "^" before the first, "." behind the last."""
        return self.tags[i] if 0 <= i < len(self.tags) else "^" if i < 0 else "."

    def low(self, i: int) -> str:
        """The folded word, or "" where there is none."""
        return self.items[i].low if 0 <= i < len(self.items) else ""

    def has(self, i: int, name: str) -> bool:
        """Whether an item is in a word list of the syntax section."""
        return 0 <= i < len(self.items) and self.items[i].low in self.syntax.sets[name]

    def finite_in(self, first: int, end: int) -> Group | None:
        """The first finite verb within a range of items."""
        for group in self.groups:
            if first <= group.head < end:
                return group
        return None


def parse(items: Sequence[Item], syntax: Syntax, people: frozenset[str]) -> Parse:
    """The sentence with its letters and finite verbs."""
    tags = tag(items, syntax)
    groups = []
    for i, letter in enumerate(tags):
        if letter in "VF" or (letter in "ABX" and not _goes_on(tags, i)):
            groups.append(Group(group_start(tags, i), i))
    return Parse(items, tags, syntax, tuple(groups), people, {})


def _goes_on(tags: Sequence[str], i: int) -> bool:
    """Whether an auxiliary is followed by its verb or by another auxiliary."""
    k = i + 1
    while k < len(tags) and tags[k] == "W":
        k += 1
    return k < len(tags) and tags[k] in "ABF"


def group_start(tags: Sequence[str], head: int) -> int:
    """The first item of a verb's group: its auxiliaries and the adverbs among and before them."""
    first = head
    while first > 0 and tags[first - 1] in "ABXW" and tags[first] != "X":
        first -= 1
    return first


def core_start(p: Parse, last: int) -> int:
    """The first item of the plain noun phrase that ends at `last`; ``last + 1`` where none does."""
    if p.at(last) in "HOX":
        return last
    if p.at(last) not in NOMINAL:
        return last + 1
    first = last
    while first > 0 and last - first < LONGEST:
        letter = p.tags[first - 1]
        if letter == "D":
            first -= 1
            if p.at(first - 1) == "D":
                first -= 1
            break
        if letter == "W" and p.at(first - 2) == "D":
            first -= 1
            continue
        if letter == "G" and p.low(first) in p.people and p.at(first - 2) in EDGES:
            # "presiding judge Ivo Lind"
            first -= 1
            break
        if letter not in NOMINAL or _apart(p, first - 1):
            break
        first -= 1
    return first


def _apart(p: Parse, i: int) -> bool:
    """Whether an adjunct ends with item `i`: "On Monday | officials", "In a speech | Lind"."""
    item = p.items[i]
    if item.possessive:
        return False
    if p.has(i, "times") and not p.has(i, "also_kinds"):
        if p.low(i + 1) in p.syntax.sets["times"]:
            return False
        k = i
        while k > 0 and (p.has(k - 1, "times") or p.has(k - 1, "day_openers") or p.tags[k - 1] == "#"):
            k -= 1
        return p.at(k - 1) != "D" or p.at(k - 2) == "P"
    if p.tags[i] == "#" and is_year(item.low):
        return p.at(i - 1) == "P"
    return p.tags[i] == "N" and p.tags[i + 1] == "M" and item.low in p.syntax.cues.sets["speech_nouns"]


def chain(p: Parse, last: int) -> tuple[list[tuple[int, int]], bool]:
    """The cores of the phrase that ends at `last`, from right to left, and whether a preposition leads it."""
    first = core_start(p, last)
    if first > last:
        return [], False
    cores = [(first, last)]
    if p.tags[last] in "HX":
        # in "a builder who said he left", "he" is no object
        return cores, False
    while first > 0 and last - first < LONGEST:
        letter = p.tags[first - 1]
        k = first - 1
        if letter == "P" or (letter == "S" and p.has(k, "also_prepositions") and p.has(k, "comparing")):
            k -= 1
            while k >= 0 and p.tags[k] in "PW":
                k -= 1
            if p.at(k) in "GE" and p.at(k - 1) in NOMINAL:
                k -= 1
            elif p.at(k) in "VF" and p.at(group_start(p.tags, k) - 1) == "R":
                k = group_start(p.tags, k) - 2
                if p.at(k) not in NOMINAL:
                    return cores, True
            elif not (p.at(k) in NOMINAL or p.at(k) == "O"):
                return cores, True
        elif letter in "GE" and p.at(k - 1) in NOMINAL and not _absolute(p, k - 1):
            k -= 1
        elif letter == "I" and p.at(k - 1) == "T" and p.at(k - 2) in NOMINAL:
            k -= 2
        elif letter in "VFB":
            start = group_start(p.tags, k)
            if p.at(start - 1) != "R" or p.at(start - 2) not in NOMINAL:
                break
            k = start - 2
        else:
            break
        start = core_start(p, k)
        if start > k:
            break
        cores.append((start, k))
        first = start
    return cores, False


def without_places(p: Parse, cores: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The cores of a phrase but for names that only tell where: "a trader in Kell who", "a note on Chirp"."""
    rest = [core for core in cores if not (p.tags[core[1]] == "M" and p.has(core[0] - 1, "at_times"))]
    return rest or cores


def _absolute(p: Parse, k: int) -> bool:
    return p.at(core_start(p, k) - 1) == "P" and p.has(core_start(p, k) - 1, "absolute")


def phrase_before(p: Parse, last: int, how: How = "subject") -> Source | None:
    """The phrase that ends at `last`, with those that "and" joins to it; None where there is none."""
    cores, led = chain(p, last)
    if not cores:
        return None
    if led:
        before = cores[0][0] - 1
        if p.has(before, "of_origin") and p.at(before - 1) == "," and p.at(before - 2) in NOMINAL:
            # "Ivo Lind, of Lund, said"
            return phrase_before(p, before - 2, how)
        # "In Lund Lind said": all of it hangs on the preposition but the name.
        return _behind_adjunct(p, cores[0], how)
    first, head = cores[-1]
    joined = joined_start(p, first)
    return Source(joined if joined is not None else first, last, head, how)


def _behind_adjunct(p: Parse, core: tuple[int, int], how: How) -> Source | None:
    first, last = core
    k = last
    while k > first and p.tags[k] == "M" and p.tags[k - 1] == "M":
        k -= 1
    return Source(k, last, last, how)


def joined_start(p: Parse, first: int) -> int | None:
    """Where a phrase begins that "and" joins to the one that begins at `first`."""
    if p.at(first - 1) != "C" or not p.has(first - 1, "joining"):
        return None
    k = first - 2
    if p.at(k) == ",":
        k -= 1
    cores, led = chain(p, k)
    if not cores or led or p.at(k) in "HOX":
        return None
    start = cores[-1][0]
    before = p.at(start - 1)
    if before == ",":
        # "A, B and C": the list begins where its names do
        if p.tags[k] == "M" and p.at(start - 2) == "M" and p.at(first) == "M":
            more, led = chain(p, start - 2)
            if more and not led and p.at(more[-1][0] - 1) in CLAUSE_STARTS:
                return more[-1][0]
        return start
    return start if before in CLAUSE_STARTS else None


def phrase_after(p: Parse, first: int, how: How) -> Source | None:
    """The noun phrase that begins with item `first`, with what prepositions hang on it."""
    if p.at(first) in "HO":
        return Source(first, first, first, how)
    last, head = first - 1, -1
    k = first
    while k < len(p.tags) and k - first < LONGEST:
        letter = p.tags[k]
        if letter in NOMINAL:
            if k > first and p.has(k, "times") and p.tags[k - 1] not in "D#":
                break
            last = k
            if head < 0 and (p.at(k + 1) not in NOMINAL or p.has(k + 1, "times")):
                head = k
        elif letter == "O" and p.tags[k - 1] == "P":
            last = k
        elif not _leads_on(p, k, first, last):
            break
        k += 1
    return Source(first, last, head if head >= 0 else last, how) if last >= first else None


def _leads_on(p: Parse, k: int, first: int, last: int) -> bool:
    """Whether a word that is no noun goes on with a phrase: an article, "of", an "and" between two names."""
    letter = p.tags[k]
    if letter == "D":
        return k == first or p.tags[k - 1] in "DPC"
    if letter == "P":
        return last >= first and _hangs(p, k)
    if letter == "C":
        return last >= first and p.has(k, "joining") and _name_ahead(p, k + 1)
    return letter == "W" and k == first


def _hangs(p: Parse, k: int) -> bool:
    """Whether a preposition behind a noun belongs to it rather than to the verb: "the mayor of Lund"."""
    if p.has(k, "hanging"):
        if p.has(k, "at_times") and _when_or_where(p, k + 1):
            return False
        return p.at(k + 1) in "DNM#O"
    return False


def _when_or_where(p: Parse, k: int) -> bool:
    """Whether a time or an occasion stands behind a preposition."""
    for i in range(k, min(len(p.tags), k + 4)):
        if p.has(i, "times") or p.low(i) in p.syntax.cues.sets["occasions"]:
            return True
        if p.tags[i] not in "DN#":
            return False
    return False


def _name_ahead(p: Parse, k: int) -> bool:
    return p.at(k) in "MD" or (p.at(k) == "N" and p.at(k + 1) in NOMINAL)
