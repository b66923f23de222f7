"""Verb forms: which verb a word may be a form of, and which form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from treatydiff.hints import Literal
from treatydiff.language import Language
from treatydiff.tables import once_a_language
from treatydiff.tokens import Met, stems

Form = Literal["base", "s", "past", "pp", "ed", "ing", "state"]
"""pp: past participle; ed: past or participle; state: an adjective after "be"."""

ENDINGS: tuple[Form, ...] = ("s", "ed", "ing")


class Verbs:
    """The verbs of a language; a word is looked up when it is met, so that nothing is derived in vain."""

    def __init__(self, language: Language) -> None:
        self.code = language.code
        self.lemmas = set(language.words("verbs", "regular"))
        self.irregular: dict[str, list[tuple[Form, str]]] = {}
        self.strong: set[str] = set()
        """Verbs without a form in -ed of their own."""
        for entry in language.words("verbs", "irregular"):
            lemma, past, participle = entry.split("/")
            self.lemmas.add(lemma)
            if lemma + "ed" not in past and lemma not in ("dream", "leap", "learn", "light", "hang", "prove"):
                self.strong.add(lemma)
            for form in past.split("|"):
                both = form in participle.split("|")
                self.irregular.setdefault(form, []).append(("ed" if both else "past", lemma))
            for form in participle.split("|"):
                if form not in past.split("|"):
                    self.irregular.setdefault(form, []).append(("pp", lemma))
        self.others = frozenset(language.words("syntax", "not_verbs"))
        """Words that only look like forms of verbs: "hundred"."""
        self.seen: Met[Mapping[Form, str]] = Met()
        self.stems: Met[str] = Met()

    def readings(self, word: str) -> Mapping[Form, str]:
        """Form → verb for each reading of a normalised word: "wound" is a form of two verbs."""
        found = self.seen.get(word)
        if found is None:
            found = self.seen[word] = self._readings(word)
        return found

    def stem(self, lemma: str) -> str:
        """The stem that all forms of a verb share."""
        if lemma not in self.stems:
            self.stems[lemma] = stems((lemma,), self.code)[0]
        return self.stems[lemma]

    def _readings(self, word: str) -> dict[Form, str]:
        out: dict[Form, str] = {}
        if word in self.lemmas:
            out["base"] = word
        for form, lemma in self.irregular.get(word, ()):
            out.setdefault(form, lemma)
        for form in ENDINGS:
            if word.endswith(form) and len(word) > len(form) + 1:
                for lemma in _bare(word[: -len(form)], form):
                    if lemma in self.lemmas and not (form == "ed" and lemma in self.strong):
                        out.setdefault(form, lemma)
                        break
        guessed = len(word) > 5 and word.endswith("ed") and not word.endswith("eed")
        if not out and guessed and word not in self.others:
            # A verb that is not listed still shows by its ending; its own stem stands for it.
            out["ed"] = word
        return out


def _bare(rest: str, form: Form) -> Iterator[str]:
    """Lemmas from which an ending may have left this rest: "plann", "propos", "carri"."""
    if form == "s":
        yield rest
        if rest.endswith("e"):
            yield rest[:-1]
        if rest.endswith("ie"):
            yield rest[:-2] + "y"
        return
    if len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in "aeious":
        yield rest[:-1]
    yield rest + "e"
    yield rest
    if form == "ed" and rest.endswith("i"):
        yield rest[:-1] + "y"
    if form == "ing" and rest.endswith("y"):
        yield rest[:-1] + "ie"


@once_a_language
def verbs_of(language: Language) -> Verbs:
    """The verbs of that language, made once."""
    return Verbs(language)
