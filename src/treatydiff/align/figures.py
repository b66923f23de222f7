"""Clauses that give figures for one thing, for the rules, where their wording alone does not tie them.

"More than 340 were hurt" and "close to 190 people have been injured" share no word; that both count the
injured of one event ties them.  So do figures whose noun says enough: what happened to those who are counted,
the scale of an event, what a sum or share is the measure of, and what is due on a day ahead.

Of all others, only those that the other report does not have are looked at: two reports of one event that
disagree on a figure mostly have it once each, of about the same size, beside many on which they agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from treatydiff.align.added import ONE_STORY, SCORE, Links
from treatydiff.align.aspects import aspect_ties
from treatydiff.align.bonds import Bonds
from treatydiff.align.features import Signs
from treatydiff.align.lone import lone_moments, lone_ties
from treatydiff.align.moments import moments
from treatydiff.align.nextsteps import next_steps
from treatydiff.align.parts import part_ties
from treatydiff.align.roles import role_ties
from treatydiff.align.ties import ties
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Quantity, Reading
from treatydiff.rules._around import context
from treatydiff.rules._figures import ONE_MOMENT, ONE_THING, words_of
from treatydiff.rules._periods import is_ahead

MANY = 6
"""A noun that more clauses of a document give figures for ties nothing."""
SAME_NOUN: tuple[Evidence, ...] = (Evidence("figure_of_one_thing", 1.0, 1.0),)


def figure_links(
    left: Reading, right: Reading, language: Language, story: float, signs: Signs, known: Sequence[Link]
) -> list[Link]:
    """The known links, those between figures of one thing marked, and more for clauses not yet linked."""
    if story < ONE_STORY:
        return list(known)
    links = Links(known)
    for a, b in _same_noun(left, right, language):
        links.by_place.setdefault((a.index, b.index), Link(a, b, SCORE, SAME_NOUN))
    bonds = Bonds(left, right, known)
    of_aspects = list(aspect_ties(left, right, language, story))
    for name, found in (
        (ONE_THING, ties(left, right, language, signs, bonds)),
        (ONE_THING, part_ties(left, right, language, bonds)),
        (ONE_THING, lone_ties(left, right, language, bonds)),
        (ONE_THING, role_ties(left, right, language, story)),
        (ONE_MOMENT, moments(left, right, language, signs, bonds)),
        (ONE_MOMENT, lone_moments(left, right, language, bonds)),
        (ONE_MOMENT, next_steps(left, right, language, signs)),
        (ONE_THING, [tie for tie, times in of_aspects if not times]),
        (ONE_MOMENT, [tie for tie, times in of_aspects if times]),
    ):
        for tie in found:
            links.mark(tie.left, tie.right, Evidence(name, round(tie.sure, 2), 1.0, tie.detail))
    return links.all()


def _same_noun(left: Reading, right: Reading, language: Language) -> Iterable[tuple[Claim, Claim]]:
    """Clauses with figures whose nouns are one."""
    ours, theirs = _by_noun(left, language), _by_noun(right, language)
    for key in sorted(ours.keys() & theirs.keys()):
        if len(ours[key]) <= MANY and len(theirs[key]) <= MANY:
            yield from ((a, b) for a in ours[key].values() for b in theirs[key].values())


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
        # "Nine passengers died" and "seven lives were lost": what happened to them ties them.
        told = bool(q.noun) and q.noun[-1] in words.senses
        return list({("", *q.noun): 1, ("", q.noun[-1]): 1}) if told else []
    if q.unit == "magnitude":
        return [(q.unit, *sorted(set(q.noun) & words.apart))]
    if q.unit == "age":
        return [(q.unit, *q.noun)] if q.noun else []
    return [(q.unit, w) for w in sorted(set(q.noun) & words.measured)]
