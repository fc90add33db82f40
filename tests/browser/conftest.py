"""A real browser on the built dossier, with every request and every word on the console noted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import _chromium
import everybody
from reading import Reader, at_its_address, serve

UNWANTED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay",
    "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)  # fmt: skip
"""What lies below the address bar, two more pages for each window that cost more than what a test opens.

Chromium takes the last list alone, so that what Playwright does without stands here too.
"""
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--disable-features={','.join(UNWANTED)}",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine that was too slow is asked once more; the summary tells which was (R)."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def served(dossier: Path) -> Iterator[str]:
    """The dossier on a server of this machine; its address."""
    with serve(dossier) as address:
        yield address


@pytest.fixture(scope="session")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dossier where one page is put into another; its address."""
    with at_its_address(tmp_path_factory.mktemp("home")) as address:
        yield address


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


@pytest.fixture(params=["one of each kind", pytest.param("all", marks=pytest.mark.long)])
def addresses(request: pytest.FixtureRequest, everything: Path) -> list[str]:
    """Pages of the site with every kind of page: at night all that are about the site too."""
    return everybody.addresses(everything) if request.param == "all" else everybody.one_of_each()


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
