"""Words and figures of a text with their places: the one tokeniser that every stage shares."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, repeat
from operator import itemgetter

from treatydiff.hints import TypeVar
from treatydiff.language import rows
from treatydiff.model import Span, Token
from treatydiff.patterns import pattern

# A dotted abbreviation, a figure with its separators, or a run of letters with inner apostrophes.  The plain
# words that come first are a case of the last, found faster.  The group is for `split`.
WORD = pattern(r"([A-Za-z]++(?![\w.'’])|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*)")

Known = TypeVar("Known")
MET = 1 << 15
"""Words of which at most is kept what was found of them."""
GENITIVE = ("'s", "’s", "s'", "s’")
"""How a word ends that says whose something is."""
HYPHENS = ("-", "‑")
"""What joins two words to one."""


class Met(dict[str, Known]):
    """What was found of each word met so far; it begins anew now and then, as words are without end."""

    def __setitem__(self, word: str, found: Known) -> None:
        if len(self) >= MET:
            self.clear()
        super().__setitem__(word, found)


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Snowball's stem of a word, for a language (ISO 639-1), of two spellings the same: "colours", "color".

    Words of a language that Snowball does not know are left unstemmed.
    """
    import Stemmer

    try:
        stem = Stemmer.Stemmer(language, 0).stemWord  # without its own cache, which is slower
    except KeyError:
        return str
    same, forms = _spellings(language, stem)

    @lru_cache(maxsize=1 << 15)
    def spelt(word: str) -> str:
        found = forms.get(word) or stem(word)
        return same.get(found, found)

    return spelt


def _spellings(language: str, stem: Callable[[str], str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Stem of a word in one spelling → its stem in the other; and forms of words → the stems that they have.

    The language's file lists both: "colour color", and "criticise criticize criticizes", as "criticize" by
    itself has the stem of "critics".
    """
    same: dict[str, str] = {}
    forms: dict[str, str] = {}
    for one, *others in rows(language, "spelling.txt"):
        if len(others) == 1:
            same[stem(one)] = stem(others[0])
        else:
            forms |= dict.fromkeys(others, stem(one))
    return same, forms


def fold(text: str) -> str:
    """Case-folded, without accents, apostrophes straight: "Mikelėnas’" and "Mikelenas'" are one."""
    return text.lower() if text.isascii() else _folded(text)


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    text = text.replace("’", "'")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold()


def norm(word: str) -> str:
    """The form two spellings of a word are compared by: folded, possessive ending and dots dropped."""
    word = fold(word)
    if word.isalpha():
        return word
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace(".", "") if word[:1].isalpha() else word


def stems(words: Sequence[str], language: str = "en") -> list[str]:
    """Porter2 stems of normalised words, one for each."""
    return list(map(stemmer(language), words))


def places_of(phrase: tuple[str, ...], norms: Sequence[str]) -> Iterator[int]:
    """Where the words of a phrase stand one behind the other."""
    if phrase[0] in norms:
        size = len(phrase)
        yield from (k for k in range(len(norms) - size + 1) if tuple(norms[k : k + size]) == phrase)


def by_stem(table: Mapping[str, Iterable[str]], language: str) -> dict[str, tuple[str, ...]]:
    """Stem of each word of a table of word lists → the keys of the lists that hold it."""
    stem_of = stemmer(language)
    found: dict[str, tuple[str, ...]] = {}
    for key, words in table.items():
        for word in words:
            plain = word.isalpha() and word.islower() and word.isascii()
            stem = stem_of(word if plain else norm(word))
            before = found.get(stem)
            if before is None:
                found[stem] = (key,)
            elif key not in before:
                found[stem] = (*before, key)
    return found


def sets_by_stem(table: Mapping[str, Iterable[str]], language: str) -> dict[str, frozenset[str]]:
    """The same with sets of keys."""
    return {stem: frozenset(keys) for stem, keys in by_stem(table, language).items()}


def tokenise(
    text: str, start: int = 0, end: int | None = None, language: str = "en", stemmed: bool = True
) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]`` with offsets into `text`; stems are empty where nobody wants them."""
    parts = WORD.split(text[start:end])  # what stands between words, a word, and so on in turn
    places = list(accumulate(map(len, parts), initial=start))
    surface = parts[1::2]
    forms = list(map(_forms if stemmed else _unstemmed, surface, repeat(language)))
    norms, last = map(itemgetter(0), forms), map(itemgetter(1), forms)
    # as Token(…) does, without a call of Python's own for each word
    values = zip(places[1:-1:2], places[2::2], surface, norms, last, strict=True)
    return tuple(map(tuple.__new__, repeat(Token), values))


@lru_cache(maxsize=1 << 15)
def _forms(word: str, language: str) -> tuple[str, str]:
    """The normalised form of a word and its stem."""
    normal = norm(word)
    return normal, stemmer(language)(normal)


@lru_cache(maxsize=1 << 15)
def _unstemmed(word: str, language: str) -> tuple[str, str]:
    return norm(word), ""


def is_adverb(token: Token, nouns: frozenset[str]) -> bool:
    """Whether an English word is an adverb by its ending; `nouns` are those that end so too ("supply")."""
    return token.norm.endswith("ly") and token.text.islower() and token.norm not in nouns


_START = itemgetter(0)


def within(tokens: Sequence[Token], span: Span) -> list[int]:
    """Positions of those tokens of a text, in its order, that begin within a span."""
    first = bisect_left(tokens, span.start, key=_START)
    return list(range(first, bisect_left(tokens, span.end, first, key=_START)))


def starts_within(tokens: Sequence[Token], spans: Iterable[Span]) -> set[int]:
    """Where those tokens of a text begin that begin within one of some spans."""
    return {tokens[k].start for span in spans for k in within(tokens, span)}
