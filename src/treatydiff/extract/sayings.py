"""What is known of one act of speech, and the records that come of it."""

from __future__ import annotations

from treatydiff.digests import sha256
from treatydiff.extract.act import Act
from treatydiff.extract.speakers import Speaker
from treatydiff.frozen import dataclass
from treatydiff.model import Certainty, Polarity, Quote, QuoteKind, Resolution, Span


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
