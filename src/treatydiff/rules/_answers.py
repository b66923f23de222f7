"""Questions about an event that have one answer: who found it, where it began, what they fled in.

The question is a deed and what it was done to, or who did it: both reports tell it, each in its own words,
"it broke out in the loading bay" and "the fire started in the paint store".  Two answers clash where they
are two persons or bodies by name, or two words of which a thing can be but one: van and motorcycle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatydiff.language import Language
from treatydiff.model import Claim, Reading
from treatydiff.rules import Pair
from treatydiff.rules._clauses import is_earlier
from treatydiff.rules._deeds import held, told
from treatydiff.rules._located import words_of as located_words
from treatydiff.rules._origins import origins
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import of_two_times
from treatydiff.rules._placings import placings
from treatydiff.rules._replies import BODY, PERSON, PLACE, SETTING, VAGUE, Answer, words_for
from treatydiff.rules._speech import around, same_name
from treatydiff.rules._whereabouts import WARDS, steering, wards, whereabouts
from treatydiff.rules._words import mentions, names_within, same_word, stems_within
from treatydiff.tokens import fold, stems

ONE_ANSWER = "one_answer"
"""Evidence of a link between clauses that give two answers to one question."""
LEAD = 2
"""Sentences at the top of a report, headline included, that say what it is about."""
BESIDE = 30
"""Characters between the names of a place and of what it is part of: "Tarn, in the west of Halland"."""
WHERE = SETTING | {"into", "through"}
"""Roles that say where something is, or goes."""


def answers(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Answer, ...]]:
    """The answers that the clauses of a sentence give to questions that have but one."""
    words = words_for(language)
    found: dict[int, list[Answer]] = {c.index: [] for c in claims}
    if any(p.stem in words.deeds for c in claims for p in c.predicates):
        for answer in told(claims, reading, language, words):
            found[answer.claim.index].append(answer)
    norms = {t.norm for c in claims for t in c.tokens}
    if not norms.isdisjoint(words.moments):
        for answer in whereabouts(claims, reading, language, words):
            found[answer.claim.index].append(answer)
    for answer in wards(claims, reading, words):
        found[answer.claim.index].append(answer)
    for claim in claims:
        if not norms.isdisjoint(words.holders):
            found[claim.index] += held(claim, reading, language, words)
        if not norms.isdisjoint(words.wheels):
            found[claim.index] += steering(claim, reading, words)
        if not norms.isdisjoint(words.seconds | words.ahead):
            found[claim.index] += placings(claim, reading, words)
        if not norms.isdisjoint(words.causing):
            found[claim.index] += origins(claim, reading, words)
    return {index: tuple(own) for index, own in found.items()}


def other_answers(pair: Pair, where: bool | None = None) -> Iterator[tuple[Answer, Answer]]:
    """Pairs of answers of two linked claims to one question, of which one alone can be right.

    With `where`, only those that say where, or only the others.
    """
    left, right = (
        [a for a in found if where is None or (a.question[1] in WHERE) == where]
        for found in pair.clauses(answers)
    )
    for a in left:
        for b in right:
            if _one_question(a, b, pair) and _apart(a, b, pair) and _same_moment(a, b, pair):
                if _are_bodies(a, b) and not (a.only or b.only) and _are_told(a, b, pair):
                    continue
                if _also(a, b, pair.right, pair) or _also(b, a, pair.left, pair):
                    continue
                if _is_alone(a, pair.left, pair) and _is_alone(b, pair.right, pair):
                    yield a, b


def _is_alone(own: Answer, reading: Reading, pair: Pair) -> bool:
    """Whether a report gives no other answer to the question itself, which then has several."""
    return not any(
        _one_question(own, other, pair) and _apart(own, other, pair)
        for other in pair.throughout(answers, reading)
        if other.question == own.question and other.span != own.span
    )


def _one_question(a: Answer, b: Answer, pair: Pair) -> bool:
    if a.question != b.question:
        return False
    if a.entity and b.entity:
        return same_name(a.entity, b.entity, pair.language)
    if a.known and b.known:
        return not a.of.isdisjoint(b.of) and not _of_two_things(a, b, pair)
    if "body" in a.of | b.of and (a.entity or b.entity):
        # "Found him", "discovered the body"
        return True
    if a.entity or b.entity:
        # "Sacked Ada Holm", "sacked the director", who is called so, but not "sacked Brandt"
        name = a.entity or b.entity
        called = (
            frozenset(stems(sorted(around(name, pair)), pair.language.code)) & words_of(pair.language).people
        )
        own = frozenset(stems(fold(name).split(), pair.language.code))
        return not (called | own).isdisjoint(b.of if a.entity else a.of)
    if not a.of or not b.of:
        return False
    if VAGUE in a.of | b.of:
        return _is_topic(a, pair) and _is_topic(b, pair)
    same = bool(a.of & b.of) or any(same_word(x, y, pair.language) for x in a.of for y in b.of)
    unlike = a.qualified and b.qualified and not a.qualified & b.qualified
    return bool(same and not unlike) and not _of_two_things(a, b, pair)


def _of_two_things(a: Answer, b: Answer, pair: Pair) -> bool:
    """Whether what follows tells them apart, or a report has both words: "the ferry hit the tanker"."""
    if a.behind and b.behind and not a.behind & b.behind:
        return True
    things, known = {a.thing, b.thing}, words_for(pair.language).things
    none = frozenset[str]()
    if len(things) < 2 or "" in things or known.get(a.thing, none) & known.get(b.thing, none):
        return False
    return any(things <= pair.whole(stems_within, reading) for reading in (pair.left, pair.right))


def _is_topic(a: Answer, pair: Pair) -> bool:
    """Whether a question is about what both reports begin with, or about something that may be just that."""
    return VAGUE in a.of or all(not a.of.isdisjoint(pair.whole(_topics, r)) for r in (pair.left, pair.right))


def _topics(reading: Reading, language: Language) -> frozenset[str]:
    """The words that a report begins with, by stem and by the kind of thing."""
    words = words_for(language)
    begin = {t.stem for p in reading.passages[:LEAD] for t in p.tokens}
    return frozenset(begin.union(*(words.matters.get(stem, ()) for stem in begin)))


def _apart(a: Answer, b: Answer, pair: Pair) -> bool:
    """Whether two answers cannot both be right."""
    if a.names and b.names:
        if any(same_name(x, y, pair.language) for _, x in a.names for _, y in b.names):
            return False
        sorts = {s for s, _ in a.names}, {s for s, _ in b.names}
        if PLACE in sorts[0] & sorts[1]:
            return not any(_nested(x, y, pair) for _, x in a.names for _, y in b.names)
        # A member of a party may do what the party does.
        return sorts[0] | sorts[1] != {PERSON, BODY}
    if (a.only or b.only) and not a.names and not b.names:
        words = words_of(pair.language)
        doers = all(_may_act(x, words) for x in (a, b))
        apart = not same_word(a.head, b.head, pair.language) and not a.kinds & b.kinds
        if doers and apart and not {a.head, b.head} <= words.authorities:
            return True
    if PLACE in {s for s, _ in (*a.names, *b.names)} and not (a.kinds and b.kinds):
        return False
    groups = _groups(a) & _groups(b)
    return any(
        not {k for k in a.kinds if k.startswith(f"{g}/")} & {k for k in b.kinds if k.startswith(f"{g}/")}
        for g in groups
    )


def _groups(a: Answer) -> set[str]:
    """The groups of the words that answer, of each of which one holds."""
    return {k.partition("/")[0] for k in a.kinds}


def _may_act(a: Answer, words: Words) -> bool:
    return bool(a.kinds) or a.head in words.people or a.head in words.authorities


def _are_bodies(a: Answer, b: Answer) -> bool:
    # The town of a hospital may well be where the report was written.
    sorts = {s for s, _ in (*a.names, *b.names)}
    return bool(a.names and b.names) and PERSON not in sorts and a.question[0] not in WARDS


def _are_told(a: Answer, b: Answer, pair: Pair) -> bool:
    """Whether a report speaks of the body that the other one names."""
    return any(mentions(pair.right, n, pair) for _, n in a.names) or any(
        mentions(pair.left, n, pair) for _, n in b.names
    )


def _nested(one: str, two: str, pair: Pair) -> bool:
    """Whether one place may be part of the other: a country or region, or told right beside it."""
    a, b, places = fold(one), fold(two), located_words(pair.language)
    country, other = places.countries.get(a), places.countries.get(b)
    if {a, b} & (places.areas - places.cities) or (country == other and country is not None):
        return True
    if (a in places.nations) != (b in places.nations):
        return True
    for reading in (pair.left, pair.right):
        text = fold(reading.document.text)
        at = text.find(a)
        while at >= 0:
            if b in text[max(0, at - BESIDE - len(b)) : at + len(a) + BESIDE + len(b)]:
                return True
            at = text.find(a, at + 1)
    return False


def _same_moment(a: Answer, b: Answer, pair: Pair) -> bool:
    """Whether nothing says that the two are told of two times."""
    words = words_of(pair.language)
    if a.verb and b.verb and (a.verb.status == "planned") != (b.verb.status == "planned"):
        return False
    if _of_another(a, pair.language) != _of_another(b, pair.language):
        return False
    one, two = (
        x.verb is not None and is_earlier(x.verb, x.claim, reading, words)
        for x, reading in ((a, pair.left), (b, pair.right))
    )
    if a.question[1] not in ("agent", "from") and one != two:
        return False
    return not of_two_times(a.claim, b.claim, pair)


def _of_another(a: Answer, language: Language) -> bool:
    """Whether the clause around an answer tells of another such thing: "at the time of the second fire"."""
    words = words_for(language)
    # "The third floor" is no third one.
    told = [t.norm for t, after in pairwise(a.claim.tokens) if after.norm not in words.storeys]
    return not words.others.isdisjoint(told)


def _also(a: Answer, b: Answer, other: Reading, pair: Pair) -> bool:
    """Whether the other report gives the answer as well, or tells of it in the clause of its own answer."""
    for found in pair.throughout(answers, other):
        # "In a flat on the sixth floor" does not say that it was on the third.
        akin = bool(found.names) or not (found.kinds and a.kinds) or bool(_groups(found) & _groups(a))
        fits = found.question == a.question and akin and (found.names or not a.names)
        if fits and not _apart(found, a, pair):
            return True
    if a.only or b.only:
        return False
    if a.names:
        inside = names_within(other, b.claim.span)
        return any(same_name(n.entity, m, pair.language) for n in inside for _, m in a.names if n.entity)
    kinds = words_for(pair.language).kinds
    told = zip((None, *b.claim.tokens), b.claim.tokens, strict=False)
    found_in = (
        kinds.get(f"{p.norm if p else ''} {t.stem}") or kinds.get(t.stem, frozenset()) for p, t in told
    )
    return any(not a.kinds.isdisjoint(of) for of in found_in)
