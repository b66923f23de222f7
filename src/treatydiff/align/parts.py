"""Parts of one whole that two reports count otherwise: "64 of the 119 seats", "70 members in a body of 119".

The whole is a larger count beside the part that both reports have; each of them gives one part of it, which
the other has nowhere.  Two parts that make up the whole, and those of which the opposite is said, are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from treatydiff.align.added import pair_of
from treatydiff.align.aspects import is_told
from treatydiff.align.bonds import Bonds
from treatydiff.align.ties import Tie
from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Predicate, Quantity, Reading
from treatydiff.rules import Pair
from treatydiff.rules._figures import MANY, other_names, shown, words_of
from treatydiff.rules._opposites import sides_of
from treatydiff.rules._pack import words_of as clause_words
from treatydiff.rules._sizes import FEW, alike_size, is_vague
from treatydiff.rules._speech import cues_within
from treatydiff.rules._words import Content, alike, content, same_word
from treatydiff.tokens import within

SURE = 0.6
"""How sure it is that two parts of one whole are of one thing."""
FIGURES = 4
"""A sentence with more counts is a table, or tells of several parts."""


class Part(NamedTuple):
    """A count of some of a whole."""

    figure: Quantity
    whole: Quantity
    claim: Claim
    told: Content
    """What is said of it, in words that do not only say of what it is a part."""
    verbs: tuple[Predicate, ...]


def part_ties(left: Reading, right: Reading, language: Language, bonds: Bonds) -> Iterator[Tie]:
    """The parts of one whole of which each report gives one, and both say the same."""
    ours = _by_whole(left, language)
    theirs = _by_whole(right, language) if ours else {}
    for size in sorted(ours.keys() & theirs.keys()):
        if len({p.figure.low for p in ours[size]}) == len({p.figure.low for p in theirs[size]}) == 1:
            a, b = ours[size][0], theirs[size][0]
            if _is_one(a, b, left, right, language, bonds):
                detail = f"{shown(a.figure, left)} / {shown(b.figure, right)}"
                yield Tie(a.claim, b.claim, SURE, detail)


def _by_whole(reading: Reading, language: Language) -> Mapping[float, Sequence[Part]]:
    """The parts that a report tells of each whole, by the size of the whole."""
    counts: dict[int, list[tuple[Quantity, Claim]]] = defaultdict(list)
    for claim in reading.claims:
        for q in claim.quantities:
            if q.unit == "" and not is_vague(q) and q.low > FEW:
                counts[claim.passage].append((q, claim))
    found: dict[float, list[Part]] = defaultdict(list)
    for told in counts.values():
        if not 1 < len(told) <= FIGURES:
            continue
        whole = max((q for q, _ in told), key=lambda q: q.low)
        parts = [(q, claim) for q, claim in told if q.high < whole.low]
        if whole.low == whole.high > MANY and len(parts) == 1:
            found[whole.low].append(_part(*parts[0], whole, reading, language))
    return found


def _part(q: Quantity, claim: Claim, whole: Quantity, reading: Reading, language: Language) -> Part:
    passage = reading.passages[claim.passage]
    cues, light = cues_within(reading, claim.passage), clause_words(language).light
    skipped = {passage.tokens[k].start for span in (q.span, whole.span) for k in within(passage.tokens, span)}
    tokens = [t for t in claim.tokens if t.start not in skipped and t.stem not in (*q.noun, *whole.noun)]
    verbs = [p for p in claim.predicates if not any(p.span.overlap(cue) for cue in cues)]
    said = content(tokens, language)
    return Part(
        q,
        whole,
        claim,
        {stem: senses for stem, senses in said.items() if stem not in light},
        tuple(verbs),
    )


def _is_one(a: Part, b: Part, left: Reading, right: Reading, language: Language, bonds: Bonds) -> bool:
    """Whether two parts of wholes of one size are of one whole, and the same is said of them."""
    p, q = a.figure, b.figure
    if not alike_size(p, q) or _agree(p, q) or _make_up(p, q, a.whole.low):
        return False
    if a.whole.low % 10 == 0 and not _same_noun(a.whole, b.whole, language):
        # Round numbers are of many things.
        return False
    if is_told(p, right, language) or is_told(q, left, language):
        return False
    pair = pair_of(a.claim, b.claim, left, right, language)
    if other_names(pair) or _is_opposite(a, b, pair):
        return False
    having = words_of(language).having
    both_have = all(any(v.stem in having for v in x.verbs) for x in (a, b))
    return both_have or bool(alike(a.told, b.told)) or bonds.partners(a.claim, b.claim)


def _agree(p: Quantity, q: Quantity) -> bool:
    return p.low <= q.high and q.low <= p.high


def _make_up(p: Quantity, q: Quantity, whole: float) -> bool:
    """Whether two parts may be all of a whole."""
    return p.low + q.low <= whole <= p.high + q.high


def _same_noun(a: Quantity, b: Quantity, language: Language) -> bool:
    return bool(a.noun and b.noun) and same_word(a.noun[-1], b.noun[-1], language)


def _is_opposite(a: Part, b: Part, pair: Pair) -> bool:
    """Whether the opposite is said of two parts, or one of them is what is not so."""
    if any(v.polarity < 0 for v in a.verbs) != any(v.polarity < 0 for v in b.verbs):
        return True
    senses = words_of(pair.language).senses
    one, two = ({w for w in x.figure.noun[-1:] if w in senses} for x in (a, b))
    if one and two and one != two:
        return True
    ours, theirs = pair.both(sides_of)
    return any((entry, 1 - number) in theirs for entry, number in ours)
