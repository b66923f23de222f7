"""Which of two things a sentence puts first, read from its words of order."""

from __future__ import annotations

from datetime import date

import pytest

from treatydiff import Document
from treatydiff.language import load_language
from treatydiff.pipeline import read
from treatydiff.rules import sentence
from treatydiff.rules._sides import Sided, sided

ORDERS = (
    ("The mayor left before the vote.", "left", "vote"),
    ("The mayor left after the vote.", "vote", "left"),
    ("Ten days after the vote, the mayor left.", "vote", "left"),
    ("The mayor left, a full week before the vote.", "left", "vote"),
    ("Before selling the ring the mayor had left.", "left", "selling"),
    ("The mayor left only when the bells rang.", "rang", "left"),
    ("The mayor had left when the bells rang.", "left", "rang"),
    ("The bells rang when the mayor had left.", "left", "rang"),
    ("By the time the bells rang, the mayor had left.", "left", "rang"),
    ("Only after the vote did the mayor pay.", "vote", "pay"),
    ("It was only after the vote that the mayor left.", "vote", "left"),
    ("The mayor was not warned until the bells rang.", "rang", "warned"),
    ("The bells rang, and only after that did the mayor pay.", "rang", "pay"),
    ("The bells rang and then the mayor left.", "rang", "left"),
    ("The bells rang; the mayor left some hours later.", "rang", "left"),
    ("The bells rang. Then the mayor left.", "rang", "left"),
    ("The roof caved in, then the mayor left.", "roof", "left"),
    ("The bells rang first; the mayor left.", "rang", "left"),
    ("The bells rang, and it was some hours later that the mayor left, said a clerk.", "rang", "left"),
    ("The mayor left on 3 June; on 5 June the bells rang.", "left", "rang"),
    ("The bells rang on 5 June. On 3 June the mayor had left.", "left", "rang"),
    ("The bells rang in the morning. The mayor left in the afternoon.", "rang", "left"),
    ("Having sold the ring, the mayor left.", "sold", "left"),
    ("The bells rang until the mayor left.", "left", "rang"),
    ("The bells were rung until the pumps were switched off.", "switched", "rung"),
    ("The bells were still ringing when the mayor left.", "left", "ringing"),
)
NONE = (
    "The mayor stood before the judge.",
    "The mayor did not leave before the vote.",
    "The mayor left later than the clerk.",
    "The mayor left again after the vote.",
    "The mayor left, and then the bells rang a second time.",
    "After the vote, the mayor said the bells rang.",
    "The mayor hopes to leave after the vote.",
    "A later mayor left.",
    "The mayor cancelled her trip before the vote.",
    "The bells rang in the morning. The mayor left at night.",
    "The bells rang when the mayor left.",
)


def orders(text: str) -> list[tuple[Sided, str]]:
    reading = read(Document("a", "A", text, published=date(2024, 6, 14)))
    language = load_language("en")
    firsts = {c.passage: c for c in reading.claims}.values()
    return [
        (order, text)
        for claim in firsts
        for found in sided(sentence(claim, reading), reading, language).values()
        for order in found
    ]


@pytest.mark.parametrize(("text", "first", "second"), ORDERS, ids=lambda v: str(v)[:40])
def test_order(text: str, first: str, second: str) -> None:
    """Each side has its word, and not that of the other."""
    from treatydiff.extract.verbs import verbs_of
    from treatydiff.tokens import stems

    verbs = verbs_of(load_language("en"))
    one, two = ({*stems([w, *verbs.readings(w).values()], "en")} for w in (first, second))
    ((order, _),) = orders(text)
    told = order.first.words.keys() | order.first.acts.keys()
    heard = order.second.words.keys() | order.second.acts.keys()
    assert one & told and two & heard
    assert not one & heard and not two & told


@pytest.mark.parametrize("text", NONE)
def test_no_order(text: str) -> None:
    """No order is read where none is told, or where it is of what is not."""
    assert not orders(text)


def test_a_sentence_of_many_words_of_order_is_no_order() -> None:
    """Else each order of a list would be held against each of another."""
    told = "The mayor left after the vote" + " and after the vote of the guards" * 6
    assert orders(f"{told}.")
    assert not orders(f"{told} and {told}.")


@pytest.mark.parametrize(
    ("text", "only", "lasting"),
    [
        ("The mayor left after the vote.", False, False),
        ("The mayor left only after the vote.", True, False),
        ("The mayor left before any of the bells rang.", True, False),
        ("The mayor was not warned until the bells rang.", True, False),
        ("The bells rang until the mayor left.", True, True),
    ],
)
def test_kind_of_order(text: str, only: bool, lasting: bool) -> None:
    """Whether an order excludes that the second thing was before the first, and whether it then ended."""
    ((order, _),) = orders(text)
    assert (order.only, order.lasting) == (only, lasting)
