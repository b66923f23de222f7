"""What ties the two sides of a finding to one event, in words: the names, figures and words of both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from treatydiff.align.words import Bag, bag
from treatydiff.language import Language
from treatydiff.model import Claim, Link, Passage, Quantity, Reading, Span, Token
from treatydiff.rules import once_a_report
from treatydiff.rules._words import names_within

MOST_NAMES, MOST_WORDS = 4, 5
"""Names, and other words, that are told: enough to see what it rests on at one look."""


def in_common(link: Link, left: Reading, right: Reading, language: Language) -> tuple[str, ...]:
    """What the sentences of two linked claims have in common, each as a reader would say it.

    Names first, in their fullest form, whatever either sentence calls them; then words and figures, those
    that weigh most first, a word that the other side has a synonym of as "pact / agreement".
    """
    one, two = _passage(link.left, left), _passage(link.right, right)
    ours, theirs = _entities(one, left), _entities(two, right)
    names = [entity for entity in ours if entity in theirs][:MOST_NAMES]
    a, b = (_bag(p, reading, language) for p, reading in ((one, left), (two, right)))
    first = _forms(one, a, [*_units(one, left), *(span for entity in names for span in ours[entity])])
    second = _forms(two, b, [*_units(two, right), *(span for entity in names for span in theirs[entity])])
    words = {
        min((first[w], second[w]), key=lambda form: (len(form), form)): a.weights[w]
        for w in first.keys() & second.keys()
    }
    for sense in a.senses.keys() & b.senses.keys():
        x, y = a.senses[sense], b.senses[sense]
        if x in first and y in second and x not in second and y not in first:
            words[f"{first[x]} / {second[y]}"] = min(a.weights[x], b.weights[y])
    heaviest = sorted(words, key=lambda word: (-words[word], sorted(word)))
    return (*names, *heaviest[:MOST_WORDS])


def _bag(passage: Passage, reading: Reading, language: Language) -> Bag:
    known = _bags(reading)
    if passage.index not in known:
        known[passage.index] = bag(passage.tokens, language)
    return known[passage.index]


@once_a_report
def _bags(reading: Reading) -> dict[int, Bag]:
    """The words of content of those sentences of a document that were asked for."""
    return {}


def _passage(claim: Claim, reading: Reading) -> Passage:
    return reading.passages[claim.passage]


def _entities(passage: Passage, reading: Reading) -> Mapping[str, list[Span]]:
    """Who and what a sentence names, with the places where it does."""
    found: dict[str, list[Span]] = {}
    for name in names_within(reading, passage.span):
        if name.entity and passage.span.overlap(name.span):
            found.setdefault(name.entity, []).append(name.span)
    return found


def _units(passage: Passage, reading: Reading) -> list[Span]:
    """The words of a sentence's figures that neither count nor are counted: "per cent" says nothing alone."""
    claims, number = reading.claims, passage.index
    first = bisect_left(claims, number, key=lambda c: c.passage)
    own = claims[first : bisect_right(claims, number, first, key=lambda c: c.passage)]
    tokens = passage.tokens

    def told(figure: Quantity) -> Sequence[Token]:
        start = bisect_right(tokens, figure.span.start, key=lambda t: t.end)
        return tokens[start : bisect_left(tokens, figure.span.end, key=lambda t: t.start)]

    return [
        Span(token.start, token.end)
        for claim in own
        for figure in claim.quantities
        for token in told(figure)
        if not token.text[0].isdigit() and token.stem not in figure.noun
    ]


def _forms(passage: Passage, words: Bag, told: list[Span]) -> dict[str, str]:
    """Each content word of a sentence that lies in none of these places, as it is first written."""
    found: dict[str, str] = {}
    covered = {place for span in told for place in range(span.start, span.end)}
    for token in passage.tokens:
        key = _key(token, words)
        if key and covered.isdisjoint(range(token.start, token.end)):
            found.setdefault(key, token.text)
    return found


def _key(token: Token, words: Bag) -> str | None:
    """What the sentence's bag holds a word or figure as."""
    if token.stem in words.words:
        return token.stem
    plain = token.norm.replace(",", "")
    return plain if plain in words.words else None
