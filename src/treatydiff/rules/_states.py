"""What an event leaves one way or the other: the vote unanimous or split, the driver alive or dead.

The pack says for each such state what may be in it and how either side of it is worded.  A clause that says
what may be, was wanted or is asked tells no state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from treatydiff.errors import InputError
from treatydiff.frozen import NamedTuple
from treatydiff.hints import Any
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._clauses import is_perfect, shown
from treatydiff.rules._events import UNLIKE, events_of, same_phrase
from treatydiff.rules._pack import words_of
from treatydiff.rules._periods import interval
from treatydiff.tables import once_a_language
from treatydiff.tokens import places_of, stems, within

NEAR = 12
"""Words on either side of a state among which what is in it stands."""
NEGATED = 5
"""Words before a state among which what denies it stands."""
UNSURE = 6
"""Words behind a state among which one of doubt makes it none: "off, it is believed"."""
FRAME = 4
"""Characters of a clause before a time that frames all that it tells: "In March"."""
RECENT = 14
"""Days before a report that it may tell of as its own time."""
ONE_STATE = "one_state"
"""Evidence of a link between clauses that only this ties; its detail has the id of the state."""
RULES = ("antonym", "status")
Phrase = tuple[str, ...]


class State(NamedTuple):
    """An entry of the pack."""

    id: str
    rule: str
    of: str
    """Words for what is in the state, parted by strokes; of most states a text never asks for them."""
    never: str
    """Words beside which it is no such state, parted by strokes."""
    flips: bool
    """Whether what is told not to be in one of the two states is in the other."""
    then: int | None
    """The side that a later report may have because things have changed."""
    sole: bool
    """Whether an event has but one thing that is in the state."""
    doer: bool
    """Whether two who do opposite things may both be right: one welcomes it, and another condemns it."""
    course: bool
    """Whether one may go from either side to the other in what is told: who escaped is caught."""


class Told(NamedTuple):
    """A side of a state that a clause tells."""

    state: State
    side: int
    claim: Claim
    span: Span
    topic: frozenset[str]
    """Stems of the words for what is in it; none where only "it" or "they" is, whatever that means."""


def _state(entry: Mapping[str, Any]) -> State:
    if not {"id", "rule", "of", "sides"} <= entry.keys() or entry["rule"] not in RULES:
        raise InputError(f"states: id, rule ({', '.join(RULES)}), of and sides are needed: {dict(entry)}")
    sides = entry["sides"]
    if len(sides) != 2 or not all(map(_are_words, sides)):
        raise InputError(f"states: {entry['id']}: sides must be two lists of words (quote yes, no, on, off)")
    if not all(words.replace("-", " ").strip() for side in sides for words in side):
        raise InputError(f"states: {entry['id']}: sides must be two lists of words, none of them empty")
    if entry.get("then") not in (None, 0, 1):
        raise InputError(f"states: {entry['id']}: then must be the number of a side, 0 or 1")
    return State(
        entry["id"],
        entry["rule"],
        entry["of"],
        entry.get("never", ""),
        entry.get("flips", False),
        entry.get("then"),
        entry.get("sole", False),
        entry.get("doer", False),
        entry.get("course", False),
    )


def _are_words(side: object) -> bool:
    return isinstance(side, list) and set(map(type, side)) <= {str}


def _phrase(words: str) -> Phrase:
    return tuple(words.replace("-", " ").split())


@cache
def _phrases(words: str) -> frozenset[Phrase]:
    """Words that are parted by strokes."""
    return frozenset(_phrase(w) for w in words.split("/") if w)


@cache
def _single(words: str, language: str) -> frozenset[str]:
    """Those that are one word, with their stems."""
    single = [w[0] for w in _phrases(words) if len(w) == 1]
    return frozenset((*single, *stems(single, language)))


@once_a_language
def openers(language: Language) -> dict[str, dict[Phrase, tuple[tuple[State, int, Phrase], ...]]]:
    """First word of each wording of a side of a state → it, or it and the next → what opens so.

    The longest stands first.
    """
    found: dict[str, dict[Phrase, list[tuple[State, int, Phrase]]]] = {}
    for entry in language.entries("states", "states"):
        state = _state(entry)
        for number, side in enumerate(entry["sides"]):
            for words in side:
                phrase = _phrase(words)
                found.setdefault(phrase[0], {}).setdefault(phrase[:2], []).append((state, number, phrase))
    return {
        word: {opened: tuple(sorted(ps, key=lambda p: -len(p[2]))) for opened, ps in by_two.items()}
        for word, by_two in found.items()
    }


def told_in(claim: Claim, reading: Reading, language: Language) -> tuple[Told, ...]:
    """The states that a clause tells, also those that it tells of "it" or "them"."""
    norms = [t.norm for t in claim.tokens]
    if claim.kind != "body" or openers(language).keys().isdisjoint(norms) or _is_framed(claim, reading):
        return ()
    if claim.predicates and all(p.hedged for p in claim.predicates):
        # "With the white pieces she might have won"
        return ()
    return tuple(_told(claim, norms, reading.passages[claim.passage].tokens, language))


def _is_framed(claim: Claim, reading: Reading) -> bool:
    """Whether the first words put a clause in a time before the report's: "In March a protest …"."""
    published = reading.document.published
    ends = [
        days[1]
        for t in claim.times
        if t.span.start < claim.span.start + FRAME and t.relation != "since" and (days := interval(t))
    ]
    return published is not None and any((published - end).days > RECENT for end in ends)


