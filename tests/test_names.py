"""Names: who is who, who stands behind a pronoun or a role, and what is no name at all."""

from __future__ import annotations

import pytest

from treatydiff.extract.names import find_names
from treatydiff.language import load_language
from treatydiff.model import Document
from treatydiff.pipeline import compare
from treatydiff.segment import segment

ENGLISH = load_language("en")


def resolved(text: str, words: str, nth: int = 1) -> tuple[str, str] | None:
    """Entity and resolution of the n-th mention that is written like this."""
    document = Document("a", "A", text)
    found = [
        n
        for n in find_names(document, segment(document, ENGLISH), ENGLISH)
        if text[n.span.start : n.span.end] == words
    ]
    return (found[nth - 1].entity, found[nth - 1].resolution) if len(found) >= nth else None


LEADERS = (
    "Kazakh President Nurlan Omarov met his Dutch counterpart, Femke Bakker, on Monday. "
    "{} The talks lasted two hours."
)


@pytest.mark.parametrize(
    ("text", "words", "entity", "how"),
    [
        (LEADERS.format("Omarov was pleased."), "Omarov", "Nurlan Omarov", "surname"),
        (LEADERS.format("He was pleased."), "He", "Nurlan Omarov", "pronoun"),
        (LEADERS.format("She was pleased."), "She", "Femke Bakker", "pronoun"),
        (LEADERS.format("The Kazakh leader was pleased."), "The Kazakh leader", "Nurlan Omarov", "role"),
        (
            LEADERS.format("The Kazakh president was pleased."),
            "The Kazakh president",
            "Nurlan Omarov",
            "role",
        ),
        ("Tiit Saar spoke. Mr Saar left.", "Saar", "Tiit Saar", "surname"),
        ("Nora Quill rose. Nora Anne Quill sat.", "Nora Quill", "Nora Anne Quill", "name"),
        ("Envoy to Russia Pavel Lind spoke.", "Pavel Lind", "Pavel Lind", "name"),
        ("Lotte van Brink spoke. Van Brink left.", "Van Brink", "Lotte van Brink", "surname"),
        ("The talks moved to New Zealand.", "New Zealand", "New Zealand", "name"),
        ("A report by the Bank of Elbonia fell.", "Bank of Elbonia", "Bank of Elbonia", "name"),
    ],
)
def test_a_mention_is_resolved(text: str, words: str, entity: str, how: str) -> None:
    assert resolved(text, words) == (entity, how)


@pytest.mark.parametrize("name", ["Bank of Elbonia", "Institute of Earth Sciences", "Elbonian Institute"])
def test_a_body_is_known_by_its_first_word_or_its_last(name: str) -> None:
    document = Document("a", "A", f"A report by the {name} was read.")
    found = find_names(document, segment(document, ENGLISH), ENGLISH)
    assert [(n.entity, n.kind) for n in found] == [(name, "organisation")]


@pytest.mark.parametrize("words", ["After", "They've", "Officials", "Friday"])
def test_a_capital_alone_makes_no_name(words: str) -> None:
    text = f"{words} the officials came to Ilse Brandt on Friday, after they've slept."
    assert resolved(text, words) is None


def test_a_married_couple_stays_apart() -> None:
    text = "Arno Feld met the press. Mia Feld stayed at home. Mr Feld spoke first. Mrs Feld was silent."
    assert resolved(text, "Feld", 1) == ("Arno Feld", "surname")
    assert resolved(text, "Feld", 2) == ("Mia Feld", "surname")


def entities(*texts: str) -> list[set[str]]:
    readings = compare([Document(f"d{n}", f"D{n}", text) for n, text in enumerate(texts)]).readings
    return [{n.entity for n in r.names} | {q.speaker for q in r.quotes if q.speaker} for r in readings]


def test_reports_of_one_event_lend_each_other_names() -> None:
    full, short = (
        "Mayor Ilse Brandt said the pier was gone.",
        "The mayor, Brandt, left. Brandt said it was late.",
    )
    assert entities(full, short) == [{"Ilse Brandt"}, {"Ilse Brandt"}]
    assert entities(short, full) == [{"Ilse Brandt"}, {"Ilse Brandt"}]


def test_a_surname_that_two_people_bear_is_not_filled_in() -> None:
    texts = ("Ilse Brandt spoke.", "Nora Brandt sang.", "The mayor, Brandt, left.")
    assert entities(*texts)[2] == {"Brandt"}


def test_accents_alone_make_no_other_person() -> None:
    assert entities("Alí Lorán spoke.", "Ali Loran sang.") == [{"Alí Lorán"}, {"Alí Lorán"}]
