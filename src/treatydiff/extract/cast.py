"""The people, bodies and places of a document, and which of them a name or a phrase means."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

from treatydiff.extract.runs import Run
from treatydiff.extract.words import NameWords
from treatydiff.frozen import dataclass, field
from treatydiff.hints import Literal
from treatydiff.model import NameKind, Span
from treatydiff.tokens import fold

NAMESAKES = 40
"""People of one last name that are told apart."""
NEAR = 2
"""Passages within which a last name means who was named last of those who bear it."""

Gender = Literal["masculine", "feminine", ""]


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a document names."""

    name: str
    """The fullest form, without title."""
    keys: tuple[str, ...]
    kind: NameKind
    first: int
    """Offset of the first mention."""
    count: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    titled: tuple[Gender, str] | None = None
    """The sex that a title shows, and the title, where only the last name is known."""
    roles: set[tuple[str, str]] = field(default_factory=set)
    """(role, country or "") as stated beside the name."""

    @property
    def gender(self) -> Gender:
        """What titles, first names, nouns and pronouns beside the name show, by majority."""
        he, she = self.votes.get("masculine", 0), self.votes.get("feminine", 0)
        if max(he, she) < self.thing:
            return ""
        return "masculine" if he > she else "feminine" if she > he else ""

    @property
    def thing(self) -> int:
        """How much shows that it is no person."""
        return self.votes.get("neuter", 0) + self.votes.get("place", 0)

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.keys[-1]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and whom it means."""

    span: Span
    entity: Entity
    short: bool
    """Whether the text gives less than the fullest form."""
    certain: bool = True
    passage: int = 0
    titles: tuple[str, ...] = ()


class Cast:
    """All entities of a document with their mentions in the order of the text."""

    def __init__(self, words: NameWords) -> None:
        self.words = words
        self.entities: list[Entity] = []
        self.mentions: list[Mention] = []
        self.headlines: frozenset[int] = frozenset()
        """Passages in which all words but the small ones have a capital."""
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_first: dict[str, list[Entity]] = defaultdict(list)
        self._by_keys: dict[tuple[str, ...], Entity] = {}
        self._by_initials: dict[str, Entity] = {}
        self._by_role: dict[tuple[str, str], tuple[dict[int, Entity], Entity | None]] = {}
        self._spouses: dict[str, Entity] = {}
        """Last name → the second of two people whom only titles of either sex tell apart."""
        self._latest: dict[str, tuple[Entity, int]] = {}
        """Last name → who of several bearers was named last, and in which passage."""

    def add(self, run: Run) -> None:
        """Take note of a full name, the longest first; the forms of one person's name fall together."""
        if len(run.keys) == 1 and run.kind not in ("place", "organisation"):
            return
        entity = self._by_keys.get(run.keys)
        if entity is None and run.kind not in ("place", "organisation"):
            for other in self._by_last[run.keys[-1]]:
                if _same_person(other.keys, run.keys) or other.keys[-len(run.keys) :] == run.keys:
                    entity = other
                    break
        if entity is None:
            entity = Entity(run.written, run.keys, run.kind, run.span.start)
            self.entities.append(entity)
            if run.kind not in ("place",) and len(self._by_last[run.keys[-1]]) < NAMESAKES:
                self._by_last[run.keys[-1]].append(entity)
                self._by_first[run.keys[0]].append(entity)
                if run.kind == "organisation" and len(run.words) > 1:
                    self._by_initials.setdefault("".join(w[0] for w in run.words if w[0].isupper()), entity)
        elif entity.kind == "unknown":
            entity.kind = run.kind
        self._by_keys[run.keys] = entity

    def knows(self, keys: tuple[str, ...]) -> bool:
        """Whether the running text has a name of these words, or a person with this last name."""
        return keys in self._by_keys or (len(keys) == 1 and bool(self._by_last.get(keys[0])))

    def mention(self, run: Run, passage: int) -> Mention:
        """Whom this name means; a new entity where nobody of that name is known."""
        entity, short, certain = self._by_keys.get(run.keys), False, True
        if len(run.keys) == 1 and entity is not None and (sex := self._sex(run.titles)):
            entity = self._spouse(entity, run, sex)
        if len(run.keys) == 1 or entity is None:
            known = self._known(run, passage)
            if known is not None and (entity is None or entity.count == 0 or entity.kind != "place"):
                entity, certain = known
                short = True
        if entity is None:
            # "Mrs Lind" beside "Ivo Lind" is somebody else
            apart = bool(self._sex(run.titles)) and bool(self._by_last.get(run.keys[-1]))
            name = f"{run.titles[-1].capitalize()} {run.written}" if apart else run.written
            entity = Entity(name, run.keys, run.kind, run.span.start)
            self.entities.append(entity)
            self._by_keys[run.keys] = entity
        entity.count += 1
        if run.article and not entity.name.startswith("The "):
            entity.name = f"The {entity.name}"
        self._vote(entity, run)
        if self._latest.get(run.keys[-1], (None, -1))[1] != passage:
            # of two bearers in one sentence the first is the one it is about
            self._latest[run.keys[-1]] = (entity, passage)
        short = run.keys[0] != entity.keys[0] or (short and run.keys != entity.keys)
        found = Mention(run.span, entity, short, certain, passage, run.titles)
        self.mentions.append(found)
        return found

    def _spouse(self, entity: Entity, run: Run, sex: Gender) -> Entity:
        """Who is meant by a title and a last name: somebody else than the bearer of the other sex's title.

        "Mr Lind" and "Mrs Lind" are told apart by their titles where no first names are known.
        """
        if not entity.titled or entity.titled[0] == sex:
            entity.titled = entity.titled or (sex, run.titles[-1].capitalize())
            return entity
        other = self._spouses.get(run.keys[0])
        if other is None:
            entity.name = f"{entity.titled[1]} {entity.name}"
            other = Entity(f"{run.titles[-1].capitalize()} {run.written}", run.keys, run.kind, run.span.start)
            other.titled = (sex, run.titles[-1])
            self.entities.append(other)
            self._spouses[run.keys[0]] = other
        return other

    def _vote(self, entity: Entity, run: Run) -> None:
        for title in run.titles:
            self.vote(entity, title, 5)
        if entity.kind in ("person", "unknown"):
            self.vote(entity, entity.keys[0], 2)

    def vote(self, entity: Entity, word: str, weight: int = 1) -> None:
        """Count a word beside the name as evidence of gender, where it is any."""
        if word in self.words.masculine:
            entity.votes["masculine"] += weight
        elif word in self.words.feminine:
            entity.votes["feminine"] += weight

    def _known(self, run: Run, passage: int) -> tuple[Entity, bool] | None:
        """Somebody known in full of whom this is a shorter form, and whether nobody else is meant."""
        found = [e for e in self._by_last[run.keys[-1]] if len(e.keys) > len(run.keys)]
        found = [e for e in found if e.keys[-len(run.keys) :] == run.keys]
        if not found and len(run.keys) == 1:
            if run.words[0].isupper() and run.words[0] in self._by_initials:
                return self._by_initials[run.words[0]], True
            found = [e for e in self._by_first[run.keys[0]] if len(e.keys) > 1 and e.kind != "organisation"]
        if not found or (
            run.kind == "place" and not run.titles and not any(e.kind == "person" for e in found)
        ):
            return None
        if run.kind in ("place", "organisation") and len(run.keys) == 1 and run.keys[0] in self.words.places:
            return None
        sex = self._sex(run.titles)
        if sex:
            found = [e for e in found if e.gender == sex] or [e for e in found if not e.gender]
            if not found:
                return None
        if len(found) == 1:
            return found[0], True
        latest, when = self._latest.get(run.keys[-1], (None, 0))
        if latest in found and passage - when <= NEAR:
            return latest, False
        return max(found, key=lambda e: (e.count, -e.first)), False

    def namesakes(self, entity: Entity) -> list[Entity]:
        """Other people with the same last name."""
        return [e for e in self._by_last.get(entity.keys[-1], ()) if e is not entity]

    def _sex(self, titles: tuple[str, ...]) -> Gender:
        for title in titles:
            if title in self.words.masculine:
                return "masculine"
            if title in self.words.feminine:
                return "feminine"
        return ""

    def by_role(self, noun: str, country: str, before: int) -> tuple[Entity, bool] | None:
        """The person who holds that role (of that country), the latest named first; whether no other does."""
        found, sole = self._holders(noun, country)
        if sole is not None or not found:
            return (sole, True) if sole else None
        for k in range(bisect_left(self.mentions, before, key=_start) - 1, -1, -1):
            if id(self.mentions[k].entity) in found:
                return self.mentions[k].entity, False
        return next(iter(found.values())), False

    def _holders(self, noun: str, country: str) -> tuple[dict[int, Entity], Entity | None]:
        """Everybody beside whose name that role stands, or a narrower one, by id; the only one if one is."""
        if (noun, country) not in self._by_role:
            wanted = self.words.groups.get(noun, frozenset()) | {noun}
            found = [
                entity
                for entity in self.entities
                if entity.kind not in ("place", "organisation")
                and any(
                    (role in wanted or role.rpartition(" ")[2] in wanted) and (not country or of == country)
                    for role, of in entity.roles
                )
            ]
            exact = [e for e in found if any(role == noun for role, _ in e.roles)]
            sole = found[0] if len(found) == 1 else exact[0] if len(exact) == 1 else None
            self._by_role[noun, country] = {id(e): e for e in found}, sole
        return self._by_role[noun, country]


def _start(mention: Mention) -> int:
    return mention.span.start


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One person's name with and without middle names: first and last words agree."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    x, y = a[0].strip("."), b[0].strip(".")
    return x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y))


def roles_in(phrase: list[str], words: NameWords) -> list[tuple[str, str]]:
    """(role, country) stated by a phrase such as "Morocco's industry and trade minister"."""
    folded = [fold(w) for w in phrase]
    countries: list[tuple[int, str]] = []
    for i, w in enumerate(folded):
        w = w[:-2] if w.endswith("'s") else w
        pair = " ".join(folded[i : i + 2])
        country = words.demonyms.get(pair) or words.demonyms.get(w) or words.countries.get(w)
        if country:
            countries.append((i, country))
    out = []
    for i, w in enumerate(folded):
        if w in words.role_heads:
            before = [c for k, c in countries if k < i]
            country = before[-1] if before else countries[0][1] if countries else ""
            for n in (3, 2):
                longer = " ".join(folded[max(0, i - n + 1) : i + 1])
                if longer in words.roles and " " in longer:
                    out.append((longer, country))
                    break
            else:
                if w in words.roles:
                    out.append((w, country))
    return out
