"""Content: which words of a sentence are what its source says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from treatydiff.extract.cues import Cue, CueWords
from treatydiff.extract.items import Item
from treatydiff.extract.sources import Source, inverted
from treatydiff.frozen import dataclass


@dataclass(slots=True)
class Act:
    """One cue with what belongs to it."""

    cue: Cue
    source: Source | None
    content: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of items, the last one excluded."""
    hearer: tuple[int, int] | None = None
    """Items of the one spoken to."""
    tag: tuple[int, int] = (0, 0)
    """Items that cue and source take up."""
    inside: int = -1
    """Index of the act in whose content this one stands, or -1."""
    reach: int = 0
    """Index of the item after the last one that the act governs."""


def place_content(
    items: Sequence[Item], act: Act, acts: Sequence[Act], following: Cue | None, words: CueWords
) -> bool:
    """Fill in the content; False where the cue brings none."""
    cue, sets = act.cue, words.sets
    end = len(items)
    first, last = act.tag
    if cue.kind == "according":
        return _around(items, act, first, last, words)
    if (
        cue.kind == "passive"
        and act.source is None
        and cue.lemma
        not in sets["with_hearer"]
        | {
            "say",
            "report",
            "believe",
            "think",
            "expect",
            "know",
            "allege",
            "claim",
            "estimate",
            "rumour",
            "rumor",
            "understand",
            "announce",
            "reveal",
            "suggest",
            "agree",
            "note",
            "argue",
            "confirm",
            "accuse",
            "describe",
            "call",
            "quote",
        }
    ):
        return False
    k = cue.after
    if (act.source is not None and act.source.how == "inverted") or inverted(items, cue, words):
        before = _before(items, first, acts)
        if before:
            act.content.append(before)
        k = last
        if k < end and items[k].text in (",", ".", ":", ";", "—", "–"):
            k += 1
        if (k < end and items[k].kind == "quote") or (k < end and items[k - 1].text == ":"):
            act.content.append((k, end))
        act.reach = end
        return bool(act.content)
    # Content behind the cue
    follow = _after_hearer(items, act, k, words)
    stop = _stop(items, follow, act, words)
    opener = items[follow] if follow < end else None
    rest = stop - follow
    if opener is not None and opener.text == ":" and follow == end - 1:
        # what was said stands in the paragraphs that follow
        return act.source is not None
    if cue.kind == "ing" and act.source is None and first == 0:
        return False
    if first > 0 and items[first - 1].low == "as" and (opener is None or opener.kind == "mark"):
        # "As she said, A"; "A, as she said, B"
        before = _before(items, first - 1, acts)
        if before and before[1] - before[0] > 1:
            act.content.append(before)
        if follow + 1 < end:
            act.content.append((follow + 1, end))
        act.reach = end
        return bool(act.content)
    trails = opener is not None and rest > 0 and _trails(items, act, follow, words)
    if trails:
        before = _before(items, first, acts)
        if before is None or (cue.name == "thought" and cue.lemma in sets["wants_that"]):
            return False
        act.content.append(before)
        act.reach = end
        later = next((k for k in range(follow, end) if items[k].kind == "quote"), None)
        if later is not None:
            act.content.append((later, end))
        return True
    if (
        opener is None
        or rest <= 0
        or (opener.text in (",", ".", "—", "–", "--") and _parenthetical(items, act, follow, words))
    ):
        # "…, she said." or "…, she said, …"
        before = _before(items, first, acts)
        if before is None:
            return False
        if cue.lemma in sets["only_direct"] and not any(
            i.kind == "quote" for i in items[before[0] : before[1]]
        ):
            return False
        if cue.name == "thought" and cue.lemma in sets["wants_that"]:
            return False
        if cue.kind == "infinitive" and items[before[1] - 1].kind != "quote":
            return False
        act.content.append(before)
        k = follow + 1
        if k < end and opener is not None and opener.text != ".":
            nxt = items[k]
            if not (nxt.kind == "word" and nxt.low.endswith("ing")) and not _other_clause(items, k, words):
                act.content.append((k, _stop(items, k, act, words)))
        act.reach = end
        return True
    has_quote = any(i.kind == "quote" for i in items[follow:stop])
    if opener.kind == "quote":
        act.content.append((follow, stop))
        act.reach = end
        return True
    strict = (cue.lemma in sets["wants_that"] and cue.after == cue.first + 1) or cue.lemma in sets[
        "only_direct"
    ]
    if opener.text in (":", ",", "—", "–", "--"):
        if follow + 1 < end and (items[follow + 1].kind == "quote" or opener.text == ":"):
            act.content.append((follow + 1, stop))
            act.reach = end
            return True
        if opener.text == "," and cue.name != "thought" and follow + 1 < end:
            # "said, in a rare interview, that …"
            that = next((i for i in range(follow + 1, min(end, follow + 16)) if items[i].low == "that"), None)
            if that is not None:
                act.content.append((that, stop))
                act.reach = end
                return True
        return False
    clause = opener.low in ("that", "whether", "if", "how", "why", "what", "there")
    if cue.kind == "noun":
        return False
    if strict and not clause:
        if has_quote and cue.lemma not in sets["only_direct"]:
            act.content.append((follow, stop))
            act.reach = end
            return True
        if opener.low == "to" and cue.lemma in sets["with_infinitive"] and cue.name != "thought":
            act.content.append((follow, stop))
            act.reach = end
            return True
        return False
    if cue.lemma in sets["only_direct"] and not has_quote:
        return False
    if opener.low in sets["adjuncts"] and follow == k and not has_quote:
        return False
    if not has_quote and not clause and not _plausible(items, act, opener, words, acts):
        return False
    if cue.name == "thought" and not (
        opener.low in ("that", "whether")
        or (
            cue.lemma in sets["opinions"]
            and (opener.low in sets["subject_pronouns"] | sets["determiners"] or opener.capital)
        )
    ):
        return False
    if opener.low == "to" and cue.lemma not in sets["with_infinitive"]:
        return False
    act.content.append((follow, stop))
    act.reach = end
    return True


