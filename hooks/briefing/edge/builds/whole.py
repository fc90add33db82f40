"""Reads, checks and builds a whole site, with what the last build left for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from briefing.edge.builds import keeping
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content.assemble import Checked, check
from briefing.edge.content.disk import FOLDERS
from briefing.edge.content.memory import Memory
from briefing.edge.content.roots import Root
from briefing.edge.delivery import modes, switch
from briefing.edge.delivery.browser import CannotPrint
from briefing.edge.kept import last_build, made_by, reuse, stamps
from briefing.edge.kept.made_by import Asked, MadeBy
from briefing.edge.kept.reuse import Reuse
from briefing.edge.kept.stamps import Stamp
from briefing.edge.mkdocs import running
from briefing.edge.mkdocs.running import Ran
from briefing.edge.tool import FILE
from briefing.validate import gone

Sources = Sequence[Mapping[str, Stamp]]
"""What the files of each content root are known by."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All content, checked, and what its files were known by before they were read."""

    checked: Checked
    sources: Mapping[str, Stamp]

    @classmethod
    def of(
        cls,
        root: Path,
        over: tuple[Root, ...],
        audience: str | None,
        today: date,
        *,
        preview: bool,
        papers: bool,
    ) -> Whole:
        """Read and check content roots; once more where they have changed meanwhile, as with their branch."""
        memory = Memory(root)

        def read() -> tuple[Checked, Sources, int]:
            looked, found = time.time_ns(), _sources(root, over)
            checked = check(
                root,
                over=over,
                audience=audience,
                today=today,
                preview=preview,
                papers=papers,
                making=memory.converter,
            )
            return checked, found, looked

        checked, found, looked = read()
        if _sources(root, over) != found:
            checked, found, looked = read()  # who goes on writing is noticed by the next build
        memory.keep()
        return cls(checked.lean, stamps.settled(found[0], looked) if found else {})

    @property
    def untold(self) -> Iterable[str]:
        """The addresses that may end without a word."""
        return gone.untold(self.checked.checks.content, self.checked.audience)

    def run(
        self, out: Path, last: Reuse | None, finish: Callable[[Path], None], *, strict: bool, url: str = ""
    ) -> Ran:
        """Build beside the old site and switch the new one in."""
        try:
            with switch.staged(out) as folder:
                ran = running.run(self.checked, folder, reuse=last, keeps=True, url=url)
                if strict and ran.warnings:
                    raise CannotBuild(f"{ran.warnings} warning(s) of MkDocs, with --strict")
                finish(folder)
                modes.even_out(folder)
                ran = ran._replace(site=reuse.finished(folder))
        except (MkDocsException, CannotPrint) as error:
            raise CannotBuild(str(error)) from error
        return ran

    def keep(self, asked: Asked, by: MadeBy, ran: Ran) -> None:
        """Keep what the next build may use; one with warnings is made anew, so that they are said again."""
        last_build.forget(asked)
        if not ran.warnings and made_by.of(asked) == by:  # nobody has changed the tool meanwhile
            with suppress(OSError):  # the site stands; the next build has nothing to begin with
                keeping.keep(asked, by, self.sources, self.checked, ran)
        for shelf in ran.stage.shelves:
            shelf.close()


def _sources(root: Path, over: Iterable[Root]) -> Sources:
    """Nothing where a root cannot be read: that is a problem, or the next build looks anew."""
    try:
        return [stamps.of_sources(one, FOLDERS, FILE) for one in (root, *(each.path for each in over))]
    except OSError:
        return ()
