"""Who does what to whom and where, found without a parser: the phrases of a sentence and what governs them.

A sentence is read as noun phrases, each with the preposition before it, between its verbs.  Where the subject
of a verb stands is told by `Sentence.subjects`; the phrase after "by" behind a passive verb is its agent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.frozen import dataclass, replace
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span
from treatydiff.rules import Pair, once_a_sentence, sentence
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._phrases import QUOTES, Phrase, words_of
from treatydiff.rules._sizes import is_among
from treatydiff.rules._subjects import Sentence, sentence_of
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
    return tuple(_slots(sentence_of(clauses, reading, language)))


def _slots(whole: Sentence) -> Iterator[Slot]:
    for n, verb in enumerate(whole.verbs):
        if verb.state or not whole.tells[n]:
            continue
        own = list(_of_verb(n, verb, whole))
        yield from own
        if verb.stem in whole.words.light:
            yield from _of_deed(own, whole)


def _of_verb(n: int, verb: Predicate, whole: Sentence) -> Iterator[Slot]:
    after, before = whole.after(n), whole.subjects[n]
    things = [k for k, p in enumerate(after[:2]) if _is_bare(p)]
    gives = verb.stem in whole.words.giving
    role = "patient" if verb.passive else "agent"
    if before:
        # "Holm was given a prize"
        yield _slot("to" if gives and verb.passive and things[:1] == [0] else role, verb, before)
    elif verb.passive and (k := next((k for k, p in enumerate(after) if _is_bare(p)), -1)) >= 0:
        # "Killed in the crash were two guards"
        yield _slot("patient", verb, after[k:])
    if (brought := whole.brought_forward(n)) is not None:
        # "It was in Tarn that he fell"
        yield _slot(brought.preposition, verb, [brought])
    yield from (_slot(phrase.preposition, verb, [phrase]) for phrase in whole.put_first(n))
    if things[:1] == [0] and (not verb.passive or (gives and before)):
        if gives and not verb.passive and things == [0, 1]:
            # "Gave Holm a prize"
            yield _slot("to", verb, after[:1])
            yield _slot("patient", verb, after[1:])
        else:
            # "In the car | sat two men"
            role = "agent" if not before and whole.is_inverted(n) else "patient"
            yield _slot(role, verb, after)
    for k, phrase in enumerate(after):
        if phrase.preposition and not phrase.joined:
            role = "agent" if phrase.preposition in whole.words.agent and verb.passive else phrase.preposition
            yield _slot(role, verb, after[k:])


def _of_deed(own: Sequence[Slot], whole: Sentence) -> Iterator[Slot]:
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


def _is_bare(phrase: Phrase) -> bool:
    return not phrase.preposition and not phrase.apposed and not phrase.joined


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


def body(slot: Slot, language: Language) -> str:
    """The one body that a slot names, or ""; "the charity Green Tarn" names one, whatever its name shows."""
    heads = [n for n in slot.names if is_head(n.span, slot)]
    if len({n.entity for n in heads}) != 1:
        return ""
    bodies = clause_words(language).bodies
    called = any(t.stem in bodies and t.text.islower() for p in slot.fillers for t in p.tokens)
    kinds = ("organisation", "unknown") if called else ("organisation",)
    return next((n.entity for n in heads if n.kind in kinds), "")


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
        tokens = [t for c in claims for t in c.tokens]
        for start, end in spans:
            tokens = [t for t in tokens if not start <= t.start < end]
        held = [q for c in claims for q in c.quantities]
        times = {(t.start, t.end) for c in claims for t in c.times}
        sides.append((content(tokens, pair.language), held, times))
    (a, ours, then), (b, theirs, when) = sides
    figures = sum(is_among(q, theirs) for q in ours)
    return len(alike(a, b)) + figures + len(then & when)
