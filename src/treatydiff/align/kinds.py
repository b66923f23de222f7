"""What each figure of a report is for, so that figures of two reports may be compared: their kinds.

The noun that is counted, whose age it is, what is measured, in its sentence or in the one before, where that
is taken up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from treatydiff.align.words import Bag, bag
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Token
from treatydiff.rules._beside import is_change, is_joined, is_of_these, is_part
from treatydiff.rules._figures import Words, is_tallied, of_points, words_of
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._sizes import is_vague
from treatydiff.rules._words import meanings
from treatydiff.tokens import within

WINDOW = 12
"""Tokens on either side of a figure that say what it is about, within its sentence."""
YEAR = 365.0
"""Days from which a span of time does not grow from one report to the next."""
PERSONS = ("", "", "people")
"""The kind of all counts of people, whatever they are called."""
ANY_AGE = ("age", "", "")
"""The kind of all ages, whoever is that old."""
GAME = "game"
"""The kind of scores that are no outcome of a vote."""
HIGHEST = 20
"""Up to which a score may be that of a game, unless its clause tells of a vote."""
SOME, BEHIND = ("", "of"), 12
"""The kind of counts of some of those told before; how far behind a count the words stand that say so."""
REACH = 8
"""Tokens before a figure among which what it takes up stands."""
Kind = tuple[str, ...]
"""The unit of figures that may be compared, "" for counts, and what more must be the same."""
LETTERS = 40
"""How far behind an age a name may stand that it is the age of: "the 24-year-old Green, Pia Lund"."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure, where it stands, and what kind of thing it is for."""

    quantity: Quantity
    claim: Claim
    near: Bag
    named: bool
    """Of an age, whether it is that of somebody who is named."""
    back: bool
    """Whether what it is for stands in the sentence before."""
    alone: bool
    """Whether its sentence counts no other people."""


def by_kind(reading: Reading, persons: frozenset[str], language: Language) -> dict[Kind, list[Placed]]:
    """The figures of a report that may be compared, by their kinds; `persons` are those known by name."""
    words = words_of(language)
    found: dict[Kind, list[Placed]] = defaultdict(list)
    people = clause_words(language).people | words.people_too
    counts = Counter(
        c.passage
        for c in reading.claims
        for q in c.quantities
        if not q.unit and not people.isdisjoint(q.noun)
    )
    head: tuple[int, Kind] = -1, ()
    for claim in reading.claims:
        for q in claim.quantities:
            back = _taken_up(q, claim, reading, words)
            kind = _kind(q, claim, reading, persons, words)
            part = kind != SOME and (is_part(q, reading, claim, words) or is_of_these(q, reading, words))
            kinds = {kind} if kind else _counted_before(q, back, words)
            if not kind and not q.unit and not q.noun and head[0] == claim.passage:
                # "Eleven climbers set out; seven reached it"
                kinds |= {head[1]}
            elif kind and not q.unit and kind != SOME:
                head = claim.passage, kind
            if not q.unit and q.noun and q.noun[-1] in people:
                kinds |= {PERSONS}
            if q.unit == "age" and q.low == q.high:
                kinds |= {ANY_AGE}
            if kinds and not is_vague(q) and not part:
                named = len(kind) == len(("age", "name"))
                near = _near(q, claim, reading, back, language)
                alone = counts[claim.passage] < 2 and not is_joined(q, claim, people, words)
                figure = Placed(q, claim, near, named, bool(back), alone)
                for meant in {m for k in kinds for m in _meant(k, language)}:
                    found[meant].append(figure)
    return found


def _meant(kind: Kind, language: Language) -> Iterator[Kind]:
    """A kind of figures, counts by each meaning of their noun."""
    counted = kind[0] == "" and kind != PERSONS
    return (("", m) for m in meanings(kind[1], language)) if counted else iter((kind,))


def _counted_before(q: Quantity, back: Sequence[Token], words: Words) -> set[Kind]:
    """What a bare figure may be the count of, in the sentence that it takes up: "the number was 9"."""
    if q.unit or q.noun:
        return set()
    return {
        ("", t.stem)
        for t in back
        if t.text.islower() and t.norm.endswith(words.plural) and t.norm not in words.stop
        if t.stem not in words.people
    }


