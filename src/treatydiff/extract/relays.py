"""Words passed on: "the Herald quoted the mayor as saying", "the Herald reported, citing the police"."""

from __future__ import annotations

from treatydiff.extract.act import Act
from treatydiff.extract.cues import Cue
from treatydiff.extract.ends import content_end
from treatydiff.extract.phrases import Parse, Source, phrase_after
from treatydiff.extract.subjects import subject

AGENT = 8
"""Items behind "as saying" among which the "by" of "was quoted as saying by" stands."""


def relay(p: Parse, cue: Cue, source: Source | None) -> tuple[Source | None, Source | None, int] | None:
    """Who is quoted by whom, and where "as saying" stands, for a verb like "quote"; None where it is none."""
    if cue.lemma not in p.syntax.cues.sets["relaying"]:
        return None
    if cue.kind == "passive":
        quoted, k = subject(p, cue.group), cue.after
        if p.has(k, "by"):
            found = phrase_after(p, k + 1, "agent")
            k = found.last + 1 if found else k
    elif cue.kind in ("finite", "ing", "infinitive"):
        quoted = phrase_after(p, cue.after, "subject")
        k = quoted.last + 1 if quoted else cue.after
    else:
        return None
    if quoted is None or not p.has(k, "as_said") or p.at(k + 1) != "G":
        return None
    if cue.kind == "passive" and source is None:
        source = _late_agent(p, k + 2)
    return quoted, source, k


def _late_agent(p: Parse, first: int) -> Source | None:
    """Who quotes, where that stands last: "was quoted as saying by the Herald"."""
    for k in range(first, min(first + AGENT, len(p.items))):
        if p.has(k, "by"):
            return phrase_after(p, k + 1, "agent")
        if p.tags[k] in "SVABQ:,":
            break
    return None


def passed_on(p: Parse, cue: Cue, source: Source | None, quoting: int) -> Act:
    """The act of the one who quotes: it holds what the other says."""
    end = content_end(p, quoting + 1, cue, source)
    return Act(cue, source, [(quoting, max(end, quoting + 2))], None, (cue.group, quoting), silent=True)


def cited(p: Parse, acts: list[Act]) -> list[Act]:
    """The acts without those that only name whom another has its words from, which is noted there."""
    out = list(acts)
    for act in acts:
        words = p.syntax.cues.sets
        if act.cue.lemma not in words["relaying"] or act.silent or act.source is None or not act.content:
            continue
        first, last = act.content[0]
        found = phrase_after(p, act.cue.after, "agent")
        if len(act.content) > 1 or first != act.cue.after or found is None or not _speaks(p, found):
            continue
        if any(p.tags[i] in "QS" for i in range(first, last)):
            continue
        owner = next((o for o in acts if o is not act and _same(o.source, act.source)), None)
        if owner is not None and owner.via is None:
            owner.via = found
            out.remove(act)
    return out


def _speaks(p: Parse, source: Source) -> bool:
    """Whether a phrase names somebody who may say something: officials, a witness, the police."""
    words = p.syntax.cues.sets
    head = p.low(source.head)
    return p.tags[source.head] == "M" or any(
        head in known for known in (p.people, words["speakers"], words["bodies"], words["persons"])
    )


def _same(one: Source | None, other: Source | None) -> bool:
    """Whether two acts have one source, though one of them leaves it out or takes it up with "which"."""
    return one is not None and other is not None and one.head == other.head
