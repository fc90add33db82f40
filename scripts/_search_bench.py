"""What the search box of a built site costs its reader: time to the right page, bytes loaded, memory."""

from __future__ import annotations

import functools
import gzip
import http.server
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import _chromium
import _corpus

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
LOADED_BY_SEARCH = ("search/", "assets/js/search", "assets/javascripts/workers/")
PATIENCE = 120_000
"""Milliseconds that a first answer may take."""
FIRST = "li.md-search-result__item:first-child a[href*='/{}/']"
SETTLING = 1_000
"""Milliseconds after which memory is read, so that what only passes through is gone."""


class CannotMeasure(Exception):
    """There is no browser to measure with."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question in a fresh browser."""

    builder: str
    documents: int
    question: str
    opening: float
    """Milliseconds until the home page was there."""
    wait: float
    """Milliseconds from then until the right page was at the head of the results."""
    again: float
    """Milliseconds that a second question took."""
    size: int
    """Bytes of the files that the first question made the browser load."""
    packed: int
    """The same with every file packed by gzip, as servers may send it."""
    files: int
    memory: int | None
    """Bytes that the page's process holds alone; None where the system does not say."""


def questions(documents: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """The titles of two documents of the corpus, and their ids."""
    articles = [one for one in _corpus.files(documents) if one.path.startswith("articles/")]
    first, second = articles[len(articles) // 2], articles[len(articles) // 3]
    return (first.ours["title"], Path(first.path).stem), (second.ours["title"], Path(second.path).stem)


def measure(builder: str, documents: int, site: Path) -> Answer:
    """Open the home page of a site in a fresh browser, and ask for one document and then another."""
    from playwright.sync_api import sync_playwright  # only who measures search needs it

    program = _chromium.find()
    if not program:
        raise CannotMeasure(_chromium.REMEDY)
    (question, right), (other, also_right) = questions(documents)
    with served(site) as (home, loaded), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=list(FLAGS))
        page = browser.new_page()
        started = time.perf_counter()
        page.goto(home)
        opened = time.perf_counter()
        opening = (opened - started) * 1_000
        _ask(page, question, right)
        wait = (time.perf_counter() - opened) * 1_000
        files = _files(site, loaded)
        page.wait_for_timeout(SETTLING)
        memory = _memory(browser)
        started = time.perf_counter()
        _ask(page, other, also_right)
        again = (time.perf_counter() - started) * 1_000
        browser.close()
    contents = [file.read_bytes() for file in files]
    packed = sum(len(gzip.compress(content, mtime=0)) for content in contents)
    size = sum(map(len, contents))
    return Answer(builder, documents, question, opening, wait, again, size, packed, len(files), memory)


def _ask(page: Any, question: str, right: str) -> None:
    box = page.locator("input.md-search__input")
    box.click()
    box.fill(question)
    page.keyboard.press("Shift")  # the box listens to keys
    page.locator(FIRST.format(right)).first.wait_for(state="attached", timeout=PATIENCE)


def _files(site: Path, loaded: list[str]) -> list[Path]:
    """What was loaded for search, each file once."""
    paths = sorted({unquote(urlsplit(path).path).lstrip("/") for path in loaded})
    return [site / path for path in paths if path.startswith(LOADED_BY_SEARCH) and (site / path).is_file()]


def _memory(browser: Any) -> int | None:
    """The largest of the browser's pages' processes."""
    if sys.platform != "linux":
        return None
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = [_private(one["id"]) for one in found if one["type"] == "renderer"]
    return max(sizes, default=None)


def _private(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[str]]]:
    """A plain file server for a site: its address, and the paths that it was asked for."""
    loaded: list[str] = []
    handler: Callable[..., http.server.BaseHTTPRequestHandler] = functools.partial(
        _handler(loaded), directory=str(site)
    )
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", loaded
        server.shutdown()


def _handler(loaded: list[str]) -> type[http.server.SimpleHTTPRequestHandler]:
    class Noting(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

        def do_GET(self) -> None:
            loaded.append(self.path)
            super().do_GET()

    return Noting


def table(answers: list[Answer]) -> str:
    """The answers of one size of corpus, builder by builder."""
    lines = [f"search, {answers[0].documents} documents, first the question {answers[0].question!r}"]
    heads = f"{'':14}{'page ms':>9}{'first ms':>10}{'next ms':>9}"
    lines.append(f"{heads}{'kB':>8}{'kB gzip':>9}{'files':>7}{'memory MB':>11}")
    for one in answers:
        memory = "–" if one.memory is None else f"{one.memory / 1e6:.0f}"
        sizes = f"{one.size / 1e3:>8.0f}{one.packed / 1e3:>9.0f}{one.files:>7}"
        lines.append(
            f"{one.builder:14}{one.opening:>9.0f}{one.wait:>10.0f}{one.again:>9.0f}{sizes}{memory:>11}"
        )
    return "\n".join(lines)
