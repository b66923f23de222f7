"""Whether two passages that clash are told of two things of a kind: the ferry's crew, the freighter's crew.

What a passage is of are the nouns of its clause, each with what tells it from others of its kind: whose it is
or what it is part of ("of the ferry", "the ferry's", "ferry crew"), and that it is another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, compress, product
from operator import or_

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Quantity, Reading, Reason, Span, Token
from treatydiff.rules import Pair, once_a_report, sentence
from treatydiff.rules._aspects import aspects_of
from treatydiff.rules._bearings import ONE_DIRECTION
from treatydiff.rules._clauses import Event, Phrase, word_behind
from treatydiff.rules._events import UNLIKE, alike, events_of, same_phrase
from treatydiff.rules._opposites import are_opposite
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._sizes import agree
from treatydiff.rules._speech import cues_within
from treatydiff.rules._words import Kind, contrasted, lines, names_within, told_apart
from treatydiff.tables import once_a_language
from treatydiff.tokens import GENITIVE, HYPHENS, sets_by_stem, starts_within, stems

OWNED, ALONE = "", "-"
"""How a noun that another one is of, belongs to or is part of qualifies it; of one that qualifies none."""
NONE: frozenset[str] = frozenset()
VALUES = ("number", "date", "place")
"""Rules whose clashes are of two values that one act has."""


class Thing(NamedTuple):
    """A noun with what tells it from others of its kind."""

    head: str
    of: Mapping[str, frozenset[str]]
    """Stems of common nouns by how they qualify it: `OWNED`, or a preposition."""
    names: frozenset[str]
    """Normalised words of names whose it is."""
    further: bool
    """Whether it is another one than was told before."""


class Run(NamedTuple):
    """Words that stand together, of which the last one is the noun that they are about."""

    tokens: tuple[Token, ...]
    own: tuple[Token, ...]
    """The nouns before the last one that are no names: "ferry crew"."""
    before: str
    """The preposition between the noun before and this one; `OWNED` behind a genitive, or `ALONE`."""
    further: bool
    named: bool


class Clause(NamedTuple):
    """The clause that holds a passage."""

    claim: Claim
    verbs: Sequence[Predicate]
    """Those that the passage holds, or else the one that it goes with."""
    runs: Sequence[Run]
    """Those around the verbs, up to the next ones, without what stands in the passage."""
    early: bool
    """Whether it tells what was so at first."""


def clauses_of(pair: Pair, reason: Reason) -> tuple[Clause, Clause]:
    """The clauses that hold the two passages of a clash."""
    left, right = pair.link.left, pair.link.right
    return (
        _clause(reason.left or (left.span,), left, pair.left, pair.language),
        _clause(reason.right or (right.span,), right, pair.right, pair.language),
    )


def of_two(pair: Pair, reason: Reason, ours: Clause, theirs: Clause) -> bool:
    """Whether the clauses of a clash show that its two passages are told of two things, or of two moments."""
    if reason.rule == "sequence":
        # It is of two things anyway, and of which came first.
        return False
    if contrasted(pair, reason.left, reason.right):
        return True
    if ours.early != theirs.early:
        return True
    if reason.rule in VALUES and (
        _are_two_acts(ours, theirs, reason, pair) or _of_two_named(ours.claim, theirs.claim, pair)
    ):
        return True
    # "North of the city" and "south of it, by a village" are of one thing.
    of_one = pair.link.has(ONE_DIRECTION)
    if not of_one and _counterparts(ours.runs, theirs.runs, pair.language):
        return True
    words = words_of(pair.language)
    mine, other = (things(clause.runs, pair.language) for clause in (ours, theirs))
    return any(
        all(_are_two(a, b, words, pair.language) for a in mine[head] for b in other[head])
        for head in mine.keys() & other.keys()
    )


def left_open(pair: Pair, ours: Clause, theirs: Clause) -> bool:
    """Whether one clause of a clash does not say which of several it is of: "the crew", of two ships."""
    mine, other = (things(clause.runs, pair.language) for clause in (ours, theirs))
    return any(
        _is_bare(mine[head]) != _is_bare(other[head])
        and any(_tells_of_several(head, reading, pair.language) for reading in (pair.left, pair.right))
        for head in mine.keys() & other.keys()
    )


def _is_bare(found: Sequence[Thing]) -> bool:
    return not any(thing.of.get(OWNED) or thing.names for thing in found)


def _tells_of_several(head: str, reading: Reading, language: Language) -> bool:
    """Whether a report tells of two things of a kind."""
    known = _looked_for(reading)
    if head not in known:
        words = words_of(language)
        owned = [thing for thing in _called(head, reading, language) if not _is_bare((thing,))]
        # Those that are told in the same words are one.
        apart = {(*sorted(thing.of.items()), thing.names, thing.further): thing for thing in owned}.values()
        known[head] = any(_are_two(a, b, words, language) for a, b in combinations(apart, 2))
    return known[head]


@once_a_report
def _looked_for(reading: Reading) -> dict[str, bool]:
    """The nouns that were looked for in a document, each with whether it tells of several such things."""
    return {}


def _called(head: str, reading: Reading, language: Language) -> list[Thing]:
    """The things of a whole document that a noun names; what they are of may stand in the next clause."""
    held = [any(t.stem == head for t in c.tokens) for c in reading.claims]
    runs = (
        _runs(
            c.tokens, [Span(p.group.start, p.span.end) for p in c.predicates if not p.noun], reading, language
        )
        for c in compress(reading.claims, map(or_, held, (False, *held)))
    )
    return things([run for found in runs for run in found], language).get(head, [])


def _are_two_acts(a: Clause, b: Clause, reason: Reason, pair: Pair) -> bool:
    """Whether two clauses that give a figure, a time or a place tell of two acts."""
    rule = reason.rule
    # What is shut until Saturday opens on Saturday.
    ends = any(t.relation == "until" for clause in (a, b) for t in clause.claim.times)
    # What is "not before Friday" is on Friday.
    begins = rule == "date" and any(t.relation == "since" for clause in (a, b) for t in clause.claim.times)
    for p in a.verbs:
        for q in b.verbs:
            if p.stem == q.stem and ((p.polarity != q.polarity and not begins) or p.denied != q.denied):
                return True
            if p.stem == q.stem and told_apart(
                _way(p, a.claim, pair.language), _way(q, b.claim, pair.language)
            ):
                return True
            if rule != "place" and not ends and are_opposite((p.stem,), (q.stem,), pair.language):
                return True
    if rule == "number":
        return _opposed(a.runs, b.runs, pair.language)
    if rule == "date" and _of_two_things(a, b, pair):
        return True
    # "Scored twice in the first half", "scored once in the second half"
    return any(
        q.unit == o.unit and _of_one_noun(q, o) and (rule == "place" or q.unit) and not agree(q, o)
        for q in _beside(a.claim.quantities, reason.left)
        for o in _beside(b.claim.quantities, reason.right)
    )


def _beside(quantities: Sequence[Quantity], told: Sequence[Span]) -> list[Quantity]:
    """The figures but those that some words hold or follow: "the third floor"."""
    return [
        q for q in quantities if not any(q.span.start < s.end and s.start <= q.span.end + 1 for s in told)
    ]


def _way(p: Predicate, claim: Claim, language: Language) -> frozenset[Kind]:
    """What the word right behind a verb makes of it, where it is one of the pack: "checked out"."""
    return _words(language).ways.get(word_behind(p, claim), frozenset())


def _of_one_noun(q: Quantity, o: Quantity) -> bool:
    """Whether two figures are of one noun: of what is counted, or of a word around a measure."""
    return not set(q.noun).isdisjoint(o.noun) if q.unit else q.noun[-1:] == o.noun[-1:]


def _opposed(ours: Sequence[Run], theirs: Sequence[Run], language: Language) -> bool:
    """Whether one clause tells of what was before a thing, the other of what was after it: "before tax"."""
    (before, after), (other_before, other_after) = (
        [{run.tokens[-1].stem for run in runs if run.before == how} for how in _words(language).opposed]
        for runs in (ours, theirs)
    )
    return bool(before & other_after or after & other_before)


def _of_two_things(a: Clause, b: Clause, pair: Pair) -> bool:
    """Whether two verbs that are told of a time each are told of two things: doors open, a concert begins."""
    words, known = words_of(pair.language), _words(pair.language).kinds
    ours, theirs = (
        [
            (e.predicate.stem, _theme(e))
            for e in _deeds(clause.claim, reading, pair)
            if e.predicate in clause.verbs
        ]
        for clause, reading in ((a, pair.left), (b, pair.right))
    )
    # "The crash happened", "the bus came off the road": two verbs may have two things to tell one act.
    pairs = [(x, y) for p, x in ours for q, y in theirs if alike(p, q, words)]
    if pairs and all(x.other != y.other for x, y in pairs):
        # "Two men", "a third man"
        return True
    here, there = (
        {name for of in pair.of(aspects_of, clause.claim, reading).values() for name in of.names}
        for clause, reading in ((a, pair.left), (b, pair.right))
    )
    if here & there:
        # "Work began", "digging started"
        return False
    return bool(pairs) and all(
        x.head != ""
        and y.head != ""
        and not (x.people or y.people or x.names or y.names)
        and (same_phrase(x, y, words) or 0.0) <= UNLIKE
        and not known.get(x.head, NONE) & known.get(y.head, NONE)
        for x, y in pairs
    )


def _of_two_named(a: Claim, b: Claim, pair: Pair) -> bool:
    """Whether all that two clauses tell alike is told of two by name: Ada Holm was held, and Ivo Lind."""
    words = words_of(pair.language)
    named = [
        same_phrase(x, y, words) == 0.0
        for d, e in product(_deeds(a, pair.left, pair), _deeds(b, pair.right, pair))
        if alike(d.predicate.stem, e.predicate.stem, words)
        for x, y in ((_theme(d), _theme(e)), (d.subject, e.subject))
        if x.head in x.names and y.head in y.names
    ]
    return bool(named) and all(named)


def _deeds(claim: Claim, reading: Reading, pair: Pair) -> list[Event]:
    """What a clause tells, its verbs left out that only tell who speaks."""
    cues = cues_within(reading, claim.passage)
    events = pair.clause(events_of, claim, reading)
    return [e for e in events if not any(e.predicate.span.overlap(cue) for cue in cues)]


def _theme(event: Event) -> Phrase:
    """What an act is done to, else who does it."""
    return event.object if event.object.head else event.subject


def _are_two(a: Thing, b: Thing, words: Words, language: Language) -> bool:
    if a.further != b.further:
        return True
    if a.names and b.names and not a.names & b.names:
        return not any(alike(x, y, words) for x in a.names for y in b.names)
    for how in a.of.keys() & b.of.keys():
        if not (a.names or b.names) and not any(
            _may_be_one(x, y, words, language) for x in a.of[how] for y in b.of[how]
        ):
            return True
    one, two = _words(language).opposed
    return any(x.get(one, NONE) & y.get(two, NONE) for x, y in ((a.of, b.of), (b.of, a.of)))


def _may_be_one(one: str, two: str, words: Words, language: Language) -> bool:
    """Whether two nouns may name one thing: by the lexicon, or as words for one kind of thing."""
    known = _words(language).kinds
    return alike(one, two, words) or bool(known.get(one, NONE) & known.get(two, NONE))


def things(runs: Sequence[Run], language: Language) -> dict[str, list[Thing]]:
    """The common nouns of some runs under their stems."""
    words = _words(language)
    found: dict[str, list[Thing]] = {}
    for k, run in enumerate(runs):
        head = run.tokens[-1]
        if run.named or head.norm in words.vague or head.stem in words.vague:
            continue
        of: dict[str, set[str]] = {}
        names: set[str] = set()
        if run.own:
            of[OWNED] = {t.stem for t in run.own}
        if run.before == OWNED and k:
            _add(of, names, OWNED, runs[k - 1], words)
        after = runs[k + 1] if k + 1 < len(runs) else None
        if after is not None and after.before in words.joining:
            _add(of, names, OWNED if after.before in words.owning else after.before, after, words)
        found.setdefault(head.stem, []).append(
            Thing(head.stem, {how: frozenset(s) for how, s in of.items()}, frozenset(names), run.further)
        )
    return found


def _add(of: dict[str, set[str]], names: set[str], how: str, run: Run, words: _Words) -> None:
    if run.named:
        if how == OWNED:
            names.update(t.norm for t in run.tokens if t.text[0].isupper())
    elif run.tokens[-1].norm not in words.vague and _is_noun(run.tokens[-1], words):
        # In "at an extraordinary meeting", where "meeting" passes for a verb, it says nothing.
        of.setdefault(how, set()).update(t.stem for t in (*run.own, run.tokens[-1]))


def _is_noun(token: Token, words: _Words) -> bool:
    """Whether a word before a noun may be one itself: no adjective."""
    word = token.norm
    return word not in words.adjectives and (word in words.nouns or not word.endswith(words.endings))


def _clause(spans: Sequence[Span], claim: Claim, reading: Reading, language: Language) -> Clause:
    clauses = sentence(claim, reading)
    own = next((c for c in clauses if c.span.start <= spans[0].start < c.span.end), claim)
    verbs = [p for p in own.predicates if not p.noun and not p.state]
    held = [k for k, p in enumerate(verbs) if p.group.overlap(spans[0])]
    if not held:
        held = [max((k for k, p in enumerate(verbs) if p.group.start <= spans[0].start), default=0)]
    start = verbs[held[0] - 1].span.end if verbs and held[0] else own.span.start
    end = own.span.end
    if held[-1] + 1 < len(verbs):
        last, end = verbs[held[-1]].span.end, verbs[held[-1] + 1].group.start
        # What stands behind the comma is whose the next verb is: "…, a spokesman for the ministry said".
        comma = reading.document.text[last:end].rfind(",")
        end = last + comma if comma >= 0 else end
    tokens = [t for t in own.tokens if start <= t.start < end]
    skipped = [*spans, *(Span(p.group.start, p.span.end) for p in own.predicates if not p.noun)]
    norms = f" {' '.join(t.norm for t in tokens)} "
    early = any(f" {phrase} " in norms for phrase in language.words("things", "early"))
    of_verbs = [verbs[k] for k in held] if verbs else []
    return Clause(own, of_verbs, list(_runs(tokens, skipped, reading, language)), early)


def _runs(
    tokens: Sequence[Token], skipped: Sequence[Span], reading: Reading, language: Language
) -> Iterator[Run]:
    if not tokens:
        return
    words, text = _words(language), reading.document.text
    covered = starts_within(tokens, skipped)
    inside = names_within(reading, Span(tokens[0].start, tokens[-1].end))
    named_at = starts_within(tokens, [n.span for n in inside if n.resolution in ("name", "surname")])
    held: list[Token] = []
    before, further, end = ALONE, False, tokens[0].start
    parted = False  # by a verb: "the armies retire from the water"

    def run() -> Run:
        own = tuple([t for t in held[:-1] if t.start not in named_at and _is_noun(t, words)])
        return Run(tuple(held), own, before, further, held[-1].start in named_at)

    for token in tokens:
        gap, last = text[end : token.start], text[max(0, end - 2) : end]
        end = token.end
        plural = gap in ("' ", "’ ") and last.endswith("s")
        if held and (plural or last in GENITIVE):
            yield run()
            held, before, further = [], OWNED, False
        elif not (gap.isspace() or gap in HYPHENS or plural):
            if held:
                yield run()
            held, before, further = [], ALONE, False
        in_verb = token.start in covered
        if in_verb or token.norm in words.plain or token.text[0].isdigit():
            if held:
                yield run()
                held, before, further = [], ALONE, False
            parted = parted or in_verb
            if token.norm in words.joining:
                before = ALONE if parted and token.norm not in words.opposed else token.norm
            elif in_verb or token.norm not in words.determiners:
                before = ALONE
            further = not in_verb and (further or token.norm in words.further)
        elif token.norm in words.further and not held:
            further = True
        else:
            held.append(token)
            parted = False
    if held:
        yield run()


def _counterparts(ours: Sequence[Run], theirs: Sequence[Run], language: Language) -> bool:
    """Whether one clause tells of one of two that stand on two sides, and the other clause of the other."""
    known = _words(language).counterparts
    a, b = ({k for r in runs for k in known.get(r.tokens[-1].norm, ())} for runs in (ours, theirs))
    return told_apart(a, b)


def _lines_of(language: Language, key: str) -> dict[str, frozenset[Kind]]:
    """Word → the lines of the pack that it is in, and its place in each."""
    found: dict[str, set[Kind]] = {}
    for word, kind in lines(language, "things", key):
        found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


class _Words(NamedTuple):
    owning: frozenset[str]
    opposed: tuple[str, str]
    further: frozenset[str]
    vague: frozenset[str]
    adjectives: frozenset[str]
    endings: tuple[str, ...]
    nouns: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    """Stems of nouns, each with the kinds of thing that it names."""
    counterparts: Mapping[str, frozenset[Kind]]
    ways: Mapping[str, frozenset[Kind]]
    determiners: frozenset[str]
    joining: frozenset[str]
    plain: frozenset[str]
    """Words that are no part of a run."""


@once_a_language
def _words(language: Language) -> _Words:
    def words(key: str) -> frozenset[str]:
        return frozenset(language.words("things", key))

    pack = words_of(language)
    owning, telling = words("owning"), words("telling")
    opposed = (*language.words("things", "opposed"), "", "")
    be = frozenset(language.words("assertion", "be"))
    placing = frozenset(language.words("roles", "prepositions"))
    plain = (pack.plain | pack.boundaries | pack.determiners | be | owning | telling | placing) - {"us"}
    vague = words("vague")
    return _Words(
        owning,
        (opposed[0], opposed[1]),
        words("further"),
        vague | frozenset(stems(sorted(vague), language.code)),
        words("adjectives"),
        language.words("things", "endings"),
        words("not_endings"),
        sets_by_stem(language.table("things", "kinds"), language.code),
        _lines_of(language, "counterparts"),
        _lines_of(language, "ways"),
        pack.determiners,
        owning | telling,
        plain,
    )
