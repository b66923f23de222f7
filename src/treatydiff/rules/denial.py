"""Asserted here, denied there.

One report, or somebody quoted in it, says that something is so; in the other report somebody denies just
that: "denied that …", "denies any part in …", "…, which the mayor denies", "it was untrue that …".  Of
what one and the same denies here and admits there, fewer words need to be told in both.  A denial of what the
other report does not assert is none, and a report that tells both the charge and the denial does not clash
with one that does the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import takewhile

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, Token
from treatydiff.rules import Example, Keys, Pair, Told, sentence
from treatydiff.rules._clauses import Event, content
from treatydiff.rules._events import (
    LIKELY,
    ONE_EVENT,
    alike,
    enough,
    events_of,
    in_common,
    same_events,
    same_time,
    senses,
)
from treatydiff.rules._figures import words_of as figure_words
from treatydiff.rules._pack import Words, words_of
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold, norm, stems

LINKED = 40.0
"""The score that a link needs; what is denied and what is asserted share their main words besides."""
FEWEST = 4
"""Words of what is denied before those that only say when or why."""
APPOSED = 4
"""Words of an apposition before the clause that tells of it: "a chapter that was dropped"."""
FEWEST_WORDS, SHARED, SHARE = 2, 3, 0.5
"""How many content words they share at least where nothing else is denied, else how many, and what share."""

EXAMPLES = (
    Example(
        "The Kremlin denied that Vladimir Putin had met Ada Holm in Tarn.",
        "President Putin had met Ada Holm in Tarn.",
        True,
    ),
    Example(
        "The mayor sold the harbour land to a friend.",
        "The mayor denied that he sold the harbour land to a friend.",
        True,
    ),
    Example(
        "The warning sirens failed during the flood.",
        "Governor Olaf Brandt denied that the warning sirens had failed.",
        True,
    ),
    Example(
        "Guards fired on the crowd at the gate, a nurse said.",
        "The army denied firing on the crowd at the gate.",
        True,
    ),
    Example(
        "The ministry paid four million crowns for the hostages.",
        "The minister denied that a ransom had been paid for the hostages.",
        True,
    ),
    Example(
        "The inn turned away a woman in labour because she had no money.",
        "The Harbour Inn said the claim that it had refused a pregnant woman without money was false.",
        True,
    ),
    Example(
        "The mill poured waste into the river Tarn.",
        "Papers accused the mill of pouring waste into the river Tarn, which its owners have denied.",
        True,
    ),
    Example(
        "Guards fired rubber bullets at the pickets on Friday night, the union said.",
        "A captain of the guard denied that rubber bullets had been used.",
        True,
    ),
    Example(
        "Tear gas was used, and rubber bullets followed.",
        "A captain of the guard denied that rubber bullets had been fired.",
        True,
    ),
    Example(
        "The mill admitted that acid from its works had flowed into the river.",
        "The mill denied that any acid had leaked out of its works.",
        True,
    ),
    Example(
        "The mill admitted that acid from its works had flowed into the river.",
        "The mill denied that it had hidden the acid in its works.",
        False,
    ),
    Example(
        "The dairy conceded that its milk had been mixed with water for years.",
        "On Monday the dairy disputed that water had ever been mixed into its milk.",
        True,
    ),
    Example(
        "The guard denied that rubber bullets had been used.",
        "On Friday the guard carried rubber bullets.",
        False,
    ),
    Example(
        "The club denied that its youth fund had been used for the roof.",
        "The youth fund of the club pays for trips.",
        False,
    ),
    Example(
        "The mayor denied that a gas leak had happened.",
        "Firefighters searched the mill for a gas leak.",
        False,
    ),
    Example(
        "Guards carried rubber bullets in 2019, the union said.",
        "A captain of the guard denied that they had real bullets with them.",
        False,
    ),
    Example(
        "The mayor sold the harbour land to a friend.",
        "The mayor denied that he had raised the harbour dues.",
        False,
    ),
    Example(
        "The mayor denied that he had taken money from the mill.",
        "The mayor said he had not taken money from the mill.",
        False,
    ),
    Example(
        "The mayor denied having met the builder in Lund.", "The mayor met the builder in Calder.", False
    ),
    Example(
        "Norvik Bank rejected the claim that it had cheated clients.",
        "A court found that a rival bank had cheated its clients.",
        False,
    ),
    Example(
        "The hospital denied that money had been paid to the hackers.",
        "The town of Lund paid money to hackers in 2020.",
        False,
    ),
    Example(
        "Ivo Lind denied that St Luke's ward would close.",
        "Six beds on St Anne's ward had been closed, Ada Holm said.",
        False,
    ),
    Example("The judge heard the request for bail.", "The judge denied the request for bail.", False),
    Example(
        "The mayor denied that he sold the harbour land.",
        "The mayor has denied selling the harbour land.",
        False,
    ),
    Example(
        "The mayor sold the harbour land.", "The mayor did not deny that he sold the harbour land.", False
    ),
    Example(
        "She denied that her country had been isolated over drug patents, a chapter that was dropped.",
        "The chapter on drug patents disappeared in the winter.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """Whether somebody denies what the claim tells."""
    denied = bool(told.claim.denied_by)
    return Keys(frozenset((denied,)), frozenset((not denied,)))


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash where one claim is denied by somebody and the other asserts the same."""
    left, right = pair.link.left, pair.link.right
    one_event = pair.link.has(ONE_EVENT)
    if (pair.link.score < LINKED and not one_event) or bool(left.denied_by) == bool(right.denied_by):
        return
    words = words_of(pair.language)
    denied, asserted, asserting = (left, right, pair.right) if left.denied_by else (right, left, pair.left)
    if any(p.stem in words.denying for p in asserted.predicates):
        # "Rejected reports that he had resigned"
        return
    if _is_hedged(asserted, asserting, pair.language) or not _same_content(denied, asserted, pair, words):
        return
    if _also_denied(asserting, denied, pair, words) or _negated(asserted, denied, words):
        return
    who = denied.denied_by or ""
    said = f" ({asserted.speaker})" if asserted.speaker else ""
    here, there = ("{left}", "{right}") if left.denied_by else ("{right}", "{left}")
    sure = asserted.status in ("done", "ongoing") and not _is_told(asserted, asserting, pair.language)
    sure = sure and pair.link.score >= LINKED
    yield Reason(
        "denial",
        "contradiction",
        f"denied by {who} / asserted{said}",
        f"{there}{said} asserts it; in {here} it is denied by {who}.",
        (left.span,),
        (right.span,),
        "likely" if sure else "possible",
        "" if sure else "Both reports may rightly tell what each speaker says.",
    )


