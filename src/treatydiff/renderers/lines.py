"""Tab-separated lines for grep, cut and awk; tabs and line ends in texts become spaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.hints import TYPE_CHECKING
from treatydiff.model import Comparison, Document, Reading, Span
from treatydiff.renderers import Sheet, View
from treatydiff.renderers.json import position
from treatydiff.safety import one_line

if TYPE_CHECKING:
    from treatydiff.drift import Drift


def comparison(result: Comparison, view: View) -> Iterator[str]:
    """Kind, id, type, certainty, then ``path:line:column`` of each side, then the text of each side.

    A side is a document: of two, a document that does not tell the finding has empty fields, so that the
    columns stay where they are; of more, only those that tell it are listed.  What clashes within one report
    is of kind ``internal``, its sides two places there.
    """
    documents = {r.document.id: r.document for r in result.readings}
    for finding in result.findings:
        if not view.shows(finding):
            continue
        first: dict[str, Span] = {}
        for place in finding.places:
            first.setdefault(place.document, place.span)
        sides = list(documents.values()) if len(documents) == 2 else [documents[i] for i in first]
        yield _row(
            [finding.kind, finding.id, finding.type or "", finding.certainty or ""]
            + [_where(d, first[d.id]) if d.id in first else "" for d in sides]
            + [_text(d, first[d.id]) if d.id in first else "" for d in sides]
        )
    for finding in filter(view.shows, result.internal):
        within = [(documents[place.document], place.span) for place in finding.places[:2]]
        yield _row(
            ["internal", finding.id, finding.type or "", finding.certainty or ""]
            + [_where(*side) for side in within]
            + [_text(*side) for side in within]
        )


def quotes(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """Kind, id, ``path:line:column``, speaker, mention, cue, resolution, certainty, text."""
    for sheet in sheets:
        d = sheet.reading.document
        for q in sheet.quotes:
            said = [q.speaker or "", q.mention or "", q.cue or "", q.resolution, q.certainty]
            yield _row([q.kind, q.id, _where(d, q.span), *said, _text(d, q.span)])


def claims(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """Kind of passage, ``path:line:column``, status, polarity, speaker, text."""
    for sheet in sheets:
        d = sheet.reading.document
        for c in sheet.claims:
            polarity = "" if c.polarity > 0 else "negated"
            yield _row([c.kind, _where(d, c.span), c.status, polarity, c.speaker or "", _text(d, c.span)])


def drifts(found: Sequence[Drift], readings: Sequence[Reading], view: View) -> Iterator[str]:
    """Speaker, ``path:line:column`` of either side, text of either side."""
    documents = {r.document.id: r.document for r in readings}
    for d in found:
        sides = [(documents[q.document], q.span) for q in (d.left, d.right)]
        speaker = d.left.speaker or d.right.speaker or ""
        yield _row([speaker, *(_where(*side) for side in sides), *(_text(*side) for side in sides)])


def _row(fields: Iterable[str]) -> str:
    return "\t".join(one_line(f) for f in fields)


def _where(document: Document, span: Span) -> str:
    line, column = position(document.text, span.start)
    return f"{document.path or document.id}:{line}:{column}"


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]
