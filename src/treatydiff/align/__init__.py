"""Claims of two documents → links: which of them tell the same."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.model import Evidence, Link, Reading


def align(left: Reading, right: Reading, language: Language, threshold: float) -> list[Link]:
    """Links between claims of two documents that score at least `threshold`, in the order of the text."""
    from rapidfuzz.fuzz import token_set_ratio

    stop = frozenset(language.words("grammar", "stop"))

    def key(claim: object) -> str:
        return " ".join(t.stem for t in claim.tokens if t.norm not in stop)  # type: ignore[attr-defined]

    links = []
    rights = [(c, key(c)) for c in right.claims]
    for a in left.claims:
        ka = key(a)
        for b, kb in rights:
            score = token_set_ratio(ka, kb)
            if score > 0 and score >= threshold:
                links.append(Link(a, b, score, (Evidence("token_set", score, 1.0),)))
    return links
