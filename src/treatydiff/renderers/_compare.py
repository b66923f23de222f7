"""The text view of a comparison: contradictions first, then what is shared, then what one has alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from treatydiff.frozen import dataclass
from treatydiff.model import Comparison, Finding, Reason, Span
from treatydiff.renderers import View
from treatydiff.renderers._frame import Frame, count
from treatydiff.renderers._layout import Line, Piece, beside, ends, indented, wrap
from treatydiff.renderers._words import Word, runs, words
from treatydiff.renderers.json import excused, explained
from treatydiff.safety import cells, one_line

FEW_UNIQUE, FEW_IDENTICAL = 3, 3
"""How many unique claims of each document, and how many facts told in the same words, are shown at first."""
MOST_NAMES = 3
"""Further documents that a sentence about a finding names; of more, it tells how many they are."""
TWO_COLUMNS, REASON_COLUMN, WIDEST_COLUMN, WIDEST_STACK, WIDEST_REASON = 100, 160, 72, 100, 60
"""Terminal widths from which the layouts change, and what columns of text are capped at."""

Told = tuple[Reason, str, str]
"""A reason with the ids of the documents on its left and right side."""


@dataclass(frozen=True, slots=True)
class Sections:
    """The findings that are shown, in the order in which they are shown."""

    clashes: Sequence[Finding]
    reworded: Sequence[Finding]
    identical: Sequence[Finding]
    unique: Sequence[Finding]


def sections(comparison: Comparison, frame: Frame, view: View) -> Sections:
    """Sort the findings that the reader asked for."""
    wanted = [f for f in comparison.findings if view.shows(f)]
    shared = [f for f in wanted if f.kind == "shared"]
    same = {f.id for f in shared if frame.identical(f)}
    clashes = [f for f in wanted if f.kind == "contradiction"]
    return Sections(
        sorted(clashes, key=lambda f: f.certainty != "likely"),
        [f for f in shared if f.id not in same],
        [f for f in shared if f.id in same],
        [f for f in wanted if f.kind == "unique"],
    )


def page(comparison: Comparison, view: View) -> Iterator[Line]:
    """The whole view, line by line."""
    frame = Frame(comparison.readings, view)
    parts = sections(comparison, frame, view)
    draw = Drawing(frame, _layout(view), scores=view.verbose or comparison.options.threshold == 0)
    yield from draw.heading()
    yield from frame.copies(comparison.copied)
    if not any((parts.clashes, parts.reworded, parts.identical, parts.unique, comparison.internal)):
        yield ()
        yield ((_nothing(view), "head"),)
        return
    if parts.clashes:
        yield from _section(frame, count(len(parts.clashes), "contradiction"))
        for finding in parts.clashes:
            yield from draw.finding(finding, "!")
    elif not view.only or "contradiction" in view.only:
        which = f"{view.certainty} " if view.certainty else ""
        yield from _section(frame, f"no {which}contradictions")
    if len(frame.documents) > 2 and (parts.clashes or parts.reworded or parts.identical):
        from treatydiff.renderers._matrix import matrix

        yield from _section(frame, "who tells what")
        facts = [*parts.clashes, *parts.reworded, *parts.identical]
        yield from matrix(facts, frame, comparison.copied)
    if parts.reworded or parts.identical:
        yield from _shared(parts, frame, draw)
    internal = [f for f in comparison.internal if view.shows(f)]
    if internal:
        yield from _section(frame, f"{len(internal)} within one report")
        for finding in internal:
            yield from draw.finding(finding, "?")
    if parts.unique:
        yield from _unique(parts.unique, frame, draw)


def _shared(parts: Sections, frame: Frame, draw: Drawing) -> Iterator[Line]:
    total = len(parts.reworded) + len(parts.identical)
    same = f", {len(parts.identical)} in the same words" if parts.identical else ""
    yield from _section(frame, f"{total} shared{same}")
    for finding in parts.reworded:
        yield from draw.finding(finding, "~")
    cut = len(parts.identical) if frame.view.everything else FEW_IDENTICAL
    for finding in parts.identical[:cut]:
        yield from draw.identical(finding)
    if len(parts.identical) > cut:
        yield (("", ""),)
        left_out = f"{len(parts.identical) - cut} more in the same words; --all shows them"
        yield from draw.note(left_out)


def _unique(unique: Sequence[Finding], frame: Frame, draw: Drawing) -> Iterator[Line]:
    by_document: dict[str, list[Finding]] = {i: [] for i in frame.documents}
    for finding in unique:
        by_document[finding.places[0].document].append(finding)
    title = ", ".join(f"{len(found)} only in {frame.names[i]}" for i, found in by_document.items() if found)
    yield from _section(frame, title)
    yield ()
    left_out = 0
    for document, found in by_document.items():
        cut = len(found) if frame.view.everything else FEW_UNIQUE
        left_out += len(found[cut:])
        for finding in found[:cut]:
            yield from draw.unique(finding, ">" if frame.rank(document) else "<")
    if left_out:
        yield from draw.note(f"{left_out} more; --all shows them")


def _section(frame: Frame, title: str) -> Iterator[Line]:
    yield ()
    yield frame.rule(title)


def _nothing(view: View) -> str:
    if view.only or view.certainty:
        return "Nothing of that kind was found."
    return "No contradictions, nothing shared, nothing that only one report has."


def _layout(view: View) -> str:
    if view.layout != "auto":
        return view.layout
    return "stacked" if view.piped or view.width < TWO_COLUMNS else "side"


def title(finding: Finding) -> str:
    """What a finding is about: its type, or how the tellings differ, with the words of either side."""
    reasons = [reason for (reason, _, _), _ in alike(clashes(finding) or finding.reasons)]
    seen = [r.rule for r in reasons]
    if finding.type:  # of three reports, each two may clash in the same way
        reasons = [r for n, r in enumerate(reasons) if r.rule not in seen[:n]]
    told = [f"{r.rule}: {r.detail}" if r.detail else r.rule for r in reasons]
    return one_line("; ".join(dict.fromkeys(told))) or finding.type or "in other words"


def clashes(finding: Finding) -> list[Told]:
    """The first clash by each rule between each two documents; the very first names the finding."""
    found: dict[tuple[str, ...], Told] = {}
    for reason, left, right in finding.reasons:
        if reason.relation == "contradiction":
            found.setdefault((reason.rule, left, right), (reason, left, right))
    return list(found.values())


def alike(reasons: Iterable[Told]) -> list[tuple[Told, dict[str, str]]]:
    """The reasons, those that are the same but for the documents once.

    With each, the further documents that tell it, and which of the two sides each of them goes along with.
    """
    found: dict[object, tuple[Told, dict[str, str]]] = {}
    for n, (reason, left, right) in enumerate(reasons):
        sides = reason.detail.split(" / ")
        pair = frozenset(sides) if len(sides) == 2 else n
        first, others = found.setdefault((reason.rule, reason.certainty, pair), ((reason, left, right), {}))
        one, two = first[1:] if reason.detail == first[0].detail else first[:0:-1]
        for document, like in ((left, one), (right, two)):
            if document not in first[1:]:
                others.setdefault(document, like)
    return list(found.values())


def sentences(finding: Finding, frame: Frame) -> list[str]:
    """What is said about a finding below its texts: what differs, what ties it, harmless readings."""
    tied = finding.kind == "contradiction" and finding.ties
    common = [one_line(f"In common: {', '.join(finding.ties)}.")] if tied else []
    return explanations(finding, frame) + common + harmless(finding, frame)


def explanations(finding: Finding, frame: Frame) -> list[str]:
    """What differs, in a sentence for each reason; of a contradiction, for each clash."""
    found = alike(clashes(finding) if finding.kind == "contradiction" else finding.reasons)
    told = [_with_others(explained(reason, frame.documents), others, frame) for reason, others in found]
    if finding.kind == "contradiction" and not (found and found[0][1]):
        told[:1] = [finding.explanation]
    return [one_line(text) for text in dict.fromkeys(told) if text]


def _with_others(text: str, others: Mapping[str, str], frame: Frame) -> str:
    """The sentence with the documents that go along with either of its sides: "third and fourth as first"."""
    label = {i: d.label for i, d in frame.documents.items()}
    sides: dict[str, list[str]] = {}
    for document in filter(others.get, label):
        sides.setdefault(others[document], []).append(label[document])
    told = [f"{_row(names)} as {label[like]}" for like, names in sides.items()]
    return "; ".join([text.removesuffix("."), ", ".join(told) + "."]) if told else text


def _row(names: Sequence[str]) -> str:
    """The names as a row of words, or how many they are."""
    if len(names) > MOST_NAMES:
        return f"{len(names)} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def harmless(finding: Finding, frame: Frame) -> list[str]:
    """Readings of a finding under which both sides hold."""
    found = [excused(told, frame.documents) for told, _ in alike(finding.reasons)]
    return [one_line(text) for text in dict.fromkeys(found) if text]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Findings in one of the layouts."""

    frame: Frame
    layout: str
    scores: bool = False
    """Whether to show how alike the claims are."""

    def heading(self) -> Iterator[Line]:
        """The documents, those of two columns each above its own."""
        if self.layout == "side" and len(self.frame.documents) == 2:
            column = self._columns()[0]
            yield from beside(self.frame.heading(column), [column, column], [f" {self.frame.bar} "])
        else:
            yield from chain.from_iterable(self.frame.heading(self.frame.view.width))

    def finding(self, finding: Finding, mark: str) -> Iterator[Line]:
        """One finding with its texts, the differing words marked."""
        if self.layout == "inline":
            yield from self._inline(finding, mark)
        elif self.layout == "side" and len(self.frame.documents) == 2 == len(self.frame.places(finding)):
            yield from self._side(finding, mark)
        elif self.layout == "side" and (reason := self._columns()[1]):
            room = min(WIDEST_STACK, self.frame.view.width - reason - 3)
            told = self._told(finding, mark, reason)
            yield ()
            texts = list(self._stacked(finding, room))
            yield from beside([texts, told], [room, reason], [f" {self.frame.bar} "])
        else:
            yield ()
            yield from self._head(finding, mark)
            yield from self._stacked(finding, self.frame.view.width)
            yield from self._notes(finding)

    def identical(self, finding: Finding) -> Iterator[Line]:
        """A fact that all documents tell in the same words: the text once."""
        frame = self.frame
        places = frame.places(finding)
        where = " = ".join(
            f"{frame.names[i]} {' '.join(frame.at(i, s.start) for s in spans)}" for i, spans in places.items()
        )
        document, spans = next(iter(places.items()))
        yield ()
        yield from ends(
            [("= ", "head"), (where, "dim")], [(self._reference(finding), "dim")], frame.view.width
        )
        for span in spans:
            yield from self._block(frame.text(document, span, {}), [("    ", "")])

    def unique(self, finding: Finding, mark: str) -> Iterator[Line]:
        """A claim that one document has alone."""
        frame = self.frame
        document = finding.places[0].document
        pieces = [p for place in finding.places for p in frame.text(document, place.span, {})]
        where = f"{frame.at(document, finding.places[0].span.start)} "
        if self.layout != "side" or len(frame.documents) != 2:
            name = frame.names[document] + " " if len(frame.documents) > 2 else ""
            yield from self._block([(where, "dim"), *pieces], [(f" {mark} {name}", "head")])
            return
        column = self._columns()[0]
        cell = wrap([(where, "dim"), *pieces], column)
        empty: list[Line] = []
        row = [empty, cell] if frame.rank(document) else [cell, empty]
        yield from beside(row, [column, column], [f" {mark} "])

    def _head(self, finding: Finding, mark: str) -> Iterator[Line]:
        style = "clash" if finding.kind == "contradiction" else "head"
        left: list[Piece] = [(f"{mark} ", style), (title(finding), style)]
        yield from ends(left, [(self._reference(finding), "dim")], self.frame.view.width)

    def _reference(self, finding: Finding) -> str:
        """Certainty and id, and the score where it is wanted."""
        score = f"score {finding.score:.0f}" if self.scores and finding.score is not None else ""
        return "  ".join(part for part in (score, finding.certainty, finding.id) if part)

    def _stacked(self, finding: Finding, columns: int) -> Iterator[Line]:
        """A row for each place; of three and more documents, the same words once, other places below."""
        frame = self.frame
        marks = frame.marks(finding)
        rows = [(i, span) for i, spans in frame.places(finding).items() for span in spans]
        told: dict[object, list[tuple[str, Span]]] = {}
        for document, span in rows:
            key = tuple(w.key for w in words(frame.documents[document].text, [span]))
            told.setdefault(key if len(frame.documents) > 2 else (document, span), []).append(
                (document, span)
            )
        size = max(cells(frame.names[i]) for i, _ in rows)
        spot = max(len(frame.at(i, s.start)) for i, s in rows)
        room = columns - size - spot - 5
        for (document, span), *others in told.values():
            name = frame.names[document]
            pad = " " * (size - cells(name))
            lead: list[Piece] = [
                (" ", ""), (name, frame.style(document)), (pad + " ", ""),
                (f"{frame.at(document, span.start):<{spot}} {frame.bar} ", "dim"),
            ]  # fmt: skip
            later: list[Piece] = [(" " * (size + spot + 2) + f" {frame.bar} ", "dim")]
            yield from indented(wrap(frame.text(document, span, marks), room), lead, later)
            if others:
                same = ", ".join(f"{frame.names[i]} {frame.at(i, s.start)}" for i, s in others)
                yield from indented(wrap([(f"= {same}", "dim")], room), later, later)

    def _notes(self, finding: Finding) -> Iterator[Line]:
        for sentence in sentences(finding, self.frame):
            yield from self.note(sentence)

    def note(self, sentence: str) -> Iterator[Line]:
        """A sentence of the tool's own."""
        yield from self._block([(sentence, "dim")], [("    ", "")])

    def _block(self, pieces: Iterable[Piece], lead: Sequence[Piece]) -> Iterator[Line]:
        size = sum(cells(t) for t, _ in lead)
        yield from indented(wrap(pieces, self.frame.view.width - size), lead, [(" " * size, "")])

    def _columns(self) -> tuple[int, int]:
        """Width of each of the two columns of text, and of the column of reasons (0 for none)."""
        width = self.frame.view.width
        if width < REASON_COLUMN:
            return (width - 3) // 2, 0
        column = min(WIDEST_COLUMN, (width - 46) // 2)
        return column, min(WIDEST_REASON, width - 2 * column - 6)

    def _side(self, finding: Finding, mark: str) -> Iterator[Line]:
        frame = self.frame
        column, reason = self._columns()
        marks = frame.marks(finding)
        cell: list[list[Line]] = []
        for document, spans in frame.places(finding).items():
            lines: list[Line] = []
            for span in spans:
                where = (f"{frame.at(document, span.start)} ", "dim")
                lines += wrap([where, *frame.text(document, span, marks)], column)
            cell.append(lines)
        yield ()
        if not reason:
            yield from self._head(finding, mark)
            yield from beside(cell, [column, column], [f" {mark} "])
            yield from self._notes(finding)
            return
        told = self._told(finding, mark, reason)
        yield from beside([*cell, told], [column, column, reason], [f" {mark} ", f" {frame.bar} "])

    def _told(self, finding: Finding, mark: str, columns: int) -> list[Line]:
        """The column of reasons: title, certainty and id, what is said about the finding."""
        style = "clash" if finding.kind == "contradiction" else "head"
        told = wrap([(f"{mark} {title(finding)}", style)], columns)
        told += wrap([(self._reference(finding), "dim")], columns)
        for sentence in sentences(finding, self.frame):
            told += wrap([(sentence, "")], columns)
        return told

    def _inline(self, finding: Finding, mark: str) -> Iterator[Line]:
        """One sentence that keeps both wordings: what differs as {A|B}; of more than two, one for each."""
        frame = self.frame
        (first, a), *others = frame.words(finding).items()
        for n, (other, b) in enumerate(others or [(first, a)]):
            pieces: list[Piece] = []
            for run in runs(a, b):
                one, two = self._words(finding, first, run.left), self._words(finding, other, run.right)
                if run.same:
                    pieces.append((one + " ", ""))
                else:
                    marked = (one, frame.style(first, "mark")), ("|", ""), (two, frame.style(other, "mark"))
                    pieces += [("{", ""), *marked, ("} ", "")]
            head = f"{' ' if n else mark} {'' if n else finding.id:<{len(finding.id)}} "
            lead: list[Piece] = [(head, "clash" if finding.type else "head")]
            if len(frame.documents) > 2:
                lead.append((f"{frame.names[first]}|{frame.names[other]} ", "dim"))
            yield from self._block(pieces, lead)

    def _words(self, finding: Finding, document: str, words: Sequence[Word]) -> str:
        """The text from the first of these words to the last, without what lies between its places."""
        if not words:
            return ""
        text, reach = self.frame.documents[document].text, Span(words[0].span.start, words[-1].span.end)
        parts = [
            text[max(place.start, reach.start) : min(place.end, reach.end)]
            for place in self.frame.places(finding)[document]
            if place.overlap(reach)
        ]
        return one_line(" ... ".join(parts))
