"""Pages outside the navigation and the index pages that they belong to."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.structure.nav import Navigation

from briefing.edge.mkdocs_page import BriefingPage


def adopt(nav: Navigation, pages: Iterable[BriefingPage]) -> None:
    """Give each page outside the navigation the section of its folder as parent, for breadcrumbs and tabs."""
    sections = {page.file.src_uri.split("/")[0]: page.parent for page in nav.pages if page.parent}
    listed = {page.file.src_uri for page in nav.pages}
    for page in pages:
        if page.file.src_uri not in listed:
            page.parent = sections.get(page.file.src_uri.split("/")[0])
