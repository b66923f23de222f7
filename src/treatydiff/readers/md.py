"""Markdown (CommonMark's common ground) with YAML front matter where it has one.

Headings become headline and cross-heads, pictures become captions; rules, comments, link targets and the
marks of code fences are no part of the report.  Emphasis and links within a paragraph stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.frozen import replace
from treatydiff.model import Block, PassageKind, Span
from treatydiff.patterns import pattern
from treatydiff.readers import Content
from treatydiff.readers._front import front_matter

SUFFIXES = (".md", ".markdown")

_LINE = pattern(r"[^\r\n]+")
_HEADING = pattern(r" {0,3}#{1,6}[ \t]+(?P<text>[^\r\n]*[^\s#])[ \t#]*\Z")
_UNDERLINE = pattern(r" {0,3}(?:=+|--+)[ \t]*\Z")
_PICTURE = pattern(r"[ \t]*!\[(?P<text>[^\]]*)\]\([^)]*\)[ \t]*\Z")
_FENCE = pattern(r" {0,3}(?:```|~~~)")
_TARGET = pattern(r" {0,3}\[[^\]]+\]:[ \t]*\S")


def read(text: str, origin: str) -> Content:
    """What of the text is the report, and where its headings and pictures are."""
    content = front_matter(text, origin)
    return replace(content, blocks=tuple(_blocks(text, content.span)))


def _blocks(text: str, content: Span) -> Iterator[Block]:
    headline: PassageKind = "headline"
    above: Span | None = None
    done = content.start
    for match in _LINE.finditer(text, *content):
        line = match.group()
        span = Span(*match.span())
        if span.start < done:
            continue
        comment = line.lstrip().startswith("<!--")
        if comment:
            end = text.find("-->", span.start, content.end)
            done = end + 3 if end >= 0 else content.end
            yield Block(Span(span.start, done), None)
        elif heading := _HEADING.match(line):
            yield from _around(span, heading.span("text"), headline)
            headline = "crosshead"
        elif picture := _PICTURE.match(line):
            yield from _around(span, picture.span("text"), "caption")
        elif above is not None and _UNDERLINE.match(line):
            yield Block(above, headline)
            yield Block(span, None)
            headline = "crosshead"
        elif _is_markup(line):
            yield Block(span, None)
        else:
            opens = line.strip() and _opens(text, span.start, content.start)
            above = span if opens else None
            continue
        above = None


def _around(line: Span, inner: tuple[int, int], kind: PassageKind) -> Iterator[Block]:
    """The marks before the text, the text, the marks behind it."""
    start, end = line.start + inner[0], line.start + inner[1]
    for span, its in ((Span(line.start, start), None), (Span(start, end), kind), (Span(end, line.end), None)):
        if span.start < span.end:
            yield Block(span, its)


def _is_markup(line: str) -> bool:
    """Whether a line is a rule, the head of a table, the mark of a code fence or the target of a link."""
    marks = "".join(line.split())
    if marks[:1] in ("-", "*", "_") and len(marks) >= 3 and not marks.strip(marks[0]):
        return True
    if "|" in marks and "-" in marks and not marks.strip("|:-"):
        return True
    return _FENCE.match(line) is not None or _TARGET.match(line) is not None


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a line at that offset opens a paragraph."""
    above = text[max(start, at - 4) : at].replace("\r\n", "\n").replace("\r", "\n")
    return at == start or above.endswith("\n\n") or not above.strip()
