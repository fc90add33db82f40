"""A site that readers open from a disk, without a server: what MkDocs is told, and what its pages become."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from briefing.pages import from_disk
from briefing.pages.manifest import PAGE

OPEN_ME = "OPEN-ME.html"
"""What readers open, in a folder of many files."""
OF_SERVERS = ("404.html", "sitemap.xml")
INDEX = "search/search_index"
"""The search plugin's own file, which the theme loads as a script from a disk."""


def configure(config: MkDocsConfig) -> None:
    """No page is put into another, which would have to be read; and one file says what to open."""
    theme: Any = config.theme
    theme["features"] = [one for one in theme["features"] if not one.startswith("navigation.instant")]
    theme.static_templates = theme.static_templates | {OPEN_ME}


def settle(site: Path) -> None:
    """Give a built site the links and scripts that it needs without a server; what only one needs goes."""
    for name in OF_SERVERS:
        (site / name).unlink(missing_ok=True)
    for path in sorted(site.rglob(PAGE)):
        html = path.read_bytes().decode("utf-8")
        path.write_bytes(from_disk.page(html).encode("utf-8"))
        if from_disk.HEADED.fullmatch(path.relative_to(site).as_posix()):
            path.with_name(from_disk.HEAD_FILE).write_bytes(from_disk.head(html))
    index = site / f"{INDEX}.json"
    if index.is_file():
        (site / f"{INDEX}.js").write_bytes(b"var __index = %b;\n" % index.read_bytes())
