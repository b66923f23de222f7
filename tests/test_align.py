"""Which passages are linked, and how sure the alignment is of it; all texts are invented."""

from __future__ import annotations

import pytest

from treatydiff.align import align
from treatydiff.align.score import all_evidence, length, narrowed, thin, widened
from treatydiff.language import load_language
from treatydiff.model import Document, Link
from treatydiff.pipeline import read

HARBOUR_A = """\
Ferry runs aground off Tessaly Point
A passenger ferry ran aground near Tessaly Point on Tuesday with 140 people on board, the coastguard said.
All passengers were taken off by lifeboat before dark.
Captain Orlo Brandt blamed a failed steering pump.
Tickets for the crossing cost 12 crowns.
"""
HARBOUR_B = """\
Passengers rescued as Tessaly ferry hits rocks
Lifeboats took all passengers off the ferry that ran aground at Tessaly Point on Tuesday.
The steering pump had failed, said the captain, Orlo Brandt.
Divers will inspect the hull on Thursday.
"""
OTHER = """\
Ferry runs aground in Quillan Bay
A passenger ferry ran aground in Quillan Bay on Saturday with 60 people on board, harbour police said.
The skipper, Mena Dahl, said fog had hidden the buoys.
"""


def links(left: str, right: str, threshold: float = 55) -> list[Link]:
    """Links between two texts."""
    a, b = read(Document("a", "A", left)), read(Document("b", "B", right))
    return align(a, b, load_language("en"), threshold)


def best(left: str, right: str, a: str, b: str) -> float:
    """Score of the passages that hold these words; 0 where they are not linked."""
    return max((k.score for k in links(left, right, 0) if a in k.left.text and b in k.right.text), default=0)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ran aground near Tessaly Point", "ran aground at Tessaly Point"),
        ("taken off by lifeboat", "Lifeboats took all passengers off"),
        ("a failed steering pump", "The steering pump had failed"),
    ],
)
def test_reworded_facts_are_linked(a: str, b: str) -> None:
    assert best(HARBOUR_A, HARBOUR_B, a, b) >= 55


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tickets for the crossing", "Divers will inspect"),
        ("Tickets for the crossing", "The steering pump had failed"),
    ],
)
def test_other_facts_of_the_same_event_are_not(a: str, b: str) -> None:
    assert best(HARBOUR_A, HARBOUR_B, a, b) < 55


def test_an_event_of_the_same_kind_elsewhere_is_less_alike_than_the_same_event() -> None:
    same = best(HARBOUR_A, HARBOUR_B, "ran aground near", "ran aground at")
    other = best(HARBOUR_A, OTHER, "ran aground near", "ran aground in Quillan Bay on")
    assert other < 55 <= same


def test_scores_are_the_same_in_both_directions() -> None:
    there = sorted((k.left.text, k.right.text, k.score) for k in links(HARBOUR_A, HARBOUR_B, 0))
    back = sorted((k.right.text, k.left.text, k.score) for k in links(HARBOUR_B, HARBOUR_A, 0))
    assert there == back and there


def test_at_threshold_0_only_passages_with_nothing_in_common_stay_apart() -> None:
    everything = links(HARBOUR_A, OTHER, 0)
    assert min(k.score for k in everything) < 20
    assert not links("Rain fell.", "Cats purr.", 0)


def test_synonyms_count() -> None:
    rest = "\nSnow fell in the north.\nTrains ran late.\nThe mayor was ill.\nShops closed early.\n"
    left = "The pact with Tessaly was signed." + rest
    synonym, other = (f"Ministers {x} on Monday.{rest}" for x in ("inked the accord", "lost the game"))
    assert best(left, synonym, "pact", "accord") > best(left, other, "pact", "game")


def test_synonyms_count_where_all_words_stand_in_all_passages() -> None:
    found = links("Killed and dead. " * 12, "Dead and killed. " * 12)
    assert {link.fact["telling_words"] > 0 for link in found} == {True}


def test_a_clause_is_searched_for_in_the_whole_other_text() -> None:
    left = (
        "After a long night of talks in the old town hall, where the storm had broken two windows, the "
        "Quillan harbour board fined the Dahl shipping line.\nThe mayor left early.\nRain fell.\n"
    )
    right = "Quillan harbour board fines Dahl shipping line\nThe company will appeal.\nIts ferries sail on."
    found = [k for k in links(left, right) if k.score >= 55]
    assert any("fined" in k.left.text and "fines" in k.right.text for k in found)


