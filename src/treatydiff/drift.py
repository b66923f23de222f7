"""One utterance as several reports give it, and what differs between the renderings.

For ``quotes --drift``: call `drift` with the readings of one event; each `Drift` holds two renderings and
the changes between them, word by word (longest common blocks: Ratcliff and Metzener 1988).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from treatydiff.frozen import dataclass
from treatydiff.hints import Literal
from treatydiff.language import load_language
from treatydiff.model import Quote, Reading, Span, Token

SAME_SPEAKER, ANY_SPEAKER = 0.5, 0.8
"""Share of words in common (0 to 1) from which two quotes are one utterance: of one speaker, of any two."""
LONGEST = 300
"""Words of a quotation that are compared: the time it takes may grow with their square."""
FEWEST = 4
"""Words that an utterance must have to be compared."""
MATCHES = 5_000
"""Pairs of equal words in two renderings beyond which they are noise; long speeches have a third of it."""


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


Rendering = Sequence[Token]


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
    theirs = [(q, rendered(q, right)) for q in right.quotes]
    for quote in left.quotes:
        mine = rendered(quote, left)
        if len(mine) < FEWEST:
            continue
        here = {t.norm for t in mine}
        for other, words in theirs:
            floor = SAME_SPEAKER if _one_speaker(quote, other) else ANY_SPEAKER
            there = {t.norm for t in words}
            most = 2 * len(here & there) / max(1, len(here) + len(there))
            if len(words) < FEWEST or most < floor * 0.7 or is_noise(mine, words):
                continue
            found = compared(quote, mine, other, words, left.document.language)
            if found.likeness >= floor:
                yield found


def is_noise(mine: Rendering, theirs: Rendering) -> bool:
    """Whether two renderings repeat the same few words over and over; no speech does."""
    if len(mine) * len(theirs) <= MATCHES:
        return False
    here, there = (Counter(t.norm for t in words) for words in (mine, theirs))
    return sum(n * there[w] for w, n in here.items()) > MATCHES


def compared(left: Quote, mine: Rendering, right: Quote, theirs: Rendering, language: str) -> Drift:
    """Two renderings, given as their words, and all that changes between them."""
    from difflib import SequenceMatcher

    modals = frozenset(load_language(language).words("cues", "modals"))
    ours, yours = [t.norm for t in mine], [t.norm for t in theirs]
    # It finds other changes where the two change places; they are held in one order whichever is left.
    turned = yours < ours
    matcher = SequenceMatcher(None, min(ours, yours), max(ours, yours), autojunk=False)
    changes = []
    for tag, *places in matcher.get_opcodes():
        if tag == "equal":
            continue
        a, b, c, d = places[2:] + places[:2] if turned else places
        was, now = ours[a:b], yours[c:d]
        kind: Literal["added", "lost", "replaced", "modal"] = (
            "added" if not was else "lost" if not now else "replaced"
        )
        if tag == "replace" and set(was) & modals and set(now) & modals:
            kind = "modal"
        changes.append(Change(kind, _span(mine, a, b, left.span), _span(theirs, c, d, right.span)))
    form = (left.kind == "indirect") != (right.kind == "indirect")
    known = left.speaker is not None and right.speaker is not None
    other = known and not _one_speaker(left, right)
    return Drift(left, right, matcher.ratio(), form, other, tuple(changes))


def _one_speaker(left: Quote, right: Quote) -> bool:
    return left.speaker is not None and left.speaker == right.speaker


def rendered(quote: Quote, reading: Reading) -> Rendering:
    """The words of a quotation; of a speech, those that it begins with."""
    start, end = quote.span
    at = bisect_right(reading.passages, start, key=lambda p: p.span.end)
    found: list[Token] = []
    for n in range(at, len(reading.passages)):
        passage = reading.passages[n]
        if passage.span.start >= end or len(found) >= LONGEST:
            break
        tokens = passage.tokens
        first = bisect_left(tokens, start, key=lambda t: t.start)
        last = bisect_right(tokens, end, key=lambda t: t.end)
        found += tokens[first:last]
    return found[:LONGEST]


def _span(words: Rendering, a: int, b: int, whole: Span) -> Span:
    """From the first to the last of some words; where there are none, the empty place before the next."""
    if a < b:
        return Span(words[a].start, words[b - 1].end)
    at = words[a].start if a < len(words) else whole.end
    return Span(at, at)
