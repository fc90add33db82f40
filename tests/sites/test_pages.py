"""The built dossier: every address is there, every link leads somewhere, nothing loads from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

import built_html
import case
import html_checker
import site_builds
from briefing.edge.mkdocs.file_list import SHEET
from briefing.edge.tool import TOOL

pytestmark = pytest.mark.site

ADDRESSES = (
    "", "briefs/", "articles/", "actors/", "topics/", "agreements/", "timeline/", "timeline/2025/",
    "judgements/", "network/", "digests/", "digests/2025-11/", "digests/2025-W45/",
    "about/", "about/likelihood/", "about/markings/", "about/add-a-brief/", "about/problems/",
    "about/hosting/", "about/data/",
    "briefs/framework-assessment/", "articles/framework-signed/", "actors/rajnath-singh/",
    "topics/trade/", "agreements/sosa/",
)  # fmt: skip
FILES = (
    "feed.xml",
    "actors/india/feed.xml",
    "topics/trade/feed.xml",
    "timeline/calendar.ics",
    "data/documents.json",
    "data/documents.csv",
    "data/schema/documents.json",
    "sitemap.xml",
    "404.html",
)
BRIEF = """---
title: The harbour
summary: It stays open.
date: 2025-11-03
authors: [Desk]
topics: [trade]
sources: [{title: A note}]
---
It holds.
"""
STOCK = "Attribute “autocomplete” is only allowed when the input type is"
"""Material's own switches for drawer and search."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_kind_of_page_has_its_address(dossier: Path, address: str) -> None:
    assert (dossier / address / "index.html").is_file()


def test_an_old_address_leads_on_and_is_not_offered_as_a_page(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "site_url: https://example.org/x/\n",
        "docs/topics/trade.md": "---\nname: Trade\nformer: [commerce]\n---\n",
    }
    root = case.Case("", files, {}).write(tmp_path / "root")

    site = site_builds.build(tmp_path / "site", root=root)

    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    old = (site / "topics/commerce/index.html").read_text(encoding="utf-8")
    assert "<loc>https://example.org/x/topics/trade/</loc>" in listed
    assert "commerce" not in listed
    assert 'content="0; url=../../topics/trade/"' in old
    assert 'rel="canonical"' not in old


@pytest.mark.parametrize("file", FILES)
def test_feeds_calendar_and_data_have_their_addresses(dossier: Path, file: str) -> None:
    assert (dossier / file).is_file()


def test_a_page_waits_for_one_style_sheet_of_ours(dossier: Path) -> None:
    """On a slow line each file costs a round trip: the sheets of the settings are one, in their order."""
    settings = yaml_load((TOOL / "mkdocs.yml").read_text(encoding="utf-8"))
    sheets = [(TOOL / "docs" / path).read_text(encoding="utf-8") for path in settings["extra_css"]]
    html = (dossier / "index.html").read_text(encoding="utf-8")

    assert len(sheets) > 3
    assert (dossier / SHEET).read_text(encoding="utf-8") == "\n".join(sheets)
    assert [path.name for path in (dossier / "assets/css").iterdir()] == [Path(SHEET).name]
    assert html.count('href="assets/css/') == 1


@pytest.mark.parametrize("address", ADDRESSES[1:])
def test_every_page_has_a_way_up(dossier: Path, address: str) -> None:
    page = (dossier / address / "index.html").read_text(encoding="utf-8")
    way = re.findall(r'href="([^"]*)"', page.partition('class="br-path"')[2].partition("</nav>")[0])

    depth = address.count("/")
    assert way == ["/".join([".."] * depth), *(["../"] if depth > 1 else [])]


def test_every_internal_link_and_anchor_resolves(dossier: Path) -> None:
    pages = {page.path.resolve(): page for page in built_html.pages(dossier)}
    dead = [
        f"{page.path.relative_to(dossier)}: {href}"
        for page in pages.values()
        for href in page.links
        if (found := built_html.target(dossier, page.path, href))
        and (
            not found[0].is_file() or (found[1] and found[0] in pages and found[1] not in pages[found[0]].ids)
        )
    ]

    assert dead == []


