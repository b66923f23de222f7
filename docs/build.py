"""Write what the documents show of the tool's own output: ``python docs/build.py``.

`docs/cli.md` is the help of every command.  In `README.md`, what stands between ``<!-- shows: COMMAND -->``
and the end of the next code block is replaced by what the command prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = ("compare", "quotes", "claims", "batch", "explain", "schema")
SHOWN = re.compile(r"(<!-- shows: (?P<command>[^\n]+) -->\n+```\w*\n)(?:.*?\n)??(```)", re.DOTALL)


def printed(*arguments: str, columns: int = 80) -> str:
    """What the command prints on standard output when it is piped."""
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    keep = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "TERM")}
    done = subprocess.run(
        [sys.executable, "-m", "treatydiff", *arguments],
        env={**keep, "PYTHONPATH": path, "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8").rstrip()


def command_line() -> str:
    """The page on the command line."""
    parts = [
        "# The command line",
        "Generated from the help texts by `python docs/build.py`.",
        f"```text\n{printed('--help', columns=100)}\n```",
    ]
    for command in COMMANDS:
        parts += [f"## treatydiff {command}", f"```text\n{printed(command, '--help', columns=100)}\n```"]
    parts.append((ROOT / "docs" / "exit-status.md").read_text("utf-8").strip())
    return "\n\n".join(parts) + "\n"


def readme() -> str:
    """The README with fresh output in its code blocks."""
    text = (ROOT / "README.md").read_text("utf-8")

    def fresh(match: re.Match[str]) -> str:
        command = match["command"].removeprefix("treatydiff ").split()
        shell = f"$ {match['command']}\n\n"
        return match[1] + shell + printed(*command) + "\n" + match[3]

    return SHOWN.sub(fresh, text)


PAGES = {"docs/cli.md": command_line, "README.md": readme}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (ROOT / name).write_text(made(), "utf-8")
        print(name)
