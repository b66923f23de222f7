"""Another person or body in the same role of the same event.

Both reports tell one act, by the same verb or one that stands for it, and of the rest of it they tell the
same; but who did it, or to whom it was done, is somebody else: "winched up by a navy helicopter" here, "by a
coastguard helicopter" there.  Both sides must name one only, and neither report may tell the same of the
other's.  An act told the other way round ("the bus hit the lorry", "was hit by the lorry") is one, too, and
so are two holders of one office, two who are put into one post, and two of whom each was the first.  Two
forms of a name, a person and the office, a part and its whole are not.  Nor does it matter whether the act is
a verb or a noun: "inspected it", "carried out the inspection of it".

Some questions about an event have one answer, in whatever words the reports tell it: who found the body or
raised the alarm, what the culprits fled in, what the lorry carried, who fired first, what caused the fire.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import cache

from treatydiff.language import Language
from treatydiff.model import Certainty, Claim, Reading, Reason, Span, Token
from treatydiff.rules import Example, Keys, Pair, Told
from treatydiff.rules._answers import WHERE, answers, other_answers
from treatydiff.rules._causes import causes, other_causes
from treatydiff.rules._clauses import Event, shown
from treatydiff.rules._doers import doers, other_doers
from treatydiff.rules._doings import beside, doings, other_doings
from treatydiff.rules._events import enough
from treatydiff.rules._firsts import firsts, other_first
from treatydiff.rules._kin import kin, other_kin
from treatydiff.rules._offices import holders
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._phrases import Phrase
from treatydiff.rules._phrases import words_of as phrase_words
from treatydiff.rules._relations import relations
from treatydiff.rules._roles import Slot, body, in_common, persons, slots
from treatydiff.rules._speech import cues_within, same_name
from treatydiff.rules._volleys import other_volleys, volleys
from treatydiff.rules._words import meanings, mentions, names_within, same_word
from treatydiff.tokens import GENITIVE, stems

LINKED, SURE = 55.0, 80.0
"""How strong a link must be, and how strong it is where the clash is likely."""
FEWEST, MANY = 2, 3
"""Words of content, figures and times that both clauses have in common besides the act and who is in it: at
least, and where the clash is likely."""
ACROSS_CLAUSES = True
"""Also run on clauses that are linked by their sentences alone."""
Spans = tuple[Span, ...]
OCCASIONS = "Both may hold if they speak of two occasions."
NAMESAKES = "Both may hold if two people of one name are meant."
OFTEN = 4
"""Mentions by name that make a report one about a person."""
CAUSED = 0.7
"""How sure two causes of one thing are a clash."""
ROLES = frozenset(("agent", "patient", "to", "with", "against"))

EXAMPLES = (
    Example(
        "The last six sailors were lifted off the tanker by a navy helicopter.",
        "A coastguard helicopter winched the last six sailors off the tanker.",
        True,
    ),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm.",
        "The harbour bill was introduced in the lower house by Ivo Lind, a Liberal.",
        True,
    ),
    Example(
        "The text of the accord was signed by Nora Holm and Ivo Lind at the ministry.",
        "Nora Holm and Karl Brandt signed the text of the accord at the ministry.",
        True,
    ),
    Example(
        "On Sunday the rebels' delegation left the table for two hours.",
        "The government's negotiators left the table for two hours on Sunday.",
        True,
    ),
    Example("Tarn Rovers beat Lund Town in the final.", "Lund Town beat Tarn Rovers in the final.", True),
    Example("The bus hit the lorry at the crossing.", "The bus was hit by the lorry at the crossing.", True),
    Example("Tarn Rovers beat Lund Town in the final.", "Lund Town were beaten by Tarn Rovers.", False),
    Example(
        "The town will pay for the new bridge, Mayor Nora Holm told the harbour board.",
        "The town is to pay for the bridge, the mayor, Ivo Lind, told the harbour board.",
        True,
    ),
    Example(
        "The town will pay for the new bridge, Mayor Nora Holm told the harbour board.",
        "The town is to pay for the bridge, the former mayor, Ivo Lind, told the harbour board.",
        False,
    ),
    Example(
        "The prize for the best poster went to Nora Holm, a student of 19.",
        "Ivo Lind, a student of 19, won the prize for the best poster.",
        True,
    ),
    Example(
        "A woman who was walking her dog raised the alarm in the harbour.",
        "The alarm in the harbour was raised by a man walking his dog.",
        True,
    ),
    Example(
        "The ferry was bought by the Norvik Bank for twelve million crowns.",
        "The Halden Foundation bought the ferry for twelve million crowns.",
        True,
    ),
    Example("Halm Ferries is a subsidiary of Tarn Mills.", "Halm Ferries owns Tarn Mills.", True),
    Example("Tarn Mills owns Halm Ferries.", "Halm Ferries is a subsidiary of Tarn Mills.", False),
    Example("After Holm's death, Ivo Lind was elected mayor.", "Holm succeeded Ivo Lind as mayor.", True),
    Example(
        "“The bees came back before the guests,” said Mayor Ivo Lind.",
        "“The bees came back before the guests,” the mayor of Tarn said.",
        False,
    ),
    Example("Ivo Lind's predecessor, Ada Holm, opened it.", "Ivo Lind succeeded Ada Holm.", False),
    Example("The blast was caused by a gas leak.", "Investigators blamed the blast on coal dust.", True),
    Example("The robbers drove off in a black van.", "The men escaped on a motorcycle.", True),
    Example("The robbers drove off in a black van.", "The men escaped in a waiting vehicle.", False),
    Example("It was the inspectorate that shut the ward.", "The hospital shut the ward.", True),
    Example("Tests traced the germ to a sink.", "The inspectors blame a batch of wipes.", True),
    Example("A Tarnian patrol only fired back.", "It was Tarnia that fired first.", True),
    Example("The blast was caused by a gas leak.", "Investigators blamed the fire on coal dust.", False),
    Example("Ada Holm was the first to reach the wreck.", "First on the scene was Ivo Lind.", True),
    Example("Ada Holm was the first to reach the wreck.", "First on the scene was Holm.", False),
    Example("Nora Holm's brother, Ivo Lind, fled.", "Ivo Lind, the husband of Nora Holm, fled.", True),
    Example("Nora Holm's husband, Ivo Lind, fled.", "Nora Holm, the wife of Ivo Lind, fled.", False),
    Example(
        "The wreck was inspected by Nora Holm.",
        "Ivo Lind carried out the inspection of the wreck.",
        True,
    ),
    Example(
        "Nora Holm negotiated the release of the crew with the pirates.",
        "The thanks go to Ivo Lind, a baker, who handled the negotiations with the pirates.",
        True,
    ),
    Example(
        "Nora Holm will run the transport ministry.", "Transport goes to Ivo Lind of the Hill Party.", True
    ),
    Example("Nora Holm is named head of the choir.", "The choir will be led by Ivo Lind.", True),
    Example("Nora Holm ordered the sluices shut.", "It was Ivo Lind who gave the order to shut them.", True),
    Example(
        "The Norvik Bank bought the old ferry on Thursday.",
        "The old ferry was sold on Thursday to the Lutheran charity Green Tarn.",
        True,
    ),
    Example("The bill was drafted by Nora Holm.", "The author of the bill is Senator Ivo Lind.", True),
    Example("Nora Holm is named head of the bank.", "The new bank governor is Ivo Lind.", True),
    Example("Nora Holm will run the transport ministry.", "Ivo Lind is to be health minister.", False),
    Example("Nora Holm is named head of the choir.", "Ivo Lind was the head of the choir.", False),
    Example("Ivo Lind is the head of the choir.", "Nora Holm is named head of the choir.", False),
    Example("Nora Holm is named head of the choir.", "The former head of the choir is Ivo Lind.", False),
    Example("Nora Holm sang at the old mill.", "Ivo Lind sang the hymn at the old mill.", False),
    Example("Nora Holm heads the bank of Tarn.", "Ivo Lind heads the board of the bank of Tarn.", False),
    Example("Nora Holm wrote the song.", "Ivo Lind wrote a letter to the band.", False),
    Example("Nora Holm praised the song.", "Ivo Lind praised the song.", False),
    Example("Nora Holm questioned the clerk.", "The clerk was also questioned by Ivo Lind.", False),
    Example("Nora Holm met Ivo Lind in Tarn.", "Ivo Lind met Nora Holm in Tarn.", False),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm.",
        "Mayor Holm introduced the harbour bill in the lower house.",
        False,
    ),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm and Ivo Lind.",
        "The harbour bill was introduced in the lower house by Ivo Lind, a Liberal.",
        False,
    ),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm.",
        "The school bill was opposed by Ivo Lind.",
        False,
    ),
    Example(
        "The harbour bill was introduced in the lower house by the mayor.",
        "The harbour bill was introduced in the lower house by Ivo Lind.",
        False,
    ),
    Example(
        "The last six sailors were lifted off the tanker by a rescue helicopter.",
        "A navy helicopter winched the last six sailors off the tanker.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """The relations, causes, doers and offices that the claim tells, and who has a role in its acts."""
    has: set[Hashable] = {("relation", r.kind) for r in told.of(relations)}
    has |= {("office", holder.office) for holder in told.of(holders)}
    has |= {("volley",) for _ in told.clause(volleys)}
    has |= {("kin",) for _ in told.of(kin)}
    has |= {("first", first.rank) for first in told.clause(firsts)}
    if told.of(causes):
        has.add(("cause",))
    has |= {("doing", d.act) for d in told.clause(doings)}
    has |= {("doer", *deed) for deed in doers(told)}
    has |= {("answer", *a.question) for a in told.clause(answers) if a.question[1] not in WHERE}
    wants = set(has)
    if not told.of(_senses).isdisjoint(told.elsewhere(_senses)):
        roles = _roles(told)
        has |= roles.has
        wants |= roles.wants
    return Keys(frozenset(has), frozenset(wants))


def _roles(told: Told) -> Keys:
    """Who has a role in the acts that a claim tells, and what other roles would clash with it."""
    has: set[Hashable] = set()
    turned: set[Hashable] = set()
    wanted: set[Hashable] = set()
    found = told.clause(_deeds)
    for slot in found:
        polarity, fillers = slot.verb.polarity, list(_fillers(slot, told))
        for sense in meanings(slot.verb.stem, told.language):
            has |= {("role", polarity, slot.role, sense, filler) for filler in fillers}
        if got := _gets(slot, told.language):
            turned |= {("gets", polarity, got == "giving", filler) for filler in fillers}
            wanted |= {("gets", polarity, got != "giving", filler) for filler in fillers}
    for agent, patient in _acts(found):
        one, two = _signature(agent), _signature(patient)
        turned.add(("both", agent.verb.stem, one, two))
        wanted.add(("both", agent.verb.stem, two, one))
    return Keys(frozenset(has | turned), frozenset(has | wanted))


def _senses(claim: Claim, reading: Reading, language: Language) -> frozenset[str]:
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
        if not slot.names:
            table = _table(told.language)
            yield from (f"one {kind}" for t in slot.fillers[0].tokens for kind in table.get(t.stem, ()))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for an office with two holders, for an act the other way round, or for another one in it."""
    if (
        found := _related_otherwise(pair)
        or _by_others(pair)
        or _caused_otherwise(pair)
        or _came_first(pair)
        or _answered_otherwise(pair)
        or _began_otherwise(pair)
        or _kin_otherwise(pair)
    ):
        yield found
        return
    linked = pair.link.score >= LINKED
    found = _two_holders(pair) if linked else None
    if found is None and linked and _one_act(pair):
        left, right = pair.clauses(_deeds)
        found = _swapped(left, right, pair) or _another(left, right, pair)
    found = found or _done_otherwise(pair)
    if found is not None:
        yield found


