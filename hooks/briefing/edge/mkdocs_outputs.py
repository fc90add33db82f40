"""Writes what the site has beside its pages, and lets go of it: MkDocs would hold all files to its end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.assemble import Assembly


def write(config: MkDocsConfig, assembly: Assembly) -> None:
    """Write feeds, calendar and data; a file of the content that has the same name gives way."""
    put(Path(config.site_dir), assembly.outputs())


def put(site: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put files into a site, by their paths below it."""
    for name, content in files:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
