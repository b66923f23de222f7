"""The text views of quotes and of claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.model import Claim, Quote
from treatydiff.renderers import Sheet, View
from treatydiff.renderers._frame import Frame
from treatydiff.renderers._layout import Line, Piece, ends, indented, wrap
from treatydiff.safety import one_line


def quotes(sheets: Sequence[Sheet], view: View) -> Iterator[Line]:
    """Who said what: place, speaker as the text has it, how that was resolved, the words."""
    frame = Frame([s.reading for s in sheets], view)
    for sheet in sheets:
        for quote in sheet.quotes:
            where = f"{frame.paths[quote.document]}:{frame.at(quote.document, quote.span.start)}"
            kind = "" if quote.kind == "direct" else f"  {quote.kind}"
            yield from ends([(where, "dim")], [(speaker(quote), "head"), (kind, "dim")], view.width)
            words = one_line(sheet.reading.document.text[quote.span.start : quote.span.end])
            text = f'"{words}"' if quote.kind == "direct" else words
            yield from indented(wrap([(text, "")], view.width - 2), [("  ", "")], [("  ", "")])
            if quote.channel or len(quote.chain) > 1:
                through = f"told to or through {quote.channel}" if quote.channel else ""
                chain = " <- ".join(quote.chain) if len(quote.chain) > 1 else ""
                note = one_line("; ".join(t for t in (through, chain) if t))
                yield from indented(wrap([(note, "dim")], view.width - 4), [("    ", "")], [("    ", "")])
            yield ()


def speaker(quote: Quote) -> str:
    """What the text calls the speaker, its verb, and whom that was taken to be."""
    if quote.speaker is None and not quote.mention:
        return "no speaker found"
    said = " ".join(t for t in (quote.mention or "", quote.cue or "") if t)
    if quote.polarity < 0:
        said += " (denies it)"
    if quote.speaker is None:
        return one_line(f"{said} = ?")
    if quote.speaker != quote.mention:
        said = f"{said} = {quote.speaker}" if quote.mention else f"{said} = {quote.speaker}".lstrip()
    return one_line(said + ("?" if quote.certainty == "possible" else ""))


def claims(sheets: Sequence[Sheet], view: View) -> Iterator[Line]:
    """Each claim with who says it, whether it is done or planned, its figures, dates and names."""
    frame = Frame([s.reading for s in sheets], view)
    for sheet in sheets:
        for claim in sheet.claims:
            where = f"{frame.paths[claim.document]}:{frame.at(claim.document, claim.span.start)}"
            yield from ends([(where, "dim")], [(one_line(governed(claim)), "dim")], view.width)
            text = one_line(claim.text)
            yield from indented(wrap([(text, "")], view.width - 2), [("  ", "")], [("  ", "")])
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
        yield _detail("date", text[t.span.start : t.span.end], relation + days)
    for n in claim.names:
        yield _detail("name", text[n.span.start : n.span.end], n.entity)


def _detail(kind: str, words: str, meaning: str) -> list[Piece]:
    words, meaning = one_line(words), one_line(meaning)
    same = words.casefold() == meaning.casefold()
    return [(f"{kind:<7}", "dim"), (words, ""), ("" if same else f" = {meaning}", "dim")]
