"""``batch``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from treatydiff.errors import Ended, InputError
from treatydiff.hints import IO, TYPE_CHECKING
from treatydiff.model import Options
from treatydiff.output import emit, is_same, message, on_terminal

if TYPE_CHECKING:
    from treatydiff.batch import Unfinished


def batch(
    events: str,
    options: Options,
    jobs: int,
    resume: bool,
    output: str | None,
    allow_outside: bool,
    quiet: bool,
) -> None:
    """Many events, one JSON line each."""
    from treatydiff import batch as work
    from treatydiff.progress import Progress

    part = _unfinished(output, resume, (events, *options.packs))
    failed, done = (part.failed, part.done) if part else (0, 0)
    watched = not quiet and sys.stderr is not None and sys.stderr.isatty() and not on_terminal(output)
    progress = Progress(Path(events), done, failed, part.contradictions if part else 0) if watched else None

    def results() -> Iterator[str]:
        nonlocal failed, done
        with _opened(events) as source:
            folder = Path() if events == "-" else Path(events).parent
            lines = progress.read(source) if progress else source
            for outcome in work.run(lines, options, folder, jobs, skip=done, allow_outside=allow_outside):
                if part and any(is_same(part.target, Path(p)) for p in outcome.paths):
                    raise InputError(f"{part.target}: is an input, and is not written over")
                failed += outcome.failed
                done += 1
                if progress:
                    progress.show(outcome.failed, outcome.contradictions)
                yield outcome.text

    try:
        if part:
            part.write(results())
        else:
            emit(results(), None, machine=True, flush=True)
    except OSError as error:
        raise InputError(f"{part.path if part else events}: {error.strerror or error}") from None
    finally:
        if progress:
            progress.end()
    if not quiet and not done:
        message(f"{events}: holds no events")
    if failed:
        if not quiet:
            message(f"{events}: {failed} of {done} events could not be compared")
        raise Ended(2)


def _unfinished(output: str | None, resume: bool, inputs: Iterable[str]) -> Unfinished | None:
    """The file that a batch writes to, if any."""
    from treatydiff.batch import Unfinished

    if output in (None, "-"):
        if resume:
            raise InputError("--resume needs -o FILE, whose finished part it goes on from")
        return None
    target = Path(output or "")
    if any(is_same(target, Path(path)) for path in inputs):
        raise InputError(f"{target}: is an input, and is not written over")
    try:
        return Unfinished(target, resume)
    except OSError as error:
        raise InputError(f"{target}: {error.strerror or error}") from None


def _opened(path: str) -> IO[str]:
    """The lines of a file or of standard input, ending with a line feed alone."""
    from io import TextIOWrapper

    try:
        if path == "-":
            return TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
        return Path(path).open(encoding="utf-8-sig", errors="replace", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
