"""Passages → quotes and claims: what a document says, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.claims import find_claims
from treatydiff.extract.names import find_names
from treatydiff.extract.quotes import find_quotes
from treatydiff.language import Language
from treatydiff.model import Document, Passage, Reading


def extract(document: Document, passages: tuple[Passage, ...], language: Language) -> Reading:
    """Names, quotes and claims of one document."""
    names = find_names(document, passages, language)
    quotes = find_quotes(document, passages, names, language)
    claims = find_claims(document, passages, names, quotes, language)
    return Reading(document, passages, quotes, claims, names)


def share_names(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one event, each lending the others the fuller form of a person's name."""
    return tuple(readings)
