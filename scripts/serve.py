"""Preview the site while you write: drafts shown, reloaded on every change of content or code."""

from __future__ import annotations

from _environment import enter

enter()

import argparse
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.edge import processes, terminal
from briefing.edge.content import configuration
from briefing.edge.mkdocs import running
from briefing.edge.preview import rest
from briefing.edge.preview.server import Preview
from briefing.edge.tool import TOOL

MOST_PORTS = 65_535
PAUSE = 0.5
"""Seconds between two looks at the code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 when it is stopped, 2 where it cannot start."""
    given = sys.argv[1:] if argv is None else list(argv)
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--address", type=address, default="127.0.0.1:8000", metavar="HOST:PORT", help="where to listen"
    )
    parser.add_argument("--once", action="store_true", help="do not restart on changes of code")
    parser.add_argument(rest.OPTION, type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_audience()
    parser.add_root()
    parser.add_today()
    asked = parser.parse_args(given)
    root = asked.root or TOOL
    configured = configuration.load(root, asked.audience)
    if asked.audience is not None and configured.settings.audience.name != asked.audience:
        parser.error_of_audience(asked.audience, configured.settings)
    command = [sys.executable, str(Path(__file__).resolve()), *given]
    preview = Preview(root, asked.over, asked.audience, asked.today, asked.address)
    if asked.rest:
        processes.collect_rarely()
        return preview.rest(configured, *asked.rest)
    if not asked.once:
        return restart_on_changes([*command, "--once"])
    running.listen()
    try:
        preview.serve(configured, command)
    except (OSError, ValueError) as error:
        terminal.say(f"The preview cannot start: {terminal.in_words(error)}")
        return terminal.BROKEN
    return terminal.GOOD


def address(text: str) -> str:
    """A host and a port of it, as one text."""
    host, _, port = text.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > MOST_PORTS:
        raise argparse.ArgumentTypeError(f"{text} is no address; write HOST:PORT, as in 127.0.0.1:8000")
    return text


def restart_on_changes(command: Sequence[str]) -> int:
    """Run a command, and run it again whenever the code has changed: MkDocs would go on with the old code."""
    while True:
        before = code()
        server = subprocess.Popen(command)
        # Who is told to end tells the server, and ends with it: else it would go on with nobody to stop it.
        signal.signal(signal.SIGTERM, lambda *_, told=server: told.terminate())
        try:
            while server.poll() is None and code() == before:
                time.sleep(PAUSE)
        except KeyboardInterrupt:
            return server.wait()
        if server.returncode is not None and code() == before:
            return server.returncode
        terminal.say("The code has changed: starting again.")
        server.terminate()
        server.wait()


def code() -> Mapping[Path, int]:
    """When each file of the code was last written."""
    return {path: path.stat().st_mtime_ns for path in sorted((TOOL / "hooks").rglob("*.py"))}


if __name__ == "__main__":
    terminal.leave(main())
