"""Links → judged links: every rule is run on every pair of linked claims.

A rule with `ACROSS_CLAUSES` is also run on the other clauses of linked sentences, which may tell the same
event though they share too few words to be linked: "… met the minister, who had come to sign the accord".
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from types import ModuleType
from typing import Any

from treatydiff import shelf
from treatydiff.language import Language
from treatydiff.model import Claim, Link, Options, Reading, Reason
from treatydiff.rules import Pair

LINKED = 45.0
"""The score of linked sentences from which their other clauses are looked at too."""


def judge(
    links: Sequence[Link], left: Reading, right: Reading, language: Language, options: Options
) -> list[tuple[Link, tuple[Reason, ...]]]:
    """Each link with what the rules found on it, in the order of the links."""
    active = [
        shelf.member("rules", name)
        for name in shelf.names("rules")
        if (not options.select or name in options.select) and name not in options.ignore
    ]
    known: dict[Hashable, Any] = {}
    judged = [(link, tuple(_reasons(active, Pair(link, left, right, language, known)))) for link in links]
    across = [rule for rule in active if getattr(rule, "ACROSS_CLAUSES", False)]
    for link in _other_clauses(links, left, right) if across else ():
        found = tuple(_reasons(across, Pair(link, left, right, language, known)))
        if any(reason.relation == "contradiction" for reason in found):
            judged.append((link, found))
    return judged


def _reasons(rules: Sequence[ModuleType], pair: Pair) -> Iterator[Reason]:
    return (reason for rule in rules for reason in rule.judge(pair))


def _other_clauses(links: Sequence[Link], left: Reading, right: Reading) -> Iterator[Link]:
    """Pairs of clauses of linked sentences that are not linked, with the best score of their sentences."""
    best: dict[tuple[int, int], Link] = {}
    for link in links:
        pair = (link.left.passage, link.right.passage)
        if pair not in best or link.score > best[pair].score:
            best[pair] = link
    linked = {(link.left.index, link.right.index) for link in links}
    ours, theirs = _by_passage(left), _by_passage(right)
    for (i, j), link in sorted(best.items(), key=lambda b: b[0]):
        if link.score >= LINKED and not any(e.name == "word_for_word" for e in link.evidence):
            for a in ours[i]:
                for b in theirs[j]:
                    if (a.index, b.index) not in linked and a.predicates and b.predicates:
                        yield Link(a, b, link.score, link.evidence)


def _by_passage(reading: Reading) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        found.setdefault(claim.passage, []).append(claim)
    return found