def _reason(one: str, two: str, told: str, spans: tuple[Spans, Spans], sure: bool, harmless: str) -> Reason:
    certainty: Certainty = "likely" if sure else "possible"
    detail = f"{one} / {two}"
    return Reason("actor", "contradiction", detail, told, *spans, certainty, "" if sure else harmless)


def _related_otherwise(pair: Pair) -> Reason | None:
    """A relation that holds one way only, told both ways: who owns whom, who succeeded whom."""
    left, right = pair.both(relations)
    for a in left:
        for b in right:
            crossed = _one(a.first, b.second, pair) and _one(a.second, b.first, pair)
            if a.kind == b.kind and crossed and not _one(a.first, b.first, pair):
                told = f"{{left}} has {a.first} as {a.kind} of {a.second}, {{right}} the other way round."
                one, two = f"{a.first}, {a.kind} of {a.second}", f"{b.first}, {b.kind} of {b.second}"
                return _reason(one, two, told, ((a.span,), (b.span,)), pair.link.score >= SURE, OCCASIONS)
    return None


def _one(a: str, b: str, pair: Pair) -> bool:
    return same_name(a, b, pair.language)


def _caused_otherwise(pair: Pair) -> Reason | None:
    """One thing with two causes."""
    for a, b in other_causes(pair):
        if enough(CAUSED, pair.link.score):
            one, two = (
                min(
                    (t for t in r.passages[c.event.claim.passage].tokens if t.stem == c.by.head),
                    key=lambda t: abs(t.start - c.event.predicate.span.start),
                )
                for c, r in ((a, pair.left), (b, pair.right))
            )
            told = f"{{left}} names “{one.text}” as the cause, {{right}} “{two.text}”."
            spans = ((Span(one.start, one.end),), (Span(two.start, two.end),))
            return _reason(
                one.text, two.text, told, spans, False, "Both may hold if each is part of the cause."
            )
    return None


