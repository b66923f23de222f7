"""What the rules on events share: the predicates of a claim with what they govern.

Subjects and objects are found without a parser: the phrase before a verb group and the one behind it, up to
the next verb, mark or word that opens a clause; what stands between commas is passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules import sentence
from treatydiff.rules._pack import Words
from treatydiff.rules._speech import quotes_of
from treatydiff.tokens import GENITIVE, HYPHENS, is_adverb, stems

REACH = 9
"""Words on either side of a verb that its subject and object are looked for in."""
FAR = 16
"""Words before a verb that its subject begins among: "talks on the sale of the mill to Osk are going on"."""
PARENTHESES = (",", "(", ")", "),")
CLEAR = frozenset(("", "$", "£", "€", '"', "'", "“", "”", "‘", "’"))
"""Marks between words of one phrase, spaces aside."""


AGAIN = 4
"""Words behind a verb among which "again" stands."""


class Phrase(NamedTuple):
    """The content words of a subject or object."""

    head: str
    """Stem of its head; empty where it is not known (a pronoun, or nothing)."""
    stems: frozenset[str]
    core: frozenset[str]
    """Stems of the words up to the first preposition."""
    names: frozenset[str]
    """Stems of those of them that belong to names."""
    entity: str = ""
    """The person that the phrase names, where it names one."""
    anyone: str = ""
    """Of "nobody", "nothing" or "none", which deny a thing of all, of what: "people", "things" or "all"."""
    people: bool = False
    """Whether it is a word for people."""
    back: frozenset[str] = frozenset()
    """Of "it" and "they": the stems of the sentence before, which they take up."""

    other: frozenset[str] = frozenset()
    """Words that make it another thing than one told without them: "an earlier vaccine"."""


NOTHING = Phrase("", frozenset(), frozenset(), frozenset())


def whose(phrase: Phrase) -> Phrase:
    """What stands behind the "of" of a phrase."""
    of = phrase.stems - phrase.core
    return Phrase(min(of), of, of, of & phrase.names) if of else NOTHING


class Event(NamedTuple):
    """A predicate with what it governs."""

    predicate: Predicate
    claim: Claim
    subject: Phrase
    object: Phrase
    rest: Phrase
    """What follows in prepositional phrases."""
    earlier: bool
    """Whether it lies before the time that is reported: `is_earlier`."""


def events_within(
    clauses: Sequence[Claim], reading: Reading, words: Words, far: Mapping[int, Span]
) -> dict[int, list[Event]]:
    """The predicates of all clauses of a sentence with what they govern in it, by the claims' numbers.

    `far` tells of predicates, by where they stand, which subjects they have that stand before another verb.
    """
    whole = _sentence(clauses, reading, words)
    found: dict[int, list[Event]] = {}
    subject = NOTHING
    for own in clauses:
        told = found[own.index] = []
        for p in own.predicates:
            if p.noun:
                told.append(_noun_event(p, own, reading, whole))
                continue
            # "The man fell and broke a leg": what has no subject of its own after "and" shares the last one.
            subject = whole.subject(p, subject, far.get(p.span.start))
            if not subject.head and own.speaker and whole.is_speaker(p):
                subject = Phrase(own.speaker, frozenset(), frozenset(), frozenset(), own.speaker)
            if told and is_prevented(p, own, words) and (kept := told[-1].object).head:
                # "Prevented the ship from leaving the port": the ship would have left it.
                subject = kept
            thing, rest = whole.object(p)
            if not thing.head and not p.passive and not p.state:
                thing = whole.antecedent(p)
            doer, done_to = (whole.agent(p), subject) if p.passive else (subject, thing)
            told.append(Event(p, own, doer, done_to, rest, is_earlier(p, own, reading, words)))
    return found


def noun_event(p: Predicate, claim: Claim, reading: Reading, words: Words) -> Event:
    """A noun or attributive adjective with what it is said of: "a cut in excise", "the illegal strike"."""
    return _noun_event(p, claim, reading, _sentence(sentence(claim, reading), reading, words))


def _noun_event(p: Predicate, claim: Claim, reading: Reading, whole: _Sentence) -> Event:
    words = whole.words
    thing, rest = whole.object(p)
    verb = next((q for q in whole.predicates if p.span != p.group and p.span < q.span), None)
    if not rest.head and verb is not None and verb.group.end <= p.group.end:
        # "Arrests have been made over the raid"
        rest = whole.object(verb)[1]
    after = next(iter(whole.after(p.span.end, 1)), None)
    if not thing.head and after is not None and after.norm in words.themes:
        # "A cut in excise", "the vote on the bill"
        thing = rest
    return Event(p, claim, NOTHING, thing, rest, is_earlier(p, claim, reading, words))


def _sentence(siblings: Sequence[Claim], reading: Reading, words: Words) -> _Sentence:
    at = siblings[0].passage
    tokens = reading.passages[at].tokens
    starts = [t.start for t in tokens]
    predicates = [p for c in siblings for p in c.predicates if not p.noun]

    def within(spans: Iterable[tuple[int, int]]) -> set[int]:
        return {k for a, b in spans for k in starts[bisect_left(starts, a) : bisect_left(starts, b)]}

    return _Sentence(
        tokens,
        starts,
        reading.passages[at - 1].tokens if at else (),
        predicates,
        within(p.span for p in predicates),
        within((p.group.start, p.span.end) for p in predicates),
        within(t.span for c in siblings for t in c.times),
        [n for c in siblings for n in c.names],
        reading.document.text,
        words,
    )


class _Sentence(NamedTuple):
    tokens: tuple[Token, ...]
    starts: list[int]
    """Where they begin."""
    before: tuple[Token, ...]
    """The words of the sentence before."""
    predicates: list[Predicate]
    verbs: set[int]
    """Where those words begin that are predicates."""
    groups: set[int]
    """The same with their auxiliaries."""
    timed: set[int]
    """Where those begin that say when."""
    names: list[Name]
    text: str
    words: Words

    def until(self, end: int) -> list[Token]:
        """The words before a place at which none goes on."""
        return list(self.tokens[: bisect_left(self.starts, end)])

    def after(self, start: int, most: int) -> tuple[Token, ...]:
        """So many words from a place on."""
        first = bisect_left(self.starts, start)
        return self.tokens[first : first + most]

    def is_speaker(self, p: Predicate) -> bool:
        """Whether who speaks is the subject of a predicate: "I signed it", "I'm not going to sign it"."""
        first = bisect_left(self.starts, p.group.start)
        return any(t.norm in self.words.speaking for t in self.tokens[max(0, first - 1) : first + 1])

    def subject(self, p: Predicate, last: Phrase, far: Span | None) -> Phrase:
        """The phrase before a predicate; of "who", its antecedent; after a bare "and", the last one's.

        `far` is where it stands before another verb.
        """
        words = self.words
        if far is not None:
            first = bisect_left(self.starts, far.start)
            return self.phrase(list(self.tokens[first : bisect_left(self.starts, far.end)]))
        if last.head and self.text[p.group.start : p.group.start + 3].lower() == "to ":
            # An infinitive without a governor of its own: who did the last thing is to do this one.
            return last
        before = self.until(p.group.start)
        if last.head and self._shares(p, before):
            return last
        before = self._before_apposition(before, p.group.start)
        out: list[Token] = []
        edge = before[-1].end + 1 if before else p.group.start
        for token in reversed(before[-FAR:]):
            mark = _mark(self.text[token.end : edge]) if out else ""
            relative = bool(out) and out[-1].norm in words.relative
            if mark and not (relative and mark == ","):
                break
            if token.start in self.verbs:
                break
            joint = token.norm in words.conjunctions or token.norm in words.contrasts
            if joint and not out:
                # After a comma it may be another's: "he says that it works, but will not use it".
                nested = any(t.norm in words.relative for t in before) or token.norm not in words.contrasts
                return NOTHING if nested and self._after_comma(token) else last
            if token.norm in words.boundaries and not joint and (out or token.norm not in words.relative):
                break
            out.append(token)
            edge = token.start
        return self.phrase(self._noun_phrase([t for t in reversed(out) if t.norm not in words.relative]))

    def _shares(self, p: Predicate, before: list[Token]) -> bool:
        """Whether a predicate has the subject of the last one: "parted without signing"."""
        if not before:
            return False
        mark = _mark(self.text[before[-1].end : p.group.start])
        if self.text[p.group.start : p.span.end].split()[0].lower().endswith("ing"):
            # "Denied having sold it", "left without signing"
            return not mark and (p.denied or before[-1].norm in self.words.prepositions)
        if mark != ",":
            return False
        for k in range(len(before) - 1, max(0, len(before) - 2 * REACH), -1):
            if _mark(self.text[before[k - 1].end : before[k].start]) or before[k].norm in self.words.relative:
                return False
            if any(o.span.start == before[k].start for o in self.predicates):
                return True
        return False

    def _before_apposition(self, before: list[Token], start: int) -> list[Token]:
        """The words before a verb without what stands between commas: "Ada Holm, the minister, said"."""
        if not before or not (mark := _mark(self.text[before[-1].end : start])):
            return before
        if mark != ",":
            return []
        for k in range(len(before) - 1, max(0, len(before) - 2 * REACH), -1):
            opener = before[k]
            if self.text[before[k - 1].end : opener.start].strip() == ",":
                words = self.words
                named = self._named(before[-1]) and all(t.text[0].isupper() for t in before[k:])
                if named and (before[k - 1].text.islower() or before[k - 2].norm in words.of):
                    # "The mayor of Tarn, Ivo Lind, was caught": the name says it best.
                    return before[k:]
                told = opener.text.islower() and self._named(before[k - 1])
                if told and self.text[before[k - 1].end : start].count(",") == 2:
                    # "The captain, Ivo Lind, owner of the trawler, was caught"
                    inner = self._before_apposition(before[:k], opener.start)
                    told_between = any(t.start in self.verbs for t in before[len(inner) : k])
                    return inner if inner and not told_between else before[:k]
                joined = [t.norm in words.conjunctions for t in before[k:]]
                if any(joined) and all(j or self._named(t) for j, t in zip(joined, before[k:], strict=True)):
                    # "The two banks, Norr and Alfa, will merge"
                    return before[:k]
                plain = words.determiners | words.prepositions | words.relative
                if opener.norm.isdigit():
                    return before[:k]
                owned = self.text[opener.start : opener.end].endswith(GENITIVE)
                if opener.norm not in plain and not (owned and self._named(before[k - 1])):
                    return []
                # "Ada Holm, 34, the mayor of Tarn, opened it"
                aged = before[k - 1].norm.isdigit() and k > 1 and self._named(before[k - 2])
                return before[: k - 1] if aged else before[:k]
        return []

    def _after_comma(self, token: Token) -> bool:
        return self.text[max(0, token.start - 4) : token.start].rstrip().endswith(",")

    def _noun_phrase(self, tokens: list[Token]) -> list[Token]:
        """These words without what a preposition at their beginning opens."""
        if not tokens or tokens[0].norm not in self.words.prepositions:
            return tokens
        for k in range(2, len(tokens)):
            if tokens[k].norm in self.words.determiners and _content(tokens[k - 1], self.words):
                return tokens[k:]
        return tokens[self._when(tokens) :]

    def _when(self, tokens: list[Token]) -> int:
        """Where what these words open with ends, if it only says when: "on Monday", "in two days"."""
        words, end = self.words, 1
        while end < len(tokens) and (
            tokens[end].norm in words.calendar
            or tokens[end].norm.isdigit()
            or tokens[end].stem in words.counts | words.units
        ):
            end += 1
        return end if end > 1 else len(tokens)

    def object(self, p: Predicate) -> tuple[Phrase, Phrase]:
        """The phrase behind a predicate, and the prepositional phrases behind that."""
        words = self.words
        direct: list[Token] = []
        rest: list[Token] = []
        when: list[Token] = []
        edge, in_rest, late = p.span.end, False, False
        after = self.after(p.span.end, 2 * REACH)
        for k, token in enumerate(after):
            timed = not (in_rest or direct) and any(t.start in self.timed for t in after[k : k + 2])
            if timed and (token.start in self.timed or token.norm in words.prepositions):
                # "Approved on Tuesday a bill", "increased this autumn"
                when.append(token)
                edge = token.end
                continue
            mark = _mark(self.text[edge : token.start])
            if mark:
                # "Passed, by 35 votes to 23, a bill": the object comes after a parenthesis.
                if direct or mark not in PARENTHESES:
                    break
                in_rest = token.norm not in words.determiners
                late = not in_rest
                if in_rest and mark.endswith(",") and token.norm not in words.prepositions:
                    break
            if token.start in self.groups:
                # "…, the union said": no object but a subject.
                direct = [] if late else direct
                if not in_rest and not mark and self._governs(token, p, direct):
                    direct.append(token)
                break
            if token.norm in words.boundaries and token.norm not in words.conjunctions:
                break
            if token.norm in words.prepositions and not (token.norm in words.of and direct):
                in_rest = True
            if direct and not in_rest and self._complements(after[k : k + 2]):
                edge = token.end
                continue
            (rest if in_rest else direct).append(token)
            edge = token.end
        return self.phrase(direct), self.phrase([*when, *rest])

    def _governs(self, token: Token, p: Predicate, direct: Sequence[Token]) -> bool:
        """Whether a word is the noun that a "to" behind it goes with: "backed a plan to build it"."""
        words, after = self.words, self.after(token.end, 1)
        noun = any(t.norm in words.determiners for t in direct) or p.stem in words.having
        return noun and token.start not in self.verbs and any(t.norm in words.to for t in after)

    def _complements(self, tokens: Sequence[Token]) -> bool:
        """Whether the first of two words behind an object says how that is: "kept the gate open"."""
        words, (token, *after) = self.words, tokens
        ends = all(_mark(self.text[token.end : t.start]) or not _content(t, words) for t in after)
        return (token.stem,) in words.complements and ends

    def antecedent(self, p: Predicate) -> Phrase:
        """Of "14 buses, which the city hopes to buy": the noun that a relative clause has as its object."""
        words, before = self.words, self.until(p.group.start)
        for k in range(len(before) - 1, max(0, len(before) - REACH), -1):
            token = before[k]
            if token.norm in words.relative:
                if k + 1 == len(before) or not self._after_comma(token):
                    return NOTHING
                noun: list[Token] = []
                for told in reversed(before[:k]):
                    ended = noun and _mark(self.text[told.end : noun[-1].start])
                    bound = told.norm in words.boundaries or told.norm in words.prepositions
                    if ended or bound or told.start in self.verbs:
                        break
                    noun.append(told)
                return self.phrase(noun[::-1])
            governs = self.text[p.group.start : p.group.start + 3].lower() == "to "
            if (token.start in self.verbs and not governs) or token.norm in words.boundaries:
                return NOTHING
        return NOTHING

    def agent(self, p: Predicate) -> Phrase:
        """Who does what a passive tells: the phrase behind its "by"."""
        words = self.words
        after = self.after(p.span.end, REACH)
        at = next((k for k, t in enumerate(after) if t.norm in words.agent), None)
        if at is None or at + 1 >= len(after):
            return NOTHING
        if after[at + 1].norm in words.measures and not self._counted(after[at + 2 : at + 3]):
            return NOTHING
        if after[at + 1].text[0].isdigit() or any(
            o.span.start < after[at].start for o in self.predicates if o.span > p.span
        ):
            return NOTHING
        out = []
        for before, token in pairwise(after[at:]):
            if (
                _mark(self.text[before.end : token.start])
                or token.norm in words.prepositions | words.boundaries
            ):
                break
            out.append(token)
        return self.phrase(out)

    def _counted(self, after: Sequence[Token]) -> bool:
        """Whether the word behind a number is what is counted, and no unit: "found by two hikers"."""
        return any(_content(t, self.words) and t.stem not in self.words.units for t in after)

    def phrase(self, tokens: list[Token]) -> Phrase:
        """What these words name; its head is the last content word before a preposition."""
        if not tokens:
            return NOTHING
        words = self.words
        tokens = self._without_exception(tokens)
        telling = [_content(t, words) for t in tokens]
        if True not in telling:
            said = {t.norm for t in tokens}
            entity = self._person(tokens)
            back = said & words.back and not entity
            nobody = ""
            if said & words.anyone or (len(said) > 1 and said & words.lacking):
                of_all = "all" if said & words.none_of else "things"
                nobody = "people" if said & words.anybody else of_all
            earlier = (*self.before, *(t for t in self.tokens if t.end <= tokens[0].start))
            some = said & words.persons_back
            taken_up = frozenset(
                t.stem
                for t in (earlier if back else ())
                # "He" takes up no thing.
                if _content(t, words) and (not some or t.stem in words.people or t.text[:1].isupper())
            )
            return Phrase(entity, frozenset(), frozenset(), frozenset(), entity, nobody, back=taken_up)
        end = telling.index(True)
        while end < len(tokens) and tokens[end].norm not in words.prepositions:
            end += 1
        core = list(compress(tokens[:end], telling))
        if (
            (core[-1].norm in words.partitive or core[-1].stem in words.counts)
            and end < len(tokens)
            and tokens[end].norm in words.of
            and (of := self.phrase(tokens[end + 1 :])).head
        ):
            # "Members of the union" are the union, "two members of the union" are not.
            # "Sixty percent of the members" voted: that was their vote.
            share = core[-1].stem in words.units
            few = {t.norm for t in tokens[:end] if not share and (t.stem in words.counts or t.norm.isdigit())}
            return of._replace(other=of.other | few)
        # "The prize and another award": what is said of the second is not said of the first.
        joint = next((k for k, t in enumerate(tokens) if t.norm in words.conjunctions), len(tokens))
        return Phrase(
            core[-1].stem,
            frozenset([t.stem for t in compress(tokens, telling)]),
            frozenset([t.stem for t in core]),
            frozenset([t.stem for t in core if self._named(t)]),
            self._person(core[-1:]),
            people=core[-1].stem in words.people,
            other=frozenset([t.norm for t in tokens[:joint] if t.norm in words.other_things])
            | frozenset([t.norm for k, t in enumerate(tokens[1:joint]) if self._adds(tokens[k], t)]),
        )

    def _without_exception(self, tokens: list[Token]) -> list[Token]:
        """These words without those whom they leave out: "all but Ada Holm", "all except her"."""
        words = self.words
        for k, token in enumerate(tokens[:-1]):
            if k and token.norm in words.exceptions:
                after = tokens[k + 1]
                plain = token.norm in words.contrasts
                if plain and (
                    not words.negative.isdisjoint(t.norm for t in tokens[:k])
                    or not (after.norm in words.determiners or self._named(after))
                ):
                    # "Not Ada Holm but Ivo Lind", "a small but costly bridge"
                    return tokens
                return tokens[:k]
        return tokens

    def _adds(self, count: Token, token: Token) -> bool:
        """Whether a word behind a count makes it one of further things: "two more satellites"."""
        counts = count.stem in self.words.counts or count.norm.isdigit()
        return counts and token.norm in self.words.counted_on

    def _named(self, token: Token) -> bool:
        return bool(self.names) and any(n.span.start <= token.start < n.span.end for n in self.names)

    def _person(self, tokens: list[Token]) -> str:
        """The person whom these words name, where it is one."""
        found = {
            n.entity
            for n in self.names
            if n.kind == "person" and any(n.span.start <= t.start < n.span.end for t in tokens)
        }
        return found.pop() if len(found) == 1 else ""


def _mark(gap: str) -> str:
    """What stands between two words, where it parts them: no hyphen, quotation mark or sign of a currency."""
    if gap == " ":
        return ""
    mark = gap.strip()
    return "" if mark in CLEAR or gap in HYPHENS else mark


def _content(token: Token, words: Words) -> bool:
    word = token.norm
    return (
        word not in words.plain
        and len(word) > 1
        and word.rstrip("s") not in words.calendar
        and not is_adverb(token, words.nouns_in_ly)
    )


def content(tokens: Iterable[Token], words: Words) -> list[Token]:
    """The words that say what a clause is about."""
    return [t for t in tokens if _content(t, words)]


def word_behind(p: Predicate, claim: Claim) -> str:
    """The word right behind a predicate, which may make another one of it: "find out"; empty at the end."""
    return next((t.norm for t in claim.tokens if t.start >= p.span.end), "")


def is_earlier(p: Predicate, claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether the past perfect puts a predicate before the time that is reported: "which it had refused".

    In speech that is told, not quoted, it stands for any past.
    """
    if p.group.start == p.span.start or (claim.speaker and not _is_quoted(p, claim, reading)):
        return False
    group = {t.norm for t in claim.tokens if p.group.start <= t.start < p.span.start}
    if not group & words.pluperfect or group & words.still:
        return False
    if any(q.stem in words.light and q.span.end <= p.group.start for q in claim.predicates):
        return False
    before = [t for t in reading.passages[claim.passage].tokens if t.start < p.group.start]
    return not any(t.norm in words.that for t in before)


