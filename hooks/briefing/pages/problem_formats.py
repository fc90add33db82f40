"""Problems in the forms that machines read: JSON, GitHub's annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from briefing.graph.desk import Task
from briefing.model.codes import RULES, Severity
from briefing.model.problem import Problem
from briefing.views.kinds import desk

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Locator = Callable[[str], tuple[str, str]]
"""The path of a file, as problems name it, and what the path is relative to."""
NOBODY: Mapping[str, str] = MappingProxyType({})
LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def as_json(
    problems: Iterable[Problem],
    documents: int,
    waiting: Iterable[tuple[str, Task]] = (),
    authors: Mapping[str, str] = NOBODY,
) -> str:
    """One object: the problems, how many documents were looked at, and what waits in which file."""
    rows = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    found = {
        "problems": rows,
        "documents": documents,
        "due": [_task(file, task, authors) for file, task in waiting],
    }
    return json.dumps(found, ensure_ascii=False, sort_keys=True, indent=1)


def _task(file: str, task: Task, authors: Mapping[str, str]) -> Mapping[str, object]:
    return {
        "file": file,
        "line": task.line,
        "document": str(task.document.ref),
        "judgement": task.judgement.id if task.judgement else None,
        "kind": task.reason.value,
        "when": str(task.since or ""),
        "what": task.judgement.text if task.judgement else task.document.title,
        "to_do": desk.what(task),
        "rests_on": str(task.rests_on.ref) if task.rests_on else None,
        "waits_for": [authors.get(one, one) for one in task.waits_for],
    }


def as_github(problems: Iterable[Problem], located: Locator) -> str:
    """A workflow command a line, which GitHub shows beside the changed text."""
    return "".join(
        f"::{problem.severity.value} file={_property(located(problem.file)[0])},"
        f"line={problem.line},col={problem.column},"
        f"title={_property(f'{problem.code} {RULES[problem.code].title}')}::"
        f"{_message(f'{problem.message} — {problem.remedy}')}\n"
        for problem in problems
    )


def _artifact(path: str, base: str) -> Mapping[str, str]:
    return {"uri": quote(path), "uriBaseId": base}


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Iterable[Problem], located: Locator) -> str:
    """A SARIF 2.1.0 log with one run, for code-scanning views."""
    rules = [
        {
            "id": rule.code,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.why},
            "help": {"text": f"{rule.remedy}\nExample: {rule.example}\nMended: {rule.mended}"},
            "defaultConfiguration": {"level": LEVELS[rule.severity]},
        }
        for rule in RULES.values()
    ]
    results = [
        {
            "ruleId": problem.code,
            "level": LEVELS[problem.severity],
            "message": {"text": f"{problem.message} — {problem.remedy}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _artifact(*located(problem.file)),
                        "region": {"startLine": problem.line, "startColumn": problem.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    run = {
        "tool": {"driver": {"name": "Briefing Room", "rules": rules}},
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    return json.dumps(
        {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]},
        ensure_ascii=False,
        sort_keys=True,
        indent=1,
    )
