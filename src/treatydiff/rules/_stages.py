"""How far an act has come, in whatever words: the vote that was taken, and the vote that is still to come.

An act is a family of verbs and nouns of the pack: "approve", "vote", "decision".  A clause tells it as over,
or as open: still to come, put off, awaited.  The two are one act where what it is done to and who does it
agree; a report that tells both sides of an act tells of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span
from treatydiff.rules import Pair
from treatydiff.rules._clauses import (
    NOTHING,
    Event,
    Phrase,
    is_done_again,
    is_perfect,
    near,
    was_put_off,
    whose,
)
from treatydiff.rules._events import (
    LIKELY,
    OTHER,
    UNLIKE,
    events_of,
    followed_apart,
    in_common,
    is_usual,
    of_two_offices,
    same_phrase,
)
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import interval, is_dated, overlap, times_of
from treatydiff.rules._sizes import none_agree
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems


class Stage(NamedTuple):
    """An act that a clause tells as over, or as open."""

    act: str
    is_open: bool
    claim: Claim
    span: Span
    """The words that tell it."""
    doer: Phrase
    thing: Phrase
    direct: bool
    """Whether the verb governs it without a preposition."""
    named: bool
    """Whether a noun tells the act: then the thing is what the noun is told with."""
    put_off: bool
    """Whether it was put off or called off: a day is then that of the putting off."""
    around: frozenset[str]
    """Stems of what else it is told with."""


class _Acts(NamedTuple):
    """The pack's words for how far something has come."""

    acts: dict[str, frozenset[str]]
    """Stem of a verb or noun → the acts that it tells."""
    only_over: dict[str, frozenset[str]]
    """Stem → the acts that it tells as over, but never as open."""
    completing: frozenset[str]
    awaiting: frozenset[str]
    starting: frozenset[str]
    ending: frozenset[str]
    lasting: frozenset[str]
    things: frozenset[str]
    """What ends or lasts."""
    negotiating: frozenset[str]
    """Talks on an act, which are over when it is done."""
    bodies: frozenset[str]
    purpose: frozenset[str]
    """Verbs of what one does in order to do another thing, which may be done by now."""
    telling: frozenset[str]
    """Stems of all these verbs."""


@once_a_language
def _acts(language: Language) -> _Acts:
    def table(key: str) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for act, ws in language.table("states", key).items():
            for stem in stems(ws, language.code):
                found.setdefault(stem, set()).add(act)
        return {stem: frozenset(names) for stem, names in found.items()}

    def words(key: str) -> frozenset[str]:
        """The stems of some words; of two words, the stem of the first with the second."""
        found = [w.partition(" ") for w in language.words("states", key)]
        first = stems([w for w, _, _ in found], language.code)
        return frozenset(f"{w} {after}".strip() for w, (_, _, after) in zip(first, found, strict=True))

    acts, only_over = table("acts"), table("acts_over")
    completing, awaiting, starting, ending, lasting = map(words, VERBS)
    verbs = (acts, only_over, completing, awaiting, starting, ending, lasting)
    telling = frozenset(w.split()[0] for ws in verbs for w in ws)
    purpose = frozenset(stems(language.table("assertion", "governors")["purpose"], language.code))
    things, negotiating, bodies = words("lasting_things"), words("negotiating"), words("chambers")
    return _Acts(*verbs, things, negotiating, bodies, purpose, telling)


VERBS = ("completing", "awaiting", "starting", "ending_acts", "lasting_acts")


def acts_of(stem: str, language: Language) -> frozenset[str]:
    """The acts of the pack that a verb or noun tells, by its stem."""
    return _acts(language).acts.get(stem, frozenset())


LONG_AGO = 90
"""Days before a report from which what was over then may be another go than what is open now."""
ENDED = "end"
"""The act of coming to an end; what ends is the thing."""


def stages(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Stage, ...]]:
    """The acts that the clauses of a sentence tell as over or as open."""
    words, acts = words_of(language), _acts(language)
    if not any(p.stem in acts.telling for c in claims for p in c.predicates):
        return {c.index: () for c in claims}
    told = events_of(claims, reading, language)
    return {
        c.index: tuple(
            _stage(act, is_open, e, thing, acts)
            for e in told[c.index]
            for act, is_open, thing in _told(e, words, acts)
        )
        if c.kind == "body" or c.kind == "headline"
        else ()
        for c in claims
    }


