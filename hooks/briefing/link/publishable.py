"""Which files that are no documents a site can carry: those that say nothing besides what they show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip.files import BY_TYPE

OF_THE_SITE = ("docs/briefs/", "docs/data/", "docs/search/")
"""Folders whose addresses belong to files that the tool makes, or to `briefs/`."""
BESIDE = ("docs/manifest.json", "docs/manifest.json.minisig", "docs/sbom.cdx.json")
"""What a build writes of the site as a whole; in any letters, as some systems hold them for the same."""

UNSURE: Mapping[str, str] = MappingProxyType(
    {
        type_: remedy
        for types, remedy in (
            (".avif .heic .heif .jp2 .jxl .tif .tiff", "save it as PNG or JPEG"),
            (".doc .docx .epub .odp .odt .ppt .pptx .rtf", "save it as PDF"),
            (".ods .parquet .xls .xlsx", "save its tables as CSV, or print it to a PDF"),
            (".7z .bz2 .gz .tar .xz .zip", "publish the files that it holds one by one"),
            (
                ".aac .flac .m4a .mov .mp3 .mp4 .oga .ogg .ogv .opus .wav .webm",
                "write down what it says, or link to the place on the web where it is kept",
            ),
        )
        for type_ in types.split()
    }
)
"""Types that carry more than they show, and from which it cannot surely be taken out."""


def refusal(uri: SrcUri) -> Refusal | None:
    """Why a file of this name cannot be published, if it cannot."""
    plain = uri.casefold()
    folder = next((one for one in OF_THE_SITE if plain.startswith(one)), None)
    if folder:
        return Refusal(f"the addresses below {folder.removeprefix('docs/')} belong to the site itself")
    if plain in BESIDE:
        return Refusal("this address belongs to the site itself", "give it another name")
    type_ = PurePosixPath(uri.lower()).suffix
    if not type_:
        return Refusal("its name does not say what type of file it is")
    if type_ in UNSURE:
        return Refusal(f"files of type {type_} carry more than they show", UNSURE[type_])
    return None if type_ in BY_TYPE else Refusal(f"browsers could run a file of type {type_}")
