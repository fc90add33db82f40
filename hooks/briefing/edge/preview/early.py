"""Pages that a preview shows before they are in its site, in the shells of the last one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape

from briefing.edge.builds import retouch
from briefing.edge.kept.last_build import LastBuild
from briefing.model.source import Address
from briefing.pages import linked_data, shell
from briefing.pages.manifest import PAGE
from briefing.pages.render import Renderer
from briefing.pages.shell import Filling, Form, Shell, Slot
from briefing.views.shapes.pages import Shown

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PLACES = frozenset((Slot.CANONICAL, Slot.FEED, Slot.EDIT))
"""What a page says of where it lies, and nothing else of it."""


@dataclass(frozen=True, slots=True)
class Early:
    """Pages that are shown in the place of those of a site, which lies in the folder beside theirs."""

    site: Path
    folder: Path
    _addresses: set[str] = field(default_factory=set)

    def add(self, pages: Mapping[Address, bytes], vacant: Iterable[Address]) -> None:
        """Show these from now on, and nothing at the `vacant` addresses."""
        for address, data in pages.items():
            (self.folder / address).mkdir(parents=True, exist_ok=True)
            (self.folder / address / PAGE).write_bytes(data)
        for address in vacant:
            (self.folder / address / PAGE).unlink(missing_ok=True)
        self._addresses.update(pages, vacant)

    def clear(self) -> None:
        """Show the site as it is."""
        self._addresses.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def around(self, app: WSGIApplication, mount: str) -> WSGIApplication:
        """A server of the folder above both, as a server of the site with these pages in it."""

        def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            path = environ.get("PATH_INFO", "")
            if not f"{path}/".startswith(mount) or path.startswith("/livereload/"):
                return app(environ, start)
            address = f"{path.removeprefix(mount).removesuffix(PAGE).rstrip('/')}/"
            said, page = _asked(app, environ, self.folder.name, mount)
            # Only now: it may have waited for a build, after which the page lies in the other folder.
            if address not in self._addresses:
                said, page = _asked(app, environ, self.site.name, mount)
            start(*said)
            return page

        return answer


def _asked(
    app: WSGIApplication, environ: WSGIEnvironment, folder: str, mount: str
) -> tuple[tuple[str, list[tuple[str, str]]], Iterable[bytes]]:
    """What a server of the folder above answers of one of its folders, as if that lay at the `mount`."""
    path, below = environ["PATH_INFO"], f"{mount}{folder}/"
    told: list[tuple[str, list[tuple[str, str]]]] = []

    def begin(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        told.append((status, [(name, text.replace(below, mount, 1)) for name, text in headers]))
        return bytes  # nothing is written but what is given back

    page = app({**environ, "PATH_INFO": below.rstrip("/") + path[len(mount) - 1 :]}, begin)
    return told[0], page


def pages(shown: Mapping[Address, Shown], last: LastBuild) -> Mapping[Address, bytes]:
    """The files of pages; of those for which the last site has no shell there is none.

    `Lost` where what was kept of it cannot be read.
    """
    renderer = retouch.renderer_of(last)
    found = {address: _page(page, last, renderer) for address, page in shown.items()}
    return {address: data for address, data in found.items() if data is not None}


def _page(page: Shown, last: LastBuild, renderer: Renderer) -> bytes | None:
    was = filling(page.head.address, last)
    if was is None:
        return None
    told = {Slot.TITLE: page.head.title, Slot.SUMMARY: page.head.summary}
    said = {slot: str(escape(text)) for slot, text in told.items() if text}
    said |= {slot: text for slot, text in was.said.items() if slot in PLACES}
    if linked_data.has(page):
        said[Slot.DATA] = renderer.linked_data(page, was.form.up)
    form = was.form._replace(slots=frozenset((*said, Slot.BODY)), scripts=page.head.scripts)
    around = _shell(form, last)
    if around is None:
        return None
    return shell.encoded(around.filled({**dict.fromkeys(Slot, ""), **said}, renderer.whole(page, form.up)))


def filling(address: Address, last: LastBuild) -> Filling | None:
    """What the page says in its shell, or would say where it is new: as its neighbours do."""
    drawn, id_ = last.page(f"{address}{PAGE}"), _id(address)
    if drawn:
        found: Filling = last.read(drawn.filling)
        return found
    folder = address.removesuffix(f"{id_}/")
    neighbour = next((name for name in last.drawn if name.startswith(folder) and name.count("/") == 2), None)
    beside = last.page(neighbour) if neighbour else None
    if neighbour is None or beside is None:
        return None
    of, other = last.read(beside.filling), _id(neighbour.removesuffix(PAGE))
    # The last of its kind in an address: folders may begin with the same letters.
    said = {slot: f"/{id_}".join(text.rsplit(f"/{other}", 1)) for slot, text in of.said.items()}
    return Filling(of.form, said)


def _id(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _shell(form: Form, last: LastBuild) -> Shell | None:
    """The shell of a form, or one of its place that can hold as much."""
    others = [one for one in last.shells if one.folder == form.folder and one.depth == form.depth]
    fitting = [one for one in others if one.slots >= form.slots]
    nearest = min(fitting, key=lambda one: (one.scripts != form.scripts, len(one.slots)), default=None)
    return last.shells[nearest] if nearest else None
