"""Who said what: direct, indirect and mixed speech with its cue and source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.extract.acts import find_acts
from treatydiff.extract.cast import Cast
from treatydiff.extract.chains import channel_of
from treatydiff.extract.contents import Act
from treatydiff.extract.items import Item, Sentence, Shapes, find_sentences
from treatydiff.extract.marks import Marked, find_marked
from treatydiff.extract.phrases import Parse, parse
from treatydiff.extract.speakers import NOBODY, Speaker, Stage
from treatydiff.extract.tags import Syntax, syntax_of
from treatydiff.language import Language
from treatydiff.model import Certainty, Document, Passage, Quote, QuoteKind, Resolution, Span

_LABEL = re.compile(r"\s*((?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+ ?){1,4}):\s")
FEWEST = 3
"""Words outside marks from which a partly quoted clause is a report of its own."""
SENTENCE_ENDS = (".", "!", "?", "…")


def find_quotes(
    document: Document, passages: tuple[Passage, ...], cast: Cast, language: Language
) -> tuple[Quote, ...]:
    """All acts of speech in the order of the text."""
    content = document.content or Span(0, len(document.text))
    marked = find_marked(document.text, content.start, content.end)
    sentences = find_sentences(document.text, passages, marked, _shapes(syntax_of(language)))
    return _Reporter(document, passages, cast, language, marked).report(sentences)


def _shapes(syntax: Syntax) -> Shapes:
    def finite(word: str) -> bool:
        forms = syntax.forms(word)[0]
        return syntax.closed.get(word) in ("A", "B") or bool(forms & {"past", "ed", "s"})

    return Shapes(syntax.cues.forms.__contains__, finite, syntax.sets["tails"])


class _Given:
    """What is known of the one act of speech that a record belongs to."""

    __slots__ = ("act", "chain", "channel", "cue", "end", "id", "line", "speaker", "start")

    def __init__(self, speaker: Speaker, act: Act | None, line: int, start: int, end: int) -> None:
        self.speaker = speaker
        self.act = act
        self.line = line
        self.start = start
        self.end = end
        self.cue: Span | None = None
        self.channel: str | None = None
        self.chain: tuple[str, ...] = ()
        self.id = ""


class _Reporter:
    def __init__(
        self,
        document: Document,
        passages: Sequence[Passage],
        cast: Cast,
        language: Language,
        marked: Sequence[Marked],
    ) -> None:
        self.document = document
        self.text = document.text
        self.cast = cast
        self.syntax = syntax_of(language)
        self.marked = marked
        hidden = [Span(m.outer_start, m.outer_end) for m in marked]
        self.stage = Stage(document.text, cast, language, self.syntax, hidden, passages)
        self.people = cast.words.people | cast.words.role_heads
        self.out: list[Quote] = []
        self.used: set[int] = set()
        self.waiting: list[tuple[int, int]] = []
        """Quotations (with their passage) of this paragraph that no cue of their sentence governs."""
        self.last: _Given | None = None
        """The latest act that may hand its speaker on."""
        self.running = False
        """Whether the paragraph before ended within a quotation or with a colon."""

    def report(self, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
        line: list[Sentence] = []
        for sentence in [*sentences, None]:
            if line and (sentence is None or sentence.line != line[0].line):
                self._paragraph(line)
                line = []
            if sentence is not None:
                line.append(sentence)
        out = sorted(self.out, key=lambda q: (q.span.start, -q.span.end, q.kind))
        out = [self._echoed(q, out) if q.kind == "direct" and q.speaker is None else q for q in out]
        # A word or two in a headline's marks is speech only where the report says whose.
        return tuple(q for q in out if q.speaker or q.cue or q.kind != "direct" or len(self._plain(q)) > 3)

    def _echoed(self, quote: Quote, quotes: Sequence[Quote]) -> Quote:
        """A quotation without a speaker (a headline's) whose words stand in one that has one."""
        words = self._plain(quote)
        if len(words) < 2:
            return quote
        wanted = f" {' '.join(words)} "
        for other in quotes:
            if other.kind != "direct" or other.speaker is None:
                continue
            theirs = self._plain(other)
            shared = len(set(words) & set(theirs)) >= 0.8 * len(set(words)) and len(words) > 4
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

    def _plain(self, quote: Quote) -> list[str]:
        return re.findall(r"[^\W_]+", self.text[quote.span.start : quote.span.end].lower())

    def _paragraph(self, sentences: Sequence[Sentence]) -> None:
        loose: list[tuple[Sentence, Item, _Given | None]] = []
        before = self.last if self.running else None
        here: _Given | None = None
        later: list[_Given] = []
        for sentence in sentences:
            parsed = parse(sentence.items, self.syntax, self.people)
            acts = find_acts(parsed)
            given = [self._given(sentence, parsed, act) for act in acts]
            self._chains(sentence, acts, given)
            for item in sentence.items:
                if item.kind == "quote":
                    if labelled := self._label(sentence, item):
                        here = labelled
                        later.append(labelled)
                        self._direct(sentence, item, labelled, "own")
                        continue
                    governed = self._governor(sentence, item, acts, given)
                    if governed is None:
                        loose.append((sentence, item, here))
                    elif not self._term(sentence, item, acts[governed]):
                        self._direct(sentence, item, given[governed], "own")
            for n, act in enumerate(acts):
                self._report_of(sentence, act, given[n])
            top = [g for n, g in enumerate(given) if acts[n].inside < 0 and g.speaker is not NOBODY]
            if top:
                here = top[-1]
                later.append(here)
        for sentence, item, so_far in loose:
            self._loose(sentence, item, so_far, before, later)
        if here is not None:
            self.last = here
        final = sentences[-1].items[-1]
        self.running = (final.kind == "quote" and not self.marked[final.quote].closed) or (
            final.kind == "mark" and final.text == ":"
        )
        if len(sentences) == 1 and final.kind == "quote" and here is None and before is not None:
            self.running = self.running or False

    def _given(self, sentence: Sentence, parsed: Parse, act: Act) -> _Given:
        speaker = self.stage.resolve(parsed, act.source)
        if speaker.name and act.inside < 0:
            self.stage.spoken.append(speaker)
        elif speaker.name and act.inside >= 0 and speaker.entity is None:
            pass
        items = sentence.items
        first = min([act.tag[0], *(a for a, _ in act.content)])
        last = max([act.tag[1], *(b for _, b in act.content)])
        out = _Given(speaker, act, sentence.line, items[first].start, items[last - 1].end)
        out.cue = Span(items[act.cue.first].start, items[act.cue.after - 1].end)
        key = f"{self.document.id}\x00{out.cue.start}\x00{speaker.name}"
        out.id = "T-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return out

    def _chains(self, sentence: Sentence, acts: Sequence[Act], given: Sequence[_Given]) -> None:
        for act, one in zip(acts, given, strict=True):
            hearer = None
            if act.hearer is not None:
                a, b = act.hearer
                hearer = Span(sentence.items[a].start, sentence.items[b - 1].end)
            one.channel = channel_of(self.text, hearer, sentence, act, self.cast, one.speaker.name)
        for n, act in enumerate(acts):
            chain = [given[n].speaker.name or "", given[n].channel or ""]
            m = act.inside
            while m >= 0:
                chain += [given[m].speaker.name or "", given[m].channel or ""]
                m = acts[m].inside
            seen: list[str] = []
            for name in chain:
                if name and name not in seen:
                    seen.append(name)
            given[n].chain = tuple(seen)

    def _governor(
        self, sentence: Sentence, item: Item, acts: Sequence[Act], given: Sequence[_Given]
    ) -> int | None:
        """The index of the act whose content holds a quotation: the innermost with a source first."""
        at = sentence.items.index(item)
        holding = [n for n, act in enumerate(acts) if any(a <= at < b for a, b in act.content)]
        if not holding:
            return None
        sourced = [n for n in holding if acts[n].source is not None]
        if not sourced:
            return holding[-1]

        def rank(n: int) -> tuple[bool, int, int]:
            first, last = acts[n].tag
            weak = acts[n].inside >= 0 and (
                acts[n].cue.kind != "finite"
                or acts[n].cue.name in ("thought", "document")
                or given[n].speaker.entity is None
                or given[n].speaker.resolution == "none"
            )
            return (weak, min(abs(at - last), abs(first - 1 - at)), -n)

        return min(sourced, key=rank)

    def _direct(self, sentence: Sentence, item: Item, given: _Given, how: str) -> None:
        m = self.marked[item.quote]
        if item.quote in self.used or not self.text[m.start : m.end].strip():
            return
        self.used.add(item.quote)
        speaker = given.speaker
        resolution: Resolution = speaker.resolution
        certainty: Certainty = speaker.certainty
        if how != "own" and speaker.name:
            resolution = "carried"
            certainty = "possible" if how == "far" else certainty
        start = m.start + len(self.text[m.start : m.end]) - len(self.text[m.start : m.end].lstrip())
        end = m.start + len(self.text[m.start : m.end].rstrip())
        self._record(sentence, Span(start, max(start, end)), "direct", given, resolution, certainty)

    def _report_of(self, sentence: Sentence, act: Act, given: _Given) -> None:
        """The indirect or mixed record of an act, where it has words outside the marks."""
        items = sentence.items
        outside = sum(
            i.kind == "word" and i.low not in ("and", "that", "or", "but")
            for a, b in act.content
            for i in items[a:b]
        )
        quoted = any(i.kind == "quote" for a, b in act.content for i in items[a:b])
        if outside < (FEWEST if quoted else 1):
            return
        parts = []
        for a, b in act.content:
            while a < b and (items[a].low == "that" or items[a].kind == "mark"):
                a += 1
            while b > a and items[b - 1].kind == "mark":
                b -= 1
            if a < b:
                parts.append((a, b))
        if not parts:
            return
        widest = max(parts, key=lambda p: items[p[1] - 1].end - items[p[0]].start)
        span = Span(items[widest[0]].start, items[widest[1] - 1].end)
        kind: QuoteKind = (
            "mixed" if any(i.kind == "quote" for i in items[widest[0] : widest[1]]) else "indirect"
        )
        self._record(sentence, span, kind, given, given.speaker.resolution, given.speaker.certainty)

    def _term(self, sentence: Sentence, item: Item, act: Act) -> bool:
        """Whether a word or two in marks are a term within a report, not the speaker's own words."""
        m = self.marked[item.quote]
        inner = self.text[m.start : m.end]
        words = inner.split()
        if len(words) > 1 and _title_like(words) and inner[-1] not in ",.!?" and act.cue.lemma != "call":
            return True
        if not words or len(words) > 2 or act.cue.after > act.cue.first + 1:
            return False
        items = sentence.items
        at = items.index(item)
        before = items[at - 1] if at else None
        after = items[at + 1] if at + 1 < len(items) else None
        if before is None or after is None or before.kind != "word" or after.kind != "word":
            return False
        reported = any(i.low == "that" for i in items[act.cue.after : at])
        plain = before.low in self.syntax.sets["be"] or before.low in ("a", "an", "the", "as", "to", "of")
        return reported and not plain and words[-1].islower() and at - act.cue.after > 6

    def _label(self, sentence: Sentence, item: Item) -> _Given | None:
        """The speaker of a transcript's line, whose name in capitals stands within the marks."""
        m = self.marked[item.quote]
        label = _LABEL.match(self.text, m.start, m.end)
        if label is None:
            return None
        span = Span(label.start(1), label.end(1))
        name = label[1].title()
        key = name.split()[-1].lower()
        known = next((e for e in self.cast.entities if e.keys[-1] == key and e.kind != "place"), None)
        speaker = Speaker(
            known.name if known else name, label[1], span, "surname" if known else "name", "likely", known
        )
        out = _Given(speaker, None, sentence.line, m.start, m.end)
        self.stage.spoken.append(speaker)
        return out

    def _loose(
        self,
        sentence: Sentence,
        item: Item,
        so_far: _Given | None,
        before: _Given | None,
        later: Sequence[_Given],
    ) -> None:
        """A quotation without a cue in its sentence: carried on, handed back, or nobody's speech."""
        m = self.marked[item.quote]
        inner = self.text[m.start : m.end].strip()
        words = inner.split()
        items = sentence.items
        at = items.index(item)
        alone = sum(i.kind == "word" for i in items) <= 2
        opens = at == 0 or all(i.kind == "quote" for i in items[:at])
        whole = (opens and (alone or inner.endswith(SENTENCE_ENDS))) or alone
        if whole:
            given = so_far or before
            how = "near" if so_far else "far"
            if given is None and later:
                given = later[0]
            if (
                given is None
                and self.last is not None
                and opens
                and sentence.line - self.last.line <= 1
                and len(words) > 3
            ):
                given, how = self.last, "far"
            if given is not None:
                self._direct(sentence, item, given, how)
                return
            if len(words) > 3:
                self._direct(sentence, item, _Given(NOBODY, None, sentence.line, m.start, m.end), "far")
            return
        if (len(words) < 4 and sentence.passage > 0) or _title_like(words):
            return
        given = so_far or (later[0] if later else None)
        if given is None:
            given = _Given(NOBODY, None, sentence.line, m.start, m.end)
        self._direct(sentence, item, given, "far")

    def _record(
        self,
        sentence: Sentence,
        span: Span,
        kind: QuoteKind,
        given: _Given,
        resolution: Resolution,
        certainty: Certainty,
    ) -> None:
        words = self.text[span.start : span.end]
        key = f"{self.document.id}\x00{words}\x00{span.start}\x00{kind}"
        act, speaker = given.act, given.speaker
        negative = act is not None and (
            act.cue.name == "denial" or (act.cue.negative and act.cue.name != "denial")
        )
        self.out.append(
            Quote(
                id="Q-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8],
                document=self.document.id,
                passage=sentence.passage,
                span=span,
                kind=kind,
                speaker=speaker.name,
                mention=speaker.mention,
                mention_span=speaker.span,
                cue=self.text[given.cue.start : given.cue.end] if given.cue else None,
                cue_span=given.cue,
                cue_class=act.cue.name if act else None,
                polarity=-1 if negative else 1,
                resolution=resolution if speaker.name else "none",
                certainty=certainty,
                channel=given.channel,
                chain=given.chain,
                attribution=given.id
                or "T-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8],
            )
        )


def _title_like(words: Sequence[str]) -> bool:
    """Whether all longer words have a capital, as in the title of a work."""
    long = [w for w in words if len(w) > 3]
    return len(words) < 9 and bool(long) and all(w[0].isupper() for w in long)
