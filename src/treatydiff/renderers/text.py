"""Text for people, fitted to the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.hints import TYPE_CHECKING
from treatydiff.model import Comparison, Reading
from treatydiff.renderers import Sheet, View, _compare, _speech
from treatydiff.renderers._layout import Line, coloured, plain

if TYPE_CHECKING:
    from treatydiff.drift import Drift


def comparison(result: Comparison, view: View) -> Iterator[str]:
    """Contradictions, shared facts and unique claims."""
    return painted(_compare.page(result, view), view)


def quotes(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """Who said what."""
    return painted(_speech.quotes(sheets, view), view)


def claims(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """The claims of each report."""
    return painted(_speech.claims(sheets, view), view)


def drifts(found: Sequence[Drift], readings: Sequence[Reading], view: View) -> Iterator[str]:
    """What several reports give one speaker to say."""
    return painted(_speech.drifts(found, readings, view), view)


def painted(lines: Iterable[Line], view: View) -> Iterator[str]:
    """Lines as strings, with the terminal's codes for colours where the view has colours."""
    paint = coloured if view.colour else plain
    return (paint(line) for line in lines)
