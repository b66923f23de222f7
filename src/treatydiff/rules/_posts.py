"""Who gets or has a post: "she will run the transport ministry", "transport goes to Ada Holm", "head of it".

A post is what somebody is at the head of, a body or a field of government, and what its holder is called,
where that says more.  Who had one is not told: only who has it, is to have it, or was put into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Span, Token
from treatydiff.rules._phrases import Phrase, phrases
from treatydiff.rules._roles import Slot, persons
from treatydiff.rules._subjects import is_somebody
from treatydiff.tables import once_a_language
from treatydiff.tokens import stems

Run = tuple[Token, ...]


class Post(NamedTuple):
    """Somebody with a post."""

    who: str
    new: bool
    """Whether he only gets it: another one may have it until then."""
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
    """With these, it is one that somebody only gets."""
    of: frozenset[str]
    be: frozenset[str]
    past: frozenset[str]
    ahead: frozenset[str]
    """Beside "be", they say that it is still to come: "will", "is to"."""
    auxiliary: frozenset[str]
    stop: frozenset[str]
    ordinals: frozenset[str]
    """With these a title is no post: "the fifth coach to be fired"."""
    turns: frozenset[str]
    """All these: they say whose turn it is."""
    telling: frozenset[str]
    """Stems of which a sentence has one if it tells a post."""


@once_a_language
def _words(language: Language) -> _Words:
    def stemmed(key: str) -> frozenset[str]:
        return frozenset(stems(language.words("roles", key), language.code))

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(language.words(section, key))

    lesser, ordinals = words("roles", "lesser"), frozenset(language.values("figures", "ordinals"))
    new = words("roles", "out_of_office") - lesser
    turns = lesser | ordinals | new
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
        lesser,
        new,
        words("figures", "of"),
        be,
        words("assertion", "past_be"),
        modals | words("syntax", "to"),
        (be | modals | words("assertion", "determiners") | words("syntax", "to")) - turns,
        words("grammar", "stop"),
        ordinals,
        turns,
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
        leads = slot.verb.stem in words.leading
        new = not leads or slot.verb.status == "planned"
        for phrase in _told_of(slot, known, words):
            if (post := _post(*_with_of(phrase, found, tokens, words), words, leads)) is not None:
                yield Post(named[0], new, *post, slot.fillers[0].span)
        if slot.verb.stem in words.appointing and slot.role in ("agent", "patient"):
            behind = max(slot.verb.span.end, slot.fillers[0].span.end)
            if (post := _post(*_run(behind, tokens, reading, words), words, False)) is not None:
                yield Post(named[0], True, *post, slot.fillers[0].span)
    for k, phrase in enumerate(found):
        if is_somebody(phrase) and not phrase.preposition:
            for base, of, new in _same(k, found, tokens, reading, words):
                if (post := _post(base, of, words, False)) is not None:
                    gets = any(t.norm in words.new or t.stem in words.appointing for t in base)
                    yield Post(phrase.names[-1].entity, new or gets, *post, phrase.span)


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


def _with_of(phrase: Phrase, found: Sequence[Phrase], tokens: Run, words: _Words) -> tuple[Run, Run]:
    """The words of a phrase with those that say whose turn it is, and those of the "of" behind it."""
    before = (t for t in reversed(tokens) if t.start < phrase.span.start)
    turn = takewhile(lambda t: t.norm in words.turns, before)
    of = next((p for p in found if p.span.start > phrase.span.end), None)
    belongs = of is not None and of.noun == phrase.head.stem and of.preposition in words.of
    return (*turn, *phrase.tokens), of.tokens if of is not None and belongs else ()


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
        elif token.norm in words.stop - words.turns:
            if runs[part]:
                break
        else:
            runs[part].append(token)
    return tuple(runs[0]), tuple(runs[1])


def _same(
    k: int, found: Sequence[Phrase], tokens: Run, reading: Reading, words: _Words
) -> Iterator[tuple[Run, Run, bool]]:
    """What somebody is told to be, and whether that is ahead: "the coach of the town will be Ada Holm"."""
    own, before = found[k], k - 1
    while before >= 0 and found[before].preposition in words.of:
        before -= 1
    if before >= 0:
        between = [t for t in tokens if found[k - 1].span.end <= t.start < own.span.start]
        if _is_to_be(between, words):
            yield *_with_of(found[before], found, tokens, words), _is_ahead(between, words)
    behind = [t for t in tokens if t.start >= own.span.end]
    verb = list(takewhile(lambda t: t.norm in words.auxiliary, behind))
    if _is_to_be(verb, words):
        yield *_run(verb[-1].end, tokens, reading, words), _is_ahead(verb, words)


def _is_to_be(between: Sequence[Token], words: _Words) -> bool:
    """Whether words between two phrases say that the one is, or will be, the other."""
    told = {t.norm for t in between}
    return bool(told & words.be) and not told & words.past and told <= words.auxiliary


def _is_ahead(between: Sequence[Token], words: _Words) -> bool:
    return any(t.norm in words.ahead for t in between)


def _post(base: Run, of: Run, words: _Words, any_body: bool) -> tuple[str, frozenset[str]] | None:
    """What a post that a noun names is at the head of, and the title; None where it names none.

    With `any_body`, the noun is what somebody leads, whatever that is.
    """
    if any(t.norm in words.lesser or t.norm in words.ordinals for t in base):
        return None
    base = tuple(t for t in base if t.norm not in words.new)
    if not base:
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
        led = of[-1:] or [t for t in base[-2:-1] if t.text.islower()]
        return (led[0].stem, frozenset((head,)) - words.heads) if led else None
    return (head, frozenset()) if any_body else None
