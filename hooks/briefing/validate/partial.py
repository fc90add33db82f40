"""What is left of a front matter without what is wrong in it, so that the rest is checked in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.model.content import Path, Places
from briefing.model.fields import Scalar
from briefing.model.problem import Problem
from briefing.model.source import Place
from briefing.parse.tree import Tree

STAND_INS: Mapping[str, Any] = {
    "title": Scalar("?"), "summary": Scalar("?"), "text": Scalar("?"), "note": Scalar("?"),
    "date": Scalar("2000-01-01"), "authors": [Scalar("?")], "topics": [Scalar("?")], "type": Scalar("group"),
    "confidence": Scalar("low"), "result": Scalar("cannot-tell"),
}  # fmt: skip
"""For required values that are missing or wrong. No page shows them: with an error, none is made."""
NAMELESS = "name"
"""A profile that lacks its name stands under the file's, which no text mentions."""

FOLLOWS: Mapping[str, frozenset[str]] = {
    "B702": frozenset({"likelihood"}),
    "B704": frozenset({"judgements"}),
    "B706": frozenset({"articles", "sources", "status"}),
    "B707": frozenset({"sources"}),
    "B708": frozenset({"authors", "reviewers", "status"}),
    "B709": frozenset({"sources"}),
    "B710": frozenset({"withdrawn_because"}),
    "B801": frozenset({"date", "title"}),
    "B803": frozenset({"date", "title", "id"}),
    "B202": frozenset({"actor", "name", "for"}),
    "B315": frozenset({"parties"}),
}
"""Rules that a document may seem to break only since a value at one of these keys was taken out."""


def without(tree: Tree, wrong: Iterable[Path]) -> Tree:
    """The tree without some values; what is left keeps its place in the file."""
    out = frozenset(_standing(tree.data, path) for path in wrong)
    places: dict[Path, Place] = {}
    return Tree(_kept(tree, tree.data, (), (), out, places), Places(places))


def completed(tree: Tree, missing: Iterable[Path], name: str) -> Tree:
    """The tree, filled with stand-ins where keys are missing; an entry that none completes is taken out."""
    stand_ins = {**STAND_INS, NAMELESS: Scalar(name)}
    incomplete = []
    for *above, key in missing:
        if key in stand_ins:
            _at(tree.data, tuple(above))[key] = stand_ins[str(key)]
        else:
            incomplete.append(tuple(above))
    return without(tree, incomplete)


def own(problems: Iterable[Problem], gaps: Mapping[str, frozenset[str | int]]) -> Iterator[Problem]:
    """The problems that are not mere consequences of what was taken out of their files."""
    return (
        one for one in problems if not FOLLOWS.get(one.code, frozenset()) & gaps.get(one.file, frozenset())
    )


def _kept(
    tree: Tree, value: Any, path: Path, new: Path, out: frozenset[Path], places: dict[Path, Place]
) -> Any:
    places[new] = tree.places[path]
    if isinstance(value, dict):
        return {
            key: _kept(tree, held, (*path, key), (*new, key), out, places)
            for key, held in value.items()
            if (*path, key) not in out
        }
    if isinstance(value, list):
        left = [(index, held) for index, held in enumerate(value) if (*path, index) not in out]
        return [
            _kept(tree, held, (*path, index), (*new, number), out, places)
            for number, (index, held) in enumerate(left)
        ]
    return value


def _standing(data: Any, path: Path) -> Path:
    """The path, or that of the nearest thing above it that was written."""
    while path and _at(data, path) is None:
        path = path[:-1]
    return path


def _at(data: Any, path: Path) -> Any:
    for step in path:
        inside = (
            step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        )
        if not inside:
            return None
        data = data[step]
    return data
