"""Which words of a sentence are verbs, and in which form: told by what stands before and behind them."""

from __future__ import annotations

from collections.abc import Container, Sequence

from treatydiff.extract.items import Item
from treatydiff.extract.syntax import EDGES, FINITE, NOMINAL, Syntax


def is_plural(low: str) -> bool:
    """Whether a word looks like a plural."""
    return low.endswith("s") and not low.endswith("ss")


def opens_object(items: Sequence[Item], i: int, first: Sequence[str], syntax: Syntax) -> bool:
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


def verb_letter(
    items: Sequence[Item], i: int, first: Sequence[str], out: Sequence[str], syntax: Syntax
) -> str:
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
    opens = opens_object(items, i, first, syntax)
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
        # "of engineering, who" is a noun, and so is "for questioning."; "by saying, ..." is none
        edge = next_is(first, i, (".", ";")) or (
            next_is(first, i, (",", "—")) and items[i].low not in syntax.cues.forms
        )
        return "G" if "ing" in forms and not edge else "N"
    if before == "H":
        return "V" if past or forms & {"s", "base"} else "G" if "ing" in forms else "E" if participle else "N"
    if before == "O" and k > 1 and out[k - 1] == "P" and (past or "s" in forms):
        # "one of them said"
        return "V"
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
        return _joined(items, i, k, opens, out, syntax)
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
        if past and before in "VF" and _main_awaited(out[:k]):
            return "V"
        return "E" if participle and not noun and opens is False and next_is(first, i, "P") else "N"
    if before in NOMINAL:
        return _after_noun(items, i, k, opens, first, out, syntax)
    return _at_edge(items, i, before, opens, first, syntax)


def _main_awaited(out: Sequence[str]) -> bool:
    """Whether a relative clause is open whose noun has no verb yet: "the clerk who knew | said"."""
    for j in range(len(out) - 1, 0, -1):
        if out[j] in EDGES:
            return False
        if out[j] == "R":
            first = next((i for i in range(j - 1, -1, -1) if out[i] in EDGES or out[i] in "VFABXGE"), -1)
            return out[j - 1] in NOMINAL and (first < 0 or out[first] in EDGES)
    return False


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


def next_is(first: Sequence[str], i: int, letters: Container[str]) -> bool:
    """Whether the item behind `i` has one of these letters."""
    return i + 1 < len(first) and first[i + 1] in letters


def _after_noun(
    items: Sequence[Item],
    i: int,
    k: int,
    opens: bool,
    first: Sequence[str],
    out: Sequence[str],
    syntax: Syntax,
) -> str:
    forms, noun = syntax.forms(items[i].low)
    if forms & {"past", "ed"} and not (noun and "base" in forms and not opens):
        return "V"
    if "ing" in forms:
        return "G" if not noun or opens else "N"
    if "pp" in forms:
        return "E"
    edge = i + 1 >= len(first) or first[i + 1] in (",", ".", ":", "—", "Q")
    plural = is_plural(items[k].low)
    tagged = (edge or next_is(first, i, "PSW")) and _tag_position(out, k)
    if "s" in forms and "base" not in forms:
        if (
            noun
            and next_is(first, i, ("that",))
            and (next_is(first, i + 1, "AB") or _verb_at(items, i + 2, first, syntax))
        ):
            # "new rules that could"
            return "N"
        if plural and out[k] == "N":
            return "V" if not noun and opens else "N"
        if not noun:
            return "V"
        return "V" if opens or tagged or (out[k] == "M" and next_is(first, i, "SPW") and not edge) else "N"
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
        if (out[k] == "P" and k and is_plural(items[k - 1].low)) or out[k] == "C":
            return True
        k -= 1
    return False


def _joined(items: Sequence[Item], i: int, k: int, opens: bool, out: Sequence[str], syntax: Syntax) -> str:
    """A possible verb behind "and": it takes after the verb before, or is a noun of a list."""
    forms, noun = syntax.forms(items[i].low)
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


def _at_edge(
    items: Sequence[Item], i: int, before: str, opens: bool, first: Sequence[str], syntax: Syntax
) -> str:
    """A possible verb that opens the sentence or follows a mark."""
    forms, noun = syntax.forms(items[i].low)
    if "ing" in forms:
        return "G"
    if before in ("^", ".", "("):
        if (
            next_is(first, i, "M")
            and syntax.cues.classes.get(syntax.cues.forms.get(items[i].low, ("",))[0]) == "neutral"
        ):
            return "V" if forms & {"ed", "past", "s"} else "G"
        if forms & {"pp", "ed"}:
            return "E"
        return "V" if forms & {"s", "past"} and next_is(first, i, "M") else "N"
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


def reduced(items: Sequence[Item], i: int, out: Sequence[str], syntax: Syntax) -> str:
    """E where what looks finite is a participle: "a man accused of fraud left", "Lind, asked why, left"."""
    if not syntax.forms(items[i].low)[0] & {"ed"} or i == 0:
        return "V"
    nxt = out[i + 1] if i + 1 < len(out) else "."
    if items[i].low in syntax.sets["never_passive"]:
        return "V"
    if items[i + 1 : i + 2] and items[i + 1].low in syntax.sets["by"]:
        # "a letter written by Lind", but "responded by saying"
        return "V" if out[i + 2 : i + 3] == ["G"] else "E"
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
    opens = start > 0 and out[start - 1] == "P" and (start == 1 or out[start - 2] in "WCQ")
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
