"""Before MkDocs looks at a file: read, check and assemble the site, or stop with every problem said."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.mkdocs import preparation


def on_config(config: MkDocsConfig) -> None:
    """Put on this build's config what it is made of; errors stop all but the preview."""
    preparation.prepare(config)
