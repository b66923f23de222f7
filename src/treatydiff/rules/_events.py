"""What the rules on events share: whether two predicates of linked claims tell of one and the same event.

Two predicates are one event where their verbs are the same or synonyms, and what they govern is: the same
object (the subject of a passive), or the same subject where they have none.  Whom a report leaves unnamed
speaks neither for nor against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from treatydiff.extract.verbs import verbs_of
from treatydiff.language import Language, load_language
from treatydiff.model import AHEAD, Claim, Reading, Span, TimeSpan
from treatydiff.rules import Pair, once_a_sentence, sentence
from treatydiff.rules._clauses import Event, Phrase, content, events_within, is_perfect, near
from treatydiff.rules._offices import told_beside
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import is_period, overlap, times_of
from treatydiff.rules._speech import same_name
from treatydiff.rules._subjects import sentence_of
from treatydiff.rules._words import meanings, same_word
from treatydiff.tokens import norm, stems

SYNONYM, OTHER, UNNAMED, BARE = 0.8, 0.3, 0.8, 0.55
"""What it leaves of the certainty that two words are but synonyms; that what qualifies two like things is
different; that one side does not say who did it; that one says no more than who did it."""
ANYONE, TAKEN_UP, CROSSED = 0.9, 0.8, 0.6
"""How sure it is that "nobody" speaks of the other report's people; that "they" takes up a word of the
sentence before; that two objects are one which only the words around them have in common."""
NAMED = 0.5
"""How sure it is that a noun which says nothing of whose it is names the event that a verb tells."""
ELSEWHERE = 0.4
"""What it leaves of it that both sides name places or people besides, and none in common."""
UNLIKE, LONG, LIKELY = 0.3, 2, 0.6
"""How sure it is that two nouns that differ mean one thing; how many words two objects must have in common
for their subjects to count as one all the same, and how sure that is then."""
ONE_EVENT = "one_event"
"""Evidence of a link between clauses that only this ties."""
NEEDED = ((60.0, 0.45), (45.0, 0.5), (30.0, 0.65))
"""Scores of links, and how sure it must then be that two predicates are one event."""
Meaning = tuple[bool, str]
"""A stem, or (where true) what it may stand for."""
BEHIND = 4
"""Words behind a preposition that tell which of several things is meant: "a treaty on the river Aal"."""
LIGHT = 2
"""Words that the objects of two verbs of little content have in common at least."""


def alike(a: str, b: str, words: Words) -> bool:
    """Whether two stems are the same word or stand for one another."""
    if a == b:
        return True
    one, two = words.senses.get(a), words.senses.get(b)
    return one is not None and two is not None and not one.isdisjoint(two)


def in_common(a: AbstractSet[str], b: AbstractSet[str], words: Words) -> int:
    """How many stems of either stand in the other too, or a synonym of theirs: the fewer of the two."""
    found = _held(a, b, words)
    return found if found < 2 else min(found, _held(b, a, words))


def _held(a: AbstractSet[str], b: AbstractSet[str], words: Words) -> int:
    senses = words.senses
    meant = frozenset().union(*[senses[t] for t in b if t in senses])
    return sum([s in b or (s in senses and not meant.isdisjoint(senses[s])) for s in a])


def same_phrase(a: Phrase, b: Phrase, words: Words) -> float | None:
    """From 0 to 1: how sure it is that two phrases mean one thing; None where one of them is not known."""
    if a.anyone or b.anyone:
        nobody, other = (a, b) if a.anyone else (b, a)
        people = bool(other.entity) or other.people
        fits = nobody.anyone == "all" or (nobody.anyone == "people") == people
        return None if not other.head else ANYONE if fits else 0.0
    if not a.head or not b.head:
        taken_up = (a.back and in_common({b.head}, a.back, words)) or (
            b.back and in_common({a.head}, b.back, words)
        )
        return TAKEN_UP if taken_up else None
    if a.entity and b.entity:
        return float(a.entity == b.entity)
    if a.entity or b.entity:
        known, other = (a, b) if a.entity else (b, a)
        if known.head == known.entity and other.head == _last_name(known.entity, words):
            # "She", who is Ada Holm, and a "Holm" of whom nothing shows that it is a person
            return ANYONE
    elif a.other != b.other:
        return UNLIKE
    if (a.head in words.sums and _is_amount(b, words)) or (b.head in words.sums and _is_amount(a, words)):
        # "A ransom was paid", "paid four million crowns"
        return TAKEN_UP
    if not alike(a.head, b.head, words):
        if a.head in a.names and b.head in b.names:
            # "The Rovers keeper Ada Holm" is not "the Rovers captain Nora Brandt".
            return 0.9 if a.head in b.names or b.head in a.names else 0.0
        if a.names & b.names and a.head not in a.names and b.head not in b.names:
            return 0.9
        if _hold_two_offices(a, b, words) or _hold_two_offices(b, a, words):
            return UNLIKE
        if any(x.head in y.core - y.names and y.head in words.bodies for x, y in ((a, b), (b, a))):
            # "The miners", "the miners' union"
            return LIKELY
        if any(x.head in x.names & y.core and y.head in words.people - y.names for x, y in ((a, b), (b, a))):
            # "Ola Ness's brother"
            return UNLIKE
        if in_common(a.core - words.counts, b.core - words.counts, words):
            return 0.5
        if _may_be_one(a, b, words) or _may_be_one(b, a, words):
            return LIKELY
        # "The court" and "the mayor" are hardly one; two names are two.
        return 0.0 if a.names and b.names else UNLIKE
    if a.head == b.head and a.head in a.names & b.names:
        # "The Coast Party" is not "the Hill Party".
        ours, theirs = a.names - {a.head}, b.names - {b.head}
        return UNLIKE if ours and theirs and not ours & theirs else 1.0
    sure = 1.0 if a.head == b.head else SYNONYM
    more, most = (
        {s for s in phrase.stems if s != phrase.head and s not in words.counts and not s[0].isdigit()}
        for phrase in (a, b)
    )
    if not more or not most or in_common(more, most, words):
        return sure
    owner = words.bodies | words.persons
    if (more <= owner and most <= b.names) or (most <= owner and more <= a.names):
        # "The club's shares", "Tarn United's shares"
        return sure * TAKEN_UP
    return sure * OTHER


def _is_amount(phrase: Phrase, words: Words) -> bool:
    """Whether a phrase gives a sum of money: "4 million euros", "$4m"."""
    return phrase.head in words.money or (phrase.head[:1].isdigit() and phrase.head[-1:].isalpha())


def _last_name(entity: str, words: Words) -> str:
    return stems([norm(entity.split()[-1])], words.code)[0]


def _hold_two_offices(a: Phrase, b: Phrase, words: Words) -> bool:
    """Whether one has an office by name and the other is told by another: "Finance minister Ada Holm"."""
    ours, theirs = a.core - a.names - {b.head}, b.core - {b.head}
    held = b.head in a.core and b.head in words.persons and b.head not in a.names
    return held and bool(ours and theirs) and not in_common(ours, theirs, words)


def _may_be_one(a: Phrase, b: Phrase, words: Words) -> bool:
    """Whether a person may be the one whom the other phrase gives by the office, or a firm "the company".

    Or both are authorities.
    """
    if a.head in words.authorities and b.head in words.authorities:
        return True
    if a.head in a.names and not a.entity and b.head in words.firms and not b.names:
        return True
    # The Senate is no deputy.
    named = bool(a.entity) or (a.head in a.names and a.head not in words.persons)
    # King Holm is no president.
    office = a.core & words.persons - a.names
    return named and b.head in words.persons and not b.names and (not office or b.head in office)


def is_usual(e: Event, words: Words) -> bool:
    """Whether a passive in the present may tell what is done every time: "the prize is presented in May"."""
    p = e.predicate
    group = (t.norm for t in e.claim.tokens if p.group.start <= t.start < p.span.start)
    return p.passive and not words.present_be.isdisjoint(group)


def followed_apart(stem: str, a: Claim, b: Claim, words: Words) -> bool:
    """Whether what follows a noun tells two apart: "a treaty on fishing", "a treaty on the river"."""
    (how, ours), (how_too, theirs) = (_behind(stem, c, words) for c in (a, b))
    return bool(how == how_too and ours and theirs) and not in_common(ours, theirs, words)


def qualified_apart(stem: str, a: Claim, b: Claim, words: Words) -> bool:
    """Whether the word before a noun tells two apart: "the interior minister", "the finance minister"."""
    ours, theirs = (_before(stem, c, words) for c in (a, b))
    return bool(ours and theirs) and not in_common(ours, theirs, words)


def _behind(stem: str, claim: Claim, words: Words) -> tuple[str, set[str]]:
    """The preposition right behind a noun, and the words of content that it governs, times aside."""
    tokens = claim.tokens
    k = next((k for k, t in enumerate(tokens[:-1]) if t.stem == stem), None)
    if k is None or tokens[k + 1].norm not in words.prepositions:
        return "", set()
    verbs = verbs_of(load_language(words.code))
    doing, after = tokens[k + 2 : k + 3], tokens[k + 3 : k + 4]
    joins = words.determiners | words.conjunctions
    acts = any(t.norm in joins or t.text[0].isupper() for t in after)
    if acts and any("ing" in verbs.readings(t.norm) for t in doing):
        # "Interest in owning it", "interest in collecting it", but "a treaty on fishing"
        return "", set()
    inside = [
        t
        for t in tokens[k + 2 : k + 2 + BEHIND]
        if not any(x.span.start <= t.start < x.span.end for x in claim.times)
    ]
    return tokens[k + 1].norm, {t.stem for t in content(inside, words)}


def _before(stem: str, claim: Claim, words: Words) -> set[str]:
    """The word of content right before a noun, where that is no count."""
    k = next((k for k, t in enumerate(claim.tokens) if t.stem == stem), 0)
    return {t.stem for t in content(claim.tokens[max(0, k - 1) : k], words)} - words.counts


def one_and_many(head: str, a: Claim, b: Claim) -> bool:
    """Whether a noun is one thing in one clause and several in the other: "the shop", "shops"."""
    ours, theirs = ({t.norm for t in c.tokens if t.stem == head} for c in (a, b))
    if not ours or not theirs or ours & theirs:
        return False
    return all(n.endswith("s") for n in ours) != all(n.endswith("s") for n in theirs)


def same_event(a: Event, b: Event, pair: Pair) -> float:
    """From 0 to 1: how sure it is that two predicates with one meaning tell of one event."""
    words = words_of(pair.language)
    # "None of the guests fell ill" speaks of each of them, also of "three of the guests".
    of_none = any(_is_of_none(e, words) for e in (a, b))
    mine, yours = (e.subject._replace(other=frozenset()) if of_none else e.subject for e in (a, b))
    doers = same_phrase(mine, yours, words)
    if doers == UNLIKE and _speaks_for_one(a, b, pair, words):
        doers = TAKEN_UP
    if doers and of_two_offices(a.subject, a.claim, b.subject, b.claim, pair):
        doers = min(doers, UNLIKE)
    if doers == 0.0 or other_times(a, b, pair):
        return 0.0
    if a.earlier != b.earlier:
        early, late = (a, b) if a.earlier else (b, a)
        if early.claim.speaker or not _is_reported(late):
            return 0.0
    sure = 1.0 if a.predicate.stem == b.predicate.stem else SYNONYM
    nobody = a.object.anyone or b.object.anyone
    if nobody and a.subject.other | a.rest.other != b.subject.other | b.rest.other:
        # "Nobody was hurt in the fire", "an earlier fire hurt two"
        return 0.0
    things = same_phrase(a.object, b.object, words)
    around = in_common(a.rest.stems | a.object.stems, b.rest.stems | b.object.stems, words)
    crossed = in_common({a.object.head}, b.rest.stems, words) or in_common(
        {b.object.head}, a.rest.stems, words
    )
    if things is not None and things <= UNLIKE and crossed and doers and doers > CROSSED:
        # "Signed the measure into law" and "signed the law": one thing, where one person did it.
        things = CROSSED
    if a.predicate.noun and b.predicate.noun and things is None:
        # "The vote was put off" and "the vote went ahead": the noun is the thing.
        things = ANYONE
    elif things is None and (_general(a) or _general(b)):
        # "No arrests have been made": of anyone.
        things = ANYONE if around else None
    one_noun = a.predicate.noun != b.predicate.noun and a.predicate.stem == b.predicate.stem
    if one_noun and things is None and doers is None:
        # "The launch was put off" and "the satellite was launched": one event of that name.
        return NAMED
    if things is not None and around == 0 and a.rest.head and b.rest.head and (a.rest.names and b.rest.names):
        # "In Halmar" and "in Tarnow"
        things *= ELSEWHERE
    if things is None and _are_two_names(a.rest, b.rest):
        # "Moved to Halmar", "never moved to Tarnow"
        return 0.0
    parts = {s for s in (a.rest.stems ^ b.rest.stems) if s in words.groups}
    if parts & a.rest.stems and parts & b.rest.stems:
        # "In men" and "in women"
        return 0.0
    if things is not None:
        known = 1.0 if doers is None else doers
        past = not AHEAD & {a.predicate.status, b.predicate.status}
        if known == UNLIKE and past and len(a.object.stems & b.object.stems) >= LONG:
            known = LIKELY
        return sure * things * (UNNAMED if doers is None and around < 2 else known)
    if doers is None:
        return 0.0
    if around:
        return sure * doers * (1.0 if around > 1 else UNNAMED)
    if bool(a.object.head or a.rest.head) != bool(b.object.head or b.rest.head):
        # "Handed in his resignation", "has not resigned yet"
        bare = b if a.object.head or a.rest.head else a
        awaited = doers > LIKELY and _is_awaited(bare, words)
        of_one = awaited or len(a.subject.stems & b.subject.stems) >= LONG
        return sure * doers * (UNNAMED if of_one else BARE)
    return sure * doers * UNNAMED if not (a.rest.head and b.rest.head) else 0.0


def _is_of_none(e: Event, words: Words) -> bool:
    """Whether a thing is denied of each of several: "none of the guests fell ill"."""
    before = [t.norm for t in e.claim.tokens if t.end <= e.predicate.group.start]
    none = any(a in words.none_of and b in words.of for a, b in pairwise(before))
    return none and e.predicate.polarity < 0 and bool(e.subject.head)


def _are_two_names(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases have names as heads, neither of which the other one has."""
    return a.head in a.names - b.names and b.head in b.names - a.names


