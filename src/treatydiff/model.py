"""Every value that crosses a stage, frozen; nothing here knows how it is made.

The way of the data: `Document` → `Passage` → `Reading` (quotes and claims) → `Link` → `Finding` →
`Comparison`.  All spans are half-open and count Unicode code points of `Document.text` exactly as loaded,
so that ``document.text[span.start:span.end]`` is always the evidence itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.days import date
from treatydiff.frozen import NamedTuple, dataclass, field
from treatydiff.hints import Any, Literal

PassageKind = Literal["body", "headline", "standfirst", "caption", "crosshead", "dateline"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Resolution = Literal["name", "surname", "role", "pronoun", "carried", "none"]
Certainty = Literal["likely", "possible"]
NameKind = Literal["person", "place", "organisation", "unknown"]
Status = Literal["done", "ongoing", "planned", "expected", "attempted", "cancelled", "possible"]
FindingKind = Literal["shared", "contradiction", "unique"]
Relation = Literal["contradiction", "difference"]
Polarity = Literal[1, -1]

SET_ASIDE: frozenset[PassageKind] = frozenset({"headline", "caption", "crosshead", "dateline"})
"""Kinds of passage that are aligned like all others but never make a unique finding."""
AHEAD: frozenset[Status] = frozenset({"planned", "expected", "attempted", "possible"})
"""What has yet to be, or may never be."""


class Span(NamedTuple):
    """A half-open range of code points in `Document.text`."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """Number of code points that both ranges hold."""
        start, end = self
        first, last = other
        common = (end if end < last else last) - (start if start > first else first)
        return common if common > 0 else 0


class Token(NamedTuple):
    """A word or figure of a text, with its place and the forms it is matched by."""

    start: int
    end: int
    text: str
    norm: str
    """Case-folded, accents and possessive ending dropped."""
    stem: str
    """Porter2 stem of `norm` (Porter 2001, https://snowballstem.org/algorithms/english/stemmer.html)."""


class Block(NamedTuple):
    """A place in a document whose kind its format shows: a heading, a picture, markup that is no text."""

    span: Span
    kind: PassageKind | None
    """None for what is not part of the report."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report as loaded; `text` is never rewritten."""

    id: str
    label: str
    text: str
    path: str | None = None
    """As given on the command line or in the manifest; "-" for standard input; None when text was given."""
    manifest: str | None = None
    """The manifest that names it, if any: the documents of a manifest are reports of one event."""
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
    based_on: tuple[str, ...] = ()
    content: Span | None = None
    """The part of `text` that is the report, where front matter stands before it; None for all of it."""
    blocks: tuple[Block, ...] = ()
    """In the order of the text; all between them is paragraphs."""
    sha256: str = ""
    """Digest of the bytes as read (of the UTF-8 text where no file was read)."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Keys of a manifest or front matter that the tool does not know, handed through to the JSON."""
    notes: tuple[str, ...] = ()
    """What had to be taken for granted to read it: its encoding, its language."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a line that stands for one (headline, caption, list entry)."""

    document: str
    index: int
    """0-based position in the document."""
    span: Span
    kind: PassageKind
    paragraph: int
    """0-based number of the paragraph it stands in."""
    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as the closed interval that its wording allows."""

    span: Span
    """The figure with its approximator and unit: "at least 40 people", "nearly three years"."""
    low: float
    high: float
    """In `unit`, after conversion; `low == high` for an exact figure, ±inf for an open side."""
    unit: str
    """Canonical unit ("person", "percent", "usd", "km", "day", …) or "" for a bare count."""
    noun: tuple[str, ...] = ()
    """Stems of what is counted or measured, with its qualifiers, head last."""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression resolved to the days (and minutes) that it may mean."""

    span: Span
    start: str
    end: str
    """ISO 8601, first and last moment that the words allow, both inclusive ("2025-01-17"); with a time of
    day at grain "minute" ("2025-01-17T04:52")."""
    grain: Literal["minute", "day", "week", "month", "year", "unknown"]
    relation: Literal["at", "before", "after", "since", "until"] = "at"
    weekday: int | None = None
    """0 (Monday) to 6, where the words name a day of the week or the day is known."""
    clock: tuple[int, int] | None = None
    """First and last minute of the day that the words allow."""
    zone: str = ""
    """The time zone that the words name: "GMT"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name, or a phrase or pronoun that stands for one."""

    span: Span
    kind: NameKind
    entity: str
    """The fullest form that the document (in a comparison, the event) gives; the key of identity."""
    resolution: Resolution = "name"


@dataclass(frozen=True, slots=True)
class Quote:
    """One marked segment of speech, or one reported clause: cue, source and content as in PARC."""

    id: str
    document: str
    passage: int
    span: Span
    """Direct: what stands between the marks. Indirect and mixed: the reported clause."""
    kind: QuoteKind
    speaker: str | None
    mention: str | None
    """What the text itself calls the speaker: "He", "the Russian leader"."""
    mention_span: Span | None
    cue: str | None
    cue_span: Span | None
    cue_class: str | None
    """neutral, assertive, denial, doubt, concession, order, document …"""
    polarity: Literal[1, -1]
    """-1 where the speaker denies the content."""
    resolution: Resolution
    certainty: Certainty
    channel: str | None
    chain: tuple[str, ...]
    """From the speaker outwards to the report."""
    attribution: str
    """Shared by the records of one act of speech."""
    roles: tuple[str, ...] = ()
    """What the document says beside the speaker's name that he or she is: "harbour master"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or an adjective after "be", with how its clause asserts it."""

    span: Span
    """The verb itself, with the rest of an idiom: "put pen to paper"."""
    stem: str
    """The stem that all its forms share: "rise" for "rose"; of an idiom, of the verb that it stands for."""
    group: Span
    """From the first auxiliary, or from what governs it, to the verb: "has yet to be signed"."""
    polarity: Polarity = 1
    """-1 where the clause says that it is not so."""
    status: Status = "done"
    hedged: bool = False
    passive: bool = False
    denied: bool = False
    """Whether the clause says that somebody denies it."""
    state: bool = False
    """Whether it is an adjective."""
    noun: bool = False
    """Whether it is a noun that a verb says to take place or not: "the vote was put off"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause that asserts one thing, with what governs it."""

    document: str
    index: int
    """0-based position among the claims of the document."""
    passage: int
    span: Span
    kind: PassageKind
    text: str
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    names: tuple[Name, ...] = ()
    polarity: Polarity = 1
    status: Status = "done"
    hedged: bool = False
    speaker: str | None = None
    """Who says it, where someone other than the report does."""
    denied_by: str | None = None
    """Who denies it, where the same sentence says so."""
    quotes: tuple[str, ...] = ()
    """Ids of the quotes whose content this is."""
    predicates: tuple[Predicate, ...] = ()
    """What the clause says happens or is, in the order of its words."""
    topic: tuple[Token, ...] = ()
    """What it is said of, where that stands in an earlier clause of the sentence: the subject that it shares,
    the noun that a relative clause tells of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: the outcome of segmenting and extracting."""

    document: Document
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    names: tuple[Name, ...] = ()
    """Every name in the order of the text; a claim's `names` are those within its span."""


class Evidence(NamedTuple):
    """One part of an alignment score, shown by ``explain``."""

    name: str
    value: float
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims of two documents that speak of the same thing."""

    left: Claim
    right: Claim
    score: float
    """0 to 100: how alike the claims are, all evidence together."""
    evidence: tuple[Evidence, ...] = ()
    """What ties these two claims in particular."""
    story: tuple[Evidence, ...] = ()
    """That their documents report one event; the same for all their links."""
    fact: Mapping[str, float] = field(default_factory=dict, hash=False)
    """Signs, from 0 to 1 each, that their sentences tell one fact."""

    def has(self, name: str) -> bool:
        """Whether evidence of that name ties the two claims."""
        return any(e.name == name for e in self.evidence)


@dataclass(frozen=True, slots=True)
class Reason:
    """What a rule found on a link: a clash, or a softer difference."""

    rule: str
    relation: Relation
    detail: str
    """The two sides in a few words: "signed / to sign"."""
    explanation: str
    """One sentence for people; ``{left}`` and ``{right}`` stand for the documents' labels."""
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    certainty: Certainty = "likely"
    harmless: str = ""
    """A reading under which both sides hold, where there is one."""


def with_labels(text: str, left: str, right: str) -> str:
    """A sentence of a rule with the documents' labels put in, whatever the labels look like."""
    return left.join(part.replace("{right}", right) for part in text.split("{left}"))


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a named document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact that documents share, a clash, or a claim that only one of them makes."""

    id: str
    kind: FindingKind
    type: str | None
    """The rule of a contradiction, else None."""
    certainty: Certainty | None
    score: float | None
    explanation: str
    places: tuple[Place, ...]
    """In the order of the documents, then of the text."""
    reasons: tuple[tuple[Reason, str, str], ...] = ()
    """Each with the ids of the documents on its left and right side."""
    evidence: tuple[Evidence, ...] = ()
    pairs: tuple[tuple[str, str, str], ...] = ()
    """For three and more documents: how each two that state it relate, where they differ."""
    ties: tuple[str, ...] = ()
    """What the sides have in common, in words: names, figures and other words; empty for a unique claim."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From what size on input is refused, so that no input takes memory or time without end."""

    characters: int = 5_000_000
    """Of one document."""
    documents: int = 100
    """Of one event."""
    passages: int = 20_000
    """Of all documents of a comparison."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may ask of a comparison."""

    threshold: float = 55.0
    """0 to 100: the score from which two claims count as telling the same."""
    select: frozenset[str] = frozenset()
    """Rules to run; empty for all."""
    ignore: frozenset[str] = frozenset()
    packs: tuple[str, ...] = ()
    """Paths of language packs that extend the built-in one."""
    limits: Limits = Limits()


class Copied(NamedTuple):
    """How many passages of each of two documents the other one has word for word."""

    left: str
    right: str
    left_same: int
    left_passages: int
    right_same: int
    right_passages: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome: all that a renderer ever sees."""

    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    internal: tuple[Finding, ...]
    options: Options
    notes: tuple[str, ...] = ()
    """Messages for standard error: these look like different stories."""
    copied: tuple[Copied, ...] = ()
    """For each two documents that have passages word for word, in the order of the documents."""
