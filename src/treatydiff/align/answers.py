"""Clauses that give two answers to one question, for the rules, where their wording does not tie them.

"They drove off in a black van" and "the men escaped on a motorcycle" share no word; that both say what the
culprits fled in ties them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from treatydiff.align.figures import SCORE
from treatydiff.language import Language
from treatydiff.model import Evidence, Link, Reading
from treatydiff.rules import Pair
from treatydiff.rules._answers import ONE_ANSWER, Answer, all_answers, other_answers

ONE_STORY = 0.5
"""How likely the documents must be to tell one story."""
MANY = 6
"""A question that more clauses of a document answer has many answers."""


def answer_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link]
) -> list[Link]:
    """The known links, and more for clauses whose answers to one question clash."""
    if story < ONE_STORY:
        return list(known)
    links = {(link.left.index, link.right.index): link for link in known}
    found: dict[Hashable, Any] = {}
    first = Pair(Link(left.claims[0], right.claims[0], 0.0), left, right, language, found)
    ours, theirs = (_by_question(first.whole(all_answers, r)) for r in (left, right))
    for question in sorted(ours.keys() & theirs.keys()):
        if len(ours[question]) > MANY or len(theirs[question]) > MANY:
            continue
        for a in ours[question]:
            for b in theirs[question]:
                place = (a.claim.index, b.claim.index)
                link = links.get(place) or Link(a.claim, b.claim, 0.0)
                if any(e.name == ONE_ANSWER for e in link.evidence):
                    continue
                if any(True for _ in other_answers(Pair(link, left, right, language, found))):
                    whole = (*link.evidence, Evidence(ONE_ANSWER, 1.0, 1.0, " ".join(question)))
                    links[place] = replace(link, score=max(link.score, SCORE), evidence=whole)
    return list(links.values())


def _by_question(answers: Sequence[Answer]) -> dict[tuple[str, str], list[Answer]]:
    found: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in answers:
        found[answer.question].append(answer)
    return found
