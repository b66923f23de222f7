"""What a governor says of the verb that follows it: "failed to sign", "plans to sign", "without signing".

The classes follow Karttunen (1971, Implicative verbs) and Nairn, Condoravdi and Karttunen (2006, Computing
relative polarity): "failed to sign" denies the signing, "plans to sign" leaves it ahead, "managed to sign"
reports it; the governor's own negation and tense count for what it governs.
"""

from __future__ import annotations

from treatydiff.extract.clause import REACH, SUBJECT, Clause, Verb, turned
from treatydiff.model import AHEAD, Polarity, Status
from treatydiff.tokens import is_adverb

BESIDE = 2
"""Words from a verb to a noun or adjective that goes with it: "become the first"."""


def infinitive(clause: Clause, verb: Verb, perfect: bool = False) -> Verb:
    """An infinitive, as its governor lets it hold; `verb.first` is its "to"."""
    words, k = clause.words, verb.first - 1
    if k > 1 and clause.norms[k] in words.adverbs and clause.set_off(k):
        # "Refused, however, to sign"
        k -= 1
    elif not clause.plain(verb.first) or k < 0:
        # A sentence or clause that begins with "to": a purpose.
        verb.status = "planned" if k < 0 else "possible"
        return verb
    last = clause.verbs[-1] if clause.verbs else None
    if clause.norms[k] in words.conjunctions and last and last.form == "base" and last.governed:
        # "To free the captives and to prolong the truce"
        verb.polarity, verb.status, verb.hedged = last.polarity, last.status, last.hedged
        return verb
    while (
        k > 0
        and clause.plain(k)
        and (clause.norms[k] in words.negators or is_adverb(clause.tokens[k], words.nouns_in_ly))
    ):
        if clause.norms[k] in words.negators:
            verb.polarity = turned(verb.polarity)
        k -= 1
    name, governor, found = _governor(clause, k)
    polarity, status, hedged = _stance(clause, governor, found)
    if not name:
        verb.status = "possible"
        if clause.headline and governor is None:
            verb.status = "planned"
        return verb
    verb.first = min(verb.first, clause.by_index[found].first if found in clause.by_index else found)
    verb.hedged = hedged
    holds = polarity > 0
    if clause.norms[found] in words.negative_governors:
        holds = not holds
    if name == "apparent":
        verb.hedged = True
        verb.status = "done" if perfect else "ongoing"
        if not holds:
            verb.polarity = turned(verb.polarity)
    elif name in ("brought", "failed"):
        if holds == (name == "failed"):
            verb.polarity = turned(verb.polarity)
        verb.status = status
    elif name == "prevented":
        verb.polarity = turned(verb.polarity) if holds else verb.polarity
        verb.status = status if holds else "possible"
    elif name == "forced":
        verb.status = status if holds else "possible"
    elif name in ("planned", "expected", "be"):
        if not holds:
            verb.polarity = turned(verb.polarity)
        verb.status = "possible" if status == "possible" else "expected" if name == "expected" else "planned"
        if clause.norms[found] in words.needed:
            # "Needed to be mended" does not say whether it was.
            verb.status = "possible"
        if clause.norms[found] in words.waiting:
            verb.status, verb.polarity = "planned", 1
        elif perfect and clause.norms[found] in words.past_be:
            # "Was to have been held": and was not
            verb.status = "possible"
    elif name == "attempted":
        verb.status = status if status in AHEAD else "attempted"
        if not holds:
            verb.polarity, verb.status = turned(verb.polarity), "done"
    elif name == "purpose" and verb.lemma in words.met_with:
        # "Arrived to find the door open"
        verb.status = status
    elif name == "purpose":
        verb.status = "planned" if holds and status != "possible" else "possible"
    elif name == "able" and not holds:
        verb.polarity, verb.status = turned(verb.polarity), "done"
    else:
        verb.status = "possible"
    return verb


def _governor(clause: Clause, k: int) -> tuple[str, Verb | None, int]:
    """Class of what governs a "to" behind token `k`, the verb that it is, and its index."""
    words, norm = clause.words, clause.norms[k]
    if k in clause.by_index:
        verb = clause.by_index[k]
        return words.governors.get(norm) or words.governors.get(verb.lemma, ""), verb, k
    if norm in words.be:
        return "be", None, k
    if norm in words.have:
        # "Had to leave": and did so.
        return "forced" if norm in words.pluperfect else "expected", None, k
    if norm in ("on", "up", "ahead", "about") and k - 1 in clause.by_index:
        verb = clause.by_index[k - 1]
        if found := words.governors.get(f"{verb.lemma} {norm}"):
            return found, verb, k - 1
    singular = norm[:-1] if norm.endswith("s") else norm
    # "Join forces to build it": as a noun, it forces nobody.
    if words.governors.get(singular) != "forced":
        if norm in words.governors:
            return words.governors[norm], None, k
        if singular in words.governors and singular not in ("need", "want"):
            return words.governors[singular], None, k
        for lemma in words.verbs.readings(norm).values():
            if lemma in words.governors:
                return words.governors[lemma], None, k
    for verb in reversed(clause.verbs):
        if k - verb.at > REACH or clause.barred(verb.at + 1, k + 1):
            break
        found = words.governors.get(verb.lemma, "")
        if clause.norms[verb.at + 1 : verb.at + 2] == ["on"] and f"{verb.lemma} on" in words.governors:
            found = words.governors[f"{verb.lemma} on"]
        if found in ("brought", "failed", "attempted", "apparent") and k - verb.at > 2:
            return "", verb, k
        return found, verb, verb.at
    return "", None, k


