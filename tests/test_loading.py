"""Files, folders, manifests and standard input → documents: whole, safe, or a message that says why not."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import ENV, run
from treatydiff import compare, safeyaml
from treatydiff.decoding import decode
from treatydiff.errors import InputError
from treatydiff.loading import event, letters, load, tell_apart
from treatydiff.model import Document, Limits, Options
from treatydiff.readers import md, txt
from treatydiff.rows import row_of
from treatydiff.safeyaml import read_yaml

ONE = "The Marlow bridge opened on Monday after two years. Mayor Ada Holm said it cost 40 crowns.\n"
TWO = "The Marlow bridge, two years late, opened on Monday. Divers found an old bell.\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two reports of one event."""
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(TWO, "utf-8")
    return tmp_path


def only(path: Path, **options: Any) -> Document:
    (document,) = load([str(path)], **options)
    return document


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        pytest.param("Zoë “went”.".encode(), "Zoë “went”.", "", id="UTF-8"),
        pytest.param("\ufeffZoë went.".encode(), "Zoë went.", "", id="UTF-8 with a mark"),
        pytest.param("\ufeffZoë went.".encode("utf-16-le"), "Zoë went.", "", id="UTF-16, little end first"),
        pytest.param("\ufeffZoë went.".encode("utf-16-be"), "Zoë went.", "", id="UTF-16, big end first"),
        pytest.param(b"Zo\xeb \x93went\x94.", "Zoë “went”.", "read as Windows-1252", id="Windows-1252"),
        pytest.param("“Zoë” went. Né".encode()[:-1], "“Zoë” went. N\ufffd", "at byte 18", id="a torn end"),
        pytest.param(b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n", "", id="line ends as they are"),
        pytest.param(b"A \x1b[31mred\x1b[0m word.", "A \x1b[31mred\x1b[0m word.", "", id="escape sequences"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str, note: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    document = only(tmp_path / "a.txt")
    assert document.text == text
    assert [note in n and "a.txt" in n for n in document.notes] == ([True] if note else [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary data"),
        (bytes(range(256)), "binary data"),
        (b"\x01\x02\x03\x04 text", "binary data"),
        ("Zoë".encode("utf-16-le"), "UTF-16 needs its byte-order mark"),
        ("Zoë went.".encode("utf-32"), "UTF-32"),
        (b"\xff\xfeA\x00\xff", "not valid UTF-16 at byte"),
        (b"caf\xe9 \x81\x8d", "neither UTF-8 (byte 3) nor Windows-1252 (byte 5)"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"<!DOCTYPE html><p>Hello.</p>", "an HTML page"),
        (b"---\ntitle: x\n", "front matter that never ends"),
        (b"---\ntitle: x\n---\n \n", "nothing but front matter"),
        (b"---\ntitle: [x\n---\nText.\n", ":3:1: not valid YAML"),
        (b"---\ndate: tomorrow\n---\nText.\n", ":2:7: date 'tomorrow' is not a date"),
        (b"---\nid: a\nlanguage: 7\n---\nText.\n", ":3:11: language must be a text, not a number"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError) as error:
        only(tmp_path / "a.txt")
    said = str(error.value)
    assert message in said and "a.txt" in said and "\n" not in said


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, notes = decode(data, "a.txt")
    except InputError as error:
        assert "a.txt" in str(error)
        return
    assert "\x00" not in text or data[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert len(notes) <= 1


def test_front_matter_is_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    text = (
        "---\nlabel: Coastline\ndate: 2031-05-05 10:15:00 +01:00\noutlet: The Coast\nbased_on: Wire\n"
        f"language: en-GB\nurl: coast.example/1\nauthor: Ada Holm\nrank: 3\n---\n{ONE}"
    )
    (tmp_path / "a.md").write_text(text, "utf-8")
    d = only(tmp_path / "a.md")
    assert (d.label, d.published, d.outlet, d.based_on) == (
        "Coastline",
        date(2031, 5, 5),
        "The Coast",
        ("Wire",),
    )
    assert (d.language, d.url, d.extra) == ("en", "coast.example/1", {"author": "Ada Holm", "rank": 3})
    assert d.text == text and d.content is not None
    assert text[d.content.start : d.content.end].strip() == ONE.strip()


@pytest.mark.parametrize(
    "text",
    [
        "---\nA report may begin with a rule.\n---\nAnd have another.\n",
        "--- a dash, then words\n---\n",
        "----\nkey: value\n----\n",
        "A report.\n---\nkey: value\n---\n",
        "---\n",
    ],
)
def test_a_rule_of_hyphens_is_no_front_matter(text: str) -> None:
    assert txt.read(text, "a.txt").span == (0, len(text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_with_any_line_end(end: str) -> None:
    text = end.join(["---", "label: Coastline", "---", "The pier closed.", ""])
    found = txt.read(text, "a.txt")
    assert found.meta == {"label": "Coastline"}
    assert text[found.span.start : found.span.end].strip() == "The pier closed."


def test_markdown_says_what_is_heading_and_picture() -> None:
    text = (
        "# Pier to *close* #\n\n![The pier](pier.jpg)\n\nThe pier closed.\n\nWhat next\n---------\n\n***\n\n"
        "- One rope\n\n## Why\n\n<!-- not\nthis -->\n[1]: https://pier.example\n"
        "| a | b |\n|---|---|\n```\ncode\n```\n"
    )
    found = {text[b.span.start : b.span.end]: b.kind for b in md.read(text, "a.md").blocks}
    assert {k: v for k, v in found.items() if v} == {
        "Pier to *close*": "headline", "The pier": "caption", "What next": "crosshead", "Why": "crosshead",
    }  # fmt: skip
    left_out = {k for k, v in found.items() if v is None}
    assert left_out >= {
        "---------",
        "***",
        "<!-- not\nthis -->",
        "[1]: https://pier.example",
        "|---|---|",
        "```",
    }
    blocks = md.read(text, "a.md").blocks
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("documents:\n- {path: gone.txt, id: a}\n", "gone.txt: no such file (did you mean "),
        ("documents:\n- {path: one.txt, date: 2031-13-45}\n", ":2:25: date '2031-13-45' is not a date"),
        ("documents:\n- path: one.txt\n  id: [x]\n", "event.yaml:3:7: id must be a text, not a list"),
        ("documents:\n- path: 1.5\n", "event.yaml:2:9: path must be a text, not a number"),
        ("documents:\n- {id: a}\n", "event.yaml:2:3: neither path nor text is given"),
        ("documents:\n- {path: one.txt, text: Hello.}\n", "event.yaml:2:10: path and text are both given"),
        ("documents:\n- {text: ''}\n", "event.yaml:2:3: is empty"),
        ("documents:\n- one.txt\n", "event.yaml:2:3: each document is a mapping"),
        ("documents: {path: one.txt}\n", ":1:12: a manifest is a mapping whose documents are a list"),
        ("documents: []\n", "event.yaml:1:12: a manifest"),
        ("- one.txt\n", "event.yaml: a manifest"),
        ("", "event.yaml: a manifest"),
        ("documents:\n- {path: one.txt\n", "event.yaml:3:1: not valid YAML"),
        ("documents:\n\t- path\n", "event.yaml:2:1: not valid YAML"),
        ("documents: &a\n- *a\n", "event.yaml:2:3: *a stands within its own value"),
        ("documents: " + "[" * 50_000, "not valid YAML"),
        ("documents:\n" + "- " * 50_000, "event.yaml:2:39: nested more than 20 levels deep"),
        ("documents: !!python/object:os.system x\n", "event.yaml:1:12: not valid YAML"),
        ("documents:\n- {path: ../x.txt}\n", ":2:10: ../x.txt lies outside the manifest's folder"),
        ("documents:\n- {path: /etc/hostname}\n", "/etc/hostname lies outside the manifest's folder"),
        ("documents:\n- {path: link.txt}\n", "link.txt lies outside the manifest's folder"),
        ("documents:\n- {path: \"a\\0b\"}\n", "event.yaml"),
        ("documents:\n- {text: A., id: a}\n- {text: B., id: a}\n", ":3:18: the id a is given twice"),
    ],
)  # fmt: skip
def test_manifests_that_are_wrong(papers: Path, rows: str, message: str) -> None:
    (papers.parent / "outside.txt").write_text("Secret.", "utf-8")
    (papers / "link.txt").symlink_to(papers.parent / "outside.txt")
    (papers / "event.yaml").write_text(rows, "utf-8")
    with pytest.raises(InputError) as error:
        load([str(papers / "event.yaml")])
    said = str(error.value)
    assert message in said and "\n" not in said and len(said) < 500 and "Secret" not in said


def test_aliases_that_explode_are_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    merges = ["b0: &b0 {x: 1}", *(f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}" for n in range(1, 40))]
    for text in ("\n".join(lines), "\n".join(merges)):
        begun = time.process_time()
        with pytest.raises(InputError, match="aliases written out"):
            read_yaml(text, "event.yaml")
        assert time.process_time() - begun < 2


def test_aliases_that_do_not_are_fine() -> None:
    read = read_yaml("base: &b {date: 2031-05-05}\none: {<<: *b, id: a}\nn: 0x1f\nlong: 1:2" + ":3" * 50, "e")
    assert read.value["one"] == {"date": "2031-05-05", "id": "a"}
    assert read.value["n"] == 31 and isinstance(read.value["long"], str)


@pytest.mark.parametrize(
    "text",
    [
        '{"documents": [{"path": "a.txt", "date": "2031-05-06", "ok": true, "url": null}], "documents": []}',
        '{\n  "a": {"b": ["c", "#d", "e: f"]},\n  "<<": "g", "": ""\n}\n',
        '{"n": 1e5, "m": 010, "o": 1.50, "p": -0, "q": 12345678901234567890123456789012345678901234567890}',
        '{"a": "\\u0041 \\t", "b": "é"}',
    ],
)
def test_what_is_json_is_read_as_yaml_is(text: str) -> None:
    read, usual = read_yaml(text, "event.yaml"), safeyaml._read(text, "event.yaml", 1)
    assert read.value == usual.value and dict(read.spots) == usual.spots


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.text(max_size=9), st.one_of(st.text(max_size=9), st.booleans(), st.none())))
def test_any_json_is_read_as_yaml_is(value: dict[str, object]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    if (read := safeyaml._json(text)) is not None:
        assert read == safeyaml._read(text, "event.yaml", 1).value == value


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text("[]{}:,-&*!|>'\"#?ab0 \n\t~<", max_size=120)))
def test_any_yaml_is_read_or_refused(text: str) -> None:
    try:
        read_yaml(text, "event.yaml")
    except InputError as error:
        assert "event.yaml" in str(error)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": 7}, "text must be a text, not a number"),
        ({"text": None}, "neither path nor text"),
        ({"text": "A.", "id": ""}, "id must not be empty"),
        ({"text": "A.", "id": True}, "id must be a text, not true or false"),
        ({"text": "A.", "label": {}}, "label must be a text, not a mapping"),
        ({"text": "A.", "date": 20310505}, "date 20310505 is not a date"),
        ({"text": "A.", "date": "2031-5-5"}, "date '2031-5-5' is not a date"),
        ({"text": "A.", "date": "9999-12-31"}, "YYYY-MM-DD, of a year from 1000 to 8999"),
        ({"text": "A.", "url": []}, "url must be a text, not a list"),
        ({"text": "A.", "language": "English!"}, "language 'English!' is not a code"),
        ({"text": "A.", "based_on": [1.5]}, "based_on must be a text, not a number"),
        ({"path": "-"}, "standard input cannot be"),
        ({"path": "../a.txt"}, "../a.txt lies outside the events' folder"),
        ("A.", "each document is a mapping"),
        (None, "each document is a mapping with path or text, not nothing"),
    ],
)  # fmt: skip
def test_rows_of_a_batch_that_are_wrong(tmp_path: Path, row: Any, message: str) -> None:
    with pytest.raises(InputError) as error:
        event([row, {"text": "B."}], tmp_path)
    assert message in str(error.value)


def test_null_stands_for_nothing_and_unknown_keys_are_kept() -> None:
    row = row_of({"text": "A.", "date": None, "id": 7, "rank": 3, 5: "five"}, lambda key: "here")
    assert (row.date, row.id, row.extra) == (None, "7", {"rank": 3, "5": "five"})


def test_ids_and_labels(papers: Path) -> None:
    (papers / "event.yaml").write_text(
        "documents:\n- {path: one.txt, id: B, outlet: Post}\n"
        "- {path: two.txt, outlet: Post}\n- {text: Third.}\n",
        "utf-8",
    )
    found = load([str(papers / "event.yaml"), str(papers / "one.txt"), str(papers / "one.txt")])
    assert [d.id for d in found] == ["B", "C", "D", "E", "F"]
    assert [d.label for d in found] == ["Post (B)", "Post (C)", "D", "one (E)", "one (F)"]
    assert [letters(n) for n in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_a_label_that_looks_like_one_made_here_is_told_apart() -> None:
    found = tell_apart([Document("a", "X", ""), Document("b", "X", ""), Document("c", "X (a)", "")])
    assert len({d.label for d in found}) == 3


def test_an_unreadable_document_keeps_the_ids_of_the_others(papers: Path) -> None:
    said: list[str] = []
    found = load([str(papers / n) for n in ("one.txt", "gone.txt", "two.txt")], report=said.append)
    assert [d.id for d in found] == ["A", "C"] and len(said) == 1 and "gone.txt" in said[0]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "page.html",
            b"<p>Hello.</p>",
            "an HTML page is not read (save the report as plain text or Markdown)",
        ),
        ("paper.docx", b"PK", "is not read"),
        ("events.jsonl", b"{}", "for treatydiff batch"),
        ("data.json", b"{}", "a data file is not read"),
    ],
)
def test_other_formats(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as error:
        only(tmp_path / name)
    assert message in str(error.value) and name in str(error.value)


def test_folders(papers: Path) -> None:
    (papers / "three.md").write_text(f"# Bridge\n\n{ONE}\n{TWO}", "utf-8")
    for name in (".hidden.txt", "page.html", "notes.csv"):
        (papers / name).write_text("x", "utf-8")
    (papers / "folder.txt").mkdir()
    assert [Path(d.path or "").name for d in load([str(papers)])] == ["one.txt", "three.md", "two.txt"]
    (papers / "manifest.yaml").write_text("documents:\n- {path: two.txt, id: x}\n", "utf-8")
    assert [d.id for d in load([str(papers)])] == ["x"]
    (papers / "empty").mkdir()
    with pytest.raises(InputError, match=r"empty: a folder without reports to read \(their names end in"):
        load([str(papers / "empty")])


def test_a_file_without_a_known_ending_is_text(papers: Path) -> None:
    for name in ("report", "report.2031"):
        (papers / name).write_text(ONE, "utf-8")
        assert only(papers / name).text == ONE


def test_standard_input_is_read_once(papers: Path) -> None:
    done = run("compare", "-", "one.txt", "-f", "json", cwd=papers, stdin=TWO.encode())
    assert done.returncode == 0
    assert [d["path"] for d in json.loads(done.stdout)["documents"]] == ["-", "one.txt"]
    twice = run("compare", "-", "one.txt", "-", "-f", "json", cwd=papers, stdin=TWO.encode())
    assert twice.returncode == 2 and b"standard input can be read only once" in twice.stderr
    assert len(json.loads(twice.stdout)["documents"]) == 2


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["compare", "one.txt", "two.txt", "--limit", "characters=10"], "one.txt: more than 10 characters"),
        (["compare", "one.txt", "two.txt", "--limit", "documents=1"], "more than 1 documents (--limit"),
        (["compare", "one.txt", "two.txt", "--limit", "passages=3"], "4 passages to compare, more than 3"),
        (["compare", "one.txt", "two.txt", "--limit", "words=3"], "--limit words=3: no such limit"),
        (["compare", "one.txt", "two.txt", "--limit", "passages=-1"], "must be a whole number"),
        (["compare", "one.txt", "two.txt", "--limit", "passages"], "must be LIMIT=VALUE"),
        (["compare", "nothing"], "nothing: a folder without reports"),
        (["compare", "one.txt", "two.txt", "--pack", "gone.yaml"], "gone.yaml: No such file"),
        (["compare", "one.txt", "two.txt", "--pack", "one.txt"], "one.txt"),
        (["compare", "event.yaml", "-o", "event.yaml"], "event.yaml: is an input"),
        (["compare", ".", "-o", "two.txt"], "two.txt: is an input"),
        (["compare", "event.yaml", "two.txt", "-o", "binary.txt"], "binary.txt: is an input"),
    ],
)  # fmt: skip
def test_bad_usage_is_told_and_costs_nothing(papers: Path, args: list[str], message: str) -> None:
    (papers / "nothing").mkdir()
    (papers / "binary.txt").write_bytes(b"\x00\x01")
    rows = "documents:\n- {path: one.txt, id: a}\n- {path: two.txt, id: b}\n- {path: binary.txt}\n"
    (papers / "event.yaml").write_text(rows, "utf-8")
    before = {p.name: p.read_bytes() for p in papers.iterdir() if p.is_file()}
    done = run(*args, cwd=papers)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2 and done.stdout == b""
    assert any(message in line for line in lines)
    assert all(line.startswith("treatydiff: ") for line in lines)
    assert {p.name: p.read_bytes() for p in papers.iterdir() if p.is_file()} == before


