"""How documents are read, one file for each format.

A reader has `SUFFIXES`, the endings of the file names that it is for, its own name among them, and
`read(text, origin)`, which says what of the text is the report and what its format tells of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.frozen import dataclass, field
from treatydiff.hints import TYPE_CHECKING, Any
from treatydiff.model import Block, Span

if TYPE_CHECKING:
    from treatydiff.safeyaml import Spot


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader has found in the text of a file."""

    span: Span
    """The report, without front matter."""
    blocks: tuple[Block, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Front matter, by the keys of a manifest."""
    spots: Mapping[tuple[str | int, ...], Spot] = field(default_factory=dict)
    """Where in the file each entry of the front matter stands."""
