"""The whole flow on one screen: load → segment → extract → align → judge → collate (→ render)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, islice

from treatydiff.errors import InputError
from treatydiff.language import Language, load_language
from treatydiff.model import Comparison, Document, Limits, Options, Quote, Reading


def read(document: Document, packs: tuple[str, ...] = ()) -> Reading:
    """What one document says: its passages, quotes and claims."""
    from treatydiff.extract import extract
    from treatydiff.segment import segment

    language = load_language(document.language, packs)
    return extract(document, segment(document, language), language)


def compare(documents: Iterable[Document], options: Options | None = None) -> Comparison:
    """Shared facts, contradictions and unique claims of two or more reports of one event."""
    from treatydiff.align import align
    from treatydiff.align.within import align_within
    from treatydiff.collate import collate
    from treatydiff.extract import share_names
    from treatydiff.judge import judge, judge_within

    options = options or Options()
    found = within_limits(documents, options.limits)
    readings = share_names([read(d, options.packs) for d in found])
    if (passages := sum(len(r.passages) for r in readings)) > options.limits.passages:
        most = f"{options.limits.passages:,} (--limit passages=N allows more)"
        raise InputError(f"{passages:,} passages to compare, more than {most}")
    language = _common_language(readings, options)
    judged = []
    for left, right in combinations(readings, 2):
        links = align(left, right, language, options.threshold)
        judged += judge(links, left, right, language, options)
    within = [judge_within(align_within(r, language), r, language, options) for r in readings]
    return collate(readings, judged, options, within)


def within_limits(documents: Iterable[Document], limits: Limits) -> list[Document]:
    """The documents of one event; `InputError` where there are too many."""
    found = list(islice(documents, limits.documents + 1))
    if len(found) > limits.documents:
        raise InputError(f"more than {limits.documents:,} documents (--limit documents=N allows more)")
    return found


def quotes(documents: Iterable[Document], options: Options | None = None) -> list[Quote]:
    """Who said what, in the order of the documents and their texts; each document on its own."""
    packs = options.packs if options else ()
    return [quote for document in documents for quote in read(document, packs).quotes]


def _common_language(readings: Sequence[Reading], options: Options) -> Language:
    """The language that two reports are compared in: the first report's."""
    return load_language(readings[0].document.language if readings else "en", options.packs)
