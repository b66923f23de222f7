"""Perfects that tell what has yet to be: "once the court has approved it, the firms will merge"."""

from __future__ import annotations

from treatydiff.extract.clause import SUBJECT, Clause, Verb
from treatydiff.model import AHEAD


def is_awaited(clause: Clause, verb: Verb) -> bool:
    """Whether a perfect tells what has yet to be.

    So it is behind a joint of time right before its subject, where the verb before that, or else the one
    behind, tells what is to come; behind some, or so many days after, where it tells what is so too.
    """
    joint = _joint(clause, verb)
    if joint < 0:
        return False
    before = [v for v in clause.verbs if v.at < joint]
    main = before[-1] if before else next((v for v in clause.verbs if v.at > verb.at), None)
    if main is None:
        return False
    late = clause.norms[joint] in clause.words.after_all and not _is_counted(clause, joint)
    return main.status in AHEAD or (main.status == "ongoing" and not late)


def _joint(clause: Clause, verb: Verb) -> int:
    """The joint of time whose clause has a perfect, its subject between them; -1 for none."""
    words, norms = clause.words, clause.norms
    helpers = norms[verb.first : verb.at]
    if words.have.isdisjoint(helpers) or not words.pluperfect.isdisjoint(helpers):
        return -1
    goes_on = words.prepositions | words.conjunctions | words.determiners | words.counting
    for k in range(verb.first - 1, max(-1, verb.first - 1 - SUBJECT), -1):
        if not clause.plain(k + 1) or k in clause.by_index or clause.auxiliary(k)[0]:
            break
        if _is_joint(clause, k):
            # "The once mighty firm"
            return -1 if clause.plain(k) and norms[k - 1] in words.determiners else k
        opens = goes_on.isdisjoint(norms[k - 1 : k]) and not _is_joint(clause, k - 1)
        if norms[k] in words.relative or (norms[k] in words.determiners and opens):
            # "After a long trial | the court"
            break
    return -1


def _is_joint(clause: Clause, k: int) -> bool:
    """Whether token `k` is a joint of time, or the last word of one: "as soon as"."""
    if k < 0:
        return False
    joints, norm = clause.words.joints, clause.norms[k]
    return norm in joints or (clause.plain(k) and f"{clause.norms[k - 1]} {norm}" in joints)


def _is_counted(clause: Clause, joint: int) -> bool:
    """Whether so much time stands before a joint: "60 days | after"."""
    if joint < 2 or not (clause.plain(joint) and clause.plain(joint - 1)):
        return False
    count = clause.norms[joint - 2]
    timed = clause.tokens[joint - 1].stem in clause.words.spans
    return timed and (count.isdigit() or count in clause.words.counting)
