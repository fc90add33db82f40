"""Puts the bill of materials into a built site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import material

from briefing.edge.delivery import lock
from briefing.edge.tool import TOOL
from briefing.pages import sbom
from briefing.pages.sbom import Library, Served, Vendored

THEME = "mkdocs-material"
OF_THEME = Path(material.__file__).parent / "templates"


def write(folder: Path) -> None:
    """Write `sbom.cdx.json`, of the lock and of what the folder holds of others' files."""
    libraries = lock.libraries()
    stop_at_strangers(libraries)
    data = sbom.write(lock.tool(), libraries, vendored(folder), (THEME, tuple(of_theme(folder))))
    (folder / sbom.FILE).write_bytes(data)


def stop_at_strangers(libraries: tuple[Library, ...]) -> None:
    """OSError where what runs is not what the lock says: the bill would tell of other libraries."""
    for library in libraries:
        if not library.marker and version(library.name) != library.version:
            raise OSError(
                f"{library.name} {version(library.name)} is installed, but the lock has {library.version}:"
                " remove the environment, it is made anew from the lock"
            )


def vendored(folder: Path) -> Iterator[Vendored]:
    """The files that the tool carries of others, where the site serves just these."""
    docs = TOOL / "docs"
    for listing in sorted((docs / "assets").rglob("VENDORED.json")):
        for one in json.loads(listing.read_text(encoding="utf-8"))["vendored"]:
            path = (listing.parent / one["file"]).relative_to(docs).as_posix()
            if (folder / path).is_file() and _sha256(folder / path) == one["sha256"]:
                yield Vendored(Served(path, one["sha256"]), one["from"], one["version"], one["licence"])


def of_theme(folder: Path) -> Iterator[Served]:
    """The theme's own scripts, styles and pictures, where the site serves just these."""
    for source in sorted((OF_THEME / "assets").rglob("*")):
        path = source.relative_to(OF_THEME).as_posix()
        if (folder / path).is_file() and (folder / path).read_bytes() == source.read_bytes():
            yield Served(path, _sha256(source))


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
