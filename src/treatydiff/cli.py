"""The command line: each command is a few lines over the library; only typer is imported at the top."""

# Without "from __future__ import annotations": Typer would have to compile each of them, twice.
import sys
from copy import copy
from enum import StrEnum
from typing import Annotated, Literal

import typer

EXAMPLES = """\b
Examples:
  treatydiff compare post.txt herald.txt
  treatydiff quotes --speaker "the minister" *.txt
  treatydiff compare -f json a.txt b.txt | jq .summary
"""
app = typer.Typer(
    name="treatydiff",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class Kind(StrEnum):
    """What ``--only`` may ask for."""

    contradictions = "contradictions"
    shared = "shared"
    unique = "unique"


Files = Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", show_default=False)]
Format = Annotated[
    Literal["text", "json", "jsonl", "lines"],
    typer.Option("-f", "--format", help="text for people, the others for programs."),
]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write there instead, whole or not at all."),
]
Width = Annotated[int | None, typer.Option("-w", "--width", min=20, metavar="N", help="Columns of text.")]
Colour = Annotated[Literal["auto", "always", "never"], typer.Option("--color", help="Colour in text.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No notes on standard error.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Show more about each entry.")]
Packs = Annotated[
    list[str] | None,
    typer.Option("--pack", metavar="FILE.yaml", help="Add words to the language pack."),
]
Outside = Annotated[
    bool, typer.Option("--allow-outside", help="Let a manifest name files outside its own folder.")
]
Labels = Annotated[
    list[str] | None,
    typer.Option("-L", "--label", metavar="ID=NAME", help="Call a document by another name."),
]
Dates = Annotated[
    list[str] | None,
    typer.Option("--date", metavar="ID=YYYY-MM-DD", help="Give a document its publication date."),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        help="Allow more than characters=5000000 (of one document), documents=100, passages=20000.",
    ),
]
Only = Annotated[
    list[Kind] | None,
    typer.Option("--only", help="Show findings of this kind; may be given twice."),
]
Everything = Annotated[bool, typer.Option("--all", help="Show long lists in full.")]
Threshold = Annotated[
    float,
    typer.Option("--threshold", min=0, max=100, metavar="N", help="How alike two claims must be, 0 to 100."),
]
Surely = Annotated[
    Literal["likely", "possible"] | None,
    typer.Option("--certainty", help="Leave out contradictions of the other certainty."),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help="Run this rule, and those so named, alone."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Leave this rule out."),
]
Shape = Annotated[
    Literal["auto", "side", "stacked", "inline"],
    typer.Option("--layout", help="auto: two columns on a terminal of 100 columns and more."),
]
Failing = Annotated[bool, typer.Option("--exit-code", help="End with 1 if a likely contradiction was found.")]


def _version(wanted: bool) -> None:
    if wanted:
        from treatydiff import __version__

        typer.echo(f"treatydiff {__version__}")
        raise typer.Exit


@app.callback()
def treatydiff(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Show the version.")
    ] = False,
) -> None:
    """Compare reports of the same event: what they share, where they clash, who said it."""


@app.command()
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


@app.command()
def quotes(
    files: Files = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option("-s", "--speaker", metavar="NAME", help="Quotes of this speaker; may be given twice."),
    ] = None,
    direct: Annotated[bool, typer.Option("--direct", help="Words between quotation marks.")] = False,
    indirect: Annotated[bool, typer.Option("--indirect", help="Reported speech.")] = False,
    unresolved: Annotated[bool, typer.Option("--unresolved", help="Quotes without a known speaker.")] = False,
    drift: Annotated[
        bool, typer.Option("--drift", help="Quotations that several reports give in different words.")
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


@app.command()
def claims(
    files: Files = None,
    grep: Annotated[
        str | None,
        typer.Option("--grep", metavar="TEXT", help="Claims that contain this text."),
    ] = None,
    unsourced: Annotated[bool, typer.Option("--unsourced", help="Claims that no one is named for.")] = False,
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


@app.command()
def batch(
    events: Annotated[str, typer.Argument(metavar="EVENTS.jsonl", show_default=False)],
    threshold: Threshold = 55.0,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, metavar="N", help="Worker processes.")] = 1,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a stopped run with -o left off.")
    ] = False,
    format: Annotated[
        Literal["jsonl"], typer.Option("-f", "--format", help="One comparison a line.")
    ] = "jsonl",
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


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(metavar="ID|RULE", show_default=False)],
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


@app.command()
def schema(output: Output = None) -> None:
    """The JSON Schema of the JSON formats."""
    from treatydiff.commands import comparing

    comparing.schema(output)


def run(arguments: list[str] | None = None) -> int:
    """Run the command that was asked for; the exit status.

    0 it ran, 1 only where ``--exit-code`` asks for it, 2 bad usage, bad input or a crash, 130
    interrupted, 141 standard output closed by its reader.
    """
    from treatydiff.errors import InputError
    from treatydiff.output import ReaderLeft, message

    try:
        given = sys.argv[1:] if arguments is None else arguments
        _known(given[:1])
        command = typer.main.get_command(_only(given[:1]))
        status = command.main(given, prog_name="treatydiff", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except InputError as error:
        message(str(error))
        return 2
    except ReaderLeft:
        return 141
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except SystemExit as leaving:
        # Typer ends with 1 when its own help or version meets a closed pipe; all else returns a status.
        return 141 if leaving.code == 1 else 2
    except Exception as error:
        return _failed(error)


def _only(names: list[str]) -> typer.Typer:
    """The application with just the command of that name, or all of them: each takes time to build."""
    chosen = [c for c in app.registered_commands if c.callback and c.callback.__name__ in names]
    one = copy(app)
    one.registered_commands = chosen or app.registered_commands
    return one


def _known(names: list[str]) -> None:
    """Raise `InputError` for a command that there is not."""
    known = [c.callback.__name__ for c in app.registered_commands if c.callback]
    for name in names:
        if not name.startswith("-") and name not in known:
            from treatydiff.commands import near
            from treatydiff.errors import InputError

            raise InputError(f"{name}: no such command{near(name, known)}")


def _failed(error: Exception) -> int:
    """Say in one line what went wrong; the way there only to those who ask."""
    import errno
    import os

    from treatydiff.output import gone, message

    if isinstance(error, OSError) and error.errno == errno.ENOSPC:  # of Typer's own output, its help
        message(str(gone(error)))
        return 2

    usage = getattr(error, "format_message", None)
    if usage is not None:
        context = getattr(error, "ctx", None)
        if type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(usage(), err=True)
            return 2
        text = " ".join(usage().split())
        message(f"{text} (see {context.command_path} --help)" if context else text)
        return 2
    if os.environ.get("TREATYDIFF_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    message(f"failed: {type(error).__name__}: {error} (TREATYDIFF_DEBUG=1 shows where)")
    return 2


if __name__ == "__main__":
    sys.exit(run())
