"""Check every document of a content root without building: file, line, what is wrong and what to do."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.edge import processes, terminal
from briefing.edge.content import brought, changed, overlays, roots
from briefing.edge.content.assemble import Checked, check
from briefing.edge.content.memory import Memory
from briefing.edge.content.revision import Unknown
from briefing.edge.tool import TOOL
from briefing.model.problem import Problem, told
from briefing.pages import explained

if TYPE_CHECKING:
    from briefing.graph.desk import Task


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where there is no error, 1 where there is, 2 for wrong use."""
    parser = arguments()
    asked = parser.parse_args(argv)
    processes.collect_rarely()
    if asked.explain is not None:
        return explain(parser, asked.explain)
    if asked.fix and asked.format != "text":
        parser.error("--fix shows its changes as text: leave --format out")
    if asked.yes and not asked.fix:
        parser.error("--yes belongs to --fix")
    root = asked.root or TOOL
    for path in asked.paths:
        if not roots.path_here(str(path), root, asked.over).exists():
            parser.error(f"there is no file or folder {path}")
        if not roots.is_checked(str(path), root, asked.over):
            parser.error(
                f"{path} is no document: these end in .md, and lie in briefs/ or in docs/, in a folder of "
                "their kind"
            )
    try:
        return look(root, asked)
    except Unknown as error:
        parser.error(str(error))


def look(root: Path, asked: argparse.Namespace) -> int:
    """Check, mend where that is asked for, and say what there is to say."""
    before = changed.since(root, asked.over, asked.changed) if asked.changed is not None else None
    memory = Memory(root)
    checked = examined(root, asked, memory)
    concerns = chosen(asked, root)
    is_wanted = concerns if before is None else lambda file: concerns(file) and before.has_changed(file)
    if asked.fix:
        from _fixing import fix  # before a commit people wait, and ask for no mends

        code = fix(checked, is_wanted, is_sure=asked.yes)
        if code != terminal.GOOD:
            return code
        checked = examined(root, asked, memory)
    found = checked.problems if before is None else brought.since(before, checked)
    if asked.prose:
        found = told({*found, *advice_on(checked, is_wanted)})
    problems = tuple(one for one in found if concerns(one.file))
    memory.keep(checked.checks.reading.each)
    say(problems, checked, asked, concerns)
    return terminal.PROBLEMS if any(problem.is_error for problem in problems) else terminal.GOOD


def examined(root: Path, asked: argparse.Namespace, memory: Memory) -> Checked:
    return check(root, over=asked.over, today=asked.today, making=memory.converter, recalling=memory.read)


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="only problems of these files or folders"
    )
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text")
    parser.add_argument(
        "--changed",
        metavar="BASE",
        help="only problems of files that differ from where this branch left BASE (a commit, branch or tag, "
        "HEAD say), and those that the changes bring to other files",
    )
    parser.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="CODE",
        help="what a rule is, or all rules, and nothing else",
    )
    parser.add_argument(
        "--fix", action="store_true", help="mend what has one right answer, once you have seen and agreed"
    )
    parser.add_argument(
        "--prose", action="store_true", help="also advise on names, surnames and dates in the texts"
    )
    parser.add_argument("--yes", action="store_true", help="agree to what --fix would do, unseen")
    parser.add_argument(
        "--due",
        type=terminal.day,
        metavar="DAY",
        help="also list what waits on that day, and for whom: judgements to score, briefs to review or to "
        "look at again, drafts",
    )
    parser.add_root()
    parser.add_today()
    return parser


def advice_on(checked: Checked, is_wanted: Callable[[str], bool]) -> tuple[Problem, ...]:
    """What the prose checks say of the documents asked for."""
    from briefing.prose import advice  # it loads the readers of wire texts, which nothing else here needs

    checks = checked.checks
    found = advice.of(
        checks.content,
        checks.converted,
        checks.texts,
        lambda uri: is_wanted(overlays.named(uri, checked.layers)),
    )
    return tuple(overlays.as_named(found, checked.layers))


def explain(parser: terminal.Parser, code: str) -> int:
    told = explained.explain(code) if code else explained.listed()
    if told is None:
        parser.error(explained.unknown(terminal.printable(code)))
    print(told)
    return terminal.GOOD


