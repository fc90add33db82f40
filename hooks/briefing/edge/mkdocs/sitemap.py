"""Keeps MkDocs' packed sitemap out of the site: zlib gives other bytes from one machine to the next."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

PACKED = "sitemap.xml.gz"


def drop_packed(config: MkDocsConfig) -> None:
    """Remove it; the plain one says the same, and nothing refers to the other."""
    Path(config.site_dir, PACKED).unlink(missing_ok=True)
