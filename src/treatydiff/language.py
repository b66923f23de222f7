"""Language packs: words as data, without logic.

A pack is a folder of small YAML files under `languages/`, one for each section.  A user's pack
(``--pack my.yaml``) is one file with the sections as its top-level keys; it extends the built-in one.
Word lists are written as YAML lists or, shorter and quicker to read in, as one string with commas.

The packs that come with the tool are read from a JSON file where `treatydiff.compiled` has written one: that
takes a tenth of the time.  It holds a checksum of each YAML file; one that has changed since is read itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from treatydiff.errors import InputError

FOLDER = Path(__file__).parent / "languages"
LANGUAGE = "language"
"""The key of a user's pack that is no section: the ISO 639-1 code of the language it is for."""
SEPARATOR, FORM = "\x7f", 2
"""What stands between the words of a list in a compiled pack: thousands of JSON texts would be read in three
times the time.  And the number of that form."""
LARGEST_PACK = 10_000_000
"""Bytes of a user's pack."""

WORDS, TABLE, VALUES, ENTRIES = "words", "table", "values", "entries"
SECTIONS: dict[str, dict[str, str]] = {
    # WORDS: a word list; TABLE: word -> word list; VALUES: word -> one value; ENTRIES: a list of mappings
    "grammar": {
        "clause_openers": WORDS,
        "clause_openers_after_comma": WORDS,
        "clause_openers_with_verb": WORDS,
        "relatives": WORDS,
        "joints": WORDS,
        "conjunctions": WORDS,
        "predicates": WORDS,
        "stop": WORDS,
        "negators": WORDS,
        "pronouns": TABLE,
    },
    "figures": {
        **dict.fromkeys(
            (
                "numbers",
                "ordinals",
                "magnitudes",
                "fractions",
                "vague",
                "spells",
                "units",
                "unit_phrases",
                "temperatures",
                "currencies",
                "qualified_money",
            ),
            VALUES,
        ),
        **dict.fromkeys(("approximators", "after", "senses", "alike"), TABLE),
        **dict.fromkeys(
            (
                "sums",
                "weighing",
                "scales",
                "per",
                "people",
                "irregular_plurals",
                "stops",
                "adverbs",
                "parts",
                "changes",
                "records",
                "apart",
                "measured",
                "definite",
                "others",
                "stretches",
                "counting",
                "culprits",
                "powers",
                "challengers",
                "estimating",
                "auxiliaries",
                "joints",
                "breaks",
                "plural",
                "plural_endings",
                "singular_endings",
                "active",
                "active_endings",
                "of",
                "of_the",
                "wholes",
                "wishing",
                "before_counted",
                "states",
                "within_a_state",
                "having",
                "growing",
                "respectively",
                "a",
                "articles",
                "and_a",
                "decimal_points",
                "hundred",
                "ordinal_endings",
                "short_magnitudes",
                "other_meaning",
                "before_magnitudes",
                "half",
                "after_half",
                "parts_of_one",
                "one_part",
                "not_before_one",
                "not_after_one",
                "after_one",
                "clock_words",
                "numbering",
                "before_years",
                "never_after_years",
                "between",
                "between_joins",
                "range_joins",
                "range_starts",
                "range_units",
                "degrees",
                "ages",
                "age_words",
                "aged",
                "of_an_age",
                "magnitude",
                "earthquakes",
                "readings",
                "weights_too",
                "away",
                "not_after_ranks",
                "no_context",
                "votes",
                "of_points",
                "share_joins",
                "past",
            ),
            WORDS,
        ),
    },
    "calendar": {
        **dict.fromkeys(
            (
                "months",
                "weekdays",
                "daytimes",
                "relative",
                "shifts",
                "spans",
                "relations",
                "seasons",
                "minutes",
                "ways",
                "weeks_of_month",
                "parts_of_year",
            ),
            VALUES,
        ),
        **dict.fromkeys(
            (
                "ago",
                "later",
                "near",
                "around",
                "future",
                "morning",
                "evening",
                "telling",
                "a",
                "of",
                "ordinal_endings",
                "oclock",
                "half_days",
                "short_spans",
                "zones",
                "before_clocks",
                "in_the",
                "the",
                "week",
                "lasting",
                "stamps",
                "ending",
                "before_months",
                "before_years",
            ),
            WORDS,
        ),
    },
    "names": {
        **dict.fromkeys(
            (
                "titles",
                "title_openers",
                "postnominals",
                "masculine_titles",
                "feminine_titles",
                "masculine_nouns",
                "feminine_nouns",
                "roles",
                "people",
                "heads",
                "firm_heads",
                "members",
                "outlets",
                "outlet_nouns",
                "not_outlets",
                "speaking_places",
                "months_and_days",
                "particles",
                "countries",
                "regions",
                "masculine_names",
                "feminine_names",
                "openers",
                "mouthpieces",
                "domains",
                "counterparts",
                "kin",
                "pointing",
                "of",
                "locative",
                "apposed",
                "within",
                "joins",
            ),
            WORDS,
        ),
        "role_groups": TABLE,
    },
    "cues": {
        "deeds": TABLE,
        **dict.fromkeys(
            (
                "neutral",
                "assertive",
                "denial",
                "doubt",
                "concession",
                "order",
                "document",
                "thought",
                "wants_that",
                "only_direct",
                "with_hearer",
                "with_infinitive",
                "also_nouns",
                "phrases",
                "according",
                "speech_nouns",
                "promise_nouns",
                "denial_nouns",
                "hearers",
                "irregular",
                "speakers",
                "bodies",
                "vague_bodies",
                "firms",
                "dooming",
                "anonymity",
                "no_firms",
                "persons",
                "opinions",
                "modals",
                "adjuncts",
                "topics",
                "with_topic",
                "impersonal",
                "relaying",
                "telling_thoughts",
                "always_heard",
                "occasions",
            ),
            WORDS,
        ),
    },
    "syntax": dict.fromkeys(
        (
            "be",
            "have",
            "auxiliaries",
            "auxiliary_participles",
            "modals",
            "contracted",
            "negative",
            "adverbs",
            "not_adverbs",
            "subordinators",
            "also_prepositions",
            "complementisers",
            "questions",
            "leaving",
            "remarking",
            "at_occasions",
            "at_times",
            "at_hearers",
            "floating",
            "sequence",
            "relatives",
            "relative_possessives",
            "owners",
            "determiners",
            "articles",
            "definite",
            "numbers",
            "prepositions",
            "absolute",
            "subject_pronouns",
            "indefinites",
            "object_pronouns",
            "demonstratives",
            "quantifiers",
            "conjunctions",
            "joining",
            "to",
            "that",
            "by",
            "of_source",
            "of_origin",
            "as_said",
            "approximators",
            "blaming",
            "free_relatives",
            "reporting",
            "first_and_second",
            "binding",
            "also_kinds",
            "age_endings",
            "personal_relatives",
            "hanging",
            "owners_or_objects",
            "capital_pronouns",
            "auxiliary_bases",
            "subjects_or_objects",
            "also_adverbs",
            "nobody",
            "between",
            "stand_ins",
            "subject_openers",
            "indefinite",
            "dummies",
            "contrasting",
            "comparing",
            "talks",
            "shown",
            "bare_infinitive",
            "meanwhile",
            "of_object",
            "naming",
            "never_passive",
            "not_verbs",
            "times",
            "day_openers",
            "tails",
            "shortened",
        ),
        WORDS,
    ),
    "verbs": {"regular": WORDS, "irregular": WORDS},
    "assertion": {
        "modals": VALUES,
        "governors": TABLE,
        "idioms": TABLE,
        "same_acts": TABLE,
        **dict.fromkeys(
            (
                "be",
                "past_be",
                "pluperfect",
                "have",
                "do",
                "hedging_modals",
                "negators",
                "negative_nouns",
                "anyone",
                "anybody",
                "none_of",
                "blamed_on",
                "humans",
                "perfect",
                "authorities",
                "no_negation",
                "adverbs",
                "nearly",
                "nouns_in_ly",
                "linking",
                "linking_passive",
                "boundaries",
                "conjunctions",
                "contrasts",
                "conditions",
                "determiners",
                "prepositions",
                "pronouns",
                "relative",
                "subject_pronouns",
                "plural_subjects",
                "plural_pronouns",
                "also_nouns",
                "negative_governors",
                "deciding",
                "refusing",
                "former",
                "until",
                "earlier",
                "by_part",
                "in_the_end",
                "reflexive",
                "when",
                "restoring",
                "lacking",
                "focus",
                "ruling_out",
                "other_things",
                "partitive",
                "themes",
                "parted",
                "still",
                "agent",
                "measures",
                "lasting",
                "never",
                "yet",
                "waiting",
                "stances",
                "missing",
                "existential",
                "lacking",
                "ahead",
                "cancelling",
                "postponing",
                "taking_place",
                "holding",
                "alleging",
                "hedges",
                "accusing",
                "raising",
                "claims",
                "denying",
                "denying_strictly",
                "untrue",
                "faulty",
                "truth",
                "misdeeds",
                "denied_openers",
                "claim_contents",
                "claim_ends",
                "light",
            ),
            WORDS,
        ),
    },
    "opposites": {
        "opposites": ENTRIES,
        **dict.fromkeys(("more", "less"), TABLE),
        **dict.fromkeys(("growing", "shrinking"), WORDS),
    },
    "answers": {
        **dict.fromkeys(("acts_at", "gathering_kinds"), TABLE),
        **dict.fromkeys(
            (
                "deeds",
                "asks",
                "of",
                "things",
                "kinds",
                "holders",
                "some",
                "marks",
                "none",
                "acts_at",
                "gathering_kinds",
            ),
            TABLE,
        ),
        **dict.fromkeys(
            ("sole", "only", "cleft", "others", "coming", "groups", "areas", "rides", "moments", "staying"),
            WORDS,
        ),
        **dict.fromkeys(
            (
                "absent",
                "present",
                "attending",
                "opening_fire",
                "firing_back",
                "cause_behind",
                "cause_before",
                "cause_parted",
                "blaming_for",
                "effects",
                "outward",
                "degrees",
                "unsure",
                "only_absent",
                "bearing",
                "bringing",
                "wards",
                "limbs",
                "broken",
                "partly",
                "except_for",
                "gatherings",
            ),
            WORDS,
        ),
    },
    "aspects": {"aspects": ENTRIES},
    "states": {
        "states": ENTRIES,
        "acts": TABLE,
        "acts_over": TABLE,
        **dict.fromkeys(
            (
                "unsure",
                "negators",
                "completing",
                "awaiting",
                "starting",
                "ending_acts",
                "lasting_acts",
                "lasting_things",
                "chambers",
            ),
            WORDS,
        ),
    },
    "roles": {
        **dict.fromkeys(
            (
                "whole",
                "part",
                "order_until",
                "order_when",
                "order_only",
                "order_already",
                "order_then",
                "before",
                "after",
                "prepositions",
                "portions",
                "moving",
                "cities",
                "storeys",
                "symmetric",
                "offices",
                "out_of_office",
                "giving",
                "taking",
                "callings",
                "by_many",
                "causing",
                "blaming",
                "perceiving",
                "former_kin",
                "occasions",
                "rooms",
            ),
            WORDS,
        ),
        **dict.fromkeys(
            (
                "acts",
                "journeys",
                "firsts",
                "kin",
                "exclusive",
                "sites",
                "levels",
                "sides",
                "spots",
                "relation_verbs",
                "relation_nouns",
            ),
            TABLE,
        ),
        "happenings": TABLE,
        "compass": VALUES,
    },
    "layout": dict.fromkeys(
        (
            "date_labels",
            "bylines",
            "byline_joins",
            "credits",
            "sides",
            "small",
            "articles",
            "abbreviations",
            "endings",
            "tags",
            "after_hours",
            "openers",
        ),
        WORDS,
    ),
    "lexicon": {"synonyms": TABLE, "related": TABLE, "numerals": VALUES},
}
"""The closed set of keys: a key that is not here is an error, so that a slip is noticed."""


