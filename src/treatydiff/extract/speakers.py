"""Who a source is: a name, somebody named before, a description, or nobody that the text gives."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.extract.cast import Cast, Entity, Mention, roles_in
from treatydiff.extract.discourse import Discourse
from treatydiff.extract.items import Item
from treatydiff.extract.phrases import Parse, Source, core_start, phrase_after
from treatydiff.extract.syntax import NOMINAL, Syntax
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Certainty, Resolution, Span
from treatydiff.tokens import fold

RECENT = 3
"""Speakers among whom one of several who hold a role must be to be meant by it."""
BODIES_IN_VIEW = 3
"""Sentences before "the company" in which the company is named."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The answer to "who said it?"."""

    name: str | None
    mention: str | None
    span: Span | None
    resolution: Resolution
    certainty: Certainty
    entity: Entity | None = None
    plural: bool = False


NOBODY = Speaker(None, None, None, "none", "likely")


class Stage:
    """Resolves the sources of a document in the order of its text; remembers who spoke."""

    def __init__(
        self, text: str, cast: Cast, language: Language, syntax: Syntax, discourse: Discourse
    ) -> None:
        self.text = text
        self.cast = cast
        self.sets = syntax.sets
        self.bodies = syntax.cues.sets["bodies"]
        self.persons = syntax.cues.sets["persons"]
        self.vague = syntax.cues.sets["vague_bodies"]
        self.heads = frozenset(fold(w) for w in cast.words.heads - cast.words.firm_heads)
        self.firms, self.no_firms = syntax.cues.sets["firms"], syntax.cues.sets["no_firms"]
        self.pronouns = {
            w: sex
            for sex in ("masculine", "feminine", "neuter", "plural", "first")
            for w in language.table("grammar", "pronouns")[sex]
        }
        self.discourse = discourse
        self.spoken: list[Speaker] = []
        """Speakers so far, one for each act."""

    def resolve(self, p: Parse, source: Source | None, beside: Sequence[Span]) -> Speaker:
        """The speaker that a source names; `beside` are the spans of what is said and to whom."""
        if source is None:
            return NOBODY
        source = _spelt_out(p, source)
        items = p.items
        part = items[source.first : source.last + 1]
        span = Span(part[0].start, part[-1].end)
        written = " ".join(self.text[span.start : span.end].split())
        if len(part) == 1 and part[0].low.partition("'")[0] in self.pronouns:
            return self._pronoun(part[0], span, written, beside)
        core = items[max(source.first, core_start(p, source.head)) : source.head + 1] or part
        mention = self._mention_at(core[-1]) or self._behind_role(p, source)
        if mention is not None:
            joint = self._joint(part)
            name = joint or self._owned(core, mention) or mention.entity.name
            how: Resolution = "surname" if mention.short else "name"
            sure: Certainty = "likely" if mention.certain else "possible"
            return Speaker(name, written, span, how, sure, mention.entity, bool(joint))
        if core[-1].capital and (run := self._capitals(core)):
            return Speaker(run, written, span, "name", "likely")
        if (named := self._apposed(p, source)) is not None:
            return Speaker(named.entity.name, written, span, "name", "likely", named.entity)
        return self._described(part, core, span, written)

    def _owned(self, core: Sequence[Item], mention: Mention) -> str:
        """A body with its owner: two countries may each have a Defence Ministry."""
        if mention.entity.kind != "organisation":
            return ""
        owner = next((i for i in core if i.end < mention.span.start and i.possessive and i.capital), None)
        return " ".join(self.text[owner.start : mention.span.end].split()) if owner else ""

    def _mention_at(self, item: Item) -> Mention | None:
        """The name that ends with this word."""
        return self.discourse.mention_at(item.start, item.end)

    def _behind_role(self, p: Parse, source: Source) -> Mention | None:
        """The person whose name ends a phrase that begins with a role: "ambassador to Elbonia Ivo Lind"."""
        if source.last == source.head or p.low(source.head) not in self.cast.words.role_heads:
            return None
        mention = self._mention_at(p.items[source.last])
        if mention is None or (mention.entity.kind != "person" and len(mention.entity.keys) < 2):
            return None
        first = next(k for k in range(source.first, source.last + 1) if p.items[k].end > mention.span.start)
        if p.at(first - 1) not in NOMINAL:
            return None
        words, k = self.cast.words, first - 1
        while k > source.head and (
            p.low(k) in words.titles
            or p.low(k) in words.role_heads
            or p.low(k) in words.demonyms
            or p.items[k].possessive
        ):
            k -= 1
        if p.at(k) not in "PD":
            return mention
        # "a spokesman for Mayor Ivo Lind" is not the mayor; a secretary of state is one person
        whole = " ".join(p.low(i) for i in range(k - 1, k + 2))
        return mention if whole in words.roles else None

    def _capitals(self, core: Sequence[Item]) -> str:
        """The run of capitals that ends a phrase, where the names know nothing of it."""
        words = self.cast.words
        k = len(core)
        while k > 0 and core[k - 1].capital:
            k -= 1
        while k < len(core) - 1 and (core[k].low in words.titles or core[k].low in words.openers):
            k += 1
        alone = core[k].low
        if k == len(core) - 1 and (
            alone in words.people
            or alone in words.role_heads
            or alone in words.openers
            or alone in self.bodies
        ):
            return ""
        return " ".join(self.text[core[k].start : core[-1].end].split())

    def _joint(self, core: Sequence[Item]) -> str:
        """Both names where two are joined by "and"."""
        for k in range(1, len(core) - 1):
            if core[k].low in self.sets["joining"]:
                left = self._mention_at(core[k - 1])
                right = self._mention_at(core[-1])
                if left and right and left.entity is not right.entity and left.span.end <= right.span.start:
                    return f"{left.entity.name} and {right.entity.name}"
        return ""

    def _apposed(self, p: Parse, source: Source) -> Mention | None:
        """The name between commas behind a role: "the mayor, Ivo Lind, said"."""
        k = source.last + 1
        person = self.cast.words.role_heads | self.persons
        # "According to the mill, Ivo Lind sold it"
        if p.at(k) != "," or (source.how == "agent" and p.low(source.head) not in person | p.people):
            return None
        first = end = k + 1
        while p.at(first) in "DN":
            # "her daughter, the writer Mia Okoro, said"
            first += 1
        if p.at(first) != "M" or (first > end and p.low(first - 1) not in self.cast.words.role_heads):
            return None
        end = first
        while p.at(end) in NOMINAL:
            end += 1
        if end < len(p.items) and p.at(end) not in (",", ".", "("):
            return None
        if any(not i.capital and len(i.low) > 3 for i in p.items[first:end]):
            return None
        found = self._mention_at(p.items[end - 1]) or self._mention_at(p.items[first])
        if found is None:
            return None
        head, last = p.low(source.head), p.low(source.last)
        if head in person and found.entity.kind in ("organisation", "place"):
            # "a spokesman for the owner, Norpier Holdings, said"
            return None
        # "a spokesman for the mayor, Ivo Lind, said": the name is the mayor's
        return None if source.last > source.head and last in person else found

    def _described(self, part: Sequence[Item], core: Sequence[Item], span: Span, written: str) -> Speaker:
        words = self.cast.words
        head = core[-1].low
        pointing = core[0].low in self.sets["definite"]
        if core[0].low in self.sets["owners"] and head in words.counterparts:
            # "her Danish counterpart"
            pointing = any(i.low in words.demonyms for i in core[1:])
        if (pointing or core[0].possessive or core[0].low in words.demonyms) and head in words.role_heads:
            role = roles_in([i.text + ("'s" if i.possessive else "") for i in part], words)
            # "the mayor of Lund" may be another than the mayor who was named
            whole = len(core) == len(part) or bool(role and role[0][0].count(" ") >= len(part) - len(core))
            known = self.cast.by_role(role[0][0], role[0][1], span.start) if role and whole else None
            owners = [self._mention_at(i) for i in part if i.possessive]
            if known and any(m is not None and m.entity is known[0] for m in owners):
                # "Lind's own minister" is not Lind
                known = None
            if known and (known[1] or self._recent(known[0])):
                sure: Certainty = "likely" if known[1] else "possible"
                return Speaker(known[0].name, written, span, "role", sure, known[0])
            if role and not known and (told := self._told_of(head, core, span.start)) is not None:
                return Speaker(told.name, written, span, "role", "possible", told)
        if pointing and (varied := self._varied(head, span.start)) is not None:
            return Speaker(varied.name, written, span, "role", "possible", varied)
        if pointing and any(i.low.endswith(tuple(self.sets["age_endings"])) for i in core):
            aged = self._sole_person(span.start)
            if aged is not None:
                return Speaker(aged.name, written, span, "role", "possible", aged)
        if pointing and head in self.bodies and len(part) <= 2:
            body = self._latest_body(span.start, head)
            if body is not None:
                return Speaker(body.name, written, span, "role", "possible", body)
        if pointing:
            for earlier in reversed(self.spoken):
                taken = earlier.entity if earlier.resolution == "role" else None
                if taken and taken.kind == "person" and self._head(earlier.mention or "") == head:
                    return Speaker(taken.name, written, span, "role", "possible", taken)
                if earlier.entity is None and earlier.name and self._head(earlier.name) == head:
                    if earlier.name.lower() != written.lower() and len(part) <= 3:
                        return Speaker(earlier.name, written, span, "role", "likely")
                    break
        name = written
        # "No 10"
        numbered = len(part) > 1 and part[1].low[0].isdigit() and part[0].low in self.sets["negative"]
        if part[0].capital and part[0].low in self.sets["determiners"] and not numbered:
            name = written[0].lower() + written[1:]
        plural = head in words.people or head.endswith("s")
        return Speaker(name, written, span, "name", "likely", None, plural)

    def _with_article(self, mention: Mention) -> bool:
        """Whether an article stands before a name, as before that of a ship."""
        before = self.text[max(0, mention.span.start - 5) : mention.span.start].split()[-1:]
        return bool(before) and before[0].lower() in self.sets["articles"]

    def _varied(self, noun: str, before: int) -> Entity | None:
        """The latest speaker, where a noun of kinship means him or her: "said the mother of three".

        Only within one paragraph, and only where nobody else has been named since.
        """
        last = self.spoken[-1] if self.spoken else None
        words = self.cast.words
        if last is None or last.entity is None or last.span is None or noun not in words.kin:
            return None
        sex = "masculine" if noun in words.masculine else "feminine" if noun in words.feminine else ""
        if last.entity.kind in ("place", "organisation") or (sex and last.entity.gender not in ("", sex)):
            return None
        if self.text.count("\n", last.span.end, before):
            return None
        since = [p for p in self.discourse.places if last.span.end <= p.mention.span.start < before]
        rivals = (p for p in since if p.role and not p.hidden)
        return last.entity if all(p.mention.entity is last.entity for p in rivals) else None

    def _told_of(self, noun: str, core: Sequence[Item], before: int) -> Entity | None:
        """The only person of the paragraph, whom an office takes up after a sentence about him or her.

        "Lind runs the union. …, the chairman said"; not where the report gives that person another office,
        or anybody that one.
        """
        words = self.cast.words
        person = self._sole_person(before)
        if person is None or person.roles or person.titled or self.cast.by_role(noun, "", before):
            return None
        if any(i.low in words.role_heads if i.possessive else i.capital for i in core[1:]):
            # "the candidate's doctor"; of which party "the Republican nominee" is was not told
            return None
        sex = "masculine" if noun in words.masculine else "feminine" if noun in words.feminine else ""
        if sex and person.gender not in ("", sex):
            return None
        told = (p for p in self.discourse.places if p.role and self.discourse.sentence - p.sentence == 1)
        return person if any(p.mention.entity is person for p in told) else None

    def _sole_person(self, before: int) -> Entity | None:
        """The only person whom the paragraph has named so far: a description by age takes him or her up."""
        start = self.text.rfind("\n", 0, before)
        named = [p.mention.entity for p in self.discourse.places if start < p.mention.span.start < before]
        persons = {id(e): e for e in named if e.kind not in ("place", "organisation")}
        return next(iter(persons.values())) if len(persons) == 1 else None

    def _head(self, name: str) -> str:
        out = ""
        for w in name.lower().split():
            if w in self.sets["prepositions"] or w in self.sets["relatives"]:
                break
            out = w
        return out

    def _recent(self, entity: Entity) -> bool:
        return any(s.entity is entity for s in self.spoken[-RECENT:])

    def _pronoun(self, item: Item, span: Span, written: str, beside: Sequence[Span]) -> Speaker:
        kind = self.pronouns[item.low.partition("'")[0]]
        nobody = Speaker(None, written, span, "none", "possible")
        if kind in ("masculine", "feminine"):
            unnamed = self._unnamed(kind, item.start)
            if unnamed is not None:
                return Speaker(unnamed.name, written, span, "pronoun", "possible")
            found = self.discourse.person(kind, item.start, self.discourse.named_within(beside))
            if found is None:
                unnamed = self._unnamed(kind, item.start, definite=True)
                return Speaker(unnamed.name, written, span, "pronoun", "possible") if unnamed else nobody
            person, sure = found
            if not person.gender:
                # who was taken for "he" once is not "she" next
                person.votes[kind] += 1
            return Speaker(person.name, written, span, "pronoun", "likely" if sure else "possible", person)
        if kind == "first":
            return nobody
        for earlier in reversed(self.spoken[-RECENT - 1 :]):
            if kind == "plural" and earlier.name and (earlier.plural or _body(earlier)):
                return Speaker(earlier.name, written, span, "pronoun", "possible", earlier.entity, True)
            single = earlier.name and not earlier.plural and _body(earlier)
            # "The mayor" is no "it"
            if kind == "neuter" and single and not (earlier.entity is None and self._is_person(earlier)):
                return Speaker(earlier.name, written, span, "pronoun", "possible", earlier.entity)
        if kind == "neuter" and (body := self._latest_body(span.start)):
            return Speaker(body.name, written, span, "pronoun", "possible", body)
        return nobody

    def _unnamed(self, sex: str, before: int, definite: bool = False) -> Speaker | None:
        """The latest speaker, where that is one person without a name and nobody has been named since.

        `definite` lets "the mayor" be such a person too.
        """
        last = self.spoken[-1] if self.spoken else None
        if last is None or last.entity is not None or last.plural or not last.name or last.span is None:
            return None
        if last.name.split()[0].lower() in self.sets["definite"] and not definite:
            # "the mayor" is likely to be somebody who has a name
            return None
        if not self._is_person(last):
            return None
        words, head = self.cast.words, self._head(last.name)
        if (head in words.masculine and sex == "feminine") or (head in words.feminine and sex == "masculine"):
            return None
        for place in reversed(self.discourse.places):
            start = place.mention.span.start
            if start < last.span.end:
                break
            if start < before and place.role and not place.hidden and place.mention.entity.kind == "person":
                return None
        return last if self.text.count("\n", last.span.end, before) < 3 else None

    def _is_person(self, speaker: Speaker) -> bool:
        """Whether a speaker without a name is called by an office or another word for a person."""
        head = self._head(speaker.name or "")
        return head in self.cast.words.role_heads or head in self.persons

    def _latest_body(self, before: int, noun: str = "") -> Entity | None:
        """The body whose name says that it is one ("the institute"), else the only one named just before."""
        if noun and noun not in self.vague:
            for place in reversed(self.discourse.places):
                entity = place.mention.entity
                if (
                    noun in entity.keys
                    and entity.kind == "organisation"
                    and place.mention.span.start < before
                ):
                    return entity
        found: list[Entity] = []
        subjects: list[Entity] = []
        for place in reversed(self.discourse.places):
            if self.discourse.sentence - place.sentence > BODIES_IN_VIEW:
                break
            entity = place.mention.entity
            if place.hidden or place.mention.span.start >= before:
                continue
            likely = entity.votes["neuter"] > 0 and not entity.votes["place"]
            # a name with an article may be that of a ship or a river: no company
            unknown = entity.kind == "unknown" and not entity.gender and likely and not noun
            if noun in self.firms and place.role and place.sentence == self.discourse.sentence:
                # "Norpier will close a yard, the company said"
                unknown = entity.kind == "unknown" and not entity.gender and len(entity.keys) == 1
                unknown = unknown and not self._with_article(place.mention)
            # of another kind: "the institute" is no convention
            other = noun and noun not in self.vague and entity.keys[-1] in self.heads
            other = other or (noun in self.firms and entity.keys[-1] in self.no_firms)
            if (entity.kind == "organisation" or unknown) and not other:
                found += [entity] if entity not in found else []
                subjects += [entity] if place.role and entity not in subjects else []
        if len(found) > 1 and len(subjects) == 1:
            return subjects[0]
        return found[0] if len(found) == 1 else None


def _spelt_out(p: Parse, source: Source) -> Source:
    """What explains "one of them", where it does: ", a foreman at the pit"."""
    k = source.last + 1
    if not p.has(source.head, "quantifiers") or p.at(k) != "," or not p.has(k + 1, "indefinite"):
        return source
    found = phrase_after(p, k + 1, source.how)
    return found._replace(last=found.head) if found else source


def _body(speaker: Speaker) -> bool:
    entity = speaker.entity
    if entity is None or entity.kind in ("organisation", "place"):
        return True
    return entity.kind == "unknown" and len(entity.keys) == 1 and not entity.gender
