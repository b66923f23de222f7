"""What a time expression means, on a report published on Thursday 13 June 2024 and on an undated one."""

from __future__ import annotations

from datetime import date

import pytest

from treatydiff.extract import timeforms
from treatydiff.extract.times import find_times
from treatydiff.language import load_language
from treatydiff.model import Document, TimeSpan
from treatydiff.segment import segment

PUBLISHED = date(2024, 6, 13)


@pytest.fixture(autouse=True, params=[0, 1_000_000])
def few_texts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All is read with the expression of all words, and with one of those words that a text has."""
    monkeypatch.setattr(timeforms, "FEW_TEXTS", request.param)
    monkeypatch.setattr(timeforms, "is_kept", lambda made: False)


def times(text: str, published: date | None = PUBLISHED) -> tuple[TimeSpan, ...]:
    document, language = Document("a", "a", text, published=published), load_language("en")
    return find_times(document, segment(document, language), language)


DAYS = [
    ("It happened today.", "2024-06-13", "2024-06-13", "day"),
    ("It happened last night.", "2024-06-12", "2024-06-12", "day"),
    ("They met on Tuesday.", "2024-06-11", "2024-06-11", "day"),
    ("They will meet on Tuesday.", "2024-06-18", "2024-06-18", "day"),
    ("The union called a strike for Tuesday.", "2024-06-18", "2024-06-18", "day"),
    ("The mill unveiled plans on Tuesday to close a port.", "2024-06-11", "2024-06-11", "day"),
    ("The mill plans on Tuesday to close a port.", "2024-06-18", "2024-06-18", "day"),
    ("Temperatures for Tuesday reached 30 degrees.", "2024-06-11", "2024-06-11", "day"),
    ("The power was off until Tuesday.", "2024-06-11", "2024-06-11", "day"),
    ("They wept for Tuesday's dead.", "2024-06-11", "2024-06-11", "day"),
    ("Until Tuesday nobody may go out.", "2024-06-18", "2024-06-18", "day"),
    ("The debate was put off until Tuesday.", "2024-06-18", "2024-06-18", "day"),
    ("They are to meet again on Tuesday, June 25.", "2024-06-25", "2024-06-25", "day"),
    ("He was ordered to stop work until Tuesday.", "2024-06-18", "2024-06-18", "day"),
    (
        "The first march against the plans, on June 4, had blocked it.",
        "2024-06-04",
        "2024-06-04",
        "day",
    ),
    ("They met on Monday 3 June.", "2024-06-03", "2024-06-03", "day"),
    ("They met on Sept. 1, 2023.", "2023-09-01", "2023-09-01", "day"),
    ("They will be back on October 12 next year.", "2025-10-12", "2025-10-12", "day"),
    ("The dam broke on 12 October two years ago.", "2022-10-12", "2022-10-12", "day"),
    ("She left on May 3 a year ago.", "2023-05-03", "2023-05-03", "day"),
    ("It opened in May last year.", "2023-05-01", "2023-05-31", "month"),
    ("They met on 1 July 2026.", "2026-07-01", "2026-07-01", "day"),
    ("The vote is due on December 17.", "2024-12-17", "2024-12-17", "day"),
    ("They met on Monday of last week.", "2024-06-03", "2024-06-03", "day"),
    ("They met on Tuesday last week.", "2024-06-04", "2024-06-04", "day"),
    ("It happened over the weekend.", "2024-06-08", "2024-06-09", "day"),
    ("They will meet at the weekend.", "2024-06-15", "2024-06-16", "day"),
    ("They met last weekend.", "2024-06-01", "2024-06-09", "day"),
    ("It was agreed in mid-May.", "2024-05-09", "2024-05-23", "week"),
    ("It was agreed in early May.", "2024-05-01", "2024-05-16", "week"),
    ("It happened between 2 and 4 a.m. there.", "T02:00", "T04:00", "minute"),
    ("It was agreed last week.", "2024-06-03", "2024-06-09", "week"),
    ("It was agreed earlier this year.", "2024-01-01", "2024-12-31", "year"),
    ("It was agreed in March.", "2024-03-01", "2024-03-31", "month"),
    ("It was agreed in late 2023.", "2023-08-01", "2023-12-31", "year"),
    ("It opens in October of next year.", "2025-10-01", "2025-10-31", "month"),
    ("It shut in September last year.", "2023-09-01", "2023-09-30", "month"),
    ("The hall clock shows twenty past eleven.", "T11:20", "T11:20", "minute"),
    ("It began at eight minutes past six.", "T06:08", "T06:08", "minute"),
    ("She won in the 2021-22 season.", "2021-01-01", "2022-12-31", "year"),
    ("She led it in 2019–2021.", "2019-01-01", "2021-12-31", "year"),
    ("The winter of 2021-22 was hard.", "2021-11-01", "2022-03-31", "month"),
    ("It ends by February 2029.", "2029-02-01", "2029-02-28", "month"),
    ("It ends in the summer of 2028.", "2028-05-01", "2028-09-30", "month"),
    ("It began in winter 2023.", "2022-11-01", "2023-03-31", "month"),
    ("That was in the second week of May.", "2024-05-05", "2024-05-17", "week"),
    ("Open until January, the show drew crowds.", "2024-01-01", "2024-01-31", "month"),
    ("Open until January, the show has drawn crowds.", "2025-01-01", "2025-01-31", "month"),
    ("It goes on until Sunday.", "2024-06-16", "2024-06-16", "day"),
    ("“We’ve stock until Sunday,” he said.", "2024-06-16", "2024-06-16", "day"),
    ("It stayed shut until Sunday.", "2024-06-09", "2024-06-09", "day"),
    ("Rain is forecast for Thursday.", "2024-06-13", "2024-06-13", "day"),
    ("It was sold three days ago.", "2024-06-09", "2024-06-10", "day"),
    ("It is due at the end of the month.", "2024-06-20", "2024-06-30", "week"),
    ("It ended at the beginning of last year.", "2023-01-01", "2023-05-05", "month"),
    ("It was built at the end of 1962.", "1962-08-29", "1962-12-31", "month"),
    ("It was agreed in the middle of March.", "2024-03-10", "2024-03-22", "week"),
    ("The fair is held on the second Sunday in May.", "2024-05-12", "2024-05-12", "day"),
    ("It was on the last Friday of last month.", "2024-05-31", "2024-05-31", "day"),
    ("It opens on the first of October.", "2024-10-01", "2024-10-01", "day"),
    ("It comes on the 10th of next month.", "2024-07-10", "2024-07-10", "day"),
    ("It is set for a week from Friday.", "2024-06-21", "2024-06-21", "day"),
    ("They will meet two weeks from now.", "2024-06-24", "2024-06-30", "week"),
    ("It opens next spring.", "2025-02-01", "2025-06-30", "month"),
    ("It opened last winter.", "2023-11-01", "2024-03-31", "month"),
    ("The trial is to start in November.", "2024-11-01", "2024-11-30", "month"),
    ("By March, the mill said, output will have doubled.", "2025-03-01", "2025-03-31", "month"),
    ("But on Tuesday the board will meet.", "2024-06-18", "2024-06-18", "day"),
    ("On Tuesday the board met, and it will meet again.", "2024-06-11", "2024-06-11", "day"),
    ("In March the mill that will close was sold.", "2024-03-01", "2024-03-31", "month"),
    ("It will shut just before Christmas.", "2024-12-10", "2024-12-24", "week"),
    ("It goes on until the week before Christmas.", "2024-12-17", "2024-12-24", "week"),
    ("It closed on New Year's Eve.", "2023-12-31", "2023-12-31", "day"),
    ("It was sold in the autumn of last year.", "2023-08-01", "2023-12-31", "month"),
    (
        "She is to play a dozen games in the harbour hall, beginning in May.",
        "2025-05-01",
        "2025-05-31",
        "month",
    ),
    ("Her term ends in March.", "2025-03-01", "2025-03-31", "month"),
    (f"{'x' * 99} between 2 and 4 a.m. there.", "T02:00", "T04:00", "minute"),
]


@pytest.mark.parametrize(("text", "start", "end", "grain"), DAYS)
def test_day(text: str, start: str, end: str, grain: str) -> None:
    assert [(t.start, t.end, t.grain) for t in times(text)] == [(start, end, grain)]


CLOCKS = [
    ("It struck at 4:52 a.m.", (292, 292)),
    ("It struck shortly before five o'clock in the morning.", (270, 300)),
    ("It struck at 16:30.", (990, 990)),
    ("It struck around noon.", (705, 735)),
    ("It struck before dawn.", (0, 420)),
    ("It struck a little before eight in the evening.", (1170, 1200)),
    ("It closed at nine in the evening.", (1260, 1260)),
    ("It struck at half past six in the morning.", (390, 390)),
    ("It struck at ten to one this morning.", (50, 50)),
    ("It struck at a quarter to seven in the evening.", (1125, 1125)),
    ("It struck at ten minutes to midnight.", (1430, 1430)),
    ("It struck at half past noon.", (750, 750)),
    ("It struck at three o'clock in the night.", (180, 180)),
    ("It struck at ten o'clock at night.", (1320, 1320)),
    ("It struck at 1353 (1023 GMT).", (833, 833)),
    ("It struck at 1430 hours.", (870, 870)),
    ("It struck just after 5 a.m.", (300, 330)),
    ("It struck at 0342 local time.", (222, 222)),
    ("It struck at about 1430 hours.", (855, 885)),
    ("It was shut between 1000 and 1200 hours.", (600, 600)),
    ("It was shut from 0900 to 1700 hours.", (540, 1439)),
]


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_clock(text: str, clock: tuple[int, int]) -> None:
    assert times(text)[0].clock == clock


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "-W-2"),
        ("They met on Dec. 17.", "--12-17"),
        ("It was sold two years later.", "P2Y"),
    ],
)
def test_undated(text: str, value: str) -> None:
    assert times(text, None)[0].start == value


@pytest.mark.parametrize(
    "text",
    [
        "The audit was ten to seven.",
        "They may go.",
        "May Quent said so.",
        "It seats 2023 people.",
        "They march on.",
        "Five to seven came.",
        "It was upheld by five to four.",
        "On Easter Sunday.",
        "A Christmas tree stood there.",
        "It will last 999 decades from now.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


def test_what_is_not_before_a_time_is_from_then_on() -> None:
    told = times(
        "It will not open before Monday. It won’t be out until August. Not a train ran. It ran until May."
    )
    assert [t.relation for t in told] == ["since", "since", "until"]


def test_relation() -> None:
    assert [t.relation for t in times("Open since 1999, until Friday, before Monday, up to June 2029.")] == [
        "since",
        "until",
        "before",
        "until",
    ]


def test_date_with_its_weekday() -> None:
    assert [
        t.start for t in times("It was seen on the night of March 17, a Sunday, off Orm.") if t.grain == "day"
    ] == ["2024-03-17"]


def test_stretch_of_a_day() -> None:
    assert [(t.start, t.relation) for t in times("It is open from 6 a.m. to 8 p.m. daily.")] == [
        ("T06:00", "since"),
        ("T20:00", "until"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Next year's fair will open on May 30.", ["2025-01-01", "2025-05-30"]),
        ("Next year's budget was passed on May 30.", ["2025-01-01"]),
        ("Entries for next year's race close on December 1.", ["2025-01-01"]),
    ],
)
def test_day_of_next_year(text: str, days: list[str]) -> None:
    assert [t.start for t in times(text)] == days
