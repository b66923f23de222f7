"""Passages → quotes and claims: what a document says, and in whose words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from treatydiff.extract.assertion import assert_claims
from treatydiff.extract.claims import find_claims
from treatydiff.extract.cuts import letters_of
from treatydiff.extract.marks import find_marked, paragraphs_of
from treatydiff.extract.names import find_cast, names_of
from treatydiff.extract.quantities import find_quantities
from treatydiff.extract.quotes import find_quotes, telling
from treatydiff.extract.times import find_times
from treatydiff.frozen import replace
from treatydiff.hints import TypeVar
from treatydiff.language import Language
from treatydiff.model import Claim, Document, Name, Passage, Quantity, Reading, TimeSpan

Mention = TypeVar("Mention", Name, Quantity, TimeSpan)


def extract(
    document: Document, passages: tuple[Passage, ...], language: Language, with_claims: bool = True
) -> Reading:
    """Names, quotes and, where they are wanted, claims of one document."""
    marked = find_marked(document.text, paragraphs_of(passages))
    cast = find_cast(document, passages, language, marked)
    names = names_of(cast, passages, language, stand_ins=with_claims)
    said, parsed = find_quotes(document, passages, marked, cast, language)
    quotes = telling(said, document.text, language)
    if not with_claims:
        return Reading(document, passages, quotes, (), names)
    letters = letters_of((t for p in passages for t in p.tokens), parsed)
    clauses = find_claims(document, passages, names, quotes, letters, language)
    quantities = find_quantities(passages, language)
    times = find_times(document, passages, language)
    starts = [[m.span.start for m in mentions] for mentions in (names, quantities, times)]
    claims = tuple(
        replace(
            claim,
            names=_within(claim, names, starts[0]),
            quantities=_within(claim, quantities, starts[1]),
            times=_within(claim, times, starts[2]),
        )
        for claim in clauses
    )
    claims = assert_claims(document, passages, claims, said, names, letters, language)
    return Reading(document, passages, quotes, claims, names)


def share_names(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one event, each lending the others the fuller form of a person's name."""
    from treatydiff.extract.sharing import lend_names

    return lend_names(readings)


def _within(claim: Claim, mentions: tuple[Mention, ...], starts: Sequence[int]) -> tuple[Mention, ...]:
    """The mentions that a claim holds, of all in the order of the text; `starts` is where they begin."""
    start, end = claim.span
    held = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    return tuple(m for m in held if m.span.end <= end) if held else ()
