"""Who does what to whom and where, found without a parser: the phrases of a sentence and what governs them.

A sentence is read as noun phrases, each with the preposition before it, between its verbs.  The first phrase
without a preposition before a verb is its subject, the one after "by" behind a passive verb its agent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules import Pair, once_a_sentence, sentence
from treatydiff.rules._figures import agree
from treatydiff.rules._words import alike, content, names_within

HYPHENS = ("-", "‑")
JOINING = (*HYPHENS, ". ", ".")
"""What may stand between the words of a phrase, besides a space."""

QUOTES = frozenset("\"'“”‘’„«»")
NEAR = 12
"""Characters before a name that hold the article, where it has one."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase."""

    preposition: str
    """What stands before it: "in", "by"; empty for none."""
    tokens: tuple[Token, ...]
    """Without determiners."""
    names: tuple[Name, ...]
    time: bool
    """Whether it says when."""
    joined: bool
    """Whether "and" or "or" joins it to the one before, whose preposition it shares."""
    apposed: bool
    """Whether a comma sets it off, without preposition."""
    verb: int
    """Index among the sentence's verbs of the last one before it; -1 for none."""
    noun: str
    """Stem of the head of the phrase that stands right before it and that it may belong to."""
    head: Token
    """Its last word."""
    span: Span
    """From its first word to its last."""


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
    return tuple(_slots(clauses, reading, language))


def _slots(clauses: Sequence[Claim], reading: Reading, language: Language) -> Iterator[Slot]:
    verbs = [p for c in clauses for p in c.predicates]
    found = phrases(clauses, reading, language)
    boundaries = _words(language).boundaries
    tokens, text = reading.passages[clauses[0].passage].tokens, reading.document.text
    cuts = [-1, *(t.start for t in tokens if t.norm in boundaries)]
    for n, verb in enumerate(verbs):
        if verb.state:
            continue
        before = [p for p in found if p.verb == n - 1 and p.span.end <= verb.group.start]
        cut = cuts[bisect_left(cuts, verb.group.start, 1) - 1]
        before = [p for p in before if p.span.start > cut and not p.time]
        if cut >= 0 and (not before or cut < verbs[n - 1].group.start or before[0].preposition):
            # What stands behind the verb of a relative clause is its object.
            before = _before_relative(found, cut, tokens, _words(language)) or before
        first = next((k for k, p in enumerate(before) if not p.preposition), None)
        if first is not None:
            yield _slot("patient" if verb.passive else "agent", verb, before[first:])
        after = [p for p in found if p.verb == n and p.span.start >= verb.span.end and not p.time]
        following = verbs[n + 1].group.start if n + 1 < len(verbs) else None
        if (
            following is not None
            and after
            and after[-1].apposed
            and text[after[-1].span.end : following].isspace()
        ):
            # "… off Tarn, Holm said": the last one begins what comes next.
            del after[-1]
        if after and not after[0].preposition and not after[0].apposed and not verb.passive:
            yield _slot("patient", verb, after)
        for k, phrase in enumerate(after):
            if phrase.preposition and not phrase.joined:
                role = "agent" if phrase.preposition == "by" and verb.passive else phrase.preposition
                yield _slot(role, verb, after[k:])


def _before_relative(
    found: Sequence[Phrase], cut: int, tokens: Sequence[Token], words: _Words
) -> list[Phrase]:
    """The subject that a relative clause stands behind: "a man who walked his dog raised the alarm"."""
    opener = next((t for t in tokens if t.start == cut), None)
    if opener is None or opener.norm not in words.relative:
        return []
    before = [p for p in found if p.span.end <= cut and not p.time]
    first = next((k for k in range(len(before) - 1, -1, -1) if not before[k].apposed), None)
    return before[first:] if first is not None and not before[first].preposition else []


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


