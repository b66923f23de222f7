"""Stated here, only said to be so there.

One report states what the other gives as possible, alleged or apparent: "signed" and "is believed to have
signed", "will close" and "may close", "the strike was illegal" and "the allegedly illegal strike".  Both may
hold; it is a difference in how sure the reports are, no clash.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Reason, Status
from treatydiff.rules import Example, Keys, Pair, Told
from treatydiff.rules._clauses import Event, shown
from treatydiff.rules._events import enough, same_events, senses
from treatydiff.rules._pack import words_of

PAST: frozenset[Status] = frozenset(("done", "ongoing"))
COMING: frozenset[Status] = frozenset(("planned", "expected", "possible"))

SOFT = True
"""Run on links that are shown alone."""

EXAMPLES = (
    Example(
        "The ministers signed the accord.", "The ministers are believed to have signed the accord.", True
    ),
    Example("The council will close the school.", "The council may close the school.", True),
    Example("The mayor sold the harbour land.", "The mayor reportedly sold the harbour land.", True),
    Example("The mayor sold the harbour land.", "The mayor was accused of selling the harbour land.", True),
    Example("The ministers signed the accord.", "The accord was signed by the ministers.", False),
    Example("The mayor sold the harbour land.", "The mayor reportedly bought a boat.", False),
    Example("The council may close the school.", "The council might close the school.", False),
    Example("The mayor sold the harbour land.", "The mayor reportedly did not sell the harbour land.", False),
)


def keys(told: Told) -> Keys:
    """What the claim states, and what it gives as possible or reported."""
    words = words_of(told.language)
    predicates = told.claim.predicates
    said = {(p.hedged, p.polarity, meaning) for p in predicates for meaning in senses(p.stem, words)}
    return Keys(frozenset(said), frozenset((not hedged, *rest) for hedged, *rest in said))


def judge(pair: Pair) -> Iterator[Reason]:
    """A softer difference for the first two predicates of one event of which one is hedged."""
    words = words_of(pair.language)
    for a, b, sure in same_events(pair):
        p, q = a.predicate, b.predicate
        if p.stem in words.light or not enough(sure, pair.link.score):
            continue
        if p.hedged == q.hedged or p.polarity != q.polarity or not _comparable(a, b):
            continue
        one, two = shown(p.group, pair.left), shown(q.group, pair.right)
        stated, hedged = ("{left}", "{right}") if q.hedged else ("{right}", "{left}")
        said, maybe = (one, two) if q.hedged else (two, one)
        yield Reason(
            "hedge",
            "difference",
            f"{one} / {two}",
            f"{stated} states it (“{said}”), {hedged} gives it as possible or reported (“{maybe}”).",
            (p.group,),
            (q.group,),
            "likely",
            "Both hold; one report is surer than the other.",
        )
        return


def _comparable(a: Event, b: Event) -> bool:
    one, two = a.predicate.status, b.predicate.status
    return (one in PAST and two in PAST) or (one in COMING and two in COMING)
