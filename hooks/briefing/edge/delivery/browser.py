"""The browser of this machine: where it is, and how it is told to print and to ask nobody anything."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
CHOSEN = "BRIEFING_CHROMIUM"
REMEDY = (
    "PDF is made by Chromium, Chrome or Edge, version 131 or newer, and none was found: install one (Debian, "
    "Ubuntu: apt-get install chromium, macOS: brew install --cask google-chrome, Windows: winget install "
    f"Google.Chrome), or name its program by the environment variable {CHOSEN}"
)
PATIENCE = 120
"""Seconds after which a browser is taken to have hung."""
QUIET = (
    "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-domain-reliability", "--disable-extensions", "--disable-breakpad", "--disable-quic",
    "--no-pings", "--metrics-recording-only", "--password-store=basic", "--use-mock-keychain",
)  # fmt: skip
OFFLINE = (
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://0.0.0.0:1",
    "--proxy-bypass-list=<-loopback>",
)  # fmt: skip
"""No name is found, and what needs none is sent to where nobody listens."""
PRINTING = ("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf")


class CannotPrint(Exception):
    """What keeps a document from being printed, and is not the content's fault."""


def find() -> Path | None:
    """The program that BRIEFING_CHROMIUM names, else the first that is where such programs are."""
    chosen = os.environ.get(CHOSEN)
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    on_path = (shutil.which(name) for name in NAMES)
    candidates = (*(Path(found) for found in on_path if found), *_well_known())
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def needed() -> Path:
    """The program; CannotPrint with what to do where there is none."""
    found = find()
    if found is None:
        raise CannotPrint(REMEDY)
    return found


def print_out(program: Path, document: Path, scratch: Path) -> bytes:
    """The PDF of a document that lies on the disk, by a browser without a past and without a network."""
    out = scratch / "out.pdf"
    command = (
        str(program), *QUIET, *OFFLINE, *PRINTING, *_sandbox(), f"--user-data-dir={scratch / 'profile'}",
        f"--print-to-pdf={out}", document.as_uri(),
    )  # fmt: skip
    said = _run(command)
    if not out.is_file() or not out.stat().st_size:
        last = next((line for line in reversed(said.splitlines()) if line.strip()), "it said nothing")
        raise CannotPrint(f"{program.name} made no PDF: {last}")
    return out.read_bytes()


def _run(command: tuple[str, ...]) -> str:
    """What a browser says until it ends; its helpers end with it."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=PATIENCE)[1]
        except subprocess.TimeoutExpired:
            raise CannotPrint(f"{Path(command[0]).name} did not end within {PATIENCE} seconds") from None
        finally:
            if process.poll() is None:
                _stop(process)


def _stop(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _sandbox() -> tuple[str, ...]:
    """Chromium refuses to run for root with its sandbox; what it is given holds no scripts."""
    return ("--no-sandbox",) if sys.platform == "linux" and os.geteuid() == 0 else ()


def _well_known() -> tuple[Path, ...]:
    if sys.platform == "darwin":
        return tuple(folder / "Applications" / app for folder in (Path("/"), Path.home()) for app in MAC)
    if sys.platform == "win32":
        folders = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        return tuple(Path(folder) / program for folder in folders if folder for program in WINDOWS)
    return ()
