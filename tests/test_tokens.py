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
    ],
)
def test_two_spellings_have_one_stem(british: str, american: str) -> None:
    assert stems([british]) == stems([american])


def test_no_word_is_listed_in_two_spellings_of_others() -> None:
    british, american = ({pair[k] for pair in SPELLINGS} for k in (0, 1))
    assert len(british) == len(SPELLINGS)
    assert british.isdisjoint(american)
