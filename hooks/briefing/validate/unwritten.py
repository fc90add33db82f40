"""Texts still to be written: a warning while a document is a draft, an error once it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.model.content import Path
from briefing.model.documents import Status
from briefing.model.fields import Scalar
from briefing.model.problem import Problem, problem
from briefing.model.source import Place
from briefing.model.unwritten import MARKER, is_unwritten
from briefing.parse.documents import Parsed

IN_WORK = frozenset({Status.DRAFT.value, Status.REVIEW.value})


def check(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Every text of every document that begins as a new document's texts do."""
    for one in parsed:
        if one.kind is None:
            continue
        for path, name in _values(one.tree.data, ()):
            yield _unwritten(one, one.tree.places[path], f"`{name}`")
        yield from of_body(one)


def of_body(parsed: Parsed) -> Iterator[Problem]:
    """Every line of a text that begins as a new document's do."""
    lines = parsed.body.split("\n") if MARKER in parsed.body else ()
    for number, line in enumerate(lines, parsed.body_line):
        if is_unwritten(line):
            yield _unwritten(parsed, Place(number, 1), "this part of the text")


def _unwritten(parsed: Parsed, at: Place, what: str) -> Problem:
    status = parsed.tree.data.get("status")
    if isinstance(status, Scalar) and status.text.strip() in IN_WORK:
        return problem("B606", parsed.uri, at, f"{what} is still to be written")
    return problem("B607", parsed.uri, at, f"the document is published, and {what} is not written")


def _values(value: dict[str, Any] | list[Any], path: Path) -> Iterator[tuple[Path, str]]:
    for step, held in value.items() if isinstance(value, dict) else enumerate(value):
        if not isinstance(held, Scalar):
            yield from _values(held, (*path, step))
        elif is_unwritten(held.text):
            yield (*path, step), str(next(one for one in (step, *reversed(path)) if isinstance(one, str)))
