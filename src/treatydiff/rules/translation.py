"""One utterance of one speaker, in marks in both reports and yet in other words.

Only one of them can be what was said to the letter; as a rule both are translations.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Reason
from treatydiff.rules import Example, Keys, Pair, Told, in_both
from treatydiff.rules._speech import one_speaker, renderings, utterances

LINKED = 55.0
FEWEST = 5
"""Words that each rendering has at least."""
LEAST, MOST = 0.25, 0.7
"""Share of words, 0 to 1, that two translations have in common: with fewer, they are two utterances; with
more, one that was changed in a word (see `wording`)."""

SOFT = True
"""Run on links that are shown alone."""

EXAMPLES = (
    Example(
        "“We will only know the real depth when our divers go down,” Ada Holm said.",
        "“We shall know the true depth only when our divers are at the bottom,” Ada Holm said.",
        True,
    ),
    Example(
        "“We shall leave nobody behind in the valley,” Ada Holm said.",
        "“No one in the valley will be left on their own by us,” Ms Holm promised.",
        True,
    ),
    Example(
        "“We will only know the real depth when our divers go down,” Ada Holm said.",
        "“We will only know the real depth when our divers go down,” Holm said.",
        False,
    ),
    Example(
        "“We will only know the real depth when our divers go down,” Ada Holm said.",
        "“The harbour has been closed to all ships since the morning,” Ada Holm said.",
        False,
    ),
    Example(
        "“We will only know the real depth when our divers go down,” Ada Holm said.",
        "Ada Holm said they would learn the true depth once divers had gone to the bottom.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """Whether the claim has words of somebody in marks."""
    said = any(quote.kind == "direct" and quote.speaker for quote, _ in told.of(renderings))
    return in_both(("said",) if said else ())


def judge(pair: Pair) -> Iterator[Reason]:
    """A softer difference for the first utterance that is in marks twice, in other words."""
    if pair.link.score < LINKED:
        return
    for found in utterances(pair):
        if not found.left.kind == found.right.kind == "direct" or not one_speaker(found, pair):
            continue
        if found.fewest < FEWEST or found.drift.likeness < LEAST or found.common >= MOST:
            continue
        who = found.left.speaker
        yield Reason(
            "translation",
            "difference",
            f"{who}, in two renderings",
            f"Both quote {who}, in words that differ: as a rule two translations.",
            (found.left.span,),
            (found.right.span,),
        )
        return
