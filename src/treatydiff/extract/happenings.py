"""Events that are nouns: "the vote was put off", "they called off the strike", "the signing took place".

Only verbs that say no more than whether and when an event is are looked at; what they say of the noun is what
a verb of its own would: put off is still to come, called off is cancelled, held is done.
"""

from __future__ import annotations

from treatydiff.extract.clause import SUBJECT, Clause, Verb
from treatydiff.model import Predicate, Span, Status


def find_happenings(clause: Clause) -> list[Predicate]:
    """The predicates of a sentence that are nouns, in the order of the verbs that they depend on."""
    out = []
    for verb in clause.verbs:
        status = _status(clause, verb)
        if status is None:
            continue
        at = _noun(clause, verb)
        if at is not None:
            noun, last = clause.tokens[at], clause.tokens[_last(clause, verb)]
            readings = clause.words.verbs.readings(noun.norm)
            lemma = readings.get("ing") or readings.get("s") or readings["base"]
            first = clause.tokens[verb.first]
            ruled_out = bool(_forms(clause, verb) & clause.words.ruling_out)
            out.append(
                Predicate(
                    Span(noun.start, noun.end),
                    clause.words.verbs.stem(lemma),
                    Span(min(noun.start, first.start), max(noun.end, last.end)),
                    -1 if ruled_out else verb.polarity if status == verb.status else 1,
                    status,
                    verb.hedged,
                    noun=True,
                )
            )
    return out


def _status(clause: Clause, verb: Verb) -> Status | None:
    """How far a verb says that its noun has come; None for other verbs."""
    words, forms = clause.words, _forms(clause, verb)
    if forms & (words.taking_place | words.holding):
        return verb.status
    if verb.polarity < 0 or verb.status != "done":
        return None
    if forms & words.cancelling:
        return "cancelled"
    return "planned" if forms & (words.postponing | words.ruling_out) else None


def _last(clause: Clause, verb: Verb) -> int:
    """Index of the verb's last word: of "put off", its "off"."""
    words = clause.words
    known = words.taking_place | words.cancelling | words.postponing | words.holding | words.ruling_out
    return verb.at + 1 if any(" " in f for f in _forms(clause, verb) & known) else verb.at


def _forms(clause: Clause, verb: Verb) -> set[str]:
    """The verb, alone and with the word behind it, and what it stands for: "put", "put off", "postpone"."""
    behind = " ".join((verb.lemma, *clause.norms[verb.at + 1 : verb.at + 2]))
    return {verb.lemma, behind, clause.idiom(verb)[0]}


def _noun(clause: Clause, verb: Verb) -> int | None:
    """Index of the event noun: in the subject of a passive or of "take place", else in the object."""
    if verb.passive or _forms(clause, verb) & clause.words.taking_place:
        return _in_subject(clause, verb)
    for k in range(verb.at + 1, min(len(clause.norms), verb.at + 1 + SUBJECT)):
        if not clause.plain(k) or k in clause.by_index or clause.norms[k] in clause.words.boundaries:
            return None
        if k > verb.at + 1 and clause.norms[k] in clause.words.prepositions and clause.norms[k] != "of":
            # "Conducted the talks on her own"
            return None
        if _is_event(clause, k):
            return k
    return None


def _in_subject(clause: Clause, verb: Verb) -> int | None:
    found, end = None, clause.before_apposition(verb.first)
    for k in range(end - 1, max(-1, end - 1 - SUBJECT), -1):
        if (
            (k + 1 < end and not clause.plain(k + 1))
            or k in clause.by_index
            or clause.norms[k] in clause.words.boundaries
        ):
            break
        if clause.norms[k] in clause.words.prepositions:
            # "The vote on the strike": what stands behind the preposition is not what was put off.
            found = None
        elif _is_event(clause, k):
            found = k
    return found


def _is_event(clause: Clause, k: int) -> bool:
    words, token = clause.words, clause.tokens[k]
    readings = words.verbs.readings(token.norm)
    if (not token.text.islower() and k) or {token.norm, token.norm[:-1]} & words.no_events:
        return False
    if "ing" in readings:
        return True
    lemma = readings.get("s") or readings.get("base")
    return lemma is not None and lemma in words.also_nouns
