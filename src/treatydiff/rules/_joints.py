"""The pack's words of order, and what the words around them may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from treatydiff.language import Language
from treatydiff.rules._pack import words_of
from treatydiff.rules._stages import acts_of
from treatydiff.rules._words import meanings
from treatydiff.tables import once_a_language
from treatydiff.tokens import sets_by_stem, stems

JOINTS = ("before", "after", "order_until", "order_when", "order_then", "order_having", "order_later")


class Joints:
    """Words that put one thing before the other, words that turn them, and words for what happens."""

    def __init__(self, language: Language) -> None:
        def words(key: str) -> frozenset[str]:
            return frozenset(language.words("roles", key))

        def table(key: str) -> Mapping[str, frozenset[str]]:
            named = {f"{key} {entry}": ws for entry, ws in language.table("roles", key).items()}
            return sets_by_stem(named, language.code)

        self.before, self.after = words("before"), words("after")
        self.until, self.when = words("order_until"), words("order_when")
        self.then, self.later, self.having = words("order_then"), words("order_later"), words("order_having")
        self.first, self.once, self.only = words("order_first"), words("order_once"), words("order_only")
        self.already, self.still, self.again = (
            words("order_already"),
            words("order_still"),
            words("order_again"),
        )
        self.it, self.that, self.than = words("order_it"), words("order_that"), words("order_than")
        self.ordinals = language.values("figures", "ordinals").keys() - self.first
        self.occasions = words("occasions")
        """Behind these: "a second time"."""
        self.any, self.inverting = words("order_any"), words("order_inverting")
        self.sayings = words("order_sayings")
        """Cues that tell nothing but that somebody says it."""
        self.amounts = words("order_amounts")
        """Words beside units of time: "a full week"."""
        self.locative = frozenset(
            (*language.words("names", "locative"), *language.words("syntax", "at_times"))
        )
        self.ceasing = frozenset(stems(language.words("roles", "order_ceasing"), language.code))
        """Stems of verbs by which something ends."""
        cancelling = [w for w in language.words("assertion", "cancelling") if " " not in w]
        self.cancelling = frozenset(stems(cancelling, language.code))
        """Stems of verbs by which a thing does not happen."""
        self.off = words("order_off")
        """Behind a verb, they say the same: "switched off"."""
        self.all = frozenset(w for key in JOINTS for w in words(key)) | self.first
        """All single words of order."""
        self.phrases = tuple(tuple(w.split()) for w in sorted(self.when) if " " in w)
        """Words of order that are several."""
        self.openers = frozenset(phrase[0] for phrase in self.phrases)
        self.leading = self.before | self.after | self.until
        """Words behind which the other thing stands."""
        self.happenings, self.fields = table("happenings"), table("order_fields")
        """Stem of a noun or verb → what happens by it, and the fields of words that it falls under."""


@once_a_language
def joints_of(language: Language) -> Joints:
    """The language's words of order, made once."""
    return Joints(language)


@cache
def meanings_of(stem: str, language: Language) -> frozenset[str]:
    """A stem and all that it may stand for; two words that may mean one thing have one of these in common."""
    joints, none = joints_of(language), frozenset[str]()
    found = meanings(stem, language) | words_of(language).senses.get(stem, none)
    found |= joints.happenings.get(stem, none) | joints.fields.get(stem, none)
    return found | {f"act {act}" for act in acts_of(stem, language)}


def is_repeated(norms: Sequence[str], joints: Joints) -> bool:
    """Whether a sentence tells what happened once more, and may have happened before as well as after."""
    if joints.again.isdisjoint(norms) and joints.occasions.isdisjoint(norms):
        return False
    return any(
        (a in joints.again and b not in joints.than) or (a in joints.ordinals and b in joints.occasions)
        for a, b in zip(norms, (*norms[1:], ""), strict=True)
    )
