"""Who is the subject of each verb of a sentence, found without a parser by what stands before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span
from treatydiff.rules import once_a_sentence
from treatydiff.rules._phrases import Phrase, begins, openers_of, phrases, words_of


@once_a_sentence
def sentence_of(clauses: Sequence[Claim], reading: Reading, language: Language) -> Sentence:
    """The verbs of a sentence with their subjects."""
    return Sentence(clauses, reading, language)


class Sentence:
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
        self.openers = openers_of(clauses, reading, language)
        """Where words stand that open a clause."""
        self.closed: set[int] = set()
        """Those of them whose clause has ended."""
        self.subjects: list[list[Phrase]] = []
        """Of each verb, the phrase that is its subject with those behind it."""
        for n in range(len(self.verbs)):
            self.subjects.append(self._subject(n))

    def far_subject(self, n: int) -> Span | None:
        """Where the subject of a finite verb stands, if before another: "a man who won it | left"."""
        found = self.subjects[n]
        last = self._last(n)
        if not found or last < 0 or found[0].span.end > self.begins[last] or self._is_loose(n):
            return None
        end = 1
        while end < len(found) and found[end].preposition in self.words.of:
            end += 1
        return Span(found[0].span.start, found[end - 1].span.end)

    def is_inverted(self, n: int) -> bool:
        """Whether the first verb stands right behind a phrase of place: "behind the house | stood a car"."""
        if self._last(n) >= 0 or self._is_loose(n) or not self.phrases:
            return False
        before = self._between(-1, self.begins[n])
        return (
            bool(before) and all(p.preposition for p in before) and before[-1].span.end == self.begins[n] - 1
        )

    def brought_forward(self, n: int) -> Phrase | None:
        """The phrase that a cleft tells of a verb: "it was in Tarn | that he fell"."""
        opened = [o for o in self.openers[:1] if self.begins[n] > o and self._last(n) < 0]
        head = [t.norm for t in self.tokens[:2]]
        if not opened or len(head) < 2 or head[0] not in self.words.dummies:
            return None
        before = self._between(-1, opened[0])
        cleft = len(before) == 2 and before[1].preposition and self.words.kinds.get(head[1]) == "boundary"
        return before[1] if cleft else None

    def put_first(self, n: int) -> list[Phrase]:
        """The phrases with prepositions that a sentence begins with: "in Tarn | a man died"."""
        if self._last(n) >= 0 or not self.subjects[n] or any(o < self.begins[n] for o in self.openers[:1]):
            return []
        before = self._between(-1, self.subjects[n][0].span.start)
        return before if all(p.preposition for p in before) else []

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

    def _last(self, n: int) -> int:
        """The verb before a verb; -1 for none."""
        return next(
            (m for m in range(n - 1, -1, -1) if self.tells[m] and self.begins[m] < self.begins[n]), -1
        )

    def _stands_behind(self, m: int, place: int) -> bool:
        return self.tells[m] and self.begins[m] >= place

    def _subject(self, n: int) -> list[Phrase]:
        if not self.tells[n]:
            return []
        start, words = self.begins[n], self.words
        last = self._last(n)
        at = bisect_left(self.starts, start)
        if self.tokens[at].norm in words.to:
            if not self._is_to_be(n, last):
                return self._of_infinitive(n, last)
            start = self.verbs[n].group.start
            at = bisect_left(self.starts, start)
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
                if opened >= 0 and not relative and "," in self.text[self.tokens[at - 2].end : start]:
                    # "Holm said that the guard fell, but would not say why"
                    outer = next((m for m in range(last, -1, -1) if self.verbs[m].span.end <= opened), -1)
                    return self.subjects[outer] if outer >= 0 else []
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
        if not governed and last < 0 and group == start:
            # "Holm to pay"
            k = _head(before, comma=False)
            return before[k:] if k >= 0 else []
        return self.subjects[last] if last >= 0 else []

    def _is_to_be(self, n: int, last: int) -> bool:
        """Whether an infinitive is governed by no verb but "be": "Holm is to pay"."""
        group = self.verbs[n].group.start
        governed = last >= 0 and self.verbs[last].span.start >= group
        return not governed and self.words.kinds.get(self._word_at(group)) == "boundary"

    def _word_at(self, start: int) -> str:
        return self.tokens[bisect_left(self.starts, start)].norm

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
        k = next((m for m in near if is_somebody(before[m])), None)
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
        first, at = bisect_left(self.starts, start), bisect_left(self.starts, verb.span.start)
        if self.tokens[first].norm in self.words.to:
            return True
        kinds = self.words.kinds
        helped = any(kinds.get(t.norm) == "boundary" for t in self.tokens[first:at])
        return not helped and (verb.passive or self.tokens[at].norm.endswith("ing"))

    def _between(self, start: int, end: int) -> list[Phrase]:
        return [p for p in self.phrases if p.span.start >= start and p.span.end <= end]


def is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase ends with the name of a person."""
    last = phrase.names[-1] if phrase.names else None
    if last is None or last.span.end < phrase.head.end:
        return False
    return last.kind == "person" or (last.kind == "unknown" and len(last.entity.split()) > 1)


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
