"""Why a finding was made, and what a rule looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from inspect import getdoc

from treatydiff.model import Comparison, Finding, Place, Quote
from treatydiff.renderers import View
from treatydiff.renderers._compare import alike, explanations, harmless, title
from treatydiff.renderers._frame import Frame
from treatydiff.renderers._layout import Line, Piece, indented, wrap
from treatydiff.renderers._speech import speaker
from treatydiff.rules import Example
from treatydiff.safety import one_line
from treatydiff.shelf import member

_FIELD = 14


def finding(
    found: Finding, result: Comparison, view: View, nearest: Sequence[tuple[Place, float]] = ()
) -> Iterator[Line]:
    """Both texts, the rules and the words they rest on, what ties the two, how to silence it.

    `nearest` are the places that a unique claim comes nearest to, each with the score.
    """
    frame = Frame(result.readings, view)
    marks = frame.marks(found)
    about = "" if found.kind == "unique" else title(found)
    head = "   ".join(part for part in (found.id, found.kind, about, found.certainty) if part)
    yield from wrap([(head, "clash" if found.type else "head")], view.width)
    yield ()
    for place in found.places:
        name = f"{frame.paths[place.document]}:{frame.at(place.document, place.span.start)}"
        yield ((frame.names[place.document], frame.style(place.document)), (f"  {name}", "dim"))
        pieces = frame.text(place.document, place.span, marks)
        yield from indented(wrap(pieces, view.width - 4), [("    ", "")], [("    ", "")])
    yield ()
    for (reason, left, right), _ in alike(found.reasons):
        yield from _field("rule", f"{reason.rule}: {reason.detail}" if reason.detail else reason.rule, view)
        for document, spans in ((left, reason.left), (right, reason.right)):
            text = frame.documents[document].text
            words = ", ".join(f'"{text[s.start : s.end]}"' for s in spans)
            if words:
                yield from _field(f"  {frame.names[document]}", words, view)
    for sentence in explanations(found, frame):
        yield from _field("because", sentence, view)
    if found.ties:
        yield from _field("in common", ", ".join(found.ties), view)
    for sentence in harmless(found, frame):
        yield from _field("otherwise", sentence, view)
    if found.score is not None:
        cut = f"{found.score:.1f} of 100 (threshold {result.options.threshold:g})"
        yield from _field("score", cut, view)
        for part in found.evidence:
            detail = f"  {part.detail}" if part.detail else ""
            yield from _field("", f"{part.value:5.2f} x {part.weight:5.2f}  {part.name}{detail}", view)
    if found.kind == "unique":
        cut = f"(threshold {result.options.threshold:g})"
        yield from _field("why", f"no claim of another report is alike enough {cut}", view)
        for place, score in nearest:
            text = frame.documents[place.document].text[place.span.start : place.span.end]
            where = f"{frame.names[place.document]} {frame.at(place.document, place.span.start)}"
            scores = "the whole sentence scores" if score >= result.options.threshold else "scores"
            yield from _field("nearest", f'{where} "{text}" {scores} {score:.0f}', view)
    for rule in sorted({r.rule for r, _, _ in found.reasons}):
        yield from _field("silence it", f"treatydiff compare ... --ignore {rule}", view)


def quote(found: Quote, result: Comparison, view: View) -> Iterator[Line]:
    """Where a quote stands, who was taken to say it and how."""
    frame = Frame(result.readings, view)
    text = frame.documents[found.document].text
    yield ((f"{found.id}   {found.kind} quote", "head"),)
    where = f"{frame.paths[found.document]}:{frame.at(found.document, found.span.start)}"
    yield from _field("place", where, view)
    yield from _field("words", text[found.span.start : found.span.end], view)
    yield from _field("speaker", found.speaker or "nobody known", view)
    yield from _field("in the text", speaker(found), view)
    yield from _field("resolved by", found.resolution, view)
    yield from _field("certainty", found.certainty, view)
    if found.cue:
        yield from _field("cue", f"{found.cue} ({found.cue_class})" if found.cue_class else found.cue, view)
    if found.channel:
        yield from _field("channel", found.channel, view)
    if found.chain:
        yield from _field("chain", " <- ".join(found.chain), view)


def rule(name: str, view: View) -> Iterator[Line]:
    """What a rule looks for, in its own words, with examples: ! clash, = no clash."""
    module = member("rules", name)
    yield ((name, "head"),)
    yield ()
    for paragraph in (getdoc(module) or "").replace("``", "").split("\n\n"):
        yield from indented(wrap([(one_line(paragraph), "")], view.width - 2), [("  ", "")], [("  ", "")])
        yield ()
    for example in getattr(module, "EXAMPLES", ()):
        yield from _example(example, view)
    yield from _field("silence it", f"treatydiff compare ... --ignore {name}", view)


def _example(example: Example, view: View) -> Iterator[Line]:
    mark = "!" if example.clash else "="
    rows = [(mark, example.left, example.left_date), (" ", example.right, example.right_date)]
    for sign, text, day in rows:
        dated = f"({day}) " if day else ""
        lead: list[Piece] = [(f"  {sign} ", "clash"), (f"{dated}", "dim")]
        yield from indented(wrap([(one_line(text), "")], view.width - 4 - len(dated)), lead, [("    ", "")])
    yield ()


def _field(name: str, text: str, view: View) -> Iterator[Line]:
    """A name and what belongs to it, the latter in a column."""
    label = one_line(name)
    lead: list[Piece] = [(label + " " * max(2, _FIELD - len(label)), "dim")]
    room = view.width - max(_FIELD, len(label) + 2)
    yield from indented(wrap([(one_line(text), "")], room), lead, [(" " * _FIELD, "")])
