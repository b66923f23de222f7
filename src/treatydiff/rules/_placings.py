"""Who came second: "a second ahead of Ada Holm", "runner-up was Ivo Lind", "Tarn finished second"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatydiff.model import Claim, Name, Reading, Token
from treatydiff.rules._replies import BODY, PERSON, Answer, Words
from treatydiff.rules._words import names_within

NEAR = 5
"""Words behind "ahead of" or "was" among which the name stands: "the Swiss Ada Holm"."""
QUESTION = ("runner-up", "agent")


def placings(claim: Claim, reading: Reading, words: Words) -> Iterator[Answer]:
    """Who a claim says came second."""
    tokens = claim.tokens
    names = [n for n in names_within(reading, claim.span) if n.resolution in ("name", "surname")]
    if not names or tokens[0].norm in words.bringing["at"]:
        # "In the men's race second place went to"
        return
    told = {*(t.stem for t in tokens), *(p.stem for p in claim.predicates)}
    won = not words.winning.isdisjoint(told)
    for k, token in enumerate(tokens):
        name = None
        behind = tokens[k + 1 : k + 2]
        if token.norm in words.ahead and won and behind and behind[0].norm in words.genitive:
            name = _behind(k + 2, tokens, names, reading)
        elif token.norm in words.seconds:
            end = k + 1
            while end < len(tokens) and tokens[end].norm in words.place_words:
                end += 1
            after = tokens[end : end + 1]
            if tokens[end - 1].norm in words.bringing["to"]:
                # "Second place went to Ada Holm"
                name = _behind(end, tokens, names, reading)
            elif after and after[0].norm in words.being:
                name = _behind(end + 1, tokens, names, reading)
            elif k and tokens[k - 1].stem in words.coming_in and _ends(end, tokens, words, reading):
                before = [n for n in names if n.span.end <= tokens[k - 1].start]
                name = before[-1] if len({n.entity for n in before}) == 1 else None
        if name is not None:
            sort = PERSON if name.kind == "person" else BODY
            race = frozenset(("race",))
            found = ((sort, name.entity),)
            yield Answer(
                QUESTION, race, "", True, frozenset(), found, frozenset(), "", False, claim, None, name.span
            )
            return


def _behind(k: int, tokens: Sequence[Token], names: Sequence[Name], reading: Reading) -> Name | None:
    """The last name of the phrase that begins with token `k`."""
    near = tokens[k : k + NEAR]
    text = reading.document.text
    for n, (one, two) in enumerate(pairwise(near)):
        if set(text[one.end : two.start]) & set(",;:."):
            near = near[: n + 1]
            break
    inside = [n for n in names if any(n.span.start == t.start for t in near)]
    return inside[-1] if inside else None


def _ends(k: int, tokens: Sequence[Token], words: Words, reading: Reading) -> bool:
    """Whether "second" is no part of a phrase that goes on: "took the second set"."""
    if k >= len(tokens):
        return True
    gap = reading.document.text[tokens[k - 1].end : tokens[k].start]
    return bool(gap.strip()) or tokens[k].norm in words.closing
