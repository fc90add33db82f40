"""A real browser on the built dossier, with every request and every word on the console noted."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import _chromium
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def served(dossier: Path) -> Iterator[str]:
    """The dossier on a server of this machine, below a sub-path; its address."""
    yield from serve(dossier)


def serve(site: Path) -> Iterator[str]:
    """A folder on a plain file server, for as long as the iterator lives."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium."""
    found = _chromium.find()
    if not found:
        pytest.skip(_chromium.REMEDY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(found), args=list(FLAGS))
        yield browser
        browser.close()


@dataclass(slots=True)
class Reader:
    """Someone who reads the site, and what the browser noticed meanwhile."""

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
        self.page.keyboard.press("Escape")
        box = self.page.locator("input.md-search__input")
        if not box.is_visible():
            self.page.locator("label[for=__search]").first.click()
        box.fill("")
        box.type(words)
        self.page.keyboard.press("Shift")  # the box listens to keys, and not all letters send one
        results = self.page.locator(".md-search-result__item a.md-search-result__link")
        results.first.wait_for(timeout=15_000)
        self.page.wait_for_timeout(300)
        found = [link.get_attribute("href") or "" for link in results.all()]
        return [href.removeprefix(self.home).split("?")[0] for href in found]


@pytest.fixture
def reader(chromium: Browser, served: str) -> Iterator[Reader]:
    """A reader with a fresh browser window."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    one = Reader(page, served)
    page.on("request", one.note_request)
    page.on("console", one.note_message)
    page.on("pageerror", lambda error: one.complaints.append(str(error)))
    yield one
    context.close()
