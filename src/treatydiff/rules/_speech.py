"""What the rules for speech share: the words that two claims report, and whether one person says both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache

from treatydiff.drift import Drift, Rendering, compared, is_noise, rendered
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Claim, NameKind, Quote, Reading, Span
from treatydiff.rules import Pair, once_a_report
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold

NEAR = 6
"""Words on either side of a name among which its bearer's office stands."""
MOST = 6
"""Quotes of one claim that are looked at: no clause holds more."""
SEXES = {"masculine", "feminine"}
ALIKE = 0.7
"""Likeness of two last names from which they are one name in two spellings."""


class Utterance:
    """What two linked claims report in somebody's words, compared word for word when that is asked for."""

    def __init__(self, left: Quote, right: Quote, mine: Rendering, theirs: Rendering, language: str) -> None:
        self.left, self.right, self.mine, self.theirs, self.language = left, right, mine, theirs, language

    @property
    def fewest(self) -> int:
        """Words of the shorter rendering."""
        return min(len(self.mine), len(self.theirs))

    def may_share(self, least: float) -> bool:
        """Whether `common` can be as much as that; quick to see."""
        here, there = {t.norm for t in self.mine}, {t.norm for t in self.theirs}
        if is_noise(self.mine, self.theirs):
            return False
        return len(here & there) >= least * min(len(here), len(there))

    @cached_property
    def drift(self) -> Drift:
        """What changes from one rendering to the other."""
        return compared(self.left, self.mine, self.right, self.theirs, self.language)

    @property
    def common(self) -> float:
        """Share of the shorter rendering, 0 to 1, that the other has in the same order."""
        return self.drift.likeness * (len(self.mine) + len(self.theirs)) / 2 / self.fewest


def said(claim: Claim, reading: Reading) -> list[Quote]:
    """The quotes that a claim holds, or that hold it, for the most part."""
    found = []
    for quote in quotes_of(reading, claim.passage):
        shorter = min(claim.span.end - claim.span.start, quote.span.end - quote.span.start)
        if 2 * claim.span.overlap(quote.span) >= max(1, shorter):
            found.append(quote)
    return found


def cues_within(reading: Reading, passage: int) -> list[Span]:
    """The verbs of a sentence that bring somebody's words."""
    return [q.cue_span for q in quotes_of(reading, passage) if q.cue_span]


def tags_within(reading: Reading, passage: int, sayings: AbstractSet[str]) -> list[Span]:
    """Where a sentence only says who says it, by one of some cues: "said the mayor"."""
    told = [q for q in quotes_of(reading, passage) if q.cue_span and (q.cue or "").lower() in sayings]
    return [span for q in told for span in (q.cue_span, q.mention_span) if span]


def quotes_of(reading: Reading, passage: int) -> Sequence[Quote]:
    """The quotes of a sentence."""
    return _by_passage(reading).get(passage, ())


@once_a_report
def _by_passage(reading: Reading) -> dict[int, list[Quote]]:
    """The quotes of each sentence that has some."""
    found: dict[int, list[Quote]] = {}
    for quote in reading.quotes:
        found.setdefault(quote.passage, []).append(quote)
    return found


def utterances(pair: Pair) -> Sequence[Utterance]:
    """Every quotation of the left claim with every one of the right claim."""
    return pair.once(_utterances)


def _utterances(pair: Pair) -> Sequence[Utterance]:
    left, right = pair.both(renderings)
    return [
        Utterance(quote, other, mine, words, pair.language.code)
        for quote, mine in left
        for other, words in right
        if mine and words
    ]


def renderings(claim: Claim, reading: Reading, language: Language) -> list[tuple[Quote, Rendering]]:
    """The quotes of a claim with their words."""
    return [(quote, rendered(quote, reading)) for quote in said(claim, reading)[:MOST]]


@lru_cache(maxsize=4096)
def same_name(one: str, two: str, language: Language) -> bool:
    """Whether two names may be one: they have a word in common, or their last words are nearly alike."""
    from difflib import SequenceMatcher

    titles = _words(language).titles
    a, b = (
        [w for w in fold(n).replace(".", "").replace("-", " ").split() if w not in titles] for n in (one, two)
    )
    if len(a) > 1 and len(b) > 1 and {gender(a[0], language), gender(b[0], language)} == SEXES:
        # The king and the queen of one name.
        return False
    if not a or not b or set(a) & set(b):
        return True
    return SequenceMatcher(None, a[-1], b[-1], autojunk=False).ratio() >= ALIKE


