"""What is too large ends at once with a problem: never with a kill, a traceback or an hour of waiting."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import bombs
import case
from briefing.convert import limits as bodies
from briefing.edge.content import disk
from briefing.edge.content.assemble import check
from briefing.edge.terminal import count
from briefing.graph.appearances import Appearances
from briefing.model import limits
from briefing.model.problem import Problem, told
from briefing.model.ref import Kind, Ref
from briefing.model.source import SrcUri
from briefing.parse import tree
from site_builds import PROJECT

SECONDS = 10
BYTES = 500_000_000
WHOLE = 950_000
"""Characters of a bomb that fills the file in which it lies."""
PART = 150_000
ARTICLES = "docs/articles"
REFUSALS = {"B110", "B605"}

NINE_LISTS = "".join(f"k{number}: [{'a, ' * 1_998}]\n" for number in range(9))
"""18,000 keys and values."""

within_bounds = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux holds a process to what memory it takes"
)


def bounded(script: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command, run to its end within ten seconds and 500 MB."""
    import resource

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))

    command = (sys.executable, PROJECT / "scripts" / f"{script}.py", *words)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", preexec_fn=bound, check=False)
    assert done.returncode in (0, 1), (done.returncode, done.stderr[-2_000:])
    assert "Traceback" not in done.stderr
    return done


def checked(root: Path) -> Mapping[str, set[str]]:
    """The codes of the errors of each file."""
    done = bounded("check", "--root", root, "--today", "2025-12-01", "--format", "json")
    found: dict[str, set[str]] = defaultdict(set)
    problems: list[Mapping[str, Any]] = json.loads(done.stdout)["problems"]
    for one in problems:
        found[one["file"]] |= {one["code"]} if one["severity"] == "error" else set()
    return found


def write(root: Path, texts: Mapping[str, str]) -> Path:
    return case.Case("", {f"{ARTICLES}/{name}.md": text for name, text in texts.items()}, {}).write(root)


@within_bounds
def test_all_refused_bodies_in_one_root_are_refused_in_time(tmp_path: Path) -> None:
    texts = {name: bombs.with_body(bomb, PART) for name, bomb in bombs.REFUSED_BODIES.items()}

    found = checked(write(tmp_path, texts))

    assert {name for name in texts if not found[f"{ARTICLES}/{name}.md"] & REFUSALS} == set()


@within_bounds
def test_all_front_matters_that_explode_in_one_root_are_errors_in_time(tmp_path: Path) -> None:
    texts = {name: bombs.with_matter(bomb, WHOLE) for name, bomb in bombs.MATTERS.items()}

    found = checked(write(tmp_path, texts))

    assert {name for name in texts if not found[f"{ARTICLES}/{name}.md"]} == set()


@within_bounds
@pytest.mark.long
@pytest.mark.parametrize("name", bombs.REFUSED_BODIES)
def test_a_body_that_fills_its_file_is_refused_in_time(name: str, tmp_path: Path) -> None:
    text = bombs.with_body(bombs.REFUSED_BODIES[name], WHOLE)

    found = checked(write(tmp_path, {"bomb": text}))

    assert found[f"{ARTICLES}/bomb.md"] & REFUSALS


@within_bounds
@pytest.mark.long
@pytest.mark.parametrize("name", bombs.BORNE_BODIES)
def test_a_strange_body_that_fills_its_file_is_read_in_time(name: str, tmp_path: Path) -> None:
    text = bombs.with_body(bombs.BORNE_BODIES[name], WHOLE)

    found = checked(write(tmp_path, {"bomb": text}))

    assert not found[f"{ARTICLES}/bomb.md"] & REFUSALS


@within_bounds
@pytest.mark.parametrize("name", ["names-without-blanks", "links-to-nothing", "ids-again"])
def test_a_strange_body_is_read_in_time(name: str, tmp_path: Path) -> None:
    text = bombs.with_body(bombs.BORNE_BODIES[name], PART)

    assert not checked(write(tmp_path, {"bomb": text}))[f"{ARTICLES}/bomb.md"] & REFUSALS


