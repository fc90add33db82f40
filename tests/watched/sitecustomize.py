"""Put on the path of another Python, this writes down what it opens, writes and asks of other hosts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

LOG = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
RESOLVING = ("socket.getaddrinfo", "socket.gethostbyname")
CONNECTING = ("socket.connect", "socket.sendto")
CHANGING = ("os.mkdir", "os.remove", "os.rename", "os.rmdir")
LINKING = ("os.link", "os.rename", "os.symlink")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in RESOLVING:
        note("ask", f"{event} {arguments[0]!r}")
    elif event in CONNECTING and isinstance(arguments[1], tuple):  # else a file, by which processes speak
        note("ask", f"{event} {arguments[1]!r}")
    elif event == "open" and not isinstance(arguments[0], int):  # else it was opened before, by its path
        note("write" if arguments[2] & WRITES else "read", place(arguments[0]))
    # Whoever names a file from a folder that is open (the last argument) has opened that by its path.
    if event in CHANGING and arguments[-1] == -1:
        note("write", place(arguments[0]))
    if event in LINKING and arguments[-1] == -1:
        note("write", place(arguments[1]))


def place(path: Any) -> str:
    return os.path.normpath(Path(os.fsdecode(path)).absolute())


def note(what: str, of: str) -> None:
    os.write(LOG, f"{what} {of}\n".encode("utf-8", "backslashreplace"))


sys.addaudithook(watch)
