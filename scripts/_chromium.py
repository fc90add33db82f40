"""Finds the browser that the tests drive, and installs one where the system's package manager may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")

REMEDY = (
    "the browser tests need Chromium, Chrome or Edge: install one (Debian, Ubuntu: apt-get install chromium, "
    "macOS: brew install --cask google-chrome, Windows: winget install Google.Chrome), "
    "or name its program by the environment variable BRIEFING_CHROMIUM"
)


def find() -> Path | None:
    """The program that BRIEFING_CHROMIUM names, else the first that is where such programs are."""
    chosen = os.environ.get("BRIEFING_CHROMIUM")
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    on_path = (shutil.which(name) for name in NAMES)
    candidates = (*(Path(found) for found in on_path if found), *_well_known())
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def install() -> Path | None:
    """The browser, after the first package manager that asks no password has tried to install it."""
    for command in _commands():
        print(f"  {' '.join(command)}", flush=True)
        environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, stdin=subprocess.DEVNULL, env=environ, check=False).returncode:
            return None
    return find()


def _well_known() -> tuple[Path, ...]:
    if sys.platform == "darwin":
        return tuple(folder / "Applications" / app for folder in (Path("/"), Path.home()) for app in MAC)
    if sys.platform == "win32":
        folders = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        return tuple(Path(folder) / program for folder in folders if folder for program in WINDOWS)
    return ()


def _commands() -> tuple[tuple[str, ...], ...]:
    if sys.platform == "win32":
        if shutil.which("winget"):
            quiet = (
                "--silent",
                "--disable-interactivity",
                "--accept-package-agreements",
                "--accept-source-agreements",
            )
            return (("winget", "install", "--exact", "--id", "Google.Chrome", *quiet),)
        return (("choco", "install", "googlechrome", "--yes"),) if shutil.which("choco") else ()
    if shutil.which("apt-get") and os.geteuid() == 0:
        return (
            ("apt-get", "update", "--quiet"),
            ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"),
        )
    return (("brew", "install", "--cask", "google-chrome"),) if shutil.which("brew") else ()
