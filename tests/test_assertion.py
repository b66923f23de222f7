"""How clauses assert what they tell: done or planned, denied, hedged; all texts are invented."""

from __future__ import annotations

import pytest

from treatydiff.language import load_language
from treatydiff.model import Document, Predicate, Reading
from treatydiff.pipeline import read


def reading(text: str) -> Reading:
    """A text on its own."""
    return read(Document("a", "A", text))


def predicate(text: str, stem: str) -> Predicate:
    """The predicate of that stem."""
    return next(p for c in reading(text).claims for p in c.predicates if p.stem == stem)


def brief(found: Predicate) -> str:
    """A predicate in a word or two: "not done, hedged"."""
    negated, hedged = "not " if found.polarity < 0 else "", ", hedged" if found.hedged else ""
    return f"{negated}{found.status}{hedged}"


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        ("Police have laid no charge.", "charg", "not done"),
        ("No charge has been laid.", "charg", "not done"),
        ("A decision will be taken on Monday.", "decid", "planned"),
        ("The complaint was filed by the harbour board.", "complain", "done"),
        ("The trawler was last seen off Tarn.", "see", "done"),
        ("The run was opened to the public again on Thursday.", "reopen", "done"),
    ],
)
def test_several_words_tell_the_act_of_one_verb(text: str, stem: str, expected: str) -> None:
    assert brief(predicate(text, stem)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers signed the accord on Monday.", "done"),
        ("The accord was signed by both ministers.", "done"),
        ("The ministers have signed the accord.", "done"),
        ("The ministers are signing the accord.", "ongoing"),
        ("The ministers will sign the accord.", "planned"),
        ("The accord will be signed in May.", "planned"),
        ("The accord is to be signed in May.", "planned"),
        ("The accord has yet to be signed.", "planned"),
        ("The ministers plan to sign the accord.", "planned"),
        ("The minister announced a plan to sign the accord.", "planned"),
        ("The minister arrived in Tarnow Bay to sign the accord.", "planned"),
        ("The ministers agreed to sign the accord.", "planned"),
        ("The ministers are expected to sign the accord.", "expected"),
        ("The ministers still have to sign the accord.", "expected"),
        ("The ministers tried to sign the accord.", "attempted"),
        ("The ministers managed to sign the accord.", "done"),
        ("The ministers went on to sign the accord.", "done"),
        ("The ministers were forced to sign the accord.", "done"),
        ("The ministers failed to sign the accord.", "not done"),
        ("The ministers did not fail to sign the accord.", "done"),
        ("The ministers refused to sign the accord.", "not done"),
        ("The ministers did not refuse to sign the accord.", "possible"),
        ("The ministers were unable to sign the accord.", "not done"),
        ("The ministers could not sign the accord.", "not done"),
        ("Storms prevented the ministers from signing the accord.", "not done"),
        ("The ministers left without signing the accord.", "not done"),
        ("The ministers did not sign the accord.", "not done"),
        ("The ministers didn't sign the accord.", "not done"),
        ("The ministers never signed the accord.", "not done"),
        ("None of the ministers signed the accord.", "not done"),
        ("No minister signed the accord.", "not done"),
        ("Nobody signed the accord.", "not done"),
        ("Neither of the ministers signed the accord.", "not done"),
        ("Neither of the ministers was signing the accord.", "not ongoing"),
        ("None of the ministers could sign the accord.", "not done"),
        ("Not one of the ministers signed the accord.", "not done"),
        ("The ministers signed no accord.", "not done"),
        ("The accord was unsigned.", "not done"),
        ("The text has not been drafted or signed.", "not done"),
        ("The ministers do not think that he signed the accord.", "not done, hedged"),
        ("The ministers will not sign the accord.", "not planned"),
        ("The ministers decided not to sign the accord.", "not planned"),
        ("The ministers do not plan to sign the accord.", "not planned"),
        ("The ministers not only signed the accord but read it.", "done"),
        ("If the ministers sign the accord, trade will grow.", "possible"),
        ("Reporters asked whether he signed the accord.", "possible"),
        ("Mayors urged the ministers to sign the accord.", "possible"),
        ("Did the ministers really sign the accord?", "possible"),
        ("The ministers may sign the accord.", "possible, hedged"),
        ("The ministers may have signed the accord.", "done, hedged"),
        ("The ministers would have signed the accord.", "possible"),
        ("The accord for May has been signed.", "done"),
        ("The deal applies once the ministers have signed the accord.", "expected"),
        ("The deal will apply as soon as the accord has been signed.", "expected"),
        ("Trade grew after the ministers had signed the accord.", "done"),
        ("Trade grew after ministers who have signed the accord met.", "done"),
        ("The mayor will see the accord signed.", "planned"),
        ("The mayor saw the accord signed.", "done"),
        ("The mayor wants the accord signed.", "possible"),
        ("The envoys will find the accord signed.", "done"),
        ("The strike comes after the ministers have signed the accord.", "done"),
        ("After long talks the ministers have signed the accord.", "done"),
        ("The once mighty ministers have signed the accord.", "done"),
        ("The ministers reportedly signed the accord.", "done, hedged"),
        ("The ministers are believed to have signed the accord.", "done, hedged"),
    ],
)
def test_status_and_polarity(text: str, expected: str) -> None:
    assert brief(predicate(text, "sign")) == expected


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        ("Only after the guards left did the crowd enter the square.", "enter", "done"),
        ("Not until Monday did the crews reach the village.", "reach", "done"),
        ("Never before had the river risen so high.", "rise", "done"),
        ("Never did Holm sign the order.", "sign", "not done"),
        ("At no point did Holm visit the mill.", "visit", "not done"),
        ("Under no circumstances will the firm pay.", "pay", "not planned"),
        ("Lind stayed away. Nor did Holm attend.", "attend", "not done"),
        ("Rarely do trains stop there.", "stop", "ongoing"),
        ("Had the firm paid, the strike would have ended.", "pay", "possible"),
        ("What did the bank expect?", "expect", "possible"),
        ("So strong was the wind that trees fell.", "fall", "done"),
    ],
)
def test_verbs_before_their_subjects(text: str, stem: str, expected: str) -> None:
    assert brief(predicate(text, stem)) == expected


