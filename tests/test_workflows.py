"""What the workflows may do, and what they must not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import may_publish
from briefing.model.marking import Marking

WORKFLOWS = Path(__file__).resolve().parent.parent / ".github/workflows"
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

files = pytest.mark.parametrize("path", sorted(WORKFLOWS.glob("*.yml")), ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for true: a loader that leaves text alone does not.
    workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(workflow, dict)
    return workflow


@files
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]

    assert lines
    assert [line for line in lines if not PINNED.search(line)] == []


@files
def test_a_workflow_may_nothing_and_a_job_what_it_needs(path: Path) -> None:
    workflow = read(path)

    assert workflow["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in workflow["jobs"].values())


@files
def test_no_credentials_stay_on_disk_and_no_secret_is_used(path: Path) -> None:
    steps = [step for job in read(path)["jobs"].values() for step in job["steps"]]
    fetching = [step for step in steps if "actions/checkout@" in step.get("uses", "")]

    assert all(step["with"]["persist-credentials"] == "false" for step in fetching)
    assert "secrets." not in path.read_text(encoding="utf-8")
    assert "pull_request_target" not in path.read_text(encoding="utf-8")


def test_a_pull_request_is_checked_built_and_tested() -> None:
    workflow = read(WORKFLOWS / "check.yml")
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]

    assert "pull_request" in workflow["on"]
    assert runs == [
        "python scripts/check.py --format github",
        "python scripts/build.py",
        "python scripts/test.py",
    ]


def test_only_the_job_that_deploys_may_write_and_only_what_everyone_may_read() -> None:
    jobs = read(WORKFLOWS / "publish.yml")["jobs"]

    writing = {name for name, job in jobs.items() if "write" in job["permissions"].values()}

    assert writing == {"deploy"}
    assert jobs["deploy"]["if"] == "needs.build.outputs.for-everyone == 'yes'"


SETTINGS = """
plugins: [search]
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
strict: !ENV [CI, false]
extra:
  briefing:
    audiences: {press: TLP:CLEAR, staff: TLP:AMBER, public: %s, typo: TLP:CLAER, clever: !ENV MARKING}
"""


@pytest.mark.parametrize(
    ("audience", "public", "expected"),
    [
        ("public", "TLP:CLEAR", Marking.CLEAR),
        ("public", "TLP:GREEN", Marking.GREEN),
        ("press", "TLP:CLEAR", Marking.CLEAR),
        ("staff", "TLP:CLEAR", Marking.AMBER),
        ("internal", "TLP:CLEAR", Marking.AMBER_STRICT),
        ("typo", "TLP:CLEAR", None),
        ("clever", "TLP:CLEAR", None),
        ("nobody", "TLP:CLEAR", None),
    ],
)
def test_the_settings_tell_who_reads_what(audience: str, public: str, expected: Marking | None) -> None:
    assert may_publish.highest_marking(audience, SETTINGS % public) is expected


@pytest.mark.parametrize("settings", ["", "extra:", "extra: {briefing: [1]}", "site_name: Ours"])
def test_where_nothing_is_set_the_defaults_hold(settings: str) -> None:
    assert may_publish.highest_marking("public", settings) is Marking.CLEAR
    assert may_publish.highest_marking("partners", settings) is Marking.GREEN


@pytest.mark.parametrize(
    ("audience", "code", "decision"),
    [("public", 0, "for-everyone=yes\n"), ("internal", 0, "for-everyone=no\n"), ("nobody", 2, "")],
)
def test_only_an_audience_of_clear_documents_is_deployed(
    audience: str, code: int, decision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\n", encoding="utf-8")
    (tmp_path / "output").touch()
    monkeypatch.setattr(may_publish, "ROOT", tmp_path)
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))

    assert may_publish.main([audience]) == code
    assert (tmp_path / "output").read_text(encoding="utf-8") == decision
