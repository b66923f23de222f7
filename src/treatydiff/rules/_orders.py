"""Which of two happenings came first, in whatever words: before, only after, not until, when … had already.

A happening is told by a verb or by a noun for it ("the explosion"); two are one where they have a meaning in
common and nothing says that they are of others.  The order is read from the word between them, and from words
beside it that turn it: "only when", "not until", "had already … when".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._clauses import NOTHING, Event, Phrase
from treatydiff.rules._events import AHEAD, UNLIKE, events_of, same_phrase
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._stages import acts_of
from treatydiff.rules._words import meanings
from treatydiff.tokens import by_stem, places_of, stems

REACH = 10
"""Words behind the word of order among which the second happening stands."""
SINGLE = ("before", "after", "order_until", "order_when", "order_then", "order_having", "order_later")
HAPPENING = "happening "
CEASING = "cease"
BESIDE = 3
"""Words beside it that turn it."""


class Happening(NamedTuple):
    """A verb or noun with what it may mean."""

    meanings: frozenset[str]
    doer: Phrase
    thing: Phrase


NO_HAPPENING = Happening(frozenset(), NOTHING, NOTHING)


class Order(NamedTuple):
    """Two happenings of which the first one came first."""

    claim: Claim
    word: Span
    first: Happening
    second: Happening


class Joints(NamedTuple):
    """The pack's words of order."""

    before: frozenset[str]
    after: frozenset[str]
    until: frozenset[str]
    when: frozenset[str]
    only: frozenset[str]
    already: frozenset[str]
    then: frozenset[str]
    having: frozenset[str]
    later: frozenset[str]
    that: frozenset[str]
    than: frozenset[str]
    first: frozenset[str]
    still: frozenset[str]
    ceasing: frozenset[str]
    """Stems of verbs by which something ends."""
    once: frozenset[str]
    any: frozenset[str]
    it: frozenset[str]
    again: frozenset[str]
    inverting: frozenset[str]
    all: frozenset[str]
    """All single words of order."""
    phrases: tuple[tuple[str, ...], ...]
    """Words of order that are several."""
    told: dict[str, frozenset[str]]
    """Stem of a noun or verb → what happens by it."""
    locative: frozenset[str]
    """Prepositions of place."""
    amounts: frozenset[str]
    """Words beside units of time: "a full week"."""
    fields: dict[str, frozenset[str]]
    """Stem → the fields of words that it falls under."""


@cache
def joints_of(language: Language) -> Joints:
    def words(key: str) -> frozenset[str]:
        return frozenset(language.words("roles", key))

    told = by_stem(
        {f"{HAPPENING}{key}": ws for key, ws in language.table("roles", "happenings").items()}, language.code
    )
    fields = by_stem(
        {f"field {key}": ws for key, ws in language.table("roles", "order_fields").items()}, language.code
    )
    when = words("order_when")
    return Joints(
        words("before"),
        words("after"),
        words("order_until"),
        when,
        words("order_only"),
        words("order_already"),
        words("order_then"),
        words("order_having"),
        words("order_later"),
        words("order_that"),
        words("order_than"),
        words("order_first"),
        words("order_still"),
        frozenset(stems(language.words("roles", "order_ceasing"), language.code)),
        words("order_once"),
        words("order_any"),
        words("order_it"),
        words("order_again"),
        words("order_inverting"),
        frozenset(w for key in SINGLE for w in words(key)),
        tuple(tuple(w.split()) for w in sorted(when) if " " in w),
        {stem: frozenset(found) for stem, found in told.items()},
        frozenset((*language.words("names", "locative"), *language.words("syntax", "at_times"))),
        words("order_amounts"),
        {stem: frozenset(found) for stem, found in fields.items()},
    )


@cache
def meanings_of(stem: str, language: Language) -> frozenset[str]:
    """A stem and all that it may stand for; two words that may mean one thing have one of these in common."""
    none: frozenset[str] = frozenset()
    joints = joints_of(language)
    told = joints.told.get(stem, none) | joints.fields.get(stem, none)
    senses = words_of(language).senses.get(stem, frozenset())
    ceases = {CEASING} if stem in joints.ceasing else none
    return meanings(stem, language) | told | senses | ceases | {f"act {a}" for a in acts_of(stem, language)}