def test_what_can_be_done_is_done(papers: Path) -> None:
    (papers / "bad.txt").write_bytes(b"\x00")
    done = run("compare", ".", "-f", "json", cwd=papers)
    assert done.returncode == 2 and b"bad.txt: binary data" in done.stderr
    assert [d["label"] for d in json.loads(done.stdout)["documents"]] == ["one", "two"]
    (papers / "two.txt").unlink()
    assert run("compare", ".", cwd=papers).stdout == b""
    one = run("quotes", ".", "-f", "json", cwd=papers)
    assert one.returncode == 2 and len(json.loads(one.stdout)["documents"]) == 1


def test_metadata_reaches_the_json(papers: Path) -> None:
    rows = (
        "documents:\n- {path: one.txt, id: a, outlet: Post, url: post.example, based_on: [Wire],\n"
        "   desk: {city: 3}}\n"
        "- {path: two.txt, id: b, record: x, passages: 99, notes: z}\n"
    )
    (papers / "event.yaml").write_text(rows, "utf-8")
    first, second = json.loads(run("compare", "event.yaml", "-f", "json", cwd=papers).stdout)["documents"]
    assert (first["outlet"], first["url"], first["based_on"]) == ("Post", "post.example", ["Wire"])
    assert first["desk"] == {"city": 3} and first["language"] == "en"
    assert second["passages"] == 2 and second["notes"] == [] and second["record"] == "x"
    lines = run("compare", "event.yaml", "-f", "jsonl", cwd=papers).stdout.splitlines()
    assert [json.loads(line)["record"] for line in lines[:2]] == ["document", "document"]


