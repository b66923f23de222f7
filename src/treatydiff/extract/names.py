"""Proper names and what stands for them."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.model import Document, Name, Passage


def find_names(document: Document, passages: tuple[Passage, ...], language: Language) -> tuple[Name, ...]:
    """Every name of the document in the order of its text."""
    return ()
