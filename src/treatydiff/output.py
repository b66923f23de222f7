"""Where results and messages go: standard output, a file written whole or not at all, standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from treatydiff.errors import InputError
from treatydiff.hints import IO, TYPE_CHECKING
from treatydiff.safety import visible

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚", "'"), "—": "-", "–": "-", "…": "..."}
)
"""Stand-ins for punctuation where the terminal has no such characters."""


class ReaderLeft(Exception):  # noqa: N818 - not an error: the reader has seen enough
    """Standard output is closed (``| head``): stop quietly."""


def message(text: str) -> None:
    """One line on standard error, in the tool's name; lost quietly when nobody reads it."""
    if sys.stderr is None:
        return
    line = f"treatydiff: {visible(text)}\n"
    coding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(line.encode(coding, "backslashreplace").decode(coding))
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


def emit(
    lines: Iterable[str], target: str | None, machine: bool, inputs: Iterable[str] = (), flush: bool = False
) -> None:
    """Write lines to the target file, or to standard output where there is none.

    Formats for machines are UTF-8 wherever they go; text for people takes the terminal's encoding, what
    that lacks becoming a question mark.  A file replaces its forerunner only when it is complete, and
    never an input.  Raises `InputError` for a target that cannot be written, `ReaderLeft` for a pipe that
    nobody reads.
    """
    if target is not None and target != "-":
        from pathlib import Path

        with replacing(Path(target), inputs) as out:
            for line in lines:
                out.write(line.encode("utf-8", "backslashreplace") + b"\n")
        return
    if sys.stdout is None:
        return
    sys.stdout.flush()
    coding, errors = ("utf-8", "backslashreplace") if machine else (sys.stdout.encoding or "utf-8", "replace")
    raw: IO[bytes] | None = getattr(sys.stdout, "buffer", None)
    live = flush or sys.stdout.isatty()
    narrow = not coding.lower().replace("-", "").startswith("utf")
    for line in lines:
        if narrow:
            line = line.translate(PLAIN)
        data = f"{line}\n".encode(coding, errors)
        try:
            if raw is None:
                sys.stdout.write(data.decode(coding))
            else:
                raw.write(data)
            if live:
                sys.stdout.flush()
        except OSError as error:
            raise gone(error) from None
    try:
        sys.stdout.flush()
    except OSError as error:
        raise gone(error) from None


def gone(error: OSError) -> Exception:
    """What a failed write to standard output means; nothing is written to it any more."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return ReaderLeft()
    return InputError(f"standard output: {error.strerror or error}")


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file that there is."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


@contextmanager
def replacing(target: Path, inputs: Iterable[str] = ()) -> Iterator[IO[bytes]]:
    """A file beside the target that takes its place when all is written, and vanishes otherwise."""
    from pathlib import Path
    from tempfile import NamedTemporaryFile

    for path in inputs:
        if path != "-" and is_same(target, Path(path)):
            raise InputError(f"{target}: is an input, and is not written over")
    if target.exists() and not target.is_file():
        with _named(target), target.open("wb") as out:  # a device or a named pipe cannot be replaced
            yield out
        return
    with _named(target):
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        part = NamedTemporaryFile(  # noqa: SIM115 - closed and renamed below
            dir=target.resolve().parent, prefix=f".{target.name}.", delete=False
        )
    try:
        with _named(target):
            with part:
                yield part
            Path(part.name).chmod(mode)
            Path(part.name).replace(target.resolve())
    except BaseException:
        Path(part.name).unlink(missing_ok=True)
        raise


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Turn a failure of the system into a message that names the file."""
    try:
        yield
    except OSError as error:
        raise InputError(f"{target}: {error.strerror or error}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def colour_wanted(choice: str, target: str | None) -> bool:
    """Whether text is coloured: as ``--color`` says, else by NO_COLOR, FORCE_COLOR, TERM and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or target not in (None, "-"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return on_terminal(target) and os.environ.get("TERM") != "dumb"


def on_terminal(target: str | None) -> bool:
    """Whether the output goes to a terminal."""
    return target in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def terminal_width(asked: int | None, target: str | None) -> int:
    """Columns to fit text into: as asked, else COLUMNS, else the terminal's, else 80."""
    if asked:
        return asked
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    if on_terminal(target):
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns or 80
        except OSError:
            pass
    return 80
