"""Builds a site again of which the look alone has changed: templates of ours, styles and scripts.

What each page shows is known from the last build, and all that is no page stays as it is. Where more than the
look has changed, nothing is done here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content import configuration
from briefing.edge.delivery import manifest, modes, sbom, switch
from briefing.edge.kept import blobs, last_build, made_by, reuse
from briefing.edge.kept.last_build import Before, LastBuild
from briefing.edge.kept.made_by import Asked, Look
from briefing.edge.kept.reuse import Finished, Reuse
from briefing.edge.mkdocs import running
from briefing.edge.mkdocs.of_last import OfLast
from briefing.pages import manifest as manifests
from briefing.pages import search_files


@dataclass(frozen=True, slots=True)
class Redrawing:
    """The last site, and how it is to look."""

    site: Reuse
    look: Look

    def run(self, root: Path, asked: Asked, finish: Callable[[Path], None], *, strict: bool) -> None:
        """Build beside the old site and switch the new one in; `finish` sees it before readers do.

        Lost where what was kept of the old site is not what was written, and the whole is to be built.
        """
        last = self.site.last
        subject = OfLast(self.site, same_bodies=last.look.bodies == self.look.bodies)
        configured = configuration.load(root, asked.audience or None)
        today = date.fromisoformat(asked.today)
        spare = last_build.cleared(last_build.spare(asked))
        try:
            with switch.staged(self.site.site, spare) as folder:
                warnings = running.run_again(
                    subject, configured, folder, today, preview=asked.preview, url=asked.url
                )
                if strict and warnings:
                    raise CannotBuild(f"{warnings} warning(s) of MkDocs, with --strict")
                self._complete(subject, folder)
                finish(folder)
                modes.even_out(folder)
                finished = reuse.finished(folder)
        except MkDocsException as error:
            raise CannotBuild(str(error)) from error
        last_build.forget(asked)
        if not warnings and made_by.of(asked).look == self.look:  # nobody has changed it meanwhile
            with suppress(OSError):  # the site stands; the next build has nothing to begin with
                last_build.keep(asked, self._state(subject, finished))

    def _complete(self, subject: OfLast, folder: Path) -> None:
        """Put into a folder what stays of the old site, and the manifest of the whole."""
        stays = tuple(self._stays())
        for name in stays:
            (folder / name).unlink(missing_ok=True)
        reuse.take_all(self.site, stays, folder)
        sbom.write(folder)
        known = {**{name: self.site.sums[name] for name in stays}, **subject.written}
        whole = json.loads(self.site.manifest)
        data = manifests.as_json(whole, dict(manifest.sums(folder, known)))
        (folder / manifests.FILE).write_bytes(data)

    def _stays(self) -> Iterator[str]:
        """The files that content fills and that are no pages."""
        last = self.site.last
        attached = (
            key.removeprefix(manifests.FILE_OF) for key in last.parts if key.startswith(manifests.FILE_OF)
        )
        for name in sorted({*last.beside, *attached, search_files.ENTRIES}):
            if name not in self.site.sums:
                raise blobs.Lost(f"{name} is not in the last site")
            yield name

    def _state(self, subject: OfLast, finished: Finished) -> LastBuild:
        """What the next build may know."""
        last = self.site.last
        compiled = last.templates if subject.same_bodies else {}
        return replace(
            last,
            look=self.look,
            site=finished.files,
            before=Before(last.site, self.site.folders, is_shared=False),
            manifest=finished.manifest,
            shells=dict(subject.shells),
            templates={**compiled, **subject.templates},
        )
