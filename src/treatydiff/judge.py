"""Links → judged links: every rule is run on the pairs of linked claims that it may speak of.

A rule with `SOFT` finds softer differences alone, and no clash; it is run on those links that are shown.  A
rule with `ACROSS_CLAUSES` is also run on the other clauses of linked sentences, which may tell the same
event though they share too few words to be linked: "… met the minister, who had come to sign the accord".  A
rule with `WITHIN_A_REPORT` is also run on claims of one document that tell the same thing twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from types import ModuleType

from treatydiff import shelf
from treatydiff.align.score import widened
from treatydiff.frozen import NamedTuple, replace
from treatydiff.language import Language
from treatydiff.model import Claim, Link, Options, Reading, Reason, Span
from treatydiff.rules import Found, Keys, Pair, Told, in_both
from treatydiff.rules._figures import ONE_MOMENT, ONE_THING
from treatydiff.rules._states import ONE_STATE
from treatydiff.rules._things import clauses_of, left_open, of_two

Judged = tuple[Link, tuple[Reason, ...]]
Met = Sequence[frozenset[Hashable]]
"""Keys of a rule for each claim of a document."""
LINKED = 30.0
"""The score of linked sentences from which their other clauses are looked at too."""
TIES = frozenset((ONE_THING, ONE_MOMENT, ONE_STATE))
"""Evidence of links between clauses that only this ties."""
ANY = in_both(("any",))
MOST_PAIRS = 100
"""Where two linked sentences have more pairs of clauses than these, they are hardly sentences."""


class Judge:
    """The links between two documents before the rules that the user wants."""

    def __init__(
        self,
        links: Sequence[Link],
        left: Reading,
        right: Reading,
        language: Language,
        options: Options,
        known: Found,
    ) -> None:
        self.links, self.left, self.right, self.language = links, left, right, language
        self.aligned = {id(link) for link in links}
        self.known = known
        self.ours, self.theirs = (
            [Told(c, reading, other, language, self.known, reading is left) for c in reading.claims]
            for reading, other in ((left, right), (right, left))
        )
        active = [self._keyed(rule) for rule in _active(options)]
        self.hard = _Rules([rule for rule in active if not rule.soft], len(left.claims), len(right.claims))
        self.across = _Rules([rule for rule in active if rule.across], len(left.claims), len(right.claims))
        self.soft = _Rules([rule for rule in active if rule.soft], len(left.claims), len(right.claims))

    def clashes(self) -> list[Judged]:
        """Each link with what the rules for clashes found on it; then more links, of clauses that clash."""
        judged = [(link, self._reasons(self.hard, link)) for link in self.links]
        for link in _other_clauses(self.links, self.left, self.right, self._may_clash):
            found = self._reasons(self.across, link)
            if any(reason.relation == "contradiction" for reason in found):
                judged.append((link, found))
        told = [(link, found) for link, found in judged if found]
        return judged + [b for link, found in told for b in _carriers(link, found, self.left, self.right)]

    def differences(self, link: Link, told: AbstractSet[str]) -> tuple[Reason, ...]:
        """What the rules for softer differences find on a link, those in `told` left out.

        Nothing on links that were made for a clash alone.
        """
        return self._reasons(self.soft, link, told) if id(link) in self.aligned else ()

    def _keyed(self, module: ModuleType) -> _Rule:
        """A rule with what it could speak of in each claim of either document."""
        keys: Callable[[Told], Keys] = getattr(module, "keys", _always)
        has = [keys(told).has for told in self.ours]
        wants = [keys(told).wants for told in self.theirs]
        soft, across = (getattr(module, name, False) for name in ("SOFT", "ACROSS_CLAUSES"))
        return _Rule(module.__name__.rpartition(".")[2], module.judge, soft, across, has, wants)

    def _reasons(self, rules: _Rules, link: Link, told: AbstractSet[str] = frozenset()) -> tuple[Reason, ...]:
        # What the alignment ties may be worded in two ways, in which the keys of a rule do not meet.
        asked = rules.all if _is_tied(link) else rules.of(link.left.index, link.right.index)
        if not asked:
            return ()
        pair = Pair(link, self.left, self.right, self.language, self.known)
        return tuple(
            [reason for rule in asked if rule.name not in told for reason in _found(rule.judge, pair)]
        )

    def _may_clash(self, link: Link, a: Claim, b: Claim) -> bool:
        """Whether a rule may speak of two clauses of the sentences of a link."""
        return bool(self.across.all if _is_tied(link) else self.across.of(a.index, b.index))


def _is_tied(link: Link) -> bool:
    for evidence in link.evidence:  # noqa: SIM110 - asked of each link
        if evidence.name in TIES:
            return True
    return False


def _always(told: Told) -> Keys:
    """The keys of a rule that may speak of any two claims."""
    return ANY


class _Rules:
    """Some rules, and which of them may speak of two claims."""

    def __init__(self, rules: Sequence[_Rule], left: int, right: int) -> None:
        self.all = rules
        self.has, self.wants = [0] * left, [0] * right
        """For each claim, as bits, the rules that could speak of something in it."""
        for n, rule in enumerate(rules):
            for found, keys in ((self.has, rule.has), (self.wants, rule.wants)):
                for k, key in enumerate(keys):
                    if key:
                        found[k] |= 1 << n
        self.among: dict[int, list[tuple[_Rule, Met, Met]]] = {}
        """The rules of each number of bits that was asked for."""

    def of(self, left: int, right: int) -> list[_Rule]:
        """Those whose keys of these two claims meet."""
        bits = self.has[left] & self.wants[right]
        rules = self.among.get(bits)
        if rules is None:
            among = [rule for n, rule in enumerate(self.all) if bits >> n & 1]
            rules = self.among[bits] = [(rule, rule.has, rule.wants) for rule in among]
        return [rule for rule, has, wants in rules if not has[left].isdisjoint(wants[right])]


class _Rule(NamedTuple):
    name: str
    judge: Callable[[Pair], Iterator[Reason]]
    soft: bool
    across: bool
    has: Met
    """For each claim of the left document, and what it must find in one of the right."""
    wants: Met


def _carriers(link: Link, found: Sequence[Reason], left: Reading, right: Reading) -> Iterator[Judged]:
    """The clauses that hold the words a clash rests on, where they are others of the same sentences.

    Of "Ada Holm, who was late, opened it" the last clause tells the act and the first one whose it is.
    """
    for reason in found:
        if reason.relation == "contradiction":
            a, b = _holding(link.left, reason.left, left), _holding(link.right, reason.right, right)
            if (a, b) != (link.left, link.right):
                yield replace(link, left=a, right=b), (reason,)


def _holding(claim: Claim, spans: Sequence[Span], reading: Reading) -> Claim:
    """The claim of the same sentence in which the first of some spans lies."""
    if not spans or claim.span.overlap(spans[0]):
        return claim
    at = bisect_right(reading.claims, spans[0].start, key=lambda c: c.span.start) - 1
    other = reading.claims[max(0, at)]
    return other if other.passage == claim.passage and other.span.overlap(spans[0]) else claim


def judge_within(
    links: Sequence[Link], reading: Reading, language: Language, options: Options
) -> list[Judged]:
    """The links between claims of one document that clash, by the rules with `WITHIN_A_REPORT`.

    Where the report has the two sides from different speakers, they may disagree and the report be right.
    """
    active = [rule for rule in _active(options) if getattr(rule, "WITHIN_A_REPORT", False)]
    bare = [replace(c, quantities=(), times=()) for c in reading.claims] if links and active else []
    judged: list[Judged] = []
    for link in links if active else ():
        left, right = _alone(reading, link.left, bare), _alone(reading, link.right, bare)
        found = _reasons(active, Pair(link, left, right, language))
        clashes = tuple(_credited(r, link) for r in found if r.relation == "contradiction")
        if clashes:
            judged.append((link, clashes))
    return judged


def _alone(reading: Reading, claim: Claim, bare: Sequence[Claim]) -> Reading:
    """The reading as if only the sentence of one claim gave figures, so that no other can excuse it."""
    first = bisect_left(reading.claims, claim.passage, key=lambda c: c.passage)
    after = bisect_right(reading.claims, claim.passage, key=lambda c: c.passage)
    return replace(reading, claims=(*bare[:first], *reading.claims[first:after], *bare[after:]))


def _credited(reason: Reason, link: Link) -> Reason:
    one, two = link.left.speaker, link.right.speaker
    if one == two:
        return reason
    who = " and ".join(s or "the report itself" for s in (one, two))
    return replace(reason, certainty="possible", harmless=f"Two sources may disagree: {who}.")


def _active(options: Options) -> list[ModuleType]:
    """The rules that the user wants."""
    return [
        shelf.member("rules", name)
        for name in shelf.names("rules")
        if (not options.select or name in options.select) and name not in options.ignore
    ]


def _reasons(rules: Sequence[ModuleType], pair: Pair) -> Iterator[Reason]:
    return (reason for rule in rules for reason in _found(rule.judge, pair))


def _found(judge: Callable[[Pair], Iterator[Reason]], pair: Pair) -> list[Reason]:
    """What a rule finds, clashes left out whose passages are of two; those that may be are possible."""
    found = []
    for reason in judge(pair):
        if reason.relation == "contradiction":
            told = clauses_of(pair, reason)
            if of_two(pair, reason, *told):
                continue
            if reason.certainty == "likely" and left_open(pair, *told):
                harmless = "Both may hold if they speak of two things of one kind."
                reason = replace(reason, certainty="possible", harmless=harmless)
        found.append(reason)
    return found


def _other_clauses(
    links: Sequence[Link], left: Reading, right: Reading, wanted: Callable[[Link, Claim, Claim], bool]
) -> Iterator[Link]:
    """Pairs of clauses of linked sentences that are not linked, with the best score of their sentences."""
    best: dict[tuple[int, int], tuple[float, Link]] = {}
    for link in links:
        pair, score = (link.left.passage, link.right.passage), _of_sentences(link)
        if pair not in best or score > best[pair][0]:
            best[pair] = score, link
    linked = {(link.left.index, link.right.index) for link in links}
    ours, theirs = _by_passage(left), _by_passage(right)
    for (i, j), (score, link) in sorted(best.items(), key=lambda b: b[0]):
        if score >= LINKED and not any(e.name == "word_for_word" for e in link.evidence):
            one, two = ours.get(i, ()), theirs.get(j, ())
            if len(one) * len(two) <= MOST_PAIRS:
                for a, b in product(one, two):
                    if (a.index, b.index) not in linked and wanted(link, a, b):
                        yield replace(link, left=a, right=b, score=score)


def _of_sentences(link: Link) -> float:
    """The score that the sentences of a link have as wholes, whatever its clauses have in common."""
    for evidence in reversed(link.evidence):
        if evidence.name == "clauses":
            return widened(link.score, evidence.value, evidence.weight)
    return link.score


def _by_passage(reading: Reading) -> dict[int, list[Claim]]:
    """The claims of each sentence that have a predicate."""
    found: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        if claim.predicates:
            found.setdefault(claim.passage, []).append(claim)
    return found
