"""Runs axe over a page that a browser shows."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page

import node_packages

HERE = Path(__file__).parent / "axe"
FILE = "axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """
async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`));
}
"""


def why_not() -> str:
    """Why axe cannot be had on this machine; nothing where it can."""
    return "" if shutil.which("npm") else "npm is missing: install Node.js to try the pages with axe"


def script() -> str:
    """axe itself, as its lock says; a page takes it only where its policy is set aside."""
    return (node_packages.install(HERE) / FILE).read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """What keeps somebody from reading a page as it stands."""
    page.evaluate(axe)
    found: list[str] = page.evaluate(RUN, list(TAGS))
    return found
