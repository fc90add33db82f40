"""Pages outside the navigation and the index pages that they belong to."""

from __future__ import annotations

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


def adopt(nav: Navigation, files: Files) -> None:
    """Give each page outside the navigation the section of its folder as parent, for breadcrumbs and tabs."""
    sections = {page.file.src_uri.split("/")[0]: page.parent for page in nav.pages if page.parent}
    listed = {page.file.src_uri for page in nav.pages}
    for file in files.documentation_pages():
        if file.page is not None and file.src_uri not in listed:
            file.page.parent = sections.get(file.src_uri.split("/")[0])
