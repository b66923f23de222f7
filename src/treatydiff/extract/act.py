"""One act of speech as a sentence shows it."""

from __future__ import annotations

from treatydiff.extract.cues import Cue
from treatydiff.extract.phrases import Source
from treatydiff.frozen import dataclass, field


@dataclass(slots=True)
class Act:
    """One cue with what belongs to it."""

    cue: Cue
    source: Source | None
    content: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of items, the last one excluded."""
    hearer: tuple[int, int] | None = None
    """Items of the one spoken to."""
    tag: tuple[int, int] = (0, 0)
    """Items that cue and source take up."""
    inside: int = -1
    """Index of the act in whose content this one stands, or -1."""
    via: Source | None = None
    """Whom the source has it from, where the sentence says so: "the Herald reported, citing the police"."""
    silent: bool = False
    """Whether it only passes on another act's words: "the Herald quoted the mayor as saying"."""
