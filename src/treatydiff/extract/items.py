"""A sentence as words, punctuation and quotations; a quotation is one item, its words govern nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from treatydiff.extract.marks import Marked
from treatydiff.frozen import NamedTuple, dataclass
from treatydiff.hints import Literal
from treatydiff.model import Passage
from treatydiff.patterns import pattern
from treatydiff.tokens import fold

# The plain words that come first are a case of the third, found faster.  The group is for `split`.
_PIECE = pattern(
    r"([A-Za-z]++(?![\w'’\-‑&/.@])|\d+(?:[.,:]\d+)+[^\W\d_]*(?![^\W_])|[^\W_]+(?:['’\-‑&/.@](?=[^\W_])[^\W_]+)*"
    r"|--|[,;:()\[\]—–―…]|(?<!\S)-(?=\s)|[.!?])"
)
_PARTY = pattern(r"[A-Z]-[A-Z].*")
APOSTROPHES = ("'", "’")
LONGEST = 400
"""Items of a sentence that are read together: no sentence of a report has more."""
ASIDE = 12
"""Items that a remark in brackets may have so that it is passed over."""

Kind = Literal["word", "mark", "quote"]


class Item(NamedTuple):
    """A word, a punctuation mark or a whole quotation."""

    kind: Kind
    start: int
    end: int
    text: str
    """As written; of a word without possessive ending, of a quotation the last character that it holds."""
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


@dataclass(frozen=True, slots=True)
class Shapes:
    """What the reader of sentences asks about words: kept apart, so that it needs no language."""

    speaks: Callable[[str], bool]
    """Whether a folded word may be the verb of a tag: "asked"."""
    finite: Callable[[str], bool]
    """Whether a folded word may be a finite verb."""
    tails: frozenset[str]
    """Folded words that stand between commas behind a name: "Md", "Jr"."""
    short: frozenset[str]
    """Folded words whose full stop ends no sentence."""


def find_sentences(
    text: str, passages: Sequence[Passage], marked: Sequence[Marked], shapes: Shapes
) -> list[Sentence]:
    """Sentences in the order of the text; one that opens within a quotation belongs to the one before.

    So does a tag behind a quotation that asks or exclaims (``"Why?" Lind asked.``).
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
            if passage.text[0].islower() and text[group[-1].span.end - 1] not in "!?":
                # cut behind an abbreviation
                group.append(passage)
                continue
            if (
                (asks or signs)
                and not text[marked[k].outer_end : passage.span.start].strip()
                and (signs or _is_tag(passage.text, shapes))
            ):
                group.append(passage)
                continue
        if group:
            if group[0].paragraph != last_paragraph:
                line += 1
                last_paragraph = group[0].paragraph
            first, stop = group[0].span.start, group[-1].span.end
            for found in _parts(text, shapes, _items(text, first, stop, marked, starts)):
                written = text[found[0].start : found[-1].end] if found else ""
                marks = "," in written or "(" in written
                items = tuple(_without_asides(found, shapes) if marks else found)
                if items:
                    passage_of = max((p for p in group if p.span.start <= items[0].start), key=_index)
                    out.append(Sentence(passage_of.index, line, items))
        group = [passage] if passage is not None else []
    return out


def _index(passage: Passage) -> int:
    return passage.index