@once_a_sentence
def phrases(clauses: Sequence[Claim], reading: Reading, language: Language) -> list[Phrase]:
    """The noun phrases of a sentence."""
    words = _words(language)
    passage = reading.passages[clauses[0].passage]
    text, tokens = reading.document.text, passage.tokens
    verbs = [p for c in clauses for p in c.predicates]
    names = [n for n in names_within(reading, passage.span) if n.resolution != "pronoun"]
    times = [t.span for c in clauses for t in c.times]
    # Token starts within a verb group, each with the verb's number; and within a name, behind its first word.
    starts = [t.start for t in tokens]
    in_verb = {
        starts[k]: i
        for i, v in enumerate(verbs)
        for k in range(bisect_left(starts, v.group.start), bisect_left(starts, v.group.end))
    }
    in_name = {
        starts[k]
        for n in names
        for k in range(bisect_right(starts, n.span.start), bisect_left(starts, n.span.end))
    }
    heads = {n.span.start for n in names}
    out: list[Phrase] = []
    held: list[Token] = []
    preposition, joined, apposed, verb, noun = "", False, False, -1, ""

    def close() -> None:
        nonlocal preposition, joined, apposed, noun
        if held:
            start, end = held[0].start, held[-1].end
            inside = tuple([n for n in names if n.span.start < end and n.span.end > start])
            while len(held) > 1 and held[-1].start not in in_name and _trails(held[-1], words):
                held.pop()
            head, span = held[-1], Span(start, held[-1].end)
            time = bool(times) and any(s.start <= head.start < s.end for s in times)
            of = inside, time, joined, apposed
            out.append(Phrase(preposition, tuple(held), *of, verb, noun, head, span))
            noun = head.stem
            held.clear()
            preposition, joined, apposed = "", False, False

    end = passage.span.start
    for k, token in enumerate(tokens):
        gap, end = text[end : token.start], token.end
        if k and gap != " " and not gap.isspace() and gap not in JOINING and token.start not in in_name:
            plural = gap in ("' ", "’ ") and tokens[k - 1].norm.endswith("s")
            if not plural:
                close()
                preposition, joined, noun = "", False, ""
                apposed = ("," in gap or "(" in gap) and not set(gap) & QUOTES
        if token.norm in words.naming and held and k + 1 < len(tokens) and tokens[k + 1].start in heads:
            # "A policeman named Otto Brandt"
            close()
            preposition, joined, apposed = "", False, True
        elif token.start in in_verb:
            close()
            preposition, joined, apposed, verb, noun = "", False, False, in_verb[token.start], ""
        elif token.start in in_name:
            held.append(token)
        elif (kind := words.kinds.get(token.norm)) is None or text[end : end + 1] in HYPHENS:
            # "An off-duty policeman"
            if held or not token.norm.endswith("ly"):
                held.append(token)
        elif kind == "preposition":
            close()
            preposition, apposed = token.norm, False
        elif kind == "conjunction":
            close()
            joined = bool(out) and not apposed and gap.isspace()
            preposition, apposed, noun = out[-1].preposition if joined else "", False, ""
        elif kind == "boundary":
            close()
            preposition, joined, noun = "", False, ""
        elif kind == "determiner":
            close()
        elif held:  # an adverb within a phrase
            held.append(token)
    close()
    return out


def _trails(token: Token, words: _Words) -> bool:
    """Whether a word behind a noun is no part of the phrase: "the work itself", "the road again"."""
    return token.norm.endswith("ly") or words.kinds.get(token.norm) == "adverb"


def persons(slot: Slot, reading: Reading, language: Language) -> list[str]:
    """The persons in a slot, each once; so counts a full name that nothing shows to be something else's."""
    articles = _words(language).determiners
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


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: Mapping[str, str]
    """What a word is to a phrase: a "preposition" before it, an "adverb" that begins none."""
    boundaries: frozenset[str]
    determiners: frozenset[str]
    relative: frozenset[str]
    naming: frozenset[str]
    """Words between somebody and his name."""


@cache
def _words(language: Language) -> _Words:
    def words(key: str) -> frozenset[str]:
        return frozenset(language.words("assertion", key))

    boundaries = words("boundaries") - words("conjunctions")
    prepositions = words("prepositions") | frozenset(language.words("roles", "prepositions"))
    kinds = {
        **dict.fromkeys(words("adverbs"), "adverb"),
        **dict.fromkeys(words("determiners"), "determiner"),
        **dict.fromkeys(boundaries, "boundary"),
        **dict.fromkeys(words("conjunctions"), "conjunction"),
        **dict.fromkeys(prepositions, "preposition"),
    }
    return _Words(
        kinds,
        boundaries,
        words("determiners"),
        frozenset(language.words("syntax", "relatives")),
        frozenset(language.words("roles", "naming")),
    )
