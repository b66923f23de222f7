"""Write what the documents show of the tool's own output: ``python docs/build.py``.

`docs/cli.md` is the help of every command, `docs/rules.md` what every rule says of itself, with its examples.
In `README.md`, what stands between ``<!-- shows: COMMAND -->``
and the end of the next code block is replaced by what the command prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from inspect import getdoc
from pathlib import Path
from types import ModuleType

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


def rules() -> str:
    """The catalogue of rules: each one's docstring and examples, contradictions first."""
    sys.path.insert(0, str(ROOT / "src"))
    from treatydiff import shelf
    from treatydiff.collate import WEIGHTY

    known = shelf.names("rules")
    hard = [name for name in known if name not in WEIGHTY]
    soft = [name for name in WEIGHTY if name in known]
    parts = [
        "# The rules",
        "Generated from the rules themselves by `python docs/build.py`; `treatydiff explain RULE` prints\n"
        "the same. `--select RULE` runs only that one, `--ignore RULE` all but that one.\n"
        "Tests run every example.",
        "A contradiction is `likely`, or `possible` where a harmless reading is at hand or it is not sure\n"
        "that both speak of one thing. Some rules are also run on what one report says twice.",
    ]
    for title, names in (("Contradictions", hard), ("Softer differences on shared facts", soft)):
        parts.append(f"## {title}")
        for name in names:
            parts += rule(name, shelf.member("rules", name))
    return "\n\n".join(parts) + "\n"


def rule(name: str, module: ModuleType) -> list[str]:
    """One rule's part of the catalogue."""
    head, _, rest = (getdoc(module) or "").replace("``", "`").partition("\n\n")
    within = " *Also run within one report.*" if getattr(module, "WITHIN_A_REPORT", False) else ""
    rows = ["| | one report | the other |", "|---|---|---|"]
    for example in sorted(module.EXAMPLES, key=lambda e: not e.clash):
        dated = [f"({day}) " if day else "" for day in (example.left_date, example.right_date)]
        cells = [
            d + t.replace("|", "\\|").replace("\n", " ")
            for d, t in zip(dated, (example.left, example.right), strict=True)
        ]
        rows.append(f"| {'found' if example.clash else 'not'} | {cells[0]} | {cells[1]} |")
    texts = [f"### {name}", f"{head}{within}", rest, "\n".join(rows)]
    return [text for text in texts if text]


PAGES = {"docs/cli.md": command_line, "docs/rules.md": rules, "README.md": readme}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (ROOT / name).write_text(made(), "utf-8")
        print(name)
