"""Reads a content root: every document as text, every other file by name, nothing from outside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.convert import drawing
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse.documents import is_misnamed, is_ours

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


def read(root: Path, folders: Iterable[str] = FOLDERS) -> Disk:
    """All documents and the names of all other files below some folders, in order of their paths."""
    sources: list[Source] = []
    files: set[SrcUri] = set()
    unreadable: list[SrcUri] = []
    problems: list[Problem] = []
    for path, uri in sorted(_walk(root, folders, problems), key=lambda found: found[1]):
        if not is_ours(uri):
            fault = _fault(path, uri)
            problems += [fault] if fault else []
            files |= set() if fault or uri.endswith(".md") else {uri}
            if is_misnamed(uri):
                problems.append(
                    problem("B115", uri, TOP, "the file is overlooked: its name does not end in `.md`")
                )
            continue
        source = read_source(path, uri)
        if isinstance(source, Problem):
            unreadable.append(uri)
            problems.append(source)
        else:
            sources.append(source)
    return Disk(tuple(sources), frozenset(files), tuple(unreadable), tuple(sorted(problems)))


def _walk(root: Path, folders: Iterable[str], problems: list[Problem]) -> Iterator[tuple[Path, SrcUri]]:
    """Files of the root; dot-folders are not looked into, what is neither file nor folder is refused."""
    waiting = [root / folder for folder in folders if os.path.lexists(root / folder)]
    while waiting:
        path = waiting.pop()
        uri = SrcUri(path.relative_to(root).as_posix())
        try:
            if path.is_symlink():
                problems.append(problem("B111", uri, TOP, "a symbolic link stands here"))
            elif path.is_dir():
                names = [one.name for one in path.iterdir()]
                waiting += [path / name for name in names if _is_looked_at(name, uri, problems)]
            elif path.is_file():
                yield path, uri
            else:
                problems.append(problem("B116", uri, TOP, "it is neither a file nor a folder"))
        except OSError as error:
            problems.append(_unreadable(uri, error))


def _is_looked_at(name: str, folder: SrcUri, problems: list[Problem]) -> bool:
    """Whether a name can be read; one that could not be printed, linked to or served is a problem."""
    if name.startswith("."):
        return False
    if not name.isprintable():
        shown = name.encode("unicode_escape").decode("ascii")
        what = "its name holds what cannot be printed, or is not UTF-8"
        problems.append(problem("B116", SrcUri(f"{folder}/{shown}"), TOP, what, "give it another name"))
        return False
    return True


def _fault(path: Path, uri: SrcUri) -> Problem | None:
    """Why a drawing must not be published; files of other types are not opened."""
    if path.suffix.lower() != ".svg":
        return None
    try:
        fault = drawing.fault(path.read_bytes())
    except OSError as error:
        return _unreadable(uri, error)
    return problem("B312", uri, TOP, f"the drawing is not published: {fault}") if fault else None


def _unreadable(uri: SrcUri, error: OSError) -> Problem:
    return problem("B116", uri, TOP, f"it cannot be read: {error.strerror or error}")


def read_source(path: Path, uri: SrcUri) -> Source | Problem:
    """One document as text with plain line ends and no byte order mark, or what keeps it from being read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(uri, error)
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
