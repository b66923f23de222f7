"""Whom "he" and "she" mean: the people in view where a pronoun stands, and what speaks for each.

People come into view by being named or by speaking.  What speaks for one of them are the preferences of
centering (Grosz, Joshi and Weinstein 1995) and of news: the latest speaker, the subject of this sentence or
the one before, somebody who has just been introduced, whom the whole report is about.  What rules one out is
gender, and that the same sentence names him or her beside the pronoun: in "he said Lind was late", "he" is
not Lind.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from treatydiff.extract.cast import Cast, Entity, Mention
from treatydiff.extract.phrases import Parse
from treatydiff.extract.subjects import subject
from treatydiff.frozen import NamedTuple, dataclass
from treatydiff.model import Span

VIEW = 9
"""Sentences before a pronoun in which those whom it may mean are named."""
WEIGHTS = {
    "spoke here": 2.0,
    "spoke before": 1.6,
    "spoke earlier": 0.5,
    "quoted": 0.6,
    "subject here": 2.0,
    "subject before": 1.6,
    "subject two before": 0.7,
    "named here": 0.6,
    "named before": 0.5,
    "named earlier": 0.2,
    "latest": 0.8,
    "introduced": 0.8,
    "known": 1.5,
    "person": 0.5,
    "share": 1.0,
    "beside": -3.0,
}
"""How much each sign speaks for a person."""
MARGIN = 1.0
"""By how much the first must lead so that the answer is sure."""


class Place(NamedTuple):
    """A mention as the sentence has it."""

    mention: Mention
    sentence: int
    role: str
    """ "subject", or ""."""
    hidden: bool
    """Whether it stands within marks."""


@dataclass(slots=True)
class Spoken:
    """Somebody who spoke."""

    entity: Entity
    line: int
    quoted: bool
    """Whether in words of his or her own."""


class Discourse:
    """The people of a document as the reader meets them, sentence by sentence."""

    def __init__(self, cast: Cast, hidden: Sequence[Span]) -> None:
        self.cast = cast
        self.mentions = sorted(cast.mentions, key=lambda m: m.span)
        self.starts = [m.span.start for m in self.mentions]
        self.most = max((e.count for e in cast.entities if e.kind != "place"), default=1)
        self._hidden = hidden
        self._hidden_starts = [h.start for h in hidden]
        self.places: list[Place] = []
        """Mentions outside marks so far, in the order of the text."""
        self.sentence = -1
        self.line = 0
        self.spoken: list[Spoken] = []
        self._speakers: set[int] = set()

    def enter(self, p: Parse, start: int, end: int, line: int) -> None:
        """Take in the mentions of the next sentence."""
        self.sentence += 1
        self.line = line
        named = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        if not named:
            return
        subjects: set[int] = set()
        for group in p.groups:
            found = subject(p, group.first)
            if found is not None and found.how == "subject":
                subjects.add(p.items[found.head].start)
                if p.at(found.last + 1) == "," and p.at(found.last + 2) == "M":
                    # "her rival, Mayor Ivo Lind, said"
                    k = found.last + 2
                    while p.at(k) == "M":
                        subjects.add(p.items[k].start)
                        k += 1
        for k in named:
            m = self.mentions[k]
            first, last = m.span
            role = "subject" if any(first <= s < last for s in subjects) else ""
            self.places.append(Place(m, self.sentence, role, self._is_hidden(m.span.start)))

    def spoke(self, entity: Entity, quoted: bool) -> None:
        """Take note of a speaker."""
        self.spoken.append(Spoken(entity, self.line, quoted))
        self._speakers.add(id(entity))

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The name that ends with the word between these offsets."""
        k = bisect_right(self.starts, start) - 1
        return self.mentions[k] if k >= 0 and self.mentions[k].span.end >= end else None

    def named_within(self, spans: Sequence[Span]) -> list[Entity]:
        """Everybody who is named within these spans, in marks or not."""
        return [
            self.mentions[k].entity
            for start, end in spans
            for k in range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        ]

    def _is_hidden(self, offset: int) -> bool:
        k = bisect_right(self._hidden_starts, offset) - 1
        return k >= 0 and offset < self._hidden[k].end

    def candidates(
        self, sex: str, at: int, beside: Sequence[Entity]
    ) -> Iterator[tuple[Entity, dict[str, float]]]:
        """Everybody in view whom a pronoun of that gender at that offset may mean, with the signs."""
        signs: dict[int, dict[str, float]] = {}
        people: dict[int, Entity] = {}

        def add(entity: Entity, sign: str, value: float = 1.0) -> None:
            people[id(entity)] = entity
            own = signs.setdefault(id(entity), {})
            own[sign] = max(own.get(sign, 0.0), value)

        seen = False
        may_be: dict[int, bool] = {}
        """Whether each of those met so far may be meant: many are named often."""
        for place in reversed(self.places):
            gap = self.sentence - place.sentence
            if gap > VIEW:
                break
            if place.hidden or place.mention.span.start >= at:
                continue
            entity = place.mention.entity
            if (fits := may_be.get(id(entity))) is None:
                fits = may_be[id(entity)] = self._may_be(entity, sex)
            if not fits:
                other = self._namesake(place.mention, sex)
                if other is None:
                    continue
                entity = other
            if not seen:
                seen = True
                add(entity, "latest")
            if place.role and gap < 3:
                add(entity, ("subject here", "subject before", "subject two before")[gap])
            elif gap < 2:
                add(entity, ("named here", "named before")[gap])
            else:
                add(entity, "named earlier")
            if gap < 2 and len(entity.keys) > 1 and place.mention.span.start == entity.first:
                add(entity, "introduced")
        fitting = [s for s in self.spoken[-8:] if self._may_be(s.entity, sex)]
        if fitting:
            last = fitting[-1]
            lines = self.line - last.line
            add(last.entity, ("spoke here", "spoke before", "spoke earlier")[min(lines, 2)])
            words = [s for s in fitting if s.quoted]
            if words and self.line - words[-1].line < 4:
                add(words[-1].entity, "quoted")
        for key, entity in people.items():
            own = signs[key]
            own["share"] = entity.count / self.most
            own["known"] = float(entity.gender == sex)
            own["person"] = float(entity.kind == "person")
            own["beside"] = float(entity in beside)
            yield entity, own

    def _namesake(self, mention: Mention, sex: str) -> Entity | None:
        """The one of that gender who bears the same last name, where a mention does not tell who is meant."""
        if mention.short and not mention.certain:
            for other in self.cast.namesakes(mention.entity):
                if other.gender == sex:
                    return other
        return None

    def _may_be(self, entity: Entity, sex: str) -> bool:
        """Whether a pronoun of that gender may mean somebody."""
        if entity.kind in ("place", "organisation"):
            return False
        if entity.gender:
            return entity.gender == sex
        if entity.kind == "person" or len(entity.keys) > 1:
            return entity.thing < 2 or entity.kind == "person"
        return not entity.thing and id(entity) in self._speakers

    def person(self, sex: str, at: int, beside: Sequence[Entity]) -> tuple[Entity, bool] | None:
        """The person for whom most speaks, and whether that is sure."""
        found = [
            (sum(WEIGHTS[sign] * value for sign, value in signs.items()), -entity.first, entity)
            for entity, signs in self.candidates(sex, at, beside)
        ]
        if not found:
            return None
        found.sort(key=lambda f: (-f[0], -f[1]))
        best = found[0]
        sure = len(found) == 1 or best[0] - found[1][0] > MARGIN
        return best[2], sure and best[2].gender == sex and not self._unsure(best[2], at)

    def _unsure(self, entity: Entity, before: int) -> bool:
        """Whether the latest name that may be somebody's was taken for it among several bearers."""
        for place in reversed(self.places):
            if self.sentence - place.sentence > VIEW:
                break
            if place.mention.span.start < before and place.mention.entity is entity:
                return place.mention.short and not place.mention.certain
        return False
