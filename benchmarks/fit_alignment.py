"""Set the weights of the alignment score: how likely one story, times how likely one fact.

    pip install -e ".[benchmarks]"
    python -m benchmarks.fit_alignment FOLDER [FOLDER ...]

Folders are of the kinds that `alignment_data` describes.  Prints the two tables of `align/score.py`.
Both logistic models are fitted together, by the likelihood of their product, with a small penalty on large
weights.  Topics count by the square root of their size, so that no large one decides; events count twice.
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
EVENTS = 2.0


class Model:
    """Two logistic models whose product is fitted to labelled pairs."""

    def __init__(self, examples: Sequence[Example], story: Sequence[str], fact: Sequence[str]) -> None:
        used = [e for e in examples if e.fact is not None]
        self.story_names, self.fact_names = story, fact
        a, b = self._matrices(used)
        self.middle = (a.mean(0), b.mean(0))
        self.scale = (a.std(0) + 1e-9, b.std(0) + 1e-9)
        y = np.array([e.positive for e in used], dtype=float)
        theta = _fit(
            (a - self.middle[0]) / self.scale[0], (b - self.middle[1]) / self.scale[1], y, _counts(used)
        )
        n = len(story)
        self.story = theta[:n] / self.scale[0]
        self.story_bias = theta[n] - self.story @ self.middle[0]
        self.fact = theta[n + 1 : -1] / self.scale[1]
        self.fact_bias = theta[-1] - self.fact @ self.middle[1]

    def __call__(self, examples: Sequence[Example]) -> Any:
        """Likelihood of each pair; 0 where the passages have nothing in common."""
        a, b = self._matrices(examples)
        both = _logistic(a @ self.story + self.story_bias) * _logistic(b @ self.fact + self.fact_bias)
        return both * np.array([e.fact is not None for e in examples])

    def _matrices(self, examples: Sequence[Example]) -> tuple[Any, Any]:
        a = [[e.story[k] for k in self.story_names] for e in examples]
        b = [[e.fact[k] if e.fact else 0.0 for k in self.fact_names] for e in examples]
        return np.array(a, dtype=float), np.array(b, dtype=float)


def _logistic(z: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def _counts(examples: Sequence[Example]) -> Any:
    """How much each example counts."""
    sizes = Counter(e.group for e in examples if e.kind == "sentences")
    mean = sum(sizes.values()) / max(1, len(sizes))
    return np.array([(mean / sizes[e.group]) ** 0.5 if e.kind == "sentences" else EVENTS for e in examples])


def _fit(a: Any, b: Any, y: Any, counts: Any) -> Any:
    n = a.shape[1]

    def loss(theta: Any) -> tuple[float, Any]:
        p, q = _logistic(a @ theta[:n] + theta[n]), _logistic(b @ theta[n + 1 : -1] + theta[-1])
        both = np.clip(p * q, 1e-9, 1 - 1e-9)
        error = counts * ((1 - y) / (1 - both) - y / both) / counts.sum()
        to_p, to_q = error * q * p * (1 - p), error * p * q * (1 - q)
        slope = np.concatenate([a.T @ to_p, [to_p.sum()], b.T @ to_q, [to_q.sum()]])
        held = theta.copy()
        held[n] = held[-1] = 0  # the biases are free
        value = -(counts * (y * np.log(both) + (1 - y) * np.log(1 - both))).sum() / counts.sum()
        return value + PENALTY * held @ held, slope + 2 * PENALTY * held

    start = np.zeros(n + b.shape[1] + 2)
    start[n] = start[-1] = 1
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 800}).x


def names(examples: Sequence[Example]) -> tuple[list[str], list[str]]:
    """The signs of documents and those of passages."""
    return list(examples[0].story), list(next(e.fact for e in examples if e.fact))


def main(folders: list[str]) -> None:
    """Print the tables."""
    examples = [e for f in folders for e in load(Path(f))]
    model = Model(examples, *names(examples))
    for title, bias, weights, keys in (
        ("STORY", model.story_bias, model.story, model.story_names),
        ("FACT", model.fact_bias, model.fact, model.fact_names),
    ):
        print(f'{title}: Mapping[str, float] = {{\n    "bias": {bias:.2f},')
        print("".join(f'    "{k}": {w:.2f},\n' for k, w in zip(keys, weights, strict=True)) + "}")


if __name__ == "__main__":
    main(sys.argv[1:])
