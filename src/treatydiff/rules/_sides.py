"""Which of two things came first, told in whatever words: each side of an order by its telling words.

"Turned to the bank only after the sale had failed", "had the money of the bank a week before she gave up the
sale", "the sale failed; the bank came in some days later": no happening need be known for this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import AHEAD, Claim, Name, Predicate, Reading, Span, TimeSpan
from treatydiff.rules import once_a_sentence, sentence
from treatydiff.rules._events import events_of
from treatydiff.rules._joints import is_repeated, joints_of, meanings_of
from treatydiff.rules._parting import ANY, BESIDE, Part, Parting, Parts
from treatydiff.rules._periods import interval, times_of
from treatydiff.rules._speech import cues_within, tags_within
from treatydiff.rules._words import names_within
from treatydiff.tokens import norm, places_of, stems, within

MOST = 12
"""Words of order of a sentence; what has more of them is hardly one, but a list."""
DAWN, DUSK = 4 * 60, 21 * 60
"""Minutes of the day at which the night ends and begins."""


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


def sided(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Sided, ...]]:
    """The orders that a sentence states, by the clause that has the word of order."""
    found: dict[int, list[Sided]] = {c.index: [] for c in claims}
    joints = joints_of(language)
    norms = [t.norm for t in reading.passages[claims[0].passage].tokens]
    stated = not joints.all.isdisjoint(norms) or not joints.openers.isdisjoint(norms)
    if stated and sum(n in joints.all for n in norms) > MOST:
        return dict.fromkeys(found, ())
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


@once_a_sentence
def _sentence(claims: Sequence[Claim], reading: Reading, language: Language) -> _Sentence:
    return _Sentence(claims, reading, language)


class _Sentence(Parting):
    """A sentence as it is searched for orders."""

    def __init__(self, claims: Sequence[Claim], reading: Reading, language: Language) -> None:
        super().__init__(claims, reading, language)
        times = ((c, times_of(c, reading, language)) for c in claims)
        self.times = [_Timed(c, ts[0]) for c, ts in times if len(ts) == 1 and ts[0].relation == "at"]
        """The clauses that give one time for what they tell."""

    def orders(self) -> Iterator[Sided]:
        """The orders in the sequence of their words."""
        j = self.joints
        at = [(k, k) for k, norm in enumerate(self.norms) if norm in j.all]
        at += [(k, k + len(phrase) - 1) for phrase in j.phrases for k in places_of(phrase, self.norms)]
        for k, last in sorted(at):
            word = self.norms[k]
            adverb = word in j.later or word in j.then
            parts = self.parts(k, last)
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
        told = self.verbs_in(part)
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
        near = [i for i in self.verbs_in(second)[:1] if adverb and abs(i - k) <= BESIDE]
        main = [p for p in (before, second) if p and p[0] > k and self.is_parted(p[0], ANY)]
        told = (*near, *(i for p in main for i in self.verbs_in(p)[:1]))
        return any(self.tokens[i].start in cues for i in told)

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
        verbs = [i for i in self.verbs_in(part) if i + 1 in part and self.norms[i + 1] in self.joints.off]
        return any(self.predicates[self.tokens[i].start].stem not in self.words.light for i in verbs)

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
        told = [self.predicates[self.tokens[i].start] for i in self.verbs_in(part)]
        # "Before selling it" is not before it may be sold, "before it could be sold" before it was.
        behind = self.norms[joint] in self.joints.before and bool(part) and part[0] > joint
        unsure = [
            v
            for i, v in zip(self.verbs_in(part), told, strict=True)
            if not (behind and (i == joint + 1 or v.status == "possible"))
            and (self._is_unsure(v) or (v.polarity < 0 and not denied))
        ]
        if not part or (told and (told[0] in unsure or (part[-1] < joint and told[-1] in unsure))):
            return None
        for i in part:
            t = self.tokens[i]
            verb = self.predicates.get(t.start)
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
