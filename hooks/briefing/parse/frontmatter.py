"""Where front matter ends and body begins, through python-frontmatter's handler protocol."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from frontmatter.default_handlers import YAMLHandler

from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse import tree
from briefing.parse.tree import Tree

FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


class Split(NamedTuple):
    """A document's two parts, and the lines of the file on which they begin."""

    matter: str
    matter_line: int
    body: str
    body_line: int


class StrictHandler(YAMLHandler):
    """Reads front matter without a guess, and leaves every character of the body where it is.

    The library's own reading strips indentation and rules from bodies; its writing is used for new documents.
    """

    def detect(self, text: str) -> bool:
        return bool(FENCE.match(text.lstrip("\n")))

    def split(self, text: str) -> Split:  # type: ignore[override]
        """The parts of a text that has front matter; ValueError where it is never closed."""
        blank = len(text) - len(text.lstrip("\n"))
        opening = FENCE.match(text, blank)
        end = END.search(text, opening.end()) if opening else None
        if opening is None or end is None:
            raise ValueError("the front matter is never closed")
        matter = text[opening.end() : end.start()]
        return Split(matter, blank + 2, text[end.end() :], blank + 2 + matter.count("\n") + 1)

    def load(self, fm: str, **place: Any) -> tuple[Tree | None, tuple[Problem, ...]]:  # type: ignore[override]
        """The tree of what stands between the fences, and its problems."""
        return tree.read(fm, place["uri"], place["first_line"])


class Parts(NamedTuple):
    """One file, taken apart; without a tree, its problems say why."""

    tree: Tree | None
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def read(source: Source) -> Parts:
    """The front matter of a source as a tree, and its body untouched."""
    handler = StrictHandler()
    if not source.text.strip():
        return _nothing(source.uri, "B102", "the file is empty")
    if not handler.detect(source.text):
        if source.text.lstrip().startswith("{"):
            return _nothing(source.uri, "B103", "the front matter is JSON, not YAML between two lines `---`")
        if source.text.lstrip().startswith("+++"):
            return _nothing(source.uri, "B103", "the front matter is TOML, not YAML between two lines `---`")
        return _nothing(source.uri, "B103", "there is no front matter: the first line is not `---`")
    try:
        split = handler.split(source.text)
    except ValueError:
        return _nothing(source.uri, "B104", "the closing `---` of the front matter is missing")
    found, problems = handler.load(split.matter, uri=source.uri, first_line=split.matter_line)
    if source.text.startswith("\n"):
        problems = (problem("B109", source.uri, TOP, "blank lines stand before the front matter"), *problems)
    return Parts(found, split.body, split.body_line, problems)


def _nothing(uri: SrcUri, code: str, message: str) -> Parts:
    return Parts(None, "", 1, (problem(code, uri, Place(1, 1), message),))
