"""Spreads work over the cores: each process takes a part of the list, and hands back what came of it.

A process is copied as it stands (fork), so that it need not be told what the work is about. Where systems
cannot do that, or not safely, one process does all of it, and the result is the same.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

FORKS = sys.platform == "linux"
"""Elsewhere there is no fork, or system libraries do not survive it."""
FEWEST = 100
"""Items that are worth a process."""
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
    """A list in as many parts as processes are to work at it: one where it is short, else one a core."""
    count = min(cores(), len(items) // FEWEST) if _can_be_copied() else 1
    return [items] if count < 2 else [items[start::count] for start in range(count)]


def _can_be_copied() -> bool:
    """A copy of a process that does several things at once has all of their locks, and nobody opens them."""
    return FORKS and threading.active_count() == 1


def at_once(work: Callable[[Item], Result], parts: Sequence[Item]) -> list[Result]:
    """What comes of each part, a process for each of them where that can be; the first is for this one."""
    own, *others = parts
    if not others or not _can_be_copied():
        return [work(one) for one in parts]
    waiting = [_begun(partial(work, part)) for part in others]
    return [work(own), *(wait() for wait in waiting)]


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin with some work, in a process of its own where that can be; what waits for its result."""
    if cores() > 1 and _can_be_copied():
        return _begun(work)
    found = work()
    return lambda: found


def _begun(work: Callable[[], Result]) -> Callable[[], Result]:
    import multiprocessing  # most commands have nothing to share, and it takes a moment

    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, sending), daemon=True)
    process.start()
    sending.close()

    def wait() -> Result:
        found: Result = _received(receiving)
        process.join()
        return found

    return wait


def _work(work: Callable[[], Any], sending: Connection) -> None:
    gc.disable()  # to look for dead cycles would copy the memory that is shared with the other processes
    found: tuple[Any, Exception | None]
    try:
        found = (work(), None)
    except Exception as error:  # noqa: BLE001  # it is raised again where it is waited for
        found = (None, error)
    with sending:
        sending.send(found)


def _received(receiving: Connection) -> Any:
    try:
        found, error = receiving.recv()
    except EOFError:
        raise OSError("one of the processes that shared the work was ended from outside") from None
    if error is not None:
        raise error
    return found
