"""How many pairs of passages the candidate keys leave, and how many of the good ones they keep.

    python -m benchmarks.candidates [100 1000 10000]

Two documents are made up of that many passages each: words are drawn by Zipf's law, and every third passage
of the second document rewords one of the first (words dropped, added and moved).  Recall is the share of the
pairs scoring at least 55 among all pairs (from 1,000 passages on: of a sample of the first document's
passages) that are candidates.  No text is read and nothing is random from run to run.
"""

from __future__ import annotations

import random
import sys
import time
from itertools import accumulate

from treatydiff.align.candidates import candidate_pairs
from treatydiff.align.features import Signs
from treatydiff.align.likeness import profile_of, story_likeness
from treatydiff.align.score import FACT, STORY, likelihood, score
from treatydiff.language import load_language
from treatydiff.model import Document, Passage, Reading, Span
from treatydiff.tokens import tokenise

VOCABULARY = 30_000
SAMPLE = 60


def made_up(passages: int, seed: int = 7) -> tuple[list[str], list[str]]:
    """Two texts as lists of sentences; every third one of the second rewords one of the first."""
    draw = random.Random(seed)
    syllables = [c + v for c in "bcdfgklmnprstvz" for v in "aeiou"]
    words = [a + b + c for a in syllables for b in syllables[:20] for c in syllables[:20]][:VOCABULARY]
    draw.shuffle(words)
    weights = list(accumulate(1 / (k + 10) for k in range(len(words))))

    def sentence() -> list[str]:
        return draw.choices(words, cum_weights=weights, k=draw.randint(8, 22))

    left = [sentence() for _ in range(passages)]
    right = []
    for i in range(passages):
        if i % 3:
            right.append(sentence())
        else:
            kept = [w for w in left[draw.randrange(passages)] if draw.random() < 0.7]
            right.append(kept + draw.choices(words, cum_weights=weights, k=4))
    return [" ".join(s).capitalize() + "." for s in left], [" ".join(s).capitalize() + "." for s in right]


def _reading(sentences: list[str]) -> Reading:
    """A document of these sentences, one a line, without claims."""
    text, passages, start = "\n".join(sentences), [], 0
    for i, sentence in enumerate(sentences):
        span = Span(start, start + len(sentence))
        passages.append(Passage("x", i, span, "body", i, sentence, tokenise(text, *span)))
        start = span.end + 1
    return Reading(Document("x", "x", text), tuple(passages), (), ())


def main(sizes: list[int]) -> None:
    """Print one line for each size."""
    language = load_language("en")
    print(f"{'passages':>8} {'all pairs':>12} {'candidates':>10} {'seconds':>8} {'recall':>7}")
    for size in sizes:
        a, b = (profile_of(_reading(text), language) for text in made_up(size))
        start = time.perf_counter()
        pairs = candidate_pairs(a.bags, b.bags)
        signs = Signs(a, b, pairs)
        story = likelihood(story_likeness(a, b), STORY)
        good = {p for p in signs.likeness if score(story, likelihood(signs.of(*p), FACT)) >= 55}
        seconds = time.perf_counter() - start
        sample = range(0, size, max(1, size // SAMPLE) if size >= 1000 else 1)
        chosen = set(sample)
        # With the candidates among them, so that every passage has its best partner in both.
        every = Signs(a, b, sorted({*pairs, *((i, j) for i in sample for j in range(size))}))
        asked = {p for p in every.likeness if p[0] in chosen}
        wanted = {p for p in asked if score(story, likelihood(every.of(*p), FACT)) >= 55}
        recall = len(wanted & good) / len(wanted) if wanted else 1.0
        print(f"{size:8} {size * size:12,} {len(pairs):10,} {seconds:8.2f} {recall:7.1%} of {len(wanted)}")


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [100, 1000, 10_000])
