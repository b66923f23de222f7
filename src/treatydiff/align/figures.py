"""Clauses that give figures for one thing, for the rules, where their wording alone does not tie them.

"More than 340 were hurt" and "close to 190 people have been injured" share no word; that both count the
injured of one event ties them.  Only figures whose noun says enough are tied: what happened to those who are
counted, the scale of an event, what a sum or share is the measure of, and what is due on a day ahead.
"""

from __future__ import annotations

from collections import defaultdict

from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Quantity, Reading
from treatydiff.rules._figures import words_of
from treatydiff.rules.date import context, is_ahead

SCORE = 30.0
"""Of these links: enough for the rules, never for a shared fact."""
ONE_STORY = 0.3
"""How likely the documents must be to tell one story."""
MANY = 6
"""A noun that more clauses of a document give figures for ties nothing."""
SAME_FIGURE: tuple[Evidence, ...] = (Evidence("figure_of_one_thing", 1.0, 1.0),)


def figure_links(
    left: Reading, right: Reading, language: Language, story: float, known: list[Link]
) -> list[Link]:
    """Links between clauses with figures of one thing that are not among the known ones."""
    if story < ONE_STORY:
        return []
    have = {(link.left.index, link.right.index) for link in known}
    ours, theirs = _by_noun(left, language), _by_noun(right, language)
    return [
        Link(a, b, SCORE, SAME_FIGURE)
        for key in sorted(ours.keys() & theirs.keys())
        if len(ours[key]) <= MANY and len(theirs[key]) <= MANY
        for a in ours[key].values()
        for b in theirs[key].values()
        if (a.index, b.index) not in have and not have.add((a.index, b.index))  # type: ignore[func-returns-value]
    ]


def _by_noun(reading: Reading, language: Language) -> dict[tuple[str, ...], dict[int, Claim]]:
    found: dict[tuple[str, ...], dict[int, Claim]] = defaultdict(dict)
    for claim in reading.claims:
        for q in claim.quantities:
            for key in _keys(q, language):
                found[key][claim.index] = claim
        for t in claim.times:
            if is_ahead(t, reading):
                for stem in sorted(context(t, claim, language)):
                    found["day", stem][claim.index] = claim
    return found


def _keys(q: Quantity, language: Language) -> list[tuple[str, ...]]:
    words = words_of(language)
    if q.unit == "":
        return [("", *q.noun)] if q.noun and q.noun[-1] in words.senses else []
    if q.unit == "magnitude":
        return [(q.unit, *sorted(set(q.noun) & words.apart))]
    if q.unit == "age":
        return [(q.unit, *q.noun)] if q.noun else []
    return [(q.unit, w) for w in sorted(set(q.noun) & words.measured)]
