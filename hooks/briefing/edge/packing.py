"""Values as bytes, for the next build to read: quickly written, and the same for the same values."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from operator import attrgetter
from types import ModuleType
from typing import Any

from briefing.pages import search, search_terms, search_update
from briefing.views import pieces, shapes

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


class Packer:
    """Writes values that are dataclasses of views, for the most part, in half the time that Python takes."""

    def __init__(self) -> None:
        modules = (shapes, pieces, search, search_terms, search_update)
        self._ways = {kind: _way(kind) for module in modules for kind in _dataclasses(module)}

    def pack(self, value: object) -> bytes:
        """The value as bytes; `pickle.loads` gives it back."""
        written = io.BytesIO()
        pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = self._ways
        pickler.dump(value)
        return written.getvalue()


def _dataclasses(module: ModuleType) -> Iterator[type]:
    return (one for one in vars(module).values() if isinstance(one, type) and is_dataclass(one))


def _way(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    names = [one.name for one in fields(kind)]
    read = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (kind, (read(value),))
    return lambda value: (kind, read(value))
