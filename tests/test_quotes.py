"""Who said what: one fixture for each hard case, all names invented."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from treatydiff.extract.marks import find_marked, paragraphs_of
from treatydiff.model import Document, Quote
from treatydiff.pipeline import compare, read


@dataclass(frozen=True)
class Case:
    """A text and what must be found in it."""

    name: str
    text: str
    expected: tuple[tuple[str, str, str | None], ...]
    """(kind, words, speaker) of each quote that must be there."""
    absent: tuple[str, ...] = ()
    """Words that no direct quote may be."""
    miss: bool = False


def quotes(text: str) -> tuple[Quote, ...]:
    return read(Document("a", "A", text)).quotes


def found(text: str) -> set[tuple[str, str, str | None]]:
    return {(q.kind, text[q.span.start : q.span.end], q.speaker) for q in quotes(text)}


HARBOUR = "The harbour is open again and the ferries run"
CASES = (
    Case("A1 curly", f"“{HARBOUR},” Mayor Ilse Brandt said.", (("direct", f"{HARBOUR},", "Ilse Brandt"),)),
    Case("A2 straight", f'"{HARBOUR}," Mayor Ilse Brandt said.', (("direct", f"{HARBOUR},", "Ilse Brandt"),)),
    Case(
        "A3 two apostrophes",
        f"''{HARBOUR},'' Mayor Ilse Brandt said.",
        (("direct", f"{HARBOUR},", "Ilse Brandt"),),
    ),
    Case("A4 mixed pair", f'"{HARBOUR},” Ilse Brandt said.', (("direct", f"{HARBOUR},", "Ilse Brandt"),)),
    Case(
        "A5 open at the paragraph's end",
        f"“{HARBOUR},” Ilse Brandt said. “Nobody was hurt.\n“The clean-up begins at dawn,” she said.",
        (
            ("direct", "Nobody was hurt.", "Ilse Brandt"),
            ("direct", "The clean-up begins at dawn,", "Ilse Brandt"),
        ),
    ),
    Case(
        "A5 taken up without a tag",
        "Ilse Brandt said: “The harbour is open.\n“Nobody was hurt in the storm.”",
        (
            ("direct", "The harbour is open.", "Ilse Brandt"),
            ("direct", "Nobody was hurt in the storm.", "Ilse Brandt"),
        ),
    ),
    Case(
        "A6 a quotation within",
        "“He told me ‘never again’ and left,” Ilse Brandt said of O’Neill, the workers’ man in the ’90s.",
        (("direct", "He told me ‘never again’ and left,", "Ilse Brandt"),),
        absent=("never again",),
    ),
    Case(
        "A6 the same marks within",
        "“He asked, “Why us?” and left,” Ilse Brandt said. “We waved.”",
        (
            ("direct", "He asked, “Why us?” and left,", "Ilse Brandt"),
            ("direct", "We waved.", "Ilse Brandt"),
        ),
        absent=("Why us?",),
    ),
    Case(
        "A7 comma outside",
        f"“{HARBOUR}”, Ilse Brandt said.",
        (("direct", HARBOUR, "Ilse Brandt"),),
    ),
    Case(
        "A8 ellipsis and brackets",
        '"We waited ... for [the ferry] all night," Ilse Brandt said.',
        (("direct", "We waited ... for [the ferry] all night,", "Ilse Brandt"),),
    ),
    Case(
        "A9 split into sentences",
        '"The harbour is open," Ilse Brandt said. "The ferries run."',
        (
            ("direct", "The harbour is open,", "Ilse Brandt"),
            ("direct", "The ferries run.", "Ilse Brandt"),
        ),
    ),
    Case(
        "A10 split within a sentence",
        '"The harbour," Ilse Brandt said, "is open to all ferries."',
        (
            ("direct", "The harbour,", "Ilse Brandt"),
            ("direct", "is open to all ferries.", "Ilse Brandt"),
        ),
    ),
    Case(
        "A11 partly quoted",
        'Ilse Brandt called the new ferry plan "a gift to nobody at all".',
        (("direct", "a gift to nobody at all", "Ilse Brandt"),),
    ),
    Case(
        "A12 headline in single marks",
        "‘Nobody was hurt’: harbour opens again\n\n“Nobody was hurt, all is well,” Ilse Brandt said.",
        (("direct", "Nobody was hurt", "Ilse Brandt"),),
    ),
    Case(
        "A12 headline with capitals, a tag behind",
        "'We Have Lost Everything,' Fisherman Says After Saltmere Blaze\n\nA fire destroyed boats.",
        (("direct", "We Have Lost Everything,", "Fisherman"),),
    ),
    Case(
        "A12 headline with capitals, without marks",
        "Mayor Lind Says Harbour Will Reopen\n\nIt was shut in May, Mayor Ivo Lind said.",
        (("indirect", "Harbour Will Reopen", "Ivo Lind"),),
    ),
    Case(
        "A12 headline with capitals and a colon",
        'Okoro: "I Will Not Resign"\n\nMia Okoro spoke on Monday.',
        (("direct", "I Will Not Resign", "Mia Okoro"),),
    ),
    Case(
        "A13 block quotation",
        "In full, Ilse Brandt said:\nThe harbour is open. Nobody was hurt.\n",
        (("direct", "The harbour is open. Nobody was hurt.", "Ilse Brandt"),),
    ),
    Case(
        "A13 a statement in full, without marks",
        "Ilse Brandt's statement in full:\n\nThe harbour is open.\n\nWe thank the crews.\n",
        (("direct", "The harbour is open.", "Ilse Brandt"), ("direct", "We thank the crews.", "Ilse Brandt")),
    ),
    Case(
        "A13 a colon that brings the report's own words",
        "Ilse Brandt said:\nThe harbour was shut, the mayor of Lund replied.\n",
        (),
        absent=("The harbour was shut, the mayor of Lund replied.",),
    ),
    Case(
        "C9 transcript without marks",
        "ILSE BRANDT: The harbour is open.\nIVO LIND: It is not.",
        (("direct", "The harbour is open.", "Ilse Brandt"), ("direct", "It is not.", "Ivo Lind")),
    ),
    Case(
        "C9 a list of figures is no transcript",
        "Ilse Brandt: 1,204 votes\nIvo Lind: 988 votes",
        (),
        absent=("1,204 votes", "988 votes"),
    ),
    Case(
        "C9 a list of facts is no transcript",
        "Date: The third of May.\nPlace: The harbour of Saltmere.",
        (),
        absent=("The third of May.", "The harbour of Saltmere."),
    ),
    Case(
        "A14 British marks",
        "‘The workers’ houses aren’t safe,’ Ilse Brandt said. ‘He said “never” to me.’",
        (
            ("direct", "The workers’ houses aren’t safe,", "Ilse Brandt"),
            ("direct", "He said “never” to me.", "Ilse Brandt"),
        ),
        absent=("never",),
    ),
    Case(
        "A14 British marks, straight",
        "'It's the '90s again,' Ilse Brandt said. 'The dogs' home is shut.'",
        (
            ("direct", "It's the '90s again,", "Ilse Brandt"),
            ("direct", "The dogs' home is shut.", "Ilse Brandt"),
        ),
    ),
    Case(
        "A14 British, over paragraphs",
        "‘It was cold,’ Ilse Brandt said. ‘We had no coal.\n\n‘Then the ferry came.’",
        (
            ("direct", "We had no coal.", "Ilse Brandt"),
            ("direct", "Then the ferry came.", "Ilse Brandt"),
        ),
    ),
    Case(
        "A15 a second tag swallowed",
        'Ivo Lind said, "We built the pier as well. It is a good pier," he said.',
        (("direct", "We built the pier as well. It is a good pier,", "Ivo Lind"),),
    ),
    Case("B1 scare quotes", 'The "smart" ferries of Elbonia broke down again.', (), absent=("smart",)),
    Case(
        "B1 a term within a report",
        'Ivo Lind said that the island is ready to cross several "red flags" on the matter of fish.',
        (),
        absent=("red flags",),
    ),
    Case(
        "B1 one word that is spoken",
        'Ivo Lind called the ferry "useless".',
        (("direct", "useless", "Ivo Lind"),),
    ),
    Case("B2 titles", 'The film "The Long Ferry Home" opens today.', (), absent=("The Long Ferry Home",)),
    Case(
        "C2 speaker after, in the same paragraph",
        '"Why us?" Ivo Lind asked. "Why now?"',
        (("direct", "Why us?", "Ivo Lind"), ("direct", "Why now?", "Ivo Lind")),
    ),
    Case(
        "C3 colon, next paragraph",
        'Ivo Lind had this to say:\n"The pier will be built again."',
        (("direct", "The pier will be built again.", "Ivo Lind"),),
    ),
    Case(
        "C5 inverted",
        '"The pier is gone," said Ivo Lind, the harbour master.',
        (("direct", "The pier is gone,", "Ivo Lind"),),
    ),
    Case(
        "C5 inverted without marks",
        "The pier is gone, said Ivo Lind, the harbour master.",
        (("indirect", "The pier is gone", "Ivo Lind"),),
    ),
    Case(
        "C6 apposed",
        'Ivo Lind, the former harbour master of Saltmere, said: "The pier is gone."',
        (("direct", "The pier is gone.", "Ivo Lind"),),
    ),
    Case(
        "C6 role, then name",
        "The harbour master, Ivo Lind, said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "C8 signed with a dash",
        '"I liked the ferry very much." — Ivo Lind',
        (("direct", "I liked the ferry very much.", "Ivo Lind"),),
    ),
    Case(
        "C9 transcript",
        'Ivo Lind met the press.\n"LIND: The pier is gone and we are poor."',
        (("direct", "LIND: The pier is gone and we are poor.", "Ivo Lind"),),
    ),
    Case(
        "C9 labels before marks",
        'Ivo Lind: "It is late now."\nMia Okoro: "It is not."',
        (("direct", "It is late now.", "Ivo Lind"), ("direct", "It is not.", "Mia Okoro")),
    ),
    Case(
        "B3 a slogan",
        'The slogan "a pier for all of us" is painted on the wall.',
        (("direct", "a pier for all of us", None),),
    ),
    Case(
        "C10 nobody named",
        "It was reported that the pier was gone.",
        (("indirect", "the pier was gone", None),),
    ),
    Case(
        "C11 two sources",
        '"The pier is gone," Ivo Lind said, but Mia Okoro replied: "It was never there."',
        (("direct", "The pier is gone,", "Ivo Lind"), ("direct", "It was never there.", "Mia Okoro")),
    ),
    Case(
        "C12 a verb within the marks",
        '"Mia Okoro said we would swim," Ivo Lind complained.',
        (("direct", "Mia Okoro said we would swim,", "Ivo Lind"),),
    ),
    Case(
        "D1 surname",
        "Ivo Lind met the press. Lind said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D2 pronoun",
        "Ivo Lind met Mia Okoro. He said the pier was gone. She said it was not.",
        (("indirect", "the pier was gone", "Ivo Lind"), ("indirect", "it was not", "Mia Okoro")),
    ),
    Case(
        "D4 role and nation",
        "Elbonian voters were silent. Danish President Ivo Lind met Norwegian President Mia Okoro. "
        "The Danish leader said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D4 a plural stays as it is",
        "Officials said the pier was gone.",
        (("indirect", "the pier was gone", "Officials"),),
    ),
    Case(
        "D6 a spokesman is not his master",
        "A spokesman for Ivo Lind said the pier was gone.",
        (("indirect", "the pier was gone", "a spokesman for Ivo Lind"),),
    ),
    Case(
        "D6 the campaign",
        "Lind campaign manager Mia Okoro said the pier was gone.",
        (("indirect", "the pier was gone", "Mia Okoro"),),
    ),
    Case(
        "D6 a spokesman for somebody with a title",
        "A spokesman for Mayor Ivo Lind said the pier was gone. “It will be missed,” the spokesman added.",
        (
            ("indirect", "the pier was gone", "a spokesman for Mayor Ivo Lind"),
            ("direct", "It will be missed,", "a spokesman for Mayor Ivo Lind"),
        ),
    ),
    Case(
        "D6 a role of several words is one person",
        "The chief of staff Ivo Lind said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D1 short sentences in which many words have a capital",
        "State Secretary Ivo Lind said it was late. Lind said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D7 a body named after its members",
        "The Boatmen's League said the pier was gone.",
        (("indirect", "the pier was gone", "Boatmen's League"),),
    ),
    Case(
        "D7 a website",
        "The website Havnen.com said the pier was gone.",
        (("indirect", "the pier was gone", "Havnen.com"),),
    ),
    Case(
        "D7 document",
        "The report said the pier was gone.",
        (("indirect", "the pier was gone", "the report"),),
    ),
    Case(
        "D7 place",
        "Moscow said the pier was gone.",
        (("indirect", "the pier was gone", "Moscow"),),
    ),
    Case(
        "D8 joint",
        "Ivo Lind and Mia Okoro said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind and Mia Okoro"),),
    ),
    Case("D9 I", 'I said: "The pier is gone for good."', (("direct", "The pier is gone for good.", None),)),
    Case(
        "D10 who",
        "Ivo Lind, who said the pier was gone, left early.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D11 one surname, two people",
        "Arno Feld met the press with Mia Feld. Mrs Feld said the pier was gone.",
        (("indirect", "the pier was gone", "Mia Feld"),),
    ),
    Case(
        "D11 titles of two sexes and one surname",
        "Mr Feld came with Mrs Feld. Mrs Feld said the pier was gone. Mr Feld said it was not.",
        (("indirect", "the pier was gone", "Mrs Feld"), ("indirect", "it was not", "Mr Feld")),
    ),
    Case(
        "D11 a title that does not fit the one who is known",
        "John Feld met the press. Mrs Feld said the pier was gone.",
        (("indirect", "the pier was gone", "Mrs Feld"),),
    ),
    Case(
        "D4 a counterpart",
        "Norwegian President Mia Okoro met Danish President Ivo Lind. "
        "Her Danish counterpart said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D4 a role that no name goes with",
        'The mayor refused to comment. "I have nothing to say," he said.',
        (("direct", "I have nothing to say,", "the mayor"),),
    ),
    Case(
        "D2 a paper is no she",
        "In an interview with the newspaper Havnen, she said the pier was gone.",
        (("indirect", "the pier was gone", None),),
    ),
    Case(
        "D2 a town is no he",
        "Mia Okoro's rival, Sen. Bo Holm of Norland, stayed away. Instead he gave a speech in Saltmere in "
        "which he pledged to close the pier.",
        (("indirect", "to close the pier", "Bo Holm"),),
    ),
    Case(
        "D8 people in their hundreds",
        'About 200 protesters gathered in three groups, holding signs and chanting "Save our pier."',
        (("direct", "Save our pier.", "200 protesters"),),
    ),
    Case(
        "C11 according to a role with its name behind",
        "According to the harbour master, Ivo Lind, the pier was safe. "
        "The pier was open, according to the mayor, Mia Okoro.",
        (("indirect", "the pier was safe", "Ivo Lind"), ("indirect", "The pier was open", "Mia Okoro")),
    ),
    Case(
        "D6 blamed for saying",
        "Ivo Lind was attacked by Mia Okoro for suggesting that the pier was gone. "
        "Mia Okoro criticised Bo Holm for saying that it was not.",
        (("indirect", "the pier was gone", "Ivo Lind"), ("indirect", "it was not", "Bo Holm")),
    ),
    Case(
        "C5 said by way of saying",
        "Ivo Lind responded by saying that the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "C11 according to one, what others would say",
        'They will stay because, according to Ivo Lind, the papers would call him a "chicken" at once.',
        (("direct", "chicken", "Ivo Lind"),),
    ),
    Case(
        "D4 elegant variation within a paragraph",
        'Gwen Parry said she had not been told. "It is my livelihood," said the mother of three.',
        (("direct", "It is my livelihood,", "Gwen Parry"),),
    ),
    Case(
        "D4 an office that nothing but the sentence before tells of",
        'Gwen Parry runs the union of the pilots. "It is my livelihood," the chairwoman said.',
        (("direct", "It is my livelihood,", "Gwen Parry"),),
    ),
    Case(
        "D4 an office of somebody who has another one",
        'Mayor Gwen Parry met the pilots. "It is my livelihood," the chairwoman said.',
        (("direct", "It is my livelihood,", "the chairwoman"),),
    ),
    Case(
        "D4 an office told once and taken up again",
        'Gwen Parry runs the union. "It is my livelihood," the chairwoman said. The sea was calm. '
        '"It is all that we have," the chairwoman said.',
        (("direct", "It is all that we have,", "Gwen Parry"),),
    ),
    Case(
        "D4 somebody's of whom the sentence before is",
        'Gwen Parry is ill. The doctor of the pilots knew. "It is her heart," the chairwoman\'s doctor said.',
        (("direct", "It is her heart,", "the chairwoman's doctor"),),
    ),
    Case(
        "C1 how somebody described it",
        '"The longest night of the year" was how his rival, Per Lund, described the vote.',
        (("direct", "The longest night of the year", "Per Lund"),),
    ),
    Case(
        "C1 who put it best",
        'It was Mayor Per Lund who put it best: "The night was longer than the year."',
        (("direct", "The night was longer than the year.", "Per Lund"),),
    ),
    Case(
        "C6 whom the one between commas told",
        '"The night was long," the mayor, Per Lund, told the council.',
        (("direct", "The night was long,", "Per Lund"),),
    ),
    Case(
        "D5 a day behind the source",
        "President Tiit Saar spoke. The president on Friday said the pier was gone.",
        (("indirect", "the pier was gone", "Tiit Saar"),),
    ),
    Case(
        "D1 somebody called Per",
        'The queen is "deeply concerned," her spokesman, Per Lund, told the court.',
        (("direct", "deeply concerned,", "Per Lund"),),
    ),
    Case(
        "D7 Number 10",
        "No 10 insisted the pier was gone, although one backbencher said: “It’s there.”",
        (("indirect", "the pier was gone", "No 10"), ("direct", "It’s there.", "one backbencher")),
    ),
    Case(
        "C6 a clause about the source",
        "A senior diplomat, who was not allowed to discuss the matter, said films did not show "
        '"anything on that scale."',
        (("direct", "anything on that scale.", "a senior diplomat"),),
        absent=("the matter",),
    ),
    Case(
        "E5 the paper has learned",
        "The pier will be shut in May, the Saltmere Argus has learned.",
        (("indirect", "The pier will be shut in May", "Saltmere Argus"),),
    ),
    Case(
        "E5 according to, with a remark between dashes",
        "According to the report – seen by the Saltmere Argus – the pier was gone.",
        (("indirect", "the pier was gone", "the report"),),
    ),
    Case(
        "D6 somebody's minister",
        "Prime Minister Olo Brandt spoke. But Brandt's own minister said the pier was gone.",
        (("indirect", "the pier was gone", "Brandt's own minister"),),
    ),
    Case(
        "D10 who, behind a place",
        "Mia Okoro met a trader in Kell who said the pier was gone.",
        (("indirect", "the pier was gone", "a trader"),),
    ),
    Case(
        "D4 one of them, the other",
        "Two guards spoke. One of them said the pier was gone. The other said it was not.",
        (("indirect", "the pier was gone", "One of them"), ("indirect", "it was not", "the other")),
    ),
    Case(
        "D7 a petition",
        'A petition on Havnen.com called the closure "an attack on the poor".',
        (("direct", "an attack on the poor", "a petition on Havnen.com"),),
    ),
    Case(
        "D5 a long description",
        "Dr Ada Holm of the University of Saltmere's school of engineering, who led the long study of the "
        "harbour, said the pier was gone.",
        (("indirect", "the pier was gone", "Ada Holm"),),
    ),
    Case(
        "D12 it",
        "Norpier Holdings met the press on Monday. It said the pier was gone.",
        (("indirect", "the pier was gone", "Norpier Holdings"),),
    ),
    Case(
        "D12 the company",
        "Norpier Holdings met the press on Monday. The company said the pier was gone.",
        (("indirect", "the pier was gone", "Norpier Holdings"),),
    ),
    Case(
        "E2 a rarer verb",
        "Ivo Lind urged the islanders to swim.",
        (("indirect", "to swim", "Ivo Lind"),),
    ),
    Case(
        "E4 content before the cue",
        "The pier was gone, Ivo Lind said.",
        (("indirect", "The pier was gone", "Ivo Lind"),),
    ),
    Case(
        "E4 split around the cue",
        "The pier, he added, was gone for ever.",
        (("indirect", "The pier, he added, was gone for ever", None),),
    ),
    Case(
        "E5 day and place between",
        "Ivo Lind said in a statement on Monday that the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "E5 according to",
        "The pier was gone, according to Ivo Lind.",
        (("indirect", "The pier was gone", "Ivo Lind"),),
    ),
    Case(
        "E5 according to, in front",
        "According to Ivo Lind, the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "E7 nested",
        "Ivo Lind said that Mia Okoro had promised to build a pier.",
        (
            ("indirect", "Mia Okoro had promised to build a pier", "Ivo Lind"),
            ("indirect", "to build a pier", "Mia Okoro"),
        ),
    ),
    Case(
        "C9 questions and answers under letters name nobody",
        "Q: When does the harbour open?\nA: On Monday, if the weather holds.\nQ: And if not?\nA: We wait.",
        (
            ("direct", "When does the harbour open?", None),
            ("direct", "On Monday, if the weather holds.", None),
        ),
    ),
    Case(
        "C9 an answer goes on without a label",
        "Ivo Lind met us.\n\nReporter: When?\n\nLind: On Monday.\n\nWe shall see.\n\nThe harbour opened.",
        (("direct", "On Monday.", "Ivo Lind"), ("direct", "We shall see.", "Ivo Lind")),
        absent=("The harbour opened.",),
    ),
    Case(
        "C9 function words are no labels",
        "But: I wait.\nStill: you go.\nBut: we stay.",
        (),
        absent=("I wait.", "you go.", "we stay."),
    ),
    Case(
        "C9 a repeated heading is no label",
        "UPDATE: The harbour is open.\nUPDATE: The ferries sail.",
        (),
        absent=("The harbour is open.", "The ferries sail."),
    ),
    Case(
        "A13 only a verb of speech or a heading brings a block",
        "Ivo Lind said three things had to be done:\nThe harbour must close.",
        (),
        absent=("The harbour must close.",),
    ),
    Case(
        "A13 a heading with by",
        "Full statement by Ivo Lind:\n\nThe harbour is closed.",
        (("direct", "The harbour is closed.", "Ivo Lind"),),
    ),
    Case(
        "C7 somebody's message",
        'Ivo Lind\'s message was simple: "Go home."',
        (("direct", "Go home.", "Ivo Lind"),),
    ),
    Case(
        "D1 a full name that only the headline gives",
        "Hillary Lind Goes After Rival Over Pier\n\nIt began late. Lind smiled. She said the pier was gone.",
        (("indirect", "the pier was gone", "Hillary Lind"),),
    ),
    Case(
        "D5 of a town",
        "Ivo Lind, of Saltmere, said the pier was gone.",
        (("indirect", "the pier was gone", "Ivo Lind"),),
    ),
    Case(
        "D7 a document with a date",
        "A report released last year found that the pier was gone.",
        (("indirect", "the pier was gone", "a report"),),
    ),
    Case(
        "E2 told to do something",
        "The guild warned pier officials to boost their guard.",
        (("indirect", "to boost their guard", "the guild"),),
    ),
    Case(
        "E3 that, then a pronoun with its verb",
        "Mia Okoro says in Saltmere that she's glad the pier is gone.",
        (("indirect", "she's glad the pier is gone", "Mia Okoro"),),
    ),
    Case(
        "E3 that is what would be done",
        "Ivo Lind said that would close the pier.",
        (("indirect", "would close the pier", "Ivo Lind"),),
    ),
    Case(
        "E4 a clause that leads, then the tag",
        "Though the crossing was smooth, Ivo Lind said, the pier would be closed.",
        (
            (
                "indirect",
                "Though the crossing was smooth, Ivo Lind said, the pier would be closed",
                "Ivo Lind",
            ),
        ),
    ),
    Case(
        "E4 as somebody pointed out",
        "Winters here, as one of Ivo Lind's advisers pointed out, are seldom cold.",
        (("indirect", "are seldom cold", "one of Ivo Lind's advisers"),),
    ),
    Case(
        "E5 a day within the cue",
        "Ivo Lind called Friday for closing the pier.",
        (("indirect", "closing the pier", "Ivo Lind"),),
    ),
    Case(
        "E5 an occasion, then a pronoun",
        "Ivo Lind said after the vote he would close the pier.",
        (("indirect", "he would close the pier", "Ivo Lind"),),
    ),
    Case(
        "E5 a remark between cue and that",
        "Several experts cautioned, as did the mayor, that the pier was gone.",
        (("indirect", "the pier was gone", "several experts"),),
    ),
    Case(
        "what is said ends where the report goes on",
        "Some officials praised the new pier but also had to close it. "
        "The guild condemned the closure as boats sailed.",
        (
            ("indirect", "the new pier", "some officials"),
            ("indirect", "the closure", "the guild"),
        ),
    ),
    Case(
        "two verbs, one speaker",
        "Ivo Lind said the pier was gone, adding that it would be missed.",
        (("indirect", "the pier was gone", "Ivo Lind"), ("indirect", "it would be missed", "Ivo Lind")),
    ),
    Case(
        "the source once more",
        "A harbour source said the pier was gone.\nThe source added that the ferry was late.",
        (
            ("indirect", "the pier was gone", "a harbour source"),
            ("indirect", "the ferry was late", "a harbour source"),
        ),
    ),
    Case(
        "C according to those whose name is a verb too",
        "The harbour is shut, according to police.",
        (("indirect", "The harbour is shut", "police"),),
    ),
)


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=c.name, marks=[pytest.mark.xfail(strict=True)] if c.miss else []) for c in CASES],
)
def test_case(case: Case) -> None:
    got = found(case.text)
    assert set(case.expected) <= got
    assert not {words for kind, words, _ in got if kind == "direct"} & set(case.absent)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor declared a state of emergency in Saltmere.",
        "The fire claimed nine lives.",
        "The minister called an election for May.",
        "Norpier Holdings agreed to buy the yard.",
        "Neither Lind nor Okoro would comment.",
        "The captain was detained for questioning.",
        "Crews put out a blaze that gutted a mill.",
        "The rebels released eight of the miners they held.",
        "The mayor, Ivo Lind, rejected it.",
        "No group has claimed the attack.",
        "None of the sailors said that the pier was gone.",
        "Ivo Lind warned the council on Monday.",
        "Ivo Lind called Anna Berg.",
        "The sailor, a friend of the family, asked not to be named.",
    ],
)
def test_what_is_done_is_not_said(text: str) -> None:
    assert quotes(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company denied that it had been warned.", {("it had been warned", "the company")}),
        (
            "The minister said the pier was shut. What does the bank fear? It says that it will sink.",
            {("the pier was shut", "the minister"), ("it will sink", None)},
        ),
        ("The pier was shut, it was announced.", {("The pier was shut", None)}),
        ("The pier was shut, residents were told.", {("The pier was shut", None)}),
        ("As Ivo Lind put it, the pier was gone for good.", {("the pier was gone for good", "Ivo Lind")}),
        (
            "The clerk who had warned the mayor said the keys were lost.",
            {("the keys were lost", "the clerk who had warned the mayor")},
        ),
        (
            "The baker who denied that he knew said the keys were lost.",
            {("he knew", "the baker"), ("the keys were lost", "the baker")},
        ),
        (
            "They met a builder who said he was stiffed after he sank a pier.",
            {("he was stiffed after he sank a pier", "a builder")},
        ),
        ("No 10 said the pier was gone.", {("the pier was gone", "No 10")}),
        (
            "Det Insp Rowan Hughes said the pier was gone. Det Insp Hughes said it sank.",
            {("the pier was gone", "Rowan Hughes"), ("it sank", "Rowan Hughes")},
        ),
        ("Ch Supt Mia Okoro said the pier was gone.", {("the pier was gone", "Mia Okoro")}),
        ("Assistant Chief Constable Mia Okoro said the pier was gone.", {("the pier was gone", "Mia Okoro")}),
        (
            "Harbour master Ivo Lind told sailors to wait. The harbour master said the pier was gone.",
            {("to wait", "Ivo Lind"), ("the pier was gone", "Ivo Lind")},
        ),
        (
            "The tug struck the Saltmere Bridge. The company said it would pay.",
            {("it would pay", "the company")},
        ),
        ("The barge sank in the Gull. The operator said it was sorry.", {("it was sorry", "the operator")}),
        (
            "Norpier will close a yard, the company said. Shares in Norpier fell.",
            {("Norpier will close a yard", "Norpier")},
        ),
        ("The Gull will sail in May, the company said.", {("The Gull will sail in May", "the company")}),
        (
            "A spokesman for the yard's owner, Norpier Holdings, said it was shut.",
            {("it was shut", "a spokesman for the yard's owner")},
        ),
        (
            "A spokesman for the mayor, Ivo Lind, said it was shut.",
            {("it was shut", "a spokesman for the mayor")},
        ),
        ("A spokeswoman for the council, Mia Okoro, said it was shut.", {("it was shut", "Mia Okoro")}),
        ("Her daughter, the writer Mia Okoro, said it was shut.", {("it was shut", "Mia Okoro")}),
        (
            "\"He said, 'Take the boat,'\" Mia Okoro recalled.",
            {("He said, 'Take the boat,'", "Mia Okoro")},
        ),
        (
            "PC Mia Okoro said it was dark. The officer told the coroner that it rained.",
            {("it was dark", "Mia Okoro"), ("it rained", "Mia Okoro")},
        ),
        (
            'Ivo Lind admitted it was late. The striker said: "We lost."',
            {("it was late", "Ivo Lind"), ("We lost.", "Ivo Lind")},
        ),
        ("Coroner Ivo Lind said it was dark.", {("it was dark", "Ivo Lind")}),
        ("The mill has been called a triumph by the Saltmere Herald.", {("a triumph", "Saltmere Herald")}),
        (
            'According to a readout published by the ministry, Lind "underlined the need for haste".',
            {("underlined the need for haste", "a readout")},
        ),
        ("Lind had earlier accused the yard of greed.", {("the yard of greed", "Lind")}),
        ("The guild denies this, while the yard has said nothing.", set()),
        ("Ivo Lind called on the mayor on Monday to resign.", {("to resign", "Ivo Lind")}),
        ("Ivo Lind pointed to the decision to leave.", {("the decision to leave", "Ivo Lind")}),
        (
            '"It is late," Mia Okoro wrote. Lind\'s response? "We are not."',
            {("It is late,", "Mia Okoro"), ("We are not.", "Lind")},
        ),
        ("Mia Okoro has long argued that the pier was gone.", {("the pier was gone", "Mia Okoro")}),
        ("Ivo Lind has since said the pier was gone.", {("the pier was gone", "Ivo Lind")}),
        (
            "A diplomat who was present said the pier was gone.",
            {("the pier was gone", "a diplomat who was present")},
        ),
        (
            'The council warned of "a weapon", as the bank said it had enough coal.',
            {("a weapon", "the council"), ("it had enough coal", "the bank")},
        ),
        (
            '"It sank," Mia Okoro said of the Saltmere Pier. "Let it lie," said the electrician.',
            {("It sank,", "Mia Okoro"), ("Let it lie,", "Mia Okoro")},
        ),
        ("Goals by Ivo Lind condemned the club to defeat.", set()),
        ("Saltmere talks: mayor says no deal is near", {("no deal is near", "mayor")}),
        (
            "Norpier shuts a yard\n\n* Shares fall 4%\n\nSALTMERE, June 3 (Wire) - Norpier will close a "
            "yard, the company said.\n\nShares in Norpier fell.",
            {("Norpier will close a yard", "Norpier")},
        ),
        (
            "Norpier Holdings owns the barge. The company said it was sorry.",
            {("it was sorry", "Norpier Holdings")},
        ),
        (
            "The mayor shut the unit on Monday, according to the file he has obtained. “They let us go in.”",
            {("The mayor shut the unit on Monday", "the file"), ("They let us go in.", None)},
        ),
        (
            'Pia Lorn poured tea when the floor tipped. "The cups went first," the 22-year-old cook said.',
            {("The cups went first,", "Pia Lorn")},
        ),
        (
            'Pia Lorn met Ivo Lind on the pier in the evening. "The cups went first," said the 22-year-old.',
            {("The cups went first,", "the 22-year-old")},
        ),
        (
            "Elbonia's Defence Ministry said all was calm. Borduria's Defence Ministry said a post was hit.",
            {
                ("all was calm", "Elbonia's Defence Ministry"),
                ("a post was hit", "Borduria's Defence Ministry"),
            },
        ),
        (
            "PM Irena Voskal resigned. “I have not taken a single thaler,” she said.",
            {("I have not taken a single thaler,", "Irena Voskal")},
        ),
    ],
)
def test_exactly_this_is_said(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert {(text[q.span.start : q.span.end], q.speaker) for q in quotes(text)} == expected


@pytest.mark.parametrize(
    ("text", "polarity", "name"),
    [
        ("The court ruled that the pier was gone.", 1, "order"),
        ("Ivo Lind ruled out a new pier.", -1, "denial"),
        ("Ivo Lind said that the pier was gone.", 1, "neutral"),
        ("Ivo Lind denied that the pier was gone.", -1, "denial"),
        ("Ivo Lind did not say that the pier was gone.", -1, "neutral"),
        ("Ivo Lind insisted that the pier was gone.", 1, "assertive"),
        ("Ivo Lind admitted that the pier was gone.", 1, "concession"),
        ("Ivo Lind doubted that the pier was gone.", 1, "doubt"),
        ("The survey found that the pier was gone.", 1, "document"),
    ],
)
def test_polarity_and_class_of_the_cue(text: str, polarity: int, name: str) -> None:
    (quote,) = quotes(text)
    assert (quote.polarity, quote.cue_class) == (polarity, name)


@pytest.mark.parametrize(
    ("text", "speaker", "channel", "chain"),
    [
        (
            "A harbour source told The Saltmere Times that the pier was gone.",
            "a harbour source",
            "The Saltmere Times",
            ("a harbour source", "The Saltmere Times"),
        ),
        (
            "Speaking to the Danish newspaper Havnen, a fisherman said that the pier was gone.",
            "a fisherman",
            "Havnen",
            ("a fisherman", "Havnen"),
        ),
        (
            "Ivo Lind said in an interview with Havnen TV that the pier was gone.",
            "Ivo Lind",
            "Havnen TV",
            ("Ivo Lind", "Havnen TV"),
        ),
        (
            "The report by The Saltmere Times notes that Ivo Lind has left.",
            "the report by The Saltmere Times",
            "The Saltmere Times",
            ("the report by The Saltmere Times", "The Saltmere Times"),
        ),
        (
            "Citing two officials, the Saltmere Herald reported that the pier was gone.",
            "Saltmere Herald",
            None,
            ("two officials", "Saltmere Herald"),
        ),
        (
            "The Saltmere Herald said, citing an unnamed source, that the pier was gone.",
            "Saltmere Herald",
            None,
            ("an unnamed source", "Saltmere Herald"),
        ),
        (
            "The pier was gone, according to the newspaper Havnen, which cited a coastguard source.",
            "Havnen",
            None,
            ("a coastguard source", "Havnen"),
        ),
        (
            "Havnen Radio quoted the mayor as saying the pier was gone.",
            "the mayor",
            None,
            ("the mayor", "Havnen Radio"),
        ),
        (
            "The mayor was quoted by the Elbonian News Agency as saying that the pier was gone.",
            "the mayor",
            None,
            ("the mayor", "Elbonian News Agency"),
        ),
        (
            '"The pier was gone," the mayor was quoted as saying by Havnen News.',
            "the mayor",
            None,
            ("the mayor", "Havnen News"),
        ),
        (
            "The Interfold news agency, citing an unnamed official, reported that two piers were gone.",
            "the Interfold news agency",
            None,
            ("an unnamed official", "the Interfold news agency"),
        ),
        (
            "Officials say the pier was gone, per the Saltmere Times.",
            "Officials",
            None,
            ("Officials", "Saltmere Times"),
        ),
    ],
)
def test_chain(text: str, speaker: str, channel: str | None, chain: tuple[str, ...]) -> None:
    (quote,) = [q for q in quotes(text) if q.speaker == speaker]
    assert (quote.channel, quote.chain) == (channel, chain)


@pytest.mark.parametrize(
    "text",
    [
        "One message said: “The pier is gone,” according to a letter from the chairman of the harbour.",
        "Some voters said they do not trust ferries, according to a survey conducted in May.",
        "Okoro leads by a mile according to a count by the guild, but Lind has vowed to go on.",
    ],
)
def test_two_acts_are_never_within_each_other(text: str) -> None:
    assert all(len(q.chain) <= 3 for q in quotes(text))


def test_a_second_tag_of_a_quotation_adds_nobody() -> None:
    text = 'Bo Holm spoke first. Ivo Lind said, "We built it. It is a good pier," he said.'
    (quote,) = quotes(text)
    assert quote.chain == ("Ivo Lind",)


def test_a_split_quotation_is_one_act() -> None:
    one, two = quotes('"The harbour," Ilse Brandt said, "is open to all ferries."')
    assert one.attribution == two.attribution


@pytest.mark.parametrize("case", [c for c in CASES if '"' in c.text], ids=lambda c: c.name)
def test_curly_and_straight_marks_give_the_same_answer(case: Case) -> None:
    opened = False
    curly = ""
    for character in case.text:
        if character == '"':
            opened = not opened
            character = "“" if opened else "”"
        elif character == "\n":
            opened = False
        curly += character

    def plain(text: str) -> list[tuple[str, int, int, str | None]]:
        return [(q.kind, *q.span, q.speaker) for q in quotes(text)]

    assert plain(curly) == plain(case.text)


def test_spans_stay_within_a_paragraph_and_sources_outside_the_marks() -> None:
    text = "\n".join(c.text for c in CASES)
    marked = find_marked(text, paragraphs_of(read(Document("a", "A", text)).passages))
    for quote in quotes(text):
        assert "\n" not in text[quote.span.start : quote.span.end].strip()
        if quote.mention_span and quote.kind == "direct" and quote.mention != "LIND":
            assert not any(m.outer_start < quote.mention_span.start < m.end for m in marked)


def test_an_open_mark_costs_one_paragraph_at_most() -> None:
    text = f'A stray " mark here.\n"{HARBOUR}," Ilse Brandt said.'
    assert ("direct", f"{HARBOUR},", "Ilse Brandt") in found(text)


@pytest.mark.parametrize("unit", ['"', "'", "“", "''", "‘a ", "A. ", "! ", "he said, ", '"a," said ', "- "])
def test_hostile_marks_come_to_an_end(unit: str) -> None:
    text = unit * (4_000 // len(unit))
    for quote in quotes(text):
        assert 0 <= quote.span.start <= quote.span.end <= len(text)


def test_any_text_gives_spans_of_its_own() -> None:
    dice = random.Random(3)
    parts = [
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        " said ",
        "Ivo Lind",
        ", ",
        ". ",
        "\n",
        " that ",
        " the pier ",
        ":",
        "—",
        "he ",
    ]
    for _ in range(300):
        text = "".join(dice.choice(parts) for _ in range(40))
        for quote in quotes(text):
            assert 0 <= quote.span.start <= quote.span.end <= len(text)


def test_ids_do_not_depend_on_other_documents() -> None:
    a, b = Document("a", "A", CASES[0].text), Document("b", "B", CASES[1].text)
    alone = [q.id for q in read(a).quotes]
    assert alone == [q.id for q in compare([b, a]).readings[1].quotes]


@pytest.mark.parametrize("text", ["o{left}", "The bridge left", "Boats moored"])
def test_a_text_that_ends_in_a_participle_after_a_noun_is_read(text: str) -> None:
    assert read(Document("a", "A", text)).quotes == ()
