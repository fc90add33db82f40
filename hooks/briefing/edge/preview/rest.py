"""The rest of a preview's site: built by a process of its own, which waits with the switch until it may.

So the preview goes on to answer, and nobody reads a site while it is switched. What the next build may use is
kept after that, when nobody waits.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from briefing.edge import terminal
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild

OPTION = "--rest"
PAUSE = 0.02
"""Seconds between two looks whether a site is switched in."""
if sys.platform == "win32":
    APART = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS
else:
    APART = 0
"""What keeps Ctrl-C from a process that is started in Windows, as a session of its own does elsewhere; and
has it give way."""
GIVES_WAY = 10
"""How much less it counts than the preview, which somebody waits for, in the steps of POSIX's nice."""


class NobodyWaits(CannotBuild):
    """The preview that has asked for a site is not there any more."""


@dataclass(slots=True)
class Rest:
    """The process that builds a site, while there is one."""

    command: Sequence[str]
    """What it is started with, the option apart."""
    site: Path
    signs: Path
    """A folder in which each of these processes makes a file when it waits, or ends without a site."""
    _process: subprocess.Popen[bytes] | None = None
    _is_told: bool = False
    """Whether it may switch its site in."""
    _begun: int = field(default=0)

    @property
    def builds(self) -> bool:
        """Whether it is at work on the site."""
        return self._process is not None and not self._is_told and not self.waits

    @property
    def waits(self) -> bool:
        """Whether it has built the site and waits to be told to switch it in, or has ended without one."""
        if self._process is None or self._is_told:
            return False
        return self._sign.exists() or self._process.poll() is not None

    def begin(self) -> None:
        """Start it."""
        self._begun, self._is_told = self._begun + 1, False
        words = [*self.command, OPTION, str(self.site), str(self._sign)]
        # Apart, so that Ctrl-C reaches the preview alone, which ends this one and all that it has started.
        self._process = subprocess.Popen(
            words, stdin=subprocess.PIPE, start_new_session=True, creationflags=APART
        )

    def switch(self) -> bool:
        """Let it switch its site in, and wait until it has; whether it has built one."""
        if self._process is None:
            return False
        self._is_told = True
        if self._process.stdin:
            with suppress(OSError):  # it has ended without a site
                self._process.stdin.write(b"\n")
                self._process.stdin.close()
        while self._process.poll() is None and not switched(self._sign).exists():
            time.sleep(PAUSE)
        return switched(self._sign).exists()

    def end(self) -> None:
        """Wait until it has kept what the next build may use."""
        if self._process is not None:
            self._process.wait()
        self._process = None

    def stop(self) -> None:
        """End it without a site."""
        if self._process is None:
            return
        _kill(self._process)
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        self._process.wait()
        self._process = None

    @property
    def _sign(self) -> Path:
        return self.signs / str(self._begun)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and its copies: these would wait for ever to hand over their shares of its work."""
    if sys.platform == "win32":
        process.kill()
        return
    if process.poll() is None:
        with suppress(OSError):  # it has just ended by itself
            os.killpg(process.pid, signal.SIGKILL)


def give_way() -> None:
    """Count less than the preview from now on; Windows was told so when it started this process."""
    if sys.platform != "win32":
        os.nice(GIVES_WAY)


def switched(sign: Path) -> Path:
    """What a process makes when its site is switched in: beside the folder of signs, which is watched."""
    return sign.parent.with_name(f"switched-{sign.name}")


def build(made: Build, sign: Path) -> None:
    """Build a site as that process does; CannotBuild, NotASite or OSError where the old one stands."""

    def wait(folder: Path) -> None:
        sign.touch()
        if not sys.stdin.readline():
            raise NobodyWaits("nobody waits for it any more")

    def tell() -> None:
        switched(sign).touch()
        with suppress(OSError):  # nobody reads it any more; the site stands all the same
            terminal.show(made.problems, made.roots, to_stderr=True)
            terminal.say(terminal.count(made.problems, made.documents))

    try:
        made.run(wait, tell)
    finally:
        # A second sign would have the preview look for changes once more.
        if not sign.exists():
            with suppress(OSError):  # it goes with the preview
                sign.touch()
