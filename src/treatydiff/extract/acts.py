"""Acts of speech in a sentence: cue, source and where its content stands."""

from __future__ import annotations

from treatydiff.extract.act import Act
from treatydiff.extract.contents import place_content
from treatydiff.extract.cues import Cue, find_cues
from treatydiff.extract.phrases import Parse, Source, phrase_after
from treatydiff.extract.relays import cited, passed_on, relay
from treatydiff.extract.sources import find_source, owner_start
from treatydiff.extract.subjects import antecedent, subject
from treatydiff.extract.syntax import NOMINAL
from treatydiff.frozen import replace

HEADING = "heading"
"""What stands for the verb where a heading brings somebody's words."""
LABEL = 5
"""Words that the name before a transcript's colon has fewer than."""
ASKED = 7
"""Items of a sentence that only names whose words follow."""
SIGNED = 7
"""Words that the name behind a dash may have that signs a quotation."""


def find_acts(p: Parse) -> list[Act]:
    """All acts of speech of a sentence in the order of their cues."""
    acts: list[Act] = []
    earlier: Source | None = None
    main: Source | None = None
    quoted: Source | None = None
    """Whose words the next cue brings, where somebody is quoted "as saying" them."""
    for cue in find_cues(p):
        source = find_source(p, cue, earlier, main)
        if source is not None and _nobody(p, source):
            continue
        if (relayed := relay(p, cue, source)) is not None:
            quoted, source, at = relayed
            acts.append(passed_on(p, cue, source, at))
            continue
        if quoted is not None and p.has(cue.group - 1, "as_said"):
            # "was quoted as saying" is one verb
            source, cue = quoted, replace(cue, kind="finite", group=acts[-1].tag[0])
            quoted = None
        act = Act(cue, source)
        _bound(p, act)
        placed = place_content(p, act, acts)
        if placed:
            acts.append(act)
        if source and (placed or source.how != "elided") and cue.kind in ("finite", "ing", "infinitive"):
            if placed or cue.kind == "finite":
                earlier = source
            if main is None and source.how in ("subject", "inverted") and p.at(source.first - 1) not in "SRP":
                main = source
    if len(acts) > 1:
        acts = _without_echoes(p, cited(p, acts))
    _part(p, acts)
    if len(acts) > 1:
        _nest(acts)
    if not acts and (signed := _signature(p) or _label(p) or _announced(p) or _asked_for(p)):
        acts.append(signed)
    if (tagged := _any_tag(p, acts)) is not None:
        acts.append(tagged)
    return acts


def _nobody(p: Parse, source: Source) -> bool:
    """Whether a source says that there is none: "no group has claimed", "none of them said"; not "No 10"."""
    return p.has(source.first, "nobody") and not p.low(source.first + 1)[:1].isdigit()


def _without_echoes(p: Parse, acts: list[Act]) -> list[Act]:
    """The acts without a second tag of one quotation: ``Lind said, "It is late," he said.``."""
    out: list[Act] = []
    for act in acts:
        at = act.tag[0] - 1
        quoted = act.source is not None and p.tags[act.source.head] == "H" and p.at(at) == "Q"
        first = out[0] if quoted and out and out[0].tag[0] == 0 and out[0].cue.name != "thought" else None
        if first is not None and any(first.tag[1] <= a <= at < b for a, b in first.content):
            if act.tag[1] >= len(p.items) - 1:
                first.content = [(a, min(b, at + 1)) for a, b in first.content if a <= at]
            continue
        out.append(act)
    return out


def _any_tag(p: Parse, acts: list[Act]) -> Act | None:
    """A tag whose verb is no cue by itself: ``"It is late," beamed Ivo Lind.``."""
    if "Q" not in p.tags:
        return None
    for k, item in enumerate(p.items):
        if p.tags[k] != "Q" or any(a <= k < b for act in acts for a, b in act.content):
            continue
        behind = k + 1
        if p.at(behind) == ",":
            behind += 1
        elif item.text != ",":
            continue
        if p.at(behind) == "V" and p.at(behind + 1) in "MDNH":
            source = phrase_after(p, behind + 1, "inverted")
            verb, last = behind, source.last + 1 if source else 0
        else:
            verb = next((g.head for g in p.groups if g.head > k), len(p.items))
            source = subject(p, verb) if p.at(verb) == "V" else None
            last = verb + 1
        if source is None or min(source.first, verb) != behind or p.at(last) not in (",", ".", ";", "W", "P"):
            continue
        cue = Cue(verb, verb + 1, p.low(verb), "finite", verb, "neutral", False)
        return Act(cue, source, [(0, k + 1)], None, (behind, last))
    return None


