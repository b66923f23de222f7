"""What was made once, when the package was built, to be read by every start."""

from __future__ import annotations

import marshal

from treatydiff import files
from treatydiff.hints import Any


def kept(path: str) -> Any:
    """What such a file holds; None where there is none, or one cut short."""
    try:
        return marshal.loads(files.content(path))
    except (FileNotFoundError, EOFError, TypeError, ValueError):
        return None
