"""Opposites said of one thing.

One report uses a word, the other its opposite, and both govern the same thing: duty on diesel rises or is
cut, an offer is accepted or rejected, a defendant acquitted or convicted.  The pairs stand in the language
pack, each with the kind of opposition that it is and with examples.  A negated opposite agrees ("fell" and
"did not rise"), and so do opposites of different things or of different people.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from treatydiff.frozen import NamedTuple, replace
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Quantity, Reading, Reason, Span, Status
from treatydiff.rules import Example, Keys, Pair, Told
from treatydiff.rules._bounds import may_follow, one_day
from treatydiff.rules._clauses import NOTHING, Event, Phrase, content, noun_event, shown, whose
from treatydiff.rules._events import (
    ELSEWHERE,
    LIKELY,
    LONG,
    UNLIKE,
    UNNAMED,
    enough,
    events,
    followed_apart,
    in_common,
    one_and_many,
    other_times,
    same_phrase,
)
from treatydiff.rules._fillers import of_two_measures
from treatydiff.rules._opposites import Index, Side, follows, opposites_of, sides_of
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import times_of
from treatydiff.rules._sizes import agree, none_agree
from treatydiff.rules._states import state_clash
from treatydiff.rules._words import first_told
from treatydiff.tokens import is_adverb

SURE, STRONG = 0.7, 60.0
"""How sure it must be that both govern one thing, and what the link must score, for a likely clash."""
SCENE, PER_WORD = 0.2, 0.15
"""How sure it is that two sentences set one scene, and how much surer each word makes it that both have."""
NEAR = 6
"""Characters between a word and a count of what it governs."""
PART = 4
"""Words before a verb, or behind "by", among which a figure says that only a part of them do it."""
PAST: frozenset[Status] = frozenset(("done", "ongoing"))
COMING: frozenset[Status] = frozenset(("planned", "expected"))

ACROSS_CLAUSES = True

EXAMPLES = (
    Example("Grain prices rose sharply in May.", "Grain prices fell sharply in May.", True),
    Example("The council accepted the offer.", "The offer was rejected by the council.", True),
    Example(
        "Duty on diesel will rise by six cents.", "They announced a cut in diesel duty of six cents.", True
    ),
    Example("The harbour master was found guilty.", "The harbour master was acquitted.", True),
    Example("The council voted for the harbour bill.", "The council voted against the harbour bill.", True),
    Example("The council voted 7-2 for the harbour bill.", "The council rejected the harbour bill.", True),
    Example("Tarnow Rovers won the final.", "Tarnow Rovers lost the final.", True),
    Example(
        "The council approved on Tuesday a bill on eels.", "The council rejected the bill on eels.", True
    ),
    Example("The synod voted on Monday in favour of the bill.", "The synod voted against the bill.", True),
    Example("Grain prices fell in May.", "Grain prices did not rise in May.", False),
    Example("Grain prices rose in May.", "Wages fell in May.", False),
    Example("Tarnow Rovers won the final.", "Marlow Town lost the final.", False),
    Example("The council accepted the offer.", "The council rejected the plan of the union.", False),
    Example("Grain prices rose in May.", "Grain prices fell in August.", False),
    Example("The council rejected the offer.", "The council will accept the offer.", False),
    Example("The tunnel will stay shut until Thursday.", "The tunnel will reopen on Thursday.", False),
    Example("The mill will close at the end of May.", "The mill will stay open until the end of May.", False),
    Example("The captain died.", "The captain was still alive when a boat came.", False),
    Example("The court rejected two of the four pleas.", "The court upheld two pleas.", False),
    Example("The party lost 12 seats and kept 40.", "The party won 40 seats.", False),
    Example("Fourteen climbers were found dead on Tarn.", "Nine climbers were found alive on Tarn.", False),
    Example("Prices rose in May.", "Food prices fell in May, while prices as a whole rose.", False),
    Example("The old bridge closed in 2019.", "The bridge opened on Saturday.", False),
    Example("Voters rejected the plan by 52 percent to 48.", "48 percent of voters backed the plan.", False),
    Example(
        "The club's shares rose 4 percent in Tarn.", "Rovers' shares fell four per cent on the news.", True
    ),
    Example("Osk's shares rose 4 percent in Tarn.", "Brill's shares fell four per cent on the news.", False),
    Example(
        "Tarn Mills rose 4 percent on the exchange, while Osk Mills lost 4 percent.",
        "On the exchange Osk Mills fell 4 percent, while Tarn Mills gained 4 percent.",
        False,
    ),
    Example("Voters backed a plan to widen the canal.", "Voters rejected the plan to widen the canal.", True),
    Example("Voters backed a plan to widen the canal.", "Voters rejected the plan to drain the lake.", False),
    Example("The two ferries, the Osk and the Tarn, sank.", "The two ferries stayed afloat.", True),
    Example("The mill cut its prices in May, it said on Monday.", "The mill raised its prices in May.", True),
    Example("The synod ended the parish's exemption.", "The parish keeps its exemption.", True),
    Example("The sluice shut at nine. At noon it opened.", "The sluice opened at noon.", False),
    Example("Critics panned the ballet.", "The ballet was praised by critics.", True),
    Example("Ada Holm's brother was acquitted.", "The court convicted the baker Ada Holm.", False),
    Example("Tarnow Rovers won the final in Osk 24-19.", "In the final, Tarnow Rovers lost 24-19.", True),
    Example("Tarnow Rovers won the final in Osk 24-19.", "Tarnow Rovers lost 24-13 in May.", False),
    Example("Two sailors were freed in Tarn.", "Five sailors are still held in Tarn.", False),
    Example("All but Ada Holm escaped from the mill.", "Ada Holm surrendered at the mill.", False),
    Example("The mayor declined to say when.", "The dam was approved by the mayor.", False),
    Example("The Hill Party voted for the dam.", "The Coast Party voted against the dam.", False),
)


class Met(NamedTuple):
    """A word of a side in a claim, with what it governs."""

    side: Side
    event: Event
    span: Span
    noun: bool
    negated: bool


def keys(told: Told) -> Keys:
    """The sides of which the claim's sentence has a word, where it has none of the opposite one."""
    found = told.of(sides_of)
    sides = [(entry, number) for entry, number in found if (entry, 1 - number) not in found]
    return Keys(frozenset(sides), frozenset((entry, 1 - number) for entry, number in sides))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the two opposites that are surest to govern one thing."""
    index = opposites_of(pair.language)
    here, there = pair.both(sides_of)
    wanted = {e for e, n in here if (e, 1 - n) in there and (e, 1 - n) not in here and (e, n) not in there}
    if not wanted:
        yield from state_clash(pair, "antonym")
        return
    words = words_of(pair.language)
    left = list(_met(pair.link.left, pair.left, wanted, index, pair.language))
    right = list(_met(pair.link.right, pair.right, wanted, index, pair.language))
    found = [
        (sure, a, b)
        for a in left
        for b in right
        if a.side.entry == b.side.entry
        and a.side.number != b.side.number
        and enough(sure := _clash(a, b, pair, words), pair.link.score)
        and not (_told_both_ways(a, b, pair, pair.left) or _told_both_ways(b, a, pair, pair.right))
    ]
    if not found:
        yield from state_clash(pair, "antonym")
        return
    sure, a, b = max(found, key=lambda f: (f[0], *first_told(f[1].span, f[2].span)))
    one, two = shown(a.span, pair.left), shown(b.span, pair.right)
    yield Reason(
        "antonym",
        "contradiction",
        f"{one} / {two}",
        f"{{left}} says “{one}”, {{right}} the opposite, “{two}”, of the same thing.",
        (a.span,),
        (b.span,),
        "likely" if sure > SURE and pair.link.score >= STRONG and not (a.noun or b.noun) else "possible",
        "Both may hold if they speak of different moments or of different parts.",
    )


def _met(
    claim: Claim,
    reading: Reading,
    wanted: set[str],
    index: Index,
    language: Language,
) -> Iterator[Met]:
    """Each word of a wanted entry, with what it governs: as a verb, an adjective or a noun."""
    words = words_of(language)
    taken = {p.span for p in claim.predicates}
    own = {t.start: t.stem for t in claim.tokens}
    for event in events(claim, reading, language):
        p = event.predicate
        forms = [(p.stem, p.polarity < 0)]
        if (word := own.get(p.span.start, p.stem)) != p.stem and p.state:
            # "Was undamaged" denies the damage, and is an opposite of its own.
            forms.append((word, p.polarity > 0))
        for stem, negated in forms:
            for side, rest in index.get(stem, ()):
                if side.noun or side.entry not in wanted:
                    continue
                if not follows(rest, p.span.start, claim.tokens, words):
                    continue
                # "Voted for the bill", "in favour of the bill": the bill is what is voted on.
                told = event
                if rest and rest[-1] in words.prepositions:
                    told = event._replace(object=event.rest, rest=NOTHING)
                elif len(rest) > 1 and event.rest.head == rest[-1] and (of := whose(event.rest)).head:
                    told = event._replace(object=of, rest=NOTHING)
                yield Met(side, told, p.group, False, negated)
    for token in claim.tokens:
        span = Span(token.start, token.end)
        if span in taken or not token.text.islower():
            continue
        for side, _ in index.get(token.stem, ()):
            adverb = is_adverb(token, words.nouns_in_ly) and side.of != "scene"
            if side.noun and side.entry in wanted and not adverb:
                event = _noun(span, claim, reading, words)
                yield Met(side, event, span, True, event.predicate.polarity < 0)


def _told_both_ways(own: Met, other: Met, pair: Pair, reading: Reading) -> bool:
    """Whether a report says either of things of one kind: this dam burst, and that one held."""
    head = _theme(own).head
    return bool(head) and (own.side.entry, other.side.number, head) in pair.whole(_said_of, reading)


def _said_of(reading: Reading, language: Language) -> frozenset[tuple[str, int, str]]:
    """Entries, sides and heads of what a report says that they are, or are not, of; "it" has many heads."""
    index = opposites_of(language)
    every = {side.entry for sides in index.values() for side, _ in sides}
    return frozenset(
        (met.side.entry, 1 - met.side.number if met.negated else met.side.number, head)
        for claim in reading.claims
        for met in _met(claim, reading, every, index, language)
        for phrase in (met.event.subject, met.event.object)
        for head in {phrase.head, *phrase.back}
    )


def _noun(span: Span, claim: Claim, reading: Reading, words: Words) -> Event:
    """A noun or attributive adjective as an event; "no rise" is none."""
    before = next((t for t in reversed(claim.tokens) if t.end <= span.start), None)
    negated = before is not None and before.norm in words.negative
    return noun_event(Predicate(span, "", span, -1 if negated else 1, noun=True), claim, reading, words)


def _clash(a: Met, b: Met, pair: Pair, words: Words) -> float:
    """From 0 to 1: how sure it is that two opposites are said of one thing."""
    p, q = a.event.predicate, b.event.predicate
    if a.negated or b.negated or p.hedged or q.hedged or p.denied or q.denied:
        return 0.0
    if _governs(a.event) != _governs(b.event):
        # "Declined to say where", "was approved"
        return 0.0
    comparable = _comparable(p, q) or _comparable(_decided(a, words), _decided(b, words))
    if not (a.noun or b.noun or a.side.kind == "complementary") and not comparable:
        return 0.0
    if a.side.kind == "complementary" and "possible" in (p.status, q.status):
        return 0.0
    if a.side.kind == "directional" and (_one_of_kinds(a, pair.left) or _one_of_kinds(b, pair.right)):
        return 0.0
    if a.side.kind == "directional" and (
        _several_times(a.event.claim, b.event.claim, pair) or _by_two_figures(a.event, b.event)
    ):
        return 0.0
    if other_times(a.event, b.event, pair):
        return 0.0
    if a.side.kind == "reversive" and not (
        one_day(a.event, b.event) or _lasting(a, words) or _lasting(b, words)
    ):
        return 0.0
    if a.side.kind != "directional" and one_and_many(_theme(a).head, a.event.claim, b.event.claim):
        return 0.0
    if followed_apart(_theme(a).head, a.event.claim, b.event.claim, words):
        return 0.0
    if a.side.kind != "directional" and of_two_measures(pair):
        # "Two hostages were freed", "five are still held"
        return 0.0
    if a.side.kind != "directional" and may_follow(a.event, b.event, pair):
        return 0.0
    of_all = {a.event.subject.head, b.event.subject.head}
    by_part = _by_part(a, pair.left, of_all, words) or _by_part(b, pair.right, of_all, words)
    if a.side.kind == "contrary" and by_part:
        return 0.0
    if a.event.earlier != b.event.earlier:
        return 0.0
    if a.side.of == "scene":
        return _one_scene(a, b, pair, words)
    one, two = a.event, b.event
    doers = same_phrase(one.subject, two.subject, words)
    if a.side.never_of & {_theme(a).head, _theme(b).head}:
        return 0.0
    things = same_phrase(_theme(a), _theme(b), words)
    if things != 1.0 and a.side.of == "both" and _by_one_score(one.claim, two.claim):
        # "Won the final 2-1", "lost 2-1 in the final"
        return doers or 0.0
    elsewhere = one.rest.head and two.rest.head and not _shared(one.rest, two.rest, words)
    # "Rose 4 percent in the north", "fell 4 percent after the vote": one change, told with one figure.
    elsewhere = elsewhere and not _by_one_figure(one, two)
    if a.side.of == "both":
        if _counted_apart(a, b, pair):
            return 0.0
        return (doers or 0.0) * (UNNAMED if things is None else things) * (ELSEWHERE if elsewhere else 1.0)
    if "intransitive" in (a.side.of, b.side.of) and (one.object.head or two.object.head):
        return 0.0
    if not things:
        return 0.0
    if _counted_apart(a, b, pair):
        return 0.0
    transitive = one.object.head and two.object.head and not (a.noun or b.noun)
    if elsewhere:
        # "In the towns" and "in the villages"
        things *= ELSEWHERE
    if transitive and doers is not None and doers <= UNLIKE:
        # "The union accepted it" and "the owners rejected it" agree; raised is not cut, whoever does it.
        long = len(_theme(a).stems & _theme(b).stems) >= LONG and a.side.kind != "contrary"
        # "The assembly lifted the deputy's immunity", "the deputy keeps his immunity"
        owned = one.subject.head in two.object.stems or two.subject.head in one.object.stems
        if owned and a.side.kind != "contrary":
            return things * UNNAMED
        return things * (LIKELY if long and doers else doers)
    more = 0.1 * max(0, in_common(_around(one), _around(two), words) - 1) if things > UNLIKE else 0.0
    return min(1.0, things * (1.0 if doers and doers > UNLIKE else UNNAMED) + more)


def _governs(event: Event) -> str:
    """Stem of the verb that an event's own verb only leads to, "declined to say"; empty if there is none."""
    p = event.predicate
    verbs = (q for q in event.claim.predicates if not q.noun and not q.state)
    return next((q.stem for q in verbs if q.group.start <= p.span.start < q.span.start), "")


