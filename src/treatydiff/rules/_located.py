"""Where a sentence says that a thing is: the names of places and the buildings behind its prepositions."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Reading, Span
from treatydiff.rules import once_a_sentence
from treatydiff.rules._phrases import Phrase, phrases
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold, stems


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim says that something is."""

    name: str
    """The name of the place, or ""."""
    site: str
    """The kind of building, or ""."""
    level: str
    """What kind of place the name is of, where that is known: "settlement", "country"."""
    how: str
    """"at", "to", "near" or "from"."""
    act: str
    """Stem of the verb that the place goes with, or ""."""
    noun: tuple[str, ...]
    """Stems of the words that stand right before it and that it may belong to."""
    phrase: Span
    """The phrase behind the preposition."""
    span: Span
    """That phrase with what follows it by "of"."""
    room: bool
    """Whether the site is a room or the like, which may be in any building."""
    spot: str
    """What kind of part of it: "below" for a cellar; or ""."""


@once_a_sentence
def located(clauses: Sequence[Claim], reading: Reading, language: Language) -> dict[int, list[Place]]:
    """The places that the clauses of a sentence give for what they tell."""
    placed: dict[int, list[Place]] = {c.index: [] for c in clauses}
    own = [c for c in clauses if _may_be_located(c, language)]
    if own:
        for place in _places_within(clauses, reading, language):
            for claim in own:
                if claim.span.overlap(place.phrase):
                    placed[claim.index].append(place)
    return placed


def _places_within(clauses: Sequence[Claim], reading: Reading, language: Language) -> list[Place]:
    words = words_of(language)
    found = phrases(clauses, reading, language)
    verbs = [p for c in clauses for p in c.predicates]
    out = []
    for k, phrase in enumerate(found):
        how = words.locating.get(phrase.preposition, "")
        if not how or phrase.time or _of_another_moment(phrase, verbs, clauses, words):
            continue
        last, kind, spot = k, "", ""
        while (
            last + 1 < len(found)
            and found[last + 1].preposition in words.of
            and (found[last].head.norm in words.portions or found[last].head.norm in words.levels)
        ):
            kind = words.levels.get(found[last].head.norm, kind)
            spot = words.spots.get(found[last].head.norm, spot)
            last += 1
        target = found[last]
        name, level = _named(target, kind, words)
        noun_of_site = _noun_of_site(target, words)
        site = "" if name else words.sites.get(noun_of_site, "")
        if name or site:
            before = found[k - 1] if k and phrase.noun else None
            noun = tuple(t.stem for t in before.tokens) if before else ()
            act = verbs[phrase.verb].stem if phrase.verb >= 0 else ""
            span = Span(phrase.tokens[0].start, target.tokens[-1].end)
            room = bool(site) and noun_of_site in words.rooms
            out.append(Place(name, site, level, how, act, noun, phrase.span, span, room, spot))
    return out


def _noun_of_site(phrase: Phrase, words: Words) -> str:
    """The stem of the noun that a phrase ends with; of its last two words where they are one: "car park"."""
    both = " ".join(t.stem for t in phrase.tokens[-2:])
    return both if both in words.sites else phrase.head.stem


def _of_another_moment(
    phrase: Phrase, verbs: Sequence[Predicate], clauses: Sequence[Claim], words: Words
) -> bool:
    """Whether a place is that of something before or after: "five days before the defeat at Tarn"."""
    start = verbs[phrase.verb].span.end if phrase.verb >= 0 else clauses[0].span.start
    tokens = (t for c in clauses for t in c.tokens if start <= t.start < phrase.span.start)
    return any(t.norm in words.orders for t in tokens)


def _named(phrase: Phrase, kind: str, words: Words) -> tuple[str, str]:
    """The name of the place that a phrase ends with, and what kind of place it is where that is known."""
    name = phrase.names[-1] if phrase.names else None
    if name is None or name.kind not in ("place", "unknown") or name.span.end < phrase.head.start:
        return "", ""
    low = fold(name.entity)
    if low in words.nations:
        return name.entity, "country"
    if low in words.cities:
        return name.entity, "settlement"
    if low in words.areas:
        # States, cities and regions of which nothing says what is part of what.
        return name.entity, "area"
    own = kind or words.levels.get(low.split()[-1], "")
    before = [t.norm for t in phrase.tokens if t.end <= name.span.start]
    return name.entity, own or (words.levels.get(before[-1], "") if before else "")


def _may_be_located(claim: Claim, language: Language) -> bool:
    """Whether a claim has a preposition of place and a name or a building; quick to see."""
    words = words_of(language)
    return not words.locating.keys().isdisjoint([t.norm for t in claim.tokens]) and (
        any(n.kind in ("place", "unknown") for n in claim.names)
        or not words.sites.keys().isdisjoint([t.stem for t in claim.tokens])
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The pack's words for places, and for the sides and parts of things."""

    locating: dict[str, str]
    """Prepositions of place, each with how it locates: "at", "to", "near" or "from"."""
    of: frozenset[str]
    levels: dict[str, str]
    portions: frozenset[str]
    sites: dict[str, str]
    rooms: frozenset[str]
    countries: dict[str, str]
    nations: frozenset[str]
    cities: frozenset[str]
    areas: frozenset[str]
    sides: dict[str, str]
    storeys: frozenset[str]
    chambers: frozenset[str]
    """Those of a parliament, of which "the upper house" is no part of a thing."""
    spots: dict[str, str]
    others: frozenset[str]
    """With one of these a clause may tell of another such thing."""
    orders: frozenset[str]
    """Words that bring what comes before or after."""


@once_a_language
def words_of(language: Language) -> Words:
    """The language's words, made once."""
    levels = {w: kind for kind, ws in language.table("roles", "levels").items() for w in ws}
    sites = {
        " ".join(stems(w.split(), language.code)): kind
        for kind, ws in language.table("roles", "sites").items()
        for w in (kind, *ws)
    }
    countries: dict[str, str] = {}
    for entry in language.words("names", "countries"):
        country, *others = entry.split("/")
        countries |= {fold(w): country for w in (country, *others) if w}
    return Words(
        {w: how for how, ws in language.table("roles", "locating").items() for w in ws},
        frozenset(language.words("figures", "of")),
        levels,
        frozenset(language.words("roles", "portions")),
        sites,
        frozenset(" ".join(stems(w.split(), language.code)) for w in language.words("roles", "rooms")),
        countries,
        frozenset(fold(c) for c in countries.values()),
        frozenset((*countries, *(fold(w) for w in language.words("roles", "cities")))),
        frozenset(fold(w) for w in language.words("names", "regions")),
        {w: kind for kind, ws in language.table("roles", "sides").items() for w in ws},
        frozenset(language.words("roles", "storeys")),
        frozenset(language.words("states", "chambers")),
        {w: kind for kind, ws in language.table("roles", "spots").items() for w in ws},
        frozenset(language.words("roles", "others")),
        frozenset(w for w, r in language.values("calendar", "relations").items() if r in ("before", "after")),
    )
