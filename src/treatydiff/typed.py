"""The command line as Typer reads it: its help, its mistakes explained, and all the ways to spell options."""

import errno
from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Annotated, Any, Literal

import typer

from treatydiff.arguments import Argument, Option
from treatydiff.hints import Hint
from treatydiff.output import gone, message

EXAMPLES = """\b
Examples:
  treatydiff compare post.txt herald.txt
  treatydiff quotes --speaker "the minister" *.txt
  treatydiff compare -f json a.txt b.txt | jq .summary
"""


def run(given: list[str], commands: Iterable[Callable[..., None]]) -> int:
    """Run one of some commands; the exit status."""
    try:
        status = typer.main.get_command(application(commands)).main(
            given, "treatydiff", standalone_mode=False
        )
        return status if isinstance(status, int) else 0
    except typer.Abort:
        return 130
    except SystemExit as leaving:
        # Typer ends with 1 when its own help or version meets a closed pipe; all else returns a status.
        return 141 if leaving.code == 1 else 2
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        message(str(gone(error)))  # of Typer's own output, its help
        return 2
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return _misused(error)


def application(commands: Iterable[Callable[..., None]]) -> typer.Typer:
    """The application with some commands: each takes time to build."""
    app = typer.Typer(
        name="treatydiff",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        epilog=EXAMPLES,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_treatydiff)
    for command in commands:
        app.command()(_declared(command))
    return app


def _declared(command: Any) -> Callable[..., None]:
    """The function of a command with what it may be given declared for Typer."""
    copy = FunctionType(
        command.__code__, command.__globals__, command.__name__, command.__defaults__, command.__closure__
    )
    copy.__doc__ = command.__doc__
    copy.__annotations__ = {
        name: Annotated[_known(hint.__origin__), _parameter(hint.__metadata__[0])]
        for name, hint in command.__annotations__.items()
        if name != "return"
    }
    return copy


def _known(hint: Any) -> Any:
    """A type as Typer knows it."""
    if not isinstance(hint, Hint):
        return hint
    kinds = hint.__args__
    return Literal[kinds] if hint.__origin__ else _known(kinds[0]) | None


def _parameter(told: Argument | Option) -> Any:
    if isinstance(told, Argument):
        return typer.Argument(metavar=told.metavar, show_default=False)
    return typer.Option(*told.flags, help=told.help, metavar=told.metavar, min=told.min, max=told.max)


def _version(wanted: bool) -> None:
    if wanted:
        from treatydiff import __version__

        typer.echo(f"treatydiff {__version__}")
        raise typer.Exit


def _treatydiff(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Show the version.")
    ] = False,
) -> None:
    """Compare reports of the same event: what they share, where they clash, who said it."""


def _misused(error: Any) -> int:
    """Say in one line what is wrong with the command line."""
    usage = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(usage, err=True)
        return 2
    text, context = " ".join(usage.split()), getattr(error, "ctx", None)
    message(f"{text} (see {context.command_path} --help)" if context else text)
    return 2
