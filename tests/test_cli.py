"""The command as users and scripts meet it: options, exit statuses, messages, pipes, interruptions."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import ENV, harbour, interruptible, process, run
from treatydiff import __version__, cli, compare, load, output, quotes
from treatydiff.errors import InputError
from treatydiff.renderers.json import as_dict

ONE = "The Marlow bridge opened on Monday after two years. Mayor Ada Holm said the bridge cost 40 crowns.\n"
TWO = "The Marlow bridge, two years late, opened on Monday. Divers found an old bell.\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two reports of one event."""
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(TWO, "utf-8")
    return tmp_path


def test_version_and_help() -> None:
    assert run("--version").stdout.decode().split() == ["treatydiff", __version__]
    for command in ("compare", "quotes", "claims", "batch", "explain", "schema"):
        assert f"  {command} " in run("--help").stdout.decode()
        assert run(command, "-h").returncode == 0


def test_no_command_is_bad_usage_and_shows_the_help() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, b"") and done.stderr.startswith(b"Usage: treatydiff")


def test_without_a_file_the_seed_reports_are_taken_and_that_is_said() -> None:
    done = run("compare", "-f", "json")
    assert done.returncode == 0 and b"seed reports" in done.stderr
    assert [d["id"] for d in json.loads(done.stdout)["documents"]] == ["ap", "times"]
    assert run("compare", "-q").stderr == b""


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "lines"])
@pytest.mark.parametrize("command", ["compare", "quotes", "claims"])
def test_each_command_has_each_format(papers: Path, command: str, form: str) -> None:
    done = run(command, "one.txt", "two.txt", "-f", form, cwd=papers)
    assert done.returncode == 0 and done.stderr == b""
    if form == "json":
        json.loads(done.stdout)
    if form == "jsonl":
        assert all(json.loads(line) for line in done.stdout.decode().split("\n")[:-1])


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["compare", "one.txt", "two.txt", "--threshold", "101"], "--threshold"),
        (["compare", "one.txt", "two.txt", "--threshold", "high"], "--threshold"),
        (["compare", "one.txt", "two.txt", "--threshold", "nan"], "--threshold"),
        (["compare", "one.txt", "two.txt", "--select", "statsu"], "statsu: no such rule"),
        (["compare", "one.txt", "two.txt", "--format", "xml"], "--format"),
        (["compare", "one.txt", "two.txt", "--nope"], "--nope"),
        (
            ["compare", "one.txt", "two.txt", "--date", "zz=2031-01-01"],
            "zz=2031-01-01: no document has that id",
        ),
        (["compare", "one.txt", "two.txt", "--label", "one"], "--label one: must be ID=VALUE"),
        (["compare", "one.txt", "two.txt", "-o", "two.txt"], "two.txt: is an input"),
        (["explain", "number", "two.txt", "-o", "two.txt"], "two.txt: is an input"),
        (["compare", "one.txt", "two.txt", "-o", "no/where.txt"], "no/where.txt: No such file"),
        (["compare", "one.txt"], "a comparison needs two"),
        (["explain", "X-00", "one.txt", "two.txt"], "X-00: neither a finding"),
        (["compare", "one.txt", "twoo.txt"], "twoo.txt: no such file (did you mean two.txt?)"),
        (["compare", "", "two.txt"], "an empty name stands among the files"),
        (["compare", "two.md", "one.txt"], "two.md: no such file (did you mean two.txt?)"),
        (
            ["compare", "hall.txt", "bell.txt", "-q"],
            "hall.txt: no such file\ntreatydiff: bell.txt: no such file\n",
        ),
        (["compair", "one.txt", "two.txt"], "compair: no such command (did you mean compare?)"),
        (["one.txt", "two.txt"], "one.txt: no such command (there are: compare, quotes, "),
    ],
)
def test_bad_usage_is_one_line_and_2(papers: Path, args: list[str], message: str) -> None:
    done = run(*args, cwd=papers)
    said = done.stderr.decode()
    assert done.returncode == 2 and done.stdout == b""
    assert said.startswith("treatydiff: ") and message in said
    assert said.count("\n") == max(1, message.count("\n"))
    assert (papers / "two.txt").read_text("utf-8") == TWO


