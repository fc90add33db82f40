"""Spreads work over the cores: each process takes part after part, and hands back what came of them.

A process is copied as it stands (fork), so that it need not be told what the work is about. Where systems
cannot do that, or not safely, one process does all of it, and the result is the same.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

FORKS = sys.platform == "linux"
"""Elsewhere there is no fork, or system libraries do not survive it."""
FEWEST, MOST = 100, 64
"""Items that are worth a share, and shares of a list: who has done one may still find another to do."""
RARELY = (10_000_000, 50, 1_000)
"""How many new objects, and how many rounds before it, bring on each of Python's searches for dead cycles."""


def collect_rarely() -> None:
    """Look for dead cycles seldom: nearly all that a command makes lives until its end."""
    gc.set_threshold(*RARELY)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """The same for a part of what a process does, which goes on as it was."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def spread(work: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """What comes of the shares of a list."""
    return at_once(work, shares(items))


def shares(items: Sequence[Item]) -> list[Sequence[Item]]:
    """A list in parts of much the same weight: one where it is short, or one process works at it."""
    count = min(MOST, len(items) // FEWEST) if _hands() > 1 else 1
    return [items] if count < 2 else [items[start::count] for start in range(count)]


def at_once(work: Callable[[Item], Result], parts: Sequence[Item]) -> list[Result]:
    """What comes of each part, in their order; this process does the first, who is free the next.

    When it ends nobody is at work any more, whatever has gone wrong.
    """
    count = min(_hands(), len(parts))
    if count < 2:
        return [work(part) for part in parts]
    with _Queue(range(1, len(parts))) as queue:

        def done(*first: int) -> dict[int, Result]:
            try:
                return {number: work(parts[number]) for number in chain(first, queue)}
            finally:
                queue.clear()  # after a failure nobody begins with another part

        waiting: list[Callable[[], bytes]] = []
        try:
            for _ in range(count - 1):
                waiting.append(_begun(done))
            found = done(0)
        finally:
            queue.clear()  # there may be no room for another process
            others = [wait() for wait in waiting]
    for told in others:
        more, error = _opened(told)
        if error:
            raise error
        found |= more
    return [found[number] for number in range(len(parts))]


def _hands() -> int:
    """The processes that may share some work.

    A copy of a process that does several things at once has all of their locks, and nobody opens them.
    """
    return cores() if FORKS and threading.active_count() == 1 else 1


class _Queue:
    """Numbers below 256 in a pipe, from which processes that are copied take them one by one."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._reading, writing = os.pipe()
        os.write(writing, bytes(numbers))
        os.close(writing)

    def __iter__(self) -> Iterator[int]:
        while taken := os.read(self._reading, 1):
            yield taken[0]

    def clear(self) -> None:
        """Leave nothing in it."""
        for _ in self:
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._reading)


def _begun(work: Callable[[], Any]) -> Callable[[], bytes]:
    """Begin with some work in a copy of this process; what waits until it has told what came of it."""
    import multiprocessing  # most commands have nothing to share, and it takes a moment

    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, sending), daemon=True)
    process.start()
    sending.close()

    def wait() -> bytes:
        found = _received(receiving)
        process.join()
        return found

    return wait


def _work(work: Callable[[], Any], sending: Connection) -> None:
    gc.disable()  # to look for dead cycles would copy the memory that is shared with the other processes
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to all: who asked says what it means
    found: tuple[Any, Exception | None]
    try:
        found = (work(), None)
    except Exception as error:  # noqa: BLE001  # it is raised again where it is waited for
        found = (None, error)
    with sending:
        sending.send(found)


def _received(receiving: Connection) -> bytes:
    try:
        return receiving.recv_bytes()
    except (EOFError, OSError):  # it has ended before all was said
        return b""


def _opened(told: bytes) -> tuple[Any, Exception | None]:
    """The result of some work, or what went wrong."""
    if not told:
        return None, OSError("one of the processes that shared the work was ended from outside")
    found: tuple[Any, Exception | None] = pickle.loads(told)
    return found
