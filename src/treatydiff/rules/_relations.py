"""Lasting relations that hold one way only: who owns whom, who came after whom, whose child one is.

Told by a verb ("Tarn Mills owns Halm Ferries") or by a noun beside one of the names: "Halm Ferries is a
subsidiary of
Tarn Mills", "Lind's predecessor, Ada Holm", "after Holm's death Lind was elected".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Reading, Span, Token
from treatydiff.rules._events import events
from treatydiff.rules._pack import words_of
from treatydiff.rules._words import names_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

REACH = 60
"""Letters between a noun of relation and the name behind it: "a subsidiary of the timber company Tarn"."""


class Relation(NamedTuple):
    """Two names and how they are related."""

    kind: str
    first: str
    second: str
    span: Span
    """The word that tells it."""


def relations(claim: Claim, reading: Reading, language: Language) -> list[Relation]:
    """The relations that a claim tells."""
    told = any(p.stem in _verbs(language) for p in claim.predicates)
    if not told and _nouns(language).keys().isdisjoint([t.norm for t in claim.tokens]):
        return []
    names = [n for n in names_within(reading, reading.passages[claim.passage].span) if n.entity]
    return [
        *_by_verbs(claim, reading, names, language),
        *(r for r in _by_nouns(claim, reading, names, language) if r.first != r.second),
    ]


def _by_verbs(
    claim: Claim, reading: Reading, names: Sequence[Name], language: Language
) -> Iterator[Relation]:
    verbs = _verbs(language)
    if not any(p.stem in verbs for p in claim.predicates):
        return
    for event in events(claim, reading, language):
        p = event.predicate
        if p.stem not in verbs or p.polarity < 0 or p.status in ("planned", "possible", "attempted"):
            continue
        before = [n.entity for n in names if n.span.end <= p.group.start]
        if not before:
            # A lone word that opens a sentence may be a name.
            tokens = [t for t in claim.tokens if t.end <= p.group.start]
            before = [t.text for t in tokens[-1:] if t.text.istitle()]
        after = [n.entity for n in names if n.span.start >= p.span.end]
        if before and after and not event.subject.back:
            first, second = before[-1], after[0]
            pair = (second, first) if p.passive else (first, second)
            yield Relation(verbs[p.stem], *pair, p.group)


def _by_nouns(
    claim: Claim, reading: Reading, names: Sequence[Name], language: Language
) -> Iterator[Relation]:
    nouns, text, of = _nouns(language), reading.document.text, words_of(language).of
    following = {a.start: b.norm for a, b in pairwise(claim.tokens)}
    for token in claim.tokens:
        told = nouns.get(token.norm)
        if told is None:
            continue
        kind, turned = told.rstrip("-"), told.endswith("-")
        before = [n for n in names if n.span.end <= token.start]
        after = [n for n in names if n.span.start >= token.end]
        whose = next((n for n in before if _owns(n, token, text)), None)
        if whose is not None:
            # "Lind's predecessor, Ada Holm"; "after Holm's death, Lind was elected".
            who = after[0] if after and after[0].span.start - token.end < REACH else None
        elif following.get(token.start) in of and after and before:
            whose = after[-1] if after[-1].span.start - token.end < REACH else after[0]
            who = before[-1]
        else:
            continue
        if who is not None and whose.span.start - token.end < REACH:
            first, second = who.entity, whose.entity
            yield Relation(
                kind, *((second, first) if turned else (first, second)), Span(token.start, token.end)
            )


def _owns(name: Name, noun: Token, text: str) -> bool:
    """Whether a name in the genitive stands right before a noun."""
    end = text[name.span.end - 2 : name.span.end]
    gap = text[name.span.end : noun.start]
    return gap in ("'s ", "’s ", "' ", "’ ") or (end in ("'s", "’s") and gap == " ")


@once_a_language
def _verbs(language: Language) -> dict[str, str]:
    table = language.table("roles", "relation_verbs")
    return {stem: kind for kind, ws in table.items() for stem in stems(ws, language.code)}


@once_a_language
def _nouns(language: Language) -> dict[str, str]:
    return {w: kind for kind, ws in language.table("roles", "relation_nouns").items() for w in ws}
