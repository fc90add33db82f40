"""Reads a content root: every document as text, every other file by name, nothing from outside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefing.model import limits
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse.filing import is_misnamed, is_ours, is_stray

FOLDERS = ("briefs", "docs")


@dataclass(frozen=True, slots=True)
class Disk:
    """What lies in a content root."""

    sources: tuple[Source, ...]
    files: frozenset[SrcUri]
    """Files that are no documents."""
    unreadable: tuple[SrcUri, ...]
    problems: tuple[Problem, ...]
    brought: frozenset[SrcUri] = frozenset()
    """What the tool brings along, documents and files; faults in it are not for a root's authors to mend."""


def read(root: Path, folders: Iterable[str] = FOLDERS) -> Disk:
    """All documents and the names of all other files below some folders, in order of their paths."""
    problems: list[Problem] = []
    walked = [*_walk(root, folders, problems)]
    return sorted_out(((uri, partial(read_source, path, uri)) for path, uri in walked), problems)


def sorted_out(
    found: Iterable[tuple[SrcUri, Callable[[], Source | Problem]]], before: Iterable[Problem]
) -> Disk:
    """Files with the way to read each, as what they are; after the problems that were found on the way."""
    sources: list[Source] = []
    files: set[SrcUri] = set()
    unreadable: list[SrcUri] = []
    problems = list(before)
    for uri, reading in sorted(found, key=lambda one: one[0]):
        if not is_ours(uri):
            files |= set() if uri.endswith(".md") else {uri}
            if is_misnamed(uri):
                problems.append(
                    problem("B115", uri, TOP, "the file is overlooked: its name does not end in `.md`")
                )
            if is_stray(uri):
                problems.append(
                    problem("B119", uri, TOP, "the file is overlooked: no documents lie in this folder")
                )
            continue
        source = reading()
        if isinstance(source, Problem):
            unreadable.append(uri)
            problems.append(source)
        else:
            sources.append(source)
    return Disk(tuple(sources), frozenset(files), tuple(unreadable), tuple(sorted(problems)))


def _walk(root: Path, folders: Iterable[str], problems: list[Problem]) -> Iterator[tuple[Path, SrcUri]]:
    """Files of the root; dot-folders are not looked into, what is neither file nor folder is refused."""
    waiting = [root / folder for folder in folders if os.path.lexists(root / folder)]
    count = 0
    while waiting:
        path = waiting.pop()
        uri = SrcUri(path.relative_to(root).as_posix())
        try:
            if path.is_symlink():
                problems.append(problem("B111", uri, TOP, "a symbolic link stands here"))
            elif path.is_dir():
                names = [one.name for one in path.iterdir()]
                inside = [path / name for name in names if _is_looked_at(name, uri, problems)]
                fault = _too_many(uri, len(waiting) + count + len(inside))
                problems += [fault] if fault else []
                waiting += inside if fault is None else ()
            elif (fault := too_long(uri)) is not None:
                problems.append(fault)
            elif path.is_file():
                count += 1
                yield path, uri
            else:
                problems.append(problem("B116", uri, TOP, "it is neither a file nor a folder"))
        except OSError as error:
            problems.append(_unreadable(uri, error))


def too_long(uri: SrcUri) -> Problem | None:
    """What is wrong with a path that some system would cut off."""
    if len(uri) <= limits.PATH.most:
        return None
    what = f"the path has {len(uri)} characters, {limits.PATH.most} at most"
    return problem("B110", uri, TOP, what, "give shorter names to it and its folders")


def _too_many(folder: SrcUri, files: int) -> Problem | None:
    """Why a folder is not looked into: it lies too deep, or holds too much."""
    if folder.count("/") >= limits.FOLDERS.most:
        what = f"folders lie more than {limits.FOLDERS.most} deep inside each other"
        return problem("B110", folder, TOP, what, "move it further up")
    if files > limits.FILES.most:
        what = f"with this folder the content root has more than {limits.FILES.most} files"
        return problem("B110", folder, TOP, what, "divide it into several content roots")
    return None


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


def _unreadable(uri: SrcUri, error: OSError) -> Problem:
    return problem("B116", uri, TOP, f"it cannot be read: {error.strerror or error}")


def read_source(path: Path, uri: SrcUri) -> Source | Problem:
    """One document as text with plain line ends and no byte order mark, or what keeps it from being read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= limits.FILE.most else b""
    except OSError as error:
        return _unreadable(uri, error)
    return decode(data, uri) if size <= limits.FILE.most else too_large(uri, size)


def too_large(uri: SrcUri, size: int) -> Problem:
    """What is wrong with a document of this many bytes."""
    return problem("B110", uri, TOP, f"the file has {size} bytes, {limits.FILE.most} at most")


def decode(data: bytes, uri: SrcUri) -> Source | Problem:
    """The text that a document's bytes are, or what keeps them from being text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        byte = f"byte {error.start + 1}, 0x{data[error.start]:02X}"
        return problem(
            "B101", uri, Place(line, column), f"the file is not UTF-8: a sign in it cannot be read ({byte})"
        )
    return Source(uri, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
