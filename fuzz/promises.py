"""What is promised of every run, whatever it is given; and how a run is made and looked at."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, chdir
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from fuzz.inputs import SECRET, Case
from treatydiff.__main__ import main

OWN = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TREATYDIFF_DEBUG", "PYTHONDONTWRITEBYTECODE")
"""Variables of the one who tests that must not change what is tested."""
COLOURS = re.compile(rb"\x1b\[[0-9;]*m")
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True)
class Done:
    """What a finished command has left."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(
    *args: str, cwd: Path | None = None, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> Done:
    """The command within this process, with the same bytes and status as in one of its own."""
    coding = (env or {}).get("PYTHONIOENCODING", "utf-8")
    out, err = (TextIOWrapper(BytesIO(), coding, how) for how in ("strict", "backslashreplace"))
    kept = {k: v for k, v in os.environ.items() if k not in OWN}
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, {**kept, **(env or {})}, clear=True))
        if cwd:
            stack.enter_context(chdir(cwd))
        given = TextIOWrapper(BytesIO(stdin), "utf-8")
        argv = ["treatydiff", *args]
        stack.enter_context(patch.multiple(sys, argv=argv, stdin=given, stdout=out, stderr=err))
        try:
            main()
        except SystemExit as leaving:
            status = leaving.code
    out.flush()
    err.flush()
    assert isinstance(status, int)
    return Done(status, *(s.buffer.getvalue() for s in (out, err)))


def written(case: Case, folder: Path) -> None:
    """Put the files of a case into a folder."""
    for name, data in case.files.items():
        (folder / name).write_bytes(data)


def broken(case: Case, done: Done) -> Iterator[str]:
    """The promises that a run has not kept."""
    if done.returncode not in (0, 1, 2):
        yield f"exit status {done.returncode}"
    if done.returncode == 1 and "--exit-code" not in case.args:
        yield "exit status 1 without --exit-code"
    if done.returncode == 2 and not done.stderr and "-q" not in case.args:
        yield "exit status 2 without a word"
    for name, data in (("output", done.stdout), ("error output", done.stderr)):
        if b"Traceback" in data or b"failed: " in data:
            yield f"{name}: a failure of the tool: {data[-300:]!r}"
        shown = COLOURS.sub(b"", data).decode("utf-8", "surrogateescape")
        if steering := STEERING.search(shown.replace("\t", " ")):
            yield f"{name}: {steering[0]!r} reaches the terminal"
        if SECRET.encode() in data and "--allow-outside" not in case.args:
            yield f"{name}: a file outside the folder"
    yield from _not_json(case, done.stdout.decode("utf-8", "surrogateescape"))


def _not_json(case: Case, shown: str) -> Iterator[str]:
    form = next((b for a, b in zip(case.args, case.args[1:], strict=False) if a == "-f"), "text")
    form = "jsonl" if case.args[:1] == ["batch"] else form
    if (
        not shown
        or form not in ("json", "jsonl")
        or case.args[0] not in ("compare", "quotes", "claims", "batch")
    ):
        return
    if {"-h", "--help"} & set(case.args):
        return
    try:
        for part in [shown] if form == "json" else shown.removesuffix("\n").split("\n"):
            json.loads(part)
    except ValueError as error:
        yield f"not JSON: {error}"
