"""Predicates: the verbs of a sentence, each with whether it is denied, done, planned or only said to be.

Found without a parser, by the words around a verb: its group (auxiliaries, adverbs, negators), what stands
before its "to" or its form in -ing, and negative subjects and objects.
"""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.extract.awaited import is_awaited
from treatydiff.extract.clause import OBJECT, REACH, SUBJECT, Clause, Verb, Words, turned, words_of
from treatydiff.extract.governors import gerund, infinitive, under_modal, under_thought
from treatydiff.extract.happenings import find_happenings
from treatydiff.extract.presents import (
    bare_presents,
    finite,
    is_noun,
    is_noun_behind_to,
    opens_object,
    word_after,
)
from treatydiff.extract.states import phrase_of, state_of
from treatydiff.extract.verbs import Form
from treatydiff.language import Language
from treatydiff.model import Passage, Predicate, Span, Status
from treatydiff.tokens import HYPHENS

PASTS: tuple[Form, ...] = ("past", "ed", "pp")


def find_predicates(
    text: str, passage: Passage, letters: Mapping[int, str], language: Language
) -> tuple[Predicate, ...]:
    """All predicates of a sentence in the order of its words, whose kinds are given by their offsets."""
    clause = Clause(text, passage, letters, language)
    readings, have = clause.words.verbs.readings, clause.words.have
    for i, norm in enumerate(clause.norms):
        # Most words are neither: it is quick to see that nothing before them makes them a state, and that
        # they are no form of a verb.
        near_verb = clause.has_be or i - 1 in clause.by_index or i - 2 in clause.by_index
        verb = state_of(clause, i) if near_verb else None
        if verb is None and (readings(norm) or norm in have):
            verb = _verb(clause, i)
        if verb is not None:
            nearly = words_of(language).nearly.intersection(clause.norms[verb.first : verb.at])
            unsure = verb.polarity < 0 and clause.follows(verb.at, words_of(language).focus)
            conditional = clause.conditional(verb.first) or clause.under_condition(verb)
            if clause.question or nearly or unsure or conditional:
                verb.status = "possible"
            verb.hedged = verb.hedged or clause.hedge_near(verb)
            clause.add(verb)
    if passage.kind == "body":
        for verb in bare_presents(clause):
            clause.add(verb)
    for verb in [v for v in clause.verbs if is_awaited(clause, v)]:
        verb.status = "expected"
    found = [_predicate(clause, v) for v in clause.verbs]
    return tuple(sorted(found + find_happenings(clause), key=lambda p: p.span))


AGAIN = 4
"""Words behind a verb among which "again" stands."""


def _predicate(clause: Clause, verb: Verb) -> Predicate:
    at = clause.tokens[verb.at]
    lemma, last = clause.idiom(verb)
    start = verb.first
    if (found := clause.done_to(verb)) is not None:
        lemma, start = found
    elif last == verb.at and (again := _again(clause, verb)):
        lemma = again
    first = clause.tokens[start]
    if verb.form == "state":
        last += max(0, phrase_of(clause, verb.at) - 1)
    end = clause.tokens[last].end
    return Predicate(
        Span(at.start, end),
        clause.words.verbs.stem(lemma),
        Span(first.start, end),
        verb.polarity,
        verb.status,
        verb.hedged,
        verb.passive,
        verb.denied,
        verb.form == "state",
    )


def _again(clause: Clause, verb: Verb) -> str:
    """The verb that says by itself that a thing is done again: of "opened to the public again", "reopen"."""
    words = clause.words
    for k in range(verb.at + 1, min(len(clause.norms), verb.at + 1 + AGAIN)):
        if not clause.plain(k) or clause.norms[k] in words.boundaries or k in clause.by_index:
            break
        if clause.norms[k] in words.again:
            lemma = words.again_prefix + verb.lemma
            return lemma if words.verbs.readings(lemma) else ""
    return ""