def _parts(text: str, shapes: Shapes, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items cut where a quotation opens behind a full stop: ``It rained. "We stayed," Lind said.``."""
    first = 0
    for k in [k for k, item in enumerate(items) if k and item.kind == "quote"]:
        before = items[k - 1]
        if (
            before.kind == "word"
            and text[before.end : before.end + 1] in (".", "!", "?")
            and len(before.text) > 2
            and before.low not in shapes.short
            and text[items[k].start : items[k].end].lstrip("\"'“‘`«„ ")[:1].isupper()
        ):
            yield from _pieces(items[first:k])
            first = k
    yield from _pieces(items[first:] if first else items)


def _pieces(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """A sentence without end in pieces, so that no reading of it takes more than linear time."""
    if len(items) <= LONGEST:
        yield items
        return
    for k in range(0, len(items), LONGEST):
        yield items[k : k + LONGEST]


def _is_tag(sentence: str, shapes: Shapes) -> bool:
    """Whether a sentence is short and says who speaks ("Lind asked.")."""
    words = [w.strip(",.") for w in sentence.split('"')[0].split("“")[0].split()[:12]]
    return len(words) < 12 and any(shapes.speaks(fold(w)) for w in words[:9])


def _items(
    text: str, start: int, end: int, marked: Sequence[Marked], starts: Sequence[int]
) -> Sequence[Item]:
    out: list[Item] = []
    k = bisect_left(starts, start)
    while k < len(marked) and marked[k].outer_start < end:
        out += _words(text, start, marked[k].outer_start, last=False)
        out.append(Item("quote", marked[k].outer_start, marked[k].outer_end, _last(text, marked[k]), "", k))
        start = max(start, marked[k].outer_end)
        k += 1
    out += _words(text, start, end, last=True)
    return out


def _last(text: str, marked: Marked) -> str:
    """The last character within marks, but for those of a quotation that ends with this one."""
    inner = text[marked.start : marked.end].rstrip()
    return inner.rstrip("'’”\"")[-1:] or inner[-1:]


def _words(text: str, start: int, end: int, last: bool) -> Iterator[Item]:
    parts = _PIECE.split(text[start:end])  # what stands between words and marks, one of these, and so on
    places = list(accumulate(map(len, parts), initial=start))
    for word, left, right in zip(parts[1::2], places[1:-1:2], places[2::2], strict=True):
        plain, low, possessive, kind = _form(word)
        if kind == "word":
            if not possessive and word[-1] in "sS" and right < end and text[right] in APOSTROPHES:
                possessive = True
            right = left + len(plain)
        elif word in ".!?" and not (last and right >= end - 1):
            continue  # the dot of an abbreviation: a sentence's own stands at its end
        # as Item(…) does, without a call of Python's own for each word
        yield tuple.__new__(Item, (kind, left, right, plain, low, -1, possessive))


@lru_cache(maxsize=1 << 15)
def _form(word: str) -> tuple[str, str, bool, Kind]:
    """A word without possessive ending, folded, whether it had one, and whether it is a word or a mark."""
    if not word[0].isalnum():
        return word, word, False, "mark"
    possessive = word[-1] in "sS" and word[-2:-1] in APOSTROPHES
    plain = word[:-2] if possessive else word
    return plain, fold(plain), possessive, "word"


def _without_asides(items: Sequence[Item], shapes: Shapes) -> Iterator[Item]:
    """The items but for those that stand in brackets or between commas and are none of the clause.

    "Mia Okoro (Lund) said", "Ivo Lind, 59, said", "Ivo Lind, R-Wis., said", "in Lund, Md., he said".
    """
    i = 0
    while i < len(items):
        item = items[i]
        if item.text == "(" and i:
            k = next((k for k in range(i + 1, min(len(items), i + ASIDE)) if items[k].text == ")"), 0)
            if k and not any(x.kind == "quote" for x in items[i:k]):
                i = k + 1
                continue
        if item.text == "," and i and items[i - 1].kind == "word" and _is_tail(items, i + 1, shapes):
            i += 2
            # The comma behind it goes too, unless a name, a role or a clause is set off by it.
            if i + 1 < len(items) and items[i].text == "," and shapes.finite(items[i + 1].low):
                i += 1
            continue
        yield item
        i += 1


def _is_tail(items: Sequence[Item], i: int, shapes: Shapes) -> bool:
    """Whether an item between marks is an age, a party or the state that a town lies in."""
    if i >= len(items) or (i + 1 < len(items) and items[i + 1].kind != "mark"):
        return False
    tail = items[i]
    if tail.low.isdigit():
        return len(tail.low) < 4 and i + 1 < len(items)
    state = len(tail.text) == 2 and tail.text.isupper()
    return tail.capital and (state or tail.low in shapes.tails or bool(_PARTY.fullmatch(tail.text)))
