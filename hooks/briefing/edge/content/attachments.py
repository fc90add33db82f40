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

    def __init__(self, strip: Callable[[SrcUri], Stripped | Refusal]) -> None:
        self._strip = strip
        self._known: dict[SrcUri, Stripped | Refusal] = {}

    def refusal(self, uri: SrcUri) -> Refusal | None:
        """Why a file cannot be published, if it cannot."""
        found = self.of(uri)
        return found if isinstance(found, Refusal) else None

    def data(self, uri: SrcUri) -> bytes:
        """The bytes of a file that may be published; what lies on disk goes nowhere."""
        found = self.of(uri)
        assert isinstance(found, Stripped), f"{uri} is not published"
        return found.data

    def of(self, uri: SrcUri) -> Stripped | Refusal:
        """What may be published of a file, or why nothing may."""
        if uri not in self._known:
            self._known[uri] = self._strip(uri)
        return self._known[uri]


def on_disk(path_of: Callable[[SrcUri], Path]) -> Attachments:
    """Files as they lie on the disk."""
    return Attachments(lambda uri: _stripped(uri, path_of(uri)))


def _stripped(uri: SrcUri, path: Path) -> Stripped | Refusal:
    # The reader of PDF says of a broken paper what no author understands; ours is said instead.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        size = path.stat().st_size
        return files.too_large(size) if size > files.MOST_BYTES else files.strip(uri, path.read_bytes())
    except OSError as error:
        return Refusal(f"it cannot be read: {error.strerror or error}")
