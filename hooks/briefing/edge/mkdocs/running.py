"""Runs MkDocs for a content root: what it is told, and what it says."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from briefing.edge import clock
from briefing.edge.content.assemble import Assembly, Checked
from briefing.edge.content.configuration import Configuration
from briefing.edge.delivery import manifest
from briefing.edge.kept.reuse import Finished, Reuse
from briefing.edge.mkdocs import for_disk, page_writer, state
from briefing.edge.mkdocs.of_content import OfContent
from briefing.edge.mkdocs.of_last import OfLast
from briefing.edge.mkdocs.page_writer import Stage
from briefing.edge.mkdocs.preparation import EPOCH
from briefing.edge.mkdocs.state import REQUEST, Request
from briefing.edge.terminal import printable, say
from briefing.edge.tool import TOOL
from briefing.pages.render import Compiled

NOTICE_OFF = "NO_MKDOCS_2_WARNING"


def options(configuration: Configuration, request: Request, **more: Any) -> dict[str, Any]:
    """What differs from the tool's mkdocs.yml, as MkDocs' load_config takes it."""
    root = configuration.root
    return {
        **configuration.values,
        "extra": {**configuration.values["extra"], REQUEST: request},
        "docs_dir": str(root / "docs" if (root / "docs").is_dir() else TOOL / "docs"),
        "watch": [],  # the preview watches itself, and MkDocs would miss a folder that a root need not have
        **more,
    }


class Ran(NamedTuple):
    """A site that MkDocs has built, and what was made on the way."""

    warnings: int
    """How many MkDocs and its plugins gave."""
    assembly: Assembly
    stage: Stage
    parts: Mapping[str, str]
    """What the digest of its content is made of."""
    canonical_urls: Sequence[str]
    site: Finished | None = None
    """What it is known by, when nothing is to be done to it any more."""


def run(
    checked: Checked,
    folder: Path,
    *,
    from_disk: bool = False,
    reuse: Reuse | None = None,
    keeps: bool = False,
    url: str = "",
) -> Ran:
    """Build the site of some content into a folder.

    `from_disk` is for pages that readers open as files, without a server; `reuse` is the last site; `keeps`
    is for builds from which the next one begins; `url` is where a preview is served.
    """
    request = Request(
        checked.configuration.root,
        checked=checked,
        preview=checked.checks.given.settings.preview,
        from_disk=from_disk,
        reuse=reuse,
        keeps=keeps,
        compiled=Compiled(reuse.last.codes) if reuse else Compiled(),
    )
    with _listening() as listener:
        config = _configured(checked.configuration, request, folder, checked.today, url)
        if from_disk:
            for_disk.configure(config)
        build(config)
        stage, subject = page_writer.stage(config), state.get(config)
        assert isinstance(subject, OfContent)
        known = {name: one.sum for name, one in stage.written.items()}
        if from_disk:
            for_disk.settle(folder)
            known = {}
        if checked.checks.given.settings.papers:
            from briefing.edge.delivery import papers  # few builds print, and it loads libraries for PDF

            papers.add(folder, subject.assembly)
        parts = manifest.write(subject.assembly, folder, known)
    return Ran(listener.heard, subject.assembly, stage, parts, subject.urls)


def run_again(
    subject: OfLast, configuration: Configuration, folder: Path, today: date, *, preview: bool, url: str
) -> int:
    """Build the last site again into a folder; how many warnings were given."""
    request = Request(configuration.root, subject=subject, preview=preview, compiled=subject.compiled)
    with _listening() as listener:
        config = _configured(configuration, request, folder, today, url)
        build(config)
    return listener.heard


def _configured(
    configuration: Configuration, request: Request, folder: Path, today: date, url: str
) -> MkDocsConfig:
    """What MkDocs builds by."""
    os.environ[NOTICE_OFF] = "1"
    os.environ[EPOCH] = str(clock.epoch_of(today))
    address = {"site_url": url} if url else {}
    told = options(configuration, request, site_dir=str(folder), strict=False, **address)
    config = load_config(str(TOOL / "mkdocs.yml"), **told)
    config.edit_uri = configuration.values.get("edit_uri", config.edit_uri)
    return config


@contextmanager
def _listening() -> Iterator[_Listener]:
    """Say what MkDocs warns of, and count it."""
    listener, log = _Listener(logging.WARNING), logging.getLogger("mkdocs")
    log.addHandler(listener)
    try:
        yield listener
    finally:
        log.removeHandler(listener)


def listen() -> None:
    """Say what MkDocs says, for as long as the process lives: where the preview is, and what it reloads."""
    os.environ[NOTICE_OFF] = "1"
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.addHandler(_Listener(logging.INFO))


class _Listener(logging.Handler):
    """Says what MkDocs says, and counts it."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.heard += 1
        say(printable(record.getMessage()))
