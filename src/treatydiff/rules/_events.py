"""What the rules on events share: whether two predicates of linked claims tell of one and the same event.

Two predicates are one event where their verbs are the same or synonyms, and what they govern is: the same
object (the subject of a passive), or the same subject where they have none.  Whom a report leaves unnamed
speaks neither for nor against.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._figures import is_period, overlap
from treatydiff.tokens import is_adverb, norm, stems

SYNONYM, OTHER, UNNAMED = 0.8, 0.45, 0.8
"""What it leaves of the certainty that two words are but synonyms; that what qualifies two like things is
different; that one side does not say who did it."""
ANYONE, TAKEN_UP, CROSSED = 0.9, 0.8, 0.6
"""How sure it is that "nobody" speaks of the other report's people; that "they" takes up a word of the
sentence before; that two objects are one which only the words around them have in common."""
AHEAD = frozenset(("planned", "expected", "attempted", "possible"))
NEEDED = ((60.0, 0.5), (45.0, 0.6), (30.0, 0.75))
"""Scores of links, and how sure it must then be that two predicates are one event."""
LIGHT = 2
"""Words that the objects of two verbs of little content have in common at least."""
PARENTHESES = (",", "(", ")", "),")
HYPHENS = ("-", "‑")
REACH = 9
"""Words on either side of a verb that its subject and object are looked for in."""


class Words:
    """The pack's words for telling what a verb governs, as stems where stems are compared."""

    def __init__(self, language: Language) -> None:
        def stemmed(section: str, key: str) -> frozenset[str]:
            words = [w for w in language.words(section, key) if " " not in w]
            return frozenset(stems(words, language.code))

        self.light = stemmed("assertion", "light")
        self.stop = frozenset(language.words("grammar", "stop"))
        self.boundaries = frozenset(language.words("assertion", "boundaries"))
        self.conjunctions = frozenset(language.words("assertion", "conjunctions"))
        self.prepositions = frozenset(language.words("assertion", "prepositions")) | {"to"}
        self.negative = frozenset(language.words("assertion", "negative_nouns")) | frozenset(
            language.words("assertion", "negators")
        )
        self.contrasts = frozenset(language.words("assertion", "contrasts"))
        self.relative = frozenset(language.words("cues", "relative"))
        self.determiners = frozenset(language.words("assertion", "determiners"))
        self.denying = stemmed("assertion", "denying")
        self.deciding = stemmed("assertion", "deciding")
        self.former = frozenset(language.words("assertion", "former"))
        self.adverbs = frozenset(language.words("assertion", "adverbs"))
        self.nouns_in_ly = frozenset(language.words("assertion", "nouns_in_ly"))
        pronouns = language.table("grammar", "pronouns")
        self.pronouns = frozenset(w for ws in pronouns.values() for w in ws) | frozenset(
            language.words("assertion", "pronouns")
        )
        self.calendar = frozenset(
            (
                *language.values("calendar", "weekdays"),
                *language.values("calendar", "months"),
                *(w for key in ("spans", "shifts", "daytimes") for w in language.values("calendar", key)),
                *(w for phrase in language.values("calendar", "relative") for w in phrase.split()),
            )
        )
        self.pluperfect = frozenset(language.words("assertion", "pluperfect"))
        self.refusing = stemmed("assertion", "refusing")
        self.anyone = frozenset(language.words("assertion", "negative_nouns")) - {"no", "neither"}
        self.back = frozenset((*pronouns.get("neuter", ()), *pronouns.get("plural", ())))
        self.senses: dict[str, frozenset[str]] = {}
        countries = {f"/{c.split('/')[0]}": c.split("/") for c in language.words("names", "countries")}
        for sense, words in {**language.table("lexicon", "synonyms"), **countries}.items():
            for stem in stems([norm(w) for w in (sense.rstrip("_"), *words) if w.isalpha()], language.code):
                self.senses[stem] = self.senses.get(stem, frozenset()) | {sense}


@cache
def words_of(language: Language) -> Words:
    """The language's words, made once."""
    return Words(language)


