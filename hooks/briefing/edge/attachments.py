"""Files that are no documents, as they may be published: each is read and stripped once a build."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import files
from briefing.strip.stripped import Stripped


class Attachments:
    """What comes of the files that were asked for, for as long as a build lasts."""

    def __init__(self, path_of: Callable[[SrcUri], Path]) -> None:
        self._path_of = path_of
        self._known: dict[SrcUri, Stripped | Refusal] = {}

    def refusal(self, uri: SrcUri) -> Refusal | None:
        """Why a file cannot be published, if it cannot."""
        found = self._found(uri)
        return found if isinstance(found, Refusal) else None

    def data(self, uri: SrcUri) -> bytes:
        """The bytes of a file that may be published; what lies on disk goes nowhere."""
        found = self._found(uri)
        assert isinstance(found, Stripped), f"{uri} is not published"
        return found.data

    def _found(self, uri: SrcUri) -> Stripped | Refusal:
        if uri not in self._known:
            self._known[uri] = _stripped(uri, self._path_of(uri))
        return self._known[uri]


def _stripped(uri: SrcUri, path: Path) -> Stripped | Refusal:
    # The reader of PDF says of a broken paper what no author understands; ours is said instead.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        size = path.stat().st_size
        return files.too_large(size) if size > files.MOST_BYTES else files.strip(uri, path.read_bytes())
    except OSError as error:
        return Refusal(f"it cannot be read: {error.strerror or error}")
