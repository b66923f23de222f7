"""Figures of two reports that fill one role of one act: how many jets were ordered, by how much fares rise.

The act is a verb, or another that means the same; the role is what it is done to, or who does it.  Whoever
else has a part in it must be the same in both reports, and of each role a report may give one figure alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from treatydiff.align.added import ONE_STORY
from treatydiff.align.aspects import is_told
from treatydiff.align.ties import Tie
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Quantity, Reading
from treatydiff.rules import sentence
from treatydiff.rules._beside import is_change, is_part, is_wished
from treatydiff.rules._figures import Words, at_odds, shown, words_of
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._periods import overlap
from treatydiff.rules._roles import Slot, slots
from treatydiff.rules._sizes import FAR, agree, alike_size, is_vague
from treatydiff.rules._words import Content, alike, content, meanings

SURE = 0.75
"""How sure it is that two figures of one role are of one thing."""
THEME, AGENT, OFFICE = "theme", "agent", "as"
DAYS = ("day", "week", "month", "year")
PEOPLE = "people"
"""What is counted where all that is said of those counted is that they are people."""
Key = tuple[str, str, str]
"""What an act means, the role, and the unit or what is counted."""


class Told(NamedTuple):
    """A figure with the act that it is told of."""

    figure: Quantity
    claim: Claim
    verb: Predicate
    others: Mapping[str, Content]
    """The words of who else has a part in the act, by role."""


def role_ties(left: Reading, right: Reading, language: Language, story: float) -> Iterator[Tie]:
    """The figures of two reports that fill one role of one act and disagree."""
    if story < ONE_STORY or at_odds(left, right, language):
        return
    ours, theirs = _by_role(left, language), _by_role(right, language)
    words = words_of(language)
    seen = set()
    for key in sorted(ours.keys() & theirs.keys()):
        a, b = ours[key], theirs[key]
        if not _is_one(a) or not _is_one(b):
            continue
        x, y = a[0], b[0]
        detail = f"{shown(x.figure, left)} / {shown(y.figure, right)}"
        place = (x.claim.index, y.claim.index, detail)
        if place in seen or not _of_one_act(x, y, language) or _grows(x, y, left, right, words):
            continue
        p, q = x.figure, y.figure
        told = is_told(p, right, language) or is_told(q, left, language)
        if not told and not agree(p, q) and alike_size(p, q, FAR):
            seen.add(place)
            yield Tie(x.claim, y.claim, SURE, detail)


def _by_role(reading: Reading, language: Language) -> dict[Key, list[Told]]:
    found: dict[Key, list[Told]] = defaultdict(list)
    words, light = words_of(language), clause_words(language).light
    for claim in reading.claims:
        told_of = [q for q in claim.quantities if _is_telling(q, claim, reading, words)]
        if not told_of:
            continue
        known = slots(sentence(claim, reading), reading, language)
        for q in told_of:
            slot = next((s for s in known if _holds(s, q)), None)
            if slot is None or slot.verb.polarity < 0 or slot.verb.denied or slot.verb.status == "possible":
                continue
            if slot.verb.stem in light:
                continue
            of_verb = [s for s in known if s.verb is slot.verb and s is not slot]
            role = _role(slot, of_verb)
            others = {_role(s, [o for o in known if o.verb is slot.verb and o is not s]): s for s in of_verb}
            parts = {
                name: _words_in(s, language) for name, s in others.items() if name in (THEME, AGENT, OFFICE)
            }
            told = Told(q, claim, slot.verb, parts)
            for act in meanings(slot.verb.stem, language):
                for kind in _kinds(q, reading, words, language):
                    found[act, role, kind].append(told)
    return found


def _is_telling(q: Quantity, claim: Claim, reading: Reading, words: Words) -> bool:
    if q.unit in ("age", "rank", "times", "magnitude", "score", "point") or is_vague(q):
        return False
    return not is_part(q, reading, claim, words) and not is_wished(q, claim, words)


def _holds(slot: Slot, q: Quantity) -> bool:
    return any(p.span.overlap(q.span) for p in slot.fillers)


def _role(slot: Slot, others: Sequence[Slot]) -> str:
    """The role, that of who does a thing without an object being the one to whom it happens."""
    if slot.role == "patient" or (slot.role == "by" and not slot.verb.passive):
        return THEME
    if slot.role == AGENT and not slot.verb.passive and not any(o.role == "patient" for o in others):
        return THEME
    return slot.role


def _kinds(q: Quantity, reading: Reading, words: Words, language: Language) -> list[str]:
    """The unit, or what is counted, in all that it may be called."""
    if q.unit:
        return [f"{q.unit} change" if is_change(q, reading) else q.unit]
    noun = q.noun[:-1] if q.noun and q.noun[-1] in words.senses else q.noun
    if not noun:
        return []
    return [PEOPLE] if noun[-1] in words.people else sorted(meanings(noun[-1], language))


def _words_in(slot: Slot, language: Language) -> Content:
    return content([t for p in slot.fillers for t in p.tokens], language)


def _is_one(told: Sequence[Told]) -> bool:
    return all(agree(told[0].figure, t.figure) for t in told[1:])


def _of_one_act(x: Told, y: Told, language: Language) -> bool:
    """Whether who else has a part in two acts is the same, and both say so."""
    days = [[t for t in told.claim.times if t.grain in DAYS] for told in (x, y)]
    if all(days) and not any(overlap(s, t) for s in days[0] for t in days[1]):
        return False
    if (OFFICE in x.others) != (OFFICE in y.others):
        # "Four years as the keeper", "nine years with the club"
        return False
    common = 0
    for role, ours in x.others.items():
        theirs = y.others.get(role, {})
        if ours and theirs:
            if not alike(ours, theirs):
                return False
            common += 1
    return common > 0


def _grows(x: Told, y: Told, left: Reading, right: Reading, words: Words) -> bool:
    """Whether the later report has more of what mostly grows."""
    one, two = left.document.published, right.document.published
    if one is None or two is None or one == two or x.figure.unit:
        return False
    early, late = (x.figure, y.figure) if one < two else (y.figure, x.figure)
    return early.low < late.low
