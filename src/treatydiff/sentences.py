"""Paragraphs → sentences: nupunkt's statistical boundaries, with a few rules of our own on top."""

from __future__ import annotations

import re

from treatydiff.model import Span

_WHITE = re.compile(r"\s")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, without the white space around them."""
    import nupunkt

    paragraph = _WHITE.sub(" ", text[start:end])
    found = []
    for a, b in nupunkt.sent_spans(paragraph):
        piece = paragraph[a:b]
        left = start + a + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if left < right:
            found.append(Span(left, right))
    return found