def orders(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Order, ...]]:
    """The orders that a sentence states, by the clause that has the word of order."""
    joints = joints_of(language)
    found: dict[int, list[Order]] = {c.index: [] for c in claims}
    tokens = reading.passages[claims[0].passage].tokens
    words_of_order = joints.before | joints.after | joints.until | joints.when | joints.then
    words_of_order |= joints.having | joints.later
    at = [(k, k) for k, t in enumerate(tokens) if t.norm in words_of_order]
    norms = [t.norm for t in tokens]
    at += [(k, k + len(phrase) - 1) for phrase in joints.phrases for k in places_of(phrase, norms)]
    if at and claims[0].kind in ("body", "headline") and not is_repeated(norms, joints):
        told = events_of(claims, reading, language)
        events = sorted((e for es in told.values() for e in es), key=lambda e: e.predicate.span)
        for k, last in at:
            look = _later if norms[k] in joints.later else _at
            for order in look(k, last, tokens, events, claims, reading, language):
                found[order.claim.index].append(order)
    return {index: tuple(own) for index, own in found.items()}


def is_repeated(norms: Sequence[str], joints: Joints) -> bool:
    """Whether a sentence tells what happened once more, and may have happened before as well as after."""
    return any(
        a in joints.again and b not in joints.than for a, b in zip(norms, (*norms[1:], ""), strict=True)
    )


def _at(
    k: int,
    last: int,
    tokens: Sequence[Token],
    events: Sequence[Event],
    claims: Sequence[Claim],
    reading: Reading,
    language: Language,
) -> Iterator[Order]:
    """The order that a word states, or several that are one."""
    joints, words, text = joints_of(language), words_of(language), reading.document.text
    joint = Span(tokens[k].start, tokens[last].end)
    comma = next(
        (i for i in range(last + 1, len(tokens)) if _mark(text, tokens[i - 1], tokens[i])), len(tokens)
    )
    opens = k == 0 or (k <= BESIDE and all(t.norm in joints.only for t in tokens[:k]))
    if not opens and all(t.norm in words.stop for t in tokens[:k]):
        # "It was after the vote that he resigned."
        that = next((i for i in range(last + 1, comma) if tokens[i].norm in joints.that), None)
        if that is not None:
            opens, comma = True, that
    end = tokens[min(comma, last + 1 + REACH, len(tokens)) - 1].end
    behind = [e for e in events if joint.end <= e.predicate.span.start and e.predicate.span.end <= end]
    ahead = [e for e in events if e.predicate.span.end <= joint.start]
    if opens:
        ahead = [e for e in events if comma < len(tokens) and e.predicate.group.start >= tokens[comma].start][
            :1
        ]
    own, near, negative = _main(ahead[-1] if ahead else None, tokens[:k], text, joints, language)
    sub = behind[0] if behind else None
    other = _of_event(sub, words, joints, language) if sub else _of_noun(tokens[last + 1 : comma], joints)
    if not other.meanings or not own.meanings or own.meanings & other.meanings:
        return
    between = {t.norm for t in tokens[k:] if t.end <= end}
    if between & words.reflexive:
        # "Before shooting himself" is not before "the shooting".
        return
    word = " ".join(t.norm for t in tokens[k : last + 1])
    first = _first(word, negative, near, between, joints, words)
    if first is None:
        return
    pair = (own, other) if first else (other, own)
    claim = next((c for c in claims if c.span.start <= joint.start < c.span.end), claims[0])
    yield Order(claim, joint, *pair)


def _later(
    k: int,
    last: int,
    tokens: Sequence[Token],
    events: Sequence[Event],
    claims: Sequence[Claim],
    reading: Reading,
    language: Language,
) -> Iterator[Order]:
    """The order that an adverb states: what it goes with came after what the clause before it tells."""
    joints, words = joints_of(language), words_of(language)
    joint = Span(tokens[k].start, tokens[last].end)
    if last + 1 < len(tokens) and tokens[last + 1].norm in joints.than:
        return
    behind = tokens[last + 1].start if last + 1 < len(tokens) else -1
    before = [n for n, e in enumerate(events) if e.predicate.span.end <= joint.start]
    opened = (n for n, e in enumerate(events) if behind in (e.predicate.group.start, e.predicate.span.start))
    own = next(opened, before[-1] if before else 0)
    if not own:
        return
    first, second = events[own - 1], events[own]
    if not all(_is_told(e) for e in (first, second)):
        return
    gap = [t for t in tokens if first.predicate.span.end <= t.start < second.predicate.group.start]
    parted = any(_mark(reading.document.text, a, b) for a, b in pairwise(gap))
    if not parted and not any(t.norm in words.conjunctions for t in gap):
        return
    one, two = (_of_event(e, words, joints, language) for e in (first, second))
    if one.meanings and two.meanings and not one.meanings & two.meanings:
        yield Order(second.claim, joint, one, two)


