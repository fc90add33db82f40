"""Notices edits: at once where the system tells of them, within half a second elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

TELLS = sys.platform == "linux"
"""Elsewhere some systems tell of files that were only read, and each build would bring on the next."""
CHANGES: tuple[type[FileSystemEvent], ...] = (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
SECONDS = 0.5
"""Between two looks."""


class Watching(PollingObserver):
    """Looks for changes again and again, until the system is seen to tell of them as they happen.

    It does not everywhere: not of folders on a network, and not where others watch as many as there may be.
    """

    def __init__(self) -> None:
        super().__init__(timeout=SECONDS)
        self._system: BaseObserver | None = Observer() if TELLS else None

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str | Path,
        *,
        recursive: bool = False,
        event_filter: list[type[FileSystemEvent]] | None = None,
        follow_symlink: bool = False,
    ) -> ObservedWatch:
        """Have a handler told of changes below a path."""
        below = Path(path)
        looked_at = super().schedule(
            _Heeding(event_handler, below),
            path,
            recursive=recursive,
            event_filter=event_filter,
            follow_symlink=follow_symlink,
        )
        if self._system:
            told = _Told(event_handler, below, lambda: self._trust(looked_at))
            with suppress(OSError):
                self._system.schedule(told, path, recursive=recursive, event_filter=[*CHANGES])
        return looked_at

    def start(self) -> None:
        """Begin."""
        super().start()
        if self._system:
            with suppress(OSError):
                self._system.start()

    def stop(self) -> None:
        """End."""
        if self._system and self._system.is_alive():
            self._system.stop()
        super().stop()

    def _trust(self, looked_at: ObservedWatch) -> None:
        """Look there no more: to look costs time, and would tell of each change once more."""
        with suppress(KeyError):  # it has been trusted before
            self.unschedule(looked_at)


class _Heeding(FileSystemEventHandler):
    """Hands on what happens below a folder, but to what begins with a dot: no build reads it."""

    def __init__(self, handler: FileSystemEventHandler, below: Path) -> None:
        self._handler, self._below = handler, below

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        if not all(map(self._is_hidden, paths)):
            self._hand_on(event)

    def _is_hidden(self, path: str) -> bool:
        found = Path(path)
        if not found.is_relative_to(self._below):
            return False  # a file is watched by itself, and this one took its place
        return any(part.startswith(".") for part in found.relative_to(self._below).parts)

    def _hand_on(self, event: FileSystemEvent) -> None:
        self._handler.dispatch(event)


class _Told(_Heeding):
    """Hands on what the system tells: of a folder too, for when it comes or goes its files may go untold."""

    def __init__(self, handler: FileSystemEventHandler, below: Path, then: Callable[[], None]) -> None:
        super().__init__(handler, below)
        self._then = then

    def _hand_on(self, event: FileSystemEvent) -> None:
        self._handler.dispatch(FileModifiedEvent(event.src_path))
        self._then()
