"""Three and more documents: one row a fact, one column a document, one character a telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatydiff.model import Copied, Finding
from treatydiff.renderers._frame import Frame, one_origin
from treatydiff.renderers._layout import Line, Piece, ends, wrap
from treatydiff.renderers._words import same_words
from treatydiff.safety import cells, one_line

FEWEST_OF_FACT, WIDEST_FACT = 20, 72
"""Columns of a fact's words: fewer would tell nothing, more would stand too far from the marks."""
SPOT = 10
"""Columns of a finding's id."""
LEGEND = "X stated   ~ reworded   = copied   ! contradicted   . absent"


def matrix(findings: Sequence[Finding], frame: Frame, copied: Sequence[Copied]) -> Iterator[Line]:
    """The table with its heading and legend; documents that copy one another count as one origin."""
    origin = origins(frame.documents, copied)
    names, columns = list(frame.names.values()), frame.view.width
    if sum(cells(n) + 2 for n in names) > columns // 2:
        listed = "   ".join(f"{n} {name}" for n, name in enumerate(names, 1))
        yield from wrap([(listed, "dim")], columns)
        names = [str(n) for n in range(1, len(names) + 1)]
    widths = [max(3, cells(n) + 2) for n in names]
    rows = [_styled(marks(finding, frame), frame) for finding in findings]
    tails = [_tellers(row, origin) for row in rows]
    room = min(WIDEST_FACT, columns - sum(widths) - max(map(len, tails)) - 2 - SPOT)
    if room < FEWEST_OF_FACT:
        yield from _narrow(findings, rows, tails, frame)
    else:
        head = "".join(f"{n:>{w}}" for n, w in zip(names, widths, strict=True))
        yield ((f"{'':{room + SPOT}}{head}", "head"),)
        for finding, row, tail in zip(findings, rows, tails, strict=True):
            line: list[Piece] = [(f"{finding.id:<{SPOT}}", "dim"), (_cut(_fact(finding, frame), room), "")]
            for piece, width in zip(row, widths, strict=True):
                line += [(" " * (width - 1), ""), piece]
            yield (*line, (f"  {tail}", "dim"))
    yield from wrap([(LEGEND, "dim")], columns)


def _narrow(
    findings: Sequence[Finding], rows: Sequence[Sequence[Piece]], tails: Sequence[str], frame: Frame
) -> Iterator[Line]:
    """For more documents than stand side by side: two lines a fact, one column a document."""
    columns, numbers = frame.view.width, range(1, len(frame.documents) + 1)
    for line in ([n // 10 % 10 if n % 10 == 0 else " " for n in numbers], [n % 10 for n in numbers]):
        yield from _strip([(str(sign), "head") for sign in line], columns)
    for finding, row, tail in zip(findings, rows, tails, strict=True):
        fact = _cut(_fact(finding, frame), max(8, columns - SPOT - len(tail) - 2))
        yield from ends([(f"{finding.id:<{SPOT}}", "dim"), (fact, "")], [(tail, "dim")], columns)
        yield from _strip(row, columns)


def _strip(signs: Sequence[Piece], columns: int) -> Iterator[Line]:
    """Signs of one column each, over as many lines as they take; none where all are blank."""
    room = max(8, columns - 4)
    for at in range(0, len(signs), room):
        if any(not sign.isspace() for sign, _ in signs[at : at + room]):
            yield (("    ", ""), *signs[at : at + room])


def _styled(row: Sequence[str], frame: Frame) -> list[Piece]:
    """The marks of a row, each in its document's style."""
    return [
        (mark, "clash" if mark == "!" else "dim" if mark == "." else frame.style(document))
        for document, mark in zip(frame.documents, row, strict=True)
    ]


def _tellers(row: Sequence[Piece], origin: Mapping[str, str]) -> str:
    """How many documents tell it, and from how many origins where those are fewer."""
    telling = [d for d, (mark, _) in zip(origin, row, strict=True) if mark != "."]
    count = len({origin[d] for d in telling})
    fewer = f", {count} origin{'' if count == 1 else 's'}" if count < len(telling) else ""
    return f"{len(telling)} of {len(row)}{fewer}"


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
