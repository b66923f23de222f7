"""What a figure means: its interval, its unit, what it counts."""

from __future__ import annotations

from math import inf

import pytest

from treatydiff.extract.quantities import find_quantities
from treatydiff.language import load_language
from treatydiff.model import Document, Quantity
from treatydiff.segment import segment


def quantities(text: str) -> tuple[Quantity, ...]:
    language = load_language("en")
    return find_quantities(segment(Document("a", "a", text), language), language)


FIGURES = [
    ("A storm killed at least 27 people.", "at least 27 people", 27, inf, "", ("dead",)),
    ("Twenty-nine deaths were confirmed.", "Twenty-nine deaths", 29, 29, "", ("dead",)),
    ("Six employees lost their lives.", "Six employees", 6, 6, "", ("employe", "dead")),
    ("The toll rose to 31 on Monday.", "31", 31, 31, "", ("dead",)),
    ("Nine men, three of them cooks, were arrested.", "Nine men", 9, 9, "", ("men", "arrested")),
    ("Four gunners, the eldest 31, are in custody.", "Four gunners", 4, 4, "", ("gunner", "arrested")),
    ("Nine men, Holm among them, sang, and two were killed.", "Nine men", 9, 9, "", ("men",)),
    ("The toll rose from 12 to 15.", "15", 15, 15, "", ("dead",)),
    ("Two police officers were injured.", "Two police officers", 2, 2, "", ("polic", "offic", "injured")),
    ("Twelve people in the car were killed.", "Twelve people", 12, 12, "", ("dead",)),
    ("Twelve guests from Tarn drowned.", "Twelve guests", 12, 12, "", ("guest", "dead")),
    ("In 12 towns in the north pipes were hit.", "12 towns", 12, 12, "", ("town",)),
    ("Twelve men and three women were hurt.", "Twelve men", 12, 12, "", ("men", "injured")),
    ("Twelve men and three women died in it.", "Twelve men", 12, 12, "", ("men", "dead")),
    ("The blast killed 12 men and three women.", "three women", 3, 3, "", ("women", "dead")),
    ("It killed 12 men and three women left.", "three women", 3, 3, "", ("women",)),
    ("Twelve people, three of them cooks, died.", "Twelve people", 12, 12, "", ("dead",)),
    ("Twelve trapped miners were freed.", "Twelve trapped miners", 12, 12, "", ("miner", "rescued")),
    ("The bus had 12 injured guests.", "12 injured guests", 12, 12, "", ("guest", "injured")),
    ("Police shot dead two guards.", "two guards", 2, 2, "", ("guard", "dead")),
    ("The firm laid off 12 cooks.", "12 cooks", 12, 12, "", ("cook", "sacked")),
    ("Three remain missing.", "Three", 3, 3, "", ("missing",)),
    (
        "A hundred and ninety tonnes were lost.",
        "hundred and ninety tonnes",
        190_000,
        190_000,
        "kg",
        ("lost",),
    ),
    ("The bulletin puts the dead at 23.", "23", 23, 23, "", ()),
    ("Ada Holm was found dead at 91.", "91", 91, 91, "age", ()),
    ("It costs 50 New Zealand dollars.", "50 New Zealand dollars", 50, 50, "nzd", ("cost",)),
    ("Some 300 of the firm's 1,200 cooks left.", "Some 300", 264, 336, "", ("cook",)),
    ("One in five pupils left.", "One in five", 20, 20, "percent", ("pupil",)),
    ("Nine in 10 homes have power.", "Nine in 10", 90, 90, "percent", ("home", "power")),
    ("Two men aged 20 and 31 were held.", "31", 31, 31, "age", ()),
    ("Children under 12 were let in.", "under 12", 0, 12, "age", ("children",)),
    ("The couple have three children.", "three children", 3, 3, "", ("children",)),
    ("Fire Kills 10; 80 Hurt", "80", 80, 80, "", ("injured",)),
    ("Some 40 soldiers were also badly wounded.", "Some 40 soldiers", 35.2, 44.8, "", ("soldier", "injured")),
    (
        "More than a thousand homes were flattened.",
        "More than a thousand homes",
        1000,
        inf,
        "",
        ("home", "destroyed"),
    ),
    ("Growth of four per cent is forecast.", "four per cent", 4, 4, "percent", ("forecast", "growth")),
    (
        "Two point four million crowns were paid.",
        "Two point four million crowns",
        2.4e6,
        2.4e6,
        "crown",
        ("paid",),
    ),
    (
        "He got six years and six months for theft.",
        "six years and six months",
        2374.125,
        2374.125,
        "day",
        ("theft",),
    ),
    ("A couple of hundred people came.", "couple of hundred people", 200, 300, "", ("people",)),
    ("They were away for a week.", "a week", 7, 7, "day", None),
    ("It lost 18 million pounds last year.", "18 million pounds", 18e6, 18e6, "gbp", None),
    ("It gave 5 million euros and another 3 million.", "3 million", 3e6, 3e6, "eur", ()),
    ("It fell to minus 22 degrees Celsius.", "22 degrees Celsius", -22, -22, "celsius", None),
    ("It was 14C at noon.", "14C", 14, 14, "celsius", None),
    ("Nora Holm, who was 67, sang.", "67", 67, 67, "age", ("holm",)),
    ("The rate rose by a quarter of a point.", "quarter of a point", 0.25, 0.25, "point", None),
    ("Nine of those on board were hurt.", "Nine", 9, 9, "", ("injured",)),
    ("Twelve guests and waiters were hurt.", "Twelve guests", 12, 12, "", ("guest", "injured")),
    ("Nine of the dead were passengers.", "Nine", 9, 9, "", ("passeng", "dead")),
    ("Five of the dead were found in the river.", "Five", 5, 5, "", ("dead",)),
    (
        "He won in two hours, four minutes and nine seconds.",
        "two hours, four minutes and nine seconds",
        *(7449 / 86400,) * 2,
        "day",
        (),
    ),
    ("It lasted a day and a half.", "a day and a half", 1.5, 1.5, "day", None),
    ("It took less than a week.", "less than a week", 0, 7, "day", None),
    ("The week-long strike is over.", "week-long", 7, 7, "day", None),
    ("The strike is in its eighth week.", "eighth week", 49, 56, "day", None),
    ("They waited for ten days before they called.", "ten days", 10, 10, "day", None),
    ("She finished second in the race.", "second", 2, 2, "rank", None),
    ("The visit had been planned long ago.", "long ago", 180, 36525, "day", ("visit", "plan")),
    ("They worked on it for a long time.", "long time", 30, 36525, "day", ("work",)),
    ("After years of talks, it was signed.", "After years", 731, 36525, "day", ("talk",)),
    ("Three years of talks failed.", "Three years", 1095.75, 1095.75, "day", None),
    ("It lost £3m in a year.", "£3m", 3e6, 3e6, "gbp", None),
    ("The pact was worth NZ$312 million.", "NZ$312 million", 312e6, 312e6, "nzd", None),
    ("It owes 250,000 euros.", "250,000 euros", 250000, 250000, "eur", None),
    ("Debts of 17.9 billion dollars remain.", "17.9 billion dollars", 17.9e9, 17.9e9, "usd", None),
    ("They walked two miles.", "two miles", 3.218688, 3.218688, "km", None),
    ("It was 50 degrees Fahrenheit.", "50 degrees Fahrenheit", 10, 10, "celsius", None),
    ("It was -5, then 30°C at noon.", "30°C", 30, 30, "celsius", None),
    ("A 200-pound bear ran off.", "200-pound", 90.72, 90.72, "kg", None),
    ("Orla Quent, 71, cheered.", "71", 71, 71, "age", ("quent",)),
    ("The 57-year-old man fled.", "57-year-old", 57, 57, "age", ("man",)),
    ("A 6.8-magnitude quake struck.", "6.8-magnitude", 6.8, 6.8, "magnitude", None),
    ("Between 5 and 10 people drowned.", "5 and 10 people", 5, 10, "", ("dead",)),
    ("He was jailed for seven and a half years.", "seven and a half years", 2739.375, 2739.375, "day", None),
    ("They hid half a mile away for it.", "half a mile", 0.804672, 0.804672, "km", None),
    ("They hold 88 of the 150 seats.", "88", 88, 88, "", ("seat",)),
    ("Twelve of its 40 miners were saved.", "Twelve", 12, 12, "", ("miner", "rescued")),
    ("Half the town fled.", "Half", 50, 50, "percent", ("town", "fled")),
    ("Two-thirds of voters agreed.", "Two-thirds", 66.66666, 66.66666, "percent", ("voter", "agre")),
    ("The fine is €250,000 a week.", "€250,000 a week", 250000 / 7, 250000 / 7, "eur/day", None),
    ("Dozens of farmers marched.", "Dozens of farmers", 24, 999, "", ("farmer",)),
    ("As many as 80 were hurt.", "As many as 80", 0, 80, "", ("injured",)),
    ("One in four of the cranes stood idle.", "One in four", 25, 25, "percent", ("crane", "stood", "idl")),
    ("She took two votes in three.", "two votes in three", 200 / 3, 200 / 3, "percent", None),
    ("Eight out of 10 agreed.", "Eight out of 10", 80, 80, "percent", None),
    ("Three masked men came in.", "Three masked men", 3, 3, "", ("mask", "men")),
    ("It has solved three has it not.", "three", 3, 3, "", None),
    ("Rents rose by two percentage points.", "two percentage points", 2, 2, "point", None),
    ("The number of young pupils in Tarn fell to 300.", "300", 300, 300, "", ("young", "pupil")),
    ("The number of pupils killed is put at 12.", "12", 12, 12, "", ("pupil", "dead")),
    ("The number of pupils fell by 300.", "300", 300, 300, "", ()),
    ("He got seven life sentences.", "seven life sentences", 7, 7, "", ("life", "sentenc")),
    ("Guards fired 40 rubber bullets.", "40 rubber bullets", 40, 40, "", ("rubber", "bullet")),
    ("The roof will cost NKr260m.", "NKr260m", 260e6, 260e6, "krone", None),
    ("At the gate 12 people waited.", "12 people", 12, 12, "", None),
    ("It burned 3 square kilometres.", "3 square kilometres", 300, 300, "hectare", None),
    ("The Orm Bank 1,900 of them.", "1,900", 1900, 1900, "", None),
    ("The lake holds 2 cubic metres.", "2 cubic metres", 2000, 2000, "litre", None),
    ("It lay 10 nautical miles off.", "10 nautical miles", 18.52, 18.52, "km", None),
    ("A flat of 80 sq metres.", "80 sq metres", 0.008, 0.008, "hectare", None),
    ("It owes 2.1 million kroner.", "2.1 million kroner", 2.1e6, 2.1e6, "krone", None),
    ("Two in five beds are empty.", "Two in five", 40, 40, "percent", ("bed", "empti")),
    (
        "It lets 3 litres of water a second through.",
        "3 litres of water a second",
        259200,
        259200,
        "litre/day",
        None,
    ),
    ("It came in 17th place.", "17th", 17, 17, "rank", ("place",)),
    # Those who do it are not counted among those to whom it is done.
    ("Two officers killed a man on Monday.", "Two officers", 2, 2, "", ("offic",)),
    ("Two officers fatally shot the boy.", "Two officers", 2, 2, "", ("offic",)),
    ("He was shot dead by two guards.", "two guards", 2, 2, "", ("guard",)),
    ("Two drones have hit the depot.", "Two drones", 2, 2, "", ("drone",)),
    ("Two people killed the day before were named.", "Two people", 2, 2, "", ("dead",)),
    ("Two hundred people fled the town.", "Two hundred people", 200, 200, "", ("homeless",)),
    ("Three rallies were held in Tarn.", "Three rallies", 3, 3, "", ("ralli",)),
    ("Mother of three dies in fire.", "three", 3, 3, "", ("mother", "offspring")),
    ("The father of three, 45, died at home.", "45", 45, 45, "age", ()),
    ("Two men held that Sunday were freed.", "Two men", 2, 2, "", ("men", "arrested")),
    ("Three people hurt this June were paid.", "Three people", 3, 3, "", ("injured",)),
    ("Eleven were wounded in two attacks.", "two attacks", 2, 2, "", ("attack",)),
    ("Four were arrested after 20 cars burned.", "20 cars", 20, 20, "", ("car",)),
    ("The death toll stood at 45.", "45", 45, 45, "", ("dead",)),
    ("The number of dead stood at 45.", "45", 45, 45, "", ("dead",)),
    ("A mother of two died in it.", "two", 2, 2, "", ("mother", "offspring")),
    ("It began 20 blocks from where Holm was killed.", "20 blocks", 20, 20, "", ("block",)),
    # Ages at death, and of those who are told of by a noun.
    ("The singer died on Monday at 91.", "91", 91, 91, "age", ()),
    ("She died at the age of 85.", "85", 85, 85, "age", ()),
    ("The actress, 26, left the court.", "26", 26, 26, "age", ()),
    ("Ivo Holm Jr., 49, was there.", "49", 49, 49, "age", ("holm",)),
    ("They were held for a couple of hours.", "couple of hours", 2 / 24, 3 / 24, "day", ("held",)),
    ("The work cost millions of dollars.", "millions of dollars", 2e6, 1e9, "usd", None),
]


