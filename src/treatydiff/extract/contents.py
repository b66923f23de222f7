"""Content: which words of a sentence are what its source says.

What is said stands behind the cue (four in five), before it, or on both sides of it (Pareti 2016).
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.act import Act
from treatydiff.extract.cues import Cue
from treatydiff.extract.ends import bare_clause, content_end
from treatydiff.extract.hearers import REACH, behind_hearer
from treatydiff.extract.phrases import Parse, phrase_after
from treatydiff.extract.sources import inverted
from treatydiff.extract.subjects import subject
from treatydiff.extract.syntax import NOMINAL

DOOM = 6
"""Items behind "condemn" among which the "to" stands that makes it a deed."""


def place_content(p: Parse, act: Act, acts: Sequence[Act]) -> bool:
    """Fill in the content; False where the cue brings none."""
    cue, sets = act.cue, p.syntax.cues.sets
    first = act.tag[0]
    if cue.kind == "according":
        return _around(p, act)
    if cue.kind == "noun":
        act.content.append((cue.after, content_end(p, cue.after, cue, act.source)))
        return True
    if cue.kind in ("passive", "participle") and act.source is None and not _impersonal(p, cue):
        return False
    if (
        cue.kind == "finite"
        and act.source is None
        and p.at(cue.group - 1) != "Q"
        and p.at(cue.after) not in "Q:"
    ):
        return False
    if (act.source is not None and act.source.how == "inverted") or inverted(p, cue):
        return _before_inverted(p, act)
    if p.has(first - 1, "manners") and p.at(first - 2) == "B" and p.at(first - 3) == "Q":
        # "'…' was how Ivo Lind described it"
        act.content.append((first - 3, first - 2))
        return True
    start = behind_hearer(p, act)
    stop = content_end(p, start, act.cue, act.source)
    if cue.kind == "passive" and act.source is not None and start < act.source.first - 1 < stop:
        # "was called a triumph by the Herald"
        stop = act.source.first - 1
    opener = p.at(start)
    if opener == ":" and start == len(p.items) - 1:
        # what was said stands in the paragraphs that follow
        return act.source is not None
    if cue.kind == "ing" and act.source is None and first == 0:
        return False
    if p.has(first - 1, "as_said") and (pause := _pause(p, start)) is not None:
        return _around_as(p, act, pause)
    if cue.kind == "participle" and p.at(cue.group - 1) in NOMINAL and "," in p.tags[cue.after : start + 1]:
        # "a report published by the ministry, …": a remark on what is spoken of
        return False
    if cue.kind == "ing" and opener == ",":
        return _behind_mark(p, act, start, stop)
    if _closed_before(p, act) and opener not in "Q:" and not (opener == "S" and p.has(start, "that")):
        return _tag_behind(p, act, start, trailing=opener not in ",.—;")
    if _trails(p, act, start):
        return _tag_behind(p, act, start, trailing=True)
    if (
        start >= len(p.items)
        or (stop <= start and opener != ",")
        or (opener in (",", ".", "—", ";") and _parenthetical(p, act, start))
    ):
        return _tag_behind(p, act, start, trailing=False)
    if opener in (":", ",", "—"):
        found = _behind_mark(p, act, start, stop)
        return found or (stop <= start and _tag_behind(p, act, start, trailing=False))
    if not _says(p, act, start, stop):
        return False
    if cue.lemma in sets["only_direct"] and (opener not in "QS" or (opener == "S" and start > cue.after)):
        # "put out a fire that …"
        return False
    act.content.append((start, stop))
    return True


def _impersonal(p: Parse, cue: Cue) -> bool:
    """Whether a passive without agent still reports words: "was said to", "was told that"."""
    sets = p.syntax.cues.sets
    return cue.kind == "passive" and (cue.lemma in sets["with_hearer"] or cue.lemma in sets["impersonal"])


def _says(p: Parse, act: Act, start: int, stop: int) -> bool:
    """Whether the words behind a cue are likely to be what its source says."""
    cue, sets = act.cue, p.syntax.cues.sets
    while p.at(start) == "W" and start + 1 < stop:
        start += 1
    opener, low = p.at(start), p.low(start)
    if opener == "Q":
        return True
    quoted = "Q" in p.tags[start:stop]
    single = cue.after == cue.first + 1
    asked = cue.negative and p.has(start, "questions")
    clause = (opener == "S" and p.has(start, "complementisers")) or asked or bare_clause(p, start, stop)
    if cue.kind == "infinitive" and opener != "S" and not quoted:
        if p.at(cue.group - 1) != "T":
            # "helped them understand"
            return False
        # "went on to argue A", not "a chance to address the crowd"
        return (clause or opener == "T") and _governed_by_cue(p, cue)
    if cue.kind == "ing" and p.at(cue.group - 1) == "P" and opener != "S" and not quoted:
        return clause and cue.lemma not in sets["wants_that"]
    if opener in "VAB":
        # "which officials said would be late"
        before = act.source.first - 1 if act.source else -1
        return p.at(before) == "R" or p.has(before, "free_relatives")
    if opener == "T" and p.at(start + 1) in "AB" and p.low(start + 2) in sets["anonymity"]:
        # "asked not to be named"
        return False
    if opener == "T" or (low in p.syntax.sets["to"] and p.at(start + 1) == "N"):
        return cue.lemma in sets["with_infinitive"] and (cue.name != "thought" or quoted)
    if cue.name == "thought":
        if opener == "S":
            return p.has(start, "reporting")
        return cue.lemma in sets["opinions"] and clause
    if cue.lemma in sets["wants_that"] and single:
        return clause or quoted
    if clause or quoted:
        return True
    if cue.negative and cue.name != "denial":
        return False
    if opener in "SPW" and start == cue.after and single and low in sets["adjuncts"]:
        return False
    return _object_says(p, act, start, stop)


def _governed_by_cue(p: Parse, cue: Cue) -> bool:
    """Whether the verb before the "to" of an infinitive is one of speech too: "refused to say"."""
    return any(p.low(k) in p.syntax.cues.forms for k in range(max(0, cue.group - 4), cue.group - 1))


def _object_says(p: Parse, act: Act, start: int, stop: int) -> bool:
    """Whether a plain object is a report: "praised the plan", not "addressed the crowd"."""
    cue, source = act.cue, act.source
    if cue.kind == "passive" and source is None:
        return p.at(start) == "T" or cue.lemma in p.syntax.cues.sets["with_hearer"]
    if p.at(start) == "P" and not _about(p, act, start):
        return False
    if p.at(start) not in "DNMHO#GP" or cue.modal:
        return False
    if source is None or _done(p, cue, start) or _hears(p, act, start, stop):
        return False
    return not (source.first == source.last and p.has(source.head, "first_and_second"))


def _hears(p: Parse, act: Act, start: int, stop: int) -> bool:
    """Whether all that stands behind a cue is whom it is said to: "warned the mayor", "called Ivo Lind"."""
    words, cue = p.syntax.cues, act.cue
    if cue.lemma not in words.sets["with_hearer"] or cue.after > cue.first + 1:
        return False
    found = phrase_after(p, start, "subject")
    if found is None or any(p.has(i, "to") for i in range(found.last + 1, stop)):
        return False
    k = found.last + 1
    if k < stop and p.at(k) != "," and not (p.has(k, "at_times") and p.has(k + 1, "times")):
        return False
    head = p.low(found.head)
    return p.tags[found.head] == "M" or any(
        head in known for known in (p.people, *(words.sets[s] for s in ("persons", "hearers", "bodies")))
    )


def _done(p: Parse, cue: Cue, start: int) -> bool:
    """Whether the object shows that something is done, not said: "declared war", "called an election"."""
    if cue.lemma in p.syntax.cues.sets["dooming"] and any(p.has(i, "to") for i in range(start, start + DOOM)):
        # "goals that condemned the club to defeat"
        return True
    nouns = p.syntax.cues.deeds.get(cue.lemma)
    found = phrase_after(p, start, "subject") if nouns else None
    if nouns is None or found is None or p.low(found.head) not in nouns:
        return False
    # but "called the meeting a farce"
    return p.at(found.last + 1) != "D"


def _about(p: Parse, act: Act, start: int) -> bool:
    """Whether a preposition opens what is said, not where, how or to whom: "warned of floods"."""
    sets = p.syntax.cues.sets
    topic = p.low(start) in sets["topics"]
    if act.cue.after > act.cue.first + 1:
        return topic
    return topic and (act.cue.lemma in sets["with_topic"] or act.hearer is not None)


def _before_inverted(p: Parse, act: Act) -> bool:
    first, last = act.tag
    before = _before(p, first)
    if before:
        act.content.append(before)
    k = last
    end = len(p.items)
    if k < end and p.tags[k] in (",", ".", ":", ";", "—"):
        k += 1
    if k < end and (p.tags[k] == "Q" or p.tags[k - 1] == ":"):
        act.content.append((k, end))
    return bool(act.content)


def _pause(p: Parse, start: int) -> int | None:
    """The mark at which "as she said in Lund" ends; None where it brings a clause or quotation of its own."""
    if p.at(start) in "DNMHOX#GT":
        return None
    for k in range(start, min(len(p.items), start + 10)):
        if p.tags[k] in ",.—":
            return k
        if p.tags[k] in "Q:;VABX" or (p.tags[k] == "S" and p.has(k, "complementisers")):
            return None
    return len(p.items) if start >= len(p.items) else None


def _around_as(p: Parse, act: Act, start: int) -> bool:
    """What stands around "as she said": "As she said, A"; "A, as she said, B"."""
    before = _before(p, act.tag[0] - 1)
    if before:
        act.content.append(before)
    if start + 1 < len(p.items):
        act.content.append((start + 1, content_end(p, start + 1, act.cue, act.source, clause=True)))
    return bool(act.content)


def _tag_behind(p: Parse, act: Act, start: int, trailing: bool) -> bool:
    """What a tag follows, and what goes on behind it: "A, she said, B"; "A," she said on Monday."""
    cue, sets = act.cue, p.syntax.cues.sets
    before = _before(p, act.tag[0])
    if p.at(act.tag[0] - 1) in "SR:":
        # "…, where she spoke", "… when he asked", "'…': florist tells of …"
        return False
    thought = cue.name == "thought" and cue.lemma in sets["wants_that"]
    told = cue.lemma in sets["telling_thoughts"] and cue.kind == "finite" and p.at(act.tag[0] - 1) == ","
    if before is None or (thought and not (told and _last(p, start))):
        return False
    quoted = "Q" in p.tags[slice(*before)]
    if cue.lemma in sets["only_direct"] and not quoted:
        return False
    if cue.kind in ("infinitive", "participle") and p.tags[before[1] - 1] != "Q":
        return False
    if cue.kind == "passive" and before[1] == act.tag[0]:
        # "The bridge was closed, it was announced", "…, residents were told"
        found = subject(p, cue.group)
        if found is None or p.at(found.first - 1) not in (",", "—", "Q"):
            return False
        before = _before(p, found.first)
        if before is None or not (p.has(found.head, "dummies") or cue.lemma in sets["with_hearer"]):
            return False
    if cue.kind == "finite" and before[1] == act.tag[0] and not quoted:
        # no mark stands between: "The mayor called on her to stop and offered …"
        return False
    if not quoted and (cue.negative or (trailing and p.finite_in(*before) is None)):
        return False
    act.content.append(before)
    if trailing:
        later = next((k for k in range(start, len(p.items)) if p.tags[k] == "Q"), None)
        if later is not None:
            act.content.append((later, len(p.items)))
    elif start + 1 < len(p.items) and p.tags[start] not in ".;":
        # "In her youth, she said, when …": before such a tag stands no clause
        # "Though it was late, she said, …"
        led = cue.kind == "finite" and p.tags[before[0]] == "S" and p.at(act.tag[0] - 1) == ","
        bare = not quoted and (p.finite_in(*before) is None or led)
        if bare or not _own_clause(p, start + 1):
            act.content.append((start + 1, content_end(p, start + 1, act.cue, act.source, clause=True)))
    if cue.kind == "finite" and len(act.content) == 1 and not quoted and p.finite_in(*before) is None:
        # nothing that anybody says: "In May, the mayor replied", "Neither Lind nor Okoro would comment"
        act.content.clear()
    return bool(act.content)


def _last(p: Parse, k: int) -> bool:
    """Whether nothing but a mark stands from here on."""
    return k >= len(p.items) - 1


def _behind_mark(p: Parse, act: Act, start: int, stop: int) -> bool:
    """What a colon, or a comma before a quotation, brings."""
    end = len(p.items)
    if start + 1 < end and (p.tags[start + 1] == "Q" or p.tags[start] == ":"):
        act.content.append((start + 1, stop))
        return True
    if p.tags[start] == "," and act.cue.name != "thought":
        # "said, in a rare interview, that …"
        for i in range(start + 1, min(end, start + 16)):
            if p.tags[i] == "S" and p.has(i, "that"):
                act.content.append((i, content_end(p, i, act.cue, act.source)))
                return True
            if p.tags[i] == "Q" and p.tags[i - 1] == ",":
                act.content.append((i, content_end(p, i, act.cue, act.source)))
                return True
            if p.tags[i] in "V;:":
                break
    return False


def _closed_before(p: Parse, act: Act) -> bool:
    """Whether a quotation that is complete stands right before the tag."""
    k = act.tag[0] - 1
    if act.cue.kind != "finite":
        return False
    if p.at(k) == ",":
        return p.at(k - 1) == "Q"
    return p.at(k) == "Q" and p.items[k].text in (",", "?", "!", "—", "–", "-", "…")


def _trails(p: Parse, act: Act, k: int) -> bool:
    """Whether a tag behind what was said goes on with its when, where and to whom."""
    first = act.tag[0]
    if act.cue.kind != "finite" or first < 1 or k >= len(p.items):
        return False
    before = p.tags[first - 1]
    quoted = "Q" in p.tags[:first]
    if before not in ("Q", ",", "—") or (first < 3 and not quoted):
        return False
    if before == "," and not quoted and p.finite_in(0, first - 1) is None:
        return False
    if before != "Q" and any(
        (p.tags[i] == "S" and p.has(i, "reporting")) or p.tags[i] in "Q:"
        for i in range(k, min(len(p.tags), k + REACH))
    ):
        return False
    if act.cue.lemma in p.syntax.cues.sets["always_heard"] and act.hearer is None and before == ",":
        return True
    if act.hearer is not None and act.hearer[1] == k and p.at(k) in ".,":
        return False
    return (
        p.tags[k] == "P"
        or p.has(k, "times")
        or p.has(k, "day_openers")
        or (p.tags[k] in "ST" and not p.has(k, "complementisers"))
    )


def _parenthetical(p: Parse, act: Act, k: int) -> bool:
    """Whether the mark behind a tag closes it, so that what was said stands before: "…, he said, …"."""
    first = act.tag[0]
    if p.tags[k] in ".;":
        return True
    if first == 0:
        return False
    return p.tags[first - 1] in ("Q", ",", "—", "(")


def _own_clause(p: Parse, k: int) -> bool:
    """Whether the words behind a closing tag are the report's own, such as ", as the band played"."""
    if p.tags[k] in "SRP":
        return not p.has(k, "binding")
    return p.has(k, "leaving") or p.tags[k] in "EG"


