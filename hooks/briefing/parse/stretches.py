"""Where each value of a front matter begins and ends in its file, for whoever changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import yaml

from briefing.model.content import Path
from briefing.model.source import Source
from briefing.parse.frontmatter import StrictHandler
from briefing.parse.unreadable import Loader


class Form(Enum):
    """How a value is written."""

    PLAIN = "without quotes"
    QUOTED = "in quotes"
    FOLDED = "in lines of its own, after | or >"
    FLOW = "in brackets"
    BLOCK = "one entry a line"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where to where in its file a value stands; of a block, up to the end of the last value in it."""

    start: int
    end: int
    form: Form
    key: int | None = None
    """Where its key begins, if it has one."""


def of(source: Source) -> Mapping[Path, Stretch]:
    """The stretch of every value in a front matter that can be read, by its path; the whole is at `()`."""
    split = StrictHandler().split(source.text)
    above = split.matter_line - 1
    begins = sum(len(line) + 1 for line in source.text.split("\n", above)[:above])
    root = yaml.compose(split.matter, Loader=Loader)
    assert root is not None, "front matter that can be read is not empty"
    return MappingProxyType(dict(_stretches(root, (), source.text, begins)))


def _stretches(
    node: yaml.Node, path: Path, text: str, begins: int, key: int | None = None
) -> Iterator[tuple[Path, Stretch]]:
    """Of a value and all that it holds; the reading of the tree has seen to it that these are not deep."""
    held: list[tuple[Path, Stretch]] = []
    if isinstance(node, yaml.MappingNode):
        # Of a key that stands twice, the tree has the first.
        first = {name.value: (name, value) for name, value in reversed(node.value)}
        for name, value in first.values():
            at = begins + name.start_mark.index
            held += _stretches(value, (*path, name.value), text, begins, at)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            held += _stretches(value, (*path, index), text, begins)
    start, end, form = begins + node.start_mark.index, begins + node.end_mark.index, _form(node)
    if form is Form.BLOCK and held:
        end = max(stretch.end for _, stretch in held)
    elif form is Form.FOLDED:
        end = start + len(text[start:end].rstrip("\n"))
    yield path, Stretch(start, end, form, key)
    yield from held


def _form(node: yaml.Node) -> Form:
    if isinstance(node, yaml.CollectionNode):
        return Form.FLOW if node.flow_style else Form.BLOCK
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if style in ("|", ">"):
        return Form.FOLDED
    return Form.QUOTED if style in ("'", '"') else Form.PLAIN
