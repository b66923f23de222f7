"""Answers told by a verb and what it governs, or by a word for who does it: "the operator of the train"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules._clauses import content
from treatydiff.rules._pack import words_of
from treatydiff.rules._phrases import Phrase
from treatydiff.rules._replies import (
    BODY,
    PERSON,
    PLACE,
    SETTING,
    SITES,
    UNKNOWN,
    VAGUE,
    Answer,
    Words,
    thing,
)
from treatydiff.rules._roles import Slot, is_head, slots
from treatydiff.rules._speech import cues_within
from treatydiff.rules._subjects import is_somebody
from treatydiff.rules._words import names_within

NEAR = 12
"""Characters before a phrase that hold its article."""
TITLE = 4
"""Words at most between "the author of it" and the name, "is" among them."""
TOLD = ("done", "ongoing", "planned")
"""How far a deed has come of which it may be asked who does it, and where."""
GROUPS = {
    "at": SITES,
    "to": SITES,
    "from": SITES,
    "toward": SITES,
    "into": SITES,
    "through": ("opening",),
    "vehicle": ("vehicle",),
    "weapon": ("weapon",),
    "load": ("load",),
    "agent": ("who", "sex", "height"),
    "patient": (),
}
"""Roles with the groups of words that may fill them."""


def told(claims: Sequence[Claim], reading: Reading, language: Language, words: Words) -> Iterator[Answer]:
    """Those that the verbs of a sentence give."""
    cues = cues_within(reading, claims[0].passage)
    found: dict[tuple[int, str], list[Slot]] = {}
    for slot in slots(claims, reading, language):
        found.setdefault((slot.verb.span.start, slot.verb.stem), []).append(slot)
    for (start, _), own in found.items():
        verb = own[0].verb
        if verb.polarity < 0 or verb.hedged or verb.denied or verb.noun:
            continue
        deeds = words.deeds.get(verb.stem, ()) if verb.status in TOLD else ()
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
    words: Words,
) -> Iterator[Answer]:
    """The answers that the roles of one verb give to one question."""
    filling, _, about = ask.partition("/")
    # "It belongs to the town" tells who owns it.
    filled, _, role = filling.partition(">")
    role = role or filled
    coming = own[0].verb.stem in words.coming
    if coming and ask == "agent/patient":
        # "The alarm came from a guard"
        about = "agent"
    anchor = next((s for s in own if s.role == about), None)
    if anchor is None:
        phrase = _noun_before(own[0].verb, claim, reading) if about == "patient" else None
    elif len(anchor.fillers) > 1:
        return
    else:
        phrase = anchor.fillers[0]
    if phrase is not None:
        of, entity, known = _anchor(phrase, deed, claim, reading, language, words)
        more = frozenset(t.stem for t in phrase.tokens[:-1])
        single = bool(entity) or not (_is_plural(phrase.head, words) or phrase.head.norm in words.groups)
        stem = phrase.head.stem
        of_one = of & words.things.get(stem, frozenset[str]())
        thing = stem if known and stem in words.matters and not of_one else ""
        behind = _behind(phrase, own[0].verb, claim, language)
    elif deed in words.bare:
        # "Tarn mediated between them"
        of, entity, known, more, single = words.of[deed], "", True, frozenset[str](), True
        thing, behind = "", more
    else:
        return
    if not of and not entity:
        return
    if phrase is not None and any(t.norm in words.others for t in _before(phrase.span, claim, reading)):
        return
    for slot in own:
        fits = (
            slot.role == filled
            or slot.role in words.bringing.get(filled, ())
            or _is_object(slot, role, words)
        )
        if coming and role == "agent":
            fits = slot.role in words.bringing["from"]
        if not fits or slot is anchor or len(slot.fillers) > 1:
            continue
        if role == "through" and _leads_out(slot, claim, words):
            continue
        filler = _whole(slot, own, words)
        kinds = _kinds(filler, GROUPS[role], words)
        if role in SETTING:
            kinds |= _storey(filler, claim, reading, words)
        names: tuple[tuple[str, str], ...] = ()
        if role in ("agent", "patient"):
            names = _named(slot, reading, language)
        elif role in SETTING and single:
            inside = filler is not slot.fillers[0]
            named = [n for n in filler.names if n.span.end >= filler.head.end]
            names = _placed(named) if inside else _place(slot, own, language)
        only = role == "agent" and _only(slot, claim, reading, words)
        if kinds or names or only:
            head = filler.head.stem
            yield Answer(
                (deed, role),
                of,
                entity,
                known,
                more,
                names,
                kinds,
                head,
                only,
                claim,
                slot.verb,
                filler.span,
                thing,
                behind,
            )


def _behind(phrase: Phrase, verb: Predicate, claim: Claim, language: Language) -> frozenset[str]:
    """What a preposition brings between a phrase and the verb: "the bomb in the station was hidden by"."""
    words = words_of(language)
    between = [t for t in claim.tokens if phrase.span.end <= t.start < verb.group.start]
    if not between or between[0].norm not in words.prepositions:
        return frozenset()
    times = [t.span for t in claim.times]
    return frozenset(
        t.stem for t in content(between[1:], words) if not any(s.start <= t.start < s.end for s in times)
    )


def _whole(slot: Slot, own: Sequence[Slot], words: Words) -> Phrase:
    """What fills a slot; of "the middle of the channel", the channel."""
    at, filler = own.index(slot), slot.fillers[0]
    behind = own[at + 1] if at + 1 < len(own) else None
    if filler.head.norm in words.parts and behind is not None and behind.role in words.genitive:
        return behind.fillers[0]
    return filler


def _storey(phrase: Phrase, claim: Claim, reading: Reading, words: Words) -> frozenset[str]:
    """Which storey a phrase names: "the third floor"."""
    if phrase.head.norm not in words.storeys:
        return frozenset()
    before = [t for t in reading.passages[claim.passage].tokens if t.end <= phrase.head.start][-1:]
    return frozenset(f"storey/{t.norm}" for t in before if t.norm in words.ordinals)


def _is_object(slot: Slot, role: str, words: Words) -> bool:
    """Whether the object of a verb fills a role: "carrying timber", "left Tarn"."""
    if slot.role != "patient" or slot.verb.passive:
        return False
    return role == "load" or (role == "from" and slot.verb.stem in words.leaving)


def _leads_out(slot: Slot, claim: Claim, words: Words) -> bool:
    """Whether a way leads out and not in: "climbed out through a window"."""
    way = Span(slot.verb.span.end, slot.fillers[0].span.start)
    return any(t.norm in words.outward for t in claim.tokens if way.start <= t.start < way.end)


def _noun_before(verb: Predicate, claim: Claim, reading: Reading) -> Phrase | None:
    """The noun that tells the event of which a verb says that it took place: "the meeting was held"."""
    noun = next((p for p in claim.predicates if p.noun and p.span.end <= verb.group.start), None)
    tokens = [t for t in claim.tokens if noun and noun.span.start <= t.start < noun.span.end]
    if not tokens:
        return None
    span = Span(tokens[0].start, tokens[-1].end)
    return Phrase("", tuple(tokens), (), False, False, False, -1, "", tokens[-1], span)


def _before(span: Span, claim: Claim, reading: Reading) -> list[Token]:
    """The last two words before a phrase of a claim's sentence and its own."""
    tokens = reading.passages[claim.passage].tokens
    return [t for t in tokens if t.start < span.end and t.end > span.start - NEAR]


