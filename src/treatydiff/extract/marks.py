"""Quotation marks: which stretches of a text stand between them.

The marks of one paragraph never reach into the next: a quotation left open ends with its paragraph and is
noted as running on.  Apostrophes open and close nothing.  Where the report is written in the British way,
single marks are the outer ones; which way it is, the text as a whole shows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from treatydiff.frozen import dataclass
from treatydiff.model import Passage, Span
from treatydiff.patterns import pattern

DOUBLE = pattern("[“”\"„‟«»]|''|``|‘‘|’’")
_OPENING = frozenset(("“", "„", "«", "``", "‘‘"))
_CLOSING = frozenset(("”", "‟", "»", "’’"))
SINGLE = "'‘"
"""Single marks that may open a quotation, and"""
BEFORE_SINGLE = '([—–:“"-'
"""what one stands behind that does, but for white space."""
_SINGLE_OPEN = pattern(r"(?<![^\s(\[—–:“\"-])['‘](?=[^\W_]|[£$€\[(…]|\.\.\.)(?!\d0s\b)")
_SINGLE_CLOSE = pattern(r"(?<=[^\s'‘’])['’](?![^\W_])")
_ELIDED = pattern(r"['‘’](?:em|til|tis|twas|cause|n|round|bout|cos|\d\ds?)\b", re.IGNORECASE)
_SENTENCE_BEFORE = (".", "!", "?", ",", "”", '"')
PUNCTUATION = ("", ",", ".", ";", ":", ")", "?", "!", "—", "–")
REACH = 40
"""How many apostrophes of plurals a quotation in single marks may hold."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between a pair of marks."""

    start: int
    end: int
    """Between the marks."""
    outer_start: int
    outer_end: int
    """Marks included."""
    line: int
    """Offset of the paragraph's first character."""
    closed: bool
    single: bool = False


def paragraphs_of(passages: Iterable[Passage]) -> list[Span]:
    """From the first to the last character of each paragraph."""
    out: list[Span] = []
    last = None
    for passage in passages:
        if out and passage.paragraph == last:
            out[-1] = Span(out[-1].start, passage.span.end)
        else:
            out.append(passage.span)
        last = passage.paragraph
    return out