class Language:
    """One language's words; sections are read when first asked for."""

    def __init__(self, code: str, packs: tuple[str, ...] = ()) -> None:
        self.code = code
        self._packs = packs
        self._sections: dict[str, dict[str, Any]] = {}

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """A word list, in the order of the pack; empty where the language has none."""
        value: tuple[str, ...] = self._section(section).get(key, ())
        return value

    def table(self, section: str, key: str) -> Mapping[str, tuple[str, ...]]:
        """A word list for each word."""
        value: Mapping[str, tuple[str, ...]] = self._section(section).get(key, {})
        return value

    def values(self, section: str, key: str) -> Mapping[str, Any]:
        """One value for each word."""
        value: Mapping[str, Any] = self._section(section).get(key, {})
        return value

    def entries(self, section: str, key: str) -> tuple[Mapping[str, Any], ...]:
        """A list of mappings, each with its examples."""
        value: tuple[Mapping[str, Any], ...] = self._section(section).get(key, ())
        return value

    def _section(self, name: str) -> dict[str, Any]:
        if name not in self._sections:
            merged: dict[str, Any] = {}
            _merge(merged, built_in(self.code, name))
            for path in self._packs:
                content = user_pack(path)
                if name in content and content.get(LANGUAGE, self.code) == self.code:
                    _merge(merged, _checked(name, content[name], path))
            self._sections[name] = merged
        return self._sections[name]


