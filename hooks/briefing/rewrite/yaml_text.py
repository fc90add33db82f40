"""Values as they are written in front matter: what was in quotes has them where it must, no value changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import yaml

from briefing.model.fields import Scalar, Tag
from briefing.parse.stretches import Form
from briefing.parse.tree import tag_of

ONE_LINE = 1_000_000
"""So wide that the writer breaks no text into lines."""


class Writer(yaml.SafeDumper):
    """Writes the values of a tree; anchors, which no front matter may have, it knows none."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items stand further right than their key, as people write them."""
        super().increase_indent(flow, False)


def _scalar(writer: Writer, value: Scalar) -> yaml.ScalarNode:
    if value.tag is Tag.TEXT:
        return writer.represent_scalar("tag:yaml.org,2002:str", value.text)
    taken_for = writer.resolve(yaml.ScalarNode, value.text, (True, False))  # type: ignore[no-untyped-call]
    return writer.represent_scalar(taken_for, value.text)


Writer.add_representer(Scalar, _scalar)


def replaced(raw: str, form: Form, before: Scalar, after: Scalar) -> str:
    """The writing of one value, with another in its place; as much of the writing stays as can."""
    is_misread = form is Form.PLAIN and _taken_for(after.text) is not after.tag
    if is_misread or raw.count(before.text) != 1:
        return json.dumps(after.text, ensure_ascii=False) if after.tag is Tag.TEXT else after.text
    return raw.replace(before.text, after.text)


def _taken_for(text: str) -> Tag:
    return tag_of(yaml.ScalarEvent(None, None, (True, False), text))


def in_brackets(items: Sequence[Any]) -> str:
    """Items of a list as they stand between its brackets."""
    return _dumped(list(items), is_flow=True)[1:-1]


def in_lines(items: Sequence[Any]) -> tuple[str, ...]:
    """Items of a list, each begun by a hyphen."""
    return tuple(_dumped(list(items), is_flow=False).split("\n"))


def entry(key: str, value: Any) -> tuple[str, ...]:
    """A key and its value: a list of words in brackets, any other with its items in lines of their own."""
    if isinstance(value, list) and all(isinstance(item, Scalar) for item in value):
        return (f"{key}: [{in_brackets(value)}]",)
    return tuple(_dumped({key: value}, is_flow=False).split("\n"))


def in_braces(key: str, value: Any) -> str:
    """A key and its value as they stand between braces."""
    return _dumped({key: value}, is_flow=True)[1:-1]


def _dumped(value: Any, *, is_flow: bool) -> str:
    written = yaml.dump(
        value,
        Dumper=Writer,
        default_flow_style=is_flow,
        allow_unicode=True,
        sort_keys=False,
        width=ONE_LINE,
    )
    return str(written).rstrip("\n")
