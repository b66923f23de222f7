"""What each command does: load, run the library, hand the result to a renderer.

Here is what the commands share: what to read, where to write, and with which options.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.errors import Ended, InputError
from treatydiff.frozen import dataclass, field, replace
from treatydiff.hints import Any
from treatydiff.model import Document, Limits, Options
from treatydiff.output import colour_wanted, emit, message, on_terminal, terminal_width
from treatydiff.renderers import View


@dataclass(frozen=True, slots=True)
class Source:
    """What to read, as given on the command line."""

    files: Sequence[str] | None
    labels: Sequence[str] | None
    dates: Sequence[str] | None
    packs: Sequence[str] | None
    allow_outside: bool
    quiet: bool
    limits: Limits = field(default_factory=Limits)
    failures: list[str] = field(default_factory=list)

    def failed(self, text: str) -> None:
        """Say that a document cannot be read; the rest is done, and the status is 2 at the end."""
        self.failures.append(text)
        message(text)

    def status(self, otherwise: int = 0) -> None:
        """End with the status that the run deserves."""
        status = 2 if self.failures else otherwise
        if status:
            raise Ended(status)

    def note(self, text: str) -> None:
        """A line on standard error, unless the user asked for quiet."""
        if not self.quiet:
            message(text)


@dataclass(frozen=True, slots=True)
class Target:
    """Where output goes and what it looks like, as given on the command line."""

    format: str
    output: str | None
    width: int | None
    colour: str
    layout: Any = "auto"
    everything: bool = False
    verbose: bool = False

    def view(self) -> View:
        """The wishes, with what the terminal can do put in."""
        import sys

        terminal = on_terminal(self.output)
        colour = colour_wanted(self.colour, self.output)
        coding = (sys.stdout.encoding or "").lower() if sys.stdout else ""
        return View(
            width=terminal_width(self.width, self.output),
            colour=colour,
            boxes=terminal and coding.startswith("utf") and colour,
            layout=self.layout,
            piped=not terminal,
            everything=self.everything,
            verbose=self.verbose,
        )

    def write(self, part: str, result: tuple[Any, ...], view: View, inputs: Iterable[str]) -> None:
        """Hand the result to the renderer of the format."""
        from treatydiff.shelf import member

        lines = getattr(member("renderers", self.format), part)(*result, view)
        emit(lines, self.output, self.format != "text", inputs)


def options(
    threshold: float,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    pack: Sequence[str] | None = None,
    limits: Limits | None = None,
) -> Options:
    """The library's options; raises `InputError` for a rule that there is not, and for no number."""
    from treatydiff.shelf import names

    if threshold != threshold:  # "nan" is within no range and outside none
        raise InputError("--threshold nan: must be a number from 0 to 100")

    chosen = {*(select or ()), *(ignore or ())}
    if chosen - set(names("rules")):
        wrong = min(chosen - set(names("rules")))
        raise InputError(f"{wrong}: no such rule{near(wrong, names('rules'))}")
    rules = frozenset(select or ()), frozenset(ignore or ())
    return Options(threshold, *rules, tuple(pack or ()), limits or Limits())


def limits(given: Sequence[str] | None) -> Limits:
    """The limits of the library with those that the user moved; raises `InputError` for what is none."""
    known = Limits.__slots__
    moved: dict[str, int] = {}
    for key, value in _settings("--limit", given, known, "limit"):
        if not value.isascii() or not value.isdecimal() or not 0 < len(value) <= 12 or not int(value):
            raise InputError(f"--limit {key}={value}: must be a whole number from 1 on")
        moved[key] = int(value)
    return Limits(**moved)


def near(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, else all of them, in brackets."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), 1)
    return f" (did you mean {found[0]}?)" if found else f" (there are: {', '.join(known)})"


def documents(source: Source) -> list[Document]:
    """The documents asked for, with the labels and dates that the user gave them."""
    from treatydiff.loading import load

    if not source.files:
        source.note("no file given: taking the two seed reports that come with treatydiff")
    found = load(
        source.files or (), allow_outside=source.allow_outside, report=source.failed, limits=source.limits
    )
    if not found:
        source.status()
    for document in found:
        for note in document.notes:
            source.note(note)
    return _relabelled(found, source)


def _relabelled(found: list[Document], source: Source) -> list[Document]:
    from treatydiff.loading import tell_apart
    from treatydiff.rows import A_DAY, day

    by_id = {d.id: d for d in found}
    for key, value in _settings("--label", source.labels, by_id):
        by_id[key] = replace(by_id[key], label=value)
    for key, value in _settings("--date", source.dates, by_id):
        published = day(value)
        if published is None:
            raise InputError(f"--date {key}={value}: not {A_DAY}")
        by_id[key] = replace(by_id[key], published=published)
    return tell_apart(by_id.values())


def _settings(
    option: str, given: Sequence[str] | None, known: Iterable[str], what: str = "id"
) -> list[tuple[str, str]]:
    """ID=VALUE, for ids (or what else) that there are."""
    out = []
    for text in given or ():
        key, equals, value = text.partition("=")
        if not equals or not value:
            raise InputError(f"{option} {text}: must be {what.upper()}=VALUE")
        if key not in known:
            missing = "no document has that id" if what == "id" else f"no such {what}"
            raise InputError(f"{option} {text}: {missing}{near(key, known)}")
        out.append((key, value))
    return out


def inputs_of(found: Iterable[Document], source: Source, target: Target) -> list[str]:
    """Every file that was read or was to be read: none of them may be written over."""
    if target.output is None:
        return []
    from treatydiff.loading import files_of

    return [*(d.path for d in found if d.path), *files_of(source.files or ()), *(source.packs or ())]
