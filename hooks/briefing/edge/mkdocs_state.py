"""Where a build's request and results live: on that build's config, and nowhere else.

MkDocs makes a new config for every rebuild of `mkdocs serve` but imports hooks only once, so a module global
would leak from one rebuild into the next.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edge.assemble import Assembly, Checked
from briefing.edge.reuse import Reuse

REQUEST, RESULT = "briefing_request", "briefing_assembly"
COMMAND = "BRIEFING_COMMAND"


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


def put(config: MkDocsConfig, assembly: Assembly) -> None:
    config.extra[RESULT] = assembly


def get(config: MkDocsConfig) -> Assembly:
    found = config.extra[RESULT]
    assert isinstance(found, Assembly)
    return found