def _plausible(items: Sequence[Item], act: Act, opener: Item, words: CueWords, acts: Sequence[Act]) -> bool:
    """Whether words without a "that" behind a cue are likely to be a report of speech."""
    cue, source = act.cue, act.source
    if cue.kind == "passive" and source is None:
        return opener.low in ("to", "of", "about", "over") or cue.lemma in words.sets["with_hearer"]
    if cue.kind == "infinitive":
        return any(0 < cue.first - other.cue.first < 5 for other in acts) or any(
            i.low in words.forms for i in items[max(0, cue.first - 3) : cue.first - 1]
        )
    if source is not None:
        head = items[source.last]
        if source.first == source.last and head.low in ("i", "we", "you") and cue.kind != "ing":
            return cue.lemma not in ("say", "ask", "tell", "call")
        if cue.kind == "ing" and source.how != "elided":
            return (
                head.capital
                or head.low in words.sets["speakers"]
                or head.low in words.sets["subject_pronouns"]
                or head.low.endswith("s")
            )
    return True


def _trails(items: Sequence[Item], act: Act, k: int, words: CueWords) -> bool:
    """Whether a tag behind what was said goes on with its when, where and to whom."""
    first = act.tag[0]
    if act.cue.kind not in ("ed", "s", "finite") or first < 1 or items[first - 1].kind == "word":
        return False
    if first < 3 and not any(i.kind == "quote" for i in items[:first]):
        return False
    if items[first - 1].kind == "mark" and items[first - 1].text not in (",", "—", "–", "--"):
        return False
    if (
        items[first - 1].text == ","
        and not any(i.kind == "quote" for i in items[:first])
        and not _verb_in(items[: first - 1], words)
    ):
        return False
    item = items[k]
    if (
        any(i.low in ("that", "whether") or i.kind == "quote" or i.text == ":" for i in items[k : k + 22])
        and items[first - 1].kind != "quote"
    ):
        return False
    if act.cue.lemma == "tell" and act.hearer is None and items[first - 1].text == ",":
        return True
    return item.kind == "word" and (
        item.low in words.sets["prepositions"]
        or item.low in words.sets["time_words"] - {"this", "may"}
        or item.low in ("to", "when", "while", "as", "after", "before", "because", "since")
    )