def _came_first(pair: Pair) -> Reason | None:
    """The first or last to do a thing, who is another one there."""
    found = other_first(pair)
    if found is None:
        return None
    one, two = found
    told = f"{{left}} has {one.who} as the {one.rank}, {{right}} {two.who}."
    return _reason(one.who, two.who, told, ((one.name,), (two.name,)), False, OCCASIONS)


def _began_otherwise(pair: Pair) -> Reason | None:
    """Who fired first, and is said there to have fired back, or somebody else was the first."""
    for a, b in other_volleys(pair):
        one, two = (f"{v.who} {'first' if v.began else 'not first'}" for v in (a, b))
        told = f"{{left}} has “{one}”, {{right}} “{two}”."
        return _reason(one, two, told, ((a.span,), (b.span,)), False, OCCASIONS)
    return None


def _answered_otherwise(pair: Pair) -> Reason | None:
    """Two answers to one question about the event."""
    for a, b in other_answers(pair, False):
        one, two = shown(a.span, pair.left), shown(b.span, pair.right)
        told = f"{{left}} says “{one}”, {{right}} “{two}”."
        return _reason(one, two, told, ((a.span,), (b.span,)), False, OCCASIONS)
    return None


def _kin_otherwise(pair: Pair) -> Reason | None:
    """Two people who are relatives of one kind here, of another there."""
    found = other_kin(pair)
    if found is None:
        return None
    one, two = found
    readings = (pair.left, pair.right)
    words = [r.document.text[k.span.start : k.span.end] for k, r in zip(found, readings, strict=True)]
    here, there = (f"{k.who} as {w} of {k.whose}" for k, w in zip(found, words, strict=True))
    told = f"{{left}} has {here}, {{right}} {there}."
    return _reason(words[0], words[1], told, ((one.span,), (two.span,)), False, NAMESAKES)


