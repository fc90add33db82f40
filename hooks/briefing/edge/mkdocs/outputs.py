"""Writes what the site has beside its pages, and lets go of it: MkDocs would hold all files to its end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.mkdocs import page_writer


def write(config: MkDocsConfig, files: Iterable[tuple[str, bytes]]) -> None:
    """Put files into a site, by their paths below it; those of the content that are so named give way."""
    note(config, put(Path(config.site_dir), files))


def put(site: Path, files: Iterable[tuple[str, bytes]]) -> frozenset[str]:
    """Put files into a site, by their paths below it, which it gives back."""
    names: set[str] = set()
    for name, content in files:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        names.add(name)
    return frozenset(names)


def note(config: MkDocsConfig, names: Iterable[str]) -> None:
    """Note that content fills these files of a site."""
    page_writer.stage(config).beside.update(names)
