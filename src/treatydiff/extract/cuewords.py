"""The cues section of a language pack in the forms that lookups want, derived once for each language."""

from __future__ import annotations

from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.tables import once_a_language

CLASSES = ("neutral", "assertive", "denial", "doubt", "concession", "order", "document", "thought")


@dataclass(frozen=True, slots=True)
class CueWords:
    """The cues section of a pack, ready to be looked up."""

    forms: dict[str, tuple[str, str]]
    """Inflected form → (lemma, "base" | "s" | "ed" | "ing")."""
    classes: dict[str, str]
    """Lemma → class, the first that lists it."""
    phrase_classes: dict[tuple[str, str], str]
    """Lemma and the words behind it → class, where it is another than the lemma's: "rule out"."""
    phrases: dict[str, frozenset[str]]
    """Lemma → the words that may follow it as part of the cue."""
    sets: dict[str, frozenset[str]]
    deeds: dict[str, frozenset[str]]
    """Lemma → nouns that make it tell what is done, not said: "declared war"."""
    triggers: frozenset[str]
    """Every word that a cue may begin with."""
    according: dict[str, list[tuple[str, ...]]]
    """First word → the phrases of several words that open with it."""


@once_a_language
def cue_words(language: Language) -> CueWords:
    """The cues of a language with their inflected forms."""
    classes: dict[str, str] = {}
    phrase_classes: dict[tuple[str, str], str] = {}
    for name in CLASSES:
        for lemma in language.words("cues", name):
            head, _, rest = lemma.partition(" ")
            if rest:
                phrase_classes.setdefault((head, rest), name)
            else:
                classes.setdefault(lemma, name)
    sets = {key: frozenset(words) for key, words in language.lists("cues").items()}
    deeds = {verb: frozenset(nouns) for verb, nouns in language.table("cues", "deeds").items()}
    for lemma in sorted(sets["only_direct"]):
        classes.setdefault(lemma, "neutral")
    phrases: dict[str, set[str]] = {}
    for phrase in (*language.words("cues", "phrases"), *map(" ".join, phrase_classes)):
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
    according: dict[str, list[tuple[str, ...]]] = {}
    for phrase in language.words("cues", "according"):
        according.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    triggers = (
        frozenset(forms)
        | sets["speech_nouns"]
        | frozenset(according)
        | frozenset(language.words("syntax", "as_said"))
    )
    return CueWords(
        forms,
        classes,
        phrase_classes,
        {k: frozenset(v) for k, v in phrases.items()},
        sets,
        deeds,
        triggers,
        according,
    )


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
