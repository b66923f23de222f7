"""Claims of two documents → links: which of them tell the same."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.model import Evidence, Link, Reading

FLOOR = 20.0
"""Links from this score up to the threshold are handed to the rules, but are never shared facts."""
FLOOR_OF_SENTENCES, SENTENCES = 2.0, 4
"""The same for texts of no more than four passages together, too short to show what they report."""
WORD_FOR_WORD: tuple[Evidence, ...] = (Evidence("word_for_word", 1.0, 1.0),)


def align(left: Reading, right: Reading, language: Language, threshold: float) -> list[Link]:
    """Links between claims of two documents in the order of the text.

    Passages are scored as wholes, in the light of their documents, and each link is narrowed to the clauses
    that carry it.  Passages that are the same word for word score 100.  Links below `threshold` are kept down
    to `FLOOR` for the rules; with a threshold of 0 all passages that have anything in common are linked.
    """
    from treatydiff.align.candidates import candidate_pairs
    from treatydiff.align.copies import same_words
    from treatydiff.align.features import Signs
    from treatydiff.align.likeness import profile, story_likeness
    from treatydiff.align.narrow import Clauses
    from treatydiff.align.score import FACT, STORY, evidence, likelihood, narrowed, score
    from treatydiff.align.words import bag

    a = profile([bag(p.tokens, language) for p in left.passages])
    b = profile([bag(p.tokens, language) for p in right.passages])
    story_signs = story_likeness(a, b)
    story = likelihood(story_signs, STORY)
    few = len(left.passages) + len(right.passages) <= SENTENCES
    lowest = min(threshold, FLOOR_OF_SENTENCES if few else FLOOR)
    signs = Signs(a, b, candidate_pairs(a.bags, b.bags))
    clauses = Clauses(left, right, signs, language)
    copies = same_words(left, right)
    copied_l, copied_r = {i for i, _ in copies}, {j for _, j in copies}
    links = []
    for i, j in sorted({*signs.likeness, *copies}):
        if (i, j) in copies:
            points, shown = 100.0, WORD_FOR_WORD
        elif threshold > 0 and (i in copied_l or j in copied_r):
            continue
        else:
            fact_signs = signs.of(i, j)
            points = score(story, likelihood(fact_signs, FACT))
            if points < lowest:
                continue
            shown = evidence(story_signs, fact_signs)
        pairs = clauses.carriers(i, j)
        links += [
            Link(x, y, narrowed(points, alike), shown)
            for alike, x, y in (pairs if threshold > 0 else pairs[:1])
        ]
    return links
