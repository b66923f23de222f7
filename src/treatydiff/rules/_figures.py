"""What the rules for figures share: whether two figures measure one thing, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from treatydiff.language import Language
from treatydiff.model import Claim, Name, Quantity, Reading, TimeSpan
from treatydiff.rules import Pair
from treatydiff.rules._sizes import FEW, agree, alike_size, is_vague, slack
from treatydiff.rules._words import lines, meanings, same_word, told_apart
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold, stems, within

SURE = 0.75
"""From here on two figures are taken to measure one thing whatever ties the claims."""
ALIKE, PART = 0.6, 0.2
"""How sure it is of two counts of things of one name, and where only one of them says of which kind."""
NEARLY = 50.0
"""How strong a link must be where of two counts of all to whom a thing happened one says of which kind."""
WINDOW = 8
"""Tokens on either side that say what a figure is about."""
OF = 2
"""Tokens between a word and a figure behind it that it may be of: "a limit of 50", "room for some 300"."""
BESIDE = 24
"""Characters on either side of a figure among which the words stand that make it a change."""
MANY = 10
"""Above it a figure that stands in both reports mostly is one."""
MOST = 30
"""Figures of a clause that are compared; a clause of more is a table."""
SOLE = 0.75
"""How sure two counts are of the same people where neither report gives another one of their fate."""
ONE_THING, ONE_MOMENT = "figures_tied", "times_tied"
"""Names of the evidence that two figures, or times, are of one thing; its detail shows both."""


class Words:
    """The pack's words for comparing figures, as stems."""

    def __init__(self, language: Language) -> None:
        self.senses = frozenset(language.table("figures", "senses"))
        self.fates = frozenset(w for ws in language.table("figures", "senses").values() for w in ws)
        self.growing = frozenset(language.words("figures", "growing"))
        self.spreading = frozenset(stems(language.words("figures", "spreading"), language.code))
        """Stems of what is told of an area that grows by the day."""
        self.tolls = frozenset(language.words("figures", "tolls"))
        self.having = frozenset(stems(language.words("figures", "having"), language.code))
        self.people = frozenset(stems(language.words("figures", "people"), language.code))
        self.badly = frozenset(language.words("figures", "badly"))
        self.befalling = frozenset(language.words("figures", "complements"))
        self.households = frozenset(stems(language.words("figures", "households"), language.code))
        self.in_all = tuple(tuple(w.split()) for w in language.words("figures", "in_all"))
        self.inside = frozenset(language.table("roles", "locating").get("at", ()))
        self.people_too = frozenset(stems(language.words("figures", "people_too"), language.code))
        self.apart = frozenset(stems(language.words("figures", "apart"), language.code))
        self.measured = frozenset(stems(language.words("figures", "measured"), language.code))
        self.possessive = frozenset(language.words("figures", "possessive"))
        self.definite = frozenset(language.words("figures", "definite"))
        table = language.table("figures", "alike")
        self.alike = {s: kind for kind, ws in table.items() for s in stems(ws, language.code)}
        self.those = frozenset(language.words("figures", "those"))
        self.others = frozenset(language.words("figures", "others"))
        self.stretches = frozenset(language.words("figures", "stretches"))
        self.parts = frozenset(language.words("figures", "parts"))
        self.offering = frozenset(language.words("figures", "offering"))
        self.starting = frozenset(language.words("figures", "starting"))
        self.records = frozenset(language.words("figures", "records"))
        self.of = frozenset(language.words("figures", "of"))
        self.numbers = frozenset(language.values("figures", "numbers"))
        self.ordinals = {w: float(v) for w, v in language.values("figures", "ordinals").items()}
        self.one = frozenset(w for w, v in language.values("figures", "numbers").items() if v == 1)
        self.some = frozenset(language.words("figures", "some_of"))
        self.wishing = frozenset(stems(language.words("figures", "wishing"), language.code))
        self.to = frozenset(language.words("figures", "range_joins"))
        self.aged = frozenset(language.words("figures", "aged"))
        self.of_an_age = frozenset(stems(language.words("figures", "of_an_age"), language.code))
        self.plural = "".join(language.words("figures", "plural"))
        self.standing = frozenset(language.words("figures", "standing"))
        self.added = frozenset(language.words("figures", "added"))
        self.alone = frozenset(language.words("figures", "alone"))
        self.agents = frozenset(language.words("assertion", "agent"))
        self.taking_up = frozenset(language.words("figures", "taking_up"))
        self.measuring = frozenset(
            (*language.words("figures", "measuring"), *language.words("assertion", "be"))
        )
        self.adverbs = frozenset(language.words("figures", "adverbs"))
        self.tallied = frozenset(language.words("figures", "tallied"))
        self.shrinking = frozenset(language.words("figures", "shrinking"))
        self.general = frozenset(stems(language.words("figures", "general"), language.code))
        """Stems of nouns for those counted that are of no special kind."""
        self.may = frozenset(language.words("figures", "may"))
        self.befallen = frozenset(w for ws in language.table("figures", "senses").values() for w in ws)
        self.unlike = frozenset(language.words("figures", "unlike"))
        self.needed_for = frozenset(language.words("figures", "needed_for"))
        self.supposing = frozenset(language.words("figures", "supposing"))
        self.no_supposing = frozenset(language.words("figures", "no_supposing"))
        modals = language.values("assertion", "modals")
        self.supposed = frozenset(w for w, status in modals.items() if status in ("expected", "possible"))
        self.dollars = frozenset(language.values("figures", "qualified_money").values())
        """Currencies that share their sign with another one."""
        self.closing = frozenset(language.words("figures", "closing"))
        self.scopes = dict(lines(language, "figures", "scopes"))
        self.changes = frozenset(language.words("figures", "changes"))
        self.changing = frozenset(language.words("figures", "changing"))
        self.than = frozenset(language.words("figures", "than"))
        self.far_from = frozenset(language.words("figures", "far_from"))
        self.shifting = frozenset(stems(sorted(self.changing), language.code))
        self.indefinite = frozenset(language.words("figures", "a"))
        self.joining = frozenset(language.words("figures", "joining"))
        self.storeys = frozenset(stems(language.words("roles", "storeys"), language.code))
        self.of_the = frozenset(language.words("figures", "of_the"))
        self.stop = frozenset(language.words("grammar", "stop"))
        self.telling = frozenset(language.words("calendar", "telling"))
        self.taking = frozenset(language.words("calendar", "taking"))
        self.stamps = frozenset(language.words("calendar", "stamps"))
        self.ending = frozenset(language.words("calendar", "ending"))
        self.beginning = frozenset(language.words("calendar", "beginning"))
        self.days_and_months = frozenset(
            (*language.values("calendar", "months"), *language.values("calendar", "weekdays"))
        )
        self.votes = frozenset(stems(language.words("figures", "votes"), language.code))
        self.of_points = frozenset(language.words("figures", "of_points"))
        self.money = frozenset(str(code) for code in language.values("figures", "currencies").values())