class Phrase(NamedTuple):
    """The content words of a subject or object."""

    head: str
    """Stem of its head; empty where it is not known (a pronoun, or nothing)."""
    stems: frozenset[str]
    names: frozenset[str]
    """Stems of the words with a capital among them."""
    entity: str = ""
    """The person that the phrase names, where it names one."""
    anyone: bool = False
    """Whether it is "nobody" or "none", which denies a thing of everyone."""
    back: frozenset[str] = frozenset()
    """Of "it" and "they": the stems of the sentence before, which they take up."""


NOTHING = Phrase("", frozenset(), frozenset())


class Event(NamedTuple):
    """A predicate with what it governs."""

    predicate: Predicate
    claim: Claim
    subject: Phrase
    object: Phrase
    rest: Phrase
    """What follows in prepositional phrases."""


def events(claim: Claim, reading: Reading, words: Words) -> list[Event]:
    """The claim's predicates with what they govern in its sentence."""
    siblings = list(_siblings(claim, reading))
    sentence = _sentence(siblings, reading, words)
    found: list[Event] = []
    subject = NOTHING
    for own in siblings:
        for p in own.predicates:
            # "The man fell and broke a leg": what has no subject of its own after "and" shares the last one.
            subject = sentence.subject(p, subject)
            thing, rest = sentence.object(p)
            if own is claim:
                doer, done_to = (NOTHING, subject) if p.passive else (subject, thing)
                found.append(Event(p, claim, doer, done_to, rest))
    return found


def noun_event(span: Span, claim: Claim, reading: Reading, words: Words) -> Event:
    """A noun or attributive adjective with what it is said of: "a cut in excise", "the illegal strike"."""
    sentence = _sentence(list(_siblings(claim, reading)), reading, words)
    p = Predicate(span, "", span)
    thing, rest = sentence.object(p)
    before = next((t for t in reversed(sentence.tokens) if t.end <= span.start), None)
    if before is not None and before.norm in words.negative:
        p = Predicate(span, "", span, -1)
    return Event(p, claim, NOTHING, thing if thing.head else rest, rest)


def _sentence(siblings: list[Claim], reading: Reading, words: Words) -> _Sentence:
    at = siblings[0].passage
    return _Sentence(
        reading.passages[at].tokens,
        reading.passages[at - 1].tokens if at else (),
        [p for c in siblings for p in c.predicates],
        [n for c in siblings for n in c.names if n.kind == "person"],
        reading.document.text,
        words,
    )


def _siblings(claim: Claim, reading: Reading) -> Iterator[Claim]:
    """The claims of the same sentence; they stand next to each other."""
    first = claim.index
    while first > 0 and reading.claims[first - 1].passage == claim.passage:
        first -= 1
    for other in reading.claims[first:]:
        if other.passage != claim.passage:
            return
        yield claim if other.index == claim.index else other


