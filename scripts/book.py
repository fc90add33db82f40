"""Make a briefing book: chosen briefs as one PDF, with a title page and a contents list."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
from collections.abc import Sequence
from pathlib import Path

from briefing.edge import processes, terminal
from briefing.edge.content.assemble import assemble, check
from briefing.edge.delivery import browser, papers
from briefing.edge.tool import TOOL
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.views.kinds import book
from briefing.views.kinds.book import Choice, Missing

SUBJECTS = (Kind.TOPIC, Kind.ACTOR, Kind.AGREEMENT)


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for a book, 1 where content keeps it from being made, 2 for wrong use or no browser."""
    parser = arguments()
    asked = parser.parse_args(argv)
    processes.collect_rarely()
    choice = chosen(asked)
    if not choice.named and not choice.describes:
        parser.error("say which briefs: by their ids, or by --topic, --actor, --agreement, --from or --to")
    if not asked.out.absolute().parent.is_dir():
        parser.error(f"there is no folder {asked.out.absolute().parent}")
    if not browser.find():
        parser.error(browser.REMEDY)
    root = asked.root or TOOL
    terminal.say(f"Reading {', '.join(map(str, (root, *(one.path for one in asked.over))))}")
    checked = check(root, over=asked.over, audience=asked.audience, today=asked.today)
    if asked.audience is not None and checked.audience.name != asked.audience:
        parser.error_of_audience(asked.audience, checked.configuration.settings)
    if checked.has_errors:
        terminal.show(checked.problems, terminal.roots_of(asked), to_stderr=True)
        terminal.say("No book was made: mend this first.")
        return terminal.PROBLEMS
    assembly = assemble(checked)
    edition = assembly.build.edition
    try:
        refs = book.chosen(edition, choice)
    except Missing as error:
        parser.error(str(error))
    if not refs:
        parser.error(f"no brief for {edition.settings.audience.name} readers is as described")
    made = book.book(edition, assembly.build.shown, refs, choice, asked.title)
    terminal.say(f"Printing {made.count} for {made.audience} readers ({made.marking.label})")
    try:
        papers.write(asked.out, made, assembly)
    except (browser.CannotPrint, OSError) as error:
        terminal.say(f"No book was made: {terminal.in_words(error)}")
        return terminal.BROKEN
    print(f"The book is in {asked.out}")
    return terminal.GOOD


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "briefs", nargs="*", metavar="BRIEF", help="ids of briefs, which come first, in this order"
    )
    for kind in SUBJECTS:
        parser.add_argument(
            f"--{kind.noun}",
            action="append",
            default=[],
            metavar="ID",
            help=f"briefs about this {kind.noun}; given again, about one of them",
        )
    parser.add_argument(
        "--from", dest="since", type=terminal.day, metavar="DAY", help="published then or later"
    )
    parser.add_argument(
        "--to", dest="until", type=terminal.day, metavar="DAY", help="published then or before"
    )
    parser.add_argument("--title", default="", metavar="TEXT", help="what the title page says")
    parser.add_argument("--out", type=pdf, required=True, metavar="FILE", help="where the book goes")
    parser.add_audience()
    parser.add_root()
    parser.add_today()
    return parser


def chosen(asked: argparse.Namespace) -> Choice:
    """What was asked for; a brief may be named as authors refer to it, too: `briefs/NAME`."""
    named = tuple(
        ref.id if (ref := parse_ref(name)) and ref.kind is Kind.BRIEF else name for name in asked.briefs
    )
    subjects = tuple(Ref(kind, id_) for kind in SUBJECTS for id_ in getattr(asked, kind.noun))
    return Choice(named, tuple(dict.fromkeys(subjects)), asked.since, asked.until)


def pdf(text: str) -> Path:
    """A file to write, which must not be mistaken for another kind."""
    path = Path(text)
    if path.suffix.lower() != ".pdf" or path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is no name for a PDF; let it end in .pdf")
    return path


if __name__ == "__main__":
    terminal.leave(main())
