"""Content: which words of a sentence are what its source says.

What is said stands behind the cue (four in five), before it, or on both sides of it (Pareti 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from treatydiff.extract.cues import Cue
from treatydiff.extract.phrases import Parse, Source, subject
from treatydiff.extract.sources import inverted
from treatydiff.extract.tags import NOMINAL
from treatydiff.frozen import dataclass

REACH = 22
"""Items behind a cue among which the "that" or the quotation stands that opens what is said."""


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


def place_content(p: Parse, act: Act, acts: Sequence[Act]) -> bool:
    """Fill in the content; False where the cue brings none."""
    cue, sets = act.cue, p.syntax.cues.sets
    first = act.tag[0]
    if cue.kind == "according":
        return _around(p, act)
    if cue.kind in ("passive", "participle") and act.source is None and not _impersonal(p, cue):
        return False
    if (act.source is not None and act.source.how == "inverted") or inverted(p, cue):
        return _before_inverted(p, act)
    start = _behind_hearer(p, act)
    stop = _stop(p, start, act)
    opener = p.at(start)
    if opener == ":" and start == len(p.items) - 1:
        # what was said stands in the paragraphs that follow
        return act.source is not None
    if cue.kind == "ing" and act.source is None and first == 0:
        return False
    if p.low(first - 1) == "as" and (pause := _pause(p, start)) is not None:
        return _around_as(p, act, pause)
    if cue.kind == "ing" and opener == "," and p.at(start + 1) == "Q":
        return _behind_mark(p, act, start, stop)
    if _closed_before(p, act) and opener not in "Q:" and not (opener == "S" and p.low(start) == "that"):
        return _tag_behind(p, act, start, trailing=opener not in ",.—;")
    if _trails(p, act, start):
        return _tag_behind(p, act, start, trailing=True)
    if (
        start >= len(p.items)
        or stop <= start
        or (opener in (",", ".", "—", ";") and _parenthetical(p, act, start))
    ):
        return _tag_behind(p, act, start, trailing=False)
    if opener in (":", ",", "—"):
        return _behind_mark(p, act, start, stop)
    if not _says(p, act, start, stop):
        return False
    if opener != "Q" and cue.lemma in sets["only_direct"]:
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
    opener, low = p.at(start), p.low(start)
    if opener == "Q":
        return True
    quoted = any(p.tags[i] == "Q" for i in range(start, stop))
    single = cue.after == cue.first + 1
    clause = (opener == "S" and p.has(start, "complementisers")) or _bare_clause(p, start, stop)
    if opener in "VAB":
        # "which officials said would be late"
        return act.source is not None and p.at(act.source.first - 1) == "R"
    if opener == "T":
        return cue.lemma in sets["with_infinitive"] and (cue.name != "thought" or quoted)
    if cue.name == "thought":
        if opener == "S":
            return low in ("that", "whether")
        return cue.lemma in sets["opinions"] and clause
    if cue.lemma in sets["wants_that"] and single:
        return clause or quoted
    if clause or quoted:
        return True
    if cue.negative and cue.name != "denial":
        return False
    if opener in "SPW" and start == cue.after and single and low in sets["adjuncts"]:
        return False
    return _object_says(p, act, start)


def _bare_clause(p: Parse, start: int, stop: int) -> bool:
    """Whether a clause without "that" opens here: a phrase with a finite verb of its own."""
    if p.at(start) not in "DNMH#XW":
        return False
    group = p.finite_in(start, stop)
    if group is None:
        return False
    if p.at(start) in "HX":
        return True
    return not any(p.tags[i] in "RSQ;:" for i in range(start, group.first))


def _object_says(p: Parse, act: Act, start: int) -> bool:
    """Whether a plain object is a report: "praised the plan", not "addressed the crowd"."""
    cue, source = act.cue, act.source
    if cue.kind == "passive" and source is None:
        return p.at(start) == "T" or cue.lemma in p.syntax.cues.sets["with_hearer"]
    if cue.kind == "infinitive":
        return False
    if p.at(start) not in "DNMHO#GP" or cue.modal:
        return False
    if source is None:
        return False
    return not (source.first == source.last and p.low(source.head) in ("i", "we", "you"))


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
    if before and before[1] - before[0] > 1:
        act.content.append(before)
    if start + 1 < len(p.items):
        act.content.append((start + 1, _stop(p, start + 1, act)))
    return bool(act.content)


def _tag_behind(p: Parse, act: Act, start: int, trailing: bool) -> bool:
    """What a tag follows, and what goes on behind it: "A, she said, B"; "A," she said on Monday."""
    cue, sets = act.cue, p.syntax.cues.sets
    before = _before(p, act.tag[0])
    if p.at(act.tag[0] - 1) in "SR:":
        # "…, where she spoke", "… when he asked", "'…': florist tells of …"
        return False
    if before is None or (cue.name == "thought" and cue.lemma in sets["wants_that"]):
        return False
    quoted = any(p.tags[i] == "Q" for i in range(*before))
    if cue.lemma in sets["only_direct"] and not quoted:
        return False
    if cue.kind in ("infinitive", "participle") and p.tags[before[1] - 1] != "Q":
        return False
    if not quoted and (cue.negative or (trailing and p.finite_in(*before) is None)):
        return False
    act.content.append(before)
    if trailing:
        later = next((k for k in range(start, len(p.items)) if p.tags[k] == "Q"), None)
        if later is not None:
            act.content.append((later, len(p.items)))
    elif start + 1 < len(p.items) and p.tags[start] not in ".;" and not _own_clause(p, start + 1):
        act.content.append((start + 1, _stop(p, start + 1, act)))
    return True


def _behind_mark(p: Parse, act: Act, start: int, stop: int) -> bool:
    """What a colon, or a comma before a quotation, brings."""
    end = len(p.items)
    if start + 1 < end and (p.tags[start + 1] == "Q" or p.tags[start] == ":"):
        act.content.append((start + 1, stop))
        return True
    if p.tags[start] == "," and act.cue.name != "thought":
        # "said, in a rare interview, that …"
        for i in range(start + 1, min(end, start + 16)):
            if p.tags[i] == "S" and p.low(i) == "that":
                act.content.append((i, _stop(p, i, act)))
                return True
            if p.tags[i] == "Q" and p.tags[i - 1] == ",":
                act.content.append((i, _stop(p, i, act)))
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
        (p.tags[i] == "S" and p.low(i) in ("that", "whether")) or p.tags[i] in "Q:"
        for i in range(k, min(len(p.tags), k + REACH))
    ):
        return False
    if act.cue.lemma == "tell" and act.hearer is None and before == ",":
        return True
    if act.hearer is not None and act.hearer[1] == k and p.at(k) in ".,":
        return False
    return (
        p.tags[k] == "P"
        or p.has(k, "times")
        or p.has(k, "day_openers")
        or (p.tags[k] in "ST" and p.low(k) not in ("that", "whether", "how", "why", "what", "if"))
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
        return p.low(k) not in ("that", "than", "to", "of")
    return p.low(k) in ("but", "according") or p.tags[k] in "EG"


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
    if before and first > 2 and not (first <= 3 and p.tags[0] == "C"):
        act.content.append(before)
        if p.at(last) == "," and p.tags[first - 1] == "," and last + 1 < end:
            act.content.append((last + 1, end))
        return True
    start = last
    if p.at(start) == ",":
        start += 1
    if start < end:
        act.content.append((start, end))
        return True
    return False


def _behind_hearer(p: Parse, act: Act) -> int:
    """Where content begins, behind the one spoken to, the day and the place."""
    sets = p.syntax.cues.sets
    k, end = act.cue.after, len(p.items)
    while k < end and p.tags[k] == "W" and p.at(k + 1) in ("S", "Q", "P", "W", ",", ".", ":", "—"):
        k += 1
    if act.cue.lemma in sets["with_hearer"] and act.cue.after == act.cue.first + 1 and k < end:
        k = _over_hearer(p, act, k)
    if k < end and (p.tags[k] in "P" or p.has(k, "times") or p.has(k, "day_openers")) and p.tags[k] != "Q":
        marker = _marker(p, k)
        if marker is not None:
            if p.low(k) in ("to", "with") and act.hearer is None:
                act.hearer = (k + 1, marker)
            return marker
        if p.has(k, "times") or p.has(k, "day_openers") or p.has(k + 1, "times"):
            n = k
            while (
                n < end
                and n - k < 5
                and (
                    p.has(n, "times")
                    or p.has(n, "day_openers")
                    or p.low(n) in ("on", "in", "at")
                    or p.tags[n] == "#"
                )
            ):
                n += 1
            if n < end and p.low(n - 1) not in ("on", "in", "at"):
                k = n
        elif _occasion(p, k):
            k = _occasion(p, k)
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
    if act.cue.lemma == "tell" or (p.tags[n - 1] == "M" and p.tags[k] in "MD"):
        if n < end and p.tags[n] in "HDXMN" and p.finite_in(n, end):
            act.hearer = (k, n)
            return n
        if act.cue.lemma == "tell" and n > k:
            act.hearer = (k, n)
            return n
    return k


def _occasion(p: Parse, k: int) -> int:
    """The item behind "in a statement", "at a news conference on Monday"; 0 where no such phrase stands."""
    if p.low(k) not in ("in", "during", "at") or p.at(k + 1) != "D":
        return 0
    n = k + 2
    while n < len(p.items) and n - k < 6 and p.tags[n] in NOMINAL:
        n += 1
    if not any(p.low(i) in p.syntax.cues.sets["occasions"] for i in range(k + 2, n)):
        return 0
    while n < len(p.items) and (p.has(n, "times") or p.low(n) == "on"):
        n += 1
    return n


def _marker(p: Parse, k: int) -> int | None:
    """The "that", quotation or colon within reach that opens what is said."""
    for i in range(k, min(len(p.items), k + REACH)):
        letter = p.tags[i]
        if letter in ("Q", ":"):
            return i
        if letter == "S" and (p.low(i) in ("that", "whether") or (p.has(i, "complementisers") and i - k < 6)):
            return i
        if letter in (";", "—"):
            return None
        if i > k and letter in "TVABX":
            return None
        if letter == "," and (p.at(i + 1) in "CRG"):
            return None
    return None


def _stop(p: Parse, k: int, act: Act) -> int:
    """Where content that begins at `k` ends: the sentence, or the next clause with a speaker of its own."""
    end = _adjunct_end(p, act.cue.first)
    if act.source is not None and act.source.how == "relative" and p.at(act.source.last + 1) == ",":
        # "Okoro, who said A, left"
        end = next((i for i in range(k, end - 1) if p.tags[i] == "," and p.tags[i + 1] in "VABW"), end)
    elif act.source is not None and act.source.how == "relative":
        inner = _remark_end(p, act.source.first, k)
        end = min(end, inner) if inner else end
    if end and p.tags[end - 1] == ".":
        end -= 1
    opener = p.at(k)
    clause = opener in "QTX" or (opener == "S" and p.has(k, "complementisers")) or _bare_clause(p, k, end)
    for i in range(k, end):
        letter = p.tags[i]
        if letter == ";":
            return i
        if letter in (",", "—") and i + 1 < end:
            nxt = p.tags[i + 1]
            if nxt == "G" and _adds(p, i + 1):
                return i
            if p.low(i + 1) == "according":
                return i
            if nxt == "C" and p.low(i + 1) == "but" and p.low(i + 2) != "that":
                return i
            if not clause and (nxt in "RSG" or (nxt == "C" and p.at(i + 2) in "VABWHX")):
                return i
        if not clause and letter == "C" and p.at(i + 1) in "VAB":
            return i
        if not clause and i > k and letter == "P" and _occasion(p, i):
            return i
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


def _remark_end(p: Parse, first: int, k: int) -> int | None:
    """The mark that closes a remark in which a relative clause stands: "Lind, a vet who said A, left"."""
    before = p.at(first - 1)
    if before not in (",", "—"):
        return None
    for i in range(k, len(p.tags) - 1):
        if p.tags[i] == before:
            return i if p.tags[i + 1] in "VABW" else None
    return None


def _adds(p: Parse, k: int) -> bool:
    """Whether an "-ing" form brings more speech of the same source: ", adding that"."""
    known = p.syntax.cues.forms.get(p.low(k))
    return (
        known is not None
        and p.syntax.cues.classes[known[0]] not in ("thought", "")
        and (
            known[0] not in p.syntax.cues.sets["wants_that"]
            or p.low(k + 1) in ("that", "how", "why")
            or p.at(k + 1) == "Q"
        )
    )