def _is_told(e: Event) -> bool:
    """Whether an event is told as having been."""
    p = e.predicate
    return p.status not in AHEAD and not p.hedged and not p.denied and p.polarity > 0


def _main(
    e: Event | None, before: Sequence[Token], text: str, joints: Joints, language: Language
) -> tuple[Happening, set[str], bool]:
    """What stands ahead of a word of order: the happening, words near it, and whether it is denied."""
    near = {t.norm for t in before[-BESIDE:]}
    if e is not None:
        p = e.predicate
        near |= {t.norm for t in e.claim.tokens if p.group.start <= t.start <= p.span.end}
        if p.status in AHEAD or p.hedged or p.denied:
            return NO_HAPPENING, near, False
        return _of_event(e, words_of(language), joints, language), near, p.polarity < 0
    marks = [i for i in range(1, len(before)) if _mark(text, before[i - 1], before[i])]
    part = before[marks[-1] if marks else 0 :]
    near |= {t.norm for t in part}
    return _of_noun(part, joints), near, not near.isdisjoint(words_of(language).negative)


def _first(
    joint: str, negative: bool, near: set[str], between: set[str], joints: Joints, words: Words
) -> bool | None:
    """Whether what stands ahead of a word of order came first; None where that is not told."""
    if joint in joints.until:
        # "Nobody was warned until the water came"
        return False if negative or near & words.negative else None
    if negative:
        return None
    if joint in joints.after or joint in joints.having:
        return False
    if joint in joints.before or joint in joints.then:
        return True
    later = bool(near & joints.only or between & (joints.already | words.pluperfect))
    sooner = bool(near & (joints.already | words.pluperfect))
    return None if later == sooner else sooner


def _mark(text: str, before: Token, after: Token) -> bool:
    return any(c in ",;:—–" for c in text[before.end : after.start])


def _of_event(e: Event, words: Words, joints: Joints, language: Language) -> Happening:
    """What a verb tells, and the nouns for happenings that it is told of."""
    stem, none = e.predicate.stem, frozenset[str]()
    found = set(joints.told.get(stem, none))
    for head in (e.subject.head, e.object.head):
        found |= joints.told.get(head, none)
    if stem not in words.light:
        found |= {stem, *words.senses.get(stem, ()), *(f"act {a}" for a in acts_of(stem, language))}
    return Happening(frozenset(found), e.subject, e.object)


def _of_noun(tokens: Sequence[Token], joints: Joints) -> Happening:
    """What a noun beside a word of order tells: "after the explosion"."""
    found = next((joints.told[t.stem] for t in tokens[:BESIDE] if t.stem in joints.told), None)
    return Happening(found, NOTHING, NOTHING) if found else NO_HAPPENING


def other_orders(pair: Pair) -> Iterator[tuple[Order, Order]]:
    """Pairs of orders of two linked claims that put the same two happenings the other way round."""
    left, right = pair.clauses(orders)
    for a in left:
        for b in right:
            if _one(a.first, b.second, pair) and _one(a.second, b.first, pair):
                yield a, b


def _one(a: Happening, b: Happening, pair: Pair) -> bool:
    """Whether two happenings may be one."""
    common = a.meanings & b.meanings
    if not common or a.thing.other != b.thing.other or a.doer.other != b.doer.other:
        return False
    words = words_of(pair.language)
    pairs = ((a.doer, b.doer), (a.thing, b.thing))
    found = [s for x, y in pairs if x.head and y.head and (s := same_phrase(x, y, words)) is not None]
    if any(m.startswith(HAPPENING) for m in common):
        # "The hosts drew level", "the score was level"
        return not found or max(found) > 0.0
    return not found or (max(found) > UNLIKE and min(found) > 0.0)
