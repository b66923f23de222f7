"""How each claim asserts what it tells: its predicates, polarity, status, hedging, and who denies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from treatydiff.extract.clause import Words, words_of
from treatydiff.extract.denials import denied_claims, untrue
from treatydiff.extract.predicates import find_predicates
from treatydiff.frozen import replace
from treatydiff.language import Language
from treatydiff.model import Claim, Document, Name, Passage, Predicate, Quote

MOST = 12
"""Predicates of one claim that are looked at: no clause has more."""


def assert_claims(
    document: Document,
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    names: Sequence[Name],
    letters: Mapping[int, str],
    language: Language,
) -> tuple[Claim, ...]:
    """The claims with what they assert; a claim as a whole is what its main predicate is.

    `letters` are the kinds of the document's words by their offsets.
    """
    words = words_of(language)
    light = frozenset(words.verbs.stem(lemma) for lemma in language.words("assertion", "light"))
    found = {p.index: _predicates(document.text, p, letters, language) for p in passages}
    told = [_asserted(claim, found[claim.passage], light, words) for claim in claims]
    denied = denied_claims(document.text, passages, told, quotes, names, language)
    return tuple(replace(c, denied_by=denied[c.index]) if c.index in denied else c for c in told)


def _predicates(
    text: str, passage: Passage, letters: Mapping[int, str], language: Language
) -> tuple[Predicate, ...]:
    """The predicates of a sentence; those of what it calls untrue are denied."""
    found = find_predicates(text, passage, letters, language)
    part = untrue(text, passage, language)
    if part is None:
        return found
    return tuple(replace(p, denied=True) if part.start <= p.span.start < part.end else p for p in found)


def _asserted(claim: Claim, predicates: Sequence[Predicate], light: frozenset[str], words: Words) -> Claim:
    within = (p for p in predicates if claim.span.start <= p.span.start < claim.span.end)
    own = tuple(islice(within, MOST))
    if not own:
        return replace(claim, hedged=any(t.norm in words.hedges for t in claim.tokens))
    # What governs another predicate ("failed to sign") only says how that one is asserted.
    mains = [p for p in own if not any(q.group.start <= p.span.start < q.span.start for q in own)]
    main = next((p for p in mains if p.stem not in light), mains[0])
    return replace(claim, predicates=own, polarity=main.polarity, status=main.status, hedged=main.hedged)
