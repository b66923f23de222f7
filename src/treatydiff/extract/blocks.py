"""Speech without marks: the lines of a transcript, and what stands in full below a colon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.extract.acts import HEADING, find_acts
from treatydiff.extract.cast import Cast
from treatydiff.extract.items import Item, Sentence
from treatydiff.extract.phrases import Parse
from treatydiff.extract.sayings import Saying
from treatydiff.extract.speakers import Speaker
from treatydiff.extract.syntax import Syntax
from treatydiff.model import Resolution, Span
from treatydiff.patterns import pattern
from treatydiff.tokens import fold

LABEL = pattern(r"\s*((?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+ ?){1,4}):\s")
"""The name in capitals that opens a line of a transcript."""
_LINE = pattern(r"\s*((?:[^\W\d_][\w'’.-]*[ ]){0,4}[^\W\d_][\w'’.-]*):[ \t]+(?=\S)")
ENDS = (".", "!", "?", "…", "”", '"')
FEWEST = 2
"""Lines with labels that make a transcript."""
BEHIND = 12
"""Items between a verb of speech and the colon that brings what is said in full."""


def transcribed(
    text: str, lines: Sequence[Sequence[Sentence]], cast: Cast, syntax: Syntax, nouns: frozenset[str]
) -> dict[int, Span]:
    """Offset of each line of a transcript → where the name before its colon stands.

    A label is somebody's full name or last name, or a noun for a person (`nouns`); where people talk to each
    other, also words in capitals and what opens several lines.  Behind it stands a sentence, not a figure as
    in a list of results; function words and days are no labels.
    """
    labels: dict[int, Span] = {}
    talk = False
    own = syntax.sets["object_pronouns"] | syntax.sets["subject_pronouns"]
    for line in lines:
        first, end = line[0].start, line[-1].end
        words = text[first : max(first, text.find(":", first, end))].split()
        label = _LINE.match(text, first, end) if words and all(w[0].isupper() for w in words) else None
        if label is None or text[end - 1] not in ENDS or any(i.start == label.end() for i in quoted(line[0])):
            continue
        if any(
            key in syntax.closed or key in cast.words.calendar or key in cast.words.openers
            for key in map(fold, words)
            if len(key) > 1
        ):
            continue
        labels[first] = Span(label.start(1), label.end(1))
        talk = talk or text[end - 1] == "?" or any(i.low in own for s in line for i in s.items)
    often = Counter(text[s.start : s.end] for s in labels.values())
    people = {e.keys for e in cast.entities if e.kind != "place" and len(e.keys) > 1}
    people |= {keys[-1:] for keys in people}

    def sure(name: str) -> bool:
        keys = tuple(map(fold, name.split()))
        if keys in people or keys[-1] in nouns:
            return True
        return talk and (often[name] > 1 or (name.isupper() and len(name) > 1))

    found = {first: span for first, span in labels.items() if sure(text[span.start : span.end])}
    return found if len(found) >= FEWEST else {}


def quoted(sentence: Sentence) -> list[Item]:
    """The quotations of a sentence."""
    return [item for item in sentence.items if item.kind == "quote"]


def labelled(text: str, span: Span, cast: Cast) -> Speaker:
    """The speaker of a transcript's line whose label stands there; a letter ("Q") names nobody."""
    written = text[span.start : span.end]
    if len(written) == 1:
        return Speaker(None, written, span, "none", "likely")
    name = written.title() if written.isupper() else written
    key = fold(name.split()[-1])
    known = next((e for e in cast.entities if e.keys[-1] == key and e.kind != "place"), None)
    resolution: Resolution = "surname" if known and fold(known.name) != fold(name) else "name"
    if known and not known.name.isupper():
        name = known.name
    return Speaker(name, written, span, resolution, "likely", known)


def announces(p: Parse, saying: Saying) -> bool:
    """Whether a sentence that ends with a colon brings somebody's words in full.

    Right before the colon stands a verb of speech ("Lind said in a statement:"), or the sentence is the
    heading of a statement.
    """
    act = saying.act
    if act is None or saying.speaker.name is None:
        return False
    cue = act.cue
    if cue.kind == "mark":
        return cue.lemma == HEADING
    if cue.name in ("thought", "document") or cue.modal or cue.negative:
        return False
    return len(p.items) - cue.after <= BEHIND and p.finite_in(cue.after, len(p.items)) is None


def goes_on(p: Parse, first: bool, own: frozenset[str]) -> bool:
    """Whether a sentence below a colon is still what was announced: no marks, nobody else who speaks in it.

    Behind the paragraph that comes first, only "we" and "I" (`own`) show that a sentence still is.
    """
    if "Q" in p.tags:
        return False
    if any(item.low.partition("'")[0] in own for item in p.items):
        return True
    return first and all(act.source is None for act in find_acts(p))