@cache
def load_language(code: str, packs: tuple[str, ...] = ()) -> Language:
    """The language of that ISO 639-1 code; English words where there is no pack for it."""
    return Language(code if (FOLDER / code).is_dir() else "en", packs)


def known_languages() -> tuple[str, ...]:
    """Codes of the languages that have a pack."""
    return tuple(sorted(p.name for p in FOLDER.iterdir() if p.is_dir() and not p.name.startswith("_")))


@cache
def user_pack(path: str) -> dict[str, Any]:
    """The content of a user's pack; InputError where it is no mapping of known sections.

    It may say which language it is for; documents in others then do without it.
    """
    content = _user_yaml(path)
    if not isinstance(content, dict):
        raise InputError(f"{path}: a language pack is a mapping of sections: {', '.join(SECTIONS)}")
    if LANGUAGE in content and (code := content[LANGUAGE]) not in known_languages():
        raise InputError(f"{path}: unknown language {code!r} (known: {', '.join(known_languages())})")
    for section in content:
        if section == LANGUAGE:
            continue
        if section not in SECTIONS:
            raise InputError(f"{path}: unknown section {section!r} (known: {', '.join(SECTIONS)})")
        _checked(section, content[section], path)
    return content


def built_in(code: str, section: str) -> dict[str, Any]:
    """A section of a pack that comes with the tool; read from its YAML where it is not compiled."""
    path = FOLDER / code / f"{section}.yaml"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    digest, content = _compiled(code).get(section, (None, {}))
    if digest != checksum(data):
        return parsed(section, data, str(path))
    return {key: _FROM_JSON[SECTIONS[section][key]](value) for key, value in content.items()}


