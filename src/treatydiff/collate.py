"""Judged links → findings: what is shared, what clashes, what only one document says."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha1

from treatydiff.model import (
    SET_ASIDE,
    Claim,
    Comparison,
    Finding,
    FindingKind,
    Link,
    Options,
    Place,
    Reading,
    Reason,
)


def collate(
    readings: Sequence[Reading], judged: Sequence[tuple[Link, tuple[Reason, ...]]], options: Options
) -> Comparison:
    """The comparison: every body passage is in at least one finding."""
    findings = []
    linked: set[tuple[str, int]] = set()
    for link, reasons in judged:
        clash = next((r for r in reasons if r.relation == "contradiction"), None)
        kind: FindingKind = "contradiction" if clash else "shared"
        a, b = link.left, link.right
        linked |= {(a.document, a.index), (b.document, b.index)}
        findings.append(
            Finding(
                finding_id(kind, (a, b)),
                kind,
                clash.rule if clash else None,
                clash.certainty if clash else None,
                link.score,
                clash.explanation if clash else "Both documents state this.",
                (Place(a.document, a.span), Place(b.document, b.span)),
                tuple((r, a.document, b.document) for r in reasons),
                link.evidence,
            )
        )
    for reading in readings:
        for c in reading.claims:
            if (c.document, c.index) not in linked and c.kind not in SET_ASIDE:
                place = (Place(c.document, c.span),)
                findings.append(
                    Finding(finding_id("unique", (c,)), "unique", None, None, None, "Only here.", place)
                )
    return Comparison(tuple(readings), tuple(findings), (), options)


def finding_id(kind: str, claims: Sequence[Claim]) -> str:
    """An id made of the finding's content, not of its place in the list or of the documents' order."""
    content = "\0".join(sorted(f"{c.document}\1{c.text}\1{c.span.start}" for c in claims))
    return f"{kind[0].upper()}-{sha1(f'{kind}{content}'.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