@once_a_language
def _lasting(language: Language) -> frozenset[str]:
    """Words that say that a state lasted a while, and no longer."""
    return frozenset(language.words("states", "for_a_while"))


@once_a_language
def _unsure(language: Language) -> frozenset[str]:
    """Words that make a clause no plain telling of a state, or one of another thing."""
    return frozenset(language.words("states", "unsure")) | words_of(language).other_things


@once_a_language
def _unsure_next(language: Language) -> frozenset[str]:
    """Words that make a state that is told right behind them a doubtful one."""
    return frozenset(language.words("states", "unsure_next"))


@once_a_language
def _negators(language: Language) -> frozenset[str]:
    return frozenset((*language.words("states", "negators"), *language.words("assertion", "negators")))


@once_a_language
def _things_back(language: Language) -> frozenset[str]:
    """Pronouns for things and for several people."""
    pronouns = language.table("grammar", "pronouns")
    return frozenset((*pronouns.get("neuter", ()), *pronouns.get("plural", ())))


@once_a_language
def _conditions(language: Language) -> frozenset[str]:
    return frozenset(language.words("assertion", "conditions"))


def _doubts(
    tokens: Sequence[Token], norms: Sequence[str], sentence: Sequence[Token], language: Language
) -> list[int]:
    """The positions of the words of a clause that make it no plain telling of a state."""
    unsure, conditions = _unsure(language), _conditions(language)
    return [
        j
        for j, norm in enumerate(norms)
        if norm in unsure
        # The month of May leaves nothing open.
        and not (tokens[j].start > sentence[0].start and tokens[j].text[0].isupper())
        # An inquiry "into whether" there was a crime is no doubtful one.
        and not (j > 0 and norm in conditions and norms[j - 1] in words_of(language).prepositions)
    ]


def _told(
    claim: Claim, norms: Sequence[str], sentence: Sequence[Token], language: Language
) -> Iterator[Told]:
    opening, negators, denying = openers(language), _negators(language), words_of(language).denying
    doubts = _doubts(claim.tokens, norms, sentence, language)
    taken: dict[str, set[int]] = {}
    for k, norm in enumerate(norms):
        if norm not in opening:
            continue
        opened = opening[norm]
        longer = opened.get((norm, norms[k + 1]), ()) if k + 1 < len(norms) else ()
        for state, side, phrase in (*longer, *opened.get((norm,), ())):
            end = k + len(phrase)
            if tuple(norms[k:end]) != phrase or not taken.setdefault(state.id, set()).isdisjoint(
                range(k, end)
            ):
                continue
            taken[state.id].update(range(k, end))
            span = Span(claim.tokens[k].start, claim.tokens[end - 1].end)
            near = _near(span, sentence)
            topic = (
                _topic(state, [*near, *claim.tokens[k:end]], language)
                or _person(state, claim, language)
                # What a long clause is about stands at its beginning.
                or _topic(state, claim.tokens, language)
            )
            doubted = any(j < k or end <= j < end + UNSURE for j in doubts)
            # "Suspected arson", but not "the suspected killer is at large"
            doubted = doubted or (k > 0 and norms[k - 1] in _unsure_next(language))
            known = bool(topic) or not _things_back(language).isdisjoint(norms[:k])
            if not known or doubted or _is_other(state, near):
                continue
            if state.then is not None and side != state.then and _lasted(claim, norms, language):
                # "Were without power for hours"
                continue
            before = norms[max(0, k - NEGATED) : k]
            denied = sum(w in negators for w in before)
            if claim.denied_by and not any(t.stem in denying for t in claim.tokens[k:end]):
                # What somebody denies is told as the opposite, by whoever denies it.
                denied += 1
            if denied > 1 or (denied and not state.flips):
                continue
            yield Told(state, 1 - side if denied else side, claim, span, topic)


