"""Times of two dated reports that are of one step of their event, however it is told."""

from __future__ import annotations

from datetime import date

import pytest

from entries import FRAME, details


def clashes(left: str, right: str) -> list[str]:
    return details(FRAME, left, right, date(2024, 6, 13), "date")


TOLD_APART = [
    # Each report looks ahead to one step that the other one has not.
    ("Patients will move into the wing on 1 July.", "No patient moves there before 9 August."),
    ("The dean must answer by Friday.", "He has to reply by the end of the month."),
    # With more than one, by the words that both have.
    (
        "The jury meets on 20 June. The winner is named at a dinner in Orm on 12 November.",
        "Songs can be sent in until 4 July. The prize is handed over in Orm on 26 November.",
    ),
    # What began here, and has been so since there; what came first.
    ("She was taken to the prison at Holm in 2019.", "Since 2021 she has been held in the prison at Holm."),
    (
        "Anglers first saw the whale off the pier on Monday.",
        "The whale was first seen near the pier on Friday.",
    ),
    # Weekdays ahead, in sentences that belong together.
    (
        "The new ministers will be sworn in at Orm House on Friday.",
        "The oath is due at Orm House next Tuesday.",
    ),
    # One more of what has been; a weekday that something is meant for is ahead.
    ("The club announced a second march for Sunday.", "The club will march again on Wednesday."),
    # Nothing says which half of the day it was.
    ("The alarm was raised at about 10 a.m.", "The alarm rang at a quarter to twelve."),
    # "Last Monday" may be one of two days, but no Friday.
    ("The parcel had been posted on Friday.", "The parcel was posted last Monday, said the clerk."),
]


@pytest.mark.parametrize(("left", "right"), TOLD_APART)
def test_of_one_step(left: str, right: str) -> None:
    assert len(clashes(left, right)) == 1
    assert len(clashes(right, left)) == 1


OF_TWO = [
    # Two ends of two things, and days that have no word but their month's in common.
    ("Rides on the tram are free until 20 June.", "The old bus line ends on 30 June."),
    ("The tour of the ward ends in November.", "Refunds can be claimed until 31 July."),
    ("Customs men found the load on 24 May.", "The lorry had left the yard on 3 May."),
    ("Patients will move into the wing on 1 July.", "The quay will be painted on 9 August."),
    ("Patients will move into the wing on 1 July.", "Patients will move there next month."),
    ("Patients will move into the wing next year.", "No patient moves there before 9 August."),
    ("Patients will move into the wing on 1 July.", "Another wing is to take patients from 9 August."),
    ("The ban starts on 1 July for cars.", "The ban will apply to lorries from 15 August."),
    ("The jury meets on 20 June.", "Songs can be sent in until 4 July. The feast is on 26 November."),
    ("The mill was sold in May.", "The mill has had no roof since January."),
    (
        "It was the first strike at Orm airport since 2011.",
        "Orm airport was enlarged in 2017, before the strike.",
    ),
    ("The alarm was raised at about 10 a.m.", "The alarm rang at ten."),
    ("The trial began on 20 May.", "The trial goes on in July."),
    # A beginning and an end; what is so since then is no first time since then.
    ("The trial of the dean begins on 1 July.", "The trial of the dean will last until mid-July."),
    ("It is the first strike at Orm port since 2011.", "Dockers at Orm port have had no rise since 2019."),
    ("Parents can sign up from 21 June.", "Parents may visit the wing on 9 July."),
    # What is once more on either day is something else.
    (
        "Experts will inspect the crane again on Monday.",
        "A second boat will come on Wednesday to lift the crane.",
    ),
    # A report knows both towns; a sentence has both people.
    ("The lights went out in Holm at 6 p.m.", "In Orm the power failed at 8 p.m. Holm gave help."),
    (
        "The teacher was sacked in March.",
        "The director was sacked in May after the teacher had been dismissed.",
    ),
    # The first and the last of several; what is to come and what is over; a thing and a draft of it.
    (
        "All 90 guests were taken off the boat, the last of them at 7:30 a.m.",
        "The first of the 90 guests were taken off the boat at 6:20 a.m.",
    ),
    (
        "The safety board will publish its first report in August.",
        "The safety board heard its first witnesses on Tuesday.",
    ),
    (
        "The rota was brought in on 1 May.",
        "A first draft of the rota was shown to the nurses on 20 March.",
    ),
    # What was done by a time may have been done before it.
    ("The fire was out at 11 p.m.", "Firefighters had put the flames out by midnight."),
]


@pytest.mark.parametrize(("left", "right"), OF_TWO)
def test_of_two_steps(left: str, right: str) -> None:
    assert clashes(left, right) == []
    assert clashes(right, left) == []
