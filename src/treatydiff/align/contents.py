"""How many a list, a fleet or the like holds: "the catalogue lists 215 lots", "the catalogue has 180 items".

What holds them is named by both reports; those counted may be called otherwise where one of the words is of
no special kind, such as names and entries, or where it is a list, which has one sort of thing on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from treatydiff.align.aspects import is_told
from treatydiff.align.ties import Tie
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Token
from treatydiff.rules._beside import is_of_these, is_part
from treatydiff.rules._figures import Words, shown, words_of
from treatydiff.rules._sizes import FEW, agree, alike_size, is_vague
from treatydiff.rules._words import meanings, same_word
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems, within

SURE = 0.6
"""How sure it is that two counts of what one thing holds are of the same."""
REACH = 7
"""Tokens between a count and what holds it, at most."""


class Held(NamedTuple):
    """A count of what something holds."""

    figure: Quantity
    claim: Claim
    by: str
    """Stem of what holds it."""


class _Words(NamedTuple):
    holding: frozenset[str]
    """Stems of verbs of which the holder is the subject: "the list has 86 names"."""
    listed: frozenset[str]
    """Words that stand between what is held and where: "seven people are mentioned in it"."""
    places: frozenset[str]
    of: frozenset[str]
    joints: frozenset[str]
    """Words between a verb of holding and the count: "consists of 38"."""
    lists: frozenset[str]
    leaves: frozenset[str]
    """Stems of what any list has as a thing of paper."""
    general: frozenset[str]
    """Stems of nouns for those counted that are of no special kind."""
    stop: frozenset[str]


@once_a_language
def _words(language: Language) -> _Words:
    def stemmed(key: str) -> frozenset[str]:
        return frozenset(stems(language.words("figures", key), language.code))

    return _Words(
        stemmed("holding") | words_of(language).having,
        stemmed("listed") | frozenset(language.words("assertion", "be")),
        frozenset(language.words("figures", "held_in")),
        frozenset(language.words("figures", "of")),
        frozenset((*language.words("figures", "of"), *language.words("figures", "holding_joints"))),
        stemmed("holders"),
        stemmed("leaves"),
        stemmed("general"),
        words_of(language).stop | frozenset(language.words("assertion", "reflexive")),
    )


def content_ties(left: Reading, right: Reading, language: Language) -> Iterator[Tie]:
    """The counts of what one thing holds, of which each report gives one."""
    ours = _by_holder(left, language)
    theirs = _by_holder(right, language) if ours else {}
    seen = set()
    for meant in sorted(ours.keys() & theirs.keys()):
        if len({h.figure.low for h in ours[meant]}) != 1 or len({h.figure.low for h in theirs[meant]}) != 1:
            continue
        a, b = ours[meant][0], theirs[meant][0]
        p, q = a.figure, b.figure
        if agree(p, q) or not alike_size(p, q) or not _same_kind(a, b, language):
            continue
        if is_told(p, right, language) or is_told(q, left, language):
            continue
        detail = f"{shown(p, left)} / {shown(q, right)}"
        if (place := (a.claim.index, b.claim.index, detail)) not in seen:
            seen.add(place)
            yield Tie(a.claim, b.claim, SURE, detail)


def _by_holder(reading: Reading, language: Language) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = defaultdict(list)
    words = words_of(language)
    for claim in reading.claims:
        for q in claim.quantities:
            if q.unit or not q.noun or is_vague(q) or q.high <= FEW:
                continue
            by = _holder(q, claim, reading, language)
            if by is not None and by.stem not in q.noun and not _is_some(q, by, claim, reading, words):
                for meant in meanings(by.stem, language):
                    found[meant].append(Held(q, claim, by.stem))
    return found


def _is_some(q: Quantity, by: Token, claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether those counted are a part of what is held; "a fleet of 31 boats" are all."""
    last = next((t for t in reversed(claim.tokens) if t.end <= q.span.start), by)
    if last.norm in words.of and by.end <= last.start:
        return False
    return is_of_these(q, reading, words) or is_part(q, reading, claim, words)


def _holder(q: Quantity, claim: Claim, reading: Reading, language: Language) -> Token | None:
    """What holds those that are counted."""
    words, tokens = _words(language), claim.tokens
    inside = within(tokens, q.span)
    if not inside:
        return None
    verbs = {p.span.start: p.stem for p in claim.predicates}
    before, after = tokens[max(0, inside[0] - REACH) : inside[0]], tokens[inside[-1] + 1 :][:REACH]
    text = reading.document.text
    if (holder := _subject(before, verbs, text, words)) is not None:
        return holder
    return _behind(before, verbs, text, words) or _place(after, verbs, q.span.end, text, words)


def _subject(before: Sequence[Token], verbs: Mapping[int, str], text: str, words: _Words) -> Token | None:
    """The noun before a verb of holding or "of": "the list has 86 names", "a fleet of 31 boats"."""
    k = len(before) - 1
    while k >= 0 and before[k].norm in words.joints:
        k -= 1
    if k < 1 or verbs.get(before[k].start, before[k].stem) not in words.holding:
        of = k >= 0 and k == len(before) - 2 and before[-1].norm in words.of
        return before[k] if of and _is_noun(before[k], words) else None
    k -= 1
    while k and before[k].norm in words.stop and before[k].stem not in words.lists:
        k -= 1
    joined = text[before[k].end : before[k + 1].start].isspace()
    return before[k] if joined and _is_noun(before[k], words) else None


def _behind(before: Sequence[Token], verbs: Mapping[int, str], text: str, words: _Words) -> Token | None:
    """The list on which those stand who are counted behind it: "on the guest list stood 112 people"."""
    k = len(before) - 1
    while k > 0 and (before[k].start in verbs or before[k].norm in words.stop):
        if verbs.get(before[k].start, "") not in ("", *words.listed):
            return None
        k -= 1
    if k < 1 or before[k].stem not in words.lists:
        return None
    place = next((n for n in range(k - 1, -1, -1) if before[n].norm in words.places), None)
    return before[k] if place is not None and _is_plain(text[before[place].start : before[-1].end]) else None


def _place(
    after: Sequence[Token], verbs: Mapping[int, str], end: int, text: str, words: _Words
) -> Token | None:
    """The list on which those stand who are counted before it: "seven people are mentioned in her will"."""
    place = next((n for n, t in enumerate(after) if t.norm in words.places), None)
    if place is None or any(
        t.norm not in words.stop and verbs.get(t.start, t.stem) not in words.listed for t in after[:place]
    ):
        return None
    holder = next((t for t in after[place + 1 :] if t.stem in words.lists), None)
    return holder if holder is not None and _is_plain(text[end : holder.end]) else None


def _is_plain(text: str) -> bool:
    """Whether nothing but spaces stands between words."""
    return "".join(text.split()).isalpha()


def _is_noun(token: Token, words: _Words) -> bool:
    plain = token.norm not in words.stop or token.stem in words.lists
    return plain and token.text.isalpha() and token.text.islower()


def _same_kind(a: Held, b: Held, language: Language) -> bool:
    """Whether those counted may be the same."""
    words = _words(language)
    one, two = a.figure.noun[-1], b.figure.noun[-1]
    if (one in words.leaves) != (two in words.leaves):
        return False
    return (
        same_word(one, two, language)
        or not words.general.isdisjoint((one, two))
        or not words.lists.isdisjoint((a.by, b.by))
    )
