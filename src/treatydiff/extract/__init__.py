"""Passages → quotes and claims: what a document says, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.assertion import assert_claims
from treatydiff.extract.claims import Told, find_claims
from treatydiff.extract.cuts import letters_of
from treatydiff.extract.marks import find_marked, paragraphs_of
from treatydiff.extract.names import find_cast, names_of
from treatydiff.extract.quantities import find_quantities
from treatydiff.extract.quotes import find_quotes, telling
from treatydiff.extract.times import find_times
from treatydiff.language import Language
from treatydiff.model import Document, Passage, Quantity, Reading, TimeSpan


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
    times = find_times(document, passages, language)
    told = Told(names, _apart_from(times, find_quantities(passages, language)), times, quotes)
    clauses = find_claims(document, passages, told, letters, language)
    claims = assert_claims(document, passages, clauses, said, names, letters, language)
    return Reading(document, passages, quotes, claims, names)


def _apart_from(times: Sequence[TimeSpan], figures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The figures without those that are a time of day: "at 1430 hours"."""
    held = {k for t in times if t.grain == "minute" for k in range(t.span.start, t.span.end)}
    return tuple([q for q in figures if q.span.start not in held])


def share_names(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one event, each lending the others the fuller form of a person's name."""
    from treatydiff.extract.sharing import lend_names

    return lend_names(readings)
