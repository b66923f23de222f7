"""Claims of two documents → links: which of them tell the same."""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.language import Language
from treatydiff.model import Evidence, Link, Reading
from treatydiff.rules import Found

Pair = tuple[int, int]

FLOOR = 20.0
"""Links from this score up to the threshold are handed to the rules, but are never shared facts."""
FLOOR_OF_SENTENCES, SENTENCES = 2.0, 4
"""The same for texts of no more than four passages together, too short to show what they report; how likely
they report one event counts by its root."""
NEAR = 15.0
"""How far below the threshold a score counts as near it."""
PARTNERS, WEAK_PARTNERS = 12, 2
"""Best partners of either passage that a pair must be among: where it scores near the threshold and above,
and where it scores less."""
WORD_FOR_WORD: tuple[Evidence, ...] = (Evidence("word_for_word", 1.0, 1.0),)


def align(
    left: Reading, right: Reading, language: Language, threshold: float, found: Found | None = None
) -> list[Link]:
    """Links between claims of two documents in the order of the text.

    Passages are scored as wholes, in the light of their documents, and each link is narrowed to the clauses
    that carry it.  Passages that are the same word for word score 100.  Links below `threshold` are kept down
    to `FLOOR` for the rules; with a threshold of 0 all passages that have anything in common are linked.
    What is worked out on claims is noted in `found`, so that the rules need not do it again.
    """
    from treatydiff.align.absence import found_after_all
    from treatydiff.align.answers import answer_links
    from treatydiff.align.candidates import candidate_pairs
    from treatydiff.align.copies import same_words
    from treatydiff.align.directions import direction_links
    from treatydiff.align.features import Signs
    from treatydiff.align.figures import figure_links
    from treatydiff.align.happenings import event_links
    from treatydiff.align.likeness import profile_of, story_likeness
    from treatydiff.align.narrow import Clauses
    from treatydiff.align.score import (
        FACT,
        STORY,
        THIN,
        evidence,
        likelihood,
        narrowed,
        score,
        thin,
    )
    from treatydiff.align.states import state_links

    a, b = profile_of(left, language), profile_of(right, language)
    story_signs = story_likeness(a, b)
    story = likelihood(story_signs, STORY)
    few = len(left.passages) + len(right.passages) <= SENTENCES
    if few:
        story **= 0.5
    lowest = min(threshold, FLOOR_OF_SENTENCES if few else FLOOR)
    signs = Signs(a, b, candidate_pairs(a.bags, b.bags))
    clauses = Clauses(left, right, signs, language)
    copies = same_words(left, right)
    # A passage that the other document has word for word needs no other partner there.
    here, there = ({i for i, _ in copies}, {j for _, j in copies}) if threshold > 0 else (set(), set())
    facts: dict[Pair, Mapping[str, float]] = {}
    points: dict[Pair, float] = {}
    for i, j in signs.likeness:
        if i not in here and j not in there:
            of_pair = signs.of(i, j)
            value = score(story, likelihood(of_pair, FACT))
            if value >= lowest:
                facts[i, j], points[i, j] = of_pair, value
    if threshold > 0:
        points = _partners(points, threshold)
    of_story, usual = evidence("story", story_signs, STORY), thin(len(left.passages), len(right.passages))
    links = []
    for i, j in sorted({*points, *copies}):
        pairs = clauses.carriers(i, j)
        if (i, j) in copies:
            links += [Link(x, y, 100.0, WORD_FOR_WORD) for _, x, y in pairs]
        else:
            for alike, x, y in pairs if threshold > 0 else pairs[:1]:
                weight = THIN if alike < 0 else usual
                own = (Evidence("clauses", round(alike, 3), weight),)
                value = narrowed(points[i, j], alike, weight)
                links.append(Link(x, y, value, own, of_story, facts[i, j]))
    if threshold <= 0:
        return links
    links = figure_links(left, right, language, story, signs, links)
    links = direction_links(left, right, language, story, links)
    found = {} if found is None else found
    links = event_links(left, right, language, story, links, found)
    links = state_links(left, right, language, story, links)
    links = answer_links(left, right, language, story, links, found)
    return found_after_all(links, clauses, story, threshold)


def _partners(points: Mapping[Pair, float], threshold: float) -> dict[Pair, float]:
    """The best pairs of each passage: more of those near the threshold and above, fewer of weaker ones."""
    kept: dict[Pair, float] = {}
    ours: dict[int, int] = {}
    theirs: dict[int, int] = {}
    for _, _, _, i, j in sorted([(-value, abs(i - j), i + j, i, j) for (i, j), value in points.items()]):
        value = points[i, j]
        most = PARTNERS if value >= threshold - NEAR else WEAK_PARTNERS
        here, there = ours.get(i, 0), theirs.get(j, 0)
        if here < most or there < most:
            kept[i, j] = value
        ours[i], theirs[j] = here + 1, there + 1
    return kept
