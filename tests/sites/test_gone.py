"""A published address whose document goes: readers are told, or it ends unsaid, or nothing is published."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_builds

pytestmark = pytest.mark.site

TOPIC = "---\nname: Trade\nmarking: TLP:CLEAR\n---\n"
ARTICLE = """---
title: Harbour talks
summary: They met.
date: 2025-11-03
topics: [trade]
marking: TLP:{marking}
sources: [{{title: A statement}}]
---
They met again.
"""
GONE = """---
title: What is no longer here
marking: TLP:CLEAR
gone:
  - {{address: articles/harbour-talks, because: Zebrafish were miscounted., marking: "TLP:{marking}"}}
---
Some addresses have ended.
"""
ADDRESS = "articles/harbour-talks"


def built(folder: Path, **files: str) -> Path:
    """The public site of a root with these files."""
    root = folder / "root"
    names = {"topic": "docs/topics/trade.md", "article": f"docs/{ADDRESS}.md", "gone": "docs/about/gone.md"}
    for key, text in ({"topic": TOPIC} | files).items():
        path = root / names[key]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site_builds.build(folder / "site", "--audience", "public", root=root)


def published(site: Path, to: Path) -> int:
    return site_builds.run("publish", "--from", str(site), "--to", str(to)).returncode


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Where the article is published."""
    site = built(tmp_path / "first", article=ARTICLE.format(marking="CLEAR"))
    assert published(site, tmp_path / "published") == 0
    assert (tmp_path / "published/current" / ADDRESS / "index.html").is_file()
    return tmp_path / "published"


@pytest.mark.parametrize(
    "files", [{}, {"article": ARTICLE.format(marking="AMBER")}], ids=["deleted", "raised"]
)
def test_without_an_entry_nothing_is_left_and_nothing_is_published(
    shelf: Path, tmp_path: Path, files: dict[str, str]
) -> None:
    site = built(tmp_path / "second", **files)

    assert not any("harbour" in name for name in site_builds.digests(site))
    assert published(site, shelf) == 1
    assert (shelf / "current" / ADDRESS / "index.html").is_file()


@pytest.mark.parametrize("article", ["", ARTICLE.format(marking="AMBER")], ids=["deleted", "raised"])
def test_an_entry_tells_those_who_come_back(shelf: Path, tmp_path: Path, article: str) -> None:
    files = {"gone": GONE.format(marking="CLEAR")} | ({"article": article} if article else {})
    site = built(tmp_path / "second", **files)

    page = (site / ADDRESS / "index.html").read_text(encoding="utf-8")
    assert "No longer here" in page
    assert "Zebrafish were miscounted." in page
    assert "Harbour talks" not in page
    assert published(site, shelf) == 0


def test_an_entry_above_the_audience_lets_the_address_end_without_a_word(shelf: Path, tmp_path: Path) -> None:
    site = built(tmp_path / "second", gone=GONE.format(marking="AMBER"))

    assert not any("harbour" in name for name in site_builds.digests(site))
    assert not [path for path in site.rglob("*") if path.is_file() and b"ebrafish" in path.read_bytes()]
    assert published(site, shelf) == 0
    assert not (shelf / "current" / ADDRESS).exists()


def test_the_record_of_another_site_says_nothing(shelf: Path, tmp_path: Path) -> None:
    site = built(tmp_path / "second")
    told = built(tmp_path / "third", gone=GONE.format(marking="AMBER"))
    told.with_name("site.build.json").replace(site.with_name("site.build.json"))

    assert published(site, shelf) == 1
