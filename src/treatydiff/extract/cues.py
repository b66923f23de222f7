"""Cues: the verbs and phrases that bring somebody's words, found without a parser.

Terms after PARC and PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018): cue, source, content.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.extract.phrases import Parse, group_start
from treatydiff.frozen import dataclass
from treatydiff.hints import Literal

Kind = Literal["finite", "ing", "infinitive", "passive", "participle", "according", "noun", "mark"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence."""

    first: int
    """Index of its verb among the sentence's items."""
    after: int
    """Index of the item after it."""
    lemma: str
    kind: Kind
    """The verb's form; "according" for phrases, "mark" for a colon or dash."""
    group: int
    """Index of the first item of the verb group, auxiliaries included."""
    name: str
    """Its class."""
    negative: bool
    modal: bool = False
    """Whether it says what might, could or should be said."""


MOST = 24
"""Cues of one sentence that are looked at: no sentence has more."""


def find_cues(p: Parse) -> Iterator[Cue]:
    """The cues of a sentence, outside quotations."""
    done = number = 0
    triggers = p.syntax.cues.triggers
    for i in [i for i, item in enumerate(p.items) if item.low in triggers]:
        if i < done:
            continue
        found = _according(p, i) or _verb(p, i) or _noun(p, i)
        if found is not None:
            yield found
            number, done = number + 1, found.after
            if number == MOST:
                return


def _according(p: Parse, i: int) -> Cue | None:
    for phrase in p.syntax.cues.according.get(p.items[i].low, ()):
        if all(p.low(i + n) == word for n, word in enumerate(phrase)):
            after = i + len(phrase)
            if len(phrase) == 1 and i and p.items[i].capital:
                # somebody whose name is Per
                continue
            if len(phrase) == 1:
                # "per" brings a source only before a name, else it counts: "per day"
                k = after + 1 if p.at(after) == "D" else after
                if p.at(k) != "M":
                    continue
            return Cue(i, after, " ".join(phrase), "according", i, "neutral", False)
    return None


def _noun(p: Parse, i: int) -> Cue | None:
    """Somebody's claim, promise or demand: a noun with its owner before it and a clause behind it."""
    low, words = p.items[i].low, p.syntax.cues
    if p.tags[i] != "N" or low not in words.sets["speech_nouns"]:
        return None
    if not (p.at(i + 1) == "S" and p.has(i + 1, "that")) and not (
        p.at(i + 1) == "T" and low in words.sets["promise_nouns"]
    ):
        return None
    owner = i - 1
    while owner > 0 and p.tags[owner] == "N" and not p.items[owner].possessive:
        owner -= 1
    if not p.items[owner].possessive and not p.has(owner, "owners"):
        return None
    lemma = words.forms.get(low, (low,))[0]
    name = words.classes.get(lemma) or "neutral"
    return Cue(i, i + 1, lemma, "noun", owner, "denial" if low in words.sets["denial_nouns"] else name, False)


def _verb(p: Parse, i: int) -> Cue | None:
    letter = p.tags[i]
    words = p.syntax.cues
    if letter not in "VFIGE" or p.items[i].possessive:
        return None
    known = words.forms.get(p.items[i].low)
    if known is None:
        return None
    lemma, form = known
    if form == "s" and p.at(i + 1) == ":" and p.at(i + 2) != "Q" and lemma in p.syntax.nouns:
        # a headline's topic: "Harbour talks: mayor says no"
        return None
    group = group_start(p.tags, i) if letter in "VFGE" else i
    kind: Kind = "finite"
    auxiliary = next((k for k in range(i - 1, group - 1, -1) if p.tags[k] in "ABX"), None)
    if letter == "G":
        kind = "ing"
    elif letter == "I":
        kind = "infinitive"
    elif letter == "E":
        kind = "participle"
        if p.has(i - 1, "as_said") and p.has(i + 1, "by"):
            # "as reported by the Herald"
            return Cue(i - 1, i + 2, lemma, "according", i - 1, words.classes[lemma] or "neutral", False)
    elif letter == "F" and auxiliary is not None and p.tags[auxiliary] == "B" and form != "ing":
        kind = "passive"
    elif letter == "F" and auxiliary is None:
        # behind "and" it shares the auxiliaries of the verb before
        kind = "finite"
    before = range(group, i)
    negative = any(p.has(k, "negative") for k in before) or p.has(group - 1, "negative")
    modal = any(p.has(k, "modals") for k in before)
    after = i + 1
    name = words.classes[lemma]
    if lemma in words.phrases:
        rest = f"{p.low(i + 1)} {p.low(i + 2)}"
        if rest in words.phrases[lemma]:
            after += 2
        elif (rest := p.low(i + 1)) in words.phrases[lemma] and p.at(i + 1) != "T":
            after += 1
        elif p.has(i + 1, "times") and (rest := p.low(i + 2)) in words.phrases[lemma] and p.at(i + 2) != "T":
            # "called Friday for"
            after += 2
        elif not name:
            return None
        if after > i + 1:
            name = words.phrase_classes.get((lemma, rest), name)
    return Cue(i, after, lemma, kind, group, name or "neutral", negative, modal)
