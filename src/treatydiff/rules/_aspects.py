"""What a figure or a time of a report is for, where an event has one of it: the length of the talks.

The pack says for each such aspect how it is worded; the words stand in the figure's sentence, not further off
than a few words and not beyond another figure of the same unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from treatydiff.errors import InputError
from treatydiff.frozen import NamedTuple
from treatydiff.hints import Any
from treatydiff.language import Language
from treatydiff.model import Claim, Quantity, Reading, Span, TimeSpan, Token
from treatydiff.rules import Pair, once_a_claim
from treatydiff.rules._beside import is_part
from treatydiff.rules._figures import words_of
from treatydiff.rules._periods import interval, is_of_event, is_period
from treatydiff.rules._sizes import is_vague
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems, within

WINDOW, OF_TIME = 9, 12
"""Words on either side of a figure, and of a time, that say what it is for."""
BEYOND = 3
"""Words farther off among which another figure may stand."""
BESIDE = 4
"""The same for a count of nothing: "an attendance of 900"."""
VAGUE = 60
"""Minutes that a time of day may span at most."""
STOPS = frozenset(";:")
"""Marks beyond which no word is for the figure."""
COUNT, MONEY, TIME = "count", "money", "time"
KINDS = (COUNT, MONEY, TIME, "age", "magnitude")
"""What an aspect may be in, besides the units of figures."""
COURSES = GROWS, CHANGES = "grows", "changes"
"""How later reports may have other figures for a thing: only larger ones, or any."""
BARE = "-"
"""Of a way: a figure without a noun."""
Figure = Quantity | TimeSpan


class Around(NamedTuple):
    """Words around a figure."""

    stems: frozenset[str]
    norms: frozenset[str]
    text: str
    """The norms one after the other, with a space before and after each."""


class Group(NamedTuple):
    """Words of which one must stand near."""

    stems: frozenset[str]
    phrases: tuple[str, ...]
    """Several words each, with a space before and after."""
    openers: frozenset[str]
    """The words that phrases begin with."""

    def near(self, words: Around) -> bool:
        """Whether one of them stands among some words."""
        if not self.stems.isdisjoint(words.stems):
            return True
        if self.openers.isdisjoint(words.norms):
            return False
        return any(phrase in words.text for phrase in self.phrases)


Way = tuple[str, tuple[str, ...]]
"""The words of a group of nouns, "-" where the figure has none, and those of the groups of other words."""


class Aspect(NamedTuple):
    """A thing that an event has one of, with the ways to say it."""

    id: str
    unit: str
    ways: tuple[Way, ...]
    never: str
    """The words of a group."""
    course: str
    """One of `COURSES`, or empty."""
    slack: float
    """How far apart, as a share, two figures may be, where it is told in more ways than one."""
    each: bool
    """Whether each of several has one of it: firms, defendants, buildings."""
    since: bool
    """Whether its time may be told as the one from which a thing is so: "closed since 1991"."""


class Of(NamedTuple):
    """What a figure is for."""

    names: frozenset[str]
    """Of the aspects that the words around name."""
    barred: frozenset[str]
    """Of those that it is not for, as a word around says: what "could be" the fine."""


NONE = Of(frozenset(), frozenset())


class Told(NamedTuple):
    """A figure with the clause that tells it."""

    figure: Figure
    claim: Claim


@once_a_language
def aspects(language: Language) -> Mapping[str, Aspect]:
    """The aspects of the pack by their ids."""
    units = {*KINDS, *(unit.split()[0] for unit in language.values("figures", "units").values())}
    found = (_aspect(entry, units) for entry in language.entries("aspects", "aspects"))
    return {aspect.id: aspect for aspect in found}


def _aspect(entry: Mapping[str, Any], units: AbstractSet[str]) -> Aspect:
    if not {"id", "unit", "ways"} <= entry.keys():
        raise InputError(f"aspects: id, unit and ways are needed: {dict(entry)}")
    if entry["unit"] not in units:
        raise InputError(f"aspects: {entry['id']}: unit must be one of {', '.join(sorted(units))}")
    if entry.get("course", GROWS) not in COURSES:
        raise InputError(f"aspects: {entry['id']}: course must be one of {', '.join(COURSES)}")
    if not all(isinstance(way, str) for way in entry["ways"]):
        raise InputError(f"aspects: {entry['id']}: ways must be lines of words")
    ways = []
    for way in entry["ways"]:
        first, *others = way.split(" + ")
        ways.append((first, tuple(others)))
    return Aspect(
        entry["id"],
        entry["unit"],
        tuple(ways),
        entry.get("never", ""),
        entry.get("course", ""),
        entry.get("slack", 0.0),
        entry.get("each", False),
        entry.get("from", False),
    )


@cache
def _group(line: str, language: str) -> Group:
    """The group of these words; most are never asked for, and stemming them all takes time."""
    words = [w.replace("-", " ").split() for w in line.split("/") if w]
    single = [w[0] for w in words if len(w) == 1]
    return Group(
        frozenset((*single, *stems(single, language))),
        tuple(f" {' '.join(w)} " for w in words if len(w) > 1),
        frozenset(w[0] for w in words if len(w) > 1),
    )


def by_aspect(reading: Reading, language: Language) -> dict[str, list[Told]]:
    """The figures and times of a document under the aspects that they are for."""
    found: dict[str, list[Told]] = {}
    words = words_of(language)
    for claim in reading.claims:
        if not (claim.quantities or claim.times):
            continue
        period = _period(claim, reading)
        for figure, of in aspects_of(claim, reading, language).items():
            if isinstance(figure, TimeSpan):
                if is_part_of_day(figure) or not is_of_event(figure, claim, reading, language):
                    continue
            elif is_vague(figure) or is_part(figure, reading, claim, words, definite=False):
                continue
            of_period = "" if isinstance(figure, TimeSpan) else period
            for name in of.names:
                found.setdefault(f"{name}{of_period}", []).append(Told(figure, claim))
    return found


def is_part_of_day(t: TimeSpan) -> bool:
    """Whether a time says no more of the hour than "in the morning", or none at all: "before 5 p.m."."""
    if t.grain != "minute" or t.clock is None:
        return t.grain == "minute" and t.relation != "at"
    return t.clock[1] - t.clock[0] > VAGUE


def other_aspects(a: Figure, b: Figure, pair: Pair) -> bool:
    """Whether two figures of linked claims are for two aspects: what she was fined, and what she could be."""
    ours, theirs = pair.both(aspects_of)
    one, two = ours.get(a, NONE), theirs.get(b, NONE)
    if one.names & two.names:
        return False
    return bool(one.names and two.names) or bool(one.names & two.barred or one.barred & two.names)


OF = " of "
"""What stands between an aspect and the period of which a figure is told."""


def _period(claim: Claim, reading: Reading) -> str:
    """The month or year away from the report that a clause with figures tells of; mostly none."""
    published = reading.document.published
    for t in claim.times if claim.quantities else ():
        days = interval(t)
        if is_period(t, reading.document) and not (published and days and days[0] <= published <= days[1]):
            return f"{OF}{t.start} {t.end}"
    return ""


@once_a_claim
def aspects_of(claim: Claim, reading: Reading, language: Language) -> dict[Figure, Of]:
    """What the figures and times of a claim are for, those left out that may be for anything."""
    found: dict[Figure, Of] = {}
    told_of: tuple[Figure, ...] = (*claim.quantities, *claim.times)
    for figure in told_of:
        ways = _ways(language).get(_unit(figure, language))
        if ways is None:
            continue
        passage = reading.passages[claim.passage]
        tokens = _near(figure, passage.tokens, reading, claim)
        score = isinstance(figure, Quantity) and figure.unit == "score"
        if score and not {t.stem for t in passage.tokens} & words_of(language).votes:
            continue
        counted = _counted(figure, language)
        near = close = _around(tokens)
        if counted is not None and not counted[0]:
            close = _around(_beside(figure, tokens))
        reached = ways.reached(counted, close)
        own, timed = near, isinstance(figure, TimeSpan)
        if timed and any(not p.state for p in claim.predicates):
            own = _around([t for t in tokens if claim.span.start <= t.start < claim.span.end])
        told = {
            a.id: a.never
            for a, way in reached
            if _is_way(way, counted, close, language.code)
            and (own is near or _is_touched(way, own, language.code))
        }
        if told:
            said = own if timed else _around(_said_of(claim, tokens, language))
            never = (name for name, words in told.items() if _group(words, language.code).near(said))
            barred = frozenset(() if score else never)
            found[figure] = Of(frozenset(told) - barred, barred)
    return found


def _said_of(claim: Claim, tokens: Sequence[Token], language: Language) -> list[Token]:
    """The words around a figure that may say what it is not for.

    Of another clause, those are left out that tell what befell others, or what may be: "killed two and put 12
    in hospital", "a fine of 500, and he may not vote".
    """
    words = words_of(language)
    return [
        t
        for t in tokens
        if claim.span.start <= t.start < claim.span.end
        or not (t.norm in words.may or t.norm in words.befallen)
    ]


class Ways(NamedTuple):
    """The ways to say what the figures of a unit are for, by the nouns of their first groups."""

    by_noun: dict[str, list[tuple[Aspect, Way]]]
    """By the stem of each noun of one word, and "" for those without a noun."""
    by_opener: dict[str, list[tuple[Aspect, Way]]]
    """Those with a noun of several words, by its first one."""

    def reached(self, counted: tuple[str, str] | None, near: Around) -> list[tuple[Aspect, Way]]:
        """The ways whose noun may be what is counted, or stand near a figure that counts nothing: but few."""
        if counted is not None:
            return [way for noun in counted for way in self.by_noun.get(noun, ())]
        found = [way for noun in self.by_noun.keys() & near.stems for way in self.by_noun[noun]]
        return found + [way for word in self.by_opener.keys() & near.norms for way in self.by_opener[word]]


@once_a_language
def _ways(language: Language) -> dict[str, Ways]:
    """The ways of the aspects, by the unit of their figures."""
    found: dict[str, Ways] = {}
    for aspect in aspects(language).values():
        by_noun, by_opener = found.setdefault(aspect.unit, Ways({}, {}))
        for way in aspect.ways:
            noun = _group(way[0], language.code)
            for stem in ("",) if way[0] == BARE else noun.stems:
                by_noun.setdefault(stem, []).append((aspect, way))
            for word in noun.openers:
                by_opener.setdefault(word, []).append((aspect, way))
    return found


def _unit(figure: Figure, language: Language) -> str:
    if isinstance(figure, TimeSpan):
        return TIME
    if figure.unit in ("", "score"):
        return COUNT
    # "4,200 euros a month"
    return MONEY if figure.unit.partition("/")[0] in words_of(language).money else figure.unit


def _around(tokens: Sequence[Token]) -> Around:
    norms = [t.norm for t in tokens]
    return Around(frozenset([t.stem for t in tokens]), frozenset(norms), f" {' '.join(norms)} ")


def _is_way(way: Way, counted: tuple[str, str] | None, near: Around, language: str) -> bool:
    """Whether a figure is told in that way: by what it counts, if it does, and the words around."""
    first, others = way
    noun = _group(first, language)
    if counted is not None:
        head, sense = counted
        if (first == BARE) == bool(head) or (head and noun.stems.isdisjoint(counted)):
            return False
        if sense and not any(sense in group.stems for group in (noun, *_groups(others, language))):
            # "Nine passengers died" does not count those aboard.
            return False
    elif not noun.near(near):
        return False
    for line in others:  # noqa: SIM110 - asked of each figure and time some twenty times
        if not _group(line, language).near(near):
            return False
    return True


def _is_touched(way: Way, near: Around, language: str) -> bool:
    """Whether one of the words of a way stands among some words."""
    first, others = way
    return any(_group(line, language).near(near) for line in (first, *others))


def _groups(lines: Sequence[str], language: str) -> Iterator[Group]:
    return (_group(line, language) for line in lines)


def _counted(figure: Figure, language: Language) -> tuple[str, str] | None:
    """What is counted, and what happened to it, empty where not said; None for what is no count."""
    if isinstance(figure, TimeSpan) or figure.unit not in ("", "score"):
        return None
    if not figure.noun:
        return "", ""
    if figure.noun[-1] not in words_of(language).senses:
        return figure.noun[-1], ""
    return (figure.noun[-2] if len(figure.noun) > 1 else "people"), figure.noun[-1]


def _beside(figure: Figure, near: Sequence[Token]) -> list[Token]:
    """Of the words near a figure those next to it."""
    before = [t for t in near if t.end <= figure.span.start]
    after = [t for t in near if t.start >= figure.span.end]
    return [*before[-BESIDE:], *after[:BESIDE]]


def _near(figure: Figure, tokens: Sequence[Token], reading: Reading, claim: Claim) -> list[Token]:
    """The words around a figure, up to another one of its unit and what belongs to that."""
    inside = within(tokens, figure.span)
    if not inside:
        return []
    others = [
        q.span
        for c in reading.claims[max(0, claim.index - 4) : claim.index + 5]
        if c.passage == claim.passage
        for q in _like(figure, c)
        if q.span != figure.span
    ]
    text = reading.document.text
    most = OF_TIME if isinstance(figure, TimeSpan) else WINDOW
    first, last = inside[0], inside[-1] + 1
    # One just out of reach still has what belongs to it: "52 percent of all voters, up from 47".
    reach = most + BEYOND
    before = _stretch(tokens[max(0, first - reach) : first][::-1], figure, others, text)[:most]
    after = _stretch(tokens[last : last + reach], figure, others, text)[:most]
    return [*reversed(before), *tokens[first:last], *after]


def _like(figure: Figure, claim: Claim) -> Iterable[Figure]:
    if isinstance(figure, TimeSpan):
        minute = figure.grain == "minute"
        return (
            t for t in claim.times if (t.grain == "minute") == minute and not (minute and is_part_of_day(t))
        )
    # "At 48 miles an hour, under the limit of 50"
    return (q for q in claim.quantities if q.unit == figure.unit or not (q.unit or q.noun))


def _stretch(tokens: Sequence[Token], figure: Figure, others: Sequence[Span], text: str) -> list[Token]:
    """The words on one side of a figure, nearest first."""
    found: list[Token] = []
    joint = None
    edge: Span | Token = figure.span
    for token in tokens:
        gap = text[min(edge.end, token.end) : max(edge.start, token.start)]
        if len(gap) > 1 and not STOPS.isdisjoint(gap):  # not that of "02:15"
            break
        if others and any(s.start <= token.start < s.end for s in others):
            # Between two figures, what stands on the far side of "and" is the other's.
            return found if joint is None else found[:joint]
        if joint is None and ("," in gap or token.norm in ("and", "but", "while", "to")):
            joint = len(found)
        found.append(token)
        edge = token
    return found
