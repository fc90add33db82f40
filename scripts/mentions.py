"""Show what would be linked in a text, what could be two, and what was left out and why."""

from __future__ import annotations

from _environment import enter

enter()

import json
import sys
from collections.abc import Sequence

from briefing.edge import processes, terminal
from briefing.edge.content import roots
from briefing.edge.content.mention_report import Report, Reporter
from briefing.edge.tool import TOOL
from briefing.model.problem import Problem


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where every file could be read, 1 where one is not UTF-8, 2 where one is not there."""
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a Markdown file, with or without front matter"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_root()
    asked = parser.parse_args(argv)
    processes.collect_rarely()
    root = asked.root or TOOL
    paths = [roots.path_here(name, root, asked.over) for name in asked.files]
    for name, path in zip(asked.files, paths, strict=True):
        if not path.is_file():
            parser.error(f"there is no file {name}")
    reporter = Reporter(root, asked.over)
    results = [reporter.report(path) for path in paths]
    problems = [result for result in results if isinstance(result, Problem)]
    reports = [result for result in results if isinstance(result, Report)]
    terminal.show(problems, terminal.roots_of(asked), to_stderr=True)
    if asked.format == "json":
        print(as_json(reports))
    else:
        for report in reports:
            say(report)
    return terminal.PROBLEMS if problems else terminal.GOOD


def as_json(reports: Sequence[Report]) -> str:
    """One object with every mention of every file."""
    files = [{"file": report.file, "mentions": [one.as_dict() for one in report.found]} for report in reports]
    return json.dumps({"files": files}, ensure_ascii=False, sort_keys=True, indent=1)


def say(report: Report) -> None:
    """A line a mention, linked ones marked."""
    for one in report.found:
        at = f"{report.file}:{one.line}:{one.column}" if one.span else report.file
        sign = "links" if one.mention.linked else "plain"
        line = f"{at}: {sign} {one.mention.text!r} ({one.mention.ref}): {one.mention.reason}"
        print(terminal.printable(line))


if __name__ == "__main__":
    sys.exit(main())
