"""Changes of front matter: values replaced, items taken out and added, keys added; all else as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from briefing.model.content import Path
from briefing.model.fields import Scalar
from briefing.model.source import TOP, Place, Source
from briefing.parse import frontmatter, stretches
from briefing.parse.stretches import Form, Stretch
from briefing.rewrite import edits, yaml_text
from briefing.rewrite.edits import Edit

Stretches = Mapping[Path, Stretch]


class Put(NamedTuple):
    """One value in the place of another."""

    path: Path
    value: Scalar


class Drop(NamedTuple):
    """An item that is taken out of its list; a key goes with the last of its items."""

    path: Path


class Extend(NamedTuple):
    """Items at the end of a list of the front matter, or a list of them where there is none."""

    key: str
    items: tuple[Any, ...]


class Add(NamedTuple):
    """A key that the front matter does not have, and its value."""

    key: str
    value: Any


Change = Put | Drop | Extend | Add


class ByHand(Exception):
    """A value is written in a way that cannot be changed without a guess."""

    def __init__(self, at: Place) -> None:
        super().__init__(at)
        self.at = at


def changed(source: Source, changes: Iterable[Change], order: Sequence[str] = ()) -> Source:
    """The file with its changes; a new key goes where the order of keys has it.

    Read anew, the file says what the changes say and nothing else; where it would not, ByHand is raised.
    """
    todo = tuple(changes)
    puts = [change for change in todo if isinstance(change, Put)]
    # From the last item to the first, so that the places of those still to go stay true.
    drops = sorted((one for one in todo if isinstance(one, Drop)), key=lambda one: one.path[-1], reverse=True)
    additions = [change for change in todo if isinstance(change, Extend | Add)]
    wanted = _data(source)
    for change in (*puts, *drops, *additions):
        _do(wanted, change)
    first = puts[0] if puts else drops[0] if drops else None
    done = source
    try:
        if puts:
            done = _with(done, _replaced(done, puts))
        for drop in drops:
            done = _with(done, [_without(done.text, stretches.of(done), drop.path)])
        for addition in additions:
            done = _with(done, [_added(done, addition, order)])
        is_as_wanted = _data(done) == wanted
    except (ValueError, yaml.YAMLError):
        is_as_wanted = False
    if not is_as_wanted:
        tree = frontmatter.read(source).tree
        raise ByHand(tree.places[first.path] if tree and first else TOP)
    return done


def _data(source: Source) -> dict[str, Any]:
    tree = frontmatter.read(source).tree
    if tree is None:
        raise ValueError(f"the front matter of {source.uri} cannot be read")
    return deepcopy(tree.data)


def _do(data: Any, change: Change) -> None:
    """The same change in the tree of the front matter."""
    match change:
        case Put(path, value):
            _holder(data, path)[path[-1]] = value
        case Drop(path):
            del _holder(data, path)[path[-1]]
            if len(path) == 2 and not data[path[0]]:
                del data[path[0]]
        case Extend(key, items):
            data[key] = [*data.get(key, ()), *items]
        case Add(key, value):
            data[key] = value


def _holder(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


def value_at(data: Any, path: Path) -> Any:
    """What stands at a path of a tree."""
    return _holder(data, path)[path[-1]]


def _with(source: Source, changes: Iterable[Edit]) -> Source:
    return replace(source, text=edits.apply(source.text, changes))


def _replaced(source: Source, puts: Iterable[Put]) -> list[Edit]:
    at, data = stretches.of(source), _data(source)
    return [
        Edit(
            at[path].start,
            at[path].end,
            yaml_text.replaced(
                source.text[at[path].start : at[path].end], at[path].form, value_at(data, path), value
            ),
        )
        for path, value in puts
    ]


def _without(text: str, at: Stretches, path: Path) -> Edit:
    """Takes an item out of its list, and the lines that are its own."""
    *holder, index = path
    items = _items(at, tuple(holder))
    this = items[int(index)]
    whole = at[tuple(holder)]
    if len(items) == 1:
        if len(path) > 2 or whole.key is None:
            raise ValueError("the list would be empty")
        return _lines_of(text, whole.key, whole.end)
    if whole.form is Form.FLOW and this is items[-1]:
        return Edit(items[-2].end, this.end, "")
    if whole.form is Form.FLOW:
        return Edit(this.start, items[int(index) + 1].start, "")
    return _lines_of(text, text.rindex("-", 0, this.start), this.end)


def _lines_of(text: str, start: int, end: int) -> Edit:
    """Takes out all lines of an entry."""
    line = text.rindex("\n", 0, start) + 1
    if text[line:start].strip(" "):
        raise ValueError("something else stands on the first line of the entry")
    return Edit(line, _line_end(text, end) + 1, "")


def _added(source: Source, addition: Extend | Add, order: Sequence[str]) -> Edit:
    at = stretches.of(source)
    if isinstance(addition, Add):
        return _entry(source.text, at, addition.key, addition.value, order)
    if (addition.key,) not in at:
        return _entry(source.text, at, addition.key, list(addition.items), order)
    return _extended(source.text, at, (addition.key,), addition.items)


def _extended(text: str, at: Stretches, path: Path, added: Sequence[Any]) -> Edit:
    whole, items = at[path], _items(at, path)
    if whole.form is Form.FLOW:
        before = items[-1].end if items else whole.start + 1
        return Edit(before, before, f"{', ' if items else ''}{yaml_text.in_brackets(added)}")
    end = _line_end(text, whole.end)
    return Edit(end, end, _lines(yaml_text.in_lines(added), _column(text, whole.start)))


def _entry(text: str, at: Stretches, key: str, value: Any, order: Sequence[str]) -> Edit:
    """A new key, after the last of those that come before it."""
    whole = at[()]
    present = [path for path in at if len(path) == 1]
    before = [path for path in present if _rank(path[0], order) < _rank(key, order)]
    last = max(before, key=lambda path: _rank(path[0], order)) if before else present[0]
    if whole.form is Form.FLOW:
        return Edit(at[last].end, at[last].end, f", {yaml_text.in_braces(key, value)}")
    end = _line_end(text, at[last].end)
    return Edit(end, end, _lines(yaml_text.entry(key, value), _column(text, whole.start)))


def _rank(key: str | int, order: Sequence[str]) -> int:
    return order.index(str(key)) if key in order else len(order)


def _lines(lines: Iterable[str], indent: int) -> str:
    return "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in lines)


def _items(at: Stretches, holder: Path) -> list[Stretch]:
    """The items of a list, in order."""
    found: list[Stretch] = []
    while (path := (*holder, len(found))) in at:
        found.append(at[path])
    return found


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset) - 1


def _line_end(text: str, offset: int) -> int:
    return text.index("\n", offset)
