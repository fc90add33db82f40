"""Begin a new document or content root: asks on a terminal, or takes everything from flags."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.edge import clock, processes, terminal
from briefing.edge.authors import new_document, questions
from briefing.edge.authors.new_document import CannotWrite, Existing
from briefing.edge.authors.questions import Desk
from briefing.edge.content.roots import Root
from briefing.edge.terminal import Wrong
from briefing.edge.tool import TOOL
from briefing.model import slug
from briefing.model.documents import Status
from briefing.model.ref import PROFILES, Kind, is_id
from briefing.scaffold import document, editors, ids, matching, servers, site
from briefing.scaffold.answers import Answers, key_of

KINDS = tuple(kind.noun for kind in Kind)
FLAGS: Mapping[str, str] = {
    "title": "--title",
    "authors": "--author",
    "topics": "--topic",
    "type": "--type",
    "articles": "--article",
    "broader": "--broader",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for a new file; 2 where something is missing or in the way, and nothing is written."""
    asked = arguments().parse_args(argv)
    processes.collect_rarely()
    return terminal.write("new.py", lambda: make(asked), CannotWrite)


def make(asked: argparse.Namespace) -> int:
    if asked.what == "site":
        return new_site(asked)
    root = asked.root or TOOL
    if asked.what == "servers":
        return new_servers(root)
    if asked.what == "schemas":
        return new_schemas(root, asked.over)
    return new_file(asked, new_document.survey(root, asked.over))


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "what", nargs="?", choices=(*KINDS, "site", "schemas", "servers"), metavar="WHAT",
        help=f"{', '.join(KINDS)}; site: a new content root; schemas: what editors are told, made anew; "
        "servers: what web servers are told, made anew",
    )  # fmt: skip
    parser.add_argument(
        "name",
        nargs="?",
        default="",
        metavar="ID",
        help="its id (else from the title), or its title; of a site, its folder",
    )
    parser.add_argument(
        "--title", "--name", default="", help="the title of a brief or article, the name of a profile"
    )
    parser.add_argument("--date", type=terminal.day, metavar="DAY", help="publication day (else today)")
    parser.add_argument("--summary", default="", metavar="TEXT", help="else a marked place is left for it")
    parser.add_argument(
        "--type", default="", help="person, country, organisation or group; of an agreement, its kind"
    )
    for flag, dest, what in (
        ("--author", "authors", "who writes it: a name, or an id of extra.briefing.authors"),
        ("--topic", "topics", "a topic's id"),
        ("--actor", "actors", "the id of an actor that it is about"),
        ("--agreement", "agreements", "the id of an agreement that it is about"),
        ("--article", "articles", "the id of an article that the brief rests on"),
        ("--broader", "broader", "the id of a broader topic"),
    ):
        parser.add_argument(
            flag, dest=dest, action="append", default=[], metavar="ID", help=f"{what}; may be repeated"
        )
    parser.add_argument(
        "--marking", default="", metavar="LABEL", help="TLP:CLEAR to TLP:AMBER+STRICT (else the setting)"
    )
    parser.add_argument(
        "--status", choices=("draft", "published"), default=Status.DRAFT.value, help="else draft"
    )
    parser.add_argument("--unattended", "--yes", action="store_true", help="ask nothing, even on a terminal")
    parser.add_root(terminal.new_root)
    parser.add_today()
    return parser


def new_file(asked: argparse.Namespace, existing: Existing) -> int:
    today = clock.today(asked.today)
    if is_attended(asked):
        desk = Desk(input, print)
        begun = answers(asked, Kind(f"{asked.what}s") if asked.what else questions.kind(desk))
        refuse_id(begun, existing)
        said = questions.answers(desk, begun, existing.known, existing.own, today)
    elif asked.what:
        said = answers(asked, Kind(f"{asked.what}s"))
        refuse_id(said, existing)
        refuse_name(said, existing)
    else:
        raise Wrong(f"say what to make: {', '.join(KINDS)}, site, schemas or servers")
    refuse(said)
    said = with_marking(said, existing)
    new = document.source(said, id_of(said, existing), today)
    errors = existing.errors(new, today)
    if errors:
        for error in errors:
            terminal.say(terminal.printable(f"{error.message} — {error.remedy}"))
        terminal.say("Nothing was written.")
        return terminal.BROKEN
    path = new_document.write(existing.root, new)
    roots = terminal.roots_of(asked)
    say_next(said, path, roots)
    if said.kind in PROFILES and (existing.root / editors.FOLDER).is_dir():
        tell_editors(asked.root or TOOL, asked.over)
        print("What editors know of profiles, in .vscode, has changed too. Commit both:")
        print(f"  {terminal.to_add(roots[-1:], new.uri, editors.TOP)}")
    return terminal.GOOD


