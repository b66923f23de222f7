"""Words of content as the rules compare them: by stem, or by an entry of the lexicon that both fall under."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from treatydiff.language import Language
from treatydiff.model import Claim, Name, Reading, Span, Token
from treatydiff.rules import Pair, once_a_report
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold, sets_by_stem

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


Kind = tuple[int, str]
"""A line of the pack of which one word applies, and that word."""
Contrast = tuple[Span, Kind, frozenset[str]]
"""Where a word stands that tells things apart, which one it is, and the `meanings` of what it qualifies."""


def contrasted(pair: Pair, left: Sequence[Span] = (), right: Sequence[Span] = ()) -> bool:
    """Whether two claims tell of two things of a kind: "the lower house" here, "the upper house" there.

    Words within the spans do not count: of "her second term" they tell the figure itself.
    """
    ours, theirs = (_qualified(*told) for told in zip(pair.both(_contrasts), (left, right), strict=True))
    return any(told_apart(ours[thing], theirs[thing]) for thing in ours.keys() & theirs.keys())


def _contrasts(claim: Claim, reading: Reading, language: Language) -> tuple[Contrast, ...]:
    known, stop = _apart(language), _stop(language)
    return tuple(
        (Span(t.start, t.end), kind, meanings(thing.stem, language))
        for t, thing in pairwise(claim.tokens)
        if t.norm in known and thing.norm not in stop
        for kind in known[t.norm]
    )


def _qualified(told: Iterable[Contrast], figures: Sequence[Span]) -> dict[str, set[Kind]]:
    """The words that tell things apart, by the meanings of what they qualify."""
    found: dict[str, set[Kind]] = {}
    for span, kind, things in told:
        if not any(span.overlap(f) for f in figures):
            for thing in things:
                found.setdefault(thing, set()).add(kind)
    return found


def lines(language: Language, section: str, key: str) -> Iterator[tuple[str, Kind]]:
    """Each word with the line of the pack that it is in, and the first of those that say the same there."""
    for k, line in enumerate(language.words(section, key)):
        for group in line.split():
            first, *others = group.split("/")
            yield from ((word, (k, first)) for word in (first, *others))


def told_apart(ours: AbstractSet[Kind], theirs: AbstractSet[Kind]) -> bool:
    """Whether two sides have different words of one line of the pack, of which one applies."""
    one, two = ({line for line, _ in kinds} for kinds in (ours, theirs))
    return any({k for k in ours if k[0] == line}.isdisjoint(theirs) for line in one & two)


@once_a_language
def _apart(language: Language) -> Mapping[str, Sequence[Kind]]:
    found: dict[str, list[Kind]] = {}
    for word, kind in lines(language, "lexicon", "contrasts"):
        found.setdefault(word, []).append(kind)
    return found


def names_within(reading: Reading, span: Span) -> Sequence[Name]:
    """The names of a document that begin within a span."""
    starts = _starts_of_names(reading)
    first = bisect_left(starts, span.start)
    return reading.names[first : bisect_left(starts, span.end, first)]


@once_a_report
def _starts_of_names(reading: Reading) -> list[int]:
    return [name.span.start for name in reading.names]


def mentions(reading: Reading, name: str, pair: Pair) -> bool:
    """Whether a document has a name anywhere, whatever its accents and capitals."""
    known = _looked_for(reading)
    if name not in known:
        known[name] = fold(name) in fold(reading.document.text)
    return known[name]


@once_a_report
def _looked_for(reading: Reading) -> dict[str, bool]:
    """The names that were looked for in a document, each with whether it is there."""
    return {}


def stems_within(reading: Reading, language: Language) -> frozenset[str]:
    """The stems of all words of a document, as `Pair.whole` asks for it."""
    return frozenset(t.stem for p in reading.passages for t in p.tokens)


@once_a_language
def _senses(language: Language) -> Mapping[str, frozenset[str]]:
    words = {
        f"{key} {sense}": (sense, *ws)
        for section, key in (("lexicon", "synonyms"), ("roles", "acts"))
        for sense, ws in language.table(section, key).items()
    }
    return sets_by_stem(words, language.code)


@once_a_language
def _stop(language: Language) -> frozenset[str]:
    return frozenset(language.words("grammar", "stop"))
