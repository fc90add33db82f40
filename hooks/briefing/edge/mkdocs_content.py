"""A site that is made of content, as MkDocs builds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge import mkdocs_outputs, mkdocs_page, mkdocs_search, page_writer, processes
from briefing.edge.assemble import Assembly
from briefing.edge.mkdocs_page import BriefingPage
from briefing.link.texts import published_as
from briefing.model.marking import Audience
from briefing.model.source import Address, SrcUri
from briefing.pages.identity import Site
from briefing.pages.render import Renderer
from briefing.views.shapes import Shown


@dataclass(slots=True)
class OfContent:
    """Everything that a site is made of; what has served is let go while it is built."""

    assembly: Assembly
    urls: Sequence[str] = ()
    """Of all pages, when they are made."""

    @property
    def audience(self) -> Audience:
        return self.assembly.build.edition.settings.audience

    @property
    def identity(self) -> Site:
        """What programs are told of the site as a whole."""
        return Site(self.assembly.build.edition.site_name, self.assembly.configuration.site_url)

    def pages(self, renderer: Renderer, config: MkDocsConfig) -> list[BriefingPage]:
        """A page for each view."""
        shown = sorted(self.assembly.build.shown.items())
        return [self._page(address, one, renderer, config) for address, one in shown]

    def canonical_urls(self, pages: Iterable[BriefingPage]) -> Sequence[str]:
        """Of all pages of the site, sorted; none where it does not know its own address."""
        self.urls = sorted(page.canonical_url for page in pages if page.canonical_url)
        return self.urls

    def attached(self) -> Mapping[str, bytes]:
        """Files of the roots that may be published, by their paths below the site."""
        files = sorted(self.assembly.build.files)
        return {published_as(uri): self.assembly.attachments.data(uri) for uri in files}

    def complete(self, config: MkDocsConfig) -> None:
        """Write feeds, calendar and data, the pages that are left to us, and the search index."""
        site = Path(config.site_dir)
        beside = processes.beside(lambda: mkdocs_outputs.put(site, self.assembly.outputs()))
        try:
            page_writer.write(config)
        finally:  # whatever happens, nobody goes on to write into a folder that is given up
            names = beside()
        mkdocs_outputs.note(config, names)
        self.assembly = self.assembly.on_disk
        mkdocs_search.fill(config, self.assembly.search_entries())

    def _page(self, address: Address, shown: Shown, renderer: Renderer, config: MkDocsConfig) -> BriefingPage:
        """One page at its address, with an edit link to the file that it was written in."""
        assembly = self.assembly
        source = assembly.build.source_of.get(address)
        layer = assembly.layer_of(source) if source else None
        is_lent = source in assembly.withheld  # a link to the root's page would tell that there is one
        is_own = source is not None and not layer and not is_lent and assembly.path_of(source).is_file()
        own = edit_uri(source) if source and is_own else None  # the tool's pages are not the root's
        made = mkdocs_page.made(address, shown, renderer, config, own)
        if source and layer:
            made.edit_url = layer.edit_link(edit_uri(source))
        return made


def edit_uri(source: SrcUri) -> str:
    """Where a source lies as seen from `docs/`, which MkDocs' edit links start from."""
    return source.removeprefix("docs/") if source.startswith("docs/") else f"../{source}"
