"""A report as JSON, for other programs; more keys may be added."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from briefing.report import summary
from briefing.report.shapes import Found, Report

VERSION = 1


def form(report: Report) -> str:
    """One object: `version`, `summary`, and a key for each field of the report."""
    found = asdict(report) | {"problems": _problems(report.problems), "mended": _problems(report.mended)}
    found |= {"version": VERSION, "summary": summary.in_one_line(report)}
    return json.dumps(found, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _problems(found: Found) -> dict[str, Any]:
    rows = [
        {
            "file": one.file,
            "line": one.line,
            "column": one.column,
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
            "remedy": one.remedy,
        }
        for one in found.told
    ]
    return {"told": rows, "untold": found.untold, "errors": found.errors}
