"""Set the weights of the alignment score: how likely one story, times how likely one fact.

    pip install -e ".[benchmarks]"
    python -m benchmarks.fit_alignment FOLDER [FOLDER ...]

Folders are of the kinds that `alignment_data` describes.  Prints the two tables of `align/score.py`.
Both are logistic models with a small penalty on large weights:

- one story: pairs of documents, of one event or of two alike.  Each topic counts the same, its pairs of one
  event as much as its look-alikes; to take two stories for one is `COST` times as bad as the reverse.
- one fact: pairs of passages of documents that report one event.  Topics count by the square root of their
  size, so that no large one decides; pairs from whole annotated events count `EVENTS` times.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.alignment_data import Example, load

PENALTY = 3e-3
COST = 2.0
EVENT_STORIES = 0.5
"""What an annotated event counts for among the topics; it has no look-alikes."""
EVENTS = 4.0


class Logistic:
    """A logistic model."""

    def __init__(self, rows: Any, labels: Any, counts: Any) -> None:
        middle, scale = rows.mean(0), rows.std(0) + 1e-9
        theta = _fit((rows - middle) / scale, labels, counts)
        self.weights = theta[:-1] / scale
        self.bias = theta[-1] - self.weights @ middle

    def __call__(self, rows: Any) -> Any:
        """Likelihood of each row."""
        return _logistic(rows @ self.weights + self.bias)


class Model:
    """How likely one story, times how likely one fact."""

    def __init__(self, examples: Sequence[Example], story: Sequence[str], fact: Sequence[str]) -> None:
        self.story_names, self.fact_names = story, fact
        pairs = list({e.documents: e for e in examples}.values())
        same = np.array([e.same_event for e in pairs], dtype=float)
        self.story = Logistic(_story_rows(pairs, story), same, _story_counts(pairs))
        used = [e for e in examples if e.fact is not None and e.same_event]
        told = np.array([e.positive for e in used], dtype=float)
        self.fact = Logistic(_fact_rows(used, fact), told, _fact_counts(used))

    def __call__(self, examples: Sequence[Example]) -> Any:
        """Likelihood of each pair; 0 where the passages have nothing in common."""
        story = self.story(_story_rows(examples, self.story_names))
        fact = self.fact(_fact_rows(examples, self.fact_names))
        return story * fact * np.array([e.fact is not None for e in examples])


def _story_rows(examples: Sequence[Example], names: Sequence[str]) -> Any:
    return np.array([[e.story[k] for k in names] for e in examples], dtype=float)


def _fact_rows(examples: Sequence[Example], names: Sequence[str]) -> Any:
    return np.array([[e.fact[k] if e.fact else 0.0 for k in names] for e in examples], dtype=float)


def _story_counts(pairs: Sequence[Example]) -> Any:
    sizes = Counter((e.group, e.same_event) for e in pairs)
    return np.array(
        [
            (EVENT_STORIES if e.kind == "events" else 1 if e.same_event else COST)
            / sizes[e.group, e.same_event]
            for e in pairs
        ]
    )


def _fact_counts(examples: Sequence[Example]) -> Any:
    sizes = Counter(e.group for e in examples if e.kind == "sentences")
    mean = sum(sizes.values()) / max(1, len(sizes))
    return np.array([(mean / sizes[e.group]) ** 0.5 if e.kind == "sentences" else EVENTS for e in examples])


def _logistic(z: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def _fit(rows: Any, labels: Any, counts: Any) -> Any:
    def loss(theta: Any) -> tuple[float, Any]:
        p = np.clip(_logistic(rows @ theta[:-1] + theta[-1]), 1e-9, 1 - 1e-9)
        error = counts * (p - labels) / counts.sum()
        held = np.append(theta[:-1], 0)  # the bias is free
        value = -(counts * (labels * np.log(p) + (1 - labels) * np.log(1 - p))).sum() / counts.sum()
        return value + PENALTY * held @ held, np.append(rows.T @ error, error.sum()) + 2 * PENALTY * held

    start = np.zeros(rows.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 800}).x


def names(examples: Sequence[Example]) -> tuple[list[str], list[str]]:
    """The signs of documents and those of passages."""
    return list(examples[0].story), list(next(e.fact for e in examples if e.fact))


def main(folders: list[str]) -> None:
    """Print the tables."""
    examples = [e for f in folders for e in load(Path(f))]
    model = Model(examples, *names(examples))
    for title, part, keys in (
        ("STORY", model.story, model.story_names),
        ("FACT", model.fact, model.fact_names),
    ):
        print(f'{title}: Mapping[str, float] = {{\n    "bias": {part.bias:.2f},')
        print("".join(f'    "{k}": {w:.2f},\n' for k, w in zip(keys, part.weights, strict=True)) + "}")


if __name__ == "__main__":
    main(sys.argv[1:])
