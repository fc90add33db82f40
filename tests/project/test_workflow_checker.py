"""The checker of workflows finds what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

import workflow_checker

pytestmark = pytest.mark.skipif(bool(workflow_checker.why_not()), reason=workflow_checker.why_not())

WORKFLOW = """\
on: pull_request
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: echo %s
"""


def test_a_sound_workflow_has_no_problem(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text(WORKFLOW % "hello", encoding="utf-8")

    assert workflow_checker.check(tmp_path) == []


def test_an_expression_of_nothing_and_one_of_a_stranger_are_found(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text(WORKFLOW % "${{ matrix.none }}", encoding="utf-8")
    (tmp_path / "two.yml").write_text(WORKFLOW % "${{ github.head_ref }}", encoding="utf-8")

    one, two = workflow_checker.check(tmp_path)

    assert one.startswith('one.yml:7:23 property "none" is not defined')
    assert two.startswith('two.yml:7:23 "github.head_ref" is potentially untrusted')


def test_a_checker_that_reads_nothing_is_no_good_news(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="No workflow files found"):
        workflow_checker.check(tmp_path)