def _anchor(
    phrase: Phrase, deed: str, claim: Claim, reading: Reading, language: Language, words: Words
) -> tuple[frozenset[str], str, bool]:
    """What a question is asked about: its kinds or stem, the person, and whether the deed says it as well."""
    head = phrase.head
    wanted = words.of.get(deed, frozenset())
    kinds = words.matters.get(head.stem, frozenset())
    people = [n for n in names_within(reading, phrase.span) if n.kind == "person" and n.span.end >= head.end]
    entity = people[-1].entity if people else ""
    pronoun = head.norm in words.pronouns
    if wanted:
        taken_up = pronoun and head.norm not in words.first_person and not _described(head, claim, words)
        if kinds & wanted or taken_up:
            return kinds & wanted or wanted, entity, True
        return frozenset(), "", False
    if pronoun:
        return (frozenset() if entity else _taken_up(head, claim, reading, language, words)), entity, False
    article = reading.document.text[max(0, phrase.span.start - NEAR) : phrase.span.start].split()[-1:]
    bare = not article or article[0].lower() not in words.definite
    if not entity and bare and not phrase.names:
        one = article and article[0].lower() in words_of(language).indefinite
        if not one or deed not in words.once:
            return frozenset(), "", False
    if head.norm in words.years_old:
        # "The 61-year-old"
        return frozenset(t.stem for t in phrase.tokens[:1]), "", False
    return kinds or frozenset((VAGUE if head.stem in words.vague else head.stem,)), entity, False


def _described(pronoun: Token, claim: Claim, words: Words) -> bool:
    """Whether a verb says what a thing is, and does nothing to it: "called it a disaster"."""
    behind = next((t for t in claim.tokens if t.start >= pronoun.end), None)
    return behind is not None and behind.norm in words.articles


