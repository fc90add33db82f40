"""What was read and converted once, kept for the next time: to do both is most of a check's work.

It lies with the libraries that the project has installed for itself, where nobody who writes content writes,
and is as trusted as these. Whatever is wrong with it, or with the folder, it is left out of account.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter, Text
from briefing.edge import packing
from briefing.edge.content.converting import Sharing
from briefing.edge.tool import TOOL
from briefing.model.source import Source
from briefing.parse.documents import NOTHING, Read

FOLDER = Path(sys.prefix) / "briefing-room.converted"
FEWEST = 100
"""Fewer texts are converted as fast as they are looked up."""
FEWEST_OTHERS = 20
"""Fewer that are new or gone are not worth to write all down again."""
MOST_FILES = 8
"""Two of each root."""
SUM = hashlib.sha256
HEAD = SUM().digest_size

Made = TypeVar("Made")


class Memory:
    """What is remembered of one content root."""

    def __init__(self, root: Path) -> None:
        self._name = SUM(os.fsencode(root.resolve())).hexdigest()[:16]
        self._made: list[Remembering] = []

    @cached_property
    def _code(self) -> bytes:
        return _version()

    @cached_property
    def _sources(self) -> Kept[Read]:
        return Kept(FOLDER / f"{self._name}.read.pickle", self._code)

    def converter(
        self, extensions: Sequence[str], extension_configs: Mapping[str, Mapping[str, Any]]
    ) -> Converter:
        """A converter that converts only what is new."""
        settings = repr((tuple(extensions), sorted(extension_configs.items(), key=str)))
        made_by = SUM(self._code + settings.encode()).digest()
        kept = Kept[Converted](FOLDER / f"{self._name}.pickle", made_by)
        made = Remembering(kept, extensions, extension_configs)
        self._made = [made]
        return made

    def read(self, sources: Iterable[Source]) -> Mapping[Source, Read]:
        """What came of those sources that were read before."""
        known = self._sources.known
        return {one: found for one in sources if (found := known.get(_key(one.uri, one.text)))}

    def keep(self, each: Mapping[Source, Read] = NOTHING) -> None:
        """Keep what the last check has used, and what came of each source where that is told."""
        for one in self._made:
            one.keep()
        if each:
            self._sources.keep({_key(source.uri, source.text): found for source, found in each.items()})


class Remembering(Sharing):
    """Converts what it has not converted before, for the same root, by the same code."""

    def __init__(
        self,
        kept: Kept[Converted],
        extensions: Sequence[str],
        extension_configs: Mapping[str, Mapping[str, Any]],
    ) -> None:
        super().__init__(extensions, extension_configs)
        self._kept = kept
        self._used: dict[bytes, Converted] = {}

    def convert(self, body: str, taken: Collection[str] = ()) -> Converted:
        key = _key(*sorted(taken), body)
        found = self._kept.known.get(key)
        self._used[key] = found if found is not None else super().convert(body, taken)
        return self._used[key]

    def all(self, texts: Collection[Text]) -> Mapping[Text, Converted]:
        keys = {(body, taken): _key(*sorted(taken), body) for body, taken in texts}
        converted = super().all([text for text in texts if keys[text] not in self._kept.known])
        self._used |= {keys[text]: one for text, one in converted.items()}
        return {text: converted[text] if text in converted else self.convert(*text) for text in texts}

    def keep(self) -> None:
        """Keep what this check has used."""
        self._kept.keep(self._used)


class Kept(Generic[Made]):
    """What came of texts, each under a digest of all that it came of; in a file that one code has written."""

    def __init__(self, file: Path, made_by: bytes) -> None:
        self._file, self._made_by = file, made_by
        self.known: Mapping[bytes, Made] = _read(file, made_by)

    def keep(self, used: Mapping[bytes, Made]) -> None:
        """Keep what has been used, unless nearly all of it is kept already: to make a few anew is quicker."""
        if len(used) >= FEWEST and len(used.keys() ^ self.known.keys()) >= FEWEST_OTHERS:
            _write(self._file, self._made_by, used)


def _key(*texts: str) -> bytes:
    """Another one for whatever else the texts are; only the last may hold the sign between them."""
    return SUM("\0".join((str(len(texts)), *texts)).encode("utf-8", "surrogatepass")).digest()


def _version() -> bytes:
    """Another one for whatever else reading and converting depend on: our code, libraries, Python."""
    code = TOOL / "hooks/briefing"
    told = SUM(sys.version.encode())
    for path in sorted(code.rglob("*.py")):
        told.update(path.relative_to(code).as_posix().encode() + b"\0" + SUM(path.read_bytes()).digest())
    for folder in sorted({sysconfig.get_path(name) for name in ("purelib", "platlib")}):
        told.update(repr(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode())
    return told.digest()


def _read(file: Path, version: bytes) -> dict[bytes, Any]:
    try:
        data = memoryview(file.read_bytes())
        head, rest = data[: 2 * HEAD], data[2 * HEAD :]
        if head != version + SUM(rest).digest():
            return {}
        found: dict[bytes, Any] = pickle.loads(rest)
    except packing.FAULTS:
        return {}
    return found


def _write(file: Path, version: bytes, made: Mapping[bytes, Any]) -> None:
    rest = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    try:
        file.parent.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(version + SUM(rest).digest())
                out.write(rest)
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)
        kept = sorted(file.parent.glob("*.pickle"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in kept[MOST_FILES:]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # a folder that cannot be written to, or a full disk: the next check converts anew
