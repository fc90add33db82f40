"""Take the pictures of CONTRIBUTING anew: real commands at a terminal, real pages in a browser."""

from __future__ import annotations

from _environment import enter

enter(dev=True)

import contextlib
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

import _chromium
import _illustrated
from _conversation import converse
from _environment import ROOT, run
from briefing.edge import terminal

FOLDER = ROOT / ".github/pictures"
"""Beside what the forge shows: nothing below `docs/`, so that no build publishes it."""
ENVIRON: Mapping[str, str] = {
    "BRIEFING_ENVIRONMENT": sys.prefix,
    "SOURCE_DATE_EPOCH": "1764590400",  # noon of 1 December 2025: the dossier's dates are of that autumn
    "GIT_AUTHOR_NAME": "An analyst", "GIT_AUTHOR_EMAIL": "analyst@example.org",
    "GIT_COMMITTER_NAME": "An analyst", "GIT_COMMITTER_EMAIL": "analyst@example.org",
}  # fmt: skip
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
SIZE = ViewportSize(width=1040, height=760)
COLOURS = 48
"""Of a page nearly all is paper and ink."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 2 where there is no browser, or a command does not do what CONTRIBUTING tells of it."""
    terminal.Parser(__doc__ or "").parse_args(argv)
    program = _chromium.find()
    if program is None:
        terminal.say(_chromium.REMEDY)
        return terminal.BROKEN
    os.environ.update(ENVIRON)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="briefing-pictures-") as temporary:
        project = Path(temporary) / "briefing-room"
        clone(project)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(program), args=list(FLAGS))
            walk(project, browser.new_page(viewport=SIZE, color_scheme="light"))
            browser.close()
    taken = sorted(FOLDER.iterdir())
    print(*(f"{one.relative_to(ROOT)}: {one.stat().st_size / 1000:.0f} kB" for one in taken), sep="\n")
    return terminal.GOOD


def clone(project: Path) -> None:
    """The project as it stands, committed on `main`, with a branch for a brief."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, project / name)
    for words in (
        ("init", "--quiet", "--initial-branch", "main"), ("add", "--all"),
        ("commit", "--quiet", "--message", "As it stands"), ("switch", "--quiet", "--create", "binds"),
    ):  # fmt: skip
        subprocess.run(["git", "-C", str(project), *words], check=True)


def walk(project: Path, page: Page) -> None:
    """A brief from its first question to its report, with a picture at each step."""
    said = at_terminal(project, "new", "brief", answers=_illustrated.ANSWERS)
    _illustrated.terminal("new", _illustrated.shortened(said), FOLDER)
    brief = project / _illustrated.BRIEF
    brief.write_text(_illustrated.filled_in(brief.read_text("utf-8"), slip=True), "utf-8")
    _illustrated.terminal("check", at_terminal(project, "check", _illustrated.BRIEF, code=1), FOLDER)
    brief.write_text(_illustrated.filled_in(brief.read_text("utf-8"), slip=False), "utf-8")
    _illustrated.terminal("sound", at_terminal(project, "check"), FOLDER)
    with preview(project) as address:
        photograph(page, f"{address}/{_illustrated.ADDRESS}", "preview")
    report = project / "report.html"
    at_terminal(
        project,
        "report",
        "--base",
        "main",
        "--audience",
        "internal",
        "--format",
        "html",
        "--out",
        "report.html",
    )
    photograph(page, report.as_uri(), "report")


def at_terminal(
    project: Path, script: str, *words: str, answers: Sequence[tuple[str, str]] = (), code: int = 0
) -> str:
    """All that a terminal shows of a command, from its typing on."""
    ended, said = converse([sys.executable, f"scripts/{script}.py", *words], answers, cwd=project)
    if ended != code:
        raise SystemExit(f"{script}.py ended with {ended}:\n{said}")
    return f"\x1b[1m$ {terminal.typed(script, (), *words)}\x1b[0m\n{said}"


@contextlib.contextmanager
def preview(project: Path) -> Iterator[str]:
    """A running preview; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "scripts/serve.py", "--once", "--address", host]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as served:
        try:
            while served.poll() is None and not answers_at(f"http://{host}/"):
                time.sleep(0.2)
            yield f"http://{host}"
        finally:
            served.terminate()


def answers_at(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def photograph(page: Page, address: str, name: str) -> None:
    """The top of a page, in few colours."""
    page.goto(address)
    page.wait_for_timeout(800)  # fonts
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    terminal.leave(main())
