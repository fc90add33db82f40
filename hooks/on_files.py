"""The files of the site: the theme's, ours, and none that a folder merely holds."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from briefing.edge.mkdocs import file_list, state


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Other plugins, which come later, see these files, but for feeds and data: those are made last."""
    return file_list.files(state.get(config), files, config)
