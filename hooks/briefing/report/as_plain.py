"""A report for a terminal: its Markdown without escapes and tags, what went and came as git marks it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.report import as_markdown
from briefing.report.shapes import Report

TOKEN = re.compile(
    r"\\(?P<sign>.)|<details><summary>(?P<label>[^<]*)</summary>|<(?P<tag>/?(?:ins|del))>"
    r"|</?span>|\n*</details>|\*\*",
    re.DOTALL,
)
MARKS: Mapping[str, str] = {"ins": "{+", "/ins": "+}", "del": "[-", "/del": "-]"}


def form(report: Report) -> str:
    """The whole report; what an author wrote stands there as it was written."""
    return TOKEN.sub(_shown, as_markdown.form(report))


def _shown(found: re.Match[str]) -> str:
    if found["label"]:
        return f"{found['label']}:"
    return found["sign"] or MARKS.get(found["tag"] or "", "")
