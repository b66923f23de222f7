"""The pairs of opposites that the language pack has, and where a clause has a word of one.

Each pair has two sides of words, told as verbs and adjectives or as nouns, and says what must be the same for
the two to clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise

from treatydiff.errors import InputError
from treatydiff.frozen import NamedTuple
from treatydiff.hints import Any
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Token
from treatydiff.rules._pack import Words, words_of
from treatydiff.tables import once_a_language
from treatydiff.tokens import is_adverb, stems

OF = ("subject", "object", "theme", "both", "intransitive", "scene")
"""What of two clauses must be the same; of a "scene", that they have enough words in common."""
KINDS = ("complementary", "contrary", "directional", "converse", "reversive")
"""Kinds of opposition, as the pack explains them."""
PARTED = 4
"""How many words on from its verb a particle may stand: "turned the offer down"."""


class Side(NamedTuple):
    """One side of an entry."""

    entry: str
    number: int
    of: str
    kind: str
    noun: bool
    """Whether it is the side of a noun or attributive adjective."""
    never_of: frozenset[str]
    """Stems of things of which the entry's words have another sense: an alert is lifted when it ends."""


Index = Mapping[str, tuple[tuple[Side, tuple[str, ...]], ...]]
"""Stem of a word → the sides that it stands on, each with the stems that must follow it."""


@once_a_language
def opposites_of(language: Language) -> Index:
    """The opposites of the pack by the first words of their sides."""
    sides: list[tuple[Side, str]] = []
    for entry in language.entries("opposites", "opposites"):
        _check(entry)
        never_of = frozenset(stems(entry.get("never_of", ()), language.code))
        for key, noun in (("sides", False), ("nouns", True)):
            for number, words in enumerate(entry.get(key, ())):
                of = entry["of"] if isinstance(entry["of"], str) else entry["of"][number]
                side = Side(entry["id"], number, of, entry["kind"], noun, never_of)
                sides += [(side, word) for word in words]
    stemmed = iter(stems([part for _, phrase in sides for part in phrase.split()], language.code))
    table: dict[str, list[tuple[Side, tuple[str, ...]]]] = {}
    for side, phrase in sides:
        first, *rest = islice(stemmed, len(phrase.split()))
        table.setdefault(first, []).append((side, tuple(rest)))
    return {stem: tuple(found) for stem, found in table.items()}


def _check(entry: Mapping[str, Any]) -> None:
    """InputError where an entry is not as it must be."""
    if not {"id", "sides", "of", "kind"} <= entry.keys():
        raise InputError(f"opposites: id, sides, of and kind are needed: {dict(entry)}")
    of = [entry["of"]] if isinstance(entry["of"], str) else entry["of"]
    if len(of) not in (1, 2) or not all(what in OF for what in of):
        raise InputError(f"opposites: {entry['id']}: of must be one or two of {', '.join(OF)}")
    if entry["kind"] not in KINDS:
        raise InputError(f"opposites: {entry['id']}: kind must be one of {', '.join(KINDS)}")
    for key, sides in (("sides", entry["sides"]), ("nouns", entry.get("nouns", [[], []]))):
        if len(sides) != 2 or not all(isinstance(side, list) for side in sides):
            raise InputError(f"opposites: {entry['id']}: {key} must be two lists of words")
        if not all(isinstance(w, str) and w.strip() for side in sides for w in side):
            raise InputError(
                f"opposites: {entry['id']}: {key} must be words (quote true, false, yes, no, on, off)"
            )


def sides_of(claim: Claim, reading: Reading, language: Language) -> set[tuple[str, int]]:
    """The sides of which the claim's sentence has a word, whatever it governs."""
    index, words = opposites_of(language), words_of(language)
    tokens = reading.passages[claim.passage].tokens
    places = [(t.stem, t.start) for t in tokens if t.stem in index]
    said = {*(t.stem for t in tokens), *(t.norm for t in tokens)} if places else frozenset[str]()
    # "Undamaged" is no damage.
    own = {start: stem for stem, start in places}
    places += [
        (p.stem, p.span.start)
        for p in claim.predicates
        if p.stem in index and (not p.state or own.get(p.span.start) == p.stem)
    ]
    return {
        (side.entry, side.number)
        for stem, start in places
        for side, rest in index[stem]
        if not rest or (rest[0] in said and follows(rest, start, tokens, words))
    }


def are_opposite(ours: Iterable[str], theirs: Iterable[str], language: Language) -> bool:
    """Whether one of some stems stands, without further words, opposite one of some others."""
    index = opposites_of(language)
    one, two = (
        {(side.entry, side.number) for stem in found for side, rest in index.get(stem, ()) if not rest}
        for found in (ours, theirs)
    )
    return any((entry, 1 - number) in two for entry, number in one)


def follows(rest: tuple[str, ...], start: int, tokens: Sequence[Token], words: Words) -> bool:
    """Whether the other words of a side stand behind its first one, a particle also behind the object."""
    after = [t for t in tokens if t.start > start]
    if tuple(t.stem for t in after[: len(rest)]) == rest:
        return True
    # "Voted 7-2 for it", "voted unanimously against it", "voted on Monday in favour of it"
    words_between = (
        t.text[0].isdigit()
        or t.stem in words.counts
        or is_adverb(t, words.nouns_in_ly)
        or t.norm in words.calendar
        or (t.norm in words.prepositions and u.norm in words.calendar and u.text[0].isupper())
        for t, u in pairwise(after)
    )
    first = next((k for k, passed in enumerate(words_between) if not passed), 0)
    if first and tuple(t.stem for t in after[first : first + len(rest)]) == rest:
        return True
    if rest not in words.complements:
        # "Turned the offer down"
        return len(rest) == 1 and rest[0] in words.parted and rest[0] in [t.norm for t in after[:PARTED]]
    # "Found the captain guilty", "kept the two sailors in custody"
    told = [t.stem for t in after[: PARTED + len(rest)]]
    first = next((k for k in range(len(told)) if tuple(told[k : k + len(rest)]) == rest), -1)
    between = {t.norm for t in after[: max(0, first)]}
    return first >= 0 and between.isdisjoint(words.negative | words.prepositions | words.boundaries)
