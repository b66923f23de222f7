"""The unit that a figure is in, and what is measured in it."""

from __future__ import annotations

from treatydiff.extract.numerals import Lexicon, Numeral
from treatydiff.extract.window import Window
from treatydiff.frozen import dataclass
from treatydiff.model import Token
from treatydiff.tokens import HYPHENS

NEAR, FAR, AFTER = 9, 4, 6
"""Tokens before a measure that are searched for what it measures; stems kept of them; tokens after it."""
KEPT_AFTER = 3
"""Stems kept of what follows a measure."""
CHILD = 2
"""From here on "a woman of" a figure tells her age."""
SET_OFF, ENDS = (", ", "., "), (",", ".", ";", ")")
"""What stands between a name and an age behind it, and what may stand behind that."""
HALF_A_DAY = 12
"""The largest hour that "at" may stand before."""
OLDEST, STRONGEST = 120, 10
"""Above all ages of people, and all magnitudes of earthquakes."""
WEIGHED = 7
"""Tokens before "pounds" that may say that something is weighed."""
HECTARES = 100
"""In a square kilometre."""
LITRES = 1e12
"""In a cubic kilometre."""
PLAIN_GAPS = frozenset(("", " ", "\u00a0", "-", "‑", "\n"))


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit, the factor to its canonical form, and the index of the token after its words."""

    unit: str
    factor: float
    end: int


def measure(n: Numeral, at: Window, words: Lexicon) -> Measure | None:
    """The unit of a figure, "" where it counts; None where it is none: "two days ago", "three-point line"."""
    end = n.last
    following, gap, pair = at.norm(end), at.gap(end), f"{at.norm(end)} {at.norm(end + 1)}"
    if symbol := at.symbol(n.first, words.currencies):
        return Measure(words.currencies[symbol], 1.0, end)
    if gap.lstrip().startswith("%"):
        return Measure("percent", 1.0, end)
    if following in words.lists["glued_degrees"] and not gap:
        # "14C"
        return Measure(words.temperatures[following], 1.0, end + 1)
    if gap.strip() == "°":
        return Measure(
            words.temperatures.get(following, "celsius"), 1.0, end + (following in words.temperatures)
        )
    if pair in words.unit_phrases:
        unit, _, factor = words.unit_phrases[pair].partition(" ")
        return Measure(unit, float(factor or 1), end + 2)
    if is_age(n, at, words):
        while at.norm(end) in words.lists["age_words"]:
            end += 1
        return Measure("age", 1.0, end)
    if is_scale(n, at, words):
        return Measure("magnitude", 1.0, end + (following in words.scales))
    if money := _currency(end, at, words):
        return Measure(*money)
    if extent := _extent(end, at, words):
        return extent
    if gap in PLAIN_GAPS and following in words.units and n.kind != "fraction":
        return _of_unit(n, at, words)
    if following in words.lists["degrees"]:
        named = words.temperatures.get(at.norm(end + 1))
        return Measure(named or "celsius", 1.0, end + (2 if named else 1))
    if n.kind == "fraction":
        return Measure("percent", 100.0, end)
    return Measure("", 1.0, end)


def _extent(end: int, at: Window, words: Lexicon) -> Measure | None:
    """The measure of an area or a volume: "square miles", "cubic metres"."""
    length = words.units.get(at.norm(end + 1))
    if not length or length[0] != "km" or not {at.gap(end), at.gap(end + 1)} <= PLAIN_GAPS:
        return None
    for kind, unit, power, factor in (("square", "hectare", 2, HECTARES), ("cubic", "litre", 3, LITRES)):
        if at.norm(end) in words.lists[kind]:
            return Measure(unit, length[1] ** power * factor, end + 2)
    return None


def _of_unit(n: Numeral, at: Window, words: Lexicon) -> Measure | None:
    unit, factor = words.units[at.norm(n.last)]
    end = n.last + 1
    # "He died ten days before", but "he waited for ten days before"
    lasting = at.norm(n.first - 1) in words.lists["lasting"] or at.norm(n.first - 2) in words.lists["lasting"]
    if unit == "day" and at.norm(end) in words.lists["away"] and not lasting:
        return None
    if unit == "point" and at.gap(n.last) in HYPHENS and at.norm(end) in words.lists["with_points"]:
        # "Behind the three-point line"
        return None
    if named := words.temperatures.get(at.norm(end)):
        return Measure(named, 1.0, end + 1)
    return Measure(unit, factor, end)


def is_age(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether the figure is somebody's age: "57-year-old", "aged 57", "Orla Quent, 57, …"."""
    if not 0 < n.low < OLDEST:
        return False
    if f"{at.norm(n.last)} {at.norm(n.last + 1)}" in words.lists["ages"]:
        return True
    before, before_that = at.norm(n.first - 1), at.norm(n.first - 2)
    if before in words.lists["aged"] or _is_second_age(n, at, words):
        return True
    of_age = before in words.lists["age"] or (
        before in words.lists["of"] and before_that in words.lists["age"]
    )
    if of_age or (before in words.lists["at"] and n.low > HALF_A_DAY and _is_ended(n, at, words)):
        # "She died at the age of 85", "she died on Monday at 91", but "at the age of ten she ran away"
        return _is_of_death(n, at, words)
    if before in words.lists["being"] and before_that in words.lists["somebody"]:
        # "Reid, who was 67, …"; "she is 36."
        ended = at.gap(n.last)[:1] in ENDS or at.norm(n.last) in words.breaks
        return n.low > CHILD and n.last == n.first + 1 and ended
    if before in words.lists["limits"] and not _is_plural_next(n, at, words):
        # "Children under 12 were let in"
        return before_that in words.lists["of_ages"]
    if before in words.lists["of"] and before_that in words.lists["of_an_age"]:
        # "A woman of 64"
        spaced = at.gap(n.first - 1) == at.gap(n.first) == " "
        return n.low > CHILD and spaced and _is_ended(n, at, words)
    person = at.is_capital(n.first - 1) or before in words.people or before in words.lists["of_an_age"]
    person = person or _is_one_told_of(n.first - 1, at, words)
    named = person and n.last == n.first + 1 and at.is_digit(n.first) and n.low >= 1
    set_off = at.gap(n.first) in SET_OFF and at.gap(n.last)[:1] in ENDS
    return named and set_off and before not in words.months


