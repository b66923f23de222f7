"""Questions about an event that have one answer: who found it, where it began, what they fled in.

The question is a deed and what it was done to, or who did it: both reports tell it, each in its own words,
"it broke out in the loading bay" and "the fire started in the paint store".  Two answers clash where they
are two persons or bodies by name, or two words of which a thing can be but one: van and motorcycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._clauses import is_earlier
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import is_of_event, overlap
from treatydiff.rules._roles import Phrase, Slot, is_head, slots
from treatydiff.rules._speech import cues_within, same_name
from treatydiff.rules._words import mentions, names_within, same_word
from treatydiff.tokens import by_stem, fold, stems

ONE_ANSWER = "one_answer"
"""Evidence of a link between clauses that give two answers to one question."""
NEAR = 12
"""Characters before a phrase that hold its article."""
NEAR_WORDS = 4
"""Words before "was" among which the word for an office stands: "the head of state was"."""
BESIDE = 30
"""Characters between the names of a place and of what it is part of: "Tarn, in the west of Halland"."""
SITES = ("site", "room", "area", "thing")
"""Groups of words for places; what is of two of them may lie one in the other."""
STAYS = (*SITES, "stay")
"""The same with words for how one is away."""
PLACES = {
    "at": frozenset(("in", "at", "on", "inside", "aboard", "near", "outside", "behind", "above", "below")),
    "to": frozenset(("to", "into", "at", "in")),
    "from": frozenset(("from",)),
    "toward": frozenset(("towards", "toward", "to", "into")),
    "into": frozenset(("into", "in", "onto", "against")),
    "vehicle": frozenset(("in", "on", "by", "aboard")),
    "weapon": frozenset(("with", "by")),
    "load": frozenset(("with", "of")),
}
"""Roles with the prepositions that bring them."""
GROUPS = {
    "at": SITES,
    "to": SITES,
    "from": SITES,
    "toward": SITES,
    "into": SITES,
    "vehicle": ("vehicle",),
    "weapon": ("weapon",),
    "load": ("load",),
    "agent": ("who", "sex", "height"),
    "patient": (),
}
"""Roles with the groups of words that may fill them."""
SETTING = frozenset(("at", "to", "from", "toward"))
"""Roles that a place of a name may fill."""
WHERE = SETTING | {"into"}
"""Roles that say where something is, or goes."""
PERSON, BODY, UNKNOWN, PLACE = "person", "body", "unknown", "place"


class Answer(NamedTuple):
    """What fills a role of a deed, and what the deed is done to, or who does it."""

    question: tuple[str, str]
    """The deed and the role."""
    of: frozenset[str]
    """What the question is asked about: the kind of thing, else the stem of its head."""
    entity: str
    """The person whom it is asked about, where one is named."""
    known: bool
    """Whether the deed itself says what it is asked about, so that "it" and "they" do as well."""
    qualified: frozenset[str]
    """Stems of what qualifies it."""
    names: tuple[tuple[str, str], ...]
    """The names that answer, each with what it is the name of."""
    kinds: frozenset[str]
    """Kinds of the words that answer: "vehicle/van"."""
    head: str
    only: bool
    """Whether the clause says that there is no other: "it was the cook who"."""
    claim: Claim
    verb: Predicate | None
    span: Span


def answers(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Answer, ...]]:
    """The answers that the clauses of a sentence give to questions that have but one."""
    words = _words(language)
    found: dict[int, list[Answer]] = {c.index: [] for c in claims}
    if any(p.stem in words.deeds for c in claims for p in c.predicates):
        for answer in _told(claims, reading, language, words):
            found[answer.claim.index].append(answer)
    for claim in claims:
        if any(t.norm in words.holders for t in claim.tokens):
            found[claim.index] += _held(claim, reading, language, words)
    if any(t.norm in words.moments for c in claims for t in c.tokens):
        for answer in _whereabouts(claims, reading, language, words):
            found[answer.claim.index].append(answer)
    return {index: tuple(own) for index, own in found.items()}


def _whereabouts(
    claims: Sequence[Claim], reading: Reading, language: Language, words: _Words
) -> Iterator[Answer]:
    """Where somebody was when it happened: "was asleep at home when the fire broke out"."""
    passage = reading.passages[claims[0].passage]
    tokens, text = passage.tokens, reading.document.text
    people = words_of(language).people
    last = next(k for k in range(len(tokens) - 1, -1, -1) if tokens[k].norm in words.moments or k == 0)
    for k in range(1, last):
        if tokens[k].norm not in words.past_be:
            continue
        j = k + 1
        while j < last and tokens[j].norm in words.staying:
            j += 1
        if j + 1 >= len(tokens) or tokens[j].norm not in PLACES["at"]:
            continue
        subject = next(
            (n for n in reversed(names_within(reading, passage.span)) if n.span.end <= tokens[k].start), None
        )
        between = text[subject.span.end : tokens[k].start].strip() if subject is not None else "-"
        # "Holm, 61, who runs the mill, was"
        near = not between or (between[0] == between[-1] == "," and len(between) > 1)
        of = frozenset((tokens[k - 1].stem,))
        if not near and tokens[k - 1].norm in words.pronouns:
            continue
        end = j + 1
        while end + 1 < len(tokens) and text[tokens[end].end : tokens[end + 1].start] == " ":
            if tokens[end + 1].norm in words.closing:
                break
            end += 1
        head = tokens[end]
        kinds = frozenset(kind for kind in words.kinds.get(head.stem, ()) if kind.partition("/")[0] in STAYS)
        claim = next((c for c in claims if c.span.start <= tokens[k].start < c.span.end), None)
        if kinds and claim is not None:
            entity = subject.entity if near and subject is not None and subject.kind != "place" else ""
            if not entity and any(t.stem in people for t in tokens[max(0, k - NEAR_WORDS) : k]):
                entity = _person_before(claim, reading)
            span = Span(tokens[j].start, head.end)
            yield Answer(
                ("be", "at"), of, entity, False, frozenset(), (), kinds, head.stem, False, claim, None, span
            )


def _person_before(claim: Claim, reading: Reading) -> str:
    """The only person of whom the paragraph has spoken, whom "the minister" then takes up."""
    paragraph = reading.passages[claim.passage].paragraph
    before = takewhile(lambda p: p.paragraph == paragraph, reversed(reading.passages[: claim.passage]))
    found = {n.entity for p in before for n in names_within(reading, p.span) if n.kind == "person"}
    return found.pop() if len(found) == 1 else ""


def _told(claims: Sequence[Claim], reading: Reading, language: Language, words: _Words) -> Iterator[Answer]:
    """Those that the verbs of a sentence give."""
    cues = cues_within(reading, claims[0].passage)
    found: dict[int, list[Slot]] = {}
    for slot in slots(claims, reading, language):
        found.setdefault(slot.verb.span.start, []).append(slot)
    for start, own in found.items():
        verb = own[0].verb
        if verb.polarity < 0 or verb.hedged or verb.denied or verb.noun:
            continue
        deeds = words.deeds.get(verb.stem, ()) if verb.status in ("done", "ongoing") else ()
        claim = next((c for c in claims if c.span.start <= start < c.span.end), None)
        if not deeds or claim is None:
            continue
        says = any(verb.span.overlap(cue) for cue in cues)
        for deed in deeds:
            for ask in words.asks.get(deed, ()):
                for answer in _to(ask, deed, own, claim, reading, language, words):
                    # "Called the fire brigade" says nothing.
                    if not says or answer.known:
                        yield answer


def _to(
    ask: str,
    deed: str,
    own: Sequence[Slot],
    claim: Claim,
    reading: Reading,
    language: Language,
    words: _Words,
) -> Iterator[Answer]:
    """The answers that the roles of one verb give to one question."""
    role, _, about = ask.partition("/")
    coming = own[0].verb.stem in words.coming
    if coming and ask == "agent/patient":
        # "The alarm came from a guard"
        about = "agent"
    anchor = next((s for s in own if s.role == about), None)
    if anchor is None:
        phrase = _noun_before(own[0].verb, claim, reading)
        if phrase is None or about != "patient":
            return
    elif len(anchor.fillers) > 1:
        return
    else:
        phrase = anchor.fillers[0]
    of, entity, known = _anchor(phrase, deed, claim, reading, language, words)
    if not of and not entity:
        return
    if any(t.norm in words.others for t in _before(phrase.span, reading)):
        return
    more = frozenset(t.stem for t in phrase.tokens[:-1])
    single = bool(entity) or not (_is_plural(phrase.head, words) or phrase.head.norm in words.groups)
    for slot in own:
        fits = slot.role == role or slot.role in PLACES.get(role, ()) or _is_object(slot, role, words)
        if coming and role == "agent":
            fits = slot.role == "from"
        if not fits or slot is anchor or len(slot.fillers) > 1:
            continue
        filler = slot.fillers[0]
        kinds = _kinds(filler, GROUPS[role], words)
        names: tuple[tuple[str, str], ...] = ()
        if role in ("agent", "patient"):
            names = _named(slot, reading, language)
        elif role in SETTING and single:
            names = _place(slot, own, language)
        only = role == "agent" and _only(slot, claim, reading, words)
        if kinds or names or only:
            head = filler.head.stem
            yield Answer(
                (deed, role), of, entity, known, more, names, kinds, head, only, claim, slot.verb, filler.span
            )


def _is_object(slot: Slot, role: str, words: _Words) -> bool:
    """Whether the object of a verb fills a role: "carrying timber", "left Tarn"."""
    if slot.role != "patient" or slot.verb.passive:
        return False
    return role == "load" or (role == "from" and slot.verb.stem in words.leaving)


def _noun_before(verb: Predicate, claim: Claim, reading: Reading) -> Phrase | None:
    """The noun that tells the event of which a verb says that it took place: "the meeting was held"."""
    noun = next((p for p in claim.predicates if p.noun and p.span.end <= verb.group.start), None)
    tokens = [t for t in claim.tokens if noun and noun.span.start <= t.start < noun.span.end]
    if not tokens:
        return None
    span = Span(tokens[0].start, tokens[-1].end)
    return Phrase("", tuple(tokens), (), False, False, False, -1, "", tokens[-1], span)


def _before(span: Span, reading: Reading) -> list[Token]:
    """The last two words before a phrase and its own."""
    passage = next(p for p in reading.passages if p.span.start <= span.start < p.span.end)
    return [t for t in passage.tokens if t.start < span.end and t.end > span.start - NEAR]


def _anchor(
    phrase: Phrase, deed: str, claim: Claim, reading: Reading, language: Language, words: _Words
) -> tuple[frozenset[str], str, bool]:
    """What a question is asked about: its kinds or stem, the person, and whether the deed says it as well."""
    head = phrase.head
    wanted = words.of.get(deed, frozenset())
    kinds = words.things.get(head.stem, frozenset())
    people = [n for n in names_within(reading, phrase.span) if n.kind == "person" and n.span.end >= head.end]
    entity = people[-1].entity if people else ""
    pronoun = head.norm in words.pronouns
    if wanted:
        if kinds & wanted or (pronoun and head.norm not in words.first_person):
            return wanted, entity, True
        return frozenset(), "", False
    if pronoun:
        return (frozenset() if entity else _taken_up(head, claim, reading, language, words)), entity, False
    article = reading.document.text[max(0, phrase.span.start - NEAR) : phrase.span.start].split()[-1:]
    bare = not article or article[0].lower() not in words.definite
    if not entity and bare and not phrase.names:
        return frozenset(), "", False
    return kinds or frozenset((head.stem,)), entity, False


def _taken_up(
    pronoun: Token, claim: Claim, reading: Reading, language: Language, words: _Words
) -> frozenset[str]:
    """What "it" or "they" stands for: the subject of the sentence before, where it fits."""
    if not claim.passage or pronoun.norm in words.first_person:
        return frozenset()
    before = [c for c in reading.claims if c.passage == claim.passage - 1]
    if not before:
        return frozenset()
    subject = next(
        (
            s.fillers[0].head
            for s in slots(before, reading, language)
            if s.role == "agent" or (s.role == "patient" and s.verb.passive)
        ),
        None,
    )
    if subject is None or subject.norm in words.pronouns:
        return frozenset()
    if _is_plural(subject, words) != (pronoun.norm in words.plural):
        return frozenset()
    return words.things.get(subject.stem, frozenset()) or frozenset((subject.stem,))


def _is_plural(token: Token, words: _Words) -> bool:
    return token.norm in words.plural or (token.norm.endswith("s") and not token.norm.endswith("ss"))


def _kinds(phrase: Phrase, groups: Sequence[str], words: _Words) -> frozenset[str]:
    """The kinds of a phrase's head, or of the words before the name that it ends with."""
    tokens: Iterable[Token] = [phrase.head]
    names = [n for n in phrase.names if n.resolution in ("name", "surname")]
    if any(n.span.start <= phrase.head.start < n.span.end for n in names):
        tokens = (t for t in phrase.tokens if not any(n.span.start <= t.start < n.span.end for n in names))
    found = frozenset(kind for t in tokens for kind in words.kinds.get(t.stem, ()))
    return frozenset(kind for kind in found if kind.partition("/")[0] in groups)


