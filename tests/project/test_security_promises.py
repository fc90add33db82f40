"""Every promise of SECURITY.md names a test that exists, runs on each pull request, and would fail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROMISES = "## What is defended, and by which test"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
PATH = re.compile(r"`((?:\.github|deploy|docs|hooks|scripts|tests)/[\w./-]+)`")
RULE = re.compile(r"[\s|:-]+")


def rows(text: str) -> list[tuple[str, str]]:
    """Promise and tests of every row of the tables that promise something."""
    _, _, section = text.partition(PROMISES)
    section = re.split(r"^## ", section, maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|") and not RULE.fullmatch(line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [(row[0], row[-1]) for row in cells if row[0] != "promise"]


def faults(text: str) -> Iterator[str]:
    """What a promise says of its tests and does not hold."""
    promised = rows(text)
    if not promised:
        yield "nothing is promised"
    for promise, tests in promised:
        named = NAMED.findall(tests)
        if not named:
            yield f"{promise}: no test is named"
        elif not any(is_always_run(file, name) for file, name in named):
            yield f"{promise}: no test of it runs on every pull request"
        rest = NAMED.sub("", tests).replace("<br>", "").strip(" ,")
        if rest:
            yield f"{promise}: more than names of tests: {rest}"
    for file, name in NAMED.findall(text):
        if name not in marks_of(file):
            yield f"{file}::{name} does not exist"
        elif "xfail" in marks_of(file)[name] or "mark.skip(" in marks_of(file)[name]:
            yield f"{file}::{name} is never to fail"
    yield from (f"{path} does not exist" for path in PATH.findall(text) if not (ROOT / path).exists())


def is_always_run(file: str, name: str) -> bool:
    marks = marks_of(file).get(name, "")
    return "mark.long" not in marks


@cache
def marks_of(file: str) -> dict[str, str]:
    """The tests of a file, each with the marks that it and its file wear."""
    if not (ROOT / file).is_file():
        return {}
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    of_all = [
        ast.unparse(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
    ]
    return {
        node.name: "\n".join([*of_all, *map(ast.unparse, node.decorator_list)])
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_promise_names_the_test_that_would_fail() -> None:
    assert list(faults((ROOT / "SECURITY.md").read_text(encoding="utf-8"))) == []


def test_who_looks_for_the_promises_finds_them() -> None:
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


HERE = "tests/project/test_security_promises.py"
LONG = "tests/commands/test_prove.py::test_a_thousand_contents_and_twenty_builds_tell_nothing"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"| One | `{HERE}::test_what_is_wrong_with_a_promise_is_told` |", []),
        ("| One | it is so |", ["One: no test is named", "One: more than names of tests: it is so"]),
        (f"| One | `{HERE}::test_one` |", [f"{HERE}::test_one does not exist"]),
        ("| One | `tests/test_one.py::test_one` |", ["tests/test_one.py::test_one does not exist"]),
        (f"| One | `{LONG}` |", ["One: no test of it runs on every pull request"]),
        ("", ["nothing is promised"]),
        (
            f"| One | `{HERE}::test_what_is_wrong_with_a_promise_is_told` |\n\nSee `scripts/none.py`.",
            ["scripts/none.py does not exist"],
        ),
    ],
)
def test_what_is_wrong_with_a_promise_is_told(row: str, told: list[str]) -> None:
    text = f"# Security\n\n{PROMISES}\n\n| promise | tests |\n|---|---|\n{row}\n\n## More\n\n| a | b |\n"

    assert list(faults(text)) == told
