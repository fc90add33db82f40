"""Serves a built site to a browser, and notes what the browser asks for and complains of."""

from __future__ import annotations

import functools
import http.server
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

import site_builds
from everybody import OF_DOSSIER

NOTHING_MORE: Mapping[str, str] = {}
PATIENCE = 400
HAS_LIST = """performance.getEntriesByType("resource").some(
  (one) => one.name.endsWith("/sitemap.xml") && one.responseEnd > 0)"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def serve(site: Path, port: int = 0) -> Iterator[str]:
    """A folder on a plain file server, for as long as the iterator lives; at any free port, or this one."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def at_its_address(folder: Path, more: Mapping[str, str] = NOTHING_MORE) -> Iterator[str]:
    """The dossier and more files, at the address that it was built for.

    Only there is one page put into another without loading it anew.
    """
    root = folder / "root"
    for name in OF_DOSSIER:
        shutil.copytree(site_builds.PROJECT / name, root / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"mkdocs.yml": f"site_url: http://127.0.0.1:{port}/\n"}
    for name, text in (settings | {**more}).items():
        (root / name).write_text(text, encoding="utf-8")
    with serve(site_builds.build(folder / "site", root=root), port) as address:
        yield address


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for what soon holds; the policy keeps Playwright from waiting for a function in the page."""
    for _ in range(PATIENCE):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not come to hold")


def stir(page: Page) -> None:
    """Wait until links are followed without loading pages anew: the theme waits for a reader to stir."""

    def has_list() -> bool:
        page.mouse.move(2, 2)
        page.mouse.move(4, 4)
        return bool(page.evaluate(HAS_LIST))

    page.wait_for_load_state("load")
    until(page, has_list)
    page.wait_for_load_state("networkidle")


@dataclass
class Reader:
    """Someone who reads the site, and what the browser noticed meanwhile.

    No slots: Playwright keeps notes on whose methods it calls.
    """

    page: Page
    home: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def note_request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.foreign.append(request.url)

    def note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, address: str) -> None:
        self.page.goto(f"{self.home}{address}")

    def search(self, words: str) -> list[str]:
        """The addresses of the results for some words, best first."""
        # The box opens its list when it gets the focus, so that it must not have it already.
        closed = "document.getElementById('__search').checked = false; document.activeElement.blur()"
        self.page.evaluate(closed)
        box = self.page.locator("input.md-search__input")
        if not box.is_visible():
            self.page.locator("label[for=__search]").first.click()
        box.click()
        results = self.page.locator(".md-search-result__item a.md-search-result__link")
        for typed in ("", words):  # at once, for one answer: those to a part of the words would come first
            box.fill(typed)
            self.page.keyboard.press("Shift")  # the box listens to keys
            if not typed:
                expect(results).to_have_count(0, timeout=15_000)
        results.first.wait_for(timeout=15_000)
        self.page.wait_for_timeout(300)
        found = [link.get_attribute("href") or "" for link in results.all()]
        return [href.removeprefix(self.home).split("?")[0] for href in found]
