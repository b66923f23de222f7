"""Sources: the noun phrase that a cue belongs to, before it, behind it or left out."""

from __future__ import annotations

from treatydiff.extract.cues import Cue
from treatydiff.extract.phrases import Parse, Source, chain, phrase_after, phrase_before, without_places
from treatydiff.extract.subjects import antecedent, before_time, main_subject, shared, subject
from treatydiff.extract.syntax import FINITE, NOMINAL

AGENT = 10
"""Words behind a passive among which its "by" stands."""


def find_source(p: Parse, cue: Cue, earlier: Source | None, main: Source | None) -> Source | None:
    """The source of a cue; `earlier` is that of the cue before it, `main` that of the sentence's first."""
    if cue.kind == "according":
        return phrase_after(p, cue.after, "agent")
    if cue.kind in ("passive", "participle"):
        return _agent(p, cue)
    if cue.kind == "noun":
        return Source(owner_start(p, cue.group), cue.group, cue.group, "subject")
    if cue.kind == "infinitive":
        return _of_infinitive(p, cue, earlier)
    if cue.kind == "ing":
        behind = p.at(cue.group - 1) in (",", "—")
        return _of_participle(p, cue, main or earlier if behind else earlier)
    if inverted(p, cue):
        return phrase_after(p, cue.after, "inverted")
    before = cue.group - 1
    if p.at(before) == "C" and p.at(cue.group) != "X":
        if earlier is not None and p.at(before - 1) != ",":
            return earlier._replace(how="elided")
        return shared(p, before)
    return subject(p, cue.group)


def owner_start(p: Parse, last: int) -> int:
    """The first item of whose claim it is: "the mayor's", "Ivo Lind's", "his"."""
    first = last
    while first > 0 and p.tags[first] != "D" and (p.tags[first - 1] in NOMINAL or p.tags[first - 1] == "D"):
        first -= 1
        if p.tags[first] == "D":
            break
    return first


def _agent(p: Parse, cue: Cue) -> Source | None:
    """The phrase behind the "by" of a passive."""
    for k in range(cue.after, min(cue.after + AGENT, len(p.items))):
        if p.has(k, "by"):
            return phrase_after(p, k + 1, "agent")
        if p.tags[k] in "STVABQ:,":
            break
    return None


def _of_infinitive(p: Parse, cue: Cue, earlier: Source | None) -> Source | None:
    """Who is to speak: the object of "force", "ask", else the subject of the clause."""
    to = cue.group - 1
    while to >= 0 and p.tags[to] == "W":
        to -= 1
    if p.at(to) == "T" and (p.at(to - 1) in NOMINAL or p.at(to - 1) == "O"):
        cores, led = chain(p, to - 1)
        if cores and not led:
            first, last = cores[-1]
            if p.at(first - 1) in "VFIG" and _lemmas(p, first - 1) & p.syntax.sets["of_object"]:
                return Source(first, last, last, "subject")
    if earlier is not None:
        return earlier._replace(how="elided")
    return main_subject(p, cue.group)


def _lemmas(p: Parse, i: int) -> frozenset[str]:
    return frozenset(p.syntax.verbs.readings(p.low(i)).values())


def _of_participle(p: Parse, cue: Cue, earlier: Source | None) -> Source | None:
    """Who speaks in an "-ing" form: the noun before it, else the subject of the clause."""
    k = before_time(p, cue.group - 1)
    if p.at(k) in NOMINAL or p.at(k) == "O":
        found = _who_goes_on(p, k)
        if found is not None:
            return found
    elif p.at(k) == "P" and p.at(k - 1) == "," and (found := phrase_before(p, k - 2)) is not None:
        # "Lind, despite saying A, …"
        return found._replace(how="elided")
    elif p.at(k) == "R":
        return antecedent(p, k)
    elif p.has(k, "blaming") and (blamed := _blamed(p, k)) is not None:
        return blamed
    if earlier is not None and earlier.how != "agent":
        return earlier._replace(how="elided")
    return main_subject(p, cue.group)


