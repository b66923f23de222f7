"""What brought a thing about, as reports say it: "caused by a gas leak", "blamed the blast on coal dust"."""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading
from treatydiff.rules import Pair
from treatydiff.rules._clauses import Event, Phrase
from treatydiff.rules._events import events, in_common, same_phrase
from treatydiff.rules._pack import words_of
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

SURE = 0.8
"""How sure it must be that two things brought about are one."""


class Cause(NamedTuple):
    """A thing and what brought it about."""

    what: Phrase
    by: Phrase
    event: Event


def other_causes(pair: Pair) -> Iterator[tuple[Cause, Cause]]:
    """Two different causes of one thing, of which neither report names the other's anywhere."""
    left, right = pair.both(causes)
    words = words_of(pair.language)
    for a in left:
        for b in right:
            if (same_phrase(a.what, b.what, words) or 0.0) < SURE or in_common(a.by.stems, b.by.stems, words):
                continue
            if not (_spoken_of(a.by, pair.right) or _spoken_of(b.by, pair.left)):
                yield a, b


def _spoken_of(by: Phrase, reading: Reading) -> bool:
    return any(t.stem == by.head for p in reading.passages for t in p.tokens)


def causes(claim: Claim, reading: Reading, language: Language) -> list[Cause]:
    """The causes that a claim gives, each with what it brought about."""
    causing, blaming = _verbs(language)
    words = words_of(language)
    if not any(p.stem in causing or p.stem in blaming for p in claim.predicates):
        return []
    found = []
    for e in events(claim, reading, language):
        p = e.predicate
        if p.polarity < 0 or p.hedged or p.denied or p.status not in ("done", "ongoing"):
            continue
        if p.stem in causing:
            found.append(Cause(e.object, e.subject, e))
        elif p.stem in blaming:
            after = [t.norm for t in claim.tokens if t.start >= p.span.end]
            first = next((w for w in after if w in words.prepositions - words.of), "")
            on = first in words.blamed_on
            found.append(Cause(e.object, e.rest, e) if on else Cause(e.rest, e.object, e))
    return [c for c in found if c.what.head and c.by.head and not c.by.entity]


@once_a_language
def _verbs(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    causing, blaming = (stems(language.words("roles", key), language.code) for key in ("causing", "blaming"))
    return frozenset(causing), frozenset(blaming)
