"""Reports of made-up events, as long as wanted and the same on every machine."""

from __future__ import annotations

from random import Random

PEOPLE = ["Ada Holm", "Bo Lindgren", "Ilse Brandt", "Ivo Marek", "Gülşah Şahin", "Tomas Reyl", "Nora Vance"]
OFFICES = ["mayor", "minister", "governor", "chief engineer", "harbour master", "union leader"]
TOWNS = ["Marlow", "Tarnow Bay", "Kestwick", "Dunmarrow", "Tolliver", "Merovia", "Ashcombe", "Valdrani"]
THINGS = [
    "bridge",
    "harbour",
    "dam",
    "school",
    "mill",
    "ferry",
    "market",
    "tunnel",
    "library",
    "mine",
    "theatre",
    "reservoir",
    "depot",
]
ACTS = [
    "opened",
    "closed",
    "flooded",
    "rebuilt",
    "sold",
    "bought",
    "inspected",
    "blocked",
    "cleared",
    "repaired",
    "painted",
    "moved",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ADJECTIVES = [
    "old",
    "new",
    "northern",
    "stone",
    "narrow",
    "disputed",
    "costly",
    "public",
    "wooden",
    "central",
    "empty",
    "crowded",
]
GROUPS = ["farmers", "students", "drivers", "nurses", "sailors", "miners", "teachers", "shopkeepers"]
FRAMES = [
    "The {adj} {thing} in {town} was {act} on {day}.",
    "{person}, the {office}, said the {thing} would be {act} by {day}.",
    "“We have waited {n} years for the {thing},” {person} said.",
    "At least {n} {group} were hurt when the {adj} {thing} was {act}, police said.",
    "The {office} denied that the {thing} had cost {m} million crowns.",
    "About {n} {group} marched to the {thing} in {town} on {day}.",
    "{person} told reporters that {group} had not been asked about the {adj} {thing}.",
    "Work on the {thing} is expected to end in {town} next year.",
    "The {group} of {town} plan to take the {office} to court over the {thing}.",
    "According to {person}, {n} per cent of the {group} want the {thing} {act}.",
    "It was the {adj} {thing} that {group} had complained of since {day}.",
    "No one in {town} knows why the {thing} was {act} twice.",
]


def _fact(dice: Random) -> dict[str, object]:
    return {
        "person": dice.choice(PEOPLE), "office": dice.choice(OFFICES), "town": dice.choice(TOWNS),
        "thing": dice.choice(THINGS), "act": dice.choice(ACTS), "day": dice.choice(DAYS),
        "adj": dice.choice(ADJECTIVES), "group": dice.choice(GROUPS), "n": dice.randint(2, 90),
        "m": dice.randint(2, 900),
    }  # fmt: skip


def pair(words: int, number: int = 0) -> tuple[str, str]:
    """Two reports of that many words each; a third of what they tell is one event's, told differently."""
    dice = Random(f"{words}/{number}")
    reports: list[list[str]] = [[], []]
    sizes = [0, 0]
    while min(sizes) < words:
        fact = _fact(dice)
        shared = dice.random() < 1 / 3
        for n, report in enumerate(reports):
            if sizes[n] >= words:
                continue
            told = (
                (fact | {"n": dice.randint(2, 90)} if dice.random() < 0.3 else fact)
                if shared
                else _fact(dice)
            )
            sentence = dice.choice(FRAMES).format(**told)
            sizes[n] += len(sentence.split())
            report.append(sentence + ("\n\n" if dice.random() < 0.3 else " "))
    one, two = ("".join(report).strip() + "\n" for report in reports)
    return one, two
