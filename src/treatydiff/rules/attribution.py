"""One utterance, credited to two people.

The same words, in quotation marks in at least one of the reports, stand in both, but each gives them to
somebody else.  Or both give in their own words what somebody thinks or foretells, by much the same
words of content; what happened or is so, many may tell.
A body and the one who speaks for it, two forms of a name, a joint statement, a speaker that a report leaves
open or only hands on ("X, quoting Y") are no clash, nor are a few words that anybody may say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from treatydiff.drift import Rendering
from treatydiff.extract.verbs import verbs_of
from treatydiff.language import Language
from treatydiff.model import Claim, Name, Passage, Quote, Reading, Reason, Span, Token
from treatydiff.rules import NO_KEYS, Example, Keys, Pair, Told, in_both
from treatydiff.rules._pack import words_of as pack_words
from treatydiff.rules._sizes import is_among, none_agree
from treatydiff.rules._speech import (
    Utterance,
    around,
    gender,
    is_named,
    is_person,
    pronoun_gender,
    renderings,
    same_name,
    speaks_for_others,
    utterances,
)
from treatydiff.rules._words import alike, content, names_within, same_word
from treatydiff.tokens import fold, stems

FEWEST, CONTENT = 5, 2
"""Words, and content words, that an utterance has at least."""
SHORT, WEIGHTY = 5, 3
"""Words up to which an utterance must have more content words, and how many."""
TURNED = 10
"""Words up to which one word of content in the place of another makes it another utterance."""
FEWEST_LETTERS = 3
"""More letters than this must the name of a country have."""
COMMON = 0.8
"""Share of the shorter rendering that the other must have in the same order."""
TOLD_ALIKE, TOLD_BOTH = 0.6, 0.5
"""Share of the words of content and figures of the shorter rendering, and of the longer one, that the other
must have, in whatever order."""

PASSING_ON = ("relaying", "agreeing")
"""Cues that bring what somebody else has said as well."""
TOLD = ("done", "ongoing")
"""How far that has come which a report tells as a fact."""
LONGEST = 40
"""Words up to which what is said is one thing."""

EXAMPLES = (
    Example(
        "“A coincidence in a table is no proof of anything,” the presiding judge, Ada Holm, said.",
        "“A coincidence in a table is no proof of anything,” said the guard's lawyer, Ivo Lind.",
        True,
    ),
    Example(
        "“A coincidence in a table is no proof of anything,” the guard, Ada Holm, said.",
        "“A coincidence in a table is no proof of anything,” said the guard's lawyer, Ivo Lind.",
        False,
    ),
    Example(
        "Education Minister Ada Holm said no.\n\n“You do not cure the patient by shouting at him,” she said.",
        "“You do not cure the patient by shouting at him,” Ivo Lind of the union said.",
        True,
    ),
    Example(
        "“The pump was ours and we are ashamed of it,” said the head of Halm Ferries, Ada Holm.",
        "“The pump was ours and we are ashamed of it,” said a spokesman from Tarn Mills.",
        True,
    ),
    Example(
        "“It looked like a lamp that somebody had let go of,” said Jan Coert, a farmer.",
        "Jan Coert and Ada Holm stood at the pump. “It looked like a lamp somebody had let go of,” she said.",
        False,
    ),
    Example(
        "“You cannot plough a field by turning it over in your mind,” Ada Holm said.",
        "“You cannot plough a field by turning it over in your mind,” said the mayor, Ivo Lind.",
        True,
    ),
    Example(
        "Trade Minister Nora Holm was pleased. “It is a bridge to eleven million neighbours,” she said.",
        "Karl Brandt led the talks. “It is a bridge to eleven million neighbours,” he said.",
        True,
    ),
    Example(
        "Ada Holm said the tunnel would be finished before the first snow of the winter.",
        "“The tunnel will be finished before the first snow of the winter,” Ivo Lind said.",
        True,
    ),
    Example(
        "“The tunnel will be open to trains by the spring,” Ada Holm said.",
        "“The tunnel will be open to trains by the spring,” Holm told reporters.",
        False,
    ),
    Example(
        "“The tunnel will be open to trains by the spring,” the ministry said.",
        "“The tunnel will be open to trains by the spring,” its spokesman Ivo Lind said.",
        False,
    ),
    Example(
        "“The duchess is well and will be home by the weekend,” Ada Holm said.",
        "“The duchess is well and will be home by the weekend,” said her lawyer, Ivo Lind.",
        False,
    ),
    Example(
        "Ada Holm of Ruritania met Ivo Lind of Tessaly. “The river will not wait for us,” Holm said.",
        "“The river will not wait for us,” the Tessalyan president said.",
        True,
    ),
    Example(
        "Ada Holm of Ruritania met Ivo Lind of Tessaly. “The river will not wait for us,” Holm said.",
        "“The river will not wait for us,” the Ruritanian president said.",
        False,
    ),
    Example(
        "“The road has taken our orchards and our wells,” Governor Ada Holm said.",
        "Ivo Lind runs the treasury. “The road took our orchards and our wells,” the minister said.",
        True,
    ),
    Example(
        "“The road has taken our orchards and our wells,” Ada Holm said.",
        "Ivo Lind runs the treasury. “The road took our orchards and our wells,” the minister said.",
        False,
    ),
    Example(
        "“The road has taken our orchards and our wells,” Ada Holm said.",
        "Ivo Lind quoted the governor: “The road has taken our orchards and our wells.”",
        False,
    ),
    Example(
        "Ada Holm looked glum. “The road has taken our orchards and our wells,” she said.",
        "“The road has taken our orchards and our wells,” Ivo Lind said.",
        True,
    ),
    Example(
        "“The road has taken our orchards and our wells,” Ada Holm said.",
        "“As the governor said, the road has taken our orchards and our wells,” Ivo Lind said.",
        False,
    ),
    Example(
        "“I believe the thief did not win,” two jurors and Ada Holm said.",
        "“I don't think the thief has won,” Ivo Lind said.",
        False,
    ),
    Example(
        "“The pump was ours and we are ashamed of it,” said the head of Halm Ferries, Ada Holm.",
        "“The pump was ours and we are ashamed of it,” said the engineer from Tarn.",
        False,
    ),
    Example(
        "Merab Lind of the Institute of Rocks was blunt. “The hill did not fall, it was pushed,” he said.",
        "“The hill did not fall, it was pushed,” said Ada Holm.",
        True,
    ),
    Example(
        "“A clean runner needs no lawyer before breakfast,” said Ivo Lind of Tarn.",
        "“A clean runner needs no lawyer before breakfast,” said the head of the federation, Ada Holm.",
        True,
    ),
    Example("“We are ready,” Ada Holm said.", "“We are ready,” Ivo Lind said.", False),
    Example("“The ice let them go,” Ada Holm said.", "“The ice let them go,” Ivo Lind said.", True),
    Example("“We are all very tired,” Ada Holm said.", "“We are all very tired,” Ivo Lind said.", False),
    Example(
        "“It is a proud day for the harbour,” Ada Holm said.",
        "“It is a bitter day for the harbour,” Ivo Lind said.",
        False,
    ),
    Example(
        "“We went four times as far as last time,” the founder, Nils Aker, said.",
        "“We went four times as far as last time,” Millco said.",
        False,
    ),
    Example(
        "The tunnel would be ready before the winter, Mayor Ada Holm said.",
        "According to Ivo Lind, the harbour master, the tunnel will be ready before winter sets in.",
        True,
    ),
    Example(
        "The tunnel would be ready before the winter, Mayor Ada Holm said.",
        "The harbour master, Ivo Lind, agreed that the tunnel would be ready before the winter.",
        False,
    ),
    Example(
        "Lind was on leave because of an earlier fire, Mayor Ada Holm said.",
        "The harbour master, Nora Brandt, said that Lind was on leave because of an earlier fire.",
        False,
    ),
    Example(
        "Ada Holm accused the guild of playing for time in the talks.",
        "Ivo Lind accused the merchants of playing for time in the talks.",
        False,
    ),
    Example(
        "Ada Holm said the wreck had been lifted by the crane.",
        "Ivo Lind said the wreck had been lifted by a crane.",
        False,
    ),
    Example(
        "“The pump was ours and we are ashamed of it,” said the head of Halm Ferries, Ada Holm.",
        "“The pump was ours and we are ashamed of it,” said a spokesman for Tarn Mills.",
        True,
    ),
    Example(
        "“The pump was ours and we are ashamed of it,” said the head of Halm Ferries, Ada Holm.",
        "“The pump was ours and we are ashamed of it,” said a spokesman for Halm Ferries.",
        False,
    ),
    Example(
        "Ada Holm said the tunnel was safe.", "Ivo Lind, the builder, said that the tunnel was safe.", False
    ),
    Example(
        "“The river will not wait for your committee,” Ada Holm and Ivo Lind wrote.",
        "“The river will not wait for your committee,” Ivo Lind wrote.",
        False,
    ),
    Example(
        "“The river will not wait for your committee,” Mikhail Orlov said.",
        "“The river will not wait for your committee,” Mihail Orloff said.",
        False,
    ),
)


def keys(told: Told) -> Keys:
    """Whether the claim has words of somebody, in marks or without."""
    said = any(quote.speaker and len(words) >= FEWEST for quote, words in told.of(renderings))
    return in_both((True,)) if said else NO_KEYS


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first utterance that the two claims credit to two people."""
    for found in utterances(pair):
        literal = _one_utterance(found, pair)
        if not literal and not _same_view(found, pair):
            continue
        certainty = _certainty(found, pair)
        if not certainty or _handed_on(found, pair):
            continue
        sure = literal and certainty == "likely"
        one, two = found.left.speaker or "", found.right.speaker or ""
        places = [q.mention_span or q.span for q in (found.left, found.right)]
        yield Reason(
            "attribution",
            "contradiction",
            f"{one} / {two}",
            f"{{left}} has {one} say it, {{right}} {two}.",
            (places[0],),
            (places[1],),
            "likely" if sure else "possible",
            "" if sure else "Both may have said it, or one read out the other's words.",
        )
        return


