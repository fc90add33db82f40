"""Hands the core's entries to the search plugin of Material."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.assemble import Assembly

PLUGINS = ("material/search", "search")


def fill(config: MkDocsConfig, assembly: Assembly) -> None:
    """Make the index of these entries alone."""
    plugin = next((config.plugins[name] for name in PLUGINS if name in config.plugins), None)
    if plugin is not None:
        plugin.search_index.entries = [entry.as_dict() for entry in assembly.search_entries()]
