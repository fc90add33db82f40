"""Pages outside the navigation and the index pages that they belong to."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from briefing.edge.mkdocs_page import BriefingPage


def adopt(nav: Navigation, pages: Iterable[BriefingPage]) -> None:
    """Give each page outside the navigation the section of its folder as parent, for breadcrumbs and tabs.

    A folder that the navigation leaves out, as that of the digests, is a section of its own.
    """
    listed = {page.file.src_uri for page in nav.pages}
    sections = {_folder(page): page.parent for page in nav.pages if page.parent}
    unlisted = [page for page in pages if page.file.src_uri not in listed]
    for page in unlisted:
        folder = _folder(page)
        if page.file.src_uri == f"{folder}/index.md" and folder not in sections:
            sections[folder] = Section(page.shown.head.title, [page])
    for page in unlisted:
        page.parent = sections.get(_folder(page))


def _folder(page: Page) -> str:
    return page.file.src_uri.split("/")[0]