def _one_utterance(found: Utterance, pair: Pair) -> bool:
    """Whether both claims report the same words, and enough of them."""
    if "direct" not in (found.left.kind, found.right.kind):
        # Two people may well have said one thing, each in words that neither report quotes.
        return False
    if found.fewest < FEWEST or not found.may_share(COMMON / 2) or found.common < COMMON:
        return False
    stop = frozenset(pair.language.words("grammar", "stop"))
    words = pair.link.left.tokens if found.left.kind != "indirect" else pair.link.right.tokens
    if sum(t.norm not in stop for t in words) < CONTENT:
        return False
    if found.fewest > TURNED:
        return True
    weight = min(sum(t.norm not in stop for t in words) for words in (found.mine, found.theirs))
    return (found.fewest > SHORT or weight >= WEIGHTY) and not _turned(found, stop, pair.language)


def _same_view(found: Utterance, pair: Pair) -> bool:
    """Whether both claims report what somebody thinks or foretells, in words that say the same."""
    sides = (found.left, found.mine, pair.link.left), (found.right, found.theirs, pair.link.right)
    if found.fewest < FEWEST or any(len(words) > LONGEST for _, words, _ in sides):
        return False
    if not all(_is_view(quote, claim) for quote, _, claim in sides):
        return False
    if found.left.kind == found.right.kind == "direct":
        # In words of their own two people may well think the same.
        return False
    if found.left.polarity != found.right.polarity or pair.link.left.polarity != pair.link.right.polarity:
        return False
    ours, theirs = (content(words, pair.language) for _, words, _ in sides)
    (a, b) = (tuple(q for q in claim.quantities if quote.span.overlap(q.span)) for quote, _, claim in sides)
    if none_agree(a, b):
        return False
    figures = sum(is_among(q, b) for q in a)
    paired = alike(ours, theirs)
    people = pack_words(pair.language).bodies | pack_words(pair.language).people
    if not people.isdisjoint((ours.keys() | theirs.keys()) - {word for words in paired for word in words}):
        # "Accused the union of it", "accused the employers of it"
        return False
    common = len(paired) + figures
    shorter, longer = sorted((len(ours) + figures, len(theirs) + figures))
    speakers = (found.left.speaker or "", found.right.speaker or "")
    if any(all(is_named(name, reading, pair) for name in speakers) for reading in (pair.left, pair.right)):
        # A report that knows both may well leave out that the other one says it too.
        common -= 1
    return common >= CONTENT and common >= TOLD_ALIKE * shorter and common >= TOLD_BOTH * longer


