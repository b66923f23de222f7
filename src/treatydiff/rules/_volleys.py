"""Who fired first, and who only fired back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span
from treatydiff.rules import Pair
from treatydiff.rules._speech import same_name
from treatydiff.rules._words import names_within
from treatydiff.tables import once_a_language
from treatydiff.tokens import fold

SHARED = 4
"""Letters that the names of a country and its people begin with alike: "Tarnia", "Tarnian"."""


class Volley(NamedTuple):
    """Somebody who began a fight, or only answered."""

    who: str
    began: bool
    claim: Claim
    span: Span


def volleys(clauses: Sequence[Claim], reading: Reading, language: Language) -> dict[int, tuple[Volley, ...]]:
    """Who began to shoot, or only shot back, for each clause of a sentence."""
    words = _words(language)
    found: dict[int, tuple[Volley, ...]] = {c.index: () for c in clauses}
    for claim in clauses:
        norms = [t.norm for t in claim.tokens]
        if words.shots.isdisjoint(norms):
            continue
        said = f" {' '.join(norms)} "
        answered = any(f" {phrase} " in said for phrase in words.back)
        opened = any(f" {phrase} " in said for phrase in words.opening)
        if answered == opened:
            continue
        began = opened and words.negators.isdisjoint(norms)
        names = _sides(claim.span, reading) or _sides(reading.passages[claim.passage].span, reading)
        if len(names) == 1:
            found[claim.index] = (Volley(names.pop(), began, claim, claim.span),)
    return found


def _sides(span: Span, reading: Reading) -> set[str]:
    """The names in a part of the text that may be of a side in a fight."""
    named = names_within(reading, span)
    return {
        n.entity for n in named if n.kind != "person" and n.resolution in ("name", "surname") and n.entity
    }


def other_volleys(pair: Pair) -> Iterator[tuple[Volley, Volley]]:
    """What two linked claims say of who began, where both cannot be."""
    left, right = pair.clauses(volleys)
    for a in left:
        for b in right:
            # Of a report that has both accounts, neither is its own.
            told = _told(b, pair.left, pair) or _told(a, pair.right, pair)
            if _clash(a, b, pair.language) and not told:
                yield a, b


def _clash(a: Volley, b: Volley, language: Language) -> bool:
    same = _akin(a.who, b.who, language)
    return same if a.began != b.began else a.began and not same


def _told(volley: Volley, reading: Reading, pair: Pair) -> bool:
    return any(
        v.began == volley.began and _akin(v.who, volley.who, pair.language)
        for v in pair.throughout(volleys, reading)
    )


def _akin(one: str, two: str, language: Language) -> bool:
    """Whether two names may be of one side: "Ruritania", "the Ruritanian army"."""
    ours, theirs = ({w[:SHARED] for w in fold(n).split() if len(w) >= SHARED} for n in (one, two))
    return bool(ours & theirs) or same_name(one, two, language)


class _Words(NamedTuple):
    shots: frozenset[str]
    back: tuple[str, ...]
    opening: tuple[str, ...]
    negators: frozenset[str]


@once_a_language
def _words(language: Language) -> _Words:
    opening, back = (language.words("answers", key) for key in ("opening_fire", "firing_back"))
    return _Words(
        frozenset(phrase.split()[-1] for phrase in (*opening, *back)),
        back,
        opening,
        frozenset(language.words("assertion", "negators")),
    )
