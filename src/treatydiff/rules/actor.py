"""Another person or body in the same role of the same event.

Both reports tell one act, by the same verb or one that stands for it, and of the rest of it they tell the
same; but who did it, or to whom it was done, is somebody else: "winched up by a navy helicopter" here, "by a
coastguard helicopter" there.  Both sides must name one only, and neither report may tell the same of the
other's.  An act told the other way round ("the bus hit the lorry", "was hit by the lorry") is one, too, and
so are two holders of one office, two causes of one thing, and relatives who are of another kind there.  Two
forms of a name, a person and the office, a part and its whole are not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from treatydiff.model import Certainty, Reading, Reason, Span, Token
from treatydiff.rules import Example, Keys, Pair, Told
from treatydiff.rules._causes import causes, other_causes
from treatydiff.rules._clauses import Event
from treatydiff.rules._doers import doers, other_doers
from treatydiff.rules._events import enough
from treatydiff.rules._fillers import (
    acts_of,
    filled,
    is_named,
    of_two_measures,
    other_fillers,
    tell_one_act,
    turned_acts,
)
from treatydiff.rules._kin import kin, other_kin
from treatydiff.rules._offices import Holder, holders
from treatydiff.rules._relations import relations
from treatydiff.rules._roles import in_common
from treatydiff.rules._speech import same_name
from treatydiff.rules._words import mentions

LINKED, SURE = 55.0, 80.0
"""How strong a link must be, and how strong it is where the clash is likely."""
MANY = 3
"""Words of content, figures and times that both sentences have in common besides who is in it, where a clash
is likely; and at least where two hold one office."""
ACROSS_CLAUSES = True
"""Also run on clauses that are linked by their sentences alone."""
Spans = tuple[Span, ...]
OCCASIONS = "Both may hold if they speak of two occasions."
BOTH = "Both may hold if they speak of two occasions, or both took part."
NAMESAKES = "Both may hold if two people of one name are meant."
CAUSED = 0.7
"""How sure two causes of one thing are a clash."""

EXAMPLES = (
    Example(
        "“A school that fires people for being right will soon have nobody left to fire,” Ada Holm said.",
        "“A school that fires people for being right will soon have nobody left to fire,” Ivo Lind said.",
        False,
    ),
    Example(
        "The last six sailors were lifted off the tanker by a navy helicopter.",
        "A coastguard helicopter winched the last six sailors off the tanker.",
        True,
    ),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm.",
        "The harbour bill was introduced in the lower house by Ivo Lind, a Liberal.",
        True,
    ),
    Example(
        "The text of the accord was signed by Nora Holm and Ivo Lind at the ministry.",
        "Nora Holm and Karl Brandt signed the text of the accord at the ministry.",
        True,
    ),
    Example(
        "On Sunday the rebels' delegation left the table for two hours.",
        "The government's negotiators left the table for two hours on Sunday.",
        True,
    ),
    Example("Tarn Rovers beat Lund Town in the final.", "Lund Town beat Tarn Rovers in the final.", True),
    Example("The bus hit the lorry at the crossing.", "The bus was hit by the lorry at the crossing.", True),
    Example("Tarn Rovers beat Lund Town in the final.", "Lund Town were beaten by Tarn Rovers.", False),
    Example(
        "Tarn Rovers beat Lund Town in the first round.", "Lund Town beat Tarn Rovers in the final.", False
    ),
    Example("Nora Holm scored after 12 minutes.", "Ivo Lind scored after 80 minutes.", False),
    Example(
        "The town will pay for the new bridge, Mayor Nora Holm told the harbour board.",
        "The town is to pay for the bridge, Ivo Lind, the mayor of Lund, told the harbour board.",
        False,
    ),
    Example("Tarn Rovers beat Lund Town 3-1.", "In the league Lund Town had beaten Tarn Rovers 2-0.", False),
    Example(
        "Tarn Rovers beat Lund Town on Saturday.",
        "Lund Town had beaten Tarn Rovers in August.",
        False,
        "2024-09-22",
        "2024-09-22",
    ),
    Example(
        "The town will pay for the new bridge, Mayor Nora Holm told the harbour board.",
        "The town is to pay for the bridge, the mayor, Ivo Lind, told the harbour board.",
        True,
    ),
    Example(
        "The town will pay for the new bridge, Mayor Nora Holm told the harbour board.",
        "The town is to pay for the bridge, the former mayor, Ivo Lind, told the harbour board.",
        False,
    ),
    Example(
        "The prize for the best poster went to Nora Holm, a student of 19.",
        "Ivo Lind, a student of 19, won the prize for the best poster.",
        True,
    ),
    Example(
        "A woman who was walking her dog raised the alarm in the harbour.",
        "The alarm in the harbour was raised by a man walking his dog.",
        True,
    ),
    Example(
        "The ferry was bought by the Norvik Bank for twelve million crowns.",
        "The Halden Foundation bought the ferry for twelve million crowns.",
        True,
    ),
    Example(
        "The suit against the mill was brought by the charity Green Tarn in May.",
        "The provincial government brought the suit against the mill in May.",
        True,
    ),
    Example(
        "The suit against the mill was brought by the charity Green Tarn in May.",
        "The government joined the suit against the mill, which a charity brought in May.",
        False,
    ),
    Example(
        "The leak in the boiler was found by a cleaner.",
        "It was one of the Norvik Bank's own engineers who found the leak in the boiler.",
        True,
    ),
    Example("Halm Ferries is a subsidiary of Tarn Mills.", "Halm Ferries owns Tarn Mills.", True),
    Example("Tarn Mills owns Halm Ferries.", "Halm Ferries is a subsidiary of Tarn Mills.", False),
    Example("After Holm's death, Ivo Lind was elected mayor.", "Holm succeeded Ivo Lind as mayor.", True),
    Example(
        "“The bees came back before the guests,” said Mayor Ivo Lind.",
        "“The bees came back before the guests,” the mayor of Tarn said.",
        False,
    ),
    Example("Judge Ada Holm said the proof was thin.", "The proof had gaps, Judge Ivo Lind said.", True),
    Example(
        "Judge Ada Holm said the proof was thin.",
        "The proof had gaps, Judge Ivo Lind said. Judge Nora Brandt agreed.",
        False,
    ),
    Example("The bus hit a tram. The tram was driven by a trainee.", "The bus was driven by a pilot.", False),
    Example("The cup was presented by the queen.", "The medals were presented by the mayor.", False),
    Example("The oath was read by a clerk.", "The statement was read by a teacher.", False),
    Example(
        "The bomb in the mill was hidden by a cook.", "The bomb in the bar was hidden by a guard.", False
    ),
    Example("Judge Ada Holm fined the mill.", "“He fled,” said Judge Ivo Lind.", False),
    Example("Ivo Lind's predecessor, Ada Holm, opened it.", "Ivo Lind succeeded Ada Holm.", False),
    Example("The blast was caused by a gas leak.", "Investigators blamed the blast on coal dust.", True),
    Example("The blast was caused by a gas leak.", "Investigators blamed the fire on coal dust.", False),
    Example("Nora Holm's brother, Ivo Lind, fled.", "Ivo Lind, the husband of Nora Holm, fled.", True),
    Example("Ada Holm's son, Ivo Holm, fled.", "Ivo Holm, the brother of Nora Holm, fled.", False),
    Example("He told the judge that Ada Holm was ill.", "He told Judge Ivo Lind that Holm was ill.", False),
    Example("Nora Holm's husband, Ivo Lind, fled.", "Nora Holm, the wife of Ivo Lind, fled.", False),
    Example(
        "The Norvik Bank bought the old ferry on Thursday.",
        "The old ferry was sold on Thursday to the Lutheran charity Green Tarn.",
        True,
    ),
    Example("Nora Holm sang at the old mill.", "Ivo Lind sang the hymn at the old mill.", False),
    Example("Nora Holm heads the bank of Tarn.", "Ivo Lind heads the board of the bank of Tarn.", False),
    Example("Nora Holm wrote the song.", "Ivo Lind wrote a letter to the band.", False),
    Example("Nora Holm praised the song.", "Ivo Lind praised the song.", False),
    Example("Nora Holm questioned the clerk.", "The clerk was also questioned by Ivo Lind.", False),
    Example("Nora Holm met Ivo Lind in Tarn.", "Ivo Lind met Nora Holm in Tarn.", False),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm.",
        "Mayor Holm introduced the harbour bill in the lower house.",
        False,
    ),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm and Ivo Lind.",
        "The harbour bill was introduced in the lower house by Ivo Lind, a Liberal.",
        False,
    ),
    Example(
        "The harbour bill was introduced in the lower house by Nora Holm.",
        "The school bill was opposed by Ivo Lind.",
        False,
    ),
    Example(
        "The harbour bill was introduced in the lower house by the mayor.",
        "The harbour bill was introduced in the lower house by Ivo Lind.",
        False,
    ),
    Example(
        "The last six sailors were lifted off the tanker by a rescue helicopter.",
        "A navy helicopter winched the last six sailors off the tanker.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """The relations, causes, doers and offices that the claim tells, and who has a role in its acts."""
    has: set[Hashable] = {("relation", r.kind) for r in told.of(relations)}
    has |= {("office", holder.office) for holder in told.of(holders)}
    has |= {("kin",) for _ in told.of(kin)}
    if told.of(causes):
        has.add(("cause",))
    has |= {("doer", *deed) for deed in doers(told)}
    wants = set(has)
    if not told.of(acts_of).isdisjoint(told.elsewhere(acts_of)):
        roles = filled(told)
        has |= roles.has
        wants |= roles.wants
    return Keys(frozenset(has), frozenset(wants))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for an office with two holders, for an act the other way round, or for another one in it."""
    found = _related_otherwise(pair) or _by_others(pair) or _caused_otherwise(pair) or _kin_otherwise(pair)
    if found is None and pair.link.score >= LINKED:
        found = _two_holders(pair)
        if found is None and tell_one_act(pair):
            found = _turned(pair) or _another(pair)
    if found is not None:
        yield found