def _is_hedged(asserted: Claim, reading: Reading, language: Language) -> bool:
    """Whether a clause does not vouch for what it tells; who accuses another does."""
    told = reading.passages[asserted.passage].tokens
    if asserted.speaker and any(t.stem in _accusers(language) for t in told):
        return False
    return any(p.hedged for p in asserted.predicates)


@once_a_language
def _accusers(language: Language) -> frozenset[str]:
    return frozenset(stems(language.words("assertion", "accusers"), language.code))


def _same_content(denied: Claim, asserted: Claim, pair: Pair, words: Words) -> bool:
    """Whether what is denied is what is asserted: one event, or enough of the same words."""
    start, end = _begins(denied, words), _ends(denied, words)
    if _is_accused(denied, asserted, pair, words) or _of_others(denied, asserted, pair, words):
        return False
    if _named_apart(denied, asserted, words):
        return False
    admitted = _is_admitted(denied, asserted, pair)
    if admitted is not None and not (admitted and not in_like_words(denied, asserted, pair, share=SHARE)):
        return admitted
    one_event = pair.link.has(ONE_EVENT)
    for events in same_events(pair):
        event = next(e for e in events[:2] if e.claim == denied)
        # "That he was paying too much": what, it does not say.
        told = one_event or event.object.head or event.rest.head or enough(events[2], pair.link.score)
        other = events[1] if event is events[0] else events[0]
        if event.rest.names and other.rest.names and event.rest.names.isdisjoint(other.rest.names):
            # "Denied having met him in Tarn", "met him in Lund"
            return False
        one_way = event.predicate.polarity == other.predicate.polarity
        things = event.object.head, other.object.head
        # "Denied having met the builder" is not "had met the minister".
        one_thing = not all(things) or alike(*things, words) or events[2] >= LIKELY
        if told and one_way and start <= event.predicate.span.start < end:
            return bool(one_thing)
    if asserted.polarity < 0:
        return False
    return (
        _in_so_many_words(denied, asserted, start, words)
        or (not _is_of_being_there(denied, words) and in_like_words(denied, asserted, pair))
        or _was_there(denied, asserted, pair, words)
    )


