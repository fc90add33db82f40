"""The live preview: MkDocs' server for it, over builds of ours, which do again only what an edit asks for."""

from __future__ import annotations

import errno
import os
import signal
import socket
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from briefing.edge import clock, terminal
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content.configuration import Configuration
from briefing.edge.content.disk import FOLDERS
from briefing.edge.content.roots import Root
from briefing.edge.delivery.switch import NotASite
from briefing.edge.kept import last_build
from briefing.edge.preview import rest
from briefing.edge.preview.early import Early
from briefing.edge.preview.rebuilding import Rebuilding
from briefing.edge.preview.rest import Rest
from briefing.edge.preview.watching import Watching
from briefing.edge.tool import FILE

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

NOT_FOUND = "404.html"
SITE, EARLY, SIGNS, NEW = "site", "early", "signs", "new"
"""What lies in a preview's folder, and among its signs."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview that was asked for."""

    root: Path
    over: tuple[Root, ...]
    audience: str | None
    today: date | None
    address: str

    def serve(self, configured: Configuration, command: Sequence[str]) -> None:
        """Build, and build again after each edit, until the program is stopped; OSError where it cannot.

        `command` starts another process of this preview, which is to build its site (`rest`).
        """
        host, _, port = self.address.rpartition(":")
        _try(host.strip("[]"), int(port))
        with tempfile.TemporaryDirectory(prefix="briefing-preview-") as name:
            folder = Path(name).resolve()
            early, other = Early(folder / SITE, folder / EARLY), Rest(command, folder / SITE, folder / SIGNS)
            other.signs.mkdir()
            server = _Server(
                builder=Rebuilding(self.root, lambda: self._build(folder / SITE, configured), early, other),
                host=host.strip("[]"),
                port=int(port),
                root=str(folder),
                mount_path=_path(configured),
            )
            server.observer = Watching()
            server.set_app(guarded(early.around(server.serve_request, server.mount_path), host.strip("[]")))
            server.error_handler = lambda code: _page(early.site / NOT_FOUND) if code == 404 else None
            signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the folder goes as it came
            server.watch(str(other.signs))
            server.watch_all(self.watched(), other.signs / NEW)
            try:
                server.builder()
                server.serve()  # type: ignore[no-untyped-call]
            except KeyboardInterrupt:
                terminal.say("The preview is stopped.")
            finally:
                for sign in (signal.SIGINT, signal.SIGTERM):
                    signal.signal(sign, signal.SIG_IGN)  # who cannot wait would leave threads behind
                server.shutdown()
                other.stop()
                last_build.remove(self._build(early.site, configured).asked)

    def rest(self, configured: Configuration, site: Path, sign: Path) -> int:
        """Build the site of a running preview, in its folder; the exit code."""
        rest.give_way()
        try:
            rest.build(self._build(site, configured), sign)
        except (NotASite, CannotBuild, OSError) as error:
            terminal.say(f"The preview stays as it was: {terminal.in_words(error)}")
            return terminal.BROKEN
        except KeyboardInterrupt:
            return terminal.INTERRUPTED
        return terminal.GOOD

    def _build(self, site: Path, configured: Configuration) -> Build:
        url = f"http://{self.address}{_path(configured)}"
        return Build(
            self.root, self.over, site, self.audience, clock.today(self.today), preview=True, url=url
        )

    def watched(self) -> Iterable[Path]:
        """All that is built from, whether or not it is there."""
        roots = (self.root, *(one.path for one in self.over))
        return (root / name for root in roots for name in (*FOLDERS, FILE))


class _Server(LiveReloadServer):
    """MkDocs' server, which watches also what is not there before it serves, such as the folder of briefs."""

    _awaited: tuple[Path, ...] = ()

    def watch_all(self, paths: Iterable[Path], sign: Path) -> None:
        """Watch these as soon as they are there, of which a `sign` tells, a file in a watched folder."""
        self._awaited, self._sign = tuple(paths), sign
        self._watch_what_is_there()

    def service_actions(self) -> None:
        """What is done several times a second while it serves."""
        super().service_actions()
        if self._watch_what_is_there():
            self._sign.touch()

    def _watch_what_is_there(self) -> bool:
        # What cannot be read cannot be watched, and an error would end the thread that serves.
        there = [path for path in self._awaited if os.access(path, os.R_OK)]
        for path in there:
            self.watch(str(path))
        self._awaited = tuple(path for path in self._awaited if path not in there)
        return bool(there)


def _try(host: str, port: int) -> None:
    """An address that is taken is told before the site is built, not after it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            free = f"--address 127.0.0.1:{port + 1}"
            raise OSError(
                f"another program, perhaps another preview, uses {port}: choose another with {free}"
            ) from None


def guarded(app: WSGIApplication, address: str) -> WSGIApplication:
    """A preview that no other site reads, though a browser here be told that its name is this machine's.

    Who lets others in by an address that they can reach lets them call it what they like.
    """

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if may_ask(address, environ.get("HTTP_HOST", "")):
            return app(environ, start)
        start("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [
            b"This preview is for this machine alone. To let others in: serve.py --address 0.0.0.0:8000\n"
        ]

    return answer


def may_ask(address: str, host: str) -> bool:
    """Whether a preview at an address answers to a name; one that is open to a network does to any."""
    if not _is_here(address):
        return True
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return _is_here(name or "")


def _is_here(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _path(configured: Configuration) -> str:
    return urlsplit(configured.site_url or "/").path


def _page(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
