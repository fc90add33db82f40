"""Edits are noticed: each once, wherever the system tells of them and where it does not."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver, EventEmitter

from briefing.edge.preview import watching
from briefing.edge.preview.server import _Server
from briefing.edge.preview.watching import Watching

PATIENCE = 20.0
STILL = 3 * watching.SECONDS
"""Seconds in which a second word of the same change would have come."""

linux = pytest.mark.skipif(not watching.TELLS, reason="there, the system is not asked to tell")


class Heard(FileSystemEventHandler):
    """What MkDocs' server would build for: it heeds no folders."""

    def __init__(self) -> None:
        self.events: list[FileSystemEvent] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.events.append(event)

    def comes(self) -> bool:
        until = time.monotonic() + PATIENCE
        while not self.events and time.monotonic() < until:
            time.sleep(0.02)
        return bool(self.events)

    def is_still(self) -> bool:
        """Whether nothing more comes than what has come by now."""
        time.sleep(watching.SECONDS / 5)
        self.events.clear()
        time.sleep(STILL)
        return not self.events


class Begin(Protocol):
    def __call__(self, path: Path = ...) -> tuple[Heard, Watching]: ...


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs/2025").mkdir(parents=True)
    (tmp_path / "docs/2025/one.md").write_text("one", encoding="utf-8")
    return tmp_path / "docs"


@pytest.fixture
def watched(folder: Path) -> Iterator[Begin]:
    all_: list[Watching] = []

    def begin(path: Path = folder) -> tuple[Heard, Watching]:
        heard, one = Heard(), Watching()
        all_.append(one)
        one.schedule(heard, str(path), recursive=True)
        one.start()
        return heard, one

    yield begin
    for one in all_:
        one.stop()
        one.join(PATIENCE)


@linux
def test_an_edit_is_told_once_and_nobody_looks_any_more(folder: Path, watched: Begin) -> None:
    heard, one = watched()
    assert one.emitters

    (folder / "2025/one.md").write_text("another", encoding="utf-8")

    assert heard.comes()
    assert heard.is_still()
    assert not one.emitters


@linux
def test_the_next_edits_are_told_too(folder: Path, watched: Begin) -> None:
    heard, _ = watched()
    for text in ("second", "third"):
        new = folder / "2025/one.md.new"
        new.write_text(text, encoding="utf-8")
        new.replace(folder / "2025/one.md")

        assert heard.comes()
        assert heard.is_still()


@linux
def test_a_folder_that_goes_as_a_whole_is_told(folder: Path, watched: Begin, tmp_path: Path) -> None:
    heard, _ = watched()
    (folder / "first.md").write_text("first", encoding="utf-8")
    assert heard.comes()
    assert heard.is_still()

    (folder / "2025").rename(tmp_path / "elsewhere")

    assert heard.comes()


@linux
@pytest.mark.parametrize("is_kept", [True, False])
def test_another_folder_in_the_place_of_the_watched_one_is_watched(
    folder: Path, watched: Begin, tmp_path: Path, *, is_kept: bool
) -> None:
    shutil.copytree(folder, tmp_path / "other")
    heard, one = watched()
    (folder / "2025/one.md").write_text("trusted", encoding="utf-8")
    assert heard.comes()
    assert heard.is_still()
    assert not one.emitters

    if is_kept:
        folder.rename(tmp_path / "away")
    else:
        shutil.rmtree(folder)
    assert heard.comes()
    assert heard.is_still()
    (tmp_path / "other").rename(folder)
    assert heard.comes()
    assert heard.is_still()

    (folder / "2025/one.md").write_text("in the other", encoding="utf-8")
    assert heard.comes()


def test_to_read_is_no_edit(folder: Path, watched: Begin) -> None:
    heard, _ = watched()

    assert (folder / "2025/one.md").read_text(encoding="utf-8") == "one"
    assert len(list(folder.rglob("*"))) == 2

    assert heard.is_still()


@pytest.mark.parametrize("tells", [False, pytest.param(True, marks=linux)])
def test_what_begins_with_a_dot_is_no_edit_until_it_takes_a_name(
    folder: Path, watched: Begin, monkeypatch: pytest.MonkeyPatch, *, tells: bool
) -> None:
    monkeypatch.setattr(watching, "TELLS", tells)
    heard, _ = watched()

    (folder / "2025/.one.md.swp").write_text("half", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git/index").write_text("none of ours", encoding="utf-8")
    assert heard.is_still()

    (folder / "2025/.one.md.swp").replace(folder / "2025/one.md")
    assert heard.comes()


@pytest.mark.parametrize("tells", [False, pytest.param(True, marks=linux)])
def test_a_file_is_watched_by_itself(
    folder: Path, watched: Begin, monkeypatch: pytest.MonkeyPatch, *, tells: bool
) -> None:
    monkeypatch.setattr(watching, "TELLS", tells)
    settings = folder / "mkdocs.yml"
    settings.write_text("site_name: One", encoding="utf-8")
    heard, _ = watched(settings)

    (folder / "other.yml").write_text("none of ours", encoding="utf-8")
    assert heard.is_still()

    (folder / ".mkdocs.yml.new").write_text("site_name: Another", encoding="utf-8")
    (folder / ".mkdocs.yml.new").replace(settings)
    assert heard.comes()


class Mute(EventEmitter):
    """Waits, and has nothing to tell."""

    def queue_events(self, timeout: float) -> None:
        self.stopped_event.wait(timeout)


class Silent(BaseObserver):
    """A system that tells of nothing, as of a folder on a network."""

    def __init__(self) -> None:
        super().__init__(emitter_class=Mute)


class Full(Silent):
    """A system in which others watch as much as there may be watched."""

    def start(self) -> None:
        raise OSError("no room for another watch")


@pytest.mark.parametrize("system", [Silent, Full])
def test_where_the_system_tells_of_nothing_edits_are_found(
    system: type[BaseObserver], folder: Path, watched: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "Observer", system)
    heard, one = watched()

    (folder / "2025/one.md").write_text("another", encoding="utf-8")

    assert heard.comes()
    assert one.emitters


def test_a_folder_that_cannot_be_read_is_awaited_until_it_can(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readable: list[Path] = []
    monkeypatch.setattr(os, "access", lambda path, _: path in readable)
    server, sign = _Server(lambda: None, "127.0.0.1", 0, str(folder)), folder / "new"
    server.watch_all([folder / "2025"], sign)

    server.service_actions()
    assert not sign.exists()

    readable.append(folder / "2025")
    server.service_actions()
    server.server_close()
    assert sign.exists()
