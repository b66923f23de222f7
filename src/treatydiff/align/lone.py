"""Figures and times that two linked sentences give, one each, and that neither report gives again.

Reports of one event share most of their figures and days.  Where two sentences that tell the same each hold
one that the other report has nowhere, both are mostly of one thing if what was done may be one deed:
"cancelled 212 flights", "scrubbed 164 departures".  Spans of time are left out, as a report tells the length
of many things; so are small counts.  Times must be of sentences that have no better partner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from treatydiff.align.added import pair_of
from treatydiff.align.bonds import STRONG, Bonds
from treatydiff.align.moments import Moment, differ, is_told_too, moments_of
from treatydiff.align.ties import MEASURES, Tie
from treatydiff.align.words import bag
from treatydiff.days import timedelta
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Span
from treatydiff.rules import Pair
from treatydiff.rules._beside import is_addition, is_agent, is_change, is_part
from treatydiff.rules._figures import apart, at_odds, figures, other_names, shown, words_of
from treatydiff.rules._moments import of_two_subjects
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._periods import as_far, far_apart, interval
from treatydiff.rules._rivals import of_one_deed, of_two_deeds, rivals
from treatydiff.rules._sizes import FAR, alike_size, is_among, is_vague
from treatydiff.rules._sums import told_otherwise
from treatydiff.rules._words import stems_within
from treatydiff.tokens import starts_within

SURE, VERY_SURE = 0.6, 0.8
"""How sure it is that two figures are for one thing, and two times of day of what is one sentence."""
SURELY = 80.0
"""The score of two best partners that are one sentence in two wordings."""
PARTNERS = 50.0
"""The score from which two sentences that are each other's best partners look ahead to one step."""
LINKED, AHEAD = 40.0, 30.0
"""The score from which two sentences may tell the same, and two of what is to come."""
FACTOR = 2.0
"""So many times the smaller figure is the larger one at most."""
SOME = 20
"""Counts up to here may be of anything."""
TOUCHING = timedelta(1)
"""Between times that only touch."""
BOTH = 2
"""Clauses of two sentences."""
WORDS = 2
"""Words, besides names, that two sentences have in common which tell the time of what is over."""
UNITS = MEASURES | {"percent"}
"""Besides sums of money and counts."""


class _Lone(NamedTuple):
    quantity: Quantity
    claim: Claim


def lone_ties(left: Reading, right: Reading, language: Language, bonds: Bonds) -> Iterator[Tie]:
    """The ties of such figures, those of the most strongly linked sentences first."""
    if not bonds.full or at_odds(left, right, language):
        return
    ours, theirs = _left_over(left, right, language), _left_over(right, left, language)
    pairs = []
    for (i, j), score in bonds.score.items():
        for unit in ours[i].keys() & theirs[j].keys() if score >= AHEAD else ():
            a, b = ours[i][unit], theirs[j][unit]
            if len(a) == len(b) == 1 and _fit(a[0], b[0], score, left, right, language):
                pairs.append((-score, abs(i - j), i + j, unit, a[0], b[0]))
    taken: set[tuple[str, int]] = set()
    for _, _, _, _, x, y in sorted(pairs, key=lambda p: p[:4]):
        places = {("l", x.quantity.span.start), ("r", y.quantity.span.start)}
        if taken.isdisjoint(places):
            yield Tie(x.claim, y.claim, SURE, f"{shown(x.quantity, left)} / {shown(y.quantity, right)}")
        taken |= places


def lone_moments(left: Reading, right: Reading, language: Language, bonds: Bonds) -> Iterator[Tie]:
    """The ties of such times, in the order of the text."""
    if not bonds.full or at_odds(left, right, language):
        return
    ours, theirs = _times_left(left, right, language), _times_left(right, left, language)
    for i, j in sorted(bonds.score):
        if len(ours[i]) != 1 or len(theirs[j]) != 1:
            continue
        x, y = ours[i][0], theirs[j][0]
        if x.claim.denied_by or y.claim.denied_by or not differ(x, y):
            continue
        pair = pair_of(x.claim, y.claim, left, right, language)
        one_sentence = bonds.are_best(i, j, SURELY)
        if rivals(x.claim, y.claim, left, right) or other_names(pair, pronouns=not one_sentence):
            continue
        clocks = {x.kind, y.kind} == {"clock"}
        if _of_one_hour(x, y, bonds) if clocks else _of_one_day(x, y, one_sentence, pair, bonds):
            sure = VERY_SURE if clocks and one_sentence else SURE
            yield Tie(x.claim, y.claim, sure, f"{shown(x.time, left)} / {shown(y.time, right)}")


