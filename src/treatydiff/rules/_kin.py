"""How two people are related: "Ivo Lind, her brother", "Nora Holm's former husband, Karl Brandt"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._pack import words_of
from treatydiff.rules._speech import same_name
from treatydiff.rules._words import names_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import GENITIVE

QUALIFIED = 16
"""Letters between whose relative one is and the word that says which: "Holm's younger brother"."""
TITLED = 30
"""Letters between that word and a name behind it: "wife of the former ambassador Ivo Lind"."""
SAID = 3
"""Words between a name and the word that says whose relative it is: "is the younger"."""
RELATIVE, ACQUAINTANCE = "relative", "acquaintance"
"""Entries of the pack: any kin, and none."""


class Kin(NamedTuple):
    """Two people and what the one is to the other."""

    kind: str
    """An entry of the pack: "spouse" for husband and wife; with "former" where they no longer are."""
    who: str
    whose: str
    span: Span


def kin(claim: Claim, reading: Reading, language: Language) -> list[Kin]:
    """The relatives that a claim tells of, both of them by name or by a pronoun."""
    nouns = _nouns(language)
    if not any(t.norm in nouns for t in claim.tokens):
        return []
    span = reading.passages[claim.passage].span
    names = [n for n in names_within(reading, span) if n.entity and n.kind in ("person", "unknown")]
    return [k for k in _kin(claim, reading, names, language) if k.who != k.whose]


def _kin(claim: Claim, reading: Reading, names: list[Name], language: Language) -> Iterator[Kin]:
    nouns, text, words = _nouns(language), reading.document.text, words_of(language)
    following = {a.start: b for a, b in pairwise(claim.tokens)}
    for before, token in pairwise((None, *claim.tokens)):
        kind = nouns.get(token.norm) if token is not None else None
        if token is None or kind is None or text[token.end : token.end + 1] == "-":
            # A brother-in-law is no brother.
            continue
        start = token.start
        if before is not None and before.norm in language.words("roles", "former_kin"):
            kind, start = f"former {kind}", before.start
        told = [n for n in names if n.span.end <= token.start]
        behind = [n for n in names if n.span.start >= token.end]
        whose = next((n for n in reversed(told) if _owns(n, token, text)), None)
        after = following.get(token.start)
        if whose is not None:
            who = _beside(token, whose, told, behind, text)
        elif after is not None and after.norm in words.of and behind and told:
            link = text[told[-1].span.end : token.start]
            said = link.startswith(",") or (
                link.split()[:1] in (["is"], ["was"]) and len(link.split()) <= SAID
            )
            near = behind[0].span.start - token.end < TITLED and said
            whose, who = (behind[0], told[-1]) if near else (None, None)
        else:
            continue
        if who is not None and whose is not None:
            yield Kin(kind, who.entity, whose.entity, Span(start, token.end))


def _owns(name: Name, noun: Token, text: str) -> bool:
    """Whether a name in the genitive, or a pronoun, stands before the word, with an adjective at most."""
    between = text[name.span.end : noun.start]
    genitive = text[name.span.start : name.span.end].endswith(GENITIVE) or between.startswith(GENITIVE)
    rest = between.removeprefix("'s").removeprefix("’s").replace("-", " ")
    plain = rest.isspace() or (rest.islower() and not set(rest) & set(",.;:()"))
    return (genitive or name.resolution == "pronoun") and plain and len(rest) <= QUALIFIED


def _beside(noun: Token, whose: Name, told: list[Name], behind: list[Name], text: str) -> Name | None:
    """Who is the relative: the name right behind the word, or the one before that it is said of."""
    if behind and text[noun.end : behind[0].span.start] in (" ", ", "):
        return behind[0]
    before = [n for n in told if n.span.end <= whose.span.start]
    if not before:
        return None
    between = text[before[-1].span.end : whose.span.start].split()
    return before[-1] if between in (["is"], ["was"], [","]) else None


def other_kin(pair: Pair) -> tuple[Kin, Kin] | None:
    """Two relations of the same two people that exclude each other."""
    left, right = pair.both(kin)
    for a in left:
        for b in right:
            if a.kind == b.kind or (RELATIVE in (a.kind, b.kind) and ACQUAINTANCE not in (a.kind, b.kind)):
                continue
            for one, other in ((b.who, b.whose), (b.whose, b.who)):
                if _is_one(a.who, one, pair.language) and _is_one(a.whose, other, pair.language):
                    return a, b
    return None


def _is_one(a: str, b: str, language: Language) -> bool:
    """Whether two names are one person's; of one family, the first names tell people apart."""
    one, two = a.split(), b.split()
    return same_name(a, b, language) and (len(one) == 1 or len(two) == 1 or one[0] == two[0])


@once_a_language
def _nouns(language: Language) -> dict[str, str]:
    return {w: kind for kind, ws in language.table("roles", "kin").items() for w in (kind, *ws)}
