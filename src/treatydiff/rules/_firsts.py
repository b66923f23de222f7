"""Who was the first to do a thing, or the last: there is but one.

"Holm was the first to reach the wreck", "first on the scene was Lind", "it was Tarn that fired first", "the
first shots were fired from Lund".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import dropwhile, takewhile

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Predicate, Reading, Span, Token
from treatydiff.rules import Pair
from treatydiff.rules._words import names_within, same_word
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold, stems

NEAR = 5
"""Words from "first" on within which the act stands: "the first of the boats to reach it"."""
LINKED = 30.0
"""How strong a link between the sentences must be."""
SHARED = 4
"""Letters that the names of a country and its people begin with alike: "Tarnia", "Tarnian"."""


class First(NamedTuple):
    """Somebody who was the first, or the last, to do a thing."""

    rank: str
    """What the order is: "first" or "last"."""
    act: str
    """Stem of the verb."""
    of: frozenset[str]
    """Stems of the words for those of whom it was the first: "the first woman to win"."""
    who: str
    name: Span
    what: tuple[str, ...] = ()
    """Stems of the noun phrase right behind the verb, its head last: "to reach the wreck"."""


def other_first(pair: Pair) -> tuple[First, First] | None:
    """The first who did a thing, where the other report names another."""
    left, right = pair.clauses(firsts)
    if not left or not right or pair.link.score < LINKED:
        return None
    for a in left:
        for b in right:
            one_act = a.rank == b.rank and same_word(a.act, b.act, pair.language)
            # The first woman to do it and the first Dane may be two.
            one_group = not a.of or not b.of or a.of & b.of
            if one_act and one_group and _one_thing(a.what, b.what) and not _akin(a.who, b.who):
                return a, b
    return None


def _one_thing(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two phrases may mean one thing, by their heads and what qualifies them."""
    if not a or not b:
        return True
    one, two = set(a[:-1]), set(b[:-1])
    return a[-1] == b[-1] and (not one or not two or bool(one & two))


def firsts(clauses: Sequence[Claim], reading: Reading, language: Language) -> Mapping[int, tuple[First, ...]]:
    """Who was the first or last to do a thing, for each clause of a sentence."""
    found = tuple(_firsts(clauses, reading, language))
    return dict.fromkeys((c.index for c in clauses), found)


def _firsts(clauses: Sequence[Claim], reading: Reading, language: Language) -> Iterator[First]:
    words = _words(language)
    passage = reading.passages[clauses[0].passage]
    tokens = passage.tokens
    if words.ranks.keys().isdisjoint([t.norm for t in tokens]):
        return
    stop = frozenset(language.words("grammar", "stop"))
    names = [
        n
        for n in names_within(reading, passage.span)
        if n.resolution in ("name", "surname") and n.entity and _in_one(n, clauses)
    ]
    verbs = [p for c in clauses for p in c.predicates if not p.noun and p.polarity > 0]
    for k, token in enumerate(tokens):
        rank = words.ranks.get(token.norm)
        if rank is None:
            continue
        before, after = tokens[:k], tokens[k + 1 :]
        act = _act(token, after, verbs, words)
        if act is not None:
            who = _holder(before, after, act, names, reading, words)
        else:
            verb = next((p for p in verbs if before and p.span.end == before[-1].end), None)
            ends = not after or reading.document.text[token.end : after[0].start].strip(" \n") != ""
            if verb is None or not ends:
                continue
            # "Tarn fired first", "it was Tarn that fired first"
            who, act = _last(names, verb.group.start), _Act(verb.stem, verb.span.end)
        if who is not None:
            what = _object(after, act.end, stop) if act.has_object else ()
            yield First(rank, act.stem, _group(after, verbs, words), who.entity, who.span, what)


class _Act(NamedTuple):
    """What the first one did, and where the words that tell it end."""

    stem: str
    end: int
    passive: bool = False
    has_object: bool = False
    """Whether what it was done to may stand right behind: "to reach the wreck"."""


