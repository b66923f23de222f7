"""Who fills the roles of an act that two reports tell: another one in one role, or each in that of the other.

Both must tell one act, by the same verb or one that stands for it, and of the rest of it the same; neither
report may tell the same of the other's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules import Keys, Pair, Told
from treatydiff.rules._clauses import NOTHING, is_earlier
from treatydiff.rules._events import events_of
from treatydiff.rules._events import in_common as words_in_common
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._periods import of_two_times
from treatydiff.rules._phrases import Phrase
from treatydiff.rules._phrases import words_of as phrase_words
from treatydiff.rules._roles import Slot, body, in_common, persons, slots
from treatydiff.rules._sizes import none_agree
from treatydiff.rules._speech import cues_within, quotes_of, same_name
from treatydiff.rules._words import meanings, mentions, names_within, same_word
from treatydiff.tables import once_a_language
from treatydiff.tokens import GENITIVE, stems

FEWEST = 2
"""Words of content, figures and times that both sentences have in common at least, besides the act and who is
in it."""
OFTEN = 4
"""Mentions by name that make a report one about a person."""
ROLES = frozenset(("agent", "patient", "to", "with", "against"))
"""Roles that one alone fills."""


def filled(told: Told) -> Keys:
    """Who has a role in the acts that a claim tells, and what other roles would clash with it."""
    has: set[Hashable] = set()
    turned: set[Hashable] = set()
    wanted: set[Hashable] = set()
    found = told.clause(deeds)
    for slot in found:
        polarity, fillers = slot.verb.polarity, list(_fillers(slot, told))
        for sense in meanings(slot.verb.stem, told.language):
            has |= {("role", polarity, slot.role, sense, filler) for filler in fillers}
        if got := _gets(slot, told.language):
            turned |= {("gets", polarity, got == "giving", filler) for filler in fillers}
            wanted |= {("gets", polarity, got != "giving", filler) for filler in fillers}
    for agent, patient in _both(found):
        one, two = _signature(agent), _signature(patient)
        turned.add(("both", agent.verb.stem, one, two))
        wanted.add(("both", agent.verb.stem, two, one))
    return Keys(frozenset(has | turned), frozenset(has | wanted))


def acts_of(claim: Claim, reading: Reading, language: Language) -> frozenset[str]:
    """What the verbs of a claim may stand for; those of giving and taking tell one act, too."""
    giving, taking = _transfers(language)
    verbs = [p for p in claim.predicates if not p.state]
    cues = cues_within(reading, claim.passage) if verbs else ()
    stems = {p.stem for p in verbs if not any(p.span.overlap(cue) for cue in cues)}
    if not stems.isdisjoint(phrase_words(language).light):
        # "Made the arrest": the deed may be any noun.
        stems.update(t.stem for t in claim.tokens)
    transfers = ("transfer",) if stems & (giving | taking) else ()
    return frozenset((*transfers, *(sense for stem in stems for sense in meanings(stem, language))))


def _signature(slot: Slot) -> frozenset[str]:
    """The words that fill a slot; nothing where it is a name, which may be written otherwise."""
    return frozenset(() if slot.names else (t.stem for t in slot.fillers[0].tokens))


def _fillers(slot: Slot, told: Told) -> Iterator[str]:
    """What a slot is filled by that another one may exclude: persons, a body, or words."""
    if persons(slot, told.reading, told.language):
        yield "persons"
    if len(slot.fillers) == 1:
        if body(slot, told.language):
            yield "body"
        table = _table(told.language)
        if slot.names:
            yield from (f"one {kind}" for kind in table.get(_kind(slot), ()))
        else:
            yield from (f"one {kind}" for t in slot.fillers[0].tokens for kind in table.get(t.stem, ()))


def tell_one_act(pair: Pair) -> bool:
    """Whether the claims have a verb, or a noun for a deed, that may stand for the same act; quick to see."""
    left, right = pair.both(acts_of)
    return not left.isdisjoint(right)


def turned_acts(pair: Pair) -> Iterator[tuple[Slot, Slot]]:
    """Who acts in one act here and there, where each is acted on by the other."""
    if of_two_times(pair.link.left, pair.link.right, pair) or of_two_measures(pair):
        # Who won the final may have lost to the same rival in the league.
        return
    left, right = pair.clauses(deeds)
    symmetric = _symmetric(pair.language)
    for agent, patient in _both(left):
        for other_agent, other_patient in _both(right):
            one_act = same_word(agent.verb.stem, other_agent.verb.stem, pair.language)
            if not one_act or not symmetric.isdisjoint((agent.verb.stem, other_agent.verb.stem)):
                continue
            if agent.verb.polarity != other_agent.verb.polarity:
                continue
            crossed = _alike(agent, other_patient, pair) and _alike(patient, other_agent, pair)
            if not crossed or _alike(agent, other_agent, pair) or _alike(patient, other_patient, pair):
                continue
            if not _of_two_occasions(agent, other_agent, pair):
                yield agent, other_agent


def of_two_measures(pair: Pair) -> bool:
    """Whether both claims give a length of time, a score or a count of one noun, and none in common."""
    claims = pair.link.left, pair.link.right
    kinds = {(q.unit, q.noun) for claim in claims for q in claim.quantities if q.unit == "" and q.noun}
    kinds |= {("score", ()), ("day", ())}
    return any(
        none_agree(
            *([q for q in c.quantities if q.unit == unit and (unit or q.noun == noun)] for c in claims)
        )
        for unit, noun in kinds
    )


def _of_two_occasions(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether one verb lies before the time that is told, or both are told with other things around."""
    words = clause_words(pair.language)
    sides = ((a.verb, pair.link.left, pair.left), (b.verb, pair.link.right, pair.right))
    earlier = {is_earlier(verb, claim, reading, words) for verb, claim, reading in sides}
    one, two = (
        next((e.rest for e in pair.clause(events_of, claim, reading) if e.predicate == verb), NOTHING)
        for verb, claim, reading in sides
    )
    # "In the first round", "in the final"
    around = bool(one.head and two.head)
    return len(earlier) > 1 or (around and not words_in_common(one.stems, two.stems, words))


