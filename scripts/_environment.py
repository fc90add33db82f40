"""Gives every command the project's own environment: made on first use, made anew when its lock changes."""

# Old Pythons read this file too, to be refused with a sentence: keep its syntax that of Python 3.8.
from __future__ import annotations

import atexit
import contextlib
import errno
import hashlib
import importlib
import io
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
RUNTIME = "requirements.txt"
DEV = "requirements-dev.txt"  # holds all of the other, at the same versions
STAMP = "briefing-room.locks"
RERUN = "BRIEFING_RERUN"
BROKEN, UNREAD = 2, 141  # wrong use or a broken tool; as shells count a process that a closed pipe ended


def enter(*, dev: bool = False) -> None:
    """Go on in the project's environment; a command calls it before it imports anything else of ours.

    A module that is imported, by a test or by another command, stays where its importer runs.
    """
    if sys.version_info[:2] < OLDEST:
        version = ".".join(str(part) for part in sys.version_info[:3])
        _stop(f"Python 3.11 or newer is needed; this is Python {version} ({sys.executable})")
    hooks = str(ROOT / "hooks")
    if sys.path[0] != hooks:
        sys.path.insert(0, hooks)
    if sys._getframe(1).f_globals["__name__"] != "__main__":
        return
    try:
        place = _place()
        if not _holds(place, dev=dev):
            _prepare(place, dev=dev)
        if not place.samefile(sys.prefix) or not _reads_names_as_they_are():
            _run_again(place)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except OSError as error:
        _stop(
            f"the environment cannot be used: {error} (BRIEFING_ENVIRONMENT may name another folder for it)"
        )
    os.environ.pop(RERUN, None)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # to find any, it would search all that is installed
    sys.dont_write_bytecode = False  # to compile the tool anew is a quarter of what a short command takes
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    _end_when_told()


def _end_when_told() -> None:
    """End without a traceback where Ctrl-C, a closed output or the disk says so, and with the right code."""
    codes: list[int] = []

    def end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            with contextlib.suppress(OSError):
                print("\nStopped.", file=sys.stderr)
            return
        if isinstance(error, OSError) and (_is_closed() or _is_closed(b"\n")):
            os._exit(UNREAD)
        codes.append(BROKEN)
        if isinstance(error, OSError) and (error.filename or error.errno == errno.ENOSPC):
            _say(importlib.import_module("briefing.edge.terminal").in_words(error))
        else:
            sys.__excepthook__(kind, error, trace)

    def end_at_last() -> None:
        if _is_closed():
            os._exit(UNREAD)
        if codes:
            os._exit(codes[0])

    sys.excepthook = end
    atexit.register(end_at_last)


def _is_closed(more: bytes = b"") -> bool:
    """Whether nobody reads our output any more; a full disk is another matter, and is said.

    Output that is not buffered has nothing left to fail with: only to say something more tells.
    """
    try:
        sys.stdout.flush()
        if more:
            os.write(sys.stdout.fileno(), more)
    except OSError as error:
        return error.errno in (errno.EPIPE, errno.EINVAL)  # the latter is how Windows says it
    return False


@contextlib.contextmanager
def one_at_a_time(file: Path) -> Iterator[None]:
    """Hold a file that everyone else who asks for it waits for; the system frees it however we end."""
    with file.open("ab") as handle:
        waiting = False
        while not _lock(handle):
            if not waiting:
                _say("waiting for another command that prepares the same")
            waiting = True
            time.sleep(0.2)
        yield


