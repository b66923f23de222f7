"""Another place for the same event.

Both reports say where one thing is, happened or will happen, and it cannot be in both places: on opposite
sides of one town, in two towns, streets or countries, in two kinds of building.  So is a place that one is on
the way to here, and leaves there, on one day.  Opposite directions from one town, or sides of a thing, need
only a deed in common where each report gives one.  A place within the other, a place that the other report
names as well, and a name of which nothing says what it is a name of are no clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, Span
from treatydiff.rules import Example, Keys, Pair, Told, in_both
from treatydiff.rules._bearings import DISTANCE, ONE_DIRECTION, OPPOSITE, bearings, compass, degrees_apart
from treatydiff.rules._events import same_parties
from treatydiff.rules._flanks import sided
from treatydiff.rules._journeys import ends, turned
from treatydiff.rules._located import Place, located, words_of
from treatydiff.rules._roles import in_common
from treatydiff.rules._speech import cues_within, same_name
from treatydiff.rules._words import meanings, mentions, same_word, stems_within
from treatydiff.tokens import fold

LINKED, SURE = 55.0, 80.0
"""How strong a link must be, and how strong it is where the clash is likely."""
OPENING = 2
"""Words at the beginning of a clause among which one stands that tells of another such thing."""
CLOSE = 85.0
"""How strong it is between two clauses of one day that are of one event, whatever their verbs."""
FEWEST, MANY = 2, 3
"""Words of content, figures and times in common besides the act and the place: at least, and where the clash
is likely or a name may be that of a larger place."""
ONE_EVENT = 0.8
"""How sure it must be that both tell of the same one where they have no such words in common."""
BY_DIRECTION = frozenset((DISTANCE, ONE_DIRECTION))
"""Evidence of links between clauses whose directions tie them."""
ASIDE = 90
"""Degrees between two directions that cannot both be."""

EXAMPLES = (
    Example(
        "The balloon with 14 guests took off from a lodge about 90 km north of Tarn.",
        "The balloon with 14 guests took off from a lodge and fell just south of the village.",
        False,
    ),
    Example(
        "The upper house has yet to vote on the bill on fishing.",
        "The lower house voted on the bill on fishing on Tuesday.",
        False,
    ),
    Example(
        "The tanker ran aground about four miles north of Tarn.",
        "The tanker ran aground four miles to the south of Tarn.",
        True,
    ),
    Example(
        "The quake struck 11 miles south-east of the town of Tarn.",
        "The epicentre of the quake was 18 km north-west of the town.",
        True,
    ),
    Example(
        "The next round of peace talks will be held in the port of Calder in May.",
        "The next round of peace talks is to be held in the mountain resort of Hohen in May.",
        True,
    ),
    Example(
        "The bacteria were found in a cooling tower on the roof of the laundry.",
        "The bacteria came from a cooling tower on top of the Holm brewery.",
        True,
    ),
    Example(
        "The minister signed the fishing accord in Norway on Monday.",
        "The fishing accord was signed in Sweden by the minister on Monday.",
        True,
    ),
    Example(
        "The fire broke out in the east wing of the museum after midnight.",
        "The fire at the museum broke out in the west wing after midnight.",
        True,
    ),
    Example(
        "She fell from a balcony on the third floor of the hotel.",
        "She fell from a balcony on the fifth floor of the hotel.",
        True,
    ),
    Example(
        "The fire broke out in the basement of the school in Tarn.",
        "The fire in Tarn broke out on the roof of the school.",
        True,
    ),
    Example(
        "The peace talks on fishing will resume in Geneva in May.",
        "The peace talks on fishing will be resumed in Vienna in May.",
        True,
    ),
    Example(
        "The new tram line will run along the east bank of the river.",
        "The new tram line is to follow the western bank.",
        True,
    ),
    Example(
        "The hut stands on the southern outskirts of Tarn, the forester Ada Holm said on Monday.",
        "The hut stands on the northern edge of Tarn, the forester Ada Holm said on Monday.",
        True,
    ),
    Example(
        "The ferry hit the northern shore of the island, and its crew was led to the southern shore.",
        "The crew of the ferry that hit land was led to the southern shore of the island.",
        False,
    ),
    Example(
        "The cook hid in the northern part of the town and was caught in the west.",
        "The cook hid in the west of the town and was caught in the western part of it.",
        False,
    ),
    Example(
        "The tanker ran aground about four miles north of Tarn.",
        "The tanker ran aground four miles to the south of the Ruritanian port Tarn.",
        True,
    ),
    Example(
        "The cook was robbed at a petrol station on Monday night.",
        "The cook was robbed at the railway station on Monday night.",
        True,
    ),
    Example(
        "The cook was robbed at the station on Monday night.",
        "The cook was robbed at the railway station on Monday night.",
        False,
    ),
    Example("The ferry left Tarn on 3 May.", "The ferry arrived in Tarn on 3 May.", True),
    Example("The ferry left Tarn on 3 May.", "The ferry sailed for Tarn on 9 May.", False),
    Example(
        "The tanker ran aground about four miles north of Tarn.",
        "The tanker ran aground four miles north-east of Tarn.",
        False,
    ),
    Example(
        "The fire broke out in the east wing of the museum and reached the west wing.",
        "The fire at the museum reached the west wing after midnight.",
        False,
    ),
    Example(
        "The tanker ran aground about four miles north of Tarn.",
        "The tanker ran aground four miles to the south of Lund.",
        False,
    ),
    Example(
        "The minister signed the fishing accord in Norway on Monday.",
        "The fishing accord was signed in Oslo by the minister on Monday.",
        False,
    ),
    Example(
        "The talks on fishing were held in Calder in May.",
        "The talks on fishing were held in May in the Calder district of Tarn.",
        False,
    ),
    Example(
        "The minister signed the fishing accord in Norway, after talks in Sweden.",
        "The fishing accord was signed in Sweden by the minister.",
        False,
    ),
    Example(
        "On Friday the river broke through the embankment on its eastern side and flooded the old market.",
        "The river swept through the western embankment on Friday and put the old market under water.",
        True,
    ),
    Example(
        "The bridge broke at its southern end, where the current is strongest.",
        "It was the northern end of the bridge that broke first, witnesses said.",
        True,
    ),
    Example(
        "The tanker broke up north of Tarn, a port city.",
        "The tanker broke up well to the south of Tarn, near a village.",
        True,
    ),
    Example(
        "The river broke through the embankment on its eastern side and flooded the market.",
        "The river swept through the embankment near the western gate and flooded the market.",
        False,
    ),
    Example(
        "Ada Holm can move the fingers of her right hand, but not yet those of the left.",
        "Ada Holm can move some fingers, but her left hand is still numb.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """What the claim places by direction, at a name or site, or on one side."""
    found: set[tuple[str, ...]] = set()
    if len(told.of(bearings)) == 1:
        found.add(("direction",))
    for place in told.clause(located):
        kinds = [kind for kind in ("name", "site", "spot") if getattr(place, kind)]
        things = [("by", noun) for noun in place.noun[-1:]]
        things += [("does", sense) for sense in meanings(place.act, told.language) if place.act]
        found |= {(place.how, kind, *thing) for kind in kinds for thing in things}
        if place.name and told.claim.times:
            found.add((place.how, "day"))
    found |= {("journey", end.place) for end in told.of(ends)}
    found |= {("side", kind, head) for head, (kind, _, _) in told.of(sided).items()}
    return in_both(found)


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two directions, or else the first two places, that exclude each other."""
    found = None
    if pair.link.score >= LINKED or not BY_DIRECTION.isdisjoint(e.name for e in pair.link.evidence):
        found = (
            _directions(pair) or (not _of_another(pair) and (_places(pair) or _sides(pair))) or _turned(pair)
        )
    if not found:
        return
    one, two, sure = found
    words = [
        " ".join(r.document.text[s.start : s.end].split()) for r, s in ((pair.left, one), (pair.right, two))
    ]
    yield Reason(
        "place",
        "contradiction",
        f"{words[0]} / {words[1]}",
        f"{{left}} places it “{words[0]}”, {{right}} “{words[1]}”.",
        (one,),
        (two,),
        "likely" if sure else "possible",
        "" if sure else "Both may hold if one place is part of the other, or they speak of two occasions.",
    )


