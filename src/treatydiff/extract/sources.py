"""Sources: the noun phrase that a cue belongs to, before it, behind it or left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from treatydiff.extract.cues import Cue, CueWords
from treatydiff.extract.items import Item

How = Literal["subject", "inverted", "agent", "relative", "elided"]
LONGEST = 16
"""Words that a source may have at most."""


class Source(NamedTuple):
    """Items ``first`` to ``last`` (included) of a sentence."""

    first: int
    last: int
    how: How


def find_source(
    items: Sequence[Item], cue: Cue, verbs: frozenset[int], earlier: Source | None, words: CueWords
) -> Source | None:
    """The source of a cue; `verbs` are the indexes of all cue verbs, `earlier` the source before it."""
    if cue.kind == "according":
        return phrase_after(items, cue.after, words, "agent")
    if cue.kind == "passive":
        for k in range(cue.after, min(cue.after + 10, len(items))):
            if items[k].kind != "word" or items[k].low in ("that", "whether", "to"):
                break
            if items[k].low == "by":
                return phrase_after(items, k + 1, words, "agent")
        return None
    if cue.kind in ("ing", "infinitive"):
        return _left_out(items, cue, verbs, earlier, words)
    return _subject(items, cue, verbs, earlier, words)


def _subject(
    items: Sequence[Item], cue: Cue, verbs: frozenset[int], earlier: Source | None, words: CueWords
) -> Source | None:
    k = cue.group - 1
    if inverted(items, cue, words):
        return phrase_after(items, cue.after, words, "inverted")
    if k < 0 or items[k].kind == "quote":
        return None
    before = items[k]
    if before.text == ")":
        opening = next((i for i in range(k - 1, max(-1, k - 12), -1) if items[i].text == "("), None)
        return phrase_before(items, opening - 1, verbs, words) if opening else None
    if before.kind == "mark":
        return _over_apposition(items, k, verbs, words)
    if before.low in ("and", "but", "or", "then", "also"):
        return earlier._replace(how="elided") if earlier else clause_subject(items, k, verbs, words)
    if before.low in words.sets["relative"]:
        end = k - 1
        if end >= 0 and items[end].text == ",":
            end -= 1
        if before.low == "that" and end < k - 1:
            return None
        if before.low == "that" and end in verbs:
            return None
        found = phrase_before(items, end, verbs, words) if end >= 0 else None
        if found is None:
            return None
        first = found.first
        if items[found.last].capital:
            # of a phrase that ends with a name, the name is what "who" takes up
            first = found.last
            while first > found.first and items[first - 1].capital:
                first -= 1
        return Source(first, found.last, "relative")
    return phrase_before(items, k, verbs, words)


def inverted(items: Sequence[Item], cue: Cue, words: CueWords) -> bool:
    """Whether the source follows its verb: ``"…," said the mayor``, ``…, said Ivo Lind, the mayor``."""
    if cue.kind not in ("s", "ed") or cue.group != cue.first or cue.after >= len(items):
        return False
    if cue.first == 0:
        return items[cue.after].capital
    before, after = items[cue.first - 1], items[cue.after]
    if after.kind != "word" or after.low in (
        "that",
        "to",
        "in",
        "on",
        "at",
        "by",
        "as",
        "of",
        "for",
        "during",
    ):
        return False
    spoken = before.kind == "quote" or (
        before.text in (",", "—", "–", "--", "-") and cue.first > 1 and items[cue.first - 2].kind == "quote"
    )
    if spoken:
        return after.capital or after.low in words.sets["determiners"] or not _content_like(after, words)
    if before.text != ",":
        return False
    end = cue.after
    while end < len(items) and items[end].kind == "word" and end - cue.after < 8:
        if items[end].low in words.sets["be"] or items[end].low in words.sets["auxiliaries"]:
            return False
        if (
            items[end].low in words.forms
            and not items[end].capital
            and words.forms[items[end].low][1] != "base"
        ):
            return False
        end += 1
    stops = end >= len(items) or items[end].text in (",", ".", "(", ";")
    named = (
        after.capital
        or (after.low in ("a", "an", "the") and stops)
        or any(i.capital for i in items[cue.after : end])
    )
    return (
        stops
        and named
        and not any(i.text == "," for i in items[: cue.first - 1][-1:])
        and _clause(items, cue, words)
    )


def _clause(items: Sequence[Item], cue: Cue, words: CueWords) -> bool:
    """Whether what stands before the comma holds a verb, so that it can be what was said."""
    return any(
        i.low in words.sets["be"]
        or i.low in words.sets["auxiliaries"]
        or (i.low.endswith("ed") and not i.capital)
        or i.low in words.forms
        for i in items[: cue.first - 1]
    )


def _content_like(item: Item, words: CueWords) -> bool:
    return item.low in ("it", "there", "this") or item.low in words.sets["be"]


def _over_apposition(items: Sequence[Item], k: int, verbs: frozenset[int], words: CueWords) -> Source | None:
    """The phrase before what stands between commas or dashes in front of the verb.

    Of several the one that begins the clause is the subject: the others explain it.
    """
    pair = {",": (",",)}.get(items[k].text, ("—", "–", "―", "--", "-", items[k].text))
    best: Source | None = None
    for c in range(k - 1, max(-1, k - 60), -1):
        if items[c].kind == "quote" and c < k - 1:
            break
        if items[c].text not in pair or c == 0:
            continue
        found = phrase_before(items, c - 1, verbs, words)
        if found is None:
            continue
        before = items[found.first - 1] if found.first else None
        opens = (
            before is None
            or before.kind == "quote"
            or (before.low in words.sets["subordinators"] and before.low not in words.sets["prepositions"])
        )
        if opens or (before is not None and before.kind == "mark" and before.text not in pair):
            return found
        if before is not None and before.kind == "word":
            return best or (found if before.low not in words.sets["prepositions"] else None)
        if best is None or items[found.last].capital or items[best.first].low in words.sets["determiners"]:
            best = found
    return best


def _left_out(
    items: Sequence[Item], cue: Cue, verbs: frozenset[int], earlier: Source | None, words: CueWords
) -> Source | None:
    """The source of an "-ing" form or an infinitive: the noun before it, else the clause's subject."""
    before = items[cue.group - 1] if cue.group else None
    if cue.kind == "ing" and before is not None and before.kind == "word" and cue.group - 1 not in verbs:
        found = phrase_before(items, cue.group - 1, verbs, words)
        lead = items[found.first - 1].low if found and found.first else ""
        plain = words.sets["prepositions"] | words.sets["subordinators"] | words.sets["adverbs"]
        if (
            found
            and before.low not in plain | words.sets["speech_nouns"] | words.sets["time_words"]
            and not before.low.endswith("ly")
            and lead not in ("to", "with", "from", "at")
            and (before.capital or before.low in words.sets["speakers"] or before.low.endswith("s"))
        ):
            return found
    if earlier is not None:
        return earlier._replace(how="elided")
    return clause_subject(items, cue.group, verbs, words)