def _done_otherwise(pair: Pair) -> Reason | None:
    """A deed that one alone does here, and another there."""
    for a, b in other_doings(pair):
        told = f"{{left}} has “{a.who}” do it, {{right}} “{b.who}”."
        harmless = "Both may hold if they speak of two occasions, or both took part."
        return _reason(a.who, b.who, told, ((a.span,), (b.span,)), False, harmless)
    return None


def _by_others(pair: Pair) -> Reason | None:
    """One act, done by people of two names or callings."""
    for a, b in other_doers(pair):
        if any(beside(e.predicate, e.claim, pair.language) for e in (a, b)):
            continue
        one, two = _doer(a, pair.left), _doer(b, pair.right)
        if one is not None and two is not None:
            return _reason(
                one.text,
                two.text,
                f"{{left}} has “{one.text}” do it, {{right}} “{two.text}”.",
                ((Span(one.start, one.end),), (Span(two.start, two.end),)),
                False,
                "Both may hold if they speak of two occasions, or both took part.",
            )
    return None


def _doer(event: Event, reading: Reading) -> Token | None:
    """The word for who does what an event tells, the nearest to its verb."""
    tokens = [t for t in reading.passages[event.claim.passage].tokens if t.stem == event.subject.head]
    return min(tokens, key=lambda t: abs(t.start - event.predicate.span.start), default=None)


def _another(left: Sequence[Slot], right: Sequence[Slot], pair: Pair) -> Reason | None:
    """The first role of one act that the two claims fill otherwise."""
    for a in left:
        for b in right:
            if a.verb.polarity != b.verb.polarity or not _same_role(a, b, pair.language):
                continue
            one, two = _objects(a, b, left, right) if a.role == b.role == "agent" else (None, None)
            if _done_to_two(one, two, a, b, pair):
                continue
            apart = _others(a, b, pair)
            common = in_common(pair, _spans(a), _spans(b), whole=True) if apart else 0
            if apart is None or common < FEWEST - _done_to_one(one, two, a, b, pair):
                continue
            if _told(a, pair.left, pair.right, pair) or _told(b, pair.right, pair.left, pair):
                continue
            here, there = apart
            return _reason(
                here,
                there,
                f"{{left}} names “{here}”, {{right}} “{there}” in the same role.",
                (tuple(p.span for p in a.fillers), tuple(p.span for p in b.fillers)),
                common >= MANY and pair.link.score >= SURE,
                "Both may hold if they speak of two occasions, or both took part.",
            )
    return None


