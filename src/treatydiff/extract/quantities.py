"""Figures with their units, approximators and what they count."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.model import Passage, Quantity


def find_quantities(passages: tuple[Passage, ...], language: Language) -> tuple[Quantity, ...]:
    """Every figure of the document in the order of its text."""
    return ()
