"""A PDF file, written of numbered objects: no earlier versions, no identifier, no date."""

from __future__ import annotations

from collections.abc import Sequence

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def stream(keys: bytes, data: bytes) -> bytes:
    """An object that holds data, with its keys."""
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (keys, len(data), data)


def written(objects: Sequence[bytes], root: int) -> bytes:
    """The file; objects are counted from one."""
    file = bytearray(HEADER)
    places: list[int] = []
    for number, object_ in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, object_)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(file)