@once_a_language
def words_of(language: Language) -> Words:
    """The language's words, made once."""
    return Words(language)


def same_thing(a: Quantity, b: Quantity, pair: Pair) -> float:
    """From 0 to 1: how sure it is that two figures of linked claims measure one thing."""
    words = words_of(pair.language)
    if a.unit != b.unit or a.unit == "times":
        return 0.0
    if a.unit == "point":
        of = (of_points(c, words) for c in (pair.link.left, pair.link.right))
        return SURE if all(of) and alike_size(a, b) else 0.0
    if a.unit == "":
        certain = _same_count(a.noun, b.noun, pair.language) or _one_total(a, b, pair, words)
        if certain == PART and pair.link.score >= NEARLY and of_one_fate(a, b, pair):
            certain = SOLE
        if certain == PART and _told_beside(a, b, pair, words):
            certain = ALIKE
        told = [q.noun[-1] in words.senses for q in (a, b)] if certain else []
        if not all(told) and not alike_size(a, b):
            return 0.0
        if certain and not any(told):
            # "The two countries" and "17 countries" are two things unless more is said of both alike.
            alike = around(a, pair.link.left, words) & around(b, pair.link.right, words)
            return certain + 0.1 * len(alike) if alike and certain > 0.5 else certain - 0.3
        return certain
    if a.unit == "score":
        # A vote has one outcome; of games there are many.
        votes = all({t.stem for t in c.tokens} & words.votes for c in (pair.link.left, pair.link.right))
        same = set(a.noun) - words.votes == set(b.noun) - words.votes
        return SURE - 0.05 if votes and same and alike_size(a, b) else 0.0
    if a.unit == "age":
        return float(bool(a.noun) and a.noun[-1:] == b.noun[-1:] and _of_one_person(a.noun[-1], pair))
    if a.unit == "rank":
        of_one = bool(a.noun and b.noun) and same_word(a.noun[-1], b.noun[-1], pair.language)
        # A floor is a place.
        of_one = of_one and words.storeys.isdisjoint((a.noun[-1], b.noun[-1]))
        return float(of_one and alike_size(a, b))
    left, right = set(a.noun), set(b.noun)
    if apart(a, words) != apart(b, words):
        return 0.0
    of_left, of_right = left & words.measured, right & words.measured
    if of_left and of_right and not of_left & of_right:
        # "Deficit" here and "inflation" there.
        return 0.0
    if a.unit == "magnitude":
        return 0.9
    if {words.alike[s] for s in left if s in words.alike} & {
        words.alike[s] for s in right if s in words.alike
    }:
        return SURE
    shared = left & right
    if not shared:
        return 0.0
    if a.unit == "km" and not shared & words.measured:
        # "North of Tarn" says from where, not of what.
        near_a, near_b = around(a, pair.link.left, words), around(b, pair.link.right, words)
        if not (near_a & near_b) - shared:
            return 0.0
    if left == right:
        return SURE - 0.05
    certain = 0.3 + 0.7 * len(shared) / len(left | right)
    if shared & words.measured:
        return max(certain, SURE)
    return certain if len(shared) > 1 else min(0.4 if a.unit in ("day", "km") else 0.6, certain)


