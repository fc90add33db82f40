"""A report as one HTML file that opens from a disk: it loads nothing, runs nothing, and brings its style."""

from __future__ import annotations

from jinja2 import BaseLoader, Environment, StrictUndefined

from briefing.pages import policy
from briefing.report import summary
from briefing.report.shapes import Report

PAGE, STYLE = "page.html", "style.css"


def form(report: Report, loader: BaseLoader) -> str:
    """The whole file; everything that somebody wrote is escaped."""
    templates = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style = templates.get_template(STYLE).render()
    return templates.get_template(PAGE).render(
        report=report,
        policy=policy.of_report(policy.integrity(style.encode("utf-8"))),
        style=style,
        summary=summary,
    )
