"""A sentence as the reader of predicates sees it: its words, the gaps between them, its verb groups."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from treatydiff.extract.verbs import Form, Verbs, verbs_of
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Passage, Polarity, Status, Token
from treatydiff.tables import once_a_language
from treatydiff.tokens import is_adverb, stems

REACH = 10
"""Words between a governor and the "to" that it governs, at most: "asked the neighbouring states to sign"."""
OBJECT = 5
"""Words that an object and what is done to it have at most: "had the old road closed"."""
SUBJECT = 8
"""Words before a verb group among which a negative subject is looked for."""
MIDST = 1
"""Other words before the last one of an idiom."""
STRONG = frozenset(';:()—–"“”')
"""Marks that no verb group and no governor reaches across."""


class Words:
    """The pack's words on how a clause asserts, ready to be looked up."""

    def __init__(self, language: Language) -> None:
        def words(key: str) -> frozenset[str]:
            return frozenset(language.words("assertion", key))

        self.verbs: Verbs = verbs_of(language)
        self.be, self.have, self.do = words("be"), words("have"), words("do")
        self.past_be, self.pluperfect = words("past_be"), words("pluperfect")
        self.past_do = words("past_do")
        self.waiting = words("waiting")
        self.nearly = words("nearly")
        self.modals = language.values("assertion", "modals")
        self.auxiliaries = self.be | self.have | self.do | frozenset(self.modals)
        self.helping = {w: (w, False) for w in self.modals}
        """Each auxiliary → what it is to a verb group, and False: it leaves the group open."""
        for kind, forms in (("do", self.do), ("have", self.have), ("be", self.be)):
            self.helping |= dict.fromkeys(forms, (kind, False))
        self.hedging_modals = words("hedging_modals")
        self.negators, self.negative_nouns = words("negators"), words("negative_nouns")
        self.no_negation = frozenset(tuple(p.split()) for p in words("no_negation"))
        self.nouns_in_ly = words("nouns_in_ly")
        self.adverbs, self.boundaries = words("adverbs"), words("boundaries")
        self.conjunctions, self.conditions = words("conjunctions"), words("conditions")
        self.until_done, self.after_all = words("until_done"), words("after_all")
        self.joints = self.until_done | self.after_all
        self.existential, self.remaining = words("existential"), words("remaining")
        self.determiners, self.prepositions = words("determiners"), words("prepositions")
        self.pronouns, self.plural_pronouns = words("pronouns"), words("plural_pronouns")
        self.plural_subjects = words("plural_subjects")
        self.plain_pronouns = words("subject_pronouns")
        self.no_state = self.boundaries | self.determiners | self.pronouns | self.adverbs | self.auxiliaries
        """Words that are no adjective."""
        self.also_nouns = words("also_nouns")
        self.linking, self.linking_passive = words("linking"), words("linking_passive")
        self.cancelling, self.postponing = words("cancelling"), words("postponing")
        self.taking_place, self.holding = words("taking_place"), words("holding")
        self.agent, self.lasting, self.measures = words("agent"), words("lasting"), words("measures")
        self.stances = words("stances")
        self.stance_openers = frozenset(stance.split()[0] for stance in self.stances)
        self.fronting, self.negative_fronting = words("fronting"), words("negative_fronting")
        self.so_far, self.adverbials = words("so_far"), words("adverbials")
        self.conditional_openers, self.complemented = words("conditional_openers"), words("complemented")
        self.getting, self.wanting = words("getting"), words("wanting")
        self.prefixes, self.counting = words("prefixes"), words("counting")
        self.aims, self.singulars = words("aims"), words("singulars")
        self.subordinate = self.boundaries - self.conjunctions - words("no_subordinators")
        self.all_prepositions = self.prepositions | frozenset(language.words("syntax", "prepositions"))
        self.subordinators = frozenset(language.words("syntax", "subordinators"))
        self.parted, self.objectless = words("parted"), words("objectless")
        self.befalling = words("befalling")
        self.saying, self.owing = words("saying"), words("owing")
        self.spans = frozenset(stems([*language.values("calendar", "spans")], language.code))
        self.months = frozenset(language.values("calendar", "months"))
        self.days = frozenset(d.lower() for d in language.words("names", "months_and_days"))
        self.no_events = frozenset(language.words("roles", "callings"))
        self.letting, self.relative = words("letting"), words("relative")
        self.asking = words("asking")
        self.needed, self.met_with = words("needed"), words("met_with")
        self.hedges, self.raising = words("hedges"), words("raising")
        self.lacking, self.ahead = words("lacking"), words("ahead")
        self.until, self.focus, self.ruling_out = words("until"), words("focus"), words("ruling_out")
        self.alleging = words("alleging")
        self.denying, self.accusing = words("denying"), words("accusing")
        self.negative_governors = words("negative_governors")
        self.keeping_from = words("keeping_from")
        self.again, self.again_prefix = words("again"), "".join(language.words("assertion", "again_prefix"))
        self.idioms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        """First verb → the stems of what follows it, and the verb that they stand for together."""
        for meaning, phrases in language.table("assertion", "idioms").items():
            for phrase in phrases:
                first, *rest = phrase.split()
                stemmed = tuple(stems(rest, language.code))
                self.idioms.setdefault(first, []).append((stemmed, meaning))
        for found in self.idioms.values():
            # "Come into force" before "come into"
            found.sort(key=lambda idiom: -len(idiom[0]))
        self.governors: dict[str, str] = {}
        for name, members in language.table("assertion", "governors").items():
            for member in members:
                self.governors.setdefault(member, name)