def _of_one_hour(x: Moment, y: Moment, bonds: Bonds) -> bool:
    """Whether two times of day are of one thing."""
    return bonds.partners(x.claim, y.claim) and bonds.carrying(x.claim, y.claim) > 0


def _of_one_day(x: Moment, y: Moment, one_sentence: bool, pair: Pair, bonds: Bonds) -> bool:
    """Whether two days, or longer times, are of one thing."""
    if x.later is None or x.later != y.later or not _far(x, y):
        return False
    if not one_sentence and not as_far(_away(x, pair.left), _away(y, pair.right)):
        # "The last strike, in 2017", "the one in May"
        return False
    if x.later:
        return _are_one_step(x, y, pair, bonds)
    least = STRONG if x.kind == y.kind == "day" else LINKED
    enough = BOTH if "day" in (x.kind, y.kind) else 1
    best = bonds.are_best(x.claim.passage, y.claim.passage, least)
    return best and bonds.carrying(x.claim, y.claim) >= enough and _told_alike(x, y, one_sentence, pair)


def _are_one_step(x: Moment, y: Moment, pair: Pair, bonds: Bonds) -> bool:
    """Whether two times ahead are of one step: few are ahead, and a report tells of each but once."""
    i, j = x.claim.passage, y.claim.passage
    best = bonds.is_best(i, j, AHEAD) if x.kind == y.kind else bonds.are_best(i, j, LINKED)
    if not best or not bonds.carrying(x.claim, y.claim):
        return False
    if x.kind == y.kind == "end":
        return True
    common = _in_common(pair, x.time.span, y.time.span)
    if common >= WORDS and bonds.are_best(i, j, PARTNERS):
        # "A panel will hear him", "he goes before a panel": one step, whatever its verbs
        return True
    return not (of_two_deeds(pair) or of_two_subjects(pair)) and (of_one_deed(pair) or common > 0)


def _times_left(reading: Reading, other: Reading, language: Language) -> defaultdict[int, list[Moment]]:
    """Of each sentence, the times that the other report does not have."""
    found: defaultdict[int, list[Moment]] = defaultdict(list)
    for moment in moments_of(reading, language):
        if moment.kind != "end clock" and not is_told_too(moment, other, language):
            found[moment.claim.passage].append(moment)
    return found


def _told_alike(x: Moment, y: Moment, one_sentence: bool, pair: Pair) -> bool:
    """Whether two times that are over are told with so many other words in common, of no two deeds.

    A report tells of more that is over than of what is to come: when somebody was born, and when she left.
    """
    day = x.kind == "day"
    if day != (y.kind == "day") or of_two_deeds(pair) or (day and of_two_subjects(pair)):
        return False
    return _in_common(pair, x.time.span, y.time.span) >= (1 if one_sentence and day else WORDS)


def _in_common(pair: Pair, left: Span, right: Span) -> int:
    """How many words the sentences of two clauses have in common around a figure or time, besides names.

    Nor do those of the calendar count: "in March last year", "last week".
    """
    words, names, calendar = [], set[str](), clause_words(pair.language).calendar
    for claim, reading, at in ((pair.link.left, pair.left, left), (pair.link.right, pair.right, right)):
        tokens = reading.passages[claim.passage].tokens
        # A name may open the sentence: "Quill was there."
        passed = starts_within(tokens, [at, *(n.span for n in claim.names if n.resolution != "pronoun")])
        told = bag([t for t in tokens if t.norm not in calendar and t.start not in passed], pair.language)
        words.append(told.words)
        names |= told.names
    return len((words[0] & words[1]) - names)


