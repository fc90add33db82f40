"""The files of the site: the theme's, ours, and none that a folder merely holds."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from briefing.edge import mkdocs_files, mkdocs_state


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Other plugins, which come later, see these files, but for feeds and data: those are made last."""
    return mkdocs_files.files(mkdocs_state.get(config), files, config)
