"""What each sign of the alignment score is worth: fit without it, measure on topics that were left out.

    pip install -e ".[benchmarks]"
    python -m benchmarks.ablation FOLDER [FOLDER ...]

Folders are of the kinds that `alignment_data` describes.  Topics and events are dealt into six parts; each
part is scored by a model fitted on the other five.  Prints a Markdown table: average precision (AP) and the
best F1 over pairs of passages, in per cent, for each folder.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

from benchmarks.alignment_data import Example, load
from benchmarks.fit_alignment import Model, names

PARTS = 6


def held_out(examples: Sequence[Example], story: list[str], fact: list[str]) -> np.ndarray:
    """The likelihood of each example by a model that has not seen its topic."""
    groups = {kind: sorted({e.group for e in examples if e.kind == kind}) for kind in ("sentences", "events")}
    part = {g: n % PARTS for found in groups.values() for n, g in enumerate(found)}
    at = np.array([part[e.group] for e in examples])
    scores = np.zeros(len(examples))
    for k in range(PARTS):
        inside = np.flatnonzero(at == k).tolist()
        if inside:
            model = Model([e for e, p in zip(examples, at, strict=True) if p != k], story, fact)
            scores[inside] = model([examples[i] for i in inside])
    return scores


def figures(examples: Sequence[Example], scores: np.ndarray) -> str:
    """Average precision and best F1."""
    y = np.array([e.positive for e in examples])
    precision, recall, _ = precision_recall_curve(y, scores)
    f1 = 2 * precision * recall / np.maximum(1e-9, precision + recall)
    return f"{100 * average_precision_score(y, scores):.1f} | {100 * f1.max():.1f}"


def main(folders: list[str]) -> None:
    """Print the table."""
    parts = [load(Path(f)) for f in folders]
    examples = [e for p in parts for e in p]
    ends = np.cumsum([len(p) for p in parts])[:-1]
    story, fact = names(examples)
    labels = [Path(f).name for f in folders]
    print("| left out | " + " | ".join(f"{k} AP | F1" for k in labels) + " |")
    print("|---" * (1 + 2 * len(labels)) + "|")
    rows = [("nothing", story, fact)]
    rows += [(f"story: {k}", [s for s in story if s != k], fact) for k in story]
    rows += [(f"fact: {k}", story, [s for s in fact if s != k]) for k in fact]
    rows += [("all of story but words", ["words"], fact)]
    for title, with_story, with_fact in rows:
        scores = np.split(held_out(examples, with_story, with_fact), ends)
        cells = [figures(p, s) for p, s in zip(parts, scores, strict=True)]
        print(f"| {title} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
