"""Content roots that live in memory: what the proof makes, changes and takes apart."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from briefing.model.settings import Settings

Files = Mapping[str, bytes]
"""The files of a content root or of a site: path below it, and what each holds."""
# The compiled dumper writes the same text ten times as fast; not every system has it.
FASTEST: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Dumper(FASTEST):  # type: ignore[misc]
    """Writes every value out: our front matter has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass
class Text:
    """A document or a hand-written page: its front matter and its body."""

    matter: dict[str, Any]
    body: str = ""

    def file(self) -> bytes:
        lines = yaml.dump(self.matter, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10_000)
        return f"---\n{lines}---\n{self.body}\n".encode()


@dataclass
class Root:
    """A content root."""

    texts: dict[str, Text] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    """Files that are no documents."""
    authors: dict[str, str] = field(default_factory=dict)
    """The printed name of each author id."""
    laid_over: set[str] = field(default_factory=set)
    """Paths of what lies in an overlay, a root of its own over this one."""

    def copy(self) -> Root:
        return copy.deepcopy(self)

    def all(self) -> dict[str, bytes]:
        """Every file but the settings."""
        return {path: text.file() for path, text in self.texts.items()} | self.files

    def layers(self, settings: Settings) -> tuple[Files, ...]:
        """The base with its settings, and the overlay where there is one."""
        whole = self.all()
        base = {path: content for path, content in whole.items() if path not in self.laid_over}
        over = {path: content for path, content in whole.items() if path in self.laid_over}
        base["mkdocs.yml"] = settings_file(settings, self.authors)
        return (base, over) if over else (base,)


def settings_file(settings: Settings, authors: Mapping[str, str]) -> bytes:
    """A mkdocs.yml that sets what decides who sees what."""
    briefing = {
        "marking": str(settings.marking),
        "audiences": {one.name: str(one.highest) for one in settings.audiences},
        "audience": settings.audience.name,
        "authors": dict(authors),
    }
    return yaml.safe_dump({"extra": {"briefing": briefing}}).encode()


def write(files: Files, folder: Path) -> Path:
    """Put files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def read(folder: Path) -> dict[str, bytes]:
    """All files of a folder; a folder without files counts as one, since its name says something."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{path.relative_to(folder).as_posix()}/"] = b""
    return found
