"""The comparison as one JSON object: the contract with other programs."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Any

from treatydiff import __version__
from treatydiff.model import SET_ASIDE, Comparison, Document, Finding, Quote, Reading, Reason, Span


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values, keys in the order in which they are printed."""
    readings = {r.document.id: r for r in comparison.readings}
    findings = [finding_dict(f, readings) for f in comparison.findings]
    counts: dict[str, Any] = {"shared": 0, "contradiction": 0, "unique": dict.fromkeys(readings, 0)}
    for f in comparison.findings:
        if f.kind == "unique":
            counts["unique"][f.places[0].document] += 1
        else:
            counts[f.kind] += 1
    return {
        "schema_version": "1.0",
        "version": __version__,
        "options": {"threshold": comparison.options.threshold},
        "documents": [document_dict(r) for r in comparison.readings],
        "findings": findings,
        "internal": [finding_dict(f, readings) for f in comparison.internal],
        "quotes": [quote_dict(q, r.document) for r in comparison.readings for q in r.quotes],
        "summary": counts,
    }


def document_dict(reading: Reading) -> dict[str, Any]:
    """The record of one document."""
    d = reading.document
    return {
        **d.extra,
        "id": d.id,
        "label": d.label,
        "path": d.path,
        "date": d.published.isoformat() if d.published else None,
        "sha256": d.sha256,
        "characters": len(d.text),
        "passages": len(reading.passages),
        "set_aside": [
            {"kind": p.kind, **span_dict(p.span, d)} for p in reading.passages if p.kind in SET_ASIDE
        ],
    }


def finding_dict(finding: Finding, readings: dict[str, Reading]) -> dict[str, Any]:
    """The record of one finding."""
    out: dict[str, Any] = {
        "id": finding.id,
        "kind": finding.kind,
        "type": finding.type,
        "certainty": finding.certainty,
        "score": None if finding.score is None else round(finding.score, 1),
        "explanation": finding.explanation,
        "spans": [
            {"document": p.document, **span_dict(p.span, readings[p.document].document)}
            for p in finding.places
        ],
        "reasons": [reason_dict(r, a, b, readings) for r, a, b in finding.reasons],
    }
    if finding.pairs:
        out["pairs"] = [list(p) for p in finding.pairs]
    return out


def reason_dict(reason: Reason, left: str, right: str, readings: dict[str, Reading]) -> dict[str, Any]:
    """What a rule found, with the words it rests on."""
    return {
        "rule": reason.rule,
        "detail": reason.detail,
        "spans": [
            {"document": name, **span_dict(s, readings[name].document)}
            for name, spans in ((left, reason.left), (right, reason.right))
            for s in spans
        ],
    }


def quote_dict(quote: Quote, document: Document) -> dict[str, Any]:
    """The record of one quote."""
    return {
        "id": quote.id,
        "document": quote.document,
        **span_dict(quote.span, document),
        "kind": quote.kind,
        "speaker": quote.speaker,
        "mention": quote.mention,
        "cue": quote.cue,
        "cue_class": quote.cue_class,
        "polarity": quote.polarity,
        "resolution": quote.resolution,
        "certainty": quote.certainty,
        "channel": quote.channel,
        "chain": list(quote.chain),
        "attribution_id": quote.attribution,
    }


def span_dict(span: Span, document: Document) -> dict[str, Any]:
    """A place in a document with its 1-based line and column and its very words."""
    line, column = position(document.text, span.start)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "text": document.text[span.start : span.end],
    }


def position(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column of an offset; lines end with LF, CRLF or CR."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@cache
def _line_starts(text: str) -> tuple[int, ...]:
    starts, i = [0], 0
    for line in text.splitlines(keepends=True):
        i += len(line)
        starts.append(i)
    return tuple(starts)
