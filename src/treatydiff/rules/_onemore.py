"""What clauses tell as one more of what has been: "a second march", "will march again"."""

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
    """The meanings of what is one more."""

    def fits(self, told: OneMore) -> bool:
        """Whether both may be one: "a second march" may be of who "will march again", no first march may."""
        return (self.other <= (told.other or told.again)) and (told.other <= (self.other or self.again))

    def is_only_one(self, told: OneMore) -> bool:
        """Whether something is done again here and nothing is one more there."""
        return self.again and not (told.other or told.again)


@once_a_claim
def one_more(claim: Claim, reading: Reading, language: Language) -> OneMore:
    """What a clause tells as one more."""
    words = words_of(language)
    others = [following.stem for t, following in pairwise(claim.tokens) if t.norm in words.other_things]
    again = any(t.norm in words.again for t in claim.tokens)
    verbs = [p.stem for p in claim.predicates if again and p.stem not in words.light]
    return OneMore(
        any(t.norm in words.other_things for t in claim.tokens),
        again,
        frozenset(m for stem in (*others, *verbs) for m in meanings_of(stem, language)),
    )