def _directions(pair: Pair) -> tuple[Span, Span, bool] | None:
    left, right = pair.both(bearings)
    if len(left) != 1 or len(right) != 1:
        return None
    a, b = left[0], right[0]
    apart = degrees_apart(a.degrees, b.degrees)
    if apart < ASIDE or a.within != b.within or (a.anchor and b.anchor and a.anchor != b.anchor):
        return None
    if (a.distance is None) != (b.distance is None) and bool(a.anchor) != bool(b.anchor):
        # "From a lodge 90 km north of Tarn", "east of the village"
        return None
    common = in_common(pair, (a.span,), (b.span,))
    one_town = a.anchor and a.anchor == b.anchor
    if one_town and common < FEWEST and any(sure >= ONE_EVENT for _, _, sure in same_parties(pair)):
        common = FEWEST
    if not a.same_distance(b) and common < FEWEST and not pair.link.has(ONE_DIRECTION):
        return None
    sure = pair.link.score >= SURE or a.same_distance(b)
    return a.span, b.span, apart >= OPPOSITE and sure


def _of_another(pair: Pair) -> bool:
    """Whether a clause begins with another such thing: "a second man was held at a hotel"."""
    others = words_of(pair.language).others
    return any(t.norm in others for c in (pair.link.left, pair.link.right) for t in c.tokens[:OPENING])


