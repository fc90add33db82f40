"""What the workflows may do, and what they must not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import may_publish
import same_bytes
import workflow_checker
import workflow_rules
from briefing.model.marking import Marking

WORKFLOWS = Path(__file__).resolve().parents[2] / ".github/workflows"
CHECKER = workflow_checker.why_not()

files = pytest.mark.parametrize(
    "path", sorted(path for path in WORKFLOWS.iterdir() if path.is_file()), ids=lambda path: path.name
)


def read(path: Path) -> dict[str, Any]:
    return workflow_rules.read(path.read_text(encoding="utf-8"))


@files
def test_a_workflow_keeps_every_rule(path: Path) -> None:
    assert path.suffix == ".yml"  # what the other checkers look at
    assert workflow_rules.broken(path.read_text(encoding="utf-8")) == []


SOUND = """
on: {pull_request: {}, push: {branches: [main]}}
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0
        with: {persist-credentials: false}
      - env: {NAME: "${{ github.head_ref }}"}
        run: echo "$NAME"
"""


def test_a_sound_workflow_breaks_no_rule() -> None:
    assert workflow_rules.broken(SOUND) == []


@pytest.mark.parametrize(
    ("sound", "broken", "told"),
    [
        ("9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0", "v7", "not pinned to a commit"),
        (" # v7.0.0", "", "not pinned to a commit"),
        ("actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "./.github/one", "not pinned"),
        ("permissions: {}\n", "", "what the workflow may is not nothing"),
        ("permissions: {}\n", "permissions: {contents: read}\n", "what the workflow may is not nothing"),
        ("    permissions: {contents: read}\n", "", "one: does not say what it may"),
        ("permissions: {contents: read}", "permissions: read-all", "one: does not say what it may"),
        ("    timeout-minutes: 5\n", "", "one: has no bound in time"),
        ("timeout-minutes: 5", "timeout-minutes: 360", "one: has no bound in time"),
        ("with: {persist-credentials: false}", "", "one: leaves credentials"),
        ("persist-credentials: false", "persist-credentials: true", "one: leaves credentials"),
        ("pull_request:", "pull_request_target:", "triggered by pull_request_target"),
        ("on: {pull_request: {}, push: {branches: [main]}}", "on: [push, workflow_run]", "triggered by work"),
        ("on: {pull_request: {}, push: {branches: [main]}}", "on: issue_comment", "triggered by issue"),
        ("ubuntu-latest", "self-hosted", "one: runs on a machine that other"),
        ("ubuntu-latest", "[self-hosted, linux]", "one: runs on a machine that other"),
        ("github.head_ref", "secrets.KEY", "a secret is used"),
        ("github.head_ref", "github.token", "a secret is used"),
        ('echo "$NAME"', 'echo "${{ github.head_ref }}"', "one: an expression becomes part of a program"),
    ],
)
def test_a_workflow_that_breaks_a_rule_is_told_which(sound: str, broken: str, told: str) -> None:
    assert sound in SOUND

    (found,) = workflow_rules.broken(SOUND.replace(sound, broken))

    assert found.startswith(told)


@pytest.mark.skipif(bool(CHECKER), reason=CHECKER)
def test_actionlint_finds_nothing() -> None:
    assert workflow_checker.check(WORKFLOWS) == []


@files
def test_what_strangers_propose_is_run_without_rights(path: Path) -> None:
    """A pull request of a fork may change every line that runs, this workflow's included."""
    workflow = read(path)

    writing = workflow_rules.writing(workflow)

    assert not writing or "pull_request" not in workflow_rules.triggers(workflow)


def test_a_job_that_may_write_or_deploy_is_known_by_it() -> None:
    for right in ("permissions: {contents: write}", "permissions: {}\n    environment: pages"):
        workflow = workflow_rules.read(SOUND.replace("permissions: {contents: read}", right))
        assert workflow_rules.writing(workflow) == {"one"}
    assert workflow_rules.writing(workflow_rules.read(SOUND)) == set()


def test_every_night_all_tests_run_and_known_flaws_are_asked_for() -> None:
    nightly, supply = (read(WORKFLOWS / f"{name}.yml") for name in ("nightly", "supply-chain"))

    assert "schedule" in nightly["on"]
    assert {"schedule", "pull_request"} <= set(supply["on"])
    assert nightly["jobs"]["long"]["steps"][-1]["run"] == "python scripts/test.py --long"
    assert supply["jobs"]["flaws"]["steps"][-1]["run"].startswith("python scripts/audit.py")


