"""What must hold for any bytes at all: a target takes them and raises only where a promise is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from html import unescape
from types import MappingProxyType

from briefing import pipeline
from briefing.convert import sanitise
from briefing.convert.markdown import Converter
from briefing.convert.survey import TAG
from briefing.model import edtf
from briefing.model.marking import Marking
from briefing.model.problem import Problem
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.parse import documents as parse
from briefing.pipeline import Input
from briefing.validate import content as validate
from briefing.wire import document, draft, encoding
from briefing.wire.names import Known

TODAY = date(2025, 12, 1)
EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
)  # fmt: skip
CONVERTER = Converter(EXTENSIONS, {"toc": {"permalink": False}})
AROUND = (
    Source(SrcUri("docs/topics/trade.md"), "---\nname: Trade\nmarking: TLP:CLEAR\n---\n"),
    Source(
        SrcUri("docs/actors/india.md"),
        "---\nname: India\ntype: country\nmarking: TLP:CLEAR\naliases: [Bharat]\n---\n",
    ),
    Source(SrcUri("docs/actors/ann.md"), "---\nname: Ann Lee\ntype: person\nmarking: TLP:AMBER\n---\n"),
)
"""A small content for texts to stand in: they link to it and name it."""
HEAD = """---
title: Talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
marking: TLP:CLEAR
---
"""
RUNS = re.compile(r"<(?:script|iframe|object|embed|form|base|meta|link|style|svg|math|template)\b", re.I)
ATTRIBUTE = re.compile(r' ([^\s="/>]+)(?:="([^"]*)")?')
OURS = re.compile(r"(?:^| )br-(?:(?:marked|tlp)[\w-]*|mention|left|right|center)")
"""Classes that the tool gives: of sections, links and cells."""
AWAY = "noopener noreferrer"
"""What the tool says of links to other hosts."""


def read_parse(data: bytes) -> None:
    """Any text at the place of a document is read and validated, and its problems stand inside the file."""
    text = data.decode("utf-8", "replace")
    reading = parse.parse((*AROUND, _talks(text)))
    checked = validate.check(reading, (), frozenset(), Settings(), TODAY)
    _stand(text, (*reading.problems, *checked.problems))


def read_edtf(data: bytes) -> None:
    """A text is a date that reads the same when written again, or a `ValueError` says why it is none."""
    try:
        read = edtf.parse(data.decode("utf-8", "replace"))
    except ValueError as error:
        assert str(error)
        return
    assert edtf.parse(str(read)) == read
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest


def convert_and_link(data: bytes) -> None:
    """Any body becomes HTML of allowed elements, whose attributes hold what may be published."""
    checks = _check(HEAD + data.decode("utf-8", "replace"))
    for text in checks.texts.values():
        assert not RUNS.search(text.html)
        for tag in TAG.finditer(text.html):
            assert tag[2] in sanitise.TAGS
            for name, value in ATTRIBUTE.findall(tag[3]):
                if (name, value) == ("rel", AWAY):
                    continue
                written = OURS.sub("", unescape(value)) if name == "class" else unescape(value)
                assert sanitise.is_allowed(tag[2], name)
                assert not written or sanitise.keep(tag[2], name, written) == written


def import_wire(data: bytes) -> None:
    """Any bytes are refused with a reason, or become a draft that can be read as a document."""
    try:
        decoded = encoding.decode(data)
        made = draft.read(decoded.text, Known.of((), frozenset()), TODAY)
    except ValueError as error:
        assert str(error)
        return
    text = document.write(made, Marking.CLEAR, with_text=True)
    reading = parse.parse((Source(SrcUri("docs/articles/draft.md"), text),))
    assert [one for one in reading.problems if one.is_error] == []


def _check(text: str) -> pipeline.Checks:
    given = Input((*AROUND, _talks(text)), frozenset(), (), Settings(), "Fuzz", TODAY)
    checks = pipeline.check(given, CONVERTER)
    _stand(text, checks.problems)
    return checks


def _stand(text: str, problems: Iterable[Problem]) -> None:
    """Problems say what is wrong and what to do, at a place in the file."""
    lines = text.count("\n") + text.count("\r") + 2
    for one in problems:
        assert one.message
        assert one.remedy
        assert 1 <= one.line <= lines
        assert one.column >= 1


def _talks(text: str) -> Source:
    return Source(SrcUri("docs/articles/talks.md"), _plain(text))


def _plain(text: str) -> str:
    """As the edge hands a text on: without a byte order mark, with plain line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {"parse": read_parse, "edtf": read_edtf, "convert": convert_and_link, "import": import_wire}
)
