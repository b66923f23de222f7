"""Text → paragraphs: which line ends are the writer's, and which only the width of a page.

A blank line always ends a paragraph.  Within a block of lines, a line end is a wrap, not an end, where the
line below goes on in the middle of a sentence, or where the whole text is filled to one width and the next
word would not have fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from heapq import merge
from itertools import pairwise

from treatydiff.frozen import NamedTuple, replace
from treatydiff.model import Block, Document, PassageKind, Span
from treatydiff.patterns import pattern

_LINE = pattern(r"[^\r\n\v\f\x85\u2028\u2029]+")
_END = pattern(r"[\r\n\v\f\x85\u2028\u2029]")
BULLETS = "*•·‣▪◦–—-"
_ENTRY = pattern(r"(?:[*•·‣▪◦–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_WORD = pattern(r"\S+")
NUMBER = 4
"""Characters that the number of an entry takes at most: "(12)"."""
CLOSING = "\"'”’»)]*_"
"""Marks that may stand between the stop of a sentence and the space behind it."""
ENDS = (".", "!", "?", "…", ":", ";")
LONGEST_LINE = 132
"""Characters of the widest page that text is wrapped to."""
SHORTEST_LINE = 25
"""Characters from which a line may end for want of room."""
FEWEST_WRAPS = 3
"""Line ends within blocks that it takes to see a page width."""


class Line(NamedTuple):
    """A line that holds more than white space, without the white space around it."""

    start: int
    end: int
    indent: int
    after_blank: bool
    """Whether an empty line (or the beginning) stands before it."""


class Paragraph(NamedTuple):
    """One line, or the lines that the width of a page made of it."""

    start: int
    end: int
    after_blank: bool
    lines: int
    kind: PassageKind | None = None
    """What the format of the document says that it is."""


@lru_cache(maxsize=1)
def paragraphs(text: str, start: int, end: int, blocks: tuple[Block, ...] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text[start:end]`` in order; `blocks` are the places whose kind is known already.

    Every document is asked for twice in a row.
    """
    lines: list[Line] = []
    known: list[Paragraph] = []
    for block in blocks:
        lines += _lines(text, start, block.span.start)
        if block.kind is not None and (inside := _lines(text, *block.span)):
            known.append(Paragraph(inside[0].start, inside[-1].end, True, len(inside), block.kind))
        start = block.span.end
    lines += _lines(text, start, end)
    return tuple(merge(_joined(text, lines), known) if known else _joined(text, lines))


def unwrapped(document: Document) -> Document:
    """The document with a space for each line end that only the width of a page made; all places stay."""
    start, end = document.content or Span(0, len(document.text))
    parts = paragraphs(document.text, start, end, document.blocks)
    pieces = []
    done = 0
    for part in parts:
        if part.lines > 1:
            pieces += [document.text[done : part.start], _END.sub(" ", document.text[part.start : part.end])]
            done = part.end
    return replace(document, text="".join([*pieces, document.text[done:]])) if pieces else document


def is_entry(text: str, start: int) -> bool:
    """Whether an entry of a list begins there."""
    opening = text[start : start + NUMBER]
    may_be = opening[:1] in BULLETS or "." in opening or ")" in opening
    return may_be and not opening[:1].isupper() and _ENTRY.match(text, start) is not None


def _lines(text: str, start: int, end: int) -> list[Line]:
    found = []
    after = start
    blank = True
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        inner = line.strip()
        ends = text.count("\n", after, match.start()) or text.count("\r", after, match.start())
        blank = blank or ends > 1
        after = match.end()
        if not inner:
            blank = True
            continue
        indent = len(line) - len(line.lstrip())
        first = match.start() + indent
        found.append(Line(first, first + len(inner), indent, blank))
        blank = False
    return found


def _joined(text: str, lines: Sequence[Line]) -> list[Paragraph]:
    width = _width(text, lines)
    clauses = width is None and _by_clauses(text, lines)
    found: list[Paragraph] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _wraps(text, before, line, width, clauses and len(found) > 1):
            last = found[-1]
            found[-1] = last._replace(end=line.end, lines=last.lines + 1)
        else:
            found.append(Paragraph(line.start, line.end, line.after_blank, 1))
        before = line
    return found


def _breaks(text: str, lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Line ends within blocks that may be wraps."""
    return [(a, b) for a, b in pairwise(lines) if not b.after_blank and not is_entry(text, b.start)]


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The width that the text is wrapped to; None where its lines are paragraphs."""
    breaks = _breaks(text, lines)
    if len(breaks) < FEWEST_WRAPS:
        return None
    width = max(a.end - a.start + a.indent for a, _ in breaks)
    if width > LONGEST_LINE or max(b.end - b.start + b.indent for _, b in breaks) > width + 1:
        return None
    going_on = sum(text[b.start].islower() for _, b in breaks)
    open_ = [a for a, _ in breaks if not _ended(text, a)]
    long = sum(4 * (a.end - a.start + a.indent) >= 3 * width for a in open_)
    return width if 3 * going_on >= len(breaks) and 3 * long >= 2 * len(open_) else None


def _by_clauses(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines end with clauses, so that many go on in the middle of a sentence."""
    breaks = _breaks(text, lines)
    going_on = sum(text[b.start].islower() and not _ended(text, a) for a, b in breaks)
    return len(breaks) >= FEWEST_WRAPS and 3 * going_on >= len(breaks)


def _wraps(text: str, line: Line, following: Line, width: int | None, clauses: bool) -> bool:
    """Whether the end of a line is no end of a paragraph."""
    if following.after_blank:
        return False
    entry = is_entry(text, line.start)
    if is_entry(text, following.start):
        # a dash within a sentence may come to stand at the beginning of a line
        dash = text[following.start] in "—–" and width is not None and not entry and not _ended(text, line)
        return dash and _is_full(text, line, following, width or 0)
    if following.indent > line.indent + 1 and not entry and width is not None:
        return False
    if width is not None and _is_full(text, line, following, width):
        return True
    if _ended(text, line) or line.end - line.start < max(SHORTEST_LINE, (width or 0) / 2):
        return False
    return text[following.start].islower() or clauses or width is not None


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    word = _WORD.match(text, following.start)
    room = width - (line.end - line.start + line.indent) - 1
    return word is not None and word.end() - word.start() > room


def _ended(text: str, line: Line) -> bool:
    return text[max(line.start, line.end - 8) : line.end].rstrip(CLOSING).endswith(ENDS)