def test_labels_and_dates_are_taken_over(papers: Path) -> None:
    ids = [
        d["id"]
        for d in json.loads(run("compare", "one.txt", "two.txt", "-f", "json", cwd=papers).stdout)[
            "documents"
        ]
    ]
    options = ["-L", f"{ids[0]}=Morning Post", "--date", f"{ids[1]}=2031-05-06"]
    done = run("compare", "one.txt", "two.txt", "-f", "json", *options, cwd=papers)
    first, second = json.loads(done.stdout)["documents"]
    assert first["label"] == "Morning Post" and second["date"] == "2031-05-06"
    wrong = run("compare", "one.txt", "two.txt", "--date", f"{ids[0]}=6 May", cwd=papers)
    assert wrong.returncode == 2 and b"not a date" in wrong.stderr


def test_a_crash_is_one_line_and_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def boom(*_: object) -> None:
        raise RuntimeError("broken\x1b")

    monkeypatch.setattr("treatydiff.pipeline.compare", boom)
    monkeypatch.delenv("TREATYDIFF_DEBUG", raising=False)
    assert cli.run(["compare", "-q"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "RuntimeError: broken\\x1b" in said and "Traceback" not in said
    monkeypatch.setenv("TREATYDIFF_DEBUG", "1")
    assert cli.run(["compare", "-q"]) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("certainty", "args", "status"),
    [("likely", ["--exit-code"], 1), ("possible", ["--exit-code"], 0), ("likely", [], 0)],
)
def test_exit_code_tells_of_likely_contradictions(
    certainty: Any,
    args: list[str],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    result = harbour()
    clash = replace(result.findings[0], certainty=certainty)
    found = replace(result, findings=(clash,))
    monkeypatch.setattr("treatydiff.pipeline.compare", lambda *_: found)
    assert cli.run(["compare", "-q", *args]) == status
    assert "C-11aa" in capfd.readouterr().out


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("treatydiff.pipeline.compare", stop)
    assert cli.run(["compare", "-q"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "command", ["compare --all -f json", "compare --help", "schema", "quotes", "--version"]
)
def test_a_reader_that_leaves_is_141_and_quiet(command: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "treatydiff", *command.split()],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.close()
        said = [line for line in process.stderr.read().splitlines() if b"seed reports" not in line]
        assert process.wait(60) in (141, -signal.SIGPIPE)
        assert said == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["compare -q", "quotes -q -f json", "schema", "--help", "--version"])
def test_a_full_disk_is_said(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "treatydiff", *command.split()],
            stdout=full, stderr=subprocess.PIPE, check=False, env=ENV,
        )  # fmt: skip
    said = done.stderr.decode()
    assert done.returncode == 2 and said.startswith("treatydiff: standard output: ") and said.count("\n") == 1


def test_output_goes_to_a_file_whole(papers: Path) -> None:
    shown = run("compare", "one.txt", "two.txt", "-f", "json", cwd=papers).stdout
    (papers / "out.json").write_text("old", "utf-8")
    done = run("compare", "one.txt", "two.txt", "-f", "json", "-o", "out.json", cwd=papers)
    assert done.stdout == b"" and (papers / "out.json").read_bytes() == shown
    assert sorted(p.name for p in papers.iterdir()) == ["one.txt", "out.json", "two.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", "utf-8")

    def lines() -> object:
        yield "new"
        raise InputError("gone")

    with pytest.raises(InputError):
        output.emit(lines(), str(target), machine=True)  # type: ignore[arg-type]
    assert target.read_text("utf-8") == "old" and [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_the_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    output.emit(["new"], str(target), machine=True)
    assert target.read_text("utf-8") == "new\n" and target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("coding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "lines"])
def test_no_encoding_of_the_terminal_is_too_small(papers: Path, coding: str, form: str) -> None:
    (papers / "one.txt").write_text(ONE.replace("Holm", "Hölm 日本"), "utf-8")
    done = run("compare", "one.txt", "two.txt", "-f", form, cwd=papers, env={"PYTHONIOENCODING": coding})
    assert done.returncode == 0
    assert done.stdout.decode("utf-8" if form != "text" else coding)


def test_a_small_encoding_gets_plain_punctuation_and_question_marks(papers: Path) -> None:
    (papers / "one.txt").write_text(ONE.replace("Holm", "“Hölm”"), "utf-8")
    done = run("compare", "one.txt", "two.txt", cwd=papers, env={"PYTHONIOENCODING": "ascii"})
    assert b'"H?lm"' in done.stdout


@pytest.mark.parametrize(
    ("env", "args", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"FORCE_COLOR": "0"}, [], False),
    ],
)
def test_colour(papers: Path, env: dict[str, str], args: list[str], coloured: bool) -> None:
    shown = run("compare", "one.txt", "two.txt", *args, cwd=papers, env=env).stdout
    assert (b"\x1b[" in shown) == coloured
    assert "│" not in shown.decode() and "─" not in shown.decode()


@pytest.mark.parametrize(
    ("env", "args", "width"),
    [({}, [], 80), ({"COLUMNS": "60"}, [], 60), ({"COLUMNS": "60"}, ["-w", "90"], 90)],
)
def test_width(papers: Path, env: dict[str, str], args: list[str], width: int) -> None:
    shown = run("compare", "one.txt", "two.txt", *args, cwd=papers, env=env).stdout.decode().split("\n")
    assert max(map(len, shown)) == width


def test_quotes_by_speaker(papers: Path) -> None:
    done = run("quotes", "one.txt", "two.txt", "-s", "Nobody Known", cwd=papers)
    assert done.returncode == 0 and b"no quotes of that kind" in done.stderr


def test_claims_that_contain_a_text(papers: Path) -> None:
    done = run("claims", "one.txt", "two.txt", "--grep", "old BELL", "-f", "lines", cwd=papers)
    assert done.stdout.decode().count("\n") == 1 and "bell" in done.stdout.decode()


def test_findings_can_be_explained_by_their_id(papers: Path) -> None:
    result = json.loads(run("compare", "one.txt", "two.txt", "-f", "json", cwd=papers).stdout)
    for finding in result["findings"]:
        done = run("explain", finding["id"], "one.txt", "two.txt", cwd=papers)
        assert done.returncode == 0 and finding["id"] in done.stdout.decode()


def test_a_quote_of_one_report_alone_can_be_explained(papers: Path) -> None:
    (quote,) = run("quotes", "one.txt", "-f", "jsonl", cwd=papers).stdout.decode().splitlines()
    done = run("explain", json.loads(quote)["id"], "one.txt", cwd=papers)
    assert done.returncode == 0 and "one.txt:1:73" in done.stdout.decode()
    assert b"needs two reports" in run("explain", "U-000000", "one.txt", cwd=papers).stderr


def test_a_unique_claim_is_explained_by_what_comes_nearest(papers: Path) -> None:
    (papers / "three.txt").write_text(
        "The Marlow bridge opened. Gulls sat on an old buoy near Norvik.\n", "utf-8"
    )
    found = json.loads(run("compare", "two.txt", "three.txt", "-f", "json", cwd=papers).stdout)["findings"]
    (id,) = [f["id"] for f in found if f["kind"] == "unique" and "old bell" in f["spans"][0]["text"]]
    said = run("explain", id, "two.txt", "three.txt", cwd=papers).stdout.decode()
    assert said.startswith(f"{id}   unique\n") and 'nearest       three 1:27 "Gulls sat on an old' in said


@pytest.mark.parametrize("form", ["text", "json", "lines"])
def test_the_same_bytes_whatever_the_hash_seed(form: str) -> None:
    one, two = (process("compare", "-q", "-f", form, env={"PYTHONHASHSEED": n}).stdout for n in ("1", "77"))
    assert one == two


def test_the_library_gives_the_same_values() -> None:
    shown = json.loads(run("compare", "-q", "-f", "json").stdout)
    assert json.loads(json.dumps(as_dict(compare(load())))) == shown


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        (["event"], "Ada Holm"),
        (["event/manifest.yml"], "Ada Holm"),
        (["event", "one.txt"], "Ada Holm"),
        (["event/a.txt", "event/b.txt"], "Holm"),
    ],
)
def test_reports_of_one_manifest_lend_each_other_names(papers: Path, asked: list[str], speaker: str) -> None:
    folder = papers / "event"
    folder.mkdir()
    (folder / "a.txt").write_text("“We rebuild,” said Ada Holm, the mayor.\n", "utf-8")
    (folder / "b.txt").write_text("“We will not wait,” Holm said on Monday.\n", "utf-8")
    (folder / "manifest.yml").write_text("documents: [{path: a.txt, id: a}, {path: b.txt, id: b}]\n", "utf-8")
    shown = run("quotes", *asked, "-f", "jsonl", cwd=papers).stdout.decode().splitlines()
    assert [json.loads(q)["speaker"] for q in shown if "wait" in q] == [speaker]
    found = quotes(load([str(papers / path) for path in asked]))
    assert [q.speaker for q in found] == [json.loads(q)["speaker"] for q in shown]


