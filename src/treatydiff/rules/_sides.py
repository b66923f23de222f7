"""Which of two things came first, told in whatever words: each side of an order by its telling words.

"Turned to the bank only after the sale had failed", "had the money of the bank a week before she gave up the
sale", "the sale failed; the bank came in some days later": no happening need be known for this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, TimeSpan
from treatydiff.rules import once_a_sentence, sentence
from treatydiff.rules._events import AHEAD, events_of
from treatydiff.rules._joints import is_repeated, joints_of, meanings_of
from treatydiff.rules._pack import words_of
from treatydiff.rules._periods import interval, times_of
from treatydiff.rules._speech import cues_within, tags_within
from treatydiff.rules._words import names_within
from treatydiff.tokens import is_adverb, norm, places_of, stems, within

BESIDE = 3
"""Words beside a word of order that turn it."""
DAWN, DUSK = 4 * 60, 21 * 60
"""Minutes of the day at which the night ends and begins."""
STRONG, ANY = ";:—–", ",;:—–"
"""Marks that part what an order is told of from the rest of a sentence, and those that part clauses."""


class Side(NamedTuple):
    """One of two things that a report puts in order."""

    words: Mapping[str, frozenset[str]]
    """Its telling words: stem → what it may mean."""
    acts: Mapping[str, frozenset[str]]
    """The same for its verbs, those of little content among them."""
    people: frozenset[str]
    """Whom it names."""
    names: frozenset[str]
    """Those words that belong to a name."""
    places: frozenset[str]
    """Those words that belong to the name of a place."""
    settings: frozenset[str]
    """Those words that only tell where it was, and who was there."""
    ceases: bool
    """Whether it tells that something ended or failed."""


class Sided(NamedTuple):
    """Two things, the first of which came first."""

    claim: Claim
    word: Span
    first: Side
    second: Side
    only: bool
    """Whether nothing like the second one came sooner: "only after", "not until"."""
    lasting: bool = False
    """Whether the second one only ended after the first: "ran until", "was still running when"."""


Part = Sequence[int]
"""The words of a sentence that tell one thing, by their indices."""
Parts = tuple[Part | None, Part, bool]
"""What comes first (None for what the sentence before tells), what comes second, and whether that excludes
any other."""


def sided(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Sided, ...]]:
    """The orders that a sentence states, by the clause that has the word of order."""
    found: dict[int, list[Sided]] = {c.index: [] for c in claims}
    joints = joints_of(language)
    norms = [t.norm for t in reading.passages[claims[0].passage].tokens]
    stated = not joints.all.isdisjoint(norms) or not joints.openers.isdisjoint(norms)
    told = stated or any(c.times for c in claims)
    if told and claims[0].kind in ("body", "headline") and not is_repeated(norms, joints):
        whole = _sentence(claims, reading, language)
        for order in (*(whole.orders() if stated else ()), *whole.dated()):
            found[order.claim.index].append(order)
    return {index: tuple(own) for index, own in found.items()}


class _Timed(NamedTuple):
    """A clause with the one time that it gives."""

    claim: Claim
    time: TimeSpan


def _sooner(s: TimeSpan, t: TimeSpan) -> int:
    """-1 where the first time is over when the second one begins, 1 the other way round, else 0."""
    if s.clock and t.clock and s.grain == t.grain == "minute":
        if not all(c[0] >= DAWN and c[1] <= DUSK for c in (s.clock, t.clock)):
            # A night has two dates.
            return 0
        # A morning ends when the afternoon begins.
        return -1 if s.clock[1] <= t.clock[0] else int(t.clock[1] <= s.clock[0])
    x, y = interval(s), interval(t)
    if not x or not y or not s.grain == t.grain == "day":
        return 0
    return -1 if x[1] < y[0] else int(y[1] < x[0])


@cache
def _idle(language: Language) -> frozenset[str]:
    words, joints = words_of(language), joints_of(language)
    return words.stop | words.calendar | words.determiners | joints.only | joints.amounts


@once_a_sentence
def _sentence(claims: Sequence[Claim], reading: Reading, language: Language) -> _Sentence:
    return _Sentence(claims, reading, language)


class _Sentence:
    """A sentence as it is searched for orders."""

    def __init__(self, claims: Sequence[Claim], reading: Reading, language: Language) -> None:
        self.claims, self.reading, self.language = claims, reading, language
        self.passage = reading.passages[claims[0].passage]
        self.tokens, self.text = self.passage.tokens, reading.document.text
        self.norms = [t.norm for t in self.tokens]
        self.joints, self.words = joints_of(language), words_of(language)
        self.verbs = {p.span.start: p for c in claims for p in c.predicates if not p.noun}
        self.told = [k for k, t in enumerate(self.tokens) if t.start in self.verbs]
        """Where they stand."""
        times = ((c, times_of(c, reading, language)) for c in claims)
        self.times = [_Timed(c, ts[0]) for c, ts in times if len(ts) == 1 and ts[0].relation == "at"]
        """The clauses that give one time for what they tell."""

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

    def orders(self) -> Iterator[Sided]:
        """The orders in the sequence of their words."""
        j = self.joints
        at = [(k, k) for k, norm in enumerate(self.norms) if norm in j.all]
        at += [(k, k + len(phrase) - 1) for phrase in j.phrases for k in places_of(phrase, self.norms)]
        for k, last in sorted(at):
            word = self.norms[k]
            adverb = word in j.later or word in j.then
            parts = self._first(k) if word in j.first else self._later(k) if adverb else self._joined(k, last)
            if parts is None or self._is_of_telling(parts, k, adverb):
                continue
            before, second, only = (parts[0] and self._untagged(parts[0]), self._untagged(parts[1]), parts[2])
            a = self._before() if before is None else self.side(before, k)
            b = self.side(second, k, denied=word in j.until)
            if a and b:
                if before is not None:
                    a, b = self._with_subjects(a, before, b, second)
                joint = Span(self.tokens[k].start, self.tokens[last].end)
                claim = next((c for c in self.claims if c.span.start <= joint.start < c.span.end), None)
                lasting = word in j.until or (
                    word in j.when and any(self.norms[i] in j.still for i in second)
                )
                lasting = lasting and not only
                yield Sided(claim or self.claims[0], joint, a, b, only or lasting, lasting)

    def dated(self) -> Iterator[Sided]:
        """The orders of neighbouring clauses by their days or times of day: "left on Monday; on Friday"."""
        last = self._last_sentence() if self.times else None
        if len(self.times) + (len(last.times) if last else 0) < 2:
            return
        for (a, s), (b, t) in pairwise([*(last.timed if last else ()), *self.timed]):
            if t.claim.passage == self.passage.index and (order := _sooner(s.time, t.time)):
                first, second = (a, b) if order < 0 else (b, a)
                yield Sided(t.claim, t.time.span, first, second, False)

    @cached_property
    def timed(self) -> list[tuple[Side, _Timed]]:
        """What those tell that give one time, with them."""
        sides = ((self.side(within(self.tokens, t.claim.span), 0), t) for t in self.times)
        return [(side, t) for side, t in sides if side is not None]

    def _untagged(self, part: Part) -> Part:
        """A part without what only tells who says it: ", said the mayor"."""
        tags = tags_within(self.reading, self.passage.index, self.joints.sayings)
        tagged = {k for tag in tags for k in within(self.tokens, tag)}
        return [i for i in part if i not in tagged] if tagged else part

    def _with_subjects(self, a: Side, first: Part, b: Side, second: Part) -> tuple[Side, Side]:
        """The sides, each with the noun that it shares with the other one or takes up: "it fell"."""
        one, two = self._subject(first), self._subject(second)
        a = self._with(a, one or (two if self._goes_back(first) else ""))
        return a, self._with(b, two or (one if self._goes_back(second) else ""))

    def _goes_back(self, part: Part) -> bool:
        """Whether a pronoun stands first in a part, and not that of "it was some days later that …"."""
        words, j = [self.norms[i] for i in part], self.joints
        clefts = j.it if not (j.that - j.it).isdisjoint(words) else frozenset()
        return not (self.words.back - clefts).isdisjoint(words[:BESIDE])

    def _with(self, side: Side, stem: str) -> Side:
        if not stem:
            return side
        return side._replace(words={**side.words, stem: meanings_of(stem, self.language)})

    def _subject(self, part: Part) -> str:
        """Stem of what the first verb of a part is told of."""
        told = self._verbs(part)
        if not told:
            return ""
        start = self.tokens[told[0]].start
        events = events_of(self.claims, self.reading, self.language)
        e = next((e for es in events.values() for e in es if e.predicate.span.start == start), None)
        if e is None:
            return ""
        return e.object.head if e.predicate.passive else e.subject.head

    def _is_of_telling(self, parts: Parts, k: int, adverb: bool) -> bool:
        """Whether it is said in this order: "a watchdog later said", "after the vote, the mayor said"."""
        cues = {c.start for c in cues_within(self.reading, self.passage.index)}
        before, second, _ = parts
        # An adverb is of the verb beside it.
        near = [i for i in self._verbs(second)[:1] if adverb and abs(i - k) <= BESIDE]
        main = [p for p in (before, second) if p and p[0] > k and self._parted(p[0], ANY)]
        told = (*near, *(i for p in main for i in self._verbs(p)[:1]))
        return any(self.tokens[i].start in cues for i in told)

    def _joined(self, k: int, last: int) -> Parts | None:
        """What a conjunction or preposition of order puts first and second."""
        j, norms, after = self.joints, self.norms, last + 1
        if after >= len(norms) or self._parted(after, ANY):
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
        elif opens and self._is_open(lead) and stop < len(norms) and self._parted(stop, ","):
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
        first, second = (*self._verbs(part), 0, 0)[:2]
        if second:
            group = self.verbs[self.tokens[second].start].group
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
        if not main or not sub or (not self._verbs(sub) and self._is_somebody(sub)):
            # "Before the judge"
            return None
        if word in j.until:
            # "Nobody was warned until the water came"
            denied = only or not here.isdisjoint(words.negative)
            return (sub, main, denied) if denied or there.isdisjoint(words.negative) else None
        if not here.isdisjoint(words.negative) or not there.isdisjoint(words.negative):
            return None
        if word in j.having or (word in j.after and (word not in j.once or self._verbs(sub))):
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
        if sooner == later or not self._verbs(sub):
            return None
        return (main, sub, False) if sooner else (sub, main, only)

    def _is_earlier(self, part: Part, which: int) -> bool:
        """Whether the first or last verb of a part is told as done by the time of the other one."""
        told = self._verbs(part)
        if not told:
            return any(self.norms[i] in self.joints.already | self.words.pluperfect for i in part)
        group = self.verbs[self.tokens[told[which]].start].group
        words = {t.norm for t in self.tokens if group.start <= t.start < group.end}
        return not words.isdisjoint(self.joints.already | self.words.pluperfect)

    def _first(self, k: int) -> Parts | None:
        """What comes first where that is all that is said: "Lind spoke first; Holm followed"."""
        second = range(k + 1, self._end(k + 1))
        if not second or not self._parted(k + 1, STRONG) or not self._verbs(second):
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
            and not self._parted(k, ANY)
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
        if not self._verbs(range(lead)):
            return (None, second, only) if all(i in self.amounts for i in range(lead)) else None
        opens = (i for i in first if self.norms[i] in j.first)
        return first, second, only or any(i + 1 in self.told or self._parted(i + 1, ANY) for i in opens)

    def _opens_clause(self, i: int) -> bool:
        t, words = self.tokens[i], self.words
        return t.norm in self.joints.inverting | words.determiners | words.pronouns or t.text[0].isupper()

    def _parted(self, i: int, marks: str) -> bool:
        """Whether one of these marks stands before a word."""
        return i >= len(self.tokens) or (
            i > 0 and any(c in marks for c in self.text[self.tokens[i - 1].end : self.tokens[i].start])
        )

    def _is_open(self, lead: int) -> bool:
        joining = self.words.conjunctions | self.words.contrasts
        return lead == 0 or self._parted(lead, STRONG) or self.norms[lead] in joining

    def _lead(self, k: int) -> int:
        """Where the clause of a word of order begins: at a mark, or an "and" between two verbs."""
        for i in range(k, 0, -1):
            if self._parted(i, ANY):
                return i
            joins = self.norms[i] in self.words.conjunctions
            if joins and self._verbs(range(i)) and self._verbs(range(i + 1, max(k, self._stop(k + 1)))):
                return i
        return 0

    def _start(self, end: int) -> int:
        """Where what stands before a word begins: behind a strong mark, a comma with "and", another order."""
        for i in range(end - 1, 0, -1):
            relative = self._parted(i, ",") and self.norms[i] in self.words.relative
            if (relative or self._is_new(i)) and self._verbs(range(i, end)):
                return i
            if self.norms[i] in self.joints.leading:
                return i + 1
        return 0

    def _stop(self, start: int) -> int:
        """Where what a word of order governs ends: at a mark, or another word of order."""
        for i in range(start, len(self.norms)):
            if self._parted(i, ANY) or self.norms[i] in self.joints.leading:
                return i
        return len(self.norms)

    def _end(self, start: int) -> int:
        """Where the clause behind a word ends: at a strong mark, a comma with "and", another order."""
        for i in range(start + 1, len(self.norms)):
            new = self._is_new(i) and (self._parted(i, STRONG) or self._verbs(range(start, i)))
            if new or self.norms[i] in self.joints.leading:
                return i
        return len(self.norms)

    def _is_new(self, i: int) -> bool:
        """Whether a main clause may begin with a word: behind a strong mark, or with "and" behind a comma."""
        joins = self.norms[i] in self.words.conjunctions or self.norms[i] in self.words.contrasts
        return self._parted(i, STRONG) or (joins and self._parted(i, ","))

    def _verbs(self, part: Part) -> Part:
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

    def _before(self) -> Side | None:
        """What the sentence before tells."""
        other = self._last_sentence()
        return other.side(range(len(other.tokens)), 0) if other else None

    def _last_sentence(self) -> _Sentence | None:
        """The sentence before, where it stands in the same paragraph."""
        at = self.passage.index - 1
        passages = self.reading.passages
        if at < 0 or passages[at].paragraph != self.passage.paragraph:
            return None
        last = self.reading.claims[self.claims[0].index - 1]
        if not self.claims[0].index or last.passage != at:
            return None
        return _sentence(sentence(last, self.reading), self.reading, self.language)

    def _ceases(self, part: Part, acts: AbstractSet[str]) -> bool:
        """Whether a part tells, by its verbs, that something ended or failed."""
        if not acts.isdisjoint(self.joints.ceasing):
            return True
        verbs = [i for i in self._verbs(part) if i + 1 in part and self.norms[i + 1] in self.joints.off]
        return any(self.verbs[self.tokens[i].start].stem not in self.words.light for i in verbs)

    def _is_unsure(self, verb: Predicate) -> bool:
        """Whether a verb leaves open, or says, that a thing is not."""
        open_still = verb.status in AHEAD or verb.hedged or verb.denied
        return open_still or verb.stem in self.joints.cancelling

    def _is_where(self, n: Name) -> bool:
        """Whether a name stands behind a preposition of place: "at the Orm works"."""
        before = [t.norm for t in self.tokens if t.start < n.span.start][-1:]
        return bool(before) and before[0] in self.joints.locative

    def side(self, part: Part, joint: int, denied: bool = False) -> Side | None:
        """The telling words of a part; None where it tells what may not be or, unless `denied`, is not.

        Its first verb tells that, and ahead of the word of order the one nearest to it.
        """
        words, language = self.words, self.language
        found: dict[str, frozenset[str]] = {}
        acts: dict[str, frozenset[str]] = {}
        told = [self.verbs[self.tokens[i].start] for i in self._verbs(part)]
        # "Before selling it" is not before it may be sold.
        due = joint + 1 if self.norms[joint] in self.joints.before else -1
        unsure = [
            v
            for i, v in zip(self._verbs(part), told, strict=True)
            if i != due and (self._is_unsure(v) or (v.polarity < 0 and not denied))
        ]
        if not part or (told and (told[0] in unsure or (part[-1] < joint and told[-1] in unsure))):
            return None
        for i in part:
            t = self.tokens[i]
            verb = self.verbs.get(t.start)
            if verb is not None and verb not in unsure:
                acts[verb.stem] = meanings_of(verb.stem, language)
                if verb.stem not in words.light:
                    found[verb.stem] = acts[verb.stem]
            elif verb is None and i not in self.amounts and t.norm not in words.plain and len(t.norm) > 1:
                found[t.stem] = meanings_of(t.stem, language)
                if t.stem in self.joints.happenings:
                    # "The explosion", "after the vote"
                    acts[t.stem] = found[t.stem]
        if not found:
            return None
        span = Span(self.tokens[part[0]].start, self.tokens[part[-1]].end)
        mentions = names_within(self.reading, span)
        for n in mentions:
            if n.resolution == "pronoun" and n.entity:
                # Whom the other side calls by name
                stem = stems((norm(n.entity.split()[-1]),), language.code)[0]
                found[stem] = meanings_of(stem, language)
        names = [n for n in mentions if n.resolution in ("name", "surname")]
        of_names = [(self.tokens[i].stem, n) for n in names for i in within(self.tokens, n.span) if i in part]
        people = frozenset(
            n.entity for _, n in of_names if n.kind == "person" or (n.kind == "unknown" and " " in n.entity)
        )
        places = frozenset(stem for stem, n in of_names if n.kind == "place" or self._is_where(n))
        return Side(
            found,
            acts,
            people,
            frozenset(stem for stem, _ in of_names) & found.keys(),
            places,
            places.union(
                (stem for stem, n in of_names if n.entity in people), (s for s in found if s in words.people)
            ),
            self._ceases(part, acts.keys()),
        )
