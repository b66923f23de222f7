"""Where somebody was when it happened, "was asleep when it broke out", and where the hurt are treated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from treatydiff.language import Language
from treatydiff.model import Claim, Name, Reading, Span, Token
from treatydiff.rules._pack import words_of
from treatydiff.rules._replies import PERSON, PLACE, SITES, Answer, Words
from treatydiff.rules._words import names_within

NEAR_WORDS = 4
"""Words before "was" among which the word for an office stands: "the head of state was"."""
WARDS = ("ward", "ward in town")
"""Questions for the hospital by its own name, and by that of its town; the one does not tell the other."""
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


def steering(claim: Claim, reading: Reading, words: Words) -> Iterator[Answer]:
    """Who was "at the wheel", which is to drive."""
    tokens = claim.tokens
    if any(t.relation != "at" for t in claim.times):
        # "Until midnight"
        return
    for k in range(1, len(tokens) - 3):
        at = tokens[k + 1 : k + 4]
        if tokens[k].norm not in words.past_be or at[2].norm not in words.wheels:
            continue
        if at[0].norm not in words.bringing["at"] or at[1].norm not in words.articles:
            continue
        who, before = tokens[k - 1], tokens[max(0, k - 2) : k - 1]
        pair = f"{before[0].norm} {who.stem}" if before else ""
        kinds = words.kinds.get(pair) or words.kinds.get(who.stem, frozenset())
        kinds = frozenset(kind for kind in kinds if kind.startswith("who/"))
        named = [n for n in names_within(reading, claim.span) if n.span.end == who.end and n.entity]
        names = tuple((PERSON, n.entity) for n in named if n.kind == "person")
        if kinds or names:
            span, of = Span(who.start, who.end), words.of.get("drive", frozenset())
            yield Answer(
                ("drive", "agent"),
                of,
                "",
                True,
                frozenset(),
                names,
                kinds,
                who.stem,
                False,
                claim,
                None,
                span,
            )


def wards(claims: Sequence[Claim], reading: Reading, words: Words) -> Iterator[Answer]:
    """The hospital that a sentence says the hurt are in, by its name or by the name of its town."""
    tokens = reading.passages[claims[0].passage].tokens
    told = {*(t.stem for t in tokens), *(p.stem for c in claims for p in c.predicates)}
    if words.tending.isdisjoint(told) or words.wards.isdisjoint(told):
        return
    names = names_within(reading, reading.passages[claims[0].passage].span)
    for k, token in enumerate(tokens):
        if token.stem not in words.wards:
            continue
        claim = next((c for c in claims if c.span.start <= token.start < c.span.end), None)
        own = next(
            (n for n in names if n.kind != "person" and n.span.start <= token.start < n.span.end), None
        )
        form, key = WARDS[0], _distinct(own, tokens, words)
        if not key and k + 2 < len(tokens) and tokens[k + 1].norm in words.bringing["at"] | words.genitive:
            own = next((n for n in names if n.span.start == tokens[k + 2].start), None)
            form, key = WARDS[1], "" if own is None else own.entity
        if claim is not None and own is not None and key:
            names_it = ((PLACE, key),)
            span = Span(min(token.start, own.span.start), max(token.end, own.span.end))
            of, who = frozenset(("hurt",)), _patients(tokens[:k], words)
            yield Answer(
                (form, "to"), of, "", False, who, names_it, frozenset(), "", False, claim, None, span
            )


def _patients(before: Sequence[Token], words: Words) -> frozenset[str]:
    """The callings of those of whom a sentence speaks: "the driver", "two sailors"."""
    kinds = (kind for t in before for kind in words.kinds.get(t.stem, ()))
    return frozenset(kind for kind in kinds if kind.startswith("who/"))


def _distinct(name: Name | None, tokens: Sequence[Token], words: Words) -> str:
    """The words of a hospital's name that tell it from others."""
    if name is None:
        return ""
    own = [t for t in tokens if name.span.start <= t.start < name.span.end]
    return " ".join(t.text for t in own if t.stem not in words.wards and t.norm not in words.ward_names)


def _person_before(claim: Claim, reading: Reading) -> str:
    """The only person of whom the paragraph has spoken, whom "the minister" then takes up."""
    paragraph = reading.passages[claim.passage].paragraph
    before = takewhile(lambda p: p.paragraph == paragraph, reversed(reading.passages[: claim.passage]))
    found = {n.entity for p in before for n in names_within(reading, p.span) if n.kind == "person"}
    return found.pop() if len(found) == 1 else ""
