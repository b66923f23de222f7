"""Numbers that are no figures: dates, years, clock times, telephone numbers, and those inside names."""

from __future__ import annotations

from treatydiff.extract.counted import counted
from treatydiff.extract.numerals import Lexicon, Numeral
from treatydiff.extract.window import Window

BEATEN, BEST = 6, 40
"""Words between "beat" and a score; above all scores that are told with a hyphen behind a name."""
YEARS = range(1500, 2100)
"""Four digits within these are a year unless a counted noun or a unit follows."""
SHORT, STROKES = 2, ("-", "–", "/")
"""Digits of the second of two years that follow each other, and what stands between them."""
HOURS = 12
"""The largest number that an hour of half a day may have."""
DAYS = 31
"""The largest number that a day of a month may have."""
AREA, LOCAL = 3, 4
"""Digits in the two parts of a telephone number: "555-0123"."""


def is_no_figure(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether a number measures or counts nothing."""
    if at.norm(n.last) in words.lists["clock_words"] or _is_hour(n, at, words):
        return True
    if at.tokens[n.first].norm in words.ones and n.last == n.first + 1:
        return not _is_count_of_one(n, at, words)
    if not at.is_digit(n.first):
        return False
    if _is_code(n, at, words) or _is_date(n, at, words) or _is_later_year(n, at):
        return True
    if _is_year(n, at, words):
        following = at.norm(n.last)
        plural = following.endswith(words.plural) and at.gap(n.last) == " "
        plural = plural and at.tokens[n.last].text.islower()
        return not plural or at.norm(n.first - 1) in words.lists["before_years"]
    return _is_in_name(n, at, words)


def _is_later_year(n: Numeral, at: Window) -> bool:
    """Whether it is the second year of "the 2021-22 season"."""
    before, own = at.norm(n.first - 1), at.tokens[n.first].text
    joined = at.gap(n.first) in STROKES and before.isdigit() and int(before) in YEARS
    return joined and len(own) == SHORT


def _is_hour(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether it is the hour of "nine in the evening" or "half past six"."""
    if n.low > HOURS:
        return False
    following = [at.norm(k) for k in range(n.last, n.last + 3)]
    told = any(" ".join(following[:k]) in words.hour_joins and following[k] in words.daytimes for k in (1, 2))
    return told or at.norm(n.first - 1) in words.lists["past"]


def _is_count_of_one(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether it is "one man" or "one killed", not "one another", "one day" or "no one"."""
    following = at.norm(n.last)
    if following in words.lists["not_after_one"]:
        return False
    return following in words.people or following in words.units or following in words.lists["after_one"]


def _is_code(n: Numeral, at: Window, words: Lexicon) -> bool:
    """A clock time, telephone number, fraction with a stroke, or digits within a word."""
    before, after = at.gap(n.first), at.gap(n.last)
    digit_before, digit_after = at.is_digit(n.first - 1), at.is_digit(n.last)
    length = len(at.tokens[n.first].text)
    if (after == ":" and digit_after) or (before == ":" and digit_before):
        return True
    glued = before == "" and n.first and at.tokens[n.first - 1].text[-1:].isalpha()
    if glued and not at.symbol(n.first, words.currencies):
        return True
    if before == "-" and length == LOCAL and digit_before and len(at.norm(n.first - 1)) == AREA:
        return True
    if after == "-" and length == AREA and digit_after and len(at.norm(n.last)) == LOCAL:
        return True
    if after == "" and at.norm(n.last) == words.plural:
        # "The 90s"
        return True
    hyphens = sum(
        at.gap(k) in ("-", "‑", "–", "—") and at.is_digit(k) and at.is_digit(k - 1)
        for k in range(n.first - 2, n.last + 2)
    )
    strokes = (before == "/" or after == "/") and (digit_before or digit_after)
    return hyphens > 1 or strokes


def _is_date(n: Numeral, at: Window, words: Lexicon) -> bool:
    """A day of a month, or what a "No", a "#" or a noun numbers."""
    previous, following = at.norm(n.first - 1), at.norm(n.last)
    if at.is_hyphen(n.last) and at.is_digit(n.last) and at.norm(n.last + 1) in words.months:
        return True
    if previous in words.months or previous in words.lists["numbering"] or _is_numbered(n, at, words):
        return True
    if at.gap(n.first).endswith(("#", "№")):
        return True
    of_month = following in words.lists["of"] and at.norm(n.last + 1) in words.months
    return (following in words.months or of_month) and n.high <= DAYS


def _is_numbered(n: Numeral, at: Window, words: Lexicon) -> bool:
    """The number of one of several: "gate 4", "gates 4 and 5"."""
    following, lists = at.norm(n.last), words.lists
    if following in words.units or following in words.people or at.gap(n.last).lstrip().startswith("%"):
        # "The flight, 4 hours late", "at the gate 12 people waited"
        return False
    k = n.first - 1
    while at.norm(k) in lists["joining"] | lists["range_joins"] and at.is_digit(k - 1):
        k -= 2
    return at.is_digit(n.first) and at.norm(k) in lists["numbered"] and not at.gap(k + 1).strip()


def _is_year(n: Numeral, at: Window, words: Lexicon) -> bool:
    token, following = at.tokens[n.first], at.norm(n.last)
    digits = len(token.text) == 4 and token.text.isdigit() and n.last == n.first + 1
    if not digits or not YEARS[0] <= n.low <= YEARS[-1] or at.symbol(n.first, words.currencies):
        return False
    return following not in words.units and following not in words.lists["never_after_years"]


def _is_beaten(n: Numeral, at: Window, words: Lexicon) -> bool:
    """Whether the name before a figure is that of somebody who was beaten, or won."""
    near = {at.norm(k) for k in range(n.first - BEATEN, n.first)}
    return n.low < BEST and bool(near & words.lists["beating"])


def _is_in_name(n: Numeral, at: Window, words: Lexicon) -> bool:
    """As in "AK 47", "MH-370", "Channel 4 news"; but not "Kills 10; 80 Hurt" or "In May Acme 300 workers"."""
    if at.symbol(n.first, words.currencies) or at.gap(n.last).lstrip().startswith(("%", "°")):
        return False
    if not n.first:
        return False
    before, previous = at.gap(n.first), at.norm(n.first - 1)
    shout = at.tokens[n.first - 1].text if before in (" ", "-") else ""
    if len(shout) > 1 and shout.isupper() and previous not in words.senses and not at.text.isupper():
        return True
    if at.is_hyphen(n.last) and at.is_digit(n.last) and _is_beaten(n, at, words):
        # "Beat Tarn 3-1"
        return False
    if at.is_capital(n.first - 1) and before == " ":
        if "," in at.tokens[n.first].text:
            # "The mill employs 7,200 people, the Tarn Bank 1,900"
            return False
        told = previous in words.senses or previous in words.stops or previous in words.scales
        if told or (previous,) in words.before:
            return False
        noun, _ = counted(at.tokens, n.first, n.last, at.text, at.start, words, n.low)
        return not noun and at.norm(n.last) not in words.units
    return bool(before) and before in "-‑–—" and at.is_capital(n.first - 1) and previous not in words.scales
