"""Whom somebody speaks to, when and where: what stands between a cue and what is said."""

from __future__ import annotations

from treatydiff.extract.act import Act
from treatydiff.extract.ends import occasion
from treatydiff.extract.phrases import Parse, phrase_after
from treatydiff.extract.syntax import NOMINAL

HEARING = ("hearers", "persons", "bodies", "speakers")
"""Word lists of those who may hear what is said."""
REACH = 22
"""Items behind a cue among which the "that" or the quotation stands that opens what is said."""


def behind_hearer(p: Parse, act: Act) -> int:
    """Where content begins, behind the one spoken to, the day and the place."""
    sets = p.syntax.cues.sets
    k, end = act.cue.after, len(p.items)
    while k < end and p.tags[k] == "W" and p.at(k + 1) in ("S", "Q", "P", "W", ",", ".", ":", "—"):
        k += 1
    if act.cue.lemma in sets["with_hearer"] and act.cue.after == act.cue.first + 1 and k < end:
        k = _over_hearer(p, act, k)
    elif act.cue.after > act.cue.first + 1 and (p.has(k - 1, "at_times") or p.has(k - 1, "at_hearers")):
        # "called on the mayor on Monday to resign"
        found = phrase_after(p, k, "agent")
        heard = found is not None and (
            p.tags[found.head] == "M"
            or any(p.low(found.head) in known for known in (p.people, *(sets[s] for s in HEARING)))
        )
        to = found.last + 1 if found is not None and heard else end
        while to < end and (p.has(to, "at_times") or p.has(to, "times") or p.has(to, "day_openers")):
            to += 1
        if p.at(to) == "T":
            act.hearer = (k, found.last + 1) if found is not None else None
            return to
    if k < end and (p.tags[k] in "P" or p.has(k, "times") or p.has(k, "day_openers")) and p.tags[k] != "Q":
        marker = _marker(p, k)
        if marker is not None:
            if p.has(k, "at_hearers") and act.hearer is None:
                act.hearer = (k + 1, marker)
            return marker
        if p.has(k, "times") or p.has(k, "day_openers") or p.has(k + 1, "times"):
            n = k
            while (
                n < end
                and n - k < 5
                and (p.has(n, "times") or p.has(n, "day_openers") or p.has(n, "at_times") or p.tags[n] == "#")
            ):
                n += 1
            timed = any(p.has(i, "times") or p.tags[i] == "#" for i in range(k, n))
            if n < end and timed and not p.has(n - 1, "at_times"):
                k = n
        elif occasion(p, k):
            k = occasion(p, k)
    if (
        k < end
        and (p.tags[k] == "P" or p.has(k, "also_prepositions"))
        and act.cue.kind == "finite"
        and k == act.cue.after
    ):
        # "said after the vote he would leave": only a pronoun shows where the clause begins
        found = phrase_after(p, k + 1, "agent")
        if found is not None and p.at(found.last + 1) in "HX" and p.at(k + 1) in "DNM":
            return found.last + 1
    return k


def _over_hearer(p: Parse, act: Act, k: int) -> int:
    """Behind a person who is told something; `k` where nobody is."""
    sets, end = p.syntax.cues.sets, len(p.items)
    if p.low(k) in sets["hearers"] or p.tags[k] == "O":
        act.hearer = (k, k + 1)
        return k + 1
    if p.tags[k] not in "DNM#H":
        return k
    marker = _marker(p, k)
    if marker is not None and marker > k:
        act.hearer = (k, marker)
        return marker
    n = k
    while n < end and (p.tags[n] in NOMINAL or p.tags[n] == "D") and not (n > k and p.tags[n] == "D"):
        n += 1
    if n < end and n > k and p.tags[n] in "T":
        act.hearer = (k, n)
        return n
    if act.cue.lemma in sets["always_heard"] or (p.tags[n - 1] == "M" and p.tags[k] in "MD"):
        if n < end and p.tags[n] in "HDXMN" and p.finite_in(n, end):
            act.hearer = (k, n)
            return n
        if act.cue.lemma in sets["always_heard"] and n > k:
            act.hearer = (k, n)
            return n
    return k


def _marker(p: Parse, k: int) -> int | None:
    """The "that", quotation or colon within reach that opens what is said."""
    for i in range(k, min(len(p.items), k + REACH)):
        letter = p.tags[i]
        if letter in ("Q", ":"):
            return i
        if letter == "S" and (p.has(i, "reporting") or (p.has(i, "complementisers") and i - k < 6)):
            return i
        if letter in (";", "—"):
            return None
        if i > k and (letter in "TVABX" or (letter == "G" and p.low(i) in p.syntax.cues.forms)):
            return None
        if letter == "," and (p.at(i + 1) in "CRG"):
            return None
    return None
