"""Values as bytes, for the next build to read: quickly written, and the same for the same values."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from operator import attrgetter
from types import MappingProxyType, ModuleType
from typing import Any

from briefing.pages import search, search_terms, search_update
from briefing.views import (
    digested,
    drawn,
    offered,
    pieces,
    shapes,
    sketch,
    statements,
    subject,
    waiting,
)

FAULTS = (
    OSError,
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)
"""What reading can raise where a file is not what was written, or cannot be read."""


Way = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]
"""What makes a value anew, and of what."""


class Packer:
    """Writes values that are dataclasses of views, for the most part, in half the time that Python takes."""

    def __init__(self) -> None:
        views = (shapes, pieces, statements, sketch, drawn, digested, subject, offered, waiting)
        modules = (*views, search, search_terms, search_update)
        self._ways: dict[type, Way] = {
            kind: _way(kind) for module in modules for kind in _dataclasses(module)
        }
        self._ways[MappingProxyType] = lambda value: (read_only, (dict(value),))

    def pack(self, value: object) -> bytes:
        """The value as bytes; `pickle.loads` gives it back."""
        written = io.BytesIO()
        pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = self._ways
        pickler.dump(value)
        return written.getvalue()


def read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """A mapping that nobody changes; Python does not write the type itself."""
    return MappingProxyType(values)


def _dataclasses(module: ModuleType) -> Iterator[type]:
    return (one for one in vars(module).values() if isinstance(one, type) and is_dataclass(one))


def _way(kind: type) -> Way:
    names = [one.name for one in fields(kind)]
    read = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (kind, (read(value),))
    return lambda value: (kind, read(value))
