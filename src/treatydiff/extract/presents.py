"""The present of verbs that may be nouns as well: "the museum opens on Friday", "police report a theft"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.extract.clause import Clause, Verb
from treatydiff.tokens import is_adverb

SIGNS = "$£€"
"""Signs of currencies that stand between a verb and its figure."""
TAG = 2
"""Words behind the verb of a tag that ends a sentence, at most: "…, officials said on Monday"."""


def bare_presents(clause: Clause) -> Iterator[Verb]:
    """Those of parts of a sentence that must have a verb and have no other one.

    A part is a whole sentence, what "because" or "who" opens, what is said to be so, and what stands before
    ", officials said".  "It docks at Tarn": a noun stands before the verb, so that it ends no phrase.
    """
    words, size = clause.words, len(clause.norms)
    if not clause.verbs and words.auxiliaries.isdisjoint(clause.norms):
        parts = [(0, size, True)]
    else:
        parts = list(_parts(clause))
    for start, end, surely in parts:
        taken = any(k in clause.by_index or clause.auxiliary(k)[0] for k in range(start, end))
        if not taken and (found := _present(clause, start, end, surely)) is not None:
            yield found


def _parts(clause: Clause) -> Iterator[tuple[int, int, bool]]:
    """Where the parts of a sentence begin and end that must have a verb; of some that is not so sure."""
    words, size = clause.words, len(clause.norms)
    marks = [k for k in range(1, size) if clause.gaps[k].strip(" -‑")]
    for k in range(size):
        opens = clause.norms[k] in words.subordinate and clause.norms[k - 1] not in words.prepositions
        opens = opens and clause.norms[k + 1 : k + 2] != ["of"]
        if opens or (k in clause.by_index and clause.by_index[k].lemma in words.saying):
            ends = (m for m in range(k + 1, size) if m in marks or clause.norms[m] in words.boundaries)
            yield k + 1, next(ends, size), opens
    first = marks[0] if marks else size
    if first < size and "," in clause.gaps[first] and clause.verbs and clause.verbs[0].at >= first:
        last = clause.verbs[-1]
        tagged = len(marks) == len(clause.verbs) == 1 and last.lemma in words.saying
        if (tagged and size - last.at <= 1 + TAG) or (clause.verbs[0].at == first and last.form == "ing"):
            # "The ferry sinks off Tarn, killing 12"
            yield 0, first, False
        elif all(_is_subordinate(clause, verb.at, marks) for verb in clause.verbs):
            # "The deal limits classes to 26 pupils, a demand that the government had long refused"
            yield 0, first, True


def _is_subordinate(clause: Clause, k: int, marks: Sequence[int]) -> bool:
    """Whether a word that opens a clause stands before token `k`, no mark between."""
    start = max((m for m in marks if m <= k), default=0)
    opens = clause.words.relative | clause.words.subordinate
    return not opens.isdisjoint(clause.norms[start:k])


def _present(clause: Clause, start: int, end: int, surely: bool) -> Verb | None:
    words = clause.words
    small = words.determiners | words.prepositions | words.boundaries | words.auxiliaries
    openers = words.all_prepositions | words.adverbs | words.days | {"to"}
    for i in range(start + 1, end):
        readings, before = words.verbs.readings(clause.norms[i]), clause.norms[i - 1]
        several = before.endswith("s") and before not in words.singulars
        lemma = (readings.get("s") if surely or not several else None) or (
            readings.get("base") if several else None
        )
        if lemma is None or not clause.plain(i) or not clause.tokens[i].text.islower() or before in small:
            continue
        if before.isdigit():
            continue
        if clause.tokens[i - 1].text[-2:] in ("'s", "’s") or (start == 0 and i + 1 >= end):
            continue
        after = word_after(clause, i) if i + 1 < end else ""
        if surely or not after or after in openers:
            first, _, negative, hedged = clause.group(i)
            return Verb(i, first, lemma, "s", -1 if negative else 1, "ongoing", hedged)
    return None


def word_after(clause: Clause, i: int) -> str:
    """The word behind token `i`, where no mark but that of a currency parts them; else ""."""
    if i + 1 < len(clause.norms) and clause.gaps[i + 1].rstrip(SIGNS).isspace():
        return clause.norms[i + 1]
    return ""


def opens_object(clause: Clause, i: int, after: str) -> bool:
    """Whether the word behind token `i` opens an object: an article, a pronoun, a name, a figure."""
    words = clause.words
    named = bool(after) and not clause.title_case and clause.tokens[i + 1].text[:1].isupper()
    small = (words.determiners | words.pronouns) - words.relative
    return after in small or named or after[:1].isdigit()


def finite(clause: Clause, first: int, after: str, lemma: str, plural: bool) -> bool:
    """Whether a form that may be a noun stands where a finite verb does."""
    words = clause.words
    before = clause.norms[first - 1] if clause.plain(first) else ""
    ends = not after or after in words.conjunctions
    if ends and (after or before in words.pronouns or lemma in words.also_nouns or clause.told(first)):
        return before in words.plural_pronouns if plural else before in ("he", "she", "it", "who", "which")
    if before in words.pronouns:
        if lemma in words.also_nouns and after in words.auxiliaries and before not in words.plain_pronouns:
            # "Said that need is great"
            return False
        return plural == (before in words.plural_pronouns) or before in ("who", "which", "that")
    if not before:
        # "The minister, a lawyer, wants to leave", "Gunman kills one, hurts two"
        listed = bool(clause.verbs) and clause.verbs[-1].form == "s"
        apposed = listed or any("," in g for g in clause.gaps[1:first])
        apposed = apposed and not plural and "," in clause.gaps[first]
        opens = after in words.determiners or after == "to" or after[:1].isdigit()
        return apposed and opens and (after not in words.pronouns or not clause.verbs)
    if before.isdigit() or before in words.measures:
        return False
    if first - 1 in clause.by_index and clause.letters[clause.tokens[first].start] == "N":
        # "Joining forces to build it"
        return False
    opens = (
        after in words.determiners
        or after in words.pronouns
        or after in ("to", "not", "no")
        or after[:1].isdigit()
        or (after in words.prepositions and after != "of" and lemma not in words.also_nouns)
    )
    if lemma in words.also_nouns and not opens and not clause.headline:
        return False
    several = first > 2 and clause.norms[first - 2] in words.conjunctions
    looks_plural = (
        before in words.plural_subjects
        or several
        or (before.endswith("s") and before[-2:] != "ss" and before not in words.singulars)
    )
    if plural:
        # A headline's list: "Ada Holm, Ivo Lind sign accord".
        listed = clause.headline and not clause.verbs and any("," in g for g in clause.gaps[1:first])
        return (looks_plural or listed) and (opens or clause.headline or lemma not in words.also_nouns)
    return opens or clause.headline or lemma not in words.also_nouns


def is_noun_behind_to(clause: Clause, i: int, first: int, lemma: str) -> bool:
    """Whether what stands behind "to" is a noun: "open to traffic", "called off due to rain"."""
    words, after = clause.words, word_after(clause, i)
    if lemma not in words.also_nouns or opens_object(clause, i, after) or not clause.plain(first):
        return False
    if clause.norms[first - 1] in words.owing and not clause.auxiliary(first - 2)[0]:
        # "Called off due to rain"
        return True
    aimed = first - 1 in clause.by_index and lemma in words.aims
    return aimed and words.governors.get(clause.by_index[first - 1].lemma, "purpose") == "purpose"


def is_noun(clause: Clause, i: int, after: str) -> bool:
    """Whether the word behind token `i` may be a noun or adjective: "armed | guards"."""
    words = clause.words
    small = words.determiners | words.all_prepositions | words.pronouns | words.boundaries | words.adverbs
    small |= words.auxiliaries | words.negators
    return (
        after[:1].isalpha() and after not in small and not is_adverb(clause.tokens[i + 1], words.nouns_in_ly)
    )
