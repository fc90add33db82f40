"""What `mentions.py` tells of a file."""

from __future__ import annotations

from pathlib import Path

import case
from briefing.edge.content.mention_report import Report, Reporter

ACTOR = "---\nname: {name} Lee\ntype: person\naliases: [Lee]\n---\n"


def test_a_name_that_could_be_two_is_told_of_both_at_the_same_place(tmp_path: Path) -> None:
    profiles = {f"docs/actors/{name.lower()}.md": ACTOR.format(name=name) for name in ("Ann", "Bo")}
    root = case.Case("", {**profiles, "docs/articles/talks.md": "Then Lee spoke.\n"}, {}).write(tmp_path)

    report = Reporter(root).report(root / "docs/articles/talks.md")

    assert isinstance(report, Report)
    assert [(one.as_dict()["id"], one.span and one.span.start, one.line) for one in report.found] == [
        ("actors/ann", 5, 1),
        ("actors/bo", 5, 1),
    ]
