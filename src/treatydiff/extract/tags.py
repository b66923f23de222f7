"""What kind of word each item of a sentence is, told by a word list and by its neighbours.

One letter for each item:

    M name (a capital)      N noun, adjective      # number            D determiner, possessive pronoun
    H pronoun as subject    O pronoun as object    R relative pronoun  X pronoun with a contracted auxiliary
    V finite verb           F verb behind its auxiliary                I infinitive behind "to"
    A auxiliary             B form of "be"         G form in "-ing"    E participle without auxiliary
    P preposition           S subordinator         C conjunction       T the "to" of an infinitive
    W adverb, negation      Q quotation            and marks: , ; : — ( ) .

No parser and no model: the order of the rules is that of how often they are right on news text.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import cache

from treatydiff.extract.cuewords import CueWords, cue_words
from treatydiff.extract.items import Item
from treatydiff.extract.verbs import Verbs, verbs_of
from treatydiff.frozen import dataclass
from treatydiff.language import SECTIONS, Language

NOMINAL = frozenset("NM#")
FINITE = frozenset("VABX")
EDGES = frozenset(("^", ",", ";", "—", ":", "Q", "(", ")", "."))
STABLE = frozenset("NMPOBAWRSQVFIEX,;:—().")
"""Letters that the words around change nothing about."""
DASHES = frozenset(("—", "–", "―", "--", "-"))
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
    seen: dict[str, tuple[frozenset[str], bool]]
    """What is known of the words asked for so far."""
    letters: dict[str, str]
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


@cache
def syntax_of(language: Language) -> Syntax:
    """The syntax of a language, made once."""
    sets = {key: frozenset(language.words("syntax", key)) for key in SECTIONS["syntax"]}
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
    return Syntax(closed, sets, cue_words(language), verbs_of(language), nouns, {}, {})


def tag(items: Sequence[Item], syntax: Syntax) -> list[str]:
    """One letter for each item."""
    letters = syntax.letters
    first = [
        letters[item.text]
        if item.kind == "word" and item.text in letters and not item.possessive
        else _lexical(items, i, syntax)
        for i, item in enumerate(items)
    ]
    out: list[str] = []
    for i, letter in enumerate(first):
        out.append(letter if letter in STABLE else _resolved(items, i, first, out, syntax))
    for i in range(len(items) - 1, -1, -1):
        if out[i] == "V":
            out[i] = _reduced(items, i, out, syntax)
    return out


def _lexical(items: Sequence[Item], i: int, syntax: Syntax) -> str:
    """The letter that the word alone shows; "?" for what may be a verb, and words that need a look around."""
    item = items[i]
    if item.kind == "quote":
        return "Q"
    if item.kind == "mark":
        return "—" if item.text in DASHES else "." if item.text in ".!?…" else item.text
    low, sets = item.low, syntax.sets
    base, _, ending = low.partition("'")
    if (ending in sets["contracted"] and ending) or (
        item.possessive and low not in sets["owners_or_objects"]
    ):
        letter = syntax.closed.get(base)
        if letter in ("H", "R") or base in sets["demonstratives"] or base in sets["free_relatives"]:
            return "X"
        if item.possessive:
            return "M" if item.capital else "N"
    plain = not item.capital or low in sets["capital_pronouns"]
    if not plain and (i == 0 or items[i - 1].kind != "word"):
        # at the start of a sentence a capital proves nothing
        plain = low in syntax.closed or low in sets["to"] or low in sets["that"]
        if not plain and syntax.known(low) and syntax.forms(low)[0] & {"ing", "ed", "pp"}:
            return "?"
        if not plain and low.endswith("ly") and len(low) > 4 and low not in sets["not_adverbs"]:
            return "W"
    if not plain:
        return "M"
    letter = _plain(low, syntax)
    if item.text == low and "'" not in low:
        syntax.letters[low] = letter
    return letter


def _plain(low: str, syntax: Syntax) -> str:
    """The letter of a word without a capital."""
    sets = syntax.sets
    if low in sets["to"] or low in sets["that"]:
        return low
    if low[0].isdigit():
        return "#" if low[-1].isdigit() or len(low) < 6 else "N"
    letter = syntax.closed.get(low)
    if letter is not None:
        return letter
    if low.endswith("ly") and len(low) > 4 and low not in sets["not_adverbs"]:
        return "W"
    return "?" if syntax.forms(low)[0] else "N"


def _resolved(items: Sequence[Item], i: int, first: Sequence[str], out: Sequence[str], syntax: Syntax) -> str:
    letter, item = first[i], items[i]
    if letter == "?":
        return _verb(items, i, first, out, syntax)
    following = _ahead(first, i)
    low = item.low
    if low in syntax.sets["to"] and letter != "M":
        forms = syntax.forms(items[following].low)[0] if following < len(items) else NO_FORMS
        if following < len(items) and (
            first[following] in "AB" and items[following].low in syntax.sets["auxiliary_bases"]
        ):
            return "T"
        return "T" if following < len(items) and first[following] == "?" and "base" in forms else "P"
    if letter == "that":
        return _that(items, i, first, out, syntax)
    nxt = first[following] if following < len(items) else "."
    if letter == "D" and low in syntax.sets["floating"] and out and out[-1] in "NMH" and nxt in "AB?":
        return "W"
    if letter == "D" and low in syntax.sets["demonstratives"] and (nxt in "ABX" or nxt in EDGES):
        return "H"
    if letter == "D" and low in syntax.sets["quantifiers"] and nxt in ("A", "B", "P", ",", "."):
        return "N"
    if letter == "D" and low in syntax.sets["quantifiers"] and nxt == "?":
        forms, noun = syntax.forms(items[following].low)
        return "N" if forms & {"base", "ed", "past"} and not noun else "D"
    if low in syntax.sets["owners_or_objects"] and not (nxt in "NM#?" or nxt == "W"):
        return "O"
    if letter == "H" and low in syntax.sets["subjects_or_objects"] and out and out[-1] in "VFIGP":
        # object of the verb before, unless a verb of its own follows: not so in "bring it back"
        own = nxt in "ABX" or (
            nxt == "?"
            and (low in syntax.sets["first_and_second"] or syntax.forms(items[following].low)[0] - {"base"})
        )
        return "H" if own else "O"
    if letter == "C" and low in syntax.sets["also_adverbs"] and (not out or out[-1] not in (",", ";", "—")):
        return "W"
    if letter == "G" and out and out[-1] in "ABW" and "B" in out[-2:]:
        return "B"
    if letter == "#" and low in syntax.sets["quantifiers"] and nxt in "AB?":
        return "N"
    return letter


def _ahead(first: Sequence[str], i: int) -> int:
    """The next item that is no adverb."""
    k = i + 1
    while k < len(first) and first[k] == "W":
        k += 1
    return k


def _that(items: Sequence[Item], i: int, first: Sequence[str], out: Sequence[str], syntax: Syntax) -> str:
    """A "that" opens a clause (S), takes up a noun (R), or points (D, H)."""
    before = out[-1] if out else "^"
    k = _ahead(first, i)
    nxt = first[k] if k < len(first) else "."
    # "that she's late" has its subject in the pronoun
    verbal = nxt in "AB"
    if nxt == "?":
        forms, noun = syntax.forms(items[k].low)
        verbal = not noun and bool(forms & {"s", "base", "past", "ed"})
        if before in "VF" and "ed" in forms and _next_is(first, k, "N") and _clause_ahead(first, k):
            # "predicted that advanced islands will grow"
            verbal = False
    if verbal:
        if before in NOMINAL:
            return "R"
        return "H" if before in EDGES or before in "CVSP" else "S"
    if nxt in EDGES:
        return "S" if nxt in ("Q", ",", "—") else "H"
    if nxt in "N?" and not _plural(items[k].low) and before in "VFIGP" and not _clause_ahead(first, k):
        return "D"
    return "S"


def _clause_ahead(first: Sequence[str], k: int) -> bool:
    """Whether a verb follows before the clause ends."""
    for letter in first[k + 1 : k + 14]:
        if letter in "ABX?":
            return True
        if letter in (",", ";", "—", ".", "C"):
            return False
    return False


def _plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith("ss")


def _opens(items: Sequence[Item], i: int, first: Sequence[str], syntax: Syntax) -> bool:
    """Whether what follows may be the object or clause of a verb."""
    k = i + 1
    if k >= len(first):
        return False
    nxt = first[k]
    lemma = syntax.cues.forms.get(items[i].low, ("",))[0]
    if items[k].low in syntax.cues.phrases.get(lemma, ()):
        # "point out"
        return True
    return nxt in ("that", "D", "H", "M", "Q", ":", "O", "X", "to", "#", "R") or (
        nxt == "S" and items[k].low in syntax.sets["complementisers"]
    )


def _verb(items: Sequence[Item], i: int, first: Sequence[str], out: Sequence[str], syntax: Syntax) -> str:
    """The letter of a word that may be a verb."""
    forms, noun = syntax.forms(items[i].low)
    k = i - 1
    while k >= 0 and out[k] == "W":
        k -= 1
    before = out[k] if k >= 0 else "^"
    if before == "#" and k > 1 and out[k - 1] == "P" and out[k - 2] in NOMINAL and is_year(items[k].low):
        # "a film in 2008 showed"
        k -= 2
        before = out[k]
    past = bool(forms & {"past", "ed"})
    participle = bool(forms & {"pp", "ed"})
    opens = _opens(items, i, first, syntax)
    if k >= 0 and items[k].possessive and before in NOMINAL:
        return "G" if "ing" in forms and opens else "N"
    if before == "A" or (before == "G" and items[k].low in syntax.sets["auxiliary_participles"]):
        return ("F" if before == "A" else "E") if forms & {"base", "pp", "ed"} else "N"
    if before == "B":
        return "F" if "ing" in forms or participle or (past and "past" in forms) else "N"
    if before == "X":
        return "F" if forms - {"s"} else "N"
    if before == "T":
        return "I" if "base" in forms else "N"
    if before == "D" or (before == "#" and not (past and not noun and _at_object(opens, first, i))):
        return "N"
    if before == "#":
        return "V"
    if before == "P":
        return "G" if "ing" in forms else "N"
    if before == "H":
        return "V" if past or forms & {"s", "base"} else "G" if "ing" in forms else "E" if participle else "N"
    if before == "O":
        return "I" if "base" in forms else "G" if "ing" in forms else "E" if participle else "N"
    if before == "R":
        return "V" if past or forms & {"s", "base"} else "N"
    if before == "S":
        if "ing" in forms:
            return "G"
        if items[k].low in syntax.sets["subject_openers"] and (past or "s" in forms):
            return "V"
        if noun and not past:
            return "N"
        return "E" if past or participle else "N"
    if before == "C":
        return _joined(items, i, k, first, out, syntax)
    if before in "VFIGE":
        # the object of a verb: "faced questions", "reported rising prices"
        if "ing" in forms:
            return "G" if opens else "N"
        if (
            before == "V"
            and "base" in forms
            and not noun
            and not syntax.sets["bare_infinitive"].isdisjoint(syntax.verbs.readings(items[k].low).values())
        ):
            return "I"
        return "E" if participle and not noun and opens is False and _next_is(first, i, "P") else "N"
    if before in NOMINAL:
        return _after_noun(items, i, k, first, out, syntax)
    return _at_edge(items, i, before, first, syntax)


def _verb_at(items: Sequence[Item], i: int, first: Sequence[str], syntax: Syntax) -> bool:
    """Whether a word can be nothing but a verb in the present."""
    if i >= len(first) or first[i] != "?":
        return False
    forms, noun = syntax.forms(items[i].low)
    return not noun and bool(forms & {"base", "s"})


def is_year(word: str) -> bool:
    """Whether a number is likely to be a year."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _at_object(opens: bool, first: Sequence[str], i: int) -> bool:
    return opens or i + 1 >= len(first) or first[i + 1] in EDGES or first[i + 1] in "SP"


