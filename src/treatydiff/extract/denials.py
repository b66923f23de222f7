"""Denials: which claims somebody denies, rejects or dismisses as untrue, and who does.

Five forms: what is denied follows the verb ("denied that the dam had cracked", "denies any part in it"),
stands before a clause that refers to it ("…, which the mayor denies"), or stands in the sentence before ("The
mayor has denied the charge."), or is called untrue ("said reports that the dam had cracked were nonsense",
"called reports of a sale a fantasy"), or somebody has nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from treatydiff.extract.clause import words_of
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Passage, Predicate, Quote, Span, Token
from treatydiff.tables import once_a_language
from treatydiff.tokens import places_of, stems

LONG = 7
"""Words before a verb of denial from which its own clause is the one denied."""
NEAR = 4
"""Words after a verb of denial among which the noun stands that says what is denied."""
ASIDE = 10
"""Words after a verb of denial, of when, where or how, among which its "that" stands."""


def denied_claims(
    text: str,
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    names: Sequence[Name],
    language: Language,
) -> dict[int, str]:
    """Index of each claim that is denied → who denies it."""
    out: dict[int, str] = {}
    speakers = {q.cue_span: q.speaker or q.mention for q in quotes if q.cue_span}
    by_passage: dict[int, list[Claim]] = {}
    for claim in claims:
        by_passage.setdefault(claim.passage, []).append(claim)
    for passage in passages:
        own = by_passage.get(passage.index, [])
        for n, claim in enumerate(own):
            for verb in claim.predicates:
                if verb.stem not in _denying(language) or verb.polarity < 0 or verb.passive:
                    continue
                content = _behind_aside(passage, verb, own, language)
                what = "" if content else _denied(passage, verb, text, language)
                if not content and not what:
                    continue
                who = _denier(text, passage, verb, names, speakers.get(verb.span), language)
                if content:
                    out.setdefault(content.index, who)
                elif what == "after":
                    # The content is in this clause, or in the next one: "denied claims that | it had leaked".
                    rest = [t for t in claim.tokens if t.start > verb.span.end]
                    # But not "who had denied everything, was cleared".
                    bare = len(rest) < 2 and not (
                        n + 1 < len(own) and "," in text[verb.span.end : own[n + 1].span.start]
                    )
                    brought = bare or (len(rest) > 1 and rest[-1].norm in _sets(language)["claim_brings"])
                    target = own[n + 1] if brought and n + 1 < len(own) else claim
                    out.setdefault(target.index, who)
                elif what == "before" and sum(t.end <= verb.group.start for t in claim.tokens) > LONG:
                    out.setdefault(claim.index, who)
                elif what == "before" and n > 0:
                    out.setdefault(own[n - 1].index, who)
                elif what == "before":
                    for earlier in by_passage.get(passage.index - 1, []):
                        if passages[earlier.passage].kind == passage.kind:
                            out.setdefault(earlier.index, who)
        part = untrue(text, passage, language) if own else None
        if part is not None:
            for claim in _telling(part, own):
                if said := claim.speaker or _teller(passage, own, part.start, text, names, language):
                    out.setdefault(claim.index, said)
                    break
        part = disclaimed(passage, language) if own else None
        if part is not None:
            for claim in _telling(part, own)[:1]:
                if claim.speaker:
                    out.setdefault(claim.index, claim.speaker)
    return out


def _telling(part: Span, own: Sequence[Claim]) -> list[Claim]:
    """The clauses whose verbs stand in a part of a sentence, else that in which it begins: "the leak"."""
    told = [c for c in own if any(part.start <= p.span.start < part.end for p in c.predicates)]
    return told or [c for c in own if c.span.start <= part.start < c.span.end]


def disclaimed(passage: Passage, language: Language) -> Span | None:
    """Where that stands with which somebody has nothing to do."""
    norms, sets = [t.norm for t in passage.tokens], _sets(language)
    if sets["disclaimers"].isdisjoint(norms) or sets["disclaiming"].isdisjoint(norms):
        return None
    for phrase in _phrases(language):
        k = next(places_of(phrase, norms), -1)
        if k > 0 and norms[k - 1] in sets["disclaimers"] and k + len(phrase) < len(norms):
            return Span(passage.tokens[k + len(phrase)].start, passage.tokens[-1].end)
    return None


def untrue(text: str, passage: Passage, language: Language) -> Span | None:
    """Where what a sentence calls untrue stands: "it is not true that …", "as false claims that …"."""
    sets, tokens = _sets(language), passage.tokens
    telling = sets["telling"]
    if telling.isdisjoint([t.norm for t in tokens]):
        return None
    for k, token in enumerate(tokens):
        if token.norm not in telling:
            continue
        before = tokens[k - 1].norm if k else ""
        flatly = token.norm in sets["untrue"] and before not in sets["negators"]
        denied = before in sets["negators"] or before in sets["negative_nouns"]
        flatly = flatly or (token.norm in sets["truth"] and denied)
        hollow = " ".join(t.norm for t in tokens[k : k + 2]) in sets["hollow"]
        flatly = flatly or hollow
        if not flatly and token.norm not in sets["faulty"]:
            continue
        for n in range(k + 1, min(k + NEAR + 2, len(tokens) - 1)):
            if tokens[n].norm in sets["that"] and ((flatly and n == k + 1) or _is_claim(tokens[n - 1], sets)):
                marks = (
                    i for i in range(n + 2, len(tokens)) if "," in text[tokens[i - 1].end : tokens[i].start]
                )
                return Span(tokens[n + 1].start, tokens[next(marks, len(tokens)) - 1].end)
        is_so = any(t.norm in sets["be"] for t in tokens[max(0, k - 2) : k])
        for n in range(k - 3, 0, -1):
            if tokens[n].norm in sets["claim_brings"] and _is_claim(tokens[n - 1], sets):
                # "Called reports of a sale pure fantasy"
                called = any(t.stem in _calling(language) for t in tokens[max(0, n - NEAR) : n - 1])
                if called or (is_so and tokens[n].norm in sets["that"]):
                    return Span(tokens[n + 1].start, tokens[k - 1].start)
    return None


def _is_claim(token: Token, sets: Mapping[str, frozenset[str]]) -> bool:
    return token.norm in sets["claims"] or token.norm.rstrip("s") in sets["claims"]


def _teller(
    passage: Passage, own: Sequence[Claim], end: int, text: str, names: Sequence[Name], language: Language
) -> str:
    """Who calls something untrue: the subject of the first verb before that."""
    verb = next((p for c in own for p in c.predicates if p.span.end <= end and not p.state), None)
    return _denier(text, passage, verb, names, None, language) if verb is not None else ""


def _denied(passage: Passage, verb: Predicate, text: str, language: Language) -> str:
    """Where what is denied stands: "after" the verb, "before" it, or "" where nothing is denied as untrue."""
    sets = _sets(language)
    after = [t for t in passage.tokens if t.start > verb.span.end][: NEAR + 1]
    strict = verb.stem in _strictly(language)
    if not after or not text[verb.span.end : after[0].start].isspace():
        return "before" if strict else ""
    first = after[0].norm
    if first in sets["all_of_it"]:
        # "Denied everything": what, another sentence tells.
        return ""
    disputed = verb.stem in _disputing(language) and first in sets["that"]
    if disputed or (strict and (first in sets["denied_openers"] or _gerund(after[0]))):
        return "after"
    if first in sets["as"]:
        # "Dismissed as invention reports of a sale"
        at = next((k for k, t in enumerate(after[:-1]) if _is_claim(t, sets)), 0)
        return "after" if at > 1 and after[at + 1].norm in sets["claim_contents"] else ""
    if strict and first in sets["takes_up"]:
        return "before"
    near = _phrase(after, text, sets)
    heads = [t.norm for t in near]
    # "Rejected this one"
    claimed = [t for t in near if _is_claim(t, sets) and (t is near[-1] or t.norm not in sets["openers"])]
    if claimed:
        tail = after[len(near) : len(near) + 1]
        if tail and tail[0].norm in sets["claim_contents"]:
            return "after"
        return "before"
    return "after" if strict and heads and heads[-1] in sets["misdeeds"] else ""


def _behind_aside(
    passage: Passage, verb: Predicate, own: Sequence[Claim], language: Language
) -> Claim | None:
    """The clause that is denied, where when or how stands before its "that": "denied on Monday that …"."""
    after = [t for t in passage.tokens if t.start > verb.span.end][: ASIDE + 2]
    bare = verb.stem in _strictly(language) | _disputing(language)
    if not bare or not after or after[0].norm not in _sets(language)["asides"]:
        return None
    verbs = {p.span.start for c in own for p in c.predicates if not p.noun}
    for token, content in pairwise(after):
        if token.start in verbs:
            return None
        if token.norm in _sets(language)["that"]:
            # "Denied in the court that tried him"
            found = next((c for c in own if c.span.start <= content.start < c.span.end), None)
            return found if content.start not in verbs else None
    return None


def _phrase(tokens: Sequence[Token], text: str, sets: Mapping[str, frozenset[str]]) -> list[Token]:
    """The words up to the first preposition, "that" or mark."""
    out: list[Token] = []
    for token in tokens:
        if out and not text[out[-1].end : token.start].isspace():
            break
        if token.norm in sets["claim_contents"] or token.norm in sets["claim_ends"]:
            if token.norm in sets["that"] and not out:
                out.append(token)
            break
        out.append(token)
    return out


def _gerund(token: Token) -> bool:
    return token.norm.endswith("ing") and len(token.norm) > 5 and token.text.islower()


def _denier(
    text: str,
    passage: Passage,
    verb: Predicate,
    names: Sequence[Name],
    speaker: str | None,
    language: Language,
) -> str:
    """Who denies: the words of the clause before the verb group, or the name that they are."""
    boundaries = words_of(language).boundaries - words_of(language).conjunctions
    start = verb.group.start
    for token in reversed([t for t in passage.tokens if t.end <= verb.group.start]):
        if not text[token.end : start].isspace() or token.norm in boundaries:
            break
        start = token.start
    found = " ".join(text[start : verb.group.start].split())
    if speaker and " and " not in found:
        return speaker
    inside = [n for n in names if start <= n.span.start and n.span.end <= verb.group.start]
    if not inside and not found:
        inside = [n for n in names if passage.span.start <= n.span.start and n.span.end <= start][-1:]
    if len(inside) == 1 and " and " not in found:
        return inside[0].entity
    return found


@once_a_language
def _denying(language: Language) -> frozenset[str]:
    return _verbs("denying", language)


@once_a_language
def _strictly(language: Language) -> frozenset[str]:
    """Verbs that can only mean that something is untrue, whatever their object."""
    return _verbs("denying_strictly", language)


@once_a_language
def _disputing(language: Language) -> frozenset[str]:
    """Verbs of denial with a noun behind them that may be a thing of any kind, but not with a clause."""
    return _verbs("disputing", language)


def _verbs(key: str, language: Language) -> frozenset[str]:
    """The stems of the verbs of one word that a list of the pack has."""
    verbs = words_of(language).verbs
    return frozenset(verbs.stem(lemma) for lemma in language.words("assertion", key) if " " not in lemma)


@once_a_language
def _sets(language: Language) -> Mapping[str, frozenset[str]]:
    keys = (
        *("claims", "misdeeds", "denied_openers", "claim_contents", "claim_ends", "takes_up"),
        *(
            "untrue",
            "faulty",
            "truth",
            "negators",
            "negative_nouns",
            "be",
            "hollow",
            "claim_brings",
            "as",
            "disclaimers",
            "all_of_it",
        ),
    )
    sets = {key: frozenset(language.words("assertion", key)) for key in keys}
    sets["openers"] = frozenset(language.words("assertion", "pronouns")) | frozenset(
        language.words("assertion", "determiners")
    )
    hollow = {phrase.split()[0] for phrase in sets["hollow"]}
    disclaiming = frozenset(phrase[0] for phrase in _phrases(language))
    weekdays = frozenset(language.values("calendar", "weekdays"))
    return {
        **sets,
        "asides": frozenset(language.words("assertion", "denied_asides")) | weekdays,
        "that": frozenset(language.words("syntax", "that")),
        "disclaiming": disclaiming,
        "telling": sets["untrue"] | sets["truth"] | sets["faulty"] | hollow,
    }


@once_a_language
def _phrases(language: Language) -> tuple[tuple[str, ...], ...]:
    """What says that somebody has nothing to do with what follows."""
    return tuple(tuple(phrase.split()) for phrase in language.words("assertion", "disclaiming"))


@once_a_language
def _calling(language: Language) -> frozenset[str]:
    return frozenset(stems(language.words("assertion", "calling"), language.code))
