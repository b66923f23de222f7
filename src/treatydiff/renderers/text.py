"""Text for people, fitted to the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatydiff.model import Comparison
from treatydiff.renderers import Sheet, View, _compare, _speech
from treatydiff.renderers._layout import Line, coloured, plain


def comparison(result: Comparison, view: View) -> Iterator[str]:
    """Contradictions, shared facts and unique claims."""
    return painted(_compare.page(result, view), view)


def quotes(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """Who said what."""
    return painted(_speech.quotes(sheets, view), view)


def claims(sheets: Iterable[Sheet], view: View) -> Iterator[str]:
    """The claims of each report."""
    return painted(_speech.claims(sheets, view), view)


def painted(lines: Iterable[Line], view: View) -> Iterator[str]:
    """Lines as strings, with the terminal's codes for colours where the view has colours."""
    paint = coloured if view.colour else plain
    return (paint(line) for line in lines)
