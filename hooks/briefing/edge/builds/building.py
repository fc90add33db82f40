"""One build of a site: as little of it as is surely enough, else the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.edge.builds import patching, touched
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.builds.patches import Patch
from briefing.edge.content.roots import Root
from briefing.edge.kept import last_build, made_by, reuse
from briefing.edge.kept.blobs import Lost
from briefing.edge.kept.last_build import LastBuild
from briefing.edge.kept.made_by import Asked, MadeBy
from briefing.edge.kept.reuse import Reuse
from briefing.edge.tool import TOOL
from briefing.model.marking import Audience
from briefing.model.problem import Problem
from briefing.model.settings import Settings

if TYPE_CHECKING:
    from briefing.edge.builds.redraw import Redrawing
    from briefing.edge.builds.whole import Whole
    from briefing.edge.mkdocs.running import Ran


@dataclass(frozen=True)
class Build:
    """A build that was asked for. What it finds out, it finds out once."""

    root: Path
    over: tuple[Root, ...]
    out: Path
    asked_audience: str | None
    today: date
    strict: bool = False
    preview: bool = False
    url: str = ""
    """Where a preview is served, which its pages take for the site's address."""
    papers: bool = False
    """Whether each brief is printed too."""
    signer: str = ""
    """The key that it is signed by when it is finished."""

    @property
    def roots(self) -> tuple[Path, ...]:
        """The content roots that were asked for, the base first; none where it is this project's."""
        return (*((self.root,) if self.root != TOOL else ()), *(one.path for one in self.over))

    @cached_property
    def asked(self) -> Asked:
        over = tuple(f"{one.name} {one.path}" for one in self.over)
        places = str(self.root), over, str(self.out)
        audience, day = self.asked_audience or "", self.today.isoformat()
        return Asked(*places, audience, day, self.preview, self.url, self.papers, self.signer)

    @cached_property
    def made_by(self) -> MadeBy:
        return made_by.of(self.asked)

    @cached_property
    def last(self) -> Reuse | None:
        """The last site, if it is known and stands."""
        found = last_build.load(self.asked, self.made_by)
        return reuse.of(found, self.out) if found else None

    @cached_property
    def patch(self) -> Patch | None:
        """What becomes of the last site, where texts alone have changed since."""
        if not self.last or not self._is_simple or self.last.last.look != self.made_by.look:
            return None
        return touched.patch(self.root, self.last)

    @cached_property
    def redrawing(self) -> Redrawing | None:
        """The last site, where the look alone has changed since."""
        last, look = self.last, self.made_by.look
        if not last or not self._is_simple or last.last.look == look:
            return None
        if not last.last.samples or not touched.is_unchanged(self.root, last):
            return None
        from briefing.edge.builds.redraw import Redrawing  # it loads MkDocs

        return Redrawing(last, look)

    @property
    def _is_simple(self) -> bool:
        """Whether the last site may tell all of the next."""
        return not self.over and not self.papers

    @property
    def _known(self) -> LastBuild | None:
        """What is known already, where the content need not be read."""
        if self.patch:
            return self.patch.state
        return self.redrawing.site.last if self.redrawing else None

    @cached_property
    def whole(self) -> Whole:
        """The content, read and checked as a whole."""
        from briefing.edge.builds.whole import Whole  # it loads MkDocs, which a patch does without

        return Whole.of(
            self.root,
            self.over,
            self.asked_audience,
            self.today,
            preview=self.preview,
            papers=self.papers,
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._known.problems if self._known else self.whole.checked.problems

    @property
    def documents(self) -> int:
        """How many documents were looked at."""
        return self._known.documents if self._known else self.whole.checked.checks.document_count

    @property
    def settings(self) -> Settings:
        return self._known.settings if self._known else self.whole.checked.configuration.settings

    @property
    def audience(self) -> Audience:
        return self.settings.audience

    @property
    def untold(self) -> Iterable[str]:
        """The addresses that may end without a word."""
        return self._known.untold if self._known else self.whole.untold

    @property
    def is_stopped(self) -> bool:
        """Whether problems keep the site from being built."""
        return self._stopped_by(self.problems)

    def _stopped_by(self, problems: tuple[Problem, ...]) -> bool:
        has_errors = any(problem.is_error for problem in problems)
        return (has_errors and not self.preview) or (self.strict and bool(problems))

    def run(self, finish: Callable[[Path], None], stands: Callable[[], None] = lambda: None) -> Ran | None:
        """Build beside the old site and switch the new one in; `finish` sees it before readers do.

        `stands` is called when they do; by a build of the whole, before it keeps what the next may use.
        What it was made of, where it was built as a whole. CannotBuild, NotASite or OSError where nothing was
        built, and the old site stands.
        """
        with suppress(Lost):
            if self.patch and self.last:
                patching.apply(self.patch, self.last, self.asked, finish, in_place=self.preview)
                stands()
                return None
            if self.redrawing:
                self.redrawing.run(self.root, self.asked, finish, strict=self.strict)
                stands()
                return None
        if self._known and self._stopped_by(self.whole.checked.problems):
            raise CannotBuild(
                "the content has changed since it was looked at, and has errors now; build again"
            )
        looks_alike = self.last is not None and self.last.last.look.bodies == self.made_by.look.bodies
        last = self.last if looks_alike else None
        ran = self.whole.run(self.out, last, finish, strict=self.strict, url=self.url)
        stands()
        self.whole.keep(self.asked, self.made_by, ran)
        return ran
