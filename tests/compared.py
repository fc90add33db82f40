"""Small contents held beside each other, for tests of reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import editions
import make
from briefing.model.content import AnyDocument, HandPage
from briefing.model.problem import Problem
from briefing.report import compare
from briefing.report.shapes import DocumentChange, Report
from briefing.report.side import Side
from briefing.views import site


def side(
    *documents: AnyDocument,
    pages: tuple[HandPage, ...] = (),
    texts: Mapping[str, make.Text] | None = None,
    problems: tuple[Problem, ...] = (),
    whole: tuple[AnyDocument, ...] | None = None,
    **settings: Any,
) -> Side:
    """What readers see of these documents; `whole` is what there is, where they do not see all."""
    edition = editions.edition(*documents, pages=pages, texts=texts, **settings)
    content = edition.content if whole is None else make.content(*whole, pages=pages)
    read: Any = edition.texts
    return Side(content, edition, read, site.Pages(edition), frozenset(), problems)


def report(old: Side, new: Side) -> Report:
    return compare.compare(old, new, base="main", commit="c" * 40)


def change(old: AnyDocument | None, new: AnyDocument, **texts: make.Text) -> DocumentChange:
    """What the report says of one document."""
    (found,) = report(side(*[old] if old else ()), side(new)).documents
    return found