def test_a_fallback_and_an_unknown_language_are_told(papers: Path) -> None:
    (papers / "latin.txt").write_bytes("The caf\xe9 opened on Monday.\n".encode("cp1252"))
    strange = "Tilmur sabo renata kelvi dorsam untol braska menit falur. " * 8
    (papers / "strange.txt").write_text(strange, "utf-8")
    (papers / "event.yaml").write_text(
        "documents:\n- {path: one.txt, language: xx}\n- {path: two.txt}\n", "utf-8"
    )
    done = run("compare", "latin.txt", "strange.txt", cwd=papers)
    assert done.returncode == 0
    assert b"latin.txt: not valid UTF-8; read as Windows-1252" in done.stderr
    assert b"strange.txt: does not look like en" in done.stderr
    assert b"no language pack for 'xx'" in run("compare", "event.yaml", cwd=papers).stderr
    assert b"Windows" not in run("compare", "-q", "latin.txt", "two.txt", cwd=papers).stderr


def test_dates_and_labels_that_users_give(papers: Path) -> None:
    done = run("compare", "one.txt", "two.txt", "-L", "A=Post", "-L", "B=Post", "--date", "A=2031-05-05",
               "-f", "json", cwd=papers)  # fmt: skip
    documents = json.loads(done.stdout)["documents"]
    assert [d["label"] for d in documents] == ["Post (A)", "Post (B)"]
    assert [d["date"] for d in documents] == ["2031-05-05", None]


