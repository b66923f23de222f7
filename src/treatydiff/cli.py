"""The command line: each command is a few lines over the library; Typer is imported where it is needed."""

# Without "from __future__ import annotations": the types and options of each command are looked at.
import sys
from collections.abc import Callable
from enum import StrEnum

from treatydiff.arguments import Argument, option, plain
from treatydiff.hints import Annotated, Literal

COMMANDS: dict[str, Callable[..., None]] = {}
"""The commands by their names, in the order of the help."""


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Make a command of a function."""
    COMMANDS[function.__name__] = function
    return function


class Kind(StrEnum):
    """What ``--only`` may ask for."""

    contradictions = "contradictions"
    shared = "shared"
    unique = "unique"


Files = Annotated[list[str] | None, Argument("[FILE]...")]
Format = Annotated[
    Literal["text", "json", "jsonl", "lines"],
    option("-f", "--format", help="text for people, the others for programs."),
]
Output = Annotated[
    str | None,
    option("-o", "--output", metavar="FILE", help="Write there instead, whole or not at all."),
]
Width = Annotated[int | None, option("-w", "--width", min=20, metavar="N", help="Columns of text.")]
Colour = Annotated[Literal["auto", "always", "never"], option("--color", help="Colour in text.")]
Quiet = Annotated[bool, option("-q", "--quiet", help="No notes on standard error.")]
Verbose = Annotated[bool, option("-v", "--verbose", help="Show more about each entry.")]
Packs = Annotated[
    list[str] | None,
    option("--pack", metavar="FILE.yaml", help="Add words to the language pack."),
]
Outside = Annotated[bool, option("--allow-outside", help="Let a manifest name files outside its own folder.")]
Labels = Annotated[
    list[str] | None,
    option("-L", "--label", metavar="ID=NAME", help="Call a document by another name."),
]
Dates = Annotated[
    list[str] | None,
    option("--date", metavar="ID=YYYY-MM-DD", help="Give a document its publication date."),
]
Limit = Annotated[
    list[str] | None,
    option(
        "--limit",
        metavar="NAME=N",
        help="Allow more than characters=5000000 (of one document), documents=100, passages=20000.",
    ),
]
Only = Annotated[
    list[Kind] | None,
    option("--only", help="Show findings of this kind; may be given twice."),
]
Everything = Annotated[bool, option("--all", help="Show long lists in full.")]
Threshold = Annotated[
    float,
    option("--threshold", min=0, max=100, metavar="N", help="How alike two claims must be, 0 to 100."),
]
Surely = Annotated[
    Literal["likely", "possible"] | None,
    option("--certainty", help="Leave out contradictions of the other certainty."),
]
Select = Annotated[
    list[str] | None,
    option("--select", metavar="RULE", help="Run this rule, and those so named, alone."),
]
Ignore = Annotated[
    list[str] | None,
    option("--ignore", metavar="RULE", help="Leave this rule out."),
]
Shape = Annotated[
    Literal["auto", "side", "stacked", "inline"],
    option("--layout", help="auto: two columns on a terminal of 100 columns and more."),
]
Failing = Annotated[bool, option("--exit-code", help="End with 1 if a likely contradiction was found.")]


@command
def compare(
    files: Files = None,
    only: Only = None,
    everything: Everything = False,
    threshold: Threshold = 55.0,
    certainty: Surely = None,
    select: Select = None,
    ignore: Ignore = None,
    layout: Shape = "auto",
    exit_code: Failing = False,
    format: Format = "text",
    output: Output = None,
    width: Width = None,
    color: Colour = "auto",
    label: Labels = None,
    date: Dates = None,
    pack: Packs = None,
    allow_outside: Outside = False,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Shared facts, contradictions, unique claims.

    FILE is a report, a folder of reports or a manifest; - is standard input. Without one, the two
    reports that come with the tool are compared.
    """
    from treatydiff import commands
    from treatydiff.commands import comparing

    limits = commands.limits(limit)
    comparing.compare(
        commands.Source(files, label, date, pack, allow_outside, quiet, limits),
        commands.Target(format, output, width, color, layout, everything, verbose),
        commands.options(threshold, select, ignore, pack, limits),
        only=only,
        certainty=certainty,
        exit_code=exit_code,
    )