@once_a_language
def words_of(language: Language) -> Words:
    """The language's words, made once."""
    return Words(language)


@dataclass(slots=True)
class Verb:
    """A verb under analysis."""

    at: int
    """Index of its token."""
    first: int
    """Index of the first token of its group."""
    lemma: str
    form: Form
    polarity: Polarity = 1
    status: Status = "done"
    hedged: bool = False
    passive: bool = False
    denied: bool = False
    governed: bool = False
    """Whether an auxiliary or a "to" stands before it, which a coordinated verb shares."""


class Clause:
    """The words of a sentence, with the verbs that have been found so far."""

    def __init__(self, text: str, passage: Passage, letters: Mapping[int, str], language: Language) -> None:
        self.words = words_of(language)
        self.tokens = tokens = passage.tokens
        self.letters = letters
        """The kinds of words by their offsets."""
        self.norms = [t.norm for t in tokens]
        self.gaps = ["", *(text[a.end : b.start] for a, b in pairwise(tokens))]
        """What stands before each token."""
        self.title_case = _title_case(tokens)
        self.headline = passage.kind == "headline" or self.title_case
        self.question = passage.text.rstrip("\"'”’ ").endswith("?")
        self.helpers = [self._auxiliary(k) for k in range(len(tokens))]
        self.has_be = "be" in [kind for kind, _ in self.helpers]
        self.verbs: list[Verb] = []
        self.by_index: dict[int, Verb] = {}
        self.groups: dict[int, tuple[int, list[str], bool, bool]] = {}

    def add(self, verb: Verb) -> None:
        """Take note of a verb, the next in the order of the words."""
        self.verbs.append(verb)
        self.by_index[verb.at] = verb

    def idiom(self, verb: Verb) -> tuple[str, int]:
        """The verb that a verb and what follows it stand for, and where that ends: "put pen to paper"."""
        for rest, meaning in self.words.idioms.get(verb.lemma, ()):
            k = verb.at
            for n, stem in enumerate(rest, 1):
                # "Put their signatures Saturday to it"; but "reduced the town to rubble" has an object.
                k = self._next(k, stem, MIDST if 1 < n == len(rest) else 0)
                if k < 0:
                    break
            else:
                behind = self.norms[k + 1 : k + 2] if k + 1 < len(self.tokens) and self.plain(k + 1) else []
                if meaning not in self.words.objectless or self.words.determiners.isdisjoint(behind):
                    return meaning, k
            off = self.words.cancelling | self.words.postponing
            if meaning in off and len(rest) == 1 and self._is_parted(verb, rest[0]):
                return meaning, verb.at
        return verb.lemma, verb.at

    def done_to(self, verb: Verb) -> tuple[str, int] | None:
        """The verb that a passive one means with its subject, and where that begins: "a vote was held"."""
        noun = verb.first - 1
        if not verb.passive or noun < 0 or not self.plain(verb.first):
            return None
        stem = self.tokens[noun].stem
        for rest, meaning in self.words.idioms.get(verb.lemma, ()):
            # What follows the noun would be a preposition.
            if rest[:1] == (stem,) and self.words.prepositions.issuperset(rest[1:]):
                determined = self.plain(noun) and self.norms[noun - 1] in self.words.determiners
                return meaning, noun - determined
        return None

    def _is_parted(self, verb: Verb, particle: str) -> bool:
        """Whether the object of a verb stands before its particle: "called the strike off"."""
        words, size = self.words, len(self.norms)
        for k in range(verb.at + 1, min(size, verb.at + 1 + OBJECT)):
            if not self.plain(k) or verb.passive:
                return False
            if self.norms[k] == particle:
                behind = self.norms[k + 1] if k + 1 < size and self.plain(k + 1) else ""
                return k > verb.at + 1 and (not behind or behind in words.prepositions | words.boundaries)
            if self.norms[k] in words.prepositions | words.boundaries:
                return False
        return False

    def _next(self, k: int, stem: str, others: int) -> int:
        """The token of a stem behind token `k`, some other words and determiners between; -1 for none."""
        for n in range(k + 1, len(self.tokens)):
            if not self.plain(n) or others < 0:
                break
            if self.tokens[n].stem == stem:
                return n
            others -= self.norms[n] not in self.words.determiners
        return -1

    def plain(self, i: int) -> bool:
        """Whether nothing but space stands before token `i`."""
        return i > 0 and self.gaps[i].isspace()

    def set_off(self, k: int) -> bool:
        """Whether token `k` stands between two commas."""
        return "," in self.gaps[k] and k + 1 < len(self.gaps) and "," in self.gaps[k + 1]

    def group(self, i: int) -> tuple[int, list[str], bool, bool]:
        """First token of the group that token `i` ends, its auxiliaries, negation and hedging."""
        found = self.groups.get(i)
        if found is None:
            found = self.groups[i] = self._group(i)
        return found

    def _group(self, i: int) -> tuple[int, list[str], bool, bool]:
        words, k = self.words, i
        chain: list[str] = []
        negative = hedged = False
        while self.plain(k):
            norm, token = self.norms[k - 1], self.tokens[k - 1]
            kind, closes = self.auxiliary(k - 1)
            if kind:
                chain.insert(0, kind)
                negative ^= norm in words.negators
            elif norm == "to" and not chain:
                chain.insert(0, "to")
                k -= 1
                break
            elif norm in words.negators:
                if (norm, self.norms[k]) not in words.no_negation:
                    negative = not negative
            elif norm in words.adverbs or is_adverb(token, words.nouns_in_ly):
                hedged |= norm in words.hedges
            elif k > 1 and f"{self.norms[k - 2]} {norm}" in words.adverbials and self.plain(k - 1):
                k -= 1
                negative ^= self.norms[k - 1] in words.negators
            elif not self.inverted(k - 1):
                break
            k -= 1
            if closes:
                break
        return k, chain, negative, hedged

    def inverted(self, k: int) -> bool:
        """Whether token `k` is a pronoun between an auxiliary and its verb: "nor did she plan"."""
        if self.norms[k] not in self.words.plain_pronouns or not self.plain(k):
            return False
        before = k - 2 if self.norms[k - 2 : k - 1] and self.plain(k - 1) else -1
        fronted = before < 0 or self.norms[before] in self.words.negators | self.words.boundaries
        return bool(self.auxiliary(k - 1)[0]) and fronted

    def fronted(self, first: int) -> int:
        """The auxiliary before the subject of the group that begins at token `first`; -1 for none.

        "Only then did the guards leave", "never before had the river risen".
        """
        for k in range(first - 1, max(-1, first - 1 - SUBJECT), -1):
            if not self.plain(k + 1) or k in self.by_index:
                break
            if self.auxiliary(k)[0]:
                return k if k + 1 < first and self.opener(k) >= 0 else -1
            if self.norms[k] == "to" or self.norms[k] in self.words.boundaries:
                break
        return -1

    def opener(self, k: int) -> int:
        """The word that puts auxiliary `k` before its subject: "only", itself in a question; -1 for none."""
        j, words = k, self.words
        while j > 0 and not STRONG.intersection(self.gaps[j]):
            j -= 1
        while j < k and self.norms[j] in words.conjunctions - words.fronting:
            j += 1
        if self.question or (j == k and self.norms[k] in words.conditional_openers):
            return k
        # "At no point did she leave"
        j += self.norms[j] in words.prepositions
        return j if j < k and self.norms[j] in words.fronting else -1

    def auxiliary(self, k: int) -> tuple[str, bool]:
        """The auxiliary that a token is, and whether a pronoun contracted with it closes the group."""
        return self.helpers[k]

    def adverbial(self, k: int) -> bool:
        """Whether a token is an adverb or a negator, or a part of "never before"."""
        pair = f"{self.norms[k - 1]} {self.norms[k]}"
        return self.norms[k] in self.words.adverbs | self.words.negators or pair in self.words.adverbials

    def _auxiliary(self, k: int) -> tuple[str, bool]:
        words, norm = self.words, self.norms[k]
        if norm in words.months and self.plain(k) and self.tokens[k].text.istitle() and not self.title_case:
            # "The wages for May have been paid"
            return "", False
        if norm in words.helping:
            return words.helping[norm]
        if "'" in norm:
            base, _, ending = norm.rpartition("'")
            if base in words.pronouns:
                kind = {"ll": "will", "d": "would", "ve": "have", "re": "be", "m": "be"}.get(ending, "")
                return kind, bool(kind)
        if norm in words.pronouns and self.tokens[k].text[-2:] in ("'s", "’s"):
            return "be", True
        return "", False

    def barred(self, start: int, end: int) -> bool:
        """Whether a strong mark stands before one of these tokens."""
        return any(
            STRONG.intersection(self.gaps[k])
            # "At about 01:15"
            and not (self.gaps[k] == ":" and self.norms[k].isdigit())
            for k in range(start, min(end, len(self.gaps)))
        )

    def told(self, first: int) -> bool:
        """Whether the clause that token `first` stands in has a verb before it."""
        for k in range(first - 1, -1, -1):
            if not self.plain(k + 1) or self.norms[k] in self.words.boundaries:
                break
            if k in self.by_index or self.auxiliary(k)[0]:
                return True
        return False

    def negative_subject(self, first: int) -> bool:
        """Whether the subject before a group is negative: "none of the sirens", "no bridge"."""
        words = self.words
        for k in range(first - 1, max(-1, first - 1 - SUBJECT), -1):
            norm = self.norms[k]
            if not self.plain(k + 1) or k in self.by_index or norm in words.boundaries:
                return False
            pair = (norm, self.norms[k + 1]) if k + 1 < len(self.norms) else ("", "")
            if norm in words.negative_nouns and pair not in words.no_negation:
                return True
            if norm == "not" and pair[1] in ("one", "a", "any"):
                return True
        return False

    def negative_object(self, i: int) -> bool:
        """Whether the object is negative: "found no survivors"."""
        words = self.words
        if i + 1 >= len(self.norms) or not self.plain(i + 1):
            return False
        k = i + 1
        if self.norms[k] in words.adverbs and k + 1 < len(self.norms) and self.plain(k + 1):
            k += 1
        pair = (self.norms[k], self.norms[k + 1]) if k + 1 < len(self.norms) else ("", "")
        return self.norms[k] in words.negative_nouns and pair not in words.no_negation

    def measured(self, k: int) -> bool:
        """Whether token `k` begins a figure: "fell by 4 percent" has no agent."""
        norm = self.norms[k] if k < len(self.norms) else ""
        return norm[:1].isdigit() or norm in self.words.measures

    def before_apposition(self, first: int) -> int:
        """Where the subject ends whose verb group begins at `first`: "the pact, signed in May, was …"."""
        if first == 0 or self.gaps[first].strip() != ",":
            return first
        for k in range(first - 1, max(0, first - 1 - 2 * SUBJECT), -1):
            if self.gaps[k].strip() == ",":
                return k
        return first

    def until(self, i: int) -> bool:
        """Whether "until" follows: what was not done until then was done."""
        return self.follows(i, self.words.until)

    def follows(self, i: int, wanted: frozenset[str]) -> bool:
        """Whether one of these words stands in the same clause behind token `i`."""
        for k in range(i + 1, min(len(self.norms), i + 1 + SUBJECT)):
            if self.gaps[k].strip():
                return False
            if self.norms[k] in wanted:
                return True
        return False

    def conditional(self, first: int) -> bool:
        """Whether a condition opens the clause."""
        for k in range(first - 1, max(-1, first - 1 - SUBJECT), -1):
            if self.norms[k] in self.words.conditions:
                return True
            if not self.plain(k + 1) or k in self.by_index:
                return False
        return False

    def under_condition(self, verb: Verb) -> bool:
        """Whether a condition for what the verb has ahead opens the sentence: "if it had, we would not"."""
        return self.norms[0] in self.words.conditions and verb.status in ("planned", "expected")

    def hedge_near(self, verb: Verb) -> bool:
        """Whether a hedge stands by the group, or opens the sentence, or the sentence begins by asking it."""
        near = self.norms[max(0, verb.first - 2) : verb.at + 3]
        asked = self.norms[0] in self.words.asking and not self.verbs
        return asked or not self.words.hedges.isdisjoint((self.norms[0], *near))


def turned(polarity: Polarity) -> Polarity:
    """The opposite."""
    return -1 if polarity > 0 else 1


def _title_case(tokens: tuple[Token, ...]) -> bool:
    """Whether a line is written with capitals on most of its words, as headlines are."""
    first = [t.text[0] for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(first) > 2 and sum([letter.isupper() for letter in first]) >= 0.8 * len(first)
