"""Makes a content root of an archive of blog posts, for measuring how well search answers."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from _corpus import save, text

FRONT_MATTER = re.compile(r"---\r?\n(.*?)\r?\n---[^\n]*\n", re.DOTALL)
OF_TEMPLATES = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|\[\^?[^\]]*\]:.*", re.DOTALL)
LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TOPIC = "posts"


def write(archive: Path, root: Path) -> Mapping[str, str]:
    """Write the posts as articles of a content root; the page of each post by its file's name."""
    save(root / "mkdocs.yml", yaml.safe_dump({"site_name": "Posts"}))
    save(root / f"docs/topics/{TOPIC}.md", text({"name": "Posts"}, ""))
    pages: dict[str, str] = {}
    for name, matter, body in _posts(archive):
        id_ = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].rstrip("-")
        save(root / f"docs/articles/{id_}.md", text(matter, body))
        pages[name] = f"articles/{id_}/"
    return pages


def _posts(archive: Path) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Every post that says its title and its day: the file's name, our front matter, plain Markdown."""
    with tarfile.open(archive) as packed:
        for member in sorted(packed.getmembers(), key=lambda one: one.name):
            file = packed.extractfile(member) if member.name.endswith(".md") else None
            content = file.read().decode("utf-8", "replace") if file else ""
            head = FRONT_MATTER.match(content)
            name = Path(member.name).stem
            if head and (day := DAY.match(name)):
                found = yaml.safe_load(head[1].expandtabs())
                yield name, _matter(found, day[0]), _plain(content[head.end() :])


def _matter(found: Mapping[str, Any], day: str) -> Mapping[str, Any]:
    said = {key: " ".join(LINK.sub(r"\1", str(found.get(key) or "")).split()) for key in ("title", "excerpt")}
    return {
        "title": said["title"] or "Untitled",
        "summary": said["excerpt"] or said["title"] or "Nothing is said of it.",
        "date": day,
        "topics": [TOPIC],
        "sources": [{"title": "The post itself"}],
    }


def _plain(body: str) -> str:
    """The body without templates, markup and addresses, which lead nowhere here."""
    return LINK.sub(r"\1", OF_TEMPLATES.sub(" ", body))
