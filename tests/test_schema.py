"""Every JSON output is what the shipped schema says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import treatydiff
from builders import document, finding, harbour, place, quote, reading, run
from treatydiff.drift import Change, Drift
from treatydiff.model import Claim, Comparison, Copied, Name, Options, Quantity, Span, TimeSpan
from treatydiff.renderers import Sheet, View
from treatydiff.renderers import json as as_json
from treatydiff.renderers import jsonl as as_jsonl

EXTRA: dict[Any, Any] = {
    "section": "world",
    "seen": date(2031, 5, 6),
    "rank": float("nan"),
    3: [{"x": (1, True)}],
}
SCHEMA = json.loads((Path(treatydiff.__file__).parent / "schema.json").read_text("utf-8"))


def check(value: Any, part: str) -> None:
    """Hold a value against one of the schema's definitions."""
    Draft202012Validator({**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{part}"}]}).validate(value)


def test_the_schema_is_a_schema_and_is_printed_whole() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(run("schema").stdout) == SCHEMA


def rich() -> Comparison:
    """Every kind of record at once."""
    result = harbour()
    a = result.readings[0].document
    inner = finding("C-77", "contradiction", place(a, "signed"), place(a, "stayed"), type="number")
    said = quote(a, "We waited long,", None, None, resolution="none", channel="Wire", chain=("x", "Wire"))
    first = replace(result.readings[0], quotes=(said,), document=replace(a, extra=EXTRA))
    clash = replace(result.findings[0], pairs=(("coast", "bay", "contradiction"),))
    return replace(
        result,
        readings=(first, result.readings[1]),
        internal=(inner,),
        copied=(Copied("coast", "bay", 1, 2, 1, 1),),
        notes=("coast and bay look alike",),
        findings=(clash, *result.findings[1:]),
        options=Options(30, frozenset({"status"}), frozenset({"date"})),
    )


def test_a_comparison() -> None:
    value = json.loads("\n".join(as_json.comparison(rich(), View())))
    check(value, "comparison")
    handed_through = {key: value["documents"][0][key] for key in ("section", "seen", "rank", "3")}
    assert handed_through == {"section": "world", "seen": "2031-05-06", "rank": None, "3": [{"x": [1, True]}]}
    assert value["findings"][0]["reasons"][0]["harmless"]


def test_each_jsonl_record() -> None:
    records = [json.loads(line) for line in as_jsonl.comparison(rich(), View())]
    for record in records:
        check(record, "record")
    assert [r["record"] for r in records] == ["document"] * 2 + ["finding"] * 6 + ["quote", "summary"]
    assert records[-1]["unique"] == {"coast": 1, "bay": 1}


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda v: v["findings"][0].update(kind="clash"), "comparison"),
        (lambda v: v["findings"][0].update(type=None), "comparison"),
        (lambda v: v["findings"][0].pop("spans"), "comparison"),
        (lambda v: v["findings"][0]["spans"][0].update(line=0), "comparison"),
        (lambda v: v["quotes"][0].update(resolution="guess"), "comparison"),
        (lambda v: v.pop("summary"), "comparison"),
    ],
)
def test_the_schema_refuses_what_is_wrong(change: Any, part: str) -> None:
    value = json.loads("\n".join(as_json.comparison(rich(), View())))
    change(value)
    with pytest.raises(ValidationError):
        check(value, part)


def claim_sheet() -> Sheet:
    """A claim with an open figure, a date and a name."""
    d = document("c", "At least 40 boats reached Tarnow Bay on Monday.")
    claim = Claim(
        "c", 0, 0, Span(0, len(d.text)), "body", d.text, (),
        (Quantity(Span(0, 17), 40, float("inf"), "boat"),),
        (TimeSpan(Span(41, 47), "2031-05-05", "2031-05-05", "day"),),
        (Name(Span(26, 36), "place", "Tarnow Bay"),),
    )  # fmt: skip
    said = quote(d, "40 boats", "Ada Holm", None, cue=None)
    return Sheet(reading(d), "c.txt", quotes=(said,), claims=(claim,))


def test_quotes_and_claims() -> None:
    check(json.loads("".join(as_json.quotes([claim_sheet()], View()))), "quotes")
    check(json.loads("".join(as_json.claims([claim_sheet()], View()))), "claims")
    for line in as_jsonl.quotes([claim_sheet()], View()):
        check(json.loads(line), "located_quote")
    for line in as_jsonl.claims([claim_sheet()], View()):
        check(json.loads(line), "located_claim")
        assert json.loads(line)["figures"][0]["high"] is None


def test_the_seed_reports_through_every_command(tmp_path: Path) -> None:
    check(json.loads(run("compare", "-f", "json").stdout), "comparison")
    for line in run("compare", "-f", "jsonl").stdout.decode().split("\n")[:-1]:
        check(json.loads(line), "record")
    check(json.loads(run("quotes", "-f", "json").stdout), "quotes")
    check(json.loads(run("claims", "-f", "json").stdout), "claims")
    for command, part in (("quotes", "located_quote"), ("claims", "located_claim")):
        for line in run(command, "-f", "jsonl").stdout.decode().split("\n")[:-1]:
            check(json.loads(line), part)


def test_batch_lines(tmp_path: Path) -> None:
    texts = [{"id": "a", "text": "The gate opened on Monday."}, {"id": "b", "text": "The gate opened late."}]
    (tmp_path / "e.jsonl").write_text(json.dumps({"id": "e-1", "documents": texts}) + "\n", "utf-8")
    (line,) = run("batch", "e.jsonl", "-f", "jsonl", cwd=tmp_path).stdout.decode().split("\n")[:-1]
    check(json.loads(line), "comparison")
    assert json.loads(line)["event"] == "e-1"


def test_spans_give_back_their_text_line_and_column() -> None:
    text = "one\r\ntwo\rthree\nfour\x0bfive\u2028six"
    assert [as_json.position(text, text.index(w)) for w in ("one", "two", "three", "four", "six")] == [
        (1, 1), (2, 1), (3, 1), (4, 1), (4, 11),
    ]  # fmt: skip


def test_drift() -> None:
    a, b = document("a", "“We will,” Ada Holm said."), document("b", "Ada Holm said they can.")
    one = quote(a, "We will,", "Ada Holm", "Ada Holm")
    two = quote(b, "they can", "Ada Holm", "Ada Holm", kind="indirect")
    found = [Drift(one, two, 0.5, True, False, (Change("modal", one.span, two.span),))]
    check(json.loads("".join(as_json.drifts(found, [reading(a), reading(b)], View()))), "drifts")
    for line in as_jsonl.drifts(found, [reading(a), reading(b)], View()):
        check(json.loads(line), "drift")


def test_the_example_in_the_documents_is_a_finding() -> None:
    page = (Path(__file__).parents[1] / "docs" / "json.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    check(json.loads(example), "finding")
