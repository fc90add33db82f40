"""Hands the core's entries to the search plugin of Material."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.assemble import Assembly
from briefing.pages import search

PLUGINS = ("material/search", "search")


def fill(config: MkDocsConfig, assembly: Assembly) -> None:
    """Make the index of these entries alone, with the fields and the separator that they are made for."""
    plugin: Any = next((config.plugins[name] for name in PLUGINS if name in config.plugins), None)
    if plugin is not None:
        fields = {name: dict(settings) for name, settings in search.FIELDS.items()}
        plugin.search_index.config |= {"fields": fields, "separator": search.SEPARATOR}
        plugin.search_index.entries = [entry.as_dict() for entry in assembly.search_entries()]