def _verb(clause: Clause, i: int) -> Verb | None:
    words, norm = clause.words, clause.norms[i]
    if norm in words.have:
        return _possession(clause, i)
    if norm in words.auxiliaries or norm in words.prepositions or norm in words.plural_subjects:
        return None
    readings = words.verbs.readings(norm)
    if not readings:
        return None
    if i and clause.tokens[i].text[:1].isupper() and not clause.title_case:
        return None
    prefixed = clause.gaps[i] in HYPHENS and clause.norms[i - 1] in words.prefixes
    hyphened = clause.gaps[i] in HYPHENS and not prefixed
    if hyphened or (i + 1 < len(clause.gaps) and clause.gaps[i + 1] in HYPHENS):
        # "the early-warning system", but "was re-elected"
        return None
    if prefixed:
        # To re-elect is another thing than to elect: "first elected in 1990, re-elected in 1995".
        readings = {form: clause.norms[i - 1] + lemma for form, lemma in readings.items()}
    first, chain, negative, hedged = clause.group(i - prefixed)
    if not chain and (k := clause.fronted(first)) >= 0:
        return _inverted(clause, i, first, k, readings)
    verb = _with_auxiliaries(clause, i, first, chain, readings)
    if verb is None and not chain:
        verb = _alone(clause, i, first, readings)
    if verb is None:
        return None
    if negative and not clause.until(i):
        verb.polarity = turned(verb.polarity)
    verb.hedged = verb.hedged or hedged
    finite = chain[0] != "to" if chain else verb.form != "ing"
    if finite and clause.negative_subject(verb.first):
        verb.polarity = turned(verb.polarity)
    if clause.negative_object(i):
        verb.polarity = turned(verb.polarity)
    under_thought(clause, verb)
    return verb


def _inverted(clause: Clause, i: int, first: int, k: int, readings: Mapping[Form, str]) -> Verb | None:
    """A verb whose auxiliary, token `k`, stands before its subject."""
    words = clause.words
    after = clause.norms[i + 1] if i + 1 < len(clause.norms) and clause.plain(i + 1) else ""
    if clause.norms[i - 1] in words.determiners or "base" in words.verbs.readings(after):
        # "Did the crowd enter": no verb but its subject
        return None
    verb = _with_auxiliaries(clause, i, first, [clause.auxiliary(k)[0]], readings)
    if verb is None:
        return None
    opener = clause.opener(k)
    if verb.form == "base" and clause.norms[k] in words.past_do:
        verb.status = "done"
    if opener == k:
        verb.status = "possible"
    elif clause.norms[opener] in words.negative_fronting and clause.norms[opener + 1] not in words.so_far:
        verb.polarity = -1
    return verb


def _possession(clause: Clause, i: int) -> Verb | None:
    """A form of "have" that is no auxiliary: "has no plan", "do not have plans"."""
    words, k = clause.words, i + 1
    if clause.opener(i) >= 0 and _participle_behind(clause, i):
        # "Never before had the river risen"
        return None
    while k < len(clause.norms) and clause.plain(k) and clause.adverbial(k):
        k += 1
    if k >= len(clause.norms) or not clause.plain(k):
        return None
    after = clause.norms[k]
    readings = words.verbs.readings(after)
    if after in words.auxiliaries or after == "to" or "pp" in readings or "ed" in readings:
        return None
    first, chain, negative, hedged = clause.group(i)
    if chain and chain[-1] == "to":
        return None
    past = clause.norms[i] == "had" or not words.past_do.isdisjoint(clause.norms[first:i])
    verb = Verb(i, first, "have", "base", status="done" if past else "ongoing", hedged=hedged)
    modal = next((c for c in chain if c in words.modals), None)
    if modal:
        under_modal(clause, verb, modal, chain)
    if negative != clause.negative_subject(first):
        verb.polarity = -1
    if clause.negative_object(i):
        verb.polarity = turned(verb.polarity)
    return verb