def _is_of_death(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether a word for dying stands before a figure, "died", "her death at", but "the death toll"."""
    dying = words.lists["dying_at"]
    return any(
        at.norm(k) in dying
        # "Puts the dead at 91"
        or (f"{at.norm(k)} {at.norm(k + 1)}" in dying and at.norm(k - 1) not in words.lists["of_the"])
        for k in range(n.first - 2, n.first - 2 - AFTER, -1)
    )


def _is_one_told_of(k: int, at: Window, words: Lexicon) -> bool:
    """Whether a token ends "the actress", "a retired teacher", "a mother of two"."""
    if at.norm(k - 1) in words.lists["of"] and at.norm(k - 2) in words.lists["parents"]:
        return True
    word = at.norm(k)
    counted = word in words.units or word in words.lists["standing"]
    if not word.isalpha() or counted or words.is_plural(word) or at.gap(k) != " ":
        return False
    articles = words.lists["articles"] | words.lists["of_the"]
    return at.norm(k - 1) in articles or (at.gap(k - 1) == " " and at.norm(k - 2) in articles)


def _is_ended(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether a figure stands at the end of a phrase."""
    return bool(at.gap(n.last).strip(" ")) or n.last == len(at.tokens) or at.norm(n.last) in words.stops


def _is_second_age(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether a figure ends "aged 12 and 15", "aged between 12 and 15"."""
    lists, k = words.lists, n.first - 1
    if at.norm(k) not in lists["joining"] | lists["between_joins"] | lists["range_joins"]:
        return False
    aged = at.norm(k - 2) in lists["aged"] or (
        at.norm(k - 2) in lists["between"] and at.norm(k - 3) in lists["aged"]
    )
    return aged and not _is_plural_next(n, at, words)


def _is_plural_next(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether a figure counts the word behind it, or is in a unit: "over 40 | guests"."""
    following = at.norm(n.last)
    noun = following.endswith(words.plural) or following in words.people or following in words.currencies
    return noun and not at.gap(n.last).strip()


def is_scale(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether the figure is the magnitude of an earthquake."""
    magnitude = at.norm(n.first - 1) in words.lists["magnitude"]
    if not 0 < n.low < STRONGEST or ("." not in at.tokens[n.first].text and not magnitude):
        return False
    around = [at.norm(k) for k in range(n.first - FAR, n.first)]
    after = [at.norm(k) for k in range(n.last, n.last + FAR)]
    if after[0] in words.units:
        return False
    if any(w in words.scales for w in [*around, *after]):
        return True
    return after[0] in words.lists["earthquakes"] or " ".join(around[-2:]) in words.lists["readings"]


def _currency(end: int, at: Window, words: Lexicon) -> tuple[str, float, int] | None:
    """Money in words: "250,000 euros", "3 US dollars", "200 pounds" where nothing is weighed."""
    for k in (end, end + 1):
        word = at.norm(k)
        code = words.currencies.get(word)
        if not code or len(word) < 3 or at.gap(k).strip("- \u00a0"):
            continue
        qualifier = at.norm(end) if k > end else ""
        if qualifier and (qualifier in words.stops or qualifier in words.people):
            return None
        if word in words.lists["weights_too"] and at.norm(k - 1) not in words.magnitudes:
            near = {at.norm(j) for j in range(end - WEIGHED, end + FAR)}
            if at.gap(end) == "-" or near & words.weighing or at.norm(k + 1) in words.lists["of"]:
                return None
        return words.qualified_money.get(f"{qualifier} {word}", code), 1.0, k + 1
    # "50 New Zealand dollars"
    land = " ".join(at.norm(k) for k in range(end, end + 3))
    return (words.qualified_money[land], 1.0, end + 3) if land in words.qualified_money else None


def rate(end: int, at: Window, words: Lexicon) -> tuple[float, int] | None:
    """Days in the unit of time of "a week", "per hour" at token `end`, and the index after it."""
    if at.norm(end) in words.lists["of"] and at.norm(end + 2) in words.per:
        # "38 cubic metres of water a second"
        end += 2
    known = words.units.get(at.norm(end + 1))
    if at.norm(end) in words.per and known and known[0] == "day" and not at.gap(end).strip("% "):
        return known[1], end + 2
    return None


def governed(n: Numeral, end: int, at: Window, words: Lexicon) -> tuple[str, ...]:
    """Content stems near a measure, money or percentage: the nearest before it, and "of ..." after it."""
    near: list[str] = []
    for k in range(n.first - 1, max(-1, n.first - 1 - NEAR), -1):
        token, gap = at.tokens[k], at.gap(k + 1)
        joint = near and (token.norm in words.joints or "," in gap)
        if joint or any(c in gap for c in ';:.!?"”“'):
            break
        if _is_context(token, words):
            near.insert(0, token.stem)
    after: list[str] = []
    for k in range(end, min(len(at.tokens), end + AFTER)):
        token = at.tokens[k]
        if at.gap(k).strip("%°-‑ \n") or token.norm in words.joints or token.text[0].isdigit():
            break
        if _is_context(token, words):
            after.append(token.stem)
    return (*after[:KEPT_AFTER], *near[-FAR:])


def _is_context(token: Token, words: Lexicon) -> bool:
    word = token.norm
    if token.text[0].isdigit() or len(word) < 3 or word in words.stops or (word,) in words.before:
        return False
    return not (
        word in words.magnitudes
        or word in words.fractions
        or word in words.vague
        or word in words.numbers
        or word in words.units
        or word in words.currencies
        or word in words.lists["no_context"]
    )


def aged(n: Numeral, end: int, at: Window, words: Lexicon) -> tuple[str, ...]:
    """Stem of the name, else of the noun, of whoever is that old."""
    # "Orla Quent, 57", "Orla Quent, aged 57", "a woman of 57"
    joint = at.norm(n.first - 1)
    joints = words.lists["aged"] | words.lists["of"] | words.lists["limits"]
    before = n.first - (joint in joints)
    people = words.lists["of_an_age"] | words.lists["of_ages"]
    of_one = before < n.first and at.norm(before - 1) in people
    # "Ivo Holm Jr., 49"
    set_off, at_name = at.gap(before) in SET_OFF, before - 1 - (at.norm(before - 1) in words.tails)
    if (at.is_capital(at_name) and set_off) or of_one:
        return (at.tokens[at_name].stem,)
    if joint in words.lists["being"]:
        who = n.first - 3
        named = at.gap(who + 1) == ", " and at.is_capital(who)
        return (at.tokens[who].stem,) if named else ()
    run = at.tokens[end : end + 4]
    name = None
    for k, t in enumerate(run):
        if at.gap(end + k).strip() or (k > 1 and name is None):
            break
        if t.text[0].isupper():
            name = t.stem
        elif name:
            break
    if name:
        return (name,)
    return tuple(t.stem for t in run[:1] if t.norm not in words.stops and not at.gap(end).strip())
