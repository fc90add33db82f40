"""The data of a PDF's streams: unpacked to be looked at, and packed as they were where nothing goes."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from pypdf import filters
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from briefing.strip.stripped import Unsure, broken

FLATE, JPEG = "/FlateDecode", "/DCTDecode"
CODED = frozenset({"/CCITTFaxDecode", "/JBIG2Decode"})
"""Pictures in codes that hold nothing beside the picture that could be found without decoding them."""
PACKING = frozenset({FLATE, "/ASCII85Decode", "/ASCIIHexDecode", "/LZWDecode", "/RunLengthDecode"})
MOST_STREAM = 75_000_000
MOST_ALL = 400_000_000


class Packed(NamedTuple):
    """Data as they lie in a file, and the filter that unpacks them; without one, they lie plain."""

    data: bytes
    filter_: str = ""


class Unpacker:
    """Unpacks streams, and stops where a file unpacks to more than any paper holds."""

    def __init__(self) -> None:
        self._left = MOST_ALL

    def plain(self, stream: StreamObject) -> bytes:
        """What a stream holds."""
        names = _filters(stream)
        if not set(names) <= PACKING:  # the reader would start another program for some
            raise Unsure("it holds words in the form of a picture", "print it to a PDF")
        if names == [FLATE] and not _parameters(stream):
            return self._counted(_unflated(stream)[0])
        return self._counted(stream.get_data())

    def packed(self, stream: StreamObject) -> Packed:
        """What a stream holds, packed as it was; what stands behind the packing is cut."""
        names = _filters(stream)
        if not set(names) <= PACKING | CODED | {JPEG}:
            raise Unsure("it holds a picture in JPEG 2000, or is locked in part", "print it to a PDF")
        if not names or (len(names) == 1 and names[0] in CODED):
            return Packed(self._counted(stream._data), *names)
        if names[-1] == JPEG:
            return Packed(self._counted(_unpacked(stream._data, names[:-1])), JPEG)
        if names == [FLATE]:
            plain, size, ends = _unflated(stream)
            self._counted(plain)
            if ends:
                return Packed(stream._data[:size], FLATE)
        return Packed(self.plain(stream))

    def _counted(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise _too_much()
        return data


def _unflated(stream: StreamObject) -> tuple[bytes, int, bool]:
    """What was packed, how long the packing is, and whether it ends as it should."""
    reader = zlib.decompressobj()
    try:
        plain = reader.decompress(stream._data, MOST_STREAM + 1)
    except zlib.error as error:
        raise broken("a part of it cannot be unpacked") from error
    if len(plain) > MOST_STREAM:
        raise _too_much()
    return plain, len(stream._data) - len(reader.unused_data), reader.eof


def parameters(stream: StreamObject) -> DictionaryObject | None:
    """How the only filter of a stream is to be used."""
    found = _parameters(stream)
    return found[0] if len(found) == 1 else None


def _parameters(stream: StreamObject) -> list[DictionaryObject]:
    given = stream.get("/DecodeParms", stream.get("/DP"))
    given = given.get_object() if given is not None else None
    listed = [one.get_object() for one in given] if isinstance(given, ArrayObject) else [given]
    return [one for one in listed if isinstance(one, DictionaryObject) and one]


def _filters(stream: StreamObject) -> list[str]:
    given = stream.get("/Filter")
    given = given.get_object() if given is not None else None
    listed = given if isinstance(given, ArrayObject) else [] if given is None else [given]
    names = [one.get_object() for one in listed]
    if not all(isinstance(one, NameObject) for one in names) or "/F" in stream:
        raise Unsure("it leads to another file, or cannot be unpacked", "print it to a PDF")
    return [str(one) for one in names]


def _unpacked(data: bytes, names: list[str]) -> bytes:
    """A picture that was packed once more, by the filters that stand before its own."""
    for name in names:
        if name == FLATE:
            data = filters.FlateDecode.decode(data, DictionaryObject())
        elif name == "/ASCII85Decode":
            data = filters.ASCII85Decode.decode(data)
        else:
            raise Unsure("a picture in it is packed twice", "print it to a PDF")
    return data


def _too_much() -> Unsure:
    return Unsure(f"it unpacks to more than {MOST_STREAM} bytes in a part, or {MOST_ALL} in all", "split it")
