"""One utterance as several reports give it, and what differs between the renderings.

For ``quotes --drift``: call `drift` with the readings of one event; each `Drift` holds two renderings and
the changes between them, word by word (longest common blocks: Ratcliff and Metzener 1988).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from treatydiff.language import load_language
from treatydiff.model import Quote, Reading, Span
from treatydiff.tokens import tokenise

SAME_SPEAKER, ANY_SPEAKER = 0.5, 0.8
"""Share of words in common (0 to 1) from which two quotes are one utterance: of one speaker, of any two."""
FEWEST = 4
"""Words that an utterance must have to be compared."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place where two renderings differ."""

    kind: Literal["added", "lost", "replaced", "modal"]
    """As seen from the left; "modal" where one modal verb stands for another ("will" / "can")."""
    left: Span
    right: Span
    """In the text of each document; empty where there is nothing on that side."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Two renderings of one utterance, of two documents."""

    left: Quote
    right: Quote
    likeness: float
    """Share of words in common, 0 to 1."""
    form: bool
    """Whether one gives the words in marks and the other does not."""
    speaker: bool
    """Whether the two name different speakers."""
    changes: tuple[Change, ...]


def drift(readings: Sequence[Reading]) -> list[Drift]:
    """Pairs of renderings that differ in words, form or speaker, in the order of the readings and texts.

    Each quote is paired with its likeliest rendering in each other document; equal renderings are left out.
    """
    out: list[Drift] = []
    for left, right in combinations(readings, 2):
        found = sorted(_pairs(left, right), key=lambda d: (-d.likeness, d.left.span, d.right.span))
        taken: set[str] = set()
        for pair in found:
            if pair.left.id not in taken and pair.right.id not in taken:
                taken |= {pair.left.id, pair.right.id}
                out.append(pair)
    out = [d for d in out if d.changes or d.form or d.speaker]
    order = {r.document.id: n for n, r in enumerate(readings)}
    return sorted(out, key=lambda d: (order[d.left.document], d.left.span, order[d.right.document]))


def _pairs(left: Reading, right: Reading) -> Iterator[Drift]:
    from difflib import SequenceMatcher

    modals = frozenset(load_language(left.document.language).words("cues", "modals"))
    theirs = [(q, _words(q, right)) for q in right.quotes]
    for quote in left.quotes:
        mine = _words(quote, left)
        if len(mine) < FEWEST:
            continue
        here = {w for w, _ in mine}
        for other, words in theirs:
            same = quote.speaker is not None and quote.speaker == other.speaker
            floor = SAME_SPEAKER if same else ANY_SPEAKER
            most = 2 * len(here & {w for w, _ in words}) / max(1, len(here) + len({w for w, _ in words}))
            if len(words) < FEWEST or most < floor * 0.7:
                continue
            matcher = SequenceMatcher(None, [w for w, _ in mine], [w for w, _ in words], autojunk=False)
            likeness = matcher.ratio()
            if likeness < floor:
                continue
            changes = []
            for tag, a, b, c, d in matcher.get_opcodes():
                if tag == "equal":
                    continue
                was, now = [w for w, _ in mine[a:b]], [w for w, _ in words[c:d]]
                kind: Literal["added", "lost", "replaced", "modal"] = (
                    "added" if tag == "insert" else "lost" if tag == "delete" else "replaced"
                )
                if tag == "replace" and set(was) & modals and set(now) & modals:
                    kind = "modal"
                changes.append(Change(kind, _span(mine, a, b, quote.span), _span(words, c, d, other.span)))
            form = (quote.kind == "indirect") != (other.kind == "indirect")
            known = quote.speaker is not None and other.speaker is not None
            yield Drift(quote, other, likeness, form, known and not same, tuple(changes))


def _words(quote: Quote, reading: Reading) -> list[tuple[str, Span]]:
    document = reading.document
    tokens = tokenise(document.text, quote.span.start, quote.span.end, document.language)
    return [(t.norm, Span(t.start, t.end)) for t in tokens]


def _span(words: Sequence[tuple[str, Span]], a: int, b: int, whole: Span) -> Span:
    """From the first to the last of some words; where there are none, the empty place before the next."""
    if a < b:
        return Span(words[a][1].start, words[b - 1][1].end)
    at = words[a][1].start if a < len(words) else whole.end
    return Span(at, at)
