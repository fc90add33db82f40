"""What a site depends on besides its content: the tool's code, the libraries, the request, and the look."""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from briefing.edge.tool import TEMPLATES, TOOL

FRAME = ("partials", "main.html", "404.html", "sitemap.xml", "OPEN-ME.html")
"""The templates that no page's body is printed by."""
SUM = hashlib.sha256


class Asked(NamedTuple):
    """All that a build was asked for; who asks for something else gets another site."""

    root: str
    over: tuple[str, ...]
    out: str
    audience: str
    today: str
    preview: bool
    url: str
    papers: bool
    signer: str


class MadeBy(NamedTuple):
    """What a site depends on besides its content roots."""

    tool: bytes
    """A digest of the code, the libraries and the request."""
    look: Look


class Look(NamedTuple):
    """Digests of what shows content, and says nothing of its own."""

    bodies: bytes
    """Of the templates of pages' bodies."""
    frame: bytes
    """Of all other templates, styles and scripts."""


def of(asked: Asked) -> MadeBy:
    """Another one for whatever a site depends on besides its content roots."""
    told = SUM(repr((sys.version, asked)).encode("utf-8", "surrogateescape"))
    files = ("mkdocs.yml", "pyproject.toml", "requirements.txt", "licences.json")
    told.update(_digest_of((*_below("hooks"), *_below("docs/about"), *(TOOL / name for name in files))))
    for folder in sorted({sysconfig.get_path(name) for name in ("purelib", "platlib")}):
        told.update(repr(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode())
    return MadeBy(told.digest(), _look())


def _look() -> Look:
    """Another one for whatever changes the look of a site."""
    templates = _below("docs/.overrides")
    of_frame = [path for path in templates if path.relative_to(TEMPLATES).parts[0] in FRAME]
    bodies = [path for path in templates if path not in of_frame]
    return Look(_digest_of(bodies), _digest_of((*of_frame, *_below("docs/assets"))))


def _digest_of(files: Iterable[Path]) -> bytes:
    """Another one for other names or other bytes."""
    told = SUM()
    for path in sorted(files):
        told.update(path.relative_to(TOOL).as_posix().encode() + b"\0" + SUM(path.read_bytes()).digest())
    return told.digest()


def _below(folder: str) -> list[Path]:
    """Its files, but for those that Python makes of them, of which some come and go at any time."""
    found = (TOOL / folder).rglob("*")
    return [path for path in found if path.parent.name != "__pycache__" and path.is_file()]
