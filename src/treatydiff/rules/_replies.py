"""What an answer to a question about the event is, and the words by which one is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Span, Token
from treatydiff.tables import once_a_language
from treatydiff.tokens import by_stem, stems

SITES = ("site", "room", "area", "thing")
"""Groups of words for places; what is of two of them may lie one in the other."""
SETTING = frozenset(("at", "to", "from", "toward"))
"""Roles that a place of a name may fill."""
VAGUE = "-"
"""What a word names that may stand for whatever the report is about: "the structure", "the work"."""
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
    thing: str = ""
    """Stem of what the question is asked about, where it is one of things that differ."""
    behind: frozenset[str] = frozenset()
    """Stems of what stands behind that and tells which one it is: "the bomb in the station"."""


class Words(NamedTuple):
    deeds: Mapping[str, Sequence[str]]
    asks: Mapping[str, Sequence[str]]
    of: Mapping[str, frozenset[str]]
    bringing: Mapping[str, frozenset[str]]
    """Roles with the prepositions that bring them."""
    things: Mapping[str, frozenset[str]]
    matters: Mapping[str, frozenset[str]]
    """The same with classes of things that differ, but of which an event has one."""
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
    outward: frozenset[str]
    coming: frozenset[str]
    pronouns: frozenset[str]
    possessive: frozenset[str]
    first_person: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    groups: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    the: frozenset[str]
    being: frozenset[str]
    """Between somebody and what he is."""
    genitive: frozenset[str]
    """Between a noun and whose it is."""
    closing: frozenset[str]
    parts: frozenset[str]
    """Before "of", they do not say which place it is: "the middle of the lake", "the village of Tarn"."""
    storeys: frozenset[str]
    ordinals: frozenset[str]
    once: frozenset[str]
    """Deeds that a report seldom tells of two, so that "a woman" of both is one."""
    wheels: frozenset[str]
    """Whoever is "at" one of these drives."""
    years_old: frozenset[str]
    """Words for somebody by his age: "the 61-year-old"."""
    bare: frozenset[str]
    """Deeds that say what they are done to: "mediated"."""
    ahead: frozenset[str]
    """Before "of" they say who came next: "a second ahead of Ada Holm"."""
    winning: frozenset[str]
    seconds: frozenset[str]
    place_words: frozenset[str]
    """Words that may follow "second" or "runner" where that tells a place in a race."""
    coming_in: frozenset[str]
    vague: frozenset[str]
    """Stems of words that may stand for whatever a report is about."""
    wards: frozenset[str]
    """Stems of words for a hospital, and of those that say that somebody is hurt or treated."""
    tending: frozenset[str]
    ward_names: frozenset[str]
    """Words in many a hospital's name."""
    behind: tuple[tuple[str, ...], ...]
    """Words that what brought a thing about stands behind, with those it stands before."""
    before: tuple[tuple[str, ...], ...]
    parted: tuple[tuple[str, ...], ...]
    """Of the former, those that may be parted."""
    causing: frozenset[str]
    """The last words of either."""
    openers: frozenset[str]
    """The first words of all."""
    effects: frozenset[str]
    unsure: frozenset[str]
    blaming_for: frozenset[str]
    blaming: frozenset[str]


@once_a_language
def words_for(language: Language) -> Words:
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
    pairs: dict[str, frozenset[str]] = {}
    for kind, named in kinds.items():
        for first, _, head in (w.rpartition(" ") for w in named if " " in w):
            pair = f"{first} {stems([head], language.code)[0]}"
            pairs[pair] = pairs.get(pair, frozenset()) | {kind}
    single = {kind: [w for w in ws if " " not in w] for kind, ws in kinds.items()}
    known = {w for ws in single.values() for w in ws}
    for calling in language.words("roles", "callings"):
        if calling not in known:
            single[f"who/{stems([calling], language.code)[0]}"] = [calling]
    pronouns = language.table("grammar", "pronouns")
    behind, before, parted = (
        tuple(tuple(phrase.split()) for phrase in language.words("answers", key))
        for key in ("cause_behind", "cause_before", "cause_parted")
    )
    things, classes = (
        {s: frozenset(found) for s, found in by_stem(table(key), language.code).items()}
        for key in ("things", "classes")
    )
    return Words(
        by_stem(table("deeds"), language.code),
        table("asks"),
        {deed: frozenset(things) for deed, things in table("of").items()},
        {role: frozenset(ws) for role, ws in table("role_prepositions").items()},
        things,
        {s: things.get(s, frozenset()) | classes.get(s, frozenset()) for s in (*things, *classes)},
        {s: frozenset(found) for s, found in by_stem(single, language.code).items()} | pairs,
        {w: deed for deed, ws in table("holders").items() for w in ws},
        words("answers", "sole"),
        words("answers", "only"),
        language.words("answers", "cleft"),
        words("answers", "others"),
        words("answers", "moments"),
        words("assertion", "past_be"),
        words("answers", "staying"),
        frozenset(stems(language.table("roles", "journeys").get("leaving", ()), language.code)),
        words("answers", "outward"),
        frozenset(stems(language.words("answers", "coming"), language.code)),
        frozenset(w for ws in pronouns.values() for w in ws),
        words("syntax", "owners"),
        frozenset(pronouns.get("first", ())),
        frozenset(pronouns.get("neuter", ())),
        frozenset((*pronouns.get("plural", ()), *language.words("assertion", "plural_subjects"))),
        words("answers", "groups"),
        words("figures", "definite"),
        words("assertion", "determiners"),
        words("calendar", "the"),
        words("assertion", "be") - words("assertion", "negators"),
        words("figures", "of"),
        words("assertion", "prepositions") | words("assertion", "boundaries") | words("assertion", "be"),
        words("roles", "portions")
        | frozenset(w for ws in language.table("roles", "levels").values() for w in ws),
        words("roles", "storeys"),
        frozenset(w for w in language.table("roles", "sides")["storeys"]),
        words("answers", "once"),
        words("answers", "wheels"),
        words("answers", "years_old"),
        words("answers", "bare"),
        words("answers", "ahead"),
        frozenset(stems(language.words("answers", "winning"), language.code)),
        words("answers", "seconds"),
        words("answers", "place_words"),
        frozenset(stems(language.words("answers", "coming_in"), language.code)),
        frozenset(stems(language.words("answers", "vague"), language.code)),
        frozenset(stems(language.words("answers", "wards"), language.code)),
        frozenset(stems(language.words("answers", "tending"), language.code)),
        words("answers", "ward_names"),
        behind,
        before,
        parted,
        frozenset(cue[-1] for cue in (*behind, *before)),
        frozenset(cue[0] for cue in (*behind, *before, *parted)),
        words("answers", "effects"),
        words("answers", "unsure"),
        words("answers", "blaming_for"),
        frozenset(stems(language.words("roles", "blaming"), language.code)),
    )


def thing(token: Token, words: Words) -> frozenset[str]:
    """What a word may name: the kind of thing, else itself."""
    return words.matters.get(token.stem, frozenset()) or frozenset((token.stem,))
