"""A front-matter tree as the model of its kind, or every way in which it is not one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefing.model.content import Path
from briefing.model.documents import Actor, Agreement, Article, Brief, Matter, Topic
from briefing.model.fields import Scalar
from briefing.model.parts import Entry
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind
from briefing.model.source import SrcUri
from briefing.parse.tree import Tree
from briefing.validate.nearest import did_you_mean

MODELS: Mapping[Kind, type[Matter]] = {
    Kind.BRIEF: Brief,
    Kind.ARTICLE: Article,
    Kind.ACTOR: Actor,
    Kind.TOPIC: Topic,
    Kind.AGREEMENT: Agreement,
}
VARIANTS = frozenset({"source", "reference"})
"""Steps that the model's unions add to a path, and no file has."""

E_co = TypeVar("E_co", bound=Entry)


def check(tree: Tree, uri: SrcUri, model: type[E_co]) -> tuple[E_co | None, tuple[Problem, ...]]:
    """The front matter as its model, or nothing and one problem for each mistake in it."""
    try:
        return model.model_validate(tree.data), ()
    except ValidationError as error:
        return None, tuple(_problems(error, tree, uri, model))


def _problems(error: ValidationError, tree: Tree, uri: SrcUri, model: type[Entry]) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path = _path(detail["loc"], tree.data)
        at = tree.places[path]
        name = _name(path)
        match detail["type"]:
            case "missing":
                yield problem("B202", uri, at, f"`{name}` is missing", f"add `{path[-1]}:`")
            case "extra_forbidden":
                remedy = did_you_mean(str(path[-1]), keys_at(model, path[:-1]))
                yield problem(
                    "B201", uri, at, f"unknown key `{name}`", remedy or "delete it: no such key is known"
                )
            case "rule":
                context = detail["ctx"]
                yield problem(context["code"], uri, at, f"`{name}` {context['message']}", context["remedy"])
            case "too_short":
                yield problem("B202", uri, at, f"`{name}` is empty", "name at least one")
            case _:
                yield _shape(detail, uri, at, name)


def _shape(detail: ErrorDetails, uri: SrcUri, at: Any, name: str) -> Problem:
    """What is left is an entry that should have keys and has none."""
    given = detail["input"]
    what = (
        f"`{given.text}`"
        if isinstance(given, Scalar)
        else "a list"
        if isinstance(given, list)
        else "something else"
    )
    return problem("B205", uri, at, f"`{name}` must have keys and values, not {what}")


def _path(location: tuple[int | str, ...], data: Any) -> Path:
    """The location in the file of a location in the model."""
    path: Path = ()
    for index, step in enumerate(location):
        present = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        if not present and (step in VARIANTS or step == "name") and index < len(location) - 1:
            continue
        path = (*path, step)
        data = data[step] if present else None
    return path


def _name(path: Path) -> str:
    """How a message names a value: `events[2].date`, counted from one."""
    named = ""
    for step in path:
        named += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if named else step
    return named


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that may stand at a place of a model, by the names that authors write."""
    models: list[type[BaseModel]] = [model]
    for step in path:
        if isinstance(step, str):
            models = [found for one in models for found in _models_of(one, step)]
    return tuple(sorted({field.alias or name for one in models for name, field in one.model_fields.items()}))


def _models_of(model: type[BaseModel], key: str) -> Iterator[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