def _act(rank: Token, after: Sequence[Token], verbs: Sequence[Predicate], words: _Words) -> _Act | None:
    """The act behind "first": "first to reach", "first on the scene"."""
    near = after[:NEAR]
    for one, two in zip(near, after[1 : NEAR + 1], strict=False):
        if one.norm in words.to:
            verb = next((p for p in verbs if p.span.start <= two.start < p.span.end), None)
            return _Act(verb.stem, verb.span.end, has_object=near[0].norm not in words.at) if verb else None
    if near and near[0].norm in words.at and any(t.norm in words.scenes for t in near[1:3]):
        return _Act(words.arriving, near[1].end)
    verb = next((p for p in verbs if p.passive and p.group.start >= rank.end), None)
    if verb is not None and any(verb.group.start <= t.start < verb.span.end for t in near):
        # "The first shots were fired from Lund"
        return _Act(verb.stem, verb.span.end, passive=True)
    return None


def _object(after: Sequence[Token], end: int, stop: AbstractSet[str]) -> tuple[str, ...]:
    """Stems of the words behind the act, from the first that says something to the next that does not."""
    behind = dropwhile(lambda t: t.start < end or t.norm in stop, after)
    return tuple(t.stem for t in takewhile(lambda t: t.norm not in stop, behind))[:NEAR]


def _group(after: Sequence[Token], verbs: Sequence[Predicate], words: _Words) -> frozenset[str]:
    """The words for those of whom somebody was the first."""
    starts = {p.group.start for p in verbs}
    ends = (k for k, t in enumerate(after) if t.norm in words.to | words.at or t.start in starts)
    return frozenset(t.stem for t in after[: min(next(ends, 0), NEAR)])


def _holder(
    before: Sequence[Token],
    after: Sequence[Token],
    act: _Act,
    names: Sequence[Name],
    reading: Reading,
    words: _Words,
) -> Name | None:
    """Who was the first: before "was the first", or behind "first on the scene was"."""
    if act.passive:
        beside = [t for t in after if t.start >= act.end][:1]
        behind = [n for n in names if n.span.start >= act.end]
        origin = bool(beside) and beside[0].norm in words.by
        return behind[0] if origin and behind and behind[0].span.start - beside[0].end < 2 * NEAR else None
    said = before[:-1] if before and before[-1].norm in words.articles else before
    if said and said[-1].norm in words.being:
        # But not "was not the first", "was among the first".
        return _last(names, said[-1].start)
    later = next((t for t in after if t.norm in words.being and t.start >= act.end - 1), None)
    opens = not before or all(t.norm in words.articles for t in before)
    if not opens or later is None:
        return None
    behind = [n for n in names if n.span.start > later.end]
    text = reading.document.text
    clear = behind and not set(text[later.end : behind[0].span.start]) & set(",;:.")
    return behind[-1] if clear and len(behind) == 1 else behind[0] if clear else None


def _last(names: Sequence[Name], end: int) -> Name | None:
    """The only name before a place; None where there are several that it may be."""
    found = [n for n in names if n.span.end <= end]
    return found[-1] if len({n.entity for n in found}) == 1 else None


def _in_one(name: Name, clauses: Sequence[Claim]) -> bool:
    return any(c.span.start <= name.span.start < c.span.end for c in clauses)


def _akin(a: str, b: str) -> bool:
    """Whether two names may be of one: they have a word in common, or its beginning."""
    ours, theirs = ([w for w in fold(x).split() if len(w) >= SHARED] for x in (a, b))
    return not ours or not theirs or any(v[:SHARED] == w[:SHARED] for v in ours for w in theirs)


class _Words(NamedTuple):
    ranks: Mapping[str, str]
    to: frozenset[str]
    at: frozenset[str]
    scenes: frozenset[str]
    being: frozenset[str]
    by: frozenset[str]
    articles: frozenset[str]
    arriving: str


@once_a_language
def _words(language: Language) -> _Words:
    table = {key: frozenset(ws) for key, ws in language.table("roles", "firsts").items()}
    ranks = {w: rank for rank in ("first", "last") for w in table[rank]}
    return _Words(
        ranks,
        table["to"],
        table["at"],
        table["scenes"],
        table["being"],
        table["by"],
        frozenset(language.words("assertion", "determiners")),
        stems(sorted(table["arriving"]), language.code)[0],
    )