def _of_one_person(last: str, pair: Pair) -> bool:
    """Whether both claims name somebody of that last name, by its stem, and no two of other first names."""
    firsts = []
    for claim in (pair.link.left, pair.link.right):
        words = [fold(n.entity).split() for n in claim.names]
        named = [w for w in words if last in stems(w, pair.language.code)]
        if not named:
            return False
        firsts.append({w[0] for w in named if len(w) > 1})
    return not (firsts[0] and firsts[1]) or not firsts[0].isdisjoint(firsts[1])


def apart(q: Quantity, words: Words) -> set[str]:
    """Which of several a figure is for; of a share, a speed and such, its rise is told otherwise."""
    changed = q.unit in words.money or q.unit in ("", "km")
    return set(q.noun) & (words.apart if changed else words.apart - words.shifting)


def _one_total(a: Quantity, b: Quantity, pair: Pair, words: Words) -> float:
    """How sure it is that "six prisoners" and "four soldiers were captured" count all the same people.

    It is where neither report gives another count of whom the same happened to.
    """
    sense = a.noun[-1] if a.noun else ""
    if sense not in words.senses or b.noun[-1:] != (sense,) or min(len(a.noun), len(b.noun)) > 1:
        return 0.0
    if any(sum(q.unit == "" for q in c.quantities) > 1 for c in (pair.link.left, pair.link.right)):
        # "Four gunners and nine clerks": perhaps both.
        return 0.0
    return SOLE if of_one_fate(a, b, pair) else 0.0