def _one_scene(a: Met, b: Met, pair: Pair, words: Words) -> float:
    """How sure it is that two sentences set one scene: by the words of content that both have."""
    sides = []
    for met, reading in ((a, pair.left), (b, pair.right)):
        tokens = reading.passages[met.event.claim.passage].tokens
        sides.append([t for t in content(tokens, words) if not met.span.start <= t.start < met.span.end])
    ours, theirs = ({t.stem for t in side} - words.counts for side in sides)
    if any(
        words.other_things & {t.norm for t in reading.passages[met.event.claim.passage].tokens}
        for met, reading in ((a, pair.left), (b, pair.right))
    ):
        return 0.0
    return min(1.0, SCENE + PER_WORD * in_common(ours, theirs, words))


def _decided(m: Met, words: Words) -> Predicate:
    """A predicate, as done where a body has voted or decided to do it: "voted to accept the offer"."""
    p = m.event.predicate
    group = [t for t in m.event.claim.tokens if p.group.start <= t.start < p.span.start]
    decided = any(t.stem in words.deciding for t in group) or any(
        q.stem in words.deciding and q.status == "done" and 0 <= p.span.start - q.span.end <= len(" to ")
        for q in m.event.claim.predicates
    )
    return replace(p, status="done") if decided and p.status == "planned" else p