def test_what_a_fronted_auxiliary_helps_is_no_possession() -> None:
    stems = [
        p.stem
        for c in reading("Had it not been for rain, it would have spread.").claims
        for p in c.predicates
    ]
    assert stems == ["spread"]


@pytest.mark.parametrize(
    ("text", "stem", "passive"),
    [
        ("A man arrested on Monday carried a knife.", "arrest", True),
        ("A man arrested on Monday carried a knife.", "carri", False),
        ("The firm, based in Tarn, closed.", "base", True),
        ("Founded in 1920, the mill was sold.", "found", True),
        ("Killed in the crash were two nurses.", "kill", True),
        ("Also killed was the driver.", "kill", True),
        ("Woman Struck, Killed in Tarn", "strike", True),
        ("Man Arrested After Bank Raid", "arrest", True),
        ("Robbers Shot Two Guards in Tarn", "shoot", False),
        ("A woman hit and killed by a lorry lay there.", "hit", True),
        ("Police had the road closed.", "close", True),
        ("Holm found the house destroyed.", "destroy", True),
        ("Holm left the house and closed the gate.", "close", False),
        ("A run that killed a woman ended.", "kill", False),
        ("Holm won by 178 votes.", "win", False),
        ("The union called off talks on pay Holm had asked for.", "cancel", False),
        ("Holm finished with 54 votes once every ballot had been counted.", "finish", False),
        ("Holm was re-elected on Sunday.", "reelect", True),
        ("Holm co-founded the company.", "cofound", False),
    ],
)
def test_what_is_done_to_the_subject(text: str, stem: str, passive: bool) -> None:
    assert predicate(text, stem).passive == passive


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        ("The dam is safe.", "safe", "ongoing"),
        ("The strike was not legal.", "legal", "not done"),
        ("The crew was unharmed.", "harm", "not done"),
        ("The bridge wasn't open.", "open", "not done"),
    ],
)
def test_adjectives(text: str, stem: str, expected: str) -> None:
    assert brief(predicate(text, stem)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The early-warning system works.",
        "The signing ceremony lasted an hour.",
        "The ship carried building material.",
        "Prices of the planned plant rose.",
        "The road is open to traffic again.",
        "The miners returned to work on Monday.",
        "The match was called off due to rain.",
        "The firm agreed to pay 2 million crowns to the heirs.",
        "A gas leak that nobody saw caused it.",
        "He told firms to employ armed guards.",
        "Police found 13 loaded rifles.",
        "At that point in time nobody knew.",
        "He said that need is great.",
        "Brandt made the guards leave.",
        "The firms are joining forces to build it.",
        "Bus stops on Main Street were closed.",
        "He praised the ticket sales in May.",
        "Several people fled from police.",
    ],
)
def test_words_that_are_no_verbs_here(text: str) -> None:
    nouns = "warn sign plan traffic work rain crown leak arm load point need guard forc stop sale polic peopl"
    found = [p for c in reading(text).claims for p in c.predicates]
    assert not {p.stem for p in found if p.status != "planned"} & set(nouns.split())


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        ("Holm, minister for sport, wants to see figures.", "want", "ongoing"),
        ("Tarnia, like most states, demands that pets have a pass.", "demand", "ongoing"),
        ("The fair was to have been held on Sunday.", "hold", "possible"),
        ("Together the partners command 77 mandates.", "command", "ongoing"),
        ("Gunman kills 1, injures 2", "injur", "ongoing"),
        ("The deal is dead, experts say.", "say", "ongoing"),
        ("The hall opens on Friday, officials said.", "open", "ongoing"),
        ("Officials said the hall opens on Friday.", "open", "ongoing"),
        ("The strike began because the firm cuts jobs.", "cut", "ongoing"),
        ("He moved to Tarn, where the train stops at noon.", "stop", "ongoing"),
        ("The woman whose car was stolen said so.", "steal", "done"),
        ("Ferry sinks off Tarn, killing 12", "sink", "ongoing"),
        ("He lives there, but the ward cost €140m in 2022.", "cost", "done"),
        ("Two managed to flee.", "flee", "done"),
        ("All began with a letter.", "begin", "done"),
        ("Brandt made the guards open the gate.", "open", "done"),
        ("He did not let the prisoners go.", "go", "not done"),
        ("Witnesses saw a van leave the yard.", "leav", "done"),
        ("The firm had never before sold so many.", "sell", "not done"),
    ],
)
def test_present_and_bare_forms(text: str, stem: str, expected: str) -> None:
    assert brief(predicate(text, stem)) == expected


