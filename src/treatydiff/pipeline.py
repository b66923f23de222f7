"""The whole flow on one screen: load → segment → extract → align → judge → collate (→ render)."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations, groupby, islice

from treatydiff.errors import InputError
from treatydiff.frozen import replace
from treatydiff.language import Language, load_language
from treatydiff.model import Comparison, Document, Limits, Options, Quote, Reading


def read(document: Document, packs: tuple[str, ...] = (), claims: bool = True) -> Reading:
    """What one document says: its passages, quotes and, where they are wanted, claims."""
    return _faithful(_read(document, packs, claims), document)


def _read(document: Document, packs: tuple[str, ...], claims: bool = True) -> Reading:
    """The reading of a document whose text has spaces for the line ends that only a page's width made."""
    from treatydiff.extract import extract
    from treatydiff.layout import unwrapped
    from treatydiff.segment import segment

    language = load_language(document.language, packs)
    with _uncollected():
        flat = unwrapped(document)
        passages = segment(document, language, stemmed=claims)
        if flat is not document:
            passages = tuple(replace(p, text=flat.text[p.span.start : p.span.end]) for p in passages)
        return extract(flat, passages, language, claims)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's search for cycles: many small values are made here and no cycle among them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _faithful(reading: Reading, document: Document) -> Reading:
    """The reading with the document's text as it is; all places are the same."""
    if reading.document.text == document.text:
        return reading
    text = document.text
    return replace(
        reading,
        document=document,
        passages=tuple(replace(p, text=text[p.span.start : p.span.end]) for p in reading.passages),
        claims=tuple(replace(c, text=text[c.span.start : c.span.end]) for c in reading.claims),
    )


@_uncollected()
def compare(documents: Iterable[Document], options: Options | None = None) -> Comparison:
    """Shared facts, contradictions and unique claims of two or more reports of one event."""
    from treatydiff.align import align
    from treatydiff.align.within import align_within
    from treatydiff.collate import collate
    from treatydiff.extract import share_names
    from treatydiff.judge import Judge, judge_within
    from treatydiff.rules import Found

    options = options or Options()
    found = within_limits(documents, options.limits)
    readings = share_names([_read(d, options.packs) for d in found])
    if (passages := sum(len(r.passages) for r in readings)) > options.limits.passages:
        most = f"{options.limits.passages:,} (--limit passages=N allows more)"
        raise InputError(f"{passages:,} passages to compare, more than {most}")
    language = _common_language(readings, options)
    judged, judges = [], {}
    for left, right in combinations(readings, 2):
        known: Found = {}
        links = align(left, right, language, options.threshold, known)
        judge = Judge(links, left, right, language, options, known)
        judges[left.document.id, right.document.id] = judge
        judged += judge.clashes()
    within = [judge_within(align_within(r, language), r, language, options) for r in readings]
    result = collate(
        readings,
        judged,
        options,
        within,
        lambda link, told: judges[link.left.document, link.right.document].differences(link, told),
    )
    whole = tuple(_faithful(r, d) for r, d in zip(result.readings, found, strict=True))
    return replace(result, readings=whole)


def within_limits(documents: Iterable[Document], limits: Limits) -> list[Document]:
    """The documents of one event; `InputError` where there are too many."""
    found = list(islice(documents, limits.documents + 1))
    if len(found) > limits.documents:
        raise InputError(f"more than {limits.documents:,} documents (--limit documents=N allows more)")
    return found


def quotes(documents: Iterable[Document], options: Options | None = None) -> list[Quote]:
    """Who said what, in the order of the documents and their texts.

    Documents of one manifest lend each other the full names of people; all others are read on their own.
    """
    packs = options.packs if options else ()
    return [q for event in read_events(documents, packs, claims=False) for r in event for q in r.quotes]


def read_events(
    documents: Iterable[Document], packs: tuple[str, ...] = (), claims: bool = True
) -> Iterator[tuple[Reading, ...]]:
    """The documents as read, those of one manifest together with the names that they lend each other."""
    from treatydiff.extract import share_names

    for manifest, event in groupby(documents, lambda d: d.manifest):
        readings = (read(d, packs, claims) for d in event)
        if manifest is None:
            yield from ((reading,) for reading in readings)
        else:
            yield share_names(list(readings))


def _common_language(readings: Sequence[Reading], options: Options) -> Language:
    """The language that two reports are compared in: the first report's."""
    return load_language(readings[0].document.language if readings else "en", options.packs)