def _is_admitted(denied: Claim, asserted: Claim, pair: Pair) -> bool | None:
    """Whether he who denies a thing admits or confirms just that in the other report, or another thing.

    None where he does neither, or where the verbs do not tell.
    """
    here, there = (pair.left, pair.right) if denied is pair.link.left else (pair.right, pair.left)
    told = [e for c in sentence(asserted, there) for e in pair.clause(events_of, c, there)]
    said = {*stems([norm(w) for w in (asserted.speaker or "").split()], pair.language.code)}
    # What "the filing shows, and Holm confirmed that it is so" was told by the filing.
    own = [e for e in told if not said or e.claim is asserted or said & e.subject.stems]
    if not any(_is_admission(e, denied.denied_by or "", pair.language) for e in own):
        return None
    words = words_of(pair.language)
    ours, theirs = (
        [e for e in pair.clause(events_of, c, r) if e.predicate.stem not in words.denying | words.admitting]
        for c, r in ((denied, here), (asserted, there))
    )
    if any(_is_one_act(a, b, words) for a in ours for b in theirs):
        return True
    empty = words.light | words.being_there
    return None if any({e.predicate.stem for e in of} <= empty for of in (ours, theirs)) else False


def _is_one_act(a: Event, b: Event, words: Words) -> bool:
    """Whether two verbs of one field are told of what may be one thing, or two that say little of one thing.

    "Had leaked", "flowed into it"; "took steroids", "had used steroids".
    """
    things, acts = (a.object.head, b.object.head), (a.predicate.stem, b.predicate.stem)
    one_thing = not _meant(things[0], words).isdisjoint(_meant(things[1], words)) if all(things) else None
    if not (words.light | words.being_there).isdisjoint(acts):
        return bool(one_thing)
    return one_thing is not False and not _meant(acts[0], words).isdisjoint(_meant(acts[1], words))


def _is_admission(e: Event, who: str, language: Language) -> bool:
    """Whether somebody admits or confirms a thing who may be called so: "Mayor Holm", "the mayor"."""
    p, told, words = e.predicate, e.subject, words_of(language)
    if p.stem not in words.admitting or p.polarity < 0 or p.hedged or not told.head:
        return False
    spoken = [w for w in who.split() if norm(w) not in words.determiners]
    first = next((k for k, w in enumerate(spoken) if k and norm(w) in words.prepositions), len(spoken))
    head, *others = reversed(
        stems([norm(w.removesuffix("'s")) for w in spoken[:first]], language.code) or [""]
    )
    if told.head != head and not (told.names and head in told.stems) and told.head not in others:
        return False
    # "The foreign ministry", "the interior ministry"; "Ada Holm", "Ivo Holm"
    ours, theirs = (told.names or told.core) - {told.head, head}, {*others} - {told.head, head}
    return not (ours and theirs) or not ours.isdisjoint(theirs) or bool(told.names) != spoken[0][0].isupper()


def _is_of_being_there(denied: Claim, words: Words) -> bool:
    """Whether what is denied is no more than that there was something, whose name stands in much else."""
    told = [p.stem for p in denied.predicates if p.denied and not p.noun]
    return bool(told) and words.being_there.issuperset(told)


def _was_there(denied: Claim, asserted: Claim, pair: Pair, words: Words) -> bool:
    """Whether one clause says no more of a thing than that it was there or not, and the other uses it.

    "Denied that rubber bullets had been used" and "fired rubber bullets at the pickets", but not "carried
    rubber bullets", nor "that the fees had been used for a roof" and "spent the fees on trips".
    """
    for one, other in ((denied, asserted), (asserted, denied)):
        held = {t.stem for t in other.tokens}
        used = pair.clause(events_of, other, pair.left if other is pair.link.left else pair.right)
        for p in one.predicates:
            if p.denied != (one is denied) or p.stem not in words.being_there:
                continue
            before = (t for t in reversed(one.tokens) if t.end <= p.group.start)
            told = takewhile(lambda t: t.norm not in words.plain and t.norm not in words.that, before)
            thing = {t.stem for t in told}
            behind = [t for t in one.tokens if t.start >= p.group.end and not _is_time(t, one)]
            if len(thing) < FEWEST_WORDS or not held.issuperset(_stems(behind, one, words)):
                continue
            if any(_is_use(e, other is denied, words) and thing <= e.object.core for e in used):
                return True
    return False


def _is_use(e: Event, denied: bool, words: Words) -> bool:
    """Whether somebody did something with a thing, or is said by a denial to have: more than to have it."""
    p = e.predicate
    told = p.status == "done" and p.polarity > 0 and not p.hedged and p.denied == denied
    return told and p.stem not in words.light | words.having


def _is_time(token: Token, claim: Claim) -> bool:
    return any(t.span.start <= token.start < t.span.end for t in claim.times)


