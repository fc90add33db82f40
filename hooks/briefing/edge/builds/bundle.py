"""Makes the zip of a site that readers unpack and open from a disk, without a server.

Its one folder is named after the audience and is a site with a manifest, which `verify.py` checks in the zip
or unpacked.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from briefing.edge.builds.failure import CannotBuild
from briefing.edge.builds.whole import Whole
from briefing.edge.delivery import switch, zips
from briefing.edge.delivery.browser import CannotPrint
from briefing.edge.mkdocs import running
from briefing.model import slug


def write(file: Path, whole: Whole, finish: Callable[[Path], None], *, strict: bool) -> None:
    """Build the pages anew, in a folder that then goes, and put them into a zip; `finish` sees them before.

    CannotBuild or OSError where there is none, or none new.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with (
        switch.at_work(file),
        tempfile.TemporaryDirectory(prefix=switch.prefix(file), dir=file.parent) as folder,
    ):
        try:
            ran = running.run(whole.checked, Path(folder), from_disk=True)
        except (MkDocsException, CannotPrint) as error:
            raise CannotBuild(str(error)) from error
        if strict and ran.warnings:
            raise CannotBuild(f"{ran.warnings} warning(s) of MkDocs, with --strict")
        finish(Path(folder))
        pack(file, Path(folder), slug.joined(["briefing", *slug.words(whole.checked.audience.name)]))


def pack(file: Path, site: Path, top: str) -> None:
    """A zip of all files of a site, below one folder."""
    with zips.written(file) as put:
        for path in sorted((path for path in site.rglob("*") if path.is_file()), key=Path.as_posix):
            put(f"{top}/{path.relative_to(site).as_posix()}", path.read_bytes())