def test_no_page_has_an_id_twice(dossier: Path) -> None:
    twice = [
        f"{page.path.relative_to(dossier)}: {id_}"
        for page in built_html.pages(dossier)
        for id_, times in page.ids.items()
        if times > 1
    ]

    assert twice == []


def test_nothing_is_loaded_from_another_host(dossier: Path) -> None:
    foreign = [
        f"{page.path.relative_to(dossier)}: {url}"
        for page in built_html.pages(dossier)
        for url in page.loads
        if url.startswith(("http:", "https:", "//"))
    ]

    assert foreign == []


def test_the_checker_of_html_finds_nothing_that_stock_material_does_not_have(dossier: Path) -> None:
    if reason := html_checker.why_not():
        pytest.skip(reason)

    found = {message.partition(": ")[2] for message in html_checker.check(dossier)}

    assert [message for message in sorted(found) if not message.startswith(STOCK)] == []


def test_a_document_in_a_deep_folder_has_a_flat_address(tmp_path: Path) -> None:
    root = tmp_path / "root"
    page = root / "docs" / "actors" / "asia" / "south" / "india.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\nname: India\ntype: country\n---\n", encoding="utf-8")

    site = site_builds.build(tmp_path / "site", root=root)

    assert (site / "actors" / "india" / "index.html").is_file()


def test_the_address_of_a_repository_is_enough_for_edit_links(tmp_path: Path) -> None:
    team = tmp_path / "team"
    made = site_builds.run("new", "site", str(team), "--today", "2025-12-01")
    assert made.returncode == 0, made.stderr
    settings = team / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"repo_url: https://gitlab.example/team/desk\n{text}", encoding="utf-8")

    site = site_builds.build(tmp_path / "site", root=team)

    for source in sorted(path.relative_to(team).as_posix() for path in team.rglob("sample-*.md")):
        kind, name = source.removeprefix("docs/").split("/")[0], Path(source).stem
        page = built_html.read(site / kind / name / "index.html")
        assert f"https://gitlab.example/team/desk/-/edit/main/{source}" in page.links


def test_an_edit_link_leads_to_the_real_file_and_the_pages_of_the_tool_have_none(tmp_path: Path) -> None:
    root = tmp_path / "root"
    brief = root / "briefs" / "2025" / "harbour.md"
    brief.parent.mkdir(parents=True)
    brief.write_text(BRIEF, encoding="utf-8")
    topic = root / "docs" / "topics" / "trade.md"
    topic.parent.mkdir(parents=True)
    topic.write_text("---\nname: Trade\n---\n", encoding="utf-8")
    forge = "https://forge.example/desk/edit/main"
    (root / "mkdocs.yml").write_text(f"edit_uri: {forge}/docs/\n", encoding="utf-8")

    site = site_builds.build(tmp_path / "site", root=root)

    def edited(address: str) -> list[str]:
        return [link for link in built_html.read(site / address / "index.html").links if "/edit/" in link]

    assert edited("briefs/harbour") == [f"{forge}/briefs/2025/harbour.md"]
    assert edited("topics/trade") == [f"{forge}/docs/topics/trade.md"]
    assert edited("about/markings") == edited("actors") == []


def test_the_pages_of_the_tool_bring_their_pictures_into_every_root(tmp_path: Path) -> None:
    root = tmp_path / "root"
    topic = root / "docs" / "topics" / "trade.md"
    topic.parent.mkdir(parents=True)
    topic.write_text("---\nname: Trade\n---\n", encoding="utf-8")

    site = site_builds.build(tmp_path / "site", root=root)

    page = site / "about/performance/index.html"
    shown = [(page.parent / link).resolve() for link in built_html.read(page).loads if link.endswith(".svg")]
    assert shown
    assert all(path.is_file() for path in shown)
