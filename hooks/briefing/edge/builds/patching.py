"""Makes of the last site the next one, as a patch says, and keeps what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from briefing.edge.builds.patches import Patch, Step
from briefing.edge.delivery import switch
from briefing.edge.delivery.modes import FILE_MODE
from briefing.edge.kept import last_build, reuse, stamps
from briefing.edge.kept.blobs import Blobs, Lost
from briefing.edge.kept.last_build import Before, Drawn
from briefing.edge.kept.made_by import Asked
from briefing.edge.kept.reuse import Finished, Reuse
from briefing.edge.packing import Packer
from briefing.pages import manifest, shell

NOTHING = Before(MappingProxyType({}), MappingProxyType({}), is_shared=True)
"""Of an empty folder, in which no file is a copy."""


def apply(
    patch: Patch, site: Reuse, asked: Asked, finish: Callable[[Path], None], *, in_place: bool = False
) -> None:
    """Switch in the site as the patch makes it; `finish` sees it before readers do.

    A preview is changed `in_place`: its only reader would rather wait for one file than for all.
    """
    if not (patch.files or patch.gone):
        if patch.state != site.last:
            last_build.keep(asked, patch.state)
        else:
            last_build.note_use(asked)
        return
    if in_place:
        _write(patch, site.site)
        for name in patch.gone:
            (site.site / name).unlink(missing_ok=True)
        with suppress(OSError):
            _keep(patch, site, asked, None, _finished(patch, site, site.site))
        return
    place = last_build.spare(asked)
    before = reuse.standing(place, site.last.before)
    spare = place if before else last_build.cleared(place)
    with switch.staged(site.site, spare) as folder:
        there = reuse.standing(folder, before) if any(folder.iterdir()) else NOTHING
        if there is None:
            raise Lost("another build has put its site by")
        is_shared = _lay_out(folder, there.files, patch, site) and there.is_shared
        _write(patch, folder)
        finish(folder)
        finished = _finished(patch, site, folder)
    with suppress(OSError):  # the site stands; the next build finds that it is not the one it knows
        _keep(patch, site, asked, Before(site.last.site, site.folders, is_shared), finished)


def _lay_out(folder: Path, there: Mapping[str, stamps.Stamp], patch: Patch, site: Reuse) -> bool:
    """Put what stays of the last site into a folder, which may hold much of it, and take out the rest.

    Whether what was put there is the same file under another name, and no copy.
    """
    other = patch.gone.union(patch.files)
    stays = {name: site.last.site[name] for name in site.sums if name not in other}
    for name in there:
        if stays.get(name) != there[name]:
            (folder / name).unlink()
    return reuse.take_all(site, (name for name, stamp in stays.items() if there.get(name) != stamp), folder)


def _write(patch: Patch, folder: Path) -> None:
    """Put the new files into a site, each at once."""
    reuse.make_all(str(folder), {name.rpartition("/")[0] for name in patch.files})
    for name, data in patch.files.items():
        new = folder / f"{name}.new"
        new.write_bytes(data)
        new.chmod(FILE_MODE)
        new.replace(folder / name)


def _keep(patch: Patch, site: Reuse, asked: Asked, before: Before | None, finished: Finished) -> None:
    """Let the next build begin from here; `before` is what lies in the spare folder."""
    packer, blobs = Packer(), Blobs(last_build.place(asked), anew=False)
    try:
        told = {step.uri: blobs.put(packer.pack(step.new.told)).packed for step in patch.steps}
        drawn = {step.page: _drawn(step, packer, blobs) for step in patch.steps}
    finally:
        blobs.close()
    state = replace(
        patch.state,
        told={**site.last.told, **told},
        drawn={**site.last.drawn, **drawn},
        site=finished.files,
        before=before,
        manifest=finished.manifest,
    )
    last_build.keep(asked, state)


def _drawn(step: Step, packer: Packer, blobs: Blobs) -> bytes:
    shown = packer.pack(step.new.shown)
    digest = shell.digest_of(step.filling, shown)
    return Drawn(digest, blobs.put(packer.pack(step.filling)), blobs.put(shown)).packed


def _finished(patch: Patch, site: Reuse, folder: Path) -> Finished:
    """What is to be known of the new site."""
    told = manifest.sum_of((folder / manifest.FILE).read_bytes())
    return Finished(dict(_files(patch, site, folder)), told.sha256)


def _files(patch: Patch, site: Reuse, folder: Path) -> Iterator[tuple[str, stamps.Stamp]]:
    """The stamps of all files of the new site."""
    for name, stamp in site.last.site.items():
        if name not in patch.gone and name not in patch.files and name != manifest.SIGNATURE:
            yield name, stamp
    for name in (*patch.files, manifest.SIGNATURE):
        path = folder / name
        if path.exists():
            yield name, stamps.plain(path.stat())