def _named(slot: Slot, reading: Reading, language: Language) -> tuple[tuple[str, str], ...]:
    """The names in a slot, each with what it is the name of."""
    people = words_of(language).people
    found = []
    for name in slot.names:
        if is_head(name.span, slot):
            inside = [t for p in slot.fillers for t in p.tokens if p.span.overlap(name.span)]
            titled = any(t.stem in people for t in inside if t.end <= name.span.start)
            found.append((_sort(name, titled), name.entity))
    return tuple(dict.fromkeys(found))


def _sort(name: Name, titled: bool) -> str:
    if name.kind == "person" or (name.kind == "unknown" and titled):
        return PERSON
    return UNKNOWN if name.kind == "unknown" and len(name.entity.split()) > 1 else BODY


def _place(slot: Slot, own: Sequence[Slot], language: Language) -> tuple[tuple[str, str], ...]:
    """The place that a slot names, or the one that the next phrase says it is in: "a clinic in Tarn"."""
    names = [n for p in slot.fillers for n in p.names]
    if not names:
        at = own.index(slot)
        behind = own[at + 1] if at + 1 < len(own) else None
        names = list(behind.fillers[0].names) if behind and behind.role in ("in", "at", "near") else []
    return tuple((PLACE, n.entity) for n in names if n.kind in ("place", "unknown"))


