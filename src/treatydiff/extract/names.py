"""Proper names and what stands for them: pronouns and role nouns, resolved where the text allows it.

Pronouns outside speech follow the subject of the sentence or of the one before (the preference order of
centering: Grosz, Joshi and Weinstein 1995), among those whose gender the text does not contradict.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from treatydiff.extract.cast import Cast, Entity, roles_in
from treatydiff.extract.marks import Marked, find_marked, paragraphs_of
from treatydiff.extract.runs import Run, find_runs
from treatydiff.extract.words import NameWords, name_words
from treatydiff.language import Language
from treatydiff.model import Document, Name, Passage, Span, Token
from treatydiff.tokens import GENITIVE, fold

NEAR = 7
"""How many words before a name its role may begin."""


def find_names(document: Document, passages: Sequence[Passage], language: Language) -> tuple[Name, ...]:
    """Every name in the order of the text, with the pronouns and role nouns that stand for a person."""
    marked = find_marked(document.text, paragraphs_of(passages))
    return names_of(find_cast(document, passages, language, marked), passages, language)


def find_cast(
    document: Document, passages: Sequence[Passage], language: Language, marked: Sequence[Marked]
) -> Cast:
    """The entities of a document and each mention of them by name; what is quoted names nobody in full."""
    words = name_words(language)
    written = {t.text for p in passages for t in p.tokens}
    lowered = frozenset(w for w in written if w[0].islower())
    cast = Cast(words)
    runs = [(p, list(find_runs(p, document.text, words, lowered))) for p in passages]
    # Headlines in capitals name people by halves; the running text decides who there is.
    headlines = cast.headlines = frozenset(p.index for p in passages if _headline_case(p, words))
    full = [run for passage, found in runs if passage.index not in headlines for run in found]
    starts = [m.outer_start for m in marked]

    def hidden(run: Run) -> bool:
        k = bisect_right(starts, run.span.start) - 1
        return k >= 0 and run.span.start < marked[k].end

    full += _headlined([run for p, found in runs if p.index in headlines for run in found], full, words)
    for run in sorted(full, key=lambda r: (hidden(r), -len(r.keys), r.span)):
        cast.add(run)
    inside = {run.keys[0] for _, found in runs for run in found if not run.opens or len(run.keys) > 1}
    inside |= {run.keys[-1] for _, found in runs for run in found if len(run.keys) > 1}
    for passage, found in runs:
        for run in _known_parts(found, cast) if passage.index in headlines else found:
            if (
                run.opens
                and run.kind == "unknown"
                and len(run.keys) == 1
                and run.keys[0] not in inside
                and run.keys[0] not in words.first_names
            ):
                continue
            mention = cast.mention(run, passage.index)
            _take_roles(cast, mention.entity, run, passage, document.text, words)
    _vote_by_pronouns(cast, passages, language)
    return cast


def _headline_case(passage: Passage, words: NameWords) -> bool:
    """Whether a line writes all its words with a capital but the small ones."""
    large = lower = 0
    for token in passage.tokens:
        word = token.text
        if word[0].isupper():
            large += 1
        elif word[0].islower():
            lower += 1
            if len(word) > 2 and word not in words.small and word not in words.particles:
                return False
    return large > 3 and lower <= large


def _headlined(headlines: Sequence[Run], full: Sequence[Run], words: NameWords) -> list[Run]:
    """Full names in headlines: a first name before a name that stands alone in the running text."""
    alone = {run.keys[0] for run in full if len(run.keys) == 1 and run.kind == "unknown"}
    return [
        run.part(i, i + 2)
        for run in headlines
        for i in range(len(run.keys) - 1)
        if run.keys[i] in words.first_names and run.keys[i + 1] in alone
    ]


def _known_parts(runs: list[Run], cast: Cast) -> Iterator[Run]:
    """The names within the capitals of a headline that the running text knows."""
    for run in runs:
        i = 0
        while i < len(run.keys):
            for j in range(min(len(run.keys), i + 4), i, -1):
                if cast.knows(run.keys[i:j]):
                    yield run.part(i, j)
                    i = j - 1
                    break
            i += 1


def _take_roles(cast: Cast, entity: Entity, run: Run, passage: Passage, text: str, words: NameWords) -> None:
    """Note the roles that stand before a name or, between commas, after it."""
    if entity.kind in ("place",):
        return
    tokens = passage.tokens
    before = _before(run, tokens, text, words)
    close = fold(before[-1]) if before else ""
    if (
        close in words.kinds
        and len(before) > 1
        and before[0].lower() in words.determiners
        and entity.kind == "unknown"
    ):
        # "the newspaper Havnen", "a charity called Havnen"
        entity.kind = "organisation"
    if (
        run.first
        and tokens[run.first - 1].norm in words.locative
        and not run.titles
        and not _owns(tokens, run)
    ):
        # "in Lund"
        entity.votes["place"] += 3
    if _is_thing(tokens, run, text, words):
        entity.votes["neuter"] += 2
    if close in words.role_heads or run.titles:
        entity.roles.update(roles_in(before, words))
        for w in reversed(before):
            if fold(w) in words.role_heads:
                cast.vote(entity, fold(w), 4)
                break
        if entity.kind == "unknown":
            entity.kind = "person"
    k = run.last + 1
    if k < len(tokens) and text[run.span.end : tokens[k].start].strip() == ",":
        end = k
        while end < len(tokens) and end - k < NEAR + 3:
            gap = text[tokens[end].end : tokens[end + 1].start] if end + 1 < len(tokens) else "."
            end += 1
            if gap.strip() not in ("", "-", ".", "’", "'"):
                break
        after = [t.text for t in tokens[k:end]]
        opener = fold(after[0]) if after else ""
        if (opener in words.determiners or opener in words.roles or opener in words.demonyms) and _is_apposed(
            tokens, k, end, text, words
        ):
            found = roles_in(after, words)[:1]
            if found:
                entity.roles.update(found)
                for role, _ in found:
                    cast.vote(entity, role.rpartition(" ")[2], 4)
                if entity.kind == "unknown":
                    entity.kind = "person"


def _before(run: Run, tokens: Sequence[Token], text: str, words: NameWords) -> list[str]:
    """The words before a name that may tell its role; none where the last of them cannot."""
    if not run.first:
        return []
    near = tokens[run.first - 1]
    comma = text[near.end : run.span.start].strip() == ","
    if (
        not comma
        and not run.titles
        and (w := fold(near.text)) not in words.role_heads
        and w not in words.kinds
    ):
        return []
    start = run.first
    while start > 0 and run.first - start < NEAR + len(run.titles):
        gap = text[tokens[start - 1].end : tokens[start].start]
        if gap.strip() not in ("", "-", ".", "’", "'") and not (start == run.first and gap.strip() == ","):
            break
        start -= 1
    before = [t.text for t in tokens[start : run.first]]
    if comma:
        before = _headed(before, words)
    for k in range(len(before) - 1, -1, -1):
        if before[k] in words.determiners:
            before = before[k:]
            break
        if before[k][0].isupper() and not _of_role(before[k], words):
            if fold(" ".join(before[k : k + 2])) in words.roles:
                # "Harbour master Ivo Lind"
                continue
            before = before[k + 1 :]
            break
    return _own_role(before, words)


def _own_role(before: list[str], words: NameWords) -> list[str]:
    """The words before a name behind the last preposition: in "spokesman for Mayor Ivo Lind" the mayor's."""
    for k in range(len(before) - 1, -1, -1):
        if fold(before[k]) in words.apposed:
            return before[k + 1 :]
    return before