def _participle_behind(clause: Clause, i: int) -> bool:
    """Whether a participle stands behind an auxiliary and a subject: "had the river risen"."""
    for k in range(i + 2, min(len(clause.norms), i + 2 + SUBJECT)):
        if not clause.plain(k):
            return False
        readings = clause.words.verbs.readings(clause.norms[k])
        if "pp" in readings or "ed" in readings or clause.norms[k] in clause.words.past_be:
            return clause.norms[k - 1] not in clause.words.determiners
    return False


def _with_auxiliaries(
    clause: Clause, i: int, first: int, chain: list[str], readings: Mapping[Form, str]
) -> Verb | None:
    if not chain:
        return None
    words, last = clause.words, chain[-1]
    participle = readings.get("pp") or readings.get("ed")
    modal = next((c for c in chain if c in words.modals), None)
    if last == "to":
        if "base" not in readings or is_noun_behind_to(clause, i, first, readings["base"]):
            return None
        return infinitive(clause, Verb(i, first, readings["base"], "base", governed=True))
    if modal == last or last == "do":
        if "base" not in readings:
            return None
        verb = Verb(i, first, readings["base"], "base", governed=True)
    elif last == "have":
        if participle is None:
            return None
        verb = Verb(i, first, participle, "pp", governed=True)
    elif "ing" in readings:
        verb = Verb(i, first, readings["ing"], "ing", status="ongoing", governed=True)
        if clause.norms[i] == "going" and i + 1 < len(clause.norms) and clause.norms[i + 1] == "to":
            verb.status = "planned"
    elif participle is not None:
        verb = Verb(i, first, participle, "pp", passive=True, governed=True)
        if clause.norms[i - 1] == "being":
            verb.status = "ongoing"
    else:
        return None
    if clause.norms[first] in ("having", "being"):
        return gerund(clause, verb, clause.norms[first - 1] if clause.plain(first) else "")
    if clause.plain(first) and clause.norms[first - 1] == "to" and modal is None:
        # "to be signed", "to have signed"
        verb.first -= 1
        verb = infinitive(clause, verb, perfect=chain[0] == "have")
    elif modal is not None:
        under_modal(clause, verb, modal, chain)
    elif verb.form == "base":
        verb.status = "done" if words.past_do.intersection(clause.norms[first:i]) else "ongoing"
    return verb


