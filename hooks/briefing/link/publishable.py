"""Which files that are no documents a site can carry: what readers look at or save."""

from __future__ import annotations

from pathlib import PurePosixPath

from briefing.model.source import SrcUri

PICTURES = frozenset(
    {".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"}
)
PAPERS = frozenset({".docx", ".epub", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".rtf", ".txt", ".xlsx"})
DATA = frozenset({".csv", ".geojson", ".gz", ".json", ".parquet", ".tsv", ".zip"})
SOUND_AND_FILM = frozenset({".flac", ".m4a", ".mov", ".mp3", ".mp4", ".oga", ".ogg", ".ogv", ".wav", ".webm"})
TYPES = PICTURES | PAPERS | DATA | SOUND_AND_FILM
"""A list of what is open: browsers run HTML, scripts and any XML, and guess at what they do not know."""

OF_THE_SITE = ("docs/briefs/", "docs/data/", "docs/search/")
"""Folders whose addresses belong to files that the tool makes, or to `briefs/`."""


def refusal(uri: SrcUri) -> str:
    """Why a file cannot be published; empty where it can be."""
    plain = uri.lower()
    folder = next((one for one in OF_THE_SITE if plain.startswith(one)), None)
    if folder:
        return f"the addresses below {folder.removeprefix('docs/')} belong to the site itself"
    type_ = PurePosixPath(plain).suffix
    if not type_:
        return "its name does not say what type of file it is"
    return "" if type_ in TYPES else f"browsers could run a file of type {type_}"
