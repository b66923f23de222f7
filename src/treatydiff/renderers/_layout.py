"""Runs of styled text, wrapped to a width and put side by side; knows nothing of findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

from treatydiff.safety import cells

Piece = tuple[str, str]
"""Text and the name of its style, "" for none."""
Line = tuple[Piece, ...]

_HUES = (33, 172, 37, 133)
STYLES = {
    "clash": "bold color(170)",
    "head": "bold",
    "dim": "dim",
    **{f"name{n}": f"color({hue})" for n, hue in enumerate(_HUES)},
    **{f"mark{n}": f"underline color({hue})" for n, hue in enumerate(_HUES)},
}
"""The hues can be told apart on dark and on light ground and by those who confuse red and green; the
numbered styles belong to the documents in their order."""


def plain(line: Iterable[Piece]) -> str:
    """The words of a line without their styles."""
    return "".join(text for text, _ in line).rstrip()


def coloured(line: Sequence[Piece]) -> str:
    """The line with the terminal's own codes for its styles."""
    out, at = [], 0
    while at < len(line):
        style, end = line[at][1], at + 1
        while end < len(line) and line[end][1] == style:
            end += 1
        text = "".join(t for t, _ in line[at:end])
        out.append(_paint(style, text) if style and text.strip() else text)
        at = end
    return "".join(out).rstrip()


def _paint(style: str, text: str) -> str:
    from rich.color import ColorSystem

    return _style(style).render(text, color_system=ColorSystem.EIGHT_BIT)  # type: ignore[attr-defined, no-any-return]


@cache
def _style(name: str) -> object:
    from rich.style import Style

    return Style.parse(STYLES[name])


def width(line: Iterable[Piece]) -> int:
    """Columns that a line takes on a terminal."""
    return sum(cells(text) for text, _ in line)


def wrap(pieces: Iterable[Piece], columns: int) -> list[Line]:
    """Pieces broken between words into lines that fit; a word wider than a line is broken within."""
    columns = max(columns, 8)
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0
    for word in _words(pieces):
        size = width(word)
        if line and used + size > columns and plain(word):
            lines.append(_trimmed(line))
            line, used = [], 0
            word = _without_lead(word)
            size = width(word)
        if size > columns:
            *full, word = _chunks(word, columns)
            lines += [tuple(chunk) for chunk in full]
            size = width(word)
        line += word
        used += size
    if line:
        lines.append(_trimmed(line))
    return lines


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Words with the white space before them, each with its styles."""
    word: list[Piece] = []
    for text, style in pieces:
        for part in re.findall(r"\s+|\S+", text):
            if part.isspace() and any(not t.isspace() for t, _ in word):
                yield word
                word = []
            word.append((part, style))
    if word:
        yield word


def _without_lead(word: list[Piece]) -> list[Piece]:
    return word[1:] if word[0][0].isspace() else word


def _trimmed(line: list[Piece]) -> Line:
    while line and line[-1][0].isspace():
        line.pop()
    return tuple(line)


def _chunks(word: list[Piece], columns: int) -> list[list[Piece]]:
    """A word cut into parts that fill a line each, the last as long as it may be."""
    chunks: list[list[Piece]] = [[]]
    room = columns
    for text, style in word:
        start = 0
        for n, character in enumerate(text):
            size = cells(character)
            if size > room:
                chunks[-1].append((text[start:n], style))
                chunks.append([])
                start, room = n, columns
            room -= size
        chunks[-1].append((text[start:], style))
    return chunks


def padded(line: Sequence[Piece], columns: int) -> Line:
    """The line with blanks up to a width."""
    return (*line, (" " * max(0, columns - width(line)), ""))


def ends(left: Sequence[Piece], right: Sequence[Piece], columns: int) -> Iterator[Line]:
    """Left and right at the two margins of one line.

    Where both do not fit, a short right ends the first of several lines, a long one goes below.
    """
    gap = columns - width(left) - width(right)
    if gap >= 2 or not right:
        yield (*left, (" " * max(gap, 0), ""), *right)
        return
    if 2 * width(right) < columns:
        room = columns - width(right) - 2
        first, *rest = wrap(left, room)
        yield (*padded(first, room + 2), *right)
        yield from rest
        return
    yield from wrap(left, columns)
    if width(right) <= columns:
        yield ((" " * (columns - width(right)), ""), *right)
        return
    yield from indented(wrap(right, columns - 4), [("    ", "")], [("    ", "")])


def beside(
    columns: Sequence[Sequence[Line]], widths: Sequence[int], gutters: Sequence[str]
) -> Iterator[Line]:
    """Columns of lines next to each other with a gutter between each two."""
    for row in zip_longest(*columns, fillvalue=()):
        line: list[Piece] = []
        for n, (cell, size) in enumerate(zip(row, widths, strict=True)):
            line += padded(cell, size)
            if n < len(gutters):
                line.append((gutters[n], "dim" if gutters[n].strip() in ("|", "│") else "head"))
        yield tuple(line)


def indented(lines: Iterable[Line], first: Sequence[Piece], later: Sequence[Piece]) -> Iterator[Line]:
    """Lines with something before the first and before each later one."""
    for n, line in enumerate(lines):
        yield (*(later if n else first), *line)
