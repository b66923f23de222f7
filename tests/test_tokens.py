"""What is found of words, and kept."""

from __future__ import annotations

import pytest

from treatydiff import tokens
from treatydiff.language import rows
from treatydiff.tokens import Met, stems

SPELLINGS = rows("en", "spelling.txt")


def test_what_is_found_of_words_is_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MET", 3)
    met: Met[int] = Met()
    for n, word in enumerate("abcde"):
        met[word] = n
    assert met == {"d": 3, "e": 4}


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbours", "neighbors"),
        ("coloured", "colored"),
        ("organisations", "organizations"),
        ("grey", "gray"),
        ("criticised", "criticized"),
        ("offences", "offenses"),
    ],
)
def test_two_spellings_have_one_stem(british: str, american: str) -> None:
    assert stems([british]) == stems([american])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("criticised", "critics"),
        ("hospitalised", "hospitals"),
        ("hospitalized", "hospitals"),
        ("victimised", "victims"),
        ("organizations", "organs"),
        ("offence", "offensive"),
    ],
)
def test_a_spelling_makes_no_two_words_one(one: str, other: str) -> None:
    assert stems([one]) != stems([other])


def test_no_word_is_listed_in_two_spellings_of_others() -> None:
    british = {row[0] for row in SPELLINGS}
    american = {word for row in SPELLINGS for word in row[1:]}
    assert len(british) == len(SPELLINGS)
    assert british.isdisjoint(american)
