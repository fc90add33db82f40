"""A base that everybody may read and an overlay that few may, as folders of two repositories."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ARTICLE = """---
title: {title}
summary: {summary}
date: 2025-11-03
topics: [trade]
marking: {marking}
sources: [{{title: A statement}}]
---
{body}
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'
BASE: Mapping[str, str] = {
    "mkdocs.yml": "site_name: Harbour desk\nedit_uri: https://forge.example/base/edit/main/docs/\n"
    "extra: {briefing: {marking: TLP:CLEAR}}\n",
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\n---\n",
    "docs/assets/map.svg": DRAWING.format("A map"),
    "docs/articles/open.md": ARTICLE.format(
        title="Open talks",
        summary="They met.",
        marking="TLP:CLEAR",
        body="India met them. ![Chart](chart.svg)",
    ),
    "docs/articles/chart.svg": DRAWING.format("A chart"),
}
OVERLAY: Mapping[str, str] = {
    "mkdocs.yml": "edit_uri: https://vault.example/over/edit/main/docs\n"
    "extra: {briefing: {marking: TLP:AMBER}}\n",
    "docs/actors/falcon.md": "---\nname: Falcon Group\ntype: group\n---\n",
    "docs/about/vault.md": "---\ntitle: Zebrafish house rules\n---\nZebrafish.\n",
    "docs/articles/closed.md": ARTICLE.format(
        title="Closed talks",
        summary="Falcon Group met.",
        marking="TLP:AMBER",
        body="Falcon Group and India. [Annex](annex.csv), ![Chart](chart.svg), "
        "![Seal](../assets/seal.svg), [before](open.md)",
    ),
    "docs/articles/annex.csv": "zebrafish",
    "docs/assets/seal.svg": DRAWING.format("A zebrafish"),
    "docs/assets/zebrafish.svg": DRAWING.format("A zebrafish"),
    "docs/assets/js/zebrafish.js": "zebrafish",
    "docs/stray.md": "zebrafish",
    "briefs/2025/look.md": """---
title: A closed look
summary: Zebrafish swim.
date: 2025-11-05
authors: [The zebrafish desk]
topics: [trade]
articles: [open, closed]
---
On [the open talks](../../docs/articles/open.md) and the [map](../../docs/assets/map.svg).
""",
}


def write(root: Path, files: Mapping[str, str]) -> Path:
    """The files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