def _is_view(quote: Quote, claim: Claim) -> bool:
    """Whether a claim is what somebody thinks or foretells; that a thing is so, or was done, is none."""
    if quote.kind != "indirect":
        return True
    verbs = [p for p in claim.predicates if not p.noun and quote.span.overlap(p.span)]
    return any(p.hedged or p.status not in TOLD for p in verbs)


def _turned(found: Utterance, stop: frozenset[str], language: Language) -> bool:
    """Whether a word of content stands in the place of another one: "a good day", "a black day"."""
    for change in found.drift.changes:
        here, there = (
            {s for t in words if _lies_in(t, span) and t.norm not in stop for s in _forms(t.norm, language)}
            for words, span in ((found.mine, change.left), (found.theirs, change.right))
        )
        if here and there and not any(same_word(a, b, language) for a in here for b in there):
            return True
    return False


def _lies_in(token: Token, span: Span) -> bool:
    return token.start < span.end and span.start < token.end


def _forms(word: str, language: Language) -> Sequence[str]:
    """The stem of a word and those of the verbs that it may be a form of: "took" of "take"."""
    verbs = set(verbs_of(language).readings(word).values()) - {word}
    return stems((word, *sorted(verbs)), language.code)


def _certainty(found: Utterance, pair: Pair) -> str:
    """How sure it is that two people are meant: "likely", "possible" or not at all."""
    left, right = found.left, found.right
    if not left.speaker or not right.speaker:
        return ""
    last = [name.split()[-1] for name in (left.speaker, right.speaker)]
    if all(name[0].isupper() for name in last) and same_name(*last, pair.language):
        # However it is spelt
        return ""
    if _of_another_land(left.speaker, right.speaker, pair) or _of_another_land(
        right.speaker, left.speaker, pair
    ):
        return "possible"
    if _of_another_body(left.speaker, right.speaker, pair) or _of_another_body(
        right.speaker, left.speaker, pair
    ):
        return "possible" if left.kind == right.kind == "direct" else ""
    if not is_person(left.speaker, pair.left, pair) or not is_person(right.speaker, pair.right, pair):
        return ""
    if same_name(left.speaker, right.speaker, pair.language):
        return ""
    sure = _strength(left, pair.left) + _strength(right, pair.right)
    if _other_gender(left, right.speaker, pair) or _other_gender(right, left.speaker, pair):
        sure += 1
    if _other_office(left, right.speaker, pair) or _other_office(right, left.speaker, pair):
        sure += 1
    if sure < 3:
        return ""
    indirect = "indirect" in (left.kind, right.kind)
    return "likely" if sure >= 4 and not indirect else "possible"