def _only(slot: Slot, claim: Claim, reading: Reading, words: _Words) -> bool:
    """Whether a clause says that nobody else did it: "it was the cook who", "on its own initiative"."""
    start = slot.fillers[0].span.start
    before = " ".join(t.norm for t in reading.passages[claim.passage].tokens if t.end <= start)
    before = " ".join(w for w in before.split()[-3:] if w not in words.articles)
    if any(before.endswith(cleft) for cleft in words.cleft) or before.split()[-1:] == ["only"]:
        return True
    behind = [t for t in claim.tokens if t.start >= slot.fillers[-1].span.end]
    return any(t.norm in words.only for t in behind)


def _held(claim: Claim, reading: Reading, language: Language, words: _Words) -> Iterator[Answer]:
    """Those that a word for who does a deed gives: "the operator of the train, Tarn Rail"."""
    tokens, text = claim.tokens, reading.document.text
    names = [n for n in names_within(reading, claim.span) if n.resolution in ("name", "surname")]
    for k, token in enumerate(tokens):
        deed = words.holders.get(token.norm)
        if deed is None:
            continue
        of: frozenset[str] = frozenset()
        known, end = False, k
        if token.norm in words.sole:
            of, known = words.of.get(deed, frozenset()), True
        elif k + 2 < len(tokens) and tokens[k + 1].norm == "of":
            end = k + 2
            while end < len(tokens) and tokens[end].norm in words.articles:
                end += 1
            while end + 1 < len(tokens) and text[tokens[end].end : tokens[end + 1].start] == " ":
                if tokens[end + 1].norm in words.closing or tokens[end + 1].text[0].isupper():
                    break
                end += 1
            of = _thing(tokens[min(end, len(tokens) - 1)], words)
        elif k and tokens[k - 1].norm in words.possessive:
            of = _taken_up(tokens[k - 1], claim, reading, language, words)
        elif k and tokens[k - 1].text.endswith(("'s", "’s")):
            of = _thing(tokens[k - 1], words)
        name = _bearer(names, tokens[k], tokens[min(end, len(tokens) - 1)], text)
        if of and name is not None:
            sort = _sort(name, False)
            yield Answer(
                (deed, "agent"),
                of,
                "",
                known,
                frozenset(),
                ((sort, name.entity),),
                frozenset(),
                "",
                False,
                claim,
                None,
                name.span,
            )


