"""It happened here; it did not happen there.

Both reports speak of the same event or state, and one of them says that it is not so: "not", "never", "no",
"without", and verbs that deny what follows them ("failed to", "refused to", "prevented from").  Two negations
agree, as do a negation and a verb that says no by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Reason, Status
from treatydiff.rules import Example, Pair
from treatydiff.rules._clauses import Event, Words, shown, words_of
from treatydiff.rules._events import enough, same_events

SURE = 0.75
"""How sure it must be that both tell of one event for a clash that is likely."""
PAST: frozenset[Status] = frozenset(("done", "ongoing"))
COMING: frozenset[Status] = frozenset(("planned", "expected"))

ACROSS_CLAUSES = True

EXAMPLES = (
    Example("The ministers signed the accord.", "The ministers did not sign the accord.", True),
    Example("The ministers signed the accord.", "The ministers refused to sign the accord.", True),
    Example("The sirens sounded in the port.", "None of the sirens sounded.", True),
    Example("The council will close the school.", "The council will not close the school.", True),
    Example("The strike was legal.", "The strike was not legal.", True),
    Example("Rescuers reached the village.", "Rescuers could not reach the village.", True),
    Example("The crew was harmed.", "The crew was unharmed.", True),
    Example("The ministers signed the accord.", "The ministers did not fail to sign the accord.", False),
    Example("The ministers did not sign the accord.", "The ministers failed to sign the accord.", False),
    Example("The ministers signed the accord.", "The ministers did not sign the loan contract.", False),
    Example("Ada Holm signed the accord.", "Ivo Lind did not sign the accord.", False),
    Example("The police released a statement.", "The police did not release the names.", False),
    Example("The council will close the school.", "The school did not close during the storm.", False),
)


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two predicates of one event of which one is denied."""
    words = words_of(pair.language)
    for a, b, sure in same_events(pair):
        p, q = a.predicate, b.predicate
        if not enough(sure, pair.link.score):
            continue
        if p.polarity == q.polarity or p.denied or q.denied or not _comparable(a, b, words):
            continue
        one, two = shown(p.group, pair.left), shown(q.group, pair.right)
        yes, no = ("{left}", "{right}") if p.polarity > 0 else ("{right}", "{left}")
        said, denial = (one, two) if p.polarity > 0 else (two, one)
        hedged = p.hedged or q.hedged or p.status != q.status
        yield Reason(
            "negation",
            "contradiction",
            f"{one} / {two}",
            f"{yes} says that it is so (“{said}”), {no} that it is not (“{denial}”).",
            (p.group,),
            (q.group,),
            "possible" if hedged or sure < SURE else "likely",
            "Both may hold if they speak of different moments or of different parts.",
        )
        return


def _comparable(a: Event, b: Event, words: Words) -> bool:
    """Whether the two are told of one time: both as past, or both as to come."""
    one, two = a.predicate.status, b.predicate.status
    if _refused(a, words) or _refused(b, words):
        # Who refuses to do a thing will not do it either.
        return one in PAST | COMING and two in PAST | COMING
    if one in COMING or two in COMING:
        # "Accepts" and "will not accept": the present holds for what is to come.
        return (one in COMING or one == "ongoing") and (two in COMING or two == "ongoing")
    # "Was playing" and "have not played" speak of different moments unless more ties them than the verb.
    tied = (a.object.head and b.object.head) or len(a.subject.stems & b.subject.stems) > 1
    return one in PAST and two in PAST and (one == two or bool(tied))


def _refused(e: Event, words: Words) -> bool:
    p = e.predicate
    if p.polarity > 0:
        return False
    return any(t.stem in words.refusing for t in e.claim.tokens if p.group.start <= t.start < p.span.start)