def _of_others(denied: Claim, asserted: Claim, pair: Pair, words: Words) -> bool:
    """Whether one of two clauses tells of another who did the same: "it had cheated", "a rival firm had".

    What somebody else did in a year is no part of what is denied without one.
    """
    ours, theirs = (
        pair.clause(events_of, c, pair.left if c is pair.link.left else pair.right)
        for c in (denied, asserted)
    )
    same = [(x, y) for x in ours for y in theirs if alike(x.predicate.stem, y.predicate.stem, words)]
    if same and any(t.grain == "year" for t in asserted.times) and not denied.times:
        # The hospital denied that money had been paid; a town paid some in 2020.
        reading = pair.left if denied is pair.link.left else pair.right
        known = {t.stem for t in reading.passages[denied.passage].tokens}
        if all(y.subject.head and not in_common(known, y.subject.stems, words) for _, y in same):
            return True
    return bool(same) and all(x.subject.other != y.subject.other for x, y in same)


def _named_apart(denied: Claim, asserted: Claim, words: Words) -> bool:
    """Whether either clause has the name of another before a noun of both: "Holm's ward", "Lind's ward"."""
    ours, theirs = _named(denied, words), _named(asserted, words)
    names = [(ours[noun], theirs[noun]) for noun in ours.keys() & theirs.keys()]
    return any(not (one <= other or other <= one) for one, other in names)


def _named(claim: Claim, words: Words) -> Mapping[str, frozenset[str]]:
    """Stem of each noun of a clause right behind a name, initials aside → the words of that name."""
    found: dict[str, frozenset[str]] = {}
    verbs = {p.span.start for p in claim.predicates}
    for name in claim.names:
        after = next((t for t in claim.tokens if t.start >= name.span.end), None)
        if name.resolution not in ("name", "surname") or after is None or name.entity.isupper():
            continue
        close = after.start - name.span.end <= len("'s ") and after.text[0].islower()
        if close and after.norm not in words.plain and after.start not in verbs:
            found.setdefault(after.stem, frozenset(fold(name.entity).split()))
    return found


def _is_accused(denied: Claim, asserted: Claim, pair: Pair, words: Words) -> bool:
    """Whether both tell of an arrest or a charge, and a sentence apart denies what is behind it.

    "He was arrested on suspicion of theft. He denies it": the theft.
    """
    acts = [{p.stem for p in c.predicates} & words.accusing for c in (denied, asserted)]
    reading = pair.left if denied is pair.link.left else pair.right
    said = {t.stem for t in reading.passages[denied.passage].tokens}
    return bool(acts[0] & acts[1]) and said.isdisjoint(words.denying)


class Worded(NamedTuple):
    """Words of content, to be found again in the same or in other words of their field."""

    each: tuple[frozenset[Hashable], ...]
    """Of each stem, itself, what it may stand for and the fields that it is of."""
    all: frozenset[Hashable]


def in_like_words(
    denied: Claim, asserted: Claim, pair: Pair, fewest: int = FEWEST_WORDS, share: float = 1.0
) -> bool:
    """Whether what is denied and what is asserted share their main words, and so many at least.

    Of what is denied it is that share, or `SHARE` where they share more than a few.
    """
    here, there = (pair.left, pair.right) if denied is pair.link.left else (pair.right, pair.left)
    what, ours = pair.of(denied_words, denied, here)
    theirs = pair.of(asserted_words, asserted, there)
    day = int(same_time(pair))
    shared = _in_both(ours, theirs) + day
    common = _in_both(what, theirs) + day
    if shared < SHARED and (shared < fewest or common < share * len(what.each) + day):
        return False
    return shared >= SHARE * min(len(ours.each), len(theirs.each)) and common >= SHARE * (
        len(what.each) + day
    )


def denied_words(denied: Claim, reading: Reading, language: Language) -> tuple[Worded, Worded]:
    """What somebody denies, and that with what the clause tells before it."""
    words = words_of(language)
    what = _what(denied, words)
    told = [t for t in denied.tokens if t.start < _ends(denied, words)]
    clause = _stems(told, denied, words) - words.denying - _empty(words)
    return _worded(what, words), _worded(what | clause, words)


def asserted_words(asserted: Claim, reading: Reading, language: Language) -> Worded:
    """What a clause tells, as it is compared to what somebody denies."""
    words = words_of(language)
    return _worded(_stems(asserted.tokens, asserted, words) - _empty(words), words)


def _worded(stems: Iterable[str], words: Words) -> Worded:
    each = tuple([_meant(stem, words) for stem in stems])
    return Worded(each, frozenset().union(*each))


