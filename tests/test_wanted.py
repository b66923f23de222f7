"""Which quotes a name on the command line means."""

from __future__ import annotations

import pytest

from builders import document, quote
from treatydiff import pipeline
from treatydiff.language import load_language
from treatydiff.model import Document, Quote
from treatydiff.wanted import said_by

TEXT = (
    "Ada Holm said one. She said two. The Lornian leader said three. Bo Holmgren said four. "
    "Officials said five. President Ute Sahin said six."
)
SAID = [
    ("one", "Ada Holm", "Ada Holm", "name"),
    ("two", "Ada Holm", "She", "pronoun"),
    ("three", "Ute Sahin", "The Lornian leader", "role"),
    ("four", "Bo Holmgren", "Bo Holmgren", "name"),
    ("five", None, "Officials", "none"),
    ("six", "Ute Sahin", "President Ute Sahin", "name"),
]


HELD = (
    "Ivo Lind, the harbour master, said the pier was gone. He said it sank. "
    "The harbour master of Kell, Mia Okoro, said it floated. The mayor said it stood."
)
"""Offices that stand beside a name but not in what is taken up by "said"."""


def quotes() -> list[Quote]:
    """One quote for each sentence, its words the last one."""
    d = document("d", TEXT)
    return [
        quote(d, word, speaker, mention, id=word, resolution=how, kind="indirect")
        for word, speaker, mention, how in SAID
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["Holm"], {"one", "two"}),
        (["ada holm"], {"one", "two"}),
        (["President Sahin"], {"three", "six"}),
        (["the Lornian leader"], {"three", "six"}),
        (["Officials"], {"five"}),
        (["Şahin"], {"three", "six"}),
        (["Holmgrem"], {"four"}),
        (["Sahni"], {"three", "six"}),
        (["She"], set()),
        (["the president"], {"three", "six"}),
        (["leader"], {"three", "six"}),
        (["prime minister"], set()),
        (["Bo Holm"], set()),
        (["Holm", "officials"], {"one", "two", "five"}),
        (["Zzz"], set()),
        ([""], set()),
    ],
)
def test_a_name_means(asked: list[str], expected: set[str]) -> None:
    assert said_by(asked, quotes(), load_language("en")) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("the harbour master", {"the pier was gone", "it sank", "it floated"}),
        ("harbor master", set()),
        ("mayor", {"it stood"}),
        ("Lind", {"the pier was gone", "it sank"}),
    ],
)
def test_an_office_means_whoever_the_text_says_has_it(asked: str, expected: set[str]) -> None:
    said = pipeline.quotes([Document("d", "D", HELD)])
    ids = said_by([asked], said, load_language("en"))
    assert {HELD[q.span.start : q.span.end] for q in said if q.id in ids} == expected
