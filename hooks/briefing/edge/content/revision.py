"""The files of a content root as a commit of its git repository holds them; the working tree stays as is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType

from briefing.edge.content import disk, git
from briefing.edge.content.disk import Disk
from briefing.edge.content.git import Refused
from briefing.model import limits
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Source, SrcUri
from briefing.parse.filing import is_ours

SETTINGS = SrcUri("mkdocs.yml")
FILE_MODES = ("100644", "100755")


class Unknown(Exception):
    """Why nothing can be read at a revision: no git, no repository, no such commit; in words for people."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file as git keeps it."""

    id: str
    size: int

    def is_of(self, data: bytes) -> bool:
        """Whether it is exactly this."""
        made = hashlib.new("sha1" if len(self.id) == 40 else "sha256", usedforsecurity=False)
        made.update(b"blob %d\0" % len(data))
        made.update(data)
        return made.hexdigest() == self.id


@dataclass(frozen=True, slots=True)
class Revision:
    """A content root at a commit: `mkdocs.yml` and all below `briefs/` and `docs/`."""

    root: Path
    commit: str
    """Its full id."""
    blobs: Mapping[SrcUri, Blob]
    """Every file."""
    documents: Mapping[SrcUri, bytes]
    """What documents, hand-written pages and `mkdocs.yml` say, of files of a bearable size alone.

    Git is asked when the first of them is; then all are read, and this may raise `Unknown`.
    """
    others: tuple[SrcUri, ...]
    """Symbolic links, and repositories inside the repository."""

    def disk(self) -> Disk:
        """What `disk.read` would find if these files lay in the root."""
        problems = [
            *(problem("B111", uri, TOP, "a symbolic link stands here") for uri in self.others),
            *(one for uri in self.blobs if (one := disk.too_long(uri)) is not None),
        ]
        unfit = {one.file for one in problems}
        found = ((uri, partial(self.source, uri)) for uri in self.blobs if uri not in unfit)
        return disk.sorted_out((one for one in found if one[0] != SETTINGS), problems)

    def changed(self, now: Disk) -> frozenset[SrcUri]:
        """Paths of documents that say something else there, or that only one of the two has."""
        then = {source.uri: source.text for source in self.disk().sources}
        today = {source.uri: source.text for source in now.sources}
        return frozenset(uri for uri in {*then, *today} if then.get(uri) != today.get(uri))

    def source(self, uri: SrcUri) -> Source | Problem:
        """One document as text, or what keeps it from being read."""
        if self.blobs[uri].size > limits.FILE.most:
            return disk.too_large(uri, self.blobs[uri].size)
        return disk.decode(self.documents[uri], uri)

    def settings(self) -> Source | Problem | None:
        """`mkdocs.yml`, or what keeps it from being read; nothing where there is none."""
        if SETTINGS in self.others:
            return problem("B111", SETTINGS, TOP, "a symbolic link stands here")
        return self.source(SETTINGS) if SETTINGS in self.blobs else None

    def data(self, uri: SrcUri) -> bytes:
        """The bytes of any of the files."""
        return (
            self.documents[uri]
            if uri in self.documents
            else git.ask(self.root, "cat-file", "blob", self.blobs[uri].id)
        )


class _Documents(Mapping[SrcUri, bytes]):
    """What files say, by the ids of what git keeps of them."""

    def __init__(self, root: Path, ids: Mapping[SrcUri, str]) -> None:
        self._root, self._ids = root, ids

    @cached_property
    def _held(self) -> Mapping[str, bytes]:
        try:
            return dict(_contents(self._root, frozenset(self._ids.values())))
        except Refused as error:
            raise Unknown(f"git cannot give the files of that commit: {error}") from None

    def __getitem__(self, uri: SrcUri) -> bytes:
        id = self._ids[uri]
        return self._held[id]

    def __iter__(self) -> Iterator[SrcUri]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def read(root: Path, revision: str) -> Revision:
    """The content of a root at a commit, branch or tag; raises `Unknown`."""
    commit = _commit(root, revision)
    try:
        return _read(root, commit)
    except Refused as error:
        raise Unknown(f"git cannot give the files of {revision}: {error}") from None


def _read(root: Path, commit: str) -> Revision:
    blobs: dict[SrcUri, Blob] = {}
    others: list[SrcUri] = []
    for mode, blob, uri in _entries(root, commit):
        if mode in FILE_MODES:
            blobs[uri] = blob
        else:
            others.append(uri)
    wanted = {
        uri: blob.id
        for uri, blob in sorted(blobs.items())
        if (uri == SETTINGS or is_ours(uri)) and blob.size <= limits.FILE.most
    }
    return Revision(
        root,
        commit,
        MappingProxyType(dict(sorted(blobs.items()))),
        _Documents(root, wanted),
        tuple(sorted(others)),
    )


def _commit(root: Path, revision: str) -> str:
    """The full id of the commit that a revision names."""
    try:
        shallow = git.ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except Refused as error:
        if "not a git repository" not in str(error):
            raise Unknown(f"{root} is in no git repository that can be read: {error}") from None
        begin = f'git -C "{root}" init --initial-branch main'
        raise Unknown(f"{root} is in no git repository: begin one with `{begin}`, then commit") from None
    try:
        # A name that began with a dash would be an option to git; no branch and no tag does.
        named = "" if revision.startswith("-") else revision
        asked = git.ask(root, "rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
    except Refused:
        why = (
            "this clone holds a part of the history only: fetch the rest with `git fetch --unshallow`"
            if shallow
            else "name a commit, a branch or a tag, `origin/main` say, and `git fetch` it first"
        )
        raise Unknown(f"git knows no revision {revision} here; {why}") from None
    return asked.decode("ascii").strip()


def _entries(root: Path, commit: str) -> Iterator[tuple[str, Blob, SrcUri]]:
    """Mode, blob and path of everything in the root's folders; names that are not UTF-8 are no names."""
    listed = git.ask(root, "ls-tree", "-r", "-z", "--long", commit, "--", SETTINGS, *disk.FOLDERS)
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, _, id, size = about.decode("ascii").split()
        uri = SrcUri(path.decode("utf-8", "backslashreplace"))
        if not any(part.startswith(".") for part in uri.split("/")):
            yield mode, Blob(id, int(size) if size.isdecimal() else 0), uri


def _contents(root: Path, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What blobs hold: all asked for at once, as a process for each would take minutes."""
    ordered = sorted(ids)
    told = git.ask(root, "cat-file", "--batch", given="".join(f"{id}\n" for id in ordered).encode("ascii"))
    at = 0
    for id in ordered:
        end = told.index(b"\n", at)
        header = told[at:end].split()
        if len(header) != 3:
            raise Refused(f"the object {id} is missing from this clone")
        size = int(header[2])
        yield id, told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
