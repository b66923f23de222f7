"""When a thing happened last before, which two reports tell in several ways: there is but one such time.

"The first strike since 2011", "has not seen a strike since 2017", "when it last went on strike, in 2014".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.align.bonds import Bonds
from treatydiff.align.ties import Tie
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, TimeSpan, Token
from treatydiff.rules._figures import shown
from treatydiff.rules._periods import begins_later, interval
from treatydiff.rules._words import Content, alike, content
from treatydiff.tables import once_a_language
from treatydiff.tokens import within

SURE = 0.9
"""How sure it is that two such times are of one thing where the words around say what it is."""
LINKED = 40.0
"""The score from which two sentences that have no better partners tell of one thing in other words."""
REACH = 12
"""Words before the time among which "first", "last" or "not" stands."""
AROUND = 10
"""Words before "first" that tell what it was where none behind it do: "won the cup for the first time"."""
TELLING, LOOSE = 1, 2
"""Words of content in common that tell it: of those between the mark and the time, and of those around."""


class LastTime(NamedTuple):
    """When something happened last before."""

    time: TimeSpan
    claim: Claim
    what: Content
    """What happened then, by the words between the mark and the time, or behind "that"."""
    around: Content
    """The same with the words before the mark."""


def last_times(left: Reading, right: Reading, language: Language, bonds: Bonds) -> Iterator[Tie]:
    """The times of two reports that are the last of one thing, and not the same."""
    ours, theirs = (list(_told(r, language)) for r in (left, right))
    for a in ours:
        for b in theirs:
            of_one = _of_one_thing(a, b) or (not (a.what and b.what) and _are_best(a, b, bonds))
            if of_one and _apart(a, b) and not _agrees(a, theirs) and not _agrees(b, ours):
                yield Tie(a.claim, b.claim, SURE, f"{shown(a.time, left)} / {shown(b.time, right)}")


def _are_best(a: LastTime, b: LastTime, bonds: Bonds) -> bool:
    """Whether the sentences of full reports have no better partners."""
    return bonds.full and bonds.are_best(a.claim.passage, b.claim.passage, LINKED)


def _told(reading: Reading, language: Language) -> Iterator[LastTime]:
    for claim in reading.claims:
        for time in claim.times:
            dated = interval(time) is not None and time.relation in ("at", "since")
            # "No talks are planned before Thursday": from then on.
            dated = dated and not begins_later(time, reading)
            if dated and (found := _last(time, claim, reading, language)):
                yield found


def _last(time: TimeSpan, claim: Claim, reading: Reading, language: Language) -> LastTime | None:
    tokens = reading.passages[claim.passage].tokens
    inside = within(tokens, time.span)
    if not inside:
        return None
    marks = _marks(language)
    at = inside[0]
    for k in range(at - 1, max(-1, at - 1 - REACH), -1):
        if not _is_mark(tokens, k, at, time, marks):
            continue
        what = _content(tokens[k + 1 : at], marks, language)
        behind = tokens[inside[-1] + 1 :][:AROUND]
        if not what and behind and behind[0].norm in marks.that:
            # "The first time since 2011 that the port was shut"
            what = _content(behind[1:], marks, language)
        around = _content(tokens[max(0, k - AROUND) : at], marks, language)
        return LastTime(time, claim, what, around)
    return None


def _is_mark(tokens: Sequence[Token], k: int, at: int, time: TimeSpan, marks: _Marks) -> bool:
    """Whether a word makes a time behind it the last one: "first … since", "not … since", "last … in"."""
    word = tokens[k].norm
    # "The first victory since the Tour of Tarn in August 2021"
    since = any(t.norm in marks.since for t in tokens[k + 1 : at])
    if time.relation == "since" or since:
        return word in marks.first or word in marks.never
    # "Last year" and "the last three" are no last time.
    after = tokens[k + 1].norm
    return word in marks.last and after not in marks.spans and not after[0].isdigit()


class _Marks(NamedTuple):
    first: frozenset[str]
    last: frozenset[str]
    never: frozenset[str]
    since: frozenset[str]
    that: frozenset[str]
    spans: frozenset[str]
    """Words before which "last" does not stand for the last time: "last year"."""
    empty: frozenset[str]
    """These and others that tell nothing of what it was."""


@once_a_language
def _marks(language: Language) -> _Marks:
    ranks: Mapping[str, tuple[str, ...]] = language.table("roles", "firsts")
    keys = ("spans", "shifts", "daytimes", "weekdays", "months")
    spans = frozenset(w for key in keys for w in language.values("calendar", key))
    return _Marks(
        frozenset(ranks["first"]),
        frozenset(ranks["last"]),
        frozenset(language.words("grammar", "negators")),
        frozenset(w for w, r in language.values("calendar", "relations").items() if r == "since"),
        frozenset(language.words("syntax", "that")),
        spans,
        spans.union(language.words("roles", "occasions")),
    )


def _content(tokens: Sequence[Token], marks: _Marks, language: Language) -> Content:
    return content([t for t in tokens if t.norm not in marks.empty], language)


def _of_one_thing(a: LastTime, b: LastTime) -> bool:
    if a.what and b.what:
        return len(alike(a.what, b.what)) >= TELLING
    return len(alike(a.around, b.around)) >= LOOSE


def _apart(a: LastTime, b: LastTime) -> bool:
    one, two = interval(a.time), interval(b.time)
    return one is not None and two is not None and (one[1] < two[0] or two[1] < one[0])


def _agrees(a: LastTime, others: Sequence[LastTime]) -> bool:
    """Whether another report has the same last time of the same thing."""
    return any(_of_one_thing(a, b) and not _apart(a, b) for b in others)
