"""Bytes of plain text as text, where only one reading of them makes sense."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),  # begins like UTF-16's: it must come first
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""A byte order mark, the codec that reads it away, and what the encoding is called."""

WINDOWS_SIGNS = re.compile(rb"[\x80-\x9f]")
CONTROLS = re.compile(rb"[\x00-\x02\x04-\x08\x0e-\x19\x1c-\x1f\x7f]")
"""Control bytes that no wire sends; wires do end a text with 0x03, and DOS with 0x1A."""
HIGH, LETTERS = re.compile(rb"[\xc0-\xff]"), re.compile(rb"[A-Za-z]")
MOST_HIGH = 0.25
"""In a Latin script, at most one letter in five or so carries an accent."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of some bytes; a ValueError says why they are not surely text."""
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, codec), name)
    wide = _wide(data)
    if wide:
        return Decoded(_strictly(data, wide), wide)
    if CONTROLS.search(data):
        raise ValueError("it holds control bytes, as no plain text does")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _of_one_byte(data, error.start)


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(f"it begins as {codec.upper()} and breaks off at byte {error.start + 1}") from None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    if len(data) < 4 or len(data) % 2:
        return ""
    even, odd = data[::2].count(0), data[1::2].count(0)
    most = 0.6 * len(data) / 2
    if odd > most and not even:
        return "utf-16-le"
    return "utf-16-be" if even > most and not odd else ""


def _of_one_byte(data: bytes, broken_at: int) -> Decoded:
    """Latin-1, or Windows-1252 where its own signs occur."""
    at = f"byte {broken_at + 1}, 0x{data[broken_at]:02X}"
    if any(ord(sign) > 0x7F for sign in data.decode("utf-8", "ignore")):
        raise ValueError(f"some of it is UTF-8, but not {at}")
    if len(HIGH.findall(data)) > MOST_HIGH * (len(LETTERS.findall(data)) + 1):
        raise ValueError(f"it is not UTF-8 ({at}), and not surely any other encoding")
    if not WINDOWS_SIGNS.search(data):
        return Decoded(data.decode("latin-1"), "latin-1")
    try:
        return Decoded(data.decode("cp1252"), "windows-1252")
    except UnicodeDecodeError:
        raise ValueError(f"it is neither UTF-8 ({at}) nor Windows-1252") from None
