"""What a page weighs with everything it loads: readers have slow lines, too."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

pytestmark = [pytest.mark.browser, pytest.mark.site]

BRIEF, PICTURES = 250_000, 600_000
"""In bytes, compressed; the search index apart, which is asked for by the way."""


def loaded(browser: Browser, address: str) -> Mapping[str, int]:
    """Every file that a first visit to a page loads, and its size as a web server sends it."""
    sizes: dict[str, int] = {}

    def weigh(request: Request) -> None:
        response = request.response()
        body = response.body() if response else b""
        sizes[request.url] = len(body if request.url.endswith(".woff2") else gzip.compress(body, mtime=0))

    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.on("requestfinished", weigh)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 100_000)
    page.wait_for_timeout(500)
    context.close()
    return {url: size for url, size in sizes.items() if "/search/" not in url}


def test_a_brief_is_light(chromium: Browser, served: str, dossier: Path) -> None:
    briefs = sorted(path.parent.name for path in (dossier / "briefs").glob("*/index.html"))
    found = {name: loaded(chromium, f"{served}briefs/{name}/") for name in briefs}

    assert len(briefs) > 3
    assert all(any(url.endswith(".woff2") for url in sizes) for sizes in found.values())
    assert {name: sum(sizes.values()) for name, sizes in found.items() if sum(sizes.values()) > BRIEF} == {}


@pytest.mark.parametrize("address", ["network/", "timeline/"])
def test_a_page_with_a_picture_is_not_heavy(chromium: Browser, served: str, address: str) -> None:
    sizes = loaded(chromium, served + address)

    assert any("/of-pages/" in url for url in sizes)
    assert sum(sizes.values()) <= PICTURES
