"""The comparison as one JSON object: the contract with other programs."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import isfinite

from treatydiff import __version__
from treatydiff.hints import TYPE_CHECKING, Any
from treatydiff.model import (
    SET_ASIDE,
    Claim,
    Comparison,
    Document,
    Finding,
    Options,
    Quote,
    Reading,
    Reason,
    Span,
    with_labels,
)
from treatydiff.patterns import pattern
from treatydiff.renderers import Sheet, View
from treatydiff.safety import json_safe

if TYPE_CHECKING:
    from treatydiff.drift import Drift

SCHEMA_VERSION = "1.0"
_LINE_END = pattern(r"\r\n?|\n")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def as_dict(comparison: Comparison, view: View | None = None) -> dict[str, Any]:
    """The comparison as plain values, keys in the order in which they are printed.

    A view may leave out kinds of finding; the summary always counts all of them.
    """
    view = view or View()
    readings = {r.document.id: r for r in comparison.readings}
    counts: dict[str, Any] = {"shared": 0, "contradiction": 0, "unique": dict.fromkeys(readings, 0)}
    for f in comparison.findings:
        if f.kind == "unique":
            counts["unique"][f.places[0].document] += 1
        else:
            counts[f.kind] += 1
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "options": options_dict(comparison.options),
        "documents": [document_dict(r) for r in comparison.readings],
        "findings": [finding_dict(f, readings) for f in comparison.findings if view.shows(f)],
        "internal": [finding_dict(f, readings) for f in comparison.internal if view.shows(f)],
        "quotes": [quote_dict(q, r.document) for r in comparison.readings for q in r.quotes],
        "summary": counts,
        "copied": [c._asdict() for c in comparison.copied],
        "notes": list(comparison.notes),
    }


def options_dict(options: Options) -> dict[str, Any]:
    """The options that bear on what is found; rules only where some were chosen."""
    cut = options.threshold
    out: dict[str, Any] = {"threshold": int(cut) if cut == int(cut) else cut}
    for name in ("select", "ignore"):
        if getattr(options, name):
            out[name] = sorted(getattr(options, name))
    return out


def document_dict(reading: Reading) -> dict[str, Any]:
    """The record of one document."""
    d = reading.document
    return {
        **reference(d),
        "passages": len(reading.passages),
        "set_aside": [
            {"kind": p.kind, **span_dict(p.span, d)} for p in reading.passages if p.kind in SET_ASIDE
        ],
    }


def plain(value: Any) -> Any:
    """A value of a manifest as JSON has it: dates and all else that JSON lacks become text."""
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, float):
        return _finite(value)
    return value if isinstance(value, str | int | None) else str(value)


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
        "ties": list(finding.ties),
        "reasons": [reason_dict(told, readings) for told in finding.reasons],
    }
    if finding.evidence:
        out["evidence"] = [
            {"name": e.name, "value": round(e.value, 3), "weight": round(e.weight, 3), "detail": e.detail}
            for e in finding.evidence
        ]
    if finding.pairs:
        out["pairs"] = [list(p) for p in finding.pairs]
    return out


def explained(told: tuple[Reason, str, str], documents: Mapping[str, Document]) -> str:
    """The sentence of a reason with the names of its two sides."""
    return with_labels(told[0].explanation, *_sides(told, documents))


def excused(told: tuple[Reason, str, str], documents: Mapping[str, Document]) -> str:
    """The reading of a reason under which both sides hold, with their names; empty where there is none."""
    return with_labels(told[0].harmless, *_sides(told, documents))


def _sides(told: tuple[Reason, str, str], documents: Mapping[str, Document]) -> tuple[str, str]:
    """The labels of the documents on either side; where it is one document, with the lines."""
    reason, left, right = told
    one, two = documents[left], documents[right]
    if left != right or not (reason.left and reason.right):
        return one.label, two.label
    lines = (position(one.text, spans[0].start)[0] for spans in (reason.left, reason.right))
    first, second = (f"{one.label} (line {line})" for line in lines)
    return first, second


def reason_dict(told: tuple[Reason, str, str], readings: Mapping[str, Reading]) -> dict[str, Any]:
    """What a rule found, with the words it rests on."""
    reason, left, right = told
    documents = {name: readings[name].document for name in (left, right)}
    return {
        "rule": reason.rule,
        "detail": reason.detail,
        "explanation": explained(told, documents),
        "certainty": reason.certainty,
        "harmless": excused(told, documents) or None,
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


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(m.end() for m in _LINE_END.finditer(text)))


def claim_dict(claim: Claim, document: Document) -> dict[str, Any]:
    """The record of one claim: figures and dates as the intervals that their words allow."""
    text = document.text
    return {
        "document": claim.document,
        **span_dict(claim.span, document),
        "kind": claim.kind,
        "status": claim.status,
        "polarity": claim.polarity,
        "hedged": claim.hedged,
        "speaker": claim.speaker,
        "denied_by": claim.denied_by,
        "quotes": list(claim.quotes),
        "figures": [
            {
                "text": text[q.span.start : q.span.end],
                "low": _finite(q.low),
                "high": _finite(q.high),
                "unit": q.unit,
                "approximate": q.approximate,
            }
            for q in claim.quantities
        ],
        "dates": [
            {
                "text": text[t.span.start : t.span.end],
                "start": t.start,
                "end": t.end,
                "grain": t.grain,
                "relation": t.relation,
            }
            for t in claim.times
        ],
        "names": [
            {"text": text[n.span.start : n.span.end], "kind": n.kind, "entity": n.entity} for n in claim.names
        ],
    }


def _finite(value: float) -> float | None:
    """None for an open side: JSON has no infinity."""
    return value if isfinite(value) else None


def envelope(documents: Sequence[Document], key: str, records: list[dict[str, Any]]) -> dict[str, Any]:
    """The object around quotes or claims."""
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "documents": [reference(d) for d in documents],
        key: records,
    }


def reference(document: Document) -> dict[str, Any]:
    """A document with its metadata, those keys included that only its user knows."""
    return {
        **{str(key): plain(value) for key, value in document.extra.items()},
        "id": document.id,
        "label": document.label,
        "path": document.path,
        "date": document.published.isoformat() if document.published else None,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "based_on": list(document.based_on),
        "sha256": document.sha256,
        "characters": len(document.text),
        "notes": list(document.notes),
    }


def located(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """The record with the path and label of its document."""
    return {**record, "path": document.path, "label": document.label}


def encode(value: Any) -> str:
    """JSON that is UTF-8 throughout and harmless on a terminal."""
    return json_safe(_ENCODER.encode(value))


def laid_out(value: Mapping[str, Any]) -> Iterator[str]:
    """One object over several lines: a line for each key, and in a list of records one for each record."""
    yield "{"
    for n, (key, item) in enumerate(value.items(), 1):
        comma = "," if n < len(value) else ""
        if isinstance(item, list) and item:
            yield f" {encode(key)}: ["
            yield from (f"  {encode(record)}," for record in item[:-1])
            yield f"  {encode(item[-1])}"
            yield f" ]{comma}"
        else:
            yield f" {encode(key)}: {encode(item)}{comma}"
    yield "}"


def comparison(result: Comparison, view: View) -> Iterator[str]:
    """One object, a line for each record in it."""
    return laid_out(as_dict(result, view))


def quotes(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """One object of all quotes."""
    yield from _whole("quotes", sheets, lambda s: [quote_dict(q, s.reading.document) for q in s.quotes])


def claims(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """One object of all claims."""
    yield from _whole("claims", sheets, lambda s: [claim_dict(c, s.reading.document) for c in s.claims])


def _whole(
    key: str, sheets: Iterable[Sheet], records: Callable[[Sheet], list[dict[str, Any]]]
) -> Iterator[str]:
    documents, found = [], []
    for sheet in sheets:
        document = sheet.reading.document
        documents.append(document)
        found += [located(r, document) for r in records(sheet)]
    yield from laid_out(envelope(documents, key, found))


def drift_dict(drift: Drift, left: Document, right: Document) -> dict[str, Any]:
    """The record of one utterance in two renderings."""
    return {
        "left": located(quote_dict(drift.left, left), left),
        "right": located(quote_dict(drift.right, right), right),
        "likeness": round(drift.likeness, 3),
        "form": drift.form,
        "speaker": drift.speaker,
        "changes": [
            {"kind": c.kind, "left": span_dict(c.left, left), "right": span_dict(c.right, right)}
            for c in drift.changes
        ],
    }


def drifts(found: Sequence[Drift], readings: Sequence[Reading], view: View) -> Iterator[str]:
    """One object of all utterances that documents give differently."""
    documents = {r.document.id: r.document for r in readings}
    records = [drift_dict(d, documents[d.left.document], documents[d.right.document]) for d in found]
    return laid_out(envelope(list(documents.values()), "drift", records))
