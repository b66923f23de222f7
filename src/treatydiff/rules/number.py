"""Two different figures for one measured thing.

Both reports count, measure or price the same thing of the same event, and no value satisfies both wordings:
a figure is the interval that its approximator allows ("at least 40" holds 43, "about 300" holds 312), units
are converted, currencies are told apart but never converted, and the dead are not compared with the injured.
Where the clauses share no other word, a count, sum, vote or age that each report has once, and the other does
not have at all, is taken for one thing if both are of one size; so are the parts that each gives of a whole,
and figures of one unit in strongly linked sentences where neither report has another one of that size left,
or where they are all that either sentence has and the other report has not, and both may tell one deed.
A count that grows from an earlier report to a later one is an update, which the rule ``precision`` notes, if
the earlier one is "at least" that or some days old, or not much less, or counts the dead; else it is a
possible clash.
Two institutions that each give a reading of their own are a difference, not a clash.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from treatydiff.days import date
from treatydiff.frozen import replace
from treatydiff.language import load_language
from treatydiff.model import Claim, Quantity, Reading, Reason
from treatydiff.rules import Example, Keys, Pair, Told, in_both, sentence
from treatydiff.rules._aspects import other_aspects
from treatydiff.rules._beside import (
    against_two,
    is_agent,
    is_by_degree,
    is_change,
    is_far_from,
    is_listed,
    is_of_all,
    is_of_one_alone,
    is_one_of_all,
    is_part,
    is_rest,
    is_wished,
    some_told,
)
from treatydiff.rules._events import in_common
from treatydiff.rules._figures import (
    MOST,
    SURE,
    Words,
    agreeing,
    at_odds,
    claim_words,
    of_one_fate,
    other_measure,
    other_names,
    same_thing,
    shown,
    things_of,
    tied,
    words_of,
)
from treatydiff.rules._owned import of_one_owner, of_other_names, shared_out
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._parties import foreseen, left_out, opposed, own_forecasts, own_speakers, own_wishes
from treatydiff.rules._periods import interval, other_period, overlap
from treatydiff.rules._sizes import FAR, agree, alike_size, is_among, is_vague
from treatydiff.rules._sums import told_otherwise
from treatydiff.rules._words import contrasted, first_told

WITHIN_A_REPORT = True
"""Also run on what one report says twice."""
STRONG, FAIR, FIGURE_ONLY = 55.0, 25.0, 30.0
"""How strong a link must be where it is less, and more, sure that both figures measure one thing."""
GROWING = frozenset(("rank", "day"))
"""Units of figures that change as time goes by: "for the sixth straight day", "after four days"."""

AREA = "hectare"
"""The unit of what later reports may have more of."""
WHOLE = 100
"""Percent of a whole."""
BAND = 10
"""So many times its least is the most of a range that still tells what lies within."""
GROWTH, SOON = 1.25, 2
"""So many times a count may grow in so many days."""
PEOPLE = "people"
"""What a figure counts that says no more than how many were there."""
BY = 4
"""Words up to the end of a time among which stands the one that makes it the end of a count: "by"."""

EXAMPLES = (
    Example(
        "The motion won 68 of the 97 votes.",
        "Sixty-five votes would have been enough for the motion; 68 delegates voted for it.",
        False,
    ),
    Example(
        "Spraying over Tarn began with four aircraft.",
        "Three aircraft are spraying over Tarn, and a fourth is being mended.",
        False,
    ),
    Example(
        "Four men were arrested at the port of Tarn.",
        "The owner of the boat was arrested at the port of Tarn, and three other men were held.",
        False,
    ),
    Example(
        "A commission of seven led by Ada Holm will look into it.",
        "Ada Holm and six colleagues will look into it.",
        False,
    ),
    Example(
        "Crews returned 53 whales to the sea after a stranding that killed 38 others.",
        "On the beach of Tarn lay 91 whales.",
        False,
    ),
    Example(
        "The firm was fined $3 million after a loss of €5 million.",
        "The firm was fined $5 million.",
        True,
    ),
    Example(
        "At a meeting at 8 p.m. the council raised the tax by 4 percent.",
        "The council raised the tax by 9 percent.",
        True,
    ),
    Example(
        "Asked if he was sure, the mayor said the dam would cost 5 million euros.",
        "The dam will cost 9 million euros.",
        True,
    ),
    Example(
        "Some 60 percent of voters backed the tunnel.",
        "Some 40 percent of voters backed the tunnel.",
        True,
    ),
    Example(
        "The blast injured 350 people.",
        "Two hundred and ten of the injured were in hospital.",
        False,
    ),
    Example(
        "Shares in Halm were 4.1 percent higher at 8:15.", "The Halm share closed 2.6 percent up.", False
    ),
    Example(
        "Repairs to the dam will cost NZ$3.4 million ($2.06 million).",
        "Repairs to the dam will cost $3.4 million.",
        False,
    ),
    Example(
        "Repairs to the dam will cost NZ$3.4 million.", "Repairs to the dam will cost NZ$5.2 million.", True
    ),
    Example(
        "Under its present plans the world will warm by 2.7 degrees.",
        "If every promise were kept, the world would warm by 2.1 degrees.",
        False,
    ),
    Example(
        "Nobody in the poll is near the 50 percent needed for victory.",
        "The poll gives Ada Holm 51.6 percent.",
        False,
    ),
    Example("The crash killed 27 people.", "Nineteen of the bodies have been identified.", False),
    Example(
        "Roughly a third of the border between the two has never been marked.",
        "The two countries have settled the course of about two thirds of their border.",
        False,
    ),
    Example(
        "The guard, Ivo Holm, 34, was shot at the gate in 2012.",
        "The guard's mother, Ada Holm, 51, was at the gate.",
        False,
    ),
    Example(
        "Three bodies had been found in the mud by nightfall on Monday.",
        "Four people are known to have died in the mud.",
        False,
        "2024-06-12",
        "2024-06-12",
    ),
    Example(
        "Five people were missing after the flood.",
        "Four people are missing after the flood.",
        False,
        "2024-06-12",
        "2024-06-13",
    ),
    Example(
        "The king was welcomed by about 400 people, twice as many as live on the island.",
        "The island has 180 people.",
        False,
    ),
    Example("The storm killed 12 people in the port.", "The storm killed 19 people in the port.", True),
    Example(
        "The blast injured more than 340 people.", "Close to 190 people were injured in the blast.", True
    ),
    Example("The ferry fire left 50 wounded.", "The ferry fire left 70 people hurt.", True),
    Example(
        "Tariffs on 92 percent of Ruritania's exports will disappear.",
        "Tariffs on 98 per cent of Ruritania's exports will disappear.",
        True,
    ),
    Example("The quake had a magnitude of 5.9.", "The quake had a magnitude of 6.4.", True),
    Example("The bank paid a fine of $30 million.", "The bank paid a fine of $45 million.", True),
    Example("The flood destroyed seven villages.", "Five villages were destroyed by the flood.", True),
    Example("Divers brought out 14 people alive.", "Nine were pulled from the wreck alive.", True),
    Example("Dozens were hurt. In all, 71 were injured.", "Forty-four people were injured.", True),
    Example("Twenty-four police officers were hurt.", "The force said 37 of its officers were hurt.", True),
    Example("Eleven divers were pulled out alive.", "Only eight of them were pulled out alive.", True),
    Example("Inflation was 2.3 percent in May.", "In May inflation was 2.4 percent.", True),
    Example("Orla Quent, 71, won the prize.", "Orla Quent, 68, won the prize.", True),
    Example("The house passed the bill by 78 votes to 71.", "The bill passed by 83 votes to 66.", True),
    Example("A ferry carrying 214 passengers sank.", "The ferry that sank had 241 passengers.", True),
    Example(
        "The train was travelling at 48 miles an hour, just inside the limit of 50.",
        "The train had been doing 61 miles an hour.",
        True,
    ),
    Example("About a quarter of the cargo was lost.", "One in four crates of cargo was lost.", False),
    Example("It took 16 hostages.", "Eleven clerks and five guards were hostages.", False),
    Example("The storm killed at least 12 people.", "Nineteen people were killed by the storm.", False),
    Example("The storm killed 12 people.", "The storm injured 19 people.", False),
    Example("Some 300 families lost their homes.", "312 families lost their homes.", False),
    Example("The fire burned 100 acres of forest.", "The fire burned about 40 hectares of forest.", False),
    Example("The bridge cost £30m.", "The bridge cost $38 million.", False),
    Example("The Tarn League's 19 members met.", "The Tarn League has 16 members.", True),
    Example(
        "Ada Holm and Ivo Lind were jailed for 21 months and 18 months, respectively.",
        "Ada Holm was jailed for 18 months.",
        True,
    ),
    Example(
        "Ada Holm and Ivo Lind were jailed for 21 months and 18 months, respectively.",
        "Ivo Lind was jailed for 18 months.",
        False,
    ),
    Example(
        "They had signed Ada Holm for $82m, and kept Ivo Lind and Bo Brandt for $80m and $25m, respectively.",
        "They signed Ada Holm to a deal worth nearly $80m.",
        False,
    ),
    Example(
        "Some 55 percent of calls in Tarnia, 52 percent in Halmark and 82 percent in Ruritania were cut off.",
        "The loss was 59 percent of calls in Valdrania, 44 percent in Halmark and 65 percent in Ruritania.",
        True,
    ),
    Example(
        "Some 55 percent of calls in Tarnia and 52 percent in Halmark were cut off.",
        "In all, 65 percent of calls in Ruritania were cut off.",
        False,
    ),
    Example("He was given three months in a clinic.", "He was given 90 days in a clinic.", False),
    Example("The quake left 10 people dead.", "The quake left 24 dead.", False, "2024-05-01", "2024-05-03"),
    Example(
        "She said 63 soldiers had been arrested.",
        "About 110 soldiers have been arrested.",
        True,
        "2024-05-01",
        "2024-05-02",
    ),
    Example("At least 9 people died.", "By now 12 people have died.", False, "2024-05-01", "2024-05-02"),
    Example("The storm killed 12 people.", "A storm in 1987 killed 96 people.", False),
    Example(
        "The bank raised its rate to 4.5 percent, as analysts had predicted.",
        "The bank raised its rate to 5.25 percent.",
        True,
    ),
    Example(
        "The bank raised its rate to 4.5 percent.",
        "The bank will raise its rate to 5.25 percent, analysts had predicted.",
        False,
    ),
    Example(
        "The proposal to ban cars was carried by 24 votes to 17.",
        "The council voted by 31 votes to 17 to ban cars.",
        True,
    ),
    Example("The gunman killed five people.", "Six people are dead, including the gunman.", False),
    Example("Some 12,000 homes were without power.", "Power was back in 8,000 homes.", False),
    Example("Three people were killed in the fire.", "The fire killed two women and their driver.", False),
    Example(
        "About 90 bears live in the valley.", "The council wants to cut the number of bears to 60.", False
    ),
    Example(
        "The blast happened on the second floor.", "Two women survived the blast on the third floor.", False
    ),
    Example("The flood made 300 families homeless.", "The flood made 450 people homeless.", False),
    Example("The mill will shed 150 jobs in Tarn.", "The mill will shed 240 jobs in all.", False),
    Example(
        "The council wants to cut the number of flats to 300.",
        "Residents want to cut the number of flats to 200.",
        False,
    ),
    Example("The fire hurt three people.", "Two people were badly hurt in the fire.", False),
    Example("Three people were badly hurt in the fire.", "Two people were badly hurt in the fire.", True),
    Example(
        "The flood drove 7,400 people from their homes.",
        "On the north bank alone, 4,100 people fled their homes.",
        False,
    ),
    Example(
        "Two guests were taken to hospital after the fire.",
        "Three guests breathed in smoke in the fire, and two of them were taken to hospital.",
        False,
    ),
    Example(
        "The fire has burned 1,900 hectares near Tarn.",
        "The fire near Tarn had burned 2,300 hectares.",
        False,
        "2024-08-05",
        "2024-08-06",
    ),
    Example("Eight of the injured were in a serious condition.", "Thirty-five people were injured.", False),
    Example(
        "The bid is 38 percent above Monday's price of the stock.",
        "The stock ended the day with a gain of 34 percent.",
        False,
    ),
    Example("Inflation was 2.4 percent.", "Growth was 2.7 percent.", False),
    Example(
        "The roof weighs 40 tonnes less than planned.",
        "The new roof weighs 60 tonnes less than the old one.",
        False,
    ),
    Example("A guard and two firefighters were hurt.", "Three people were hurt.", False),
    Example("A third of the 90 jobs will be in Tarn.", "Of the 90 jobs, two in three will be abroad.", False),
)


def keys(told: Told) -> Keys:
    """The units of the claim's figures; of counts, what is counted."""
    told_of = (q for q in told.claim.quantities[:MOST] if not is_vague(q))
    return in_both(thing for q in told_of for thing in things_of(q, told.language))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the pair of figures that is surest to measure one thing and still disagrees."""
    left, right = pair.link.left, pair.link.right
    if not left.quantities or not right.quantities:
        return
    found = list(_clashes(pair, left, right))
    if not found or _restored(pair):
        return
    sure, a, b = max(found, key=lambda f: (f[0], *first_told(f[1].span, f[2].span)))
    one, two = shown(a, pair.left), shown(b, pair.right)
    own = own_speakers(pair)
    apart = _own_readings(a, left, right) or opposed(pair)
    grown = _days_of_growth(a, b, pair) > 0
    yield Reason(
        "number",
        "difference" if apart else "contradiction",
        f"{one} / {two}",
        f"{{left}} gives “{one}”, {{right}} “{two}”.",
        (a.span,),
        (b.span,),
        "likely" if sure >= SURE and not own and not grown and _is_strong(a, pair) else "possible",
        "Each credits its figure to a source of its own." if apart or own else _harmless(a, grown),
    )


def _is_strong(a: Quantity, pair: Pair) -> bool:
    """Whether more than the figures links the claims, and such figures do not change by the day."""
    return pair.link.score > FIGURE_ONLY and a.unit not in GROWING


def _clashes(pair: Pair, left: Claim, right: Claim) -> Iterator[tuple[float, Quantity, Quantity]]:
    words = words_of(pair.language)
    if shared := shared_out(pair):
        yield SURE, *shared
    for a in left.quantities[:MOST]:
        for b in right.quantities[:MOST]:
            # A vote is told as "76 to 71" and as "76 members supported it".
            units = {a.unit, b.unit}
            if (len(units) > 1 and units != {"", "score"}) or agree(a, b) or is_vague(a) or is_vague(b):
                continue
            if sure := tied(a, b, pair):
                of_one_time = a.unit == "age" or not other_period(a, b, pair, near=True)
                # Of a toll that grew it is said that both may hold; a fire burns more by the hour.
                of_one_time = of_one_time and not (a.unit and grows(a, b, pair))
                if not of_one_time or _told_beside(a, b, pair, exact=True):
                    # "65 votes were needed; 68 voted for it"
                    continue
                otherwise = told_otherwise(a, pair.right) or told_otherwise(b, pair.left)
                if not otherwise and not _told_apart(a, b, pair):
                    yield sure, a, b
                continue
            sure = same_thing(a, b, pair) if alike_size(a, b, FAR) else 0.0
            owned = sure > 0.0 and of_one_owner(a, b, pair)
            sure = max(sure, SURE) if owned else sure
            told = owned or a.unit == "age" or bool(words.senses & set(a.noun))
            needed = STRONG if sure < SURE or (a.unit == "" and not told) else 0.0 if told else FAIR
            if sure < 0.5 or pair.link.score < needed:
                continue
            if is_rest(a, pair.left, words) or is_rest(b, pair.right, words):
                continue
            part = is_part(a, pair.left, left, words) or is_part(b, pair.right, right, words)
            if part and not of_one_fate(a, b, pair):
                continue
            if is_of_all(a, pair.left, words) != is_of_all(b, pair.right, words):
                continue
            # Whatever the time that is told beside it, a person has one age.
            if grows(a, b, pair) or (a.unit != "age" and other_period(a, b, pair)):
                continue
            if _told_beside(a, b, pair, exact=not a.unit):
                continue
            if a.unit == "" and not told and pair.overall(at_odds):
                continue
            if not told and a.unit != "magnitude" and other_names(pair):
                continue
            if _told_apart(a, b, pair) or _also_told(a, pair.right, pair) or _also_told(b, pair.left, pair):
                continue
            yield sure, a, b


def _told_apart(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether what is told around two figures shows that they are not for the same."""
    words = words_of(pair.language)
    return (
        is_change(a, pair.left) != is_change(b, pair.right)
        or _over_two_stretches(a, b, pair)
        or is_of_one_alone(a, pair.left) != is_of_one_alone(b, pair.right)
        or some_told(a, pair.link.right, pair.right)
        or some_told(b, pair.link.left, pair.left)
        or (
            a.unit == ""
            and _of_people(a, words)
            and _of_people(b, words)
            and is_agent(a, pair.left) != is_agent(b, pair.right)
        )
        or is_far_from(a, pair.left) != is_far_from(b, pair.right)
        or against_two(a, b, pair)
        or _make_up_a_whole(a, b, pair)
        or _is_converted(a, b, pair.link.left, pair.left, words)
        or _is_converted(b, a, pair.link.right, pair.right, words)
        or of_other_names(a, b, pair)
        or _of_households(a, b, pair)
        or _of_households(b, a, pair)
        or is_one_of_all(a, b, pair)
        or (
            # "Two men and a woman" may be the three people of the other report.
            not (a.noun and a.noun[-1:] == b.noun[-1:] and a.noun[-1] not in words.senses | words.people)
            and is_listed(a, pair.link.left, words) != is_listed(b, pair.link.right, words)
        )
        or left_out(a, b, pair)
        or other_aspects(a, b, pair)
        or other_measure(a, b, pair)
        or own_forecasts(pair)
        or foreseen(a, b, pair)
        or contrasted(pair, (a.span,), (b.span,))
        or is_wished(a, pair.link.left, words) != is_wished(b, pair.link.right, words)
        or own_wishes(a, b, pair)
        or is_by_degree(a, pair.link.left, words) != is_by_degree(b, pair.link.right, words)
    )


