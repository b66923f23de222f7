"""Two different times for one event.

Both reports say when the same thing happened or is due, and no day, month, year or minute satisfies both:
weekdays, dates and words such as "yesterday" are resolved against each report's own day of publication, and
a vaguer time agrees with any that lies within it.  Days on which somebody said something do not count, nor do
times of a day in different zones.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.extract.cues import cue_words
from treatydiff.language import Language
from treatydiff.model import Claim, Reading, Reason, TimeSpan
from treatydiff.rules import Example, Pair
from treatydiff.rules._figures import interval, overlap, shown, words_of

LINKED, WEAK = 60.0, 20.0
REACH = 8
"""Tokens around a time that say what happened then."""
MINUTES = 20
"""How far two times of day may be apart."""

EXAMPLES = (
    Example("The pact will enter into force on 1 July 2026.", "The pact will enter into force on Jan. 1, 2026.", True),
    Example("The final vote is scheduled for Dec. 12.", "The final vote is set for December 17.", True),
    Example("The ship sank on Monday.", "The ship sank on Tuesday.", True),
    Example("The ship sank yesterday.", "The ship sank on Friday.", True, "2024-05-01", "2024-05-01"),
    Example("The quake struck the island at 4:52 a.m.", "The quake struck the island at 7:30 a.m.", True),
    Example("The bridge was built in 1988.", "The bridge was built in 1996.", True),
    Example("Ruritania joined the bloc in March 2019.", "Ruritania joined the bloc in June 2019.", True),
    Example("The court dismissed the appeal on 3 May.", "The court dismissed the appeal on 4 May.", True),
    Example("The ship sank on Tuesday.", "The ship sank yesterday.", False, "2024-05-02", "2024-05-01"),
    Example("The ship sank on 30 April.", "The ship sank yesterday.", False, "2024-05-02", "2024-05-01"),
    Example("The pact was signed in March 2023.", "The pact was signed on 12 March 2023.", False),
    Example("The quake hit at 4:52 a.m.", "The quake hit shortly before five o'clock in the morning.", False),
    Example("The ship sank, the navy said on Monday.", "The ship sank, the minister said on Tuesday.", False),
    Example("The ship sank on Monday.", "The crew was buried on Thursday.", False),
    Example("The quake hit at 4:52 a.m. GMT.", "The quake hit at 7:52 a.m. EET.", False),
    Example("The ship sank on Monday.", "The ship sank.", False),
)


def judge(pair: Pair) -> Iterator[Reason]:
    """A clash for the first two times that no moment satisfies and that are told of one event."""
    left, right = pair.link.left, pair.link.right
    if not left.times or not right.times or pair.link.score < WEAK:
        return
    one = [t for t in left.times if _tells(t, left, pair.left, pair.language)]
    two = [t for t in right.times if _tells(t, right, pair.right, pair.language)]
    if any(_comparable(s, t) and not _apart(s, t) for s in left.times for t in right.times):
        return
    for s in one:
        for t in two:
            if not _comparable(s, t) or not _apart(s, t):
                continue
            common = _around(s, left, pair.language) & _around(t, right, pair.language)
            exact = s.grain == t.grain == "day" and not s.start.startswith("-W") and _dated(s, pair.left) and _dated(
                t, pair.right
            )
            # Two calendar dates are seldom of two things; two weekdays often are.
            needed = 1 if exact else 2
            if len(common) < needed or (pair.link.score < LINKED and not (exact and len(common) >= needed)):
                continue
            a, b = shown(s, pair.left), shown(t, pair.right)
            sure = pair.link.score >= LINKED and len(common) > 1
            yield Reason(
                "date",
                "contradiction",
                f"{a} / {b}",
                f"{{left}} gives the time as “{a}”, {{right}} as “{b}”.",
                (s.span,),
                (t.span,),
                "likely" if sure or exact else "possible",
                "Both may hold if they speak of two steps of one event.",
            )
            return


def _comparable(s: TimeSpan, t: TimeSpan) -> bool:
    if "unknown" in (s.grain, t.grain) or s.start.startswith("P") or t.start.startswith("P"):
        return False
    if s.relation != t.relation and {s.relation, t.relation} & {"before", "after", "since", "until"}:
        return False
    if s.relation in ("before", "after") and s.grain != "minute":
        return False
    if (s.grain == "minute") != (t.grain == "minute"):
        return False
    if s.grain == "minute":
        return bool(s.clock and t.clock) and s.zone == t.zone and ":" in s.start
    if interval(s) and interval(t):
        return True
    return s.start[:2] == t.start[:2] and s.start[:1] == "-"


def _apart(s: TimeSpan, t: TimeSpan) -> bool:
    if s.grain == "minute" and s.clock and t.clock:
        return s.clock[0] > t.clock[1] + MINUTES or t.clock[0] > s.clock[1] + MINUTES
    return not overlap(s, t)


def _dated(t: TimeSpan, reading: Reading) -> bool:
    """Whether the words hold a day of a month, not of the week."""
    return any(c.isdigit() for c in shown(t, reading))


def _tells(t: TimeSpan, claim: Claim, reading: Reading, language: Language) -> bool:
    """Whether the time is that of what the claim tells, not of its telling."""
    forms = cue_words(language).forms
    tokens = claim.tokens
    inside = [k for k, x in enumerate(tokens) if t.span.start <= x.start < t.span.end]
    if not inside:
        return False
    near = [x.norm for x in (*tokens[max(0, inside[0] - 3) : inside[0]], *tokens[inside[-1] + 1 : inside[-1] + 2])]
    if reading.document.text[t.span.end : t.span.end + 2] in ("'s", "’s"):
        return False
    return not any(w in forms and cue_words(language).classes.get(forms[w][0]) in TELLING for w in near)


TELLING = ("neutral", "assertive")


def _around(t: TimeSpan, claim: Claim, language: Language) -> set[str]:
    """Stems of the content words near a time, in its claim."""
    tokens, words = claim.tokens, words_of(language)
    inside = [k for k, x in enumerate(tokens) if t.span.start <= x.start < t.span.end]
    near = [*tokens[max(0, inside[0] - REACH) : inside[0]], *tokens[inside[-1] + 1 : inside[-1] + 1 + REACH]]
    months = {*language.values("calendar", "months"), *language.values("calendar", "weekdays")}
    return {
        x.stem for x in near if x.norm not in words.stop and x.text[0].isalpha() and x.norm not in months and len(x.norm) > 2
    }