def _quote_within(items: Sequence[Item], k: int) -> bool:
    return not any(i.low == "that" or i.text == ":" for i in items[k : k + 22])


def _verb_in(items: Sequence[Item], words: CueWords) -> bool:
    return any(
        i.low in words.sets["be"]
        or i.low in words.sets["auxiliaries"]
        or i.low in words.sets["pasts"]
        or (i.low.endswith("ed") and not i.capital)
        or i.low in words.forms
        for i in items
    )


def _parenthetical(items: Sequence[Item], act: Act, k: int, words: CueWords) -> bool:
    """Whether the comma behind a tag closes it, so that what was said stands before: "…, he said, …"."""
    first = act.tag[0]
    if items[k].text == ".":
        return True
    if k + 1 < len(items) and items[k + 1].kind == "quote" and first == 0:
        return False
    if first == 0:
        return False
    before = items[first - 1]
    return before.kind == "quote" or before.text in (",", "—", "–", "--", "-", "(")


def _other_clause(items: Sequence[Item], k: int, words: CueWords) -> bool:
    """Whether the words behind a closing tag are the report's own, such as ", as the band played"."""
    return items[k].low in (
        "as",
        "while",
        "when",
        "before",
        "after",
        "but",
        "referring",
        "according",
        "though",
        "although",
        "who",
        "which",
        "with",
        "in",
        "during",
        "at",
        "on",
    )


def _before(items: Sequence[Item], first: int, acts: Sequence[Act]) -> tuple[int, int] | None:
    """The items from the sentence's start (or the act before) to the tag."""
    end = first
    while end > 0 and items[end - 1].kind == "mark":
        end -= 1
    start = next((k + 1 for k in range(end - 1, -1, -1) if items[k].text == ";"), 0)
    for act in acts:
        if act.tag[1] <= end and any(b > act.tag[1] for _, b in act.content):
            start = 0 if act.tag[0] > 0 and act.content and act.content[0][0] == 0 else start
    if start < end and items[start].low in ("but", "and", "so", "yet"):
        start += 1
        if start < end and items[start].text == ",":
            start += 1
    return (start, end) if end > start else None


def _around(items: Sequence[Item], act: Act, first: int, last: int, words: CueWords) -> bool:
    """The content of "according to": the clause before it, or the one behind where it opens the sentence."""
    end = len(items)
    act.reach = end
    start = 0
    before = _before(items, first, ())
    if before and first > 2 and not (first <= 3 and items[0].low in ("but", "and")):
        act.content.append(before)
        if last < end and items[last].text == "," and items[first - 1].text == "," and last + 1 < end:
            act.content.append((last + 1, end))
        return True
    start = last
    if start < end and items[start].text == ",":
        start += 1
    if start < end:
        act.content.append((start, end))
        return True
    return False


