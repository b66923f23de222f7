"""Done here, still to come there.

One report tells an event as done, the other tells the same event as planned, expected, tried or called off:
"signed" and "has yet to be signed".  Purposes count ("arrived to sign"), and so do verbs that leave open or
rule out what follows them ("plans to", "failed to", "managed to").  An act may have other words on either
side, "approved" and "have yet to vote on", and what has ended here may go on there.  Dates of publication
decide between a clash and an update: where the report that has it still to come may be the earlier one, both
can hold, and the clash is only possible; where it is the later one, the clash is likely.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.language import Language
from treatydiff.model import Certainty, Reading, Reason
from treatydiff.rules import Example, Keys, Pair, Told, sentence
from treatydiff.rules._clauses import Event, is_done_again, near, shown, was_put_off
from treatydiff.rules._events import (
    UNLIKE,
    alike,
    enough,
    followed_apart,
    in_common,
    is_usual,
    one_and_many,
    same_events,
    same_phrase,
    senses,
)
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._stages import other_stages, stages
from treatydiff.rules._states import state_clash
from treatydiff.rules._words import first_told

ACROSS_CLAUSES = True

PARTICLE = 2
"""Words of a verb with its particle, at most: "set off"."""

EXAMPLES = (
    Example(
        "The bank raised its forecast for growth to 2 percent.",
        "The bank expects growth to rise to 2 percent.",
        False,
    ),
    Example(
        "The Tarn branch had opened early.",
        "The Tarn branch is to reopen on Monday.",
        False,
    ),
    Example(
        "The Tarn branch has reopened.",
        "The Tarn branch is to reopen on Monday.",
        True,
    ),
    Example(
        "The strike comes after the company has cut 300 jobs in Tarn.",
        "The company cut 300 jobs in Tarn.",
        False,
    ),
    Example(
        "After a long trial the court has convicted Ada Holm of fraud.",
        "The court convicted Ada Holm of fraud.",
        False,
    ),
    Example(
        "The deal will apply 60 days after both houses have approved it.",
        "The houses are to vote on the deal in May.",
        False,
    ),
    Example(
        "Ada Holm has resigned.",
        "The mayor has yet to resign.",
        True,
    ),
    Example(
        "Halm Ferries has paid the fine.",
        "The firm has yet to pay the fine.",
        True,
    ),
    Example(
        "The province will pay the hotel of the guests.",
        "The guests can get their hotel paid by the province.",
        False,
    ),
    Example("The ministers signed the accord.", "The accord has yet to be signed.", True),
    Example("The ministers signed the accord.", "The minister arrived to sign the accord.", True),
    Example("The council approved the budget.", "The council will approve the budget in May.", True),
    Example("Troops captured the town of Marlow.", "Troops tried to capture the town of Marlow.", True),
    Example("The council closed the school.", "The council decided to close the school.", False),
    Example("The bank raised its fees.", "The bank plans to raise its fees.", True),
    Example("The ministers signed the accord.", "The ministers managed to sign the accord.", False),
    Example("The ministers signed the accord.", "The accord was signed on Monday.", False),
    Example("The ministers signed the accord.", "The ministers will sign a loan contract.", False),
    Example("The bank raised its fees.", "The mill plans to raise its wages.", False),
    Example("Ada Holm played well at Tarnow.", "Ada Holm will play in the cup final.", False),
    Example("The crew spent the night in a hut.", "The crew had planned to spend four days at sea.", False),
    Example("The ferry has won the race three times.", "The ferry will win the race.", False),
    Example("The minister said he would sign the accord.", "The minister will sign the accord.", False),
    Example("The council approved the budget on 3 May.", "It will approve the budget on 9 June.", False),
    Example("The members of the club have voted.", "The club's members have yet to vote on the offer.", True),
    Example("The assembly ratified the fishing treaty.", "Deputies will vote on the fishing treaty.", True),
    Example("The union has ended its strike at Tarn.", "The strike at Tarn goes on.", True),
    Example("Repairs to the pier at Tarn have not begun.", "Crews repaired the pier at Tarn.", True),
    Example("The search for the crew was called off.", "Boats continue the search for the crew.", True),
    Example("The assembly ratified the fishing treaty.", "Deputies will vote on the budget.", False),
    Example("The boards have approved the deal.", "The deal needs the approval of the watchdog.", False),
    Example("The strike at Tarn has ended.", "The strike at Halm goes on.", False),
    Example(
        "The agency launched the probe Aster on Friday.",
        "The launch of Aster on Friday had been put off twice since May.",
        False,
    ),
    Example("The ministers met on the pier.", "The ministers will meet again on the pier.", False),
    Example("The agency launched the probe Aster.", "Two more probes are to be launched by 2030.", False),
    Example(
        "The regulator has until March to decide.",
        "Two years ago the authorities overseas rejected the drug.",
        False,
        "2024-01-26",
        "2024-01-26",
    ),
    Example(
        "The firm's paper mill was sold on Monday to Osk Group.",
        "Negotiations on the sale of the paper mill to Osk Group are still going on.",
        True,
    ),
    Example(
        "Sixty-eight percent of the members voted for the offer.",
        "The members have not yet voted on the offer.",
        True,
    ),
    Example(
        "President Ada Holm is to meet students on Friday.",
        "President Ada Holm has arrived in Tarn. King Osk met her at the airport.",
        False,
    ),
    Example(
        "Ada Holm lodged an appeal within an hour.", "Ada Holm plans to lodge an appeal next week.", True
    ),
    Example(
        "The chairman, Ivo Lind, resigned from the board on Monday.",
        "The mayor has not resigned yet.",
        False,
    ),
    Example(
        "The Senate has not voted on the bill yet.",
        "The lower house passed the bill. Deputies voted on it on Tuesday.",
        False,
    ),
    Example("The rope on the bridge needed to be mended.", "The rope on the bridge has been mended.", False),
    Example(
        "So far 95 million crowns of the fund have been found.",
        "Of its money, 315 million crowns have still not been found.",
        False,
    ),
    Example(
        "The Coast Party voted against the ban.",
        "Under the ban, shop owners have until May to clear their shelves.",
        False,
    ),
    Example("Ada Holm will continue to teach in Tarn.", "Ada Holm went on teaching in Tarn.", False),
    Example("The crew arrived to find the hatch open.", "The crew found the hatch open.", False),
)

SAID = {
    "planned": "as still to come",
    "expected": "as expected",
    "attempted": "as an attempt",
    "cancelled": "as called off",
}


def keys(told: Told) -> Keys:
    """What the claim tells as done, or as still to come."""
    words = words_of(told.language)
    acts = {
        (p.status in SAID, meaning)
        for p in told.claim.predicates
        if p.status == "done" or p.status in SAID
        for meaning in senses(p.stem, words)
    }
    found = {(s.is_open, ("act", s.act)) for s in told.clause(stages)}
    has = frozenset((*acts, *found))
    return Keys(has, frozenset((not ahead, meaning) for ahead, meaning in has))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the two predicates that are surest to be one event, done here and not yet there."""
    words = words_of(pair.language)
    found = [
        (sure, a, b)
        for a, b, sure in same_events(pair)
        if a.predicate.stem not in words.light
        and enough(sure, pair.link.score)
        and _one_thing(a, b, words)
        and not _other_days(a, b, pair)
        and not one_and_many(a.object.head or a.subject.head, a.claim, b.claim)
        and not followed_apart(a.object.head or a.subject.head, a.claim, b.claim, words)
        and (
            (_done(a, words) and _ahead(b, words) and not _also_done(b, pair.right, pair, words))
            or (_done(b, words) and _ahead(a, words) and not _also_done(a, pair.left, pair, words))
        )
    ]
    if not found:
        yield from _of_stages(pair) or state_clash(pair, "status")
        return
    _, a, b = max(found, key=lambda f: (f[0], *first_told(f[1].predicate.span, f[2].predicate.span)))
    one, two = shown(a.predicate.group, pair.left), shown(b.predicate.group, pair.right)
    left_is_ahead = a.predicate.status in SAID
    tried = "attempted" in (a.predicate.status, b.predicate.status)
    certainty, harmless = _when(pair, left_is_ahead)
    told = [
        f"{SAID[e.predicate.status]} (“{shown_words}”)"
        if e.predicate.status in SAID
        else f"as done (“{shown_words}”)"
        for e, shown_words in ((a, one), (b, two))
    ]
    yield Reason(
        "status",
        "difference" if tried else "contradiction",
        f"{one} / {two}",
        f"{{left}} tells it {told[0]}, {{right}} {told[1]}.",
        (a.predicate.group,),
        (b.predicate.group,),
        certainty,
        "Who did it has also tried to." if tried else harmless,
    )


