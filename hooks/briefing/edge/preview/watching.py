"""Notices edits: at once where the system tells of them, within half a second elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog import events
from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

TELLS = sys.platform == "linux"
"""Elsewhere some systems tell of files that were only read, and each build would bring on the next."""
REPLACES: tuple[type[FileSystemEvent], ...] = (
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
)
"""What becomes of a folder as a whole, of which the folder above it tells."""
CHANGES: tuple[type[FileSystemEvent], ...] = (
    *REPLACES,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
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
            self._listen(self._system, told, below, recursive=recursive)
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

    @staticmethod
    def _listen(system: BaseObserver, told: _Told, path: Path, *, recursive: bool) -> None:
        """Have the system tell of changes below a path, whichever folder stands there."""

        def begin() -> ObservedWatch:
            return system.schedule(told, str(path), recursive=recursive, event_filter=[*CHANGES])

        def anew() -> None:
            with suppress(KeyError):  # none stood there
                system.unschedule(watch)
            with suppress(OSError):  # none stands there now
                begin()
            told.dispatch(FileModifiedEvent(str(path)))

        with suppress(OSError):
            watch = begin()
            system.schedule(_Replaced(path, anew), str(path.parent), event_filter=[*REPLACES])

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


class _Replaced(FileSystemEventHandler):
    """Says when a folder goes, or another comes in its place: to the system, that is not the watched one."""

    def __init__(self, folder: Path, then: Callable[[], None]) -> None:
        self._folder, self._then = folder, then

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self._folder in (Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path):
            self._then()
