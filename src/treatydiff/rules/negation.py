"""It happened here; it did not happen there.

Both reports speak of the same event or state, and one of them says that it is not so: "not", "never", "no",
"without", and verbs that deny what follows them ("failed to", "refused to", "prevented from").  Two negations
agree, as do a negation and a verb that says no by itself.

What happened to some did not happen to nobody, in whatever words ("two were treated for burns", "all escaped
unharmed").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from treatydiff.align.words import rarity
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, Span, Status, Token
from treatydiff.rules import Example, Keys, Pair, Told
from treatydiff.rules._clauses import (
    NOTHING,
    Event,
    content,
    in_denial,
    is_earlier,
    is_perfect,
    is_prevented,
    near,
    shown,
    speaker_of,
    word_behind,
)
from treatydiff.rules._events import (
    LIKELY,
    UNLIKE,
    alike,
    enough,
    events_of,
    followed_apart,
    in_common,
    same_events,
    same_phrase,
    senses,
)
from treatydiff.rules._fates import fates, other_fates
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import interval, is_period, of_two_times
from treatydiff.rules._speech import cues_within
from treatydiff.tokens import HYPHENS, fold, stems

SURE = 0.75
"""How sure it must be that both tell of one event for a clash that is likely."""
RARE = 400
"""Weight of a word that few reports use; of one that the language's table does not list, too."""
STRONG, TIED = 60.0, 2
"""What a link must score where only a thing ties the claims, not an event, and how many other words they must
have in common; one does where a report says flatly that "there were no" such things."""
OFTEN = 20
"""Times from which a thing is done again and again, not on one day."""
PAST: frozenset[Status] = frozenset(("done", "ongoing"))
COMING: frozenset[Status] = frozenset(("planned", "expected"))

ACROSS_CLAUSES = True
NONE, ANY = "none", "any"
"""Keys of a claim that says there is none of a thing, and of any other."""

