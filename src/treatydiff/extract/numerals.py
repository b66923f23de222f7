"""Words of number and measure: the pack's tables in the shape that the scanner looks words up in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from treatydiff.language import Language
from treatydiff.model import Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
LARGE = 1000.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words of number and measure."""

    numbers: dict[str, float]
    ordinals: dict[str, float]
    magnitudes: dict[str, float]
    fractions: dict[str, float]
    vague: dict[str, tuple[float, float]]
    units: dict[str, tuple[str, float]]
    currencies: dict[str, str]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    senses: dict[str, str]
    people: frozenset[str]
    plurals: frozenset[str]
    stops: frozenset[str]
    adverbs: frozenset[str]
    scales: frozenset[str]
    weighing: frozenset[str]
    per: frozenset[str]
    auxiliaries: frozenset[str]
    joints: frozenset[str]
    breaks: frozenset[str]
    openers: frozenset[str]
    """Every word that a figure may begin with; all others are passed over at one look."""


@cache
def lexicon(language: Language) -> Lexicon:
    """The language's `figures` section, in tables."""

    def figures(key: str) -> dict[str, float]:
        return {w: float(v) for w, v in language.values("figures", key).items()}

    def phrases(key: str) -> dict[tuple[str, ...], str]:
        table = language.table("figures", key)
        return {tuple(p.split()): effect for effect, words in table.items() for p in words}

    def words(key: str) -> frozenset[str]:
        return frozenset(language.words("figures", key))

    def pairs(key: str) -> dict[str, list[str]]:
        return {w: str(v).split() for w, v in language.values("figures", key).items()}

    numbers, fractions, ordinals = figures("numbers"), figures("fractions"), figures("ordinals")
    magnitudes = figures("magnitudes")
    vague = {w: (float(v[0]), float(v[1])) for w, v in pairs("vague").items()}
    return Lexicon(
        numbers,
        ordinals,
        magnitudes,
        fractions,
        vague,
        {w: (v[0], float(v[1])) for w, v in pairs("units").items()},
        {w: str(v) for w, v in language.values("figures", "currencies").items()},
        phrases("approximators"),
        phrases("after"),
        {w: sense for sense, ws in language.table("figures", "senses").items() for w in ws},
        words("people"),
        words("irregular_plurals"),
        words("stops") | frozenset(language.words("grammar", "stop")),
        words("adverbs"),
        words("scales"),
        words("weighing"),
        words("per"),
        words("auxiliaries"),
        words("joints"),
        words("breaks"),
        frozenset(numbers)
        | frozenset(fractions)
        | frozenset(vague)
        | frozenset(magnitudes)
        | frozenset(ordinals),
    )


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: what it may mean, and the tokens ``first:last`` it is written with."""

    first: int
    last: int
    low: float
    high: float
    kind: str = "count"
    """"count", "fraction", "rank"."""
    rounding: float = 0.0
    """Half the last digit's worth: how far a rounded figure may be off."""


def numeral(tokens: Sequence[Token], i: int, text: str, start: int, words: Lexicon) -> Numeral | None:
    """The numeral that begins at token `i`; None where none does.  `start` is the offset of `text`."""
    token = tokens[i]
    if token.text[0].isdigit():
        if not DIGITS.fullmatch(token.text):
            return None
        value = float(token.text.replace(",", ""))
        decimals = len(token.text.partition(".")[2])
        step = 10.0**-decimals
        if not decimals:
            while value and value % (step * 10) == 0:
                step *= 10
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after and after.start == token.end and after.norm in ("st", "nd", "rd", "th"):
            return Numeral(i, i + 2, value, value, "rank")
        return _magnified(tokens, i + 1, i, value, step / 2, text, start, words)
    word = token.norm
    if word in words.numbers:
        return _spelled(tokens, i, text, start, words)
    if word in words.vague:
        low, high = words.vague[word]
        last = i + 1
        if last + 1 < len(tokens) and tokens[last].norm == "of" and tokens[last + 1].norm in words.vague:
            low, high, last = low * words.vague[tokens[last + 1].norm][0] / 2, high * LARGE, last + 2
        return Numeral(i, last, low, high)
    article = tokens[i - 1].norm in ("a", "an", "several", "few") if i else False
    if word in words.magnitudes and len(word) > 2 and article:
        return _magnified(
            tokens, i + 1, i, words.magnitudes[word], words.magnitudes[word] / 20, text, start, words
        )
    if word in words.fractions and word in ("half", "third", "quarter") and _fraction(tokens, i, words):
        value = words.fractions[word]
        if (
            i + 2 < len(tokens)
            and tokens[i + 1].norm in ("a", "an")
            and tokens[i + 2].norm in words.magnitudes
        ):
            value *= words.magnitudes[tokens[i + 2].norm]
            return Numeral(i, i + 3, value, value, "count", value / 20)
        return Numeral(i, i + 1, value, value, "fraction", 0.005)
    if word in words.ordinals:
        return Numeral(i, i + 1, words.ordinals[word], words.ordinals[word], "rank")
    return None


