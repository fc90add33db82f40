"""Somebody at a terminal: answers what a command asks, and reads all that it says."""

from __future__ import annotations

import os
import select
import signal
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

INTERRUPT, END_OF_FILE = "\x03", "\x04"
PATIENCE = 30.0
"""Seconds of silence after which nothing more is to come."""

Answer = str | Callable[[], str]
"""What is typed, or what happens meanwhile and tells what is typed then."""


def converse(
    words: Sequence[str], answers: Iterable[tuple[str, Answer]] = (), *, cwd: Path | None = None
) -> tuple[int, str]:
    """The exit code and all that a command said on a terminal on which each question gets its answer."""
    import pty  # not on Windows

    primary, secondary = pty.openpty()
    with subprocess.Popen(
        words,
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        start_new_session=True,
        cwd=cwd,
        preexec_fn=_heed_interrupts,
    ) as child:
        os.close(secondary)
        said, fresh, typed, waiting, silence = "", "", "", list(answers), 0.0
        while silence < PATIENCE:
            if not select.select([primary], [], [], 3)[0]:
                silence += 3
                # A signal that comes between a prompt and the reading of its answer is not noticed.
                if typed == INTERRUPT:
                    _interrupt(child)
                continue
            try:
                read = os.read(primary, 4096).decode("utf-8", "replace")
            except OSError:
                break
            if not read:
                break
            said, fresh = said + read, fresh + read
            if waiting and waiting[0][0] in fresh:
                answer, fresh = waiting.pop(0)[1], ""
                typed = answer if isinstance(answer, str) else answer()
                if typed == INTERRUPT:
                    _interrupt(child)
                else:
                    os.write(primary, typed.encode("utf-8"))
        os.close(primary)
        _end(child)
    return child.returncode, said.replace("\r\n", "\n")


def _heed_interrupts() -> None:
    """As at every terminal; what was started in the background would hand on that it is deaf to them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a command that has nothing more to say, and bring it about if it does not come."""
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)


def _interrupt(child: subprocess.Popen[bytes]) -> None:
    """As a terminal does it for Ctrl-C: to the command and all that it has started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGINT)
