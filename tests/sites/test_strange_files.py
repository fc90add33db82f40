"""Whatever lies in a content root is read, refused with a problem, or left alone; nothing else is touched."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

import built_html
import case
import pictures
import site_builds
from briefing.edge.content.assemble import check

pytestmark = pytest.mark.site
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such files")
SECRET = "zebrafish"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small root, and beside it a folder that is none of the site's business."""
    for name in ("page.md", "chart.png", "mkdocs.yml"):
        (tmp_path / "elsewhere").mkdir(exist_ok=True)
        (tmp_path / "elsewhere" / name).write_text(f"{SECRET}: [", encoding="utf-8")
    return case.Case("", {}, {}).write(tmp_path / "root")


def problems(root: Path) -> list[str]:
    return [str(one) for one in check(root).problems]


def link(root: Path, path: str, to: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(root.parent / "elsewhere" / to)


@POSIX
@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("docs/actors/page.md", "page.md"),
        ("docs/articles/chart.png", "chart.png"),
        ("docs/articles", ""),
        ("docs/assets", ""),
        ("briefs", ""),
        ("docs/index.md", "page.md"),
        ("docs/actors/nothing.md", "nothing.md"),
        ("mkdocs.yml", "mkdocs.yml"),
    ],
)
def test_no_symbolic_link_is_followed(root: Path, path: str, to: str) -> None:
    link(root, path, to)

    found = problems(root)

    assert [one.split()[1] for one in found] == ["B111"]
    assert SECRET not in "".join(found)


@POSIX
def test_a_link_in_the_place_of_all_content_is_refused(root: Path) -> None:
    (root / "docs").rename(root.parent / "moved")
    (root / "docs").symlink_to(root.parent / "moved")

    assert [one.split()[:2] for one in problems(root)] == [["docs:1:1:", "B111"]]


@POSIX
def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "docs/actors/pipe.md")

    assert [one.split()[:2] for one in problems(root)] == [["docs/actors/pipe.md:1:1:", "B116"]]


@POSIX
@pytest.mark.parametrize("name", [b"a\nb.md", b"\x1b[2Jx.png", b"\xff\xfe.md", "\u202egnp.exe".encode()])
def test_a_name_that_cannot_be_printed_is_refused_and_printed_plainly(root: Path, name: bytes) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(root / "docs/actors"))) / os.fsdecode(name)).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")

    found = problems(root)

    assert [one.split()[1] for one in found] == ["B116"]
    assert found[0].isprintable()


@POSIX
def test_a_very_deep_folder_is_read_or_refused(root: Path) -> None:
    deep = Path("d" * 100)
    with contextlib.chdir(root / "docs/actors"):
        for _ in range(60):
            deep.mkdir()
            os.chdir(deep)  # no path from the root down would be short enough

    assert [one.split()[1] for one in problems(root)] == ["B110"]


ARTICLE = """---
title: Talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
---
"""


def overwriting(root: Path) -> None:
    """Files at the addresses of the tool's own, and links that would publish them."""
    taken = (
        "index.html",
        "404.html",
        "sitemap.xml",
        "feed.xml",
        "search/search_index.json",
        "data/documents.json",
        "timeline/calendar.ics",
        "assets/css/site.css",
        "assets/js/briefing.js",
        "articles/talks/index.html",
        "articles/talks",
        "assets/javascripts/bundle.js",
        "Data/documents.json",
        "assets/page.markdown",
    )
    for name in taken:
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_dir():
            path.write_text(f"<script>alert('{SECRET}')</script>", encoding="utf-8")
    links = " ".join(f"[x](../{name})" for name in taken)
    (root / "docs/articles/a-talk.md").write_text(f"{ARTICLE}{links}\n", encoding="utf-8")


def test_no_file_of_a_root_takes_the_place_of_one_of_the_site(root: Path) -> None:
    overwriting(root)

    site = site_builds.build(root.parent / "site", root=root)

    assert not [path for path in site.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


NAMES = (
    "a b.png",
    "a#b.png",
    "a%20b.png",
    "a&b'c.png",
    "é.png",
    "a+b;c=d.png",
    "[x](y).png",
    "x..png",
    "…/ß.png",
)


def test_files_of_any_name_are_found_by_the_links_to_them(root: Path) -> None:
    picture = pictures.saved(pictures.drawn(), "PNG")
    for name in NAMES:
        path = root / "docs/articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)
    shown = " ".join(f"![x]({quote(name)})" for name in NAMES)
    (root / "docs/articles/a-talk.md").write_text(f"{ARTICLE}{shown}\n", encoding="utf-8")

    site = site_builds.build(root.parent / "site", root=root)

    page = site / "articles/a-talk/index.html"
    shown_there = [src for src in built_html.read(page).loads if "png" in src]
    found = [built_html.target(site, page, src) for src in shown_there]
    assert len(found) == len(NAMES)
    assert [src for src, one in zip(shown_there, found, strict=True) if not (one and one[0].is_file())] == []


def as_it_is(root: Path) -> Path:
    return root


def inside_content(root: Path) -> Path:
    return root / "docs" / "site"


def through_dots(root: Path) -> Path:
    return root / "x" / ".." / "docs" / "actors" / "site"


def through_a_link(root: Path) -> Path:
    (root.parent / "way").symlink_to(root / "briefs" if (root / "briefs").is_dir() else root / "docs")
    return root.parent / "way" / "site"


def a_file(root: Path) -> Path:
    (root.parent / "file").write_text("x", encoding="utf-8")
    return root.parent / "file"


def below_a_file(root: Path) -> Path:
    return a_file(root) / "site"


def somebody_s_pages(root: Path) -> Path:
    """Another site, with a 404 page and a history of its own."""
    folder = root.parent / "pages"
    (folder / ".git").mkdir(parents=True)
    (folder / "404.html").write_text("not here", encoding="utf-8")
    return folder


@POSIX
@pytest.mark.parametrize(
    "place",
    [as_it_is, inside_content, through_dots, through_a_link, a_file, below_a_file, somebody_s_pages],
)
def test_a_site_is_written_into_a_folder_of_its_own_alone(root: Path, place: Callable[[Path], Path]) -> None:
    (root / "x").mkdir()
    out = place(root)
    before = sorted(root.parent.rglob("*"))

    done = site_builds.run("build", "--root", str(root), "--out", str(out))

    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(root.parent.rglob("*")) == before


@POSIX
def test_two_builds_at_once_leave_one_whole_site(root: Path) -> None:
    with ThreadPoolExecutor(2) as both:
        runs = [
            both.submit(
                site_builds.run, "build", "--root", str(root), "--out", str(root.parent / "site"),
                "--today", site_builds.TODAY,
            )
            for _ in range(2)
        ]  # fmt: skip

    assert {run.result().returncode for run in runs} <= {0, 2}
    site = site_builds.digests(root.parent / "site")
    assert site == site_builds.digests(site_builds.build(root.parent / "again", root=root))
    assert [one.name for one in root.parent.iterdir() if one.name.startswith(".")] == []
