"""Paragraphs → sentences: by what stands around a stop, and by nupunkt's statistics where that is not enough.

nupunkt judges each stop by statistics of its neighbours.  That serves well with what is rare, but takes some
common words ("month", "car") for abbreviations and some titles ("Lt", "Msgr") for words.  Where the words
around a stop are of a kind that settles the matter, they do; nupunkt takes a tenth of the time of a small
comparison to load, and is asked about paragraphs only in which they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.layout import CLOSING
from treatydiff.model import Span
from treatydiff.patterns import pattern
from treatydiff.tables import once_a_language

_WHITE = pattern(r"[^\S ]")
_STOP = pattern(r"(?<![.!?…])[.!?…]++[\"'”’»)\]*_]*+(?= )")
_WORD = r"[^\W_]+(?:['’.-][^\W_]+)*"
_BEFORE = pattern(rf"{_WORD}\Z")
_AFTER = pattern(rf" *(?P<marks>[\"'“”‘’«„(\[*_¿¡—–-]*)(?P<word>{_WORD})?")
_TAG = pattern(r" *(?:[^\W_]+(?:['’.-][^\W_]+)*,? ){0,12}")
_RUN_ON = pattern(r"[.!?…](?:--|[\"'”’»)\]}*_]++[^\s.!?…,;:])")
"""A stop that no space parts from what follows."""
_BRACKET = pattern(r"[()]")
LONGEST = 1_000
"""Characters of a sentence; one that goes on is cut between words, so that time grows with the text alone."""
SPACED = (". ", "! ", "? ", "… ")
"""What ends before a stop that is one of several with spaces between them."""
MIDDLE = (",", ";", ":")
"""Marks in the middle of a sentence."""
BEFORE = 40
"""Characters in which the word before a stop is looked for."""
ENTRY = 3
"""Characters before the number of a list's entry at most."""
BRACKETS = 80
"""Characters of the longest remark in brackets that is kept together."""
TAG_VERB = 6
"""Words up to the verb of a tag behind a question or an exclamation, and"""
TAG = 12
"""how many such a tag has at most."""


class _Words(NamedTuple):
    abbreviations: frozenset[str]
    endings: frozenset[str]
    tags: frozenset[str]
    after_hours: frozenset[str]
    openers: frozenset[str]


@once_a_language
def _words(language: Language) -> _Words:
    return _Words(*(frozenset(language.words("layout", key)) for key in _Words._fields))


