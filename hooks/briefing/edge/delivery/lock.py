"""Reads what the tool is locked to: libraries with their hashes, and what is known of their licences."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from briefing.edge.tool import TOOL
from briefing.pages.sbom import Library, Tool

RUNTIME, DEV = "requirements.txt", "requirements-dev.txt"
LICENCES = "licences.json"
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))?")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
REQUIRED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def libraries() -> tuple[Library, ...]:
    """The libraries that the tool runs with, in order of their names."""
    known: dict[str, Any] = json.loads((TOOL / LICENCES).read_text(encoding="utf-8"))
    return tuple(
        Library(name, version, marker, hashes, known[name]["licence"], tuple(known[name]["requires"]))
        for name, version, marker, hashes in pinned((TOOL / RUNTIME).read_text(encoding="utf-8"))
    )


def pinned(text: str) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Name, version, environment marker and hashes of each library in the text of a lock."""
    for line in text.replace("\\\n", " ").splitlines():
        said, *_ = line.partition("--hash=")
        found = PINNED.fullmatch(said.strip())
        hashes = tuple(HASH.findall(line))
        if not line.strip():
            continue
        if not found or not hashes:
            raise ValueError(f"a lock holds a line that pins nothing: {line[:80]}")
        yield found["name"], found["version"], found["marker"] or "", hashes


def tool() -> Tool:
    """The tool, and what its project file says that it needs."""
    project = tomllib.loads((TOOL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requires = tuple(normal(needed) for needed in project["dependencies"])
    return Tool(project["name"], project["version"], project["license"], requires)


def normal(requirement: str) -> str:
    """The name in a requirement, as locks write it: `PyYAML>=6` is `pyyaml`."""
    found = REQUIRED.match(requirement)
    if not found:
        raise ValueError(f"this requires nothing that has a name: {requirement}")
    return re.sub(r"[-_.]+", "-", found[0]).lower()
