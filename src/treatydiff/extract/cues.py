"""Cues: the verbs and phrases that bring somebody's words, found without a parser.

A form counts as a verb by its neighbours alone: the auxiliaries, determiners and prepositions around it.
Terms after PARC and PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018): cue, source, content.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from treatydiff.extract.items import Item
from treatydiff.frozen import dataclass
from treatydiff.language import Language

CLASSES = ("neutral", "assertive", "denial", "doubt", "concession", "order", "document", "thought")


@dataclass(frozen=True, slots=True)
class CueWords:
    """The cues section of a pack, ready to be looked up."""

    forms: dict[str, tuple[str, str]]
    """Inflected form → (lemma, "base" | "s" | "ed" | "ing")."""
    classes: dict[str, str]
    """Lemma → class, the first that lists it."""
    phrases: dict[str, frozenset[str]]
    """Lemma → the words that may follow it as part of the cue."""
    sets: dict[str, frozenset[str]]
    according: tuple[tuple[str, ...], ...]


@cache
def cue_words(language: Language) -> CueWords:
    """The cues of a language with their inflected forms."""
    classes: dict[str, str] = {}
    for name in CLASSES:
        for lemma in language.words("cues", name):
            classes.setdefault(lemma, name)
    sets = {
        key: frozenset(language.words("cues", key))
        for key in (
            "wants_that", "only_direct", "with_hearer", "with_infinitive", "also_nouns", "speech_nouns",
            "issue", "hearers", "be", "auxiliaries", "negative", "adverbs", "subordinators", "relative",
            "determiners", "prepositions", "subject_pronouns", "plural_subjects", "time_words", "pasts",
            "speakers", "opinions", "adjuncts", "bodies", "adding",
        )
    }  # fmt: skip
    for lemma in sorted(sets["only_direct"]):
        classes.setdefault(lemma, "neutral")
    phrases: dict[str, set[str]] = {}
    for phrase in language.words("cues", "phrases"):
        head, _, rest = phrase.partition(" ")
        phrases.setdefault(head, set()).add(rest)
        classes.setdefault(head, "")
    forms: dict[str, tuple[str, str]] = {}
    for lemma in classes:
        for form, kind in _inflected(lemma):
            forms.setdefault(form, (lemma, kind))
    for pair in language.words("cues", "irregular"):
        form, lemma = pair.split()
        if lemma in classes:
            forms[form] = (lemma, "ing" if form.endswith("ing") else "ed")
    according = tuple(tuple(w.split()) for w in language.words("cues", "according"))
    return CueWords(forms, classes, {k: frozenset(v) for k, v in phrases.items()}, sets, according)


def _inflected(lemma: str) -> list[tuple[str, str]]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        past, third = lemma[:-1] + "ied", lemma[:-1] + "ies"
    else:
        past = stem + "ed"
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    out = [
        (lemma, "base"),
        (third, "s"),
        (past, "ed"),
        ((lemma[:-2] + "y" if lemma.endswith("ie") else stem) + "ing", "ing"),
    ]
    if len(lemma) > 2 and lemma[-1] in "bdglmnprt" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou":
        out += [(lemma + lemma[-1] + "ed", "ed"), (lemma + lemma[-1] + "ing", "ing")]
    return out


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence."""

    first: int
    """Index of its verb among the sentence's items."""
    after: int
    """Index of the item after it."""
    lemma: str
    kind: str
    """The verb's form: "base", "s", "ed", "ing", "passive"; "according" for phrases; "noun"."""
    group: int
    """Index of the first item of the verb group, auxiliaries included."""
    name: str
    """Its class."""
    negative: bool

    @property
    def finite(self) -> bool:
        """Whether it may have a subject of its own before it."""
        return self.kind in ("s", "ed", "finite")


def find_cues(items: Sequence[Item], words: CueWords, plain_heads: frozenset[str]) -> list[Cue]:
    """All cues of a sentence, outside quotations; `plain_heads` are singular and plural people nouns."""
    out: list[Cue] = []
    i = 0
    while i < len(items):
        found = _according(items, i, words) or _verb(items, i, words, plain_heads)
        if found:
            out.append(found)
            i = found.after
        else:
            i += 1
    return out


def _according(items: Sequence[Item], i: int, words: CueWords) -> Cue | None:
    for phrase in words.according:
        if items[i].low == phrase[0] and tuple(x.low for x in items[i : i + len(phrase)]) == phrase:
            if phrase == ("per",):
                k = i + 2 if i + 1 < len(items) and items[i + 1].low == "the" else i + 1
                if not (k < len(items) and items[k].capital):
                    continue
            return Cue(i, i + len(phrase), " ".join(phrase), "according", i, "neutral", False)
    return None


