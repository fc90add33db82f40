"""Small slips that a warning mends: a list item given twice, a title that is a number, an empty body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from briefing.model.content import Path
from briefing.model.fields import Scalar, Tag
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind
from briefing.model.source import Place
from briefing.parse.documents import Parsed

_Item: TypeAlias = "str | tuple[Any, ...]"


def check(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """The slips in each file as it was written."""
    for one in parsed:
        yield from _repeated(one, one.tree.data, ())
        yield from _numbers(one)
        yield from empty(one)


def _numbers(parsed: Parsed) -> Iterator[Problem]:
    """Titles that are numbers: of the document, its events and its sources."""
    data = parsed.tree.data
    titles: list[tuple[str, Path, Any]] = [(key, (key,), data.get(key)) for key in ("title", "name")]
    for key in ("events", "sources"):
        entries = data.get(key)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict):
                titles.append((f"{key}[{index + 1}].title", (key, index, "title"), entry.get("title")))
    for key, path, title in titles:
        if isinstance(title, Scalar) and title.tag is Tag.NUMBER:
            what, remedy = f"`{key}` is a number: {title.text}", f'put it in quotes: "{title.text}"'
            yield problem("B218", parsed.uri, parsed.tree.places[path], what, remedy)


def empty(parsed: Parsed) -> Iterator[Problem]:
    """An article or brief without a text."""
    if parsed.kind in (Kind.ARTICLE, Kind.BRIEF) and not parsed.body.strip():
        what = f"the {parsed.kind.noun} has no text below its front matter"
        yield problem("B604", parsed.uri, Place(parsed.body_line, 1), what)


def _repeated(parsed: Parsed, value: dict[str, Any] | list[Any], path: Path) -> Iterator[Problem]:
    seen: set[_Item] = set()
    for step, held in value.items() if isinstance(value, dict) else enumerate(value):
        if not isinstance(held, Scalar):
            yield from _repeated(parsed, held, (*path, step))
        if isinstance(value, list) and len(value) > 1 and (item := _item(held)):
            if item in seen:
                named = f"`{item}`" if isinstance(item, str) else "the same"
                at = parsed.tree.places[(*path, step)]
                yield problem("B215", parsed.uri, at, f"`{path[-1]}` names {named} twice")
            seen.add(item)


def _item(held: Any) -> _Item:
    """What makes two items of a list one; nothing for entries with an id, which have rules of their own."""
    return () if isinstance(held, dict) and "id" in held else _plain(held)


def _plain(held: Any) -> _Item:
    """What is written, without what YAML takes it for."""
    match held:
        case Scalar():
            return held.text
        case dict():
            return tuple([(key, _plain(value)) for key, value in held.items()])
        case _:
            return tuple(map(_plain, held))