def chosen(asked: argparse.Namespace, root: Path) -> Callable[[str], bool]:
    """Whether a file, as problems name it, was asked for."""
    bases = (Path.cwd(), root, *(one.path for one in asked.over))
    wanted = frozenset((base / path).resolve() for path in asked.paths for base in bases)
    return lambda file: lies_in(roots.path_of(file, root, asked.over), wanted)


def lies_in(file: Path, wanted: Collection[Path]) -> bool:
    """Whether a file is, or lies in, one of the files or folders asked for; all do where none is named."""
    return not wanted or file in wanted or any(folder in wanted for folder in file.parents)


def tasks(checked: Checked, day: date, concerns: Callable[[str], bool]) -> Iterator[tuple[str, Task]]:
    """What waits on a day in the files asked for, each with its file as problems name it."""
    from briefing.graph import desk

    for task in desk.tasks(checked.checks.content, day):
        file = overlays.named(task.document.uri, checked.layers)
        if concerns(file):
            yield file, task


def say(
    problems: Sequence[Problem],
    checked: Checked,
    asked: argparse.Namespace,
    concerns: Callable[[str], bool],
) -> None:
    """Everything found, in the form asked for."""
    waiting = tuple(tasks(checked, asked.due, concerns)) if asked.due else ()
    if asked.format != "text":
        print(for_programs(problems, checked, asked, waiting), end="")
        return
    terminal.show(problems, terminal.roots_of(asked))
    if waiting:
        from briefing.views.kinds import desk as desk_list

        for file, task in waiting:
            line = desk_list.line(task, checked.configuration.settings.authors)
            print(terminal.printable(f"{file}:{task.line}: {line}"))
    print(terminal.count(problems, checked.checks.document_count))
    say_next(problems, checked, asked)


def for_programs(
    problems: Sequence[Problem],
    checked: Checked,
    asked: argparse.Namespace,
    waiting: Sequence[tuple[str, Task]],
) -> str:
    """The same in a form that other programs read."""
    from briefing.pages import problem_formats  # before a commit people wait, and have no use for it

    def located(file: str) -> tuple[str, str]:
        return roots.seen_from(Path.cwd(), file, checked.configuration.root, asked.over)

    problems = terminal.in_roots(problems, terminal.roots_of(asked))
    if asked.format == "json":
        authors = checked.configuration.settings.authors
        return problem_formats.as_json(problems, checked.checks.document_count, waiting, authors) + "\n"
    if asked.format == "sarif":
        return problem_formats.as_sarif(problems, located) + "\n"
    return problem_formats.as_github(problems, located)


def say_next(problems: Sequence[Problem], checked: Checked, asked: argparse.Namespace) -> None:
    """What to do with what was found; or, where nothing is in the way, with what was written."""
    roots = terminal.roots_of(asked)
    if can_be_mended(problems):
        terminal.suggest(
            "let it mend what has one right answer, once you have seen it",
            terminal.typed("check", roots, "--fix", *asked.paths),
        )
    elif problems:
        first = min(problems, key=lambda problem: not problem.is_error)
        terminal.suggest(
            "mend what is named above, and check again; to read more of a rule",
            terminal.typed("check", [], "--explain", first.code),
        )
    if not any(problem.is_error for problem in problems):
        git = f"git -C {terminal.quoted(asked.root)}" if asked.root else "git"
        terminal.suggest(
            f"{'once all is mended, ' if problems else ''}read it as readers will, commit it, and see what "
            "changes for them",
            terminal.typed("serve", roots),
            terminal.to_add(roots, *written(asked.root)),
            f"{git} commit",
            terminal.typed("report", roots, "--base", "main", "--audience", checked.audience.name),
        )


def written(root: Path | None) -> tuple[str, ...]:
    """What authors change in a content root; in one of their own, its settings too."""
    named = ("docs", "briefs", ".vscode", *(("mkdocs.yml", ".gitignore") if root else ()))
    return tuple(name for name in named if ((root or TOOL) / name).exists())


def can_be_mended(problems: Sequence[Problem]) -> bool:
    if not problems:
        return False
    from briefing.rewrite import fixes

    return any(problem.code in fixes.RULES for problem in problems)


if __name__ == "__main__":
    terminal.leave(main())
