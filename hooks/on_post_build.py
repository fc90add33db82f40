"""When MkDocs has built what it builds: feeds and data, all other pages, search; the packed sitemap goes."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from briefing.edge.mkdocs import sitemap, state


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Before the search plugin, at priority 0, writes its index."""
    state.get(config).complete(config)
    sitemap.drop_packed(config)