def parsed(section: str, data: bytes, path: str) -> dict[str, Any]:
    """A section from the YAML that it is written in."""
    import yaml

    return _checked(section, yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), path)


@cache
def _compiled(code: str) -> dict[str, Any]:
    """What `compiled` has written: for each section a checksum of its YAML and its content."""
    try:
        compiled: dict[str, Any] = json.loads((FOLDER / f"{code}.json").read_bytes())
    except (FileNotFoundError, ValueError):  # a file cut short is as good as none
        return {}
    return compiled


def checksum(data: bytes) -> int:
    """Of the YAML of a section, and of the form in which it is compiled."""
    return crc32(data, FORM)


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split(SEPARATOR)) if words else ()


_FROM_JSON: dict[str, Any] = {
    WORDS: _split,
    TABLE: lambda value: {key: _split(words) for key, words in value.items()},
    VALUES: dict,
    ENTRIES: tuple,
}


def _user_yaml(path: str) -> Any:
    from treatydiff.decoding import decode
    from treatydiff.safeyaml import read_yaml

    try:
        with Path(path).open("rb") as source:
            data = source.read(LARGEST_PACK + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > LARGEST_PACK:
        raise InputError(f"{path}: a language pack has at most {LARGEST_PACK:,} bytes")
    return read_yaml(decode(data, path)[0], path).value


def _checked(section: str, content: Any, path: str) -> dict[str, Any]:
    """The section with its word lists split; InputError names the file and the entry that is wrong."""
    if not isinstance(content, dict):
        raise InputError(f"{path}: section {section!r} must be a mapping")
    out: dict[str, Any] = {}
    for key, value in content.items():
        kind = SECTIONS[section].get(key)
        where = f"{path}: {section}.{key}"
        if kind is None:
            raise InputError(f"{where}: unknown key (known: {', '.join(SECTIONS[section])})")
        if kind == WORDS:
            out[key] = _word_list(value, where)
        elif kind == ENTRIES:
            if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
                raise InputError(f"{where}: must be a list of mappings")
            out[key] = tuple(value)
        elif not isinstance(value, dict):
            raise InputError(f"{where}: must be a mapping")
        elif kind == TABLE:
            out[key] = {str(k): _word_list(v, f"{where}.{k}") for k, v in value.items()}
        else:
            out[key] = {str(k): v for k, v in value.items()}
    return out


def _word_list(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(w for part in value.split(",") if (w := " ".join(part.split())))
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise InputError(f"{where}: must be a list of words, or one string with commas (quote yes, no, on, off)")


def _merge(into: dict[str, Any], content: dict[str, Any]) -> None:
    for key, value in content.items():
        old = into.get(key)
        if old is None:
            into[key] = value
        elif isinstance(value, tuple):
            into[key] = old + value
        else:
            into[key] = {**old, **{k: _joined(old.get(k), v) for k, v in value.items()}}


def _joined(old: Any, new: Any) -> Any:
    return old + new if isinstance(old, tuple) and isinstance(new, tuple) else new
