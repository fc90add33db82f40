"""The report on a pull request, opened from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import FileSystemLoader
from playwright.sync_api import Browser

import make
from briefing.report import as_html
from compared import report, side

TEMPLATES = Path(__file__).resolve().parents[2] / "docs/.report"
HOSTILE = "<img src=https://example.org/p.png onerror=\"document.title='ran'\"><style>*{display:none}</style>"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A report on much that changed, some of it written by someone who means harm."""
    old = make.brief(
        "harbour",
        title="Fees at the harbour",
        summary="Fees will rise in May, the port says.",
        judgements=[make.judgement(text="The fees rise before the end of May.", likelihood="likely")],
        sources=[{"title": "A statement of the port", "id": "port", "credibility": "2"}],
    )
    new = make.brief(
        "harbour",
        title="Fees at the harbour",
        summary="Fees will rise in June, the port says.",
        judgements=[make.judgement(text="The fees rise before the end of June.", likelihood="unlikely")],
        sources=[{"title": "A statement of the port", "id": "port", "credibility": "4"}],
        question=HOSTILE,
        actors=["india"],
        events=[{"date": "2026-06", "title": "Fees rise", "basis": "expected"}],
    )
    was, now = (
        {
            "briefs/harbour": make.Text(
                html=f"<p>The port {said} fees{'x' * 300}, and says why.</p><p>Nothing else is known.</p>"
            )
        }
        for said in ("raises no", "will raise its")
    )
    documents = (make.topic("trade"), make.actor("india", type="country"))
    found = report(side(*documents, old, texts=was), side(*documents, new, make.article("talks"), texts=now))
    path = tmp_path / "report.html"
    path.write_text(as_html.form(found, FileSystemLoader(TEMPLATES)), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_from_a_disk_shows_what_differs_and_asks_for_nothing(
    chromium: Browser, place: Path, width: int, scheme: str, tmp_path: Path
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(place.as_uri())

    assert asked == [place.as_uri()]
    assert complaints == []
    assert page.title() == "What changes for readers"
    assert page.get_by_text("will raise its", exact=True).evaluate("one => one.tagName") == "INS"
    assert page.get_by_text("raises no", exact=True).is_visible()
    assert page.get_by_text(HOSTILE).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.querySelector('ins')).textDecorationLine") == "underline"
    assert page.locator("td").first.is_visible()
    page.screenshot(path=tmp_path / "report.png", full_page=True)
    context.close()