def is_attended(asked: argparse.Namespace) -> bool:
    """Whether to ask: on a terminal, where nothing but the kind and the id is given."""
    given = ("title", "date", "summary", "type", "marking", *FLAGS, "actors", "agreements")
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return on_terminal and not asked.unattended and not any(getattr(asked, name) for name in given)


def answers(asked: argparse.Namespace, kind: Kind) -> Answers:
    is_title = not asked.title.strip() and not is_id(asked.name)
    return Answers(
        kind,
        title=(asked.name if is_title else asked.title).strip(),
        id="" if is_title else asked.name,
        date=asked.date,
        summary=asked.summary.strip(),
        type=asked.type,
        status=asked.status,
        marking=asked.marking,
        authors=tuple(asked.authors),
        topics=tuple(asked.topics),
        actors=tuple(asked.actors),
        agreements=tuple(asked.agreements),
        articles=tuple(asked.articles),
        broader=tuple(asked.broader),
    )


def refuse(said: Answers) -> None:
    """Stop where something is missing, or has no place in a document of this kind."""
    flags = [f"--{key_of(said.kind, name)}" if name == "title" else FLAGS[name] for name in said.missing]
    if flags:
        raise Wrong(f"the {said.kind.noun} needs {', '.join(flags)}")
    if said.out_of_place:
        raise Wrong(
            f"the {said.kind.noun} has no place for {', '.join(FLAGS[name] for name in said.out_of_place)}"
        )


def refuse_id(said: Answers, existing: Existing) -> None:
    """Stop where the document cannot have the id that was given."""
    complaint = ids.why_not(said.id, existing.known.taken[said.kind]) if said.id else ""
    if complaint:
        raise Wrong(f"the id `{said.id}` cannot be used: {complaint}")


def refuse_name(said: Answers, existing: Existing) -> None:
    """Stop where another has the name already, unless the id tells them apart."""
    same = () if said.id else matching.called(said.title, said.kind, existing.known)
    if same:
        raise Wrong(
            f"there is one of that name already: {', '.join(same)}; to make another, give its id: "
            f"new.py {said.kind.noun} ID --{key_of(said.kind, 'title')} …"
        )


def with_marking(said: Answers, existing: Existing) -> Answers:
    return replace(said, marking=said.marking or existing.own.marking.value)


def id_of(said: Answers, existing: Existing) -> str:
    """The id that was given, or one from the title."""
    if said.id:
        return said.id
    taken = existing.known.taken[said.kind]
    derived = ids.from_title(said.title, said.kind)
    if not derived:
        raise Wrong("no id can be made of this title; give one: new.py KIND ID …")
    made = replace(said, id=derived if said.kind.is_profile else slug.free(derived, taken))
    refuse_id(made, existing)
    return made.id


def say_next(said: Answers, path: Path, roots: Sequence[Path]) -> None:
    is_draft = said.status == Status.DRAFT.value
    publishing = ", delete `status: draft` once it may be published" if is_draft else ""
    print(terminal.path_here(path))
    print(
        f"Next: open it in your editor, write what it marks with `Write:`{publishing}, then\n"
        f"  {terminal.typed('check', roots, path)}\n"
        f"  {terminal.typed('serve', roots)}"
    )


def new_site(asked: argparse.Namespace) -> int:
    if not asked.name:
        raise Wrong("say where: new.py site DIR")
    folder = Path(asked.name).resolve()
    today: date = clock.today(asked.today)
    new_document.write_all(folder, site.files(asked.title.strip() or folder.name, today))
    print(terminal.path_here(folder))
    print("Next: set its name and readers in mkdocs.yml, then")
    print(*(f"  {terminal.typed(name, [folder])}" for name in ("new", "check", "serve")), sep="\n")
    print("Where it is not in git yet, so that reports can tell what changes:")
    git = f"git -C {terminal.quoted(folder)}"
    print(f"  {git} init --initial-branch main", f"  {git} add .", f"  {git} commit", sep="\n")
    return terminal.GOOD


def new_schemas(root: Path, over: Sequence[Root]) -> int:
    told = tell_editors(root, over)
    terminal.say(f"What editors know of the keys is in {told / editors.FOLDER}")
    return terminal.GOOD


def tell_editors(root: Path, over: Sequence[Root]) -> Path:
    """Make anew what editors are told of keys and ids; the root that it lies in."""
    existing = new_document.survey(root, over)
    new_document.fill(existing.root, editors.files(existing.known))
    return existing.root


def new_servers(root: Path) -> int:
    new_document.fill(root, servers.files())
    terminal.say(f"What web servers are told of headers is in {root / servers.FOLDER}")
    return terminal.GOOD


if __name__ == "__main__":
    sys.exit(main())
