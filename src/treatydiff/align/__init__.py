"""Claims of two documents → links: which of them tell the same."""

from __future__ import annotations

from collections import defaultdict

from treatydiff.language import Language
from treatydiff.model import Claim, Link, Reading

FLOOR = 20.0
"""Links from this score up to the threshold are handed to the rules, but are never shared facts."""


def align(left: Reading, right: Reading, language: Language, threshold: float) -> list[Link]:
    """Links between claims of two documents in the order of the text.

    Passages are scored as wholes, in the light of their documents, and each link is narrowed to the clauses
    that carry it.  Links below `threshold` are kept down to `FLOOR` for the rules; with a threshold of 0 all
    passages that have anything in common are linked.
    """
    from treatydiff.align.candidates import candidate_pairs
    from treatydiff.align.features import Signs
    from treatydiff.align.likeness import profile, story_likeness
    from treatydiff.align.narrow import carriers
    from treatydiff.align.score import FACT, STORY, evidence, likelihood, score
    from treatydiff.align.words import bag

    a = profile([bag(p.tokens, language) for p in left.passages])
    b = profile([bag(p.tokens, language) for p in right.passages])
    story_signs = story_likeness(a, b)
    story = likelihood(story_signs, STORY)
    lowest = min(threshold, FLOOR)
    signs = Signs(a, b, candidate_pairs(a.bags, b.bags))
    claims_l, claims_r = _by_passage(left), _by_passage(right)
    links = []
    for i, j in signs.likeness:
        fact_signs = signs.of(i, j)
        points = score(story, likelihood(fact_signs, FACT))
        if points >= lowest:
            pairs = carriers(claims_l[i], claims_r[j], language)
            shown = evidence(story_signs, fact_signs)
            links += [Link(x, y, points, shown) for x, y in (pairs if threshold > 0 else pairs[:1])]
    return links


def _by_passage(reading: Reading) -> dict[int, list[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.passage].append(claim)
    return found
