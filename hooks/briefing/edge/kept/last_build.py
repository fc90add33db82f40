"""What a build leaves for the next one, so that it need not do again what comes out the same.

It lies with the libraries that the project has installed for itself, as what `memory.py` keeps. It is left
out of account wherever it is not surely what the same code wrote for the same request, or the site is not
what was built then.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.edge import packing
from briefing.edge.kept import blobs
from briefing.edge.kept.blobs import Blob, Opened
from briefing.edge.kept.made_by import Asked, Look, MadeBy
from briefing.edge.kept.stamps import Stamp
from briefing.model.problem import Problem
from briefing.model.settings import Settings
from briefing.model.source import Address, Source, SrcUri
from briefing.pages.shell import Form, Shell

if TYPE_CHECKING:
    from briefing.link.known import Known
    from briefing.pages.identity import Site

FOLDER = Path(sys.prefix) / "briefing-room.builds"
MOST = 4
"""Sites of which something is kept."""
STATE = "state"
SUM = hashlib.sha256
HEAD = SUM().digest_size


class Drawn(NamedTuple):
    """Of a page that was written into a shell."""

    digest: bytes
    """Of all that it was made of, its shell apart."""
    filling: Blob
    shown: Blob

    @property
    def packed(self) -> bytes:
        """The same in few bytes."""
        return self.digest + self.filling.packed + self.shown.packed

    @classmethod
    def of(cls, packed: bytes) -> Drawn:
        digest, filling, shown = packed[:HEAD], packed[HEAD : -blobs.SIZE], packed[-blobs.SIZE :]
        return cls(digest, Blob.of(filling), Blob.of(shown))


class Before(NamedTuple):
    """The site before the last one, as it was."""

    files: Mapping[str, Stamp]
    folders: Mapping[str, int]
    """When something came into each folder or went from it last."""
    is_shared: bool
    """Whether its files are those of the last site by other names, but for those that are others.

    Nobody can write into one of these without having written into that of the last site.
    """


class Listed(NamedTuple):
    """Of a page that MkDocs built."""

    shown: Blob
    edit_url: str | None


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The state of a build, of which the next one begins."""

    made_by: bytes
    """A digest of the code, the libraries and the request."""
    look: Look
    sources: Mapping[str, Stamp]
    texts: Mapping[SrcUri, bytes]
    """A digest of what each document said."""
    site: Mapping[str, Stamp]
    before: Before | None
    """The site before this one, which lies in `spare`; nothing where there is none."""
    manifest: str
    problems: tuple[Problem, ...]
    documents: int
    """How many were looked at."""
    drawn: Mapping[str, bytes]
    """The pages in shells, by the paths of their files; packed, as most builds ask for few of them."""
    listed: Mapping[Address, Listed]
    """All others."""
    told: Mapping[SrcUri, bytes]
    """Of each document that can be told anew where that lies which is known of it; packed."""
    shells: Mapping[Form, Shell]
    samples: Mapping[Form, str]
    """A page in each shell; nothing where not all pages are known."""
    canonical_urls: tuple[str, ...]
    beside: frozenset[str]
    """The files that content fills, pages and attached ones apart."""
    programs: Site
    """What programs are told of the site as a whole."""
    templates: Mapping[str, bytes]
    """Those of pages' bodies, compiled."""
    known: bytes
    """What links depend on among all documents, and among those that the audience sees; packed."""
    has_higher: bool
    """Whether a profile is marked higher than a document that may name it."""
    settings: Settings
    extensions: tuple[str, ...]
    extension_configs: Mapping[str, Mapping[str, Any]]
    numbers: Mapping[str, int]
    """The number of each page in the search index, by its address."""
    texts_size: int
    """Bytes of all texts in the search index."""
    parts: Mapping[str, str]
    """What the digest of the content is made of."""
    untold: tuple[str, ...]
    folder: Path = field(default_factory=Path)

    @property
    def codes(self) -> Mapping[str, CodeType]:
        """The templates of pages' bodies, as Python runs them."""
        return {key: marshal.loads(code) for key, code in self.templates.items()}

    @property
    def ground(self) -> tuple[Known, Known]:
        """What links depend on among all documents, and among those that the audience sees."""
        whole, released = pickle.loads(self.known)
        return whole, released

    def page(self, name: str) -> Drawn | None:
        """A page in a shell."""
        packed = self.drawn.get(name)
        return Drawn.of(packed) if packed else None

    def read(self, blob: Blob) -> Any:
        """A value that was kept; Lost where its bytes are not what was written."""
        with self.opened() as kept:
            return kept.read(blob)

    def opened(self) -> AbstractContextManager[Opened]:
        """What was kept, for who reads much of it; Lost where it is not there."""
        return blobs.opened(self.folder)


def digest_of(source: Source) -> bytes:
    """A short digest of what a document says."""
    return SUM(source.text.encode("utf-8", "replace")).digest()[:16]


def place(asked: Asked) -> Path:
    """Where it is kept; the day does not count, so that each day's takes the place of the one before."""
    told = repr(asked._replace(today="")).encode("utf-8", "surrogateescape")
    return FOLDER / SUM(told).hexdigest()[:16]


def spare(asked: Asked) -> Path:
    """Where the site before the last lies: the next one is laid out in it, which saves all its folders."""
    return place(asked) / "before"


def cleared(folder: Path) -> Path | None:
    """The same folder, if nothing is left of it: a site must not be laid out among what another has left."""
    shutil.rmtree(folder, ignore_errors=True)
    return None if folder.exists() else folder


def load(asked: Asked, by: MadeBy) -> LastBuild | None:
    """What was kept, if it was kept by the same code for the same request; the look may have been another."""
    folder = place(asked)
    try:
        data = memoryview((folder / STATE).read_bytes())
        head, rest = data[: 2 * HEAD], data[2 * HEAD :]
        if head != by.tool + SUM(rest).digest():
            return None
        found = pickle.loads(rest)
    except packing.FAULTS:
        return None
    return replace(found, folder=folder) if isinstance(found, LastBuild) else None


def keep(asked: Asked, state: LastBuild) -> None:
    """Keep it for the next build; nothing is lost but time where that cannot be done."""
    folder = place(asked)
    rest = pickle.dumps(state, pickle.HIGHEST_PROTOCOL)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", dir=folder)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(state.made_by + SUM(rest).digest())
                out.write(rest)
            Path(name).replace(folder / STATE)
        finally:
            Path(name).unlink(missing_ok=True)
        kept = sorted(folder.parent.glob(f"*/{STATE}"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in kept[MOST:]:
            shutil.rmtree(old.parent, ignore_errors=True)
    except OSError:
        forget(asked)


def note_use(asked: Asked) -> None:
    """Note that what was kept is in use: of many sites, that which was built longest ago is given up."""
    with suppress(OSError):
        os.utime(place(asked) / STATE)


def forget(asked: Asked) -> None:
    """Let the next build begin with nothing."""
    try:
        (place(asked) / STATE).unlink(missing_ok=True)
    except OSError:
        return


def remove(asked: Asked) -> None:
    """Keep nothing of a site that nobody will ask for again."""
    shutil.rmtree(place(asked), ignore_errors=True)
