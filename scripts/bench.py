"""Measure what a build costs, against other builders on the same Markdown, in turn and in one run."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import _bench_page
import _bench_results as results
import _builders
import _corpus
import _measure
import _search_bench
import _search_relevance
from _bench_results import Found, Run
from _builders import OURS, PEERS, Builder
from _corpus import Corpus
from _measure import Cost
from _search_bench import Answer
from _search_relevance import Score
from briefing.edge import terminal

CASES = (results.COLD, "unchanged", "body", "title", "actor", "template")
CASE_HELP = (
    "what happened before each build: cold (nothing is there yet), unchanged (since the last), "
    "body or title (of one article), actor (a new one), template (one that makes a part of every page)"
)
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")
# MkDocs prints an advertisement otherwise; and Python keeps what it has compiled, as it does for everybody.
ENVIRON: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 where everything was measured, 2 where a builder failed."""
    parser = arguments()
    asked = parser.parse_args(argv)
    if bool(asked.page) != bool(asked.measured):
        parser.error("--page and --from go together")
    if asked.page:
        return write_page(asked.page, asked.measured)
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as temporary:
        try:
            found = measure(asked, (asked.keep or Path(temporary)).absolute())
        except (_measure.Failed, _search_bench.CannotMeasure) as error:
            terminal.say(terminal.printable(str(error)))
            return terminal.BROKEN
    if asked.json:
        asked.json.write_text(results.as_json(found), encoding="utf-8")
    return terminal.GOOD


def measure(asked: argparse.Namespace, folder: Path) -> Found:
    """All that was asked for, each part printed when it is there."""
    peers = tuple(installed(asked))
    runs: list[Run] = []
    answers: list[Answer] = []
    sites: list[tuple[Corpus, tuple[Builder, ...]]] = []
    for documents in asked.documents:
        builders = (OURS, *(peer for peer in peers if peer.takes(documents)))
        corpus = made(folder / str(documents), documents, builders)
        sites.append((corpus, builders))
        warm_up(corpus, builders)
        for case in asked.cases:
            found = tuple(measured(corpus, builders, case, asked.pairs))
            runs += found
            print(results.table(found), end="\n\n", flush=True)
    print(*results.growths(runs), sep="\n", flush=True)
    # After all builds: none is told to hold less than this program, which grows with the browser's driver.
    for corpus, builders in sites if asked.search else ():
        said = [answer(corpus, builder) for builder in builders if builder.searches]
        answers += said
        print(_search_bench.table(said), end="\n\n", flush=True)
    scores = relevance(folder / "posts", asked.posts) if asked.posts else ()
    print(*scores, sep="\n", flush=True)
    return Found(machine(), programs(peers), runs, answers, scores)


def write_page(page: Path, files: Sequence[Path]) -> int:
    """Bring a page and its pictures up to what the files say; 2 where they cannot be read."""
    try:
        _bench_page.update(page, results.read(files))
    except (OSError, ValueError, KeyError, TypeError, _bench_page.NoPlace) as error:
        terminal.say(f"The page was not written: {terminal.printable(str(error))}")
        return terminal.BROKEN
    return terminal.GOOD


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--documents",
        type=numbers,
        default=(100, 1_000),
        metavar="N,N…",
        help="sizes of the corpora (else 100,1000)",
    )
    parser.add_argument(
        "--pairs", type=number, default=3, metavar="K", help="how many builds by each (else 3)"
    )
    names = "; ".join(f"{peer.name}: {peer.what}" for peer in PEERS)
    parser.add_argument(
        "--peers", type=peers, default=PEERS[:1], metavar="NAME,…", help=f"against whom ({names})"
    )
    parser.add_argument("--cases", type=cases, default=CASES[:1], metavar="CASE,…", help=CASE_HELP)
    parser.add_argument(
        "--search", action="store_true", help="then ask the search boxes of the built sites, in Chromium"
    )
    parser.add_argument(
        "--posts", type=Path, metavar="ARCHIVE", help="then ask 100 questions about the posts in this archive"
    )
    parser.add_argument(
        "--hugo", default="hugo", metavar="PROGRAM", help="where Hugo is, itself and no wrapper"
    )
    parser.add_argument("--eleventy", default="eleventy", metavar="PROGRAM", help="where Eleventy is")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run and ratio there")
    parser.add_argument(
        "--page", type=Path, metavar="FILE", help="measure nothing, but write tables and pictures for a page"
    )
    parser.add_argument(
        "--from", type=Path, nargs="+", dest="measured", metavar="JSON", help="of what these files say"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="make corpora and sites there, and leave them"
    )
    return parser


def number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is no number of at least 1")
    return int(text)


def numbers(text: str) -> tuple[int, ...]:
    return tuple(number(part) for part in text.split(","))


