"""A browser with a tripwire: what ran, what asked another host, what left its place or took the page's names."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Error, Page, Request


def script(name: str) -> str:
    """One of our scripts for the page."""
    return (Path(__file__).parent / "scripts" / f"{name}.js").read_text(encoding="utf-8")


class Server(ThreadingHTTPServer):
    """A plain file server that can keep the search index back: browsers work on it at every page."""

    has_search = False


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path.endswith("/search_index.json") and not cast(Server, self.server).has_search:
            index = json.loads(Path(self.translate_path(self.path)).read_bytes())
            written = json.dumps({**index, "docs": []}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def serve(site: Path) -> Iterator[Server]:
    """A folder on a server of this machine, for as long as the iterator lives."""
    with Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_port}/"


@dataclass
class Watch:
    """A context of a browser in which nothing that runs or asks goes unnoticed.

    No slots: Playwright keeps notes on whose methods it calls.
    """

    page: Page
    home: str
    ran: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    thrown: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """What is on a page and should not be."""

    def note_run(self, said: object) -> None:
        self.ran.append(f"{said} on {self.page.url}")

    def note_request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:", "chrome")):
            self.foreign.append(f"{request.url} from {self.page.url}")

    def open(self, address: str) -> None:
        """A page, and a reader's mouse and keys on everything in it."""
        self.page.goto(f"{self.home}{address}")
        self.page.evaluate(script("act"))

    def visit(self, address: str) -> None:
        """A file of the site by itself; what a browser only saves is no page."""
        try:
            self.page.goto(f"{self.home}{quote(address)}")
        except Error as error:
            if "Download is starting" not in error.message and "ERR_ABORTED" not in error.message:
                raise

    def frame(self) -> Mapping[str, str]:
        """How the page around a text looks, and what its names mean."""
        found: dict[str, str] = self.page.evaluate(script("frame"))
        return found

    def look(self) -> None:
        """Note what is on the open page and should not be."""
        odd: list[str] = [*self.page.evaluate(script("look")), *self.page.evaluate(script("covered"))]
        self.seen += [f"{self.page.url}: {what}" for what in odd]

    def search(self, words: str) -> int:
        """How many results some words bring, after all of them have been shown."""
        self.page.goto(self.home)
        self.page.locator("input.md-search__input").click()
        self.page.keyboard.type(words)
        self.page.locator(".md-search-result__item").first.wait_for(timeout=20_000)
        result: Any = self.page.evaluate(script("scroll"))
        self.seen += [f"search for {words}: {what}" for what in result[1]]
        return int(result[0])

    @property
    def caught(self) -> list[str]:
        """All that no reader should meet."""
        return [*self.ran, *self.foreign, *self.thrown, *self.seen]


@contextmanager
def watching(chromium: Browser, home: str, *, bypass_csp: bool) -> Iterator[Watch]:
    """A context with the tripwire; without the page's policy where it is to be passed by."""
    context: BrowserContext = chromium.new_context(
        bypass_csp=bypass_csp, viewport={"width": 1440, "height": 900}, accept_downloads=False
    )
    page = context.new_page()
    watch = Watch(page, home)
    context.expose_binding("trip", lambda source, said: watch.note_run(said))
    context.add_init_script(script("hooks"))
    context.on("request", watch.note_request)
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("pageerror", lambda error: watch.thrown.append(f"{error} on {page.url}"))
    page.on("popup", lambda popup: watch.note_run("a window was opened"))
    try:
        yield watch
    finally:
        context.close()
