"""Report what a pull request changes for readers: what they see now, beside what they saw at a commit."""

from __future__ import annotations

from _environment import enter

enter()

import sys
from collections.abc import Sequence
from pathlib import Path

from jinja2 import FileSystemLoader

from briefing.edge import processes, terminal
from briefing.edge.content import reporting, roots
from briefing.edge.content.assemble import Checked, check
from briefing.edge.content.memory import Memory
from briefing.edge.content.revision import Unknown
from briefing.edge.content.roots import Root
from briefing.edge.tool import TOOL
from briefing.pages import problem_formats
from briefing.report import as_html, as_json, as_markdown, as_plain
from briefing.report.shapes import Report

BY_COMPARISON = frozenset({"B711", "B712"})
"""The rules that only a comparison can find broken."""
OPENEST = "public"
"""The audience where none is named: job summaries can be read by everybody who sees the project."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where no error is new, 1 where one is, 2 for wrong use or a commit that is not known."""
    parser = arguments()
    asked = parser.parse_args(argv)
    if not asked.base:
        parser.error("say what to compare with: --base main, say, or another branch, a tag or a commit")
    if asked.annotate and asked.out is None:
        parser.error("--annotate needs --out: both would go to standard output")
    processes.collect_rarely()
    root = asked.root or TOOL
    memory = Memory(root)
    now = check(
        root,
        over=asked.over,
        audience=asked.audience,
        today=asked.today,
        making=memory.converter,
        recalling=memory.read,
    )
    if now.audience.name != asked.audience:
        parser.error_of_audience(asked.audience, now.configuration.settings)
    try:
        report = reporting.report(root, asked.over, asked.base, now)
    except Unknown as error:
        parser.error(terminal.printable(str(error)))
    memory.keep(now.checks.reading.each)
    is_read_here = asked.format == "md" and asked.out is None and sys.stdout.isatty()
    told = as_plain.form(report) if is_read_here else form(report, asked.format)
    drafts = reporting.drafts(root, asked.over, asked.base, now) if report.is_empty else 0
    terminal.say(scope(now, drafts))
    if asked.out is None:
        sys.stdout.buffer.write(told.encode("utf-8"))
    else:
        try:
            asked.out.write_bytes(told.encode("utf-8"))
        except OSError as error:
            parser.error(terminal.printable(terminal.in_words(error)))
    if asked.annotate:
        compared = [one for one in report.problems.told if one.code in BY_COMPARISON]
        print(problem_formats.as_github(compared, lambda file: located(file, root, asked.over)), end="")
    if report.problems.errors:
        terminal.suggest("mend the errors, and look again", terminal.typed("check", terminal.roots_of(asked)))
        return terminal.PROBLEMS
    terminal.suggest(
        "push the branch and open a pull request: the same checks run there, and somebody else reads it"
    )
    return terminal.GOOD


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--base", default="", metavar="REV", help="a commit, branch or tag: what it had when this left it"
    )
    parser.add_argument("--format", choices=("md", "html", "json"), default="md")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where it goes (else to standard output)")
    parser.add_argument(
        "--audience",
        default=OPENEST,
        metavar="NAME",
        help="the readership to tell it to: nothing above its marking is in the report (else public)",
    )
    parser.add_argument(
        "--annotate",
        action="store_true",
        help="with --out: also print, as GitHub's annotations, what no check without the base can find",
    )
    parser.add_root()
    parser.add_today()
    return parser


def scope(now: Checked, drafts: int) -> str:
    """Whom the report is for, and who else there is: what it leaves out, it cannot say.

    Where it tells of nothing, so many drafts are what differs.
    """
    others = [one.name for one in now.configuration.settings.audiences if one.name != now.audience.name]
    more = f" Others: --audience {', '.join(others)}." if others else ""
    differing = f": {drafts} {'differs' if drafts == 1 else 'differ'}" if drafts else ""
    whom = f"This is for {now.audience.name}, up to {now.audience.highest}"
    return f"{whom}, and tells of no draft{differing}.{more}"


def located(file: str, root: Path, over: Sequence[Root]) -> tuple[str, str]:
    """A file of a problem as it is seen from here."""
    return roots.seen_from(Path.cwd(), file, root, over)


def form(report: Report, name: str) -> str:
    """The report in one of its forms."""
    if name == "html":
        return as_html.form(report, FileSystemLoader(TOOL / "docs/.report"))
    return as_json.form(report) if name == "json" else as_markdown.form(report)


if __name__ == "__main__":
    terminal.leave(main())