def find_marked(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """All outermost quotations of these paragraphs in order."""
    double: list[Marked] = []
    single: list[Marked] = []
    for n, (start, end) in enumerate(paragraphs):
        double += _double(text, start, end)
        # the next paragraph may take up a quotation again
        after = paragraphs[n + 1].start if n + 1 < len(paragraphs) else None
        taken_up = after is not None and text[after] in SINGLE and bool(_SINGLE_OPEN.match(text, after))
        single += _single(text, start, end, taken_up)
    free = [s for s in single if not any(_holds(d, s) for d in _near(double, s))]
    outer = [d for d in double if not any(_holds(s, d) for s in _near(free, d))]
    if len(free) > len(outer):
        return sorted([*free, *outer], key=lambda m: m.start)
    # A report with double marks may still have single ones in its headline and for terms.
    return sorted(
        [*double, *(s for s in free if not any(_holds(s, d) for d in _near(double, s)))], key=_start
    )


def _start(marked: Marked) -> int:
    return marked.start


def _near(marks: list[Marked], other: Marked) -> list[Marked]:
    """Those in the same paragraph."""
    return marks[
        bisect_left(marks, other.line, key=lambda m: m.line) : bisect_right(
            marks, other.line, key=lambda m: m.line
        )
    ]


def _holds(outer: Marked, inner: Marked) -> bool:
    return outer.outer_start < inner.outer_start and inner.outer_end <= outer.outer_end


def _nested(text: str, start: int, end: int) -> list[Marked] | None:
    """The outermost quotations where curly marks are nested and every one is closed; None where not."""
    stack: list[re.Match[str]] = []
    out: list[Marked] = []
    deep = False
    for mark in DOUBLE.finditer(text, start, end):
        if mark.group() == "“":
            stack.append(mark)
            deep = deep or len(stack) > 1
        elif mark.group() != "”" or not stack:
            return None
        elif (opened := stack.pop()) and not stack:
            out.append(_marked(text, start, opened, mark, mark.end()))
    return out if deep and not stack else None


def _double(text: str, start: int, end: int) -> Iterator[Marked]:
    nested = _nested(text, start, end)
    if nested is not None:
        yield from nested
        return
    opened: re.Match[str] | None = None
    for mark in DOUBLE.finditer(text, start, end):
        glyph = mark.group()
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if glyph in _OPENING:
            # an opening glyph in the place of a closing one
            closes = opened is not None and not before.isspace() and not (after.isalnum() or after in "([")
            opens = not closes
        elif glyph in _CLOSING:
            opens, closes = False, True
        elif opened is None:
            # 6'2" and a closing mark whose opening is lost open nothing
            opens = not after.isspace() and not (before.isalnum() and not after.isalnum())
            opens = opens and not (glyph == '"' and before.isdigit())
            closes = False
        else:
            opens = (before.isspace() or before in "([") and not after.isspace()
            closes = not opens
        if opens:
            if opened is not None:
                before = text[max(opened.end(), mark.start() - 4) : mark.start()].rstrip()
                if glyph in _OPENING and not before.endswith(_SENTENCE_BEFORE):
                    continue
                yield _marked(text, start, opened, None, mark.start())
            opened = mark
        elif closes and opened is not None:
            yield _marked(text, start, opened, mark, mark.end())
            opened = None
    if opened is not None:
        yield _marked(text, start, opened, None, end)


def _marked(
    text: str, line: int, opened: re.Match[str], closed: re.Match[str] | None, end: int, single: bool = False
) -> Marked:
    if closed is None:
        end -= len(text[opened.end() : end]) - len(text[opened.end() : end].rstrip())
    inner = closed.start() if closed else end
    return Marked(
        opened.end(), max(inner, opened.end()), opened.start(), end, line, closed is not None, single
    )


def _single(text: str, start: int, end: int, goes_on: bool) -> Iterator[Marked]:
    """Quotations in single marks; of several marks that may close one, the first that ends a clause."""
    if not _may_open(text[start:end]):
        return
    position = start
    closers = list(_SINGLE_CLOSE.finditer(text, start, end))
    k = 0
    while opened := _opener(text, position, end):
        position = opened.end()
        following = _opener(text, position, end)
        limit = following.start() if following else end
        while k < len(closers) and closers[k].start() < position:
            k += 1
        chosen = _closer(text, closers, k, limit)
        if chosen is not None:
            yield _marked(text, start, opened, chosen, chosen.end(), single=True)
            position = chosen.end()
        elif opened.start() == start or goes_on:
            yield _marked(text, start, opened, None, end, single=True)
            return


def _may_open(line: str) -> bool:
    """Whether a single mark stands behind white space or the like; the few that do are looked at closely."""
    before = line.replace("‘", "'").split("'")[:-1]
    return any(not part or part[-1].isspace() or part[-1] in BEFORE_SINGLE for part in before)


def _opener(text: str, position: int, end: int) -> re.Match[str] | None:
    """The next single mark that opens a quotation, not what is left out of "'98" and "'em"."""
    while found := _SINGLE_OPEN.search(text, position, end):
        if not _ELIDED.match(text, found.start()):
            return found
        position = found.end()
    return None


def _closer(text: str, closers: list[re.Match[str]], k: int, limit: int) -> re.Match[str] | None:
    """The mark that closes a single quotation; a plural's apostrophe ("the workers' houses") does so at need.

    `limit` is where the next quotation opens.
    """
    spare: re.Match[str] | None = None
    for i in range(k, min(len(closers), k + REACH)):
        closer = closers[i]
        if closer.start() >= limit:
            break
        before, after = text[closer.start() - 1], text[closer.end() : closer.end() + 1]
        if before in ",.!?…":
            return closer
        if after in PUNCTUATION or before != "s":
            return closer
        spare = spare or closer
    return spare
