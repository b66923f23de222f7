"""Many events, one JSON object a line in and one a line out, in order and in constant memory."""

from __future__ import annotations

import json
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from treatydiff.errors import InputError
from treatydiff.frozen import dataclass
from treatydiff.hints import Any
from treatydiff.model import Document, Options

AHEAD = 4
"""Lines handed out to each worker before the oldest result is waited for."""
GLANCE = 0.2
"""Seconds for which an interrupt may have to wait while a result is waited for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of output."""

    text: str
    failed: bool
    """Whether the line of input could not be worked through."""
    paths: tuple[str, ...] = ()
    """The files that its documents were read from."""
    contradictions: int = 0


def run(
    lines: Iterable[str],
    options: Options,
    folder: Path,
    jobs: int = 1,
    *,
    skip: int = 0,
    allow_outside: bool = False,
) -> Iterator[Outcome]:
    """The comparison of each event, or what is wrong with its line, in the order of the lines.

    `folder` is where the paths of documents begin.  Empty lines are passed over but counted; the first
    `skip` events are left out.
    """
    events = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    numbered = islice(events, skip, None)
    work = partial(_outcome, options=options, folder=folder, allow_outside=allow_outside)
    if jobs == 1:
        yield from map(work, numbered)
        return
    from concurrent.futures import Future, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool

    interrupts = _Interrupts()
    pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_parent)

    def handed_on(items: Iterable[tuple[int, str]]) -> Iterator[Future[Outcome]]:
        for item in items:
            with interrupts.held():
                future = pool.submit(work, item)
            yield future

    def settled(future: Future[Outcome]) -> bool:
        with interrupts.held():
            return bool(wait([future], GLANCE).done)

    try:
        waiting = deque(handed_on(islice(numbered, jobs * AHEAD)))
        while waiting:
            while not settled(waiting[0]):
                pass
            yield waiting.popleft().result()
            waiting += handed_on(islice(numbered, 1))
    except BrokenProcessPool:
        raise InputError("a worker process was killed (with -o, --resume goes on from there)") from None
    finally:
        interrupts.holding = True
        pool.shutdown(cancel_futures=True)
        interrupts.end()


class _Interrupts:
    """Ctrl-C, held back while the pool is at work.

    It could strike there between the taking and the giving back of a lock, for which the end of the pool
    would then wait for ever.
    """

    def __init__(self) -> None:
        self.holding = self.struck = False
        self.before: Any = None
        from threading import current_thread, main_thread

        if (
            current_thread() is main_thread()
            and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        ):
            self.before = signal.signal(signal.SIGINT, self._strike)

    def _strike(self, *_: object) -> None:
        if not self.holding:
            raise KeyboardInterrupt
        self.struck = True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Within, an interrupt waits for the end."""
        self.holding = True
        try:
            yield
        finally:
            self.holding = False
        if self.struck:
            raise KeyboardInterrupt

    def end(self) -> None:
        """Interrupts go where they went before."""
        if self.before is not None:
            signal.signal(signal.SIGINT, self.before)


def _leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the workers let the one that started them decide."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(numbered: tuple[int, str], options: Options, folder: Path, allow_outside: bool) -> Outcome:
    from treatydiff.pipeline import compare
    from treatydiff.renderers.json import as_dict, encode, plain

    number, line = numbered
    event: Any = None
    try:
        value = _event(line)
        event = plain(value.get("id"))
        documents = _documents(value, options, folder, allow_outside)
        result = as_dict(compare(documents, options))
        paths = tuple(d.path for d in documents if d.path)
        text = encode({"event": event, **result})
        return Outcome(text, failed=False, paths=paths, contradictions=result["summary"]["contradiction"])
    except Exception as error:  # one event that the tool fails on must not cost the others
        said = str(error) if isinstance(error, InputError) else f"failed: {type(error).__name__}: {error}"
        known = event if isinstance(event, str | int) else None
        record = {"event": known, "error": {"line": number, "message": said}}
        return Outcome(encode(record), failed=True)


def _event(line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from None
    if not isinstance(value, dict):
        raise InputError("an event is an object with documents")
    return value


def _documents(
    event: Mapping[str, Any], options: Options, folder: Path, allow_outside: bool
) -> list[Document]:
    from treatydiff.loading import event as documents

    rows = event.get("documents")
    if not isinstance(rows, list) or len(rows) < 2:
        raise InputError("an event needs a list of two documents and more")
    return documents(rows, folder, allow_outside=allow_outside, limits=options.limits)


class Unfinished:
    """The lines of an output file that is not complete yet, kept in FILE.part until it is.

    What a stopped run leaves there is whole up to the last line end; `resume` keeps those lines.  A device or
    a named pipe cannot be replaced by a file; it is written to as it is.
    """

    def __init__(self, target: Path, resume: bool) -> None:
        self.target = target
        self.replaces = target.is_file() or not target.exists()
        self.path = target.with_name(f"{target.name}.part") if self.replaces else target
        self.done = self.failed = self.contradictions = 0
        """How many events it holds, of how many of them it tells only what was wrong, and what was found."""
        if not self.replaces:
            return
        kept = 0
        with self.path.open("r+b" if resume and self.path.exists() else "w+b") as part:
            for line in part:
                if line.endswith(b"\n"):
                    kept += len(line)
                    self._count(line)
            part.truncate(kept)

    def _count(self, line: bytes) -> None:
        """Take a finished line into account; `InputError` where it is none."""
        try:
            record = json.loads(line)
            found = None if record.get("error") else int(record["summary"]["contradiction"])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            place = f"{self.path}:{self.done + 1}"
            raise InputError(f"{place}: not a line of a batch (without --resume all is done anew)") from None
        self.done += 1
        self.failed += found is None
        self.contradictions += found or 0

    def write(self, lines: Iterable[str]) -> None:
        """Add each line as soon as it comes; when all are there, put the file in its place."""
        with self.path.open("ab") as out:
            for line in lines:
                out.write(line.encode("utf-8", "backslashreplace") + b"\n")
                out.flush()
        if self.replaces:
            self.path.replace(self.target)
