"""What brought a thing about, in many words: "traced it to a sink", "bad weather was behind the crash"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules._replies import Answer, Words

REACH = 8
"""Words on either side of those for causing among which the cause stands."""
CAUSE = "cause"


def origins(claim: Claim, reading: Reading, words: Words) -> Iterator[Answer]:
    """What a claim says to have brought a thing about."""
    if not words.unsure.isdisjoint([t.norm for t in claim.tokens]):
        return
    for part, rest in _parts(claim, reading, words):
        named = (kind for t in part for kind in words.kinds.get(t.stem, ()))
        kinds = frozenset(kind for kind in named if kind.startswith(CAUSE))
        if kinds:
            told = frozenset(thing for t in rest for thing in words.things.get(t.stem, ())) & words.effects
            span = Span(part[0].start, part[-1].end)
            if not told and not any(p.stem in words.blaming for p in claim.predicates):
                # "Milk came from the farm"
                continue
            question, of = (CAUSE, CAUSE), told or words.effects
            yield Answer(question, of, "", False, frozenset(), (), kinds, "", False, claim, None, span)
            return


def _parts(claim: Claim, reading: Reading, words: Words) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Where a cause may stand, and what is said besides."""
    tokens = claim.tokens
    norms = tuple(t.norm for t in tokens)
    for k in [k for k, norm in enumerate(norms) if norm in words.openers]:
        for cue in words.behind:
            if norms[k : k + len(cue)] == cue:
                yield _until(tokens[k + len(cue) :], reading, words), tokens[:k]
        for cue in words.before:
            if norms[k : k + len(cue)] == cue:
                yield tokens[max(0, k - REACH) : k], tokens[k + len(cue) :]
        for first, *last in words.parted:
            if norms[k] == first:
                ends = (
                    n for n in range(k + 2, len(tokens)) if list(norms[n - len(last) + 1 : n + 1]) == last
                )
                for n in ends:
                    # "Traced the germ, resistant to most drugs, to a sink"
                    yield _until(tokens[n + 1 :], reading, words), tokens[k:n]


def _until(tokens: Sequence[Token], reading: Reading, words: Words) -> Sequence[Token]:
    """The words up to a mark, or to "for" or "on" behind "blamed"."""
    text = reading.document.text
    for k, token in enumerate(tokens[:REACH]):
        marked = k and text[tokens[k - 1].end : token.start].strip() not in ("", "-")
        if marked or (k and token.norm in words.blaming_for):
            return tokens[:k]
    return tokens[:REACH]