def _next_is(first: Sequence[str], i: int, letters: Container[str]) -> bool:
    return i + 1 < len(first) and first[i + 1] in letters


def _after_noun(
    items: Sequence[Item], i: int, k: int, first: Sequence[str], out: Sequence[str], syntax: Syntax
) -> str:
    forms, noun = syntax.forms(items[i].low)
    opens = _opens(items, i, first, syntax)
    if forms & {"past", "ed"} and not (noun and "base" in forms and not opens):
        return "V"
    if "ing" in forms:
        return "G" if not noun or opens else "N"
    if "pp" in forms:
        return "E"
    edge = i + 1 >= len(first) or first[i + 1] in (",", ".", ":", "—", "Q")
    plural = _plural(items[k].low)
    tagged = (edge or _next_is(first, i, "PSW")) and _tag_position(out, k)
    if "s" in forms and "base" not in forms:
        if (
            noun
            and _next_is(first, i, ("that",))
            and (_next_is(first, i + 1, "AB") or _verb_at(items, i + 2, first, syntax))
        ):
            # "new rules that could"
            return "N"
        if plural and out[k] == "N":
            return "V" if not noun and opens else "N"
        if not noun:
            return "V"
        return "V" if opens or tagged or (out[k] == "M" and _next_is(first, i, "SPW") and not edge) else "N"
    if "base" in forms:
        if not noun and not plural and _governed(items, out, k, syntax):
            # "to make Lind testify"
            return "I"
        if not noun:
            return "V" if items[i].low in syntax.cues.forms or plural else "N"
        return "V" if (plural or _plural_head(items, k, out)) and (opens or tagged) else "N"
    return "N"


