"""Comparisons made by hand, so that what is shown does not depend on what is found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import treatydiff
from fuzz.promises import OWN, Done
from fuzz.promises import run as run
from treatydiff import shelf
from treatydiff.model import (
    Comparison,
    Document,
    Evidence,
    Finding,
    Options,
    Passage,
    Place,
    Quote,
    Reading,
    Reason,
    Span,
)
from treatydiff.rules import Pair, Told

ENV = {
    **{k: v for k, v in os.environ.items() if k not in OWN},
    "PYTHONPATH": str(Path(treatydiff.__file__).parents[1]),
}
"""The environment of a command under test: byte code may be kept, or each run would compile everything."""


def interruptible() -> None:
    """In a new process: let an interruption reach it, which what a shell runs in the background ignores."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def process(
    *args: str, cwd: Path | None = None, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> Done:
    """The command as a process of its own, no terminal anywhere."""
    done = subprocess.run(
        [sys.executable, "-m", "treatydiff", *args],
        cwd=cwd, input=stdin, capture_output=True, check=False, env={**ENV, **(env or {})},
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


LEFT = (
    "Harbour deal\n"
    "The minister signed the harbour accord on Monday in Tarnow Bay. Trade rose by a third last year. "
    "“We waited long,” Ada Holm said. Fishing crews stayed at home."
)
RIGHT = (
    "The minister arrived to sign the harbour accord on Monday in Tarnow Bay. "
    "Trade rose by almost a third last year. Fishing crews stayed at home. Gulls were seen."
)


def found(rule: str, pair: Pair) -> list[Reason]:
    """What a rule finds on a pair, whose keys must meet then."""
    module = shelf.member("rules", rule)
    reasons = list(module.judge(pair))
    if reasons and hasattr(module, "keys"):
        a, b = pair.left, pair.right
        one = module.keys(Told(pair.link.left, a, b, pair.language, {}, True))
        two = module.keys(Told(pair.link.right, b, a, pair.language, {}, False))
        assert one.has & two.wants, f"{rule} would not be asked about this"
        assert two.has & one.wants, f"{rule} would not be asked about this the other way round"
    return reasons


def document(id: str, text: str, **more: Any) -> Document:
    """A document in a file of its own name."""
    return Document(id, more.pop("label", id.title()), text, more.pop("path", f"papers/{id}.txt"), **more)


def reading(d: Document, quotes: Sequence[Quote] = (), headline: str = "") -> Reading:
    """A document with each line as a passage."""
    passages, at = [], 0
    for n, line in enumerate(d.text.splitlines(keepends=True)):
        kind: Any = "headline" if headline and line.startswith(headline) else "body"
        passages.append(Passage(d.id, n, Span(at, at + len(line.rstrip())), kind, n, line.rstrip(), ()))
        at += len(line)
    return Reading(d, tuple(passages), tuple(quotes), ())


def place(d: Document, words: str) -> Place:
    """Where these words stand first."""
    start = d.text.index(words)
    return Place(d.id, Span(start, start + len(words)))


def finding(id: str, kind: Any, *places: Place, **more: Any) -> Finding:
    """A finding; contradictions need a type."""
    clash = kind == "contradiction"
    return Finding(
        id,
        kind,
        more.pop("type", None),
        more.pop("certainty", "likely" if clash else None),
        None if kind == "unique" else 71.4,
        more.pop("explanation", "Both documents state this."),
        places,
        more.pop("reasons", ()),
        (Evidence("words", 0.5, 2.0, "harbour"),),
        **more,
    )


def quote(d: Document, words: str, speaker: str | None, mention: str | None, **more: Any) -> Quote:
    """A quote whose mention and cue stand somewhere in the text."""
    cue = more.pop("cue", "said")
    return Quote(
        more.pop("id", "Q-1"),
        d.id,
        0,
        place(d, words).span,
        more.pop("kind", "direct"),
        speaker,
        mention,
        place(d, mention).span if mention else None,
        cue,
        place(d, cue).span if cue else None,
        "neutral",
        1,
        more.pop("resolution", "name"),
        more.pop("certainty", "likely"),
        more.pop("channel", None),
        more.pop("chain", ()),
        "T-1",
    )


def harbour() -> Comparison:
    """One contradiction, one reworded and one identical fact, one claim of each side alone."""
    a = document("coast", LEFT, published=date(2031, 5, 6), based_on=("Wire",))
    b = document("bay", RIGHT)
    one, two = place(a, "signed"), place(b, "to sign")
    reason = Reason(
        "status",
        "contradiction",
        "signed / to sign",
        "{left} reports the signing as done; {right} as still to come.",
        (one.span,),
        (two.span,),
        "possible",
        "{right} may be the earlier report.",
    )
    clash = finding(
        "C-11aa",
        "contradiction",
        place(a, "The minister signed the harbour accord on Monday in Tarnow Bay."),
        place(b, "The minister arrived to sign the harbour accord on Monday in Tarnow Bay."),
        type="status",
        certainty="possible",
        explanation="Coast reports the signing as done; Bay as still to come.",
        reasons=((reason, "coast", "bay"),),
    )
    precision = Reason("precision", "difference", "a third / almost a third", "{right} says almost.")
    return Comparison(
        (
            reading(a, [quote(a, "We waited long,", "Ada Holm", "Ada Holm")], headline="Harbour"),
            reading(b),
        ),
        (
            clash,
            finding(
                "S-22bb",
                "shared",
                place(a, "Trade rose by a third last year."),
                place(b, "Trade rose by almost a third last year."),
                reasons=((precision, "coast", "bay"),),
            ),
            finding(
                "S-33cc",
                "shared",
                place(a, "Fishing crews stayed at home."),
                place(b, "Fishing crews stayed at home."),
            ),
            finding("U-44dd", "unique", place(a, "“We waited long,” Ada Holm said.")),
            finding("U-55ee", "unique", place(b, "Gulls were seen.")),
        ),
        (),
        Options(),
    )