def _after_hearer(items: Sequence[Item], act: Act, k: int, words: CueWords) -> int:
    """Where content begins, behind the one spoken to, the day and the place."""
    sets, end = words.sets, len(items)
    start = k
    if (
        act.cue.lemma in sets["with_hearer"]
        and act.cue.after == act.cue.first + 1
        and k < end
        and items[k].kind == "word"
    ):
        if items[k].low in sets["hearers"]:
            k += 1
            act.hearer = (start, k)
        elif items[k].low not in (
            "that",
            "whether",
            "if",
            "to",
            "how",
            "why",
            "what",
            "there",
            "for",
            "on",
            "about",
        ):
            that = _marker(items, k, words)
            if that is not None and that > k:
                act.hearer = (k, that)
                return that
            n = k
            while (
                n < end
                and items[n].kind == "word"
                and (items[n].capital or (n == k and items[n].low in ("the", "a", "an")))
            ):
                n += 1
            if n > k and n < end and items[n - 1].capital:
                act.hearer = (k, n)
                k = n
            elif act.cue.lemma == "tell":
                n = k + 1 if items[k].low in sets["determiners"] else k
                while (
                    n < end
                    and items[n].kind == "word"
                    and items[n].low not in sets["determiners"]
                    and items[n].low not in sets["subject_pronouns"]
                    and n - k < 4
                ):
                    n += 1
                if n < end and n - k < 4:
                    act.hearer = (k, n)
                    k = n
    if (
        k < end
        and items[k].kind == "word"
        and (
            items[k].low in sets["time_words"] - {"this", "may"}
            or items[k].low
            in (
                "in",
                "on",
                "at",
                "during",
                "to",
                "after",
                "through",
                "via",
                "by",
                "late",
                "early",
                "with",
                "this",
                "from",
                "of",
            )
        )
    ):
        that = _marker(items, k, words)
        if that is not None:
            if items[k].low in ("to", "with") and act.hearer is None:
                act.hearer = (k + 1, that)
            return that
        if items[k].low in sets["time_words"] | {"on", "late", "early", "this"}:
            n = k
            while (
                n < end
                and items[n].kind == "word"
                and (
                    items[n].low in sets["time_words"]
                    or items[n].low in ("on", "in", "the", "late", "early", "at")
                    or items[n].low.isdigit()
                )
                and n - k < 5
            ):
                n += 1
            if n < end and items[n - 1].low not in ("on", "in", "at"):
                k = n if items[n - 1].low != "the" else n - 1
        elif (
            items[k].low in ("in", "during", "at")
            and k + 2 < end
            and items[k + 1].low in ("a", "an", "the", "his", "her")
            and items[k + 2].low
            in (
                "statement",
                "interview",
                "speech",
                "tweet",
                "letter",
                "email",
                "report",
                "press",
                "news",
                "televised",
                "televised",
                "joint",
                "memo",
                "note",
                "message",
                "post",
                "brief",
                "rally",
                "briefing",
                "conference",
                "hearing",
            )
        ):
            n = k + 3
            while (
                n < end
                and items[n].kind == "word"
                and items[n].low
                in {"conference", "release", "statement", "interview", "briefing", "on", "address"}
                | sets["time_words"]
            ):
                n += 1
            k = n
    return k


def _marker(items: Sequence[Item], k: int, words: CueWords) -> int | None:
    """The "that", quotation or colon within reach that opens what is said."""
    for i in range(k, min(len(items), k + 22)):
        if items[i].kind == "quote" or items[i].text == ":":
            return i
        if items[i].low in ("that", "whether") or (
            items[i].low in ("if", "how", "why", "what") and i - k < 6
        ):
            return i
        if items[i].text in (";", "—", "–"):
            return None
        if i > k and (
            _infinitive_at(items, i)
            or items[i].low in words.sets["be"]
            or items[i].low in words.sets["auxiliaries"]
        ):
            return None
        if (
            items[i].text == ","
            and i + 1 < len(items)
            and items[i + 1].low in ("adding", "but", "and", "who", "which")
        ):
            return None
        if i > k and i in range(k, k + 1):
            return None
    return None


def _infinitive_at(items: Sequence[Item], i: int) -> bool:
    """Whether a "to" opens an infinitive, not a place or person."""
    after = items[i + 1] if i + 1 < len(items) else None
    return (
        items[i].low == "to"
        and after is not None
        and not after.capital
        and after.low not in ("the", "a", "an", "his", "her")
    )


def _stop(items: Sequence[Item], k: int, act: Act, words: CueWords) -> int:
    """Where content that begins at `k` ends: the sentence, or the next clause with a speaker of its own."""
    end = len(items)
    if act.source is None and act.cue.kind in ("ed", "passive") and act.cue.group < 2:
        # "Asked about it, she said …"
        end = next((i for i in range(k, end) if items[i].text == ","), end)
    if end and items[end - 1].text in (".", "!", "?") and items[end - 1].kind == "mark":
        end -= 1
    for i in range(k, end):
        text = items[i].text
        if text == ";":
            return i
        if text in (",", "—", "–", "--", "-") and i + 1 < end:
            nxt = items[i + 1]
            if nxt.low in words.sets["adding"] or nxt.low == "according":
                return i
            if nxt.low == "but" and i + 2 < end:
                return i
    return end
