"""What an audience may see, told from the files alone: all else is cut out of them as an editor would.

It knows nothing of the release stage, which it is held against: two ways to the same end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from posixpath import basename
from typing import Any
from urllib.parse import quote

import yaml

from _proof_root import Files
from briefing.link.texts import ASSETS
from briefing.model.marking import Audience, Marking
from briefing.model.source import SrcUri
from briefing.parse.filing import is_ours

UNPUBLISHED = frozenset({"draft", "review"})
FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
BEGINS = re.compile(r":{3,}[ \t]+(TLP:(?:CLEAR|GREEN|AMBER(?:\+STRICT)?))[ \t]*")
ENDS = re.compile(r":{3,}[ \t]*")
CODE = re.compile(r"`{3,}|~{3,}")
GAP = "\0"
GAPS = re.compile(r"\n(?:[ \t]*\n)*\0(?:[ \t\0]*\n)*")
BEGINS_WITH_GAP = re.compile(rf"\A{GAPS.pattern}")
LABELS: Mapping[str, Marking] = {one.value: one for one in Marking}
# Written in C where the system has it: ten times as fast.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class View:
    """What is left of a content root, and how much was cut out."""

    files: dict[str, bytes]
    documents_out: int
    parts_out: int


def visible(files: Files, audience: Audience, default: Marking) -> dict[str, bytes]:
    """The files of a content root without all that is not for an audience."""
    return view(files, audience, lambda _: default).files


def view(files: Files, audience: Audience, default: Callable[[str], Marking]) -> View:
    """The same, counted; `default` tells how a text is marked that says nothing.

    Front matter is written anew, so that what is left does not tell how it once stood.
    """
    texts: dict[str, bytes] = {}
    out, cuts = 0, 0
    for path, content in files.items():
        if is_ours(SrcUri(path)):
            shown, cut = _text(content, audience, default(path))
            cuts += cut
            if shown is None:
                out += 1
            else:
                texts[path] = shown
    words = b"\n".join(texts.values())
    others = {path: content for path, content in files.items() if _is_public(path, words)}
    return View(texts | others, out, cuts)


def _is_public(path: str, words: bytes) -> bool:
    """Whether a file that is no text is a setting, everybody's, or named by what is left."""
    if "/" not in path:
        return True
    return not path.endswith(".md") and (path.startswith(ASSETS) or _is_named(path, words))


def _is_named(path: str, words: bytes) -> bool:
    name = basename(path)
    return name.encode() in words or quote(name).encode() in words


def _text(content: bytes, audience: Audience, default: Marking) -> tuple[bytes | None, int]:
    """A text as the audience may see it, if it may, and how many parts were cut out of it."""
    text = content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    found = FRONT.match(text)
    node = yaml.compose(found[1], Loader=LOADER) if found else None
    if found is None or not isinstance(node, yaml.MappingNode):
        body, sections = without_sections(text, audience)
        return (body.encode() if audience.may_see(default) else None), sections
    if not audience.may_see(_marking(node) or default) or _value(node, "status") in UNPUBLISHED:
        return None, 0
    body, sections = without_sections(text[found.end() :], audience)
    cut = _cut(node, audience) + sections
    written = yaml.serialize(node, Dumper=DUMPER, allow_unicode=True, width=10_000)
    return f"---\n{written}---\n{body}".encode(), cut


def without_sections(body: str, audience: Audience) -> tuple[str, int]:
    """A body without its sections for others, an empty line in the place of each; and how many those were."""
    kept: list[str] = []
    open_: list[bool] = []
    code, cut = "", 0
    for line in body.split("\n"):
        is_hidden = any(open_)
        begins, fence = BEGINS.fullmatch(line), CODE.match(line)
        if fence and (not code or line.strip() == code):
            code = "" if code else fence[0]
        elif begins and not code:
            open_.append(is_hidden or not audience.may_see(LABELS[begins[1]]))
            cut += open_[-1] and not is_hidden
            is_hidden = open_[-1]
        elif ENDS.fullmatch(line) and not code and open_:
            open_.pop()
        kept.append(GAP if is_hidden else line)
    return _closed(kept) if cut else body, cut


def _closed(lines: list[str]) -> str:
    """The lines with one empty line for each gap and those around it, and none at the beginning."""
    text = BEGINS_WITH_GAP.sub("\n", "\n".join(["", *lines, ""]))
    return GAPS.sub("\n\n", text).removeprefix("\n").removesuffix("\n")


def _cut(node: yaml.Node, audience: Audience) -> int:
    """Take out of every list what is marked higher; how much that was."""
    if isinstance(node, yaml.MappingNode):
        return sum(_cut(value, audience) for _, value in node.value)
    if not isinstance(node, yaml.SequenceNode):
        return 0
    kept = [one for one in node.value if audience.may_see(_marking(one) or Marking.CLEAR)]
    cut = len(node.value) - len(kept)
    node.value = kept
    return cut + sum(_cut(one, audience) for one in kept)


def _marking(node: yaml.Node) -> Marking | None:
    return LABELS.get(_value(node, "marking"))


def _value(node: yaml.Node, key: str) -> str:
    if not isinstance(node, yaml.MappingNode):
        return ""
    return next((str(value.value) for name, value in node.value if name.value == key), "")
