"""A front-matter tree as the model of its kind, or every way in which it is not one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from briefing.model.content import Path, Places
from briefing.model.documents import Actor, Agreement, Article, Brief, Matter, Profile, Topic
from briefing.model.fields import OR_DELETE, Scalar
from briefing.model.marking import Marking
from briefing.model.parts import Entry
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind
from briefing.model.source import SrcUri
from briefing.parse.tree import Tree
from briefing.validate import partial
from briefing.validate.nearest import did_you_mean, nearest

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


@dataclass(frozen=True, slots=True)
class Form(Generic[E_co]):
    """What the model makes of a front matter; of one with errors, what it makes of the rest of it."""

    matter: E_co | None
    places: Places
    problems: tuple[Problem, ...] = ()
    gaps: frozenset[str | int] = frozenset()
    """The steps of the paths at which something was taken out or is missing."""


def check(tree: Tree, uri: SrcUri, model: type[E_co]) -> Form[E_co]:
    """The front matter as its model, and one problem for each mistake in it."""
    try:
        return Form(model.model_validate(tree.data), tree.places)
    except ValidationError as error:
        problems = tuple(_problems(error, tree, uri, model))
        return _rest(tree, uri, model, error, problems)


def _rest(
    tree: Tree, uri: SrcUri, model: type[E_co], error: ValidationError, problems: tuple[Problem, ...]
) -> Form[E_co]:
    """The form without what is wrong; none of a profile of which nobody can say who may see its name."""
    details = error.errors(include_url=False)
    wrong = [_path(detail["loc"], tree.data) for detail in details if detail["type"] != "missing"]
    is_unmarked = ("marking",) in wrong
    if () in wrong or (is_unmarked and issubclass(model, Profile)):
        return Form(None, tree.places, problems)
    rest = partial.without(tree, wrong)
    missing = list(_missing(rest, model))
    rest = partial.completed(rest, missing, uri)
    # A misspelt key is a gap where the right one would stand.
    meant = {key for path in wrong for key in nearest(str(path[-1]), keys_at(model, path[:-1]))}
    gaps = frozenset(step for path in (*wrong, *missing) for step in path) | meant
    try:
        matter = model.model_validate(rest.data)
    except ValidationError:
        return Form(None, tree.places, problems)
    update: dict[str, Any] = {key: () for key in ("authors", "topics") if (key,) in missing}
    if is_unmarked:
        update["marking"] = Marking.AMBER_STRICT  # so that it names nothing higher than itself
    return Form(matter.model_copy(update=update), rest.places, problems, gaps)


def _missing(tree: Tree, model: type[Entry]) -> Iterator[Path]:
    try:
        model.model_validate(tree.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if detail["type"] == "missing":
                yield _path(detail["loc"], tree.data)


def _problems(error: ValidationError, tree: Tree, uri: SrcUri, model: type[Entry]) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    holding = {_path(detail["loc"], tree.data)[:-1] for detail in details}
    for detail in details:
        path = _path(detail["loc"], tree.data)
        at = tree.places[path]
        name = _name(path)
        match detail["type"]:
            case "missing":
                remedy = _to_add(str(path[-1]), model, path[:-1])
                yield problem("B202", uri, at, f"`{name}` is missing", remedy)
            case "extra_forbidden":
                yield problem(
                    "B201", uri, at, f"unknown key `{name}`", _known(str(path[-1]), model, path[:-1])
                )
            case "rule":
                context = detail["ctx"]
                remedy = context["remedy"]
                if any(
                    field.is_required()
                    for one in models_at(model, path[:-1])
                    for field in _fields(one, str(path[-1]))
                ):
                    remedy = remedy.removesuffix(OR_DELETE)
                yield problem(context["code"], uri, at, f"`{name}` {context['message']}", remedy)
            case "too_short" if path in holding:
                continue
            case "too_short":
                yield problem("B202", uri, at, f"`{name}` is empty", "name at least one")
            case _:
                yield _shape(detail, uri, at, name)


def _to_add(key: str, model: type[Entry], path: Path) -> str:
    """What to add where a key is missing, with its choices where it has some."""
    fields = [field for one in models_at(model, path) for field in _fields(one, key)]
    told = [schema for field in fields for schema in _schemas(field)]
    choices = [str(word) for schema in told for word in schema.get("enum", ())]
    if choices:
        return f"add `{key}:` and one of: {', '.join(choices)}"
    if any(get_origin(field.annotation) is tuple for field in fields):
        return f"add `{key}:` and a list of at least one: `{key}: [one, two]`"
    is_day = any(schema.get("format") == "date" for schema in told)
    return f"add `{key}:`{' and a day, as in 2025-11-03' if is_day else ''}"


def _fields(model: type[BaseModel], key: str) -> Iterator[FieldInfo]:
    return (field for name, field in model.model_fields.items() if key in (name, field.alias))


def _schemas(field: FieldInfo) -> Iterator[Mapping[str, Any]]:
    """What editors are told of a key's value."""
    told = (one.json_schema for one in field.metadata if isinstance(one, WithJsonSchema))
    return filter(None, told)


def _known(key: str, model: type[Entry], path: Path) -> str:
    """What to do about an unknown key: the nearest that may stand there, who else has it, or all that may."""
    keys = keys_at(model, path)
    holders = [kind.value for kind, other in MODELS.items() if not path and key in keys_at(other, ())]
    if near := did_you_mean(key, keys):
        return near
    if holders:
        return f"delete it: it is a key of {' and '.join(holders)}"
    return f"delete it; the keys here are: {', '.join(keys)}" if path else "delete it: no such key is known"


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
    fields = ((name, field) for one in models_at(model, path) for name, field in one.model_fields.items())
    return tuple(sorted({field.alias or name for name, field in fields}))


def models_at(model: type[BaseModel], path: Path) -> list[type[BaseModel]]:
    """The models of what may stand at a place of a model."""
    models: list[type[BaseModel]] = [model]
    for step in path:
        if isinstance(step, str):
            models = [found for one in models for found in _models_of(one, step)]
    return models


def _models_of(model: type[BaseModel], key: str) -> Iterator[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