def _announced(p: Parse) -> Act | None:
    """A sentence without a cue whose colon brings a quotation: its subject is taken to speak."""
    colon = p.tags.index(":") if ":" in p.tags else None
    if colon is None or (colon + 1 < len(p.tags) and p.tags[colon + 1] != "Q"):
        return None
    group = next((g for g in p.groups if g.head < colon and p.at(g.first - 1) != "R"), None)
    source, lemma = subject(p, group.first) if group else None, ":"
    if source is not None and p.has(source.head, "dummies"):
        # "It was Ivo Lind who put it best:"
        who = next((k for k in range(source.last, colon) if p.has(k, "personal_relatives")), None)
        source = antecedent(p, who) if who is not None else source
    if source is None or _is_speech(p, source.head):
        headed = _heading(p, source.head + 1 if source else colon)
        if headed is not None:
            source, lemma = headed, HEADING
    if source is None:
        return None
    cue = Cue(colon, colon + 1, lemma, "mark", colon, "neutral", False)
    act = Act(cue, source, [(colon + 1, len(p.items))] if colon + 1 < len(p.items) else [])
    act.tag = (0, colon + 1)
    return act


def _asked_for(p: Parse) -> Act | None:
    """A short sentence that only names whose words follow: "Ivo Lind's response?"."""
    if not 2 < len(p.items) <= ASKED or "Q" in p.tags or p.groups:
        return None
    source = _heading(p, len(p.items))
    if source is None or source.first or source.last + 3 != len(p.items):
        return None
    cue = Cue(source.last + 1, source.last + 2, HEADING, "mark", source.last + 1, "neutral", False)
    return Act(cue, source, [], None, (0, source.last + 2))


def _is_speech(p: Parse, k: int) -> bool:
    """Whether an item is a noun for what is said: "statement", "letter"."""
    sets = p.syntax.cues.sets
    return p.tags[k] in NOMINAL and (p.low(k) in sets["speech_nouns"] or p.low(k) in sets["occasions"])


def _heading(p: Parse, end: int) -> Source | None:
    """Whose words a heading brings: "The mayor's statement in full:", "Full statement by Ivo Lind:"."""
    for k in range(end):
        if not _is_speech(p, k):
            continue
        if k and (p.items[k - 1].possessive or p.has(k - 1, "owners")):
            return Source(owner_start(p, k - 1), k - 1, k - 1, "subject")
        if p.has(k + 1, "of_source"):
            return phrase_after(p, k + 2, "agent")
    return None


def _label(p: Parse) -> Act | None:
    """The name of a transcript's line: ``Lind: "It is late."``."""
    k = 0
    while k < min(len(p.items), LABEL) and p.tags[k] == "M" and p.low(k) not in p.syntax.closed:
        k += 1
    if not 0 < k < LABEL or p.at(k) != ":" or p.at(k + 1) != "Q":
        return None
    cue = Cue(k, k + 1, ":", "mark", k, "neutral", False)
    return Act(cue, Source(0, k - 1, k - 1, "agent"), [(k + 1, len(p.items))], None, (0, k + 1))


def _signature(p: Parse) -> Act | None:
    """A name behind a dash that signs a quotation: ``"…" — Ivo Lind``."""
    k = next((k for k, letter in enumerate(p.tags) if letter == "—" and k and p.tags[k - 1] == "Q"), None)
    if k is None or p.at(k + 1) != "M":
        return None
    last = k + 1
    while last + 1 < len(p.items) and p.items[last + 1].kind == "word":
        last += 1
    if last - k > SIGNED or p.at(last + 1) not in (",", ".", "("):
        return None
    cue = Cue(k, k + 1, p.items[k].text, "mark", k, "neutral", False)
    return Act(cue, Source(k + 1, last, last, "agent"), [(0, k)], None, (k, last + 1))


