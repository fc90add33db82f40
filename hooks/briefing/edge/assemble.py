"""Puts a build together: configuration, disk and clock in, everything that the site is made of out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.edge import clock, configuration, disk
from briefing.edge.configuration import TOOL, Configuration
from briefing.edge.disk import Disk
from briefing.model.marking import Audience
from briefing.model.problem import Problem
from briefing.pages import outputs, search
from briefing.pages.search import Entry
from briefing.pipeline import Build, Checks, Input


@dataclass(frozen=True, slots=True)
class Checked:
    """A content root, read and checked."""

    configuration: Configuration
    checks: Checks
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


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything that a site is made of."""

    configuration: Configuration
    build: Build

    def outputs(self) -> Mapping[str, bytes]:
        """Feeds, calendar and data: path below the site, and content."""
        return outputs.files(self.build.edition, self.configuration.site_url)

    def search_entries(self) -> tuple[Entry, ...]:
        """What search knows of the site."""
        return search.entries(self.build.edition, self.build.texts)


def check(
    root: Path, *, audience: str | None = None, today: date | None = None, preview: bool = False
) -> Checked:
    """Read a content root and find every problem in it."""
    configured = configuration.load(root, audience)
    found = disk.read(root)
    checks = pipeline.check(
        Input(
            sources=with_about_pages(found, root).sources,
            files=found.files,
            undecoded=found.unreadable,
            settings=replace(configured.settings, preview=preview),
            site_name=configured.site_name,
            today=clock.today(today),
        ),
        Converter(configured.extensions, configured.extension_configs),
    )
    problems = {*configured.problems, *found.problems, *checks.problems}
    return Checked(configured, checks, tuple(sorted(problems)))


def assemble(checked: Checked) -> Assembly:
    """The site of the audience asked for."""
    return Assembly(checked.configuration, pipeline.build(checked.checks))


def with_about_pages(found: Disk, root: Path) -> Disk:
    """The tool's pages about likelihood, markings and the rest, where a root has none of its own."""
    if root == TOOL:
        return found
    present = {source.uri for source in found.sources}
    tools = (source for source in disk.read(TOOL).sources if source.uri.startswith("docs/about/"))
    added = tuple(source for source in tools if source.uri not in present)
    return replace(found, sources=(*found.sources, *added))