def _governed(items: Sequence[Item], out: Sequence[str], k: int, syntax: Syntax) -> bool:
    """Whether the noun phrase that ends at `k` is the object of a verb like "make"."""
    while k >= 0 and (out[k] in NOMINAL or out[k] == "D"):
        k -= 1
    if k < 0 or out[k] not in "IVF":
        return False
    return not syntax.sets["bare_infinitive"].isdisjoint(syntax.verbs.readings(items[k].low).values())


def _tag_position(out: Sequence[str], k: int) -> bool:
    """Whether a noun phrase that ends at `k` stands right behind a comma or a quotation."""
    while k >= 0 and (out[k] in NOMINAL or out[k] in "DP"):
        k -= 1
    return k >= 0 and out[k] in (",", "Q", "—")


def _plural_head(items: Sequence[Item], k: int, out: Sequence[str]) -> bool:
    """Whether a phrase that ends at `k` has a plural head or two joined ones: "advisers to Lind"."""
    while k >= 0 and (out[k] in NOMINAL or out[k] in "DPC"):
        if (out[k] == "P" and k and _plural(items[k - 1].low)) or out[k] == "C":
            return True
        k -= 1
    return False


def _joined(
    items: Sequence[Item], i: int, k: int, first: Sequence[str], out: Sequence[str], syntax: Syntax
) -> str:
    """A possible verb behind "and": it takes after the verb before, or is a noun of a list."""
    forms, noun = syntax.forms(items[i].low)
    opens = _opens(items, i, first, syntax)
    recent = out[max(0, k - 14) : k]
    last = next((x for x in reversed(recent) if x in "VFIGEAB"), "")
    if "ing" in forms:
        return "G" if last in ("G", "F", "B") or opens or not noun else "N"
    if forms & {"past", "ed"}:
        return "F" if last == "F" else "E" if last == "E" and "ed" in forms else "V"
    if "pp" in forms:
        return "F" if last == "F" else "E"
    if "base" in forms:
        if last == "I" and (not noun or opens):
            return "I"
        if last == "F" and "F" in recent[-4:] and (not noun or opens):
            return "F"
        return "V" if (not noun or (opens and last == "V")) and last else "N"
    if "s" in forms:
        return "V" if not noun or (opens and last == "V") else "N"
    return "N"


