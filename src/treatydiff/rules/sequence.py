"""Two events in opposite order.

Both reports tell the same two things and put one before the other, but not the same one: "before the vault
was opened" here, "only after the vault had been opened" there, or "A before B" against "B before A".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from treatydiff.frozen import dataclass
from treatydiff.hints import Literal
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, Span, Token
from treatydiff.rules import Example, Keys, Pair, Told, in_both, sentence
from treatydiff.rules._clauses import shown
from treatydiff.rules._orders import orders, other_orders
from treatydiff.rules._pack import words_of
from treatydiff.rules._words import Content, alike, content, names_within, same_word
from treatydiff.tokens import within

LINKED, SURE = 35.0, 60.0
"""How strong a link must be, and how strong it is where the clash is likely."""
FEWEST, MANY = 2, 4
"""Words that the two orders have in common at least, and from which both surely tell the same events."""
MAIN, OTHER = 0.51, 0.3
"""Share of its words, 0 to 1, that the shorter telling of either event has in common with the other."""

EXAMPLES = (
    Example(
        "The guard fired a shot before the clerk had opened the safe.",
        "A shot was fired, but only after the safe had been opened.",
        True,
    ),
    Example(
        "The cracks were discovered after the first lorry had crossed the bridge.",
        "The cracks were discovered before any lorry had crossed the bridge.",
        True,
    ),
    Example(
        "The tower fell before the siren sounded in the harbour.",
        "The siren in the harbour sounded before the tower fell.",
        True,
    ),
    Example(
        "After the council had voted, the mayor resigned.",
        "The mayor resigned before the council voted.",
        True,
    ),
    Example(
        "The tower fell before the siren sounded in the harbour.",
        "The siren in the harbour sounded after the tower fell.",
        False,
    ),
    Example(
        "The guard fired a shot before the clerk had opened the safe.",
        "The guard fired once, before the safe was opened by the clerk.",
        False,
    ),
    Example(
        "The mayor resigned after the council had voted.",
        "The mayor flew home before the council had voted.",
        False,
    ),
    Example(
        "The painting was insured before it left the museum.",
        "It was only after the painting had left the museum that it was insured.",
        True,
    ),
    Example(
        "A sailor killed two men at the port before turning the gun on himself.",
        "Two men were killed after a shooting with a gun at the port.",
        False,
    ),
    Example(
        "A sailor killed two men at the port before shooting himself.",
        "Two men were killed after a shooting at the port.",
        False,
    ),
    Example("The shop opened before noon on Friday.", "The shop opened after a party on Friday.", False),
    Example(
        "The alarm went off only after the blast had cut the power.",
        "The alarm had been howling for an hour when the explosion came.",
        True,
    ),
    Example(
        "The club was warned before the fire.", "Nobody warned the club until the blaze broke out.", True
    ),
    Example(
        "The clerk was shot when the men had opened the safe.",
        "The men shot the clerk, then opened the safe.",
        True,
    ),
    Example(
        "The mayor resigned and the council apologised later.",
        "The mayor resigned after the council had apologised.",
        True,
    ),
    Example(
        "By the time the alarm rang, the guards had already left the museum.",
        "The guards left the museum after the alarm.",
        True,
    ),
    Example(
        "It was after the collapse that the workers left the hall.",
        "The workers had left the hall before the roof collapsed.",
        True,
    ),
    Example(
        "Having locked the gate, the guards left the yard.",
        "The guards left the yard and locked the gate afterwards.",
        True,
    ),
    Example(
        "By the time the alarm rang, the guards had already left the museum.",
        "The guards left the museum before the alarm.",
        False,
    ),
    Example(
        "The mayor resigned later than the council had wished.",
        "The council met before the mayor resigned.",
        False,
    ),
    Example(
        "The club was warned before the fire.", "The fire broke out after the club had been warned.", False
    ),
    Example("The mayor spoke before the concert.", "The bishop spoke after the concert.", False),
)


@dataclass(frozen=True, slots=True)
class _Order:
    """Two events of a sentence and which comes first."""

    word: Span
    """"before" or "after"."""
    direction: Literal["before", "after"]
    main: Content
    """What happens before or after …"""
    other: Content
    """… the other event."""
    acts: tuple[str, str | None]
    """The verb of either, by its stem; None where a noun tells the other one."""


def keys(told: Told) -> Keys:
    """Whether the claim's sentence states an order."""
    stated = bool(told.of(_orders)) or bool(told.clause(orders))
    return in_both(("order",) if stated else ())


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two orders that cannot both be."""
    found = list(_worded_alike(pair))
    yield from found
    for a, b in () if found else other_orders(pair):
        one, two = shown(a.word, pair.left), shown(b.word, pair.right)
        yield Reason(
            "sequence",
            "contradiction",
            f"{one} / {two}, the other way round",
            "{left} has one of two things come first, {right} the other one.",
            (a.word,),
            (b.word,),
            "possible",
            "Both may hold if they speak of two occasions.",
        )
        return


def _worded_alike(pair: Pair) -> Iterator[Reason]:
    """The clash of two orders that are told in much the same words."""
    if pair.link.score < LINKED:
        return
    left, right = pair.both(_orders)
    for a in left:
        for b in right:
            common = _opposed(a, b, pair.language)
            if common < FEWEST:
                continue
            one, two = a.direction, b.direction
            swapped = "" if one != two else ", the other way round"
            yield Reason(
                "sequence",
                "contradiction",
                f"{one} / {two}{swapped}",
                f"{{left}} puts one thing {one} the other, {{right}} {two}{swapped}.",
                (a.word,),
                (b.word,),
                "likely" if common >= MANY and pair.link.score >= SURE else "possible",
                "Both may hold if they speak of two occasions.",
            )
            return


def _opposed(a: _Order, b: _Order, language: Language) -> int:
    """Words that two orders of the same two events have in common, where they are opposite; else 0."""
    straight = _together(a.main, b.main, a.other, b.other)
    crossed = _together(a.main, b.other, a.other, b.main)
    if a.direction != b.direction:
        # The mayor may do one thing before a vote and another one after it.
        same = same_word(a.acts[0], b.acts[0], language) and _one_act(a, b, language)
        return straight if straight > crossed and same else 0
    same = same_word(a.acts[0], b.acts[1] or "", language) and same_word(a.acts[1] or "", b.acts[0], language)
    return crossed if crossed > straight and same else 0


def _one_act(a: _Order, b: _Order, language: Language) -> bool:
    """Whether the second events of two orders may be one: by two verbs, or a verb and a noun of its sense."""
    (_, one), (_, two) = a.acts, b.acts
    if one and two:
        return same_word(one, two, language)
    verb, nouns = (one, b.other) if one else (two, a.other)
    return not verb or "" in (one, two) or any(same_word(verb, noun, language) for noun in nouns)


def _together(a: Content, b: Content, c: Content, d: Content) -> int:
    """Words that `a` and `b`, and `c` and `d`, have in common; 0 where either pair is of unlike events."""
    first, second = alike(a, b), alike(c, d)
    if not first or not second:
        return 0
    if len(first) < MAIN * min(len(a), len(b)) or len(second) < OTHER * min(len(c), len(d)):
        return 0
    return len(first) + len(second)


def _orders(claim: Claim, reading: Reading, language: Language) -> list[_Order]:
    """The orders that the claim's sentence states."""
    return list(_stated(claim, reading, language))


