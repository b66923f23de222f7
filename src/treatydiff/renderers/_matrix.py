"""Three and more documents: one row a fact, one column a document, one character a telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.model import Copied, Finding
from treatydiff.renderers._frame import Frame, one_origin
from treatydiff.renderers._layout import Line, Piece
from treatydiff.renderers._words import same_words
from treatydiff.safety import cells, one_line

WIDEST_FACT = 72
"""Columns of a fact's words: more of them would stand too far from the marks."""
LEGEND = "X stated   ~ reworded   = copied   ! contradicted   . absent"


def matrix(findings: Sequence[Finding], frame: Frame, copied: Sequence[Copied]) -> Iterator[Line]:
    """The table with its heading and legend; documents that copy one another count as one origin."""
    origin = origins(frame.documents, copied)
    names = list(frame.names.values())
    if sum(cells(n) + 2 for n in names) > frame.view.width // 2:
        names = [str(n) for n in range(1, len(names) + 1)]
        listed = "   ".join(f"{n} {name}" for n, name in zip(names, frame.names.values(), strict=True))
        yield ((listed, "dim"),)
    widths = [max(3, cells(n) + 2) for n in names]
    tail = len(f"  {len(names)} of {len(names)}") + (len(", 1 origin") if copied else 0)
    room = max(20, min(WIDEST_FACT, frame.view.width - sum(widths) - tail - 10))
    head = "".join(f"{n:>{w}}" for n, w in zip(names, widths, strict=True))
    yield ((f"{'':{room + 10}}{head}", "head"),)
    for finding in findings:
        row = marks(finding, frame)
        line: list[Piece] = [(f"{finding.id:<10}", "dim"), (_cut(_fact(finding, frame), room), "")]
        for document, mark, width in zip(frame.documents, row, widths, strict=True):
            style = "clash" if mark == "!" else "dim" if mark == "." else frame.style(document)
            line += [(" " * (width - 1), ""), (mark, style)]
        telling = [d for d, mark in zip(frame.documents, row, strict=True) if mark != "."]
        count = len({origin[d] for d in telling})
        fewer = f", {count} origin{'' if count == 1 else 's'}" if count < len(telling) else ""
        line.append((f"  {len(telling)} of {len(row)}{fewer}", "dim"))
        yield tuple(line)
    yield ((LEGEND, "dim"),)


def origins(documents: Iterable[str], copied: Sequence[Copied]) -> dict[str, str]:
    """For each document the first one whose text it carries, itself where it copies none."""
    found = {d: d for d in documents}
    for c in copied:
        if one_origin(c):
            old, new = found[c.right], found[c.left]
            found = {d: new if o == old else o for d, o in found.items()}
    return found


def marks(finding: Finding, frame: Frame) -> list[str]:
    """How each document tells the finding, in the order of the documents.

    The first that states it is the measure: ``=`` tells it in the same words, ``~`` in others, ``!``
    contradicts it, or another that goes along with it.
    """
    told = frame.words(finding)
    (first, *_) = told
    clashes = {frozenset((a, b)) for a, b, relation in finding.pairs if relation == "contradiction"}
    if finding.kind == "contradiction" and not clashes:
        clashes = {frozenset((left, right)) for _, left, right in finding.reasons}
    related = {frozenset((a, b)) for a, b, _ in finding.pairs}
    agreeing = [first]
    row = []
    for document in frame.documents:
        against = agreeing if frozenset((first, document)) not in related else [first]
        if document not in told:
            row.append(".")
        elif document == first:
            row.append("X")
        elif any(frozenset((document, other)) in clashes for other in against):
            row.append("!")
        else:
            agreeing.append(document)
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
