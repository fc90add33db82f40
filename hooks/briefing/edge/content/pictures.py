"""The logo and the favicon that a content root sets: whether every page can show them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from posixpath import normpath

import material

from briefing.edge.content.configuration import Configuration
from briefing.edge.tool import FILE, TOOL
from briefing.link.texts import ASSETS
from briefing.model.problem import Problem, problem
from briefing.model.source import SrcUri

BROUGHT = (TOOL / "docs", Path(material.__file__).parent / "templates")
"""Where the files lie that the tool and its theme bring to every site."""


def problems(configured: Configuration, files: Collection[SrcUri]) -> Iterator[Problem]:
    """A problem for each that is not there, or is not in every site."""
    for (key, path), at in configured.pictures.items():
        uri = SrcUri(f"docs/{normpath(path)}")
        if uri not in files and not _is_brought(uri):
            yield problem("B306", FILE, at, f"`theme.{key}`: `{path}` leads to nothing")
        elif not uri.startswith(ASSETS):
            what = f"`theme.{key}`: `{path}` is in no site, unless a document shows it"
            yield problem("B312", FILE, at, what, f"move it into {ASSETS}, and write its new path")


def _is_brought(uri: SrcUri) -> bool:
    path = uri.removeprefix("docs/")
    return uri.startswith(ASSETS) and any((folder / path).is_file() for folder in BROUGHT)