def peers(text: str) -> tuple[Builder, ...]:
    by_name = {peer.name: peer for peer in PEERS}
    return tuple(by_name[name] for name in known(text, tuple(by_name)))


def cases(text: str) -> tuple[str, ...]:
    return known(text, CASES)


def known(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a list, each of which must be known."""
    asked = tuple(text.split(","))
    for name in asked:
        if name not in names:
            raise argparse.ArgumentTypeError(f"{name} is none of: {', '.join(names)}")
    return asked


def installed(asked: argparse.Namespace) -> Iterator[Builder]:
    """The peers asked for, with their programs; those that nobody has installed are left out, with a word."""
    for peer in asked.peers:
        program = shutil.which(getattr(asked, peer.program)) if peer.program else ""
        if program is not None:
            yield replace(peer, program=program)
        else:
            terminal.say(f"{peer.label} is left out: it is not installed (--{peer.name} says where it is)")


def machine() -> dict[str, object]:
    return {
        "system": platform.platform(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
    }


def programs(peers: Sequence[Builder]) -> dict[str, str]:
    """The versions of all that was measured."""
    told = {peer.name: _measure.version((peer.program, *peer.version)) for peer in peers if peer.version}
    return {**{name: version(name) for name in PACKAGES}, **told}


def made(folder: Path, documents: int, builders: Sequence[Builder]) -> Corpus:
    """A new corpus in the folder, with what builders need; an older one of ours gives way."""
    terminal.say(f"Writing {documents} documents to {folder}")
    for name in ("root", "plain", "sites", "tool", _builders.ENVIRONMENT, "hugo", "eleventy"):
        shutil.rmtree(folder / name, ignore_errors=True)
    corpus = _corpus.write(folder, documents)
    _builders.make_environment(corpus)
    for prepare in dict.fromkeys(builder.prepare for builder in builders):
        prepare(corpus)
    return corpus


def warm_up(corpus: Corpus, builders: Sequence[Builder]) -> None:
    """One build by each that does not count: it fills the caches of disk and compiler."""
    for builder in builders:
        built(corpus, builder)


def measured(corpus: Corpus, builders: Sequence[Builder], case: str, pairs: int) -> Iterator[Run]:
    """As many rounds as asked for, each with one build by everyone in turn."""
    for pair in range(1, pairs + 1):
        change(corpus, case, pair, builders)
        for builder in builders:
            if case == results.COLD:
                clear(corpus, builder)
            cost = built(corpus, builder)
            yield Run(
                builder.name, corpus.documents, case, pair, cost, _measure.output(site(corpus, builder))
            )


def clear(corpus: Corpus, builder: Builder) -> None:
    """Remove a site, and all that its builder keeps for the next one."""
    shutil.rmtree(site(corpus, builder).parent)
    if builder.name == OURS.name:
        _builders.forget(corpus)


def change(corpus: Corpus, case: str, pair: int, builders: Sequence[Builder]) -> None:
    """Do to the corpus, or to what builds it, what a case is about; a different change in each round."""
    if case == "body":
        _corpus.change_body(corpus, pair)
    elif case == "title":
        _corpus.change_title(corpus, pair)
    elif case == "actor":
        _corpus.add_actor(corpus, pair)
    elif case == "template":
        for template in dict.fromkeys(builder.template for builder in builders):
            template.change(corpus, pair)


def built(corpus: Corpus, builder: Builder) -> Cost:
    terminal.say(f"  {builder.name}, {corpus.documents} documents")
    environ = {**ENVIRON, "BRIEFING_ENVIRONMENT": str(corpus.folder / _builders.ENVIRONMENT)}
    return _measure.run(builder.command(corpus, site(corpus, builder)), corpus.folder, environ)


def answer(corpus: Corpus, builder: Builder) -> Answer:
    terminal.say(f"  Searching the site by {builder.name}, {corpus.documents} documents")
    return _search_bench.measure(builder.name, corpus.documents, site(corpus, builder))


def relevance(folder: Path, archive: Path) -> list[Score]:
    """How often search leads to the right one of the posts, ours and the theme's."""
    shutil.rmtree(folder, ignore_errors=True)
    terminal.say(f"Asking about the posts in {archive}")
    posts = Corpus(folder, 0)
    questions = _search_relevance.posts(archive, posts.root)
    _builders.make_environment(posts)
    OURS.prepare(posts)
    built(posts, OURS)
    return _search_relevance.compare(posts.root, site(posts, OURS), questions)


def site(corpus: Corpus, builder: Builder) -> Path:
    """Where a builder's site goes: into a folder with nobody else's."""
    return corpus.folder / "sites" / builder.name / "site"


if __name__ == "__main__":
    sys.exit(main())