def test_a_pull_request_is_told_of_and_shown_for_one_audience_alone() -> None:
    """Everybody who sees the project can read the summary, and fetch what is kept."""
    jobs = read(WORKFLOWS / "check.yml")["jobs"]
    steps = jobs["report"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    kept = {
        step["with"]["path"]
        for job in jobs.values()
        for step in job["steps"]
        if "path" in step.get("with", {})
    }

    assert jobs["report"]["env"]["AUDIENCE"].endswith("|| 'public' }}")
    assert all('--audience "$AUDIENCE"' in command for command in commands)
    assert any("$GITHUB_STEP_SUMMARY" in command and "--annotate" in command for command in commands)
    (build,) = [command.partition("--out ")[2] for command in commands if "build.py" in command]
    assert build == "seen --bundle site.zip"
    assert kept == {"repeated/manifest.json", "report.html", "site.zip", "manifests"}


def test_changed_dependencies_of_a_pull_request_are_reviewed() -> None:
    job = read(WORKFLOWS / "supply-chain.yml")["jobs"]["changes"]

    assert job["if"] == "github.event_name == 'pull_request'"
    assert job["permissions"] == {"contents": "read"}
    assert job["steps"][-1]["uses"].startswith("actions/dependency-review-action@")
    assert job["steps"][-1]["with"]["fail-on-severity"] == "moderate"


def test_a_pull_request_is_checked_built_and_tested() -> None:
    workflow = read(WORKFLOWS / "check.yml")
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]

    assert "pull_request" in workflow["on"]
    assert runs == [
        "python scripts/check.py --format github",
        "python scripts/build.py",
        "python scripts/build.py --today 2025-12-01 --out repeated",
        "python scripts/verify.py repeated",
        "python scripts/prove.py --contents 40 --builds 1",
        "python scripts/test.py",
    ]


def test_a_pull_request_is_told_of_in_words_that_everybody_may_read() -> None:
    job = read(WORKFLOWS / "check.yml")["jobs"]["report"]
    fetch, *_ = job["steps"]
    (told,) = (step["run"] for step in job["steps"] if "GITHUB_STEP_SUMMARY" in step.get("run", ""))

    assert job["if"] == "github.event_name == 'pull_request'"
    assert job["permissions"] == {"contents": "read"}
    assert fetch["with"]["fetch-depth"] == "0"
    assert job["env"]["AUDIENCE"] == "${{ vars.BRIEFING_REPORT_AUDIENCE || 'public' }}"
    assert told.startswith('python scripts/report.py --base "origin/$BASE" --audience "$AUDIENCE" ')


def test_the_oldest_and_the_newest_python_and_every_system_must_build_the_same() -> None:
    jobs = read(WORKFLOWS / "check.yml")["jobs"]
    built = {(one["system"], one["python"]) for one in jobs["check"]["strategy"]["matrix"]["include"]}

    assert {system for system, _ in built} == {"ubuntu-latest", "windows-latest", "macos-latest"}
    assert {python for _, python in built} == {"3.11", "3.12", "3.13", "3.14"}
    assert jobs["same"]["needs"] == "check"
    assert jobs["same"]["steps"][-1]["run"] == "python3 .github/same_bytes.py manifests"


def manifests(folder: Path, **systems: Mapping[str, Any]) -> str:
    for name, manifest in systems.items():
        (folder / name).mkdir()
        (folder / name / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return str(folder)


ONE = {"today": "2025-12-01", "files": {"index.html": {"size": 1, "sha256": "a"}}}


def test_systems_that_built_the_same_are_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert same_bytes.main([manifests(tmp_path, linux=ONE, windows=ONE)]) == 0

    assert capsys.readouterr().out == "2 systems built the same site\n"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (ONE | {"files": {"index.html": {"size": 1, "sha256": "b"}}}, "index.html differs"),
        (ONE | {"files": {}}, "index.html differs, or is missing from one"),
        (ONE | {"today": "2025-12-02"}, "today of the manifests differs: 2025-12-01 and 2025-12-02"),
        ({"files": ONE["files"], "today": ONE["today"]}, "the manifests say the same in other bytes"),
    ],
)
def test_systems_that_built_other_sites_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], other: Mapping[str, Any], told: str
) -> None:
    assert same_bytes.main([manifests(tmp_path, linux=ONE, windows=other)]) == 1

    assert capsys.readouterr().out.startswith(f"linux and windows: {told}")


def test_one_system_alone_proves_nothing(tmp_path: Path) -> None:
    assert same_bytes.main([manifests(tmp_path, linux=ONE)]) == 2
    assert same_bytes.main([]) == 2


def test_only_the_job_that_deploys_may_write_and_only_what_everyone_may_read() -> None:
    jobs = read(WORKFLOWS / "publish.yml")["jobs"]

    writing = {path.name: workflow_rules.writing(read(path)) for path in WORKFLOWS.iterdir()}

    assert {name: of for name, of in writing.items() if of} == {"publish.yml": {"deploy"}}
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
