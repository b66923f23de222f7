"""Whose a figure is: "the league's 19 members", "the league has 16", "two and three, respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Quantity, Reading, Span
from treatydiff.rules import Pair, sentence
from treatydiff.rules._figures import words_of as figure_words
from treatydiff.rules._speech import same_name
from treatydiff.rules._words import names_within, same_word
from treatydiff.tokens import GENITIVE

LISTED = 3
"""Words between two figures of a list: "two years in prison and three"."""
ROUNDED = 0.05
"""By how much "three months" and "90 days" may differ."""


def of_one_owner(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two counts of one noun are of what one named owner has."""
    if a.unit or b.unit or not a.noun or a.noun != b.noun:
        return False
    one = _owner(a, pair.link.left, pair.left, pair.language)
    two = _owner(b, pair.link.right, pair.right, pair.language)
    return bool(one and two) and same_name(one, two, pair.language)


def _owner(q: Quantity, claim: Claim, reading: Reading, language: Language) -> str:
    """Who has what is counted: in the genitive before the figure, or the subject of a verb of having."""
    text, names = reading.document.text, names_within(reading, reading.passages[claim.passage].span)
    before = [n for n in names if n.resolution != "pronoun" and n.span.end <= q.span.start]
    if not before:
        return ""
    last = before[-1]
    if text[last.span.start : q.span.start].rstrip().endswith(GENITIVE) and _beside(last, q, text):
        return last.entity
    having = next((p for p in claim.predicates if p.stem in figure_words(language).having), None)
    if having is None or having.polarity < 0 or having.span.end + 1 != q.span.start:
        return ""
    return last.entity if 0 <= having.group.start - last.span.end <= 1 else ""


def _beside(name: Name, q: Quantity, text: str) -> bool:
    return text[name.span.end : q.span.start].strip() in ("", "'s", "’s", "'", "’")


def of_other_names(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Whether two figures stand beside two names, where either report gives several: "52 percent in Tarn"."""
    (one, many), (two, others) = (
        _name_behind(q, claim, reading)
        for q, claim, reading in ((a, pair.link.left, pair.left), (b, pair.link.right, pair.right))
    )
    return (many or others) and bool(one and two) and not same_name(one, two, pair.language)


def _name_behind(q: Quantity, claim: Claim, reading: Reading) -> tuple[str, bool]:
    """The first name behind a figure and before the next one of its kind, and whether there are several."""
    starts = [o.span.start for o in claim.quantities if o.unit == q.unit]
    end = min((at for at in starts if at > q.span.start), default=claim.span.end)
    names = names_within(reading, Span(q.span.end, end))
    return names[0].entity if names else "", len(starts) > 1


def shared_out(pair: Pair) -> tuple[Quantity, Quantity] | None:
    """A figure that "respectively" gives somebody, and another that the other report gives him."""
    ours, theirs = pair.both(_respective)
    for owners, single, swapped in ((ours, pair.link.right, False), (theirs, pair.link.left, True)):
        if not owners:
            continue
        persons = {n.entity for n in single.names if n.kind in ("person", "unknown")}
        if len(persons) != 1 or not _one_act(pair):
            continue
        who = persons.pop()
        for name, mine in owners:
            same = [q for q in single.quantities if q.unit == mine.unit]
            if same_name(name, who, pair.language) and len(same) == 1 and _differ(mine, same[0]):
                return (same[0], mine) if swapped else (mine, same[0])
    return None


def _differ(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of one person differ by more than what a change of unit makes."""
    return abs(a.low - b.low) > ROUNDED * max(a.low, b.low)


def _one_act(pair: Pair) -> bool:
    left, right = ([p for p in c.predicates if not p.noun] for c in (pair.link.left, pair.link.right))
    return any(same_word(p.stem, q.stem, pair.language) for p in left for q in right)


def _respective(claim: Claim, reading: Reading, language: Language) -> Sequence[tuple[str, Quantity]]:
    """Who has which figure, where a sentence names as many people as figures "respectively"."""
    passage = reading.passages[claim.passage]
    respectively = language.words("figures", "respectively")
    if not any(t.norm in respectively for t in passage.tokens):
        return ()
    figures = [q for c in sentence(claim, reading) for q in c.quantities]
    if figures:
        # "Fined 300 and 200 euros": the unit stands behind the last one alone.
        last = figures[-1].unit
        figures = [q if q.unit or q.noun else replace(q, unit=last) for q in figures]
    figures = [q for q in figures if q.unit == figures[-1].unit and q.unit != "age"]
    if not figures or not all(claim.span.overlap(q.span) for q in figures):
        return ()
    figures = _list_of(figures, claim)
    names = [
        n
        for n in names_within(reading, passage.span)
        if n.kind in ("person", "unknown")
        and n.resolution != "pronoun"
        and n.span.end <= figures[0].span.start
    ]
    names = names[-len(figures) :]
    verbs = [p.span.start for c in sentence(claim, reading) for p in c.predicates if not p.noun]
    if len(names) < len(figures) or any(names[0].span.end <= at < names[-1].span.start for at in verbs):
        return ()
    return [(n.entity, q) for n, q in zip(names, figures, strict=True)]


def _list_of(figures: list[Quantity], claim: Claim) -> list[Quantity]:
    """The last figures of a claim that stand in one list: "fined $80m last year and $5m and $3m now"."""
    first = len(figures) - 1
    while first and _words_between(figures[first - 1], figures[first], claim) <= LISTED:
        first -= 1
    return figures[first:]


def _words_between(a: Quantity, b: Quantity, claim: Claim) -> int:
    return sum(a.span.end <= t.start < b.span.start for t in claim.tokens)