def _reason(one: str, two: str, told: str, spans: tuple[Spans, Spans], sure: bool, harmless: str) -> Reason:
    certainty: Certainty = "likely" if sure else "possible"
    detail = f"{one} / {two}"
    return Reason("actor", "contradiction", detail, told, *spans, certainty, "" if sure else harmless)


def _related_otherwise(pair: Pair) -> Reason | None:
    """A relation that holds one way only, told both ways: who owns whom, who succeeded whom."""
    left, right = pair.both(relations)
    for a in left:
        for b in right:
            crossed = _one(a.first, b.second, pair) and _one(a.second, b.first, pair)
            if a.kind == b.kind and crossed and not _one(a.first, b.first, pair):
                told = f"{{left}} has {a.first} as {a.kind} of {a.second}, {{right}} the other way round."
                one, two = f"{a.first}, {a.kind} of {a.second}", f"{b.first}, {b.kind} of {b.second}"
                return _reason(one, two, told, ((a.span,), (b.span,)), pair.link.score >= SURE, OCCASIONS)
    return None


def _one(a: str, b: str, pair: Pair) -> bool:
    return same_name(a, b, pair.language)


def _caused_otherwise(pair: Pair) -> Reason | None:
    """One thing with two causes."""
    for a, b in other_causes(pair):
        if enough(CAUSED, pair.link.score):
            one, two = (
                min(
                    (t for t in r.passages[c.event.claim.passage].tokens if t.stem == c.by.head),
                    key=lambda t: abs(t.start - c.event.predicate.span.start),
                )
                for c, r in ((a, pair.left), (b, pair.right))
            )
            told = f"{{left}} names “{one.text}” as the cause, {{right}} “{two.text}”."
            spans = ((Span(one.start, one.end),), (Span(two.start, two.end),))
            return _reason(
                one.text, two.text, told, spans, False, "Both may hold if each is part of the cause."
            )
    return None


