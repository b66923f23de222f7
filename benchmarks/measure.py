"""Processor time and memory of whole processes, as the system counts them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[1] / "src"
UNWANTED = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


@dataclass(frozen=True)
class Cost:
    """What one command took: the median of its runs."""

    cpu: float
    """Seconds of processor time, of its child processes too."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Most memory of one process, in megabytes (10^6 bytes)."""


def once(command: Sequence[str]) -> Cost:
    """Run a command with its output thrown away; it must succeed."""
    keep = {k: v for k, v in os.environ.items() if k not in UNWANTED}
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**keep, "PYTHONPATH": str(SOURCE), "FORCE_COLOR": "1"},
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {said.decode()[-500:]}")
    scale = 1024 if sys.platform != "darwin" else 1
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * scale / 1e6)


def costs(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """The cost of each command; the commands take turns, so that a busy machine slows all alike."""
    for command in commands.values():
        once(command)  # byte code is written, files are in the cache
    runs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(once(command))
    return {
        name: Cost(
            median(c.cpu for c in found), median(c.wall for c in found), median(c.memory for c in found)
        )
        for name, found in runs.items()
    }


def python(code: str, *args: str) -> list[str]:
    """A command that runs Python code."""
    return [sys.executable, "-c", code, *args]


def treatydiff(*args: str) -> list[str]:
    """A command that runs the tool from this checkout."""
    return [sys.executable, "-m", "treatydiff", *args]
