"""What each command does: load, run the library, hand the result to a renderer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING, Any

import typer

from treatydiff.errors import InputError
from treatydiff.model import Comparison, Document, Options, Span
from treatydiff.output import colour_wanted, emit, message, on_terminal, terminal_width
from treatydiff.renderers import Sheet, View

if TYPE_CHECKING:
    from treatydiff.batch import Unfinished
    from treatydiff.model import Claim, Quote, Reading


@dataclass(frozen=True, slots=True)
class Source:
    """What to read, as given on the command line."""

    files: Sequence[str] | None
    labels: Sequence[str] | None
    dates: Sequence[str] | None
    packs: Sequence[str] | None
    allow_outside: bool
    quiet: bool
    failures: list[str] = field(default_factory=list)

    def failed(self, text: str) -> None:
        """Say that a document cannot be read; the rest is done, and the status is 2 at the end."""
        self.failures.append(text)
        message(text)

    def status(self, otherwise: int = 0) -> None:
        """End with the status that the run deserves."""
        status = 2 if self.failures else otherwise
        if status:
            raise typer.Exit(status)

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
) -> Options:
    """The library's options; raises `InputError` for a rule that there is not."""
    from treatydiff.shelf import names

    chosen = {*(select or ()), *(ignore or ())}
    if chosen - set(names("rules")):
        wrong = min(chosen - set(names("rules")))
        raise InputError(f"{wrong}: no such rule{_near(wrong, names('rules'))}")
    return Options(threshold, frozenset(select or ()), frozenset(ignore or ()), tuple(pack or ()))


