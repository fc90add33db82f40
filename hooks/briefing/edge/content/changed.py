"""What has changed in content roots since a commit: files, and problems that they brought to other files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.edge.content import disk, git, revision, roots
from briefing.edge.content.revision import Revision, Unknown
from briefing.edge.content.roots import Root
from briefing.model.source import Source, SrcUri


@dataclass(frozen=True, slots=True)
class Since:
    """Content roots as they were; one whose repository knows no such commit is taken as it is now."""

    base: Path
    over: tuple[Root, ...]
    then: Mapping[Path, Revision]

    def has_changed(self, file: str) -> bool:
        """Whether a file, as problems name it, is not what it was: new, other, or not committed yet."""
        path = roots.path_of(file, self.base, self.over)
        root = next(
            one for one in (*(root.path for root in self.over), self.base) if path.is_relative_to(one)
        )
        return root in self.then and _differs(
            path, SrcUri(path.relative_to(root).as_posix()), self.then[root]
        )


def since(base: Path, over: Sequence[Root], name: str) -> Since:
    """The roots as they were where their branch left a commit, branch or tag; raises `Unknown`."""
    then: dict[Path, Revision] = {}
    unknown: list[Unknown] = []
    for path in (base, *(root.path for root in over)):
        try:
            then[path] = revision.read(path, _fork(path, name))
        except Unknown as error:
            unknown.append(error)
    if not then:
        raise unknown[0]
    return Since(base, tuple(over), then)


def _fork(root: Path, name: str) -> str:
    """Where the branch that is checked out left another: what was done there since is not of this branch."""
    if name.startswith("-"):
        return name
    try:
        return git.ask(root, "merge-base", f"{name}^{{commit}}", "HEAD").decode("ascii").strip()
    except git.Refused:
        return name  # no commit at all, or of another history: the reading says so, or needs no fork


def _differs(path: Path, uri: SrcUri, then: Revision) -> bool:
    blob = then.blobs.get(uri)
    if blob is None:
        return path.exists() and uri not in then.others
    try:
        data = path.read_bytes()
    except OSError:
        return True
    if blob.is_of(data):
        return False
    # Line ends and a byte order mark may be of the checkout alone, and no problem is of them.
    now, before = (disk.decode(one, uri) for one in (data, then.documents.get(uri, b"\xff")))
    return not isinstance(now, Source) or now != before
