"""Files that documents refer to are published without what they say besides what they show."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

import case
import papers
import pictures
import site_builds
from briefing.edge.content.assemble import assemble, check

pytestmark = pytest.mark.site

ARTICLE = """---
title: Harbour talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
---
They met. ![The chart](photo.jpg) ![The film](film.gif) [The annex](full.pdf) ![Not one](fake.png)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = case.Case("", {"docs/articles/talks.md": ARTICLE}, {}).write(tmp_path / "root")
    held = {
        "docs/articles/photo.jpg": pictures.jpeg(),
        "docs/articles/film.gif": pictures.gif(),
        "docs/articles/full.pdf": papers.full(),
        "docs/articles/fake.png": b"<script>" + pictures.WORD,
        "docs/articles/unused.jpg": pictures.jpeg(),
        "docs/assets/seal.png": pictures.png(),
    }
    for name, data in held.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)
    return root


def test_the_logo_that_a_root_sets_stands_before_its_name_on_every_page(root: Path, tmp_path: Path) -> None:
    settings = "site_name: Our desk\ntheme: {logo: assets/seal.png}\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")

    site = site_builds.build(tmp_path / "site", root=root)

    page = (site / "articles/talks/index.html").read_text(encoding="utf-8")
    assert '<img class="br-header__logo" src="../../assets/seal.png" alt="">Our desk</a>' in page


def test_a_picture_and_a_paper_are_published_stripped(root: Path, tmp_path: Path) -> None:
    site = site_builds.build(tmp_path / "site", root=root)
    again = site_builds.build(tmp_path / "again", root=root)

    assert site_builds.digests(site) == site_builds.digests(again)
    assert [path for path in site.rglob("*") if path.is_file() and pictures.WORD in path.read_bytes()] == []
    shown = Image.open(site / "articles/photo.jpg")
    assert shown.tobytes() == Image.open(BytesIO(pictures.jpeg())).tobytes()
    assert dict(shown.getexif()) == {pictures.ORIENTATION: 6}
    assert len(PdfReader(site / "articles/full.pdf").pages) == 1
    assert (site / "assets/seal.png").is_file()
    assert not (site / "articles/fake.png").exists()
    assert not (site / "articles/unused.jpg").exists()


def test_what_cannot_be_published_is_said_and_shown_as_its_words(root: Path, tmp_path: Path) -> None:
    checked = check(root)
    page = site_builds.build(tmp_path / "site", root=root) / "articles/talks/index.html"

    assert [(one.file, one.line, one.code) for one in checked.problems] == [
        ("docs/articles/talks.md", 8, "B312")
    ]
    assert "fake.png" not in page.read_text(encoding="utf-8")
    assert "Not one" in page.read_text(encoding="utf-8")


def test_each_file_is_read_once_a_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    plain = Path.read_bytes

    def counted(path: Path) -> bytes:
        opened.append(path)
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    assembly = assemble(check(root))
    for uri in assembly.build.files:
        assert pictures.WORD not in assembly.attachments.data(uri)

    own = [path.name for path in opened if path.is_relative_to(root)]
    read = [name for name in own if not name.endswith((".md", ".yml"))]
    assert sorted(read) == ["fake.png", "film.gif", "full.pdf", "photo.jpg", "seal.png"]
