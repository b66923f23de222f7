"""What the words around a time say of it: that something begins or ends then, and what it is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from treatydiff.language import Language
from treatydiff.model import Claim, TimeSpan
from treatydiff.rules._figures import words_of
from treatydiff.tokens import within

REACH = 4
"""Content words before a time (or after it) that say what happened then."""
ENDING = 6
"""Words before a time among which the one stands that says that something ends then."""


def is_told(claim: Claim) -> bool:
    """Whether the claim is more than a stamp of date and time."""
    return claim.kind == "body" and sum(t.text.islower() and len(t.text) > 1 for t in claim.tokens) > 1


def ends(t: TimeSpan, claim: Claim, language: Language) -> bool:
    """Whether a time is when something ends: "until Sunday", "closed at 8 p.m.", "will report by May"."""
    if t.relation == "until":
        # "By noon the smoke had cleared" ends nothing.
        return claim.status != "done" or not is_by(t, claim, language)
    return t.relation == "at" and _is_near(words_of(language).ending, t, claim)


def is_by(t: TimeSpan, claim: Claim, language: Language) -> bool:
    """Whether a time is one before which a thing may have been done: "by noon"."""
    first = next((x.norm for x in claim.tokens if x.start >= t.span.start), "")
    return first in language.words("calendar", "by")


def is_length(t: TimeSpan, claim: Claim, language: Language) -> bool:
    """Whether a time tells how long something may take: "it may take until the end of the month"."""
    if t.relation != "until":
        return False
    before, words = [x.norm for x in claim.tokens if x.end <= t.span.start], words_of(language)
    return not words.taking.isdisjoint(before[-1:]) and not words.may.isdisjoint(before[-2:-1])


def begins(t: TimeSpan, claim: Claim, language: Language) -> bool:
    """Whether a time is when something begins: "opens on 3 May"."""
    return t.relation == "at" and _is_near(words_of(language).beginning, t, claim)


def _is_near(words: AbstractSet[str], t: TimeSpan, claim: Claim) -> bool:
    """Whether one of some words stands shortly before a time."""
    inside = within(claim.tokens, t.span)
    near = claim.tokens[max(0, inside[0] - ENDING) : inside[0]] if inside else ()
    return any(x.norm in words for x in near)


def context(t: TimeSpan, claim: Claim, language: Language) -> set[str]:
    """Stems of the content words near a time, in its claim."""
    tokens, words = claim.tokens, words_of(language)
    inside = within(tokens, t.span)

    def content(k: int) -> bool:
        word = tokens[k].norm
        # "The daily Morning Post" is no daily event.
        titled = tokens[k].stem in words.apart and any(x.text[0].isupper() for x in tokens[k + 1 : k + 2])
        plain = word not in words.stop and word not in words.days_and_months and not titled
        return plain and tokens[k].text.islower() and len(word) > 2

    before = [k for k in range(inside[0]) if content(k)][-REACH:]
    after = [k for k in range(inside[-1] + 1, len(tokens)) if content(k)][: REACH - len(before)]
    return {tokens[k].stem for k in (*before, *after)}
