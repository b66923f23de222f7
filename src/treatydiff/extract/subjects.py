"""Subjects: who or what a verb belongs to.

Between a subject and its verb may stand what explains it, between commas, dashes or as a clause of its own;
that is jumped.
"""

from __future__ import annotations

from treatydiff.extract.phrases import Parse, Source, chain, joined_start, phrase_before, without_places
from treatydiff.extract.syntax import EDGES, NOMINAL

JUMP = 60
"""Words over which a remark between subject and verb may reach."""


def subject(p: Parse, first: int, depth: int = 0) -> Source | None:
    """The subject of the verb group that begins with item `first`."""
    if depth:
        return _subject(p, first, depth)
    if first not in p.subjects:
        p.subjects[first] = _subject(p, first, 0)
    return p.subjects[first]


def _subject(p: Parse, first: int, depth: int) -> Source | None:
    if p.at(first) == "X":
        return Source(first, first, first, "subject")
    k = first - 1
    while k >= 0 and p.tags[k] == "W":
        k -= 1
    letter = p.at(k)
    if letter == "R":
        return antecedent(p, k)
    if letter == "C":
        return shared(p, k, depth)
    if letter == "," and any(p.has(i, "sequence") for i in range(k + 1, first + 1)):
        # "Lind paused, then said"
        return shared(p, k, depth)
    if letter in (",", "—", ")") or (letter == "Q" and p.items[k].text == ","):
        # of a list of verbs the later ones share the subject: "Lind left, promised to write and never did"
        listed = letter == "," and _list_of_verbs(p, first)
        return _over_remark(p, k, depth) or (shared(p, k, depth) if listed else None)
    if letter == ";":
        return shared(p, k, depth)
    if (
        letter in NOMINAL
        and (when := before_time(p, k)) != k
        and (p.at(when) in "GE" or p.at(when + 1) == "P")
    ):
        # "a report released last year found", "the president on Friday said"
        k, letter = when, p.at(when)
    if letter in "GE" and p.at(k - 1) in NOMINAL:
        return phrase_before(p, k - 1)
    if letter in "NM#HO":
        return phrase_before(p, k)
    if letter in "VFE" and k == first - 1:
        return _behind_relative(p, k)
    return None


def _behind_relative(p: Parse, k: int) -> Source | None:
    """The phrase whose relative clause ends with the verb at `k`: "the clerk who knew | said"."""
    for j in range(k - 1, max(0, k - JUMP), -1):
        if p.tags[j] in EDGES:
            return None
        if p.tags[j] == "R":
            return phrase_before(p, j - 1) if p.at(j - 1) in NOMINAL else None
    return None


def before_time(p: Parse, k: int) -> int:
    """The item before a time that ends at `k` ("last year"); `k` itself where none does."""
    if not p.has(k, "times"):
        return k
    while k >= 0 and (p.has(k, "times") or p.has(k, "day_openers") or p.tags[k] == "#"):
        k -= 1
    if p.at(k) == "P" and p.has(k, "at_times") and p.at(k - 1) in NOMINAL:
        k -= 1
    return k


def _list_of_verbs(p: Parse, first: int) -> bool:
    """Whether a later verb behind "and" closes a list: ", promised to write and never did"."""
    return any(
        p.tags[i] == "C" and (p.at(i + 1) == "V" or (p.at(i + 1) == "W" and p.at(i + 2) == "V"))
        for i in range(first + 1, len(p.tags))
    )


def antecedent(p: Parse, k: int) -> Source | None:
    """The phrase that a relative pronoun at `k` takes up."""
    j = k - 1
    comma = p.at(j) == ","
    if p.at(j) == "P":
        j -= 1
    if p.at(j) == ",":
        j -= 1
    cores, _ = chain(p, j)
    if not cores:
        return None
    chosen = cores[0]
    if p.has(k, "personal_relatives"):
        for first, last in without_places(p, cores):
            noun = p.low(last)
            if p.tags[last] == "M" or noun in p.people or noun in p.syntax.cues.sets["speakers"]:
                chosen = (first, last)
                break
        else:
            chosen = cores[0] if comma else cores[-1]
    first, last = chosen
    if p.tags[last] == "M":
        # of a phrase that ends with a name, the name is what "who" takes up
        while first < last and p.tags[first] != "M":
            first += 1
    return Source(first, last, last, "relative")