def _stage(act: str, is_open: bool, e: Event, thing: Phrase, acts: _Acts) -> Stage:
    p, subject = e.predicate, thing is e.subject
    doer = NOTHING if e.subject.stems == thing.stems else e.subject
    if subject and e.object.head:
        # "The deal needs approval from the watchdog", "the approval of the watchdog"
        doer = e.rest if e.rest.head else whose(e.object)
    around = thing.stems if subject else e.object.stems | e.rest.stems | thing.stems
    around = frozenset(w for w in around if act not in acts.acts.get(w, ()) and not w.isdigit())
    put_off = p.noun and any(
        q.status == "done" and p.group.start <= q.span.start and q.span.end <= p.group.end
        for q in e.claim.predicates
        if not q.noun
    )
    return Stage(
        act, is_open, e.claim, p.group, doer, thing, thing is not e.rest, subject or p.noun, put_off, around
    )


def _told(e: Event, words: Words, acts: _Acts) -> Iterator[tuple[str, bool, Phrase]]:
    """The acts that a predicate tells, whether as open, and what they are done to."""
    p, none = e.predicate, frozenset[str]()
    if p.stem not in acts.telling:
        return
    over, still_open = _is_over(e, words), _is_open(e, words, acts)
    thing = e.object if e.object.head else e.rest
    if p.stem in acts.completing and (over or still_open):
        # "Completed their merger"
        for act in sorted(acts.acts.get(e.object.head, none)):
            yield act, still_open, e.rest
    if p.stem in acts.awaiting and not p.denied and p.polarity > 0 and p.status in ("ongoing", "planned"):
        for head in (e.object.head, e.rest.head):
            for act in sorted(acts.acts.get(head, none)):
                yield act, True, e.subject
    after = next((t.norm for t in e.claim.tokens if t.start >= p.span.end), "")
    forms = {p.stem, f"{p.stem} {after}"}
    lasting = forms & acts.lasting and p.polarity > 0 and p.status in ("ongoing", "planned") and not p.hedged
    if lasting and e.subject.head in acts.negotiating:
        # "Talks on the sale of the mill are still going on"
        for act in sorted({act for stem in e.subject.stems for act in acts.acts.get(stem, none)}):
            yield act, True, e.subject
    heads = acts.acts.get(e.subject.head, none) if p.stem in acts.starting and not p.hedged else none
    if still_open or p.polarity < 0:
        # "Repairs to the dyke have not begun"
        for act in sorted(heads):
            yield act, True, e.subject
    if (over or still_open) and not (after in words.to and not thing.head):
        # "Voted to dismiss the government": what was decided is an act of its own.
        names = acts.acts.get(p.stem, none)
        if over:
            names |= acts.only_over.get(p.stem, none)
        for act in sorted(names):
            yield act, still_open, thing
    ends = e.object if e.object.head else e.subject
    if ends.head not in acts.things:
        return
    if forms & acts.ending and (over or still_open):
        yield ENDED, still_open, ends
    elif lasting:
        yield ENDED, True, ends


def _is_over(e: Event, words: Words) -> bool:
    p = e.predicate
    if p.status != "done" or p.polarity < 0 or p.hedged or p.denied or e.claim.denied_by:
        return False
    if is_usual(e, words) or any(q.unit == "times" for q in e.claim.quantities):
        return False
    return not any(t.norm in words.former for t in near(p, e.claim))


def _is_open(e: Event, words: Words, acts: _Acts) -> bool:
    p = e.predicate
    if p.denied or p.hedged or e.claim.denied_by or was_put_off(p, e.claim, words):
        return False
    before = {t.stem for t in e.claim.tokens if p.group.start <= t.start < p.span.start}
    before |= {q.stem for q in e.claim.predicates if p.group.start <= q.span.start < p.span.start}
    if before & (words.deciding | acts.purpose):
        return False
    if p.status in ("planned", "expected"):
        return not is_done_again(p, e.claim, words)
    if p.noun:
        return p.status == "cancelled"
    return p.polarity < 0 and p.status == "done" and is_perfect(p, e.claim, words)


def other_stages(pair: Pair) -> Iterator[tuple[Stage, Stage]]:
    """Pairs of stages of two linked claims of one act, which is over here and open there."""
    left, right = pair.clauses(stages)
    for a in left:
        for b in right:
            if a.act == b.act and a.is_open != b.is_open and _is_one(a, b, pair):
                yield a, b


