"""The proof on content that is really there: without what is above an audience, and with more of it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

import _proof_canaries as canaries
from _proof_canaries import PAGE, Planted
from _proof_ground import LEVELS
from _proof_report import Leak, Step, difference
from _proof_root import Dumper, Files, read
from _proof_visible import DUMPER, FRONT, LOADER, view
from _proof_words import Watch
from briefing.edge.content.disk import FOLDERS
from briefing.edge.tool import FILE, TOOL
from briefing.model.marking import Audience, Marking
from briefing.model.source import SrcUri
from briefing.parse.filing import is_ours, kind_of

NAME = "this content"
Site = Callable[[Sequence[Files], Audience, Path], Mapping[str, bytes]]


@dataclass(frozen=True)
class Layer:
    """One content root of several that lie over each other: its files, and how it marks what says nothing."""

    files: Files
    default: Marking


def layer(folder: Path, default: Marking) -> Layer:
    """What a build reads of a content root; of the project itself the settings are the tool's own."""
    files = {
        f"{name}/{path}": content
        for name in FOLDERS
        for path, content in read(folder / name).items()
        if not path.endswith("/") and not any(part.startswith(".") for part in path.split("/"))
    }
    settings = folder / FILE
    if folder != TOOL and settings.is_file():
        files[FILE] = settings.read_bytes()
    return Layer(files, default)


def prove(layers: Sequence[Layer], audience: Audience, site: Site) -> list[Step]:
    """The content, what is left of it without all above, and the content with more above: one site."""
    step = Step(NAME, audience.name)
    whole = _made([one.files for one in layers], audience, site)
    step.count_site(whole)
    # Of all paths, that of the settings alone may stand in several roots.
    held = {path: (data, one.default) for one in layers for path, data in one.files.items() if path != FILE}
    seen = view({path: data for path, (data, _) in held.items()}, audience, lambda path: held[path][1])
    left = [
        {
            path: seen.files.get(path, data)
            for path, data in one.files.items()
            if path == FILE or path in seen.files
        }
        for one in layers
    ]
    step.count(documents_cut_out=seen.documents_out, parts_cut_out=seen.parts_out)
    _note(step, difference(whole, _made(left, audience, site)), "without what is above the marking")
    planted, base = _planted(layers[0].files, seen.files, audience)
    more = _made([base, *(one.files for one in layers[1:])], audience, site)
    _note(step, difference(whole, more), "with more above the marking")
    found = Watch(planted, by_year=False).step(
        f"{NAME}, with a word in every field above", audience, more, shows=False
    )
    return [step, found]


def _note(step: Step, leak: Leak | None, how: str) -> None:
    if leak:
        step.leaks.append(Leak(leak.file, leak.offset, f"{leak.what}, {how}", leak.seen, leak.instead))


def _made(layers: Sequence[Files], audience: Audience, site: Site) -> Mapping[str, bytes]:
    with TemporaryDirectory(prefix="briefing-proof-") as folder:
        return site(layers, audience, Path(folder))


def _planted(base: Files, seen: Files, audience: Audience) -> tuple[Planted, dict[str, bytes]]:
    """The base with documents, pages and files above the marking, and such parts in what lies below it."""
    above = [level for level, marking in enumerate(LEVELS) if not audience.may_see(marking)]
    planted = canaries.plant(above)
    files = dict(base)
    for path in sorted(path for path in seen if is_ours(SrcUri(path)) and path in base):
        kind = str(kind_of(SrcUri(path)) or PAGE)
        for ground in planted.grounds:
            parts: dict[str, Any] = {}
            canaries.add_parts(planted, parts, kind, ground)
            files[path] = _with(files[path], parts)
            files[path] += canaries.section(planted, posixpath.dirname(path), ground).encode()
    return planted, files | planted.root.all()


def _with(content: bytes, parts: Mapping[str, Sequence[Any]]) -> bytes:
    """A text with more entries at the end of its lists."""
    text = content.decode("utf-8")
    found = FRONT.match(text)
    node = yaml.compose(found[1], Loader=LOADER) if found else None
    if found is None or not isinstance(node, yaml.MappingNode) or not parts:
        return content
    more = yaml.compose(yaml.dump(dict(parts), Dumper=Dumper), Loader=LOADER)
    assert isinstance(more, yaml.MappingNode)
    lists = {key.value: value for key, value in node.value}
    for key, value in more.value:
        if isinstance(lists.get(key.value), yaml.SequenceNode):
            lists[key.value].value.extend(value.value)
        else:
            node.value.append((key, value))
    return f"---\n{yaml.serialize(node, Dumper=DUMPER, width=10_000)}---\n{text[found.end() :]}".encode()