def _of_stages(pair: Pair) -> list[Reason]:
    """The clash for the first act that is over here and still to come there, told with other words."""
    for a, b in other_stages(pair):
        one, two = shown(a.span, pair.left), shown(b.span, pair.right)
        certainty, harmless = _when(pair, a.is_open)
        told = [f"{'as still to come' if s.is_open else 'as over'} (“{w}”)" for s, w in ((a, one), (b, two))]
        return [
            Reason(
                "status",
                "contradiction",
                f"{one} / {two}",
                f"{{left}} tells it {told[0]}, {{right}} {told[1]}.",
                (a.span,),
                (b.span,),
                certainty,
                harmless,
            )
        ]
    return []


def _one_thing(a: Event, b: Event, words: Words) -> bool:
    """Whether two predicates share what it is done to, or who does it; the verb alone is too little.

    What one did in another place or at another game may well be still to come in this one.
    """
    doers = same_phrase(a.subject, b.subject, words) or 0.0
    things = same_phrase(a.object, b.object, words)
    around = in_common(_around(a), _around(b), words)
    if a.predicate.noun or b.predicate.noun:
        # "The satellite was launched", "the launch was put off"
        verb, noun = (b, a) if a.predicate.noun else (a, b)
        if any(t.norm in words.indefinite for t in near(noun.predicate, noun.claim)):
            # "Had to make a change"
            return bool(around)
        return bool(around) or doers > UNLIKE or bool(verb.object.head)
    if a.object.head in b.rest.stems or b.object.head in a.rest.stems:
        # "Signed the measure into law", "has yet to sign the law"
        return doers > UNLIKE
    if a.object.head and b.object.head:
        return things is not None and things > UNLIKE and (a.object.head == b.object.head or bool(around))
    if things is not None:
        # "It" may take up any word of the sentence before.
        return doers > UNLIKE
    if all(_with_its_noun(e) for e in (a, b)):
        # "Lodged an appeal", "plans to lodge an appeal"
        return doers > UNLIKE
    person = any(p.entity or p.people or p.head in p.names for p in (a.subject, b.subject))
    if a.object.head or b.object.head:
        return doers > UNLIKE and bool(around) and not person
    return doers > UNLIKE and (bool(around) or not person)