def _is_one(a: Stage, b: Stage, pair: Pair) -> bool:
    """Whether two stages are of one act, and neither report tells the other side as well."""
    words, bodies = words_of(pair.language), _acts(pair.language).bodies
    if not _agree(a, b, words, bodies) or _both_hold(a, b, pair):
        return False
    if of_two_offices(a.doer, a.claim, b.doer, b.claim, pair):
        return False
    over, ahead = (b, a) if a.is_open else (a, b)
    again = (f"{prefix}{_verb(over)}" for prefix in pair.language.words("assertion", "again_prefix"))
    if _verb(over) and _verb(ahead) in again and _is_pluperfect(over, words):
        # "Had opened early", "is to reopen"
        return False
    for one, reading in ((a, pair.left), (b, pair.right)):
        same = [
            s
            for s in pair.throughout(stages, reading)
            if s.act == one.act and s.is_open != one.is_open and _agree(s, one, words, bodies)
        ]
        if same:
            return False
    return True


def _agree(a: Stage, b: Stage, words: Words, bodies: AbstractSet[str]) -> bool:
    """Whether who does it and what it is done to may be the same, and one of them surely is."""
    if a.thing.head == b.thing.head and followed_apart(a.thing.head, a.claim, b.claim, words):
        return False
    if a.thing.other != b.thing.other or a.doer.other != b.doer.other:
        return False
    if none_agree(*([q for q in s.claim.quantities if q.unit] for s in (a, b))):
        # "Has recovered two million crowns", "six million have yet to be found"
        return False
    if any(x.doer.entity and x.doer.entity == y.thing.entity for x, y in ((a, b), (b, a))):
        # She is to meet students, and the king met her.
        return False
    # "The assembly" and "deputies", but not "the lower house" and "the upper house"
    members = a.doer.head != b.doer.head and {a.doer.head, b.doer.head} <= bodies
    doers = 1.0 if members else same_phrase(a.doer, b.doer, words)
    if doers is not None and doers <= UNLIKE:
        return False
    things = same_phrase(a.thing, b.thing, words) if a.thing.head and b.thing.head else None
    if things is None:
        if doers is None or not a.doer.head or not b.doer.head:
            return False
        # "Holm raised the case", "scientists have a year to find them"
        if _is_one_of_many(a, b) or _is_one_of_many(b, a):
            return False
        # "The Coast Party voted against it", "kiosk owners have until May to clear their shelves"
        sure = doers > LIKELY or not any(s.direct and s.thing.head for s in (a, b))
        return sure or bool(in_common(a.around, b.around, words))
    if things > OTHER:
        return True
    if a.act != ENDED and (a.named or b.named or not (a.direct and b.direct)):
        # "Repaired the breach in the dyke", "repairs to the dyke"; "voted on the pact", "ratified the pact"
        return bool(in_common(a.around, b.around, words))
    return False


def _verb(stage: Stage) -> str:
    """The stem of the verb that tells a stage."""
    return next((p.stem for p in stage.claim.predicates if p.group == stage.span), "")


def _is_pluperfect(stage: Stage, words: Words) -> bool:
    """Whether a stage is told as over by some time before."""
    told = (t.norm for t in stage.claim.tokens if stage.span.start <= t.start < stage.span.end)
    return not words.pluperfect.isdisjoint(told)


def _is_one_of_many(a: Stage, b: Stage) -> bool:
    """Whether one does it here, who is named, and several there."""
    head = b.doer.head
    return bool(a.doer.entity) and any(t.stem == head and t.norm.endswith("s") for t in b.claim.tokens)


def _both_hold(a: Stage, b: Stage, pair: Pair) -> bool:
    """Whether the times allow that what is open in one report is over in the other.

    It was due on the day on which it was done, or the report that has it open came out before, or long after;
    or each report tells of a date of its own.
    """
    sides = ((a, pair.left), (b, pair.right))
    (over, done), (still_open, waiting) = sides if b.is_open else sides[::-1]
    when, due = (
        [t for t in times_of(s.claim, r, pair.language) if t.grain != "minute"]
        for s, r in ((over, done), (still_open, waiting))
    )
    published = waiting.document.published
    days = [d for t in when if (d := interval(t))]
    if published and days and min(d[0] for d in days) > published:
        return True
    if published and days and (published - max(d[1] for d in days)).days > LONG_AGO:
        # What was rejected two years ago may have been submitted again.
        return True
    if not still_open.put_off and any(overlap(s, t) for s in when for t in due):
        return True
    return any(is_dated(t, done) for t in when) and any(is_dated(t, waiting) for t in due)
