"""Where each key and entry of a front matter stands; read off when it is asked, which of most it never is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import yaml

from briefing.model.content import Path
from briefing.model.source import Place
from briefing.parse import unreadable

# Thousands of front matters have the same keys at much the same places: held once, they take a quarter.
_place = lru_cache(maxsize=1 << 14)(Place)


@lru_cache(maxsize=1 << 14)
def _path(path: Path) -> Path:
    """The same path as others have."""
    return path


@dataclass(frozen=True)
class KeyPlaces(Mapping[Path, Place]):
    """The places in a front matter whose first line is a given line of its file."""

    text: str
    first_line: int

    @cached_property
    def _found(self) -> Mapping[Path, Place]:
        return _read(self.text, self.first_line)

    def __getitem__(self, path: Path) -> Place:
        return self._found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def place_of(event: yaml.Event, first_line: int) -> Place:
    """Where in the file something begins."""
    mark: Any = event.start_mark
    return _place(mark.line + first_line, mark.column + 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come, and how many entries it has so far."""

    path: Path
    is_list: bool
    key: Path | None = None
    count: int = 0

    @property
    def is_at_key(self) -> bool:
        return not self.is_list and self.key is None


def _read(text: str, first_line: int) -> dict[Path, Place]:
    """The places as far as the text can be read; a value stands where its key does, which counts once."""
    found: dict[Path, Place] = {}
    within: list[_Open] = []
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=unreadable.Loader):
            if isinstance(event, yaml.CollectionEndEvent):
                within.pop()
            elif isinstance(event, yaml.NodeEvent):
                if within and within[-1].is_at_key and not isinstance(event, yaml.ScalarEvent):
                    break  # a list or mapping as a key, beyond which nothing is read
                at = place_of(event, first_line)
                path = _added(within[-1], event, at, found) if within else ()
                if not within:
                    found[()] = at
                if isinstance(event, yaml.CollectionStartEvent):
                    within.append(_Open(path, isinstance(event, yaml.SequenceStartEvent)))
    return found


def _added(holder: _Open, event: Any, at: Place, found: dict[Path, Place]) -> Path:
    """The path of what comes next in a list or mapping."""
    if holder.is_list:
        path = _path((*holder.path, holder.count))
        holder.count += 1
        found[path] = at
    elif holder.key is None:
        path = holder.key = _path((*holder.path, event.value))
        found.setdefault(path, at)
    else:
        path, holder.key = holder.key, None
    return path