def _turned(pair: Pair) -> tuple[Span, Span, bool] | None:
    found = turned(pair)
    return (*found, False) if found else None


def _places(pair: Pair) -> tuple[Span, Span, bool] | None:
    left, right = pair.clauses(located)
    for a in left:
        for b in right:
            if a.how != b.how or not (_same_thing(a, b, pair.language) or _same_day(a, b, pair)):
                continue
            if _once(a, left) and _once(b, right):
                sure = _apart(a, b, pair)
                if sure is not None:
                    return a.span, b.span, sure
    return None


def _sides(pair: Pair) -> tuple[Span, Span, bool] | None:
    """Two sides of one thing: "the east wing" and "the west wing", "the third floor" and "the fifth"."""
    left, right = pair.both(sided)
    for head, (kind, word, span) in left.items():
        if head not in right:
            continue
        other_kind, other, there = right[head]
        if kind != other_kind or word == other or not _apart_sides(word, other, pair.language):
            continue
        if _spoken_of(pair.right, word, head, pair) or _spoken_of(pair.left, other, head, pair):
            continue
        if _names_side(pair.right, pair.link.right, word) or _names_side(pair.left, pair.link.left, other):
            # "Moves the right hand, but not yet the left"
            continue
        # "Was on the third floor", "walked into the second floor": two moments, but for more in common.
        needed = FEWEST + (-1 if _one_verb(pair) else 1)
        if pair.link.has(ONE_DIRECTION) or in_common(pair, (span,), (there,), whole=True) >= needed:
            return span, there, False
    return None


def _one_verb(pair: Pair) -> bool:
    left, right = pair.link.left.predicates, pair.link.right.predicates
    return any(p.stem == q.stem for p in left for q in right)


def _apart_sides(one: str, two: str, language: Language) -> bool:
    points = compass(language)
    if one not in points or two not in points:
        return True
    return degrees_apart(points[one], points[two]) >= ASIDE


def _spoken_of(reading: Reading, word: str, head: str, pair: Pair) -> bool:
    """Whether a report speaks of that side of the thing, or of anything in that direction, anywhere."""
    points, told = compass(pair.language), pair.whole(_neighbours, reading)
    if word in points:
        return any(points.get(norm) == points[word] for norm, _ in told)
    return (word, head) in told


def _names_side(reading: Reading, claim: Claim, word: str) -> bool:
    """Whether the sentence of a claim has a word for a side, of whatever."""
    return any(t.norm == word for t in reading.passages[claim.passage].tokens)