def _stated(claim: Claim, reading: Reading, language: Language) -> Iterator[_Order]:
    passage = reading.passages[claim.passage]
    tokens, text = passage.tokens, reading.document.text
    words = _directions(language)
    at = [k for k, t in enumerate(tokens) if t.norm in words and k + 1 < len(tokens)]
    if not at:
        return
    stop = frozenset(language.words("grammar", "stop"))
    cleft = language.words("roles", "order_that")
    auxiliaries = words_of(language).pluperfect
    reflexive = words_of(language).reflexive
    names = {k for n in names_within(reading, passage.span) for k in within(tokens, n.span)}
    times = {k for c in sentence(claim, reading) for t in c.times for k in within(tokens, t.span)}
    verbs = [p for c in sentence(claim, reading) for p in c.predicates]
    for n, k in enumerate(at):
        end = at[n + 1] if n + 1 < len(at) else len(tokens)
        comma = next((i for i in range(k + 2, end) if _mark(text, tokens[i - 1], tokens[i])), end)
        start = at[n - 1] + 1 if n else 0
        opens = k == start
        if comma == k + 1 or (opens and comma == end):
            continue
        main = range(comma, end) if opens else range(start, k)
        other = range(k + 1, comma)
        that = next((i for i in other if tokens[i].norm in cleft), None)
        if that is not None and not opens and all(tokens[i].norm in stop for i in main):
            # "It was only after the vote that he resigned."
            main, other = range(that + 1, comma), range(k + 1, that)
            if not main or not other:
                continue
        own = [v for v in verbs if tokens[main[0]].start <= v.span.start < tokens[main[-1]].end]
        later = [v for v in verbs if tokens[other[0]].start <= v.span.start < tokens[other[-1]].end]
        if not own:
            continue
        verb = own[0] if opens else own[-1]
        main = _clause(main, verb.span.start, tokens, text)
        told = [
            content((tokens[i] for i in part if i not in names and i not in times), language)
            for part in (main, other)
        ]
        if all(told):
            word = Span(tokens[k].start, tokens[k].end)
            # "Before any train had been through it": of the verb, only what goes with it is known.
            unknown = "" if any(tokens[i].norm in auxiliaries for i in other) else None
            act = later[0].stem if later else unknown
            if act and any(tokens[i].norm in reflexive for i in other):
                # "Before shooting himself" is not before "the shooting".
                act = f"{act} self"
            acts = (verb.stem, act)
            yield _Order(word, words[tokens[k].norm], told[0], told[1], acts)


def _clause(part: range, verb: int, tokens: Sequence[Token], text: str) -> range:
    """The words around a verb up to the marks on either side."""
    at = next(i for i in part if tokens[i].start >= verb)
    first = next((i for i in range(at, part[0], -1) if _mark(text, tokens[i - 1], tokens[i])), part[0])
    last = next(
        (i for i in range(at + 1, part[-1] + 1) if _mark(text, tokens[i - 1], tokens[i])), part[-1] + 1
    )
    return range(first, last)


def _mark(text: str, before: Token, after: Token) -> bool:
    return any(c in ",;:—–" for c in text[before.end : after.start])


@cache
def _directions(language: Language) -> dict[str, Literal["before", "after"]]:
    words: dict[str, Literal["before", "after"]] = {}
    words |= dict.fromkeys(language.words("roles", "before"), "before")
    words |= dict.fromkeys(language.words("roles", "after"), "after")
    return words
