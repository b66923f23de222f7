"""Paragraphs → sentences: nupunkt's statistical boundaries, with a few rules of our own on top."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatydiff.model import Span

_WHITE = re.compile(r"\s")
LONGEST = 1_000
"""Characters of a sentence; one that goes on is cut between words, so that time grows with the text alone."""


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, without the white space around them."""
    import nupunkt

    paragraph = _WHITE.sub(" ", text[start:end])
    found: list[Span] = []
    for a, b in nupunkt.sent_spans(paragraph):
        piece = paragraph[a:b]
        left = start + a + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if left < right:
            found += _cut(text, left, right)
    return found


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, in parts if it is too long."""
    while end - start > LONGEST:
        at = max((text.rfind(c, start + 1, start + LONGEST) for c in " \t\n"), default=-1)
        stop = at if at > 0 else start + LONGEST
        yield Span(start, stop)
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)
