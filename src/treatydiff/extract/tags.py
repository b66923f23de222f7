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

from collections.abc import Sequence

from treatydiff.extract.items import Item
from treatydiff.extract.syntax import EDGES, NO_FORMS, NOMINAL, Syntax
from treatydiff.extract.verbtags import is_plural, next_is, reduced, verb_letter

STABLE = frozenset("NMOBAWRSQVFIEX,;:—().")
"""Letters that the words around change nothing about."""
DASHES = frozenset(("—", "–", "―", "--", "-"))


def tag(items: Sequence[Item], syntax: Syntax) -> list[str]:
    """One letter for each item."""
    letters = syntax.letters
    first = [
        letters[item.text]
        if item.text in letters and item.kind == "word" and not item.possessive
        else _lexical(items, i, syntax)
        for i, item in enumerate(items)
    ]
    out: list[str] = []
    between = syntax.sets["between"]
    for i, letter in enumerate(first):
        if letter in "NS" and items[i].low in between and out and out[-1] == "A" and next_is(first, i, "?"):
            # "has long argued"
            letter = "W"
        out.append(letter if letter in STABLE else _resolved(items, i, first, out, syntax))
    for i in range(len(items) - 1, -1, -1):
        if out[i] == "V":
            out[i] = reduced(items, i, out, syntax)
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
    if not plain and (i == 0 or (items[i - 1].kind != "word" and items[i - 1].text != ",")):
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
        return verb_letter(items, i, first, out, syntax)
    following = _ahead(first, i)
    low = item.low
    if low in syntax.sets["to"] and letter != "M":
        forms = syntax.forms(items[following].low)[0] if following < len(items) else NO_FORMS
        if following < len(items) and (
            first[following] in "AB" and items[following].low in syntax.sets["auxiliary_bases"]
        ):
            return "T"
        before = items[i - 1].low if i else ""
        if any(phrase[-2:] == (before, low) for phrase in syntax.cues.according.get(before, ())):
            # "according to police", though they may also police
            return "P"
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
    if letter == "P" and nxt == "#" and low in syntax.sets["approximators"]:
        return "W"
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
        # "a blaze that gutted the mill", though a gutted mill is one too
        verbal = verbal or ("ed" in forms and before in NOMINAL and next_is(first, k, "DMOHR"))
        if before in "VF" and "ed" in forms and next_is(first, k, "N") and _clause_ahead(first, k):
            # "predicted that advanced islands will grow"
            verbal = False
    if verbal:
        if before in NOMINAL:
            return "R"
        return "H" if before in EDGES or before in "CVSP" else "S"
    if nxt in EDGES:
        return "S" if nxt in ("Q", ",", "—") else "H"
    if nxt in "N?" and not is_plural(items[k].low) and before in "VFIGP" and not _clause_ahead(first, k):
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
