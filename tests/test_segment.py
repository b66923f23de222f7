"""Texts → passages: what is a headline, a caption, a sentence; which line ends end a paragraph."""

from __future__ import annotations

import textwrap
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff import pipeline
from treatydiff.datelines import published
from treatydiff.language import load_language
from treatydiff.layout import paragraphs, unwrapped
from treatydiff.model import Block, Document, Passage, Span
from treatydiff.segment import segment
from treatydiff.sentences import sentences

ENGLISH = load_language("en")
BODY = "The council of Tarnow Bay voted on Monday to close the old ferry pier for good."
MORE = "Fishing crews had asked for more time, and the mayor said that they would get none."
LEAD = "A plain word; it goes on here, and it says enough to be a sentence of a report."


def passages(text: str) -> tuple[Passage, ...]:
    return segment(Document("a", "A", text), ENGLISH)


def kinds(text: str) -> list[tuple[str, str]]:
    """The kind of each paragraph, with how it begins; body left out."""
    return [(p.kind, p.text) for p in passages(text) if p.kind != "body"]


def cut(text: str) -> list[str]:
    """The sentences of one paragraph."""
    return [text[a:b] for a, b in sentences(text, 0, len(text), ENGLISH)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["Pier of Tarnow Bay to close for good", "", BODY, "", MORE],
            [("headline", "Pier of Tarnow Bay to close for good")],
            id="a first line without full stop",
        ),
        pytest.param(
            ["COUNCIL CLOSES OLD PIER", "Crews get no more time", "", BODY, "", MORE],
            [("headline", "COUNCIL CLOSES OLD PIER"), ("standfirst", "Crews get no more time")],
            id="a line below it",
        ),
        pytest.param(
            ["Crews Lose Their Pier In Tarnow Bay.", "", BODY, "", MORE],
            [("headline", "Crews Lose Their Pier In Tarnow Bay.")],
            id="capitals throughout, with a full stop",
        ),
        pytest.param(
            ["Crews lose pier.", "", f"TARNOW BAY, May 5 (Coastline) — {BODY}", "", MORE],
            [("headline", "Crews lose pier."), ("dateline", "TARNOW BAY, May 5 (Coastline) —")],
            id="a full stop, but a dateline below",
        ),
        pytest.param(
            ["Pier to close", "", "By Ada Holm", "", BODY, "", MORE],
            [("headline", "Pier to close"), ("dateline", "By Ada Holm")],
            id="a byline",
        ),
        pytest.param(
            ["Pier to close", "", "Ada Holm in Tarnow Bay", "", BODY, "", MORE],
            [("headline", "Pier to close"), ("dateline", "Ada Holm in Tarnow Bay")],
            id="a byline without By",
        ),
        pytest.param(
            ["Pier to close", "", "Ada Holm", "Harbour correspondent", "", BODY, "", MORE],
            [("headline", "Pier to close"), ("dateline", "Ada Holm"), ("dateline", "Harbour correspondent")],
            id="a byline of two lines",
        ),
        pytest.param(
            ["Pier to close", "Published: 5 May 2031, 10:15 GMT", "", BODY, "", MORE],
            [("headline", "Pier to close"), ("dateline", "Published: 5 May 2031, 10:15 GMT")],
            id="a date below the headline",
        ),
        pytest.param(
            ["MONDAY, MAY 5, 2031", "Pier to close", "", BODY, "", MORE],
            [("dateline", "MONDAY, MAY 5, 2031"), ("headline", "Pier to close")],
            id="a date above the headline",
        ),
        pytest.param(
            ["Pier to close", "Mayor Ada Holm and Ivo Lind of the Union.", BODY, MORE],
            [("headline", "Pier to close"), ("caption", "Mayor Ada Holm and Ivo Lind of the Union.")],
            id="names and no verb above the text: a caption",
        ),
        pytest.param(
            ["Pier to close", "", BODY, "", MORE, "", "Ada Holm (left) at the pier.", "", MORE],
            [("headline", "Pier to close"), ("caption", "Ada Holm (left) at the pier.")],
            id="a caption that points",
        ),
        pytest.param(
            ["Pier to close", BODY, MORE, "The pier at dusk. (Photo: J. Lind)", MORE],
            [
                ("headline", "Pier to close"),
                ("caption", "The pier at dusk."),
                ("caption", "(Photo: J. Lind)"),
            ],
            id="a caption with its credit",
        ),
        pytest.param(
            ["Pier to close", "", BODY, "", "What comes next", "", MORE],
            [("headline", "Pier to close"), ("crosshead", "What comes next")],
            id="a cross-head",
        ),
        pytest.param(
            ["Pier to close", BODY, "What comes next", MORE, "LONG ROAD", MORE],
            [("headline", "Pier to close"), ("crosshead", "What comes next"), ("crosshead", "LONG ROAD")],
            id="cross-heads without blank lines",
        ),
        pytest.param(
            ["Pier to close", "", BODY, "", "* * *", "", MORE],
            [("headline", "Pier to close"), ("crosshead", "* * *")],
            id="a rule of stars",
        ),
        pytest.param(
            ["Pier to close", "", BODY, "", "(Reporting by Ada Holm; editing by Ivo Lind)"],
            [("headline", "Pier to close"), ("dateline", "(Reporting by Ada Holm; editing by Ivo Lind)")],
            id="writers at the end",
        ),
        pytest.param([f"date 2031-05-05 {BODY}"], [("dateline", "date 2031-05-05")], id="a date in front"),
        pytest.param([f"2031-05-05 — {BODY}"], [("dateline", "2031-05-05 —")], id="a bare date in front"),
        pytest.param([f"TARNOW BAY — {BODY}"], [("dateline", "TARNOW BAY —")], id="a place in front"),
        pytest.param([f"(Coastline) - {BODY}"], [("dateline", "(Coastline) -")], id="an agency in front"),
        pytest.param(
            [f"Tarnow Bay, May 5 (Coastline): {BODY}"],
            [("dateline", "Tarnow Bay, May 5 (Coastline):")],
            id="a place in small letters, with a day",
        ),
        pytest.param([f"ST. ORRIN, Vt. – {BODY}"], [("dateline", "ST. ORRIN, Vt. –")], id="place and state"),
        pytest.param([BODY], [], id="one line is body"),
        pytest.param(["Pier to close", "", BODY], [], id="two lines are body"),
        pytest.param([BODY, "", MORE, "", MORE], [], id="no headline at all"),
        pytest.param(["The pier closed.", "", BODY, "", MORE], [], id="a short first sentence"),
        pytest.param(["Crews left Tarnow Bay on Monday.", "", BODY, "", MORE], [], id="a first sentence"),
        pytest.param([f"NATO - {LEAD.lower()}", "", MORE, "", MORE], [], id="an alliance is no place"),
        pytest.param(
            ["HOLM: What did you see?", "", "LIND: A light on the water.", "", "HOLM: Where was it?"],
            [],
            id="speakers of a transcript are no places",
        ),
        pytest.param([BODY, "", "- new ropes", "- two lamps", "", MORE], [], id="entries of a list"),
        pytest.param([BODY, "", "Lind said:", "", MORE], [], id="words that introduce a quotation"),
        pytest.param([BODY, "", "“We go,” she said", "", MORE], [], id="a quotation without full stop"),
        pytest.param([BODY, "", "Ropes 12", "Lamps 7", "Boats 3"], [], id="a table at the end"),
    ],
)  # fmt: skip
def test_kinds_show_in_the_shape(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert kinds("\n".join(lines)) == expected


def test_all_above_the_last_part_of_a_header_is_standfirst() -> None:
    text = f"Pier to close\n\nCrews get no more time, says the mayor.\n\nBy Ada Holm\n\n{BODY}\n\n{MORE}\n"
    assert [p.kind for p in passages(text)] == ["headline", "standfirst", "dateline", "body", "body"]


@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("date 2031-05-03 The pier closed.", date(2031, 5, 3)),
        ("Published: 3 May 2031, 10:15 BST", date(2031, 5, 3)),
        ("MONDAY, MAY 3, 2031", date(2031, 5, 3)),
        ("May 3rd, 2031 5:19 pm", date(2031, 5, 3)),
        ("TARNOW BAY, May 3, 2031 (Coastline) — The pier closed.", date(2031, 5, 3)),
        ("3 May 2031 — The pier closed.", date(2031, 5, 3)),
        ("TARNOW BAY, May 3 (Coastline) — The pier closed.", None),
        ("03/05/2031", None),
        ("date 2031-02-30 The pier closed.", None),
        ("The pier closed on 3 May 2031.", None),
        ("On 3 May 2031 the pier closed.", None),
    ],
)
def test_the_day_that_a_text_gives_as_its_own(first: str, day: date | None) -> None:
    assert published(Document("a", "A", f"{first}\n{BODY}\n{MORE}\n"), ENGLISH) == day


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Lind met Gen. Holm at St. Orrin.", "Lt. Brandt stayed away."],
        ["It cost about 670 crowns a month.", "Teachers get more."],
        ["They went by car.", "Four men waited."],
        ["The U.S. Geological Survey put it at 6.8.", "Nobody was hurt."],
        ["He left the U.S. in May.", "The ship had sailed."],
        ["It struck at 4:52 a.m. Monday.", "People were asleep."],
        ["It struck at 4:52 a.m.", "Police came at once."],
        ["The sale is on Jan. 5 at No. 12 Quill Street.", "No.", "We stay."],
        ["J. R. Brandt signed.", "A. Holm did not."],
        ["“We waited.", "We waited long,” Lind said.", "“Too long.”"],
        ['"Why now?" Lind asked.', "Nobody knew."],
        ["‘Stop!’ cried the mayor.", "They did not."],
        ["“Are you mad?” he said.", "She was not."],
        ["Holm (a former clerk. She is 70.) spoke.", "Lind did not."],
        ["Rep. Ada Holm (D-Vt.), who voted no, left.", "The rest stayed."],
        ["Astrel Inc. The name is new.", "It sells glass."],
        ["Growth was 2.7 per cent.", "The budget grew."],
        ["It fell in 2003.", "Holm rebuilt it."],
        ["1. The pier will close.", "2. The ferry will stay."],
        ["The vote is on Dec. 12.", "This year has no other."],
        ["He voted for it... and then against it.", "Why?", "Nobody asked."],
        ["They read treatydiff.example.", "They liked it."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    glued = {"Astrel Inc. The name is new.": ["Astrel Inc.", "The name is new."]}
    assert cut(text) == [s for p in parts for s in glued.get(p, [p])]


def test_a_quotation_in_one_case_is_cut_as_it_is_spoken() -> None:
    assert cut("we went. they stayed. all good.") == ["we went.", "they stayed.", "all good."]


WRAPPED = [
    "Pier to close for good",
    f"{BODY} {MORE} “We had asked for a year, and we were given a week,” said Ivo Lind, who fished.",
    "- Ropes: new ones for all of the forty boats, paid for by the council out of its own pocket, it says",
    "- Lamps: two",
    f"{MORE} {BODY} {LEAD}",
]


@pytest.mark.parametrize("width", [50, 64, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_page_width_cuts_no_sentence(width: int, end: str) -> None:
    plain = f"{end}{end}".join(WRAPPED)
    lines = (textwrap.wrap(p, width, break_on_hyphens=False, break_long_words=False) for p in WRAPPED)
    wrapped = f"{end}{end}".join(end.join(paragraph) for paragraph in lines)
    assert wrapped != plain
    said = [(p.kind, " ".join(p.text.split())) for p in passages(wrapped)]
    assert said == [(p.kind, p.text) for p in passages(plain)]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        pytest.param([BODY, MORE, LEAD], 3, id="a line is a paragraph where each ends a sentence"),
        pytest.param(
            ["The minister signed the harbour accord", "on Monday in Tarnow Bay."], 1, id="goes on small"
        ),
        pytest.param(
            ["Pier to close for good this year", "Crews get no more time"], 2, id="two lines of a header"
        ),
        pytest.param(["The accord was signed;", "it holds for nine years."], 2, id="a list of points"),
        pytest.param([BODY, "", "it goes on in small letters"], 2, id="a blank line ends"),
        pytest.param([BODY, "\u2028", MORE], 2, id="other line ends"),
    ],
)
def test_paragraphs(lines: list[str], count: int) -> None:
    text = "\n".join(lines)
    assert len(paragraphs(text, 0, len(text))) == count


def test_names_and_quotations_run_on_across_lines() -> None:
    report = (
        "The harbour accord was signed on Monday in the old customs house, said Ivo\n"
        'Lind, who keeps the pier. "We waited long for it, and some of us had given up\n'
        'all hope of seeing it in our lives," said the mayor of the bay, Ada\n'
        "Holm. She had come by boat, as she does on most days of the week, and left\n"
        "on foot.\n"
    )
    reading = pipeline.read(Document("a", "A", report))
    assert {n.entity for n in reading.names} >= {"Ivo Lind", "Ada Holm"}
    (quote,) = [q for q in reading.quotes if q.kind == "direct"]
    assert quote.speaker == "Ada Holm"
    assert report[quote.span.start : quote.span.end].startswith("We waited long")
    assert reading.document.text == report
    assert all(report[p.span.start : p.span.end] == p.text for p in reading.passages)
    assert all(report[c.span.start : c.span.end] == c.text for c in reading.claims)


def test_what_a_format_knows_goes_before_shape() -> None:
    text = "# Pier\n\nCrews get no more time.\n\n<!-- x -->\n\nThe end\n"
    blocks = (
        Block(Span(0, 2), None),
        Block(Span(2, 6), "headline"),
        Block(Span(33, 43), None),
        Block(Span(45, 52), "caption"),
    )
    found = segment(Document("a", "A", text, blocks=blocks), ENGLISH)
    assert [(p.kind, p.text) for p in found] == [
        ("headline", "Pier"), ("body", "Crews get no more time."), ("caption", "The end"),
    ]  # fmt: skip


WORDS = st.sampled_from(
    ["pier", "Holm", "“", "”", '"', "'", "said", ".", "!", "?", "…", "Mr.", "a.m.", "(", ")", "—", "\n",
     "\n\n", "\r\n", "\r", " ", "\t", "\u2028", "May 3, 2031", "By", "TARNOW -", "*", "1.", "\x00",
     "\ud800", "é", "港"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join)))
