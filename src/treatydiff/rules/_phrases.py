"""The noun phrases of a sentence, found without a parser: each with the preposition before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules import once_a_sentence
from treatydiff.rules._words import names_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import GENITIVE, HYPHENS, is_adverb, stems

JOINING = ("", *HYPHENS, ". ", ".")
"""What may stand between the words of a phrase, besides a space: "17th", "off-duty", "St. Anne"."""

MARKS = frozenset(",;:()—–")
QUOTES = frozenset("\"'“”‘’„«»")


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


@once_a_sentence
def phrases(clauses: Sequence[Claim], reading: Reading, language: Language) -> list[Phrase]:
    """The noun phrases of a sentence."""
    words = words_of(language)
    passage = reading.passages[clauses[0].passage]
    text, tokens = reading.document.text, passage.tokens
    verbs = [p for c in clauses for p in c.predicates]
    names = [n for n in names_within(reading, passage.span) if n.resolution != "pronoun"]
    times = [t.span for c in clauses for t in c.times]
    # Token starts within a verb group, each with the verb's number; and within a name, behind its first word.
    starts = [t.start for t in tokens]
    in_verb: dict[int, int] = {}
    for i, v in enumerate(verbs):
        if not v.noun:
            first = bisect_left(starts, begins(v, tokens, starts, words))
            in_verb |= dict.fromkeys(starts[first : bisect_left(starts, v.group.end)], i)
    events = {v.span.start: i for i, v in enumerate(verbs) if v.noun and v.group.start < v.span.start}
    in_name = {
        starts[k]
        for n in names
        for k in range(bisect_right(starts, n.span.start), bisect_left(starts, n.span.end))
    }
    particles = particles_of(verbs, tokens, words)
    openers = openers_of(clauses, reading, language)
    heads = {n.span.start for n in names}
    figures = {q.span.start for c in clauses for q in c.quantities}
    moments = {s.start for s in times}
    in_figure = {
        starts[k]
        for c in clauses
        for q in c.quantities
        for k in range(bisect_left(starts, q.span.start), bisect_left(starts, q.span.end))
    }
    out: list[Phrase] = []
    held: list[Token] = []
    preposition, joined, apposed, verb, noun = "", False, False, -1, ""
    # Whether it is another than meant of whom the phrase tells, and whether the last one did.
    other = left_out = False

    def close() -> None:
        nonlocal preposition, joined, apposed, noun, verb, other, left_out
        if held:
            start, end = held[0].start, held[-1].end
            inside = tuple([n for n in names if n.span.start < end and n.span.end > start])
            while len(held) > 1 and held[-1].start not in in_name and _trails(held[-1], words):
                held.pop()
            head, span = held[-1], Span(start, held[-1].end)
            time = bool(times) and any(s.start <= head.start < s.end for s in times)
            of = inside, time, joined, apposed
            if not other:
                out.append(Phrase(preposition, tuple(held), *of, verb, noun, head, span))
            noun, left_out = head.stem, other
            # What stands behind "called off the strike" may be of the strike.
            verb = events.get(head.start, verb)
            held.clear()
            preposition, joined, apposed, other = "", False, False, False

    end = passage.span.start
    for k, token in enumerate(tokens):
        start, _, _, norm, _ = token
        gap, end = text[end:start], token.end
        if k and gap != " " and not gap.isspace() and gap not in JOINING and start not in in_name:
            plural = gap in ("' ", "’ ") and tokens[k - 1].norm.endswith("s")
            if not plural:
                close()
                preposition, joined, noun = "", False, ""
                apposed = ("," in gap or "(" in gap) and not set(gap) & QUOTES
        if norm in words.naming and held and k + 1 < len(tokens) and tokens[k + 1].start in heads:
            # "A policeman named Otto Brandt"
            close()
            preposition, joined, apposed = "", False, True
        elif start in in_verb:
            close()
            preposition, joined, apposed, verb, noun = "", False, False, in_verb[start], ""
            other = False
        elif start in in_name:
            held.append(token)
        elif norm in words.subjects:
            close()
            joined = False
            held.append(token)
            close()
        elif start in particles:
            # "Shot down the drone"
            continue
        elif norm in words.also_prepositions and start not in openers:
            close()
            preposition, apposed = norm, False
        elif (kind := words.kinds.get(norm)) is None or text[end : end + 1] in HYPHENS:
            # "An off-duty policeman"
            if start in figures or start in moments:
                # "Paid the men | 500 crowns", "killed a woman | Monday"
                close()
            if held or not is_adverb(token, words.nouns_in_ly):
                held.append(token)
        elif kind == "preposition":
            if start in in_figure and not held:
                # "More than 200 guests"
                continue
            if norm in words.of and gap.isspace() and _is_part(held, tokens[k - 1], words):
                # "Two of the guards" are guards.
                held.clear()
                continue
            close()
            preposition, apposed = norm, False
        elif kind == "conjunction":
            close()
            joined = bool(out) and out[-1].verb == verb and not apposed and gap.isspace() and not left_out
            preposition, apposed, noun = out[-1].preposition if joined else "", False, ""
        elif kind == "boundary":
            close()
            preposition, joined, noun = "", False, ""
        elif kind == "determiner":
            if not held or not held[-1].text.endswith(GENITIVE):
                # But "the airline's own director"
                close()
        elif held:  # an adverb within a phrase
            held.append(token)
        elif norm in words.no and k and out:
            # "Signed by Holm, not by Lind"
            other = True
    close()
    return out


def particles_of(verbs: Sequence[Predicate], tokens: Sequence[Token], words: Words) -> set[int]:
    """Where words stand that belong to the verb before them: "shot down the drone"."""
    ends = {v.span.end + 1: v.stem for v in verbs}
    return {t.start for t in tokens if t.start in ends and ends[t.start] in words.phrasal.get(t.norm, ())}


@once_a_sentence
def openers_of(clauses: Sequence[Claim], reading: Reading, language: Language) -> list[int]:
    """Where words stand that open a clause; "after the storm, …" has no verb and opens none."""
    words, text = words_of(language), reading.document.text
    tokens = reading.passages[clauses[0].passage].tokens
    verbs = [p for c in clauses for p in c.predicates]
    particles, found, behind = particles_of(verbs, tokens, words), [], False
    places, end = {v.span.start for v in verbs if not v.noun}, len(text)
    for token in reversed(tokens):
        behind = behind and MARKS.isdisjoint(text[token.end : end])
        behind = behind or token.start in places
        opens = behind or token.norm not in words.also_prepositions
        if opens and token.norm in words.boundaries and token.start not in particles:
            found.append(token.start)
        end = token.start
    return found[::-1]


def begins(verb: Predicate, tokens: Sequence[Token], starts: Sequence[int], words: Words) -> int:
    """Where the words of a verb begin, without those that govern it: "ordered Holm | to pay"."""
    at = bisect_left(starts, verb.span.start) - 1
    while at >= 0 and starts[at] >= verb.group.start:
        # "Has yet to appeal" is one.
        if tokens[at].norm in words.to and tokens[at - 1].norm not in words.waiting:
            return starts[at]
        at -= 1
    return verb.group.start


def _is_part(held: Sequence[Token], before: Token, words: Words) -> bool:
    """Whether what stands before "of" says how many of those behind it are meant: "two", "most"."""
    if not held:
        return words.kinds.get(before.norm) == "determiner"
    return all(t.norm in words.parts or t.text.isdigit() for t in held)


def _trails(token: Token, words: Words) -> bool:
    """Whether a word behind a noun is no part of the phrase: "the work itself", "the road again"."""
    return is_adverb(token, words.nouns_in_ly) or words.kinds.get(token.norm) == "adverb"


@dataclass(frozen=True, slots=True)
class Words:
    """The words that show where phrases begin and end."""

    kinds: Mapping[str, str]
    """What a word is to a phrase: a "preposition" before it, an "adverb" that begins none."""
    boundaries: frozenset[str]
    """They begin a clause."""
    also_prepositions: frozenset[str]
    """Those of them that are prepositions where no verb follows."""
    determiners: frozenset[str]
    relative: frozenset[str]
    """Words that take up the noun before them."""
    personal: frozenset[str]
    """Those of them for people."""
    owning: frozenset[str]
    """Words that open a clause on the noun before them without being its subject: "whose", "where"."""
    conjunctions: frozenset[str]
    naming: frozenset[str]
    """Words between somebody and his name."""
    subjects: frozenset[str]
    """Pronouns that are subjects."""
    nouns_in_ly: frozenset[str]
    dummies: frozenset[str]
    """Pronouns that may be subjects without meaning anything."""
    giving: frozenset[str]
    """Stems of verbs that may have whom they give something to before what they give."""
    phrasal: Mapping[str, frozenset[str]]
    """Small words, each with the stems of verbs whose object may stand behind it: "shot down a drone"."""
    parts: frozenset[str]
    """Before "of", they say how many: "most", "a third"."""
    of: frozenset[str]
    agent: frozenset[str]
    """What stands between a passive verb and who does it."""
    to: frozenset[str]
    waiting: frozenset[str]
    no: frozenset[str]
    sharing: frozenset[str]
    """Before a form in -ing, they say that whoever does the one thing does the other."""
    light: frozenset[str]
    """Stems of verbs that say no more than that the deed is done which their object tells."""
    themes: frozenset[str]
    """What stands between such a deed and what it is done to."""


@once_a_language
def words_of(language: Language) -> Words:
    """The words of one language, ready to be looked up."""

    def words(key: str, section: str = "assertion") -> frozenset[str]:
        return frozenset(language.words(section, key))

    boundaries = words("boundaries") - words("conjunctions")
    prepositions = words("prepositions") | words("prepositions", "roles")
    auxiliaries = words("be") | words("have") | words("do") | {*language.values("assertion", "modals")}
    kinds = {
        **dict.fromkeys(words("adverbs"), "adverb"),
        **dict.fromkeys(words("adverbials", "roles"), "adverb"),
        **dict.fromkeys(words("determiners"), "determiner"),
        **dict.fromkeys(auxiliaries, "boundary"),
        **dict.fromkeys(boundaries, "boundary"),
        **dict.fromkeys(words("conjunctions"), "conjunction"),
        **dict.fromkeys(prepositions, "preposition"),
    }
    return Words(
        kinds,
        boundaries,
        boundaries & words("also_prepositions", "syntax"),
        words("determiners"),
        words("relatives", "syntax"),
        words("personal_relatives", "syntax"),
        words("owning", "roles"),
        words("conjunctions"),
        words("naming", "roles"),
        words("subject_pronouns"),
        words("nouns_in_ly"),
        words("dummies", "syntax"),
        frozenset(stems(language.words("roles", "granting"), language.code)),
        {k: frozenset(stems(v, language.code)) for k, v in language.table("roles", "phrasal").items()},
        words("portions_of", "roles") | words("partitive"),
        words("of", "figures"),
        words("agent"),
        words("to", "syntax"),
        words("waiting"),
        words("not", "roles"),
        words("sharing", "roles"),
        frozenset(stems(language.words("roles", "light"), language.code)),
        words("themes") | words("themes", "roles"),
    )