def sentences(text: str, start: int, end: int, language: Language) -> list[Span]:
    """The sentences of ``text[start:end]``, without the white space around them."""
    paragraph = _WHITE.sub(" ", text[start:end])
    found: list[Span] = []
    left = 0
    for right in [*_ends(paragraph, _words(language)), len(paragraph)]:
        piece = paragraph[left:right]
        first = start + left + len(piece) - len(piece.lstrip())
        last = first + len(piece.strip())
        if first < last:
            found += _cut(text, first, last)
        left = right
    return found


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, in parts if it is too long."""
    while end - start > LONGEST:
        at = max((text.rfind(c, start + 1, start + LONGEST) for c in " \t\n"), default=-1)
        stop = at if at > 0 else start + LONGEST
        yield Span(start, stop)
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


def _ends(paragraph: str, words: _Words) -> Iterator[int]:
    """Where sentences end, the last one left out."""
    stops = {m.end(): m for m in _STOP.finditer(paragraph)}
    if not stops:
        return
    cased = not paragraph.islower()  # without capitals, the letter behind a stop tells nothing
    judged = {end: _judged(paragraph, stop, words) if cased else None for end, stop in stops.items()}
    if None in judged.values() or _RUN_ON.search(paragraph):
        judged |= {end: True for end in _usual(paragraph) if judged.get(end) is None}
    inside = _in_brackets(paragraph)
    held = next(inside, None)
    for end in sorted(end for end, ends in judged.items() if ends):
        while held and held[1] < end:
            held = next(inside, None)
        if not (held and held[0] < end):
            yield end


def _usual(paragraph: str) -> Iterator[int]:
    """Where statistics alone have sentences end; none begins with a comma or the like."""
    import nupunkt

    for start, end in nupunkt.sent_spans(paragraph):
        last = start + len(paragraph[start:end].rstrip())
        if paragraph[last : last + 1] not in MIDDLE:
            yield last


def _in_brackets(text: str) -> Iterator[tuple[int, int]]:
    """Short remarks in brackets: no sentence ends within one."""
    opened = None
    for mark in _BRACKET.finditer(text):
        if mark.group() == "(":
            opened = mark.start()
        elif opened is not None:
            if mark.start() - opened <= BRACKETS:
                yield opened, mark.start()
            opened = None


def _judged(text: str, stop: re.Match[str], words: _Words) -> bool | None:
    """Whether a sentence ends at a stop; None where the words around it do not tell."""
    behind = _AFTER.match(text, stop.end())
    following = behind["word"] if behind and behind["word"] else ""
    if not following:
        last = behind is not None and not behind["marks"] and behind.end() == len(text)
        return False if last else None
    if following[0].islower() and not following[1:2].isupper():
        return False
    marks = stop.group()
    signs = marks.rstrip(CLOSING)
    capital = following[0].isupper() or None
    if signs != ".":
        tag = signs != marks and _is_tag(text, stop.end(), words)
        return False if tag else capital if set(signs) <= {"!", "?"} else None
    at = stop.start()
    near = max(0, at - BEFORE)
    before = _BEFORE.search(text, max(near, text.rfind(" ", near, at) + 1), at)
    if before is None or behind is None:
        # "15%. Her", "the AP . Her": but "Her . . . Him" may be either.
        spaced = text.endswith(SPACED, 0, stop.start())
        return None if spaced or signs != marks else capital
    quoted = any(c in behind["marks"] for c in "\"“‘«„'")
    named = following.lower() in words.openers
    kind = _kind(before.group(), following, words)
    if _is_number_of_entry(text, before, kind, words):
        return False
    if signs != marks:
        return True if kind in ("word", "figure") else None
    if kind == "figure":
        return following[0].isalpha() or None
    if kind == "hour":
        return following[0].isalpha() and following.lower().replace(".", "") not in words.after_hours
    if kind == "ending":
        return following[0].isalpha() and (quoted or named)
    if kind == "initial":
        return named and not (len(following) == 1 and text[behind.end() : behind.end() + 1] == ".")
    return kind == "word"


def _is_number_of_entry(text: str, number: re.Match[str], kind: str, words: _Words) -> bool:
    """Whether it numbers what follows: "1. The deal", "… it ends. 2. The price"; not "on Dec. 12. The …"."""
    if number.start() > ENTRY and not number.group().isdigit():
        return False
    before = text[max(0, number.start() - BEFORE) : number.start()].rstrip("( ")
    if not before and number.start() <= ENTRY:
        return kind == "initial" or number.group().isdigit()
    if (
        not number.group().isdigit()
        or len(number.group()) > 2
        or before[-1:] not in (".", "!", "?", ":", ";")
    ):
        return False
    last = _BEFORE.search(before[:-1])
    return before[-1] != "." or (last is not None and _kind(last.group(), "", words) == "word")


def _kind(before: str, following: str, words: _Words) -> str:
    """What the word before a stop is: it decides what the stop can mean."""
    word = before.lower().rpartition("-")[2]
    shouted = before.isupper() and not following.isupper()
    if word[0].isdigit():
        return "figure"
    if word in ("a.m", "p.m"):
        return "hour"
    if word in words.abbreviations and not (shouted and len(word) > 1):
        return "abbreviation"
    if word in words.endings and (before[0].isupper() or "." in word):
        return "ending"
    if len(word) == 1:
        return "initial"
    return "ending" if "." in word and max(map(len, word.split("."))) <= 2 else "word"


def _is_tag(text: str, at: int, words: _Words) -> bool:
    """Whether what follows only says who asks or exclaims."""
    tag = _TAG.match(text, at)
    after = text[at : at + 200].split(". ")[0].split()
    if tag is None or len(after) > TAG:
        return False
    return any(w.strip(".,:").lower() in words.tags for w in after[1:TAG_VERB])
