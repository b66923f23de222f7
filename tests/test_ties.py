"""Figures and times of one thing in two reports whose clauses have little else in common."""

from __future__ import annotations

from datetime import date

import pytest

from entries import details
from treatydiff import Document, Options, compare
from treatydiff.align.bonds import Bonds
from treatydiff.pipeline import read

FRAME = (
    "The Brask, a ferry of Olmar Lines, ran onto the Torvik reef near Hallasund. "
    "Captain Edda Quill sent for help and the coast guard came. "
    "Nobody on the Brask was killed, and 17 people were treated for bruises. "
)
"""What both reports tell, so that they are of one event."""
ONLY = Options(select=frozenset({"number", "date"}))


def clashes(left: str, right: str) -> list[str]:
    """What the rules for figures and times find in two reports that begin alike."""
    return details(FRAME, left, right, date(2024, 3, 12), "number", "date")


TIED = [
    # Times of day of two days are compared by their days.
    (
        "The bulkhead broke on Sunday at 4 p.m., and the Brask lost 70 metres of its rail.",
        "At noon on Monday the Brask lost 70 metres of its rail.",
        "Sunday / Monday",
    ),
    # Figures without rivals in sentences that are strongly linked.
    (
        "The town of Hallasund puts its tax up by 4.9 percent.",
        "In Hallasund the tax of the town goes up by 3.9 percent.",
        "4.9 percent / 3.9 percent",
    ),
    (
        "The mate of the Brask was given 14 years for smuggling arms.",
        "For smuggling arms the mate of the Brask got a nine-year sentence.",
        "14 years / nine-year",
    ),
    (
        "Oil ran from the Brask at 140 gallons a minute.",
        "From the Brask oil ran at 85 gallons a minute.",
        "140 gallons a minute / 85 gallons a minute",
    ),
    # Measures in one unit, which no conversion has rounded.
    ("The reef is 57 kilometres long.", "The reef is 49 km long.", "57 kilometres / 49 km"),
    # People, whatever they are called.
    (
        "Two hundred unarmed monitors from Tarn will watch over the truce on the reef.",
        "The truce on the reef will be watched by 350 observers from Tarn.",
        "Two hundred unarmed monitors / 350 observers",
    ),
    # One score of one game.
    (
        "Hallasund beat Torvik 3-1 in the final.",
        "Torvik, who lost the final to Hallasund, went down 3-2.",
        "3-1 / 3-2",
    ),
    # What is lost or is one of them, is no part of a whole; nor does it matter what else is listed.
    (
        "Olmar Lines will shut its yard in Hallasund with the loss of 640 jobs.",
        "Olmar Lines said that its yard in Hallasund would go, and 820 jobs with it.",
        "640 jobs / 820 jobs",
    ),
    (
        "The Brask had 218 lifejackets aboard.",
        "The jacket was one of 281 lifejackets aboard the Brask.",
        "218 lifejackets / 281 lifejackets",
    ),
    (
        "Thieves took 126 gold coins and a cross from the Brask.",
        "Thieves took 94 gold coins from the Brask, together with a cross.",
        "126 gold coins / 94 gold coins",
    ),
    (
        "Temperatures on the reef fell to minus 22 degrees Celsius.",
        "It was minus 14C on the reef at night.",
        "22 degrees Celsius / 14C",
    ),
    # Days of a step that the sentences have two figures of in common.
    (
        "Of its 57 ferry shops, 22 will shut for good by May 31.",
        "Twenty-two of the 57 shops are to go; their doors close for the last time on 29 June.",
        "by May 31 / 29 June",
    ),
    ("Holm will take office on May 1.", "Her term of office begins on 1 July.", "May 1 / 1 July"),
    # A count that neither report has twice, misread or with a word around in common.
    (
        "A ship carrying 214 passengers sank.",
        "The old hull had 241 passengers.",
        "214 passengers / 241 passengers",
    ),
    ("She won by 1,204 votes.", "Her majority: 1,024 votes.", "1,204 votes / 1,024 votes"),
    # Sums in money of whatever name.
    (
        "It must repay 2.4 million crowns.",
        "The firm gives back 4.2 million crowns.",
        "2.4 million crowns / 4.2 million crowns",
    ),
    (
        "The bill came to 38 million euros.",
        "Repairs cost 48 million euros.",
        "38 million euros / 48 million euros",
    ),
    # The outcome of a vote.
    (
        "It passed by 78 votes to 71.",
        "By eighty-three votes to sixty-six they said yes.",
        "78 votes to 71 / eighty-three votes to sixty-six",
    ),
    # The age of one person, named beside it or before.
    ("Edda Quill, 51, wept.", "The 49-year-old Edda Quill sat still.", "51 / 49-year-old"),
    ("Edda Quill, 51, wept.", "Edda Quill, aged 49, sat still.", "51 / 49"),
    # The age of the only one of whom both tell the same.
    (
        "A 71-year-old woman drowned in her cellar.",
        "A woman of 64 was found dead in her cellar.",
        "71-year-old / 64",
    ),
    # Ends of one span; times of day when something ends.
    ("The search ends on Friday.", "They will look on until Sunday.", "Friday / until Sunday"),
    (
        "She must report by 14 October.",
        "She has until 4 November to appear.",
        "by 14 October / until 4 November",
    ),
    (
        "The gates closed at 8 p.m.",
        "The yard had stayed open until nine in the evening.",
        "8 p.m. / until nine",
    ),
    # The only change of that size that either report has.
    (
        "Base pay will go up by 8.5 percent over two years.",
        "Basic pay rises 10 percent over two years.",
        "8.5 percent / 10 percent",
    ),
    # What fills one role of one act.
    ("The line ordered 40 jets.", "The line would order 25 planes.", "40 jets / 25 planes"),
    # Parts of one whole.
    (
        "Her allies hold 64 of the 119 places on the council.",
        "Between them they have 70 councillors in a body of 119.",
        "64 / 70 councillors",
    ),
    (
        "Of the 214 delegates, 131 backed the motion.",
        "The motion had the support of 118 of the 214 members.",
        "131 / 118",
    ),
    # What a figure is for, in the sentence before.
    (
        "The ministry forecasts unemployment of 7.4 percent in the autumn.",
        "Unemployment worries the ministry. By autumn the rate will have climbed to 8.2 percent.",
        "7.4 percent / 8.2 percent",
    ),
    (
        "The number of boats at the quay is 840.",
        "The quay counts its boats by hand. On Monday the total was 970.",
        "840 / 970",
    ),
    (
        "Prices will rise, to inflation of 4.4 percent, the bank said.",
        "Prices are the bank's worry. In May it will be 5.2 percent, above a band of 2 to 5 percent.",
        "4.4 percent / 5.2 percent",
    ),
    # What stands between figures and words that both have.
    (
        "It put 5.5 percent over two years on the table, with a bonus of 600 crowns.",
        "It will go no further than 3.8 percent, spread over two years, plus 600 crowns once.",
        "5.5 percent / no further than 3.8 percent",
    ),
    (
        "Four of those rescued were flown to the university hospital in Tarn.",
        "Seven of the eleven went by air to the university hospital in Tarn.",
        "Four / Seven",
    ),
    (
        "Of 57 shops, 22 will shut by May 31.",
        "Twenty-two of the 57 stores are to go; their doors close for the last time on June 29.",
        "by May 31 / June 29",
    ),
    # The age of one who is not named.
    (
        "The suspect, 34, was arrested near the harbour.",
        "Police arrested a 29-year-old man.",
        "34 / 29-year-old",
    ),
    # When a thing is, put in different ways.
    ("The fair is planned for Monday.", "The fair will take place on Friday.", "Monday / Friday"),
    ("The ban starts on 1 July.", "The ban will apply from August 15.", "1 July / from August 15"),
    ("The law takes effect on 1 May.", "The law comes into force in July.", "1 May / July"),
    ("She sailed on Saturday evening.", "She sailed on Sunday morning.", "Saturday evening / Sunday morning"),
]


