"""Compare reports of the same event: what they share, where they clash, who said it.

>>> from treatydiff import compare, load
>>> comparison = compare(load())        # the two reports that come with the package
"""

from __future__ import annotations

from importlib import import_module

from treatydiff.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatydiff.loading import load as load
    from treatydiff.model import Comparison as Comparison
    from treatydiff.model import Document as Document
    from treatydiff.model import Finding as Finding
    from treatydiff.model import Options as Options
    from treatydiff.model import Quote as Quote
    from treatydiff.model import Span as Span
    from treatydiff.pipeline import compare as compare
    from treatydiff.pipeline import quotes as quotes

__version__ = "0.1.0"

_HOMES = {
    "load": "loading",
    "compare": "pipeline",
    "quotes": "pipeline",
    **dict.fromkeys(("Comparison", "Document", "Finding", "Options", "Quote", "Span"), "model"),
}
__all__ = ["Comparison", "Document", "Finding", "Options", "Quote", "Span", "compare", "load", "quotes"]


def __getattr__(name: str) -> Any:
    """Load the library's parts on first use, so that ``--version`` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(f"treatydiff.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'treatydiff' has no attribute {name!r}")
