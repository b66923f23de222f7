r"""Text of unknown origin made fit for a terminal: what would steer it or hide in it becomes visible.

Documents, file names, labels and manifests may hold escape sequences, direction overrides and characters
without width.  Each is shown as the escape that Python would write for it (``\x1b``, ``\u202e``), so that
what a reader sees is what the file holds (Boucher & Anderson 2021, "Trojan Source", on why it matters).
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import combining, east_asian_width

_HARMFUL = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_HARMLESS = frozenset("‘’“”«»–—…·•°§©®™€£¥½áäâàãåçéèêëíîïñóöôøšúüžÁÄÅÇÉÍÑÓÖØŠÚÜŽß")
"""Characters beyond ASCII that most texts have, and none other."""


@cache
def _harmful() -> re.Pattern[str]:
    return re.compile(_HARMFUL)


def visible(text: str) -> str:
    """The text with every control, direction and zero-width character as a visible escape."""
    if text.isascii() and text.isprintable():
        return text
    return _harmful().sub(lambda m: m[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """`visible`, after every run of white space has become one space."""
    return visible(" ".join(text.split()))


def json_safe(json_text: str) -> str:
    """The same JSON values in characters that neither steer a terminal nor fail to encode.

    Harmful characters can stand only within strings of compact or indented JSON, line ends apart.
    """
    if "\x7f" not in json_text and (
        json_text.isascii() or {c for c in set(json_text) if c > "\x7f"} <= _HARMLESS
    ):
        return json_text
    return _harmful().sub(_json_escape, json_text)


def _json_escape(match: re.Match[str]) -> str:
    if match[0] == "\n":
        return "\n"
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def cells(text: str) -> int:
    """Columns that a text takes on a terminal: two for East Asian wide characters, none for accents."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
