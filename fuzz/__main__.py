"""Run the command on hostile input by the thousand.

    python -m fuzz 20000                 that many cases; --seed for others than usual
    python -m fuzz --only 417            one case: what was given and what came
    python -m fuzz --growth              how time grows with repeated pieces of text

Each case runs in a process of its own, forked from this one: what it needs is measured by the system, and
one that hangs or dies costs nothing else.  Besides what `promises` says of its output, a run may take 2 s and
0.4 ms for each byte, and 100 MB and 40 bytes for each byte of input.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz.inputs import SECRET, UNITS, Case, case
from fuzz.promises import Done, broken, run, written

SECONDS, SECONDS_A_BYTE = 2.0, 4e-4
MEGABYTES, BYTES_A_BYTE = 100, 40
HANGS = 300.0
"""Seconds by the clock after which a run is killed, whatever the system's own limit on its time has done."""
STEEPEST = 1.35
"""Exponent of growth up to which time counts as linear, caches and start-up being what they are."""


class Measured:
    """One run in a forked process: what it left, its processor time in seconds, its memory in bytes."""

    def __init__(self, given: Case) -> None:
        with TemporaryDirectory(prefix="fuzz-") as above:
            (Path(above) / "secret.txt").write_text(f"The {SECRET} gate opened.", "utf-8")
            folder = Path(above) / "case"
            folder.mkdir()
            written(given, folder)
            reading, writing = os.pipe()
            child = os.fork()
            if not child:
                _work(given, folder, writing)
            os.close(writing)
            data = _received(reading, child)
            _, _, usage = os.wait4(child, 0)
        self.done: Done | None = pickle.loads(data) if data else None
        self.seconds = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024

    def broken(self, given: Case) -> list[str]:
        """The promises not kept."""
        if self.done is None:
            return [f"died, or had no end, after {self.seconds:.0f} s"]
        found = list(broken(given, self.done))
        if self.seconds > _seconds(given):
            found.append(f"{self.seconds:.1f} s for {given.size} bytes")
        if self.memory > MEGABYTES * 2**20 + BYTES_A_BYTE * given.size:
            found.append(f"{self.memory / 2**20:.0f} MB for {given.size} bytes")
        return found


def _seconds(given: Case) -> float:
    return SECONDS + SECONDS_A_BYTE * given.size


def _work(given: Case, folder: Path, writing: int) -> None:
    """In the child: run, hand over, end without a word."""
    status = 1
    most = int(_seconds(given)) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    try:
        data = pickle.dumps(run(*given.args, cwd=folder, stdin=given.stdin))
        with os.fdopen(writing, "wb") as out:
            out.write(data)
        status = 0
    finally:
        os._exit(status)


def _received(reading: int, child: int) -> bytes:
    """What the child hands over; nothing if it is too late, and then it is ended."""
    parts: list[bytes] = []
    end = time.monotonic() + HANGS
    with os.fdopen(reading, "rb", buffering=0) as source:
        while True:
            ready, _, _ = select.select([source], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                os.kill(child, signal.SIGKILL)
                return b""
            part = source.read(1 << 16)
            if not part:
                return b"".join(parts)
            parts.append(part)


def fuzz(numbers: Sequence[int], seed: int) -> int:
    """Run the cases; how many broke a promise."""
    kinds: Counter[str] = Counter()
    statuses: Counter[int] = Counter()
    failures = 0
    slowest, largest = (0.0, 0), (0, 0)
    begun = time.monotonic()
    for at, number in enumerate(numbers, 1):
        given = case(seed, number)
        measured = Measured(given)
        kinds[given.kind] += 1
        if measured.done:
            statuses[measured.done.returncode] += 1
        slowest = max(slowest, (measured.seconds, number))
        largest = max(largest, (measured.memory, number))
        for promise in measured.broken(given):
            failures += 1
            print(f"{number} ({given.kind}): {promise}", flush=True)
        if at % 1000 == 0:
            so_far = f"  {at} cases, {failures} broken, {time.monotonic() - begun:.0f} s"
            print(so_far, file=sys.stderr, flush=True)
    print(f"{len(numbers)} cases (seed {seed}), {failures} broken promises")
    print("kinds: " + ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())))
    print("exit status: " + ", ".join(f"{status}: {n}" for status, n in sorted(statuses.items())))
    print(f"slowest: {slowest[0]:.2f} s (case {slowest[1]})")
    print(f"most memory: {largest[0] / 2**20:.0f} MB (case {largest[1]})")
    return failures


def show(number: int, seed: int) -> int:
    """One case with all that was given and that came."""
    given = case(seed, number)
    measured = Measured(given)
    print(given.kind, ascii(given.args))
    for name, data in [*given.files.items(), ("standard input", given.stdin)]:
        print(f"--- {name!a}, {len(data)} bytes\n{data[:3000]!r}")
    if measured.done:
        print(f"--- status {measured.done.returncode}")
        print(ascii(measured.done.stdout[:3000].decode("utf-8", "replace")))
        print(ascii(measured.done.stderr[:3000].decode("utf-8", "replace")))
    print(f"--- {measured.seconds:.2f} s, {measured.memory / 2**20:.0f} MB")
    for promise in measured.broken(given):
        print(promise)
    return len(measured.broken(given))


def growth(sizes: tuple[int, int] = (2_000, 8_000)) -> int:
    """Time for each repeated piece of text at two sizes; how many grow too steeply."""
    from math import log

    base = Measured(
        Case("", ["compare", "-f", "json", "a.txt", "b.txt"], {"a.txt": b"One.", "b.txt": b"Two."})
    )
    steep = 0
    for unit in UNITS:
        small, large = (_repeated(unit, size) - base.seconds for size in sizes)
        exponent = log(max(large, 0.02) / max(small, 0.02)) / log(sizes[1] / sizes[0])
        bad = exponent > STEEPEST and large > 0.5
        steep += bad
        mark = "!" if bad else " "
        print(f"{small:6.2f} s {large:6.2f} s  {exponent:5.2f} {mark} {ascii(unit)[:60]}", flush=True)
    return steep


def _repeated(unit: str, size: int) -> float:
    text = (unit * (size // len(unit))).encode()
    return Measured(
        Case("", ["compare", "-f", "json", "a.txt", "b.txt"], {"a.txt": text, "b.txt": text[:-1]})
    ).seconds


def warm() -> None:
    """Import and read what every run needs, once, so that forked processes have it."""
    run("compare", "-q", "--color", "always")
    run("quotes", "-q", "-s", "Nobody")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("cases", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--only", type=int, help="show one case")
    parser.add_argument("--growth", action="store_true", help="measure how time grows")
    given = parser.parse_args()
    warm()
    if given.growth:
        return min(1, growth())
    if given.only is not None:
        return min(1, show(given.only, given.seed))
    return min(1, fuzz(range(given.first, given.first + given.cases), given.seed))


if __name__ == "__main__":
    sys.exit(main())
