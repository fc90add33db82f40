"""Data as tables, for spreadsheets: `/data/<kind>.csv`, made from the same items as the JSON beside it.

RFC 4180 in UTF-8, every cell in quotes. The columns are the keys of an item in their order. What is not
there is an empty cell; several values of one cell have `|` between them. A group of keys is laid out in
columns (`outcome_result`); a list of groups is a table of its own (`actors_roles.csv`), whose first column
is the item's id.

Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula and run it. Such a cell begins
with an apostrophe here, and so does what follows a line break, a tab or a semicolon in a cell, for programs
that are told another separator start cells there. The JSON has the text as it was written.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from briefing.pages.identity import clean

BETWEEN = "|"
FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[\t\r]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where one begins: at the start of a cell, and after what starts a cell for some program."""

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """What a key of an item holds where that is no single value."""

    keys: tuple[str, ...]
    are_several: bool


def of(name: str, schema: Item, items: Sequence[Item]) -> Iterator[tuple[str, bytes]]:
    """The tables of a data file by their names, laid out as its schema says."""
    parts = schema["$defs"]
    layout = {key: _group(value, parts) for key, value in parts["item"]["properties"].items()}
    beside = {key: group for key, group in layout.items() if not (group and group.are_several)}
    head = [column for key, group in beside.items() for column in _columns(key, group)]
    yield name, _written(head, (_row(item, beside) for item in items))
    for key, group in layout.items():
        if group and group.are_several:
            rows = ([item["id"], *(one[of] for of in group.keys)] for item in items for one in item[key])
            yield f"{name}_{key}", _written(["id", *group.keys], rows)


def _group(value: Item, parts: Item) -> Group | None:
    """What a property of a schema is a group of, if it is one; null, which each may be, apart."""
    ways = [one for one in value.get("anyOf", [value]) if one.get("type") != "null"]
    inside = ways[0].get("items", ways[0])
    if "$ref" not in inside:
        return None
    part = parts[inside["$ref"].rpartition("/")[2]]
    return Group(tuple(part["properties"]), inside is not ways[0])


def _columns(key: str, group: Group | None) -> list[str]:
    return [f"{key}_{one}" for one in group.keys] if group else [key]


def _row(item: Item, layout: Mapping[str, Group | None]) -> list[object]:
    cells: list[object] = []
    for key, group in layout.items():
        value = item[key]
        cells += [value and value[one] for one in group.keys] if group else [value]
    return cells


def _written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return clean(text.getvalue()).encode()


def _cell(value: object) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, list):
        text = BETWEEN.join(map(str, value))
    else:
        return "" if value is None else str(value).lower()
    # Almost all are plain, and this is quickly seen: tabs and ends of lines cannot be printed.
    is_plain = not text or (text[0].isalnum() and ";" not in text and text.isprintable())
    return text if is_plain else FORMULA.sub("'", text)
