"""What people see: layouts, marks, order, colour; every comparison is made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, count
from typing import Any

import pytest

from builders import document, finding, harbour, place, quote, reading
from treatydiff.drift import Change, Drift
from treatydiff.loading import letters
from treatydiff.model import (
    Claim,
    Comparison,
    Copied,
    Name,
    Options,
    Place,
    Quantity,
    Reading,
    Reason,
    Span,
    TimeSpan,
)
from treatydiff.renderers import Sheet, View, _explain, lines, text
from treatydiff.renderers._frame import Frame
from treatydiff.renderers._layout import ends, plain, width, wrap
from treatydiff.renderers._matrix import marks
from treatydiff.renderers._words import differing, words
from treatydiff.renderers.json import as_dict
from treatydiff.safety import cells

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
STACKED_80 = """\
Coast  coast.txt  2031-05-06  2 passages  relies on Wire
       set aside: headline 1:1
Bay    bay.txt    no date     1 passage

== 1 contradiction =============================================================

! status: signed / to sign                                      possible  C-11aa
 Coast 2:1 | The minister [signed] the harbour accord on Monday in Tarnow Bay.
 Bay   1:1 | The minister arrived [to sign] the harbour accord on Monday in
           | Tarnow Bay.
    Coast reports the signing as done; Bay as still to come.
    Bay may be the earlier report.

== 2 shared, 1 in the same words ===============================================

~ precision: a third / almost a third                                     S-22bb
 Coast 2:65 | Trade rose by a third last year.
 Bay   1:74 | Trade rose by [almost] a third last year.
    Bay says almost.

= Coast 2:131 = Bay 1:114                                                 S-33cc
    Fishing crews stayed at home.

