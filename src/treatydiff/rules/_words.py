"""Words of content as the rules compare them: by stem, or by an entry of the lexicon that both fall under."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from treatydiff.language import Language
from treatydiff.model import Name, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.tokens import by_stem, fold

Content = Mapping[str, frozenset[str]]
"""Stem → the lexicon's entries that it falls under."""


def first_told(a: Span, b: Span) -> tuple[int, int]:
    """Sort key: greater where both stand nearer to the top, the same whichever report is left."""
    return -(a.start + b.start), -min(a.start, b.start)


def content(tokens: Iterable[Token], language: Language) -> Content:
    """The words of content among some tokens, figures left out."""
    stop, senses = _stop(language), _senses(language)
    return {
        t.stem: senses.get(t.stem, frozenset())
        for t in tokens
        if t.norm not in stop and t.text[0].isalpha() and len(t.norm) > 1
    }


def alike(left: Content, right: Content) -> list[tuple[str, str]]:
    """Pairs of words, one of each side, that are the same or stand for one another; each word once."""
    found = [(stem, stem) for stem in left if stem in right]
    taken = {b for _, b in found}
    for stem, senses in left.items():
        if stem in right or not senses:
            continue
        other = next((b for b, theirs in right.items() if b not in taken and senses & theirs), None)
        if other is not None:
            found.append((stem, other))
            taken.add(other)
    return found


def same_word(left: str, right: str, language: Language) -> bool:
    """Whether two stems are the same or may stand for one another."""
    senses = _senses(language)
    return left == right or bool(senses.get(left, frozenset()) & senses.get(right, frozenset()))


def meanings(stem: str, language: Language) -> frozenset[str]:
    """A stem and the entries that it falls under; two that are the `same_word` have one in common."""
    return _senses(language).get(stem, frozenset()) | {stem}


def names_within(reading: Reading, span: Span) -> Sequence[Name]:
    """The names of a document that begin within a span."""
    first = bisect_left(reading.names, span.start, key=lambda n: n.span.start)
    return reading.names[first : bisect_left(reading.names, span.end, first, key=lambda n: n.span.start)]


def mentions(reading: Reading, name: str, pair: Pair) -> bool:
    """Whether a document has a name anywhere, whatever its accents and capitals."""
    return fold(name) in pair.whole(_folded, reading)


def _folded(reading: Reading, language: Language) -> str:
    return fold(reading.document.text)


def stems_within(reading: Reading, language: Language) -> frozenset[str]:
    """The stems of all words of a document, as `Pair.whole` asks for it."""
    return frozenset(t.stem for p in reading.passages for t in p.tokens)


@cache
def _senses(language: Language) -> Mapping[str, frozenset[str]]:
    words = {
        f"{key} {sense}": (sense, *ws)
        for section, key in (("lexicon", "synonyms"), ("roles", "acts"))
        for sense, ws in language.table(section, key).items()
    }
    return {stem: frozenset(senses) for stem, senses in by_stem(words, language.code).items()}


@cache
def _stop(language: Language) -> frozenset[str]:
    return frozenset(language.words("grammar", "stop"))