def _alone(clause: Clause, i: int, first: int, readings: Mapping[Form, str]) -> Verb | None:
    """A verb without auxiliary: finite, a participle or a form in -ing."""
    words = clause.words
    plain = clause.plain(first)
    before = clause.norms[first - 1] if plain else ""
    after = word_after(clause, i)
    if plain and clause.tokens[first - 1].text[-2:] in ("'s", "’s") and before not in words.pronouns:
        return None
    if clause.norms[i] in words.remaining and _is_there(clause, i):
        # "There was nobody left", "had two days left"
        return None
    shared = _coordinated(clause, i, first, readings)
    if shared is not None:
        return shared
    if words.determiners.intersection(clause.norms[first:i]) and is_noun(clause, i, after):
        # "All imported pets": one of its adverbs is a determiner here.
        return None
    noun_before = before in words.determiners and before not in words.pronouns
    if before in words.counting and first < 3:
        # "Two managed to flee", but "two injured guests", "the three lost cars"
        noun_before = is_noun(clause, i, after)
    if before == "that" and first > 1 and clause.norms[first - 2] in words.prepositions:
        noun_before = True
    attributive = not {"ed", "pp"}.isdisjoint(readings) and "past" not in readings
    counted = before.isdigit() and clause.norms[first - 2] not in words.prepositions
    if attributive and (first - 1 in clause.by_index or counted):
        # "Employ armed guards"
        noun_before |= clause.letters[clause.tokens[i].start] == "N" and is_noun(clause, i, after)
    if before in words.prepositions or noun_before:
        if "ing" in readings and before in words.prepositions and _is_gerund(clause, before, after):
            return gerund(clause, Verb(i, first, readings["ing"], "ing"), before)
        return None
    # "Cut" and "hit" are nouns as often as they are forms of the past.
    same = "ed" in readings and readings.get("base") == readings["ed"]
    # They are verbs where the sentence has none so far, where what follows shows it, and behind a comma that
    # ends an apposition: "the minister, Ada Holm, put her name to it".
    apposed = first > 0 and not plain and clause.tokens[first - 1].text[:1].isupper()
    doubtful = (
        same
        and clause.verbs
        and not (apposed and after in words.determiners)
        and not any(finite(clause, first, after, readings["ed"], p) for p in (True, False))
    )
    for form in PASTS:
        if form in readings and not (form == "ed" and doubtful):
            agent = after in words.agent and not clause.measured(i + 2)
            made = _complements(clause, i)
            passive = form == "pp" or (
                form == "ed" and (agent or _is_reduced(clause, i, before, after) or made)
            )
            verb = Verb(i, first, readings[form], form, passive=passive)
            if made and passive:
                _done_for(verb, clause.verbs[-1], words)
            return verb
    # A headline's present ("signs pact") may tell what was done or what is to come.
    status: Status = "ongoing"
    if "s" in readings and finite(clause, first, after, readings["s"], plural=False):
        return Verb(i, first, readings["s"], "s", status=status)
    if "ing" in readings and after != "of" and _participle(clause, first, before, after):
        return gerund(clause, Verb(i, first, readings["ing"], "ing"), before)
    if "base" in readings and (maker := _maker(clause, first, before)) is not None:
        also_noun = readings["base"] in words.also_nouns
        if not also_noun or opens_object(clause, i, after):
            return Verb(i, first, readings["base"], "base", maker.polarity, maker.status, maker.hedged)
    if "base" in readings and finite(clause, first, after, readings["base"], plural=True):
        return Verb(i, first, readings["base"], "base", status=status)
    return None


def _is_there(clause: Clause, i: int) -> bool:
    """Whether a clause says before token `i`, without object, that there is or somebody has something."""
    after = word_after(clause, i)
    if after and after not in clause.words.all_prepositions | clause.words.boundaries | {"to"}:
        return False
    ends = clause.words.boundaries | clause.words.relative
    for k in range(i - 1, max(0, i - 1 - SUBJECT), -1):
        if not clause.plain(k + 1) or clause.norms[k] in ends:
            return False
        if k in clause.by_index:
            verb = clause.by_index[k]
            return verb.lemma == "have" and clause.norms[verb.first - 1] not in clause.words.relative
        if clause.norms[k] in clause.words.be:
            return clause.norms[k - 1] in clause.words.existential
    return False


def _is_reduced(clause: Clause, i: int, before: str, after: str) -> bool:
    """Whether what may be finite is a participle: "a man accused of fraud fled", "killed were two guards"."""
    words = clause.words
    if clause.letters[clause.tokens[i].start] == "E":
        # It is finite behind "who" and "that", before a figure, before "once all had voted", and where its
        # object follows: "called off talks".
        particle = after in words.parted
        behind = word_after(clause, i + 1) if particle else ""
        if particle and (opens_object(clause, i + 1, behind) or is_noun(clause, i + 1, behind)):
            return False
        opened = not clause.gaps[i].strip() and clause.follows(i, words.subordinators)
        return before not in words.pronouns and after not in words.agent and not opened
    if after in words.conjunctions and clause.norms[i + 3 : i + 4] and clause.norms[i + 3] in words.agent:
        # "Hit and killed by a lorry"
        joined = words.verbs.readings(clause.norms[i + 2])
        return ("ed" in joined or "pp" in joined) and not clause.measured(i + 4)
    if clause.headline and clause.words.befalling.intersection(
        words.verbs.readings(clause.norms[i]).values()
    ):
        # "Two hurt in mill blast"
        return not opens_object(clause, i, after) and not is_noun(clause, i, after)
    if i == 0 or (i == 1 and clause.norms[0] in words.adverbs):
        reach = range(i + 1, min(len(clause.norms), i + 1 + SUBJECT))
        helper = next((k for k in reach if clause.auxiliary(k)[0]), None)
        return helper is not None and clause.auxiliary(helper)[0] == "be" and not clause.barred(i, helper + 1)
    return False