def _kin_otherwise(pair: Pair) -> Reason | None:
    """Two people who are relatives of one kind here, of another there."""
    found = other_kin(pair)
    if found is None:
        return None
    one, two = found
    readings = (pair.left, pair.right)
    words = [r.document.text[k.span.start : k.span.end] for k, r in zip(found, readings, strict=True)]
    here, there = (f"{k.who} as {w} of {k.whose}" for k, w in zip(found, words, strict=True))
    told = f"{{left}} has {here}, {{right}} {there}."
    return _reason(words[0], words[1], told, ((one.span,), (two.span,)), False, NAMESAKES)


def _turned(pair: Pair) -> Reason | None:
    """Two tellings of one act in which the one who acts here is acted on there, and the other way round."""
    for a, b in turned_acts(pair):
        one, two = (" ".join(t.text for t in s.fillers[0].tokens) for s in (a, b))
        told = f"{{left}} has “{one}” do it, {{right}} “{two}”."
        spans = (a.fillers[0].span,), (b.fillers[0].span,)
        return _reason(one, two, told, spans, pair.link.score >= SURE, OCCASIONS)
    return None


def _another(pair: Pair) -> Reason | None:
    """A role of one act that the two claims fill otherwise."""
    for found in other_fillers(pair):
        one, two = found.names
        told = f"{{left}} names “{one}”, {{right}} “{two}” in the same role."
        spans = tuple(p.span for p in found.left.fillers), tuple(p.span for p in found.right.fillers)
        sure = found.common >= MANY and pair.link.score >= SURE
        return _reason(one, two, told, spans, sure, BOTH)
    return None


