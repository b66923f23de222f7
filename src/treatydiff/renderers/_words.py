"""Which words of several wordings differ, and how that is marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.model import Span
from treatydiff.patterns import pattern
from treatydiff.renderers._layout import Piece
from treatydiff.safety import one_line

WORD = pattern(r"\w+(?:['’.,]\w+)*")
_SMALL = 4
"""A lone matching word shorter than this between two differences is marked along with them: it is an
article or a preposition that stands in both by chance."""

_LARGEST = 40_000
"""Pairs of words above which two wordings, each hundreds of words long, are not matched word by word."""
_MOST = 0.75
"""Share of all words from which on marks would cover rather than show the difference."""


class Word(NamedTuple):
    """A word with its place in the document."""

    key: str
    span: Span


def words(text: str, places: Iterable[Span]) -> list[Word]:
    """The words within places of a text, figures with their points and commas in one."""
    return [
        Word(w[0].casefold().replace("’", "'"), Span(place.start + w.start(), place.start + w.end()))
        for place in places
        for w in WORD.finditer(text[place.start : place.end])
    ]


def same_words(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two wordings differ in case, punctuation and white space at the most."""
    return [w.key for w in left] == [w.key for w in right]


class Run(NamedTuple):
    """Words that both wordings have in this place, or what either has instead; one side may be empty."""

    same: bool
    left: Sequence[Word]
    right: Sequence[Word]


def runs(left: Sequence[Word], right: Sequence[Word]) -> list[Run]:
    """The two wordings from beginning to end, by their longest common blocks (Ratcliff and Metzener 1988)."""
    from difflib import SequenceMatcher

    if len(left) * len(right) > _LARGEST:
        return [Run(False, left, right)]
    out: list[Run] = []
    matcher = SequenceMatcher(None, [w.key for w in left], [w.key for w in right], autojunk=False)
    edits = [Run(tag == "equal", left[a:b], right[c:d]) for tag, a, b, c, d in matcher.get_opcodes()]
    for n, run in enumerate(edits):
        if run.same and 0 < n < len(edits) - 1 and len(run.left) == 1 and len(run.left[0].key) < _SMALL:
            run = run._replace(same=False)
        if out and not run.same and not out[-1].same:
            out[-1] = Run(False, [*out[-1].left, *run.left], [*out[-1].right, *run.right])
        else:
            out.append(run)
    return out


def differing(left: Sequence[Word], right: Sequence[Word]) -> tuple[list[Span], list[Span]]:
    """Ranges of either wording that hold words which the other does not have.

    A longer word that merely stands elsewhere in the other is not marked.  Nothing is, where the two have
    hardly a word in common: marks on everything would show nothing.
    """
    apart = [run for run in runs(left, right) if not run.same]
    moved = {w.key for w in left} & {w.key for w in right}
    here = [_unmoved(run.left, moved) for run in apart]
    there = [_unmoved(run.right, moved) for run in apart]
    marks = sum(len(stretch) for side in (here, there) for run in side for stretch in run)
    if marks > (len(left) + len(right)) * _MOST:
        return [], []
    return (
        [s for run in here for stretch in run for s in spans(stretch)],
        [s for run in there for stretch in run for s in spans(stretch)],
    )


def _unmoved(words: Sequence[Word], moved: set[str]) -> list[list[Word]]:
    """The stretches of words between those that the other wording has elsewhere."""
    out: list[list[Word]] = [[]]
    for word in words:
        if word.key in moved and len(word.key) >= _SMALL:
            out.append([])
        else:
            out[-1].append(word)
    return [stretch for stretch in out if stretch]


def spans(found: Sequence[Word]) -> list[Span]:
    """From the first of these words to the last."""
    return [Span(found[0].span.start, found[-1].span.end)] if found else []


def marked(text: str, place: Span, spans: Iterable[Span], style: str, brackets: bool) -> list[Piece]:
    """The place's text as harmless pieces, the spans in a style and, if asked, in brackets."""
    pieces: list[Piece] = []
    at = place.start
    inner = [Span(max(s.start, place.start), min(s.end, place.end)) for s in spans]
    for start, end in _joined(inner):
        pieces.append((_flat(text[at:start]), ""))
        inside = one_line(text[start:end])
        pieces.append((f"[{inside}]" if brackets else inside, style))
        at = end
    pieces.append((_flat(text[at : place.end]), ""))
    return [p for p in pieces if p[0]]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap as one; empty ones left out."""
    out: list[Span] = []
    for span in sorted(s for s in spans if s.end > s.start):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _flat(text: str) -> str:
    """`one_line` that keeps a blank at either end, where the words next to it need one."""
    inner = one_line(text)
    lead = " " if text[:1].isspace() else ""
    tail = " " if inner and text[-1:].isspace() else ""
    return f"{lead}{inner}{tail}"
