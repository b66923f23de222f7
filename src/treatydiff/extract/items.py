"""A sentence as words, punctuation and quotations; a quotation is one item, its words govern nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from treatydiff.extract.marks import Marked
from treatydiff.frozen import dataclass
from treatydiff.model import Passage
from treatydiff.tokens import fold

_PIECE = re.compile(r"[^\W_]+(?:['’\-‑&/.@](?=[^\W_])[^\W_]+)*|--|[,;:()\[\]—–―…]|(?<=\s)-(?=\s)|[.!?]")


class Item(NamedTuple):
    """A word, a punctuation mark or a whole quotation."""

    kind: Literal["word", "mark", "quote"]
    start: int
    end: int
    text: str
    """As written; of a word without possessive ending. Empty for a quotation."""
    low: str
    """Folded."""
    quote: int = -1
    """Index among the document's quotations."""
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is a word with a capital."""
        return self.kind == "word" and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two full stops outside quotations."""

    passage: int
    line: int
    """Which paragraph, counted among those that hold sentences."""
    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        """Offset of the first item."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Offset after the last item."""
        return self.items[-1].end


def find_sentences(
    text: str, passages: Sequence[Passage], marked: Sequence[Marked], is_tag: Callable[[str], bool]
) -> list[Sentence]:
    """Sentences in the order of the text; one that opens within a quotation belongs to the one before.

    So does a tag behind one that asks or exclaims (``"Why?" Lind asked.``); `is_tag` tells it by its words.
    """
    starts = [m.outer_start for m in marked]
    out: list[Sentence] = []
    group: list[Passage] = []
    line = -1
    last_paragraph = None
    for passage in [*passages, None]:
        if passage is not None and group and group[0].paragraph == passage.paragraph:
            k = bisect_left(starts, passage.span.start) - 1
            if k >= 0 and passage.span.start < marked[k].outer_end:
                group.append(passage)
                continue
            asks = k >= 0 and text[marked[k].end - 1] in "?!-—–…"
            signs = k >= 0 and passage.text[0] in "—–―-"
            if (
                (asks or signs)
                and not text[marked[k].outer_end : passage.span.start].strip()
                and (signs or is_tag(passage.text))
            ):
                group.append(passage)
                continue
        if group:
            if group[0].paragraph != last_paragraph:
                line += 1
                last_paragraph = group[0].paragraph
            items = tuple(_items(text, group[0].span.start, group[-1].span.end, marked, starts))
            if items:
                out.append(Sentence(group[0].index, line, items))
        group = [passage] if passage is not None else []
    return out


def _items(
    text: str, start: int, end: int, marked: Sequence[Marked], starts: Sequence[int]
) -> Iterator[Item]:
    k = bisect_left(starts, start)
    while k < len(marked) and marked[k].outer_start < end:
        yield from _words(text, start, marked[k].outer_start, last=False)
        yield Item("quote", marked[k].outer_start, marked[k].outer_end, "", "", k)
        start = max(start, marked[k].outer_end)
        k += 1
    yield from _words(text, start, end, last=True)


def _words(text: str, start: int, end: int, last: bool) -> Iterator[Item]:
    for m in _PIECE.finditer(text, start, end):
        word = m.group()
        if word[0].isalnum():
            possessive = word.endswith(("'s", "’s"))
            plain = word[:-2] if possessive else word
            if (
                not possessive
                and plain.endswith(("s", "S"))
                and text[m.end() : m.end() + 1] in "'’"
                and m.end() < end
            ):
                possessive = True
            yield Item("word", m.start(), m.start() + len(plain), plain, fold(plain), -1, possessive)
        elif word in ".!?" and not (last and m.end() >= end - 1):
            continue  # the dot of an abbreviation: a sentence's own stands at its end
        else:
            yield Item("mark", m.start(), m.end(), word, word)