def test_passages_cover_the_text_in_order(text: str) -> None:
    found = passages(text)
    covered = 0
    for n, passage in enumerate(found):
        start, end = passage.span
        assert passage.index == n and covered <= start < end <= len(text)
        assert passage.text == text[start:end] == passage.text.strip()
        assert not text[covered:start].strip()
        covered = end
    assert not text[covered:].strip()
    assert [p.paragraph for p in found] == sorted(p.paragraph for p in found)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_unwrapping_moves_nothing(text: str) -> None:
    flat = unwrapped(Document("a", "A", text)).text
    assert len(flat) == len(text)
    assert all(x == y or (y == " " and x.isspace()) for x, y in zip(text, flat, strict=True))


@pytest.mark.parametrize(
    "unit",
    ["a", '"', "A. ", "Mr. ", "!!!! ", "(", "(a. ", '?" Lind ', ". ", "\n", "a\n", "word\nWord. ", "- a\n",
     "1. ", "HOLM, ", "May 3 ", "港", "\ud800", "—", "A.\n\n", "date 2031-05-03 "],
)  # fmt: skip
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begun = time.process_time()
        passages(text)
        return time.process_time() - begun

    passages("warm up")
    small, large = seconds(10_000), seconds(80_000)
    assert large < 0.5 + 25 * small
