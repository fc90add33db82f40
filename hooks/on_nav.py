"""The navigation: documents stay out of it, and know the index page that they belong to."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from briefing.edge.mkdocs import page_writer, sections


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Breadcrumbs and tabs work for pages that no list of N pages holds."""
    stage = page_writer.stage(config)
    stage.nav, stage.sections = nav, sections.sections(nav, stage.pages)
    sections.adopt(nav, stage.built.values(), stage.sections)
