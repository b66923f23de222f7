"""Passages → claims: the clauses that each assert one thing."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.model import Claim, Document, Name, Passage, Quote


def find_claims(
    document: Document,
    passages: tuple[Passage, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
    language: Language,
) -> tuple[Claim, ...]:
    """All claims in the order of the text; together the claims of a passage cover it."""
    return tuple(Claim(document.id, p.index, p.index, p.span, p.kind, p.text, p.tokens) for p in passages)
