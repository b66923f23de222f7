"""Who holds an office, as a report says beside the name: "Mayor Ada Holm", "Ivo Lind, the premier"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Reading, Span, Token
from treatydiff.rules._pack import Words, words_of
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold

BEFORE, AFTER = 4, 8
"""Words before a name, and behind it, among which its bearer's office stands."""


class Holder(NamedTuple):
    """Somebody with an office."""

    office: str
    person: str
    land: str
    """The country that the office is of, or ""."""
    town: str
    """The place that it is said to be of, where that is none: "mayor of Lund"."""
    span: Span
    """The name."""


def holders(claim: Claim, reading: Reading, language: Language) -> list[Holder]:
    """The holders of offices that a claim names."""
    tokens, text = reading.passages[claim.passage].tokens, reading.document.text
    found = []
    for name in claim.names:
        if name.resolution in ("name", "surname") and name.kind in ("person", "unknown"):
            for words in told_beside(name, tokens, text, words_of(language)):
                office = _office([t.norm for t in words], language)
                if office:
                    land = next((_lands(language)[t.norm] for t in words if t.norm in _lands(language)), "")
                    town = "" if land else _town(words, language)
                    found.append(Holder(office, name.entity, land, town, name.span))
                    break
    return found


def _town(words: Sequence[Token], language: Language) -> str:
    of = language.words("figures", "of")
    return next((t.text for before, t in pairwise(words) if before.norm in of and t.text[0].isupper()), "")


def told_beside(name: Name, tokens: Sequence[Token], text: str, words: Words) -> Iterator[Sequence[Token]]:
    """The words right before a name, and those between the commas behind it."""
    first = bisect_left(tokens, name.span.start, key=lambda t: t.start)
    after = bisect_left(tokens, name.span.end, key=lambda t: t.start)
    start = first
    while start > 0 and first - start < BEFORE:
        gap = text[tokens[start - 1].end : tokens[start].start]
        if gap.strip(" -‑") and not (start == first and gap == ", "):
            break
        if tokens[start - 1].norm in words.boundaries - words.conjunctions:
            # "Told the judge that Ada Holm was ill"
            break
        start -= 1
    if not first or tokens[first - 1].norm not in words.prepositions:
        # "The mayor of Tarn" is not called so.
        yield tokens[start:first]
    if after < len(tokens) and text[name.span.end : tokens[after].start] == ", ":
        end = after + 1
        while end < len(tokens) and end - after < AFTER:
            if text[tokens[end - 1].end : tokens[end].start].strip(" -‑"):
                break
            end += 1
        yield tokens[after:end]


def _office(words: Sequence[str], language: Language) -> str:
    """The office that some words name, where nothing says that somebody else holds it now."""
    if not words or _out(language).intersection(words):
        return ""
    for size in (2, 1):
        for k in range(len(words) - size, -1, -1):
            office = " ".join(words[k : k + size])
            if office in _offices(language):
                return office
    return ""


@once_a_language
def _offices(language: Language) -> frozenset[str]:
    return frozenset(language.words("roles", "offices"))


@once_a_language
def _out(language: Language) -> frozenset[str]:
    return frozenset(language.words("roles", "out_of_office"))


@once_a_language
def _lands(language: Language) -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in language.words("names", "countries"):
        country, *others = entry.split("/")
        table |= {fold(word): country for word in (country, *others) if word}
    return table
