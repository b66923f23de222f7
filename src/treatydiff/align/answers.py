"""Clauses that give two answers to one question, for the rules, where their wording does not tie them.

"Nobody was hurt" and "two firefighters were treated for burns" share no word; that both say whether anybody
was hurt ties them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from treatydiff.align.added import ONE_STORY, SCORE, Links
from treatydiff.hints import Any
from treatydiff.language import Language
from treatydiff.model import Claim, Evidence, Link, Reading
from treatydiff.rules import Found, Pair
from treatydiff.rules._crosswise import other_sides
from treatydiff.rules._fates import fates, other_fates
from treatydiff.rules._moments import moments, other_moments
from treatydiff.rules._sides import sided
from treatydiff.rules._stages import other_stages, stages

ONE_ANSWER = "one_answer"
"""Evidence of a link between clauses that give two answers to one question."""
MANY = 6
"""A question that more clauses of a document answer has many answers."""
MANY_ORDERS = 40
"""A document in which more clauses put two things in order is a chronicle."""

Asked = tuple[Hashable, ...]


def answer_links(
    left: Reading, right: Reading, language: Language, story: float, known: Sequence[Link], found: Found
) -> list[Link]:
    """The known links, and more for clauses whose answers to one question clash."""
    if story < ONE_STORY or not left.claims or not right.claims:
        return list(known)
    links = Links(known)
    whole = Pair(links.between(left.claims[0], right.claims[0]), left, right, language, found)
    for told, asked, clashing in KINDS:
        ours = _by_question(whole.throughout(told, left), asked)
        theirs = _by_question(whole.throughout(told, right), asked) if ours else {}
        for question in sorted(ours.keys() & theirs.keys(), key=str):
            for a, b in _claims(ours[question], theirs[question], MANY_ORDERS if told is sided else MANY):
                two = Pair(links.between(a, b), left, right, language, found)
                known_already = two.link.has(ONE_ANSWER)
                if not known_already and any(True for _ in clashing(two)):
                    links.mark(a, b, Evidence(ONE_ANSWER, 1.0, 1.0, " ".join(map(str, question))), SCORE)
    return links.all()


def _by_question(given: Sequence[Any], asked: Callable[[Any], Asked]) -> dict[Asked, dict[int, Claim]]:
    found: dict[Asked, dict[int, Claim]] = defaultdict(dict)
    for answer in given:
        found[asked(answer)][answer.claim.index] = answer.claim
    return found


def _claims(ours: dict[int, Claim], theirs: dict[int, Claim], most: int) -> Iterator[tuple[Claim, Claim]]:
    if len(ours) <= most and len(theirs) <= most:
        yield from ((a, b) for a in ours.values() for b in theirs.values())


KINDS: tuple[tuple[Callable[..., Any], Callable[[Any], Asked], Callable[[Pair], Iterator[Any]]], ...] = (
    (fates, lambda f: (f.kind,), other_fates),
    (stages, lambda s: ("stage", s.act), other_stages),
    (sided, lambda _: ("order",), other_sides),
    (moments, lambda m: ("moment", m.act), other_moments),
)
"""What claims tell that has one answer: how it is found, what it is an answer to, and which answers clash."""
