"""Who gets or has a post: "she will run the transport ministry", "transport goes to Ada Holm", "head of it".

A post is what somebody is at the head of, a body or a field of government, and what its holder is called,
where that says more.  Who had one is not told: only who has it, is to have it, or was put into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules._phrases import Phrase, phrases
from treatydiff.rules._roles import Slot, persons
from treatydiff.rules._subjects import is_somebody
from treatydiff.tokens import stems

Run = tuple[Token, ...]


class Post(NamedTuple):
    """Somebody with a post."""

    who: str
    of: str
    """Stem of what it is at the head of."""
    title: frozenset[str]
    """Stem of what its holder is called; empty for "head", "chief" and the like."""
    span: Span
    """The phrase with the name."""


class _Words(NamedTuple):
    leading: frozenset[str]
    appointing: frozenset[str]
    giving: frozenset[str]
    fields: frozenset[str]
    """What ministries are of."""
    posts: frozenset[str]
    """Nouns for posts that do not say which: "the job of treasurer", "the finance portfolio"."""
    titles: frozenset[str]
    heads: frozenset[str]
    """Titles of all who are at the head of something."""
    lesser: frozenset[str]
    new: frozenset[str]
    """Words before a title that do not say of what it is."""
    of: frozenset[str]
    be: frozenset[str]
    past: frozenset[str]
    auxiliary: frozenset[str]
    stop: frozenset[str]
    ordinals: frozenset[str]
    """With these a title is no post: "the fifth coach to be fired"."""
    telling: frozenset[str]
    """Stems of which a sentence has one if it tells a post."""


@cache
def _words(language: Language) -> _Words:
    def stemmed(key: str) -> frozenset[str]:
        return frozenset(stems(language.words("roles", key), language.code))

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(language.words(section, key))

    be, modals = words("assertion", "be"), frozenset(language.values("assertion", "modals"))
    leading, fields, titles, heads = (stemmed(key) for key in ("leading", "portfolios", "titles", "heads"))
    return _Words(
        leading,
        stemmed("appointing"),
        stemmed("giving"),
        fields,
        stemmed("posts"),
        titles,
        heads,
        words("roles", "lesser"),
        words("roles", "out_of_office"),
        words("figures", "of"),
        be,
        words("assertion", "past_be"),
        be | modals | words("assertion", "determiners") | words("syntax", "to"),
        words("grammar", "stop"),
        frozenset(language.values("figures", "ordinals")),
        leading | fields | titles | heads,
    )


def posts(
    claims: Sequence[Claim], known: Sequence[Slot], reading: Reading, language: Language
) -> Iterator[Post]:
    """The posts that a sentence gives to somebody whom it names."""
    words = _words(language)
    tokens = reading.passages[claims[0].passage].tokens
    told = {*(t.stem for t in tokens), *(p.stem for c in claims for p in c.predicates)}
    if words.telling.isdisjoint(told):
        return
    found = phrases(claims, reading, language)
    for slot in known:
        named = persons(slot, reading, language) if len(slot.fillers) == 1 else []
        if len(named) != 1 or slot.verb.polarity < 0 or slot.verb.denied:
            continue
        for phrase in _told_of(slot, known, words):
            if (
                post := _post(*_with_of(phrase, found, words), words, slot.verb.stem in words.leading)
            ) is not None:
                yield Post(named[0], *post, slot.fillers[0].span)
        if slot.verb.stem in words.appointing and slot.role in ("agent", "patient"):
            behind = max(slot.verb.span.end, slot.fillers[0].span.end)
            if (post := _post(*_run(behind, tokens, reading, words), words, False)) is not None:
                yield Post(named[0], *post, slot.fillers[0].span)
    for k, phrase in enumerate(found):
        if is_somebody(phrase) and not phrase.preposition:
            for base, of in _same(k, found, tokens, reading, words):
                if (post := _post(base, of, words, False)) is not None:
                    yield Post(phrase.names[-1].entity, *post, phrase.span)


def _told_of(slot: Slot, known: Sequence[Slot], words: _Words) -> Iterator[Phrase]:
    """The phrases that may tell the post of whoever fills a role."""
    verb, role = slot.verb, slot.role
    others = {s.role: s.fillers[0] for s in known if s.verb is verb and s is not slot}
    if role == "agent" and verb.stem in words.leading and verb.status in ("planned", "ongoing"):
        yield from (others[r] for r in ("patient",) if r in others)
    elif role == "to" and verb.stem in words.giving:
        yield from (others[r] for r in ("agent", "patient") if r in others)
    elif role in ("agent", "patient") and verb.stem in words.appointing:
        yield from (others[r] for r in ("as",) if r in others)


def _with_of(phrase: Phrase, found: Sequence[Phrase], words: _Words) -> tuple[Run, Run]:
    """The words of a phrase, and those of the "of" behind it."""
    of = next((p for p in found if p.span.start > phrase.span.end), None)
    belongs = of is not None and of.noun == phrase.head.stem and of.preposition in words.of
    return phrase.tokens, of.tokens if of is not None and belongs else ()


def _run(start: int, tokens: Run, reading: Reading, words: _Words) -> tuple[Run, Run]:
    """The noun with what qualifies it that begins at a place, and the noun behind its "of"."""
    runs: list[list[Token]] = [[], []]
    part, end = 0, start
    for token in tokens:
        if token.start < start:
            continue
        if reading.document.text[end : token.start].strip() or not token.text[0].isalpha():
            break
        end = token.end
        if token.norm in words.of and runs[0] and not part:
            part = 1
        elif token.norm in words.stop:
            if runs[part]:
                break
        else:
            runs[part].append(token)
    return tuple(runs[0]), tuple(runs[1])


def _same(
    k: int, found: Sequence[Phrase], tokens: Run, reading: Reading, words: _Words
) -> Iterator[tuple[Run, Run]]:
    """What somebody is told to be or become: "the new coach of the town will be Ada Holm"."""
    own, before = found[k], k - 1
    while before >= 0 and found[before].preposition in words.of:
        before -= 1
    if before >= 0 and _is_to_be(
        [t for t in tokens if found[k - 1].span.end <= t.start < own.span.start], words
    ):
        yield _with_of(found[before], found, words)
    behind = [t for t in tokens if t.start >= own.span.end]
    verb = [t for n, t in enumerate(behind) if all(u.norm in words.auxiliary for u in behind[: n + 1])]
    if _is_to_be(verb, words):
        yield _run(verb[-1].end, tokens, reading, words)


def _is_to_be(between: Sequence[Token], words: _Words) -> bool:
    """Whether words between two phrases say that the one is, or will be, the other."""
    told = {t.norm for t in between}
    return bool(told & words.be) and not told & words.past and told <= words.auxiliary


def _post(base: Run, of: Run, words: _Words, any_body: bool) -> tuple[str, frozenset[str]] | None:
    """What a post that a noun names is at the head of, and the title; None where it names none.

    With `any_body`, the noun is what somebody leads, whatever that is.
    """
    if not base or any(t.norm in words.lesser or t.norm in words.ordinals for t in base):
        return None
    head = base[-1].stem
    field = next((t.stem for t in base if t.stem in words.fields), "")
    if field and (head in words.posts or len(base) == 1):
        return field, frozenset()
    if head in words.posts:
        # "The job of treasurer", "the ministry of finance"
        return _post(of, (), words, False)
    if head in words.titles or head in words.heads:
        # "The governor of the bank", "the bank governor"
        led = of[-1:] or [t for t in base[-2:-1] if t.norm not in words.new and t.text.islower()]
        return (led[0].stem, frozenset((head,)) - words.heads) if led else None
    return (head, frozenset()) if any_body else None
