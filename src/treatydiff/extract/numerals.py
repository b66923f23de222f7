"""Words of number and measure: the pack's tables in the shape that the scanner looks words up in."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.window import symbol_before
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Token
from treatydiff.patterns import pattern
from treatydiff.tables import once_a_language

DIGITS = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
LARGE = 1000.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words of number and measure."""

    numbers: dict[str, float]
    ordinals: dict[str, float]
    magnitudes: dict[str, float]
    fractions: dict[str, float]
    vague: dict[str, tuple[float, float]]
    spells: dict[str, tuple[float, float]]
    """Lengths of time of two words without a figure, and the days that they may be: "long ago"."""
    units: dict[str, tuple[str, float]]
    currencies: dict[str, str]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    senses: dict[str, str]
    never_so: dict[str, frozenset[str]]
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
    agents: frozenset[str]
    """Words between what is done and who does it: "by"."""
    openers: frozenset[str]
    """Every word that a figure may begin with; all others are passed over at one look."""
    months: frozenset[str]
    daytimes: frozenset[str]
    when: frozenset[str]
    """Names of times that say when something was without a word before them: "Monday", "that spring"."""
    hour_joins: frozenset[str]
    """What stands between an hour and its half of the day: "in the"."""
    ones: frozenset[str]
    """Words for the number one."""
    tails: frozenset[str]
    """Words behind a name that are of it: "Jr"."""
    plural: str
    """The ending of most nouns in the plural."""
    temperatures: dict[str, str]
    unit_phrases: dict[str, str]
    """Units of two words: "per cent"."""
    qualified_money: dict[str, str]
    """Currencies with the word before them: "canadian dollars"."""
    lists: dict[str, frozenset[str]]
    """The plain word lists of `figures`, each under its key."""

    def is_plural(self, word: str) -> bool:
        """Whether a word is a known plural or, of four letters or more, has the ending of one."""
        if word in self.plurals or word.endswith(tuple(self.lists["singular_endings"])):
            return word in self.plurals
        endings = (self.plural, *self.lists["plural_endings"])
        return any(word.endswith(e) and len(word) > len(e) + 2 for e in endings)


