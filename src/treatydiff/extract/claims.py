"""Passages → claims: the clauses that each assert one thing.

A sentence is cut where speech begins and ends, before words that open a clause, and, where a piece is still
too long to be shown as evidence, at the comma or conjunction nearest its middle.  Pieces that say too little
to stand alone stay with their neighbour, and no name or figure is cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from treatydiff.extract.cuts import VERBS, find_cuts, find_topic, joints_of, with_mark
from treatydiff.extract.syntax import NOMINAL
from treatydiff.frozen import NamedTuple
from treatydiff.hints import TypeVar
from treatydiff.language import Language
from treatydiff.model import Claim, Document, Name, Passage, Quantity, Quote, Span, TimeSpan, Token

Mention = TypeVar("Mention", Name, Quantity, TimeSpan)
LEAST, PHRASE = 2, 3
"""Content words that a claim has at least, where it has a verb; and where it has none, or stands beside what
somebody says and may tell no more than who says it."""
LONGEST = 200
"""Characters from which a claim is cut once more where it can be."""
CLAUSAL = VERBS | {"G"}
MARKS = "\"'“”‘’„«»,.;:!?…–— "


class Told(NamedTuple):
    """What a document tells, whatever its clauses are; each in the order of the text."""

    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeSpan, ...]
    quotes: tuple[Quote, ...]


def find_claims(
    document: Document,
    passages: tuple[Passage, ...],
    told: Told,
    letters: Mapping[int, str],
    language: Language,
) -> tuple[Claim, ...]:
    """All claims in the order of the text; together the claims of a passage cover it.

    `letters` are the kinds of its words by their offsets.
    """
    claims: list[Claim] = []
    stop = frozenset(language.words("grammar", "stop"))
    speech: dict[int, list[Quote]] = {}
    for quote in told.quotes:
        speech.setdefault(quote.passage, []).append(quote)
    spans = [n.span for n in told.names if n.resolution in ("name", "surname")]
    # "In two hours | 24 minutes after it began"
    spans = sorted([*spans, *(q.span for q in told.quantities if q.unit == "day")])
    starts_of = [[m.span.start for m in mentions] for mentions in told[:3]]
    for passage in passages:
        said = speech.get(passage.index, [])
        pieces = _pieces(document.text, passage, said, spans, stop, letters, language)
        starts = [bisect_left(passage.tokens, p.start, key=lambda t: t.start) for p in pieces]
        topics = find_topic(passage.tokens, letters, starts, joints_of(language))
        for span, topic in zip(pieces, topics, strict=True):
            tokens = _inside(passage.tokens, span)
            inside = [q for q in said if 2 * q.span.overlap(span) >= span.end - span.start]
            speaker = next((q.speaker or q.mention for q in inside if q.speaker or q.mention), None)
            claims.append(
                Claim(
                    document.id,
                    len(claims),
                    passage.index,
                    span,
                    passage.kind,
                    document.text[span.start : span.end],
                    tokens,
                    names=_within(span, told.names, starts_of[0]),
                    quantities=_within(span, told.quantities, starts_of[1]),
                    times=_within(span, told.times, starts_of[2]),
                    speaker=speaker,
                    quotes=tuple(q.id for q in inside),
                    topic=topic,
                )
            )
    return tuple(claims)


def _within(span: Span, mentions: tuple[Mention, ...], starts: Sequence[int]) -> tuple[Mention, ...]:
    """The mentions that a span holds, of all in the order of the text; `starts` is where they begin."""
    start, end = span
    held = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    return tuple([m for m in held if m.span.end <= end]) if held else ()


def _pieces(
    text: str,
    passage: Passage,
    said: Sequence[Quote],
    names: Sequence[Span],
    stop: frozenset[str],
    letters: Mapping[int, str],
    language: Language,
) -> list[Span]:
    speech = _speech_cuts(text, passage, said, letters)
    found = find_cuts(text, passage, letters, joints_of(language)) | speech
    starts = [c for c in sorted(found) if not _within_name(c, names)]
    edges = [passage.span.start, *starts, passage.span.end]
    content = [t.start for t in passage.tokens if t.norm not in stop]

    verbs = [t.start for t in passage.tokens if letters[t.start] in VERBS]

    def says(start: int, end: int) -> bool:
        told = bisect_left(verbs, start) < bisect_left(verbs, end)
        alone = told and start not in speech and end not in speech
        words = bisect_left(content, end) - bisect_left(content, start)
        return words >= (LEAST if alone else PHRASE)

    pieces: list[Span] = []
    held: int | None = None
    for n, (start, end) in enumerate(pairwise(edges)):
        start, held = start if held is None else held, None
        before = pieces[-1] if pieces else None
        if before is None or (says(*before) and says(start, end)):
            pieces.append(Span(start, end))
        elif (
            says(*before)
            and n + 2 < len(edges)
            and not says(end, edges[n + 2])
            and _is_marked(text, start)
            and not _is_marked(text, end)
        ):
            # "The firm denied the charge, | saying | it had kept the rules"
            held = start
        else:
            pieces[-1] = Span(before.start, end)
    return [
        trimmed
        for piece in pieces
        for part in _shortened(text, passage.tokens, piece, names, language)
        if (trimmed := _trimmed(text, part)).end > trimmed.start
    ]


def _is_marked(text: str, at: int) -> bool:
    """Whether a mark stands before a place."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return not text[max(0, at - 1) : at].isalnum()


