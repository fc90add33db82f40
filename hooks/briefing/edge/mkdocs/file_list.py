"""The files of a build for MkDocs: pages, released files of the root, the tool's assets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from briefing.edge.mkdocs import page_writer, state
from briefing.edge.mkdocs.state import Subject
from briefing.edge.tool import TEMPLATES, TOOL
from briefing.pages.render import Renderer

ASSETS = TOOL / "docs" / "assets"
SHEET = "assets/css/site.css"
"""Our style sheets end to end, before those of plugins.

On a slow line, each file that a page waits for costs a round trip.
"""
SHEETS = "briefing_sheets"
"""What it is made of; noted on the build's config, with which some plugins build twice."""


def files(subject: Subject, theme: Files, config: MkDocsConfig) -> Files:
    """All that MkDocs makes the site of: the theme's own files, our pages, and what documents refer to."""
    sheets = config.extra.setdefault(SHEETS, [uri for uri in map(str, config.extra_css) if _is_ours(uri)])
    config.extra_css = [SHEET, *(uri for uri in config.extra_css if uri not in (*sheets, SHEET))]
    kept = [file for file in theme if file.src_dir != config.docs_dir and file.generated_by is None]
    compiled = state.request(config).compiled
    renderer = Renderer(FileSystemLoader(TEMPLATES), compiled, site=subject.identity)
    built = page_writer.prepare(config, subject.pages(renderer, config), renderer)
    return Files(
        [
            *kept,
            _joined(sheets, config),
            *_assets(subject.attached(), config, sheets),
            *(page.file for page in built.values()),
        ]
    )


def _assets(own: Mapping[str, bytes], config: MkDocsConfig, sheets: Collection[str]) -> Iterator[File]:
    """Files of the roots, and the tool's assets where the roots have none so named."""
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