def _is_quoted(p: Predicate, claim: Claim, reading: Reading) -> bool:
    """Whether a predicate stands between quotation marks, in the speaker's own words."""
    own = [q for q in quotes_of(reading, claim.passage) if q.kind == "direct"]
    return any(q.span.start <= p.span.start < q.span.end for q in own)


def was_put_off(p: Predicate, claim: Claim, words: Words) -> bool:
    """Whether an act told by a noun had been put off before it took place: "had been put off twice"."""
    if not p.noun or claim.speaker:
        return False
    start = max((q.group.start for q in claim.predicates if q.group.end == p.group.end and q != p), default=0)
    group = {t.norm for t in claim.tokens if start <= t.start < p.group.end}
    return start > p.span.start and bool(group & words.pluperfect) and not group & words.still


def is_done_again(p: Predicate, claim: Claim, words: Words) -> bool:
    """Whether a verb tells what is done once more, "will meet again"; what opens again reopens."""
    after = [t for t in claim.tokens if t.start >= p.span.start][: 1 + AGAIN]
    return any(t.norm in words.again for t in after) and after[0].stem == p.stem


def is_perfect(p: Predicate, claim: Claim, words: Words) -> bool:
    """Whether a predicate tells what has been the case up to now: "has not been signed"."""
    group = {t.norm for t in claim.tokens if p.group.start <= t.start < p.span.start}
    return bool(group & words.perfect)