def _speaks_for_one(a: Event, b: Event, pair: Pair, words: Words) -> bool:
    """Whether one person tells what "the club" does here and what a club by name does there."""
    one, two = a.claim.speaker, b.claim.speaker
    if not one or not two or not same_name(one, two, pair.language):
        return False
    pairs = (a.subject, b.subject), (b.subject, a.subject)
    return any(
        x.head in words.bodies and not x.names and y.head in y.names and not y.entity for x, y in pairs
    )


def of_two_offices(one: Phrase, here: Claim, other: Phrase, there: Claim, pair: Pair) -> bool:
    """Whether a report says beside the name of who does it another office than the other report gives."""
    words = words_of(pair.language)
    sides = (one, here, other, pair.left), (other, there, one, pair.right)
    return any(_is_another(named, claim, office, reading, words) for named, claim, office, reading in sides)


def _is_another(named: Phrase, claim: Claim, other: Phrase, reading: Reading, words: Words) -> bool:
    """Whether a claim says beside a name that its bearer has another office than the other phrase."""
    if not named.entity or other.names or other.head not in words.persons:
        return False
    tokens, text = reading.passages[claim.passage].tokens, reading.document.text
    offices = {
        t.stem
        for name in claim.names
        if name.entity == named.entity and name.resolution in ("name", "surname")
        for beside in told_beside(name, tokens, text, words)
        for t in beside
    } & words.persons
    return bool(offices) and not any(alike(other.head, office, words) for office in offices)


