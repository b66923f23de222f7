"""Two events in opposite order.

Both reports tell the same two things and put one before the other, but not the same one: "before the vault
was opened" here, "only after the vault had been opened" there, or "A before B" against "B before A".
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Reason
from treatydiff.rules import Example, Keys, Pair, Told, in_both
from treatydiff.rules._clauses import shown
from treatydiff.rules._crosswise import other_sides, same_acts
from treatydiff.rules._sides import sided

SURE = 60.0
"""How strong a link must be where the clash is likely."""

EXAMPLES = (
    Example(
        "The guard fired a shot before the clerk had opened the safe.",
        "A shot was fired, but only after the safe had been opened.",
        True,
    ),
    Example(
        "The cracks were discovered after the first lorry had crossed the bridge.",
        "The cracks were discovered before any lorry had crossed the bridge.",
        True,
    ),
    Example(
        "The tower fell before the siren sounded in the harbour.",
        "The siren in the harbour sounded before the tower fell.",
        True,
    ),
    Example(
        "After the council had voted, the mayor resigned.",
        "The mayor resigned before the council voted.",
        True,
    ),
    Example(
        "The tower fell before the siren sounded in the harbour.",
        "The siren in the harbour sounded after the tower fell.",
        False,
    ),
    Example(
        "The guard fired a shot before the clerk had opened the safe.",
        "The guard fired once, before the safe was opened by the clerk.",
        False,
    ),
    Example(
        "The mayor resigned after the council had voted.",
        "The mayor flew home before the council had voted.",
        False,
    ),
    Example(
        "The painting was insured before it left the museum.",
        "It was only after the painting had left the museum that it was insured.",
        True,
    ),
    Example(
        "A sailor killed two men at the port before turning the gun on himself.",
        "Two men were killed after a shooting with a gun at the port.",
        False,
    ),
    Example(
        "A sailor killed two men at the port before shooting himself.",
        "Two men were killed after a shooting at the port.",
        False,
    ),
    Example("The shop opened before noon on Friday.", "The shop opened after a party on Friday.", False),
    Example(
        "The alarm went off only after the blast had cut the power.",
        "The alarm had been howling for an hour when the explosion came.",
        True,
    ),
    Example(
        "The club was warned before the fire.", "Nobody warned the club until the blaze broke out.", True
    ),
    Example(
        "The clerk was shot when the men had opened the safe.",
        "The men shot the clerk, then opened the safe.",
        True,
    ),
    Example(
        "The mayor resigned and the council apologised later.",
        "The mayor resigned after the council had apologised.",
        True,
    ),
    Example(
        "By the time the alarm rang, the guards had already left the museum.",
        "The guards left the museum after the alarm.",
        True,
    ),
    Example(
        "It was after the collapse that the workers left the hall.",
        "The workers had left the hall before the roof collapsed.",
        True,
    ),
    Example(
        "Having locked the gate, the guards left the yard.",
        "The guards left the yard and locked the gate afterwards.",
        True,
    ),
    Example(
        "By the time the alarm rang, the guards had already left the museum.",
        "The guards left the museum before the alarm.",
        False,
    ),
    Example(
        "The mayor resigned later than the council had wished.",
        "The council met before the mayor resigned.",
        False,
    ),
    Example(
        "The club was warned before the fire.", "The fire broke out after the club had been warned.", False
    ),
    Example("The mayor spoke before the concert.", "The bishop spoke after the concert.", False),
    Example(
        "She turned to the Orm Bank only after her talks with Tarn Capital had collapsed.",
        "She had the Orm Bank's promise a week before she broke off negotiations with Tarn Capital.",
        True,
    ),
    Example(
        "The pumps ran until the roof fell into the pit.",
        "The pumps failed, and some minutes later the roof of the pit came down.",
        True,
    ),
    Example(
        "The abbot apologised to the pupils. Only after that did the school open its archive.",
        "The school opened its archive first; an apology by the abbot to the pupils followed later.",
        True,
    ),
    Example(
        "The bank froze the account after the money had been withdrawn.",
        "The account was frozen by the bank before any money could be withdrawn.",
        True,
    ),
    Example(
        "The king signed the bill after the court had ruled.",
        "The assembly passed the bill before the court ruled.",
        False,
    ),
    Example(
        "The bishop signed the letter after the scandal had become public.",
        "The letter was signed by the bishop before the scandal came to light.",
        True,
    ),
    Example(
        "The abbot warned the school a year before the archive was moved.",
        "The abbot warned the school again after the archive had been moved.",
        False,
    ),
    Example(
        "The rebels seized the fort of Tarn before the talks in Orm.",
        "The rebels left the fort of Tarn after the talks in Orm.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """Whether the claim's sentence states an order."""
    return in_both(("order",) if told.clause(sided) else ())


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two orders that cannot both be."""
    for a, b in other_sides(pair):
        one, two = shown(a.word, pair.left), shown(b.word, pair.right)
        swapped = ", the other way round" if one.lower() == two.lower() else ""
        yield Reason(
            "sequence",
            "contradiction",
            f"{one} / {two}{swapped}",
            "{left} has one of two things come first, {right} the other one.",
            (a.word,),
            (b.word,),
            "likely" if pair.link.score >= SURE and same_acts(a, b) else "possible",
            "Both may hold if they speak of two occasions.",
        )
        return