def test_importing_the_command_imports_nothing_heavy() -> None:
    probe = (
        "import sys; import treatydiff.__main__, treatydiff.cli; "
        "print(sorted({'rich', 'yaml', 'rapidfuzz', 'nupunkt', 'treatydiff.pipeline'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, env=ENV, check=False)
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.parametrize(
    ("form", "banned"),
    [
        ("json", {"rich", "jinja2", "numpy", "pydantic", "treatydiff.renderers.text"}),
        ("text", {"rich", "jinja2", "numpy", "pydantic"}),
    ],
)
def test_what_a_comparison_imports(form: str, banned: set[str]) -> None:
    probe = (
        "import sys; from treatydiff.cli import run; "
        f"run(['compare', '-q', '-f', '{form}', '-o', '{os.devnull}']); "
        f"print(sorted({banned!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, env=ENV, check=False)
    assert done.stdout.decode().strip() == "[]", done.stderr


def wait_until_read(process: subprocess.Popen[bytes]) -> None:
    """Write to a process and wait until it has taken that from the pipe, however busy the machine is."""
    assert process.stdin
    process.stdin.write(b"The gate opened.")
    process.stdin.flush()
    left = bytearray(4)
    end = time.monotonic() + 60
    while fcntl.ioctl(process.stdin, termios.FIONREAD, left) == 0 and any(left):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_ctrl_c_while_reading_standard_input_is_130() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "treatydiff", "quotes", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV,
        preexec_fn=interruptible,
    ) as process:  # fmt: skip
        wait_until_read(process)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read() if process.stderr else b""
        assert process.wait(60) == 130
        assert b"Traceback" not in said


def test_standard_input_is_read_only_when_asked_for(papers: Path) -> None:
    done = run("compare", "one.txt", "-", "-f", "json", cwd=papers, stdin=TWO.encode())
    assert [d["path"] for d in json.loads(done.stdout)["documents"]] == ["one.txt", "-"]


def test_what_cannot_be_read_is_said_and_the_rest_is_done(papers: Path) -> None:
    done = run("compare", "one.txt", "gone.txt", "two.txt", "-f", "json", cwd=papers)
    assert done.returncode == 2 and b"gone.txt: no such file" in done.stderr
    assert [d["path"] for d in json.loads(done.stdout)["documents"]] == ["one.txt", "two.txt"]
    done = run("quotes", "one.txt", "gone.txt", cwd=papers)
    assert done.returncode == 2 and done.stdout and b"gone.txt" in done.stderr


def test_a_manifest_reaches_no_file_outside_its_folder(papers: Path) -> None:
    (papers / "in").mkdir()
    rows = "documents:\n- {path: ../one.txt, id: a}\n- {path: ../two.txt, id: b}\n"
    (papers / "in" / "event.yaml").write_text(rows, "utf-8")
    done = run("compare", "in/event.yaml", cwd=papers)
    assert done.returncode == 2 and b"outside the manifest's folder" in done.stderr
    assert run("compare", "in/event.yaml", "--allow-outside", cwd=papers).returncode == 0
