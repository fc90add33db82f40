"""Every page tells what it is, in which language, and in what order: for those who hear it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

LEVEL = re.compile(r"h[1-6]")


class Outline(HTMLParser):
    """The levels of a page's headings in order, and what its elements say of language and direction."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.language = ""
        self.of_title: tuple[str | None, str | None] = (None, None)
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if LEVEL.fullmatch(tag):
            self.levels.append(int(tag[1]))
        if tag == "html":
            self.language = values.get("lang") or ""
        if tag == "h1":
            self.of_title = (values.get("lang"), values.get("dir"))


@pytest.fixture(scope="module")
def outlines(everything: Path) -> dict[str, Outline]:
    """Of every page of the site."""
    return {
        path.relative_to(everything).as_posix(): Outline(path) for path in sorted(everything.rglob("*.html"))
    }


def test_a_page_has_one_title_and_it_comes_first(outlines: dict[str, Outline]) -> None:
    assert {
        name: one.levels
        for name, one in outlines.items()
        if one.levels[:1] != [1] or one.levels.count(1) != 1
    } == {}


def test_no_level_of_headings_is_left_out(outlines: dict[str, Outline]) -> None:
    skipping = {
        name: one.levels
        for name, one in outlines.items()
        if any(below > above + 1 for above, below in pairwise(one.levels))
    }

    assert skipping == {}
    assert any(3 in one.levels for one in outlines.values())


def test_a_page_names_its_language_and_its_document_s_own(outlines: dict[str, Outline]) -> None:
    assert {one.language for one in outlines.values()} == {"en"}
    assert outlines["articles/from-the-right/index.html"].of_title == ("ar", "rtl")
    assert outlines["articles/framework-signed/index.html"].of_title == ("en", "ltr")