def _blamed(p: Parse, k: int) -> Source | None:
    """Who spoke where somebody is blamed for that: "blamed Lind for saying", "Lind was blamed for saying"."""
    group = next((g for g in reversed(p.groups) if g.head < k), None)
    if group is None or not _lemmas(p, group.head) & p.syntax.cues.sets["assertive"]:
        return None
    if p.tags[group.head] == "F" and any(p.tags[i] == "B" for i in range(group.first, group.head)):
        return subject(p, group.first)
    found = phrase_after(p, group.head + 1, "subject")
    return found if found is not None and found.last < k and p.at(found.last + 1) in ("P", ".") else None


def _who_goes_on(p: Parse, k: int) -> Source | None:
    """The phrase that ends at `k` where it may speak: "film of Lind saying", not "issued a note saying"."""
    words = p.syntax.cues.sets
    cores, led = chain(p, k)
    if led and p.has(cores[-1][0] - 1, "absolute"):
        return Source(cores[-1][0], k, cores[-1][1], "subject")
    head = cores[-1][0] if cores else 0
    said = any(
        p.low(b) in words["speech_nouns"] or p.low(b).rstrip("s") in words["speech_nouns"] for _, b in cores
    )
    if said and not led and p.at(head - 1) in "VFIG" and not p.has(cores[0][0] - 1, "of_source"):
        # "wrote a letter to Lind asking"
        return None
    for first, last in without_places(p, cores):
        noun = p.low(last)
        if p.tags[last] in "MO" or noun in p.people or noun in words["speakers"]:
            return Source(first, last, last, "subject")
    if led or not cores:
        return None
    first, last = cores[-1]
    return Source(first, k, last, "subject") if said or p.low(last).endswith("s") else None


def inverted(p: Parse, cue: Cue) -> bool:
    """Whether the source follows its verb: ``"…," said the mayor``, ``…, said Ivo Lind, the mayor``."""
    if (
        cue.kind != "finite"
        or p.tags[cue.first] != "V"
        or cue.group != cue.first
        or cue.after >= len(p.items)
    ):
        return False
    before, after = p.at(cue.first - 1), p.at(cue.after)
    if cue.first == 0:
        return after == "M"
    if p.low(cue.after) in p.syntax.cues.sets["hearers"] and cue.lemma in p.syntax.cues.sets["with_hearer"]:
        return False
    if after not in "MDN#H" or p.has(cue.after, "times"):
        return False
    if before == "Q" or (before in (",", "—") and p.at(cue.first - 2) == "Q"):
        if before == "Q" and p.items[cue.first - 1].text not in (",", "?", "!", ".", "—", "–", "-", "…"):
            # a term in marks is the subject itself, unless a pronoun or name follows at the end
            return after in "MH" and _ends(p, cue.after)
        return after != "H" or not p.has(cue.after, "dummies")
    if before not in (",", "—"):
        return False
    found = phrase_after(p, cue.after, "inverted")
    if (
        found is None
        or p.at(found.last + 1) not in (",", ".", ";", "—", "P", "W", "N")
        or p.at(found.last + 1) in FINITE
    ):
        return False
    plain = subject(p, cue.group)
    if plain is not None and cue.lemma in p.syntax.cues.sets["always_heard"]:
        # "…, the mayor, Ivo Lind, told the council"
        return False
    if plain is not None and p.tags[plain.head] == "M" and p.at(plain.first - 1) in "Q^":
        return False
    named = p.tags[found.head] == "M" or p.low(found.head) in p.people | p.syntax.cues.sets["speakers"]
    told = "Q" in p.tags[: cue.first] or p.finite_in(0, cue.first - 1) is not None
    return named and told and p.finite_in(found.first, found.last + 1) is None


def _ends(p: Parse, k: int) -> bool:
    """Whether a phrase that begins here ends at a mark or the sentence."""
    found = phrase_after(p, k, "inverted")
    return found is not None and p.at(found.last + 1) in (",", ".", ";", "—", "(")
