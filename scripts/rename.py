"""Rename a document, or merge it into another: every reference and link follows, the old address leads on."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.edge import processes, terminal
from briefing.edge.authors import moving
from briefing.edge.authors.moving import FileChange
from briefing.edge.authors.replacing import Changed
from briefing.edge.content.assemble import Checked, check
from briefing.edge.terminal import Wrong
from briefing.edge.tool import TOOL
from briefing.model.ref import KINDS, Kind, Ref
from briefing.model.source import SrcUri
from briefing.parse.filing import kind_of
from briefing.pipeline import Checks
from briefing.rewrite.references import Move
from briefing.scaffold import ids
from briefing.validate.ids import name_of, written_id
from briefing.validate.nearest import did_you_mean


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where it is done or shown, 1 where something is in the way, 2 for wrong use."""
    asked = arguments().parse_args(argv)
    processes.collect_rarely()
    return terminal.write("rename.py", lambda: rename(asked), Changed)


def rename(asked: argparse.Namespace) -> int:
    if not (asked.dry_run or asked.yes or is_attended()):
        raise Wrong("give --dry-run to see the changes, or --yes to write them")
    move = Move(ref(asked.old), ref(asked.new))
    checked = check(asked.root or TOOL, over=asked.over, today=asked.today)
    refuse(move, checked.checks, terminal.roots_of(asked))
    return carry_out(asked, move, checked)


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument("old", metavar="KIND/OLD", help="the document as it is called now: actors/india")
    parser.add_argument(
        "new", metavar="KIND/NEW", help="its new id; where there is such a document, OLD goes into it"
    )
    parser.add_argument("--dry-run", action="store_true", help="show every change, and write nothing")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument(
        "--append",
        action="store_true",
        help="where both have a text, put OLD's below NEW's under a heading with OLD's name",
    )
    parser.add_root()
    parser.add_today()
    return parser


def is_attended() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def ref(text: str) -> Ref:
    """What was written as `kind/id`; whether there is such a document is asked later."""
    kind, slash, id_ = text.partition("/")
    path = SrcUri(text.replace("\\", "/"))
    if path.endswith(".md") and (of_path := kind_of(path)):
        raise Wrong(f"`{text}` is a path and not KIND/ID; write {of_path}/{name_of(path)}")
    if not slash or kind not in KINDS:
        raise Wrong(f"`{text}` is not KIND/ID; the kinds are: {', '.join(one.value for one in Kind)}")
    return Ref(Kind(kind), id_)


def refuse(move: Move, checks: Checks, roots: Sequence[Path]) -> None:
    """Stop where there is no such document, or where it can never be called so."""
    old, new = move
    if old.kind is not new.kind:
        raise Wrong(f"{old} cannot become {new}: a document stays of its kind")
    if old == new:
        raise Wrong(f"{old} is called that already")
    if old not in checks.content.documents:
        raise Wrong(why_not(old, checks, roots))
    complaint = ids.why_not(new.id, ())
    if complaint:
        raise Wrong(f"the id `{new.id}` cannot be used: {complaint}")


def why_not(old: Ref, checks: Checks, roots: Sequence[Path]) -> str:
    """Why there is no such document: it has errors, has another id now, or may be another."""
    read = [(one.uri, written_id(one)) for one in checks.reading.parsed]
    read += [(uri, name_of(uri)) for uri in (*checks.reading.unreadable, *checks.given.undecoded)]
    for uri, id_ in read:
        if id_ == old.id and kind_of(uri) is old.kind:
            return f"{uri} has errors; mend them first: {terminal.typed('check', roots, uri)}"
    documents = checks.content.documents
    for ref, document in documents.items():
        if ref.kind is old.kind and old.id in document.matter.former:
            return f"{old} is {ref} already"
    near = did_you_mean(old.id, [ref.id for ref in documents if ref.kind is old.kind])
    return f"there is no {old.kind.noun} `{old.id}`{'; ' if near else ''}{near}"


def carry_out(asked: argparse.Namespace, move: Move, checked: Checked) -> int:
    """Show what would change, and write it if that is wanted; 1 where something is in the way."""
    proposal = moving.propose(checked, move, append=asked.append)
    for one in proposal.obstacles:
        line = f"{one.file}:{one.at.line}:{one.at.column}: {one.message} — {one.remedy}"
        terminal.say(terminal.printable(line))
    terminal.show(proposal.problems, terminal.roots_of(asked), to_stderr=True)
    if proposal.obstacles or proposal.problems:
        terminal.say("Nothing was written.")
        return terminal.PROBLEMS
    terminal.show(proposal.warnings, to_stderr=True)
    for place in proposal.lost:
        terminal.say(terminal.printable(f"{place}: this comment goes with its file; copy what is to stay"))
    if not asked.yes or asked.dry_run:
        show(proposal.changes)
    many = count(len(proposal.changes))
    if asked.dry_run:
        terminal.say(f"{many} would change. Nothing was written.")
    elif asked.yes or is_agreed(many):
        moving.write(proposal)
        say_done(move, proposal.changes)
    else:
        terminal.say("Nothing was written.")
    return terminal.GOOD


def show(changes: Iterable[FileChange]) -> None:
    for change in changes:
        for line in change.diff():
            print(terminal.printable(line))


def is_agreed(many: str) -> bool:
    return input(f"Write {many}? [y/N] ").strip().lower() in ("y", "yes")


def say_done(move: Move, changes: Sequence[FileChange]) -> None:
    for change in changes:
        print(change.old if change.old == change.new else f"{change.old} → {change.new}")
    print(
        f"{move.old} is {move.new} now; its old address leads there.\n"
        f"Next: look at what git shows as changed ({count(len(changes))}), and commit it as one."
    )


def count(files: int) -> str:
    return f"{files} {'file' if files == 1 else 'files'}"


if __name__ == "__main__":
    terminal.leave(main())
