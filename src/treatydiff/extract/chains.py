"""Through whom words reached the report: the outlet they were said to, and the sources that source names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from treatydiff.extract.act import Act
from treatydiff.extract.cast import Cast, Mention
from treatydiff.extract.items import Sentence
from treatydiff.extract.speakers import Speaker
from treatydiff.model import Span

REACH = 7
"""Items behind "an interview with" among which the outlet's name stands."""


def channel_of(
    text: str,
    hearer: Span | None,
    sentence: Sentence,
    act: Act,
    cast: Cast,
    speaker: str | None,
    sets: Mapping[str, frozenset[str]],
) -> str | None:
    """The outlet that the words were said to or through, as the text names it; None where it is none."""
    if hearer is not None:
        found = _outlet(text, hearer, cast)
        if found and found != speaker:
            return found
    items = sentence.items
    opening = sets["at_hearers"] | sets["by"]
    for k in [k for k, item in enumerate(items[:-1]) if item.low in opening]:
        if not k:
            continue
        if items[k - 1].low in sets["talks" if items[k].low in sets["at_hearers"] else "shown"]:
            end = k + 1
            while end < len(items) and items[end].kind == "word" and end - k < REACH:
                end += 1
            found = _outlet(text, Span(items[k + 1].start, items[end - 1].end), cast)
            if found and found != speaker:
                return found
    return None


def _outlet(text: str, span: Span, cast: Cast) -> str | None:
    words = cast.words
    for mention in _within(cast, span):
        name = mention.entity.name
        last = name.split()[-1]
        nouns = text[span.start : mention.span.start].lower().split()
        known = last in words.outlets or any(w in words.outlets for w in name.split())
        if (known and last not in words.not_outlets) or any(
            n.strip(",") in words.outlet_nouns for n in nouns
        ):
            article = text[max(0, mention.span.start - 4) : mention.span.start]
            return f"The {name}" if article == "The " and not name.startswith("The ") else name
    return None


def _within(cast: Cast, span: Span) -> list[Mention]:
    mentions = cast.mentions
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
    return [m for m in mentions[first:last] if m.span.end <= span.end]


def chain_of(
    n: int, acts: Sequence[Act], found: Sequence[tuple[Speaker, str | None, str | None]]
) -> tuple[str, ...]:
    """Through whom words reached the report: whom the speaker has it from, the speaker, channel, others."""
    names: dict[str, None] = {}
    while n >= 0:
        speaker, channel, via = found[n]
        for name in (via, speaker.name, channel):
            if name:
                names.setdefault(name)
        n = acts[n].inside
    return tuple(names)