@command
def quotes(
    files: Files = None,
    speaker: Annotated[
        list[str] | None,
        option("-s", "--speaker", metavar="NAME", help="Quotes of this speaker; may be given twice."),
    ] = None,
    direct: Annotated[bool, option("--direct", help="Words between quotation marks.")] = False,
    indirect: Annotated[bool, option("--indirect", help="Reported speech.")] = False,
    unresolved: Annotated[bool, option("--unresolved", help="Quotes without a known speaker.")] = False,
    drift: Annotated[
        bool, option("--drift", help="Quotations that several reports give in different words.")
    ] = False,
    format: Format = "text",
    output: Output = None,
    width: Width = None,
    color: Colour = "auto",
    label: Labels = None,
    date: Dates = None,
    pack: Packs = None,
    allow_outside: Outside = False,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Who said what, in whose words."""
    from treatydiff import commands
    from treatydiff.commands import speech

    limits = commands.limits(limit)
    speech.quotes(
        commands.Source(files, label, date, pack, allow_outside, quiet, limits),
        commands.Target(format, output, width, color, verbose=verbose),
        speech.Speech(tuple(speaker or ()), direct, indirect, unresolved),
        drift=drift,
    )


@command
def claims(
    files: Files = None,
    grep: Annotated[
        str | None,
        option("--grep", metavar="TEXT", help="Claims that contain this text."),
    ] = None,
    unsourced: Annotated[bool, option("--unsourced", help="Claims that no one is named for.")] = False,
    format: Format = "text",
    output: Output = None,
    width: Width = None,
    color: Colour = "auto",
    label: Labels = None,
    date: Dates = None,
    pack: Packs = None,
    allow_outside: Outside = False,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """The claims of each report with figures, dates, names, source."""
    from treatydiff import commands
    from treatydiff.commands import speech

    limits = commands.limits(limit)
    speech.claims(
        commands.Source(files, label, date, pack, allow_outside, quiet, limits),
        commands.Target(format, output, width, color, verbose=verbose),
        grep=grep,
        unsourced=unsourced,
    )


@command
def batch(
    events: Annotated[str, Argument("EVENTS.jsonl")],
    threshold: Threshold = 55.0,
    jobs: Annotated[int, option("-j", "--jobs", min=1, metavar="N", help="Worker processes.")] = 1,
    resume: Annotated[bool, option("--resume", help="Go on where a stopped run with -o left off.")] = False,
    format: Annotated[Literal["jsonl"], option("-f", "--format", help="One comparison a line.")] = "jsonl",
    output: Output = None,
    pack: Packs = None,
    allow_outside: Outside = False,
    limit: Limit = None,
    quiet: Quiet = False,
) -> None:
    """Many events, one JSON line each."""
    from treatydiff import commands
    from treatydiff.commands import many

    many.batch(
        events,
        commands.options(threshold, pack=pack, limits=commands.limits(limit)),
        jobs=jobs,
        resume=resume,
        output=output,
        allow_outside=allow_outside,
        quiet=quiet,
    )


@command
def explain(
    subject: Annotated[str, Argument("ID|RULE")],
    files: Files = None,
    threshold: Threshold = 55.0,
    select: Select = None,
    ignore: Ignore = None,
    output: Output = None,
    width: Width = None,
    color: Colour = "auto",
    label: Labels = None,
    date: Dates = None,
    pack: Packs = None,
    allow_outside: Outside = False,
    limit: Limit = None,
    quiet: Quiet = False,
) -> None:
    """Why a finding was made, or what a rule looks for."""
    from treatydiff import commands
    from treatydiff.commands import comparing

    limits = commands.limits(limit)
    comparing.explain(
        subject,
        commands.Source(files, label, date, pack, allow_outside, quiet, limits),
        commands.Target("text", output, width, color),
        commands.options(threshold, select, ignore, pack, limits),
    )


@command
def schema(output: Output = None) -> None:
    """The JSON Schema of the JSON formats."""
    from treatydiff.commands import comparing

    comparing.schema(output)


def run(arguments: list[str] | None = None) -> int:
    """Run the command that was asked for; the exit status.

    0 it ran, 1 only where ``--exit-code`` asks for it, 2 bad usage, bad input or a crash, 130
    interrupted, 141 standard output closed by its reader.
    """
    from treatydiff.errors import Ended, InputError
    from treatydiff.output import ReaderLeft, message

    try:
        given = sys.argv[1:] if arguments is None else arguments
        _known(given[:1])
        chosen = COMMANDS.get(given[0]) if given else None
        values = plain(chosen, given[1:]) if chosen else None
        if chosen is None or values is None:
            from treatydiff import typed

            return typed.run(given, [chosen] if chosen else list(COMMANDS.values()))
        chosen(**values)
        return 0
    except Ended as end:
        return end.status
    except InputError as error:
        message(str(error))
        return 2
    except ReaderLeft:
        return 141
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _failed(error)


def _known(names: list[str]) -> None:
    """Raise `InputError` for a command that there is not."""
    for name in names:
        if not name.startswith("-") and name not in COMMANDS:
            from treatydiff.commands import near
            from treatydiff.errors import InputError

            raise InputError(f"{name}: no such command{near(name, COMMANDS)}")


def _failed(error: Exception) -> int:
    """Say in one line what went wrong; the way there only to those who ask."""
    import os

    from treatydiff.output import message

    if os.environ.get("TREATYDIFF_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    message(f"failed: {type(error).__name__}: {error} (TREATYDIFF_DEBUG=1 shows where)")
    return 2


if __name__ == "__main__":
    sys.exit(run())