def _of_another_land(office: str, person: str, pair: Pair) -> bool:
    """Whether one speaker is only called by office and country, and the other is somebody of another country.

    Of which country people are, the reports must say: "Ada Holm of Ruritania and Ivo Lind of Tessaly".
    """
    if not is_person(person, pair.left, pair) and not is_person(person, pair.right, pair):
        return False
    if is_named(office, pair.left, pair) or is_named(office, pair.right, pair):
        return False
    lands = pair.whole(_lands, pair.left) + pair.whole(_lands, pair.right)
    own = {land for name, land in lands if name == person}
    others = {land for name, land in lands if name != person}
    adjectives = [w for w in office.split() if w[:1].isupper()]
    return bool(own) and any(
        any(_same_land(w, land) for land in others) and not any(_same_land(w, land) for land in own)
        for w in adjectives
    )


def _of_another_body(office: str, person: str, pair: Pair) -> bool:
    """Whether one speaker is only called by office and body, and the other is somebody of another body.

    So much the reports must say: "a spokesman for Tarn Mills", "the head of Halm Ferries, Ada Holm".  A body
    alone may speak through anybody.
    """
    if not is_person(person, pair.left, pair) and not is_person(person, pair.right, pair):
        return False
    own = [fold(w) for w in office.split() if w[:1].isupper()]
    if len(own) in (0, len(office.split())):
        return False
    if len(own) == 1 and office.split()[-2] in pair.language.table("roles", "locating").get("from", ()):
        # "The nurse from Tarn"
        return False
    if is_named(office, pair.left, pair) or is_named(office, pair.right, pair):
        return False
    near = around(person, pair) - set(fold(person).split())
    akin = any(_same_land(w, land) for w in own for land in near)
    return (
        near.isdisjoint(own)
        and not akin
        and not near.isdisjoint(pair.whole(_bodies, pair.left) | pair.whole(_bodies, pair.right))
    )


