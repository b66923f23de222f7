"""Which speakers of a document a user means by a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.model import Quote
from treatydiff.tokens import WORD, norm

_ARTICLES = frozenset({"the", "a", "an"})


def said_by(asked: Sequence[str], quotes: Iterable[Quote], titles: Iterable[str] = ()) -> set[str]:
    """Ids of the quotes whose speaker is meant by one of these names.

    A name means each speaker whose name holds all its words, titles aside ("Sahin", "gulsah sahin",
    "President Sahin"), or who is called so somewhere in the text ("the Ruritanian leader").  Only where
    that finds nobody may its words differ by a letter or two.
    """
    known = list(quotes)
    plain = frozenset(norm(title) for title in titles)
    return {q.id for name in asked for q in _exactly(name, known, plain) or _nearly(name, known)}


def _exactly(name: str, quotes: Sequence[Quote], titles: frozenset[str]) -> list[Quote]:
    words = _words(name)
    bare = words - titles
    called = _called(quotes)
    speakers = {
        speaker
        for speaker, mentions in called.items()
        if (bare and bare <= _words(speaker)) or (words and words in mentions)
    }
    return [
        q
        for q in quotes
        if q.speaker in speakers or (q.speaker is None and words and _words(q.mention or "") == words)
    ]


def _nearly(name: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotes of speakers whose names hold each word, give or take a letter in four."""
    from rapidfuzz.distance import OSA

    words = _words(name)

    def near(word: str, other: str) -> bool:
        allowed = min(2, len(word) // 4)
        return OSA.distance(word, other, score_cutoff=allowed) <= allowed

    speakers = {
        speaker
        for speaker in _called(quotes)
        if words and all(any(near(w, other) for other in _words(speaker)) for w in words)
    }
    return [q for q in quotes if q.speaker in speakers]


def _called(quotes: Sequence[Quote]) -> dict[str, list[frozenset[str]]]:
    """Each speaker with what the text calls them, pronouns apart."""
    out: dict[str, list[frozenset[str]]] = {}
    for q in quotes:
        if q.speaker is not None:
            mentions = out.setdefault(q.speaker, [])
            if q.mention and q.resolution != "pronoun":
                mentions.append(_words(q.mention))
    return out


def _words(name: str) -> frozenset[str]:
    return frozenset(norm(w) for w in WORD.findall(name)) - _ARTICLES