def _shared(a: Phrase, b: Phrase, words: Words) -> bool:
    """Whether two phrases have a word in common, figures aside, or one has nothing but figures."""
    ours, theirs = (
        {s for s in phrase.stems if s not in words.counts and not s[0].isdigit()} - words.units
        for phrase in (a, b)
    )
    return not ours or not theirs or bool(in_common(ours, theirs, words))


def _several_times(a: Claim, b: Claim, pair: Pair) -> bool:
    """Whether one of two claims tells of more times than the other: prices rose in May and fell in June."""
    ours, theirs = len(pair.of(times_of, a, pair.left)), len(pair.of(times_of, b, pair.right))
    return ours != theirs and max(ours, theirs) > 1


def _by_part(m: Met, reading: Reading, of_all: AbstractSet[str], words: Words) -> bool:
    """Whether only some of many do it: "48 percent supported it", "was backed by two members".

    Where "critics" do it here and there, `of_all` has but their stem.
    """
    p = m.event.predicate
    tokens = reading.passages[m.event.claim.passage].tokens
    if p.passive:
        after = [t for t in tokens if t.start >= p.span.end]
        at = next((k for k, t in enumerate(after) if t.norm in words.agent), None)
        near = after[at + 1 : at + 1 + PART] if at is not None else []
    else:
        near = [t for t in tokens if t.end <= p.group.start][-PART:]
    figures = [q.span for q in m.event.claim.quantities if q.unit in ("", "percent")]
    return any(
        (t.norm in words.by_part and of_all != {t.stem}) or any(s.start <= t.start < s.end for s in figures)
        for t in near
    )