== 1 only in Coast, 1 only in Bay ==============================================

 < 2:98 “We waited long,” Ada Holm said.
 > 1:144 Gulls were seen."""


def page(comparison: Comparison, **wishes: Any) -> str:
    """The text view as one string."""
    return "\n".join(text.comparison(comparison, View(**wishes)))


def test_stacked_at_80_columns() -> None:
    assert page(harbour(), width=80) == STACKED_80


def test_colour_and_boxes_change_nothing_but_the_marks() -> None:
    painted = page(harbour(), width=80, colour=True)
    assert "\x1b[4;" in painted
    there = [w for w in ESCAPES.sub("", painted).split() if w != "|"]
    assert there == [w for w in re.sub(r"[\[\]]", "", STACKED_80).split() if w != "|"]


@pytest.mark.parametrize("width", [20, 40, 80, 99, 100, 120, 159, 160, 200, 300])
@pytest.mark.parametrize("layout", ["auto", "side", "stacked", "inline"])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_asked(width: int, layout: str, colour: bool) -> None:
    shown = page(harbour(), width=width, layout=layout, colour=colour, piped=False)
    shortest = 40  # the heading of files and dates needs that much
    assert all(cells(line) <= max(width, shortest) for line in ESCAPES.sub("", shown).split("\n"))


@pytest.mark.parametrize(
    ("width", "piped", "columns"),
    [(99, False, 1), (100, False, 2), (120, False, 2), (120, True, 1), (200, False, 3)],
)
def test_the_width_of_a_terminal_decides_the_layout(width: int, piped: bool, columns: int) -> None:
    shown = page(harbour(), width=width, piped=piped).split("\n")
    (row,) = [line for line in shown if "[signed]" in line]
    found = 3 if "status:" in row else 2 if "[to sign]" in row else 1
    assert found == columns


def test_columns_of_text_are_capped_on_wide_screens() -> None:
    shown = page(harbour(), width=300, piped=False).split("\n")
    (row,) = [line for line in shown if "[signed]" in line]
    assert row.index(" ! ") == 72


def test_inline_keeps_both_wordings_in_one_sentence() -> None:
    shown = page(harbour(), layout="inline", width=100)
    assert "! C-11aa The minister {signed|arrived to sign} the harbour accord on Monday" in shown
    assert "~ S-22bb Trade rose by {|almost} a third last year" in shown


@pytest.mark.parametrize(
    ("only", "there", "gone"),
    [
        ({"contradiction"}, ["C-11aa"], ["S-22bb", "S-33cc", "Gulls"]),
        ({"shared"}, ["S-22bb", "S-33cc"], ["C-11aa", "Gulls"]),
        ({"unique"}, ["Gulls", "waited"], ["C-11aa", "S-22bb"]),
    ],
)
def test_only(only: set[Any], there: list[str], gone: list[str]) -> None:
    shown = page(harbour(), only=frozenset(only))
    assert all(w in shown for w in there) and not any(w in shown for w in gone)


def test_certainty_leaves_out_contradictions_of_the_other_kind() -> None:
    assert "C-11aa" in page(harbour(), certainty="possible")
    shown = page(harbour(), certainty="likely")
    assert "C-11aa" not in shown and "S-22bb" in shown


@pytest.mark.parametrize(
    ("wishes", "shown"),
    [
        ({}, "== no contradictions ="),
        ({"certainty": "likely"}, "== no likely contradictions ="),
        ({"only": frozenset({"shared"})}, ""),
    ],
)
def test_that_nothing_clashes_is_said(wishes: dict[str, Any], shown: str) -> None:
    result = replace(harbour(), findings=harbour().findings[1:])
    told = page(result, **wishes)
    assert shown in told and ("contradiction" in told) == bool(shown)


def test_the_surest_contradictions_come_first() -> None:
    result = harbour()
    (clash, *others) = result.findings
    sure = replace(clash, id="C-99ff", certainty="likely")
    shown = page(replace(result, findings=(clash, sure, *others)))
    assert shown.index("C-99ff") < shown.index("C-11aa") < shown.index("S-22bb") < shown.index("Gulls")


@pytest.mark.parametrize("only", [frozenset(), frozenset({"contradiction"})])
def test_nothing_found_is_said(only: frozenset[Any]) -> None:
    shown = page(replace(harbour(), findings=()), only=only)
    assert ("Nothing of that kind" if only else "No contradictions") in shown


def test_long_lists_are_cut_unless_all_is_asked_for() -> None:
    text_ = " ".join(f"Ship {n} came." for n in range(10))
    a, b = document("a", text_), document("b", text_)
    alone = [finding(f"U-{n}", "unique", place(a, f"Ship {n} came.")) for n in range(5)]
    same = [finding(f"S-{n}", "shared", *(place(d, f"Ship {n} came.") for d in (a, b))) for n in range(5, 10)]
    result = Comparison((reading(a), reading(b)), (*same, *alone), (), Options())
    short, full = page(result), page(result, everything=True)
    assert "2 more; --all" in short and "2 more in the same words; --all" in short
    assert "--all" not in full and all(f"Ship {n} came." in full for n in range(10))


def test_copies_are_counted_as_one_origin() -> None:
    result = replace(harbour(), copied=(Copied("coast", "bay", 2, 2, 1, 1),))
    assert "Coast and Bay are the same text (2 passages): one origin, not two." in page(result)
    result = replace(harbour(), copied=(Copied("coast", "bay", 1, 2, 1, 1),))
    assert "word for word: 1 of 2 passages in Coast, 1 of 1 in Bay" in page(result)


@pytest.mark.parametrize(
    ("verbose", "threshold", "shown"), [(False, 55, False), (True, 55, True), (False, 0, True)]
)
def test_scores_are_shown_when_asked_for_and_where_all_pairs_are_listed(
    verbose: bool, threshold: float, shown: bool
) -> None:
    result = replace(harbour(), options=Options(threshold=threshold))
    told = page(result, verbose=verbose)
    assert ("score 71  possible  C-11aa" in told) == ("score 71  S-33cc" in told) == shown


def test_of_many_reports_only_copies_worth_the_line_are_told() -> None:
    result = counts("Nine swans came.", "Ten swans came.", "Nine swans came.", "Nine swans came.")
    pairs = (("A", "C", 9, 9), ("A", "B", 2, 9), ("B", "D", 8, 9), ("A", "D", 1, 9), ("B", "C", 2, 9))
    result = replace(result, copied=tuple(Copied(a, b, n, of, n, of) for a, b, n, of in pairs))
    told = [line for line in page(result).split("\n") if "word for word" in line or "same text" in line]
    assert told == [
        "A and C are the same text (9 passages): one origin, not two.",
        "word for word: 8 of 9 passages in B, 8 of 9 in D: counted as one origin",
    ]
    assert "2 of 9 passages in A" in page(result, everything=True)


@pytest.mark.parametrize(
    ("left", "right", "width", "shown"),
    [
        ("one two", "R-1", 20, ["one two          R-1"]),
        ("one two three four", "R-1", 20, ["one two three    R-1", "four"]),
        ("one", "a long end of a line", 20, ["one", "a long end of a line"]),
        ("one", "an end longer than a line", 20, ["one", "    an end longer", "    than a line"]),
    ],
)
def test_both_ends_of_a_line(left: str, right: str, width: int, shown: list[str]) -> None:
    assert [plain(line) for line in ends([(left, "")], [(right, "")], width)] == shown


def clashing(rule: str, left: Place, right: Place, told: str) -> Reason:
    """A clash on the words at two places; `told` names the sides."""
    return Reason(
        rule, "contradiction", f"{rule} here / there", told, (left.span,), (right.span,), "likely", ""
    )


def test_a_pair_that_clashes_in_two_ways_is_told_both() -> None:
    a, b = document("a", "Nine swans came on Monday."), document("b", "Ten swans came on Tuesday.")
    first = clashing("number", place(a, "Nine"), place(b, "Ten"), "{left} counts nine, {right} ten.")
    again = clashing("number", place(a, "Nine"), place(b, "Ten"), "{left} counts nine birds, {right} ten.")
    second = clashing("date", place(a, "Monday"), place(b, "Tuesday"), "{left} has Monday, {right} Tuesday.")
    found = finding(
        "C-1", "contradiction", place(a, a.text), place(b, b.text), type="number",
        explanation="A counts nine, B ten.", reasons=tuple((r, "a", "b") for r in (first, again, second)),
    )  # fmt: skip
    result = Comparison((reading(a), reading(b)), (found,), (), Options())
    told = "A counts nine, B ten.", "A has Monday, B Tuesday."
    explained = "\n".join(text.painted(_explain.finding(found, result, View()), View()))
    assert all(sentence in page(result) and sentence in explained for sentence in told)
    assert "! number: number here / there; date: date here / there" in page(result)
    assert "nine birds" not in page(result)  # one rule says the same of one pair of reports once
    assert [r["explanation"] for r in as_dict(result)["findings"][0]["reasons"]][1:] == [
        "A counts nine birds, B ten.",
        told[1],
    ]


def counts(*texts: str) -> Comparison:
    """Reports that count swans, each of which clashes with the others that give another number."""
    told = [document(i, t) for i, t in zip(map(letters, count()), texts, strict=False)]
    reasons = [
        (
            Reason(
                "number", "contradiction", f"{one.text.split()[0]} / {two.text.split()[0]}",
                "{left} and {right} count differently.", (place(one, one.text.split()[0]).span,),
                (place(two, two.text.split()[0]).span,), "likely", "{left} may be early.",
            ),
            one.id,
            two.id,
        )
        for one, two in combinations(told, 2)
        if one.text.split()[0] != two.text.split()[0]
    ]  # fmt: skip
    found = finding(
        "C-1", "contradiction", *(place(d, d.text) for d in told), type="number",
        explanation="A and B count differently.", reasons=tuple(reasons),
        pairs=tuple((one, two, "contradiction") for _, one, two in reasons),
    )  # fmt: skip
    return Comparison(tuple(map(reading, told)), (found,), (), Options())


@pytest.mark.parametrize(
    ("third", "fourth", "said"),
    [
        ("Nine swans swam.", "Nine swans came.", "A and B count differently; C and D as A."),
        ("Ten swans swam.", "Nine swans swam.", "A and B count differently; C as B, D as A."),
    ],
)
def test_documents_that_go_along_with_a_side_are_told_with_it(third: str, fourth: str, said: str) -> None:
    result = counts("Nine swans came.", "Ten swans came.", third, fourth)
    shown = page(result)
    assert said in shown and shown.count("count differently") == 1 == shown.count("may be early")
    explained = "\n".join(text.painted(_explain.finding(result.findings[0], result, View()), View()))
    assert explained.count("\nrule ") == 1 == explained.count("count differently")
    assert "! number: Nine / Ten " in shown


def test_of_many_reports_the_same_words_are_shown_once() -> None:
    result = counts("Nine swans came.", "Ten swans came.", "Nine swans came.")
    assert " A 1:1 | [Nine] swans came.\n       | = C 1:1\n B 1:1 | [Ten] swans came.\n" in page(result)


@pytest.mark.parametrize("width", [80, 120, 200])
def test_of_many_reports_each_text_has_the_name_of_its_report(width: int) -> None:
    result = counts("Nine swans came.", "Ten swans came.")
    result = replace(result, readings=(*result.readings, reading(document("e", "Ducks swam."))))
    shown = page(result, width=width, piped=False)
    assert " A 1:1 | [Nine] swans came." in shown and " B 1:1 | [Ten] swans came." in shown
    assert (shown.count("|") > 2) == (width == 200)  # the reasons beside the texts


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("size", [3, 9, 12, 60])
def test_many_reports_fit_the_width_too(width: int, size: int) -> None:
    result = counts(*("Nine swans came." if n % 3 else f"{n} swans came." for n in range(size)))
    for line in page(result, width=width, piped=False).split("\n"):
        assert cells(line) <= width, line


def test_more_reports_than_stand_side_by_side_have_a_column_each() -> None:
    result = counts(*("Nine swans came." if n % 3 else "Ten swans came." for n in range(24)))
    shown = page(result)
    assert (
        "             1         2\n"
        "    123456789012345678901234\n"
        "C-1       Ten swans came.                                               24 of 24\n"
        "    X!!=!!=!!=!!=!!=!!=!!=!!\n"
    ) in shown
    assert "A and B count differently; 15 more as B, 7 more as A." in shown


def test_what_clashes_within_one_report_is_told_by_its_lines() -> None:
    a, b = document("a", "Nine swans came.\nTen swans came."), document("b", "Ducks swam.")
    clash = clashing("number", place(a, "Nine"), place(a, "Ten"), "{left} counts nine, {right} ten.")
    found = finding(
        "C-1", "contradiction", place(a, "Nine swans came."), place(a, "Ten swans came."), type="number",
        explanation="A (line 1) counts nine, A (line 2) ten.", reasons=((clash, "a", "a"),),
    )  # fmt: skip
    result = Comparison((reading(a), reading(b)), (), (found,), Options())
    shown = page(result, width=120, piped=False)
    assert "== 1 within one report" in shown and shown.count("A (line 1) counts nine, A (line 2) ten.") == 1
    assert as_dict(result)["internal"][0]["reasons"][0]["explanation"] == found.explanation
    assert list(lines.comparison(result, View())) == [
        "internal\tC-1\tnumber\tlikely\tpapers/a.txt:1:1\tpapers/a.txt:2:1\tNine swans came.\tTen swans came."
    ]
    assert not list(lines.comparison(result, View(only=frozenset({"unique"}))))


def test_two_columns_have_their_reports_above_them() -> None:
    first, second, *_ = page(harbour(), width=100, piped=False).split("\n")
    assert first.startswith("Coast  coast.txt") and first[48:].startswith(" | Bay    bay.txt")
    assert second.startswith("       relies on Wire")


def test_labels_too_long_to_stand_beside_a_text_are_in_the_heading() -> None:
    a, b = document("a", "Ducks swam.", label="The Tarnow Bay Courier"), document("b", "Ducks swam.")
    result = Comparison((reading(a), reading(b)), (), (), Options())
    assert page(result).startswith("a  The Tarnow Bay Courier  a.txt  no date  1 passage\nb  B   ")


def test_inline_leaves_out_what_lies_between_the_places_of_a_finding() -> None:
    a, b = document("a", "Swans came. Ducks swam. Swans left."), document("b", "Swans left.")
    c = document("c", "Swans stayed.")
    places = place(a, "Swans came."), place(a, "Swans left."), place(b, b.text), place(c, c.text)
    two = finding("S-1", "shared", *places[:3])
    shown = page(Comparison((reading(a), reading(b)), (two,), (), Options()), layout="inline")
    assert "~ S-1 {Swans came|} Swans left" in shown
    three = finding("S-1", "shared", *places[1:])
    shown = page(Comparison(tuple(map(reading, (a, b, c))), (three,), (), Options()), layout="inline")
    assert "~ S-1 A|B Swans left\n      A|C Swans {left|stayed}" in shown


def test_three_documents_make_a_matrix() -> None:
    a = document("a", "The bridge opened. Ducks swam.")
    b = document("b", "The new bridge is open.")
    c = document("c", "The bridge opened.")
    shared = finding(
        "S-1", "shared", place(a, "The bridge opened."), place(b, b.text), place(c, c.text),
        pairs=(("a", "b", "shared"), ("a", "c", "copied")),
    )  # fmt: skip
    clash = finding(
        "C-2", "contradiction", place(a, "Ducks swam."), place(c, c.text), type="negation",
        pairs=(("a", "c", "contradiction"),),
    )  # fmt: skip
    shown = page(Comparison(tuple(map(reading, (a, b, c))), (clash, shared), (), Options()))
    row = {line[:3]: line[-15:].split() for line in shown.split("\n") if line[:3] in ("S-1", "C-2")}
    assert row["S-1"][-6:] == ["X", "~", "=", "3", "of", "3"]
    assert row["C-2"][-6:] == ["X", ".", "!", "2", "of", "3"]
    assert shown.index("X stated") < shown.index("== 1 shared") < shown.index("[is open].")
    copies = (Copied("a", "c", 2, 2, 1, 1),)
    shown = page(Comparison(tuple(map(reading, (a, b, c))), (clash, shared), (), Options(), (), copies))
    assert "3 of 3, 2 origins" in shown and "2 of 3, 1 origin" in shown
    assert "X stated   ~ reworded   = copied   ! contradicted   . absent" in shown


@pytest.mark.parametrize(
    ("pairs", "row"),
    [
        ([("a", "b", "contradiction"), ("a", "c", "shared"), ("b", "c", "contradiction")], "X!~"),
        ([("a", "b", "contradiction"), ("a", "c", "contradiction"), ("b", "c", "copied")], "X!!"),
        ([("a", "b", "shared"), ("b", "c", "contradiction")], "X~!"),
        ([("a", "b", "difference"), ("a", "c", "copied")], "X~~"),
    ],
)
def test_the_first_that_states_a_fact_is_the_measure(pairs: list[tuple[str, str, str]], row: str) -> None:
    documents = [document(i, f"Report {i} here.") for i in "abc"]
    places = [place(d, d.text) for d in documents]
    found = finding("C-1", "contradiction", *places, type="number", pairs=tuple(pairs))
    assert "".join(marks(found, Frame([reading(d) for d in documents], View()))) == row


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (("Coast", "Bay"), ["Coast", "Bay"]),
        (("A most detailed name", "Bay"), ["coast", "bay"]),
        (("Same", "Same"), ["coast", "bay"]),
    ],
)
def test_what_stands_beside_a_text(labels: tuple[str, str], names: list[str]) -> None:
    result = harbour()
    readings = [
        replace(r, document=replace(r.document, label=label))
        for r, label in zip(result.readings, labels, strict=True)
    ]
    shown = page(replace(result, readings=tuple(readings)))
    assert all(re.search(rf"^ {name} +\d+:\d+ \|", shown, re.MULTILINE) for name in names)


@pytest.mark.parametrize(
    ("left", "right", "here", "there"),
    [
        ("he saw the red car", "he saw the blue car", ["red"], ["blue"]),
        ("trade, up 1,200 tonnes", "trade up 1,300 tonnes", ["1,200"], ["1,300"]),
        ("it rose sharply last night", "last night it rose", ["sharply"], []),
        ("nothing here fits", "all of that differs", [], []),
        ("The Same", "the same", [], []),
        ("one of two ships", "six of ten ships", ["one of two"], ["six of ten"]),
    ],
)
def test_differing_words(left: str, right: str, here: list[str], there: list[str]) -> None:
    a, b = words(left, [Span(0, len(left))]), words(right, [Span(0, len(right))])
    found = differing(a, b)
    assert [left[s.start : s.end] for s in found[0]] == here
    assert [right[s.start : s.end] for s in found[1]] == there


def test_wide_and_combining_characters_are_counted_in_columns() -> None:
    assert cells("日本") == 4 and cells("e\u0301") == 1 and cells("abc") == 3


@pytest.mark.parametrize("word", ["x" * 300_000, "日" * 150_000, "é" * 300_000, "e\u0301" * 150_000])
def test_a_word_without_end_is_broken_to_fit(word: str) -> None:
    rows = wrap([("See ", ""), (word, "head")], 50)
    assert all(width(row) <= 50 for row in rows)
    assert "".join(plain(row) for row in rows[1:]) == word


SAID = "The mayor met crews. “We rebuild,” she said. Officials denied any plan for a “wall of shame”."


def sheet(**more: Any) -> Sheet:
    """One pronoun, one unnamed source, one marked phrase that nobody says."""
    d = document("c", SAID)
    found = (
        quote(d, "We rebuild,", "Ada Holm", "she", resolution="pronoun", id="Q-1"),
        replace(
            quote(
                d, "any plan", None, "Officials", cue="denied", kind="indirect", resolution="none", id="Q-2"
            ),
            polarity=-1,
        ),
    )
    return Sheet(reading(d), "c.txt", quotes=found, unspoken=(place(d, "wall of shame").span,), **more)


def test_quotes_say_how_a_speaker_was_found() -> None:
    assert list(text.quotes([sheet()], View(width=70))) == [
        "c.txt:1:23                                         she said = Ada Holm",
        '  "We rebuild,"',
        "",
        "c.txt:1:63          Officials denied (denial) = nobody known  indirect",
        "  any plan",
        "",
    ]


@pytest.mark.parametrize(
    ("mention", "speaker", "shown"),
    [
        ("Ada Holm", "Ada Holm", "Ada Holm said"),
        ("The council", "the council", "The council said"),
        ("Mayor Ada Holm", "Ada Holm", "Mayor Ada Holm said"),
        ("Holm", "Ada Holm", "Holm said = Ada Holm"),
        ("the Holmes", "Holm", "the Holmes said = Holm"),
    ],
)
def test_a_speaker_is_named_where_the_text_does_not(mention: str, speaker: str, shown: str) -> None:
    d = document("c", f"{mention} said: “We rebuild.”")
    told = quote(d, "We rebuild.", speaker, mention)
    line, *_ = text.quotes([Sheet(reading(d), "c.txt", quotes=(told,))], View())
    assert line.split(maxsplit=1)[1] == shown


def test_marked_words_that_nobody_says_are_shown_when_asked() -> None:
    shown = "\n".join(text.quotes([sheet()], View(verbose=True)))
    assert "marked, but nobody's speech" in shown and '"wall of shame"' in shown and "by pronoun" in shown


def test_claims_show_figures_dates_and_names_as_they_were_understood() -> None:
    d = document("c", "Nearly 40 boats reached the bay on Monday, at dusk.")
    claim = Claim(
        "c", 0, 0, Span(0, len(d.text)), "body", d.text, (),
        (Quantity(Span(0, 15), 36, 40, "boat", approximate=True),),
        (
            TimeSpan(Span(35, 41), "2031-05-05", "2031-05-05", "day"),
            TimeSpan(Span(46, 50), "T18:00", "T21:00", "minute"),
        ),
        (Name(Span(24, 31), "place", "Tarnow Bay"),),
        status="planned", speaker="Ada Holm",
    )  # fmt: skip
    assert list(text.claims([Sheet(reading(d), "c.txt", claims=(claim,))], View(60))) == [
        "c.txt:1:1                             planned, says Ada Holm",
        "  Nearly 40 boats reached the bay on Monday, at dusk.",
        "    figure Nearly 40 boats = 36 to 40 boat",
        "    date   Monday = 2031-05-05",
        "    date   dusk = ?",
        "    name   the bay = Tarnow Bay",
        "",
    ]


def test_lines_have_a_field_for_each_side() -> None:
    rows = [row.split("\t") for row in lines.comparison(harbour(), View())]
    assert {len(row) for row in rows} == {8}
    assert rows[0][:6] == [
        "contradiction", "C-11aa", "status", "possible", "papers/coast.txt:2:1", "papers/bay.txt:1:1",
    ]  # fmt: skip
    assert rows[4][4] == "" and rows[4][7] == "Gulls were seen."


def test_explaining_a_finding_names_words_score_and_the_way_to_silence_it() -> None:
    result = harbour()
    shown = "\n".join(text.painted(_explain.finding(result.findings[0], result, View()), View()))
    for part in (
        "[signed]",
        "coast.txt:2:1",
        '"to sign"',
        "71.4 of 100 (threshold 55)",
        "words",
        "0.50 x 2.00",
    ):
        assert part in shown
    assert "--ignore status" in shown and "Bay may be the earlier report" in shown


def drifted() -> tuple[list[Drift], list[Reading]]:
    """One utterance, in marks here and reported there."""
    a = document("coast", "“We will build the pier this year,” Ada Holm said.")
    b = document("bay", "Ada Holm said they can build the pier this year.")
    left = quote(a, "We will build the pier this year,", "Ada Holm", "Ada Holm")
    right = quote(b, "they can build the pier this year", "Ada Holm", "Ada Holm", kind="indirect")
    change = Change("modal", place(a, "We will").span, place(b, "they can").span)
    return [Drift(left, right, 0.71, True, False, (change,))], [reading(a), reading(b)]


def test_drift_shows_both_renderings_with_what_differs() -> None:
    assert list(text.drifts(*drifted(), View(70))) == [
        "~ Ada Holm                                                       modal",
        " Coast 1:2 | [We will] build the pier this year,  (direct; Ada Holm",
        "           | said)",
        " Bay  1:15 | [they can] build the pier this year  (indirect; Ada Holm",
        "           | said)",
        "",
    ]
    assert list(lines.drifts(*drifted(), View())) == [
        "Ada Holm\tpapers/coast.txt:1:2\tpapers/bay.txt:1:15\t"
        "We will build the pier this year,\tthey can build the pier this year"
    ]
