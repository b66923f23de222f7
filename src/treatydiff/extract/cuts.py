"""Where a sentence is cut into clauses: at marks, at words that open a clause, at a predicate of its own.

What may open a clause is asked for its verb where the kinds of the words are known (see `tags`): "after the
vote" opens none, "after members voted" does.  A relative clause stays with the noun that it tells of where
that noun is the subject of the sentence; the predicate behind it is then a clause: "The ferry, which left
Marlow at noon, | ran aground".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf

from treatydiff.extract.phrases import Parse
from treatydiff.extract.syntax import FINITE
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Passage, Token
from treatydiff.tables import once_a_language

VERBS = FINITE | {"F"}
NOUNS = frozenset("DNMHO#PWC")
"""Letters that a subject may have before its verb."""
OPENERS = frozenset("VABXS")
"""Letters of words that open a clause, or its predicate, behind a conjunction."""
PHRASE = frozenset("DNM#")
"""Letters of the noun phrase that a relative clause tells of."""
SUBJECT = 12
"""Words that a subject has at most, to be told from a list that goes on."""
OPENING = "\"'“‘„«$£€¥"
"""Marks that a clause may begin with."""
DASHES = ("—", " – ", " - ")
BEHIND = inf, inf, "", ""
"""What stands behind the last item of a text."""


@dataclass(frozen=True, slots=True)
class Joints:
    """The words at which a sentence may be cut."""

    anywhere: frozenset[str]
    with_verb: frozenset[str]
    """Those that open a clause without a comma only where a verb follows."""
    after_comma: frozenset[str]
    conjunctions: frozenset[str]
    predicates: frozenset[str]
    """Words that open a clause or its predicate behind a conjunction."""
    relatives: frozenset[str]
    spans: frozenset[str]
    """Words that say how long before or after it is."""
    degrees: frozenset[str]
    """Joints that stand on either side of a word of degree: "as soon as"."""


@once_a_language
def joints_of(language: Language) -> Joints:
    """The words of a language."""

    def words(name: str) -> frozenset[str]:
        return frozenset(language.words("grammar", name))

    return Joints(
        words("clause_openers"),
        words("clause_openers_with_verb"),
        words("clause_openers") | words("clause_openers_after_comma"),
        words("conjunctions"),
        words("predicates"),
        words("relatives"),
        words("spans"),
        words("degrees"),
    )


def letters_of(tokens: Iterable[Token], parsed: Iterable[Parse]) -> dict[int, str]:
    """The kind of each word by its offset, as `tags` gives it; "" where none is known, as in quotations."""
    items = sorted(
        [
            (item.start, item.end, item.kind, tag)
            for p in parsed
            for item, tag in zip(p.items, p.tags, strict=True)
        ]
    )
    letters: dict[int, str] = {}
    rest: Iterator[tuple[float, float, str, str]] = iter(items)
    start, end, kind, tag = next(rest, BEHIND)
    for token in tokens:
        place = token.start
        while end <= place:
            start, end, kind, tag = next(rest, BEHIND)
        letters[place] = tag if start <= place and kind == "word" else ""
    return letters


def find_cuts(text: str, passage: Passage, letters: Mapping[int, str], joints: Joints) -> set[int]:
    """Offsets at which clauses of a sentence begin; `letters` gives the kinds of words by their offsets."""
    tokens = passage.tokens
    sentence = _Sentence(
        tokens,
        [letters[t.start] for t in tokens],
        ["", *(text[one.end : two.start] for one, two in pairwise(tokens))],
        joints,
    )
    return {with_mark(text, tokens[k].start) for k in sentence.cuts()}


def with_mark(text: str, start: int, least: int = 0) -> int:
    """The place before the marks that belong to what stands at another, from offset `least` on: "“", "€"."""
    while start > least and text[start - 1] in OPENING:
        start -= 1
    return start


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Words, their letters ("" where unknown, as within a quotation), and what stands before each."""

    tokens: Sequence[Token]
    letters: Sequence[str]
    gaps: Sequence[str]
    joints: Joints

    def cuts(self) -> set[int]:
        """Indexes of the words that open a clause."""
        found: set[int] = set()
        if (main := self._main()) > 0:
            found.add(main)
        for k in range(1, len(self.tokens)):
            gap = self.gaps[k]
            if gap != " " and self._is_cut(k):
                found.add(k)
            elif self._is_relative(k):
                self._relative(k, found)
            elif "," in gap:
                word = self.tokens[k].norm
                opens = word in self.joints.after_comma or word.endswith("ing")
                if opens and not (self.letters[k] == "P" and self._is_subject(k, found)):
                    found.add(k)
            elif gap.isspace() and self._opens(k, found):
                found.add(self._with_joint(k))
        return found

    def _main(self) -> int:
        """Where the main clause begins behind one that opens the sentence: "if they agree, | all sign"."""
        if self.letters[:1] != ["S"] or not self._has_verb(0):
            return -1
        for k in range(1, len(self.tokens)):
            if "," in self.gaps[k] and not VERBS.isdisjoint(self.letters[1:k]):
                return k if self._has_subject(k) else -1
        return -1

    def _with_joint(self, k: int) -> int:
        """The first word that belongs to a joint: "as soon as", "arrested Holm | two days after he fled"."""
        if self._is_degree(k):
            return k - 2
        j = k
        while self.letters[k] == "S" and self._follows(j) and self.tokens[j - 1].norm in self.joints.spans:
            j -= 1
        while j < k and self._follows(j) and self.letters[j - 1] in ("#", "D"):
            j -= 1
        if self.letters[j] not in ("#", "D", "W") and not self.tokens[j].norm.endswith("s"):
            # "Next | week"
            return k
        governor = j
        while self._follows(governor) and self.letters[governor - 1] == "W":
            governor -= 1
        # "For nearly | two days", "lasted | two days", "as | soon as"
        before = self.letters[governor - 1] if self._follows(governor) else ""
        bound = {"S"} if self.letters[j] == "W" else VERBS | {"P", "S", "I"}
        return k if before in bound else j

    def _is_degree(self, k: int) -> bool:
        """Whether a joint takes up the word two before it: "ran again | as soon as the box was mended"."""
        word = self.tokens[k].norm
        twice = word in self.joints.degrees and k > 2 and self.tokens[k - 2].norm == word
        return twice and self._follows(k) and self._follows(k - 1)

    def _follows(self, k: int) -> bool:
        """Whether a word follows another without a mark."""
        return k > 1 and self.gaps[k].isspace()

    def _is_cut(self, k: int) -> bool:
        """Whether a mark before a word always parts clauses."""
        gap = self.gaps[k]
        return ";" in gap or any(d in gap for d in DASHES) or (": " in gap and self._has_verb(k - 1))

    def _opens(self, k: int, found: set[int]) -> bool:
        """Whether a word that follows no mark opens a clause."""
        word, known = self.tokens[k].norm, self.letters[k] != ""
        if word in self.joints.anywhere:
            return not known or self._has_verb(k)
        if word in self.joints.with_verb:
            return self.letters[k] == "S" and self._has_verb(k)
        if word not in self.joints.conjunctions or k + 1 >= len(self.tokens):
            return False
        after = self.tokens[k + 1]
        if not known:
            return after.norm in self.joints.predicates or _past(after)
        if self.letters[k + 1] in OPENERS or self._next_purpose(k):
            return True
        start = max((c for c in found if c < k), default=0)
        if self.letters[k + 1] == "G":
            return "G" in self.letters[start:k]
        start = max([start, *(j for j in range(start, k) if "," in self.gaps[j])])
        before = self.letters[start:k]
        return not VERBS.isdisjoint(before) and self._has_subject(k + 1)

    def _is_subject(self, k: int, found: set[int]) -> bool:
        """Whether all before word `k` is the subject of its clause: "The first, | with two masts, sank"."""
        first = max([0, *(c for c in found if c < k), *(j + 1 for j in range(k) if self.letters[j] == "S")])
        return NOUNS.issuperset(self.letters[first:k])

    def _next_purpose(self, k: int) -> bool:
        """Whether a conjunction joins an infinitive to one with its object: "to ship gas and build roads"."""
        letters = self.letters
        after = "".join(letters[k + 1 : k + 3])
        if not after.startswith(("I", "TI")):
            return False
        last = max((j for j in range(k) if letters[j] == "I"), default=k)
        return last < k - 1 and "T" in letters[:k]

    def _has_verb(self, k: int) -> bool:
        """Whether a verb follows word `k` before the next mark."""
        for j in range(k + 1, len(self.tokens)):
            if j > k + 1 and not self.gaps[j].isspace():
                return False
            if self.letters[j] in VERBS or (j == k + 1 and self.letters[j] == "G"):
                return True
            if not self.letters[j]:
                return True
        return False

    def _has_subject(self, k: int) -> bool:
        """Whether a noun phrase begins at word `k` and a finite verb follows it."""
        for j in range(k, min(k + SUBJECT, len(self.tokens))):
            if j > k and not self.gaps[j].isspace():
                return False
            if self.letters[j] in VERBS:
                return j > k
            if self.letters[j] not in NOUNS:
                return False
        return False

    def _is_relative(self, k: int) -> bool:
        """Whether a relative clause begins: "who", ", one of whom"."""
        if self.letters[k] and self.tokens[k].norm in self.joints.relatives:
            return True
        return "," in self.gaps[k] and self.letters[k] == "#" and self.letters[k + 2 : k + 3] == ["R"]

    def _relative(self, k: int, found: set[int]) -> None:
        """Cut a relative clause off, unless it tells of the subject: then before that, and behind it."""
        j = k - 1
        while j > 0 and j not in found:
            if self.letters[j] in VERBS or self.letters[j] == "I" or not self.letters[j]:
                found.add(k)
                return
            if self.letters[j] == "S" or (self.letters[j] == "C" and "," in self.gaps[j]):
                break
            j -= 1
        if j > 0:
            found.add(j)
        own = False
        for m in range(k + 1, len(self.tokens)):
            if self.letters[m] in VERBS:
                if own and "," in self.gaps[m]:
                    found.add(m)
                    return
                own = True
            elif not self.letters[m] or ";" in self.gaps[m]:
                return