EXAMPLES = (
    Example(
        "After three weeks the police have arrested the thief.",
        "The police have not arrested the thief.",
        True,
    ),
    Example(
        "The crews left the site of the blast at noon.",
        "At the site of the blast there was nobody left to look for.",
        False,
    ),
    Example(
        "Samples taken from the creek on Monday contained no lead.",
        "Samples drawn from the creek on Monday contained lead at twice the limit.",
        True,
    ),
    Example(
        "Samples of sand contained lead. Samples of water contained no lead.",
        "Samples taken of the water contained no lead.",
        False,
    ),
    Example(
        "Samples of the water contained no germs.",
        "A sample of the water taken in March contained germs.",
        False,
        "2024-06-13",
        "2024-06-13",
    ),
    Example("The parcel contained no bomb.", "Police feared that the parcel contained a bomb.", False),
    Example("Ivo Lind handed in his resignation on Monday.", "Ivo Lind has not resigned yet.", True),
    Example("Ivo Lind offered his resignation on Monday.", "Ivo Lind has not resigned.", False),
    Example(
        "The lower house voted on Tuesday. The Senate has not voted on the bill yet.",
        "The bill passed the lower house. Deputies voted on it on Tuesday.",
        False,
    ),
    Example(
        "Nobody has yet crossed the ice from Tarn Island without kites.",
        "The team has given up its bid to become the first to cross the ice from Tarn Island without kites.",
        False,
    ),
    Example("The ministers signed the accord.", "The ministers did not sign the accord.", True),
    Example("The ministers signed the accord.", "The ministers refused to sign the accord.", True),
    Example("The sirens sounded in the port.", "None of the sirens sounded.", True),
    Example("The council will close the school.", "The council will not close the school.", True),
    Example("The strike was legal.", "The strike was not legal.", True),
    Example("Rescuers reached the village.", "Rescuers could not reach the village.", True),
    Example("The talks on the ferry ended in a deal.", "The talks on the ferry ended without a deal.", True),
    Example("The trawler was carrying arms.", "There were no arms aboard the trawler.", True),
    Example("The trawler was carrying arms.", "There was no cook aboard the trawler.", False),
    Example("There will be no toll on the Osk bridge.", "The Osk bridge will charge a toll.", True),
    Example("None of the 30 guests fell ill.", "Four of the guests fell ill.", True),
    Example("None of the guests fell ill. Four waiters fell ill.", "Four of the waiters fell ill.", False),
    Example("The skipper had a licence.", "The skipper did not hold a licence.", True),
    Example("Tests found traces of lead in the Osk well.", "Experts found no lead in the Osk well.", True),
    Example("Divers found no oil in the bay.", "Oil leaked into the bay.", True),
    Example("Osk Mills will pay a bonus.", "Workers at Osk Mills will get no bonus.", True),
    Example(
        "Osk Mills had a permit for diesel. It had no permit for coal.", "Osk Mills had no permit.", False
    ),
    Example("The goat was not found by Friday.", "The goat has been found.", False),
    Example("The deal was agreed without a vote against it.", "All members voted for the deal.", False),
    Example("There were no boats.", "We all ran to the boats, and then there were no boats.", False),
    Example("The crew was harmed.", "The crew was unharmed.", True),
    Example("The ministers signed the accord.", "The ministers did not fail to sign the accord.", False),
    Example("The ministers did not sign the accord.", "The ministers failed to sign the accord.", False),
    Example("The ministers signed the accord.", "The ministers did not sign the loan contract.", False),
    Example("Ada Holm signed the accord.", "Ivo Lind did not sign the accord.", False),
    Example("The lorry would not stop at the border.", "The lorry finally stopped at the border.", False),
    Example("Ada Holm denied she had ever met the smuggler.", "Ada Holm has never met the smuggler.", False),
    Example("The bank said savers had lost no money.", "No saver lost money, the bank said.", False),
    Example("“I have taken that kick a hundred times,” Holm said.", "No kick was taken in the final.", False),
    Example("The police released a statement.", "The police did not release the names.", False),
    Example("None of the divers was carrying a lamp.", "All three divers wore lamps.", True),
    Example("None of the divers was carrying a lamp.", "The divers were found by the lamp.", False),
    Example("The divers carried no lanterns.", "Rescuers lit the quay with lanterns.", False),
    Example("Nobody was hurt in the fire.", "Two firefighters were treated for burns.", True),
    Example("Nobody was badly hurt in the fire.", "Two firefighters were treated for burns.", False),
    Example("Nobody was seriously hurt in the fire.", "Two firefighters were slightly hurt.", False),
    Example("The council will close the school.", "The school did not close during the storm.", False),
    Example("The firm has not paid the fine.", "The firm paid for the clean-up.", False),
    Example("The crane was inspected in May.", "The crane has not been inspected since the crash.", False),
    Example("Tarn Rail has suspended its trains to Lund.", "No trains are running to Lund.", False),
    Example(
        "Diggers have found the untouched tomb of a queen.",
        "“We had never found a tomb that nobody had robbed,” she said.",
        False,
    ),
    Example(
        "We have 500 broken windows.", "If he had warned us, we would not have 300 broken windows.", False
    ),
    Example("“I don't think Ada Holm won,” he said.", "“I believe Ada Holm did not win,” he said.", False),
    Example("Ada Holm moved to Tarn in May.", "Ada Holm never moved to Lund.", False),
    Example(
        "The crane was inspected on 3 May.",
        "The crane has not been inspected since May.",
        False,
        "2024-09-20",
        "2024-09-20",
    ),
    Example("The men load the ship.", "“You cannot load a ship with words,” Ada Holm said.", False),
    Example("The inquiry found no fault in the brakes.", "The inquiry found a fault in the wheel.", False),
    Example(
        "A club showed interest in owning the ring.", "A club showed no interest in buying the ring.", True
    ),
    Example(
        "Lind was also banned from public office for five years.",
        "Lind may hold no office for five years.",
        False,
    ),
    Example("The inquiry found that it was late.", "The inquiry could find nobody.", False),
    Example("The inquiry found a fault.", "The inquiry did not find out why it had a fault.", False),
    Example("A third of the land at Tarn was insured.", "Two thirds of the land had no insurance.", False),
    Example("The slide at Tarn injured nine people.", "Ada Holm escaped from it without injury.", False),
    Example(
        "Bird flu was confirmed on a farm at Tarn.",
        "For two years there had been no bird flu at Tarn.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """What the claim says to be so, and what not; one that says there is none of a thing may meet any."""
    words = words_of(told.language)
    said: set[Hashable] = {
        (p.polarity, m) for p in told.claim.predicates if not p.denied for m in senses(p.stem, words)
    }
    wants: set[Hashable] = {
        (-p.polarity, m) for p in told.claim.predicates if not p.denied for m in senses(p.stem, words)
    }
    for fate in told.clause(fates):
        said.add(("fate", fate.kind, fate.happened))
        wants.add(("fate", fate.kind, not fate.happened))
    if told.of(_nothing):
        return Keys(frozenset({*said, NONE}), frozenset({*wants, NONE, ANY}))
    return Keys(frozenset({*said, ANY}), frozenset({*wants, NONE}))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two predicates of one event of which one is denied."""
    words = words_of(pair.language)
    for a, b, sure in same_events(pair):
        p, q = a.predicate, b.predicate
        if not enough(sure, pair.link.score):
            continue
        if p.polarity == q.polarity or p.denied or q.denied or not _comparable(a, b, words):
            continue
        if any(t.norm in words.finally_done for e in (a, b) for t in near(e.predicate, e.claim)):
            continue
        if _only_so_much(a, b, words) or _only_tried(a, b, words):
            continue
        if _is_anybody(a, words) or _is_anybody(b, words) or _particle(a, words) != _particle(b, words):
            # "You cannot load a ship with words"; "found", "did not find out"
            continue
        if a.object.head == b.object.head and followed_apart(a.object.head, a.claim, b.claim, words):
            # "No fault in the brakes", "a fault in the steering"
            continue
        if _governs_otherwise(a, b, words) or _since_something(a, b, pair.language) or _by_then(a, b):
            continue
        if _tells_both(a, pair.left, pair, words) or _tells_both(b, pair.right, pair, words):
            continue
        if in_denial(p, pair.left, words) or in_denial(q, pair.right, words):
            continue
        if p.stem in words.perceiving and (same_phrase(a.subject, b.subject, words) or 0.0) < SURE:
            # "Neighbours heard shots", "a guest did not hear any"
            continue
        one_says, other_says = speaker_of(p, pair.left), speaker_of(q, pair.right)
        apart = bool(one_says and other_says and one_says != other_says)
        if apart and not {p.status, q.status} <= PAST:
            # Two people who expect different things.
            continue
        one, two = shown(p.group, pair.left), shown(q.group, pair.right)
        yes, no = ("{left}", "{right}") if p.polarity > 0 else ("{right}", "{left}")
        said, denial = (one, two) if p.polarity > 0 else (two, one)
        sides = (a, pair.left, pair.right) if p.polarity < 0 else (b, pair.right, pair.left)
        hedged = apart or p.hedged or q.hedged or p.status != q.status or _is_up_to(*sides, words)
        yield Reason(
            "negation",
            "contradiction",
            f"{one} / {two}",
            f"{yes} says that it is so (“{said}”), {no} that it is not (“{denial}”).",
            (p.group,),
            (q.group,),
            "possible" if hedged or sure < SURE else "likely",
            "Both may hold if they speak of different moments or of different parts.",
        )
        return
    yield from tuple(_missing(pair, words)) or _befell(pair)


def _tells_both(event: Event, reading: Reading, pair: Pair, words: Words) -> bool:
    """Whether a report also tells the opposite, of what may be another thing."""
    p, theme = event.predicate, event.object.head or event.subject.head
    return any(
        other.predicate.polarity != p.polarity
        and alike(other.predicate.stem, p.stem, words)
        and alike(other.object.head or other.subject.head, theme, words)
        and not (other.predicate.hedged or other.predicate.denied)
        and other.claim.speaker in (None, event.claim.speaker)
        and (other.predicate.status in PAST) == (p.status in PAST)
        and same_phrase(event.subject, other.subject, words) not in (0.0, UNLIKE)
        for other in pair.throughout(events_of, reading)
    )


def _is_up_to(no: Event, reading: Reading, other: Reading, words: Words) -> bool:
    """Whether a thing has not been done up to a report that is older than the other: "has not resigned"."""
    told, heard = reading.document.published, other.document.published
    earlier = told is not None and heard is not None and told < heard
    return earlier and is_perfect(no.predicate, no.claim, words)


def _only_so_much(a: Event, b: Event, words: Words) -> bool:
    """Whether a degree is what one denies, and the other does not claim it: "nobody was seriously hurt"."""
    no, yes = (a, b) if a.predicate.polarity < 0 else (b, a)
    denied, claimed = (
        {t.norm for t in e.claim.tokens if e.predicate.group.start <= t.start < e.predicate.span.end}
        & words.degrees
        for e in (no, yes)
    )
    return bool(denied) and denied.isdisjoint(claimed)


def _is_anybody(e: Event, words: Words) -> bool:
    """Whether what is told is so of anybody: "you cannot load a ship with words"."""
    before = [t for t in e.claim.tokens if t.end <= e.predicate.group.start]
    return bool(before) and before[-1].norm in words.anybody_at_all


def _particle(e: Event, words: Words) -> str:
    """The word right behind a verb that makes another one of it: "find out"."""
    behind = word_behind(e.predicate, e.claim)
    return behind if behind in words.particles else ""


def _governs_otherwise(a: Event, b: Event, words: Words) -> bool:
    """Whether a verb has an object alone here, and a preposition there: "paid the fine", "paid for it"."""
    sides = {(bool(e.object.head), bool(e.rest.head)) for e in (a, b)}
    if sides == {(True, False), (False, True)}:
        return True
    # "Could find nobody", "found that it was late"
    no, yes = (a, b) if a.predicate.polarity < 0 else (b, a)
    return word_behind(no.predicate, no.claim) in words.anyone and yes.object == NOTHING


def _since_something(a: Event, b: Event, language: Language) -> bool:
    """Whether a thing has not been done since what is no time, or since a time up to which it was done."""
    no, yes = (a, b) if a.predicate.polarity < 0 else (b, a)
    since = [days[1] for t in no.claim.times if t.relation == "since" and (days := interval(t))]
    if since:
        then = [days[1] for t in yes.claim.times if (days := interval(t))]
        return bool(then) and max(then) <= max(since)
    if any(t.relation == "since" for t in no.claim.times):
        return False
    words = [w for w, relation in language.values("calendar", "relations").items() if relation == "since"]
    return any(t.norm in words for t in no.claim.tokens if t.start >= no.predicate.span.end)


def _by_then(a: Event, b: Event) -> bool:
    """Whether a thing has not been done by a time, and the other report gives none: "not found by noon"."""
    no, yes = (a, b) if a.predicate.polarity < 0 else (b, a)
    return any(t.relation == "until" for t in no.claim.times) and not yes.claim.times


def _only_tried(a: Event, b: Event, words: Words) -> bool:
    """Whether what is prevented here may be another thing, or a try, there: "from attacking the town"."""
    no, yes = (a, b) if a.predicate.polarity < 0 else (b, a)
    if not is_prevented(no.predicate, no.claim, words):
        return False
    things = same_phrase(no.object, yes.object, words)
    another = things is not None and things < SURE
    # "Entered the hall by another door"
    return no.predicate.stem in words.attempts or another or bool(yes.rest.other - no.rest.other)


def _befell(pair: Pair) -> Iterator[Reason]:
    """A clash where what happened to some here happened to nobody there."""
    for a, b in other_fates(pair):
        one, two = shown(a.span, pair.left), shown(b.span, pair.right)
        yes, no = ("{left}", "{right}") if a.happened else ("{right}", "{left}")
        said, denial = (one, two) if a.happened else (two, one)
        told = f"{yes} tells of what {no} says happened to nobody (“{said}”, “{denial}”)."
        yield _possible(a.span, b.span, told, "different moments or of different parts", pair)
        return


def _possible(a: Span, b: Span, told: str, of: str, pair: Pair) -> Reason:
    """A clash of two passages of the texts that may hold if they speak `of` different things."""
    detail = f"{shown(a, pair.left)} / {shown(b, pair.right)}"
    harmless = f"Both may hold if they speak of {of}."
    return Reason("negation", "contradiction", detail, told, (a,), (b,), "possible", harmless)


def _missing(pair: Pair, words: Words) -> Iterator[Reason]:
    """A clash where one report says that there is none of what the other tells of: "without a deal".

    A rare word that each report has in one sentence alone ties these, however little else does.
    """
    left, right = (pair.link.left, pair.left), (pair.link.right, pair.right)
    if left[0].denied_by or right[0].denied_by:
        return
    ours_lack, theirs_lack = pair.both(_nothing)
    for lacks, heard, (none, where), (other, reading) in (
        (ours_lack, theirs_lack, left, right),
        (theirs_lack, ours_lack, right, left),
    ):
        for lack in lacks:
            if _was_earlier(lack.span.start, none, where, words):
                continue
            alone = all(lack.noun in pair.whole(_told_once, r) for r in (pair.left, pair.right))
            # "There will be no dam" says nothing of what there was.
            alone = alone and _is_past(none, pair.language)
            if not alone and pair.link.score < STRONG:
                continue
            # "There will be no fee", "will charge a fee"
            when = PAST if _is_past(none, pair.language) else COMING
            told = [
                e
                for e in pair.clause(events_of, other, reading)
                # "No saver lost money"
                if _has(e, lack, when, reading, words) and all(e.subject.head != also.noun for also in heard)
            ]
            if not told:
                continue
            if of_two_times(pair.link.left, pair.link.right, pair):
                continue
            if not none.times and any(is_period(t, reading.document) for t in other.times):
                # "A sample taken in March contained germs"
                continue
            if any(q.unit == "percent" for claim in (none, other) for q in claim.quantities):
                # "A third of the land was insured", "two thirds had no insurance"
                continue
            if any(also.noun == lack.noun for c in reading.claims for also in pair.of(_nothing, c, reading)):
                # "We all ran to the boats, and then there were no boats."
                continue
            own = (e for e in pair.throughout(events_of, where) if e.object.head == lack.noun)
            if any(e.claim.passage != none.passage and _has(e, lack, when, where, words) for e in own):
                continue
            if followed_apart(lack.noun, none, other, words):
                continue
            behind = next((t.norm for t in none.tokens if t.start >= lack.span.end), "")
            against = behind in words.opposing and told[0].predicate.stem == lack.noun
            if against and all(t.norm != behind for t in other.tokens):
                # "Without a vote against it", "voted for it"
                continue
            without_it = _without_it(lack, pair.clause(events_of, none, where))
            if not _of_one_owner(lack, none, without_it, told[0], words):
                continue
            # Who says that there is none may be who reports it there.
            speaker = stems(fold(none.speaker or "").split(), words.code)
            ours = {t.stem for t in content(none.tokens, words)}.union(speaker) - {lack.noun} - words.light
            theirs = {t.stem for t in content(other.tokens, words)} - {lack.noun} - words.light
            there_is = any(t.norm in words.there for t in none.tokens)
            flatly = there_is or lack.noun in (told[0].predicate.stem, told[0].subject.head)
            flatly = flatly or _has_none(without_it, told[0], words)
            if not alone and in_common(ours, theirs, words) < (1 if flatly else TIED):
                continue
            there = Span(told[0].predicate.group.start, told[0].predicate.span.end)
            a, b = (lack.span, there) if where is pair.left else (there, lack.span)
            no, yes = ("{left}", "{right}") if where is pair.left else ("{right}", "{left}")
            said = f"{yes} tells of what {no} says there was none of (“{shown(lack.span, where)}”)."
            yield _possible(a, b, said, "different moments or of different parts", pair)
            return


def _has(e: Event, lack: Lack, when: AbstractSet[Status], reading: Reading, words: Words) -> bool:
    """Whether an event tells that there was such a thing as another report says there was none of."""
    p = e.predicate
    # "Oil leaked into the bay"
    appeared = e.subject.head if p.stem in words.appearing and not e.object.head else ""
    return (
        any(alike(lack.noun, told_of, words) for told_of in (e.object.head, e.rest.head, p.stem, appeared))
        and (not lack.owned or (lack.noun == e.object.head and p.stem in words.having))
        and p.polarity > 0
        and p.status in when
        and not (p.hedged or p.denied or p.noun)
        and p.stem not in words.restoring
        # "Was banned from office"
        and p.stem not in words.preventing
        and not (p.stem in words.ending and alike(lack.noun, e.object.head, words))
        and not _often(e)
        and (_is_last(e) or not any(p.span.overlap(c) for c in cues_within(reading, e.claim.passage)))
    )


def _is_last(e: Event) -> bool:
    """Whether no other verb follows in its clause: "reported evidence of fraud" is no speech."""
    return bool(e.object.head) and e.predicate == e.claim.predicates[-1]


def _without_it(lack: Lack, none: Sequence[Event]) -> Event | None:
    """What a clause tells of those who lack a thing."""
    behind = [e for e in none if e.predicate.span.start <= lack.span.start]
    return max(behind, key=lambda e: e.predicate.span.start) if behind else None


def _of_one_owner(lack: Lack, claim: Claim, none: Event | None, told: Event, words: Words) -> bool:
    """Whether those who lack a thing may be those who have it: the divers here, and there no rescuers."""
    if none is None:
        return True
    one, two = none.subject, told.subject
    if one.other != two.other:
        return False
    # "The mill pays a bonus", "workers at the mill get no bonus"
    named = any(t.stem == two.head for t in claim.tokens) or {one.head, two.head} & words.finders
    same = same_phrase(one, two, words)
    # "The man" may be anybody who is named.
    anybody = bool((one.entity and two.people) or (two.entity and one.people))
    return same is None or same > UNLIKE or anybody or bool(named) or alike(two.head, lack.noun, words)


def _has_none(none: Event | None, told: Event, words: Words) -> bool:
    """Whether one is said to have a thing here and to have none there: "had a licence", "had no permit"."""
    if none is None:
        return False
    if told.subject.head in told.subject.names & {t.stem for t in none.claim.tokens}:
        # "Halm Mills will pay a bonus", "workers at Halm Mills will get none"
        return told.object.head != ""
    if not {none.predicate.stem, told.predicate.stem} <= words.having:
        return False
    return (same_phrase(none.subject, told.subject, words) or 0.0) > LIKELY


def _was_earlier(start: int, claim: Claim, reading: Reading, words: Words) -> bool:
    """Whether there was none of a thing, told at `start`, only before the time that is reported."""
    if not claim.predicates:
        # "There had been no fire for years"
        return any(t.norm in words.pluperfect for t in claim.tokens if t.end <= start)
    text = reading.document.text
    # Of "Contrary to what they had wanted, there is no limit" only the first part tells of a time before.
    own = (p for p in claim.predicates if "," not in text[min(p.span.end, start) : max(p.span.start, start)])
    return any(is_earlier(p, claim, reading, words) for p in own)


def _often(e: Event) -> bool:
    """Whether a thing was done time and again, on no one day: "I have taken that kick a thousand times"."""
    return any(q.unit == "times" and q.low > OFTEN for q in e.claim.quantities)


def _is_past(claim: Claim, language: Language) -> bool:
    """Whether a clause tells of nothing that may yet be."""
    modals = language.table("assertion", "modals")
    return all(p.status in PAST for p in claim.predicates) and not any(t.norm in modals for t in claim.tokens)


def _told_once(reading: Reading, language: Language) -> frozenset[str]:
    """The rare words, by their stems, that a document has in one sentence alone."""
    held = Counter(stem for p in reading.passages for stem in {t.stem for t in p.tokens if t.text.islower()})
    weights = rarity(language)
    return frozenset(stem for stem, n in held.items() if n == 1 and weights.get(stem, RARE) >= RARE)


class Lack(NamedTuple):
    """A thing of which a clause says that there is none."""

    span: Span
    noun: str
    """Its stem."""
    owned: bool
    """Whether somebody is said not to have it."""


def _nothing(claim: Claim, reading: Reading, language: Language) -> list[Lack]:
    """The things of which a clause says that there are none."""
    words, found = words_of(language), []
    without = {
        p.span.start
        for p in claim.predicates
        if p.polarity < 0 and p.stem in words.having and not (p.hedged or p.denied)
    }
    if not without and words.lacking.isdisjoint([t.norm for t in claim.tokens]):
        return []
    verbs = {p.span.start for p in claim.predicates if not p.noun}
    for k, token in enumerate(claim.tokens):
        # "No. 10" is a number.
        figure = any(t.text[0].isdigit() for t in claim.tokens[k + 1 : k + 2])
        if (token.norm in words.lacking and not figure) or token.start in without:
            inside = content(_noun_behind(claim.tokens[k : k + 5], verbs, words), words)
            # Half a word is none: "no passer-by".
            if inside and reading.document.text[inside[-1].end : inside[-1].end + 1] not in HYPHENS:
                span = Span(token.start, inside[-1].end)
                found.append(Lack(span, inside[-1].stem, token.start in without))
    return found


def _noun_behind(tokens: Sequence[Token], verbs: AbstractSet[int], words: Words) -> list[Token]:
    """The words behind the first one that belong to what it governs."""
    noun: list[Token] = []
    for before, token in pairwise(tokens):
        # More than a space parts the words: "without injury, Holm said".
        marked = token.start > before.end + 1 or token.start in verbs
        if marked or token.norm in words.prepositions or token.norm in words.boundaries:
            break
        if token.norm in words.determiners and content(noun, words):
            break
        noun.append(token)
    return noun


def _comparable(a: Event, b: Event, words: Words) -> bool:
    """Whether the two are told of one time: both as past, or both as to come."""
    one, two = a.predicate.status, b.predicate.status
    if _refused(a, words) or _refused(b, words):
        # Who refuses to do a thing will not do it either.
        return one in PAST | COMING and two in PAST | COMING
    if (a.predicate.polarity < 0 and one in COMING) or (b.predicate.polarity < 0 and two in COMING):
        # "Signed" and "will not sign"
        return one in PAST | COMING and two in PAST | COMING
    if one in COMING or two in COMING:
        # "Accepts" and "will not accept": the present holds for what is to come.
        return (one in COMING or one == "ongoing") and (two in COMING or two == "ongoing")
    # "Was playing" and "have not played" speak of different moments unless more ties them than the verb.
    tied = (a.object.head and b.object.head) or len(a.subject.stems & b.subject.stems) > 1
    return one in PAST and two in PAST and (one == two or bool(tied))


def _refused(e: Event, words: Words) -> bool:
    p = e.predicate
    if p.polarity > 0:
        return False
    return any(t.stem in words.refusing for t in e.claim.tokens if p.group.start <= t.start < p.span.start)
