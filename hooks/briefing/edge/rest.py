"""The rest of a preview's site: built by a process of its own, which waits with the switch until it may.

So the preview goes on to answer, and nobody reads a site while it is switched.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from briefing.edge.building import Build, CannotBuild

OPTION = "--rest"


class NobodyWaits(CannotBuild):
    """The preview that has asked for a site is not there any more."""


@dataclass(slots=True)
class Rest:
    """The process that builds a site, while there is one."""

    command: Sequence[str]
    """What it is started with, the option apart."""
    site: Path
    signs: Path
    """A folder in which each of these processes makes a file when it waits, and when it ends."""
    _process: subprocess.Popen[bytes] | None = None
    _begun: int = field(default=0)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def waits(self) -> bool:
        """Whether it has built the site and may switch it in, or has ended without one."""
        return self._process is not None and (self._sign.exists() or self._process.poll() is not None)

    def begin(self) -> None:
        """Start it."""
        self._begun += 1
        words = [*self.command, OPTION, str(self.site), str(self._sign)]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE)

    def end(self) -> None:
        """Let it switch its site in, and wait until it has ended."""
        if self._process and self._process.stdin:
            with suppress(OSError):  # it has ended without a site
                self._process.stdin.write(b"\n")
                self._process.stdin.close()
            self._process.wait()
        self._process = None

    def stop(self) -> None:
        """End it without a site."""
        if self._process:
            self._process.kill()
        self.end()

    @property
    def _sign(self) -> Path:
        return self.signs / str(self._begun)


def build(made: Build, sign: Path) -> None:
    """Build a site as that process does; CannotBuild, NotASite or OSError where the old one stands."""

    def wait(folder: Path) -> None:
        sign.touch()
        if not sys.stdin.readline():
            raise NobodyWaits("nobody waits for it any more")

    try:
        made.run(wait)
    finally:
        with suppress(OSError):  # it goes with the preview
            sign.touch()
