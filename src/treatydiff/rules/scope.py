"""One fact, told of more here than there.

One report says it of all, the other of some ("every village", "some villages"), or only one of them limits it
("partly destroyed", "destroyed").  It may be loose wording, or two views of how far a thing goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reason, Span
from treatydiff.rules import Example, Keys, Pair, Told, in_both
from treatydiff.tables import once_a_language

LINKED = 55.0
ALIKE = 0.5
"""Share of the words of content, 0 to 1, that two clauses have in common where they tell one fact."""
REACH = 4
"""Words after a quantifier among which the word stands that it limits."""

SOFT = True
"""Run on links that are shown alone."""

EXAMPLES = (
    Example("All roads into the valley are closed.", "Some roads into the valley are closed.", True),
    Example("Most of the houses in Tarn were lost.", "Every one of the houses in Tarn was lost.", True),
    Example("The mill was partly destroyed by fire.", "The mill was destroyed by fire.", True),
    Example("All roads into the valley are closed.", "Every road into the valley is closed.", False),
    Example("All roads into the valley are closed.", "Roads into the valley are closed.", False),
    Example("Some roads are closed.", "Some people fled.", False),
)


class _Limit(NamedTuple):
    """A word that a claim limits, or does not."""

    kind: str
    """"whole", "part", or "" where nothing limits it."""
    span: Span


def keys(told: Told) -> Keys:
    """Whether the claim takes a thing in part, which the other one may take whole or bare."""
    part = _quantifiers(told.language)
    if any(part.get(t.norm) == "part" for t in told.claim.tokens):
        return in_both(("part", "any"))
    return Keys(frozenset(("any",)), frozenset(("part",)))


def judge(pair: Pair) -> Iterator[Reason]:
    """A softer difference for the first word that one side takes as a whole or bare, the other in part."""
    part = _quantifiers(pair.language)
    if pair.link.score < LINKED or not any(
        part.get(t.norm) == "part" for c in (pair.link.left, pair.link.right) for t in c.tokens
    ):
        return
    left, right = _limits(pair.link.left, pair), _limits(pair.link.right, pair)
    if 2 * len(left.keys() & right.keys()) < ALIKE * (len(left) + len(right)):
        return
    for stem, a in left.items():
        b = right.get(stem)
        if b is None or "part" not in (a.kind, b.kind) or a.kind == b.kind:
            continue
        one, two = (
            " ".join(r.document.text[limit.span.start : limit.span.end].split())
            for r, limit in ((pair.left, a), (pair.right, b))
        )
        words = f"{{left}} says “{one}”, {{right}} “{two}”."
        yield Reason("scope", "difference", f"{one} / {two}", words, (a.span,), (b.span,))
        return


def _limits(claim: Claim, pair: Pair) -> dict[str, _Limit]:
    """Stem of each word of content → how far the claim takes it; of a word that stands twice, the first."""
    words = _quantifiers(pair.language)
    stop = frozenset(pair.language.words("grammar", "stop"))
    verbs = frozenset((*pair.language.words("cues", "auxiliaries"), *pair.language.words("cues", "be")))
    figures = [q.span for q in claim.quantities]
    found: dict[str, _Limit] = {}
    open_at, kind = -REACH, ""
    for n, token in enumerate(claim.tokens):
        if token.norm in verbs or any(s.start <= token.start < s.end for s in figures):
            open_at = -REACH
        elif token.norm in words:
            open_at, kind = n, words[token.norm]
        elif token.norm not in stop and token.text[0].isalpha():
            near = n - open_at < REACH
            start = claim.tokens[open_at].start if near else token.start
            limit = _Limit(kind if near else "", Span(start, token.end))
            found.setdefault(token.stem, limit)
            open_at = -REACH
    return found


@once_a_language
def _quantifiers(language: Language) -> dict[str, str]:
    return {w: kind for kind in ("whole", "part") for w in language.words("roles", kind)}
