"""What is known of one act of speech, the records that come of it, and which act a quotation is of."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from treatydiff.digests import sha256
from treatydiff.extract.act import Act
from treatydiff.extract.speakers import NOBODY, Speaker
from treatydiff.frozen import dataclass
from treatydiff.model import Certainty, Polarity, Quote, QuoteKind, Resolution, Span
from treatydiff.tokens import fold


@dataclass(frozen=True, slots=True)
class Saying:
    """An act of speech with its speaker."""

    speaker: Speaker
    line: int
    """Paragraph, as `Sentence.line`."""
    act: Act | None = None
    """None where no cue shows it."""
    cue: Span | None = None
    channel: str | None = None
    chain: tuple[str, ...] = ()
    polarity: Polarity = 1
    id: str = ""


def digest(letter: str, *parts: object) -> str:
    """An id made of content: the same parts always give the same one."""
    key = "\x00".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return f"{letter}-{sha256(key).hexdigest()[:8]}"


def record(
    document: str,
    text: str,
    passage: int,
    span: Span,
    kind: QuoteKind,
    saying: Saying,
    resolution: Resolution | None = None,
    certainty: Certainty | None = None,
) -> Quote:
    """The record of a span of speech; how sure it is is the speaker's affair unless it is given."""
    speaker, cue = saying.speaker, saying.cue
    words = text[span.start : span.end]
    return Quote(
        id=digest("Q", document, words, span.start, kind),
        document=document,
        passage=passage,
        span=span,
        kind=kind,
        speaker=speaker.name,
        mention=speaker.mention,
        mention_span=speaker.span,
        cue=text[cue.start : cue.end] if cue else None,
        cue_span=cue,
        cue_class=saying.act.cue.name if saying.act else None,
        polarity=saying.polarity,
        resolution=(resolution or speaker.resolution) if speaker.name else "none",
        certainty=certainty or speaker.certainty,
        channel=saying.channel,
        chain=saying.chain,
        attribution=saying.id or digest("T", document, words, span.start, kind),
        roles=tuple(sorted({role for role, _ in speaker.entity.roles})) if speaker.entity else (),
    )


def governing(at: int, acts: Sequence[Act], sayings: Sequence[Saying]) -> int | None:
    """The index of the act whose content holds the quotation `at`: of several the nearest that is sure."""
    holding = [n for n, act in enumerate(acts) if not act.silent and any(a <= at < b for a, b in act.content)]
    if not holding:
        return None
    sourced = [n for n in holding if acts[n].source is not None]
    if not sourced:
        return holding[-1]

    def rank(n: int) -> tuple[int, bool, bool, int, int]:
        act, speaker = acts[n], sayings[n].speaker
        first, last = act.tag
        # right behind the cue, or right before the tag
        opened = any(a == at and a >= last for a, _ in act.content)
        weak = act.inside >= 0 and (
            act.cue.kind not in ("finite", "mark")
            or act.cue.name in ("thought", "document")
            or speaker.entity is None
            or speaker.name is None
        )
        return (
            2 if act.cue.modal else 1 if act.cue.kind == "according" else 0,
            weak and not (opened and act.cue.name not in ("thought", "document")),
            not opened,
            min(abs(at - last), abs(first - 1 - at)),
            -n,
        )

    return min(sourced, key=rank)


def handing_on(acts: Sequence[Act], sayings: Sequence[Saying], talkers: AbstractSet[str]) -> Saying | None:
    """The act of a sentence whose speaker a quotation that follows has: the last that stands in no other.

    What something is according to need not talk: "according to the file", but "according to a nurse".
    """
    known = [
        n
        for n, s in enumerate(sayings)
        if s.speaker is not NOBODY
        and not acts[n].silent
        and (acts[n].cue.kind != "according" or s.speaker.entity or _is_talker(s.speaker, talkers))
    ]
    plain = [n for n in known if acts[n].cue.kind != "according"]
    held = [n for n in plain if acts[n].inside < 0 or acts[acts[n].inside].cue.kind == "according"]
    chosen = held or [n for n in known if acts[n].inside < 0]
    return sayings[chosen[-1]] if chosen else None


def _is_talker(speaker: Speaker, talkers: AbstractSet[str]) -> bool:
    """Whether a word for people or bodies stands in what a source is called by."""
    return not talkers.isdisjoint(fold(word) for word in (speaker.name or "").split())
