"""Small pictures and papers that hold a word where only a reader of their format finds it."""

from __future__ import annotations

import io
import struct
import zlib
from functools import lru_cache

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@lru_cache(maxsize=256)
def picture(word: str, note: str = "") -> bytes:
    """A PNG of one pixel for each letter, whose greys spell the word, with a note that nobody sees."""
    greys = word.encode()
    header = struct.pack(">IIBBBBB", len(greys), 1, 8, 0, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"zTXt", b"Comment\0\0" + zlib.compress(note.encode())),
        (b"IDAT", zlib.compress(b"\0" + greys)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@lru_cache(maxsize=256)
def paper(word: str, note: str = "") -> bytes:
    """A PDF of one page that shows the word, compressed, with a note that no page shows."""
    writer = PdfWriter()
    writer.add_metadata({"/Author": note})
    page = writer.add_blank_page(width=200, height=200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = DecodedStreamObject()
    shown.set_data(f"BT /F1 12 Tf 20 100 Td ({word}) Tj ET".encode("ascii"))
    page[NameObject("/Contents")] = writer._add_object(shown.flate_encode())
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
