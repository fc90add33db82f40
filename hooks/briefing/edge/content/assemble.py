"""Puts a build together: configuration, disk and clock in, everything that the site is made of out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.edge import clock
from briefing.edge.content import configuration, disk, overlays, pictures
from briefing.edge.content.attachments import Attachments, on_disk
from briefing.edge.content.configuration import Configuration
from briefing.edge.content.converting import Sharing
from briefing.edge.content.disk import Disk
from briefing.edge.content.overlays import Laid, Layer
from briefing.edge.content.roots import Root
from briefing.edge.tool import TOOL
from briefing.link import publishable
from briefing.link.texts import ASSETS
from briefing.model.marking import Audience
from briefing.model.problem import Problem, told
from briefing.model.source import Source, SrcUri
from briefing.parse.documents import NOTHING, Read
from briefing.pipeline import Build, Checks, Input

if TYPE_CHECKING:
    from briefing.pages.search_entry import Entry


Making = Callable[[Sequence[str], Mapping[str, Mapping[str, Any]]], Converter]
"""What makes a converter with these extensions and their settings."""
Recalling = Callable[[Sequence[Source]], Mapping[Source, Read]]
"""What gives what came of sources that were read before."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A content root and all that lies over it, read and checked."""

    configuration: Configuration
    layers: tuple[Layer, ...]
    checks: Checks
    attachments: Attachments
    problems: tuple[Problem, ...]
    """Of the files, the settings and the documents, in order of file and line."""

    @property
    def today(self) -> date:
        return self.checks.given.today

    @property
    def audience(self) -> Audience:
        return self.checks.given.settings.audience

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    @property
    def lean(self) -> Checked:
        """As much of it as a build asks for."""
        wrong = {problem.file for problem in (*self.problems, *self.checks.problems)}
        return replace(self, checks=self.checks.lean(wrong))


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything that a site is made of."""

    configuration: Configuration
    layers: tuple[Layer, ...]
    build: Build
    attachments: Attachments
    withheld: frozenset[SrcUri]
    """The root's own pages that the audience may not see; a page of the tool may stand in for one."""

    def outputs(self) -> Iterator[tuple[str, bytes]]:
        """Feeds, calendar and data: path below the site, and content."""
        from briefing.pages import outputs  # a check needs none of it, and it loads calendars and feeds

        return outputs.files(self.build.edition, self.configuration.site_url)

    def layer_of(self, uri: SrcUri) -> Layer | None:
        """The overlay that a file lies in; nothing for a file of the base."""
        return overlays.layer_of(uri, self.layers)

    def path_of(self, uri: SrcUri) -> Path:
        """Where a file lies."""
        return overlays.path_of(uri, self.configuration.root, self.layers)

    def search_entries(self) -> tuple[Entry, ...]:
        """What search knows of the site."""
        from briefing.pages import search

        return search.entries(self.build.edition, self.build.texts)


def check(
    root: Path,
    *,
    over: Sequence[Root] = (),
    audience: str | None = None,
    today: date | None = None,
    preview: bool = False,
    papers: bool = False,
    making: Making = Sharing,
    recalling: Recalling = lambda sources: NOTHING,
) -> Checked:
    """Read a content root and the overlays over it as one content, and find every problem in it."""
    configured = configuration.load(root, audience)
    laid = overlays.lay(as_base(disk.read(root), root), over, configured.settings)
    brought = laid.disk.brought
    attachments = on_disk(
        lambda uri: TOOL / uri if uri in brought else overlays.path_of(uri, root, laid.layers)
    )
    converter = making(configured.extensions, configured.extension_configs)
    settled = replace(configured, settings=replace(configured.settings, preview=preview, papers=papers))
    known = recalling(laid.disk.sources)
    return examine(settled, laid, attachments, converter, clock.today(today), known)


def examine(
    configured: Configuration,
    laid: Laid,
    attachments: Attachments,
    converter: Converter,
    today: date,
    known: Mapping[Source, Read] = NOTHING,
) -> Checked:
    """Every problem of what was read, wherever from; sources that are `known` are not taken apart again."""
    checks = pipeline.check(
        Input(
            sources=laid.disk.sources,
            files=laid.disk.files,
            undecoded=laid.disk.unreadable,
            settings=configured.settings,
            site_name=configured.site_name,
            today=today,
            overlays=laid.overlays,
            refusal=attachments.refusal,
            brought=laid.disk.brought,
            known=known,
        ),
        converter,
    )
    named = overlays.as_named(checks.problems, laid.layers)
    shown = pictures.problems(configured, laid.disk.files)
    problems = {*configured.problems, *laid.disk.problems, *named, *shown}
    return Checked(configured, laid.layers, checks, attachments, told(problems))


def assemble(checked: Checked) -> Assembly:
    """The site of the audience asked for."""
    pages = checked.checks.content.pages.values()
    withheld = frozenset(page.uri for page in pages if not checked.audience.may_see(page.marking))
    build = pipeline.build(_for_audience(checked, withheld))
    return Assembly(checked.configuration, checked.layers, build, checked.attachments, withheld)


def as_base(found: Disk, root: Path) -> Disk:
    """What was read of a root, as that on which overlays lie."""
    whole = with_about_pages(found, root)
    return replace(whole, files=_files(whole, root))


def _files(found: Disk, root: Path) -> frozenset[SrcUri]:
    """The files of a root; the tool's own scripts and styles are no author's."""
    return frozenset(
        uri
        for uri in found.files
        if root != TOOL or not (uri.startswith(ASSETS) and publishable.refusal(uri))
    )


def with_about_pages(found: Disk, root: Path) -> Disk:
    """The tool's pages about likelihood, markings and the rest, and their files, where a root has none."""
    if root == TOOL:
        return found
    tools = _about_pages()
    present = {source.uri for source in found.sources}
    added = tuple(source for source in tools.sources if source.uri not in present)
    files = tools.files - found.files
    brought = files.union(source.uri for source in added)
    return replace(found, sources=(*found.sources, *added), files=found.files | files, brought=brought)


def _about_pages() -> Disk:
    return disk.read(TOOL, ("docs/about",))


def _for_audience(checked: Checked, withheld: frozenset[SrcUri]) -> Checks:
    """The checks; where the audience may not see a root's own page, with the tool's page in its place.

    Else the page's absence would tell that the root has one.
    """
    given, configured = checked.checks.given, checked.configuration
    instead = tuple(source for source in _about_pages().sources if source.uri in withheld)
    if configured.root == TOOL or not instead:
        return checked.checks
    left = tuple(source for source in given.sources if source.uri not in withheld)
    converter = Converter(configured.extensions, configured.extension_configs)
    return pipeline.check(replace(given, sources=(*left, *instead)), converter)
