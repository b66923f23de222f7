"""What happened to some, and to nobody: "nobody was hurt", "two firefighters were treated for burns".

Reports tell it in many words: by a verb, by the harm itself, by a word for having none of it ("unscathed").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._clauses import Event, Phrase, content
from treatydiff.rules._events import events_of
from treatydiff.rules._pack import Words, words_of
from treatydiff.rules._periods import is_period, overlap, times_of
from treatydiff.rules._words import names_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import by_stem, starts_within, stems

ALL = "all"
"""Whom a thing is denied of where it is of everyone."""
OF_PEOPLE = ("hurt", "killed")
"""What happens to people."""
NEAR = 3
"""Words before a noun among which "no" or "without" stands."""


class Fate(NamedTuple):
    """A thing that happened to some, or to nobody."""

    kind: str
    happened: bool
    group: str
    """Stem of the word for whom it did not happen to, or `ALL`."""
    who: frozenset[str]
    """Stems of the words for whom it did happen to, or that qualify whom it did not."""
    claim: Claim
    span: Span


def fates(claims: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Fate, ...]]:
    """What the clauses of a sentence say to have happened to some, or to nobody."""
    words = _words(language)
    forms, stemmed = _telling(language)
    tokens = [t for c in claims for t in c.tokens]
    if forms.isdisjoint([t.norm for t in tokens]) and stemmed.isdisjoint([t.stem for t in tokens]):
        return {c.index: () for c in claims}
    events = events_of(claims, reading, language)
    return {c.index: tuple(_fates(c, events[c.index], language, words)) for c in claims}


@once_a_language
def _telling(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the stems of which a clause has one that tells a fate."""
    words = _words(language)
    return words.limbs.union(words.marks, words.none), words.wards.union(words.some)


def _fates(claim: Claim, events: Sequence[Event], language: Language, words: _Words) -> Iterator[Fate]:
    plain, tokens = words_of(language), claim.tokens
    told = starts_within(tokens, [e.predicate.span for e in events if not e.predicate.noun])
    partly = any(t.norm in words.partly for t in tokens) or any(
        (a.norm, b.norm) in words.except_for for a, b in pairwise(tokens)
    )
    for event in events:
        p = event.predicate
        if p.hedged or p.denied or p.noun or p.status not in ("done", "ongoing") or event.earlier:
            continue
        for kind in words.some.get(p.stem, ()):
            yield from _of_verb(kind, event, claim, partly, plain)
        if p.stem in words.bringing and event.rest.stems & words.wards and p.polarity > 0:
            yield Fate("hurt", True, "", event.object.stems, claim, p.group)
    main = [e for e in events if not e.predicate.noun]
    for k, token in enumerate(tokens):
        if not partly and token.norm in words.none:
            yield from _unharmed(token, claim, main, words)
        if token.start in told and token.norm not in words.marks:
            continue
        kinds = words.marks.get(token.norm) or words.some.get(token.stem, ())
        limb = k and token.norm in words.limbs and tokens[k - 1].norm in words.broken
        for kind in ("hurt",) if limb else kinds:
            yield from _of_noun(kind, k, claim, main, partly, plain, words)


def _unharmed(token: Token, claim: Claim, events: Sequence[Event], words: _Words) -> Iterator[Fate]:
    """Of a word for having none of a thing: "unscathed"."""
    own = next((e for e in events if e.predicate.span.start <= token.start < e.predicate.span.end), None)
    if own is not None and own.predicate.polarity * (-1 if own.predicate.hedged else 1) < 0:
        return
    phrase = next((e.subject for e in events if e.subject.head), None)
    for kind in words.none[token.norm]:
        if not _is_of_all(kind, events, words):
            continue
        group = phrase.head if phrase is not None and kind != "trouble" else ALL
        more = phrase.core - {group} if phrase is not None else frozenset[str]()
        yield Fate(kind, False, group, more, claim, Span(token.start, token.end))


def _is_of_all(kind: str, events: Sequence[Event], words: _Words) -> bool:
    """Whether what is absent is so of all of the event: of a march, not of one who gives himself up."""
    subjects = {e.subject.head for e in events} - {""}
    return kind != "trouble" or not subjects or bool(subjects & words.gatherings)


def _of_verb(kind: str, event: Event, claim: Claim, partly: bool, plain: Words) -> Iterator[Fate]:
    p = event.predicate
    phrase = event.object if p.passive or event.object.head or event.object.anyone else event.subject
    if p.polarity > 0:
        yield Fate(kind, True, "", phrase.stems | event.subject.stems, claim, p.group)
    elif not partly:
        group = _group(phrase, claim, p.group.start, plain)
        if group:
            yield Fate(kind, False, group, phrase.core - {group}, claim, p.group)


def _group(phrase: Phrase, claim: Claim, end: int, plain: Words) -> str:
    """Whom a thing is denied of: everyone, or those of one word; "" where that is not known."""
    before = [t for t in claim.tokens if t.end <= end]
    for k, token in enumerate(before[:-1]):
        if token.norm in plain.none_of | plain.anybody and before[k + 1].norm in plain.of:
            # "None of the children"
            inside = list(takewhile(lambda t: t.norm not in plain.prepositions, before[k + 2 :]))
            named = content(inside, plain)
            return named[-1].stem if named else ""
    if phrase.anyone:
        return "" if phrase.anyone == "things" else ALL
    if any(t.norm in plain.anybody for t in before[-2:]) or phrase.head in ("peopl", "person"):
        return ALL
    return phrase.head


