"""Check every document of a content root without building: file, line, what is wrong and what to do."""

from __future__ import annotations

from _environment import enter

enter()

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from briefing.edge import roots, terminal
from briefing.edge.assemble import Checked, check
from briefing.edge.configuration import TOOL
from briefing.model.problem import Problem
from briefing.pages import problem_formats
from briefing.views import due


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where there is no error, 1 where there is, 2 for wrong use."""
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="only problems of these files or folders"
    )
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text")
    parser.add_argument(
        "--due", type=terminal.day, metavar="DAY", help="also list horizons and review days passed by then"
    )
    parser.add_root()
    parser.add_today()
    asked = parser.parse_args(argv)
    root = asked.root or TOOL
    for path in asked.paths:
        if not roots.path_here(str(path), root, asked.over).exists():
            parser.error(f"there is no file or folder {path}")
    checked = check(root, over=asked.over, today=asked.today)
    bases = (Path.cwd(), root, *(one.path for one in asked.over))
    wanted = frozenset((base / path).resolve() for path in asked.paths for base in bases)
    problems = tuple(
        problem
        for problem in checked.problems
        if concerns(roots.path_of(problem.file, root, asked.over), wanted)
    )
    say(problems, checked, asked.format, asked.due)
    return terminal.PROBLEMS if any(problem.is_error for problem in problems) else terminal.GOOD


def concerns(file: Path, wanted: Collection[Path]) -> bool:
    """Whether a file is, or lies in, one of the files or folders asked for; all do where none is named."""
    return not wanted or file in wanted or any(folder in wanted for folder in file.parents)


def say(problems: Sequence[Problem], checked: Checked, form: str, due_by: date | None) -> None:
    """Everything found, in the form asked for."""
    documents = checked.checks.document_count
    dues = due.by(checked.checks.content, due_by) if due_by else ()
    if form == "json":
        print(problem_formats.as_json(problems, documents, dues))
    elif form == "sarif":
        print(problem_formats.as_sarif(problems))
    elif form == "github":
        print(problem_formats.as_github(problems), end="")
    else:
        terminal.show(problems)
        for one in dues:
            print(terminal.printable(str(one)))
        print(terminal.count(problems, documents))


if __name__ == "__main__":
    terminal.leave(main())