def test_the_text_gives_its_own_date_where_nobody_else_does(papers: Path) -> None:
    (papers / "dated.txt").write_text(f"date 2031-05-05 {ONE}", "utf-8")
    assert only(papers / "dated.txt").published == date(2031, 5, 5)
    (papers / "event.yaml").write_text("documents:\n- {path: dated.txt, date: 2031-06-01}\n", "utf-8")
    assert only(papers / "event.yaml").published == date(2031, 6, 1)


def test_limits_of_the_library() -> None:
    documents = [Document("a", "A", ONE), Document("b", "B", TWO)]
    with pytest.raises(InputError, match="more than 3 "):
        compare(documents, Options(limits=Limits(passages=3)))
    assert compare(documents).findings


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "---\n" + "key: value\n" * (n // 11),
        lambda n: "---\nkey: value\n" + "-\n" * (n // 2),
        lambda n: "---\nkey: " + "a " * (n // 2) + "\n---\nText.\n",
        lambda n: "#" * n,
        lambda n: "# a" + "#a" * (n // 2),
        lambda n: "-" * n + "|x",
        lambda n: "- " * (n // 2) + "x",
        lambda n: "<!--" * (n // 4),
        lambda n: "![" * (n // 2),
        lambda n: "a\n===\n" * (n // 6),
        lambda n: "[" * n + "]:",
    ],
)
def test_markdown_takes_time_in_proportion(make: Callable[[int], str]) -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        try:
            md.read(make(size), "a.md")
        except InputError as error:
            assert "never ends" in str(error)
        return time.process_time() - begun

    seconds(1_000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 0.3 + 25 * small


MARKUP = st.sampled_from(
    ["# ", "a", "---", "\n", "\r\n", "***", "![x](y)", "<!--", "-->", "```", "===", "| ", "[1]: x", " ",
     "key: v\n", "---\n"]
)  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKUP, max_size=40).map("".join))
def test_blocks_of_markdown_are_in_order(text: str) -> None:
    try:
        found = md.read(text, "a.md")
    except InputError:
        return
    at = found.span.start
    for block in found.blocks:
        assert at <= block.span.start < block.span.end <= found.span.end == len(text)
        at = block.span.end


def test_yaml_is_loaded_only_when_something_is_yaml(papers: Path) -> None:
    code = (
        "import sys; from treatydiff.decoding import decode; from treatydiff.readers import txt, md;"
        "decode(b'Text.', 'a'); txt.read('Text.', 'a'); md.read('# Text', 'a'); import treatydiff.loading;"
        "print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=ENV)
    assert done.stdout.strip() == b"False"


def test_spans_count_the_text_as_loaded(papers: Path) -> None:
    data = b"\xef\xbb\xbf---\r\nlabel: Post\r\n---\r\n" + ONE.replace("\n", "\r\n").encode()
    (papers / "crlf.txt").write_bytes(data)
    done = run("compare", "crlf.txt", "two.txt", "-f", "json", cwd=papers)
    whole = json.loads(done.stdout)
    text = data.decode("utf-8-sig")
    assert whole["documents"][0]["characters"] == len(text)
    spans = [s for f in whole["findings"] for s in f["spans"] if s["document"] == "A"]
    assert spans and all(text[s["start"] : s["end"]] == s["text"] for s in spans)
    assert min(s["line"] for s in spans) == 4
