"""Who said what: direct, indirect and mixed speech with its cue and source."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.model import Document, Name, Passage, Quote


def find_quotes(
    document: Document, passages: tuple[Passage, ...], names: tuple[Name, ...], language: Language
) -> tuple[Quote, ...]:
    """All acts of speech in the order of the text."""
    return ()