def clause_subject(
    items: Sequence[Item], limit: int, verbs: frozenset[int], words: CueWords
) -> Source | None:
    """The subject of the clause that item `limit` hangs on: the phrase before its finite verb."""
    sets = words.sets
    for k in range(limit - 1, 0, -1):
        item = items[k]
        if item.kind == "quote":
            continue
        if item.kind != "word" or item.capital:
            continue
        finite = item.low in sets["be"] or item.low in sets["auxiliaries"] or item.low in sets["pasts"]
        finite = finite or (
            item.low.endswith("ed") and items[k - 1].low not in sets["determiners"] | sets["prepositions"]
        )
        finite = finite or words.forms.get(item.low, ("", ""))[1] in ("s", "ed")
        if not finite:
            continue
        j = k - 1
        while (
            j > 0
            and items[j].kind == "word"
            and (
                items[j].low in sets["adverbs"]
                or items[j].low in sets["be"]
                or items[j].low in sets["auxiliaries"]
                or items[j].low.endswith("ly")
            )
        ):
            j -= 1
        if items[j].low in sets["relative"] or items[j].low in ("to", "and", "but", "or"):
            continue
        if items[j].kind == "mark":
            found = _over_apposition(items, j, verbs, words) if items[j].text != ";" else None
        else:
            found = phrase_before(items, j, verbs, words)
        if found is None or items[found.first].low in sets["prepositions"]:
            continue
        return found._replace(how="elided")
    return None


