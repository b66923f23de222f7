"""Nothing that steers a terminal or hides in it gets through, in any format or message."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import document, finding, harbour, place, quote, reading, run
from treatydiff import compare
from treatydiff.model import Comparison, Document, Options
from treatydiff.renderers import Sheet, View, _explain, jsonl, lines, short_names, text
from treatydiff.renderers.json import encode
from treatydiff.safety import _HARMFUL, _HARMLESS, cells, json_safe, visible

HOSTILE = (
    "\x1b]0;owned\x07\x1b[2J\u202eevil\u2066\u200b\ufeff\x9b31m\x00\u2028[bold]x[/bold][link=y]\U000e0041"
)
RAW = [c.encode() for c in "\x1b\x07\x00\x9b\u202e\u2066\u200b\ufeff\u2028\U000e0041"]


def harmless(data: bytes) -> bool:
    """Whether none of the raw characters is there."""
    return not any(raw in data for raw in RAW)


def hostile() -> Comparison:
    """Everything that a document can bring: text, label, path, outlet."""
    bad = f"The {HOSTILE} gate opened."
    a = document("a", bad, label=HOSTILE, path=f"/tmp/{HOSTILE}.txt", based_on=(HOSTILE,))
    b = document("b", bad.replace("opened", "closed"), label="B")
    clash = replace(harbour().findings[0].reasons[0][0], detail=HOSTILE, harmless=HOSTILE, left=(), right=())
    found = finding(
        "C-1", "contradiction", place(a, a.text), place(b, b.text), type="status", explanation=HOSTILE,
        reasons=((clash, "a", "b"),),
    )  # fmt: skip
    said = quote(a, "gate", HOSTILE, None, cue=None, channel=HOSTILE, chain=("x", HOSTILE))
    alone = finding("U-2", "unique", place(b, "gate"))
    return Comparison((reading(a, [said]), reading(b)), (found, alone), (), Options(), (HOSTILE,))


@pytest.mark.parametrize("layout", ["stacked", "side", "inline"])
@pytest.mark.parametrize("width", [80, 120, 200])
def test_text_views_show_escapes(layout: str, width: int) -> None:
    shown = "\n".join(text.comparison(hostile(), View(width, layout=layout)))  # type: ignore[arg-type]
    assert harmless(shown.encode("utf-8", "surrogatepass"))
    assert "\\x1b" in shown and "\\u202e" in shown


def test_rich_markup_in_data_is_text() -> None:
    result = hostile()
    shown = "\n".join(text.comparison(result, View(200, colour=True)))
    assert "[bold]" in shown and "[link=y]" in shown


def test_the_other_views_are_harmless_too() -> None:
    result = hostile()
    sheet = Sheet(result.readings[0], visible(HOSTILE), quotes=result.readings[0].quotes)
    pages = [
        *lines.comparison(result, View()),
        *lines.quotes([sheet], View()),
        *text.quotes([sheet], View(verbose=True)),
        *text.painted(_explain.finding(result.findings[0], result, View()), View()),
        *text.painted(_explain.quote(result.readings[0].quotes[0], result, View()), View()),
    ]
    assert harmless("\n".join(pages).encode())


def test_json_keeps_the_values_and_hides_the_characters() -> None:
    text = encode({"a": HOSTILE, "lone": "\ud800"})
    assert harmless(text.encode()) and json.loads(text) == {"a": HOSTILE, "lone": "\ud800"}


def test_what_is_let_pass_is_harmless() -> None:
    assert re.search(_HARMFUL, "".join(_HARMLESS)) is None


def test_json_that_is_harmless_is_left_alone() -> None:
    assert json_safe('{"a": "Šahin"}\n') == '{"a": "Šahin"}\n'


@pytest.mark.parametrize("text", ["plain", "Šahin Ünal", "日本", "🇮🇷 ✈️", "naïve — “yes”", "\u00a0"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert visible(text) == text and cells(text) > 0


def test_a_file_is_called_by_its_name_whatever_that_holds() -> None:
    odd = document("a", "Gate", path="in/a\x1b[2J\u202e.txt")
    assert short_names([odd, document("b", "Gate", path="in/b.txt")]) == ["a\\x1b[2J\\u202e.txt", "b.txt"]


def test_error_messages_and_file_names(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202e.txt").write_text("The \x1b[31mgate\u202e opened on Monday.", "utf-8")
    (tmp_path / "b.txt").write_text("The gate opened on Monday.", "utf-8")
    for args in (
        ["compare", "a\x1b[2J\u202e.txt", "b.txt"],
        ["compare", "no\x1b[2J\u202e.txt", "b.txt"],
        ["compare", "--select", "\x1b[2J", "b.txt"],
        ["quotes", "a\x1b[2J\u202e.txt", "-s", "\x1b[2J\u202e"],
        ["compare", "--\x1b[2J"],
        ["explain", "\x1b[2J", "a\x1b[2J\u202e.txt", "b.txt"],
    ):
        done = run(*args, cwd=tmp_path)
        assert harmless(done.stdout + done.stderr), args
        assert done.returncode in (0, 2)


PARTS = [
    "The mayor said ",
    "Ada Holm ",
    "12 people ",
    ". ",
    "! ",
    "日本",
    "e\u0301",
    "{left}",
    "{A|B}",
    "x" * 90,
]
BITS = [*HOSTILE, *PARTS, "\ud800", "\r\n", "\n", "\t", "“", '"', "'", " "]
TEXTS = st.lists(st.sampled_from(BITS), max_size=25).map("".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3), TEXTS, st.sampled_from([20, 80, 120, 200]))
def test_whatever_the_documents_hold(texts: list[str], label: str, width: int) -> None:
    documents = [Document(i, label or i, t, f"{label}{i}") for i, t in zip("abc", texts, strict=False)]
    result = compare(documents, Options(threshold=30))
    for layout in ("stacked", "side", "inline"):
        shown = "\n".join(text.comparison(result, View(width, layout=layout)))
        assert harmless(shown.encode())
    for row in lines.comparison(result, View()):
        assert harmless(row.encode()) and "\n" not in row
    for row in jsonl.comparison(result, View()):
        assert harmless(row.encode()) and json.loads(row)
    for found in result.findings[:3]:
        page = text.painted(_explain.finding(found, result, View()), View())
        assert harmless("\n".join(page).encode())