def _at_edge(items: Sequence[Item], i: int, before: str, first: Sequence[str], syntax: Syntax) -> str:
    """A possible verb that opens the sentence or follows a mark."""
    forms, noun = syntax.forms(items[i].low)
    opens = _opens(items, i, first, syntax)
    if "ing" in forms:
        return "G"
    if before in ("^", ".", "("):
        if (
            _next_is(first, i, "M")
            and syntax.cues.classes.get(syntax.cues.forms.get(items[i].low, ("",))[0]) == "neutral"
        ):
            return "V" if forms & {"ed", "past", "s"} else "G"
        if forms & {"pp", "ed"}:
            return "E"
        return "V" if forms & {"s", "past"} and _next_is(first, i, "M") else "N"
    if forms & {"past", "ed"}:
        return "V"
    if "pp" in forms:
        return "E"
    if "s" in forms and "base" not in forms:
        return "V" if not noun or opens or before == "Q" else "N"
    if "base" in forms and not noun:
        return "V" if opens or before == "Q" else "N"
    return "N"


def _indefinite(items: Sequence[Item], out: Sequence[str], k: int, syntax: Syntax) -> bool:
    """Whether the noun that ends at `k` has an indefinite article."""
    while k > 0 and out[k] == "N":
        k -= 1
    return out[k] == "D" and items[k].low in syntax.sets["indefinite"]