def _away(m: Moment, reading: Reading) -> int:
    """Days between a time and the report's publication."""
    days, published = interval(m.time), reading.document.published
    if days is None or published is None:
        return 0
    return max((days[0] - published).days, (published - days[1]).days, 0)


def _far(x: Moment, y: Moment) -> bool:
    """Whether two times do not only touch: "before 2027", "until the end of 2026"."""
    if x.kind == y.kind == "day":
        return True
    return far_apart(x.time, y.time, TOUCHING)


def _left_over(
    reading: Reading, other: Reading, language: Language
) -> defaultdict[int, dict[str, list[_Lone]]]:
    """Of each sentence, by unit, the figures that the other report does not have."""
    words, told = words_of(language), list(figures(other))
    found: defaultdict[int, dict[str, list[_Lone]]] = defaultdict(dict)
    for claim in reading.claims:
        for q in claim.quantities:
            # "$90 billion a year"
            of_money = q.unit.partition("/")[0] in words.money
            if q.unit not in UNITS and not of_money and not (q.unit == "" and q.noun):
                continue
            if is_vague(q) or is_among(q, told) or told_otherwise(q, other):
                continue
            found[claim.passage].setdefault(q.unit, []).append(_Lone(q, claim))
    return found


def _fit(x: _Lone, y: _Lone, score: float, left: Reading, right: Reading, language: Language) -> bool:
    """Whether two figures may be for one thing."""
    words, p, q = words_of(language), x.quantity, y.quantity
    one_noun = _of_one_noun(x, y)
    if score < LINKED and not (p.unit and one_noun):
        return False
    if not alike_size(p, q, FAR if p.unit and one_noun else FACTOR) or apart(p, words) != apart(q, words):
        return False
    ours, theirs = ({t.stem for t in f.claim.tokens} & words.measured for f in (x, y))
    if p.unit and ours and theirs and not ours & theirs:
        # Of shares here, of sales there
        return False
    # "20,000 more teachers", "12,000 new teachers"
    added = is_addition(p, left) and is_addition(q, right)
    if not added and (is_part(p, left, x.claim, words) or is_part(q, right, y.claim, words)):
        return False
    if is_agent(p, left) != is_agent(q, right):
        # "Was hit by seven bullets", "fired 11 rounds"
        return False
    if is_change(p, left) != is_change(q, right) or rivals(x.claim, y.claim, left, right):
        return False
    pair = pair_of(x.claim, y.claim, left, right, language)
    if p.unit == "" and (score < STRONG or not _may_be_one(p, q, pair)):
        return False
    if other_names(pair) or not (score >= SURELY or one_noun or not of_two_deeds(pair)):
        return False
    # "Turnout was 61 percent" and "only 39 percent were for it" have nothing in common.
    return of_one_deed(pair) or _in_common(pair, p.span, q.span) > 0


def _may_be_one(p: Quantity, q: Quantity, pair: Pair) -> bool:
    """Whether two counts of things may be of one, of whatever names, as many things of no people are.

    They are of two where the other report has the name as well: of so many houses, and of so many windows.
    """
    one, two = p.noun[-1], q.noun[-1]
    words, people = words_of(pair.language), clause_words(pair.language).people
    if min(p.low, q.low) <= SOME or one in words.people:
        return False
    if one == two or not words.general.isdisjoint((one, two)):
        # "412 cattle", "640 animals"
        return True
    if not (people | words.people_too).isdisjoint((one, two)):
        return False
    return one not in pair.whole(stems_within, pair.right) and two not in pair.whole(stems_within, pair.left)


def _of_one_noun(x: _Lone, y: _Lone) -> bool:
    """Whether two counts are of one noun, or two measures of what has a word in common: "of ammonia"."""
    if not x.quantity.unit:
        return x.quantity.noun[-1] == y.quantity.noun[-1]
    ours, theirs = ({*f.quantity.noun, *(t.stem for t in f.claim.topic if t.text.islower())} for f in (x, y))
    return bool(ours & theirs)