@pytest.mark.parametrize(("text", "span", "low", "high", "unit", "noun"), FIGURES)
def test_figure(
    text: str, span: str, low: float, high: float, unit: str, noun: tuple[str, ...] | None
) -> None:
    found = {text[q.span.start : q.span.end]: q for q in quantities(text)}
    assert span in found
    q = found[span]
    assert [q.low, q.high] == pytest.approx([low, high], 1e-4) and q.unit == unit
    assert noun is None or q.noun == noun


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bill passed by 81 votes to 37.", [81, 37]),
        ("It won 49-41.", [49, 41]),
        ("Lund beat Tarn 3-1 on Monday.", [3, 1]),
        ("A Falcon 20-19 was sold.", []),
    ],
)
def test_score(text: str, figures: list[int]) -> None:
    assert [q.low for q in quantities(text) if q.unit == "score"] == figures


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Sept. 11, 2001.",
        "In the 1980s and 90s it grew.",
        "It began at 4:52 a.m. in March 2023.",
        "He flew on a Boeing 737 to watch Channel 4.",
        "Gates 4 and 5 were shut, and platform 12 was.",
        "The G20 met in 1988.",
        "Call 555-0134 or 555-123-4567.",
        "A 17th-century house burned.",
        "No one spoke to one another.",
        "It was five o’clock.",
        "She won in the 2021-22 season.",
        "It will begin in the second week of April.",
        "It began at nine in the evening.",
        "They met at half past six.",
        "They settled for half a sheep.",
        "One of them slept, one day or another.",
        "A 12-13 February meeting on 3 May.",
    ],
)
def test_no_figure(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", ["one hundred and " * 3000, "million " * 3000, "9" * 3000, "1-" * 3000])
def test_endless_figures_end(text: str) -> None:
    assert all(q.low <= q.high for q in quantities(text))