def _fraction(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if tokens[i].norm == "half":
        return following in ("of", "the", "a", "an", "its", "their", "his", "her")
    return following == "of" and i > 0 and tokens[i - 1].norm in ("a", "one")


def _spelled(
    tokens: Sequence[Token], i: int, text: str, start: int, words: Lexicon, inner: bool = False
) -> Numeral | None:
    """Twenty-nine; two hundred and six; seven and a half; two-thirds."""
    total = words.numbers[tokens[i].norm]
    j = i + 1
    if total == 1 and i and tokens[i - 1].norm in ("no", "any", "every", "each", "another", "this", "that"):
        return None

    def joined(k: int) -> bool:
        gap = text[tokens[k - 1].end - start : tokens[k].start - start]
        return gap in (" ", "-", "‑", "\n")

    if j < len(tokens) and joined(j) and tokens[j].norm in words.fractions and total < 10:
        part = words.fractions[tokens[j].norm]
        if tokens[j].norm.endswith("s") or (total == 1 and tokens[j].norm in ("third", "quarter", "half")):
            return Numeral(i, j + 1, total * part, total * part, "fraction", 0.01)
    if total >= 20 and j < len(tokens) and joined(j) and 0 < words.numbers.get(tokens[j].norm, 0) < 10:
        total += words.numbers[tokens[j].norm]
        j += 1
    if not inner and j < len(tokens) and joined(j) and tokens[j].norm == "hundred":
        total *= 100
        j += 1
        k = j + 1 if j < len(tokens) and tokens[j].norm == "and" else j
        if k < len(tokens) and tokens[k].norm in words.numbers and joined(k):
            rest = _spelled(tokens, k, text, start, words, inner=True)
            if rest and rest.low < 100 and rest.kind == "count":
                total, j = total + rest.low, rest.last
    # "Seven and a half".
    if j + 2 < len(tokens) and [t.norm for t in tokens[j : j + 2]] == ["and", "a"]:
        part = words.fractions.get(tokens[j + 2].norm, 0.0)
        if part:
            total, j = total + part, j + 3
    return _magnified(tokens, j, i, total, 0.5 if total > 20 and total % 10 == 0 else 0.0, text, start, words)


def _magnified(
    tokens: Sequence[Token],
    j: int,
    first: int,
    value: float,
    half: float,
    text: str,
    start: int,
    words: Lexicon,
) -> Numeral:
    while j < len(tokens) and tokens[j].norm in words.magnitudes:
        gap = text[tokens[j - 1].end - start : tokens[j].start - start]
        word = tokens[j].norm
        # "3m" is three million after a currency sign only; the caller of a bare "3 m" means metres.
        if word in ("m", "mm", "k") and not _money(tokens, first, text, start):
            break
        if gap not in ("", " ", "-", "‑", "\n", "\u00a0") or word == "score":
            break
        value, half, j = value * words.magnitudes[word], half * words.magnitudes[word], j + 1
    return Numeral(first, j, value, value, "count", half)


def _money(tokens: Sequence[Token], first: int, text: str, start: int) -> bool:
    return text[tokens[first].start - start - 1 : tokens[first].start - start] in (
        "$",
        "£",
        "€",
        "¥",
        "₹",
    ) or any(t.norm in ("euros", "euro", "dollars", "pounds") for t in tokens[first + 2 : first + 3])
