"""Speed and memory, as ratios within one run: ``python -m benchmarks``.

    python -m benchmarks                 print the tables; some minutes
    python -m benchmarks start pairs     only those of: start, pairs, growth, batch
    python -m benchmarks --write         put them into docs/performance.md

Whole processes are measured, with their start.  The commands of a table take turns, and what is printed is
the median.  For the comparison with `rapidfuzz.process.cdist`: ``pip install -e ".[benchmarks]"``.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.util import find_spec
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Cost, costs, once, python, treatydiff
from benchmarks.texts import pair

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BARE = python("pass")
IMPORTS = python("import typer, rich, rapidfuzz")
DIFFLIB = python(
    "import sys, difflib; a, b = (open(p, encoding='utf-8').read().split() for p in sys.argv[1:]); "
    "difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()"
)
CDIST = python(
    "import sys, re; from rapidfuzz import fuzz, process; "
    "a, b = (re.split(r'(?<=[.!?]) +|\\n+', open(p, encoding='utf-8').read()) for p in sys.argv[1:]); "
    "process.cdist(a, b, scorer=fuzz.token_set_ratio)"
)
EVENTS = 1_000
"""Events of the batch, of two reports of `EVENT_WORDS` words each."""
EVENT_WORDS = 150

Table = Iterator[Sequence[str]]


def start(folder: Path) -> Table:
    """Commands on the bundled reports, in processor time over ``python -c pass``."""
    found = costs(
        {
            "`python -c pass`": BARE,
            '`python -c "import typer, rich, rapidfuzz"`': IMPORTS,
            "`treatydiff --version`": treatydiff("--version"),
            "`treatydiff --help`": treatydiff("--help"),
            "`treatydiff compare -f json`": treatydiff("compare", "-f", "json"),
            "`treatydiff compare`, coloured": treatydiff("compare", "--color", "always"),
        },
        25,
    )
    bare = found["`python -c pass`"].cpu
    limits = ["", "", "3", "8", "14", "18"]
    yield ["command", "processor time", "ratio", "at most", "memory"]
    for (name, cost), limit in zip(found.items(), limits, strict=True):
        yield [name, f"{cost.cpu * 1000:.0f} ms", f"{cost.cpu / bare:.1f}", limit, f"{cost.memory:.0f} MB"]


def pairs(folder: Path) -> Table:
    """Two made-up reports, against other ways through the same texts."""
    yield ["words in each", "command", "processor time", "over bare Python", "over the imports", "memory"]
    for words, rounds in ((1_000, 7), (10_000, 5)):
        files = _files(folder, words)
        commands = {
            "`python -c pass`": BARE,
            "the imports": IMPORTS,
            "`treatydiff compare -f json`": treatydiff("compare", "-f", "json", *files),
            "`difflib` on the words": [*DIFFLIB, *files],
        }
        if find_spec("numpy"):
            commands["`rapidfuzz.process.cdist`, every sentence with every one"] = [*CDIST, *files]
        found = costs(commands, rounds)
        bare, imports = (found[name].cpu for name in ("`python -c pass`", "the imports"))
        for name, cost in list(found.items())[2:]:
            ratios = [f"{cost.cpu / bare:.1f}", f"{cost.cpu / imports:.1f}"]
            yield [f"{words:,}", name, f"{cost.cpu:.2f} s", *ratios, f"{cost.memory:.0f} MB"]


def growth(folder: Path) -> Table:
    """How processor time and memory grow with the words of both reports."""
    sizes = [1_000, 2_000, 4_000, 8_000, 16_000]
    found: list[Cost] = []
    for words in sizes:
        command = treatydiff("compare", "-f", "json", *_files(folder, words))
        found.append(costs({"it": command}, 3)["it"])
    nothing = costs({"it": treatydiff("compare", "-f", "json", *_files(folder, 10))}, 3)["it"]
    yield ["words in each", "processor time", "memory", "exponent of time since the row above"]
    for n, (words, cost) in enumerate(zip(sizes, found, strict=True)):
        exponent = ""
        if n:
            ratio = (cost.cpu - nothing.cpu) / max(1e-9, found[n - 1].cpu - nothing.cpu)
            exponent = f"{log(ratio) / log(words / sizes[n - 1]):.2f}"
        yield [f"{words:,}", f"{cost.cpu:.2f} s", f"{cost.memory:.0f} MB", exponent]


def batch(folder: Path) -> Table:
    """Many small events on one process and on two, by the clock."""
    events = folder / "events.jsonl"
    with events.open("w", encoding="utf-8") as out:
        for n in range(EVENTS):
            documents = [{"id": i, "text": text} for i, text in zip("ab", pair(EVENT_WORDS, n), strict=True)]
            out.write(json.dumps({"id": n, "documents": documents}) + "\n")
    yield ["processes", "by the clock", "events a second", "speed-up", "memory of the largest process"]
    first = 0.0
    for jobs in (1, 2):
        runs = [once(treatydiff("batch", str(events), "-j", str(jobs))) for _ in range(2)]
        best = min(runs, key=lambda c: c.wall)
        first = first or best.wall
        rate, faster = f"{EVENTS / best.wall:.0f}", f"{first / best.wall:.2f}"
        yield [str(jobs), f"{best.wall:.1f} s", rate, faster, f"{best.memory:.0f} MB"]


def _files(folder: Path, words: int) -> list[str]:
    paths = [folder / f"{words}-{side}.txt" for side in "ab"]
    for path, text in zip(paths, pair(words), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(p) for p in paths]


TABLES = {t.__name__: t for t in (start, pairs, growth, batch)}


def markdown(rows: Iterator[Sequence[str]]) -> str:
    """A table whose first row is the heading."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * (lines[0].count(" | ") + 1), *lines[1:]])


def put(name: str, table: str) -> None:
    """Replace a table of the page, between its two comments."""
    page = PAGE.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {name} -->\n\n).*?(\n\n<!-- end -->)", re.DOTALL)
    page, times = pattern.subn(lambda m: m[1] + table + m[2], page)
    if times != 1:
        raise SystemExit(f"{PAGE}: no place for the table {name}")
    PAGE.write_text(page, encoding="utf-8")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=f"of {', '.join(TABLES)}; all if none")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    given = parser.parse_args()
    if unknown := set(given.tables) - set(TABLES):
        parser.error(f"no such table: {', '.join(unknown)}")
    machine = f"Measured on {date.today()} with Python {platform.python_version()}, {platform.machine()}."
    print(machine)
    for name in given.tables or TABLES:
        with TemporaryDirectory() as folder:
            table = markdown(TABLES[name](Path(folder)))
        print(f"\n{TABLES[name].__doc__}\n\n{table}", flush=True)
        if given.write:
            put(name, table)
    if given.write:
        put("machine", machine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