def _taken_up(
    pronoun: Token, claim: Claim, reading: Reading, language: Language, words: Words
) -> frozenset[str]:
    """What "it" or "they" stands for: the subject of the sentence before, where it fits."""
    if not claim.passage or pronoun.norm in words.first_person:
        return frozenset()
    before = [c for c in reading.claims if c.passage == claim.passage - 1]
    if not before:
        return frozenset()
    told = slots(before, reading, language)
    subjects = [s for s in told if s.role == "agent" or (s.role == "patient" and s.verb.passive)]
    if pronoun.norm in words.neuter:
        # "Ada Holm has her ring back.  It was found"
        subjects += [s for s in told if s.role == "patient" and not s.verb.passive]
        subjects = [s for s in subjects if not _is_somebody(s, language)]
    slot = min(subjects, key=lambda s: s.fillers[0].span.start, default=None)
    subject = None if slot is None else slot.fillers[0].head
    if slot is None or subject is None or subject.norm in words.pronouns:
        return frozenset()
    if _is_plural(subject, words) != (pronoun.norm in words.plural):
        return frozenset()
    # "Medora, the chemist, will be sold"
    tokens = (t for p in before for t in p.tokens)
    named = {t.stem for t in tokens if any(n.span.start <= t.start < n.span.end for n in slot.names)}
    return words.matters.get(subject.stem, frozenset()) or frozenset((subject.stem, *named))


def _is_somebody(slot: Slot, language: Language) -> bool:
    """Whether a slot holds a person, by name or by a word for people."""
    phrase = slot.fillers[0]
    return is_somebody(phrase) or phrase.head.stem in words_of(language).people


def _is_plural(token: Token, words: Words) -> bool:
    return token.norm in words.plural or (token.norm.endswith("s") and not token.norm.endswith("ss"))


def _kinds(phrase: Phrase, groups: Sequence[str], words: Words) -> frozenset[str]:
    """The kinds of a phrase's head, or of the words before the name that it ends with."""
    tokens: Iterable[Token] = [phrase.head]
    names = [n for n in phrase.names if n.resolution in ("name", "surname")]
    if any(n.span.start <= phrase.head.start < n.span.end for n in names):
        # "The Ashdown Trust" is a trust.
        last = phrase.head if names[-1].kind == "organisation" else None
        tokens = (
            t
            for t in phrase.tokens
            if t is last or not any(n.span.start <= t.start < n.span.end for n in names)
        )
    stems = [t.stem for t in tokens]
    if len(phrase.tokens) > 1:
        # "The boiler room" is no room of whatever use, a customs officer no policeman.
        before, head = phrase.tokens[-2:]
        pair = f"{before.norm} {head.stem}"
        stems = [pair] if pair in words.kinds else stems
    found = frozenset(kind for stem in stems for kind in words.kinds.get(stem, ()))
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
    return _placed(names)


def _placed(names: Iterable[Name]) -> tuple[tuple[str, str], ...]:
    return tuple((PLACE, n.entity) for n in names if n.kind in ("place", "unknown"))


def _only(slot: Slot, claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether a clause says that nobody else did it: "it was the cook who", "on its own initiative"."""
    start = slot.fillers[0].span.start
    before = " ".join(t.norm for t in reading.passages[claim.passage].tokens if t.end <= start)
    before = " ".join(w for w in before.split()[-3:] if w not in words.articles)
    if any(before.endswith(cleft) for cleft in words.cleft) or not words.only.isdisjoint(before.split()[-1:]):
        return True
    behind = [t for t in claim.tokens if t.start >= slot.fillers[-1].span.end]
    return any(t.norm in words.only for t in behind)


def held(claim: Claim, reading: Reading, language: Language, words: Words) -> Iterator[Answer]:
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
        elif k + 2 < len(tokens) and tokens[k + 1].norm in words.genitive:
            end = k + 2
            while end < len(tokens) and tokens[end].norm in words.articles:
                end += 1
            while end + 1 < len(tokens) and text[tokens[end].end : tokens[end + 1].start] == " ":
                if tokens[end + 1].norm in words.closing or tokens[end + 1].text[0].isupper():
                    break
                end += 1
            of = thing(tokens[min(end, len(tokens) - 1)], words)
        elif k and tokens[k - 1].norm in words.possessive:
            of = _taken_up(tokens[k - 1], claim, reading, language, words)
        elif k and tokens[k - 1].text.endswith(("'s", "’s")):
            of = thing(tokens[k - 1], words)
        name = _bearer(names, tokens[k], tokens[min(end, len(tokens) - 1)], text, words)
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


def _bearer(names: Sequence[Name], noun: Token, end: Token, text: str, words: Words) -> Name | None:
    """Whose office a word is: the name behind it, or the one that it is said of."""
    for name in names:
        if name.span.start >= end.end:
            between = text[end.end : name.span.start]
            if between in (" ", ", "):
                return name
            # "The author of the bill is the senator Ada Holm"
            is_he, *title = between.split() or ("",)
            told = is_he in words.being and len(title) < TITLE and between.endswith(" ")
            told = told and all(w.isalpha() and w.lower() not in words.closing for w in title)
            return name if told else None
    before = [n for n in names if n.span.end <= noun.start]
    told_of = text[before[-1].span.end : noun.start].split() if before else []
    if told_of[1:] and told_of[-1] in words.the:
        told_of.pop()
    return before[-1] if len(told_of) == 1 and told_of[0] in (",", *words.being) else None
