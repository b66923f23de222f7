"""Names across the reports of one event: each lends the others the fuller form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from treatydiff.frozen import replace
from treatydiff.model import Name, Reading
from treatydiff.tokens import fold


def lend_names(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with each person's name in the fullest form that any of them gives.

    A surname alone is filled in only where all the reports together know one person of that name.
    Spellings that differ in accents alone become one.  The order of the readings makes no difference.
    """
    if len(readings) < 2:
        return tuple(readings)
    fuller = _fuller({n.entity for r in readings for n in r.names if n.kind in ("person", "unknown")})
    return tuple(_renamed(r, fuller) for r in readings) if fuller else tuple(readings)


def _fuller(names: Iterable[str]) -> dict[str, str]:
    """Name → the form that replaces it, where it is another."""
    keys: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names):
        keys[tuple(fold(name).split())].append(name)
    # The spelling with more accents is the more careful one.
    best = {key: max(forms, key=lambda f: (sum(c > "~" for c in f), f)) for key, forms in keys.items()}
    by_ends: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    by_last: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key in sorted(best):
        if len(key) > 1:
            by_ends[key[0], key[-1]].append(key)
            by_last[key[-1]].add((key[0], key[-1]))
    out = {}
    for key, forms in keys.items():
        target = key
        if len(key) > 1:
            target = max(by_ends[key[0], key[-1]], key=lambda k: (len(k), k))
        elif len(people := by_last.get(key[0], set())) == 1:
            target = max(by_ends[next(iter(people))], key=lambda k: (len(k), k))
        out.update({form: best[target] for form in forms if form != best[target]})
    return out


def _renamed(reading: Reading, fuller: Mapping[str, str]) -> Reading:
    def names(found: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple(replace(n, entity=fuller[n.entity]) if n.entity in fuller else n for n in found)

    def speaker(name: str | None) -> str | None:
        return fuller.get(name, name) if name is not None else None

    return replace(
        reading,
        names=names(reading.names),
        quotes=tuple(
            replace(q, speaker=speaker(q.speaker), chain=tuple(fuller.get(c, c) for c in q.chain))
            for q in reading.quotes
        ),
        claims=tuple(
            replace(c, names=names(c.names), speaker=speaker(c.speaker), denied_by=speaker(c.denied_by))
            for c in reading.claims
        ),
    )
