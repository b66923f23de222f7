"""Passages as weighted bags of word stems: the matter that every likeness is computed from.

Weights are whole numbers, so that their sums do not depend on the order in which they are added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from math import exp, log

from treatydiff.frozen import dataclass
from treatydiff.language import Language, rows
from treatydiff.model import Token
from treatydiff.tables import once_a_language
from treatydiff.tokens import by_stem

REPORT_WORDS = 400
"""Length of a report, in words; a word's frequency then says how many reports use it."""
UNLISTED_ZIPF = 3.25
"""Zipf value (log10 of the occurrences in 10^9 words) taken for words that the table does not list."""
SHORT_FIGURE, LONG_FIGURE = 250, 400
"""Weights of figures: those of one digit often recur by chance, longer ones seldom."""


@dataclass(frozen=True, slots=True)
class Bag:
    """What a stretch of text is about: its content words by stem, each with its weight."""

    weights: Mapping[str, int]
    words: frozenset[str]
    names: frozenset[str]
    """Stems of the capitalised words that do not open the stretch."""
    phrases: frozenset[tuple[str, str]]
    """Content words that stand side by side."""
    full_names: frozenset[tuple[str, str]]
    """Capitalised words that stand side by side: "Orlo Brandt", "Supreme Court"."""
    senses: Mapping[str, str]
    """Entries of the lexicon that the words fall under, each with the stem that does."""
    meant: frozenset[str]
    """The entries alone."""
    digits: frozenset[str]
    """The figures that are written in digits, without separators."""


def bag(tokens: Iterable[Token], language: Language) -> Bag:
    """The content words of a stretch of text."""
    kinds, stop, rare = _kinds(language), _stop(language), rarity(language)
    weights: dict[str, int] = {}
    names, digits = set(), set()
    phrases, full_names = set(), set()
    senses: dict[str, str] = {}
    thesaurus = _thesaurus(language)
    before, capital_before = "", False
    first = True
    for _, _, text, norm, stem in tokens:
        capital = text[0].isupper()
        value = kinds.get(norm)
        if value is None and norm[:1].isdigit():
            value = norm.replace(",", "")
            digits.add(value)
        if value:
            weights[value] = SHORT_FIGURE if len(value) == 1 else LONG_FIGURE
            before = "" if norm in stop else stem
        elif value == "":
            before = ""
        else:
            weights[stem] = rare.get(stem, UNLISTED)
            if stem in thesaurus:
                for sense in thesaurus[stem]:
                    senses.setdefault(sense, stem)
            if capital and not first:
                names.add(stem)
            if before:
                phrases.add((before, stem))
                if capital and capital_before:
                    full_names.add((before, stem))
            before = stem
        capital_before = capital
        first = False
    return Bag(
        weights,
        frozenset(weights),
        frozenset(names),
        frozenset(phrases),
        frozenset(full_names),
        senses,
        frozenset(senses),
        frozenset(digits),
    )


def meanings(stems: Iterable[str], language: Language) -> Mapping[str, frozenset[str]]:
    """The lexicon's entries that some stems fall under, each with those that do."""
    thesaurus = _thesaurus(language)
    found: dict[str, set[str]] = {}
    for stem in stems:
        for sense in thesaurus.get(stem, ()):
            found.setdefault(sense, set()).add(stem)
    return {sense: frozenset(held) for sense, held in found.items()}


@once_a_language
def rarity(language: Language) -> Mapping[str, int]:
    """Weight of each stem that the language's frequency table lists."""
    listed = rows(language.code, "frequency.txt")
    weights = (repeat(_weight(float(zipf)), len(stems)) for zipf, *stems in listed)
    return dict(
        zip(chain.from_iterable(row[1:] for row in listed), chain.from_iterable(weights), strict=True)
    )


def _weight(zipf: float) -> int:
    """Inverse document frequency (Spärck Jones 1972) in hundredths, at least 10."""
    return max(10, round(-100 * log(1 - exp(-REPORT_WORDS * 10 ** (zipf - 9)))))


UNLISTED = _weight(UNLISTED_ZIPF)


@once_a_language
def _thesaurus(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Stem → the lexicon's entries that it falls under; a country, its people and its capital are one."""
    countries = [entry.split("/") for entry in language.words("names", "countries")]
    related = language.table("lexicon", "related")
    entries = {
        **language.table("lexicon", "synonyms"),
        **{f"~{word}": (word, *others) for word, others in related.items()},
        **{f"/{names[0]}": names for names in countries},
    }
    words = {sense: [w for w in (sense, *ws) if w.isalpha()] for sense, ws in entries.items()}
    return by_stem(words, language.code)


@once_a_language
def _kinds(language: Language) -> Mapping[str, str]:
    """The words that are no words of content: those for figures with their digits, all others with none."""
    numerals = {word: str(value) for word, value in language.values("lexicon", "numerals").items()}
    return {**dict.fromkeys(_stop(language), ""), **numerals}


@once_a_language
def _stop(language: Language) -> frozenset[str]:
    return frozenset(language.words("grammar", "stop"))