def _verb(items: Sequence[Item], i: int, words: CueWords, plain_heads: frozenset[str]) -> Cue | None:
    item = items[i]
    if item.kind != "word" or item.possessive or item.low not in words.forms:
        return None
    lemma, kind = words.forms[item.low]
    sets = words.sets
    # The verb group reaches back over adverbs and auxiliaries.
    group, negative, passive, modal, progressive = i, False, False, False, False
    while group > 0 and items[group - 1].kind == "word":
        low = items[group - 1].low
        if low in sets["negative"]:
            negative = True
        if low in sets["be"]:
            passive, progressive = kind == "ed", kind == "ing"
        elif low in sets["auxiliaries"]:
            modal = True
        elif low not in sets["adverbs"] and not (
            low.endswith("ly") and len(low) > 4 and not items[group - 1].capital
        ):
            break
        group -= 1
    before = items[group - 1] if group > 0 else None
    after = items[i + 1] if i + 1 < len(items) else None
    if (
        item.capital
        and not (group == 0 and kind in ("ed", "ing"))
        and (before is None or before.kind == "word")
    ):
        return None
    if before is not None and before.kind == "word" and not modal and not passive and not progressive:
        if before.low in ("to",) and kind == "base":
            kind = "infinitive"
        elif not _tags(items, group, after, words.forms) and _noun_here(
            before, after, kind, lemma, words, plain_heads
        ):
            return None
    elif before is None or before.kind != "word":
        if kind == "base" and not modal:
            return None
        if kind == "s" and not modal and not (before is not None and before.kind in ("quote", "mark")):
            return None
        if kind == "s" and lemma in sets["also_nouns"] and not _opens_content(after, words):
            return None
    if modal and kind == "base":
        kind = "finite"
    if progressive:
        kind = "finite"
    if passive:
        kind = "passive"
    follow = i + 1
    if lemma in words.phrases:
        tail = items[follow].low if follow < len(items) else ""
        pair = f"{tail} {items[follow + 1].low}" if follow + 1 < len(items) else ""
        if pair in words.phrases[lemma]:
            follow += 2
        elif tail in words.phrases[lemma]:
            follow += 1
        elif not words.classes[lemma]:
            return None
        # "went on to say": the verb that matters comes after
    name = words.classes[lemma] or "neutral"
    return Cue(i, follow, lemma, kind, group, name, negative)


def _noun_here(
    before: Item,
    after: Item | None,
    kind: str,
    lemma: str,
    words: CueWords,
    plain_heads: frozenset[str],
) -> bool:
    """Whether the word before shows the form to be a noun or an adjective."""
    sets = words.sets
    if before.possessive:
        return kind != "ing" or True
    if (
        before.low in sets["determiners"]
        and before.low not in sets["plural_subjects"]
        and before.low != "that"
    ):
        return True
    if before.low in sets["prepositions"]:
        return kind != "ing"
    if kind == "base":
        plural = before.low in sets["plural_subjects"] or (
            before.low.endswith("s") and not before.low.endswith("ss")
        )
        if not plural:
            if lemma not in sets["also_nouns"] and after is not None and after.low == "that":
                return False
            return before.low not in ("and", "or", "but", "not")
        return lemma in sets["also_nouns"] and not _opens_content(after, words)
    if kind == "s" and lemma in sets["also_nouns"]:
        if before.low in ("he", "she", "it", "who", "which", "that"):
            return False
        if not before.capital and before.low not in sets["speakers"] | plain_heads:
            return True
        return not _opens_content(after, words)
    return bool(kind == "ed" and before.low in ("more", "most", "so", "very", "being", "of"))


def _tags(items: Sequence[Item], group: int, after: Item | None, forms: Container[str]) -> bool:
    """Whether a form stands in a tag behind a quotation: ``"…," the letter reads.``."""
    if after is not None and after.kind == "word":
        return False
    k = group - 1
    while k >= 0 and group - k < 9 and items[k].kind == "word":
        k -= 1
    if any(i.low in forms for i in items[k + 1 : group]):
        return False
    return k >= 0 and k < group - 1 and items[k].kind == "quote"


def _opens_content(after: Item | None, words: CueWords) -> bool:
    """Whether a word is one that what is said may begin with."""
    if after is None:
        return False
    if after.kind == "quote" or after.text in (":", ","):
        return True
    return after.kind == "word" and (
        after.low in ("that", "whether", "if", "how", "why", "what", "there", "to")
        or after.low in words.sets["determiners"]
        or after.low in words.sets["subject_pronouns"]
        or after.capital
    )