def one_name(left: Quote, right: Quote, pair: Pair) -> bool:
    """Whether the speakers of two quotes may be one person or body."""
    one, two = left.speaker or "", right.speaker or ""
    return one == two or same_name(one, two, pair.language)


def one_speaker(found: Utterance, pair: Pair) -> bool:
    """Whether both reports name the speaker of an utterance, and the same one."""
    return bool(found.left.speaker and found.right.speaker) and one_name(found.left, found.right, pair)


def is_known(name: str, reading: Reading, pair: Pair) -> bool:
    """Whether a speaker is named, or described as a body or as people ("the ministry", "officials").

    One whom a report only calls "the mayor" may be anybody whom the other one names.
    """
    if is_named(name, reading, pair):
        return True
    words = fold(name).split()
    return bool(words) and words[-1] in _words(pair.language).bodies


def is_named(name: str, reading: Reading, pair: Pair) -> bool:
    """Whether a report has a name, in its fullest form."""
    return name in pair.whole(_kinds, reading)


def is_person(name: str, reading: Reading, pair: Pair) -> bool:
    """Whether a speaker is one person that the report names.

    A name of two words that nothing shows to be a body or a place counts as a person's.
    """
    kinds = pair.whole(_kinds, reading).get(name, set())
    if any("organisation" in pair.whole(_kinds, r).get(name, ()) for r in (pair.left, pair.right)):
        # Whom "he" means is sometimes guessed.
        return False
    return "person" in kinds or (kinds == {"unknown"} and len(name.split()) > 1)


def gender(name: str, language: Language) -> str:
    """What a first name or a title shows: "masculine", "feminine" or nothing."""
    first, words = fold(name).split()[:1], _words(language)
    if first and first[0] in words.masculine:
        return "masculine"
    return "feminine" if first and first[0] in words.feminine else ""


def pronoun_gender(quote: Quote, language: Language) -> str:
    """The gender of the pronoun that a quote's speaker is given by, where it is one."""
    mention = fold(quote.mention or "")
    table = language.table("grammar", "pronouns")
    return next((sex for sex in ("masculine", "feminine") if mention in table.get(sex, ())), "")


def speaks_for_others(name: str, pair: Pair) -> bool:
    """Whether either report calls a person a spokesman, a lawyer or another who speaks for somebody."""
    return not _words(pair.language).mouthpieces.isdisjoint(around(name, pair))


def speaks_for(name: str, body: str, pair: Pair) -> bool:
    """Whether either report names a person and a body (or another person) next to each other."""
    wanted = {w for w in fold(body).split() if len(w) > 3}
    return not wanted.isdisjoint(around(name, pair))


def around(name: str, pair: Pair) -> frozenset[str]:
    """The words around the places where the two reports name somebody."""
    left, right = pair.whole(_neighbours, pair.left), pair.whole(_neighbours, pair.right)
    return frozenset(left.get(name, ())).union(right.get(name, ()))


def _kinds(reading: Reading, language: Language) -> Mapping[str, set[NameKind]]:
    """What kinds of name a report's mentions of each one are."""
    found: dict[str, set[NameKind]] = {}
    for name in reading.names:
        found.setdefault(name.entity, set()).add(name.kind)
    return found


def _neighbours(reading: Reading, language: Language) -> Mapping[str, set[str]]:
    """The words around the places where a report names each one, those that somebody speaks left out."""
    found: dict[str, set[str]] = {}
    for mention in reading.names:
        if mention.resolution not in ("name", "surname"):
            continue
        at = bisect_left(reading.passages, mention.span.start, key=lambda p: p.span.end)
        if at == len(reading.passages):
            continue
        tokens = reading.passages[at].tokens
        first = bisect_left(tokens, mention.span.start, key=lambda t: t.start)
        last = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
        near = (*tokens[max(0, first - NEAR) : first], *tokens[last : last + NEAR])
        quoted = [q.span for q in quotes_of(reading, at) if q.kind != "indirect"]
        found.setdefault(mention.entity, set()).update(
            t.norm for t in near if not any(span.start <= t.start < span.end for span in quoted)
        )
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    mouthpieces: frozenset[str]
    bodies: frozenset[str]


@once_a_language
def _words(language: Language) -> _Words:
    def folded(*keys: str) -> frozenset[str]:
        return frozenset(fold(w) for key in keys for w in language.words("names", key))

    men, women = folded("masculine_names", "masculine_titles"), folded("feminine_names", "feminine_titles")
    return _Words(
        folded("titles"), men - women, women - men, folded("mouthpieces"), folded("heads", "people")
    )