def _is_awaited(e: Event, words: Words) -> bool:
    """Whether a thing has yet to be done."""
    p = e.predicate
    after = (t for t in e.claim.tokens if t.start >= p.group.start)
    return (p.polarity < 0 or p.status == "planned") and any(t.norm in words.yet for t in after)


def _is_reported(e: Event) -> bool:
    """Whether the past perfect may be that of reported speech, which stands for any past."""
    return bool(e.claim.speaker or e.claim.denied_by)


def _general(e: Event) -> bool:
    """Whether an event noun is denied without saying of whom or what."""
    return e.predicate.noun and e.predicate.polarity < 0 and not e.object.head


def other_times(a: Event, b: Event, pair: Pair) -> bool:
    """Whether the events are told of different times: days or periods that have none in common."""
    if any(_is_awaited(e, words_of(pair.language)) for e in (a, b)):
        # What has yet to happen has not happened at any time.
        return False
    left, right = _times_of(a, pair.left, pair), _times_of(b, pair.right, pair)
    if (a.predicate.denied and not left) or (b.predicate.denied and not right):
        # "Has always denied taking money": at any time
        return False
    if left and right:
        return not any(overlap(s, t) for s in left for t in right)
    always = _never(a, pair) or _never(b, pair)
    # What happened in 2007 is not what a report without a year tells; what is due in May may be.
    told = (left, a, b, pair.left.document), (right, b, a, pair.right.document)
    return any(
        (
            event.predicate.status not in AHEAD
            and not always
            and any(is_period(t, document) and t.relation != "since" for t in times)
        )
        or (other.predicate.status in AHEAD and _years(event) - _years(other))
        for times, event, other, document in told
    )


