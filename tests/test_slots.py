"""Who does what to whom within a sentence; all texts are invented."""

from __future__ import annotations

import pytest

from treatydiff.language import load_language
from treatydiff.model import Document
from treatydiff.pipeline import read
from treatydiff.rules._events import events_of
from treatydiff.rules._roles import slots


def roles(text: str, stem: str) -> str:
    """The roles of the verb of that stem in a sentence: "agent=Holm patient=mill & barn"."""
    reading = read(Document("a", "A", f"{text}\n\nThe town has a harbour.\n"))
    clauses = [c for c in reading.claims if c.passage == 0]
    found = [s for s in slots(clauses, reading, load_language("en")) if s.verb.stem == stem]
    return " ".join(
        f"{s.role}={' & '.join(' '.join(t.text for t in p.tokens) for p in s.fillers)}" for s in found
    )


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        # Who is the subject of several verbs
        ("Police searched the barn and seized two rifles.", "seiz", "agent=Police patient=rifles"),
        ("Firemen came, pulled two boys out and left the mill.", "leav", "agent=Firemen patient=mill"),
        ("Holm agreed to pay the fine.", "pay", "agent=Holm patient=fine"),
        ("The court ordered the firm to pay a fine.", "pay", "agent=firm patient=fine"),
        ("The court ordered the firm to pay a fine.", "order", "agent=court patient=firm"),
        ("The firm was ordered to pay a fine.", "pay", "agent=firm patient=fine"),
        ("The town raised the tax to pay for the bridge.", "pay", "agent=town for=bridge"),
        ("The thieves robbed the bank by blowing up its wall.", "blow", "agent=thieves patient=wall"),
        ("Mayor to resign over bridge deal", "resign", "agent=Mayor over=bridge deal"),
        ("One man was shot but the other guests managed to flee.", "flee", "agent=guests"),
        ("A driver who fled after badly hurting a woman was charged.", "charg", "patient=driver"),
        ("The guard shot a woman Monday and fled.", "shoot", "agent=guard patient=woman"),
        # What stands between a subject and its verb
        ("A man carrying a knife was arrested at the mill.", "arrest", "patient=man at=mill"),
        ("A man who walked his dog raised the alarm.", "rais", "agent=man patient=alarm"),
        ("The ship, which Holm bought in May, sank.", "sink", "agent=ship"),
        ("The ship, which Holm bought in May, sank.", "buy", "agent=Holm"),
        ("The town where the blast occurred was evacuated.", "evacu", "patient=town"),
        ("The woman whose car was stolen called the police.", "call", "agent=woman patient=police"),
        ("Holm said that the guard fell, but would not say why.", "say", "agent=Holm agent=Holm"),
        ("The tower of the 17th-century church, which Holm built, fell.", "fall", "agent=tower"),
        ("The men the police arrested were released.", "arrest", "agent=police"),
        ("A man who fled said he was afraid and hid a knife.", "hide", "agent=he patient=knife"),
        ("Efforts to reach the crew failed.", "fail", "agent=Efforts"),
        ("The mill, a landmark of Tarn, burned down.", "burn", "agent=mill"),
        ("Holm, Lind and Brandt left the hall.", "leav", "agent=Holm & Brandt patient=hall"),
        ("A man arrested on Monday carried a knife.", "carri", "agent=man patient=knife"),
        ("A man arrested on Monday carried a knife.", "arrest", "patient=man"),
        ("The bridge, shut since the storm, reopened.", "reopen", "agent=bridge"),
        # What opens a sentence
        ("After the storm the bridge reopened.", "reopen", "agent=bridge"),
        ("Only after the guards left did the crowd enter.", "enter", "agent=crowd"),
        ("Killed in the crash were two nurses.", "kill", "patient=nurses in=crash"),
        ("Walking home, the girl saw the fire.", "see", "agent=girl patient=fire"),
        ("Before leaving the house, she locked the safe.", "lock", "agent=she patient=safe"),
        ("When the guards closed the gate, Holm left the hall.", "leav", "agent=Holm patient=hall"),
        ("It was a cook who rang the bell.", "ring", "agent=cook patient=bell"),
        # What a verb says and what stands behind it
        ("She left before the police arrived.", "leav", "agent=She"),
        ("Police said two men had died.", "say", "agent=Police"),
        ("“The bridge is safe,” Holm said.", "say", "agent=Holm"),
        ("Rebels shot down the drone near Tarn.", "shoot", "agent=Rebels patient=drone near=Tarn"),
        ("The child ran down the road.", "run", "agent=child down=road"),
        ("The union called off the strike.", "cancel", "agent=union patient=strike"),
        ("A guard was found dead in the cellar.", "find", "patient=guard in=cellar"),
        ("The ferry ran aground with 30 people aboard.", "run", "agent=ferry with=30 people"),
        ("The union called the strike off.", "cancel", "agent=union patient=strike"),
        ("Firemen pulled out two boys.", "pull", "agent=Firemen patient=boys"),
        ("The party pulled out of the talks.", "withdraw", "agent=party of=talks"),
        # Who gets what
        ("The jury awarded Lind the prize.", "award", "agent=jury to=Lind patient=prize"),
        ("Lind was awarded the prize by the jury.", "award", "to=Lind patient=prize agent=jury"),
        (
            "The mayor gave the royal family 500 crowns.",
            "give",
            "agent=mayor to=royal family patient=500 crowns",
        ),
        # What stands before its place
        ("It was in Tarn that the car was found.", "find", "patient=car in=Tarn"),
        ("Behind the house stood a burned car.", "stand", "agent=burned car"),
        # How many, and who not
        ("Two of the prisoners escaped.", "escap", "agent=prisoners"),
        ("Half of the houses were destroyed.", "destroy", "patient=houses"),
        ("The collapse killed two of the singers.", "kill", "agent=collapse patient=singers"),
        ("More than 200 guests were evacuated.", "evacu", "patient=200 guests"),
        ("The order was signed not by Holm but by Lind.", "sign", "patient=order agent=Lind"),
        ("Holm, not Lind, signed the order.", "sign", "agent=Holm patient=order"),
    ],
)
def test_roles(text: str, stem: str, expected: str) -> None:
    assert roles(text, stem) == expected


@pytest.mark.parametrize(
    ("text", "stem", "subject"),
    [
        ("A man carrying a knife stole the car.", "steal", "man"),
        ("The man who won the race left the town.", "leav", "man"),
        ("A fire that broke out in the kitchen spread to the roof.", "spread", "fire"),
        ("The mill, opened by the king, burned.", "burn", "mill"),
        ("The mayor of Tarn, Ivo Lind, resigned.", "resign", "lind"),
        ("Two of the prisoners escaped.", "escap", "prison"),
        ("The thieves left, and the guard who saw them called the police.", "call", "guard"),
    ],
)
def test_events_have_subjects_that_stand_before_another_verb(text: str, stem: str, subject: str) -> None:
    reading, language = read(Document("a", "A", f"{text}\n\nThe town has a harbour.\n")), load_language("en")
    clauses = [c for c in reading.claims if c.passage == 0]
    found = [e for told in events_of(clauses, reading, language).values() for e in told]
    assert [e.subject.head for e in found if e.predicate.stem == stem] == [subject]
