"""Quotations without a speaker (headlines above all) whose words stand again where somebody speaks them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from treatydiff.frozen import replace
from treatydiff.model import Quote

TRIED = 8
"""Quotations with the same two words side by side that are looked at."""
SHARED, FEWEST = 0.8, 4
"""Share of words that make two quotations one, and how many words one must have more than for that."""


def echoed(quotes: Sequence[Quote], text: str) -> list[Quote]:
    """The quotes, those without a speaker with that of the quotation whose words they repeat."""
    wanted = {
        pair
        for q in quotes
        if q.kind == "direct" and q.speaker is None
        for pair in pairwise(_words(q, text)[: TRIED + 1])
    }
    if not wanted:
        return list(quotes)
    known: dict[tuple[str, str], list[tuple[Quote, list[str]]]] = defaultdict(list)
    for q in quotes:
        if q.kind == "direct" and q.speaker is not None:
            words = _words(q, text)
            for pair in pairwise(words):
                if pair in wanted and len(known[pair]) < TRIED:
                    known[pair].append((q, words))
    return [_with_speaker(q, known, text) if q.kind == "direct" and q.speaker is None else q for q in quotes]


def _with_speaker(
    quote: Quote, known: dict[tuple[str, str], list[tuple[Quote, list[str]]]], text: str
) -> Quote:
    words = _words(quote, text)
    wanted = f" {' '.join(words)} "
    for pair in pairwise(words[: TRIED + 1]):
        for other, theirs in known.get(pair, ()):
            shared = len(set(words) & set(theirs)) >= SHARED * len(set(words)) and len(words) > FEWEST
            if shared or wanted in f" {' '.join(theirs)} ":
                return replace(
                    quote,
                    speaker=other.speaker,
                    resolution="carried",
                    certainty="possible",
                    channel=other.channel,
                    chain=other.chain,
                )
    return quote


def _words(quote: Quote, text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text[quote.span.start : quote.span.end].lower())