def _near(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, else all of them, in brackets."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), 1)
    return f" (did you mean {found[0]}?)" if found else f" (there are: {', '.join(known)})"


def documents(source: Source) -> list[Document]:
    """The documents asked for, with the labels and dates that the user gave them."""
    from treatydiff.loading import load

    if not source.files:
        source.note("no file given: taking the two seed reports that come with treatydiff")
    found = load(source.files or (), allow_outside=source.allow_outside, report=source.failed)
    return _relabelled(found, source)


def _relabelled(found: list[Document], source: Source) -> list[Document]:
    from datetime import date

    by_id = {d.id: d for d in found}
    for key, value in _settings("--label", source.labels, by_id):
        by_id[key] = replace(by_id[key], label=value)
    for key, value in _settings("--date", source.dates, by_id):
        try:
            by_id[key] = replace(by_id[key], published=date.fromisoformat(value))
        except ValueError:
            raise InputError(f"--date {key}={value}: not a date of the form YYYY-MM-DD") from None
    return list(by_id.values())


def _settings(option: str, given: Sequence[str] | None, known: Iterable[str]) -> list[tuple[str, str]]:
    """ID=VALUE, for ids that there are."""
    out = []
    for text in given or ():
        key, equals, value = text.partition("=")
        if not equals or not value:
            raise InputError(f"{option} {text}: must be ID=VALUE")
        if key not in known:
            raise InputError(f"{option} {text}: no document has that id{_near(key, known)}")
        out.append((key, value))
    return out


def _paths(found: Iterable[Document]) -> list[str]:
    return [d.path for d in found if d.path]


def compare(
    source: Source,
    target: Target,
    options: Options,
    only: Sequence[str] | None,
    certainty: Any,
    exit_code: bool,
) -> None:
    """Compare two and more reports."""
    found = documents(source)
    result = _compared(found, options, source)
    kinds: frozenset[Any] = frozenset(
        "contradiction" if kind == "contradictions" else str(kind) for kind in only or ()
    )
    view = replace(target.view(), only=kinds, certainty=certainty)
    target.write("comparison", (result,), view, _paths(found))
    likely = any(f.kind == "contradiction" and f.certainty == "likely" for f in result.findings)
    source.status(1 if exit_code and likely else 0)


def _compared(found: list[Document], options: Options, source: Source) -> Comparison:
    from treatydiff import pipeline

    if len(found) < 2:
        if source.failures:
            raise typer.Exit(2)
        name = f"{found[0].path or found[0].id}: " if found else ""
        raise InputError(f"{name}a comparison needs two reports")
    result = pipeline.compare(found, options)
    for note in result.notes:
        source.note(note)
    return result


@dataclass(frozen=True, slots=True)
class Speech:
    """Which quotes to show."""

    speakers: tuple[str, ...] = ()
    direct: bool = False
    indirect: bool = False
    unresolved: bool = False

    def wants(self, quote: Quote) -> bool:
        """Whether a quote is of a kind asked for; the speaker is looked at elsewhere."""
        if self.unresolved and quote.speaker is not None:
            return False
        if self.direct != self.indirect:
            return (quote.kind == "direct") == self.direct
        return True


def quotes(source: Source, target: Target, speech: Speech, drift: bool) -> None:
    """Who said what."""
    from treatydiff.language import load_language
    from treatydiff.wanted import said_by

    found = documents(source)
    if drift:
        _drift(found, source, target, speech)
        return
    speakers: dict[str, None] = {}

    def chosen() -> Iterator[Sheet]:
        for event in _events(found, source):
            spoken = [q for reading, _ in event for q in reading.quotes]
            speakers.update((q.speaker, None) for q in spoken if q.speaker)
            ids = None
            if speech.speakers:
                language = load_language(event[0][0].document.language, tuple(source.packs or ()))
                ids = said_by(speech.speakers, spoken, language.words("names", "titles"))
            for reading, name in event:
                kept = tuple(q for q in reading.quotes if speech.wants(q) and (ids is None or q.id in ids))
                yield Sheet(reading, name, quotes=kept, unspoken=_unspoken(reading, target.verbose))

    sheets = _Counted(chosen())
    target.write("quotes", (sheets,), target.view(), _paths(found))
    if not sheets.entries:
        source.note(_no_quotes(speech, list(speakers)))
    source.status()


def _drift(found: list[Document], source: Source, target: Target, speech: Speech) -> None:
    """What the documents, as reports of one event, give the same speakers to say."""
    from treatydiff import pipeline
    from treatydiff.drift import drift
    from treatydiff.extract import share_names
    from treatydiff.language import load_language
    from treatydiff.wanted import said_by

    packs = tuple(source.packs or ())
    readings = share_names([pipeline.read(d, packs) for d in found])
    quotes = [q for r in readings for q in r.quotes]
    titles = load_language(found[0].language, packs).words("names", "titles") if found else ()
    ids = said_by(speech.speakers, quotes, titles) if speech.speakers else {q.id for q in quotes}
    pairs = [
        d
        for d in drift(readings)
        if {d.left.id, d.right.id} & ids and (speech.wants(d.left) or speech.wants(d.right))
    ]
    target.write("drifts", (pairs, readings), target.view(), _paths(found))
    if not pairs:
        source.note("no quotation that several reports give in different words")
    source.status()


def _no_quotes(speech: Speech, speakers: Sequence[str]) -> str:
    if not speech.speakers or not speakers:
        return "no quotes of that kind found"
    some = ", ".join(speakers[:8]) + (", ..." if len(speakers) > 8 else "")
    return f"no quotes of that kind by {' or '.join(speech.speakers)} (speakers: {some})"


class _Counted:
    """Sheets as they go by, one at a time, with a count of their entries."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.sheets = sheets
        self.entries = 0

    def __iter__(self) -> Iterator[Sheet]:
        for sheet in self.sheets:
            self.entries += len(sheet.quotes) + len(sheet.claims)
            yield sheet


def _unspoken(reading: Reading, wanted: bool) -> tuple[Span, ...]:
    """Marked words of a document that are not within a direct quote."""
    if not wanted:
        return ()
    from treatydiff.extract.marks import find_marked

    document = reading.document
    start, end = document.content or Span(0, len(document.text))
    spoken = [q.span for q in reading.quotes if q.kind == "direct"]
    marked = (Span(m.start, m.end) for m in find_marked(document.text, start, end))
    return tuple(span for span in marked if not any(span.overlap(s) for s in spoken))


def _events(found: Sequence[Document], source: Source) -> Iterator[list[tuple[Reading, str]]]:
    """The documents as read, with their names: one at a time, or together where they are of one manifest.

    Documents of one event lend each other the full names of people.
    """
    from treatydiff import pipeline
    from treatydiff.extract import share_names
    from treatydiff.renderers import short_names

    readings: Iterable[Reading] = (pipeline.read(d, tuple(source.packs or ())) for d in found)
    names = short_names(found)
    if _one_event(source.files):
        yield list(zip(share_names(list(readings)), names, strict=True))
    else:
        yield from ([pair] for pair in zip(readings, names, strict=True))


def _one_event(files: Sequence[str] | None) -> bool:
    """Whether the documents come from one manifest."""
    from pathlib import Path

    if not files:
        return True
    path = Path(files[0])
    manifest = path.suffix in (".yaml", ".yml") or (path / "manifest.yaml").exists()
    return len(files) == 1 and manifest


def claims(source: Source, target: Target, grep: str | None, unsourced: bool) -> None:
    """The claims of each report."""

    def wanted(claim: Claim) -> bool:
        if unsourced and claim.speaker:
            return False
        return not grep or grep.casefold() in claim.text.casefold()

    found = documents(source)
    sheets = _Counted(
        Sheet(reading, name, claims=tuple(filter(wanted, reading.claims)))
        for event in _events(found, source)
        for reading, name in event
    )
    target.write("claims", (sheets,), target.view(), _paths(found))
    if not sheets.entries:
        source.note("no claims of that kind found")
    source.status()


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
    import sys
    from pathlib import Path

    from treatydiff import batch as work

    part = _unfinished(output, resume, events)
    failed, done = (part.failed, part.done) if part else (0, 0)
    progress = not quiet and sys.stderr is not None and sys.stderr.isatty() and not on_terminal(output)

    def results() -> Iterator[str]:
        nonlocal failed, done
        with _opened(events) as source:
            folder = Path() if events == "-" else Path(events).parent
            for outcome in work.run(source, options, folder, jobs, skip=done, allow_outside=allow_outside):
                failed += outcome.failed
                done += 1
                if progress:
                    sys.stderr.write(f"\r  {done} events, {failed} failed ")
                    sys.stderr.flush()
                yield outcome.text
        if progress:
            sys.stderr.write("\n")

    if part:
        try:
            part.write(results())
        except OSError as error:
            raise InputError(f"{part.path}: {error.strerror or error}") from None
    else:
        emit(results(), None, machine=True, flush=True)
    if failed:
        if not quiet:
            message(f"{events}: {failed} of {done} events could not be compared")
        raise typer.Exit(2)


def _unfinished(output: str | None, resume: bool, events: str) -> Unfinished | None:
    """The file that a batch writes to, if any."""
    from pathlib import Path

    from treatydiff.batch import Unfinished

    if output in (None, "-"):
        if resume:
            raise InputError("--resume needs -o FILE, whose finished part it goes on from")
        return None
    target = Path(output or "")
    if target.exists() and Path(events).exists() and target.samefile(events):
        raise InputError(f"{target}: is an input, and is not written over")
    try:
        return Unfinished(target, resume)
    except OSError as error:
        raise InputError(f"{target}: {error.strerror or error}") from None


def _opened(path: str) -> IO[str]:
    """The lines of a file or of standard input, ending with a line feed alone."""
    import sys
    from io import TextIOWrapper
    from pathlib import Path

    try:
        if path == "-":
            return TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
        return Path(path).open(encoding="utf-8-sig", errors="replace", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def explain(subject: str, source: Source, target: Target, options: Options) -> None:
    """Why a finding was made, or what a rule looks for."""
    from treatydiff.renderers import _explain
    from treatydiff.renderers.text import painted
    from treatydiff.shelf import names

    view = target.view()
    if subject in names("rules"):
        emit(painted(_explain.rule(subject, view), view), target.output, machine=False)
        return
    found = documents(source)
    result = _compared(found, options, source)
    chosen = [f for f in (*result.findings, *result.internal) if f.id.casefold() == subject.casefold()]
    quote = [q for r in result.readings for q in r.quotes if q.id.casefold() == subject.casefold()]
    if chosen:
        page = _explain.finding(chosen[0], result, view)
    elif quote:
        page = _explain.quote(quote[0], result, view)
    else:
        raise InputError(
            f"{subject}: neither a finding of these reports nor a rule{_near(subject, names('rules'))}"
        )
    emit(painted(page, view), target.output, machine=False, inputs=_paths(found))


def schema(output: str | None) -> None:
    """The JSON Schema of the JSON formats."""
    from pathlib import Path

    text = (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
    emit(text.splitlines(), output, machine=True)
