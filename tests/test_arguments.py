"""Plain command lines are read as Typer reads them, and all others are left to it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from treatydiff import cli, typed
from treatydiff.arguments import plain

TEXTS = ["a.txt", "-", "--", "", "json", "text", "40", "4", "1e3", "likely", "shared", "side", "x=y", "-x"]
HINTS = [hint for command in cli.COMMANDS.values() for hint in command.__annotations__.values() if hint]
FLAGS = sorted({flag for hint in HINTS for flag in getattr(hint.__metadata__[0], "flags", ())})
APP: Any = typer.main.get_command(typed.application(cli.COMMANDS.values()))


def by_typer(name: str, words: list[str]) -> dict[str, Any]:
    context = APP.commands[name].make_context(name, list(words))
    return {k: list(v) or None if isinstance(v, list | tuple) else v for k, v in context.params.items()}


def whole(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """With what was not given as the function has it."""
    command: Any = cli.COMMANDS[name]
    names = command.__code__.co_varnames[: command.__code__.co_argcount]
    return dict(zip(names[::-1], command.__defaults__[::-1], strict=False)) | values


@pytest.mark.parametrize(
    "line",
    [
        "",
        "a.txt b.txt",
        "- a.txt",
        "-f json a.txt -q b.txt --verbose",
        "a.txt --threshold 60 -w 40 --layout side --certainty likely",
        "--only shared --only unique -L a=Post -L b=Herald a.txt",
        "-f json -f lines --color never --color always",
    ],
)
def test_plain_lines_are_read(line: str) -> None:
    values = plain(cli.COMMANDS["compare"], line.split())
    assert values is not None
    assert whole("compare", values) == by_typer("compare", line.split())


@pytest.mark.parametrize(
    "line",
    [
        "compare --help",
        "compare -h",
        "compare -fjson",
        "compare --format=json",
        "compare -qv",
        "compare -- a.txt",
        "compare -f yaml",
        "compare -f",
        "compare -o -",
        "compare --width 19",
        "compare --threshold 101",
        "compare --threshold much",
        "compare --only all",
        "compare --nothing",
        "explain number",
        "batch events.jsonl",
        "schema",
    ],
)
def test_all_others_are_left_to_typer(line: str) -> None:
    name, *words = line.split()
    assert plain(cli.COMMANDS[name], words) is None


@given(st.sampled_from(sorted(cli.COMMANDS)), st.lists(st.sampled_from([*TEXTS, *FLAGS]), max_size=6))
def test_what_is_read_is_what_typer_reads(name: str, words: list[str]) -> None:
    values = plain(cli.COMMANDS[name], words)
    if values is not None:
        assert whole(name, values) == by_typer(name, words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("compare --format=yaml", "'text', 'json', 'jsonl', 'lines'"),
        ("compare -w wide", "is not a valid int"),
    ],
)
def test_typer_knows_the_types_that_stand_for_those_of_typing(line: str, said: str) -> None:
    probe = "import sys; from treatydiff.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", probe, *line.split()], capture_output=True)
    assert done.returncode == 2 and said in done.stderr.decode()


def test_a_plain_comparison_does_without_typer() -> None:
    probe = (
        "import sys; from treatydiff.cli import run; run(['compare', '-q', '-f', 'json']); "
        "slow = {'typer', 'typing', 'pathlib', 'inspect', 'dataclasses', 'hashlib'}; "
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"
