"""Acts of speech in a sentence: cue, source and where its content stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from treatydiff.extract.cues import Cue, CueWords, find_cues
from treatydiff.extract.items import Item, Sentence
from treatydiff.extract.sources import Source, clause_subject, find_source, inverted

DASHES = ("—", "–", "―", "--", "-")


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


def find_acts(sentence: Sentence, words: CueWords, people: frozenset[str]) -> list[Act]:
    """All acts of speech of a sentence in the order of their cues."""
    items = sentence.items
    cues = find_cues(items, words, people)
    verbs = frozenset(c.first for c in cues)
    acts: list[Act] = []
    earlier: Source | None = None
    for n, cue in enumerate(cues):
        source = find_source(items, cue, verbs, earlier, words)
        if source is None and cue.kind in ("s", "ed", "base", "finite") and cue.name not in ("thought",):
            source = None
        act = Act(cue, source)
        following = cues[n + 1] if n + 1 < len(cues) else None
        _bound(items, act, words)
        if not _place_content(items, act, acts, following, words):
            if source and cue.kind != "ing" and source.how != "elided":
                earlier = source
            continue
        acts.append(act)
        if source is not None and cue.kind != "according":
            earlier = source
    _part(items, acts)
    _nest(acts)
    if not acts and (signed := _signature(items) or _announced(items, verbs, words)):
        acts.append(signed)
    return acts


def _announced(items: Sequence[Item], verbs: frozenset[int], words: CueWords) -> Act | None:
    """A sentence without a cue whose colon brings a quotation: its subject is taken to speak."""
    colon = next((k for k, i in enumerate(items) if i.text == ":"), None)
    if colon is None or (colon + 1 < len(items) and items[colon + 1].kind != "quote"):
        return None
    source = clause_subject(items, colon, verbs, words)
    if source is None:
        return None
    cue = Cue(colon, colon + 1, ":", "mark", colon, "neutral", False)
    act = Act(cue, source, [(colon + 1, len(items))] if colon + 1 < len(items) else [])
    act.tag, act.reach = (0, colon + 1), len(items)
    return act


def _signature(items: Sequence[Item]) -> Act | None:
    """A name behind a dash that signs a quotation: ``"…" — Ivo Lind``."""
    k = next(
        (k for k, i in enumerate(items) if i.text in DASHES and k and items[k - 1].kind == "quote"), None
    )
    if k is None or k + 1 >= len(items) or not items[k + 1].capital:
        return None
    last = k + 1
    while last + 1 < len(items) and items[last + 1].kind == "word":
        last += 1
    if last - k > 7 or (last + 1 < len(items) and items[last + 1].text not in (",", ".", "(")):
        return None
    cue = Cue(k, k + 1, items[k].text, "mark", k, "neutral", False)
    act = Act(cue, Source(k + 1, last, "agent"), [(0, k)], None, (k, last + 1))
    act.reach = k
    return act


def _bound(items: Sequence[Item], act: Act, words: CueWords) -> None:
    """The items of cue and source together."""
    first, last = act.cue.group, act.cue.after
    if act.source and act.source.how in ("subject", "inverted", "agent", "relative"):
        first, last = min(first, act.source.first), max(last, act.source.last + 1)
        if act.source.how == "inverted" or (act.source.how == "agent" and first > 1):
            last = _over_role(items, last, words)
    act.tag = (first, last)


def _over_role(items: Sequence[Item], k: int, words: CueWords) -> int:
    """The item after an apposition or relative clause that follows a source: ", the mayor of Lund,"."""
    if k + 1 < len(items) and items[k].text == "," and items[k + 1].kind == "word":
        opener = items[k + 1]
        role = opener.low in words.sets["determiners"] | words.sets["relative"] or (
            k + 2 < len(items)
            and not opener.capital
            and opener.low not in words.sets["subordinators"]
            and words.forms.get(opener.low, ("", "base"))[1] == "base"
        )
        if role:
            end = k + 1
            while end < len(items) and items[end].kind == "word":
                if items[end].low in words.forms and words.forms[items[end].low][1] == "ing":
                    break
                end += 1
            return end
    return k


def _place_content(
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
    if cue.kind == "ing" and act.source is None and first == 0 and not any(i.kind == "quote" for i in items):
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
    """Whether a tag behind what was said goes on with its when, where and to whom: "…, she said at a rally"."""
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
            items[i].low == "to"
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


def _stop(items: Sequence[Item], k: int, act: Act, words: CueWords) -> int:
    """Where content that begins at `k` ends: the sentence, or the next clause with a speaker of its own."""
    end = len(items)
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


def _part(items: Sequence[Item], acts: Sequence[Act]) -> None:
    """End what an act brings where the next act of the same rank begins: "said A, and promised B"."""
    for n, act in enumerate(acts):
        cut = len(items)
        for other in acts[n + 1 :]:
            at = other.cue.group - 1
            if other.cue.first < act.cue.after or other.source is None or at < 1:
                continue
            if other.source.how == "elided" and other.cue.kind in ("ed", "s", "finite"):
                if items[at].low in ("and", "but", "or", "then"):
                    cut = min(cut, at)
            elif other.source.how == "elided" and other.cue.kind == "ing":
                if items[at].text in (",", "—", "–", "--"):
                    cut = min(cut, at)
            elif other.source.how == "subject" and other.cue.kind in ("ed", "s", "finite"):
                at = other.source.first - 1
                if at > 0 and items[at].low in ("and", "but", "while") and items[at - 1].kind != "word":
                    cut = min(cut, at - 1)
        act.content = [(a, min(b, cut)) for a, b in act.content if a < cut and (a < act.cue.first or b > a)]
        if act.content and not any(a < b for a, b in act.content):
            act.content = []


def _nest(acts: list[Act]) -> None:
    """Note for each act within whose content it stands."""
    for n, act in enumerate(acts):
        for m in range(n - 1, -1, -1):
            if any(a <= act.cue.first < b for a, b in acts[m].content):
                act.inside = m
                break
