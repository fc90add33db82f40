"""Marked sections in whole builds: there for those who may read them, without a trace for all others."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_builds

pytestmark = pytest.mark.site

ARTICLE = """---
title: Talks in the harbour
summary: They met.
date: 2025-11-03
topics: [trade]
marking: TLP:CLEAR
sources: [{title: A statement}]
---
Ann Lee met them.[^1]
SECTION
[^1]: In public.
"""
SECTION = """
::: TLP:AMBER
## Zebrafish

Bob Roe and Falcon Group were there, too.[^2]
![Map](zebrafish.svg)

:::: TLP:AMBER+STRICT
So was the walrus.
::::

[^2]: The zebrafish said so.
:::
"""
ACTOR = "---\nname: {name}\ntype: person\nmarking: TLP:{marking}\n---\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><title>Map</title></svg>'
OPEN = {
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/ann.md": ACTOR.format(name="Ann Lee", marking="CLEAR"),
    "docs/actors/bob.md": ACTOR.format(name="Bob Roe", marking="CLEAR"),
}
CLOSED = {
    "docs/actors/falcon.md": ACTOR.format(name="Falcon Group", marking="AMBER"),
    "docs/articles/zebrafish.svg": DRAWING,
}
SECRETS = (b"zebrafish", b"falcon", b"walrus", b"tlp:amber")


def write(root: Path, section: str, files: dict[str, str]) -> Path:
    for name, text in (
        OPEN | files | {"docs/articles/talks.md": ARTICLE.replace("SECTION", section)}
    ).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_public_build_equals_that_of_the_root_without_the_section(tmp_path: Path) -> None:
    root = write(tmp_path / "root", SECTION, CLOSED)
    without = write(tmp_path / "without", "", {})

    whole = site_builds.build(tmp_path / "a", "--audience", "public", root=root)
    public = site_builds.build(tmp_path / "b", "--audience", "public", root=without)

    assert site_builds.digests(whole) == site_builds.digests(public)
    assert not [
        path.name
        for path in whole.rglob("*")
        if path.is_file() and any(word in path.read_bytes().lower() for word in SECRETS[:3])
    ]


def test_those_who_may_read_a_section_see_its_label(tmp_path: Path) -> None:
    root = write(tmp_path / "root", SECTION, CLOSED)

    site = site_builds.build(tmp_path / "site", root=root)
    article = (site / "articles/talks/index.html").read_text(encoding="utf-8")
    bob = (site / "actors/bob/index.html").read_text(encoding="utf-8")

    assert article.count('class="br-marked br-marked--amber"') == 1
    assert "So was the walrus." in article
    assert '<p class="br-head__marking"><span class="br-tlp br-tlp--amber-strict"' in article
    assert '<p class="br-mention__marking"><span class="br-tlp br-tlp--amber"' in bob
    assert '<p class="br-head__marking"><span class="br-tlp br-tlp--amber"' in bob
    assert (site / "articles/zebrafish.svg").is_file()


def test_a_section_that_is_never_closed_stops_the_build(tmp_path: Path) -> None:
    root = write(tmp_path / "root", SECTION.removesuffix(":::\n"), CLOSED)

    done = site_builds.run("build", "--out", str(tmp_path / "site"), "--root", str(root))

    assert done.returncode == 1
    assert "docs/articles/talks.md:11:1: error B506" in done.stderr
    assert "1 error," in done.stderr
    assert not (tmp_path / "site").exists()