def _one_of_kinds(m: Met, reading: Reading) -> bool:
    """Whether the sentence tells of more things by that noun: food inflation, and inflation as a whole."""
    head = _theme(m).head
    return sum(t.stem == head for t in reading.passages[m.event.claim.passage].tokens) > 1


def _counted_apart(a: Met, b: Met, pair: Pair) -> bool:
    """Whether what either word governs is so many of more, or so many each: "two of the four", "12 seats"."""
    one, two = _counts(a, pair.left, pair.language), _counts(b, pair.right, pair.language)
    if any(part for _, part in (*one, *two)):
        return True
    ours, theirs = ([q for q, _ in counts] or _so_many(m) for counts, m in ((one, a), (two, b)))
    return none_agree(ours, theirs)


def _so_many(m: Met) -> list[Quantity]:
    """The counts of the very things that a word is said of: "fourteen climbers were found dead"."""
    return [q for q in m.event.claim.quantities if q.unit == "" and _theme(m).head in q.noun]


def _counts(m: Met, reading: Reading, language: Language) -> list[tuple[Quantity, bool]]:
    """The counts right behind a word, each with whether it is a part of more."""
    found = [
        q
        for q in m.event.claim.quantities
        if q.unit == ""
        and q.noun
        and 0 <= q.span.start - m.span.end <= NEAR
        and not m.event.predicate.passive
    ]
    text, of = reading.document.text, words_of(language).of
    return [
        (q, any(w in of for w in text[q.span.start : q.span.end + NEAR].lower().split()[1:3])) for q in found
    ]