@once_a_language
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

    def plain(key: str) -> dict[str, str]:
        return {w: str(v) for w, v in language.values("figures", key).items()}

    numbers, fractions, ordinals = figures("numbers"), figures("fractions"), figures("ordinals")
    magnitudes = figures("magnitudes")
    vague, spells = (
        {w: (float(v[0]), float(v[1])) for w, v in pairs(key).items()} for key in ("vague", "spells")
    )
    plural = "".join(language.words("figures", "plural"))
    units = {w: (v[0], float(v[1])) for w, v in pairs("units").items()}
    currencies = plain("currencies")
    return Lexicon(
        numbers,
        ordinals,
        magnitudes,
        fractions,
        vague,
        spells,
        {w + plural: v for w, v in units.items() if len(w) > 2} | units,
        {w + plural: v for w, v in currencies.items() if w.isalpha()} | currencies,
        phrases("approximators"),
        phrases("after"),
        {w: sense for sense, ws in language.table("figures", "senses").items() for w in ws},
        {sense: frozenset(ws) for sense, ws in language.table("figures", "never_so").items()},
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
        frozenset(language.words("assertion", "agent")),
        frozenset(numbers)
        | frozenset(fractions)
        | frozenset(vague)
        | frozenset(magnitudes)
        | frozenset(ordinals)
        | frozenset(w.split()[0] for w in spells),
        frozenset(language.values("calendar", "months")),
        frozenset(language.values("calendar", "daytimes")),
        frozenset(
            w
            for key in ("months", "weekdays", "daytimes", "seasons")
            for w in language.values("calendar", key)
        ),
        frozenset(language.words("calendar", "in_the")),
        frozenset(w for w, v in numbers.items() if v == 1),
        frozenset(language.words("syntax", "tails")),
        plural,
        plain("temperatures"),
        plain("unit_phrases"),
        plain("qualified_money"),
        {key: frozenset(ws) for key, ws in language.lists("figures").items()},
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


def numeral(tokens: Sequence[Token], i: int, text: str, start: int, words: Lexicon) -> Numeral | None:
    """The numeral that begins at token `i`; None where none does.  `start` is the offset of `text`."""
    token = tokens[i]
    if token.text[0].isdigit():
        if not DIGITS.fullmatch(token.text):
            return None
        value = float(token.text.replace(",", ""))
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after and after.start == token.end and after.norm in words.lists["ordinal_endings"]:
            return Numeral(i, i + 2, value, value, "rank")
        return _magnified(tokens, i + 1, i, value, text, start, words)
    word = token.norm
    if word in words.numbers:
        return _spelled(tokens, i, text, start, words)
    if word in words.vague:
        low, high = words.vague[word]
        last = i + 1
        of = last + (last < len(tokens) and tokens[last].norm in words.lists["of"])
        what = tokens[of].norm if of < len(tokens) else ""
        if of > last and what in words.vague:
            # "Hundreds of thousands"
            low, high, last = low * words.vague[what][0] / 2, high * LARGE, of + 1
        elif what in words.magnitudes and what not in words.lists["short_magnitudes"]:
            # "A couple of hundred", "a few thousand"
            low, high, last = low * words.magnitudes[what], high * words.magnitudes[what], of + 1
        elif of == last and word in words.lists["of_some"]:
            # "The couple"
            return None
        return Numeral(i, last, low, high)
    article = tokens[i - 1].norm in words.lists["before_magnitudes"] if i else False
    if word in words.magnitudes and word not in words.lists["short_magnitudes"] and article:
        value, last = words.magnitudes[word], i + 1
        joint = tokens[last].norm if last < len(tokens) else ""
        if word in words.lists["hundred"] and joint in words.lists["between_joins"]:
            # "A hundred and ninety", but "a hundred two-room flats"
            rest, last = _behind_hundred(tokens, last, text, start, words)
            value += rest
        return _magnified(tokens, last, i, value, text, start, words)
    if word in words.fractions and _is_fraction(tokens, i, words):
        value = words.fractions[word]
        joint, what, more = ([t.norm for t in tokens[i + 1 : i + 4]] + [""] * 3)[:3]
        if joint not in words.lists["a"]:
            return Numeral(i, i + 1, value, value, "fraction")
        if what in words.magnitudes:
            value *= words.magnitudes[what]
            return Numeral(i, i + 3, value, value, "count")
        if what in words.units or f"{what} {more}" in words.unit_phrases:
            return Numeral(i, i + 2, value, value, "count")
    if word in words.ordinals:
        return Numeral(i, i + 1, words.ordinals[word], words.ordinals[word], "rank")
    return None


def _is_fraction(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """As in "half the town", "half a million", "a third of"; but not "the third of May"."""
    following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if tokens[i].norm in words.lists["half"]:
        return following in words.lists["after_half"]
    if tokens[i].norm not in words.lists["parts_of_one"]:
        return False
    return following in words.lists["of"] and i > 0 and tokens[i - 1].norm in words.lists["one_part"]


def _spelled(
    tokens: Sequence[Token], i: int, text: str, start: int, words: Lexicon, inner: bool = False
) -> Numeral | None:
    """Twenty-nine; two hundred and six; seven and a half; two point four; two-thirds."""
    total = words.numbers[tokens[i].norm]
    j = i + 1
    if total == 1 and i and tokens[i - 1].norm in words.lists["not_before_one"]:
        return None

    def joined(k: int) -> bool:
        return _are_joined(tokens, k, text, start)

    if j < len(tokens) and joined(j) and tokens[j].norm in words.fractions and total < 10:
        part = words.fractions[tokens[j].norm]
        single = total == 1 and tokens[j].norm in words.lists["parts_of_one"] | words.lists["half"]
        if single or tokens[j].norm.endswith(words.plural):
            return Numeral(i, j + 1, total * part, total * part, "fraction")
    if total >= 20 and j < len(tokens) and joined(j) and 0 < words.numbers.get(tokens[j].norm, 0) < 10:
        total += words.numbers[tokens[j].norm]
        j += 1
    if not inner and j < len(tokens) and joined(j) and tokens[j].norm in words.lists["hundred"]:
        more, j = _behind_hundred(tokens, j + 1, text, start, words)
        total = 100 * total + more
    if j < len(tokens) and tokens[j].norm in words.lists["decimal_points"]:
        digits = 0.1
        while j + 1 < len(tokens) and words.numbers.get(tokens[j + 1].norm, 10) < 10 and joined(j + 1):
            total, digits, j = (
                round(total + digits * words.numbers[tokens[j + 1].norm], 9),
                digits / 10,
                j + 1,
            )
        j += digits < 0.1
    # "Seven and a half".
    elif j + 2 < len(tokens) and f"{tokens[j].norm} {tokens[j + 1].norm}" in words.lists["and_a"]:
        part = words.fractions.get(tokens[j + 2].norm, 0.0)
        if part:
            total, j = total + part, j + 3
    return _magnified(tokens, j, i, total, text, start, words)


def _behind_hundred(
    tokens: Sequence[Token], j: int, text: str, start: int, words: Lexicon
) -> tuple[float, int]:
    """What stands behind "hundred" and belongs to it, "and six", and the token behind that."""
    k = j + 1 if j < len(tokens) and tokens[j].norm in words.lists["between_joins"] else j
    if k < len(tokens) and tokens[k].norm in words.numbers and _are_joined(tokens, k, text, start):
        rest = _spelled(tokens, k, text, start, words, inner=True)
        if rest and rest.low < 100 and rest.kind == "count":
            return rest.low, rest.last
    return 0.0, j


def _are_joined(tokens: Sequence[Token], k: int, text: str, start: int) -> bool:
    """Whether a word follows the one before it as those of one numeral do."""
    return text[tokens[k - 1].end - start : tokens[k].start - start] in (" ", "-", "‑", "\n")


def _magnified(
    tokens: Sequence[Token],
    j: int,
    first: int,
    value: float,
    text: str,
    start: int,
    words: Lexicon,
) -> Numeral:
    """The number from token `first`, times the magnitudes from token `j` on: "3 million", "£3m"."""
    while j < len(tokens) and tokens[j].norm in words.magnitudes:
        gap = text[tokens[j - 1].end - start : tokens[j].start - start]
        word = tokens[j].norm
        # "3m" is three million after a currency sign only; the caller of a bare "3 m" means metres.
        if word in words.lists["short_magnitudes"] and not _is_money(tokens, first, text, start, words):
            break
        if gap not in ("", " ", "-", "‑", "\n", "\u00a0") or word in words.lists["other_meaning"]:
            break
        value, j = value * words.magnitudes[word], j + 1
    return Numeral(first, j, value, value)


def _is_money(tokens: Sequence[Token], first: int, text: str, start: int, words: Lexicon) -> bool:
    told = bool(symbol_before(text, tokens[first].start - start, words.currencies))
    return told or any(t.norm in words.currencies for t in tokens[first + 2 : first + 3])


def written(token: Token) -> float | None:
    """The plain value of a figure's first token, without its magnitude."""
    try:
        return float(token.text.replace(",", ""))
    except ValueError:
        return None
