"""A running preview, for tests to read while they edit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import site_builds

PATIENCE = 60.0


class Preview:
    """A running preview of a content root, and of what lies over it."""

    def __init__(
        self, root: Path, *over: Path, restarts: bool = False, temporary: Path | None = None
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.process = subprocess.Popen(
            [
                sys.executable, str(site_builds.PROJECT / "scripts" / "serve.py"),
                "--root", str(root), "--address", self.address, "--today", site_builds.TODAY,
                *(word for one in over for word in ("--root", str(one))),
                *(() if restarts else ("--once",)),
            ],
            env={**os.environ, **({"TMPDIR": str(temporary)} if temporary else {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def shows(self, address: str, words: str) -> bool:
        """Whether a page comes to show some words before patience ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if words in self.page(address):
                return True
            time.sleep(0.3)
        return False

    def misses(self, address: str) -> bool:
        """Whether a page comes not to be there before patience ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.page(address):
            time.sleep(0.3)
        return not self.page(address)

    def page(self, address: str) -> str:
        """A page as it is now; nothing where there is none yet."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{address}", timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self.process.terminate()
        self.process.wait(PATIENCE)