def _neighbours(reading: Reading, language: Language) -> set[tuple[str, str]]:
    """Each word of a document with the stem of the next one; the last of a sentence with its own."""
    return {(a.norm, b.stem) for p in reading.passages for a, b in pairwise((*p.tokens, *p.tokens[-1:]))}


def _once(place: Place, places: Sequence[Place]) -> bool:
    """Whether the claim has no other place of that sort for the same act."""
    return (
        sum(p.how == place.how and p.act == place.act and bool(p.name) == bool(place.name) for p in places)
        == 1
    )


def _same_thing(a: Place, b: Place, language: Language) -> bool:
    """Whether two places go with one act, or with one thing that is there."""
    if a.noun and b.noun and a.noun[-1] == b.noun[-1] and len(set(a.noun) & set(b.noun)) > 1:
        return True
    return bool(a.act and b.act) and same_word(a.act, b.act, language)


def _same_day(a: Place, b: Place, pair: Pair) -> bool:
    """Whether two clauses that have much in common tell of one time, each with a place that it names.

    Where somebody says a thing is another matter than where it was.
    """
    left, right = pair.link.left, pair.link.right
    if pair.link.score < CLOSE or not (a.name and b.name):
        return False
    if a.act in _sayings(left, pair.left) or b.act in _sayings(right, pair.right):
        return False
    times = {(t.start, t.end) for t in left.times if t.start is not None}
    return any((t.start, t.end) in times for t in right.times)


def _sayings(claim: Claim, reading: Reading) -> set[str]:
    """Stems of the verbs of a claim that bring somebody's words."""
    cues = cues_within(reading, claim.passage)
    return {p.stem for p in claim.predicates if any(p.span.overlap(cue) for cue in cues)}


def _apart(a: Place, b: Place, pair: Pair) -> bool | None:
    """Whether two places exclude each other, and surely so; None where they do not."""
    if not _may_be_apart(a, b):
        return None
    spots = bool(a.spot and b.spot) and a.spot != b.spot and (a.name, a.site) == (b.name, b.site)
    if not spots and not _exclude(a, b, pair):
        return None
    common = in_common(pair, (a.span,), (b.span,))
    if common < FEWEST and not _one_event(a, b, pair):
        return None
    if spots or not (a.name and b.name):
        return False
    sure = common >= MANY and pair.link.score >= SURE
    if a.level:
        return sure
    return False if sure else None


def _exclude(a: Place, b: Place, pair: Pair) -> bool:
    """Whether two names or sites are of two places, neither of which the other report speaks of."""
    if a.name and b.name:
        return (
            a.level == b.level != "area"
            and not same_name(a.name, b.name, pair.language)
            and not _one_country(a.name, b.name, pair.language)
            and not mentions(pair.right, a.name, pair)
            and not mentions(pair.left, b.name, pair)
        )
    if not a.site or not b.site or a.site == b.site or a.room != b.room:
        return False
    if a.site in b.site.split() or b.site in a.site.split():
        # "The station" may be "the railway station".
        return False
    return not _has(pair.right, a.site, pair) and not _has(pair.left, b.site, pair)


def _may_be_apart(a: Place, b: Place) -> bool:
    """Whether two places are two names, sites or spots; quick to see."""
    spots = a.spot and b.spot and a.spot != b.spot
    return bool(spots or (a.name and b.name and a.name != b.name) or (a.site and b.site and a.site != b.site))


def _one_event(a: Place, b: Place, pair: Pair) -> bool:
    """Whether both tell what the same one did there, or what was done to the same."""
    return any(
        e.predicate.stem == a.act and f.predicate.stem == b.act and sure >= ONE_EVENT
        for e, f, sure in same_parties(pair)
    )


def _one_country(one: str, two: str, language: Language) -> bool:
    """Whether one is the other's capital, or the other's name for it."""
    countries = words_of(language).countries
    a, b = countries.get(fold(one)), countries.get(fold(two))
    return a is not None and a == b


def _has(reading: Reading, site: str, pair: Pair) -> bool:
    """Whether a report speaks of a kind of building anywhere."""
    sites, told = words_of(pair.language).sites, pair.whole(stems_within, reading)
    return any(kind == site and told.issuperset(stem.split()) for stem, kind in sites.items())
