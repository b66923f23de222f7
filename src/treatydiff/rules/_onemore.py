"""What clauses tell as one more, or as the first or last: "a second march", "will march again"."""

from __future__ import annotations

from itertools import pairwise

from treatydiff.frozen import NamedTuple
from treatydiff.language import Language
from treatydiff.model import Claim, Reading
from treatydiff.rules import once_a_claim
from treatydiff.rules._joints import meanings_of
from treatydiff.rules._pack import words_of


class OneMore(NamedTuple):
    """What a clause tells as one more."""

    other: bool
    """Whether it tells of another one of those known: "a second march"."""
    again: bool
    """Whether it tells of what is done again: "will march again"."""
    what: frozenset[str]
    """The meanings of what is one more, or the next one."""
    first: bool
    """Whether it tells of the first of several, or of the first time."""
    last: bool
    """The same of the last."""

    def fits(self, told: OneMore) -> bool:
        """Whether both may be one: "a second march" may be of who "will march again", no first march may."""
        ours, theirs = (m.other or m.again or bool(m.what) for m in (self, told))
        return self.other <= theirs and told.other <= ours and not self.is_other_end(told)

    def is_other_end(self, told: OneMore) -> bool:
        """Whether one tells of the first of several and the other of the last."""
        return (self.first and told.last) or (self.last and told.first)

    def is_only_one(self, told: OneMore) -> bool:
        """Whether something is done again here and nothing is one more there."""
        return self.again and not (told.other or told.again)


@once_a_claim
def one_more(claim: Claim, reading: Reading, language: Language) -> OneMore:
    """What a clause tells as one more, or as the first or last."""
    words = words_of(language)
    two = list(pairwise(claim.tokens))
    # "No earlier than Monday"
    others = [u.stem for t, u in two if t.norm in words.other_things and u.norm not in words.than]
    coming = [u.stem for t, u in two if t.norm in words.coming and u.norm not in words.calendar]
    again = any(t.norm in words.again for t in claim.tokens)
    verbs = [p.stem for p in claim.predicates if again and p.stem not in words.light]
    # "Last Monday" is no last one; "the first time since May" is no first one.
    ranked = {
        t.norm
        for t, u in two
        if u.norm not in words.occasions | words.calendar
        and not any(s.span.start <= t.start < s.span.end for s in claim.times)
    }
    return OneMore(
        bool(others) or (bool(claim.tokens) and claim.tokens[-1].norm in words.other_things),
        again,
        frozenset(m for stem in (*others, *coming, *verbs) for m in meanings_of(stem, language)),
        not words.firsts.isdisjoint(ranked),
        not words.lasts.isdisjoint(ranked),
    )