@pytest.mark.parametrize(
    ("limit", "body"),
    [
        (limits.PARAGRAPHS, lambda n: "a\n\n" * n),
        (limits.TEXT_LINES, lambda n: "a\n" * n),
        (limits.SIGNS, lambda n: "*" * (n % 10) + "**********\n\n" * (n // 10)),
        (limits.TAGS, lambda n: "<br>\n\n" * n),
        (limits.NOTES, lambda n: "a[^1]\n\n" * n),
        (limits.DEFINITIONS, lambda n: "[a]: b\n\n" * n),
        (limits.HEADINGS, lambda n: "# a\n\n" * n),
        (limits.FENCES, lambda n: "```\n\n" * n),
        (limits.OPEN, lambda n: "[" * n),
        (limits.LINES, lambda n: ": a\n" * n),
        (limits.CELLS, lambda n: "a|b\n-|-\n" + "c\n" * (n // 2 - 3)),
        (limits.USES, lambda n: "*[AB]: b\n\n" + "AB\n\n" * (n - 1)),
    ],
    ids=lambda given: given.of if isinstance(given, limits.Limit) else "",
)
def test_a_body_may_have_so_much_and_no_more(limit: limits.Limit, body: Callable[[int], str]) -> None:
    assert bodies.excess(body(limit.most)) is None
    assert getattr(bodies.excess(body(limit.most + 3)), "code", "") == "B605"


@pytest.mark.parametrize(
    ("limit", "matter"),
    [
        (limits.FRONT_MATTER, lambda n: "a: b\n" + "#" * (n - 5)),
        (limits.VALUES, lambda n: NINE_LISTS + f"k: [{'a, ' * (n - 18_003)}]"),
        (limits.ENTRIES, lambda n: f"a: [{'b, ' * n}]"),
        (limits.DEPTH, lambda n: "a: " + "[" * (n - 1) + "]" * (n - 1)),
        (limits.TEXT, lambda n: f"a: {'b' * n}"),
    ],
    ids=lambda given: given.of if isinstance(given, limits.Limit) else "",
)  # fmt: skip
def test_a_front_matter_may_have_so_much_and_no_more(
    limit: limits.Limit, matter: Callable[[int], str]
) -> None:
    at_most, too_much = (tree.read(matter(n), SrcUri("a.md"), 2)[1] for n in (limit.most, limit.most + 1))

    assert at_most == ()
    assert [one.code for one in too_much] == ["B110"]


ACTOR = "---\nname: {name}\ntype: country\naliases: [{aliases}]\npart_of: {whole}\n---\n"


def codes(root: Path, files: Mapping[str, str]) -> set[tuple[str, str]]:
    written = case.Case("", dict(files), {}).write(root)
    return {(one.file, one.code) for one in check(written).problems if one.is_error}


@pytest.mark.parametrize(
    ("aliases", "is_refused"),
    [
        ([f"Name {n}" for n in range(limits.NAMES.most)], False),
        ([f"Name {n}" for n in range(limits.NAMES.most + 1)], True),
        (["N" * limits.NAME.most], False),
        (["N" * (limits.NAME.most + 1)], True),
        (["N" * (limits.LINE.most + 1)], True),
    ],
    ids=["most names", "a name more", "longest name", "a letter more", "no name"],
)
def test_a_profile_may_have_so_many_names(aliases: list[str], is_refused: bool, tmp_path: Path) -> None:
    text = ACTOR.format(name="Utopia", aliases=", ".join(aliases), whole="india")

    found = codes(tmp_path, {"docs/actors/utopia.md": text})

    assert found == ({("docs/actors/utopia.md", "B110")} if is_refused else set())


def test_a_hierarchy_may_be_so_deep(tmp_path: Path) -> None:
    most = limits.HIERARCHY.most
    parts = {
        f"docs/actors/part-{n}.md": ACTOR.format(
            name=f"Part {n}", aliases="", whole=f"part-{n - 1}" if n else "india"
        )
        for n in range(most + 1)
    }

    assert codes(tmp_path, parts) == {(f"docs/actors/part-{most}.md", "B110")}


@within_bounds
def test_a_chain_of_thousands_is_followed_in_time(tmp_path: Path) -> None:
    topics = {
        f"docs/topics/t{n}.md": f"---\nname: Topic {n}\nbroader: [t{(n + 1) % 3_000}]\n---\n"
        for n in range(3_000)
    }

    found = checked(case.Case("", topics, {}).write(tmp_path))

    assert found["docs/topics/t7.md"] == {"B302"}


def test_a_text_that_names_very_many_makes_nobody_companions() -> None:
    crowd = tuple(Ref(Kind.ACTOR, f"actor-{number}") for number in range(limits.TOGETHER.most + 1))
    few, many = Ref(Kind.ARTICLE, "few"), Ref(Kind.ARTICLE, "many")
    seen = Appearances({few: crowd[:2], many: crowd}, {crowd[0]: (few, many)}, {}, {})

    assert seen.companions(crowd[0]) == ((crowd[1], 1),)


def test_a_file_may_have_so_many_bytes(tmp_path: Path) -> None:
    text = f"---\n{bombs.MATTER}---\n"
    most = limits.FILE.most - len(text)

    found = codes(
        tmp_path, {f"{ARTICLES}/fits.md": text + "a" * most, f"{ARTICLES}/not.md": text + "a" * (most + 1)}
    )

    assert found == {(f"{ARTICLES}/not.md", "B110")}


def test_settings_cannot_explode(tmp_path: Path) -> None:
    files = {"mkdocs.yml": "extra: " + "[" * 100_000}

    assert codes(tmp_path, files) == {("mkdocs.yml", "B110")}


def test_folders_and_paths_may_be_so_deep_and_long(tmp_path: Path) -> None:
    fits = "docs/" + "a/" * (limits.FOLDERS.most - 1) + "x.csv"
    deep = "docs/" + "b/" * limits.FOLDERS.most + "x.csv"
    name = "docs/" + "c" * (limits.PATH.most - 5)
    for path in (fits, deep, name, f"{name}c"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()

    found = disk.read(tmp_path)

    assert found.files == {fits, name}
    assert [(one.file, one.code) for one in found.problems] == [
        (deep.removesuffix("/x.csv"), "B110"),
        (f"{name}c", "B110"),
    ]


def test_of_very_many_problems_the_last_says_how_many_more() -> None:
    many = [Problem(SrcUri("a.md"), line, 1, "B306", "…", "…") for line in range(1, 1_001)]

    listed = told(many)

    assert len(listed) == limits.TOLD.most + 1
    assert (listed[-1].line, listed[-1].message) == (201, "and 800 more of B306 from here on")
    assert count(listed, 1) == "1 document, 0 errors, 1000 warnings"
    assert told(listed) == listed


def test_every_limit_stands_in_the_manual() -> None:
    manual = (PROJECT / "docs" / "about" / "problems.md").read_text(encoding="utf-8")
    rows = [f"| {one.most:,} | {one.of} | {one.why} |" for one in limits.ALL]

    assert [row for row in rows if row not in manual] == []
    assert manual.count("\n| ") == len(rows) + 2


@within_bounds
def test_a_report_that_is_little_but_names_is_imported_in_time(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Talks\n\nNEW DELHI, Nov 3 - " + "India, " * 40_000, encoding="utf-8")

    done = bounded("import_wire", report, "--date", "2025-11-03", "--format", "json")

    assert json.loads(done.stdout)["drafts"][0]["title"] == "Talks"


@within_bounds
def test_an_endless_line_is_no_report(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("a" * 5_000_000, encoding="utf-8")

    assert bounded("import_wire", report, "--format", "json").returncode == 1
