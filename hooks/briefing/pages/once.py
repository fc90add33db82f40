"""The tag `{% once KEYS %}…{% endonce %}`: what templates show on many pages is printed once, then repeated.

The keys are all that the part depends on. Words and numbers are compared; anything else is known by its
identity, and kept, so that nothing else can take its place.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

COMPARED = frozenset({str, int, bool, float, type(None)})
RECALL = "_printed_once"

Keys = tuple[object, ...]


class Once(Extension):
    """Keeps printed parts for as long as its environment lives: one build, never longer."""

    tags = {"once"}  # noqa: RUF012  # the name and form are Jinja's

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.printed: dict[Keys, tuple[Keys, str]] = {}
        environment.filters[RECALL] = self.recall  # of all that a template can call, a filter costs least

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """If the part was printed for these keys, that; else the part, kept."""
        line = next(parser.stream).lineno
        keys = nodes.Tuple([nodes.Const(f"{parser.name}:{line}"), *_given(parser)], "load", lineno=line)
        part = parser.parse_statements(("name:endonce",), drop_needle=True)
        found = parser.free_identifier(line)
        recalled = nodes.Filter(keys, RECALL, [], [], None, None, lineno=line)
        printed = nodes.CallBlock(self.call_method("keep", [keys]), [], [], part, lineno=line)
        return [
            nodes.Assign(found, recalled, lineno=line),
            nodes.If(found, [nodes.Output([found])], [], [printed], lineno=line),
        ]

    def recall(self, keys: Keys) -> str | None:
        """The part as it was printed for these keys."""
        found = self.printed.get(_known(keys))
        return found[1] if found else None

    def keep(self, keys: Keys, caller: Any) -> str:
        """The part, printed now."""
        part: str = caller()
        self.printed[_known(keys)] = keys, part
        return part


def _given(parser: Parser) -> list[nodes.Expr]:
    if parser.stream.current.type == "block_end":
        return []
    keys = parser.parse_tuple()
    return keys.items if isinstance(keys, nodes.Tuple) else [keys]


def _known(keys: Keys) -> Keys:
    return tuple([key if type(key) in COMPARED else id(key) for key in keys])
