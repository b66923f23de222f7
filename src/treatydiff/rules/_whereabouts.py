"""Where somebody was when it happened: "was asleep at home when the fire broke out"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span
from treatydiff.rules._pack import words_of
from treatydiff.rules._replies import SITES, Answer, Words
from treatydiff.rules._words import names_within

NEAR_WORDS = 4
"""Words before "was" among which the word for an office stands: "the head of state was"."""
STAYS = (*SITES, "stay")
"""The same with words for how one is away."""


def whereabouts(
    claims: Sequence[Claim], reading: Reading, language: Language, words: Words
) -> Iterator[Answer]:
    """Where somebody was when it happened: "was asleep at home when the fire broke out"."""
    passage = reading.passages[claims[0].passage]
    tokens, text = passage.tokens, reading.document.text
    people = words_of(language).people
    last = next(k for k in range(len(tokens) - 1, -1, -1) if tokens[k].norm in words.moments or k == 0)
    for k in range(1, last):
        if tokens[k].norm not in words.past_be:
            continue
        j = k + 1
        while j < last and tokens[j].norm in words.staying:
            j += 1
        if j + 1 >= len(tokens) or tokens[j].norm not in words.bringing["at"]:
            continue
        subject = next(
            (n for n in reversed(names_within(reading, passage.span)) if n.span.end <= tokens[k].start), None
        )
        between = text[subject.span.end : tokens[k].start].strip() if subject is not None else "-"
        # "Holm, 61, who runs the mill, was"
        near = not between or (between[0] == between[-1] == "," and len(between) > 1)
        of = frozenset((tokens[k - 1].stem,))
        if not near and tokens[k - 1].norm in words.pronouns:
            continue
        end = j + 1
        while end + 1 < len(tokens) and text[tokens[end].end : tokens[end + 1].start] == " ":
            if tokens[end + 1].norm in words.closing:
                break
            end += 1
        head = tokens[end]
        kinds = frozenset(kind for kind in words.kinds.get(head.stem, ()) if kind.partition("/")[0] in STAYS)
        claim = next((c for c in claims if c.span.start <= tokens[k].start < c.span.end), None)
        if kinds and claim is not None:
            entity = subject.entity if near and subject is not None and subject.kind != "place" else ""
            if not entity and any(t.stem in people for t in tokens[max(0, k - NEAR_WORDS) : k]):
                entity = _person_before(claim, reading)
            span = Span(tokens[j].start, head.end)
            yield Answer(
                ("be", "at"), of, entity, False, frozenset(), (), kinds, head.stem, False, claim, None, span
            )


def _person_before(claim: Claim, reading: Reading) -> str:
    """The only person of whom the paragraph has spoken, whom "the minister" then takes up."""
    paragraph = reading.passages[claim.passage].paragraph
    before = takewhile(lambda p: p.paragraph == paragraph, reversed(reading.passages[: claim.passage]))
    found = {n.entity for p in before for n in names_within(reading, p.span) if n.kind == "person"}
    return found.pop() if len(found) == 1 else ""
