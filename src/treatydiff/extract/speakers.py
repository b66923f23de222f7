"""Who a source is: a name, somebody named before, a description, or nobody that the text gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from treatydiff.extract.cast import Cast, Entity, Mention, roles_in
from treatydiff.extract.items import Item
from treatydiff.extract.phrases import Parse, Source, core_start
from treatydiff.extract.tags import Syntax
from treatydiff.frozen import dataclass
from treatydiff.language import Language
from treatydiff.model import Certainty, Passage, Resolution, Span

SPOKE, SPOKE_BEFORE, LATEST, NAMED, HERO, KNOWN, MARGIN = 3.0, 2.0, 0.8, 0.3, 1.0, 1.5, 1.0
"""Weights of what speaks for a person behind "he" or "she"; chosen by hand, checked on PolNeAR."""
SUBJECT = (2.2, 1.8, 1.0)
"""The same for the name that opens this sentence, the one before, the one before that."""


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
        self,
        text: str,
        cast: Cast,
        language: Language,
        syntax: Syntax,
        hidden: Sequence[Span],
        passages: Sequence[Passage],
    ) -> None:
        self.text = text
        self.cast = cast
        self.syntax = syntax
        self.pronouns = {
            w: sex
            for sex in ("masculine", "feminine", "neuter", "plural", "first")
            for w in language.table("grammar", "pronouns")[sex]
        }
        self.mentions = sorted(cast.mentions, key=lambda m: m.span)
        self.starts = [m.span.start for m in self.mentions]
        self.hidden = hidden
        self._passage_starts = [p.span.start for p in passages]
        self._hidden_starts = [h.start for h in hidden]
        self.spoken: list[Speaker] = []
        """Speakers so far, one for each act."""

    def resolve(self, p: Parse, source: Source | None) -> Speaker:
        """The speaker that a source names."""
        if source is None:
            return NOBODY
        items = p.items
        part = items[source.first : source.last + 1]
        span = Span(part[0].start, part[-1].end)
        written = " ".join(self.text[span.start : span.end].split())
        if len(part) == 1 and part[0].low.partition("'")[0] in self.pronouns:
            return self._pronoun(part[0], span, written)
        core = items[max(source.first, core_start(p, source.head)) : source.head + 1] or part
        head = core[-1]
        mention = self._mention_at(head)
        if mention is not None:
            joint = self._joint(part)
            name = joint or mention.entity.name
            how: Resolution = "surname" if mention.short else "name"
            sure: Certainty = "likely" if mention.certain else "possible"
            return Speaker(name, written, span, how, sure, mention.entity, bool(joint))
        if head.capital and (run := self._capitals(core)):
            return Speaker(run, written, span, "name", "likely")
        if (named := self._apposed(items, source)) is not None:
            return Speaker(named.entity.name, written, span, "name", "likely", named.entity)
        return self._described(part, core, span, written)

    def _inside_name(self, item: Item) -> bool:
        k = bisect_right(self.starts, item.start) - 1
        return k >= 0 and self.mentions[k].span.end >= item.end

    def _mention_at(self, item: Item) -> Mention | None:
        """The name that ends with this word."""
        k = bisect_right(self.starts, item.start) - 1
        if k < 0 or self.mentions[k].span.end < item.end or item.possessive:
            return None
        return self.mentions[k]

    def _capitals(self, core: Sequence[Item]) -> str:
        """The run of capitals that ends a phrase, where the names know nothing of it."""
        k = len(core)
        while k > 0 and core[k - 1].capital:
            k -= 1
        titles = self.cast.words.titles
        openers = self.cast.words.openers
        while k < len(core) - 1 and (core[k].low in titles or core[k].low in openers):
            k += 1
        if (
            k == len(core) - 1
            and core[k].low in self.cast.words.people | self.cast.words.role_heads | openers
        ):
            return ""
        return " ".join(self.text[core[k].start : core[-1].end].split())

    def _joint(self, core: Sequence[Item]) -> str:
        """Both names where two are joined by "and"."""
        for k in range(1, len(core) - 1):
            if core[k].low == "and":
                left = self._mention_at(core[k - 1])
                right = self._mention_at(core[-1])
                if left and right and left.entity is not right.entity and left.span.end <= right.span.start:
                    return f"{left.entity.name} and {right.entity.name}"
        return ""

    def _apposed(self, items: Sequence[Item], source: Source) -> Mention | None:
        """The name between commas behind a role: "the mayor, Ivo Lind, said"."""
        k = source.last + 1
        if k + 1 < len(items) and items[k].text == "," and items[k + 1].capital:
            end = k + 1
            while end < len(items) and items[end].kind == "word":
                end += 1
            last = end - 1
            closed = (end < len(items) and items[end].text in (",", ".", "(")) or end == len(items)
            if (
                source.how == "agent"
                or not closed
                or any(not i.capital and len(i.low) > 3 for i in items[k + 1 : end])
            ):
                return None
            mention = self._mention_at(items[k + 1]) or (self._mention_at(items[last]))
            if mention and mention.span.start <= items[k + 2 if k + 2 < end else k + 1].start:
                return mention
        return None

    def _described(self, part: Sequence[Item], core: Sequence[Item], span: Span, written: str) -> Speaker:
        words = self.cast.words
        head = core[-1].low
        definite = (
            core[0].low in ("the", "this", "that") or core[0].possessive or core[0].low in words.demonyms
        )
        if definite and head in words.role_heads and len(core) == len(part):
            role = roles_in([i.text + ("'s" if i.possessive else "") for i in core], words)
            known = self.cast.by_role(role[-1][0], role[-1][1], span.start) if role else None
            if known and (known[1] or self._recent(known[0])):
                return Speaker(
                    known[0].name, written, span, "role", "likely" if known[1] else "possible", known[0]
                )
        if core[0].low in ("the", "its") and head in self.syntax.cues.sets["bodies"] and len(part) <= 2:
            body = self._latest_body(span.start)
            if body is not None:
                return Speaker(body.name, written, span, "role", "possible", body)
        if core[0].low in ("the", "that", "this"):
            for earlier in reversed(self.spoken):
                if (
                    earlier.entity is None
                    and earlier.name
                    and earlier.mention
                    and self._head(earlier.name) == head
                ):
                    if earlier.name.lower() != written.lower() and len(part) <= 3:
                        return Speaker(earlier.name, written, span, "role", "likely")
                    break
        name = written
        if part[0].capital and part[0].low in self.syntax.sets["determiners"]:
            name = written[0].lower() + written[1:]
        return Speaker(
            name, written, span, "name", "likely", None, head in words.people or head.endswith("s")
        )

    def _head(self, name: str) -> str:
        out = ""
        for w in name.lower().split():
            if w in self.syntax.sets["prepositions"] or w in self.syntax.sets["relatives"]:
                break
            out = w
        return out

    def _recent(self, entity: Entity) -> bool:
        return any(s.entity is entity for s in self.spoken[-3:])

    def _pronoun(self, item: Item, span: Span, written: str) -> Speaker:
        kind = self.pronouns[item.low.partition("'")[0]]
        if kind in ("masculine", "feminine"):
            found = self._person(kind, item.start)
            if found is None:
                return Speaker(None, written, span, "none", "possible")
            if not found[0].gender:
                # who was taken for "he" once is not "she" next
                found[0].votes[kind] += 1
            return Speaker(
                found[0].name, written, span, "pronoun", "likely" if found[1] else "possible", found[0]
            )
        if kind == "first":
            return Speaker(None, written, span, "none", "possible")
        for earlier in reversed(self.spoken[-4:]):
            if kind == "plural" and earlier.name and (earlier.plural or _body(earlier)):
                return Speaker(earlier.name, written, span, "pronoun", "possible", earlier.entity, True)
            if kind == "neuter" and earlier.name and not earlier.plural and _body(earlier):
                return Speaker(earlier.name, written, span, "pronoun", "possible", earlier.entity)
        if kind == "neuter" and (body := self._latest_body(span.start)):
            return Speaker(body.name, written, span, "pronoun", "possible", body)
        return Speaker(None, written, span, "none", "possible")

    def _latest_body(self, before: int) -> Entity | None:
        """The only body named in this sentence and the two before it, outside quotations."""
        here = self._passage(before)
        k = bisect_left(self.starts, before)
        found: list[Entity] = []
        for m in reversed(self.mentions[max(0, k - 12) : k]):
            if here - m.passage > 2 or self._is_hidden(m.span.start):
                continue
            unknown = m.entity.kind == "unknown" and not m.entity.gender and len(m.entity.keys) != 2
            if (m.entity.kind == "organisation" or unknown) and m.entity not in found:
                found.append(m.entity)
        subjects = [
            m.entity for m in self.mentions[max(0, k - 12) : k] if m.entity in found and self._subject(m)
        ]
        if len(found) > 1 and len(set(map(id, subjects))) == 1:
            return subjects[0]
        return found[0] if len(found) == 1 else None

    def _person(self, sex: str, before: int) -> tuple[Entity, bool] | None:
        """The person whom most speaks for: the last speaker, the subjects and names just before, the hero."""
        weights: dict[int, float] = {}
        people: dict[int, Entity] = {}

        def add(entity: Entity, weight: float) -> None:
            if _may_be(entity, sex):
                people[id(entity)] = entity
                weights[id(entity)] = weights.get(id(entity), 0.0) + weight

        spoke = [s for s in self.spoken[-6:] if s.entity is not None and _may_be(s.entity, sex)]
        if spoke and spoke[-1].entity and spoke[-1].span:
            same = self.text.rfind("\n", 0, before) < spoke[-1].span.start
            add(spoke[-1].entity, SPOKE if same else SPOKE_BEFORE)
        k = bisect_left(self.starts, before) - 1
        here = self._passage(before)
        first_seen = False
        for m in reversed(self.mentions[max(0, k - 24) : k + 1]):
            if m.entity.kind in ("place", "organisation") or self._is_hidden(m.span.start):
                continue
            if not _may_be(m.entity, sex):
                continue
            if not first_seen:
                add(m.entity, LATEST)
                first_seen = True
            gap = here - m.passage
            if self._subject(m) and gap < len(SUBJECT):
                add(m.entity, SUBJECT[gap])
            elif gap < 4:
                add(m.entity, NAMED)
        if not people:
            return None
        most = max(e.count for e in people.values())
        for key, entity in people.items():
            weights[key] += HERO * entity.count / most + (KNOWN if entity.gender == sex else 0.0)
        ranked = sorted(people, key=lambda key: (-weights[key], people[key].first))
        sure = len(ranked) == 1 or weights[ranked[0]] - weights[ranked[1]] > MARGIN
        return people[ranked[0]], sure and people[ranked[0]].gender == sex

    def _passage(self, offset: int) -> int:
        return bisect_right(self._passage_starts, offset) - 1

    def _subject(self, mention: Mention) -> bool:
        """Whether a name opens its sentence, so that it is likely to be the subject."""
        start = self._passage_starts[mention.passage]
        lead = self.text[start : mention.span.start].split()
        return len(lead) <= 3 and not (lead and lead[0].lower() in self.syntax.sets["prepositions"])

    def _is_hidden(self, offset: int) -> bool:
        k = bisect_right(self._hidden_starts, offset) - 1
        return k >= 0 and offset < self.hidden[k].end


def _may_be(entity: Entity, sex: str) -> bool:
    if entity.gender:
        return entity.gender == sex
    return entity.kind == "person" or (entity.kind == "unknown" and len(entity.keys) > 1)


def _body(speaker: Speaker) -> bool:
    return speaker.entity is None or speaker.entity.kind in ("organisation", "place")
