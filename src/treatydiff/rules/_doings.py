"""Who alone does a deed that a report tells, by name, where the other report has somebody else do it.

Unlike in `_answers`, any deed will do that not many do to one thing.  Each report names one person or body
for it, whom the other does not know; what it is done to must be the same, or be left out by one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Reading, Span
from treatydiff.rules import Pair
from treatydiff.rules._clauses import is_earlier
from treatydiff.rules._pack import words_of
from treatydiff.rules._periods import of_two_times
from treatydiff.rules._phrases import words_of as phrase_words
from treatydiff.rules._posts import posts
from treatydiff.rules._roles import Slot, body, persons, slots
from treatydiff.rules._speech import cues_within, same_name
from treatydiff.rules._words import meanings, mentions, names_within, same_word
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

POSTS = ("post", "new post")
"""What stands for the deed of those who have a post, and of those who only get it."""
BEHIND = 8
"""Characters behind a verb among which a word stands that says that others do it too."""
TOLD = ("done", "ongoing", "planned")
"""How far a deed has come of which it may be said who does it."""


class Doing(NamedTuple):
    """A deed with who does it."""

    act: str
    """What the verb may stand for; a verb of several meanings makes several of these."""
    who: str
    person: bool
    thing: str
    """Stem of the head of what it is done to, or ""; "?" where it is several or a name."""
    more: frozenset[str]
    """Stems of what qualifies it."""
    claim: Claim
    verb: Predicate | None
    """None of a post."""
    span: Span
    """Who does it."""


def doings(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Doing, ...]]:
    """The deeds of a sentence that one person or body does, which the sentence names."""
    found: dict[int, list[Doing]] = {c.index: [] for c in claims}
    if any(c.names for c in claims):
        for doing in _told(claims, reading, language):
            found[doing.claim.index].append(doing)
    return {index: tuple(own) for index, own in found.items()}


def _told(claims: Sequence[Claim], reading: Reading, language: Language) -> Iterator[Doing]:
    cues = cues_within(reading, claims[0].passage)
    known = slots(claims, reading, language)
    for slot in known:
        verb = slot.verb
        if slot.role != "agent" or verb.stem in _unfit(language) or not _is_told(verb):
            continue
        who, person = _who(slot, reading, language)
        claim = next((c for c in claims if c.span.start <= verb.span.start < c.span.end), None)
        if claim is None or beside(verb, claim, language):
            continue
        says = any(verb.span.overlap(cue) for cue in cues)
        if not who or (says and verb.stem not in _ordering(language)):
            continue
        done_to = next((s for s in known if s.role == "patient" and s.verb == verb), None)
        told_by_noun = verb not in claim.predicates or " " in reading.document.text[slice(*verb.span)]
        if done_to is None and not told_by_noun:
            # "She sang" may be of anything; whoever "gave the order" ordered what was ordered.
            continue
        thing, more = ("", frozenset[str]()) if done_to is None else _thing(done_to)
        for act in meanings(verb.stem, language):
            yield Doing(act, who, person, thing, more, claim, verb, slot.fillers[0].span)
    for post in posts(claims, known, reading, language):
        claim = next((c for c in claims if c.span.start <= post.span.start < c.span.end), claims[0])
        yield Doing(POSTS[post.new], post.who, True, post.of, post.title, claim, None, post.span)


def beside(verb: Predicate, claim: Claim, language: Language) -> bool:
    """Whether somebody does a thing besides others: "was also questioned by Ada Holm"."""
    near = (t.norm for t in claim.tokens if t.start < verb.span.end + BEHIND and t.end > verb.group.start)
    return not _others(language).isdisjoint(near)


@once_a_language
def _others(language: Language) -> frozenset[str]:
    return frozenset(language.words("roles", "besides"))


def _is_told(verb: Predicate) -> bool:
    return verb.polarity > 0 and not verb.denied and not verb.hedged and verb.status in TOLD


def _who(slot: Slot, reading: Reading, language: Language) -> tuple[str, bool]:
    """The one person or body that a slot names, and whether it is a person; "" for none or several."""
    named = persons(slot, reading, language) if len(slot.fillers) == 1 else []
    if len(named) == 1:
        return named[0], True
    return ("" if named or len(slot.fillers) > 1 else body(slot, language)), False


def _thing(slot: Slot) -> tuple[str, frozenset[str]]:
    """What a deed is done to: the stem of its head, and of what qualifies it."""
    phrase = slot.fillers[0]
    if len(slot.fillers) > 1 or slot.names:
        return "?", frozenset()
    return phrase.head.stem, frozenset(t.stem for t in phrase.tokens[:-1])


@once_a_language
def _unfit(language: Language) -> frozenset[str]:
    """Stems of verbs that say too little, or that many may do to one thing."""
    words = words_of(language)
    symmetric = stems(language.words("roles", "symmetric"), language.code)
    return words.light | words.by_many | phrase_words(language).light | frozenset(symmetric)


@once_a_language
def _ordering(language: Language) -> frozenset[str]:
    """Stems of verbs by which one brings a thing about with words."""
    return frozenset(stems(language.words("roles", "ordering"), language.code))


def other_doings(pair: Pair) -> Iterator[tuple[Doing, Doing]]:
    """Pairs of deeds of two linked claims that are one, done by two."""
    left, right = pair.clauses(doings)
    for a in left:
        for b in right:
            if (
                a.act == b.act
                and a.person == b.person
                and not same_name(a.who, b.who, pair.language)
                and _one_thing(a, b, pair)
                and _one_time(a, b, pair)
                and _is_alone(a, pair.left, pair)
                and _is_alone(b, pair.right, pair)
                and not _is_known(a, b, pair.right, pair)
                and not _is_known(b, a, pair.left, pair)
            ):
                yield a, b


def _one_thing(a: Doing, b: Doing, pair: Pair) -> bool:
    if "?" in (a.thing, b.thing) or not (a.thing or b.thing):
        return False
    if a.more and b.more and not a.more & b.more:
        # The health ministry is not the transport ministry.
        return False
    if a.thing and b.thing:
        return same_word(a.thing, b.thing, pair.language)
    return a.verb is not None and b.verb is not None and _is_one_verb(a.verb, b.verb, pair)


def _is_one_verb(a: Predicate, b: Predicate, pair: Pair) -> bool:
    """Whether two verbs are one in clauses that have more in common."""
    return a.stem == b.stem and pair.link.score > 0


def _one_time(a: Doing, b: Doing, pair: Pair) -> bool:
    words = words_of(pair.language)
    if a.verb is not None and b.verb is not None:
        if (a.verb.status == "planned") != (b.verb.status == "planned"):
            return False
        if is_earlier(a.verb, a.claim, pair.left, words) != is_earlier(b.verb, b.claim, pair.right, words):
            return False
    return not of_two_times(a.claim, b.claim, pair)


def _is_alone(own: Doing, reading: Reading, pair: Pair) -> bool:
    """Whether a report has nobody else do the deed."""
    return all(
        d.act != own.act
        or same_name(d.who, own.who, pair.language)
        or (d.thing and own.thing and not same_word(d.thing, own.thing, pair.language))
        or (d.more and own.more and not d.more & own.more)
        for d in pair.throughout(doings, reading)
    )


def _is_known(doing: Doing, other: Doing, reading: Reading, pair: Pair) -> bool:
    """Whether the other report knows who does such a thing here; of a post, where it tells of the other."""
    if doing.act in POSTS:
        near = names_within(reading, reading.passages[other.claim.passage].span)
        return any(same_name(n.entity, doing.who, pair.language) for n in near)
    return mentions(reading, doing.who.split()[-1], pair)