def _with_its_noun(e: Event) -> bool:
    """Whether a predicate holds a noun that says what is done: "lodged an appeal"."""
    p = e.predicate
    return sum(p.span.start <= t.start < p.span.end for t in e.claim.tokens) > PARTICLE


def _other_days(a: Event, b: Event, pair: Pair) -> bool:
    """Whether the sentences name days of the week, and none in common: shut on Monday, and on Tuesday too."""
    left, right = (
        {t.weekday for c in sentence(e.claim, reading) for t in c.times if t.grain == "day"} - {None}
        for e, reading in ((a, pair.left), (b, pair.right))
    )
    return bool(left and right) and not left & right


def _around(e: Event) -> frozenset[str]:
    """What an event is told with besides the thing itself and who does it."""
    return (e.object.stems | e.rest.stems) - {e.object.head}


def _done(e: Event, words: Words) -> bool:
    p = e.predicate
    if p.status != "done" or p.polarity < 0 or p.hedged or p.denied or e.claim.denied_by:
        return False
    if is_usual(e, words) or e.object.head in words.outlooks:
        # "Raised its forecast for growth"
        return False
    if any(q.unit == "times" for q in e.claim.quantities):
        # What has happened three times says nothing of the time ahead.
        return False
    # "First hosted", "previously hosted": another time.
    return not any(t.norm in words.former for t in near(p, e.claim))


def _also_done(e: Event, reading: Reading, pair: Pair, words: Words) -> bool:
    """Whether the report that has an event called off tells elsewhere that it was done in the end."""
    governs = e.object.head or e.subject.head
    return e.predicate.status == "cancelled" and any(
        alike(stem, e.predicate.stem, words) and governs and governs in heads
        for stem, heads in pair.whole(_done_acts, reading).items()
    )


def _done_acts(reading: Reading, language: Language) -> dict[str, set[str]]:
    """Stem of each predicate that a document tells as done → the stems of the words of its clauses."""
    found: dict[str, set[str]] = {}
    for claim in reading.claims:
        for p in claim.predicates:
            if p.status == "done" and p.polarity > 0 and not (p.hedged or p.denied or p.noun):
                found.setdefault(p.stem, set()).update(t.stem for t in claim.tokens)
    return found


def _ahead(e: Event, words: Words) -> bool:
    p = e.predicate
    if p.status not in SAID or p.polarity < 0 or p.denied or was_put_off(p, e.claim, words):
        return False
    if is_done_again(p, e.claim, words):
        return False
    # Who decided to do a thing may well have done it, and who continues it does it already.
    under_way = words.deciding | words.going_on
    return not any(t.stem in under_way for t in e.claim.tokens if p.group.start <= t.start < p.span.start)


def _when(pair: Pair, left_is_ahead: bool) -> tuple[Certainty, str]:
    """How certain the clash is by the dates of publication, and how both may hold."""
    early, late = pair.left.document, pair.right.document
    if not left_is_ahead:
        early, late = late, early
    waiting = "{left}" if left_is_ahead else "{right}"
    if early.published and late.published and early.published > late.published:
        return "likely", ""
    if early.published and late.published and early.published < late.published:
        return "possible", f"An update: {waiting} is the earlier report."
    return "possible", f"Both may hold if {waiting} is the earlier report."
