"""Every state of a pack tells its own examples apart, told in two reports that begin alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from entries import check, clash, entries
from treatydiff.errors import InputError
from treatydiff.language import load_language
from treatydiff.rules._states import openers

ENTRIES = entries("states")
RULES = ("antonym", "status")


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry(entry: dict[str, Any]) -> None:
    check(entry, *RULES)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # What a state is of may stand at the beginning of a long clause.
        (
            "The club congress approved the enlargement of the league from ten clubs to twelve.",
            "The plan to go from ten clubs to twelve in the highest of the leagues did not come to a vote.",
        ),
        # An inquiry "into whether" is a sure one.
        (
            "Prosecutors opened a criminal investigation into whether the crane was safe.",
            "The police have yet to be called in.",
        ),
        # Who is in a state is named in the first half of the sentence.
        (
            "Ivo Lind did not say a word during the trial.",
            "When the judges withdrew, Ivo Lind rose, and for some minutes read out an apology.",
        ),
    ],
)
def test_where_the_words_of_a_state_stand(left: str, right: str) -> None:
    assert clash(left, right, *RULES)
    assert clash(right, left, *RULES)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # What is in one room may work, and what is in another not.
        (
            "The smoke detectors in the kitchen were working.",
            "The smoke detectors in the cellar had been switched off for weeks.",
        ),
        # A report that tells both sides of a thing tells what became of it.
        (
            "The airline has filed for bankruptcy.",
            "The airline was considering filing for bankruptcy. The next day it filed for bankruptcy.",
        ),
        # Of so many here and of so many there, the one may be told of either.
        (
            "The rebels released 40 prisoners, and held the soldiers.",
            "The 12 soldiers will be released in May; the prisoners were 40.",
        ),
        # What stands beside a noun, or what is by it, says which of several is meant.
        (
            "The presidents signed a treaty on the river Aal.",
            "A treaty on fishing has yet to be signed by the presidents.",
        ),
        ("The beach was closed to visitors.", "The cafe on the beach was open to visitors."),
        # The driver and the teacher are two.
        (
            "The driver was in a critical condition.",
            "The teacher was in a stable condition, and the driver was not there.",
        ),
        # A state that lasted for a while, and another time.
        ("Power was restored by evening.", "Homes were without power for hours."),
    ],
)
def test_what_is_in_two_states_in_turn_or_in_two_places(left: str, right: str) -> None:
    assert not clash(left, right, *RULES)
    assert not clash(right, left, *RULES)


def test_ids_are_distinct() -> None:
    ids = [p.values[0]["id"] for p in ENTRIES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('{id: x, rule: antonym, of: door, sides: [["", shut], [open]]}', "two lists of words"),
        ("{id: x, rule: antonym, of: door, sides: [open, shut]}", "two lists of words"),
        ("{id: x, rule: antonym, of: door, sides: [[open], [shut]], then: 2}", "0 or 1"),
        ("{id: x, rule: number, of: door, sides: [[open], [shut]]}", "are needed"),
    ],
)
def test_a_state_that_is_wrong_is_refused(tmp_path: Path, entry: str, message: str) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text(f"states: {{states: [{entry}]}}\n")
    with pytest.raises(InputError, match=message):
        openers(load_language("en", (str(pack),)))