class _Sentence(NamedTuple):
    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    """The words of the sentence before."""
    predicates: list[Predicate]
    persons: list[Name]
    text: str
    words: Words

    def subject(self, p: Predicate, last: Phrase) -> Phrase:
        """The phrase before a predicate; of "who", its antecedent; after a bare "and", the last one's."""
        words = self.words
        out: list[Token] = []
        edge, shared = p.group.start, False
        if last.head and self.text[p.group.start : p.group.start + 3].lower() == "to ":
            # An infinitive without a governor of its own: who did the last thing is to do this one.
            return last
        for token in reversed([t for t in self.tokens if t.end <= p.group.start][-REACH:]):
            gap = self.text[token.end : edge]
            relative = bool(out) and out[-1].norm in words.relative
            if not (gap.isspace() or gap in HYPHENS or (relative and gap.strip() == ",")):
                break
            if any(o.span.start <= token.start < o.span.end for o in self.predicates):
                break
            joint = token.norm in words.conjunctions or token.norm in words.contrasts
            if joint and not out:
                # After a comma it may be another's: "he says that it works, but will not use it".
                shared = not self._after_comma(token)
                break
            if token.norm in words.boundaries and not joint and (out or token.norm not in words.relative):
                break
            out.append(token)
            edge = token.start
        if shared:
            return last
        return self.phrase(self._noun_phrase([t for t in reversed(out) if t.norm not in words.relative]))

    def _after_comma(self, token: Token) -> bool:
        return self.text[max(0, token.start - 4) : token.start].rstrip().endswith(",")

    def _noun_phrase(self, tokens: list[Token]) -> list[Token]:
        """These words without what a preposition at their beginning opens."""
        if not tokens or tokens[0].norm not in self.words.prepositions:
            return tokens
        for k in range(2, len(tokens)):
            if tokens[k].norm in self.words.determiners and _content(tokens[k - 1], self.words):
                return tokens[k:]
        return []

    def object(self, p: Predicate) -> tuple[Phrase, Phrase]:
        """The phrase behind a predicate, and the prepositional phrases behind that."""
        words = self.words
        direct: list[Token] = []
        rest: list[Token] = []
        edge, in_rest = p.span.end, False
        for token in [t for t in self.tokens if t.start >= p.span.end][: 2 * REACH]:
            mark = self.text[edge : token.start].strip()
            if mark and mark not in HYPHENS:
                # "Passed, by 35 votes to 23, a bill": the object comes after a parenthesis.
                if direct or mark not in PARENTHESES:
                    break
                in_rest = token.norm not in words.determiners
                if in_rest and mark.endswith(",") and token.norm not in words.prepositions:
                    break
            if any(o.group.start <= token.start < o.span.end for o in self.predicates):
                break
            if token.norm in words.boundaries and token.norm not in words.conjunctions:
                break
            if token.norm in words.prepositions and not (token.norm == "of" and direct):
                in_rest = True
            (rest if in_rest else direct).append(token)
            edge = token.end
        return self.phrase(direct), self.phrase(rest)

    def phrase(self, tokens: list[Token]) -> Phrase:
        """What these words name; its head is the last content word before a preposition."""
        words = self.words
        content = [t for t in tokens if _content(t, words)]
        inside = {
            n.entity
            for n in self.persons
            if not (content and n.resolution == "pronoun")
            and any(n.span.start <= t.start < n.span.end for t in tokens)
        }
        entity = inside.pop() if len(inside) == 1 else ""
        if not content:
            said = {t.norm for t in tokens}
            anyone = bool(said & words.anyone)
            back = said & words.back and not entity
            taken_up = frozenset(t.stem for t in self.before if _content(t, words)) if back else frozenset()
            return Phrase(entity, frozenset(), frozenset(), entity, anyone, taken_up)
        first = next(k for k, t in enumerate(tokens) if _content(t, words))
        end = next(
            (k for k in range(first, len(tokens)) if tokens[k].norm in words.prepositions), len(tokens)
        )
        return Phrase(
            [t for t in tokens[first:end] if _content(t, words)][-1].stem,
            frozenset(t.stem for t in content),
            frozenset(t.stem for t in content if t.text[:1].isupper()),
            entity,
        )


def _content(token: Token, words: Words) -> bool:
    word = token.norm
    return (
        word not in words.stop
        and word.rstrip("s") not in words.calendar
        and word not in words.pronouns
        and word not in words.prepositions
        and word not in words.calendar
        and word not in words.negative
        and word not in words.adverbs
        and len(word) > 1
        and not is_adverb(token, words.nouns_in_ly)
    )


def alike(a: str, b: str, words: Words) -> bool:
    """Whether two stems are the same word or stand for one another."""
    none: frozenset[str] = frozenset()
    return a == b or bool(words.senses.get(a, none) & words.senses.get(b, none))


def in_common(a: Iterable[str], b: frozenset[str], words: Words) -> int:
    """How many stems of the one stand in the other too, or a synonym of theirs."""
    return sum(1 for s in a if any(alike(s, t, words) for t in b))


def same_phrase(a: Phrase, b: Phrase, words: Words) -> float | None:
    """From 0 to 1: how sure it is that two phrases mean one thing; None where one of them is not known."""
    if a.anyone or b.anyone:
        return ANYONE
    if not a.head or not b.head:
        taken_up = (a.back and in_common((b.head,), a.back, words)) or (
            b.back and in_common((a.head,), b.back, words)
        )
        return TAKEN_UP if taken_up else None
    if a.entity and b.entity:
        return float(a.entity == b.entity)
    if not alike(a.head, b.head, words):
        if a.names & b.names:
            return 0.9
        return 0.5 if in_common(a.stems, b.stems, words) else 0.0
    sure = 1.0 if a.head == b.head else SYNONYM
    more, most = a.stems - {a.head}, b.stems - {b.head}
    return sure * OTHER if more and most and not in_common(more, most, words) else sure


