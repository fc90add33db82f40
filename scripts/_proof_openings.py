"""Every way to read a file's bytes that could bring out a word: unpacked, decoded, unescaped, unfolded."""

from __future__ import annotations

import base64
import binascii
import bz2
import html
import io
import lzma
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from urllib.parse import unquote_to_bytes

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, StreamObject

DEEPEST = 4
"""Archives within archives that are looked into."""
MOST = 64_000_000
"""Bytes that one packed piece may become."""
GZIP, BZIP2, XZ, ZIP, PDF, PNG = (
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\0",
    b"PK\x03\x04",
    b"%PDF-",
    b"\x89PNG\r\n\x1a\n",
)
TEXTS = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
CODED = re.compile(r"\\u([0-9a-f]{4})|\\x([0-9a-f]{2})", re.IGNORECASE)

FAULTS = (PyPdfError, KeyError, ValueError, TypeError, NotImplementedError, RecursionError)
"""What reading a PDF can raise."""

Opening = tuple[str, bytes]
"""How the bytes were come by, in words, and the bytes."""


def openings(data: bytes, way: str = "", depth: int = 0) -> Iterator[Opening]:
    """The bytes as they stand, and all that can be made of them."""
    yield way, data
    yield from ((_after(way, how), read) for how, read in _spelt(data))
    if depth < DEEPEST:
        for how, inside in _unpacked(data):
            yield from openings(inside, _after(way, how), depth + 1)


def _after(way: str, how: str) -> str:
    return f"{way}, {how}" if way else how


def _unpacked(data: bytes) -> Iterator[Opening]:
    """What lies in a packed file, the names in it too."""
    if data.startswith(GZIP):
        yield "gunzipped", _inflated(data, zlib.MAX_WBITS | 16)
        yield "the head of the gzip file", data[:512]
    elif data.startswith((BZIP2, XZ)):
        yield from _of_a_stream(data)
    elif data.startswith(ZIP):
        yield from _of_zip(data)
    elif data.startswith(PDF):
        yield from _of_pdf(data)
    elif data.startswith(PNG):
        yield from _of_png(data)


def _of_a_stream(data: bytes) -> Iterator[Opening]:
    machine = bz2.BZ2Decompressor() if data.startswith(BZIP2) else lzma.LZMADecompressor()
    try:
        yield "unpacked", machine.decompress(data, MOST)
    except (OSError, EOFError, lzma.LZMAError):
        return


def _inflated(data: bytes, bits: int) -> bytes:
    """All members, one after the other."""
    found = b""
    while data and len(found) < MOST:
        machine = zlib.decompressobj(bits)
        try:
            found += machine.decompress(data, MOST)
        except zlib.error:
            break
        data = machine.unused_data
    return found


def _of_zip(data: bytes) -> Iterator[Opening]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for entry in opened.infolist():
                with opened.open(entry) as file:
                    yield f"in {entry.filename}", file.read(MOST)
                yield "in the list of the zip file", entry.filename.encode() + entry.comment
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return


def _of_pdf(data: bytes) -> Iterator[Opening]:
    """Every object, its streams unpacked, and the text that the pages show."""
    try:
        reader = PdfReader(io.BytesIO(data))
        size, pages = int(str(reader.trailer["/Size"])), len(reader.pages)
    except FAULTS:
        return
    ways = (
        *(partial(_of_object, reader, number) for number in range(1, size)),
        *(partial(_of_page, reader, number) for number in range(pages)),
    )
    for way in ways:
        with suppress(*FAULTS):  # what cannot be read hides nothing else
            yield from way()


def _of_object(reader: PdfReader, number: int) -> Iterator[Opening]:
    held = reader.get_object(IndirectObject(number, 0, reader))
    yield f"in object {number} of the PDF", repr(held).encode("utf-8", "replace")
    if isinstance(held, StreamObject):
        yield f"in the stream of object {number} of the PDF", held.get_data()


def _of_page(reader: PdfReader, number: int) -> Iterator[Opening]:
    text = reader.pages[number].extract_text()
    yield f"shown on page {number + 1} of the PDF", text.encode("utf-8", "replace")


def _of_png(data: bytes) -> Iterator[Opening]:
    """The chunks; those that are packed, unpacked."""
    at = len(PNG)
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        name, held = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        for start in (0, *(found.end() for found in re.finditer(rb"\0+", held[:200]))):
            if held[start : start + 1] == b"\x78":
                yield (
                    f"in the {name.decode('latin-1')} of the picture",
                    _inflated(held[start:], zlib.MAX_WBITS),
                )
        at += 12 + size


def _spelt(data: bytes) -> Iterator[Opening]:
    """The same letters in another writing."""
    if b"\0" in data:
        yield "as UTF-16 or UTF-32", data.replace(b"\0", b"")
    if b"%" in data:
        yield "unquoted as an address", unquote_to_bytes(data)
    if b"&#" in data or b"\\u" in data or b"\\x" in data or not data.isascii():
        text = data.decode("utf-8", "replace")
        if "&" in text:
            yield "unescaped as HTML", html.unescape(text).encode("utf-8", "replace")
        if "\\" in text:
            yield "unescaped as JSON", CODED.sub(_letter, text).encode("utf-8", "replace")
        yield "folded", unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    yield "decoded from base64", b"\n".join(_decoded(data))


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1] or found[2], 16))


def _decoded(data: bytes) -> Iterator[bytes]:
    """All that could be base64, from each of the four places where a group of letters could begin."""
    for found in TEXTS.finditer(data):
        letters = found[0].rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        for start in range(4):
            whole = letters[start:]
            whole = whole[: len(whole) - (len(whole) % 4 == 1)]
            try:
                yield base64.b64decode(whole + b"=" * (-len(whole) % 4))
            except binascii.Error:
                continue
