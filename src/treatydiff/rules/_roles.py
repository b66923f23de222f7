"""Who does what to whom and where, found without a parser: the phrases of a sentence and what governs them.

A sentence is read as noun phrases, each with the preposition before it, between its verbs.  Where the subject
of a verb stands is told by `_Sentence.subject`; the phrase after "by" behind a passive verb is its agent.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from treatydiff.frozen import dataclass, replace
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span
from treatydiff.rules import Pair, once_a_sentence, sentence
from treatydiff.rules._figures import agree
from treatydiff.rules._phrases import QUOTES, Phrase, begins, openers_of, phrases, words_of
from treatydiff.rules._words import alike, content

NEAR = 12
"""Characters before a name that hold the article, where it has one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a role of a verb."""

    role: str
    """"agent", "patient", or the preposition: "to"."""
    verb: Predicate
    fillers: tuple[Phrase, ...]
    """Several where the text joins them by "and"."""
    names: tuple[Name, ...]
    """Those in the fillers and in what the text says more of them: "the minister, Ada Holm"."""


@once_a_sentence
def slots(clauses: Sequence[Claim], reading: Reading, language: Language) -> tuple[Slot, ...]:
    """The roles that the verbs of a sentence give, in the order of the text."""
    return tuple(_slots(_Sentence(clauses, reading, language)))


def _slots(whole: _Sentence) -> Iterator[Slot]:
    for n, verb in enumerate(whole.verbs):
        if verb.state or not whole.tells[n]:
            continue
        own = list(_of_verb(n, verb, whole))
        yield from own
        if verb.stem in whole.words.light:
            yield from _of_deed(own, whole)


def _of_verb(n: int, verb: Predicate, whole: _Sentence) -> Iterator[Slot]:
    after = whole.after(n)
    if before := whole.subjects[n]:
        yield _slot("patient" if verb.passive else "agent", verb, before)
    elif verb.passive and (k := next((k for k, p in enumerate(after) if _is_bare(p)), -1)) >= 0:
        # "Killed in the crash were two guards"
        yield _slot("patient", verb, after[k:])
    if after and _is_bare(after[0]) and not verb.passive:
        yield _slot("patient", verb, after)
    for k, phrase in enumerate(after):
        if phrase.preposition and not phrase.joined:
            role = "agent" if phrase.preposition == "by" and verb.passive else phrase.preposition
            yield _slot(role, verb, after[k:])


def _of_deed(own: Sequence[Slot], whole: _Sentence) -> Iterator[Slot]:
    """The roles of the deed that is the object of a light verb: "carried out the inspection of the mill".

    Whoever does the one does the other; what stands behind the noun is what it is done to.
    """
    done = next((s for s in own if s.role == "patient"), None)
    if done is None or len(done.fillers) > 1 or done.fillers[0].names:
        return
    noun = done.fillers[0]
    deed = replace(done.verb, stem=noun.head.stem, passive=False)
    yield from (replace(s, verb=deed) for s in own if s.role == "agent")
    behind = [p for p in whole.phrases if p.span.start > noun.span.end]
    if behind and behind[0].noun == noun.head.stem and behind[0].preposition in whole.words.themes:
        yield _slot("patient", deed, behind)


class _Sentence:
    """The verbs of a sentence, each with its subject, and what stands between them."""

    def __init__(self, clauses: Sequence[Claim], reading: Reading, language: Language) -> None:
        self.words = words_of(language)
        self.verbs = [p for c in clauses for p in c.predicates]
        self.phrases = [p for p in phrases(clauses, reading, language) if not p.time]
        self.tokens = tokens = reading.passages[clauses[0].passage].tokens
        self.text = reading.document.text
        self.starts = [t.start for t in tokens]
        self.begins = [begins(v, tokens, self.starts, self.words) for v in self.verbs]
        named = {p.span.start - 1 for p in self.phrases if p.apposed}
        self.tells = [not v.noun and v.span.end not in named for v in self.verbs]
        """Of each, whether it is a verb and no "named" between somebody and his name."""
        self.openers = openers_of(self.verbs, tokens, self.text, self.words)
        """Where words stand that open a clause."""
        self.closed: set[int] = set()
        """Those of them whose clause has ended."""
        self.subjects: list[list[Phrase]] = []
        """Of each verb, the phrase that is its subject with those behind it."""
        for n in range(len(self.verbs)):
            self.subjects.append(self._subject(n))

    def after(self, n: int) -> list[Phrase]:
        """The phrases behind a verb that are no subject of the next one."""
        end = self.verbs[n].span.end
        opener = bisect_left(self.openers, end)
        stop = self.openers[opener] if opener < len(self.openers) else len(self.text)
        following = next((m for m in range(n + 1, len(self.verbs)) if self._stands_behind(m, end)), None)
        if following is None:
            return self._between(end, stop)
        start = self.begins[following]
        found = self._between(end, min(stop, start))
        if found and start < stop:
            subject = self.subjects[following][:1]
            if subject and subject[0] in found and not self._is_loose(following):
                # "Police said | two men had fled"
                del found[found.index(subject[0]) :]
            elif found[-1].apposed and self.text[found[-1].span.end : start].isspace():
                # "… off Tarn, Holm said": the last one begins what comes next.
                del found[-1]
        return found

    def _stands_behind(self, m: int, place: int) -> bool:
        return self.tells[m] and self.begins[m] >= place

    def _subject(self, n: int) -> list[Phrase]:
        if not self.tells[n]:
            return []
        start, words = self.begins[n], self.words
        last = next((m for m in range(n - 1, -1, -1) if self.tells[m] and self.begins[m] < start), -1)
        at = bisect_left(self.starts, start)
        if self.tokens[at].norm in words.to:
            return self._of_infinitive(n, last)
        since = self.verbs[last].span.end if last >= 0 else -1
        cut = bisect_left(self.openers, start) - 1
        opened = self.openers[cut] if cut >= 0 else -1
        before = self._between(max(opened, since), start)
        gap = self.text[self.tokens[at - 1].end : start] if at else ""
        relative = opened >= 0 and opened not in self.closed and self._takes_up(opened)
        awaited = relative and opened < since
        loose = last >= 0 and self._is_loose(last)
        if last >= 0 and opened < since:
            word = self.tokens[at - 1].norm
            if word in words.conjunctions:
                while self._is_loose(last) and not self._is_loose(n) and last:
                    last -= 1
                return self.subjects[last]
            if "," in gap and not awaited and not any(p.apposed and not p.preposition for p in before):
                # "Holm came, saw it, left"
                return self.subjects[last]
            if word in words.sharing and self._is_loose(n):
                # "Robbed the bank by blowing up the safe"
                return self.subjects[last]
        if (loose or awaited) and not self.verbs[last].passive:
            before = before[_objects(before, words.subjects) :]
        elif 0 <= opened < since and (main := _apposed(before)):
            # "When the guards closed the gate, Holm left"
            before = main
        k = _head(before, "," in gap)
        if k >= 0:
            return before[k:]
        if awaited:
            self.closed.add(opened)
            return self._antecedent(opened, main=True)
        if opened > since and relative:
            return self._antecedent(opened, main=False)
        if loose:
            return self.subjects[last] or self._before_infinitive(last)
        return self.subjects[last] if last >= 0 and self._is_loose(n) else []

    def _of_infinitive(self, n: int, last: int) -> list[Phrase]:
        """Who is to do a thing: whom the verb before tells to do it, else who does that."""
        group, start = self.verbs[n].group.start, self.begins[n]
        since = self.verbs[last].span.end if last >= 0 else -1
        before = self._between(since, start)
        governed = last >= 0 and self.verbs[last].span.start >= group
        if governed and not self.verbs[last].passive and before and not before[0].preposition:
            # "Ordered Holm to pay"
            return before if not before[0].apposed else self.subjects[last]
        is_verb = self.words.kinds.get(self.tokens[bisect_left(self.starts, group)].norm) == "boundary"
        if not governed and (is_verb or (last < 0 and group == start)):
            # "Holm is to pay", "Holm to pay"
            k = _head(before, comma=False)
            return before[k:] if k >= 0 else []
        return self.subjects[last] if last >= 0 else []

    def _before_infinitive(self, n: int) -> list[Phrase]:
        """The phrase that an infinitive goes with: "efforts to reach the crew failed"."""
        before = self._between(-1, self.begins[n])
        k = _head(before, comma=False)
        return before[k:] if k >= 0 and before[k].verb < 0 else []

    def _antecedent(self, opener: int, main: bool) -> list[Phrase]:
        """The phrase that a relative clause stands behind, in it or (where `main`) as the subject behind it.

        "A man who walked his dog raised the alarm".
        """
        before = self._between(-1, opener)
        k = next((k for k in range(len(before) - 1, -1, -1) if not before[k].apposed), None)
        while main and k and before[k].preposition:
            k -= 1
        if k is None or not before[k].preposition:
            return before[k:] if k is not None else []
        if self.tokens[bisect_left(self.starts, opener)].norm not in self.words.personal:
            return []
        # "Thanks go to Ada Holm, a clerk of 71, who found it"
        near = (m for m in range(len(before) - 1, -1, -1) if before[m].verb == before[-1].verb)
        k = next((m for m in near if _is_somebody(before[m])), None)
        return before[k:] if k is not None else []

    def _takes_up(self, opener: int) -> bool:
        """Whether a word that opens a clause takes up the noun right before it."""
        at = bisect_left(self.starts, opener)
        if at == 0 or self.tokens[at].norm not in self.words.relative | self.words.owning:
            return False
        return any(p.span.end == self.tokens[at - 1].end for p in self.phrases)

    def _is_loose(self, n: int) -> bool:
        """Whether a verb is no finite one: a participle, an infinitive."""
        verb, start = self.verbs[n], self.begins[n]
        at = bisect_left(self.starts, start)
        if self.tokens[at].norm in self.words.to:
            return True
        return start == verb.span.start and (verb.passive or self.tokens[at].norm.endswith("ing"))

    def _between(self, start: int, end: int) -> list[Phrase]:
        return [p for p in self.phrases if p.span.start >= start and p.span.end <= end]


def _is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase ends with the name of a person."""
    last = phrase.names[-1] if phrase.names else None
    if last is None or last.span.end < phrase.head.end:
        return False
    return last.kind == "person" or (last.kind == "unknown" and len(last.entity.split()) > 1)


