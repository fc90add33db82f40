"""Editions of small contents, for tests of what is made from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import make
from briefing.graph import graph as graphs
from briefing.model.content import AnyDocument, HandPage
from briefing.views.edition import Edition


def edition(
    *documents: AnyDocument,
    pages: tuple[HandPage, ...] = (),
    texts: Mapping[str, make.Text] | None = None,
    today: date = make.TODAY,
    **settings: Any,
) -> Edition:
    """An edition of these documents."""
    content = make.content(*documents, pages=pages)
    read, chosen = make.texts(content, texts), replace(make.SETTINGS, **settings)
    return Edition(graphs.build(content, read, chosen), content, read, chosen, "Briefing Room", today)