def _lock(handle: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _place() -> Path:
    chosen = os.environ.get("BRIEFING_ENVIRONMENT")
    return Path(chosen).expanduser().absolute() if chosen else ROOT / ".venv"


def _python(place: Path) -> Path:
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _stamp(place: Path) -> dict[str, str]:
    """The locks that the environment was made from, each with its digest."""
    if not (place / STAMP).is_file():
        return {}
    lines = [line.split() for line in (place / STAMP).read_text(encoding="utf-8").splitlines()]
    return {line[1]: line[0] for line in lines if len(line) == 2}


def _holds(place: Path, *, dev: bool) -> bool:
    stamp = _stamp(place) if _works(place) else {}
    return all(stamp.get(lock) == _digest(lock) for lock in ((RUNTIME, DEV) if dev else (RUNTIME,)))


def _works(place: Path) -> bool:
    """Its Python is still there (a link to one that was removed is not) and new enough."""
    if not _python(place).exists() or not (place / "pyvenv.cfg").is_file():
        return False
    told = re.search(
        r"^version(?:_info)?\s*=\s*(\d+)\.(\d+)", (place / "pyvenv.cfg").read_text("utf-8"), re.M
    )
    return told is not None and (int(told[1]), int(told[2])) >= OLDEST


def _prepare(place: Path, *, dev: bool) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(place.with_name(place.name + ".lock")):
        if _holds(place, dev=dev):
            return
        # Who has the tests' tools keeps them when a command that could do without finds the lock changed.
        locks = (RUNTIME, DEV) if dev or DEV in _stamp(place) else (RUNTIME,)
        digests = [(_digest(lock), lock) for lock in locks]
        (place / STAMP).unlink(missing_ok=True)
        _make(place, locks[-1])
        (place / STAMP).write_text(
            "".join(f"{digest}  {lock}\n" for digest, lock in digests), encoding="utf-8"
        )


def _make(place: Path, lock: str) -> None:
    """Install what the lock lists: with uv where it is there and does it, else with pip."""
    uv = shutil.which("uv")
    if uv:
        _say(f"preparing {_shown(place)} from {lock}, with uv: once, and again when that file changes")
        complaint = _with_uv(uv, place, lock)
        if not complaint:
            return
        _say(f"uv could not: {complaint}")
    _say(f"preparing {_shown(place)} from {lock}, with pip: once, and again when that file changes")
    complaint = _with_pip(place, lock)
    if complaint:
        _stop(
            f"what {lock} lists could not be installed: {complaint}\n"
            "The network is needed this once; pip's own settings (mirror, proxy, certificates) are respected."
        )


def _with_uv(uv: str, place: Path, lock: str) -> str:
    complaint = ""
    if not _works(place):
        _clear(place)
        complaint = _complaint(uv, "venv", "--quiet", "--python", sys.executable, str(place))
    # Compiled now, as pip does by itself: where Python may not keep it, each process would compile all anew.
    options = ("--quiet", "--compile-bytecode", "--require-hashes")
    return complaint or _complaint(
        uv, "pip", "install", *options, "--python", str(_python(place)), "-r", lock
    )


def _with_pip(place: Path, lock: str) -> str:
    python = str(_python(place))
    complaint = ""
    if not _works(place):
        _clear(place)
        complaint = _complaint(sys.executable, "-m", "venv", str(place))
    elif _complaint(python, "-m", "pip", "--version"):
        complaint = _complaint(python, "-m", "ensurepip")  # uv makes environments without pip
    options = ("--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes")
    return complaint or _complaint(python, "-m", "pip", "install", *options, "-r", lock)


def _clear(place: Path) -> None:
    """Remove an environment that does not work, and never anything that is no environment."""
    if not place.exists():
        return
    if any(place.iterdir()) and not (place / "pyvenv.cfg").is_file():
        _stop(f"{place} is no Python environment: remove it, or choose another by BRIEFING_ENVIRONMENT")
    shutil.rmtree(place)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A command that ended, with all that it said; it asks nobody anything."""
    return subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _complaint(*command: str) -> str:
    """What an installer says when it fails, in short; nothing when all went well."""
    done = run(*command)
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(error|fatal)\b", line, re.I)]
    return " ".join((errors or lines)[-3:]) or f"it ended with {done.returncode}"


def _reads_names_as_they_are() -> bool:
    """Where a locale of old says that names are no UTF-8, content would be another than elsewhere."""
    return sys.getfilesystemencoding().lower() == "utf-8"


def _run_again(place: Path) -> NoReturn:
    """The same command, by the environment's Python, with all text in UTF-8."""
    if os.environ.get(RERUN) == str(place):
        _stop(f"{_python(place)} does not run in {place}: remove that folder and try again")
    command = [str(_python(place)), "-X", "utf8", *sys.orig_argv[1:]]
    environ = {**os.environ, RERUN: str(place)}
    for name in ("PYTHONHOME", "__PYVENV_LAUNCHER__"):  # either would lead it to another Python's libraries
        environ.pop(name, None)
    if os.name == "nt":
        raise SystemExit(_wait_for(command, environ))
    os.execve(command[0], command, environ)


def _wait_for(command: list[str], environ: dict[str, str]) -> int:
    """Its exit code. Windows cannot put one program in the place of another, so this one stays and waits."""
    with subprocess.Popen(command, env=environ) as child:
        while True:
            # Ctrl-C reaches the child as well: how to end is for it to say.
            with contextlib.suppress(KeyboardInterrupt):
                return child.wait()


def _shown(place: Path) -> str:
    return str(place.relative_to(ROOT)) if place.is_relative_to(ROOT) else str(place)


def _say(message: str) -> None:
    print(f"briefing-room: {message}", file=sys.stderr, flush=True)


def _stop(message: str) -> NoReturn:
    _say(message)
    raise SystemExit(BROKEN)
