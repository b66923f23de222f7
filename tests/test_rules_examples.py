"""Every rule on the shelf tells its own examples apart, as users are shown them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import found
from treatydiff import shelf
from treatydiff.language import load_language
from treatydiff.model import Document, Link
from treatydiff.pipeline import read
from treatydiff.rules import Example, Pair

LANGUAGE = load_language("en")
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{i}")
    for name in shelf.names("rules")
    for i, example in enumerate(shelf.member("rules", name).EXAMPLES)
]


def fires(rule: str, example: Example, score: float = 70.0) -> list[bool]:
    """Whether the rule finds anything between any two clauses, as linked; and with the texts swapped."""
    one, two = (
        read(Document(key, key, text, published=date.fromisoformat(day) if day else None))
        for key, text, day in (
            ("one", example.left, example.left_date),
            ("two", example.right, example.right_date),
        )
    )
    return [
        any(
            found(rule, Pair(Link(a, b, score), left, right, LANGUAGE))
            for a in left.claims
            for b in right.claims
        )
        for left, right in ((one, two), (two, one))
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: str, example: Example) -> None:
    assert fires(rule, example) == [example.clash, example.clash]


@pytest.mark.parametrize("rule", shelf.names("rules"))
def test_every_rule_has_examples_of_both_kinds_and_a_text(rule: str) -> None:
    module = shelf.member("rules", rule)
    assert (module.__doc__ or "").strip()
    assert {e.clash for e in module.EXAMPLES} == {True, False}
