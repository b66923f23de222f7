"""Plain text, with YAML front matter where it has one; the shape of its lines tells all else."""

from __future__ import annotations

from treatydiff.readers import Content
from treatydiff.readers._front import front_matter

SUFFIXES = (".txt", ".text")


def read(text: str, origin: str) -> Content:
    """What of the text is the report."""
    return front_matter(text, origin)
