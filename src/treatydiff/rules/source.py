"""One statement that the reports have from different sources.

Each names a speaker for what it tells, but not the same one.  Where one speaks for the other (a ministry and
its spokesman) two reports have one origin, which is less than two independent sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Reason
from treatydiff.rules import Example, Keys, Pair, Told, attribution, in_both
from treatydiff.rules._speech import Utterance, is_known, one_name, renderings, speaks_for, utterances
from treatydiff.tokens import tokenise

LINKED = 55.0
ALIKE = 0.4
"""Share of the words of content, 0 to 1, that two reported statements have in common where they are one."""
FEWEST = 3
"""Words of content in common that make it one statement."""

SOFT = True
"""Run on links that are shown alone."""

EXAMPLES = (
    Example(
        "The new bridge was paid for with tolls from lorries, Ada Holm said.",
        "The new bridge was paid for with tolls from lorries, said the engineer Ivo Lind.",
        True,
    ),
    Example(
        "The harbour ministry said the channel would be dredged in spring.",
        "Harbour ministry spokesman Ivo Lind said the channel would be dredged in spring.",
        True,
    ),
    Example(
        "The new bridge is safe for lorries, Ada Holm said.",
        "The new bridge is safe for lorries, Holm told reporters.",
        False,
    ),
    Example(
        "The new bridge is safe for lorries, Ada Holm said.", "The new bridge is safe for lorries.", False
    ),
    Example(
        "The new bridge is safe for lorries, she said.",
        "The new bridge is safe for lorries, Ada Holm said.",
        False,
    ),
    Example(
        "The new bridge is safe for lorries, the mayor said.",
        "The new bridge is safe for lorries, Ada Holm said.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """Whether the claim names a speaker for what it tells."""
    said = any(quote.speaker and quote.certainty == "likely" for quote, _ in told.of(renderings))
    return in_both(("said",) if said else ())


def judge(pair: Pair) -> Iterator[Reason]:
    """A softer difference where both claims name a speaker for one statement, each another one."""
    if pair.link.score < LINKED or next(attribution.judge(pair), None):
        return
    for found in utterances(pair):
        a, b = found.left, found.right
        one, two = a.speaker, b.speaker
        if not one or not two or a.certainty != "likely" or b.certainty != "likely":
            continue
        if one_name(a, b, pair) or not is_known(one, pair.left, pair):
            continue
        if not is_known(two, pair.right, pair) or not _one_statement(found, pair):
            continue
        together = speaks_for(one, two, pair) or speaks_for(two, one, pair)
        yield Reason(
            "source",
            "difference",
            f"{one} / {two}",
            f"{{left}} has it from {one}, {{right}} from {two}.",
            (a.mention_span or a.span,),
            (b.mention_span or b.span,),
            "likely",
            "One origin: one speaks for the other." if together else "",
        )
        return


def _one_statement(found: Utterance, pair: Pair) -> bool:
    """Whether two quotes have most of their words of content in common."""
    stop = frozenset(pair.language.words("grammar", "stop"))
    one, two = (
        {t.stem for t in tokenise(r.document.text, *q.span, pair.language.code) if t.norm not in stop}
        for r, q in ((pair.left, found.left), (pair.right, found.right))
    )
    return len(one & two) >= FEWEST and 2 * len(one & two) >= ALIKE * (len(one) + len(two))