def _by_one_score(a: Claim, b: Claim) -> bool:
    """Whether both claims give one score, whichever side's figure stands first, and no other."""
    ours, theirs = (sorted(q.low for q in c.quantities if q.unit == "score") for c in (a, b))
    return len(ours) == 2 and ours == theirs


def _by_one_figure(a: Event, b: Event) -> bool:
    """Whether both verbs are followed by one figure with a unit: "rose 5 percent", "fell five per cent"."""
    one, two = _behind(a), _behind(b)
    return any(p.unit == q.unit and agree(p, q) for p in one for q in two)


def _by_two_figures(a: Event, b: Event) -> bool:
    """Whether each verb is followed by a figure of its own: up 4 percent in a year, down 1 percent in May."""
    return bool(_behind(a) and _behind(b)) and not _by_one_figure(a, b)


def _behind(e: Event) -> list[Quantity]:
    """The figures with a unit right behind a verb."""
    return [q for q in e.claim.quantities if q.unit and 0 <= q.span.start - e.predicate.span.end <= NEAR]


def _lasting(m: Met, words: Words) -> bool:
    """Whether the word tells of a state that has not changed: "remained closed", "still holds"."""
    p = m.event.predicate
    return any(t.norm in words.still for t in m.event.claim.tokens if p.group.start <= t.start < p.span.start)


def _theme(m: Met) -> Phrase:
    """What changes or is changed: the object, or the subject of a verb that has none."""
    if m.side.of in ("subject", "intransitive"):
        return m.event.subject
    if m.side.of == "theme" and m.event.subject.head and (not m.event.object.head or _measured(m.event)):
        return m.event.subject
    return m.event.object


def _measured(event: Event) -> bool:
    """Whether the object is only by how much: "rose 5 percent"."""
    return any(
        q.span.start <= event.predicate.span.end + 8 and q.span.end > event.predicate.span.end
        for q in event.claim.quantities
        if q.unit != "score"
    )


def _around(event: Event) -> frozenset[str]:
    return event.rest.stems | event.object.stems | event.subject.stems


def _comparable(p: Predicate, q: Predicate) -> bool:
    return (p.status in PAST and q.status in PAST) or (p.status in COMING and q.status in COMING)
