"""Three and more documents: one row a fact, one column a document, one character a telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.model import Finding
from treatydiff.renderers._frame import Frame
from treatydiff.renderers._layout import Line, Piece
from treatydiff.renderers._words import same_words
from treatydiff.safety import cells, one_line

LEGEND = "X stated   ~ reworded   = copied   ! contradicted   . absent"


def matrix(findings: Sequence[Finding], frame: Frame) -> Iterator[Line]:
    """The table with its heading and legend."""
    names = list(frame.names.values())
    if sum(cells(n) + 2 for n in names) > frame.view.width // 2:
        names = [str(n) for n in range(1, len(names) + 1)]
        listed = "   ".join(f"{n} {name}" for n, name in zip(names, frame.names.values(), strict=True))
        yield ((listed, "dim"),)
    widths = [max(3, cells(n) + 2) for n in names]
    tail = len(f"  {len(names)} of {len(names)}")
    room = max(20, frame.view.width - sum(widths) - tail - 10)
    head = "".join(f"{n:>{w}}" for n, w in zip(names, widths, strict=True))
    yield ((f"{'':{room + 10}}{head}", "head"),)
    for finding in findings:
        row = marks(finding, frame)
        line: list[Piece] = [(f"{finding.id:<10}", "dim"), (_cut(_fact(finding, frame), room), "")]
        for document, mark, width in zip(frame.documents, row, widths, strict=True):
            style = "clash" if mark == "!" else "dim" if mark == "." else frame.style(document)
            line += [(" " * (width - 1), ""), (mark, style)]
        line.append((f"  {sum(m != '.' for m in row)} of {len(row)}", "dim"))
        yield tuple(line)
    yield ((LEGEND, "dim"),)


def marks(finding: Finding, frame: Frame) -> list[str]:
    """How each document tells the finding, in the order of the documents.

    The first that states it is the measure: ``=`` tells it in the same words, ``~`` in others, ``!``
    contradicts one that states it.
    """
    told = frame.words(finding)
    (first, *_) = told
    clashing = {d for a, b, relation in finding.pairs if relation == "contradiction" for d in (a, b)}
    if finding.kind == "contradiction" and not clashing:
        clashing = {d for _, left, right in finding.reasons for d in (left, right)} or set(told)
    row = []
    for document in frame.documents:
        if document not in told:
            row.append(".")
        elif document in clashing:
            row.append("!")
        elif document == first:
            row.append("X")
        else:
            row.append("=" if same_words(told[first], told[document]) else "~")
    return row


def _fact(finding: Finding, frame: Frame) -> str:
    place = finding.places[0]
    return one_line(frame.documents[place.document].text[place.span.start : place.span.end])


def _cut(text: str, columns: int) -> str:
    """The beginning of a text that fits, filled up with blanks."""
    if cells(text) > columns:
        while cells(text) > columns - 4:
            text = text[: len(text) - max(1, (cells(text) - columns + 4) // 2)]
        text = text.rsplit(" ", 1)[0] + " ..."
    return text + " " * (columns - cells(text))
