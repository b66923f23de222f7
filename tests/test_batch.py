"""Many events in one run: order, faults, processes."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from builders import ENV, interruptible, process, run
from treatydiff import batch, pipeline
from treatydiff.model import Options


def event(id: Any, *texts: str) -> dict[str, Any]:
    """One line of input."""
    return {"id": id, "documents": [{"id": f"d{n}", "text": t} for n, t in enumerate(texts)]}


def write(folder: Path, *lines: Any) -> list[Any]:
    """Events, or lines as they stand, into events.jsonl."""
    text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (folder / "events.jsonl").write_text("\n".join(text) + "\n", "utf-8")
    return list(lines)


GOOD = ("The gate opened on Monday.", "The gate opened on Tuesday.")


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_results_come_in_the_order_of_the_input(tmp_path: Path, jobs: str) -> None:
    write(tmp_path, *(event(n, f"Gate {n} opened.", f"Gate {n} closed.") for n in range(12)))
    done = process("batch", "events.jsonl", "-j", jobs, cwd=tmp_path)
    assert [json.loads(line)["event"] for line in done.stdout.splitlines()] == list(range(12))
    assert done.returncode == 0 and done.stderr == b""


@pytest.mark.parametrize(
    ("line", "name", "message"),
    [
        ("{", None, "not JSON"),
        ("[1]", None, "an event is an object"),
        ("[" * 100_000, None, "not JSON"),
        ({"id": "e"}, "e", "needs a list of two documents"),
        (event("e", "One text alone."), "e", "needs a list of two documents"),
        ({"id": "e", "documents": [{"id": "a"}, {"id": "b"}]}, "e", "document 1:"),
        ({"id": "e", "documents": [{"text": "A."}, {"text": "B.", "date": "May"}]}, "e", "document 2:"),
        (
            {"id": "e", "documents": [{"text": "A.", "id": "x"}, {"text": "B.", "id": "x"}]},
            "e",
            "the id x is given twice",
        ),
        ({"id": "e", "documents": [{"text": "A."}, {"path": "gone.txt"}]}, "e", "gone.txt: no such file"),
    ],
)
def test_a_bad_line_is_said_and_the_rest_goes_on(tmp_path: Path, line: Any, name: str, message: str) -> None:
    write(tmp_path, event("one", *GOOD), "", line, event("two", *GOOD))
    done = run("batch", "events.jsonl", "-q", cwd=tmp_path)
    first, bad, last = (json.loads(out) for out in done.stdout.splitlines())
    assert (first["event"], last["event"]) == ("one", "two")
    assert bad["event"] == name and bad["error"]["line"] == 3 and message in bad["error"]["message"]
    assert done.returncode == 2 and done.stderr == b""


def test_a_failure_of_the_tool_costs_one_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def compare(documents: list[Any], options: Any) -> Any:
        if "boom" in documents[0].text:
            raise RuntimeError("broken")
        return original(documents, options)

    original = pipeline.compare
    monkeypatch.setattr("treatydiff.pipeline.compare", compare)
    lines = [json.dumps(event(n, text, "Two.")) for n, text in enumerate(("One.", "boom", "Three."))]
    found = list(batch.run(lines, Options(), tmp_path))
    assert [outcome.failed for outcome in found] == [False, True, False]
    assert json.loads(found[1].text)["error"] == {"line": 2, "message": "failed: RuntimeError: broken"}


def test_both_ways_of_working_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path, *(event(n, *GOOD) for n in range(5)), "x")
    one, two = (process("batch", "events.jsonl", "-j", n, cwd=tmp_path).stdout for n in "12")
    assert one == two


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    done = run("batch", "gone.jsonl", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr == b"treatydiff: gone.jsonl: No such file or directory\n"


def test_events_come_from_standard_input_when_asked_for(tmp_path: Path) -> None:
    line = json.dumps(event("e", *GOOD)).encode() + b"\n"
    done = run("batch", "-", cwd=tmp_path, stdin=line)
    assert json.loads(done.stdout)["event"] == "e"


def test_a_stopped_run_can_go_on(tmp_path: Path) -> None:
    write(tmp_path, *(event(n, *GOOD) for n in range(4)), "x")
    whole = run("batch", "events.jsonl", cwd=tmp_path).stdout
    lines = whole.splitlines(keepends=True)
    (tmp_path / "out.jsonl.part").write_bytes(b"".join(lines[:2]) + lines[2][:20])
    done = run("batch", "events.jsonl", "-o", "out.jsonl", "--resume", cwd=tmp_path)
    assert done.returncode == 2 and b"1 of 5 events" in done.stderr
    assert (tmp_path / "out.jsonl").read_bytes() == whole
    assert not (tmp_path / "out.jsonl.part").exists()


@pytest.mark.parametrize("kept", ["old", "[]", "3", "{}", '"an error"', '{"event": 1, "summary": 3}'])
def test_what_no_batch_wrote_is_not_gone_on_from(tmp_path: Path, kept: str) -> None:
    write(tmp_path, event("e", *GOOD))
    (tmp_path / "out.jsonl.part").write_text(f"{kept}\n", "utf-8")
    done = run("batch", "events.jsonl", "-o", "out.jsonl", "--resume", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.startswith(
        b"treatydiff: out.jsonl.part:1: not a line of a batch"
    )
    assert (tmp_path / "out.jsonl.part").read_text("utf-8") == f"{kept}\n"


def test_no_events_are_said(tmp_path: Path) -> None:
    write(tmp_path)
    done = run("batch", "events.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"treatydiff: events.jsonl: holds no events\n"


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, event("e", *GOOD), "x", event("f", *GOOD))
    terminal, end = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "treatydiff", "batch", "events.jsonl"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=end, env=ENV, check=False,
    )  # fmt: skip
    os.close(end)
    shown = os.read(terminal, 10_000).decode().split("\r")
    os.close(terminal)
    assert done.returncode == 2 and done.stdout.count(b"\n") == 3
    assert re.match(r"  events 1   contradictions \d   0:\d\d left\x1b", shown[1])
    assert re.match(r"  events 3   contradictions \d   1 failed\x1b", shown[3])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    write(tmp_path, event("x", "Rain fell.", "Rain fell."))
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", "pipe"], cwd=tmp_path, stdout=subprocess.PIPE)
    try:
        done = run("batch", "events.jsonl", "-o", "pipe", cwd=tmp_path)
        said, _ = reader.communicate(timeout=60)
    finally:
        reader.kill()
    assert done.returncode == 0 and json.loads(said)["event"] == "x"
    assert (tmp_path / "pipe").is_fifo() and not (tmp_path / "pipe.part").exists()


def test_without_resume_a_run_begins_anew(tmp_path: Path) -> None:
    write(tmp_path, event("e", *GOOD))
    (tmp_path / "out.jsonl.part").write_bytes(b"old\n")
    assert run("batch", "events.jsonl", "-o", "out.jsonl", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == run("batch", "events.jsonl", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--resume"], b"--resume needs -o"),
        (["-o", "events.jsonl"], b"is an input"),
        (["-o", "pack.yaml", "--pack", "pack.yaml"], b"pack.yaml: is an input"),
        (["-o", "no/x"], b"no/x: "),
    ],
)
def test_bad_outputs(tmp_path: Path, args: list[str], message: bytes) -> None:
    write(tmp_path, event("e", *GOOD))
    (tmp_path / "pack.yaml").write_text("{}", "utf-8")
    done = run("batch", "events.jsonl", *args, cwd=tmp_path)
    assert done.returncode == 2 and message in done.stderr and done.stderr.count(b"\n") == 1


def test_an_event_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_text(GOOD[0], "utf-8")
    write(tmp_path / "in", {"id": "e", "documents": [{"path": "../a.txt"}, {"text": GOOD[1]}]})
    assert b"outside the events' folder" in run("batch", "in/events.jsonl", cwd=tmp_path).stdout
    assert run("batch", "in/events.jsonl", "--allow-outside", cwd=tmp_path).returncode == 0


def started(folder: Path) -> subprocess.Popen[bytes]:
    """A run on two processes that waits for more input after its first results."""
    process = subprocess.Popen(
        [sys.executable, "-m", "treatydiff", "batch", "-", "-j", "2", "-o", "out.jsonl"],
        cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV, preexec_fn=interruptible,
    )  # fmt: skip
    assert process.stdin
    for n in range(12):
        process.stdin.write(json.dumps(event(n, *GOOD)).encode() + b"\n")
    process.stdin.flush()
    part = folder / "out.jsonl.part"
    while process.poll() is None and not (part.exists() and b"\n" in part.read_bytes()):
        time.sleep(0.02)
    return process


def test_an_interrupted_run_leaves_whole_lines_and_is_130(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60)[1] == b""
        assert process.returncode == 130
    for line in (tmp_path / "out.jsonl.part").read_bytes().splitlines():
        json.loads(line)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the workers under /proc")
def test_a_killed_worker_is_one_line_and_2(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("utf-8").split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        assert process.stdin and process.stderr
        process.stdin.write(json.dumps(event("more", *GOOD)).encode() + b"\n")
        process.stdin.close()
        said = process.stderr.read()
        assert process.wait(60) == 2
    assert said == b"treatydiff: a worker process was killed (with -o, --resume goes on from there)\n"