def _is_bare(phrase: Phrase) -> bool:
    return not phrase.preposition and not phrase.apposed and not phrase.joined


def _head(before: Sequence[Phrase], comma: bool) -> int:
    """Which of the phrases before a verb is its subject, behind a `comma` or not; -1 for none."""
    bare = [k for k, p in enumerate(before) if not p.preposition and not p.joined]
    if not bare:
        return -1
    if comma:
        # "The mayor, Ada Holm, resigned"
        return next((k for k in reversed(bare) if not before[k].apposed), bare[0])
    k = bare.pop()
    while bare and before[k].apposed and before[k + 1 : k + 2] and before[k + 1].joined:
        # "Holm, Lind and Brandt left"
        k = bare.pop()
    return k


def _objects(before: Sequence[Phrase], subjects: frozenset[str]) -> int:
    """How many of the phrases between two verbs are the object of the first and belong to it."""
    if not before or before[0].preposition or before[0].apposed or before[0].head.norm in subjects:
        return 0
    return next((k for k, p in enumerate(before) if k and not p.preposition and not p.joined), len(before))


def _apposed(before: Sequence[Phrase]) -> list[Phrase]:
    """The phrases from the first on that stands behind a comma."""
    k = next((k for k, p in enumerate(before) if p.apposed and not p.preposition), None)
    return list(before[k:]) if k is not None else []