def _complements(clause: Clause, i: int) -> bool:
    """Whether a verb behind an object tells what was done to it: "kept the gate closed"."""
    last = clause.verbs[-1] if clause.verbs else None
    if last is None or last.lemma not in clause.words.complemented or last.passive or i - last.at > OBJECT:
        return False
    after = word_after(clause, i)
    if opens_object(clause, i, after) and after not in clause.words.days:
        # "Who saw them called the police"
        return False
    between = clause.norms[last.at + 1 : i]
    ends = clause.words.prepositions | clause.words.boundaries
    return bool(between) and ends.isdisjoint(between) and all(map(clause.plain, range(last.at + 1, i + 1)))


def _done_for(verb: Verb, maker: Verb, words: Words) -> None:
    """Let what is done to an object hold as its verb lets it: "will keep it closed", "wants it closed"."""
    if maker.lemma in words.wanting:
        verb.status = "possible"
    elif maker.lemma in words.getting:
        verb.status, verb.hedged = maker.status, maker.hedged


def _maker(clause: Clause, first: int, before: str) -> Verb | None:
    """The verb that a base form without "to" depends on: "made the guards | open the gate"."""
    words, last = clause.words, clause.verbs[-1] if clause.verbs else None
    if last is None or last.lemma not in words.letting or last.passive:
        return None
    between = clause.norms[last.at + 1 : first]
    ends = words.prepositions | words.boundaries
    near = (
        0 < len(between) <= OBJECT
        and ends.isdisjoint(between)
        and before not in words.determiners - words.pronouns
    )
    return last if near and all(map(clause.plain, range(last.at + 1, first + 1))) else None


def _is_gerund(clause: Clause, before: str, after: str) -> bool:
    """Whether a form in -ing after a preposition is a verb: "by signing", not "with growing problems"."""
    words = clause.words
    if after == "of":
        return False
    if before in ("with", "amid", "despite", "in", "on", "over", "about"):
        return after in words.determiners or after in words.pronouns or after in words.prepositions
    return True


def _participle(clause: Clause, first: int, before: str, after: str) -> bool:
    """Whether a form in -ing stands where a participle does, not a noun: "a man selling flowers"."""
    words = clause.words
    if not before or before in words.boundaries:
        return True
    governor = clause.by_index.get(first - 1)
    if governor and (governor.lemma in words.governors or governor.lemma in words.denying):
        return True
    return after in words.determiners or after in words.pronouns or after in words.prepositions


def _coordinated(clause: Clause, i: int, first: int, readings: Mapping[Form, str]) -> Verb | None:
    """A verb that shares the auxiliaries of the one before "and" or "or": "to sign and ratify"."""
    if not clause.verbs or first == 0 or clause.norms[first - 1] not in clause.words.conjunctions:
        return None
    before = clause.verbs[-1]
    if not before.governed or first - before.at > REACH or clause.barred(before.at + 1, first):
        return None
    form: Form = "ed" if before.form == "pp" and "pp" not in readings else before.form
    if form not in readings:
        return None
    if form == "base" and readings["base"] in clause.words.also_nouns and first - before.at > 2:
        # "to sign the pact and trade …" is as likely a noun
        return None
    return Verb(
        i,
        first,
        readings[form],
        before.form,
        before.polarity,
        before.status,
        before.hedged,
        before.passive,
        before.denied,
        True,
    )
