"""Strips a file by its type, which its name says and its content must bear out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import bitmap, gif, icon, jpeg, png, svg, text, webp
from briefing.strip.stripped import Stripped, Unsure

MOST_BYTES = 50_000_000


def _paper(data: bytes) -> Stripped:
    from briefing.strip import pdf  # its library takes longer to load than a small content to be checked

    return pdf.strip(data)


BY_TYPE: Mapping[str, Callable[[bytes], Stripped]] = MappingProxyType(
    {
        ".bmp": bitmap.strip,
        ".csv": text.strip,
        ".geojson": text.strip_json,
        ".gif": gif.strip,
        ".ico": icon.strip,
        ".jpeg": jpeg.strip,
        ".jpg": jpeg.strip,
        ".json": text.strip_json,
        ".pdf": _paper,
        ".png": png.strip,
        ".svg": svg.strip,
        ".tsv": text.strip,
        ".txt": text.strip,
        ".webp": webp.strip,
    }
)


def strip(uri: SrcUri, data: bytes) -> Stripped | Refusal:
    """What may be published of a file that is no document, or why nothing may."""
    if len(data) > MOST_BYTES:
        return too_large(len(data))
    try:
        return BY_TYPE[PurePosixPath(uri.lower()).suffix](data)
    except Unsure as unsure:
        return Refusal(unsure.reason, unsure.remedy)


def too_large(size: int) -> Refusal:
    """The refusal of a file that is not even read."""
    return Refusal(f"it has {size} bytes, {MOST_BYTES} at most", "make it smaller, or split it")
