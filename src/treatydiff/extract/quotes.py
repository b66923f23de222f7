"""Who said what: direct, indirect and mixed speech with its cue and source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from treatydiff.extract.act import Act
from treatydiff.extract.acts import find_acts
from treatydiff.extract.blocks import LABEL, announces, goes_on, labelled, transcribed
from treatydiff.extract.cast import Cast
from treatydiff.extract.chains import chain_of, channel_of
from treatydiff.extract.discourse import Discourse
from treatydiff.extract.echoes import echoed
from treatydiff.extract.items import Item, Sentence, Shapes, find_sentences
from treatydiff.extract.marks import Marked
from treatydiff.extract.phrases import Parse, parse
from treatydiff.extract.sayings import Saying, digest, governing, handing_on, record
from treatydiff.extract.speakers import NOBODY, Speaker, Stage
from treatydiff.extract.syntax import Syntax, syntax_of
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Certainty, Document, Passage, Polarity, Quote, QuoteKind, Resolution, Span
from treatydiff.tokens import fold

COLON = ":"
FEWEST = 3
"""Words outside marks from which a partly quoted clause is a report of its own."""
WORDS_ALONE = 3
"""Words in marks that are hardly speech where nothing shows that somebody says them."""
SENTENCE_ENDS = (".", "!", "?", "…")


def find_quotes(
    document: Document, passages: Sequence[Passage], marked: Sequence[Marked], cast: Cast, language: Language
) -> tuple[tuple[Quote, ...], list[Parse]]:
    """All acts of speech in the order of the text, and the sentences as they were read for that."""
    sentences = find_sentences(document.text, passages, marked, _shapes(syntax_of(language)))
    reporter = _Reporter(document, cast, language, marked)
    return reporter.report(sentences), reporter.parsed


def _shapes(syntax: Syntax) -> Shapes:
    def finite(word: str) -> bool:
        forms = syntax.forms(word)[0]
        return syntax.closed.get(word) in ("A", "B") or bool(forms & {"past", "ed", "s"})

    return Shapes(
        syntax.cues.forms.__contains__,
        finite,
        syntax.sets["tails"],
        syntax.sets["tails"] | syntax.sets["shortened"],
    )


class _Loose(NamedTuple):
    """A quotation that no cue of its sentence governs."""

    sentence: Sentence
    at: int
    """Index of its item."""
    alone: bool
    """Whether hardly a word stands by it."""
    opens: bool
    """Whether nothing but quotations stands before it."""
    so_far: Saying | None
    """The act before it in the paragraph."""


class _Reporter:
    """Goes through a document paragraph by paragraph and writes down who says what."""

    def __init__(self, document: Document, cast: Cast, language: Language, marked: Sequence[Marked]) -> None:
        self.document = document
        self.text = document.text
        self.cast = cast
        self.syntax = syntax_of(language)
        self.marked = marked
        self.discourse = Discourse(cast, [Span(m.outer_start, m.outer_end) for m in marked])
        self.stage = Stage(document.text, cast, language, self.syntax, self.discourse)
        self.people = cast.words.people | cast.words.role_heads
        self.talkers = self.people | self.syntax.cues.sets["persons"] | self.syntax.cues.sets["bodies"]
        self.out: list[Quote] = []
        self.used: set[int] = set()
        """Quotations that have a record."""
        self.last: Saying | None = None
        """The latest act that may hand its speaker on."""
        self.running = False
        """Whether the paragraph before ended within a quotation or with a colon."""
        self.block: Saying | None = None
        """The act whose words stand in full in the paragraphs that follow, without marks."""
        self.first = True
        """Whether no such paragraph has come yet."""
        self.own = frozenset(language.table("grammar", "pronouns")["first"])
        self.labels: dict[int, Span] = {}
        self.parsed: list[Parse] = []
        """The sentences read so far; those that stand in full as somebody's words are not among them."""

    def report(self, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
        """All records, in the order of the text."""
        lines = [list(line) for _, line in groupby(sentences, key=lambda s: s.line)]
        nouns = self.people | self.syntax.cues.sets["persons"]
        self.labels = transcribed(self.text, lines, self.cast, self.syntax, nouns)
        for line in lines:
            if not self._unmarked(line):
                self._paragraph(line)
        out = echoed(sorted(self.out, key=lambda q: (q.span.start, -q.span.end, q.kind)), self.text)
        # A word or two in a headline's marks is speech only where the report says whose.
        return tuple(q for q in out if q.speaker or q.cue or q.kind != "direct" or self._says_much(q.span))

    def _says_much(self, span: Span) -> bool:
        """Whether words in marks are many, or a clause of their own ("It doesn't sleep")."""
        words = self.text[span.start : span.end].split()
        return len(words) > WORDS_ALONE or any(
            self.syntax.closed.get(fold(w.strip(",.!?"))) in ("A", "B", "H") for w in words
        )

    def _unmarked(self, sentences: Sequence[Sentence]) -> bool:
        """Whether a whole paragraph is speech without marks, which is then recorded."""
        start, end = sentences[0].start, sentences[-1].end
        if (label := self.labels.get(start)) is not None:
            saying = self._labelled(sentences[0], label)
            start = label.end + len(COLON)
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
            self._record(sentences[0], Span(start, end), "direct", saying)
            self.last, self.running, self.block, self.first = saying, False, saying, False
            return True
        if self.block is None:
            return False
        parsed = [parse(s.items, self.syntax, self.people) for s in sentences]
        if self.text[end - 1] == ":" or not all(goes_on(p, self.first, self.own) for p in parsed):
            self.block = None
            return False
        self._record(
            sentences[0],
            Span(start, end),
            "direct",
            self.block,
            not self.first,
            None if self.first else "possible",
        )
        self.last, self.running, self.first = self.block, False, False
        return True

    def _paragraph(self, sentences: Sequence[Sentence]) -> None:
        loose: list[_Loose] = []
        before = self.last if self.running else None
        here: Saying | None = None
        told: list[Saying] = []
        for sentence in sentences:
            parsed = parse(self._items(sentence), self.syntax, self.people)
            self.parsed.append(parsed)
            self.discourse.enter(parsed, sentence.start, sentence.end, sentence.line)
            acts = find_acts(parsed)
            sayings = self._sayings(sentence, parsed, acts)
            latest: Saying | None = None
            quoted: Sequence[int] = ()
            if "Q" in parsed.tags:
                quoted = [at for at, letter in enumerate(parsed.tags) if letter == "Q"]
                alone = sum([i.kind == "word" for i in sentence.items]) <= 2
                lead = next(
                    (k for k, i in enumerate(sentence.items) if i.kind != "quote"), len(sentence.items)
                )
            for at in quoted:
                item = sentence.items[at]
                if (labelled := self._label(sentence, item)) is not None:
                    latest = labelled
                    self._direct(sentence, item, labelled)
                    continue
                n = governing(at, acts, sayings)
                if n is None:
                    loose.append(_Loose(sentence, at, alone, at <= lead, here))
                elif sentence.passage in self.cast.headlines or not self._term(parsed, at, acts[n]):
                    self._direct(sentence, item, sayings[n])
                    latest = sayings[n] if sayings[n].speaker is not NOBODY else latest
            for act, saying in zip(acts, sayings, strict=True):
                if not act.silent:
                    self._report_of(sentence, parsed, act, saying)
            latest = latest or handing_on(acts, sayings, self.talkers)
            if latest is not None:
                here = latest
                told.append(here)
            elif any(a.cue.kind == "passive" and a.source is None and a.inside < 0 for a in acts):
                # "It was reported that …": whoever spoke before says nothing further
                here = Saying(NOBODY, sentence.line)
        for quotation in loose:
            self._loose(quotation, before, told)
        if here is not None:
            self.last = here
        final = sentences[-1].items[-1]
        announced = final.kind == "mark" and final.text == ":"
        self.running = announced or (final.kind == "quote" and not self.marked[final.quote].closed)
        full = announced and latest is not None and latest is here and announces(parsed, latest)
        self.block, self.first = (here if full else None), True

    def _items(self, sentence: Sentence) -> Sequence[Item]:
        """The items of a sentence; where all words have capitals, as in headlines, only names keep them."""
        if sentence.passage not in self.cast.headlines:
            return sentence.items
        return [
            i._replace(text=i.low) if i.capital and self.discourse.mention_at(i.start, i.end) is None else i
            for i in sentence.items
        ]

    def _sayings(self, sentence: Sentence, parsed: Parse, acts: Sequence[Act]) -> list[Saying]:
        """Each act of a sentence with its speaker, its channel and the chain from the speaker outwards."""
        found: list[tuple[Speaker, str | None, str | None]] = []
        """Speaker, channel and whom the speaker has it from."""
        items = sentence.items
        for act in acts:
            spans = [Span(items[a].start, items[b - 1].end) for a, b in act.content]
            hearer = Span(items[act.hearer[0]].start, items[act.hearer[1] - 1].end) if act.hearer else None
            speaker = self.stage.resolve(parsed, act.source, [*spans, hearer] if hearer else spans)
            if speaker.name and act.inside < 0:
                self.stage.spoken.append(speaker)
                if speaker.entity is not None:
                    quoted = any("Q" in parsed.tags[a:b] for a, b in act.content)
                    self.discourse.spoke(speaker.entity, quoted)
            channel = channel_of(self.text, hearer, sentence, act, self.cast, speaker.name, self.syntax.sets)
            via = self.stage.resolve(parsed, act.via, spans).name if act.via else None
            found.append((speaker, channel, via))
        out: list[Saying] = []
        for n, (act, (speaker, channel, _)) in enumerate(zip(acts, found, strict=True)):
            cue = Span(items[act.cue.first].start, items[act.cue.after - 1].end)
            id = digest("T", self.document.id, cue.start, speaker.name)
            chain = chain_of(n, acts, found)
            out.append(Saying(speaker, sentence.line, act, cue, channel, chain, _polarity(act, acts), id))
        return out

    def _direct(
        self, sentence: Sentence, item: Item, saying: Saying, carried: bool = False, sure: bool = True
    ) -> None:
        """The record of what stands between a pair of marks."""
        m = self.marked[item.quote]
        words = self.text[m.start : m.end]
        if item.quote in self.used or not words.strip():
            return
        self.used.add(item.quote)
        span = Span(m.end - len(words.lstrip()), m.start + len(words.rstrip()))
        certainty: Certainty | None = None if sure else "possible"
        self._record(sentence, span, "direct", saying, carried, certainty)

    def _report_of(self, sentence: Sentence, parsed: Parse, act: Act, saying: Saying) -> None:
        """The indirect or mixed record of an act, where it has words outside the marks."""
        items, tags = sentence.items, parsed.tags

        def outside(a: int, b: int) -> int:
            pairs = zip(items[a:b], tags[a:b], strict=True)
            return len([1 for item, letter in pairs if letter not in "CSQ" and item.kind == "word"])

        quoted = any("Q" in tags[a:b] for a, b in act.content)
        if sum(outside(a, b) for a, b in act.content) < (FEWEST if quoted else 1):
            return
        parts = []
        for a, b in act.content:
            while a < b and (items[a].low in self.syntax.sets["that"] or items[a].kind == "mark"):
                a += 1
            while b > a and items[b - 1].kind == "mark":
                b -= 1
            if a < b and outside(a, b):
                parts.append(Span(items[a].start, items[b - 1].end))
        if not parts:
            return
        span = _one_span(parts)
        within = any(i.kind == "quote" and span.start <= i.start and i.end <= span.end for i in items)
        self._record(sentence, span, "mixed" if within else "indirect", saying)

    def _term(self, p: Parse, at: int, act: Act) -> bool:
        """Whether a word or two in marks are a term within a report, not the speaker's own words."""
        m = self.marked[p.items[at].quote]
        words = self.text[m.start : m.end].split()
        if len(words) > 1 and _title_like(words) and words[-1][-1] not in ",.!?" and act.cue.lemma != "call":
            return True
        if not words or len(words) > 2 or act.cue.after > act.cue.first + 1:
            return False
        if p.at(at - 1) in "QBP,:;—^" or p.has(at - 1, "articles") or p.at(at + 1) in "Q,:;—.":
            return False
        reported = any(p.tags[i] == "S" and p.has(i, "that") for i in range(act.cue.after, at))
        return reported and words[-1].islower() and at - act.cue.after > 6

    def _label(self, sentence: Sentence, item: Item) -> Saying | None:
        """The speaker of a transcript's line, whose name in capitals stands within the marks."""
        m = self.marked[item.quote]
        colon = self.text.find(COLON, m.start, m.end)
        label = LABEL.match(self.text, m.start, m.end) if colon >= 0 else None
        return self._labelled(sentence, Span(label.start(1), label.end(1))) if label else None

    def _labelled(self, sentence: Sentence, label: Span) -> Saying:
        """The act of the one whose name opens a transcript's line."""
        speaker = labelled(self.text, label, self.cast)
        self.stage.spoken.append(speaker)
        cue = Span(label.end, label.end + len(COLON))
        return Saying(speaker, sentence.line, cue=cue, chain=(speaker.name,) if speaker.name else ())

    def _loose(self, loose: _Loose, before: Saying | None, told: Sequence[Saying]) -> None:
        """A quotation without a cue in its sentence: carried on, handed back, or nobody's speech."""
        sentence, at, alone, opens, so_far = loose
        item, items = sentence.items[at], sentence.items
        m = self.marked[item.quote]
        inner = self.text[m.start : m.end].strip()
        words = inner.split()
        nobody = Saying(NOBODY, sentence.line)
        if opens and at + 1 < len(items) and items[at + 1].text == ":" and items[at + 1].kind == "mark":
            # a headline's: "'The dam will hold': villagers told to leave"
            self._direct(sentence, item, nobody)
        elif alone or (opens and inner.endswith(SENTENCE_ENDS)):
            given = so_far or before or (told[0] if told else None)
            if given is None and self.last is not None and opens and len(words) > WORDS_ALONE:
                given = self.last if sentence.line - self.last.line <= 1 else None
            if given is not None:
                self._direct(sentence, item, given, carried=True, sure=so_far is not None)
            elif len(words) > WORDS_ALONE:
                self._direct(sentence, item, nobody)
        elif (len(words) > WORDS_ALONE or sentence.passage == 0) and not _title_like(words):
            given = so_far or (told[0] if told else None) or nobody
            self._direct(sentence, item, given, carried=True, sure=given is nobody)

    def _record(
        self,
        sentence: Sentence,
        span: Span,
        kind: QuoteKind,
        saying: Saying,
        carried: bool = False,
        certainty: Certainty | None = None,
    ) -> None:
        resolution: Resolution | None = "carried" if carried else None
        self.out.append(
            record(self.document.id, self.text, sentence.passage, span, kind, saying, resolution, certainty)
        )


def telling(quotes: Sequence[Quote], text: str, language: Language) -> tuple[Quote, ...]:
    """The quotes but for those that tell that something was said, not what ("denied it")."""
    sets = syntax_of(language).sets
    empty = sets["stand_ins"] | sets["to"]
    return tuple(
        q
        for q in quotes
        if q.kind == "direct" or not empty.issuperset(fold(text[q.span.start : q.span.end]).split())
    )


def _polarity(act: Act, acts: Sequence[Act]) -> Polarity:
    """-1 where the speaker denies, declines or does not say it."""
    outer = acts[act.inside] if act.inside >= 0 else None
    if outer is not None and outer.cue.name == "denial" and act.cue.kind == "infinitive":
        # "declined to say whether …"
        return 1 if outer.cue.negative else -1
    return -1 if (act.cue.name == "denial") != act.cue.negative else 1


def _one_span(parts: Sequence[Span]) -> Span:
    """One span for a clause that its tag may cut in two, unless the tag is the longer of them."""
    whole = Span(parts[0].start, parts[-1].end)
    said = sum(p.end - p.start for p in parts)
    if 2 * said > whole.end - whole.start:
        return whole
    return max(parts, key=lambda p: p.end - p.start)


def _title_like(words: Sequence[str]) -> bool:
    """Whether all longer words have a capital, as in the title of a work."""
    long = [w for w in words if len(w) > 3]
    return len(words) < 9 and bool(long) and all(w[0].isupper() for w in long)