def _bodies(reading: Reading, language: Language) -> frozenset[str]:
    """The words of the names of a report that are not of persons or places."""
    names = {n.entity for n in reading.names if n.kind in ("organisation", "unknown") and n.entity}
    return frozenset(w for name in names for w in fold(name).split())


def _lands(reading: Reading, language: Language) -> list[tuple[str, str]]:
    """Persons with the places that a report says right behind their names they are of."""
    text, of = reading.document.text, [f" {word} " for word in language.words("figures", "of")]
    starts = {n.span.start: n for n in reading.names if n.resolution == "name"}
    return [
        (n.entity, starts[at].entity)
        for n in reading.names
        if n.resolution in ("name", "surname")
        for joint in of
        if text.startswith(joint, n.span.end) and (at := n.span.end + len(joint)) in starts
    ]


def _same_land(adjective: str, land: str) -> bool:
    """Whether an adjective is made from the name of a country: "Ruritanian", "Ruritania"."""
    a, b = fold(adjective), fold(land)
    return len(b) > FEWEST_LETTERS and a[:-2] == b[: len(a) - 2] and len(a) >= len(b)


def _strength(quote: Quote, reading: Reading) -> int:
    """2 where the sentence itself names the speaker, 1 where another one does, 0 where that is a guess."""
    surname = fold(quote.speaker or "").split()[-1:]
    here = quote.mention_span and reading.passages[quote.passage].span.overlap(quote.mention_span)
    if here and surname and surname[0] in fold(quote.mention or "").split():
        return 2
    if quote.certainty != "likely":
        return int(quote.resolution in ("pronoun", "carried") and _is_alone(quote, reading))
    return 2 if quote.resolution in ("name", "surname", "role") else 1


def _is_alone(quote: Quote, reading: Reading) -> bool:
    """Whether the paragraph has named nobody but the speaker before the sentence of a quote.

    A paragraph that the quote opens takes up the one before.
    """
    own = reading.passages[quote.passage]
    if own.index and reading.passages[own.index - 1].paragraph != own.paragraph:
        last = reading.passages[own.index - 1]
        named = _named_before(last.span.end, last, reading)
    else:
        named = _named_before(own.span.start, own, reading)
    people = {n.entity for n in named if n.kind == "person" or (n.kind == "unknown" and " " in n.entity)}
    return people == {quote.speaker}


def _named_before(end: int, passage: Passage, reading: Reading) -> Sequence[Name]:
    """Whom and what the paragraph of a passage names up to a place."""
    first = next(p for p in reading.passages if p.paragraph == passage.paragraph)
    return names_within(reading, Span(first.span.start, end))


def _other_gender(quote: Quote, other: str, pair: Pair) -> bool:
    """Whether the pronoun that a quote's speaker is given by cannot stand for the other speaker."""
    sexes = pronoun_gender(quote, pair.language), gender(other, pair.language)
    return all(sexes) and sexes[0] != sexes[1]


