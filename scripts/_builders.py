"""The builders that the benchmark compares: what each runs for a corpus, and what it needs first."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from _corpus import ADDRESS, INDEXES, NAME, Corpus, save
from _corpus_documents import TODAY

TOOL = Path(__file__).resolve().parent.parent
PROFILES = ("actors", "topics", "agreements")
OUR_NAME = "ours"


@dataclass(frozen=True, slots=True)
class Builder:
    """One way to build a site of a corpus into a folder."""

    name: str
    what: str
    command: Callable[[Corpus, Path], tuple[str, ...]]
    most: int | None = None
    """The largest corpus, in documents, that it is asked to build."""

    def takes(self, documents: int) -> bool:
        return self.most is None or documents <= self.most


def ours(corpus: Corpus, out: Path) -> tuple[str, ...]:
    """This project, as anyone would run it."""
    script = str(TOOL / "scripts" / "build.py")
    return (sys.executable, script, "--root", str(corpus.root), "--out", str(out), "--today", str(TODAY))


def mkdocs(corpus: Corpus, out: Path, name: str, **more: Any) -> tuple[str, ...]:
    """MkDocs with Material, with our theme settings and Markdown extensions, and nothing else of ours."""
    base = yaml_load((TOOL / "mkdocs.yml").read_text(encoding="utf-8"))
    config = {
        "site_name": NAME,
        "site_url": ADDRESS,
        "theme": {key: value for key, value in base["theme"].items() if key != "custom_dir"},
        "plugins": ["search"],
        "markdown_extensions": base["markdown_extensions"],
        **more,
    }
    file = corpus.plain / f"{name}.yml"
    save(file, yaml.safe_dump(config, sort_keys=False))
    return (
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(file),
        "--site-dir",
        str(out),
    )


NAV: Mapping[str, Any] = {
    "nav": [{title: path} for path, title in INDEXES.items()],
    "not_in_nav": "*.md\n",
}
NO_PROFILES: Mapping[str, Any] = {"exclude_docs": "".join(f"/{kind}/\n" for kind in PROFILES)}

OURS = Builder(OUR_NAME, "this project: profile pages, links, timeline, feeds and search included", ours)
PEERS = (
    Builder(
        "mkdocs-plain",
        "MkDocs and Material, articles and briefs alone, index pages alone in the nav",
        lambda corpus, out: mkdocs(corpus, out, "mkdocs-plain", **NAV, **NO_PROFILES),
    ),
    Builder(
        "mkdocs-all",
        "the same with the Markdown of the profiles too, all that we are given",
        lambda corpus, out: mkdocs(corpus, out, "mkdocs-all", **NAV),
    ),
    Builder(
        "mkdocs-nav",
        "MkDocs and Material, articles and briefs alone, each of them in the nav",
        lambda corpus, out: mkdocs(corpus, out, "mkdocs-nav", **NO_PROFILES),
        most=1_000,
    ),
)
