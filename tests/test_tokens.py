"""What is found of words, and kept."""

from __future__ import annotations

import pytest

from treatydiff import tokens
from treatydiff.tokens import Met


def test_what_is_found_of_words_is_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MET", 3)
    met: Met[int] = Met()
    for n, word in enumerate("abcde"):
        met[word] = n
    assert met == {"d": 3, "e": 4}
