"""Ask whether the libraries of the locks have known flaws; where nobody answers, say so and go on."""

from __future__ import annotations

from _environment import DEV, ROOT, RUNTIME, enter

enter(dev=True)

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import Any

from briefing.edge import terminal

SERVICE = "BRIEFING_FLAWS"
PATIENCE = 60  # seconds for all answers together
PATIENCE_FOR_ONE = 5
LONGEST = 200  # characters of what others say
SKIPPED = "skipped: "


class NoAnswer(Exception):
    """The list of flaws was not reached, or not in time; the argument says what happened."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for no known flaw, or no answer; 1 for a flaw."""
    asked = arguments().parse_args(argv)
    try:
        libraries = audit(asked.service, asked.seconds)
    except NoAnswer as reason:
        told = shorten(terminal.printable(str(reason)), LONGEST)
        print(f"{SKIPPED}nobody could be asked about known flaws ({told})")
        if "GITHUB_ACTIONS" in os.environ:
            print("::warning::no library was audited: the list of known flaws did not answer")
        return terminal.GOOD
    flaws = [line for library in libraries for line in _told(library)]
    for line in flaws:
        print(terminal.printable(line))
    if flaws:
        print("Raise them in pyproject.toml, and make the locks anew as its first lines say.")
        return terminal.PROBLEMS
    print(f"{len(libraries)} libraries, none with a known flaw")
    return terminal.GOOD


def arguments() -> terminal.Parser:
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--service",
        metavar="URL",
        default=os.environ.get(SERVICE, ""),
        help=f"a mirror that answers as OSV's `query` does (default: {SERVICE}, else OSV itself)",
    )
    parser.add_argument(
        "--seconds",
        type=int,
        default=PATIENCE,
        help=f"how long to wait for all answers (default: {PATIENCE})",
    )
    return parser


def audit(service: str, seconds: int) -> list[dict[str, Any]]:
    """Each library of the locks that this system needs, with the flaws that are known of it."""
    locks = [word for lock in (RUNTIME, DEV) for word in ("--requirement", str(ROOT / lock))]
    options = ["--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--desc=on"]
    source = ["--vulnerability-service=osv", *([f"--osv-url={service}"] if service else [])]
    bounds = [f"--timeout={PATIENCE_FOR_ONE}", f"--cache-dir={ROOT / '.cache/audit'}"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", *locks, *options, *source, *bounds],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoAnswer(f"not within {seconds} seconds") from None
    try:
        libraries: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except ValueError:
        last = done.stderr.strip().rpartition("\n")[2]
        raise NoAnswer(last or f"pip-audit ended with {done.returncode}") from None
    return libraries


def _told(library: dict[str, Any]) -> Iterator[str]:
    if "skip_reason" in library:
        yield f"{library['name']} cannot be audited: {library['skip_reason']}"
    for flaw in library.get("vulns", ()):
        mended = f"mended in {' and '.join(flaw['fix_versions'])}" if flaw["fix_versions"] else "not mended"
        names = ", ".join([flaw["id"], *flaw["aliases"]])
        what = shorten(flaw["description"], LONGEST)
        yield f"{library['name']} {library['version']}: {names}: {what} ({mended})"


if __name__ == "__main__":
    sys.exit(main())