def _bound(p: Parse, act: Act) -> None:
    """The items of cue and source together."""
    first, last = act.cue.group, act.cue.after
    source = act.source
    if source and source.how != "elided":
        first, last = min(first, source.first), max(last, source.last + 1)
        if source.how == "agent" and p.low(source.head) in p.people:
            last = _over_name(p, last)
        if source.how == "inverted" or (source.how == "agent" and first > 1):
            last = _over_role(p, last)
    act.tag = (first, last)


def _over_name(p: Parse, k: int) -> int:
    """The item after the name of a source that is called by a role first: "the harbour master, Ivo Lind,"."""
    end = k + 1
    while p.at(end) == "M":
        end += 1
    return end if p.at(k) == "," and end > k + 1 and p.at(end) in (",", ".") else k


def _over_role(p: Parse, k: int) -> int:
    """The item after an apposition or relative clause that follows a source: ", the mayor of Lund,"."""
    if p.at(k) != "," or not (p.at(k + 1) in "DR" or (p.at(k + 1) in "NE" and p.at(k + 2) not in "VAB")):
        return k
    end = k + 1
    while end < len(p.items) and p.items[end].kind == "word":
        if p.tags[end] == "G" and p.low(end) in p.syntax.cues.forms:
            break
        end += 1
    clause = p.finite_in(k + 1, end)
    if clause is not None and not any(p.tags[i] in "RS" for i in range(k + 1, clause.head)):
        # ", the bank would pay" is a clause, not a role
        return k
    return end


def _part(p: Parse, acts: list[Act]) -> None:
    """End what an act brings where the next act of the same rank begins: "said A, and promised B"."""
    for n, act in enumerate(acts):
        cut = len(p.items)
        for other in acts[n + 1 :]:
            at = other.cue.group - 1
            if _holds(other, act) and other.content[0][1] <= other.tag[0] and other.cue.kind != "according":
                # "He asked for time, she said": what he asked for ends before her tag
                cut = min(cut, other.content[0][1])
                continue
            if other.cue.kind == "according" and act.cue.kind != "according":
                if other.cue.first >= act.cue.after and at > 0 and _closes(p, other):
                    cut = min(cut, at if p.tags[at] == "," else at + 1)
                continue
            if other.cue.first < act.cue.after or other.source is None or at < 1:
                continue
            if other.source.how == "elided" and other.cue.kind == "finite":
                if p.tags[at] == "C":
                    cut = min(cut, at)
            elif other.source.how == "elided" and other.cue.kind == "ing":
                if p.tags[at] in (",", "—") and any(a < at for a, _ in act.content):
                    cut = min(cut, at)
            elif other.source.how == "subject" and other.cue.kind == "finite":
                at = other.source.first - 1
                if at > 0 and p.has(at, "contrasting") and p.items[at - 1].kind != "word":
                    cut = min(cut, at if p.tags[at - 1] == "Q" else at - 1)
        act.content = [(a, min(b, cut)) for a, b in act.content if a < cut]
        act.content = [(a, b) for a, b in act.content if a < b]


def _closes(p: Parse, according: Act) -> bool:
    """Whether an "according to" stands behind all that is told, not in the middle of it."""
    last = according.tag[1]
    return (p.at(according.cue.first - 1) == "," and p.at(last) != ",") or last >= len(p.items) - 1


def _nest(acts: list[Act]) -> None:
    """Note for each act within whose content it stands; never two acts within each other."""
    for n, act in enumerate(acts):
        outer = [m for m, o in enumerate(acts) if m != n and _holds(o, act)]
        before = [m for m in outer if m < n]
        # "Officials say …, per the paper": what stands behind may hold what stands before
        behind = [m for m in outer if m > n and not _holds(act, acts[m])]
        act.inside = before[-1] if before else behind[0] if behind else -1
    for n in range(len(acts)):
        seen, m = {n}, n
        while acts[m].inside >= 0:
            if acts[m].inside in seen:
                acts[m].inside = -1
                break
            m = acts[m].inside
            seen.add(m)


def _holds(outer: Act, inner: Act) -> bool:
    return any(a <= inner.cue.first < b for a, b in outer.content)