def _headed(before: list[str], words: NameWords) -> list[str]:
    """The role that an apposition begins with: "The owner of the laundry, Ivo Lind" → "The owner"."""
    for k, word in enumerate(before):
        if word.lower() in words.determiners and k + 1 < len(before):
            end = k + 1
            while end < len(before) and fold(before[end]) not in words.apposed:
                end += 1
            if fold(before[end - 1]) in words.role_heads:
                return before[k:end]
    return before


def _owns(tokens: Sequence[Token], run: Run) -> bool:
    """Whether a name is a possessive: "in Lind's view"."""
    return tokens[run.last].text.endswith(GENITIVE)


def _is_thing(tokens: Sequence[Token], run: Run, text: str, words: NameWords) -> bool:
    """Whether an article stands before a name and no noun behind it: "the Gull", not "the Lind campaign"."""
    if run.titles or not run.first or tokens[run.first - 1].norm != "the" or run.kind == "person":
        return False
    after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    if after is None or text[tokens[run.last].end : after.start] != " ":
        return True
    return not after.text[0].islower() or fold(after.text) in words.openers


def _is_apposed(tokens: Sequence[Token], k: int, end: int, text: str, words: NameWords) -> bool:
    """Whether a role behind a comma explains a name: "Lind, the mayor of", not "In Lund, the mayor said"."""
    for n in range(k, end):
        if fold(tokens[n].text) in words.role_heads:
            if n + 1 >= len(tokens):
                return True
            gap = text[tokens[n].end : tokens[n + 1].start].strip()
            following = tokens[n + 1].norm
            return bool(gap) or following in words.apposed or following in words.role_heads
    return False


