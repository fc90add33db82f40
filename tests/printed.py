"""A small content for paper: briefs of several markings, with all that is hard to print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pypdf import PdfReader

import pictures

CANARY = "zebrafish"
SETTINGS = """site_url: https://intranet.example/briefings/
extra: {briefing: {marking: "TLP:CLEAR"}}
"""
PROFILES = {
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/topics/tariffs.md": "---\nname: Tariffs\nbroader: [trade]\n---\n",
    "docs/actors/ann-lee.md": "---\nname: Ann Lee\ntype: person\n---\n",
    "docs/agreements/pact.md": "---\nname: Harbour Pact\n---\n",
}
LONG = "A harbour under two flags, its four berths, and what becomes of the ferries when the pact has ended"
HARBOUR = f"""---
title: {LONG}
summary: Two flags, one harbour. We judge the pact likely to hold.
date: 2025-11-03
authors: [Desk]
topics: [tariffs]
actors: [ann-lee]
sources:
  - {{id: act, title: The act, url: "https://law.example/?id=7&no=2", reliability: A, credibility: 2}}
  - {{id: talk, title: A talk in the port}}
judgements:
  - id: pact-holds
    text: The pact is in force at the end of 2026.
    likelihood: likely
    confidence: moderate
    basis: Both have said so.
    horizon: 2026
    sources: [{{id: talk, title: A talk in the port}}, {{title: A note of our own, url: "https://desk.example/note"}}]
    indicators: [A minister says otherwise.]
  - id: ferries-go
    text: Ferries go on.
    likelihood: very likely
    confidence: low
    horizon: 2026
---
Ann Lee wrote [to us](https://mail.example/letter), of the [[agreements/pact|pact]].

## What holds

![The berths](berths.png)

<details markdown><summary>More</summary>
Folded away.
</details>

::: TLP:GREEN
See [[briefs/quay|the quay]].
:::

::: TLP:AMBER+STRICT
The {CANARY} knew.
:::
"""
QUAY = """---
title: الرصيف بعد العاصفة
language: ar
summary: نص قصير عن الرصيف.
date: 2025-11-05
authors: [Desk]
topics: [trade]
agreements: [pact]
marking: TLP:GREEN
sources: [{title: مصدر}]
---
انظر [[briefs/harbour|الميناء]].
"""
SECRET = f"""---
title: The {CANARY} file
summary: {CANARY}.
date: 2025-11-04
authors: [Desk]
topics: [trade]
marking: TLP:AMBER
sources: [{{title: {CANARY}}}]
---
It rests on [[briefs/harbour]].
"""


def write(root: Path) -> Path:
    """The content in a folder."""
    briefs = {"briefs/harbour.md": HARBOUR, "briefs/quay.md": QUAY, "briefs/secret.md": SECRET}
    for name, text in ({"mkdocs.yml": SETTINGS} | PROFILES | briefs).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "briefs/berths.png").write_bytes(pictures.png())
    return root


def catalog(reader: PdfReader) -> Mapping[str, Any]:
    """What a PDF says of itself as a whole."""
    return cast("Mapping[str, Any]", reader.root_object)


def bookmarks(reader: PdfReader) -> list[tuple[str, int]]:
    """What each bookmark says and the page that it leads to, counted from 1."""
    found: list[tuple[str, int]] = []
    waiting: list[Any] = list(reader.outline)
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*one, *waiting]
        else:
            found.append((str(one.title), (reader.get_destination_page_number(one) or 0) + 1))
    return found