def _by_others(pair: Pair) -> Reason | None:
    """One act, done by people of two names or callings."""
    if of_two_measures(pair):
        return None
    for a, b in other_doers(pair):
        one, two = _doer(a, pair.left), _doer(b, pair.right)
        if one is not None and two is not None:
            return _reason(
                one.text,
                two.text,
                f"{{left}} has “{one.text}” do it, {{right}} “{two.text}”.",
                ((Span(one.start, one.end),), (Span(two.start, two.end),)),
                False,
                BOTH,
            )
    return None


def _doer(event: Event, reading: Reading) -> Token | None:
    """The word for who does what an event tells, the nearest to its verb."""
    tokens = [t for t in reading.passages[event.claim.passage].tokens if t.stem == event.subject.head]
    return min(tokens, key=lambda t: abs(t.start - event.predicate.span.start), default=None)


def _two_holders(pair: Pair) -> Reason | None:
    """Two persons in one office, neither of whom the other report names."""
    left, right = pair.both(holders)
    for a in left:
        for b in right:
            if a.office != b.office or (a.land and b.land and a.land != b.land):
                continue
            if _elsewhere(a, pair.right, pair) or _elsewhere(b, pair.left, pair):
                continue
            if same_name(a.person, b.person, pair.language):
                continue
            if is_named(pair.right, a.person, pair) or is_named(pair.left, b.person, pair):
                continue
            sole = _is_sole(a, pair.left, pair) and _is_sole(b, pair.right, pair)
            # The office itself is in common.
            fewest = 1 + len(a.office.split()) if sole else MANY
            if in_common(pair, (a.span,), (b.span,), whole=True) >= fewest:
                told = f"{{left}} has {a.person} as {a.office}, {{right}} {b.person}."
                harmless = "Both may hold if there are two such offices."
                return _reason(a.person, b.person, told, ((a.span,), (b.span,)), False, harmless)
    return None


def _is_sole(holder: Holder, reading: Reading, pair: Pair) -> bool:
    """Whether an office is one that an event has one of, and the report names no other holder of it."""
    if holder.office not in pair.language.words("roles", "sole_offices"):
        return False
    told = (h for claim in reading.claims for h in pair.of(holders, claim, reading))
    return {h.person for h in told if h.office == holder.office} == {holder.person}


def _elsewhere(holder: Holder, other: Reading, pair: Pair) -> bool:
    """Whether an office is of a place that the other report does not speak of."""
    return bool(holder.town) and not mentions(other, holder.town, pair)
