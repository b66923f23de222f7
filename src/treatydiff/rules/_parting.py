"""How a sentence parts into the two things that a word of order puts first and second.

"Turned to the bank only after the sale had failed" has the failing first; "the sale failed; the bank came in
some days later" has it in the clause before.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from treatydiff.language import Language
from treatydiff.model import Claim, Reading
from treatydiff.rules._joints import joints_of
from treatydiff.rules._pack import words_of
from treatydiff.rules._words import names_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import is_adverb, within

BESIDE = 3
"""Words beside a word of order that turn it."""
STRONG, ANY = ";:—–", ",;:—–"
"""Marks that part what an order is told of from the rest of a sentence, and those that part clauses."""
Part = Sequence[int]
"""The words of a sentence that tell one thing, by their indices."""
Parts = tuple[Part | None, Part, bool]
"""What comes first (None for what the sentence before tells), what comes second, and whether that excludes
any other."""


@once_a_language
def _idle(language: Language) -> frozenset[str]:
    words, joints = words_of(language), joints_of(language)
    return words.stop | words.calendar | words.determiners | joints.only | joints.amounts


class Parting:
    """A sentence as it is parted at its words of order."""

    def __init__(self, claims: Sequence[Claim], reading: Reading, language: Language) -> None:
        self.claims, self.reading, self.language = claims, reading, language
        self.passage = reading.passages[claims[0].passage]
        self.tokens, self.text = self.passage.tokens, reading.document.text
        self.norms = [t.norm for t in self.tokens]
        self.joints, self.words = joints_of(language), words_of(language)
        self.predicates = {p.span.start: p for c in claims for p in c.predicates if not p.noun}
        self.told = [k for k, t in enumerate(self.tokens) if t.start in self.predicates]
        """Where they stand."""

    @cached_property
    def amounts(self) -> AbstractSet[int]:
        """The words that only say how long before or after, or how surely: "ten days", "only", "it was"."""
        times = {k for c in self.claims for t in c.times for k in within(self.tokens, t.span)}
        words, idle = self.words, _idle(self.language)
        return {
            k
            for k, t in enumerate(self.tokens)
            if k in times
            or t.norm in idle
            or t.stem in words.counts
            or t.stem in words.units
            or t.norm[0].isdigit()
            or is_adverb(t, words.nouns_in_ly)
        }

    def parts(self, k: int, last: int) -> Parts | None:
        """What the word of order, or the words, between two places put first and second; None for nothing."""
        word, j = self.norms[k], self.joints
        if word in j.first:
            return self._first(k)
        return self._later(k) if word in j.later or word in j.then else self._joined(k, last)

    def _joined(self, k: int, last: int) -> Parts | None:
        """What a conjunction or preposition of order puts first and second."""
        j, norms, after = self.joints, self.norms, last + 1
        if after >= len(norms) or self.is_parted(after, ANY):
            return None
        lead = self._lead(k)
        near = frozenset(norms[max(lead, k - BESIDE) : k])
        stop = self._stop(after)
        opens = all(i in self.amounts for i in range(lead, k))
        only = bool(near & j.only)
        if (
            norms[k] in j.after
            and norms[after] in j.that
            and (after + 1 == stop or self._opens_clause(after + 1))
        ):
            # "…, and only after that did he go", "After that, …"
            return self._back(lead, range(after + 1, self._end(after + 1))) if opens else None
        inverted = (
            next((i for i in range(after + 1, stop) if norms[i] in j.inverting), None) if opens else None
        )
        if opens and norms[k] in j.until and all(i in self.amounts for i in range(after, stop)):
            # "It was not until the next day that …"
            that = next((i for i in range(after, stop) if norms[i] in j.that), stop)
            return self._back(lead, range(that + 1, self._end(that + 1)))
        cleft = (
            next((i for i in range(after, stop) if norms[i] in j.that), None) if opens and k > lead else None
        )
        if inverted is not None:
            # "Only after the vote did he resign"
            sub, main = range(after, inverted), range(inverted, self._end(inverted))
        elif cleft is not None and norms[lead] in j.it:
            # "It was only after the vote that he resigned"
            sub, main = range(after, cleft), range(cleft + 1, self._end(cleft + 1))
        elif opens and self._is_open(lead) and stop < len(norms) and self.is_parted(stop, ","):
            sub, main = range(after, stop), range(stop, self._end(stop))
        elif opens and lead == 0:
            # "Before speaking to the mayor the clerk had called"
            start = self._next_subject(range(after, stop))
            sub, main = range(after, start), range(start, self._end(start))
        elif opens and lead:
            # "…, a full week before the vote"
            sub, main = range(after, stop), range(self._start(lead), lead)
        else:
            sub, main = range(after, stop), range(self._start(k), k)
        return self._placed(norms[k:after], main, sub, only)

    def _next_subject(self, part: range) -> int:
        """Where the subject of the second verb of a part begins; the end of the part where there is none."""
        first, second = (*self.verbs_in(part), 0, 0)[:2]
        if second:
            group = self.predicates[self.tokens[second].start].group
            for i in range(second - 1, first + 1, -1):
                opens = self.norms[i] in self.words.determiners or self.norms[i] in self.words.back
                if self.tokens[i].start < group.start and opens:
                    return i
        return part.stop

    def _placed(self, joint: Sequence[str], main: Part, sub: Part, only: bool) -> Parts | None:
        """The two parts of a sentence by what came first."""
        j, words, word = self.joints, self.words, joint[0]
        here = {self.norms[i] for i in main}
        there = {self.norms[i] for i in sub}
        if not main or not sub or (not self.verbs_in(sub) and self._is_somebody(sub)):
            # "Before the judge"
            return None
        if word in j.until:
            # "Nobody was warned until the water came"
            denied = only or not here.isdisjoint(words.negative)
            return (sub, main, denied) if denied or there.isdisjoint(words.negative) else None
        if not here.isdisjoint(words.negative) or not there.isdisjoint(words.negative):
            return None
        if word in j.having or (word in j.after and (word not in j.once or self.verbs_in(sub))):
            return sub, main, only
        if word in j.before:
            # "Before any train had been through it"
            return main, sub, not there.isdisjoint(j.any)
        if word not in j.when and len(joint) == 1:
            return None
        if word in j.when and not here.isdisjoint(j.still):
            return sub, main, False
        if word in j.when and not there.isdisjoint(j.still):
            return main, sub, False
        sooner = self._is_earlier(main, -1)
        later = only or self._is_earlier(sub, 0)
        if sooner == later or not self.verbs_in(sub):
            return None
        return (main, sub, False) if sooner else (sub, main, only)

    def _is_earlier(self, part: Part, which: int) -> bool:
        """Whether the first or last verb of a part is told as done by the time of the other one."""
        told = self.verbs_in(part)
        if not told:
            return any(self.norms[i] in self.joints.already | self.words.pluperfect for i in part)
        group = self.predicates[self.tokens[told[which]].start].group
        words = {t.norm for t in self.tokens if group.start <= t.start < group.end}
        return not words.isdisjoint(self.joints.already | self.words.pluperfect)

    def _first(self, k: int) -> Parts | None:
        """What comes first where that is all that is said: "Lind spoke first; Holm followed"."""
        second = range(k + 1, self._end(k + 1))
        if not second or not self.is_parted(k + 1, STRONG) or not self.verbs_in(second):
            return None
        return range(self._start(k), k), second, False

    def _later(self, k: int) -> Parts | None:
        """What an adverb puts behind what stands before it."""
        j, norms, words = self.joints, self.norms, self.words
        if k + 1 < len(norms) and norms[k + 1] in j.than:
            return None
        if (
            k
            and norms[k - 1] in words.determiners | words.prepositions | j.until
            and not self.is_parted(k, ANY)
        ):
            # "A later report", "by then"
            return None
        lead = self._lead(k)
        if norms[k] in j.then and not all(i in self.amounts for i in range(lead, k)):
            return None
        return self._back(lead, range(lead, self._end(k + 1)))

    def _back(self, lead: int, second: Part) -> Parts | None:
        """What a clause that begins here comes after: what stands before it, or in the sentence before."""
        j = self.joints
        only = not j.only.isdisjoint(self.norms[lead : lead + BESIDE])
        first = range(self._start(lead), lead)
        if not self.verbs_in(range(lead)):
            return (None, second, only) if all(i in self.amounts for i in range(lead)) else None
        opens = (i for i in first if self.norms[i] in j.first)
        return first, second, only or any(i + 1 in self.told or self.is_parted(i + 1, ANY) for i in opens)

    def _opens_clause(self, i: int) -> bool:
        t, words = self.tokens[i], self.words
        return t.norm in self.joints.inverting | words.determiners | words.pronouns or t.text[0].isupper()

    def is_parted(self, i: int, marks: str) -> bool:
        """Whether one of these marks stands before a word."""
        return i >= len(self.tokens) or (
            i > 0 and any(c in marks for c in self.text[self.tokens[i - 1].end : self.tokens[i].start])
        )

    def _is_open(self, lead: int) -> bool:
        joining = self.words.conjunctions | self.words.contrasts
        return lead == 0 or self.is_parted(lead, STRONG) or self.norms[lead] in joining

    def _lead(self, k: int) -> int:
        """Where the clause of a word of order begins: at a mark, or an "and" between two verbs."""
        for i in range(k, 0, -1):
            if self.is_parted(i, ANY):
                return i
            joins = self.norms[i] in self.words.conjunctions
            if joins and self.verbs_in(range(i)) and self.verbs_in(range(i + 1, max(k, self._stop(k + 1)))):
                return i
        return 0

    def _start(self, end: int) -> int:
        """Where what stands before a word begins: behind a strong mark, a comma with "and", another order."""
        for i in range(end - 1, 0, -1):
            relative = self.is_parted(i, ",") and self.norms[i] in self.words.relative
            if (relative or self._is_new(i)) and self.verbs_in(range(i, end)):
                return i
            if self.norms[i] in self.joints.leading:
                return i + 1
        return 0

    def _stop(self, start: int) -> int:
        """Where what a word of order governs ends: at a mark, or another word of order."""
        for i in range(start, len(self.norms)):
            if self.is_parted(i, ANY) or self.norms[i] in self.joints.leading:
                return i
        return len(self.norms)

    def _end(self, start: int) -> int:
        """Where the clause behind a word ends: at a strong mark, a comma with "and", another order."""
        for i in range(start + 1, len(self.norms)):
            new = self._is_new(i) and (self.is_parted(i, STRONG) or self.verbs_in(range(start, i)))
            if new or self.norms[i] in self.joints.leading:
                return i
        return len(self.norms)

    def _is_new(self, i: int) -> bool:
        """Whether a main clause may begin with a word: behind a strong mark, or with "and" behind a comma."""
        joins = self.norms[i] in self.words.conjunctions or self.norms[i] in self.words.contrasts
        return self.is_parted(i, STRONG) or (joins and self.is_parted(i, ","))

    def verbs_in(self, part: Part) -> Part:
        """Where the verbs of a part stand."""
        return [k for k in self.told if k in part]

    def _is_somebody(self, part: Part) -> bool:
        """Whether a noun phrase is of people, of a body or a place, and so of no event."""
        words = self.words
        end = next((i for i in part if self.norms[i] in words.prepositions), part[-1] + 1)
        telling = [i for i in part if i < end and i not in self.amounts and self.norms[i] not in words.plain]
        if not telling:
            return True
        last = self.tokens[telling[-1]]
        names = names_within(self.reading, self.passage.span)
        named = any(n.span.start <= last.start < n.span.end for n in names)
        return named or last.stem in words.people or last.stem in words.bodies
