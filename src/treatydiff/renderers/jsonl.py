"""JSON Lines: the parts of the JSON object as one record a line, its kind under ``record``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.hints import TYPE_CHECKING, Any
from treatydiff.model import Comparison, Reading
from treatydiff.renderers import Sheet, View
from treatydiff.renderers.json import as_dict, claim_dict, drift_dict, encode, located, quote_dict

if TYPE_CHECKING:
    from treatydiff.drift import Drift


def comparison(result: Comparison, view: View) -> Iterator[str]:
    """Documents, findings (those within one document marked ``internal``), quotes and the summary."""
    whole = as_dict(result, view)
    for document in whole["documents"]:
        yield _record("document", document)
    for finding in whole["findings"]:
        yield _record("finding", finding)
    for finding in whole["internal"]:
        yield _record("finding", {**finding, "internal": True})
    for quote in whole["quotes"]:
        yield _record("quote", quote)
    head = {key: whole[key] for key in ("schema_version", "version", "options", "notes")}
    yield _record("summary", {**whole["summary"], **head})


def _record(kind: str, values: dict[str, Any]) -> str:
    return encode({"record": kind, **{k: v for k, v in values.items() if k != "record"}})


def quotes(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """One quote a line, with the path and label of its document."""
    for sheet in sheets:
        document = sheet.reading.document
        yield from (encode(located(quote_dict(q, document), document)) for q in sheet.quotes)


def claims(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """One claim a line, with the path and label of its document."""
    for sheet in sheets:
        document = sheet.reading.document
        yield from (encode(located(claim_dict(c, document), document)) for c in sheet.claims)


def drifts(found: Sequence[Drift], readings: Sequence[Reading], view: View) -> Iterator[str]:
    """One utterance a line."""
    documents = {r.document.id: r.document for r in readings}
    for d in found:
        yield encode(drift_dict(d, documents[d.left.document], documents[d.right.document]))
