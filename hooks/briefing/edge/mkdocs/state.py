"""Where a build's request and results live: on that build's config, and nowhere else.

MkDocs makes a new config for every rebuild of `mkdocs serve` but imports hooks only once, so a module global
would leak from one rebuild into the next.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.content.assemble import Checked
from briefing.edge.kept.reuse import Reuse
from briefing.model.marking import Audience
from briefing.model.source import Address
from briefing.pages.identity import Site
from briefing.pages.render import Compiled, Renderer

if TYPE_CHECKING:
    from briefing.edge.mkdocs.briefing_page import BriefingPage

REQUEST, SUBJECT = "briefing_request", "briefing_subject"
COMMAND = "BRIEFING_COMMAND"


class Subject(Protocol):
    """What MkDocs builds a site of: content, or the site that was built last."""

    @property
    def audience(self) -> Audience: ...

    @property
    def identity(self) -> Site: ...

    def pages(self, renderer: Renderer, config: MkDocsConfig) -> Mapping[Address, BriefingPage]:
        """Those that MkDocs builds, and of all others at least one in each shell; made when asked for."""

    def canonical_urls(self, config: MkDocsConfig) -> Sequence[str]:
        """Of all pages of the site, sorted; none where it does not know its own address."""

    def attached(self) -> Mapping[str, bytes]:
        """Files that are neither pages nor the tool's, by their paths below the site."""

    def complete(self, config: MkDocsConfig) -> None:
        """Write all that MkDocs leaves to us."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asked for; plain `mkdocs build` asks for nothing."""

    root: Path
    preview: bool = False
    from_disk: bool = False
    """Whether readers open the pages as files, without a server."""
    reuse: Reuse | None = field(default=None, repr=False)
    """The last site, of which pages may go into this one."""
    keeps: bool = False
    """Whether the next build is to begin from this one."""
    compiled: Compiled = field(default_factory=Compiled, repr=False)
    """Templates of pages' bodies that need not be compiled again."""
    subject: Subject | None = field(default=None, repr=False)
    """Where the site is not made of content."""
    checked: Checked | None = field(default=None, repr=False)
    """What the command has already read and checked; never printed, as MkDocs prints its options."""


def note_command(command: str) -> None:
    """Remember, for this process, which of MkDocs' commands runs."""
    os.environ[COMMAND] = command


def request(config: MkDocsConfig) -> Request:
    """What was asked of this build."""
    found = config.extra.get(REQUEST)
    if isinstance(found, Request):
        return found
    return Request(Path(config.config_file_path).resolve().parent, preview=os.environ.get(COMMAND) == "serve")


def put(config: MkDocsConfig, subject: Subject) -> None:
    config.extra[SUBJECT] = subject


def get(config: MkDocsConfig) -> Subject:
    found: Subject = config.extra[SUBJECT]
    return found
