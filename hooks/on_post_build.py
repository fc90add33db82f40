"""When MkDocs has built what it builds: feeds and data, all other pages, search; the packed sitemap goes."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from briefing.edge import mkdocs_outputs, mkdocs_search, mkdocs_sitemap, mkdocs_state, page_writer


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Before the search plugin, at priority 0, writes its index."""
    mkdocs_outputs.write(config, mkdocs_state.get(config))
    page_writer.write(config)
    mkdocs_search.fill(config, mkdocs_state.get(config))
    mkdocs_sitemap.drop_packed(config)