def _taken_up(q: Quantity, claim: Claim, reading: Reading, words: Words) -> Sequence[Token]:
    """The sentence before, where the figure is for what it tells: "the total was 9", "it will fall to 9"."""
    passage = reading.passages[claim.passage]
    last = reading.passages[passage.index - 1] if passage.index else passage
    if last is passage or last.paragraph != passage.paragraph:
        return ()
    before = [t for t in claim.tokens if t.end <= q.span.start]
    verbs = [p.group for p in claim.predicates]
    for k in range(len(before) - 1, max(-1, len(before) - 1 - REACH), -1):
        token = before[k]
        if token.norm in words.standing and k and before[k - 1].norm in words.definite:
            return last.tokens
        if token.norm in words.taking_up:
            return last.tokens if before[-1].norm in words.measuring else ()
        told = token.norm in words.stop or token.norm in words.adverbs
        if not told and not any(v.start <= token.start < v.end for v in verbs):
            return ()
    return ()


def _kind(q: Quantity, claim: Claim, reading: Reading, persons: frozenset[str], words: Words) -> Kind:
    """What a figure may be compared with; empty where it is left to the other rules."""
    if q.unit == "day":
        if q.low >= 1:
            return ("day", "years" if q.low >= YEAR else "days")
        # Hours of one thing: of talks, of a siege.
        of = _span_of(claim, words)
        return ("day", *of) if of else ()
    if q.unit == "point":
        return ("point", *of_points(claim, words))
    if q.unit in ("rank", "magnitude"):
        return ()
    if q.unit == "age":
        person = _person(q, claim, reading, persons, words)
        if person:
            return ("age", person)
        # "A 71-year-old woman", "a woman of 64": of whom there may be but one
        return ("age", "", q.noun[-1]) if q.noun and q.noun[-1] in words.of_an_age else ()
    if q.unit == "":
        head = q.noun[-1] if q.noun else ""
        if not head and _is_some(q, reading, words):
            return SOME
        return ("", head) if head and head not in words.senses and head not in words.people else ()
    if q.unit == "score":
        near = claim if q.high <= HIGHEST else reading.passages[claim.passage]
        of_vote = any(t.stem in words.votes for t in near.tokens)
        return ("score" if of_vote else GAME, *(n for n in q.noun if n not in words.votes))
    if is_tallied(q, claim, words):
        return (q.unit, "tallied")
    return (q.unit, "change") if is_change(q, reading) else (q.unit,)


def _is_some(q: Quantity, reading: Reading, words: Words) -> bool:
    """Whether a figure counts some of those told before: "four of those rescued"."""
    after = reading.document.text[q.span.end : q.span.end + BEHIND].split()
    return len(after) > 1 and after[0] in words.of and after[1].lower() in words.definite | words.those


def _span_of(claim: Claim, words: Words) -> list[str]:
    """What a clause tells the length of, by the kind of its words."""
    return sorted({words.alike[t.stem] for t in claim.tokens if t.stem in words.alike})


def _person(q: Quantity, claim: Claim, reading: Reading, persons: frozenset[str], words: Words) -> str:
    """Who is that old: the person named beside the figure, or whom "the 24-year-old" points back to."""
    sentence = reading.passages[claim.passage].span
    named = [n for n in reading.names if n.kind in ("person", "unknown") and n.resolution != "pronoun"]
    beside = [n for n in named if 0 <= q.span.start - n.span.end <= len(", aged ")]
    text = reading.document.text
    beside = [n for n in beside if text[n.span.end : q.span.start].strip(" ,").lower() in {"", *words.aged}]
    behind = [n for n in named if 0 <= n.span.start - q.span.end < min(LETTERS, sentence.end - q.span.end)]
    if beside or behind:
        return (*beside, *behind)[0].entity
    names = [n for n in reading.names if n.entity in persons]
    here = [n for n in names if sentence.start <= n.span.start and n.span.end <= sentence.end]
    before = reading.document.text[sentence.start : q.span.start].split()[-1:]
    if not before or before[0].lower() not in words.definite:
        return ""
    told = [n for n in here if n.span.end <= q.span.start]
    if told or claim.passage == 0:
        return told[-1].entity if told else ""
    previous = reading.passages[claim.passage - 1].span
    return next((n.entity for n in names if previous.start <= n.span.start < sentence.start), "")


def _near(q: Quantity, claim: Claim, reading: Reading, before: Sequence[Token], language: Language) -> Bag:
    """The words around a figure in its sentence, and those `before` that it takes up."""
    tokens = reading.passages[claim.passage].tokens
    inside = within(tokens, q.span)
    if not inside:
        return bag((), language)
    first, last = inside[0], inside[-1] + 1
    around = tokens[max(0, first - WINDOW) : last + WINDOW]
    # Of an age, the noun stands outside of the figure: "a woman of 64".
    own = tokens[first:last] if q.unit != "age" else [t for t in around if t.stem in q.noun[-1:]]
    return bag([*before, *(t for t in around if t not in own)], language)
