"""Completes a built site: the bill of materials, and the manifest of all its files, go into it."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from briefing.edge.content.assemble import Assembly
from briefing.edge.delivery import sbom
from briefing.edge.tool import TOOL
from briefing.link.texts import published_as
from briefing.pages import manifest
from briefing.pages.manifest import Sum

SHAPING = (
    "ahocorasick-rs", "babel", "feedgenerator", "icalendar", "jinja2", "markdown", "mkdocs",
    "mkdocs-material", "nh3", "pydantic", "pygments", "pymdown-extensions", "python-frontmatter", "pyyaml",
)  # fmt: skip
"""The libraries of which another version may give other bytes."""
NOTHING: Mapping[str, Sum] = MappingProxyType({})


def write(assembly: Assembly, folder: Path, known: Mapping[str, Sum]) -> Mapping[str, str]:
    """Write `sbom.cdx.json`, and `manifest.json` of all files that the folder then holds.

    Of some files it is known already what they are known by. What the digest of the content is made of is
    given back.
    """
    sbom.write(folder)
    file = folder / manifest.FILE
    attached = sorted({str(published_as(uri)) for uri in assembly.build.files})
    found = dict(sums(folder, known))
    edition = assembly.build.edition
    parts = manifest.parts(edition.content, {name: found[name] for name in attached})
    file.write_bytes(manifest.write(edition, found, parts, made_with()))
    return parts


def sums(folder: Path, known: Mapping[str, Sum] = NOTHING) -> Iterator[tuple[str, Sum]]:
    """Every file below a folder, its path with forward slashes, and what it is known by."""
    top = len(os.fspath(folder)) + 1
    for place, _, names in os.walk(folder, onerror=_stop):
        below = place[top:].replace(os.sep, "/")
        for name in names:
            at = f"{below}/{name}" if below else name
            yield at, known.get(at) or _sum(Path(place, name))


def _sum(path: Path) -> Sum:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Sum(path.stat().st_size, sha256)


def _stop(error: OSError) -> NoReturn:
    """A folder that cannot be looked into must not be left out: what lies in it would be in no list."""
    raise error


def made_with() -> Mapping[str, str]:
    """The version of the tool and of each library that shapes the bytes."""
    project = tomllib.loads((TOOL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {project["name"]: project["version"], **{name: version(name) for name in SHAPING}}