@pytest.mark.parametrize(("left", "right", "detail"), TIED)
def test_tied(left: str, right: str, detail: str) -> None:
    assert clashes(left, right) == [detail]
    assert clashes(right, left) == [" / ".join(reversed(detail.split(" / ")))]


APART = [
    (
        "Of its 57 ferry shops, 22 will shut by May 31.",
        "There are 57 shops. The firm meets its banks on 29 June.",
    ),
    # Told by the other report as well, in whatever words.
    ("A ship carrying 214 passengers sank.", "It had 214 passengers. The other one had 241 passengers."),
    ("Eleven customers and five clerks hid.", "Sixteen customers and clerks hid."),
    ("A quota of 9,000 tonnes was set.", "A quota of 6,000 tonnes was set, climbing to 9000."),
    ("About a quarter of the cargo sank.", "One in four of the crates sank."),
    # No figure, or of another size, or of a part, or of another group.
    ("Several towns have lights.", "Two towns have a pier."),
    ("A crew of 300 sailors is held.", "Sixteen sailors were aboard."),
    ("The navy caught 11 Lurian smugglers.", "The navy saw 23 smugglers."),
    ("He was 52 for years, said Orla Venn, 52.", "Piet Rasker, 58, disagreed."),
    ("It broke 82 percent of lines in Hallasund.", "It broke 60 percent of lines in Torvik."),
    ("One person was arrested.", "Police arrested 46 people."),
    # "Three locals", of whom one is told of by what she does.
    (
        "A slide came down near the hut of Hallasund and buried three locals.",
        "Near the hut of Hallasund a guide of this village and two friends had been on their way home.",
    ),
    # Two votes.
    (
        "Olmar Lines lost by six votes to three. The judges upheld, by five to four, the tax.",
        "Olmar Lines lost. Here the vote was closer: five to four.",
    ),
    # What is left of a whole, the sum of two, and the same of whom less is told.
    ("The yard will lose 400 of its 1,900 workers.", "About 1,500 workers of the yard will remain."),
    (
        "Olmar Lines gave 5 million euros for the reef in March and another 3 million in May.",
        "Olmar Lines gave 8 million euros for the reef.",
    ),
    ("Eleven divers set out on Sunday; seven got there.", "Seven divers stood on the reef at noon."),
    # Two games.
    ("Hallasund beat Torvik 3-1 in the final.", "Torvik beat Hallasund 2-0 in the first round."),
    ("Calm came after four days of storms.", "The storms had lasted for six days."),
    # Two women, each of an age of her own.
    ("A 71-year-old woman drowned in her cellar.", "On the pier a woman of 64, shivering, was given tea."),
    # Scores of games are many.
    ("They won 7-6.", "They lost 9-8."),
    # Stamps, and times of two steps.
    ("Updated at 8:33 a.m.", "The shooter came at 10 a.m."),
    ("The gunman came in around 4 p.m.", "He turned himself in around 6 p.m."),
    ("By noon, thin smoke still rose from the pile.", "Divers were at the scene by 10 a.m. to look for him."),
    # One of a kind here, another there.
    ("The lower house passed it by 120 votes to 90.", "The upper house passed it by 45 votes to 30."),
    ("The first bomb killed three people.", "The second bomb killed five people."),
    ("Sales rose 4 percent in the first quarter.", "Sales rose 6 percent in the second quarter."),
    ("The old bridge was built in 1910.", "The new bridge was built in 1978."),
    # A forecast each.
    ("The central bank expects growth of 2.1 percent.", "The ministry forecasts growth of 2.6 percent."),
    # What may be, what was allowed, what was revised.
    ("The pump can move 300 litres a second.", "The pump moved 200 litres a second on Friday."),
    ("The car was doing 130 kph.", "The limit for the car was 100 kph."),
    ("Output fell 0.3 percent.", "Output fell 0.5 percent, revised figures showed."),
    ("Rents rose 12 percent in the capital.", "Rents rose 8 percent in the country as a whole."),
    ("Shares fell 5 percent in early trading.", "Shares closed down 3 percent."),
    # Two things that begin to hold at two times.
    ("The ban starts on 1 July for cars.", "The ban will apply to lorries from 15 August."),
    # What was done and what will be, on two dates.
    ("The ban was passed on 10 January.", "The ban takes effect on 3 April."),
    # Of what is measured, two things; a part that somebody pays.
    ("Shares in the line fell 6 percent.", "Sales of the line fell 9 percent."),
    ("The quay will cost 84 million crowns.", "The state pays 60 million crowns towards the quay."),
    # Two parts that make up a whole, of which the opposite is said, or that are told as well; other wholes.
    ("Of the 214 delegates, 131 backed the motion.", "Of the 214 members, 83 would not have the motion."),
    ("Of the 214 delegates, 111 backed the motion.", "Of the 214 members, 93 rejected the motion."),
    ("The Reds hold 41 of the 119 seats.", "The Greens have 34 members in a body of 119."),
    ("Her allies hold 64 of the 119 places.", "They hold 64 of the 119; all 70 of them have 119 seats."),
    ("The line has sold 310 of its 480 berths.", "The quay has 225 lamps for its 480 metres, the line said."),
    # What the sentence before names is another thing; what is expected, and what was.
    (
        "The ministry forecasts unemployment of 7.4 percent.",
        "The ministry looked at inflation. The rate will have climbed to 8.2 percent.",
    ),
    (
        "The ministry forecasts unemployment of 7.4 percent.",
        "Unemployment worries the ministry. The rate was 8.2 percent in April.",
    ),
    # What somebody did for so long in two capacities.
    ("Quill spent 19 seasons with the club.", "Quill spent four seasons as the keeper of the club."),
    # What is counted so far, and in the end.
    ("With half of the votes counted, Quill led.", "Quill had 54 percent once every vote had been counted."),
    ("A ferry with 120 cars sank.", "The ferry had room for 200 cars."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_not_tied(left: str, right: str) -> None:
    assert clashes(left, right) == []
    assert clashes(right, left) == []


def test_weekday_read_either_way() -> None:
    """One day of the week is never a clash, however far off each report is read to put it."""
    assert clashes("The forecast calls for rain Thursday.", "Rain is forecast for tomorrow.") == []
    assert clashes("It rained on Thursday.", "Rain is forecast for Thursday.") == []


def test_two_events_of_a_kind() -> None:
    """Where hardly any count agrees, the reports tell of two events and nothing is tied."""
    left = "The navy took 13 magazines, 7 rifles, 4 boats and 214 rounds."
    right = "The navy took 12 magazines, 6 rifles, 3 boats and 241 rounds."
    assert clashes(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Ticket sales fell 48 percent. Fares rose by 51 percent. Ticket sales fell 53 percent.",
            "Fares of 35 to 43 percent less were promised. Ticket sales fell 39 percent.",
        ),
    ],
)
def test_ties_are_the_same_whichever_report_is_left(left: str, right: str) -> None:
    a, b = Document("a", "a", FRAME + left), Document("b", "b", FRAME + right)
    there, back = (
        {f.id: f.certainty for f in compare(pair, ONLY).findings if f.kind == "contradiction"}
        for pair in ((a, b), (b, a))
    )
    assert there == back != {}


def test_figures_in_common_are_as_many_from_either_side() -> None:
    a, b = (
        read(Document(key, key, text))
        for key, text in (("a", "Fares rose 4 percent, not 3 to 5 percent."), ("b", "Fares rose 4 percent."))
    )
    assert Bonds(a, b, ()).figures_in_common(a.claims[0], b.claims[0]) == 1
    assert Bonds(b, a, ()).figures_in_common(b.claims[0], a.claims[0]) == 1
