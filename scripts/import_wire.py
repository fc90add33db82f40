"""Make an article draft of plain wire text: what it says of itself, and what may be made of it."""

from __future__ import annotations

from _environment import enter

enter()

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.edge import processes, terminal
from briefing.edge.authors import wire_files
from briefing.edge.authors.wire_files import Read, Refused
from briefing.edge.tool import TOOL
from briefing.model.ref import Kind
from briefing.wire.draft import Draft


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where every text gave a draft, 1 where one did not, 2 where a file is not there."""
    parser = arguments()
    asked = parser.parse_args(argv)
    processes.collect_rarely()
    names = files(asked.files)
    for name in names:
        if name != wire_files.STANDARD_INPUT and not Path(name).is_file():
            parser.error(f"there is no file {name}")
    if asked.out and asked.out.exists() and not asked.out.is_dir():
        parser.error(f"{asked.out} is no folder")
    root = asked.root or TOOL
    existing = wire_files.survey(root, asked.over)
    results = [wire_files.read(name, existing.known, asked.date) for name in dict.fromkeys(names)]
    found = [one for one in results if isinstance(one, Read)]
    refused = [one for one in results if isinstance(one, Refused)]
    if asked.format == "json":
        print(as_json(found))
    else:
        last = asked.over[-1].path if asked.over else root
        folder = asked.out or last / wire_files.ARTICLES
        taken = existing.known.taken if asked.out is None else frozenset()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            parser.error(terminal.printable(terminal.in_words(error)))
        written = wire_files.write(found, folder, taken, existing.marking, with_text=asked.rights)
        for one, path in zip(found, written, strict=True):
            if isinstance(path, Refused):
                refused.append(path)
            else:
                say(one, path, terminal.roots_of(asked))
    for trouble in refused:
        line = f"{trouble.file}: error: {trouble.message} — {trouble.remedy}"
        print(terminal.printable(line), file=sys.stderr)
    return terminal.PROBLEMS if refused else terminal.GOOD


def files(names: Sequence[str]) -> list[str]:
    """Names of files, with those that a pattern stands for: shells of Windows leave that to commands."""
    return [one for name in names for one in (matching(Path(name)) or (name,))]


def matching(path: Path) -> list[str]:
    return [] if path.exists() else sorted(map(str, path.parent.glob(path.name)))


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument("files", nargs="+", metavar="FILE", help="plain text; - is standard input")
    parser.add_argument(
        "--date",
        type=terminal.day,
        metavar="DAY",
        help="the day it was filed: a year that the text lacks follows",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where drafts go (else docs/articles of the last root)"
    )
    parser.add_argument(
        "--rights",
        action="store_true",
        help="the text may be used: put it into the draft (else only proposals)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json writes no file")
    parser.add_root(terminal.new_root)
    return parser


def as_json(found: Sequence[Read]) -> str:
    """One object with every draft, in the order of the files."""
    return json.dumps(
        {"drafts": [one.as_dict() for one in found]}, ensure_ascii=False, sort_keys=True, indent=1
    )


def say(one: Read, path: Path, roots: Sequence[Path]) -> None:
    """Where the draft is, what was found, what is to be settled, and what comes next."""
    draft = one.draft
    facts = (
        ("from", f"{one.file} ({one.encoding})"),
        ("title", draft.title or "none in the text"),
        ("place", draft.place or "none in the text"),
        ("date", day_of(draft)),
        ("byline", draft.byline),
        ("agency", draft.agency),
        ("names", ", ".join(map(str, draft.named))),
        ("events", "; ".join(f"{event.date} “{event.words}”" for event in draft.events)),
        ("unknown", ", ".join(draft.unknown_names)),
        ("removed", "; ".join(draft.removed)),
    )
    print(terminal.printable(terminal.path_here(path)))
    for name, fact in facts:
        if fact:
            print(terminal.printable(f"  {name:8}{fact}"))
    for warning in draft.warnings:
        print(terminal.printable(f"  warning {warning}"))
    missing = "" if draft.ids(Kind.TOPIC) else "name a topic under `topics:`, "
    command = terminal.typed("check", roots, path)
    print(f"  next    {missing}write the text in your own words, then run {terminal.printable(command)}")


def day_of(draft: Draft) -> str:
    """The day of the text, and how it is known or may become known."""
    if draft.day:
        return f"{draft.day}{' (year assumed)' if draft.day_is_assumed else ''}"
    return "open" if draft.filed else "open (--date says when it was filed)"


if __name__ == "__main__":
    sys.exit(main())