def _of_role(word: str, words: NameWords) -> bool:
    """Whether a capitalised word before a name may belong to its role: "Dutch", "France's", "Finance"."""
    low = fold(word)
    low = low[:-2] if low.endswith("'s") else low
    return low in words.titles or low in words.demonyms or low in words.countries or low in words.role_heads


def _vote_by_pronouns(cast: Cast, passages: Sequence[Passage], language: Language) -> None:
    """A pronoun that follows the only name of its sentence tells that person's gender, or that it is none."""
    pronouns = {
        w: sex
        for sex in ("masculine", "feminine", "neuter")
        for w in language.table("grammar", "pronouns")[sex]
    }
    people: dict[int, list[tuple[int, Entity]]] = {}
    for m in cast.mentions:
        if m.entity.kind in ("person", "unknown"):
            people.setdefault(m.passage, []).append((m.span.start, m.entity))
    for passage in passages:
        here = people.get(passage.index, [])
        if len({id(e) for _, e in here}) != 1:
            continue
        start, entity = here[0]
        for t in passage.tokens:
            if t.start > start and t.norm in pronouns:
                entity.votes[pronouns[t.norm]] += 1
                break


def names_of(
    cast: Cast, passages: Sequence[Passage], language: Language, stand_ins: bool = True
) -> tuple[Name, ...]:
    """The mentions of a cast as names; `stand_ins` adds pronouns and role nouns between them, resolved."""
    out = [
        Name(m.span, m.entity.kind, m.entity.name, "surname" if m.short else "name") for m in cast.mentions
    ]
    if stand_ins:
        out += _stand_ins(cast, passages, language)
    return tuple(sorted(out, key=lambda n: n.span))


def _stand_ins(cast: Cast, passages: Sequence[Passage], language: Language) -> Iterator[Name]:
    words = cast.words
    pronouns = {
        w: sex for sex in ("masculine", "feminine") for w in language.table("grammar", "pronouns")[sex]
    }
    by_passage: dict[int, list[tuple[Span, Entity]]] = {}
    for m in cast.mentions:
        by_passage.setdefault(m.passage, []).append((m.span, m.entity))
    subjects: list[Entity] = []
    for passage in passages:
        here: list[Entity] = []
        named = iter(by_passage.get(passage.index, []))
        upcoming = next(named, None)
        for i, token in enumerate(passage.tokens):
            while upcoming and upcoming[0].start <= token.start:
                if upcoming[1].kind in ("person", "unknown"):
                    here.append(upcoming[1])
                upcoming = next(named, None)
            if token.norm in pronouns:
                entity = _fitting([*here, *subjects], pronouns[token.norm])
                if entity:
                    here.append(entity)
                    yield Name(Span(token.start, token.end), "person", entity.name, "pronoun")
            elif token.norm in words.pointing and (found := _role_phrase(passage, i, words)):
                phrase, end = found
                role = roles_in(phrase, words)
                if role and (known := cast.by_role(role[-1][0], role[-1][1], token.start)) and known[1]:
                    here.append(known[0])
                    yield Name(Span(token.start, end), "person", known[0].name, "role")
        # A sentence's subject outranks the others; what it leaves open, the sentences before it fill.
        subjects = [*dict.fromkeys([*here, *subjects])][:6]


def _fitting(candidates: list[Entity], sex: str) -> Entity | None:
    """The first candidate that is known to fit, else the first that may."""
    for entity in candidates:
        if entity.gender == sex:
            return entity
    for entity in candidates:
        if not entity.gender and entity.kind == "person":
            return entity
    return None


def _role_phrase(passage: Passage, i: int, names: NameWords) -> tuple[list[str], int] | None:
    """Words after a "the" that may name a role, and where they end; None where a name follows them."""
    tokens = passage.tokens
    text, base = passage.text, passage.span.start
    words: list[str] = []
    for k in range(i + 1, min(i + 5, len(tokens))):
        gap = text[tokens[k - 1].end - base : tokens[k].start - base]
        if gap not in (" ", "-"):
            break
        words.append(tokens[k].text)
    for n in range(len(words), 0, -1):
        nxt = tokens[i + 1 + n] if i + 1 + n < len(tokens) else None
        follows = nxt is not None and text[tokens[i + n].end - base : nxt.start - base] == " "
        if nxt and follows and (nxt.text[0].isupper() or nxt.text in names.of):
            continue
        if fold(words[n - 1]) in names.role_heads:
            return words[:n], tokens[i + n].end
    return None