def _thing(token: Token, words: _Words) -> frozenset[str]:
    return words.things.get(token.stem, frozenset()) or frozenset((token.stem,))


def _bearer(names: Sequence[Name], noun: Token, end: Token, text: str) -> Name | None:
    """Whose office a word is: the name behind it, or the one that it is said of."""
    for name in names:
        if name.span.start >= end.end:
            return name if text[end.end : name.span.start] in (" ", ", ", " was ", " is ") else None
    before = [n for n in names if n.span.end <= noun.start]
    between = text[before[-1].span.end : noun.start] if before else ""
    said = before and between.strip() in (",", ", the", "was the", "is the", "was", "is")
    return before[-1] if said else None


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
                if not _also(a, b, pair.right, pair) and not _also(b, a, pair.left, pair):
                    yield a, b


def _one_question(a: Answer, b: Answer, pair: Pair) -> bool:
    if a.question != b.question:
        return False
    if a.entity and b.entity:
        return same_name(a.entity, b.entity, pair.language)
    if a.known and b.known:
        return True
    if "body" in a.of | b.of and (a.entity or b.entity):
        # "Found him", "discovered the body"
        return True
    if not a.of or not b.of:
        return False
    same = bool(a.of & b.of) or any(same_word(x, y, pair.language) for x in a.of for y in b.of)
    return same and not (a.qualified and b.qualified and not a.qualified & b.qualified)


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
    groups = {k.partition("/")[0] for k in a.kinds} & {k.partition("/")[0] for k in b.kinds}
    return any(
        not {k for k in a.kinds if k.startswith(f"{g}/")} & {k for k in b.kinds if k.startswith(f"{g}/")}
        for g in groups
    )