def test_a_figure_in_other_words_tells_the_clause() -> None:
    rest = "Two tugs left Quillmere harbour for the slick. Beaches near Quillmere were closed on Monday."
    left = f"{rest} Coast guards gave the length of the slick as 12 km."
    right = f"{rest} A pilot saw the slick on Monday, and by dusk it stretched over seven and a half miles."
    found = [k for k in links(left, right) if "12 km" in k.left.text]
    assert any("seven and a half" in k.right.text for k in found)


def test_a_figure_in_other_words_alone_links_passages() -> None:
    rest = "\nSnow fell in Quillan.\nTrains ran late.\nThe mayor of Quillan was ill.\nShops closed early.\n"
    left = f"Flames blackened 12,400 acres around Quillan.{rest}Sixty-two homes burned."
    right = f"Some 5,000 hectares of scrub are lost.{rest}Gone are 62 houses near Quillan."
    area, houses = (best(left, right, "12,400 acres", x) for x in ("5,000 hectares", "62 houses"))
    assert area > houses


def test_a_long_time_is_one_in_any_words() -> None:
    rest = "\nSnow fell in Quillan.\nTrains ran late.\nThe mayor of Quillan was ill.\nShops closed early.\n"
    left = f"The merger was planned long ago.{rest}Sixty-two homes burned."
    right = f"Lawyers worked on the contract for nearly three years.{rest}Gone are 62 houses near Quillan."
    assert best(left, right, "long ago", "three years") > best(left, right, "long ago", "62 houses")


def test_names_alone_carry_no_further_clause() -> None:
    rest = "Snow fell in Quillan.\nTrains ran late.\nShops closed early.\n"
    left = f"{rest}Ships from Quillan carried hundreds of drones, which Marlow and Quillan denied."
    right = f"{rest}At talks between Marlow and Quillan, officials planned the supply of drones."
    carried = [k.left.text for k in links(left, right) if any(e.name == "clauses" for e in k.evidence)]
    assert "Ships from Quillan carried hundreds of drones," in carried
    assert "which Marlow and Quillan denied." not in carried


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [(6, 90, 70.0), (3, 3, 70.0), (10, 12, 55.61), (15, 15, 36.52), (90, 40, 36.52)],
)
def test_clauses_may_have_little_in_common_in_short_documents(left: int, right: int, score: float) -> None:
    weight = thin(left, right)
    assert narrowed(70.0, 0.1, weight) == score
    assert widened(score, 0.1, weight) == pytest.approx(70, abs=0.01)
    assert narrowed(70.0, 0.3, weight) == 70


@pytest.mark.parametrize(
    ("passages", "long"),
    [((), 0), ((90,), 1), ((6, 90), 0), ((15, 90), 1), ((3, 15, 90), 1), ((3, 5, 90), 0)],
)
def test_documents_are_as_long_as_the_second_longest(passages: tuple[int, ...], long: float) -> None:
    assert length(passages) == long


def test_what_is_said_goes_with_who_says_it() -> None:
    found = links(
        f"{HARBOUR_A}Port minister Ada Quent said she expected new buoys by the end of the month.\n",
        f"{HARBOUR_B}Ada Quent, the port minister, wants to see the buoys within weeks.\n",
    )
    assert [k.left.text for k in found if "Quent" in k.right.text] == [
        "Port minister Ada Quent said",
        "she expected new buoys by the end of the month.",
    ]


def test_of_two_likely_partners_the_nearer_one_scores_higher() -> None:
    near = best(HARBOUR_A, HARBOUR_B, "failed steering pump", "steering pump had failed")
    assert near > best(HARBOUR_A, HARBOUR_B, "failed steering pump", "Lifeboats took all")


def test_reports_that_tell_things_in_one_order_bear_each_other_out() -> None:
    left = "Snow fell in Quillan.\nTrains ran late.\nThe bridge was closed at noon.\nGulls left the harbour."

    def order(*told: str) -> float:
        found = links(left, "\n".join((*told, "The mayor of Quillan was ill.")), 0)
        signs = next(k.fact for k in found if "bridge" in k.left.text and "bridge" in k.right.text)
        return signs["order"]

    snow, gulls, bridge = "Snow lay in Quillan.", "Gulls left the harbour.", "The bridge was shut at noon."
    assert order(snow, bridge, gulls) == 0.5 > order(gulls, bridge, snow) == 0


def test_each_link_shows_its_signs() -> None:
    shown = [{e.name for e in all_evidence(link)} for link in links(HARBOUR_A, HARBOUR_B)]
    assert any({"story.words", "story.names", "fact.telling_words", "clauses"} <= names for names in shown)
