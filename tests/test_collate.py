"""Findings out of links: groups, unique claims, order; all texts are invented."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from treatydiff import collate
from treatydiff.groups import grouped, key
from treatydiff.model import Claim, Comparison, Document, Link, Options, Span
from treatydiff.pipeline import compare

FIRE_A = """\
Fire guts the Marlow paper mill
The Marlow paper mill burned down on Friday night, fire chief Ada Quent said.
Nobody was hurt in the blaze at the Marlow paper mill.
The mill opened in 1911.
"""
FIRE_B = """\
Blaze destroys Marlow mill
Fire chief Ada Quent said the Marlow paper mill burned down on Friday night.
Insurance will cover two thirds of the damage.
"""


def run(*texts: str, threshold: float = 55) -> Comparison:
    """The comparison of texts named a, b, c …"""
    documents = [Document(i, i.upper(), t) for i, t in zip("abcdef", texts, strict=False)]
    return compare(documents, Options(threshold=threshold))


def told(comparison: Comparison, kind: str) -> list[tuple[str, ...]]:
    """The words of each finding of a kind."""
    texts = {r.document.id: r.document.text for r in comparison.readings}
    return [
        tuple(texts[p.document][p.span.start : p.span.end] for p in f.places)
        for f in comparison.findings
        if f.kind == kind
    ]


def test_each_body_passage_is_in_a_finding() -> None:
    result = run(FIRE_A, FIRE_B)
    covered = {(p.document, p.span) for f in result.findings for p in f.places}
    for reading in result.readings:
        for claim in reading.claims:
            assert (claim.document, claim.span) in covered or claim.kind == "headline"


def test_a_text_and_itself_share_each_sentence_with_itself() -> None:
    result = run(FIRE_A, FIRE_A)
    assert {f.kind for f in result.findings} == {"shared"}
    assert all(len(set(words)) == 1 for words in told(result, "shared"))


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ("a1-b1:90 a1-b2:70", ["a1 b1 b2"]),
        ("a1-b1:90 a1-b2:80 a2-b2:70", ["a1 a2 b1 b2"]),
        ("a1-b1:90 a1-b2:80 a1-b3:75 a2-b3:70", ["a1 a2 b1 b2 b3"]),
        # One link of four makes no chain of two facts.
        ("a1-b1:90 a1-b2:80 a1-b3:77 a2-b4:75 a1-b4:70", ["a1 b1 b2 b3", "a2 b4"]),
        ("a1-b1:90 a1-b2:80 a1-b3:75 a1-b4:72 a2-b4:70", ["a1 b1 b2 b3 b4", "a2 b4"]),
    ],
)
def test_claims_that_are_alike_as_groups_are_one_finding(links: str, groups: list[str]) -> None:
    made = []
    for text in links.split():
        ends, score = text.split(":")
        left, right = (Claim(e[0], int(e[1:]), 0, Span(0, 1), "body", "x", ()) for e in ends.split("-"))
        made.append(Link(left, right, float(score)))
    found = [{key(c) for k in group for c in (k.left, k.right)} for group in grouped(made, borne_out=0.3)]
    assert sorted(" ".join(f"{d}{n}" for d, n in sorted(g)) for g in found) == groups


def test_changing_sides_changes_nothing_but_the_order() -> None:
    there = compare([Document("a", "A", FIRE_A), Document("b", "B", FIRE_B)])
    back = compare([Document("b", "B", FIRE_B), Document("a", "A", FIRE_A)])
    assert {(f.id, f.kind, f.score) for f in there.findings} == {
        (f.id, f.kind, f.score) for f in back.findings
    }


def test_a_document_with_nothing_in_common_is_all_unique() -> None:
    result = run("Rain fell all night.", "Cats purr when pleased.")
    assert told(result, "unique") == [("Rain fell all night.",), ("Cats purr when pleased.",)]


def test_findings_with_one_id_by_chance_are_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = len(run(FIRE_A, FIRE_B).findings)
    monkeypatch.setattr(collate, "finding_id", lambda *_: "X-000000")
    assert len(run(FIRE_A, FIRE_B).findings) == usual


def test_three_documents_that_state_a_fact_are_in_one_finding() -> None:
    result = run(FIRE_A, FIRE_B, FIRE_A.replace("Nobody was hurt", "Two were hurt"))
    assert any({p.document for p in f.places} == {"a", "b", "c"} for f in result.findings)


def test_copies_are_counted() -> None:
    result = run(FIRE_A, "Wire report\n" + FIRE_A.split("\n", 1)[1])
    assert [tuple(c) for c in result.copied] == [("a", "b", 3, 4, 3, 4)]


def test_stories_that_do_not_belong_together_are_noted() -> None:
    result = run(FIRE_A, "The Orsk chess open went to a newcomer.\nShe won all nine games.")
    assert [note for note in result.notes if "different stories" in note]
    assert not [note for note in run(FIRE_A, FIRE_B).notes if "different stories" in note]
    several = run(FIRE_A, "The Orsk chess open went to a newcomer.\nShe won all nine games.", FIRE_B)
    assert [note.rpartition(" (")[0] for note in several.notes] == [
        "these look like 2 different stories: A, C; B"
    ]


def test_how_each_two_of_three_documents_relate_is_told() -> None:
    result = run(FIRE_A, FIRE_B, FIRE_A)
    assert {p for f in result.findings if f.kind == "shared" for p in f.pairs} >= {("a", "c", "copied")}


def test_nothing_depends_on_the_order_of_sets() -> None:
    program = (
        "from tests.test_collate import FIRE_A, FIRE_B, run\n"
        "print([(f.id, f.score, f.places) for f in run(FIRE_A, FIRE_B).findings])"
    )
    root = Path(__file__).parents[1]
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