def _slot(role: str, verb: Predicate, phrases: Sequence[Phrase]) -> Slot:
    """A phrase with those that "and" joins to it, and the names of them all."""
    fillers, names = [phrases[0]], [*phrases[0].names]
    for phrase in phrases[1:]:
        if phrase.joined:
            fillers.append(phrase)
        elif not phrase.apposed and phrase.preposition != "of":
            break
        if phrase.joined or phrase.apposed:
            names += phrase.names
    return Slot(role, verb, tuple(fillers), tuple(names))


def persons(slot: Slot, reading: Reading, language: Language) -> list[str]:
    """The persons in a slot, each once; so counts a full name that nothing shows to be something else's."""
    articles = words_of(language).determiners
    known = []
    for name in slot.names:
        before = reading.document.text[max(0, name.span.start - NEAR) : name.span.start]
        bare = len(name.entity.split()) > 1 and not articles.intersection(before.split()[-1:])
        bare = bare and not set(before[-1:]) & QUOTES
        bare = bare and not any(p.span.start < name.span.start < p.span.end for p in slot.fillers)
        if is_head(name.span, slot) and (name.kind == "person" or (name.kind == "unknown" and bare)):
            known.append(name.entity)
    return list(dict.fromkeys(known))


def body(slot: Slot) -> str:
    """The one body that a slot names, or ""."""
    found = {n.entity for n in slot.names}
    heads = (n for n in slot.names if n.kind == "organisation" and is_head(n.span, slot))
    return next((n.entity for n in heads), "") if len(found) == 1 else ""


def is_head(span: Span, slot: Slot) -> bool:
    """Whether a name ends a phrase, or stands behind one: not "the Ada Holm star"."""
    return not any(p.span.overlap(span) and p.head.start >= span.end for p in slot.fillers)


def in_common(pair: Pair, left: Sequence[Span], right: Sequence[Span], whole: bool = False) -> int:
    """Words of content, figures and times that both linked claims have, besides what stands in some spans.

    With `whole`, those that the sentences of the claims have.
    """
    sides = []
    for claim, reading, spans in (
        (pair.link.left, pair.left, left),
        (pair.link.right, pair.right, right),
    ):
        claims = sentence(claim, reading) if whole else (claim,)
        tokens = (t for c in claims for t in c.tokens if not any(s.start <= t.start < s.end for s in spans))
        held = [q for c in claims for q in c.quantities]
        times = {(t.start, t.end) for c in claims for t in c.times}
        sides.append((content(tokens, pair.language), held, times))
    (a, ours, then), (b, theirs, when) = sides
    figures = sum(any(q.unit == o.unit and agree(q, o) for o in theirs) for q in ours)
    return len(alike(a, b)) + figures + len(then & when)
