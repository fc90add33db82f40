"""The site after a renaming and a merging: old addresses lead on, and nothing leads to them any more."""

from __future__ import annotations

from pathlib import Path

import pytest

import case
import site_builds

pytestmark = pytest.mark.site

FILES = {
    "docs/actors/mod.md": "---\nname: MoD\ntype: organisation\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/ministry.md": "---\nname: Ministry of Ports\ntype: organisation\nmarking: TLP:CLEAR\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\nmarking: TLP:CLEAR\nformer: [hind]\n---\n",
    "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
    "docs/articles/talks.md": """---
title: Harbour talks
summary: They met.
date: 2025-11-03
topics: [trade]
marking: TLP:CLEAR
sources: [{title: A statement}]
---
The MoD met [[hind]], and [[mod|they]] signed.
""",
}


def test_old_addresses_lead_to_the_new_pages(tmp_path: Path) -> None:
    root = case.Case("", FILES, {}).write(tmp_path / "root")
    for old, new in (("actors/india", "actors/bharat"), ("actors/mod", "actors/ministry")):
        done = site_builds.run("rename", old, new, "--yes", "--root", str(root), "--today", site_builds.TODAY)
        assert done.returncode == 0, done.stderr

    site = site_builds.build(tmp_path / "site", "--audience", "public", "--strict", root=root)

    for old, new in (("india", "bharat"), ("hind", "bharat"), ("mod", "ministry")):
        page = (site / f"actors/{old}/index.html").read_text(encoding="utf-8")
        assert f'http-equiv="refresh" content="0; url=../../actors/{new}/"' in page
    talks = (site / "articles/talks/index.html").read_text(encoding="utf-8")
    assert 'href="../../actors/bharat/"' in talks
    assert '<a class="br-mention" href="../../actors/ministry/" title="Ministry of Ports">MoD</a>' in talks
    assert not any(f"actors/{old}/" in talks for old in ("india", "hind", "mod"))