def find_topic(
    tokens: Sequence[Token], letters: Mapping[int, str], starts: Sequence[int], joints: Joints
) -> list[tuple[Token, ...]]:
    """For each clause of a sentence the subject, or antecedent, that it has in an earlier one.

    `starts` are the indexes of the tokens that open the clauses.
    """
    kinds = [letters[t.start] for t in tokens]
    topics: list[tuple[Token, ...]] = []
    subject: tuple[Token, ...] = ()
    for n, first in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(tokens)
        k = first
        while k < end and kinds[k] in ("C", "W"):
            k += 1
        if n and k < end and (kinds[k] == "R" or tokens[k].norm in joints.relatives):
            j = first
            while j > 0 and kinds[j - 1] in PHRASE:
                j -= 1
            topics.append(tuple(tokens[j:first]))
            continue
        if n and k < end and (kinds[k] in VERBS or kinds[k] in "IT"):
            topics.append(subject)
            continue
        topics.append(())
        j = first
        while j < end and kinds[j] and kinds[j] not in VERBS and kinds[j] not in ("R", "G", "S"):
            j += 1
        if j < end and kinds[j]:
            subject = tuple(tokens[first:j])
    return topics


def _past(token: Token) -> bool:
    """Whether a word looks like a verb in the past tense: "and killed", not "and Ahmed"."""
    return token.text.islower() and len(token.norm) > 4 and token.norm.endswith("ed")
