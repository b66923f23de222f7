"""Labelled pairs of passages with their signs, for fitting and ablating the alignment score.

Two kinds of folder are read:

- **sentences** (the shape into which ECB+ was brought): ``docs.jsonl`` with ``{"id", "text", "sentences":
  [[start, end], ...]}`` and ``pairs.jsonl`` with ``{"topic", "a", "b", "same_event", "cand_a": [sentence
  numbers], "cand_b": [...], "links": [[a, b, label], ...]}``, label "none" where two are not linked;
- **events**: one folder for each event with ``gold.yaml`` (``documents: [{id, file}]``, and under ``shared``,
  ``differences``, ``contradictions`` and ``updates`` items that quote each document, by its words or by
  ``[start, end]``) beside the texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from treatydiff.align.features import Signs
from treatydiff.align.likeness import Profile, profile_of, story_likeness
from treatydiff.language import load_language
from treatydiff.model import Document
from treatydiff.pipeline import read

LINKING = ("shared", "differences", "contradictions", "updates")


@dataclass(frozen=True)
class Example:
    """A pair of passages and whether it tells the same."""

    group: str
    """Topic or event: examples of one group are never on both sides of a split."""
    kind: str
    """"sentences" or "events"."""
    documents: str
    """The two documents."""
    same_event: bool
    story: dict[str, float]
    fact: dict[str, float] | None
    """None where the passages have no word in common."""
    positive: bool


@dataclass(frozen=True)
class _Text:
    spans: list[tuple[int, int]]
    profile: Profile

    def at(self, start: int, end: int) -> int:
        """The passage that holds most of a span."""
        overlaps = [min(end, e) - max(start, s) for s, e in self.spans]
        return overlaps.index(max(overlaps))


def load(folder: Path) -> list[Example]:
    """All examples of a folder, of whichever kind it is."""
    return list(_sentences(folder) if (folder / "docs.jsonl").exists() else _events(folder))


def _read(text: str) -> _Text:
    reading = read(Document("x", "x", text))
    spans = [(p.span.start, p.span.end) for p in reading.passages]
    return _Text(spans, profile_of(reading, load_language("en")))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _sentences(folder: Path) -> Iterator[Example]:
    documents = {r["id"]: r for r in _rows(folder / "docs.jsonl")}
    texts = {name: _read(r["text"]) for name, r in documents.items()}
    for row in _rows(folder / "pairs.jsonl"):
        a, b = texts[row["a"]], texts[row["b"]]
        story, signs = _signs(a, b)
        linked = {(x, y) for x, y, label in row["links"] if label != "none"}
        for x in row["cand_a"]:
            for y in row["cand_b"]:
                cell = (
                    a.at(*documents[row["a"]]["sentences"][x]),
                    b.at(*documents[row["b"]]["sentences"][y]),
                )
                fact = signs.of(*cell) if cell in signs.likeness else None
                group = f"topic {row['topic']}"
                both = f"{row['a']} {row['b']}"
                yield Example(group, "sentences", both, row["same_event"], story, fact, (x, y) in linked)


def _events(folder: Path) -> Iterator[Example]:
    import yaml

    for path in sorted(folder.glob("**/gold.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        raw = {d["id"]: (path.parent / d["file"]).read_bytes().decode("utf-8") for d in gold["documents"]}
        for one, two in combinations(raw, 2):
            a, b = _read(raw[one]), _read(raw[two])
            story, signs = _signs(a, b)
            linked = {
                (a.at(*s), b.at(*t))
                for section in LINKING
                for item in gold.get(section) or []
                if item.get(one) is not None and item.get(two) is not None
                for s in _places(raw[one], item[one])
                for t in _places(raw[two], item[two])
            }
            for cell in sorted(linked | signs.likeness.keys()):
                fact = signs.of(*cell) if cell in signs.likeness else None
                both = f"{path} {one} {two}"
                yield Example(path.parent.name, "events", both, True, story, fact, cell in linked)


def _signs(a: _Text, b: _Text) -> tuple[dict[str, float], Signs]:
    every = ((i, j) for i in range(len(a.spans)) for j in range(len(b.spans)))
    return story_likeness(a.profile, b.profile), Signs(a.profile, b.profile, every)


def _places(text: str, value: Any) -> list[tuple[int, int]]:
    """One snippet or several, each by its words or as [start, end]."""
    if isinstance(value, str):
        return [(text.index(value), text.index(value) + len(value))]
    if len(value) == 2 and all(isinstance(v, int) for v in value):
        return [(value[0], value[1])]
    return [place for v in value for place in _places(text, v)]
