"""Reads a content root: every document as text, every other file by name, nothing from outside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse.documents import is_ours

FOLDERS = ("briefs", "docs")
SIZE_LIMIT = 1_000_000
"""Bytes of one document: some 150,000 words."""


@dataclass(frozen=True, slots=True)
class Disk:
    """What lies in a content root."""

    sources: tuple[Source, ...]
    files: frozenset[SrcUri]
    """Files that are no documents."""
    unreadable: tuple[SrcUri, ...]
    problems: tuple[Problem, ...]


def read(root: Path) -> Disk:
    """All documents and the names of all other files below `briefs/` and `docs/`, in order of their paths."""
    sources: list[Source] = []
    files: set[SrcUri] = set()
    unreadable: list[SrcUri] = []
    problems: list[Problem] = []
    for path, uri in sorted(_walk(root, problems), key=lambda found: found[1]):
        if not is_ours(uri):
            files |= set() if uri.endswith(".md") else {uri}
            continue
        source = read_source(path, uri)
        if isinstance(source, Problem):
            unreadable.append(uri)
            problems.append(source)
        else:
            sources.append(source)
    return Disk(tuple(sources), frozenset(files), tuple(unreadable), tuple(sorted(problems)))


def _walk(root: Path, problems: list[Problem]) -> Iterator[tuple[Path, SrcUri]]:
    """Files of the root; dot-folders are not looked into, symbolic links are refused."""
    for folder in FOLDERS:
        waiting = [root / folder] if (root / folder).is_dir() else []
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    uri = SrcUri(Path(entry.path).relative_to(root).as_posix())
                    if entry.name.startswith("."):
                        continue
                    if entry.is_symlink():
                        problems.append(problem("B111", uri, TOP, "a symbolic link stands here"))
                    elif entry.is_dir():
                        waiting.append(Path(entry.path))
                    elif entry.is_file():
                        yield Path(entry.path), uri


def read_source(path: Path, uri: SrcUri) -> Source | Problem:
    """One document as text with plain line ends and no byte order mark, or what keeps it from being read."""
    data = path.read_bytes()
    if len(data) > SIZE_LIMIT:
        return problem("B110", uri, TOP, f"the file has {len(data)} bytes, {SIZE_LIMIT} at most")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        byte = f"byte {error.start + 1}, 0x{data[error.start]:02X}"
        return problem(
            "B101", uri, Place(line, column), f"the file is not UTF-8: it cannot be decoded at {byte}"
        )
    return Source(uri, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
