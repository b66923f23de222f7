"""The pack's words for telling what a verb governs and whether two verbs tell one event."""

from __future__ import annotations

from treatydiff.language import Language
from treatydiff.tables import once_a_language
from treatydiff.tokens import sets_by_stem, stems


class Words:
    """The pack's words for telling what a verb governs, as stems where stems are compared."""

    def __init__(self, language: Language) -> None:
        def stemmed(section: str, key: str) -> frozenset[str]:
            words = [w for w in language.words(section, key) if " " not in w]
            return frozenset(stems(words, language.code))

        self.code = language.code
        self.that = frozenset(language.words("syntax", "that"))
        self.to = frozenset(language.words("syntax", "to"))
        self.light = stemmed("assertion", "light")
        self.stop = frozenset(language.words("grammar", "stop"))
        self.boundaries = frozenset(language.words("assertion", "boundaries"))
        self.conjunctions = frozenset(language.words("assertion", "conjunctions"))
        self.prepositions = frozenset(language.words("assertion", "prepositions")) | self.to
        self.negative = frozenset(language.words("assertion", "negative_nouns")) | frozenset(
            language.words("assertion", "negators")
        )
        self.contrasts = frozenset(language.words("assertion", "contrasts"))
        self.anybody_at_all = frozenset(language.words("assertion", "anybody_at_all"))
        self.particles = frozenset(language.words("assertion", "verb_particles"))
        self.speaking = frozenset(language.words("assertion", "speaking"))
        self.exceptions = frozenset(language.words("assertion", "exceptions"))
        self.relative = frozenset(language.words("assertion", "relative"))
        self.determiners = frozenset(language.words("assertion", "determiners"))
        self.denying = stemmed("assertion", "denying")
        self.present_be = frozenset(language.words("assertion", "present_be"))
        self.accusing = stemmed("assertion", "accusing")
        self.admitting = stemmed("assertion", "admitting")
        self.containing = stemmed("assertion", "containing")
        self.firms = stemmed("cues", "firms")
        self.bodies = stemmed("cues", "bodies") | self.firms | stemmed("cues", "vague_bodies")
        self.by_many = stemmed("roles", "by_many")
        self.perceiving = stemmed("roles", "perceiving")
        self.going_on = stemmed("assertion", "going_on")
        self.deciding = stemmed("assertion", "deciding")
        self.again = frozenset(language.words("assertion", "again"))
        self.being_there = stemmed("assertion", "being_there")
        self.former = frozenset(language.words("assertion", "former"))
        self.adverbs = frozenset(language.words("assertion", "adverbs"))
        self.nouns_in_ly = frozenset(language.words("assertion", "nouns_in_ly"))
        pronouns = language.table("grammar", "pronouns")
        self.pronouns = frozenset(w for ws in pronouns.values() for w in ws) | frozenset(
            language.words("assertion", "pronouns")
        )
        self.calendar = frozenset(
            (
                *language.values("calendar", "weekdays"),
                *language.values("calendar", "months"),
                *(w for key in ("spans", "shifts", "daytimes") for w in language.values("calendar", key)),
                *(w for phrase in language.values("calendar", "relative") for w in phrase.split()),
            )
        )
        self.plain = self.stop | self.pronouns | self.prepositions | self.calendar | self.negative
        self.plain |= self.adverbs  # words that say nothing of what a clause is about
        self.perfect = frozenset(language.words("assertion", "perfect"))
        self.pluperfect = frozenset(language.words("assertion", "pluperfect"))
        self.firsts = frozenset(language.words("calendar", "firsts"))
        self.lasts = frozenset(language.words("calendar", "lasts"))
        self.occasions = frozenset(language.words("roles", "occasions"))
        self.coming = frozenset(language.words("assertion", "coming"))
        self.than = frozenset(language.words("figures", "than"))
        self.other_things = frozenset(language.words("assertion", "other_things"))
        self.counted_on = frozenset(language.words("assertion", "counted_on"))
        self.still = frozenset(language.words("assertion", "still"))
        self.parted = frozenset(language.words("assertion", "parted"))
        self.complements = frozenset(
            tuple(stems(w.split(), language.code)) for w in language.words("assertion", "complements")
        )
        self.agent = frozenset(language.words("assertion", "agent"))
        self.persons = stemmed("names", "roles")
        self.authorities = stemmed("assertion", "authorities")
        self.measures = frozenset(language.words("assertion", "measures"))
        counted = (*language.values("figures", "units"), *language.values("figures", "currencies"))
        self.sums = stemmed("figures", "sums")
        self.money = frozenset(stems([*language.values("figures", "currencies")], language.code))
        self.units = frozenset(stems([w for w in counted if w.isalpha()], language.code))
        self.partitive = frozenset(language.words("assertion", "partitive"))
        self.themes = frozenset(language.words("assertion", "themes"))
        self.lacking = frozenset(language.words("assertion", "missing"))
        self.having = stemmed("assertion", "having")
        self.appearing = stemmed("assertion", "appearing")
        self.opposing = frozenset(language.words("assertion", "opposing"))
        self.finders = stemmed("assertion", "finders")
        self.there = frozenset(language.words("assertion", "existential"))
        self.yet = frozenset(language.words("assertion", "yet"))
        self.never = frozenset(language.words("assertion", "never"))
        self.finally_done = frozenset(language.words("assertion", "in_the_end"))
        self.degrees = frozenset(language.words("fates", "degrees"))
        self.when = frozenset(language.words("assertion", "when"))
        self.indefinite = frozenset(language.words("figures", "a"))
        self.until = frozenset(language.words("assertion", "until"))
        self.earlier = frozenset(language.words("assertion", "earlier"))
        self.restoring = stemmed("assertion", "restoring")
        self.ending = stemmed("assertion", "ending")
        self.lost = stemmed("assertion", "lost")
        self.by_part = frozenset(language.words("assertion", "by_part"))
        self.refusing = stemmed("assertion", "refusing")
        self.preventing = frozenset(
            stems(language.table("assertion", "governors")["prevented"], language.code)
        )
        self.done_from = frozenset(language.words("assertion", "done_from"))
        self.attempts = stemmed("assertion", "attempts")
        self.anyone = frozenset(
            (*language.words("assertion", "negative_nouns"), *language.words("assertion", "anyone"))
        ) - {"no", "neither"}
        self.blamed_on = frozenset(language.words("assertion", "blamed_on"))
        self.outlooks = stemmed("assertion", "outlooks")
        self.besides = frozenset(language.words("roles", "besides"))
        self.of = frozenset(language.words("figures", "of"))
        self.anybody = frozenset(language.words("assertion", "anybody"))
        self.none_of = frozenset(language.words("assertion", "none_of"))
        self.groups = stemmed("figures", "apart")
        self.people = self.persons | stemmed("names", "people") | stemmed("figures", "people")
        self.people |= stemmed("roles", "callings") | stemmed("assertion", "humans")
        self.back = frozenset(
            w for key in ("masculine", "feminine", "neuter", "plural") for w in pronouns.get(key, ())
        )
        self.persons_back = frozenset(w for key in ("masculine", "feminine") for w in pronouns.get(key, ()))
        self.counts = frozenset(
            stems([*language.values("lexicon", "numerals"), "single", "one"], language.code)
        )
        countries = {f"/{c.split('/')[0]}": c.split("/") for c in language.words("names", "countries")}
        acts = {f"{verb}-": ws for verb, ws in language.table("assertion", "same_acts").items()}
        entries = {**language.table("lexicon", "synonyms"), **countries, **acts}
        words = {s: [w for w in (s.rstrip("_-"), *ws) if w.isalpha()] for s, ws in entries.items()}
        fields = language.table("assertion", "fields")
        self.fields = sets_by_stem(fields, language.code)
        self.senses = sets_by_stem(words, language.code)


@once_a_language
def words_of(language: Language) -> Words:
    """The language's words, made once."""
    return Words(language)