def _reduced(items: Sequence[Item], i: int, out: Sequence[str], syntax: Syntax) -> str:
    """E where what looks finite is a participle: "a man accused of fraud left", "Lind, asked why, left"."""
    if not syntax.forms(items[i].low)[0] & {"ed"} or i == 0:
        return "V"
    nxt = out[i + 1] if i + 1 < len(out) else "."
    if items[i].low in syntax.sets["never_passive"]:
        return "V"
    if items[i + 1 : i + 2] and items[i + 1].low in syntax.sets["by"]:
        return "E"
    if (
        items[i].low in syntax.sets["naming"]
        and out[i - 1] == "N"
        and nxt in "MQ"
        and _indefinite(items, out, i - 1, syntax)
    ):
        return "E"
    if out[i - 1] == ",":
        # between commas, with a finite verb behind the second one
        for k in range(i + 1, min(len(out), i + 25)):
            if out[k] in FINITE:
                return "V"
            if out[k] == ",":
                after = out[k + 1] if k + 1 < len(out) else "."
                return (
                    "E" if after in FINITE or (after == "W" and out[k + 2 : k + 3] in (["V"], ["A"])) else "V"
                )
        return "V"
    times = syntax.sets["times"]
    timed = any(item.low in times for item in items[i + 1 : i + 2]) or (
        nxt != "."
        and items[i + 1].low in syntax.sets["day_openers"]
        and i + 2 < len(out)
        and items[i + 2].low in times
    )
    if out[i - 1] not in NOMINAL or not (nxt in "PTSW" or timed):
        return "V"
    start = i - 1
    while start > 0 and out[start - 1] in "NM#D":
        start -= 1
    opens = (
        start > 0
        and out[start - 1] == "P"
        and (start == 1 or out[start - 2] in EDGES or out[start - 2] in "WC")
    )
    if opens and "," in out[i:] and not any(x in "VAB" for x in out[:i]):
        # "In a statement released on Monday, Lind said"
        comma = out.index(",", i)
        if not any(x in "VABX" for x in out[i + 1 : comma]):
            return "E"
    phrase = timed
    for k in range(i + 1, min(len(out), i + 20)):
        if out[k] in "VAB":
            return "E" if phrase and out[k - 1] in "NMO#W" else "V"
        if out[k] in (",", ";", ":", "Q", "—", ".", "S", "R", "C", "H", "X"):
            return "V"
        if out[k] == "D" and out[k - 1] in NOMINAL:
            return "V"
        phrase = phrase or out[k] in "PT"
    return "V"
