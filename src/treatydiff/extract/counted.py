"""What a figure counts: the noun with its qualifiers, and what happened to those who are counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from treatydiff.extract.numerals import Lexicon
from treatydiff.model import Token
from treatydiff.tokens import GENITIVE

REACH = 7
"""Tokens that are looked at on either side for what happened to those counted."""
BETWEEN = 9
"""Tokens between two commas that are passed over: "nine men, three of them teachers, were arrested"."""
NUMBERED = 12
"""Tokens before a figure among which "the number of" stands."""
OBJECT, WHEN = 3, 2
"""Words behind a verb among which a unit of time, and the name of a day or season, says when, not whom."""
HARM = 4
"""Words behind a verb of suffering among which that stands which was suffered."""
STATE = 3
"""Words among which the state that they are in stands: "in enemy captivity"."""


def counted(
    tokens: Sequence[Token], first: int, last: int, text: str, start: int, words: Lexicon, value: float
) -> tuple[tuple[str, ...], int]:
    """Stems of qualifiers, head and sense, head or sense last; and the index after the noun phrase.

    ``first:last`` are the tokens of the figure.  "Killing 27 people" and "27 deaths" both give
    ``("dead",)``, "27 soldiers were killed" gives ``("soldier", "dead")``.  A part counts what its whole
    does, "88 of the 150 seats", and ends before it.
    """
    if (whole := _whole(tokens, last, words)) > last:
        return counted(tokens, first, whole + 1, text, start, words, value)[0], last
    run, end = _run(tokens, last, text, start, words)
    head, parent = _head(run, words, value), _parent(tokens, first, words)
    if parent and (head is None or run[head].norm in words.senses):
        # "A mother of two", "mother of two dies"
        return parent, last
    if head is not None:
        end = last + _offset(tokens, last, run[head])
        named = bool(parent) or run[head].norm in words.senses or run[head].norm in words.lists["held"]
        sense = None if named else _told_after(tokens, first, end + 1, text, start, words)
        plain = words.adverbs | words.lists["attributive"]
        qualifiers = [t.stem for t in run[:head] if t.norm not in plain]
        own = words.senses.get(run[head].norm)
        kind = [] if own or run[head].norm in words.people else [run[head].stem]
        before = own or sense or _sense_before(tokens, first, text, start, words)
        before = before or next((words.senses[t.norm] for t in run[:head] if t.norm in words.senses), None)
        sense = before or _listed(tokens, first, end + 1, text, start, words)
        if sense and run[head].norm in words.never_so.get(sense, ()):
            # "Fired 40 rubber bullets"
            sense = None
        if sense is None and not kind:
            kind = ["people"]
        noun = [
            *(q for q in qualifiers if not sense or words.senses.get(q) != sense),
            *kind,
            *([sense] if sense else []),
        ]
        return tuple(noun), end + 1
    sense = _sense_after(tokens, last, text, start, words)
    if sense is None and (numbered := _numbered(tokens, first, text, start, words)):
        return numbered, last
    if sense and tokens[last].norm in words.lists["of"]:
        # "Nine of the dead were passengers"
        return (*_who_they_were(tokens, last + 3, text, start, words), sense), last
    sense = sense or _sense_before(tokens, first, text, start, words)
    following = [t.norm for t in tokens[last : last + 3]]
    joints = (words.lists["of"], words.lists["those"], words.lists["phrase_openers"])
    if sense is None and len(following) > 2 and all(w in ws for w, ws in zip(following, joints, strict=True)):
        # "Nine of those on board were hurt"
        sense = _told_after(tokens, first, last + 2, text, start, words)
    return ((sense,) if sense else ()), last


def _parent(tokens: Sequence[Token], first: int, words: Lexicon) -> tuple[str, ...]:
    """Whose children a figure counts: those of the "mother of two"."""
    if first < 2 or tokens[first - 1].norm not in words.lists["of"]:
        return ()
    parent = tokens[first - 2]
    return (parent.stem, *words.lists["offspring"]) if parent.norm in words.lists["parents"] else ()


def _who_they_were(tokens: Sequence[Token], j: int, text: str, start: int, words: Lexicon) -> list[str]:
    """Stem of the noun behind token `j` that says who those of one fate "were"."""
    if j + 1 >= len(tokens) or tokens[j].norm not in words.lists["was"]:
        return []
    run, _ = _run(tokens, j + 1, text, start, words)
    head = _head(run, words, inf)
    noun = run[head] if head is not None else None
    return [noun.stem] if noun and noun.norm not in words.people and noun.norm not in words.senses else []


def _numbered(tokens: Sequence[Token], first: int, text: str, start: int, words: Lexicon) -> tuple[str, ...]:
    """What stands behind "the number of" before a figure: "the number of pupils will fall to 300"."""
    lists = words.lists
    for k in range(first - 1, max(0, first - NUMBERED), -1):
        gap = text[tokens[k].end - start : tokens[k + 1].start - start]
        by = k == first - 1 and tokens[k].norm in lists["changes"]
        if by or any(c in gap for c in ';:.,("”“') or tokens[k].text[0].isdigit():
            return ()
        if tokens[k].norm in lists["of"] and tokens[k - 1].norm in lists["numbers_of"]:
            return counted(tokens, k, k + 1, text, start, words, 0.0)[0]
    return ()


def _told_after(
    tokens: Sequence[Token], first: int, j: int, text: str, start: int, words: Lexicon
) -> str | None:
    """What the words behind a counted noun say of those counted, at once or behind a phrase.

    "Twelve guests were hurt", "twelve guests from Tarn were hurt", "twelve men and two women were hurt".
    """
    if (sense := _sense_after(tokens, j, text, start, words)) or j >= len(tokens):
        return sense
    plural = j + 1 < len(tokens) and words.is_plural(tokens[j + 1].norm)
    if tokens[j].norm in words.lists["joining"] and plural:
        # "Twelve guests and waiters were hurt"
        return _sense_after(tokens, j + 2, text, start, words)
    if tokens[j].norm in words.lists["joining"] and _is_figure(tokens, j + 1, words):
        noun, _ = counted(tokens, j + 1, j + 2, text, start, words, inf)
        return noun[-1] if noun and noun[-1] in words.senses.values() else None
    if tokens[j].norm not in words.lists["phrase_openers"]:
        return None
    if first and tokens[first - 1].norm in words.lists["phrase_openers"]:
        # "In 12 towns in the north": something else is told of
        return None
    for k in range(j + 1, min(len(tokens), j + REACH)):
        token = tokens[k]
        gap = text[tokens[k - 1].end - start : token.start - start]
        if gap.strip(" -‑") or token.norm in words.breaks or token.norm in words.joints:
            return None
        if token.norm in words.lists["dying"]:
            return words.senses[token.norm]
        if token.norm in words.lists["was"]:
            return _sense_after(tokens, k, text, start, words)
    return None


def _listed(tokens: Sequence[Token], first: int, j: int, text: str, start: int, words: Lexicon) -> str | None:
    """What happened to the others of a list that this figure ends: "killed 12 men and | three women"."""
    if first < 2 or tokens[first - 1].norm not in words.lists["joining"]:
        return None
    ended = j >= len(tokens) or bool(text[tokens[j - 1].end - start : tokens[j].start - start].strip())
    if not ended and tokens[j].norm not in words.lists["phrase_openers"]:
        return None
    for k in range(first - 2, max(-1, first - 1 - REACH), -1):
        if text[tokens[k].end - start : tokens[k + 1].start - start].strip():
            return None
        if _is_figure(tokens, k, words):
            return _sense_before(tokens, k, text, start, words)
    return None


def _is_figure(tokens: Sequence[Token], k: int, words: Lexicon) -> bool:
    return k < len(tokens) and (tokens[k].text[0].isdigit() or tokens[k].norm in words.numbers)


def _whole(tokens: Sequence[Token], last: int, words: Lexicon) -> int:
    """Where the figure stands that this one is a part of: "88 of the 150 seats"; else `last`."""
    following = [t.norm for t in tokens[last : last + 2]]
    if not following or following[0] not in words.lists["of"]:
        return last
    j = last + 1 + (following[1:] != [] and following[1] in words.lists["of_the"])
    if j + 1 < len(tokens) and tokens[j].text.endswith(GENITIVE):
        # "300 of the firm's 1,200 workers"
        j += 1
    return j if _is_figure(tokens, j, words) else last


def _run(
    tokens: Sequence[Token], last: int, text: str, start: int, words: Lexicon
) -> tuple[list[Token], int]:
    """The content words that follow without punctuation between them."""
    run: list[Token] = []
    j = last
    following = [t.norm for t in tokens[j : j + 2]]
    if len(following) == 2 and following[0] in words.lists["of"] and following[1] in words.lists["of_the"]:
        j += 2
    elif following and following[0] in words.lists["before_counted"]:
        j += 1
    previous = tokens[last - 1].end
    if j > last:
        previous = tokens[j - 1].end
    while j < len(tokens) and len(run) < 5:
        token = tokens[j]
        if text[previous - start : token.start - start].strip("-‑ \n\u00a0") or not token.text[0].isalpha():
            break
        if token.norm in words.stops and token.norm not in words.plurals and token.norm not in words.adverbs:
            break
        run.append(token)
        previous = token.end
        j += 1
    return run, j


def _head(run: list[Token], words: Lexicon, value: float) -> int | None:
    """Position of the counted noun: the first plural; for a single thing, the first known noun."""
    for k, token in enumerate(run):
        word = token.norm
        following = run[k + 1].norm if k + 1 < len(run) else ""
        if following in words.lists["membered"] or (word in words.lists["attributive"] and following):
            # "Two police officers", "12 injured passengers"
            continue
        if word in words.senses and not word.endswith(words.plural):
            return None if k == 0 or value != 1 else k - 1
        plural = words.is_plural(word)
        # "Seven life sentences"
        if plural or (word in words.people and not any(words.is_plural(t.norm) for t in run[k + 1 : k + 2])):
            return k
    return 0 if value == 1 and run and run[0].text.islower() else None


def _offset(tokens: Sequence[Token], last: int, token: Token) -> int:
    j = last
    while tokens[j] is not token:
        j += 1
    return j - last


def _sense_after(tokens: Sequence[Token], j: int, text: str, start: int, words: Lexicon) -> str | None:
    """Passive, perfect or participle right after the noun: "were also badly hurt", "killed in"."""
    found = None
    first, j = j, _behind_apposition(tokens, j, text, start, words)
    for k in range(j, min(len(tokens), j + REACH)):
        token = tokens[k]
        gap = text[tokens[k - 1].end - start : token.start - start] if k > j or k == first else ""
        if any(c in gap for c in ';:.,("”“') or token.text[0].isdigit():
            break
        if token.norm in words.senses:
            found = None if _is_active(tokens, first, k, text, start, words) else words.senses[token.norm]
            break
        if token.norm in words.lists["within"] and k > j:
            # "Four of them are in enemy captivity"
            inside = tokens[k + 1 : k + 1 + STATE]
            return next((words.senses[t.norm] for t in inside if t.norm in words.lists["states"]), None)
        if token.norm in words.lists["suffering"]:
            return _suffered(tokens, k, text, start, words)
        if token.norm not in words.adverbs and token.norm not in words.auxiliaries:
            if k > j and tokens[k - 1].norm in words.auxiliaries:
                found = _as_complement(tokens, k, text, start, words)
            break
    return found


def _is_active(tokens: Sequence[Token], first: int, verb: int, text: str, start: int, words: Lexicon) -> bool:
    """Whether those counted did it, and to somebody else: "two men killed a guard", "fatally shot a man"."""
    lists = words.lists
    if tokens[verb].norm in lists["undergone"] or any(t.norm in lists["passive"] for t in tokens[first:verb]):
        return False
    k = verb + 1 + (tokens[verb].norm in lists["ways"])
    gap = text[tokens[k - 1].end - start : tokens[k].start - start] if k < len(tokens) else "."
    if gap.strip():
        return False
    word, behind = tokens[k].norm, [t.norm for t in tokens[k : k + OBJECT]]
    if any(words.units.get(w, ("",))[0] == "day" for w in behind) or not words.when.isdisjoint(behind[:WHEN]):
        # "Two men killed the day before", "two men killed that Sunday"
        return False
    return tokens[k].text[0].isupper() or word in lists["objects"] or _is_figure(tokens, k, words)


def _as_complement(tokens: Sequence[Token], verb: int, text: str, start: int, words: Lexicon) -> str | None:
    """In what state a verb leaves its subject: "were found dead", "were pulled from the snow alive"."""
    for k in range(verb + 1, min(len(tokens), verb + REACH)):
        gap = text[tokens[k - 1].end - start : tokens[k].start - start]
        ends = tokens[k].norm in words.breaks or tokens[k].norm in words.joints | words.auxiliaries
        if ends or gap.strip(" -‑") or _is_figure(tokens, k, words):
            return None
        if tokens[k].norm in words.lists["complements"]:
            return words.senses[tokens[k].norm]
    return None


def _suffered(tokens: Sequence[Token], verb: int, text: str, start: int, words: Lexicon) -> str | None:
    """What those counted are by what they "suffered": "minor injuries"."""
    for k in range(verb + 1, min(len(tokens), verb + 1 + HARM)):
        gap = text[tokens[k - 1].end - start : tokens[k].start - start]
        if gap.strip(" -‑") or tokens[k].norm in words.breaks:
            return None
        if tokens[k].norm in words.lists["harms"]:
            return words.senses[tokens[k].norm]
    return None


def _behind_apposition(tokens: Sequence[Token], j: int, text: str, start: int, words: Lexicon) -> int:
    """The auxiliary behind what stands between commas: "nine men, three of them teachers, were arrested"."""
    if not 0 < j < len(tokens) or text[tokens[j - 1].end - start : tokens[j].start - start] != ", ":
        return j
    for k in range(j + 1, min(len(tokens), j + BETWEEN)):
        gap = text[tokens[k - 1].end - start : tokens[k].start - start]
        if gap.strip(" -‑"):
            told = tokens[k].norm in words.auxiliaries or tokens[k].norm in words.lists["dying"]
            return k if gap == ", " and told else j
    return j


def _sense_before(tokens: Sequence[Token], first: int, text: str, start: int, words: Lexicon) -> str | None:
    """A governing verb or toll: "killing at least", "the death toll rose to", "left 27"."""
    blocked = False
    for k in range(first - 1, max(-1, first - 1 - REACH), -1):
        token = tokens[k]
        gap = text[token.end - start : tokens[k + 1].start - start]
        if any(c in gap for c in ';:.,("”“') or token.text[0].isdigit():
            break
        if token.norm in words.senses:
            pairs = {f"{a.norm} {b.norm}" for a, b in pairwise(tokens[max(0, k - 1) : k + 2])}
            formed = token.norm.endswith(tuple(words.lists["active_endings"]))
            active = (
                (formed and token.norm not in words.lists["lone"])
                or token.norm in words.lists["active"]
                or bool(pairs & words.lists["active_pairs"])
            )
            return words.senses[token.norm] if active and not blocked else None
        within = k == first - 1 and token.norm in words.lists["within"]
        if within or token.norm in words.breaks or token.norm in words.agents:
            # "Wounded in | two attacks", "shot dead by | two guards"
            blocked = True
        if token.norm in words.numbers:
            break
    return None