def _may_act(a: Answer, words: Words) -> bool:
    return bool(a.kinds) or a.head in words.people or a.head in words.authorities


def _are_bodies(a: Answer, b: Answer) -> bool:
    return bool(a.names and b.names) and PERSON not in {s for s, _ in (*a.names, *b.names)}


def _are_told(a: Answer, b: Answer, pair: Pair) -> bool:
    """Whether a report speaks of the body that the other one names."""
    return any(mentions(pair.right, n, pair) for _, n in a.names) or any(
        mentions(pair.left, n, pair) for _, n in b.names
    )


def _nested(one: str, two: str, pair: Pair) -> bool:
    """Whether one place may be part of the other: a country or region, or told right beside it."""
    a, b = fold(one), fold(two)
    if {a, b} & _words(pair.language).areas:
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
    one, two = (
        x.verb is not None and is_earlier(x.verb, x.claim, reading, words)
        for x, reading in ((a, pair.left), (b, pair.right))
    )
    if a.question[1] not in ("agent", "from") and one != two:
        return False
    times = [
        [t for t in x.claim.times if t.grain != "unknown" and is_of_event(t, x.claim, r, pair.language)]
        for x, r in ((a, pair.left), (b, pair.right))
    ]
    return not all(times) or any(overlap(s, t) for s in times[0] for t in times[1])


