"""Runs the Nu HTML checker over built pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import node_packages

HERE = Path(__file__).parent / "html"
JAR = "vnu-jar/build/dist/vnu.jar"
OLDEST_JAVA = 11


def why_not() -> str:
    """Why the checker cannot run on this machine; nothing where it can."""
    if shutil.which("npm") is None:
        return "npm is missing: install Node.js to check the HTML"
    java = shutil.which("java")
    if java is None:
        return "Java is missing: install Java 11 or newer to check the HTML"
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', told.stderr + told.stdout)
    if told.returncode or version is None:
        return "Java does not start: install Java 11 or newer to check the HTML"
    if int(version[1]) < OLDEST_JAVA:
        return f"Java {version[1]} is too old: install Java 11 or newer to check the HTML"
    return ""


def check(folder: Path) -> list[str]:
    """What is wrong in the HTML files below a folder, each as `file:line: message`, in order."""
    done = subprocess.run(
        # Deep pages want more stack than Java gives by itself.
        [
            "java",
            "-Xss8m",
            "-jar",
            str(node_packages.install(HERE) / JAR),
            "--stdout",
            "--format",
            "json",
            "--skip-non-html",
            str(folder),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        messages = json.loads(done.stdout)["messages"]
    except ValueError:
        raise RuntimeError(f"the HTML checker failed: {done.stderr or done.stdout}") from None
    # An `info` without a subtype only says where the first of two equal ids stands, and the like.
    problems = [_told(message, folder) for message in messages if message["type"] != "info"]
    return [f"{file}:{line}: {text}" for file, line, text in sorted(problems)]


def _told(message: dict[str, object], folder: Path) -> tuple[str, int, str]:
    path = Path(url2pathname(unquote(urlsplit(str(message.get("url", ""))).path)))
    file = (
        path.relative_to(folder.resolve()).as_posix() if path.is_relative_to(folder.resolve()) else path.name
    )
    line = message.get("lastLine")
    return file, line if isinstance(line, int) else 0, str(message["message"])
