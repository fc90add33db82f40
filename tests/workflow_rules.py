"""The rules of this project for workflows, each of which a workflow can break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

Job = Mapping[str, Any]

PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+(?:/[\w./-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
TRIGGERS = {"pull_request", "push", "schedule", "workflow_dispatch"}
"""Those that hand no rights of the repository to what strangers propose; `pull_request_target` and
`workflow_run` do."""
HOSTED = re.compile(r"(?:ubuntu|windows|macos)-[\w.]+")
FROM_MATRIX = re.compile(r"\$\{\{ matrix\.(\w+) \}\}")
LONGEST = 180  # minutes; a runner that hangs ends long before GitHub's six hours


def read(text: str) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for true: a loader that leaves text alone does not.
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(workflow, dict)
    return workflow


def broken(text: str) -> list[str]:
    """Every rule that a workflow breaks, and where."""
    workflow = read(text)
    return [
        *_by_line(text),
        *_by_workflow(workflow),
        *(f"{name}: {what}" for name, job in workflow["jobs"].items() for what in _by_job(job)),
    ]


def _by_line(text: str) -> Iterator[str]:
    for line in map(str.strip, text.splitlines()):
        if re.match(r"(?:- )?uses:", line) and not PINNED.search(line):
            yield f"not pinned to a commit with its version: {line}"
        # `secrets: inherit` and `secrets.NAME`, and the token, which `permissions` cannot take from a log.
        if re.search(r"\bsecrets\b|\bgithub\.token\b|\bGITHUB_TOKEN\b", line):
            yield f"a secret is used: {line}"


def _by_workflow(workflow: Mapping[str, Any]) -> Iterator[str]:
    if workflow.get("permissions") != {}:
        yield "what the workflow may is not nothing"
    strange = set(triggers(workflow)) - TRIGGERS
    if strange:
        yield f"triggered by {', '.join(sorted(strange))}"


def triggers(workflow: Mapping[str, Any]) -> tuple[str, ...]:
    """What starts a workflow, in whichever of its three forms that is written."""
    on = workflow["on"]
    return (on,) if isinstance(on, str) else tuple(on)


def _by_job(job: Job) -> Iterator[str]:
    permissions = job.get("permissions")
    if not isinstance(permissions, dict):
        yield "does not say what it may, scope by scope"
    if not 0 < int(job.get("timeout-minutes", 0)) <= LONGEST:
        yield "has no bound in time"
    if not all(HOSTED.fullmatch(label) for label in _systems(job)):
        yield "runs on a machine that other jobs leave something on"
    for step in job.get("steps", ()):
        if "${{" in step.get("run", "") + step.get("with", {}).get("script", ""):
            yield f"an expression becomes part of a program: {step.get('name')}"
        if (
            step.get("uses", "").startswith("actions/checkout@")
            and step.get("with", {}).get("persist-credentials") != "false"
        ):
            yield "leaves credentials on the disk"


def _systems(job: Job) -> list[str]:
    """The machines that a job runs on, those of its matrix included."""
    label = str(job["runs-on"])
    by_matrix = FROM_MATRIX.fullmatch(label)
    if by_matrix is None:
        return [label]
    matrix = job["strategy"]["matrix"]
    return [str(one[by_matrix[1]]) for one in matrix.get("include", ())] + list(matrix.get(by_matrix[1], ()))


def writing(workflow: Mapping[str, Any]) -> set[str]:
    """The jobs that may change something, or speak in the project's name to another service."""
    return {
        name
        for name, job in workflow["jobs"].items()
        if "environment" in job or set(job["permissions"].values()) - {"read", "none"}
    }
