"""Judged links → findings: what is shared, what clashes, what only one document says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from treatydiff.align.score import all_evidence, length
from treatydiff.common import in_common
from treatydiff.digests import sha1
from treatydiff.frozen import replace
from treatydiff.groups import Key, grouped, key
from treatydiff.language import load_language
from treatydiff.leftover import Parted, part, told_by
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
    Span,
    with_labels,
)
from treatydiff.notes import copied, notes

WEIGHTY = ("precision", "source", "hedge", "scope", "translation", "wording")
"""Rules for softer differences, those first that tell a reader most."""
BORNE_OUT = 0.3
"""Share of the pairs of clauses that must be linked where two groups of them are to tell one fact, in long
documents; short ones mostly tell little else."""
MOST_DIFFERENCES = 3
"""Softer differences that a finding lists; with more, none of them would be read."""

Judged = tuple[Link, tuple[Reason, ...]]


def collate(
    readings: Sequence[Reading],
    judged: Sequence[Judged],
    options: Options,
    within: Sequence[Sequence[Judged]],
    differences: Callable[[Link, AbstractSet[str]], tuple[Reason, ...]],
) -> Comparison:
    """The comparison: contradictions, shared facts, unique claims; every body passage is in one of them.

    `within` holds, for each document, what clashes within it; `differences` finds the softer differences of a
    link by all rules but some, and is asked of those that are shown.
    """
    reasons = {id(link): found for link, found in judged}
    clashes = [link for link, found in judged if _clash(found)]
    alike = [link for link, found in judged if not _clash(found) and link.score > 0]
    if options.threshold > 0:
        disputed = grouped(clashes, lambda link: _clash(reasons[id(link)]).rule)  # type: ignore[union-attr]
        facts = (link for link in alike if link.score >= options.threshold)
        shared = grouped(facts, borne_out=BORNE_OUT * length(len(r.passages) for r in readings))
    else:
        disputed, shared = [[link] for link in clashes], [[link] for link in alike]
    disputed = _merged(disputed, reasons)
    for group in (*disputed, *shared):
        told: set[str] = set()
        for link in group:
            softer = differences(link, told)
            if found := (*reasons[id(link)], *softer):
                reasons[id(link)] = tuple(sorted(found, key=lambda r: r.rule))
            if len(readings) == 2:  # of two documents, a finding tells one difference of each rule
                told.update(r.rule for r in softer)
    clashing = _claims(disputed)
    own = _own_parts(shared, clashing, reasons, readings, options) if options.threshold > 0 else {}
    place = _Order(readings, options)
    findings = [place.finding("contradiction", g, reasons) for g in disputed]
    findings += sorted((place.finding("shared", g, reasons, own) for g in shared), key=place.first)
    alone: dict[Key, tuple[Span, ...]] = dict.fromkeys((*clashing, *_claims(shared)), ())
    alone |= {k: parted.parts for k, parted in own.items()}
    findings += [
        _unique(claim, span)
        for reading in readings
        for claim in reading.claims
        if claim.kind not in SET_ASIDE
        for span in alone.get(key(claim), (claim.span,))
    ]
    links = [link for link, _ in judged]
    copies = copied(readings, links)
    said = notes(readings, links, options.threshold)
    internal = [
        f for reading, found in zip(readings, within, strict=True) for f in _internal(reading, found, options)
    ]
    return Comparison(tuple(readings), _distinct(findings), tuple(internal), options, said, copies)


class _Order:
    """Puts the parts of a finding in the order of the documents, then of the text."""

    def __init__(self, readings: Sequence[Reading], options: Options) -> None:
        self.readings = {r.document.id: r for r in readings}
        self.packs = options.packs
        self.rank = {r.document.id: n for n, r in enumerate(readings)}
        self.labels = {r.document.id: r.document.label for r in readings}
        self.ties: dict[tuple[Key, Key], tuple[str, ...]] = {}
        """What two passages have in common, which several findings may rest on."""

    def finding(
        self,
        kind: FindingKind,
        links: Sequence[Link],
        reasons: dict[int, tuple[Reason, ...]],
        own: Mapping[Key, Parted] = MappingProxyType({}),
    ) -> Finding:
        """One finding of all these links; the strongest, which comes first, speaks for it.

        Of clauses with parts of their own, the finding's places leave these out.
        """
        claims = _claims([links])
        places = sorted(
            (Place(c.document, own[k].kept if k in own else c.span) for k, c in claims.items()),
            key=lambda p: (self.rank[p.document], p.span),
        )
        told = _told_reasons(links, reasons)
        clash = next((t for t in told if t[0].relation == "contradiction"), None)
        if clash:
            text = self._named(clash)
        elif told:
            text = self._named(told[0])
        else:
            several = len({p.document for p in places}) > 2
            text = "All of these documents state this." if several else "Both documents state this."
        return Finding(
            finding_id(kind, list(claims.values())),
            kind,
            clash[0].rule if clash else None,
            clash[0].certainty if clash else None,
            links[0].score,
            text,
            tuple(places),
            tuple(told),
            all_evidence(links[0]),
            self._relations(links, reasons) if len(self.rank) > 2 else (),
            self._ties(links[0]),
        )

    def first(self, finding: Finding) -> tuple[tuple[int, int], ...]:
        """Sort key: where the documents, in their order, tell it first."""
        return tuple((self.rank[p.document], p.span.start) for p in finding.places)

    def _ties(self, link: Link) -> tuple[str, ...]:
        left, right = (self.readings[c.document] for c in (link.left, link.right))
        passages = ((link.left.document, link.left.passage), (link.right.document, link.right.passage))
        if passages not in self.ties:
            language = load_language(left.document.language, self.packs)
            self.ties[passages] = in_common(link, left, right, language)
        return self.ties[passages]

    def _named(self, told: tuple[Reason, str, str]) -> str:
        reason, left, right = told
        return with_labels(reason.explanation, self.labels[left], self.labels[right])

    def _relations(
        self, links: Sequence[Link], reasons: dict[int, tuple[Reason, ...]]
    ) -> tuple[tuple[str, str, str], ...]:
        """How each two documents relate: by their strongest link, or by the one that clashes."""
        found: dict[tuple[str, str], str] = {}
        for link in links:
            a, b = sorted((link.left.document, link.right.document), key=self.rank.__getitem__)
            relation = _relation(link, reasons[id(link)])
            if relation == "contradiction":
                found[a, b] = relation
            found.setdefault((a, b), relation)
        ordered = sorted(found.items(), key=lambda f: (self.rank[f[0][0]], self.rank[f[0][1]]))
        return tuple((a, b, relation) for (a, b), relation in ordered)


def _internal(reading: Reading, judged: Sequence[Judged], options: Options) -> Iterator[Finding]:
    """The clashes within one document, told by the lines they stand in."""
    reasons = {id(link): found for link, found in judged}
    place, text, label = _Order([reading], options), reading.document.text, reading.document.label
    for group in grouped([link for link, _ in judged], lambda link: reasons[id(link)][0].rule):
        made = place.finding("contradiction", group, reasons)
        lines = (text.count("\n", 0, claim.span.start) + 1 for claim in (group[0].left, group[0].right))
        told = with_labels(reasons[id(group[0])][0].explanation, *(f"{label} (line {n})" for n in lines))
        yield replace(made, explanation=told)


def _passages(link: Link) -> tuple[Key, Key]:
    """The sentences that the clauses of a link stand in."""
    return (link.left.document, link.left.passage), (link.right.document, link.right.passage)


def _merged(groups: Sequence[list[Link]], reasons: dict[int, tuple[Reason, ...]]) -> list[list[Link]]:
    """Groups of clashes, those put together that show one clash between clauses of the same two sentences."""
    found: dict[tuple[object, ...], list[Link]] = {}
    for group in groups:
        first = group[0]
        clash = _clash(reasons[id(first)])
        found.setdefault((clash and (clash.rule, clash.detail), *_passages(first)), []).extend(group)
    return list(found.values())


def _relation(link: Link, reasons: Sequence[Reason]) -> str:
    if _clash(reasons):
        return "contradiction"
    if any(e.name == "word_for_word" for e in link.evidence):
        return "copied"
    return "difference" if reasons else "shared"


def _clash(reasons: Sequence[Reason]) -> Reason | None:
    for reason in reasons:
        if reason.relation == "contradiction":
            return reason
    return None


def _told_reasons(
    links: Sequence[Link], reasons: dict[int, tuple[Reason, ...]]
) -> list[tuple[Reason, str, str]]:
    """The clashes on all links, then the first few differences: of two documents, one of each rule."""
    seen: set[tuple[str, str, str, str]] = set()
    clashes: list[tuple[Reason, str, str]] = []
    differences: list[tuple[Reason, str, str]] = []
    for link in links:
        ends = link.left.document, link.right.document
        for reason in reasons[id(link)]:
            clash = reason.relation == "contradiction"
            mark = (reason.rule, reason.detail if clash else "", *ends)
            if mark not in seen:
                seen.add(mark)
                (clashes if clash else differences).append((reason, *ends))
    differences.sort(key=lambda told: WEIGHTY.index(told[0].rule) if told[0].rule in WEIGHTY else 0)
    return clashes + differences[:MOST_DIFFERENCES]


def _claims(groups: Iterable[Iterable[Link]]) -> dict[Key, Claim]:
    """The claims of some groups of links."""
    return {key(c): c for group in groups for link in group for c in (link.left, link.right)}


def _own_parts(
    shared: Sequence[Sequence[Link]],
    clashing: Collection[Key],
    reasons: dict[int, tuple[Reason, ...]],
    readings: Sequence[Reading],
    options: Options,
) -> dict[Key, Parted]:
    """The claims of shared facts that have parts which are new to all other documents.

    Not of those that clash with others, or that differ from others in such a part.
    """
    language = load_language(readings[0].document.language, options.packs)
    told = {r.document.id: told_by(r, language) for r in readings}
    by_id = {r.document.id: r for r in readings}
    found = {}
    for k, claim in _claims(shared).items():
        if k not in clashing and claim.kind not in SET_ASIDE:
            others = [t for document, t in told.items() if document != claim.document]
            parted = part(claim, by_id[claim.document], others, language)
            if parted.parts:
                found[k] = parted
    for link in (link for group in shared for link in group):
        for k, spans in ((key(link.left), "left"), (key(link.right), "right")):
            differing = (s for r in reasons[id(link)] for s in getattr(r, spans)) if k in found else ()
            if any(s.overlap(own) for s in differing for own in found[k].parts):
                del found[k]
    return found


def _unique(claim: Claim, span: Span) -> Finding:
    if span != claim.span:
        start = span.start - claim.span.start
        claim = replace(claim, span=span, text=claim.text[start : start + span.end - span.start])
    place = (Place(claim.document, span),)
    return Finding(finding_id("unique", (claim,)), "unique", None, None, None, "Only here.", place)


def _distinct(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each finding once; among thousands, two that are not one may have the same id."""
    return tuple({(f.id, f.type, f.places): f for f in findings}.values())


def finding_id(kind: str, claims: Sequence[Claim]) -> str:
    """An id made of the finding's content, not of its place in the list or of the documents' order."""
    content = "\0".join(sorted(f"{c.document}\1{c.text}\1{c.span.start}" for c in claims))
    return f"{kind[0].upper()}-{sha1(f'{kind}{content}'.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
