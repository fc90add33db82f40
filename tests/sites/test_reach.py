"""How far a build reaches: to its content and its output, and to no other file and no other host."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import case
import site_builds
from briefing.edge.content import memory
from briefing.edge.kept import last_build, turns

pytestmark = pytest.mark.site

WATCHED = Path(__file__).parents[1] / "watched"
SECRET = "zebrafish"
INSTRUCTIONS = (
    '--8<-- "secret.txt"',
    '-8<- "../secret.txt"',
    '{% include "secret.txt" %}',
    "{{ config.docs_dir }}",
    "{!../secret.txt!}",
    "[!INCLUDE[x](../../secret.txt)]",
    "!!python/name:os.system",
)
"""What extensions, templates and plugins elsewhere take for a file to read or a value to show."""
ARTICLE = """---
title: Talks {{{{ config.docs_dir }}}}
summary: They met.
date: 2025-11-03
topics: [trade]
sources: [{{title: A statement, url: "https://far.example/statement"}}]
---
![Far](https://far.example/far.png) ![Near](../../../secret.txt) [Over](../../../secret.txt)

<img src="https://far.example/x.png"> <img src="../../../secret.txt">

{instructions}
"""


@dataclass(frozen=True, slots=True)
class Watched:
    """A built site, the folder that all of it lies in, and what its build did."""

    folder: Path
    asked: tuple[str, ...]
    written: tuple[Path, ...]
    read: tuple[Path, ...]

    @property
    def site(self) -> Path:
        return self.folder / "out/site"


def watched(log: Path) -> tuple[tuple[str, ...], ...]:
    """What was asked for, written and read, each once and in order."""
    lines = [line.split(" ", 1) for line in log.read_text(encoding="utf-8").splitlines()]
    return tuple(
        tuple(sorted({of for kind, of in lines if kind == asked})) for asked in ("ask", "write", "read")
    )


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """A site of a content that asks for all it can."""
    folder = tmp_path_factory.mktemp("reach")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    article = ARTICLE.format(instructions="\n\n".join(INSTRUCTIONS))
    root = case.Case("", {"docs/articles/talks.md": article}, {}).write(folder / "root")
    (root / "secret.txt").write_text(SECRET, encoding="utf-8")

    site_builds.build(
        folder / "out/site", root=root, PYTHONPATH=str(WATCHED), WATCHED=str(folder / "watched.log")
    )

    asked, written, read = watched(folder / "watched.log")
    return Watched(folder, asked, tuple(map(Path, written)), tuple(map(Path, read)))


def test_a_build_asks_no_host(build: Watched) -> None:
    assert build.asked == ()


def test_a_build_writes_its_output_and_what_the_next_one_may_use(build: Watched) -> None:
    places = (build.folder / "out", last_build.FOLDER, memory.FOLDER, turns.FOLDER)
    elsewhere = [path for path in build.written if not any(map(path.is_relative_to, places))]

    assert build.site / "index.html" not in build.written  # for it is built beside, and switched in
    assert build.site in build.written
    assert [path for path in elsewhere if path != Path(os.devnull) and "__pycache__" not in path.parts] == []


def test_of_the_content_a_build_opens_what_it_publishes_and_nothing_beside_it(build: Watched) -> None:
    content = {path for path in build.read if path.is_relative_to(build.folder)}

    of_output = {path for path in content if path.is_relative_to(build.folder / "out")}

    names = {path.relative_to(build.folder).as_posix() for path in content - of_output}
    assert names == {
        "root/docs/actors/india.md",
        "root/docs/articles/talks.md",
        "root/docs/topics/trade.md",
    }


def test_what_reads_files_elsewhere_is_text_here(build: Watched) -> None:
    page = (build.site / "articles/talks/index.html").read_text(encoding="utf-8")

    for instruction in (
        "8&lt;",
        "{% include",
        "{{ config.docs_dir }}",
        "{!..",
        "[!INCLUDE",
        "!!python",
    ):
        assert instruction in page
    holding = [
        path for path in build.site.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert holding == []


def test_the_watch_sees_what_a_program_opens_writes_and_asks(tmp_path: Path) -> None:
    program = """
import os, socket, sys
from pathlib import Path
here = Path(sys.argv[1])
(here / "one").mkdir()
(here / "one/a").write_text("x")
(here / "one/a").read_text()
(here / "one/a").rename(here / "b")
with socket.socket() as closed:
    closed.settimeout(1)
    closed.connect_ex(("127.0.0.1", 9))
socket.getaddrinfo("localhost", 80)
"""
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(WATCHED), "WATCHED": str(tmp_path / "log")},
        check=True,
    )

    asked, written, read = watched(tmp_path / "log")

    assert asked == ("socket.connect ('127.0.0.1', 9)", "socket.getaddrinfo 'localhost'")
    assert {str(tmp_path / name) for name in ("one", "one/a", "b")} <= set(written)
    assert str(tmp_path / "one/a") in read
