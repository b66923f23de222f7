"""The text views of quotes and of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.hints import TYPE_CHECKING
from treatydiff.model import Claim, Quote, Reading, Span
from treatydiff.renderers import Sheet, View
from treatydiff.renderers._frame import Frame
from treatydiff.renderers._layout import Line, Piece, ends, indented, wrap
from treatydiff.renderers.json import position
from treatydiff.safety import cells, one_line

if TYPE_CHECKING:
    from treatydiff.drift import Drift


def quotes(sheets: Iterable[Sheet], view: View) -> Iterator[Line]:
    """Who said what: place, speaker as the text has it, how that was resolved, the words."""
    for sheet in sheets:
        for quote in sheet.quotes:
            words = one_line(_words(sheet, quote.span))
            text = f'"{words}"' if quote.kind == "direct" else words
            kind = "" if quote.kind == "direct" else f"  {quote.kind}"
            how = "carried on" if quote.resolution == "carried" else f"by {quote.resolution}"
            by = f"  {how}" if view.verbose and quote.speaker else ""
            said: list[Piece] = [(speaker(quote), "head"), (kind + by, "dim")]
            yield from _entry(_where(sheet, quote.span), said, text, _through(quote), view)
        if view.verbose:
            for place in sheet.unspoken:
                said = [("marked, but nobody's speech", "dim")]
                yield from _entry(_where(sheet, place), said, f'"{one_line(_words(sheet, place))}"', "", view)


def _words(sheet: Sheet, span: Span) -> str:
    return sheet.reading.document.text[span.start : span.end]


def _where(sheet: Sheet, span: Span) -> str:
    return "{}:{}:{}".format(sheet.name, *position(sheet.reading.document.text, span.start))


def _entry(where: str, right: Sequence[Piece], text: str, note: str, view: View) -> Iterator[Line]:
    """Place and source on one line, the words below, then a note, then an empty line."""
    yield from ends([(where, "dim")], right, view.width)
    yield from indented(wrap([(text, "")], view.width - 2), [("  ", "")], [("  ", "")])
    if note:
        yield from indented(wrap([(note, "dim")], view.width - 4), [("    ", "")], [("    ", "")])
    yield ()


def _through(quote: Quote) -> str:
    """From whom the speaker has it, and through whom the words reached the report."""
    at = quote.chain.index(quote.speaker) if quote.speaker in quote.chain else -1
    told = [f"from {name}" for name in quote.chain[: max(at, 0)]]
    told += [f"to or through {quote.channel}"] if quote.channel else []
    told += [f"as told by {name}" for name in quote.chain[at + 1 :] if name != quote.channel]
    return one_line(", ".join(told))


def speaker(quote: Quote) -> str:
    """What the text calls the speaker, with its verb, and whom that was taken to be."""
    parts = [(quote.mention_span, quote.mention), (quote.cue_span, quote.cue)]
    if all(span and text for span, text in parts):
        parts.sort(key=lambda p: p[0] or Span(0, 0))
    said = " ".join(text for _, text in parts if text)
    if quote.polarity < 0:
        said += " (denial)"
    if quote.speaker is None:
        return one_line(f"{said} = nobody known".strip() if quote.mention else f"no speaker  {said}".strip())
    doubt = "?" if quote.certainty == "possible" else ""
    if not _names(quote.mention or "", quote.speaker):
        said = f"{said} = {quote.speaker}"
    return one_line(said + doubt)


def _names(mention: str, speaker: str) -> bool:
    """Whether a mention holds the speaker's name, whatever its article, capitals, titles and callings."""
    name = speaker.casefold()
    name = name.removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return f" {name} " in f" {mention.casefold()} "


def drifts(found: Sequence[Drift], readings: Sequence[Reading], view: View) -> Iterator[Line]:
    """Each utterance with its two renderings one below the other, what differs marked."""
    frame = Frame(readings, view)
    for drift in found:
        marks = {
            drift.left.document: [c.left for c in drift.changes],
            drift.right.document: [c.right for c in drift.changes],
        }
        who = drift.left.speaker or drift.right.speaker or "no known speaker"
        notes = ["other speaker"] if drift.speaker else []
        notes += sorted({change.kind for change in drift.changes})
        yield from ends([("~ ", "head"), (one_line(who), "head")], [(", ".join(notes), "dim")], view.width)
        sides = [
            (quote, frame.names[quote.document], frame.at(quote.document, quote.span.start))
            for quote in (drift.left, drift.right)
        ]
        size = max(cells(name) + len(place) for _, name, place in sides) + 5
        for quote, name, place in sides:
            said = f"  ({quote.kind}; {speaker(quote)})"
            gap = " " * (size - 4 - cells(name) - len(place))
            lead: list[Piece] = [
                (f" {name}", frame.style(quote.document)),
                (f"{gap}{place} {frame.bar} ", "dim"),
            ]
            pieces = [*frame.text(quote.document, quote.span, marks), (said, "dim")]
            later: list[Piece] = [(" " * (size - 2) + f"{frame.bar} ", "dim")]
            yield from indented(wrap(pieces, view.width - size), lead, later)
        yield ()


def claims(sheets: Iterable[Sheet], view: View) -> Iterator[Line]:
    """Each claim with who says it, whether it is done or planned, its figures, dates and names."""
    for sheet in sheets:
        for claim in sheet.claims:
            yield from ends(
                [(_where(sheet, claim.span), "dim")], [(one_line(governed(claim)), "dim")], view.width
            )
            yield from indented(
                wrap([(one_line(claim.text), "")], view.width - 2), [("  ", "")], [("  ", "")]
            )
            for line in details(claim, sheet.reading.document.text):
                yield from indented(wrap(line, view.width - 4), [("    ", "")], [("      ", "")])
            yield ()


def governed(claim: Claim) -> str:
    """What governs a claim, in a few words."""
    parts: list[str] = [claim.status] if claim.status != "done" else []
    parts += ["negated"] if claim.polarity < 0 else []
    parts += ["hedged"] if claim.hedged else []
    parts += [f"says {claim.speaker}"] if claim.speaker else []
    parts += [f"denied by {claim.denied_by}"] if claim.denied_by else []
    parts += [claim.kind] if claim.kind != "body" else []
    return ", ".join(parts)


def details(claim: Claim, text: str) -> Iterator[list[Piece]]:
    """The figures, dates and names of a claim, each as it stands and as it was understood."""
    for q in claim.quantities:
        value = f"{q.low:g}" if q.low == q.high else f"{q.low:g} to {q.high:g}"
        yield _detail("figure", text[q.span.start : q.span.end], f"{value} {q.unit}".strip())
    for t in claim.times:
        days = t.start if t.start == t.end else f"{t.start} to {t.end}"
        relation = "" if t.relation == "at" else t.relation + " "
        dated = t.start[:1].isdigit()  # else the text alone does not tell which day it was
        yield _detail("date", text[t.span.start : t.span.end], relation + days if dated else "?")
    for n in claim.names:
        yield _detail("name", text[n.span.start : n.span.end], n.entity)


def _detail(kind: str, words: str, meaning: str) -> list[Piece]:
    words, meaning = one_line(words), one_line(meaning)
    same = words.casefold() == meaning.casefold()
    return [(f"{kind:<7}", "dim"), (words, ""), ("" if same else f" = {meaning}", "dim")]
