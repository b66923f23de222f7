"""``quotes`` and ``claims``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from treatydiff.commands import Source, Target, documents, inputs_of
from treatydiff.frozen import dataclass
from treatydiff.model import Claim, Document, Quote, Reading, Span
from treatydiff.renderers import Sheet


@dataclass(frozen=True, slots=True)
class Speech:
    """Which quotes to show."""

    speakers: tuple[str, ...] = ()
    direct: bool = False
    indirect: bool = False
    unresolved: bool = False

    def wants(self, quote: Quote) -> bool:
        """Whether a quote is of a kind asked for; the speaker is looked at elsewhere."""
        if self.unresolved and quote.speaker is not None:
            return False
        if self.direct != self.indirect:
            return (quote.kind == "direct") == self.direct
        return True


def quotes(source: Source, target: Target, speech: Speech, drift: bool) -> None:
    """Who said what."""
    from treatydiff.language import load_language
    from treatydiff.wanted import said_by

    found = documents(source)
    if drift:
        _drift(found, source, target, speech)
        return
    speakers: dict[str, None] = {}

    def chosen() -> Iterator[Sheet]:
        for event in _events(found, source, with_claims=False):
            spoken = [q for reading, _ in event for q in reading.quotes]
            speakers.update((q.speaker, None) for q in spoken if q.speaker)
            ids = None
            if speech.speakers:
                language = load_language(event[0][0].document.language, tuple(source.packs or ()))
                ids = said_by(speech.speakers, spoken, language)
            for reading, name in event:
                kept = tuple(q for q in reading.quotes if speech.wants(q) and (ids is None or q.id in ids))
                yield Sheet(reading, name, quotes=kept, unspoken=_unspoken(reading, target.verbose))

    sheets = _Counted(chosen())
    target.write("quotes", (sheets,), target.view(), inputs_of(found, source, target))
    if not sheets.entries:
        source.note(_no_quotes(speech, list(speakers)))
    source.status()


def _drift(found: list[Document], source: Source, target: Target, speech: Speech) -> None:
    """What the documents, as reports of one event, give the same speakers to say."""
    from treatydiff import pipeline
    from treatydiff.drift import drift
    from treatydiff.extract import share_names
    from treatydiff.language import load_language
    from treatydiff.wanted import said_by

    packs = tuple(source.packs or ())
    readings = share_names([pipeline.read(d, packs, claims=False) for d in found])
    quotes = [q for r in readings for q in r.quotes]
    ids = {q.id for q in quotes}
    if speech.speakers and found:
        ids = said_by(speech.speakers, quotes, load_language(found[0].language, packs))
    pairs = [
        d
        for d in drift(readings)
        if {d.left.id, d.right.id} & ids and (speech.wants(d.left) or speech.wants(d.right))
    ]
    target.write("drifts", (pairs, readings), target.view(), inputs_of(found, source, target))
    if not pairs:
        source.note("no quotation that several reports give in different words")
    source.status()


def _no_quotes(speech: Speech, speakers: Sequence[str]) -> str:
    if not speech.speakers or not speakers:
        return "no quotes of that kind found"
    some = ", ".join(speakers[:8]) + (", ..." if len(speakers) > 8 else "")
    return f"no quotes of that kind by {' or '.join(speech.speakers)} (speakers: {some})"


class _Counted:
    """Sheets as they go by, one at a time, with a count of their entries."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.sheets = sheets
        self.entries = 0

    def __iter__(self) -> Iterator[Sheet]:
        for sheet in self.sheets:
            self.entries += len(sheet.quotes) + len(sheet.claims)
            yield sheet


def _unspoken(reading: Reading, wanted: bool) -> tuple[Span, ...]:
    """Marked words of a document that are not within a direct quote."""
    if not wanted:
        return ()
    from treatydiff.extract.marks import find_marked, paragraphs_of

    spoken = sorted(q.span for q in reading.quotes if q.kind == "direct")
    paragraphs = paragraphs_of(reading.passages)
    marked = (Span(m.start, m.end) for m in find_marked(reading.document.text, paragraphs))
    return tuple(span for span in marked if not _among(span, spoken))


def _among(span: Span, spoken: Sequence[Span]) -> bool:
    """Whether a span overlaps one of these, which are in order and apart."""
    k = bisect_left(spoken, span)
    return any(span.overlap(s) for s in spoken[max(0, k - 1) : k + 1])


def _events(
    found: Sequence[Document], source: Source, with_claims: bool = True
) -> Iterator[list[tuple[Reading, str]]]:
    """The documents as read, those of one event together, each with the name of its file."""
    from treatydiff import pipeline
    from treatydiff.renderers import short_names

    names = iter(short_names(found))
    for event in pipeline.read_events(found, tuple(source.packs or ()), with_claims):
        yield [(reading, next(names)) for reading in event]


def claims(source: Source, target: Target, grep: str | None, unsourced: bool) -> None:
    """The claims of each report."""

    def wanted(claim: Claim) -> bool:
        if unsourced and claim.speaker:
            return False
        return not grep or grep.casefold() in claim.text.casefold()

    found = documents(source)
    sheets = _Counted(
        Sheet(reading, name, claims=tuple(filter(wanted, reading.claims)))
        for event in _events(found, source)
        for reading, name in event
    )
    target.write("claims", (sheets,), target.view(), inputs_of(found, source, target))
    if not sheets.entries:
        source.note("no claims of that kind found")
    source.status()
