"""The files of a build for MkDocs: a page for each view, released files of the root, the tool's assets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from briefing.edge import page_writer
from briefing.edge.assemble import Assembly
from briefing.edge.configuration import TEMPLATES, TOOL
from briefing.edge.mkdocs_page import BriefingPage
from briefing.link.texts import published_as
from briefing.model.source import Address, SrcUri
from briefing.pages.identity import Site
from briefing.pages.render import Renderer
from briefing.views.shapes import Shown

ASSETS = TOOL / "docs" / "assets"
SHEET = "assets/css/site.css"
"""Our style sheets end to end, before those of plugins.

On a slow line, each file that a page waits for costs a round trip.
"""
SHEETS = "briefing_sheets"
"""What it is made of; noted on the build's config, with which some plugins build twice."""


def files(assembly: Assembly, theme: Files, config: MkDocsConfig) -> Files:
    """All that MkDocs makes the site of: the theme's own files, our pages, and what documents refer to."""
    sheets = config.extra.setdefault(SHEETS, [uri for uri in map(str, config.extra_css) if _is_ours(uri)])
    config.extra_css = [SHEET, *(uri for uri in config.extra_css if uri not in (*sheets, SHEET))]
    kept = [file for file in theme if file.src_dir != config.docs_dir and file.generated_by is None]
    site = Site(assembly.build.edition.site_name, assembly.configuration.site_url)
    renderer = Renderer(FileSystemLoader(TEMPLATES), site=site)
    made = [
        page(address, shown, assembly, renderer, config)
        for address, shown in sorted(assembly.build.shown.items())
    ]
    listed = (one.file for one in page_writer.prepare(config, made, renderer))
    return Files([*kept, _joined(sheets, config), *_assets(assembly, config, sheets), *listed])


def page(
    address: Address, shown: Shown, assembly: Assembly, renderer: Renderer, config: MkDocsConfig
) -> BriefingPage:
    """One page at its address, with an edit link to the file that it was written in."""
    src_uri = f"{address}index.md" if is_index(address) else f"{address.rstrip('/')}.md"
    file = File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    source = assembly.build.source_of.get(address)
    layer = assembly.layer_of(source) if source else None
    is_lent = source in assembly.withheld  # a link to the root's page would tell that there is one
    is_own = source is not None and not layer and not is_lent and assembly.path_of(source).is_file()
    file.edit_uri = edit_uri(source) if source and is_own else None  # the tool's pages are not the root's
    made = file.page = BriefingPage(shown, renderer, file, config)
    if source and layer:
        made.edit_url = layer.edit_link(edit_uri(source))
    return made


def is_index(address: Address) -> bool:
    """Whether a page's address is also the folder of others: the home page and the index of each kind."""
    return address.count("/") < 2


def edit_uri(source: SrcUri) -> str:
    """Where a source lies as seen from `docs/`, which MkDocs' edit links start from."""
    return source.removeprefix("docs/") if source.startswith("docs/") else f"../{source}"


def _assets(assembly: Assembly, config: MkDocsConfig, sheets: Collection[str]) -> Iterator[File]:
    """Files of the roots that may be published, and the tool's assets where the root has none so named."""
    own = {published_as(uri): assembly.attachments.data(uri) for uri in sorted(assembly.build.files)}
    tool = {path.relative_to(TOOL / "docs").as_posix(): path for path in _below(ASSETS)}
    for uri, data in own.items():
        yield File.generated(config, uri, content=data, inclusion=InclusionLevel.INCLUDED)
    for uri, path in sorted(tool.items()):
        if uri not in own and uri not in sheets:
            yield File.generated(config, uri, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED)


def _is_ours(uri: str) -> bool:
    return uri.startswith("assets/") and (TOOL / "docs" / uri).is_file()


def _joined(sheets: Iterable[str], config: MkDocsConfig) -> File:
    """Style sheets in one file, which lies where they lie, so that what they name is found."""
    text = "\n".join((TOOL / "docs" / uri).read_text(encoding="utf-8") for uri in sheets)
    return File.generated(config, SHEET, content=text, inclusion=InclusionLevel.INCLUDED)


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
