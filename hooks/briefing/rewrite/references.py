"""The values of front matter that name a document, led to the ref that it gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Agreement
from briefing.model.fields import Scalar
from briefing.model.ref import Ref
from briefing.parse.tree import Tree
from briefing.rewrite.matter import Change, Drop, Put, value_at
from briefing.validate import references
from briefing.validate.events import MILESTONES

OF_ITSELF = ("see_also", "broader", "related", "supersedes")
"""Lists in which a document cannot name itself."""


class Move(NamedTuple):
    """The ref that a document had, and the one that it gets."""

    old: Ref
    new: Ref

    def of(self, text: str) -> str:
        """The words of a reference after the move: `old`, `kind/old`, `kind/old#place`."""
        named, sign, place = text.partition("#")
        for before, after in ((self.old.id, self.new.id), (str(self.old), str(self.new))):
            if named.strip() == before:
                return f"{named.replace(before, after)}{sign}{place}"
        return text

    def of_event(self, id_: str, old: AnyDocument) -> str:
        """The id of an event after the move: those of an agreement's own dates begin with the agreement's."""
        if isinstance(old.matter, Agreement):
            for key, ending in MILESTONES.items():
                if getattr(old.matter, key) is not None and id_ == f"{self.old.id}-{ending}":
                    return f"{self.new.id}-{ending}"
        return id_


def changes(document: AnyDocument, tree: Tree, move: Move, old: AnyDocument) -> Iterator[Change]:
    """What the move changes in a front matter; a list that would name one thing twice loses an item."""
    named: list[tuple[Path, Callable[[str], str]]] = [
        (path, move.of) for path, ref in references.of(document) if ref == move.old
    ]
    named += [
        (("events", index, "id"), lambda id_: move.of_event(id_, old))
        for index, event in enumerate(document.matter.events)
        if event.id and move.of_event(event.id, old) != event.id
    ]
    own = str(move.new) if document.ref in move else ""
    for path, renamed in named:
        path = _written(tree.data, path)
        before = value_at(tree.data, path)
        after = replace(before, text=renamed(before.text))
        if after == before:
            continue
        if isinstance(path[-1], int) and (_stands(after, tree.data, path) or _is_itself(after, path, own)):
            yield Drop(path)
        else:
            yield Put(path, after)


def _written(data: Any, path: Path) -> Path:
    """The path of a value in the file, where one text may stand for a list of one, or for its entry."""
    for length, step in enumerate(path):
        if isinstance(data, Scalar):
            return path[:length]
        data = data[step]
    return path


def _stands(value: Scalar, data: Any, path: Path) -> bool:
    """Whether the list names the value already."""
    texts: Iterable[object] = value_at(data, path[:-1])
    return any(isinstance(one, Scalar) and one.text.strip() == value.text.strip() for one in texts)


def _is_itself(value: Scalar, path: Path, own: str) -> bool:
    """Whether a document would name itself in a list that has no place for it."""
    return len(path) == 2 and path[0] in OF_ITSELF and is_of(value.text, own)


def is_of(text: str, own: str) -> bool:
    """Whether the words of a reference lead to a document, `kind/id`."""
    return bool(own) and text.strip() in (own, own.partition("/")[2])
