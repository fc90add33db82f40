"""The preview of a large site: what has just changed is shown at once, and the rest of the site follows."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import site_builds
from briefing.edge.kept import last_build
from briefing.edge.kept.made_by import Asked
from briefing.edge.preview import rebuilding
from serving import Preview

pytestmark = pytest.mark.site

ARTICLE = """---
title: {title}
summary: {summary}
date: 2025-11-03
topics: [trade]
sources: [{{title: A statement}}]
---
Number {number} is of little weight.
"""
FIRST = "docs/articles/a1.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("many")
    (root / "docs/articles").mkdir(parents=True)
    (root / "docs/topics").mkdir()
    (root / "docs/topics/trade.md").write_text("---\nname: Trade\n---\n", encoding="utf-8")
    for number in range(rebuilding.FEWEST):
        write(root, f"docs/articles/a{number}.md", f"Title {number}")
    return root


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Preview]:
    running = Preview(root)
    yield running
    running.stop()


def write(root: Path, name: str, title: str, summary: str = "What happened.") -> None:
    number = re.sub(r"\D", "", name)
    text = ARTICLE.format(title=title, summary=summary, number=number)
    (root / name).write_text(text, encoding="utf-8")


def test_what_has_changed_is_shown_before_the_rest_and_then_all_of_it(preview: Preview, root: Path) -> None:
    assert preview.shows("articles/a1/", "Title 1<")

    write(root, FIRST, "Another title")

    assert preview.shows("articles/a1/", "Another title</h1>")
    early = preview.page("articles/a1/")
    assert "Another title" not in preview.page("topics/trade/")
    assert preview.shows("topics/trade/", "Another title")
    assert without_reloading(preview.page("articles/a1/")) == without_reloading(early)


def test_edits_are_shown_while_the_rest_is_made_and_it_follows_them_all(preview: Preview, root: Path) -> None:
    assert preview.shows("articles/a2/", "Title 2<")

    write(root, "docs/articles/a2.md", "Second, once")
    assert preview.shows("articles/a2/", "Second, once</h1>")
    write(root, "docs/articles/a3.md", "Third, once")
    assert preview.shows("articles/a3/", "Third, once</h1>")

    assert preview.shows("topics/trade/", "Second, once")
    assert preview.shows("topics/trade/", "Third, once")


def test_errors_new_documents_and_their_ends_are_shown(preview: Preview, root: Path) -> None:
    assert preview.shows("articles/a4/", "Title 4<")

    write(root, "docs/articles/a4.md", "Fourth", summary="[")
    assert preview.shows("articles/a4/", "B1")
    write(root, "docs/articles/a4.md", "Fourth is well")
    assert preview.shows("articles/a4/", "Fourth is well</h1>")

    write(root, "docs/articles/a999.md", "Something new")
    assert preview.shows("articles/a999/", "Something new</h1>")
    assert f"http://{preview.address}/articles/a999/" in preview.page("articles/a999/")
    assert preview.shows("topics/trade/", "Something new")
    (root / "docs/articles/a999.md").unlink()
    assert preview.misses("articles/a999/")


@pytest.mark.skipif(sys.platform == "win32", reason="there, a process is told nothing before it ends")
def test_a_preview_that_ends_while_the_rest_is_made_leaves_nothing_behind(root: Path, tmp_path: Path) -> None:
    preview = Preview(root, temporary=tmp_path)
    try:
        assert preview.shows("articles/a5/", "Title 5<")
        write(root, "docs/articles/a5.md", "Fifth, once")
        assert preview.shows("articles/a5/", "Fifth, once</h1>")
        (folder,) = tmp_path.iterdir()
        url = f"http://{preview.address}/"
        asked = Asked(str(root), (), str(folder / "site"), "", site_builds.TODAY, True, url, False, "")
        assert last_build.place(asked).exists()
    finally:
        preview.stop()

    assert not last_build.place(asked).exists()
    assert not folder.exists()


def without_reloading(page: str) -> str:
    """A page without the script that the preview adds, which has the time in it."""
    return re.sub(r"<script>\s.*?</script>", "", page, flags=re.DOTALL)
