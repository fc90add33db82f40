"""Asks git about the repository that a folder lies in, and lets it run no program of that repository's."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

QUIETLY = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
"""git may run programs that a repository's settings name, unless it is told not to."""
ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""What a git hook is told of the repository that it runs for: the folder may lie in another one."""


class Refused(Exception):
    """Why git has no answer, in its own words or in ours."""


def ask(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git says in a folder; raises `Refused`."""
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():  # Windows looks into the working folder first
        raise Refused("git is not installed")
    environ = {key: value for key, value in os.environ.items() if key not in ELSEWHERE}
    done = subprocess.run(
        [program, "-C", str(folder), *QUIETLY, *words],
        input=given,
        capture_output=True,
        # A clone without all files would else ask the forge for what it lacks.
        env={**environ, "GIT_NO_LAZY_FETCH": "1"},
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise Refused(said.splitlines()[0] if said else f"`git {words[0]}` failed")
    return done.stdout
