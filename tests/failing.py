"""Runs publish.py until it is about to change a file for the nth time: then it is killed, or the disk full.

python failing.py kill|full N ARGUMENTS…
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
MAKING = frozenset({"os.mkdir", "os.symlink", "os.rename"})
REMOVING = frozenset({"os.remove", "os.rmdir"})


class Fault:
    """Hears of each thing that Python asks of the system, before it is done."""

    def __init__(self, kind: str, left: int) -> None:
        self.kind, self.left = kind, left

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        makes = event in MAKING or (event == "open" and str(arguments[1]) in ("w", "wb", "ab", "xb"))
        if not makes and not (event in REMOVING and self.kind == "kill"):
            return
        self.left -= 1
        if self.left < 0 and self.kind == "full":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if self.left < 0:
            if sys.platform == "win32":
                os._exit(137)
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    sys.path.insert(0, str(SCRIPTS))
    import publish

    sys.addaudithook(Fault(sys.argv[1], int(sys.argv[2])))
    raise SystemExit(publish.main(sys.argv[3:]))
