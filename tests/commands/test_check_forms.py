"""What `check.py` says to machines: for code scanning and for pull requests."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefing.model.codes import RULES
from checking import ARTICLE, SLIP, Done, Run, root
from site_builds import PROJECT

SARIF = json.loads((PROJECT / "tests/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


ANNOTATION = re.compile(r"::(?:error|warning) file=[^:,\s]+,line=\d+,col=\d+,title=[^:,\r\n]+::[^\r\n]+")
"""A workflow command, as its documentation has it: in properties, `:` and `,` are escaped."""


def sarif(done: Done) -> Mapping[str, Any]:
    log: Mapping[str, Any] = json.loads(done.out)
    jsonschema.Draft4Validator(SARIF).validate(log)
    return log


def places(log: Mapping[str, Any]) -> set[tuple[str, str]]:
    found = (one["locations"][0]["physicalLocation"]["artifactLocation"] for one in log["runs"][0]["results"])
    return {(one["uri"], one["uriBaseId"]) for one in found}


def test_the_form_for_code_scanning_keeps_its_schema(check: Run, tmp_path: Path) -> None:
    place = root(tmp_path, **{"docs/articles/slip 50% é.md": SLIP})

    log = sarif(check("--root", str(place), "--format", "sarif"))

    assert places(log) == {("docs/articles/slip%2050%25%20%C3%A9.md", "ROOT")}
    assert {one["id"] for one in log["runs"][0]["tool"]["driver"]["rules"]} == set(RULES)


def test_a_log_that_breaks_the_schema_is_noticed() -> None:
    with pytest.raises(jsonschema.ValidationError):
        sarif(Done(0, json.dumps({"version": "2.1.0", "runs": [{"results": []}]}), ""))


def test_files_are_named_from_where_the_check_is_run(
    check: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = root(tmp_path / "base", **{"docs/articles/slip.md": SLIP})
    over = tmp_path / "over"
    (over / "docs/articles").mkdir(parents=True)
    (over / "docs/articles/more.md").write_text(SLIP, encoding="utf-8")
    words = ("--root", str(base), "--root", str(over))

    monkeypatch.chdir(tmp_path)
    above = check(*words, "--format", "sarif")
    annotated = check(*words, "--format", "github")
    monkeypatch.chdir(over)
    inside = check(*words, "--format", "sarif")
    monkeypatch.chdir(PROJECT)
    outside = check(*words, "--format", "sarif")

    here = {"base/docs/articles/slip.md", "over/docs/articles/more.md"}
    assert places(sarif(above)) == {(path, "%SRCROOT%") for path in here}
    assert {line.split("file=")[1].split(",")[0] for line in annotated.out.splitlines()} == here
    assert places(sarif(inside)) == {
        ("docs/articles/slip.md", "ROOT"),
        ("docs/articles/more.md", "%SRCROOT%"),
    }
    assert places(sarif(outside)) == {
        ("docs/articles/slip.md", "ROOT"),
        ("docs/articles/more.md", "OVERLAY1"),
    }


def test_annotations_are_one_line_each_whatever_a_message_holds(check: Run, tmp_path: Path) -> None:
    odd = ARTICLE.replace("[india]", '["in:dia, 50%\\n::error::x"]')
    place = root(
        tmp_path, **{"docs/articles/a,b:c.md": odd} if os.name != "nt" else {"docs/articles/a,b.md": odd}
    )

    lines = check("--root", str(place), "--format", "github").out.splitlines()

    assert lines
    assert all(ANNOTATION.fullmatch(line) for line in lines), lines


def test_the_schema_is_the_file_that_is_listed() -> None:
    file = PROJECT / "tests/schemas/sarif-2.1.0-rtm.5.json"

    digest = hashlib.sha256(file.read_bytes()).hexdigest()

    assert f"`{digest}`" in file.with_name("README.md").read_text(encoding="utf-8")
