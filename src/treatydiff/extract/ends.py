"""Where what somebody says ends: with the sentence, or where the report goes on in its own words."""

from __future__ import annotations

from treatydiff.extract.cues import Cue
from treatydiff.extract.phrases import Parse, Source
from treatydiff.extract.subjects import subject
from treatydiff.extract.syntax import EDGES, NOMINAL


def content_end(p: Parse, k: int, cue: Cue, source: Source | None, clause: bool = False) -> int:
    """The item behind content that begins at `k`; `clause` where it is known to be a clause of its own."""
    end = _adjunct_end(p, cue.first)
    if end <= k:
        # "As she put it, A": the cue stands in the adjunct, what is said does not
        end = len(p.items)
    if source is not None and source.how == "relative":
        end = _relative_end(p, source, k, end)
    if end and p.tags[end - 1] == ".":
        end -= 1
    opener = p.at(k)
    clause = clause or opener in "QX" or (opener == "S" and p.has(k, "complementisers"))
    clause = clause or bare_clause(p, k, end)
    listed = False
    for i in range(k, end):
        letter = p.tags[i]
        listed = listed or letter == ":"
        if (letter == ";" and not listed) or (letter == "—" and _last_dash(p, k, i, end)):
            return i
        if letter in (",", "—") and i + 1 < end and _leaves(p, i + 1, clause):
            return i
        if opener == "Q" and letter == "," and i + 1 < end and _meanwhile(p, i + 1):
            # 'warned of "a weapon", as the bank said it had coal'
            return i
        if clause or i == k:
            continue
        if (letter == "C" and _goes_on(p, i + 1, opener in "DNMO#")) or (letter == "P" and occasion(p, i)):
            return i
        if opener in "DNMO#Q" and _meanwhile(p, i):
            return i
    return end


def _goes_on(p: Parse, k: int, noun: bool) -> bool:
    """Whether a verb stands behind an "and": "praised the plan but also had to pay".

    Behind what is no noun ("to cap and then reduce the tax") only one without an adverb counts.
    """
    while noun and p.at(k) == "W":
        k += 1
    return p.at(k) in "VAB"


def _meanwhile(p: Parse, k: int) -> bool:
    """Whether a clause of the report opens here: "condemned the launch as guns fired"."""
    if not p.has(k, "meanwhile") or p.tags[k] != "S":
        return False
    stop = next((i for i in range(k + 1, len(p.tags)) if p.tags[i] in (",", ";", "—", ".")), len(p.tags))
    group = p.finite_in(k + 1, stop)
    found = subject(p, group.first) if group is not None else None
    return found is not None and found.how == "subject" and found.first == k + 1


def _leaves(p: Parse, k: int, clause: bool) -> bool:
    """Whether the words behind a comma are no part of what is said."""
    letter, low = p.tags[k], p.low(k)
    if letter == "G" and _adds(p, k):
        return True
    if low in p.syntax.sets["leaving"]:
        return not p.has(k + 1, "that")
    if clause:
        return False
    if letter == "V" and low in p.syntax.cues.forms:
        # "was not allowed to discuss the matter, said …"
        return True
    if letter in "RSE" or (letter == "C" and p.at(k + 1) in "VABWHX"):
        return True
    return letter == "G" and p.at(k + 1) != "C"


def _last_dash(p: Parse, k: int, i: int, end: int) -> bool:
    """Whether a dash opens a remark that ends with the sentence; one between two dashes is jumped."""
    remark = p.has(i + 1, "remarking") and "—" not in p.tags[i + 1 : end]
    return i > k and remark and p.tags[k:i].count("—") % 2 == 0


def _relative_end(p: Parse, source: Source, k: int, end: int) -> int:
    """Where content ends whose cue stands in a relative clause."""
    if p.at(source.last + 1) == ",":
        # "Okoro, who said A, left"
        return next((i for i in range(k, end - 1) if p.tags[i] == "," and p.tags[i + 1] in "VABW"), end)
    if p.at(source.last + 1) == "R" or p.at(source.last + 2) == "R":
        # "the clerk who had warned Lind said A"
        for group in p.groups:
            found = subject(p, group.first) if k < group.first < end else None
            if found is not None and found.how == "subject" and found.first <= source.first <= found.last:
                return group.first
    before = p.at(source.first - 1)
    if before in (",", "—"):
        # "Lind, a vet who said A, left"
        for i in range(k, end - 1):
            if p.tags[i] == before:
                return i if p.tags[i + 1] in "VABW" else end
    return end


def _adjunct_end(p: Parse, at: int) -> int:
    """Where an opening adjunct that holds item `at` ends, else the sentence: "Asked why, | she said"."""
    end = len(p.items)
    first = p.at(0) if p.at(0) != "W" else p.at(1)
    if not (first in "EG" or (first in "SP" and not p.has(0, "that"))):
        return end
    for group in p.groups:
        found = subject(p, group.first)
        if found is None or found.how != "subject" or p.at(found.first - 1) not in (",", "Q", "—"):
            continue
        # the main clause begins here
        if found.first <= at:
            return end
        return found.first if p.at(found.first - 1) == "Q" else found.first - 1
    return end


def _adds(p: Parse, k: int) -> bool:
    """Whether an "-ing" form brings more speech of the same source: ", adding that"."""
    words = p.syntax.cues
    known = words.forms.get(p.low(k))
    if known is None or words.classes[known[0]] in ("thought", ""):
        return False
    brings = p.at(k + 1) == "Q" or p.has(k + 1, "complementisers")
    return brings or known[0] not in words.sets["wants_that"]


def bare_clause(p: Parse, start: int, stop: int) -> bool:
    """Whether a clause without "that" opens here: a phrase with a finite verb of its own."""
    if p.at(start) not in "DNMH#XW":
        return False
    group = p.finite_in(start, stop)
    if group is None:
        return False
    if p.at(start) in "HX":
        # "denied this, while others said nothing": the verb is that of another clause
        return EDGES.isdisjoint(p.tags[start + 1 : group.first])
    if p.at(group.first - 1) == "H" and group.first - 2 >= start and p.at(group.first - 2) in NOMINAL:
        # "eight of the miners they held" is no clause, "the miners they held were freed" is one
        mark = next((i for i in range(group.head, stop) if p.tags[i] in EDGES), stop)
        main = p.finite_in(group.head + 1, mark)
        return main is not None and p.at(main.first - 1) in "VFIGENM#"
    between = p.tags[start : group.first]
    if p.at(group.first - 1) == "C" or between.count(",") % 2:
        # the verb is that of another clause: "attacked the plan and left"
        return False
    return not any(letter in "RSQ;:" for letter in between)


def occasion(p: Parse, k: int) -> int:
    """The item behind "in a statement", "at a news conference on Monday"; 0 where no such phrase stands."""
    if not p.has(k, "at_occasions") or p.at(k + 1) != "D":
        return 0
    n = k + 2
    while n < len(p.items) and n - k < 6 and p.tags[n] in NOMINAL:
        n += 1
    if not any(p.low(i) in p.syntax.cues.sets["occasions"] for i in range(k + 2, n)):
        return 0
    while n < len(p.items) and (p.has(n, "times") or p.has(n, "at_times")):
        n += 1
    return n