def _lasted(claim: Claim, norms: Sequence[str], language: Language) -> bool:
    """Whether a clause tells how long something was so: "for two weeks it was shut", but not "has been"."""
    if not _lasting(language).isdisjoint(norms):
        return True
    if any(p.status != "done" or is_perfect(p, claim, words_of(language)) for p in claim.predicates):
        return False
    inside = [within(claim.tokens, q.span) for q in claim.quantities if q.unit == "day"]
    return any(span and span[0] and norms[span[0] - 1] in _so_long(language) for span in inside)


@once_a_language
def _so_long(language: Language) -> frozenset[str]:
    return frozenset(language.words("states", "for_so_long"))


def _near(span: Span, sentence: Sequence[Token]) -> list[Token]:
    inside = within(sentence, span)
    first, last = inside[0], inside[-1] + 1
    return [*sentence[max(0, first - NEAR) : first], *sentence[last : last + NEAR]]


def _topic(state: State, near: Sequence[Token], language: Language) -> frozenset[str]:
    norms, single = [t.norm for t in near], _single(state.of, language.code)
    whole = {" ".join(p) for p in _phrases(state.of) if len(p) > 1 and _stands(p, norms)}
    return frozenset({t.stem for t in near if t.stem in single or t.norm in single} | whole)


def _person(state: State, claim: Claim, language: Language) -> frozenset[str]:
    """Who is named in a clause, where a state is one that he or she may be in."""
    if _single(state.of, language.code).isdisjoint(words_of(language).persons_back):
        return frozenset()
    return frozenset(
        n.entity for n in claim.names if n.kind == "person" or (n.kind == "unknown" and " " in n.entity)
    )


def _is_other(state: State, near: Sequence[Token]) -> bool:
    norms = [t.norm for t in near]
    return any(_stands(p, norms) for p in _phrases(state.never))


def _stands(phrase: Phrase, norms: Sequence[str]) -> bool:
    if len(phrase) == 1:
        return phrase[0] in norms
    return next(places_of(phrase, norms), -1) >= 0


def one_doer(a: Told, b: Told, pair: Pair) -> bool:
    """Whether those who do what two clauses of opposite sides tell may be the same."""
    one, two = (
        next((e.subject for e in events if e.predicate.group.overlap(t.span)), None)
        for t, events in zip((a, b), pair.clauses(events_of), strict=True)
    )
    if one is None or two is None:
        return False
    return (same_phrase(one, two, words_of(pair.language)) or 0.0) > UNLIKE


def state_clash(pair: Pair, rule: str) -> Iterator[Reason]:
    """The clash for a state that the alignment found told one way here and the other way there."""
    found = next((e.detail for e in pair.link.evidence if e.name == ONE_STATE), "")
    if not found:
        return
    left, right = pair.both(told_in)
    for a in left:
        for b in right:
            of_known = bool(a.topic and b.topic) and a.state.id == b.state.id == found
            if of_known and a.state.rule == rule and a.side != b.side:
                one, two = shown(a.span, pair.left), shown(b.span, pair.right)
                yield Reason(
                    rule,
                    "contradiction",
                    f"{one} / {two}",
                    f"{{left}} says “{one}”, {{right}} the opposite, “{two}”, of the same thing.",
                    (a.span,),
                    (b.span,),
                    "possible",
                    "Both may hold if they speak of different moments or of different parts.",
                )
                return