def shared(p: Parse, k: int, depth: int = 0) -> Source | None:
    """The subject that a verb behind a conjunction at `k` shares with the verb before."""
    if depth > 3:
        return None
    earlier = [g for g in p.groups if g.head < k and p.at(g.first - 1) != "R"]
    # Behind a comma it is the main clause that goes on, else the nearest one.
    for group in earlier if p.at(k - 1) == "," else reversed(earlier):
        found = subject(p, group.first, depth + 1)
        if found is not None or p.at(k - 1) != ",":
            return found._replace(how="elided") if found else None
    return None


def _over_remark(p: Parse, k: int, depth: int) -> Source | None:
    """The phrase before what stands between marks in front of the verb; of several the leftmost."""
    mark = "," if p.tags[k] == "Q" else p.tags[k]
    best: Source | None = None
    for c in range(k - 1, max(0, k - JUMP), -1):
        letter = p.tags[c]
        if letter == ";" or letter == ".":
            break
        if letter != mark or p.at(c - 1) not in "NMHO#":
            continue
        if not _explains(p, c + 1, k):
            continue
        cores, led = chain(p, c - 1)
        if led or not cores or p.has(cores[-1][1], "times"):
            continue
        start = cores[-1][0]
        joined = joined_start(p, start)
        before = p.at((joined if joined is not None else start) - 1)
        if before in "VFIGEP":
            if best is not None:
                break
            continue
        best = Source(joined if joined is not None else start, c - 1, cores[-1][1], "subject")
        if before != mark:
            break
    if best is None and p.at(k - 1) in NOMINAL:
        # a stray comma: "The mayor of Lund, said"
        cores, led = chain(p, k - 1)
        if cores and not led and p.at(cores[-1][0] - 1) in ("^", "S", "Q", ",") and mark == ",":
            return Source(cores[-1][0], k - 1, cores[-1][1], "subject")
    return best


def _explains(p: Parse, first: int, end: int) -> bool:
    """Whether the items between two marks are a remark, not a clause with a subject of its own."""
    letter = p.at(first)
    while letter == "W" and first < end:
        first += 1
        letter = p.at(first)
    if first >= end:
        return True
    if letter in "RSPGETW#Q" or p.has(first, "relative_possessives"):
        return True
    if letter == "C":
        return True
    if letter not in "DNM":
        return False
    group = p.finite_in(first, end)
    if group is None:
        return True
    # "the mayor who left" explains, "the mayor left" does not
    return any(p.tags[i] in "RS" for i in range(first, group.head))


def main_subject(p: Parse, limit: int) -> Source | None:
    """The subject of the clause that an "-ing" form or infinitive at `limit` hangs on."""
    earlier = [g for g in p.groups if g.head < limit and p.at(g.first - 1) != "R"]
    behind = p.at(limit - 1) in (",", "—")
    for group in earlier if behind else reversed(earlier):
        found = subject(p, group.first)
        if found is not None and not (behind and p.at(found.first - 1) in "SR" and group is not earlier[-1]):
            return found._replace(how="elided")
    for group in p.groups:
        if group.first > limit:
            before = group.first - 1
            if p.at(before) in "R":
                continue
            comma = any(
                p.tags[i] == "," or (p.tags[i] == "Q" and p.items[i].text == ",")
                for i in range(limit, group.first)
            )
            found = subject(p, group.first)
            if comma and found is not None and (found.first > limit or found.last < limit):
                return found._replace(how="elided")
    return None
