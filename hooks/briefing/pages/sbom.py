"""The bill of materials of a site, `/sbom.cdx.json`: what it was made with and what of others it serves.

CycloneDX 1.6. Its libraries are those of the lock, whatever a machine has installed, each with the SHA-256
of all the files that may be installed as it; where one is needed on some systems alone, a property says on
which. It holds no clock and no chance: the manifest says of which day the site is, and the serial number
follows from the content.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FILE = "sbom.cdx.json"
FORMAT = "1.6"
MARKER = "briefing-room:environment-marker"


@dataclass(frozen=True, slots=True)
class Library:
    """A Python library of the lock."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    licence: str
    requires: tuple[str, ...]
    """The names of libraries; those that the lock does not have are left out."""

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Served:
    """A file of the site that others made: its path, and its SHA-256."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Vendored:
    """A file that others made and that the tool carries; `source` is the package it was taken from."""

    file: Served
    source: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Tool:
    """The tool that builds the site."""

    name: str
    version: str
    licence: str
    requires: tuple[str, ...]


def write(
    tool: Tool,
    libraries: Iterable[Library],
    vendored: Iterable[Vendored],
    of_theme: tuple[str, Iterable[Served]],
) -> bytes:
    """The bill as JSON; `of_theme` are the files that a library brings into the site, after its name."""
    locked = sorted(libraries, key=lambda library: (library.name, library.version))
    purls = {library.name: library.purl for library in locked}
    theme, files = of_theme
    inside = {theme: [_file(file) for file in sorted(files, key=lambda file: file.path)]}
    carried = sorted(vendored, key=lambda one: one.file.path)
    application = {
        "type": "application",
        "bom-ref": tool.name,
        "name": tool.name,
        "version": tool.version,
        "licenses": _licences(tool.licence),
    }
    parts = {
        "metadata": {"component": application},
        "components": [
            *(_library(library, inside.get(library.name, [])) for library in locked),
            *(_vendored(one) for one in carried),
        ],
        "dependencies": [
            _needs(tool.name, [*_known(tool.requires, purls), *(_ref(one.file) for one in carried)]),
            *(_needs(library.purl, _known(library.requires, purls)) for library in locked),
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts, sort_keys=True))
    whole = {
        "$schema": f"http://cyclonedx.org/schema/bom-{FORMAT}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": FORMAT,
        "serialNumber": serial.urn,
        "version": 1,
        **parts,
    }
    return (json.dumps(whole, sort_keys=True, indent=1) + "\n").encode("ascii")


def _library(library: Library, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": library.purl,
        "name": library.name,
        "version": library.version,
        "purl": library.purl,
        "hashes": [_hash(sha256) for sha256 in sorted(library.hashes)],
        "licenses": _licences(library.licence),
        **({"properties": [{"name": MARKER, "value": library.marker}]} if library.marker else {}),
        **({"components": files} if files else {}),
    }


def _vendored(one: Vendored) -> dict[str, Any]:
    source = {"name": "source", "value": one.source}
    return {
        **_file(one.file),
        "version": one.version,
        "licenses": _licences(one.licence),
        "properties": [{**source, "name": "briefing-room:source"}],
    }


def _file(file: Served) -> dict[str, Any]:
    return {"type": "file", "bom-ref": _ref(file), "name": file.path, "hashes": [_hash(file.sha256)]}


def _ref(file: Served) -> str:
    return f"file:{file.path}"


def _hash(sha256: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": sha256}


def _licences(expression: str) -> list[dict[str, Any]]:
    said = {"acknowledgement": "declared"}
    if " " in expression:
        return [{"expression": expression, **said}]
    return [{"license": {"id": expression, **said}}]


def _known(names: Iterable[str], purls: Mapping[str, str]) -> list[str]:
    return [purls[name] for name in names if name in purls]


def _needs(ref: str, needed: Iterable[str]) -> dict[str, Any]:
    return {"ref": ref, "dependsOn": sorted(set(needed))}