def _times_of(e: Event, reading: Reading, pair: Pair) -> Sequence[TimeSpan]:
    """The times of an event's clause, without those at which somebody said so; of what has not been, none."""
    if e.predicate.noun and e.predicate.status in AHEAD:
        # "The launch, set for Friday, was put off"
        return ()
    if e.predicate.polarity < 0 and is_perfect(e.predicate, e.claim, words_of(pair.language)):
        return ()
    return pair.of(_times, e.claim, reading) if e.claim.times else ()


def _times(claim: Claim, reading: Reading, language: Language) -> list[TimeSpan]:
    return [t for t in times_of(claim, reading, language) if t.grain != "unknown"]


def _never(e: Event, pair: Pair) -> bool:
    """Whether a thing is denied for all times: "had never been told"."""
    p, words = e.predicate, words_of(pair.language)
    return p.polarity < 0 and any(t.norm in words.never for t in near(p, e.claim))


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


def same_events(pair: Pair) -> Sequence[tuple[Event, Event, float]]:
    """Pairs of predicates, one of each claim, that tell of one event, each with how sure that is."""
    return pair.once(_same_events)


def _same_events(pair: Pair) -> Sequence[tuple[Event, Event, float]]:
    ours_told, theirs_told = pair.both(_meanings)
    if ours_told.isdisjoint(theirs_told):
        return ()
    words = words_of(pair.language)
    left = pair.link.left.predicates
    right = pair.link.right.predicates
    wanted = {
        (p.span, q.span)
        for p in left
        for q in right
        if (p.stem == q.stem if {p.stem, q.stem} <= words.light else alike(p.stem, q.stem, words))
    }
    if not wanted:
        return ()
    found = []
    ours, theirs = pair.clauses(events_of)
    for a in ours:
        for b in theirs:
            if (a.predicate.span, b.predicate.span) not in wanted:
                continue
            # "Have" and "make" are one event only with one and the same object.
            told, heard = a.object.stems | a.rest.stems, b.object.stems | b.rest.stems
            least = 1 if (a.predicate.passive and b.predicate.passive) or _denies(a, b, pair) else LIGHT
            if {a.predicate.stem, b.predicate.stem} <= words.light and len(told & heard) < least:
                continue
            if sure := same_event(a, b, pair):
                found.append((a, b, sure))
    return found