@pytest.mark.parametrize(
    ("text", "claim", "who"),
    [
        ("The mayor denied that the sale was agreed in secret.", "the sale was", "the mayor"),
        ("Governor Olaf Brandt denied that the sirens had failed.", "the sirens had", "Olaf Brandt"),
        ("The mayor denied having sold the harbour land.", "harbour", "the mayor"),
        # When, where and how stand between a denial and its "that".
        ("The mayor denied on Monday that he had sold the harbour land.", "harbour", "the mayor"),
        ("Ada Holm met a friend. She denied, however, that she had sold land.", "sold", "Ada Holm"),
        ("The mayor denied in court that he had sold the harbour land.", "harbour", "the mayor"),
        ("The mayor denied any part in the sale of the land.", "sale", "the mayor"),
        ("The mayor said he had nothing to do with the sale of the land.", "sale", "the mayor"),
        ("The mayor said there was nothing to the claim that he sold the land.", "sold", "the mayor"),
        ("The mayor called reports of a plan to sell the land pure fantasy.", "sell", "the mayor"),
        ("The mayor said the claim that she sold the land was a myth.", "sold", "the mayor"),
        ("The mayor dismissed as invention reports of a sale of the land.", "sale", "The mayor"),
        ("Ada Holm rejected as untrue the story that she had sold the land.", "sold", "Ada Holm"),
        (
            "Papers said the mayor sold the harbour land to a friend, which the mayor and his wife denied.",
            "harbour",
            "the mayor and his wife",
        ),
        (
            "Papers said the mayor sold the land to a friend. The mayor denied the claim.",
            "friend",
            "the mayor",
        ),
        ("Papers said the mayor sold the land to a friend. The mayor denied it.", "friend", "the mayor"),
    ],
)
def test_denials(text: str, claim: str, who: str) -> None:
    denied = {c.denied_by for c in reading(text).claims if claim in c.text}
    assert who in denied


@pytest.mark.parametrize(
    "text",
    [
        "The judge denied the request for bail.",
        "The mayor rejected this one.",
        "The mayor denied everything.",
        "The judge denied in the court that tried him a request for bail.",
        "Garbage that the storm had left was cleared by crews, the mayor said.",
        "The mayor said the museum shows a myth that the town holds dear.",
        "The mayor said he wanted no part in the sale of the land.",
        "The mayor has no role in the sale of the land.",
        "The council rejected the offer.",
        "The mayor did not deny that he sold the land.",
        "The court dismissed the appeal.",
    ],
)
def test_refusals_are_no_denials(text: str) -> None:
    assert not any(c.denied_by for c in reading(text).claims)


def test_a_claim_is_what_its_main_predicate_is() -> None:
    claim = reading("The ministers failed to sign the accord.").claims[0]
    assert (claim.polarity, claim.status) == (-1, "done")
    claim = reading("The minister arrived in Tarnow Bay to sign the accord.").claims[0]
    assert (claim.polarity, claim.status) == (1, "planned")


@pytest.mark.parametrize("stance", load_language("en").words("assertion", "stances"))
def test_a_sentence_may_end_in_a_stance(stance: str) -> None:
    text = f"Nine members were {stance}."
    assert [c.text for c in reading(text).claims] == [text]


def test_no_noun_is_the_verb_where_there_is_a_form_of_be() -> None:
    claims = reading("There were no serious side effects.").claims
    assert {p.stem for c in claims for p in c.predicates} <= {"be"}
