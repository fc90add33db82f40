"""What the theme's templates need of a page beyond MkDocs' own values."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from briefing.edge.mkdocs import briefing_page


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """The body, the margin column and the feed."""
    briefing_page.add_context(context, page)
