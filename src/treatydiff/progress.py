"""How far a batch is: one line on a terminal, drawn anew with each event."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic


class Progress:
    """Counts of what is done, and the time that the rest of the file will take at the pace so far."""

    def __init__(self, events: Path, done: int = 0, failed: int = 0, contradictions: int = 0) -> None:
        self.done, self.failed, self.contradictions = done, failed, contradictions
        self._skipping = done
        self._begun = monotonic()
        self._size = events.stat().st_size if events.is_file() else 0
        self._skipped = self._read = 0
        """Bytes of the file: those of the events that a resumed run passes over, and all so far."""

    def read(self, lines: Iterable[str]) -> Iterator[str]:
        """The same lines, measured as they go by."""
        for line in lines:
            self._read += len(line.encode("utf-8", "replace"))
            if self._skipping and line.strip():
                self._skipping -= 1
                self._skipped = self._read
            yield line

    def show(self, failed: bool, contradictions: int) -> None:
        """One event more."""
        self.done += 1
        self.failed += failed
        self.contradictions += contradictions
        left = self._left()
        self._draw(f"   {left} left" if left else "")

    def end(self) -> None:
        """Leave the line as it stands."""
        self._draw("")
        sys.stderr.write("\n")

    def _draw(self, more: str) -> None:
        failed = f"   {self.failed:,} failed" if self.failed else ""
        told = f"  events {self.done:,}   contradictions {self.contradictions:,}{failed}{more}"
        sys.stderr.write(f"\r{told}\x1b[K")
        sys.stderr.flush()

    def _left(self) -> str:
        """Minutes and seconds; empty where they cannot be told."""
        ours, rest = self._read - self._skipped, self._size - self._read
        if ours <= 0 or rest <= 0:
            return ""
        minutes, seconds = divmod(round((monotonic() - self._begun) * rest / ours), 60)
        return f"{minutes}:{seconds:02}"