def phrase_before(items: Sequence[Item], last: int, verbs: frozenset[int], words: CueWords) -> Source | None:
    """The noun phrase that ends with item `last`."""
    sets = words.sets
    if last > 1 and items[last].text == ")":
        opening = next((i for i in range(last - 1, max(-1, last - 12), -1) if items[i].text == "("), 0)
        last = opening - 1
    if last < 0 or items[last].kind != "word":
        return None
    if items[last].low in sets["subject_pronouns"] and not items[last].possessive:
        return Source(last, last, "subject")
    first = last
    while first > 0 and last - first < LONGEST:
        before = items[first - 1]
        if before.kind != "word" or first - 1 in verbs:
            break
        if before.low in ("and", "or", "&"):
            if not _joint(items, first - 1, last, words):
                break
        elif (
            before.low in sets["subordinators"]
            or before.low in sets["auxiliaries"]
            or before.low in sets["be"]
            or before.low in sets["pasts"]
            or before.low in ("he", "she", "they", "we", "i")
        ) or (
            _lower_verb(before)
            and not (first > 1 and items[first - 2].low in sets["determiners"] | sets["prepositions"])
        ):
            break
        first -= 1
    first = _without_adjunct(items, first, last, words)
    return Source(first, last, "subject") if first <= last else None


def _joint(items: Sequence[Item], conjunction: int, last: int, words: CueWords) -> bool:
    """Whether an "and" joins two speakers rather than two clauses."""
    k = conjunction - 1
    if k < 0 or items[k].kind != "word":
        return False
    if items[k].capital and items[conjunction + 1].capital:
        return True
    start = k
    while (
        start > 0
        and items[start - 1].kind == "word"
        and items[start - 1].low not in words.sets["subordinators"]
    ):
        start -= 1
    plain = all(
        items[i].low not in words.sets["be"]
        and items[i].low not in words.sets["auxiliaries"]
        and not _lower_verb(items[i])
        and i != conjunction
        for i in range(start, k + 1)
    )
    return plain and k - start < 6 and items[conjunction + 1].low not in ("the", "a", "an", "his", "her")


def _lower_verb(item: Item) -> bool:
    return not item.capital and item.low.endswith("ed") and len(item.low) > 4


def _without_adjunct(items: Sequence[Item], first: int, last: int, words: CueWords) -> int:
    """Where the phrase begins once "On Monday", "In a statement", "Earlier" are left off."""
    sets = words.sets
    while first < last and (
        (items[first].low in sets["adverbs"] and items[first].low not in sets["determiners"])
        or items[first].low in sets["time_words"] - {"this", "last", "next"}
        or (items[first].low.endswith("ly") and items[first].low[0].islower() and not items[first].capital)
        or (first == 0 and items[first].low.endswith("ly") and items[first].low not in ("family",))
    ):
        first += 1
    if first < last and (
        items[first].low in sets["prepositions"]
        or (items[first].low in ("this", "last", "next") and items[first + 1].low in sets["time_words"])
    ):
        k = last
        if items[last].capital:
            while k - 1 > first and items[k - 1].capital and items[k - 1].low not in sets["time_words"]:
                k -= 1
            if k - 1 > first and items[k - 1].low in ("mr", "the"):
                k -= 1
            return k
        while k > first and items[k].low not in sets["determiners"]:
            k -= 1
        return k if k > first else last
    return first


def phrase_after(items: Sequence[Item], first: int, words: CueWords, how: How) -> Source | None:
    """The noun phrase that begins with item `first`."""
    sets = words.sets
    last = first - 1
    while last + 1 < len(items) and last - first < LONGEST:
        item = items[last + 1]
        if item.kind != "word":
            break
        if last >= first and not item.capital:
            if item.low == "and":
                follower = items[last + 2] if last + 2 < len(items) else None
                if not (follower and (follower.capital or follower.low in sets["determiners"])):
                    break
            elif (
                (
                    item.low in sets["subordinators"]
                    or item.low in sets["be"]
                    or item.low in sets["auxiliaries"]
                )
                or item.low in sets["time_words"] - {"this"}
                or item.low in ("during", "after", "before", "on", "as", "via", "following", "when")
                or item.low in sets["subject_pronouns"] - {"one", "it"}
            ):
                break
        elif last >= first and item.low in sets["time_words"]:
            break
        last += 1
    return Source(first, last, how) if last >= first else None