def of_one_fate(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two counts are of those to whom the same happened, of whom neither report gives another one."""
    sense = next((w for w in a.noun[-1:] if w in words_of(pair.language).senses), "")
    if not sense or b.noun[-1:] != (sense,) or not alike_size(a, b) or max(a.low, b.low) < FEW:
        return False
    counts = (pair.whole(_totals, reading).get(sense, set()) for reading in (pair.left, pair.right))
    return all(len(c) == 1 for c in counts)


def _totals(reading: Reading, language: Language) -> dict[str, set[tuple[float, float]]]:
    """The different counts of those to whom one thing happened, under what happened to them."""
    senses = words_of(language).senses
    found: dict[str, set[tuple[float, float]]] = {}
    for q in figures(reading):
        if q.unit == "" and set(q.noun[-1:]) & senses:
            found.setdefault(q.noun[-1], set()).add((q.low, q.high))
    return found


def of_points(claim: Claim, words: Words) -> list[str]:
    """What points in a clause are the measure of, where it is a thing that has one: "margin of error"."""
    kinds = {words.alike[t.stem] for t in claim.tokens if t.stem in words.alike}
    return sorted(kinds & words.of_points)


def around(q: Quantity, claim: Claim, words: Words) -> set[str]:
    """Stems of the content words near a figure, its own noun left out."""
    tokens = claim.tokens
    inside = within(tokens, q.span)
    if not inside:
        return set()
    near = [
        *tokens[max(0, inside[0] - WINDOW) : inside[0]],
        *tokens[inside[-1] + 1 : inside[-1] + 1 + WINDOW],
    ]
    return (
        {t.stem for t in near if t.norm not in words.stop and t.text[0].isalpha()}
        - set(q.noun)
        - words.people
    )


def other_names(pair: Pair, pronouns: bool = True) -> bool:
    """Whether both claims name persons, or bodies and places, of whom none is common to both.

    Without `pronouns`, what these stand for is passed over: it is less sure than a name.

    Of a body here and a place there each may be left out by the other: "the league will rule", "a ruling in
    Tarn".
    """
    left, right = pair.link.left, pair.link.right
    ours, theirs, code = claim_words(left), claim_words(right), pair.language.code
    for persons in (True, False):
        told = [
            [
                n
                for n in c.names
                if (n.kind == "person") is persons and not _in_figure(n, c)
                if pronouns or n.resolution != "pronoun"
            ]
            for c in (left, right)
        ]
        kinds = [{n.kind for n in names} for names in told]
        if kinds in ([{"organisation"}, {"place"}], [{"place"}, {"organisation"}]):
            continue
        one, two = ({w for n in names for w in n.entity.lower().split()} for names in told)
        common = {*stems(sorted(one), code)} & {*stems(sorted(two), code)}
        if one and two and not (common or one & theirs or two & ours):
            return True
    return False


def _in_figure(name: Name, claim: Claim) -> bool:
    """Whether a name belongs to a figure: "22 degrees Celsius"."""
    return any(q.unit and q.span.overlap(name.span) for q in claim.quantities)


def other_measure(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether the words around two figures say that they are not of one kind.

    One is what may be, or may be at most, or would be if something were so, and the other is not; or a share
    is for all of a country here and for a part of it there.
    """
    words, left, right = words_of(pair.language), pair.link.left, pair.link.right
    if _of_a_kind(a, left, words) != _of_a_kind(b, right, words):
        return True
    if is_tallied(a, left, words) != is_tallied(b, right, words):
        return True
    if _is_supposed(left, pair.left, words) != _is_supposed(right, pair.right, words):
        return True
    return a.unit == "percent" and told_apart(
        *({words.scopes[w] for w in claim_words(c) if w in words.scopes} for c in (left, right))
    )


def _is_supposed(claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether a clause tells what would be if something were so."""
    if words.supposed.isdisjoint(claim_words(claim)):
        return False
    norms = ["", *(t.norm for t in reading.passages[claim.passage].tokens)]
    return any(w in words.supposing and before not in words.no_supposing for before, w in pairwise(norms))


def is_tallied(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether a share is that of the votes that are counted so far: "with half of the votes counted"."""
    after = (t.norm for t in claim.tokens if 0 <= t.start - q.span.end < BESIDE)
    return q.unit == "percent" and any(word in words.tallied for word in after)


def _of_a_kind(q: Quantity, claim: Claim, words: Words) -> bool:
    """Whether a figure is another than those told without such words: "can carry 300", "a limit of 100"."""
    tokens, inside = claim.tokens, within(claim.tokens, q.span)
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    before, after = tokens[max(0, first - WINDOW) : first], tokens[last + 1 : last + 1 + WINDOW]
    # "May" is a month.
    if any(t.norm in words.may and t.text.islower() for t in before):
        return True
    if q.unit == "percent" and " ".join(t.norm for t in after[:2]) in words.needed_for:
        return True
    # Of "at 48 miles an hour, inside the limit of 50" only the second figure is a limit.
    others = [o.span for o in claim.quantities if not o.span.overlap(q.span)]
    ahead = max((o.end for o in others if o.end <= q.span.start), default=0)
    behind = min((o.start for o in others if o.start >= q.span.end), default=None)
    near = [t for t in before if t.start >= ahead]
    near += [
        t for k, t in enumerate(after) if behind is None or all(u.start < behind for u in after[: k + 1 + OF])
    ]
    return any(t.norm in words.unlike for t in near)


def claim_words(claim: Claim) -> set[str]:
    """The normalised words of a claim."""
    return {t.norm for t in claim.tokens}


def _same_count(a: tuple[str, ...], b: tuple[str, ...], language: Language) -> float:
    if not a or not b:
        return 0.0
    words = words_of(language)
    sense_a, sense_b = (x[-1] if x[-1] in words.senses else "" for x in (a, b))
    kind_a, kind_b = (x[: -1 if s else None] for x, s in ((a, sense_a), (b, sense_b)))
    head_a, head_b = (k[-1] if k else "" for k in (kind_a, kind_b))
    rest_a, rest_b = set(kind_a[:-1]), set(kind_b[:-1])
    if head_a in words.people and not sense_a:
        return 0.5 if head_b in words.people and not sense_b and rest_a == rest_b else 0.0
    if head_a != head_b:
        if not head_a or not head_b or not same_word(head_a, head_b, language):
            return 0.0
        # "Killed nine workers", "six employees died", "rebel fighters", "guerrillas"
        rest_a, rest_b = (
            {w for w in rest if not same_word(w, head, language)}
            for rest, head in ((rest_a, head_b), (rest_b, head_a))
        )
    if not head_a:
        return 1.0 if sense_a == sense_b else 0.0
    if sense_a != sense_b and sense_a and sense_b:
        return 0.0
    if rest_a and rest_b and not rest_a & rest_b:
        return 0.2
    if bool(rest_a) != bool(rest_b):
        # "23 pirates" and "11 Yemeni pirates": a whole and a part of it.
        return PART
    return 0.9 if sense_a and sense_a == sense_b else ALIKE


def _told_beside(a: Quantity, b: Quantity, pair: Pair, words: Words) -> bool:
    """Whether what qualifies a count stands beside the other: "19 league goals", "23 goals in the league"."""
    one, two = set(a.noun), set(b.noun)
    return one - two <= around(b, pair.link.right, words) and two - one <= around(a, pair.link.left, words)


def things_of(q: Quantity, language: Language) -> Iterator[tuple[str, str]]:
    """The unit of a figure, or what is counted; two that may be `same_thing` have one in common."""
    words = words_of(language)
    if q.unit != "":
        yield q.unit, ""
    elif q.noun:
        kind = q.noun[: -1 if q.noun[-1] in words.senses else None]
        yield from [("", meant) for meant in meanings(kind[-1], language)] if kind else (("", ""),)
        if kind and kind[-1] in words.people:
            yield "people", ""
        if q.noun[-1] in words.senses:
            yield "of", q.noun[-1]


def tied(a: Quantity | TimeSpan, b: Quantity | TimeSpan, pair: Pair, name: str = ONE_THING) -> float:
    """From 0 to 1: how sure the alignment is that two figures or times are of one thing."""
    found = [e for e in pair.link.evidence if e.name == name]
    detail = f"{shown(a, pair.left)} / {shown(b, pair.right)}" if found else ""
    return max((e.value for e in found if e.detail == detail), default=0.0)


def at_odds(left: Reading, right: Reading, language: Language) -> bool:
    """Whether hardly any counts of two documents agree that are of one noun: they tell of two events."""
    ours, theirs = _counts(left, language), _counts(right, language)
    common = ours.keys() & theirs.keys()
    agreed = sum(any(agree(a, b) for a in ours[noun] for b in theirs[noun]) for noun in common)
    return len(common) - agreed > agreed + 1


def _counts(reading: Reading, language: Language) -> dict[str, list[Quantity]]:
    """The counts of each noun, every size once."""
    people = words_of(language).people
    found: dict[str, dict[tuple[float, float], Quantity]] = {}
    for q in figures(reading):
        if q.unit == "" and q.noun and q.noun[-1] not in people and not is_vague(q):
            found.setdefault(q.noun[-1], {})[q.low, q.high] = q
    return {noun: list(sizes.values()) for noun, sizes in found.items()}


def figures(reading: Reading) -> Iterator[Quantity]:
    """All figures of a document."""
    return (q for claim in reading.claims for q in claim.quantities)


def agreeing(q: Quantity, reading: Reading, pair: Pair) -> Iterator[Quantity]:
    """The figures of a document that may be of what a figure is of, and agree with it."""
    more = slack(q)
    least, most = q.low - more, q.high + more
    told = pair.whole(_by_thing, reading)
    for thing in things_of(q, pair.language):
        for low, high, other in told.get(thing, ()):
            if low <= most and least <= high:
                yield other


Thing = tuple[str, str]


def _by_thing(reading: Reading, language: Language) -> dict[Thing, list[tuple[float, float, Quantity]]]:
    """The figures of each unit or counted thing, each with the least and the most that the truth may be."""
    found: dict[Thing, list[tuple[float, float, Quantity]]] = {}
    for q in figures(reading):
        more = slack(q)
        for thing in things_of(q, language):
            found.setdefault(thing, []).append((q.low - more, q.high + more, q))
    return found


def shown(q: Quantity | TimeSpan, reading: Reading) -> str:
    """The figure as the report words it."""
    return " ".join(reading.document.text[q.span.start : q.span.end].split())
