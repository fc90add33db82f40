"""What would be linked in a file, what could be two, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing.convert.converted import Span
from briefing.convert.markdown import Converter
from briefing.edge.content import configuration, disk, overlays
from briefing.edge.content.roots import Root
from briefing.link import document, texts
from briefing.link.locate import locate
from briefing.link.mentions import Mention
from briefing.link.named import named
from briefing.link.names import NameTable
from briefing.link.targets import Here
from briefing.model import fields
from briefing.model.content import Content
from briefing.model.problem import Problem
from briefing.model.ref import Ref, is_id
from briefing.model.source import Address, Source, SrcUri
from briefing.parse import documents as parse
from briefing.parse import filing, frontmatter
from briefing.validate import content as validate
from briefing.validate import ids


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and where it stands in the file; no place where it cannot be found there."""

    mention: Mention
    span: Span | None
    line: int | None
    column: int | None

    def as_dict(self) -> dict[str, Any]:
        """The mention as the JSON form has it; offsets count code points from the beginning of the file."""
        return {
            "id": str(self.mention.ref),
            "text": self.mention.text,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
            "line": self.line,
            "column": self.column,
            "linked": self.mention.linked,
            "reason": self.mention.reason,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """One file and its mentions, in order."""

    file: str
    found: tuple[Found, ...]


class Reporter:
    """Knows the names of a content root and what lies over it, and reports on one file after the other."""

    def __init__(self, root: Path, over: Sequence[Root] = ()) -> None:
        configured = configuration.load(root)
        laid = overlays.lay(disk.read(root), over, configured.settings)
        read = laid.disk
        checked = validate.check(
            parse.parse(read.sources),
            read.unreadable,
            read.files,
            configured.settings,
            date.max,
            laid.overlays,
        )
        self._root = root
        self._layers = laid.layers
        self._names = NameTable.of(named(checked.content))
        self._content = checked.content
        self._places = texts.Places.of(checked.content)
        self._converter = Converter(configured.extensions, configured.extension_configs)

    def report(self, path: Path) -> Report | Problem:
        """The mentions of a file, whether it has front matter or not; a problem where it is not UTF-8."""
        layer = next((one for one in self._layers if path.is_relative_to(one.path)), None)
        uri = _uri(path, layer.path if layer else self._root)
        shown = layer.named(uri) if layer else uri
        source = disk.read_source(path, uri)
        if isinstance(source, Problem):
            return replace(source, file=shown)
        return Report(shown, tuple(self._found(source)))

    def _found(self, source: Source) -> Iterable[Found]:
        body, here = _about(source, self._content)
        start = len(source.text) - len(body)
        converted = self._converter.convert(body)
        linked = document.link(converted, body, here, self._names, self._places)
        spans = locate(
            body, converted.prose, linked.mentions, lambda dyed: self._converter.convert(dyed).prose
        )
        for mention, span in zip(linked.mentions, spans, strict=True):
            one = Found(mention, None, None, None) if span is None else _placed(mention, span, start, source)
            for ref in mention.rivals or (mention.ref,):
                yield replace(one, mention=replace(mention, ref=ref))


def _placed(mention: Mention, span: Span, start: int, source: Source) -> Found:
    """A mention at its place in the file, in which the body begins at `start`."""
    span = Span(span.start + start, span.end + start)
    line_start = source.text.rfind("\n", 0, span.start) + 1
    line = source.text.count("\n", 0, span.start) + 1
    return Found(mention, span, line, span.start - line_start + 1)


def _uri(path: Path, root: Path) -> SrcUri:
    inside = path.is_relative_to(root)
    return SrcUri(path.relative_to(root).as_posix() if inside else path.as_posix())


def _about(source: Source, content: Content) -> tuple[str, Here]:
    """The body of a file and the page that it is for, as far as its front matter says so."""
    try:
        body = frontmatter.StrictHandler().split(source.text).body
    except ValueError:
        return source.text, Here(source.uri, Address("articles/text/"))
    parsed, _ = parse.read(source)
    kind = filing.kind_of(source.uri)
    id_ = ids.written_id(parsed) if parsed else ids.name_of(source.uri)
    own = Ref(kind, id_) if kind and is_id(id_) else None
    found = content.documents.get(own) if own else None
    if found is not None and found.uri == source.uri:
        return body, texts.here(found)
    return body, Here(source.uri, own.address if own else Address("articles/text/"), own, _day(parsed))


def _day(parsed: parse.Parsed | None) -> date | None:
    written = parsed.tree.data.get("date") if parsed else None
    return (
        fields.day(written)
        if isinstance(written, fields.Scalar) and fields.DAY.fullmatch(written.text)
        else None
    )