def _other_office(quote: Quote, other: str, pair: Pair) -> bool:
    """Whether a report calls the speaker by an office while the other speaker is said to have another one."""
    if quote.resolution != "role" or not quote.mention:
        return False
    groups = pair.language.table("names", "role_groups")
    called = fold(quote.mention.split()[-1])
    offices = {
        fold(role.split()[-1]) for r in (pair.left, pair.right) for role in pair.whole(_offices, r)[other]
    }
    kin = {called, *groups.get(called, ())}
    return bool(offices) and not any(kin & {office, *groups.get(office, ())} for office in offices)


def _offices(reading: Reading, language: Language) -> Mapping[str, set[str]]:
    """What a report says beside the names of speakers that they are."""
    found: dict[str, set[str]] = defaultdict(set)
    for quote in reading.quotes:
        if quote.speaker:
            found[quote.speaker].update(quote.roles)
    return found


def _handed_on(found: Utterance, pair: Pair) -> bool:
    """Whether one may speak for the other, or a report ties both to the words."""
    left, right = found.left, found.right
    if any(_is_cue(quote.cue or "", kind, pair.language) for quote in (left, right) for kind in PASSING_ON):
        # "Lind quoted the mayor: '…'", "Lind agreed that"
        return True
    if any(_says_so(words, changed, pair) for words, changed in _changed(found)):
        return True
    if _may_speak_for(left, right.speaker or "", pair) or _may_speak_for(right, left.speaker or "", pair):
        return True
    if _may_be_he(right.speaker or "", left, pair.left) or _may_be_he(left.speaker or "", right, pair.right):
        return True
    return _names(left, pair.left, right.speaker or "", pair) or _names(
        right, pair.right, left.speaker or "", pair
    )


def _may_speak_for(quote: Quote, other: str, pair: Pair) -> bool:
    """Whether the speaker of a quote speaks for others, and so perhaps for another one: not for a judge."""
    if not speaks_for_others(quote.speaker or "", pair):
        return False
    court = {fold(w) for w in pair.language.words("names", "court")}
    offices = (role for r in (pair.left, pair.right) for role in pair.whole(_offices, r)[other])
    return not any(fold(role.split()[-1]) in court for role in offices)


def _may_be_he(other: str, quote: Quote, reading: Reading) -> bool:
    """Whether "he" who speaks may be the other speaker, whom the paragraph names before."""
    own = reading.passages[quote.passage]
    named = _named_before(quote.span.start, own, reading) if quote.resolution == "pronoun" else ()
    return any(n.entity == other and n.resolution != "pronoun" for n in named)


def _changed(found: Utterance) -> Iterator[tuple[Rendering, list[Span]]]:
    """Either rendering with the places where it is not that of the other report."""
    yield found.mine, [c.left for c in found.drift.changes]
    yield found.theirs, [c.right for c in found.drift.changes]


def _says_so(words: Rendering, changed: Sequence[Span], pair: Pair) -> bool:
    """Whether what only one rendering has credits the rest: "as the mayor said, the river will not wait"."""
    own = (t.norm for t in words if any(_lies_in(t, span) for span in changed))
    return any(_is_cue(word, "neutral", pair.language) for word in own)


def _is_cue(word: str, kind: str, language: Language) -> bool:
    """Whether a word is a form of a verb of speech of a kind."""
    lemmas = verbs_of(language).readings(fold(word)).values()
    return not set(language.words("cues", kind)).isdisjoint(lemmas)


def _names(quote: Quote, reading: Reading, other: str, pair: Pair) -> bool:
    """Whether a report has the other speaker in the chain or the sentence, or credits the words to both."""
    if any(fold(other.split()[-1]) in fold(link).split() for link in (*quote.chain, quote.channel or "")):
        return True
    sentence = reading.passages[quote.passage].span
    within = quote.span
    # Whom "he" or "the deputy" behind a quotation means is too often guessed.
    named = (n for n in names_within(reading, sentence) if n.resolution in ("name", "surname"))
    if any(n.entity == other and not within.overlap(n.span) for n in named):
        return True
    words = reading.document.text[quote.span.start : quote.span.end]
    return any(
        q.id != quote.id
        and q.speaker is not None
        and words in reading.document.text[q.span.start : q.span.end]
        and same_name(q.speaker, other, pair.language)
        for q in reading.quotes
    )
