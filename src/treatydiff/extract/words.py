"""The names section of a language pack in the forms that lookups want, derived once for each language."""

from __future__ import annotations

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold


@dataclass(frozen=True, slots=True)
class NameWords:
    """Sets and tables of folded words."""

    titles: frozenset[str]
    postnominals: frozenset[str]
    """Letters behind a name, with their capitals."""
    title_openers: frozenset[str]
    """Titles that another title follows."""
    masculine: frozenset[str]
    """Titles, nouns and first names that a man bears."""
    feminine: frozenset[str]
    first_names: frozenset[str]
    roles: frozenset[str]
    """Nouns for what one person is, some of several words ("prime minister")."""
    role_heads: frozenset[str]
    """Last words of `roles`."""
    groups: dict[str, frozenset[str]]
    """A role and the narrower ones it may stand for ("leader": "president", …)."""
    counterparts: frozenset[str]
    """Roles that somebody holds only with regard to another, whose nation tells who it is."""
    kin: frozenset[str]
    """Nouns by which somebody who was named is called again: "the mother of three"."""
    people: frozenset[str]
    """Plural nouns for people who speak."""
    heads: frozenset[str]
    """Words that make a capitalised phrase the name of a body; compared with their capital."""
    members: frozenset[str]
    """Words whose possessive is part of the name of a body; "-men" stands for all that end so."""
    kinds: frozenset[str]
    """Nouns behind which the name of a body stands: "the newspaper"."""
    domains: frozenset[str]
    """What follows the full stop of a name that is an address on the web."""
    firm_heads: frozenset[str]
    """Those of them that no "of" or "for" follows."""
    outlets: frozenset[str]
    outlet_nouns: frozenset[str]
    not_outlets: frozenset[str]
    speaking_places: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    countries: dict[str, str]
    """Folded country, demonym or capital → the country."""
    demonyms: dict[str, str]
    places: frozenset[str]
    openers: frozenset[str]
    """Words that open a sentence with a capital and are no name."""
    determiners: frozenset[str]
    """Articles and possessive pronouns."""
    pointing: frozenset[str]
    """What opens a role noun that stands for a name."""
    of: frozenset[str]
    locative: frozenset[str]
    """Prepositions behind which a name is that of no person."""
    apposed: frozenset[str]
    """Words that go on with an apposed role: "the mayor of Lund"."""
    within: frozenset[str]
    """Small words that the name of a body may hold."""
    joins: frozenset[str]
    """Those of them that join two nouns."""
    capital_pronouns: frozenset[str]
    """Pronouns that have a capital."""
    small: frozenset[str]
    """Words that a headline in capitals writes without one."""


@once_a_language
def name_words(language: Language) -> NameWords:
    """The words of one language, ready to be looked up."""

    def folded(*keys: str) -> frozenset[str]:
        return frozenset(fold(w) for key in keys for w in language.words("names", key))

    countries, demonyms, places = {}, {}, set(folded("regions"))
    for entry in language.words("names", "countries"):
        country, demonym, capital = (*entry.split("/"), "", "")[:3]
        countries[fold(country)] = country
        places.add(fold(country))
        if demonym:
            demonyms[fold(demonym)] = country
        if capital:
            countries[fold(capital)] = country
            places.add(fold(capital))
    roles = folded("roles")
    masculine_names, feminine_names = folded("masculine_names"), folded("feminine_names")
    either = masculine_names & feminine_names
    return NameWords(
        titles=folded("titles"),
        postnominals=frozenset(language.words("names", "postnominals")),
        title_openers=folded("title_openers"),
        masculine=(folded("masculine_titles", "masculine_nouns") | masculine_names) - either,
        feminine=(folded("feminine_titles", "feminine_nouns") | feminine_names) - either,
        first_names=masculine_names | feminine_names,
        roles=roles,
        role_heads=frozenset(r.split()[-1] for r in roles),
        groups={k: frozenset(v) for k, v in language.table("names", "role_groups").items()},
        counterparts=folded("counterparts"),
        kin=folded("kin"),
        people=folded("people"),
        heads=frozenset(language.words("names", "heads") + language.words("names", "firm_heads")),
        members=folded("members"),
        kinds=folded("outlet_nouns") | frozenset(map(fold, language.words("cues", "bodies"))),
        domains=folded("domains"),
        firm_heads=frozenset(language.words("names", "firm_heads")),
        outlets=frozenset(language.words("names", "outlets")),
        outlet_nouns=folded("outlet_nouns"),
        not_outlets=frozenset(language.words("names", "not_outlets")),
        speaking_places=folded("speaking_places"),
        calendar=folded("months_and_days"),
        particles=folded("particles"),
        countries=countries,
        demonyms=demonyms,
        places=frozenset(places),
        openers=folded("openers"),
        determiners=frozenset(w for key in ("articles", "owners") for w in language.words("syntax", key)),
        pointing=folded("pointing"),
        of=folded("of"),
        locative=folded("locative"),
        apposed=folded("apposed"),
        within=folded("within"),
        joins=folded("joins"),
        capital_pronouns=frozenset(language.words("syntax", "capital_pronouns")),
        small=frozenset(
            fold(w)
            for key in ("articles", "conjunctions", "prepositions", "also_prepositions")
            for w in language.words("syntax", key)
        ),
    )
