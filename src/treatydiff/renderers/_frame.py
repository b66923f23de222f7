"""What all parts of the text view share: the documents' names, places, marks and the heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from treatydiff.model import SET_ASIDE, Copied, Document, Finding, Reading, Span
from treatydiff.renderers import View, short_names
from treatydiff.renderers._layout import Line, Piece, indented, wrap
from treatydiff.renderers._words import Word, differing, marked, same_words, words
from treatydiff.renderers.json import position
from treatydiff.safety import cells, one_line

LONGEST_NAME = 12
"""Columns up to which a label stands beside a text; longer ones give way to the id, then to a number."""

NUMBERS = {2: "two", 3: "three", 4: "four"}
FEW_DOCUMENTS = 4
"""Documents of which the heading tells what is set aside in each; of more, only when asked for all."""
WORTH_SAYING = 0.3
"""Share of word-for-word passages from which it is told of each two of many documents."""
MOST = 0.8
"""Share of its passages that one of two documents has word for word in the other, to count as one origin."""


class Frame:
    """The documents of a view and how they are called in it."""

    def __init__(self, readings: Sequence[Reading], view: View) -> None:
        self.readings, self.view = readings, view

    @cached_property
    def documents(self) -> dict[str, Document]:
        """By id, in order."""
        return {r.document.id: r.document for r in self.readings}

    @cached_property
    def names(self) -> dict[str, str]:
        """What stands beside a text: the labels if all are short and distinct, else the ids, else numbers."""
        for field in ("label", "id"):
            found = [one_line(getattr(d, field)) for d in self.documents.values()]
            if len(set(found)) == len(found) and all(0 < cells(n) <= LONGEST_NAME for n in found):
                return dict(zip(self.documents, found, strict=True))
        return {key: f"#{n}" for n, key in enumerate(self.documents, 1)}

    @cached_property
    def paths(self) -> dict[str, str]:
        """What to call the files: their names if those are distinct, else the paths as given."""
        return dict(zip(self.documents, short_names(list(self.documents.values())), strict=True))

    def rank(self, document: str) -> int:
        """0-based position among the documents."""
        return list(self.documents).index(document)

    def at(self, document: str, offset: int) -> str:
        """Line and column."""
        return "{}:{}".format(*position(self.documents[document].text, offset))

    def style(self, document: str, part: str = "name") -> str:
        """The style of the document's name, or of its marked words ("mark")."""
        return f"{part}{self.rank(document) % 4}"

    def places(self, finding: Finding) -> dict[str, list[Span]]:
        """The finding's spans, document by document."""
        out: dict[str, list[Span]] = {}
        for place in finding.places:
            out.setdefault(place.document, []).append(place.span)
        return out

    def words(self, finding: Finding) -> dict[str, list[Word]]:
        """The finding's words, document by document."""
        return {i: words(self.documents[i].text, spans) for i, spans in self.places(finding).items()}

    def identical(self, finding: Finding) -> bool:
        """Whether all documents state it in the same words."""
        first, *others = self.words(finding).values()
        return bool(others) and all(same_words(first, other) for other in others)

    def marks(self, finding: Finding) -> dict[str, list[Span]]:
        """What to mark: the words that a clash rests on, else those that differ."""
        if finding.kind == "unique":
            return {}
        clashing: dict[str, list[Span]] = {}
        for reason, left, right in finding.reasons:
            if reason.relation == "contradiction":
                clashing.setdefault(left, []).extend(reason.left)
                clashing.setdefault(right, []).extend(reason.right)
        if any(clashing.values()):
            return clashing
        out: dict[str, list[Span]] = {}
        (first, *others) = self.words(finding).items()
        for name, found in others:
            here, there = differing(first[1], found)
            out.setdefault(first[0], here)
            out[name] = there
        return out

    def text(self, document: str, place: Span, marks: dict[str, list[Span]]) -> list[Piece]:
        """The words of a place with its marks."""
        return marked(
            self.documents[document].text,
            place,
            marks.get(document, ()),
            self.style(document, "mark"),
            brackets=not self.view.colour,
        )

    def rule(self, title: str) -> Line:
        """The head of a section across the page."""
        stroke = "─" if self.view.boxes else "="
        return ((f"{stroke * 2} {title} {stroke * max(2, self.view.width - len(title) - 4)}", "head"),)

    @property
    def bar(self) -> str:
        """What stands between a name and its text."""
        return "│" if self.view.boxes else "|"

    def heading(self, width: int) -> list[list[Line]]:
        """Each document: name, label, file, date, size, what it relies on, what is set aside in it."""
        rows = [self._about(r) for r in self.readings]
        sizes = [max(cells(row[n]) for row in rows) for n in range(len(rows[0]))]
        blank = " " * (sizes[0] + 2)
        found = []
        for row, reading in zip(rows, self.readings, strict=True):
            d = reading.document
            columns = [(cell, size) for cell, size in zip(row, sizes, strict=True) if size]
            name, *rest = (cell + " " * (size - cells(cell) + 2) for cell, size in columns)
            via = f"relies on {one_line(', '.join(d.based_on))}" if d.based_on else ""
            room, about = width - len(blank), "".join(rest)
            parts = [[(about, ""), (via, "dim")]]
            if cells(about) + cells(via) > room:
                parts = [[(about.rstrip(), "")], [(via, "dim")]]
            if len(self.readings) <= FEW_DOCUMENTS or self.view.everything:
                parts.append([(self._set_aside(reading), "dim")])
            lines = [line for part in parts for line in wrap(part, room)]
            found.append(list(indented(lines, [(name, self.style(d.id))], [(blank, "")])))
        return found

    def _about(self, reading: Reading) -> tuple[str, ...]:
        """Name, then label and file unless they say the same, then date and size."""
        d = reading.document
        name, label, path = self.names[d.id], one_line(d.label), self.paths[d.id]
        return (
            name,
            "" if label == name or label in path else label,
            "" if path == name else path,
            d.published.isoformat() if d.published else "no date",
            count(len(reading.passages), "passage"),
        )

    def copies(self, copied: Sequence[Copied]) -> Iterator[Line]:
        """How much of two documents is the same word for word.

        Of more than two, a copy of an earlier one is passed over, and so is a sentence here and there.
        """
        several = len(self.documents) > 2
        same: dict[str, list[str]] = {}
        repeated: set[str] = set()
        told = []
        for c in copied:
            shares = c.left_same / c.left_passages, c.right_same / c.right_passages
            if repeated.isdisjoint((c.left, c.right)) and min(shares) == 1:
                same.setdefault(c.left, [self.names[c.left]]).append(self.names[c.right])
                repeated.add(c.right)
            elif not several or max(shares) >= WORTH_SAYING or self.view.everything:
                told.append(c)
        passages = {c.left: count(c.left_passages, "passage") for c in copied}
        texts = [
            f"{', '.join(names[:-1])} and {names[-1]} are the same text ({passages[first]}): "
            f"one origin, not {NUMBERS.get(len(names), len(names))}."
            for first, names in same.items()
        ]
        texts += [
            f"word for word: {c.left_same} of {count(c.left_passages, 'passage')} in {self.names[c.left]}, "
            f"{c.right_same} of {c.right_passages} in {self.names[c.right]}"
            + (": counted as one origin" if several and one_origin(c) else "")
            for c in told
            if repeated.isdisjoint((c.left, c.right))
        ]
        for text in texts:
            yield from wrap([(text, "dim")], self.view.width)

    def _set_aside(self, reading: Reading) -> str:
        kinds: dict[str, list[str]] = {}
        for p in reading.passages:
            if p.kind in SET_ASIDE:
                kinds.setdefault(p.kind, []).append(self.at(reading.document.id, p.span.start))
        return "set aside: " + ", ".join(f"{k} {' '.join(v)}" for k, v in kinds.items()) if kinds else ""


def one_origin(c: Copied) -> bool:
    """Whether one of two documents carries the other's text."""
    return c.left_same >= MOST * c.left_passages or c.right_same >= MOST * c.right_passages


def count(n: int, noun: str) -> str:
    """A number and its noun: 1 passage, 2 passages."""
    return f"{n} {noun}{'' if n == 1 else 's'}"