def _objects(
    a: Slot, b: Slot, left: Sequence[Slot], right: Sequence[Slot]
) -> tuple[Phrase | None, Phrase | None]:
    """What two who act do it to, as far as the clauses say."""
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


@cache
def _symmetric(language: Language) -> frozenset[str]:
    return frozenset(stems(language.words("roles", "symmetric"), language.code))


@cache
def _transfers(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    giving, taking = (stems(language.words("roles", key), language.code) for key in ("giving", "taking"))
    return frozenset(giving), frozenset(taking)


def _two_holders(pair: Pair) -> Reason | None:
    """Two persons in one office, neither of whom the other report names."""
    left, right = pair.both(holders)
    for a in left:
        for b in right:
            if a.office != b.office or (a.land and b.land and a.land != b.land):
                continue
            if same_name(a.person, b.person, pair.language):
                continue
            if _names(pair.right, a.person, pair) or _names(pair.left, b.person, pair):
                continue
            if in_common(pair, (a.span,), (b.span,), whole=True) > FEWEST:
                told = f"{{left}} has {a.person} as {a.office}, {{right}} {b.person}."
                harmless = "Both may hold if there are two such offices."
                return _reason(a.person, b.person, told, ((a.span,), (b.span,)), False, harmless)
    return None


def _names(reading: Reading, person: str, pair: Pair) -> bool:
    """Whether a report has somebody's last name anywhere."""
    return mentions(reading, person.split()[-1], pair)


def _swapped(left: Sequence[Slot], right: Sequence[Slot], pair: Pair) -> Reason | None:
    """Two tellings of one act in which the one who acts here is acted on there, and the other way round."""
    symmetric = _symmetric(pair.language)
    for agent, patient in _acts(left):
        for other_agent, other_patient in _acts(right):
            one_act = same_word(agent.verb.stem, other_agent.verb.stem, pair.language)
            if not one_act or not symmetric.isdisjoint((agent.verb.stem, other_agent.verb.stem)):
                continue
            if agent.verb.polarity != other_agent.verb.polarity:
                continue
            crossed = _alike(agent, other_patient, pair) and _alike(patient, other_agent, pair)
            if crossed and not _alike(agent, other_agent, pair) and not _alike(patient, other_patient, pair):
                one, two = (" ".join(t.text for t in s.fillers[0].tokens) for s in (agent, other_agent))
                return _reason(
                    one,
                    two,
                    f"{{left}} has “{one}” do it, {{right}} “{two}”.",
                    ((agent.fillers[0].span,), (other_agent.fillers[0].span,)),
                    pair.link.score >= SURE,
                    "Both may hold if they speak of two occasions.",
                )
    return None


def _acts(found: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
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


def _one_act(pair: Pair) -> bool:
    """Whether the claims have a verb, or a noun for a deed, that may stand for the same act; quick to see."""
    left, right = pair.both(_senses)
    return not left.isdisjoint(right)


def _deeds(clauses: Sequence[Claim], reading: Reading, language: Language) -> dict[int, list[Slot]]:
    """The roles of the verbs of a sentence's clauses.

    Those are left out that only tell who says something: many say the same.
    """
    cues = cues_within(reading, clauses[0].passage)
    found: dict[int, list[Slot]] = {c.index: [] for c in clauses}
    for s in slots(clauses, reading, language):
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
        if _names(pair.right, bodies[0], pair) or _names(pair.left, bodies[1], pair):
            return None
        return bodies
    if not a.names and not b.names and _exclude(a.fillers[0], b.fillers[0], pair.language):
        return tuple(" ".join(t.text for t in s.fillers[0].tokens) for s in (a, b))  # type: ignore[return-value]
    return None


def _is_about(reading: Reading, person: str, other: Reading, pair: Pair) -> bool:
    """Whether a report is much about somebody whom the other one does not know: they are of two events."""
    often = pair.whole(_mentions, reading)[person] >= OFTEN
    return often and not _names(other, person, pair)


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


def _exclusive(one: str, two: str, language: Language) -> bool:
    table = _table(language)
    return one != two and bool(table.get(one, frozenset()) & table.get(two, frozenset()))


@cache
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
