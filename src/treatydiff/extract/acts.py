"""Acts of speech in a sentence: cue, source and where its content stands."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.contents import Act, place_content
from treatydiff.extract.cues import Cue, CueWords, find_cues
from treatydiff.extract.items import Item, Sentence
from treatydiff.extract.sources import Source, clause_subject, find_source

DASHES = ("—", "–", "―", "--", "-")


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
        if not place_content(items, act, acts, following, words):
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


def _part(items: Sequence[Item], acts: Sequence[Act]) -> None:
    """End what an act brings where the next act of the same rank begins: "said A, and promised B"."""
    for n, act in enumerate(acts):
        cut = len(items)
        for other in acts[n + 1 :]:
            at = other.cue.group - 1
            if (
                other.cue.kind == "according"
                and other.cue.first >= act.cue.after
                and act.cue.kind != "according"
            ):
                if at > 0 and other.tag[1] >= len(items) - 1:
                    cut = min(cut, at if items[at].text == "," else at + 1)
                continue
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
    """Note for each act within whose content it stands; never two acts within each other."""
    for n, act in enumerate(acts):
        outer = [
            m for m, o in enumerate(acts) if m != n and any(a <= act.cue.first < b for a, b in o.content)
        ]
        before = [m for m in outer if m < n]
        # "Officials say …, per the paper": what stands behind may hold what stands before
        behind = [
            m
            for m in outer
            if m > n
            and acts[m].cue.kind == "according"
            and not any(a <= acts[m].cue.first < b for a, b in act.content)
        ]
        act.inside = before[-1] if before else behind[0] if behind else -1
    for n in range(len(acts)):
        seen = {n}
        m = n
        while acts[m].inside >= 0:
            if acts[m].inside in seen:
                acts[m].inside = -1
                break
            m = acts[m].inside
            seen.add(m)
