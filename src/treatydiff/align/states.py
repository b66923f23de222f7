"""Clauses that tell a state of one thing in two ways, for the rules, where their wording does not tie them.

"The three judges were unanimous" and "one of them dissented" have next to no word in common.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.align.added import ONE_STORY, Links
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Reading
from treatydiff.rules import Pair, sentence
from treatydiff.rules._bounds import apart_days
from treatydiff.rules._events import in_common
from treatydiff.rules._figures import MANY, agree
from treatydiff.rules._pack import words_of
from treatydiff.rules._rivals import rivals
from treatydiff.rules._states import ONE_STATE, Told, one_doer, told_in

SHARE = "percent"
"""Unit of shares."""


def state_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link]
) -> list[Link]:
    """The known links, those between opposite states marked, and more where none is."""
    if story < ONE_STORY:
        return list(known)
    ours = _by_state(left, language)
    if not ours:
        return list(known)
    theirs = _by_state(right, language)
    links = Links(known)
    for name in sorted(ours.keys() & theirs.keys()):
        a, b = ours[name], theirs[name]
        if len({t.side for t in a}) > 1 or len({t.side for t in b}) > 1 or a[0].side == b[0].side:
            continue
        found = next(((x, y) for x in a for y in b if _is_one(x, y, left, right, language)), None)
        if found is None or _comes_later(a[0], b[0], left, right):
            continue
        links.mark(found[0].claim, found[1].claim, Evidence(ONE_STATE, 1.0, 1.0, name))
    return links.all()


def _by_state(reading: Reading, language: Language) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for claim in reading.claims:
        for told in told_in(claim, reading, language):
            found.setdefault(told.state.id, []).append(told)
    return found


def _is_one(a: Told, b: Told, left: Reading, right: Reading, language: Language) -> bool:
    """Whether both clauses may speak of one thing, at one time."""
    if rivals(a.claim, b.claim, left, right) or _have_other_shares(a.claim, b.claim):
        return False
    # Who does what the second half of a sentence tells is named in the first.
    ours, theirs = (
        frozenset(n.entity for c in sentence(t.claim, reading) for n in c.names)
        for t, reading in ((a, left), (b, right))
    )
    words = words_of(language)
    # "He" here and "he" there may be two, whom their names tell apart.
    topic, heard = (t.topic - words.persons_back for t in (a, b))
    one = a.state.sole or ours & theirs or in_common(topic, heard, words)
    if not one and not _have_one_figure(a.claim, b.claim):
        return False
    if a.state.doer and not one_doer(a, b, Pair(Link(a.claim, b.claim, 0.0), left, right, language)):
        return False
    return not apart_days(a.claim, b.claim)


def _have_other_shares(a: Claim, b: Claim) -> bool:
    """Whether both clauses give a share, and none in common: up 4 percent in a year, down 1 in May."""
    ours, theirs = ([q for q in c.quantities if q.unit == SHARE] for c in (a, b))
    return bool(ours and theirs) and not any(agree(p, q) for p in ours for q in theirs)


def _have_one_figure(a: Claim, b: Claim) -> bool:
    """Whether both clauses give one figure, and no small one: "212 rebels", "the 212 men"."""
    return any(p.unit == q.unit and agree(p, q) and p.low > MANY for p in a.quantities for q in b.quantities)


def _comes_later(a: Told, b: Told, left: Reading, right: Reading) -> bool:
    """Whether the later report may tell what has become of it since."""
    one, two = left.document.published, right.document.published
    then = a.state.then
    if then is None or one is None or two is None or one == two:
        return False
    late = b if one < two else a
    return late.side == then