def same_event(a: Event, b: Event, pair: Pair) -> float:
    """From 0 to 1: how sure it is that two predicates with one meaning tell of one event."""
    words = words_of(pair.language)
    doers = same_phrase(a.subject, b.subject, words)
    if doers == 0.0 or other_times(a, b, pair):
        return 0.0
    sure = 1.0 if a.predicate.stem == b.predicate.stem else SYNONYM
    things = same_phrase(a.object, b.object, words)
    around = in_common(a.rest.stems | a.object.stems, b.rest.stems | b.object.stems, words)
    if things == 0.0:
        # "Signed the measure into law" and "signed the law": one thing, where one person did it.
        things = CROSSED if around and doers and doers > CROSSED else 0.0
    if things is not None:
        known = 1.0 if doers is None else doers
        return sure * things * (UNNAMED if doers is None and around < 2 else known)
    if doers is None:
        return 0.0
    if bool(a.object.head or a.rest.head) != bool(b.object.head or b.rest.head) or around:
        return sure * doers * (1.0 if around > 1 else UNNAMED)
    return sure * doers * UNNAMED if not (a.rest.head and b.rest.head) else 0.0


def other_times(a: Event, b: Event, pair: Pair) -> bool:
    """Whether the events are told of different times: days or periods that have none in common."""
    left = [t for t in pair.link.left.times if t.grain != "unknown"]
    right = [t for t in pair.link.right.times if t.grain != "unknown"]
    if left and right:
        return not any(overlap(s, t) for s in left for t in right)
    # What happened in 2007 is not what a report without a year tells; what is due in May may be.
    told = (left, a, b, pair.left.document), (right, b, a, pair.right.document)
    return any(
        (event.predicate.status not in AHEAD and any(is_period(t, document) for t in times))
        or (other.predicate.status in AHEAD and _years(event) - _years(other))
        for times, event, other, document in told
    )


def same_time(pair: Pair) -> bool:
    """Whether both claims name a day or period, and one that both have."""
    return any(
        overlap(s, t)
        for s in pair.link.left.times
        for t in pair.link.right.times
        if "unknown" not in (s.grain, t.grain)
    )


def _years(event: Event) -> set[str]:
    """Figures that read like years in what the predicate governs."""
    stems = event.subject.stems | event.object.stems | event.rest.stems
    return {s for s in stems if len(s) == 4 and s.isdigit() and s[0] in "12"}


def enough(sure: float, score: float) -> bool:
    """Whether two events are surely enough one, the more so the weaker the link between the claims is."""
    return any(score >= linked and sure >= least for linked, least in NEEDED)


def same_events(pair: Pair) -> Iterator[tuple[Event, Event, float]]:
    """Pairs of predicates, one of each claim, that tell of one event, each with how sure that is."""
    words = words_of(pair.language)
    left = pair.link.left.predicates
    right = pair.link.right.predicates
    wanted = {
        (p.span, q.span)
        for p in left
        for q in right
        if (p.stem == q.stem if p.stem in words.light else alike(p.stem, q.stem, words))
    }
    if not wanted:
        return
    ours, theirs = pair.both(_events)
    for a in ours:
        for b in theirs:
            if (a.predicate.span, b.predicate.span) not in wanted:
                continue
            # "Have" and "make" are one event only with one and the same object.
            if a.predicate.stem in words.light and len(a.object.stems & b.object.stems) < LIGHT:
                continue
            if sure := same_event(a, b, pair):
                yield a, b, sure


def _events(claim: Claim, reading: Reading, language: Language) -> list[Event]:
    return events(claim, reading, words_of(language))


def content(tokens: Iterable[Token], words: Words) -> list[Token]:
    """The words that say what a clause is about."""
    return [t for t in tokens if _content(t, words)]


def near(p: Predicate, claim: Claim) -> tuple[Token, ...]:
    """The words of a predicate's group, and one before and after it."""
    tokens = claim.tokens
    inside = [k for k, t in enumerate(tokens) if p.group.start <= t.start < p.span.end]
    return tokens[max(0, inside[0] - 1) : inside[-1] + 2] if inside else ()


def shown(span: Span, reading: Reading) -> str:
    """The words of a span as the report has them, on one line."""
    return " ".join(reading.document.text[span.start : span.end].split())
