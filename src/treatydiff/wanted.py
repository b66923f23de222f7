"""Which speakers of a document a user means by a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.language import Language
from treatydiff.model import Quote
from treatydiff.tokens import WORD, norm


def said_by(asked: Sequence[str], quotes: Iterable[Quote], language: Language) -> set[str]:
    """Ids of the quotes whose speaker is meant by one of these names.

    A name means each speaker whose name holds all its words, titles aside ("Sahin", "gulsah sahin",
    "President Sahin"), or who is called so somewhere in the text ("the Ruritanian leader").  An office alone
    means whoever has it beside the name ("president": "President Gulsah Sahin said", "Gulsah Sahin, the
    president").  Only where all that
    finds nobody may its words differ by a letter or two.
    """
    known = list(quotes)
    articles = frozenset(language.words("syntax", "articles"))
    titles = frozenset(norm(w) for w in language.words("names", "titles"))
    offices = titles | {norm(w) for role in language.words("names", "roles") for w in role.split()}
    called = _called(known, articles)
    roles: dict[str | None, set[frozenset[str]]] = {}
    for q in known:
        roles.setdefault(q.speaker, set()).update(map(_words, q.roles))
    found: set[str] = set()
    for name in asked:
        words = _words(name) - articles
        if not words:
            continue
        bare = words - titles
        speakers = {
            speaker
            for speaker, mentions in called.items()
            if (bare and bare <= _words(speaker))
            or words in mentions
            or (words <= offices and any(words <= mention - _words(speaker) for mention in mentions))
            or any(words <= role for role in roles[speaker])
        }
        unnamed = [q for q in known if q.speaker is None and _words(q.mention or "") - articles == words]
        if not speakers and not unnamed:
            speakers = _nearly(words, called)
        found.update(q.id for q in known if q.speaker in speakers)
        found.update(q.id for q in unnamed)
    return found


def _nearly(words: frozenset[str], called: Iterable[str]) -> set[str]:
    """Speakers whose names hold each word, give or take a letter in four."""
    from rapidfuzz.distance import OSA

    def near(word: str, other: str) -> bool:
        allowed = min(2, len(word) // 4)
        return OSA.distance(word, other, score_cutoff=allowed) <= allowed

    return {
        speaker for speaker in called if all(any(near(w, other) for other in _words(speaker)) for w in words)
    }


def _called(quotes: Sequence[Quote], articles: frozenset[str]) -> dict[str, list[frozenset[str]]]:
    """Each speaker with what the text calls them, pronouns apart."""
    out: dict[str, list[frozenset[str]]] = {}
    for q in quotes:
        if q.speaker is not None:
            mentions = out.setdefault(q.speaker, [])
            if q.mention and q.resolution != "pronoun":
                mentions.append(_words(q.mention) - articles)
    return out


def _words(name: str) -> frozenset[str]:
    return frozenset(norm(w) for w in WORD.findall(name))
