"""Document → Passages: sentences with offsets, each with the kind that its shape shows.

What stands above the first paragraph of running text is headline, standfirst, byline, date or caption; a
short line without a full stop between paragraphs is a cross-head.  A document of one or two lines is body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.datelines import HEADER, date_line, dateline, leading_date, names_day, place_and_day
from treatydiff.language import Language
from treatydiff.layout import CLOSING, Paragraph, is_entry, paragraphs
from treatydiff.model import Document, Passage, PassageKind, Span
from treatydiff.patterns import pattern
from treatydiff.sentences import sentences
from treatydiff.tables import once_a_language
from treatydiff.tokens import tokenise

_WORD = pattern(r"[A-Za-z]++(?![\w'’.-])|[^\W_]+(?:['’.-][^\W_]+)*")  # plain words are found faster
_MARKS = pattern("[\"“”„«»‘]|(?<!\\w)'")
_LABELLED = pattern(r"[^\W\d_]+(?: [^\W\d_]+)? ?[:|—–-] ")
_BRACKETED = pattern(r"\(([^()]{3,60})\)?\.?\Z")
_SIDE = pattern(r"\((?:[^\W\d_]+,? )?([^\W\d_]+(?: [^\W\d_]+)?)\)")
_TRANSCRIPT = pattern(r"[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{1,40}:\s")
STOPS = (".", "!", "?", "…")
ALONE = "\"'”’»"
"""Closing marks that a space may part from the sentence they close."""
LABEL = 45
"""Characters among which the colon stands behind a name that opens the line of a transcript."""
WHOLE = ("headline", "crosshead", "dateline")
"""Kinds that are one passage, whatever full stops they hold."""
LONGEST = 500
"""Characters from which a paragraph is running text, whatever else it looks like."""
RUNNING = ["…"] * LONGEST
"""Stands for the words of such a paragraph, of which it has too many for anything else."""
HEADLINE = 25
"""Words of the longest headline."""
SENTENCE_AS_HEADLINE = 16
"""Words of the longest headline that ends with a full stop."""
STANDFIRSTS = 2
"""Paragraphs of a standfirst at most."""
CROSSHEAD = 9
"""Words of the longest cross-head."""
LONGEST_BYLINE = 25
"""Words of the longest byline."""
LONGEST_CAPTION = 60
"""Words of the longest caption."""


def segment(document: Document, language: Language, stemmed: bool = True) -> tuple[Passage, ...]:
    """All passages of a document in the order of its text; `stemmed` as `tokenise` has it."""
    start, end = document.content or Span(0, len(document.text))
    parts = paragraphs(document.text, start, end, document.blocks)
    kinds = _Kinds(document.text, parts, language).all()
    passages: list[Passage] = []
    for number, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        for span, its_kind in _pieces(document.text, part, kind, language):
            tokens = tokenise(document.text, *span, language.code, stemmed)
            text = document.text[span.start : span.end]
            passages.append(Passage(document.id, len(passages), span, its_kind, number, text, tokens))
    return tuple(passages)


def _pieces(
    text: str, part: Paragraph, kind: _Kind, language: Language
) -> Iterator[tuple[Span, PassageKind]]:
    """A dateline, where the paragraph opens with one, then its sentences."""
    start = part.start
    if kind.opening:
        yield Span(start, start + kind.opening), "dateline"
        start += kind.opening
    if kind.kind in WHOLE:
        yield Span(start, part.end), kind.kind
        return
    for span in sentences(text, start, part.end, language):
        yield span, kind.kind


class _Kind:
    __slots__ = ("kind", "opening")

    def __init__(self, kind: PassageKind = "body", opening: int = 0) -> None:
        self.kind = kind
        self.opening = opening
        """Characters of the date or dateline before the first sentence."""


@once_a_language
def _sets(language: Language) -> dict[str, frozenset[str]]:
    sets = {
        key: frozenset(language.words("layout", key))
        for key in ("bylines", "byline_joins", "credits", "sides", "small", "articles")
    }
    cues = [*language.words("cues", "be"), *language.words("cues", "auxiliaries")]
    sets["finite"] = frozenset(cues) | frozenset(language.words("cues", "modals"))
    sets["stop"] = frozenset(language.words("grammar", "stop")) - sets["finite"]
    sets["people"] = frozenset(
        w for key in ("roles", "people", "titles") for w in language.words("names", key)
    )
    return sets


class _Kinds:
    """The kinds of all paragraphs of a text."""

    def __init__(self, text: str, parts: Sequence[Paragraph], language: Language) -> None:
        self.parts = parts
        self.language = language
        self.sets = _sets(language)
        self.texts = [text[p.start : p.end] for p in parts]
        self.words = [_WORD.findall(t) if len(t) <= LONGEST else RUNNING for t in self.texts]
        self.kinds = [_Kind() for _ in parts]

    def all(self) -> list[_Kind]:
        """The kind of each paragraph."""
        body = self._header()
        self._opening(body)
        if sum(p.lines for p in self.parts) > 2:
            self._rest(body)
        for part, kind in zip(self.parts, self.kinds, strict=True):
            if part.kind is not None:
                kind.kind = part.kind
        return self.kinds

    def _header(self) -> int:
        """Mark what stands above the running text; the index of its first paragraph."""
        short = sum(p.lines for p in self.parts) <= 2
        headline = -1
        last = -1
        for n, text in enumerate(self.texts[:HEADER]):
            if date_line(text, self.language) or (headline >= 0 and place_and_day(text, self.language)):
                self.kinds[n].kind = "dateline"
                last = n
            elif short or n + 1 >= len(self.parts):
                break
            elif headline < 0 and n == last + 1 and self._is_headline(n):
                self.kinds[n].kind = "headline"
                headline = last = n
            elif self._is_byline(n, headline >= 0):
                self.kinds[n].kind = "dateline"
                last = n
            elif self._is_caption(n, header=headline >= 0):
                self.kinds[n].kind = "caption"
                if n - last > STANDFIRSTS:
                    break
                last = n
            elif headline >= 0 and dateline(text, self.language):
                break
            elif headline >= 0 and n == headline + 1 and self._is_standfirst(n):
                self.kinds[n].kind = "standfirst"
                last = n
            elif self._is_label(n) and n - last <= (2 if last >= 0 and self._is_label(last) else 1):
                self.kinds[n].kind = "crosshead"
                last = n
            elif n - last > STANDFIRSTS:
                break
        if headline >= 0:
            for n in range(headline + 1, last):
                if self.kinds[n].kind == "body":
                    self.kinds[n].kind = "standfirst"
        return last + 1

    def _opening(self, body: int) -> None:
        """Find the date or dateline that the first paragraph opens with."""
        while body < min(len(self.parts), HEADER) and is_entry(self.texts[body], 0):
            # what a wire report puts in short above its first paragraph
            body += 1
        if body >= len(self.parts) or self.parts[body].kind is not None:
            return
        text = self.texts[body]
        alone = len(self.parts) > 2 and not any(_is_transcript(t) for t in self.texts[body + 1 :])
        found = leading_date(text, self.language) or dateline(text, self.language, alone=alone)
        if found and found.end < len(text):
            self.kinds[body].opening = found.end

    def _rest(self, body: int) -> None:
        """Mark cross-heads, captions and bylines among the paragraphs of running text."""
        for n in range(body, len(self.parts)):
            if self.kinds[n].opening:
                continue
            if not self.words[n]:  # a rule of stars or hyphens
                self.kinds[n].kind = "crosshead"
            elif self._is_caption(n, header=False):
                self.kinds[n].kind = "caption"
            elif self._is_crosshead(n):
                self.kinds[n].kind = "crosshead"
            elif self._is_signature(n):
                self.kinds[n].kind = "dateline"

    def _is_headline(self, n: int) -> bool:
        words = self.words[n]
        text = self.texts[n]
        if not 1 < len(words) <= HEADLINE or is_entry(text, 0) or self.parts[n].lines > 3:
            return False
        if _is_transcript(text) and any(_is_transcript(t) for t in self.texts[n + 1 : n + 3]):
            return False
        if not _ended(text) or text.isupper():
            return not text.endswith(":")
        if len(words) > SENTENCE_AS_HEADLINE or text.endswith("…"):
            return False
        low = [w.lower() for w in words]
        if text.endswith("?"):
            return not _MARKS.match(text)
        if len(words) > 3 and _capitals(words[1:], self.sets["small"]) >= 0.8:
            return True
        following = self.texts[n + 1]
        above = dateline(following, self.language) or self._is_label(n + 1) or self._is_byline(n + 1, True)
        if above:
            return True
        dated = names_day(text, self.language)
        return self.parts[n + 1].after_blank and not dated and not self.sets["articles"].intersection(low)

    def _is_standfirst(self, n: int) -> bool:
        """Whether the paragraph below the headline is no running text: without full stop, or a line of it."""
        under = not self.parts[n].after_blank and self.parts[n + 1].after_blank
        return len(self.words[n]) <= 40 and (under or not _ended(self.texts[n]))

    def _is_byline(self, n: int, below_headline: bool) -> bool:
        """Whether it names who wrote, as in "By Ada Holm in Riverton" and "Ada Holm, Political Editor"."""
        text, words = self.texts[n].lstrip("(*_ "), self.words[n]
        if len(words) > LONGEST_BYLINE or _ended(text.rstrip(".)*_ ")):
            return False
        if any(self._follows_names(text, opening) for opening in self.sets["bylines"]):
            return True
        return below_headline and (self._names_writer(text) or self._goes_on_byline(n))

    def _names_writer(self, text: str) -> bool:
        """Whether it is a name with at most a place, an outlet or a post behind it."""
        words = text.split()
        name = next((n for n, w in enumerate(words) if not w[0].isupper() or w.endswith(",")), len(words))
        rest = words[name:]
        if rest and rest[0].endswith(","):
            name, rest = name + 1, rest[1:]
        elif rest and rest[0] not in self.sets["byline_joins"]:
            return False
        plain = [w for w in rest if w.lower() not in self.sets["small"] | self.sets["byline_joins"]]
        named = 2 <= name <= 4 and not text.endswith(".") and len(words) <= 9 and not words[0].isupper()
        return named and all(w[0].isupper() for w in plain) and all(w.isalpha() for w in words[: name - 1])

    def _goes_on_byline(self, n: int) -> bool:
        """Whether it is a short line right below one that names the writer: the writer's post."""
        above = n > 0 and self.kinds[n - 1].kind == "dateline" and not self.parts[n].after_blank
        return above and len(self.words[n]) <= 6 and not date_line(self.texts[n - 1], self.language)

    def _follows_names(self, text: str, opening: str) -> bool:
        """Whether a text begins with a byline's words and, behind them, a name of two words and more."""
        if not text.lower().startswith(opening):
            return False
        names = text[len(opening) :].lstrip(": ").split()
        sure = " " in opening
        long = len(names) > 1 and names[1][:1].isupper() and len(names) <= 12
        return text[len(opening) :][:1] in " :" and bool(names) and names[0][:1].isupper() and (sure or long)

    def _is_caption(self, n: int, header: bool) -> bool:
        """Whether it tells what a picture shows, or who took it."""
        text, words = self.texts[n], self.words[n]
        if not words or len(words) > LONGEST_CAPTION:
            return False
        credits = self.sets["credits"]
        if len(words) <= 8 and any(c in text for c in "/:(©") and credits.intersection(map(str.lower, words)):
            return True
        if words[0].lower() in credits and _LABELLED.match(text):
            return True
        if "(" in text:
            credit = _BRACKETED.search(text)
            if credit and credits.intersection(w.lower() for w in _WORD.findall(credit.group(1))):
                return True
            if any(side.lower() in self.sets["sides"] for side in _SIDE.findall(text)):
                return True
        return header and self._is_verbless(n)

    def _is_verbless(self, n: int) -> bool:
        """A full stop behind names alone, without a verb: what a picture shows."""
        text, words = self.texts[n], self.words[n]
        if not _ended(text) or not 5 <= len(words) <= 25 or _MARKS.search(text):
            return False
        low = [w for w in words if w[0].islower()]
        known = self.sets["stop"] | self.sets["people"]
        return 0 < len(low) < len(words) / 2 and all(w in known for w in low) and words[0][0].isupper()

    def _is_label(self, n: int) -> bool:
        """A word or a few in capitals that stand for what comes below: "FULL TEXT."."""
        words = self.words[n]
        text = self.texts[n]
        return (
            0 < len(words) <= 6
            and text.isupper()
            and not is_entry(text, 0)
            and not any(c.isdigit() for c in text)
        )

    def _is_crosshead(self, n: int) -> bool:
        text, words = self.texts[n], self.words[n]
        if n + 1 >= len(self.parts) or len(words) > CROSSHEAD:
            return False
        following = self.texts[n + 1]
        goes_on = _ended(following) or is_entry(following, 0) or len(self.words[n + 1]) > CROSSHEAD
        if (
            not goes_on
            or is_entry(text, 0)
            or not (text[0].isupper() or text[0].isdigit() or text[0] in "'‘\"“*_#")
        ):
            return False
        if self._is_label(n):
            return True
        if _is_transcript(text):
            return False
        if text.endswith("?"):
            return not _MARKS.search(text)
        if text.endswith(":"):
            return len(words) == 1
        if _ended(text) or text[-1] in ",;—–-":
            return False
        return not _MARKS.search(text) or bool(_MARKS.match(text) and _MARKS.match(text[-1]))

    def _is_signature(self, n: int) -> bool:
        """Names of writers and editors at the end."""
        return n + 2 >= len(self.parts) and self._is_byline(n, False)


def _ended(text: str) -> bool:
    """Whether a text ends with a stop, but for closing marks, of which the last may stand alone."""
    end = text[-8:]
    alone = end[-2:-1] == " " and end[-1] in ALONE
    return end.rstrip(CLOSING).endswith(STOPS) or (alone and end[:-2].rstrip(CLOSING).endswith(STOPS))


def _is_transcript(text: str) -> bool:
    """Whether a paragraph begins with a name in capitals and a colon."""
    return ":" in text[:LABEL] and not text[1:2].islower() and _TRANSCRIPT.match(text) is not None


def _capitals(words: Sequence[str], small: frozenset[str]) -> float:
    """The share of words with a capital among those that a headline in title case would give one."""
    plain = [w for w in words if w.lower() not in small and not w[0].isdigit()]
    return sum(w[0].isupper() for w in plain) / len(plain) if plain else 0.0