@lru_cache(maxsize=1 << 14)
def _meant(stem: str, words: Words) -> frozenset[Hashable]:
    """A stem, what it may stand for and the fields that it is of."""
    fields = words.fields.get(stem, frozenset[str]())
    return frozenset((*senses(stem, words), *(("field", field) for field in fields)))


@cache
def _empty(words: Words) -> AbstractSet[str]:
    """Verbs that say little; "talks" and "negotiations" are of one field."""
    return words.light - words.fields.keys()


def _in_both(a: Worded, b: Worded) -> int:
    """How many stems each has that the other has too, in these or in other words of their field."""
    # "Paid" alone is not both "received" and "bonus".
    return min(sum(not stem.isdisjoint(other.all) for stem in one.each) for one, other in ((a, b), (b, a)))


def _in_so_many_words(denied: Claim, asserted: Claim, start: int, words: Words) -> bool:
    """Whether all that is denied stands in the other claim: "was going too fast"."""
    said = {t.norm for t in denied.tokens if t.start >= start} - words.stop
    return len(said) >= SHARED and said <= {t.norm for t in asserted.tokens}


def _negated(asserted: Claim, denied: Claim, words: Words) -> bool:
    """Whether the other claim does not assert but negates what is denied: "said he had not sold it"."""
    if any(
        p.denied and p.stem == q.stem and p.polarity != q.polarity
        for p in denied.predicates
        for q in asserted.predicates
    ):
        return True
    what = _what(denied, words) | {p.stem for p in denied.predicates if p.denied}
    if all(p.polarity > 0 for p in asserted.predicates) and any(
        t.norm in words.negative for t in asserted.tokens
    ):
        # Of what, its verbs do not tell.
        return True
    also = {p.stem for p in denied.predicates if p.polarity < 0}
    return any(p.polarity < 0 and p.stem in what - also for p in asserted.predicates)


def _is_told(claim: Claim, reading: Reading, language: Language) -> bool:
    """Whether somebody says what a claim asserts: a speaker, or whoever its sentence has say something."""
    telling = figure_words(language).telling
    return bool(claim.speaker) or any(t.norm in telling for t in reading.passages[claim.passage].tokens)


def _what(denied: Claim, words: Words) -> set[str]:
    """Stems of what is denied: what follows the verb of denial, where it stands in the clause itself."""
    start, end = _begins(denied, words), _ends(denied, words)
    after = [t for t in denied.tokens if start <= t.start < end]
    tokens = after if len(after) > 1 else denied.tokens
    return _stems(tokens, denied, words) - words.denying - _empty(words)


def _stems(tokens: Iterable[Token], claim: Claim, words: Words) -> set[str]:
    """The stems of words of content, those of verbs in the form that "knew" and "known" share."""
    verbs = {p.span.start: p.stem for p in claim.predicates if p.stem not in words.light}
    return {verbs.get(t.start, t.stem) for t in content(tokens, words)}


def _begins(denied: Claim, words: Words) -> int:
    """Where what is denied begins: behind the verb of denial, where it stands in the clause itself."""
    found = next((p.span.end for p in denied.predicates if p.stem in words.denying), 0)
    verb = next((p for p in denied.predicates if p.denied), None)
    if verb is None:
        return found
    # "It was untrue that the dam had cracked", "rejected claims that it had"
    return max([found, *(t.end for t in denied.tokens if t.norm in words.that and t.end <= verb.group.start)])


def _ends(denied: Claim, words: Words) -> int:
    """Where what is denied ends: before what only says when it was, or tells of a thing in it.

    "Denied that it had fired on the village, when the truce was in force", "that he had met the agent, a
    man who was later tried".
    """
    start = _begins(denied, words)
    after = [t for t in denied.tokens if t.start >= start]
    opens = words.boundaries - words.conjunctions
    first = next((k for k in range(FEWEST, len(after)) if after[k].norm in opens), None)
    if first is None:
        return denied.span.end
    noun = range(first - 1, max(FEWEST, first - APPOSED) - 1, -1)
    # More than a space parts an apposition from what it is of.
    return after[next((k for k in noun if after[k].start > after[k - 1].end + 1), first)].start


def _also_denied(reading: Reading, denied: Claim, pair: Pair, words: Words) -> bool:
    """Whether the asserting report has the denial too."""
    ours = _what(denied, words)
    enough = min(SHARED, SHARE * len(ours))
    return any(in_common(ours, theirs, words) >= enough for theirs in pair.whole(_denials, reading))


def _denials(reading: Reading, language: Language) -> list[set[str]]:
    """The words of content of each clause that somebody denies."""
    words = words_of(language)
    return [_stems(c.tokens, c, words) for c in reading.claims if c.denied_by]
