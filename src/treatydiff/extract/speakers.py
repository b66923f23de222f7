"""Who a source is: a name, somebody named before, a description, or nobody that the text gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from treatydiff.extract.cast import Cast, Entity, Mention, roles_in
from treatydiff.extract.cues import CueWords
from treatydiff.extract.items import Item
from treatydiff.extract.sources import Source
from treatydiff.language import Language
from treatydiff.model import Certainty, Resolution, Span


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
        self, text: str, cast: Cast, language: Language, words: CueWords, hidden: Sequence[Span]
    ) -> None:
        self.text = text
        self.cast = cast
        self.words = words
        self.pronouns = {
            w: sex
            for sex in ("masculine", "feminine", "neuter", "plural", "first")
            for w in language.table("grammar", "pronouns")[sex]
        }
        self.mentions = sorted(cast.mentions, key=lambda m: m.span)
        self.starts = [m.span.start for m in self.mentions]
        self.hidden = hidden
        self._hidden_starts = [h.start for h in hidden]
        self.spoken: list[Speaker] = []
        """Speakers so far, one for each act."""

    def resolve(self, items: Sequence[Item], source: Source | None, subject_from: int) -> Speaker:
        """The speaker that a source names; `subject_from` is where the sentence begins."""
        if source is None:
            return NOBODY
        part = items[source.first : source.last + 1]
        span = Span(part[0].start, part[-1].end)
        written = " ".join(self.text[span.start : span.end].split())
        if len(part) == 1 and part[0].low in self.pronouns:
            return self._pronoun(part[0], span, written, subject_from)
        core = self._core(part)
        head = core[-1]
        mention = self._mention_at(head)
        if mention is not None:
            joint = self._joint(core)
            name = joint or mention.entity.name
            how: Resolution = "surname" if mention.short else "name"
            sure: Certainty = "likely" if mention.certain else "possible"
            return Speaker(name, written, span, how, sure, mention.entity, bool(joint))
        if head.capital and (run := self._capitals(core)):
            return Speaker(run, written, span, "name", "likely")
        if (named := self._apposed(items, source)) is not None:
            return Speaker(named.entity.name, written, span, "name", "likely", named.entity)
        return self._described(part, core, span, written)

    def _core(self, part: Sequence[Item]) -> Sequence[Item]:
        """The phrase up to its first preposition, comma or relative pronoun: its last word is the head."""
        sets = self.words.sets
        for k in range(1, len(part)):
            item = part[k]
            if item.kind != "word" or item.low in sets["relative"]:
                return part[:k]
            if item.low in sets["prepositions"] and not item.capital and not self._inside_name(item):
                return part[:k]
            if not item.capital and item.low.endswith("ing") and k > 1 and not part[k - 1].capital:
                return part[:k]
        return part

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
            if self.cast.words.role_heads.isdisjoint({items[source.last].low}) and not items[
                source.last
            ].low.endswith("s"):
                return None
            end = k + 1
            while end < len(items) and items[end].kind == "word":
                end += 1
            last = end - 1
            mention = self._mention_at(items[k + 1]) or (self._mention_at(items[last]))
            if mention and mention.span.start <= items[k + 2 if k + 2 < end else k + 1].start:
                return mention
        return None

    def _described(self, part: Sequence[Item], core: Sequence[Item], span: Span, written: str) -> Speaker:
        words = self.cast.words
        head = core[-1].low
        [i.text for i in core]
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
        if part[0].capital and part[0].low in self.words.sets["determiners"]:
            name = written[0].lower() + written[1:]
        return Speaker(
            name, written, span, "name", "likely", None, head in words.people or head.endswith("s")
        )

    def _head(self, name: str) -> str:
        out = ""
        for w in name.lower().split():
            if w in self.words.sets["prepositions"] or w in self.words.sets["relative"]:
                break
            out = w
        return out

    def _recent(self, entity: Entity) -> bool:
        return any(s.entity is entity for s in self.spoken[-3:])

    def _pronoun(self, item: Item, span: Span, written: str, sentence_start: int) -> Speaker:
        kind = self.pronouns[item.low]
        if kind in ("masculine", "feminine"):
            found = self._person(kind, item.start, sentence_start)
            if found is None:
                return Speaker(None, written, span, "none", "possible")
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
        return Speaker(None, written, span, "none", "possible")

    def _person(self, sex: str, before: int, sentence_start: int) -> tuple[Entity, bool] | None:
        """The person of that gender who spoke last, unless a later sentence opens with another."""
        speaker: Entity | None = None
        for earlier in reversed(self.spoken):
            if earlier.entity and earlier.span and _may_be(earlier.entity, sex):
                speaker, _at = earlier.entity, earlier.span.start
                break
        latest: Entity | None = None
        k = bisect_left(self.starts, before) - 1
        steps = 0
        while k >= 0 and steps < 30:
            m = self.mentions[k]
            if _may_be(m.entity, sex) and m.entity.kind != "place" and not self._is_hidden(m.span.start):
                if latest is None or (m.entity.gender == sex and not latest.gender):
                    latest = m.entity
                if latest.gender == sex:
                    break
            k -= 1
            steps += 1
        if speaker is None and latest is None:
            return None
        if speaker is None or (latest is not None and latest.gender == sex and speaker.gender != sex):
            assert latest is not None
            return latest, False
        return speaker, speaker is latest and speaker.gender == sex

    def _is_hidden(self, offset: int) -> bool:
        k = bisect_right(self._hidden_starts, offset) - 1
        return k >= 0 and offset < self.hidden[k].end


def _may_be(entity: Entity, sex: str) -> bool:
    return entity.gender == sex or (not entity.gender and entity.kind == "person")


def _body(speaker: Speaker) -> bool:
    return speaker.entity is None or speaker.entity.kind in ("organisation", "place")