def _both(found: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Agent and patient of each verb that has both."""
    for agent in found:
        for patient in found:
            if agent.role == "agent" and patient.role == "patient" and agent.verb == patient.verb:
                yield agent, patient


def _alike(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two slots are filled by the same one: by name, else by the same words."""
    if len(a.fillers) > 1 or len(b.fillers) > 1:
        return False
    if a.names and b.names:
        return same_name(a.names[-1].entity, b.names[-1].entity, pair.language)
    if a.names or b.names:
        return False
    return {t.stem for t in a.fillers[0].tokens} == {t.stem for t in b.fillers[0].tokens}


class Other(NamedTuple):
    """Two who cannot both fill a role of one act."""

    left: Slot
    right: Slot
    names: tuple[str, str]
    """As the reports call them."""
    common: int
    """Words of content, figures and times that both sentences have besides."""


def other_fillers(pair: Pair) -> Iterator[Other]:
    """The roles of one act that the two claims fill otherwise."""
    if of_two_times(pair.link.left, pair.link.right, pair) or of_two_measures(pair):
        return
    left, right = pair.clauses(deeds)
    for a in left:
        for b in right:
            if a.verb.polarity != b.verb.polarity or not _same_role(a, b, pair.language):
                continue
            acting = a.role == b.role == "agent" or a.role != b.role
            one, two = _objects(a, b, left, right) if acting else (None, None)
            if _done_to_two(one, two, a, b, pair):
                continue
            apart = _others(a, b, pair)
            common = in_common(pair, _spans(a), _spans(b), whole=True) if apart else 0
            if apart is None or common < FEWEST - _done_to_one(one, two, a, b, pair):
                continue
            if not (_told(a, pair.left, pair.right, pair) or _told(b, pair.right, pair.left, pair)):
                yield Other(a, b, apart, common)


def _objects(
    a: Slot, b: Slot, left: Sequence[Slot], right: Sequence[Slot]
) -> tuple[Phrase | None, Phrase | None]:
    """What two who act do it to, or what two get, as far as the clauses say."""
    one, two = (
        next((s.fillers[0] for s in found if s.role == "patient" and s.verb == x.verb), None)
        for x, found in ((a, left), (b, right))
    )
    return one, two


def _done_to_two(one: Phrase | None, two: Phrase | None, a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether what one does is done to another thing, or to a part of it: "the bank", "the bank's board"."""
    if one is None or two is None:
        # "Sang", "sang the hymn"
        return one is not two and a.verb.stem == b.verb.stem
    counts = clause_words(pair.language).counts
    ours, theirs = ({t.stem for t in p.tokens} - counts for p in (one, two))
    if same_word(one.head.stem, two.head.stem, pair.language) or one.names or two.names:
        return False
    return ours.isdisjoint(theirs) or _owns(one.head, two) or _owns(two.head, one)


def _owns(noun: Token, phrase: Phrase) -> bool:
    return any(t.stem == noun.stem and t.text.endswith(GENITIVE) for t in phrase.tokens)


def _done_to_one(one: Phrase | None, two: Phrase | None, a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two people do a thing to one and the same that many would not do: who wrote the book."""
    if one is None or two is None or {a.verb.stem, b.verb.stem} & clause_words(pair.language).by_many:
        return False
    return same_word(one.head.stem, two.head.stem, pair.language)


def _same_role(a: Slot, b: Slot, language: Language) -> bool:
    """Whether two slots are the same role of one act; to get a thing is what it is to be given "to" one."""
    if a.role == b.role and same_word(a.verb.stem, b.verb.stem, language):
        return True
    return "" != _gets(a, language) != _gets(b, language) != ""


def _gets(slot: Slot, language: Language) -> str:
    """Whether a slot holds who gets something, told as "giving" or as "taking"."""
    giving, taking = _transfers(language)
    if slot.role == "to" and slot.verb.stem in giving:
        return "giving"
    return "taking" if slot.role == "agent" and slot.verb.stem in taking else ""


@once_a_language
def _symmetric(language: Language) -> frozenset[str]:
    return frozenset(stems(language.words("roles", "symmetric"), language.code))


@once_a_language
def _transfers(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    giving, taking = (stems(language.words("roles", key), language.code) for key in ("giving", "taking"))
    return frozenset(giving), frozenset(taking)


def deeds(clauses: Sequence[Claim], reading: Reading, language: Language) -> dict[int, list[Slot]]:
    """The roles of the verbs of a sentence's clauses.

    Those are left out that only tell who says something: many say the same.
    """
    cues = cues_within(reading, clauses[0].passage)
    said = [q.span for q in quotes_of(reading, clauses[0].passage) if q.kind == "direct"]
    found: dict[int, list[Slot]] = {c.index: [] for c in clauses}
    for s in slots(clauses, reading, language):
        if any(bool(q.overlap(s.verb.span)) != bool(q.overlap(s.fillers[0].span)) for q in said):
            # "There is nobody left to fire", Ada Holm said.
            continue
        if s.role in ROLES and not any(s.verb.span.overlap(cue) for cue in cues):
            for c in clauses:
                if c.span.start <= s.verb.span.start < c.span.end:
                    found[c.index].append(s)
    return found


def _others(a: Slot, b: Slot, pair: Pair) -> tuple[str, str] | None:
    """The two who cannot both fill the role, as the reports call them."""
    one, two = persons(a, pair.left, pair.language), persons(b, pair.right, pair.language)
    if one and two:
        left = [n for n in one if not any(same_name(n, m, pair.language) for m in two)]
        right = [m for m in two if not any(same_name(n, m, pair.language) for n in one)]
        if len(one) == len(two) <= 2 and len(left) == len(right) == 1:
            if _is_about(pair.left, left[0], pair.right, pair) or _is_about(
                pair.right, right[0], pair.left, pair
            ):
                return None
            return left[0], right[0]
        return None
    if len(a.fillers) > 1 or len(b.fillers) > 1:
        return None
    bodies = body(a, pair.language), body(b, pair.language)
    if bodies[0] and bodies[1]:
        if same_name(*bodies, pair.language):
            return None
        if is_named(pair.right, bodies[0], pair) or is_named(pair.left, bodies[1], pair):
            return None
        return bodies
    if not a.names and not b.names:
        exclusive = _exclude(a.fillers[0], b.fillers[0], pair.language)
    else:
        # "The environmental group Green Tarn", "the provincial government"
        exclusive = _exclusive(_kind(a), _kind(b), pair.language)
    if exclusive:
        return tuple(" ".join(t.text for t in s.fillers[0].tokens) for s in (a, b))  # type: ignore[return-value]
    return None


def is_named(reading: Reading, person: str, pair: Pair) -> bool:
    """Whether a report has somebody's last name anywhere."""
    return mentions(reading, person.split()[-1], pair)


def _is_about(reading: Reading, person: str, other: Reading, pair: Pair) -> bool:
    """Whether a report is much about somebody whom the other one does not know: they are of two events."""
    often = pair.whole(_mentions, reading)[person] >= OFTEN
    return often and not is_named(other, person, pair)


def _mentions(reading: Reading, language: Language) -> Counter[str]:
    """How often a report has each one by name."""
    return Counter(n.entity for n in reading.names if n.resolution in ("name", "surname"))


def _exclude(a: Phrase, b: Phrase, language: Language) -> bool:
    """Whether two phrases cannot be one: exclusive heads, or like heads with exclusive words before them."""
    if _exclusive(a.head.stem, b.head.stem, language):
        return True
    before, after = ({t.stem for t in p.tokens[:-1]} for p in (a, b))
    return same_word(a.head.stem, b.head.stem, language) and any(
        _exclusive(x, y, language) for x in before - after for y in after - before
    )


def _kind(slot: Slot) -> str:
    """The stem of the noun that says what one is, before the name where there is one."""
    return next((t.stem for t in reversed(slot.fillers[0].tokens) if t.text[0].islower()), "")


def _exclusive(one: str, two: str, language: Language) -> bool:
    table = _table(language)
    return one != two and bool(table.get(one, frozenset()) & table.get(two, frozenset()))


@once_a_language
def _table(language: Language) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for name, words in language.table("roles", "exclusive").items():
        for stem in stems(words, language.code):
            table[stem] = table.get(stem, frozenset()) | {name}
    return table


def _spans(slot: Slot) -> list[Span]:
    return [slot.verb.group, *(p.span for p in slot.fillers), *(n.span for n in slot.names)]


def _told(slot: Slot, own: Reading, other: Reading, pair: Pair) -> bool:
    """Whether the other report tells the same act of the same one."""
    people = persons(slot, own, pair.language)
    words = {t.stem for t in slot.fillers[0].tokens}
    by_verb = pair.whole(_by_verb, other)
    for claim in (
        c for stem in by_verb if same_word(stem, slot.verb.stem, pair.language) for c in by_verb[stem]
    ):
        if people:
            named = [n.entity for n in names_within(other, other.passages[claim.passage].span)]
            if all(any(same_name(n, m, pair.language) for m in named) for n in people):
                return True
        elif words <= {t.stem for t in claim.tokens}:
            return True
    return False


def _by_verb(reading: Reading, language: Language) -> dict[str, list[Claim]]:
    """The claims of a document by the stems of their predicates."""
    found: dict[str, list[Claim]] = {}
    light = phrase_words(language).light
    for claim in reading.claims:
        told = {p.stem for p in claim.predicates}
        for stem in told if told.isdisjoint(light) else told.union(t.stem for t in claim.tokens):
            found.setdefault(stem, []).append(claim)
    return found