def _also(a: Answer, b: Answer, other: Reading, pair: Pair) -> bool:
    """Whether the other report gives the answer as well, or tells of it in the clause of its own answer."""
    for found in pair.throughout(answers, other):
        if found.question == a.question and (found.names or not a.names) and not _apart(found, a, pair):
            return True
    if a.only or b.only:
        return False
    if a.names:
        inside = names_within(other, b.claim.span)
        return any(same_name(n.entity, m, pair.language) for n in inside for _, m in a.names if n.entity)
    kinds = _words(pair.language).kinds
    return any(not a.kinds.isdisjoint(kinds.get(t.stem, ())) for t in b.claim.tokens)


class _Words(NamedTuple):
    deeds: Mapping[str, Sequence[str]]
    asks: Mapping[str, Sequence[str]]
    of: Mapping[str, frozenset[str]]
    things: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    holders: Mapping[str, str]
    sole: frozenset[str]
    only: frozenset[str]
    cleft: tuple[str, ...]
    others: frozenset[str]
    moments: frozenset[str]
    past_be: frozenset[str]
    staying: frozenset[str]
    leaving: frozenset[str]
    coming: frozenset[str]
    pronouns: frozenset[str]
    possessive: frozenset[str]
    first_person: frozenset[str]
    plural: frozenset[str]
    groups: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    closing: frozenset[str]
    areas: frozenset[str]


@cache
def _words(language: Language) -> _Words:
    def table(key: str) -> Mapping[str, Sequence[str]]:
        return language.table("answers", key)

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(language.words(section, key))

    kinds = {kind: list(ws) for kind, ws in table("kinds").items()}
    rooms, areas, rides = words("roles", "rooms"), words("answers", "areas"), words("answers", "rides")
    for site, ws in language.table("roles", "sites").items():
        for word in (site, *ws) if site not in rides else ():
            group = "room" if word in rooms else "area" if site in areas else "site"
            kinds.setdefault(f"{group}/{site}", []).append(word)
    known = {w for ws in kinds.values() for w in ws}
    for calling in language.words("roles", "callings"):
        if calling not in known:
            kinds[f"who/{stems([calling], language.code)[0]}"] = [calling]
    pronouns = language.table("grammar", "pronouns")
    countries = [w for c in language.words("names", "countries") for w in c.split("/") if w]
    return _Words(
        by_stem(table("deeds"), language.code),
        table("asks"),
        {deed: frozenset(things) for deed, things in table("of").items()},
        {s: frozenset(found) for s, found in by_stem(table("things"), language.code).items()},
        {s: frozenset(found) for s, found in by_stem(kinds, language.code).items()},
        {w: deed for deed, ws in table("holders").items() for w in ws},
        words("answers", "sole"),
        words("answers", "only"),
        language.words("answers", "cleft"),
        words("answers", "others"),
        words("answers", "moments"),
        words("assertion", "past_be"),
        words("answers", "staying"),
        frozenset(stems(language.table("roles", "journeys").get("leaving", ()), language.code)),
        frozenset(stems(language.words("answers", "coming"), language.code)),
        frozenset(w for ws in pronouns.values() for w in ws),
        frozenset(("its", "his", "her", "their")),
        frozenset(pronouns.get("first", ())),
        frozenset((*pronouns.get("plural", ()), *language.words("assertion", "plural_subjects"))),
        words("answers", "groups"),
        words("figures", "definite"),
        words("assertion", "determiners"),
        words("assertion", "prepositions") | words("assertion", "boundaries"),
        frozenset(fold(w) for w in (*countries, *language.words("names", "regions"))),
    )
