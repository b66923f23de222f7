"""The tokens of a passage, with what stands between and before them."""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.frozen import dataclass
from treatydiff.model import Passage, Token

HYPHENS = "-‑–—"


@dataclass(frozen=True, slots=True)
class Window:
    """A passage seen from any of its tokens; an index beyond either end is harmless."""

    tokens: tuple[Token, ...]
    text: str
    start: int
    """Offset of `text` in the document, which the tokens count from."""

    def norm(self, k: int) -> str:
        """The normalised word at `k`, "" beyond the edges."""
        return self.tokens[k].norm if 0 <= k < len(self.tokens) else ""

    def is_digit(self, k: int) -> bool:
        """Whether the token at `k` begins with a digit."""
        return 0 <= k < len(self.tokens) and self.tokens[k].text[0].isdigit()

    def is_capital(self, k: int) -> bool:
        """Whether the token at `k` begins with a capital letter."""
        return 0 <= k < len(self.tokens) and self.tokens[k].text[0].isupper()

    def gap(self, k: int) -> str:
        """What stands between token `k` and the one before it (or the edge of the passage)."""
        left = self.tokens[k - 1].end - self.start if 0 < k <= len(self.tokens) else 0
        right = self.tokens[k].start - self.start if 0 <= k < len(self.tokens) else len(self.text)
        return self.text[left:right] if k >= 0 else ""

    def is_hyphen(self, k: int) -> bool:
        """Whether nothing but a hyphen or dash stands before token `k`."""
        gap = self.gap(k).strip()
        return bool(gap) and gap in HYPHENS

    def symbol(self, k: int, currencies: Mapping[str, str]) -> str:
        """The currency mark right before token `k`, with its country letters."""
        return symbol_before(self.text, self.tokens[k].start - self.start, currencies)


def symbol_before(text: str, at: int, currencies: Mapping[str, str]) -> str:
    """The currency mark or code that ends at an offset: "$", "NZ$", "NKr"."""
    for size in (3, 2, 1):
        mark = text[max(0, at - size) : at]
        if len(mark) < size or mark not in currencies:
            continue
        if not mark.isalpha() or (mark[0].isupper() and not text[: at - size][-1:].isalpha()):
            return mark
    return ""


def window(passage: Passage) -> Window:
    """The window on a whole passage."""
    return Window(passage.tokens, passage.text, passage.span.start)