def _stance(clause: Clause, governor: Verb | None, found: int) -> tuple[Polarity, Status, bool]:
    """How a governor itself is asserted; of nouns and adjectives, how their "be" or "have" is."""
    if governor is not None:
        return governor.polarity, governor.status, governor.hedged
    last = clause.verbs[-1] if clause.verbs else None
    if last is not None and 0 < found - last.at <= BESIDE and last.status in AHEAD:
        # "A bid to become the first to cross it"
        return last.polarity, last.status, last.hedged
    first, chain, negative, hedged = clause.group(found)
    status: Status = "done"
    modal = next((c for c in chain if c in clause.words.modals), None)
    if modal:
        status = clause.words.modals[modal]
    if clause.norms[found] in clause.words.negators or clause.norms[found] == "no":
        negative = not negative
    k = first - 1
    if not negative and k >= 0 and clause.plain(first) and clause.norms[k] in ("no", "neither"):
        negative = True
    if not negative and clause.negative_subject(first):
        negative = True
    return (-1 if negative else 1), status, hedged


def gerund(clause: Clause, verb: Verb, before: str) -> Verb:
    """A form in -ing, as the word before it and the verb that governs it let it hold."""
    words = clause.words
    governor = clause.by_index.get(verb.first - 1)
    last = clause.verbs[-1] if clause.verbs and verb.first - clause.verbs[-1].at <= REACH else None
    verb.status = "ongoing"
    if before in words.lacking:
        verb.polarity, verb.status = -1, "done"
    elif before in words.ahead:
        verb.status = "possible"
    elif governor is not None and clause.plain(verb.first):
        name = words.governors.get(governor.lemma, "")
        if governor.lemma in words.denying:
            verb.denied, verb.status = True, "done"
            verb.polarity = governor.polarity
        elif name == "prevented":
            verb.polarity, verb.status = turned(governor.polarity), governor.status
        elif name == "brought":
            verb.polarity, verb.status = governor.polarity, governor.status
        elif name in ("planned", "expected", "asked", "able"):
            verb.status = "planned" if name == "planned" else "possible"
    elif before == "from":
        near = last and not clause.barred(last.at + 1, verb.first)
        kept = last and (words.governors.get(last.lemma) == "prevented" or last.lemma in words.keeping_from)
        if last and near and kept:
            verb.polarity, verb.status = turned(last.polarity), last.status
    elif before in ("of", "with", "for"):
        verb.status = "done"
        if last and last.lemma in words.accusing:
            verb.hedged = True
        elif before == "of":
            verb.status = "possible"
    elif before in ("after", "by", "since", "on", "following"):
        verb.status = "done"
    elif before == "to":
        verb.status = "possible"
    return verb


def under_thought(clause: Clause, verb: Verb) -> None:
    """Turn what stands under "did not think that"; mark what stands under "denied that"."""
    words, k = clause.words, verb.first
    prior = clause.verbs[-1] if clause.verbs else None
    if prior is None or k - prior.at > SUBJECT or clause.barred(prior.at + 1, k + 1):
        return
    that = "that" in clause.norms[prior.at + 1 : prior.at + 3]
    if prior.lemma in words.alleging and verb.form != "ing":
        verb.hedged = True
    if prior.lemma in words.denying and that:
        verb.denied = prior.polarity > 0
    # "Did not think he broke it", "did not think Ada won": what is a past has its own subject before it.
    named = verb.form == "ed" and clause.tokens[k - 1].text[0].isupper()
    finite = (verb.form == "past" or named) and k - prior.at > 1
    reported = that or finite or clause.norms[k - 1] in words.pronouns
    if reported and prior.lemma in words.raising and prior.polarity < 0:
        verb.polarity, verb.hedged = turned(verb.polarity), True


def under_modal(clause: Clause, verb: Verb, modal: str, chain: list[str]) -> None:
    """Let a verb hold as a modal among its auxiliaries lets it: "may have signed", "could not sign"."""
    words = clause.words
    perfect = "have" in chain
    verb.status = words.modals[modal]
    verb.hedged = modal in words.hedging_modals
    if perfect:
        # "may have signed" is done, if it is true; "would have signed" did not come about.
        could = modal == "could"
        verb.status = "done" if (verb.hedged and not could) or modal == "will" else "possible"
    if modal in ("could", "couldn't", "can", "can't", "cannot") and not perfect:
        span = clause.norms[verb.first : verb.at]
        nobody = clause.negative_subject(verb.first) + clause.negative_object(verb.at)
        if (sum(n in words.negators for n in span) + nobody) % 2:
            # "could not find", "none of them could find": it did not.
            verb.status, verb.hedged = "done", False
        elif modal.startswith("can"):
            verb.hedged = False
