"""Pages outside the navigation and the index pages that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from briefing.edge.mkdocs.briefing_page import BriefingPage
from briefing.model.source import Address


def adopt(nav: Navigation, pages: Iterable[BriefingPage], sections: Mapping[str, Section]) -> None:
    """Give each page outside the navigation the section of its folder as parent, for breadcrumbs and tabs."""
    listed = {page.file.src_uri for page in nav.pages}
    for page in pages:
        if page.file.src_uri not in listed:
            page.parent = sections.get(_folder(page))


def sections(nav: Navigation, pages: Mapping[Address, BriefingPage]) -> Mapping[str, Section]:
    """The section of each folder; one that the navigation leaves out, as the digests, is a section too."""
    listed = {page.file.src_uri for page in nav.pages}
    found = {_folder(page): page.parent for page in nav.pages if page.parent}
    for address in pages:
        folder = address.rstrip("/")
        if folder and "/" not in folder and folder not in found and f"{folder}/index.md" not in listed:
            page = pages[address]
            found[folder] = Section(page.shown.head.title, [page])
    return found


def _folder(page: Page) -> str:
    return page.file.src_uri.split("/")[0]
