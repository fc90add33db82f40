"""What a command costs with all the processes that it starts, by the operating system's own account."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

VERSION = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took; CPU and memory are None on Windows, which keeps no account of process trees."""

    wall: float
    """Seconds."""
    cpu: float | None
    """Seconds, in user and system mode, of the command and of all descendants that were waited for."""
    peak: int | None
    """Bytes that the largest of its processes held at most; never less than this program itself holds."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a command left in a folder."""

    size: int
    """Bytes."""
    files: int


class Failed(Exception):
    """A command that was to be measured ended with an error."""


def run(command: Sequence[str], cwd: Path, environ: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; Failed, with the last of what it said, where it did not end well."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        with subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **(environ or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        ) as child:
            cpu, peak = _wait(child)
        wall = time.perf_counter() - started
        if child.returncode:
            said.seek(0)
            last = said.read().decode("utf-8", "replace").splitlines()[-15:]
            raise Failed("\n".join([f"{' '.join(command)} ended with {child.returncode}", *last]))
    return Cost(wall, cpu, peak)


def _wait(child: subprocess.Popen[bytes]) -> tuple[float | None, int | None]:
    """Wait for the end of a child; its CPU seconds, and the bytes of its largest process."""
    if sys.platform == "win32":
        child.wait()
        return None, None
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def version(command: Sequence[str]) -> str:
    """The version that a command tells."""
    told = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    found = VERSION.search(told.stdout)
    return found[0] if found else "?"


def output(folder: Path) -> Output:
    """How much lies below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Output(sum(sizes), len(sizes))
