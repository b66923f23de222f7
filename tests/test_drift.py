"""One utterance in two reports: what is paired, and what is said to differ."""

from __future__ import annotations

import pytest

from treatydiff.drift import Drift, drift
from treatydiff.model import Document
from treatydiff.pipeline import read

LEFT = "Mayor Ilse Brandt said the arrival of new ferries will only deepen the harbour's troubles."
RIGHT = 'Ilse Brandt told reporters: "The arrival of new ferries can only deepen our harbour\'s troubles."'


def drifts(*texts: str) -> list[Drift]:
    return drift([read(Document(f"d{n}", f"D{n}", text)) for n, text in enumerate(texts)])


def test_a_rendering_in_marks_and_one_without_are_paired() -> None:
    (found,) = drifts(LEFT, RIGHT)
    assert found.form and not found.speaker
    kinds = {
        (c.kind, LEFT[c.left.start : c.left.end], RIGHT[c.right.start : c.right.end]) for c in found.changes
    }
    assert ("modal", "will", "can") in kinds


def test_equal_renderings_do_not_drift() -> None:
    assert drifts(RIGHT, RIGHT) == []


def test_other_words_of_the_same_speaker_are_left_alone() -> None:
    assert drifts(LEFT, 'Ilse Brandt said: "My dog is fond of the winter, and so are my children."') == []


def test_words_credited_to_another_are_marked() -> None:
    (found,) = drifts(RIGHT, RIGHT.replace("Ilse Brandt", "Tiit Saar"))
    assert found.speaker and found.changes == ()


@pytest.mark.parametrize(("times", "found"), [(20, 1), (150, 0)])
def test_the_same_few_words_over_and_over_are_no_speech(times: int, found: int) -> None:
    one, two = (f'Tiit Saar said: "{"Row on, " * times}row {end}."' for end in ("home", "away"))
    assert len(drifts(one, two)) == found


def test_the_same_changes_are_found_whichever_report_is_left() -> None:
    one = "“The river of the quay waits for the pier,” Ada Holm said."
    two = "“Your board of the river waits for the quay,” Ada Holm said."
    (there,), (back,) = drifts(one, two), drifts(two, one)
    assert there.likeness == back.likeness
    assert [(c.left, c.right) for c in there.changes] == [(c.right, c.left) for c in back.changes] != []