def _denies(a: Event, b: Event, pair: Pair) -> bool:
    """Whether one has what the other has none of: "samples contained no lead", "samples contained lead".

    Not where a report tells of both: of two creeks, or of now and then.
    """
    words, (p, q) = words_of(pair.language), (a.predicate, b.predicate)
    if p.polarity == q.polarity or a.object.head != b.object.head or not a.object.head:
        return False
    if p.stem not in words.containing or p.hedged or q.hedged:
        return False
    told = (pair.whole(_contained, reading) for reading in (pair.left, pair.right))
    if any({(p.stem, p.polarity), (p.stem, q.polarity)} <= of_either for of_either in told):
        return False
    return (same_phrase(a.subject, b.subject, words) or 0.0) > LIKELY


def _contained(reading: Reading, language: Language) -> frozenset[tuple[str, int]]:
    """The verbs that say what is in a thing, and whether they are denied."""
    known = words_of(language).containing
    return frozenset((p.stem, p.polarity) for c in reading.claims for p in c.predicates if p.stem in known)


def same_parties(pair: Pair) -> Sequence[tuple[Event, Event, float]]:
    """Pairs of predicates with one meaning that tell what the same one did, or what was done to the same.

    Each with how sure that is; when, where and (of what is done to something) by whom may differ.
    """
    return pair.once(_same_parties)


