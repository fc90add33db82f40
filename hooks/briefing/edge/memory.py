"""Texts that were converted once, kept for the next time: to convert is more than half of a check's work.

They lie with the libraries that the project has installed for itself, where nobody who writes content writes,
and are as trusted as these. Whatever is wrong with them, or with the folder, they are left out of account.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter, Text
from briefing.edge.converting import Sharing

FOLDER = Path(sys.prefix) / "briefing-room.converted"
FEWEST = 100
"""Fewer texts are converted as fast as they are looked up."""
MOST_ROOTS = 4
SUM = hashlib.sha256
HEAD = SUM().digest_size
FAULTS = (
    OSError,
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    TypeError,
    ValueError,
)
"""What reading can raise where the file is not what was written, or cannot be read."""

Texts = dict[bytes, Converted]


class Memory:
    """What is remembered of one content root."""

    def __init__(self, root: Path) -> None:
        name = SUM(os.fsencode(root.resolve())).hexdigest()[:16]
        self._file = FOLDER / f"{name}.pickle"
        self._made: list[Remembering] = []

    def converter(
        self, extensions: Sequence[str], extension_configs: Mapping[str, Mapping[str, Any]]
    ) -> Converter:
        """A converter that converts only what is new."""
        made = Remembering(self._file, extensions, extension_configs)
        self._made = [made]
        return made

    def keep(self) -> None:
        """Keep what the last check has used."""
        for one in self._made:
            one.keep()


class Remembering(Sharing):
    """Converts what it has not converted before, for the same root, by the same code."""

    def __init__(
        self, file: Path, extensions: Sequence[str], extension_configs: Mapping[str, Mapping[str, Any]]
    ) -> None:
        super().__init__(extensions, extension_configs)
        self._file = file
        self._made_with = _version(extensions, extension_configs)
        self._old = _read(self._file, self._made_with)
        self._used: Texts = {}

    def convert(self, body: str, taken: Collection[str] = ()) -> Converted:
        key = _key(body, taken)
        found = self._old.get(key)
        self._used[key] = found if found is not None else super().convert(body, taken)
        return self._used[key]

    def all(self, texts: Collection[Text]) -> Mapping[Text, Converted]:
        keys = {text: _key(*text) for text in texts}
        converted = super().all([text for text in texts if keys[text] not in self._old])
        self._used |= {keys[text]: one for text, one in converted.items()}
        return {text: converted[text] if text in converted else self.convert(*text) for text in texts}

    def keep(self) -> None:
        """Keep what this check has used, if it is not what was kept already."""
        if len(self._used) >= FEWEST and self._used.keys() != self._old.keys():
            _write(self._file, self._made_with, self._used)


def _key(body: str, taken: Collection[str]) -> bytes:
    return SUM("\0".join((body, *sorted(taken))).encode("utf-8", "surrogatepass")).digest()


def _version(extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Another one for whatever else a conversion depends on: our code, libraries, Python, settings."""
    code = Path(__file__).resolve().parents[1]
    told = SUM(repr((sys.version, tuple(extensions), sorted(configs.items(), key=str))).encode())
    for path in sorted(code.rglob("*.py")):
        told.update(path.relative_to(code).as_posix().encode() + b"\0" + SUM(path.read_bytes()).digest())
    for folder in sorted({sysconfig.get_path(name) for name in ("purelib", "platlib")}):
        told.update(repr(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode())
    return told.digest()


def _read(file: Path, version: bytes) -> Texts:
    try:
        data = file.read_bytes()
        head, rest = data[: 2 * HEAD], data[2 * HEAD :]
        if head != version + SUM(rest).digest():
            return {}
        found: Texts = pickle.loads(rest)
    except FAULTS:
        return {}
    return found


def _write(file: Path, version: bytes, texts: Texts) -> None:
    rest = pickle.dumps(texts, pickle.HIGHEST_PROTOCOL)
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
        for old in kept[MOST_ROOTS:]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # a folder that cannot be written to, or a full disk: the next check converts anew