def _of_noun(
    kind: str, k: int, claim: Claim, events: Sequence[Event], partly: bool, plain: Words, words: _Words
) -> Iterator[Fate]:
    tokens = claim.tokens
    token = tokens[k]
    before = [t.norm for t in tokens[max(0, k - NEAR) : k]]
    clear = [e for e in events if not e.predicate.span.start <= token.start < e.predicate.span.end]
    ahead = [e for e in clear if e.predicate.group.start <= token.start]
    bearing = [e for e in ahead if e.predicate.stem in words.bearing]
    governing = next(iter((*bearing[-1:], *ahead[-1:], *clear[:1])), None)
    span = Span(token.start, token.end)
    lacking = bool(plain.lacking & set(before)) or (
        # "Nothing pointed to a violent death" tells of no death that was not violent.
        governing is not None
        and governing.predicate.polarity < 0
        and not {"any", "a"}.isdisjoint(before[-1:])
    )
    if lacking:
        behind = tokens[k + 1 : k + 2]
        if not _is_of_all(kind, events, words):
            return
        of = content(tokens[k + 2 : k + 5], plain) if behind and behind[0].norm in ("among", "to") else ()
        one = governing.subject if governing and kind in OF_PEOPLE and governing.subject.names else None
        if not partly:
            group = of[0].stem if of else one.head if one else ALL
            yield Fate(kind, False, group, one.core - {group} if one else frozenset(), claim, span)
        return
    if token.norm in words.only_absent:
        return
    among = before[-2:-1] == ["among"]
    who = frozenset(t.stem for t in content(tokens, plain)) - {token.stem}
    if among and governing is None:
        # "Among the injured is the driver"
        yield Fate(kind, True, "", who, claim, span)
    if governing is None:
        return
    p = governing.predicate
    sound = (
        p.polarity > 0 and p.status in ("done", "ongoing") and not (p.hedged or p.denied or governing.earlier)
    )
    bare = token.norm.endswith("s") or any(
        t in plain.indefinite or t in plain.determiners for t in before[-2:]
    )
    borne = p.stem in words.bearing if kind in ("hurt", "damage") else before[-1:] != ["of"]
    if sound and bare and (borne or among) and kind != "killed":
        yield Fate(kind, True, "", who, claim, span)


def other_fates(pair: Pair) -> Iterator[tuple[Fate, Fate]]:
    """What two linked claims say to have happened to some, and to nobody."""
    left, right = pair.clauses(fates)
    for a in left:
        for b in right:
            if a.kind != b.kind or a.happened == b.happened:
                continue
            none, some = (b, a) if a.happened else (a, b)
            denying, telling = (pair.right, pair.left) if a.happened else (pair.left, pair.right)
            meets = _meets(none, some) and _one_time(none, some, denying, telling, pair.language)
            if meets and not _told_too(none, denying, telling, pair):
                yield a, b


def _meets(none: Fate, some: Fate) -> bool:
    """Whether it is denied of those to whom it happened."""
    if none.group == ALL:
        return True
    return none.group in some.who and none.who <= some.who


def _one_time(none: Fate, some: Fate, denying: Reading, telling: Reading, language: Language) -> bool:
    """Whether nothing shows that the two speak of two occasions, or of two places."""
    if any(t.norm in _words(language).apart for t in some.claim.tokens):
        return False
    ours = times_of(none.claim, denying, language)
    theirs = times_of(some.claim, telling, language)
    if any(is_period(t, telling.document) for t in theirs) and not ours:
        return False
    if ours and theirs and not any(overlap(s, t) for s in ours for t in theirs):
        return False
    here, there = (
        {n.entity for n in names_within(r, f.claim.span) if n.kind in ("place", "unknown") and n.entity}
        for f, r in ((none, denying), (some, telling))
    )
    return not here or not there or bool(here & there)


def _told_too(none: Fate, denying: Reading, telling: Reading, pair: Pair) -> bool:
    """Whether either report has both: some and none."""
    kinds = OF_PEOPLE if none.kind in OF_PEOPLE and none.group == ALL else (none.kind,)
    theirs = any(f.kind in kinds and f.happened and _meets(none, f) for f in pair.throughout(fates, denying))
    return theirs or any(
        f.kind == none.kind and not f.happened and f.group == none.group
        for f in pair.throughout(fates, telling)
    )


class _Words(NamedTuple):
    some: Mapping[str, Sequence[str]]
    marks: Mapping[str, Sequence[str]]
    none: Mapping[str, Sequence[str]]
    only_absent: frozenset[str]
    bearing: frozenset[str]
    limbs: frozenset[str]
    broken: frozenset[str]
    partly: frozenset[str]
    apart: frozenset[str]
    bringing: frozenset[str]
    wards: frozenset[str]
    gatherings: frozenset[str]
    except_for: frozenset[tuple[str, str]]


@once_a_language
def _words(language: Language) -> _Words:
    def words(key: str) -> frozenset[str]:
        return frozenset(language.words("fates", key))

    def by_form(key: str) -> Mapping[str, Sequence[str]]:
        return {w: (kind,) for kind, ws in language.table("fates", key).items() for w in ws}

    def stemmed(key: str) -> frozenset[str]:
        return frozenset(stems(language.words("fates", key), language.code))

    return _Words(
        by_stem(language.table("fates", "some"), language.code),
        by_form("marks"),
        by_form("none"),
        words("only_absent"),
        stemmed("bearing"),
        words("limbs"),
        words("broken"),
        words("partly"),
        frozenset(language.words("assertion", "former")) | frozenset(language.words("roles", "others")),
        stemmed("bringing"),
        stemmed("wards"),
        stemmed("gatherings"),
        frozenset((a, b) for a, b in (w.split() for w in language.words("fates", "except_for"))),
    )
