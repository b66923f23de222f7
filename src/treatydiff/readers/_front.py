"""YAML front matter: what stands between two lines of three hyphens at the very beginning."""

from __future__ import annotations

import re

from treatydiff.errors import InputError
from treatydiff.model import Span
from treatydiff.patterns import pattern
from treatydiff.readers import Content

_OPENING = pattern(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ENTRY = pattern(r"""(?:\s|\#[^\r\n]*[\r\n])*["']?[\w.-]+["']?[ \t]*:(?:\s|\Z)""")


def front_matter(text: str, origin: str) -> Content:
    """The metadata and the rest; a text that only begins with a rule of hyphens has no metadata."""
    whole = Content(Span(0, len(text)))
    opening = _OPENING.match(text) if text.startswith("---") else None
    if opening is None or not _ENTRY.match(text, opening.end()):
        return whole
    # A lone carriage return ends a line as well, which the regular expression's $ does not know.
    lines = text.replace("\r", "\n")
    closing = _CLOSING.search(lines, opening.end())
    if closing is None:
        raise InputError(f"{origin}:1:1: front matter that never ends (close it with a line of ---)")
    from treatydiff.safeyaml import read_yaml

    read = read_yaml(text[opening.end() : closing.start()], origin, first_line=2)
    if not isinstance(read.value, dict):
        return whole
    return Content(Span(closing.end(), len(text)), meta=read.value, spots=read.spots)
