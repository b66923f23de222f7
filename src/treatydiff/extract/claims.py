"""Passages → claims: the clauses that each assert one thing.

A sentence is cut where speech begins and ends, before words that open a clause, and, where a piece is still
too long to be shown as evidence, at the comma or conjunction nearest its middle.  Pieces that say too little
to stand alone stay with their neighbour, and no name or figure is cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from treatydiff.language import Language
from treatydiff.model import Claim, Document, Name, Passage, Quote, Span, Token

LEAST = 3
"""Content words that a claim has at least, unless its sentence has fewer."""
LONGEST = 200
"""Characters from which a claim is cut once more where it can be."""
MARKS = "\"'“”‘’„«»,.;:!?…–— "


@cache
def _openers(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words that open a clause anywhere, and those that do after a comma."""
    anywhere = frozenset(language.words("grammar", "clause_openers"))
    return anywhere, anywhere | frozenset(language.words("grammar", "clause_openers_after_comma"))


@cache
def _joints(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Conjunctions, and words that open a clause or its predicate where they follow one."""
    return frozenset(language.words("grammar", "conjunctions")), frozenset(
        language.words("grammar", "predicates")
    )


def _past(token: Token) -> bool:
    """Whether a word looks like a verb in the past tense: "and killed", not "and Ahmed"."""
    return token.text.islower() and len(token.norm) > 4 and token.norm.endswith("ed")


def find_claims(
    document: Document,
    passages: tuple[Passage, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
    language: Language,
) -> tuple[Claim, ...]:
    """All claims in the order of the text; together the claims of a passage cover it."""
    claims: list[Claim] = []
    stop = frozenset(language.words("grammar", "stop"))
    speech: dict[int, list[Quote]] = {}
    for quote in quotes:
        speech.setdefault(quote.passage, []).append(quote)
    spans = [n.span for n in names if n.resolution in ("name", "surname")]
    for passage in passages:
        said = speech.get(passage.index, [])
        for span in _pieces(document.text, passage, said, spans, stop, language):
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
                    speaker=speaker,
                    quotes=tuple(q.id for q in inside),
                )
            )
    return tuple(claims)


def _pieces(
    text: str,
    passage: Passage,
    said: Sequence[Quote],
    names: Sequence[Span],
    stop: frozenset[str],
    language: Language,
) -> list[Span]:
    starts = sorted(_cuts(text, passage, language) | _speech_cuts(text, passage.span, said))
    starts = [c for c in starts if not _within_name(c, names)]
    edges = [passage.span.start, *starts, passage.span.end]
    content = [t.start for t in passage.tokens if t.norm not in stop]
    pieces: list[Span] = []
    for start, end in pairwise(edges):
        few = bisect_left(content, end) - bisect_left(content, start) < LEAST
        before = pieces[-1] if pieces else None
        thin = before and bisect_left(content, before.end) - bisect_left(content, before.start) < LEAST
        if before and (few or thin):
            pieces[-1] = Span(before.start, end)
        else:
            pieces.append(Span(start, end))
    return [
        trimmed
        for piece in pieces
        for part in _shortened(text, passage.tokens, piece, names, language)
        if (trimmed := _trimmed(text, part)).end > trimmed.start
    ]


def _cuts(text: str, passage: Passage, language: Language) -> set[int]:
    """Where a word opens a clause, or a semicolon or dash ends one."""
    anywhere, after_comma = _openers(language)
    joints, finite = _joints(language)
    cuts = set()
    for before, token, after in zip_longest(passage.tokens, passage.tokens[1:], passage.tokens[2:]):
        if token is None:
            break
        gap = text[before.end : token.start]
        if ";" in gap or "—" in gap or " – " in gap or " - " in gap:
            cuts.add(token.start)
        elif "," in gap:
            if token.norm in after_comma or token.norm.endswith("ing"):
                cuts.add(token.start)
        elif gap.isspace() and (
            token.norm in anywhere
            or (token.norm in joints and after and (after.norm in finite or _past(after)))
        ):
            cuts.add(token.start)
    return cuts


def _speech_cuts(text: str, sentence: Span, said: Iterable[Quote]) -> set[int]:
    """Where the words that someone says begin and end, their marks with them."""
    cuts = set()
    for quote in said:
        start, end = quote.span
        while start > sentence.start and text[start - 1] in "\"'“‘„«":
            start -= 1
        while end < sentence.end and text[end] in MARKS:
            end += 1
        cuts |= {c for c in (start, end) if sentence.start < c < sentence.end}
    return cuts


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
