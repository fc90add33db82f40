"""A site that is made of content, as MkDocs builds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge import processes
from briefing.edge.content.assemble import Assembly
from briefing.edge.mkdocs import briefing_page, outputs, page_writer, site_search
from briefing.edge.mkdocs.briefing_page import BriefingPage
from briefing.link.texts import published_as
from briefing.model.marking import Audience
from briefing.model.source import Address, SrcUri
from briefing.pages.identity import Site
from briefing.pages.render import Renderer


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

    def pages(self, renderer: Renderer, config: MkDocsConfig) -> Mapping[Address, BriefingPage]:
        """A page for each view."""
        return Pages(self.assembly, renderer, config)

    def canonical_urls(self, config: MkDocsConfig) -> Sequence[str]:
        """Of all pages that have not moved, sorted; none where the site does not know its own address."""
        build = self.assembly.build
        moved = {old.address for old in build.edition.graph.succession.moved}
        urls = (briefing_page.canonical_url(one, config) for one in build.shown if one not in moved)
        self.urls = sorted(url for url in urls if url)
        return self.urls

    def attached(self) -> Mapping[str, bytes]:
        """Files of the roots that may be published, by their paths below the site."""
        files = sorted(self.assembly.build.files)
        return {published_as(uri): self.assembly.attachments.data(uri) for uri in files}

    def complete(self, config: MkDocsConfig) -> None:
        """Write the search index, feeds, calendar and data, and the pages that are left to us."""
        site, assembly = Path(config.site_dir), self.assembly
        site_search.clear(config)
        works: tuple[Callable[[], Any], ...] = (
            lambda: site_search.fill(config, assembly.search_entries()),  # by this process, which keeps it
            lambda: outputs.put(site, assembly.outputs()),
            *page_writer.shares(config),
        )
        _, names, *written = processes.at_once(lambda work: work(), works)
        outputs.note(config, names)
        page_writer.note(config, written)


@dataclass(frozen=True, slots=True, eq=False)
class Pages(Mapping[Address, BriefingPage]):
    """A page for each view, made when it is asked for."""

    assembly: Assembly
    renderer: Renderer
    config: MkDocsConfig

    def __iter__(self) -> Iterator[Address]:
        return iter(self.assembly.build.shown)

    def __len__(self) -> int:
        return len(self.assembly.build.shown)

    def __getitem__(self, address: Address) -> BriefingPage:
        """The page at an address, with an edit link to the file that it was written in."""
        assembly, shown = self.assembly, self.assembly.build.shown[address]
        source = assembly.build.source_of.get(address)
        layer = assembly.layer_of(source) if source else None
        is_lent = source in assembly.withheld  # a link to the root's page would tell that there is one
        is_own = source is not None and not layer and not is_lent and assembly.path_of(source).is_file()
        own = edit_uri(source) if source and is_own else None  # the tool's pages are not the root's
        made = briefing_page.made(address, shown, self.renderer, self.config, own)
        if source and layer:
            made.edit_url = layer.edit_link(edit_uri(source))
        return made


def edit_uri(source: SrcUri) -> str:
    """Where a source lies as seen from `docs/`, which MkDocs' edit links start from."""
    return source.removeprefix("docs/") if source.startswith("docs/") else f"../{source}"
