"""What the readers of sentences look up: the syntax section of a pack, made ready once for each language."""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.extract.cuewords import CueWords, cue_words
from treatydiff.extract.verbs import Verbs, verbs_of
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.tables import once_a_language
from treatydiff.tokens import Met

NOMINAL = frozenset("NM#")
"""Letters of nouns, as `tags` gives them."""
FINITE = frozenset("VABX")
"""Letters of verbs that a subject goes with."""
EDGES = frozenset(("^", ",", ";", "—", ":", "Q", "(", ")", "."))
"""Where a phrase begins or ends."""
PAST = frozenset(("past", "pp", "ed"))
NO_FORMS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Syntax:
    """The syntax section of a pack, ready to be looked up."""

    closed: Mapping[str, str]
    """Word → letter, for words that are of one kind whatever stands by."""
    sets: Mapping[str, frozenset[str]]
    cues: CueWords
    verbs: Verbs
    nouns: frozenset[str]
    """Verbs that are as often nouns."""
    seen: Met[tuple[frozenset[str], bool]]
    """What is known of the words asked for so far."""
    letters: Met[str]
    """Word → letter as `tag` first takes it, for those met so far without a capital."""

    def forms(self, word: str) -> tuple[frozenset[str], bool]:
        """The forms of a verb that a word may be (past ones: "past", "pp", "ed"), and whether a noun too."""
        found = self.seen.get(word)
        if found is None:
            readings = self.verbs.readings(word)
            forms: set[str] = set(readings)
            lemmas = set(readings.values())
            if word in self.cues.forms:
                lemma, kind = self.cues.forms[word]
                lemmas.add(lemma)
                if not forms & PAST or kind != "ed":
                    forms.add(kind)
            if not forms and len(word) > 4 and word.endswith(("ed", "ing")) and not word.endswith("eed"):
                forms.add("ed" if word.endswith("ed") else "ing")
            if word in self.sets["not_verbs"]:
                forms = set()
            found = self.seen[word] = (frozenset(forms), bool(lemmas & self.nouns))
        return found

    def known(self, word: str) -> bool:
        """Whether a word is listed as a form of a verb, not only looks like one."""
        lemmas = self.verbs.readings(word).values()
        return word in self.cues.forms or any(lemma in self.verbs.lemmas for lemma in lemmas)


@once_a_language
def syntax_of(language: Language) -> Syntax:
    """The syntax of a language, made once."""
    sets = {key: frozenset(words) for key, words in language.lists("syntax").items()}
    closed: dict[str, str] = {}
    for letter, names in (
        ("C", ("conjunctions",)),
        ("G", ("auxiliary_participles",)),
        ("R", ("relatives",)),
        ("B", ("be",)),
        ("A", ("have", "auxiliaries")),
        ("D", ("determiners",)),
        ("W", ("negative", "adverbs")),
        ("O", ("object_pronouns",)),
        ("H", ("subject_pronouns",)),
        ("N", ("indefinites",)),
        ("#", ("numbers",)),
        ("S", ("subordinators",)),
        ("P", ("prepositions",)),
    ):
        for name in names:
            for word in sets[name]:
                closed.setdefault(word, letter)
    nouns = frozenset(language.words("cues", "also_nouns")) | frozenset(
        language.words("assertion", "also_nouns")
    )
    return Syntax(closed, sets, cue_words(language), verbs_of(language), nouns, Met(), Met())
