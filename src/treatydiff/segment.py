"""Document → Passages: sentences with offsets, each with the kind that its shape shows."""

from __future__ import annotations

import re

from treatydiff.language import Language
from treatydiff.model import Document, Passage, Span
from treatydiff.tokens import tokenise


def segment(document: Document, language: Language) -> tuple[Passage, ...]:
    """All passages of a document in the order of its text."""
    import nupunkt

    start, end = document.content or Span(0, len(document.text))
    passages: list[Passage] = []
    for paragraph, line in enumerate(re.finditer(r"[^\r\n]+", document.text[start:end])):
        for a, b in nupunkt.sent_spans(line.group()):
            text = line.group()[a:b]
            left = start + line.start() + a + len(text) - len(text.lstrip())
            right = left + len(text.strip())
            if left < right:
                passages.append(
                    Passage(
                        document.id,
                        len(passages),
                        Span(left, right),
                        "body",
                        paragraph,
                        document.text[left:right],
                        tokenise(document.text, left, right, language.code),
                    )
                )
    return tuple(passages)