def _speech_cuts(text: str, passage: Passage, said: Iterable[Quote], letters: Mapping[int, str]) -> set[int]:
    """Where the words that someone says begin and end, their marks with them.

    Words that are but a part of a clause stay with it: "called it 'a farce'", "was told of the damage".
    """
    sentence, cuts = passage.span, set()
    for quote in said:
        start, end = with_mark(text, quote.span.start, sentence.start), quote.span.end
        while end < sentence.end and text[end] in MARKS:
            end += 1
        if _is_clause(text, Span(start, end), passage, letters):
            cuts |= {c for c in (start, end) if sentence.start < c < sentence.end}
    return cuts


def _is_clause(text: str, span: Span, passage: Passage, letters: Mapping[int, str]) -> bool:
    """Whether words that somebody says stand for themselves: behind a mark or verb, or with an own verb.

    A noun with what it tells is the object of its verb: "voiced hope that it would last".
    """
    before = text[passage.span.start : span.start].rstrip()
    if not before or not before[-1].isalnum():
        return True
    at = bisect_left(passage.tokens, span.start, key=lambda t: t.start)
    kinds = [letters[t.start] for t in passage.tokens[max(0, at - 1) : at]]
    found = [letters[t.start] for t in _inside(passage.tokens, span)]
    behind = next((k for k, letter in enumerate(found) if letter not in NOMINAL and letter != "D"), 0)
    if behind and found[behind] == "S":
        return False
    return (kinds[-1:] in (["V"], ["S"]) and "" in found) or not CLAUSAL.isdisjoint(found)


def _within_name(cut: int, names: Sequence[Span]) -> bool:
    at = bisect_right(names, cut, key=lambda s: s.start) - 1
    return at >= 0 and names[at].start < cut < names[at].end


def _shortened(
    text: str, tokens: Sequence[Token], piece: Span, names: Sequence[Span], language: Language
) -> list[Span]:
    """A piece that is too long in two or more parts, each cut at the best place near its middle."""
    if piece.end - piece.start <= LONGEST:
        return [piece]
    middle = (piece.start + piece.end) // 2
    joints = frozenset(language.words("grammar", "joints"))
    inside = _inside(tokens, piece)
    found = []
    for before, token in pairwise(inside):
        comma = "," in text[before.end : token.start]
        if (comma or token.norm in joints) and not _within_name(token.start, names):
            found.append((abs(token.start - middle) - 20 * comma, token.start))
    if not found or min(found)[0] > (piece.end - piece.start) // 3:
        return [piece]
    cut = min(found)[1]
    halves = (Span(piece.start, cut), Span(cut, piece.end))
    return [part for half in halves for part in _shortened(text, inside, half, names, language)]


def _inside(tokens: Sequence[Token], span: Span) -> tuple[Token, ...]:
    low = bisect_left(tokens, span.start, key=lambda t: t.start)
    return tuple(tokens[low : bisect_left(tokens, span.end, key=lambda t: t.start)])


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
