"""What one report denies, or says happened to nobody, and the other tells in words of its own."""

from __future__ import annotations

import pytest

from treatydiff import Document, compare

FIRE = (
    "A fire destroyed a furniture warehouse in the port of Tarnow in the early hours of Tuesday. More than "
    "eighty firefighters fought the blaze, which sent a column of black smoke over the town.",
    "TARNOW - Fire gutted the furniture warehouse in the port on Tuesday. The smoke could be seen from "
    "across the bay as some eighty firefighters tackled the flames.",
)
RAID = (
    "A jeweller was shot dead in his shop in Tarnow on Saturday evening. Police said Otto Brandt, 61, died "
    "at the scene. Two masked men fled with a bag of watches.",
    "TARNOW - Police are hunting two robbers who killed jeweller Otto Brandt at his shop on Saturday. "
    "Brandt, 61, was shot in the chest. The masked pair got away with watches.",
)
VOTE = (
    "The council of Tarnow voted on Monday to close the town's outdoor pool. Councillors approved the plan "
    "after a four-hour debate. The pool, opened in 1962, loses money, treasurer Ada Holm said.",
    "Tarnow will lose its outdoor pool. The town council decided on Monday, after four hours of debate, to "
    "shut it. The pool, which dates from 1962, is a drain on the town's money.",
)
CRASH = (
    "A passenger train hit a lorry on a level crossing near Tarnow on Thursday morning. The train, bound "
    "for Lund, was carrying 120 people. The driver of the lorry died. Eleven passengers were hurt.",
    "One man died and eleven people were injured when a train ran into a lorry at a crossing outside Tarnow "
    "on Thursday. Some 120 passengers were on board the train to Lund.",
)


def clashes(story: tuple[str, str], left: str, right: str) -> set[str | None]:
    """The types of the clashes between two reports of one event, each with a sentence added."""
    one, two = (
        Document(key, key, f"{text} {own}") for key, text, own in zip("ab", story, (left, right), strict=True)
    )
    return {f.type for f in compare([one, two]).findings if f.kind == "contradiction"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Holm denied that the pool had leaked.", "The pool had leaked since March."),
        ("Holm said it was untrue that the pool leaked.", "The pool leaked for years."),
        ("Holm dismissed as false reports that the pool was uninsured.", "The pool was not insured."),
        ("There was no truth in claims that the pool leaked, Holm said.", "The pool leaked for years."),
        ("Claims that the pool leaked were nonsense, Holm said.", "The pool leaked for years."),
        (
            "Holm dismissed suggestions that the water was going too slowly.",
            "The water was going too slowly.",
        ),
    ],
)
def test_what_is_called_untrue_is_denied(left: str, right: str) -> None:
    assert clashes(VOTE, left, right) & {"denial", "negation"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Holm said it was untrue that the pool leaked.", "Holm said the pool did not leak."),
        ("Holm denied having met the builder.", "Holm had met the minister twice."),
        ("Holm said it was wrong that the pool had been shut.", "The pool had been shut."),
        ("Holm dismissed as false reports that the pool was uninsured.", "The pool was insured."),
        ("Claims that the pool leaked were nonsense, Holm said.", "The pool's paint has not been renewed."),
    ],
)
def test_what_is_called_untrue_agrees_with_its_opposite(left: str, right: str) -> None:
    assert not clashes(VOTE, left, right)


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (FIRE, "Nobody was hurt.", "Two firefighters were treated for burns."),
        (
            FIRE,
            "No one was injured in the blaze.",
            "Three workers were taken to hospital with smoke poisoning.",
        ),
        (
            VOTE,
            "The debate passed without incident.",
            "Two people were removed from the hall after scuffles.",
        ),
        (VOTE, "There were no protests.", "About a hundred people demonstrated outside."),
        (VOTE, "The march was peaceful.", "Police used batons after clashes at the march."),
        (CRASH, "The train driver was not hurt.", "Among the injured is the train driver."),
        (CRASH, "None of the children on board was hurt.", "Two children were among the injured."),
        (CRASH, "The conductor escaped unscathed.", "The conductor suffered a broken arm."),
        (FIRE, "Everyone escaped unharmed.", "Two firefighters were treated for burns."),
    ],
)
def test_what_happened_to_some_did_not_happen_to_nobody(
    story: tuple[str, str], left: str, right: str
) -> None:
    assert "negation" in clashes(story, left, right)
    assert "negation" in clashes((story[1], story[0]), right, left)


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (FIRE, "No residents were hurt.", "Two firefighters were treated for burns."),
        (FIRE, "Nobody was killed.", "Two firefighters were treated for burns."),
        (FIRE, "Nobody was seriously hurt.", "Two firefighters were treated for burns."),
        (FIRE, "No one else was hurt.", "Two firefighters were treated for burns."),
        (FIRE, "No injuries have been reported so far.", "Two firefighters were treated for burns."),
        (FIRE, "Nobody was hurt.", "Two firefighters had been hurt in an earlier fire in the port."),
        (FIRE, "Nobody was hurt.", "Two workers were hurt in a fire at the warehouse in 1998."),
        (CRASH, "The train driver was not hurt.", "Among the injured is a conductor."),
        (CRASH, "The train driver was not hurt.", "The lorry driver was hurt."),
        (CRASH, "There was no damage to the bridge.", "The damage to the train is great."),
        (CRASH, "The bridge, the only one, came through undamaged.", "Nine houses are cracked."),
    ],
)
def test_others_may_be_hurt(story: tuple[str, str], left: str, right: str) -> None:
    assert not clashes(story, left, right)


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (RAID, "The suspects surrendered peacefully.", "The navy took the lead in the fight against crime."),
        (CRASH, "All but the driver escaped without injury.", "A passer-by was injured."),
    ],
)
def test_who_gives_up_peacefully_says_nothing_of_others(
    story: tuple[str, str], left: str, right: str
) -> None:
    assert not clashes(story, left, right)


def test_a_body_is_the_one_by_name_of_which_the_same_person_speaks() -> None:
    left = "'It was right,' said Otto Brandt, the coach. He added that the club would not be appealing."
    right = "'It was nothing,' said Otto Brandt, confirming that Rovers would lodge an appeal."
    story = (
        "Tarnow Rovers lost 2-1 to Lund on Saturday after Ivo Lind was sent off. Lund lead the table.",
        "Lund beat Tarnow Rovers 2-1 on Saturday. Ivo Lind was sent off. Lund are top of the table.",
    )
    assert "negation" in clashes(story, left, right)