def speaker_of(p: Predicate, reading: Reading) -> str | None:
    """Who says what a predicate tells, where somebody other than the report does."""
    said = (q for q in reading.quotes if q.span.start <= p.span.start and p.span.end <= q.span.end)
    return next((q.speaker or q.mention for q in said), None)


def in_denial(p: Predicate, reading: Reading, words: Words) -> bool:
    """Whether what a predicate tells is what somebody denies: "denied she had ever met him"."""
    return any(
        q.kind != "direct"
        and q.span.start <= p.span.start
        and p.span.end <= q.span.end
        and bool(words.denying & frozenset(stems((q.cue or "").lower().split(), reading.document.language)))
        for q in reading.quotes
        if q.polarity < 0
    )


def is_prevented(p: Predicate, claim: Claim, words: Words) -> bool:
    """Whether something keeps what a predicate tells from being done: "from attacking the town"."""
    if p.polarity > 0:
        return False
    before = next((t for t in reversed(claim.tokens) if t.end <= p.group.start), None)
    return before is not None and before.norm in words.done_from


def near(p: Predicate, claim: Claim) -> tuple[Token, ...]:
    """The words of a predicate's group, and one before and after it."""
    tokens = claim.tokens
    inside = [k for k, t in enumerate(tokens) if p.group.start <= t.start < p.span.end]
    return tokens[max(0, inside[0] - 1) : inside[-1] + 2] if inside else ()


def shown(span: Span, reading: Reading) -> str:
    """The words of a span as the report has them, on one line."""
    return " ".join(reading.document.text[span.start : span.end].split())
