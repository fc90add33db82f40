"""Leaves out what has errors: who may see it is then not certain, and no site would be built of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from briefing.model.content import Content
from briefing.model.problem import Problem
from briefing.model.source import SrcUri


def broken(problems: Iterable[Problem]) -> frozenset[SrcUri]:
    """Files with errors."""
    return frozenset(problem.file for problem in problems if problem.is_error)


def without(content: Content, files: Collection[SrcUri]) -> Content:
    """The content without the documents and pages in these files, itself where there are none."""
    documents = {ref: one for ref, one in content.documents.items() if one.uri not in files}
    pages = {address: one for address, one in content.pages.items() if one.uri not in files}
    if len(documents) == len(content.documents) and len(pages) == len(content.pages):
        return content
    return replace(content, documents=MappingProxyType(documents), pages=MappingProxyType(pages))


def notes(now: Collection[SrcUri], then: Collection[SrcUri]) -> Iterator[str]:
    """What was left out, without names: they may be of documents that the readers may not see."""
    if now:
        yield f"Left out: {_files(now)} with errors, as it is not certain who may see them."
    if mended := frozenset(then) - frozenset(now):
        yield f"{_files(mended)} had errors at the base: what was there is left out."


def _files(files: Collection[SrcUri]) -> str:
    return f"{len(files)} file" if len(files) == 1 else f"{len(files)} files"
