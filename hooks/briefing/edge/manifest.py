"""Completes a built site: the bill of materials, and the manifest of all its files, go into it."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from briefing.edge import sbom
from briefing.edge.assemble import Assembly
from briefing.edge.configuration import TOOL
from briefing.link.texts import published_as
from briefing.pages import manifest
from briefing.pages import sbom as of_materials
from briefing.pages.manifest import Sum

SHAPING = (
    "ahocorasick-rs", "babel", "feedgenerator", "icalendar", "jinja2", "markdown", "mkdocs",
    "mkdocs-material", "nh3", "pydantic", "pygments", "pymdown-extensions", "python-frontmatter", "pyyaml",
)  # fmt: skip
"""The libraries of which another version may give other bytes."""
OWN = (manifest.FILE, manifest.SIGNATURE, of_materials.FILE)
"""What no content may bring, in whatever letters: some systems hold them for the same."""


def write(assembly: Assembly, folder: Path) -> None:
    """Write `sbom.cdx.json`, and `manifest.json` of all files that the folder then holds."""
    taken = sorted(path.name for path in folder.iterdir() if path.name.casefold() in OWN)
    if taken:
        raise FileExistsError(
            f"the content has a {taken[0]} of its own where the site's must be; give it another name"
        )
    sbom.write(folder)
    file = folder / manifest.FILE
    attached = sorted({str(published_as(uri)) for uri in assembly.build.files})
    file.write_bytes(manifest.write(assembly.build.edition, dict(sums(folder)), attached, made_with()))


def sums(folder: Path) -> Iterator[tuple[str, Sum]]:
    """Every file below a folder, its path with forward slashes, and what it is known by."""
    for place, _, names in os.walk(folder, onerror=_stop):
        for name in names:
            path = Path(place, name)
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            yield path.relative_to(folder).as_posix(), Sum(path.stat().st_size, sha256)


def _stop(error: OSError) -> NoReturn:
    """A folder that cannot be looked into must not be left out: what lies in it would be in no list."""
    raise error


def made_with() -> Mapping[str, str]:
    """The version of the tool and of each library that shapes the bytes."""
    project = tomllib.loads((TOOL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {project["name"]: project["version"], **{name: version(name) for name in SHAPING}}