def _over_two_stretches(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two changes are counted to two times of a day, or but one from a time on.

    "Rose 3 percent", "lost 11 since May"; "was 4 percent higher at 8:15", "closed 2 percent up".
    """
    left, right, closing = pair.link.left, pair.link.right, words_of(pair.language).closing
    clocks = [{t.clock for t in c.times if t.clock} for c in (left, right)]
    closes = [not closing.isdisjoint(claim_words(c)) for c in (left, right)]
    two = bool(clocks[0] and clocks[1] and clocks[0].isdisjoint(clocks[1]))
    two = two or bool((clocks[0] and closes[1]) or (clocks[1] and closes[0]))
    since = [any(t.relation == "since" for t in c.times) for c in (left, right)]
    return (two or since[0] != since[1]) and is_change(a, pair.left) and is_change(b, pair.right)


def _is_converted(a: Quantity, b: Quantity, claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether a sum is the one before it converted, which the other report gives as its own.

    "NZ$3.4 million ($2.06 million)" is what reports in New Zealand call "$3.4 million".
    """
    text = reading.document.text
    return any(
        q.low == b.low
        and a.unit == b.unit
        and q.unit in words.dollars
        and text[q.span.end : a.span.start].strip() == "("
        for q in claim.quantities
    )


def _of_people(q: Quantity, words: Words) -> bool:
    """Whether a figure counts people of no kind."""
    return bool(q.noun) and (q.noun[-1] in words.people or q.noun[-1] == PEOPLE)


def _make_up_a_whole(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two shares may be the two parts of one whole, of which two things are told.

    "A third of the border has never been marked", "about two thirds have been settled".
    """
    if a.unit != "percent" or b.unit != "percent" or agree(a, b):
        return False
    exact = abs(a.low + b.low - WHOLE) < 1
    if not exact and abs((a.low + a.high + b.low + b.high) / 2 - WHOLE) >= 1:
        return False
    words = clause_words(pair.language)
    ours, theirs = ({p.stem for p in c.predicates} - words.light for c in (pair.link.left, pair.link.right))
    return not in_common(ours, theirs, words) and (exact or bool(ours and theirs))


def _of_households(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether one counts families or the like, and the other the people in them."""
    words, people = words_of(pair.language), clause_words(pair.language).people
    if a.unit or b.unit or words.households.isdisjoint(a.noun):
        return False
    kind = set(b.noun) - words.senses
    # "450 homeless" are people.
    return not kind or (not kind & words.households and bool(kind & (words.people | people)))


def _restored(pair: Pair) -> bool:
    """Whether one claim counts those who have lost a thing, and the other those who have it back."""
    words = clause_words(pair.language)
    left, right = (
        {*(t.stem for t in c.tokens), *(p.stem for p in c.predicates)}
        for c in (pair.link.left, pair.link.right)
    )
    return any(
        one & words.lost and two & words.restoring and not one & words.restoring
        for one, two in ((left, right), (right, left))
    )


def _told_beside(a: Quantity, b: Quantity, pair: Pair, exact: bool) -> bool:
    """Whether the sentence of either figure has one that agrees with the other figure beside it."""
    left, right = pair.link.left, pair.link.right
    return _beside(a, right, pair.right, exact) or _beside(b, left, pair.left, exact)


def _beside(q: Quantity, claim: Claim, reading: Reading, exact: bool) -> bool:
    """Whether the other sentence has an agreeing figure too, of whatever: "$80m and $25m, respectively".

    With `exact`, no range and no bound counts: "4.4 percent", "5.2 percent, above a band of 2 to 5".
    """
    told = [o for c in sentence(claim, reading) for o in c.quantities if not exact or o.low == o.high]
    # "Gusts of 240 km an hour, with sustained winds of 185"
    bare = [replace(o, unit=q.unit) for o in told if not o.unit and not o.noun]
    return not (exact and q.high == inf) and is_among(q, (*told, *bare))


def _also_told(q: Quantity, reading: Reading, pair: Pair) -> bool:
    """Whether the other report has an agreeing figure for the same thing somewhere; "dozens" is none."""
    return told_otherwise(q, reading) or any(
        same_thing(q, other, pair)
        for other in agreeing(q, reading, pair)
        if other.high == inf or other.high <= BAND * other.low
    )


def grows(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether a later report has the larger count, as tolls do, so that the earlier one was right in its day.

    A count of a day or two before that is much smaller mostly was not, unless it was "at least" that; but
    the dead are found one after another.
    """
    days, few, many = _days_of_growth(a, b, pair), *sorted((a, b), key=lambda q: q.low)
    if days > SOON or few.high == inf or many.low <= GROWTH * few.high:
        return days > 0
    return days > 0 and bool(words_of(pair.language).tolls & set(many.noun))


def _days_of_growth(a: Quantity, b: Quantity, pair: Pair) -> int:
    """Days between reports of which the later one has more of what grows as time goes by; else 0."""
    one, two = _as_of(pair.link.left, pair.left), _as_of(pair.link.right, pair.right)
    if a.unit not in ("", AREA) or not one or not two or _same_moment(pair):
        return 0
    early, late, words = *((a, b) if one < two else (b, a)), words_of(pair.language)
    growing = (words.spreading if a.unit else words.growing) & set(late.noun)
    # Those missing are found.
    changed = early.low < late.low or bool(words.shrinking & set(late.noun))
    return abs((one - two).days) if growing and changed else 0


def _as_of(claim: Claim, reading: Reading) -> date | None:
    """The day of a count: that "by" which it is told, "by nightfall yesterday", or that of the report."""
    by = load_language(reading.document.language).words("calendar", "by")
    for t in claim.times:
        before = [x.norm for x in claim.tokens if x.start < t.span.end][-BY:]
        days = interval(t)
        if t.grain == "day" and days and any(w in by for w in before):
            return days[1]
    return reading.document.published


def _same_moment(pair: Pair) -> bool:
    """Whether both clauses say until when they count, and it is one day: "by Tuesday evening"."""
    return any(
        s.relation == t.relation == "until" and interval(s) and interval(t) and overlap(s, t)
        for s in pair.link.left.times
        for t in pair.link.right.times
        if s.grain == t.grain == "day"
    )


def _own_readings(a: Quantity, left: Claim, right: Claim) -> bool:
    """Whether either side credits a reading to an institution of its own."""
    if a.unit != "magnitude":
        return False
    one, two = (
        {n.entity for n in c.names if n.kind == "organisation"} | {c.speaker or ""} for c in (left, right)
    )
    one, two = one - {""}, two - {""}
    return bool(one and two and not one & two)


def _harmless(a: Quantity, grown: bool) -> str:
    if grown:
        return "Both may hold if more came to light by the time of the later report."
    if a.unit == "":
        return "Both may hold if they count at different moments, or not the same group."
    return "Both may hold if they speak of different moments or parts."
