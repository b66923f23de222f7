"""States: the adjectives and participles that a form of "be" or a like verb predicates: "was unharmed"."""

from __future__ import annotations

from treatydiff.extract.clause import Clause, Verb, turned
from treatydiff.extract.governors import under_modal
from treatydiff.tokens import HYPHENS, is_adverb


def state_of(clause: Clause, i: int) -> Verb | None:
    """An adjective, or a participle in "un-", that a form of "be" predicates: "was unharmed"."""
    words, norm = clause.words, clause.norms[i]
    if i == 0 or norm in words.no_state or norm.endswith("ing"):
        return None
    token = clause.tokens[i]
    if not token.text.islower() or is_adverb(token, words.nouns_in_ly):
        return None
    phrase = phrase_of(clause, i)
    if len(norm) < 3 and not phrase:
        return None
    # "Well-equipped": the group ends before the first part of a compound.
    compound = i > 1 and clause.gaps[i] in HYPHENS
    if compound and clause.norms[i - 1] in words.prefixes and words.verbs.readings(norm):
        return None
    first, chain, negative, hedged = clause.group(i - 1 if compound else i)
    # "Unharmed" was not harmed, but "unloaded" is a form of a verb of its own.
    own = words.verbs.readings(norm).get("ed", norm) != norm
    bare = norm[2:] if norm.startswith("un") and not own else ""
    undone = words.verbs.readings(bare) if bare else {}
    participle = undone.get("pp") or undone.get("ed")
    stance = phrase > 0 or (norm in words.stances and chain[-1:] == ["be"])
    if norm in words.prepositions and not stance:
        return None
    if linked := _linked(clause, i, participle):
        return linked
    if not chain or chain[-1] != "be" or (clause.plain(first) and clause.norms[first - 1] == "there"):
        return None
    readings = words.verbs.readings(norm)
    if not participle and not compound and ("ing" in readings or "ed" in readings or "pp" in readings):
        return None
    verb = Verb(i, first, participle or norm, "state", status="ongoing", passive=bool(participle))
    modal = next((c for c in chain if c in words.modals), None)
    if modal:
        under_modal(clause, verb, modal, chain)
    elif words.past_be.intersection(clause.norms[first:i]):
        verb.status = "done"
    if negative != bool(participle):
        verb.polarity = -1
    if clause.negative_subject(first):
        verb.polarity = turned(verb.polarity)
    verb.hedged = verb.hedged or hedged
    return verb


def _linked(clause: Clause, i: int, participle: str | None) -> Verb | None:
    """An adjective that another verb than "be" predicates: "stayed silent", "was found guilty"."""
    words, verb = clause.words, clause.by_index.get(i - 1)
    negated = verb is None and clause.norms[i - 1] in words.negators and clause.plain(i - 1)
    if negated:
        # "Pleaded not guilty"
        verb = clause.by_index.get(i - 2)
    if verb is None or not clause.plain(i):
        return None
    if clause.norms[i] in words.prepositions and not phrase_of(clause, i):
        return None
    if verb.lemma not in (words.linking_passive if verb.passive else words.linking):
        return None
    readings = words.verbs.readings(clause.norms[i])
    if readings and "ed" not in readings and not participle and verb.lemma not in words.lasting:
        return None
    polarity = turned(verb.polarity) if bool(participle) != negated else verb.polarity
    return Verb(
        i,
        verb.first,
        participle or clause.norms[i],
        "state",
        polarity,
        verb.status,
        verb.hedged,
        bool(participle),
    )


def phrase_of(clause: Clause, i: int) -> int:
    """Words of the phrase that a preposition begins and that tells a state: "at large"; 0 for none."""
    if clause.norms[i] not in clause.words.stance_openers:
        return 0
    words = clause.norms[i : i + 3]
    lengths = range(2, len(words) + 1)
    return next((k for k in lengths if " ".join(words[:k]) in clause.words.stances), 0)