def _same_parties(pair: Pair) -> Sequence[tuple[Event, Event, float]]:
    ours_told, theirs_told = pair.both(senses_of)
    if ours_told.isdisjoint(theirs_told):
        return ()
    words = words_of(pair.language)
    found = []
    ours, theirs = pair.clauses(events_of)
    for a in ours:
        for b in theirs:
            p, q = a.predicate, b.predicate
            if {p.stem, q.stem} & words.light or not same_word(p.stem, q.stem, pair.language):
                continue
            if any(x.noun or x.polarity < 0 or x.denied or x.hedged for x in (p, q)):
                continue
            if (p.status in AHEAD) != (q.status in AHEAD) or "possible" in (p.status, q.status):
                continue
            if a.earlier != b.earlier:
                continue
            things = same_phrase(a.object, b.object, words) if a.object.head or b.object.head else None
            doers = same_phrase(a.subject, b.subject, words)
            if a.object.head and b.object.head:
                sure = things or 0.0
            else:
                sure = 0.0 if a.object.head or b.object.head else doers or 0.0
            if sure:
                found.append((a, b, sure if p.stem == q.stem else sure * SYNONYM))
    return found


def _meanings(claim: Claim, reading: Reading, language: Language) -> frozenset[Meaning]:
    """The stems of a claim's predicates and what they may stand for."""
    words = words_of(language)
    return frozenset(m for s in {p.stem for p in claim.predicates} for m in senses(s, words))


def senses(stem: str, words: Words) -> Iterator[Meaning]:
    """A stem and what it may stand for; two that are `alike` have one in common."""
    yield False, stem
    for sense in words.senses.get(stem, ()):
        yield True, sense


def senses_of(claim: Claim, reading: Reading, language: Language) -> frozenset[str]:
    """The `meanings` of a claim's predicates."""
    return frozenset(m for p in claim.predicates for m in meanings(p.stem, language))


@once_a_sentence
def events_of(clauses: Sequence[Claim], reading: Reading, language: Language) -> dict[int, list[Event]]:
    """The predicates of a sentence's clauses with what they govern, as `Pair.clause` asks for it."""
    verbs = [p for c in clauses for p in c.predicates]
    far: dict[int, Span] = {}
    if sum(not p.noun for p in verbs) > 1:
        whole = sentence_of(clauses, reading, language)
        for n, p in enumerate(verbs):
            if (span := whole.far_subject(n)) is not None:
                far[p.span.start] = span
    return events_within(clauses, reading, words_of(language), far)


def events(claim: Claim, reading: Reading, language: Language) -> list[Event]:
    """The claim's predicates with what they govern in its sentence."""
    return events_of(sentence(claim, reading), reading, language)[claim.index]
