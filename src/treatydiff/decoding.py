"""Bytes → text: which encoding a file is in, and what is no text at all."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from treatydiff.errors import InputError

CONTROLS = 10
"""In a text at most one character in so many is a control character."""
_LAYOUT = "\t\n\v\f\r\b\x1b"
_OTHERS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
)


def decode(data: bytes, origin: str) -> tuple[str, tuple[str, ...]]:
    """The text without its byte-order mark, all else as it is; and what is to be told of its encoding.

    UTF-8, UTF-16 with a byte-order mark, else Windows-1252, which is told.  Raises `InputError` for what is
    no text.
    """
    for magic, what in _OTHERS:
        if data.startswith(magic):
            raise InputError(f"{origin}: {what}, not text (save it as plain text in UTF-8)")
    text, note = _decoded(data, origin)
    controls = len(text) - len(text.translate(_NO_CONTROLS))
    if controls * CONTROLS > len(text):
        raise InputError(f"{origin}: binary data, not text")
    return text, (f"{origin}: {note}",) if note else ()


_NO_CONTROLS = dict.fromkeys(c for c in range(32) if chr(c) not in _LAYOUT)


def _decoded(data: bytes, origin: str) -> tuple[str, str]:
    if data.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        raise InputError(f"{origin}: UTF-32 is not read (convert it to UTF-8)")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError as error:
            raise InputError(f"{origin}: not valid UTF-16 at byte {error.start}") from None
    data = data.removeprefix(BOM_UTF8)
    if zeros := data.count(0):
        hint = " (UTF-16 needs its byte-order mark, or convert it to UTF-8)" if 3 * zeros > len(data) else ""
        raise InputError(f"{origin}: binary data, not text{hint}")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        wrong = error.start
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if damaged < sum(c > "\x7f" for c in text) - damaged:
        return text, f"not valid UTF-8 at byte {wrong}; read as UTF-8 with {damaged} characters replaced"
    try:
        windows = data.decode("cp1252")
    except UnicodeDecodeError as error:
        found = f"neither UTF-8 (byte {wrong}) nor Windows-1252 (byte {error.start})"
        raise InputError(f"{origin}: {found}: not text") from None
    return windows, "not valid UTF-8; read as Windows-1252 (convert it if letters look wrong)"