def _before(p: Parse, first: int) -> tuple[int, int] | None:
    """The items from the sentence's start, or from a semicolon, to the tag."""
    end = first
    while end > 0 and p.tags[end - 1] in (",", ";", ":", "—", "(", "."):
        end -= 1
    start = next((k + 1 for k in range(end - 1, -1, -1) if p.tags[k] == ";"), 0)
    if start < end and p.tags[start] == "C":
        start += 1
        if start < end and p.tags[start] == ",":
            start += 1
    return (start, end) if end > start else None


def _around(p: Parse, act: Act) -> bool:
    """The content of "according to": the clause before it, or the one behind where it opens the sentence."""
    first, last = act.tag
    end = len(p.items)
    before = _before(p, first)
    if before and p.tags[before[1] - 1] == "S" and not p.has(before[1] - 1, "that") and p.at(last) == ",":
        # "… because, according to Lind, A"
        act.content.append((last + 1, end))
        return last + 1 < end
    quoted = before is not None and "Q" in p.tags[slice(*before)]
    if before and (quoted or (first > 2 and not (first <= 3 and p.tags[0] == "C"))):
        act.content.append(before)
        if p.at(last) == "," and p.tags[first - 1] == "," and last + 1 < end:
            act.content.append((last + 1, end))
        return True
    start = last
    if p.at(start) == "E" and "," in p.tags[start:]:
        # "According to a report published by the ministry, A"
        start += p.tags[start:].index(",")
    if p.at(start) == "—" and "—" in p.tags[start + 1 :]:
        # "According to the report — seen by the Herald — A"
        start += 1 + p.tags[start + 1 :].index("—")
    if p.at(start) in (",", "—"):
        start += 1
    if start < end:
        act.content.append((start, end))
        return True
    return False
