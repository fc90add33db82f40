"""The builders that the benchmark compares: what each runs for a corpus, and what it needs first."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

import _bench_peers
from _corpus import ADDRESS, INDEXES, NAME, Corpus, save
from _corpus_documents import TODAY

TOOL = Path(__file__).resolve().parent.parent
COPIED = (
    *("docs", "hooks", "scripts"),
    *("mkdocs.yml", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "licences.json"),
)
"""What of this project builds sites."""
ENVIRONMENT = "environment"
KEPT = "briefing-room.*"
"""In an environment: what our builds keep there for the next one, and of which locks it was made."""
PROFILES = ("actors", "topics", "agreements")
OUR_NAME = "ours"
OVERRIDES = "plain/overrides"


@dataclass(frozen=True, slots=True)
class Template:
    """A template that all pages are made with, below the corpus's folder, and where it can be changed."""

    place: str
    behind: str
    """Text of it after which there may be a paragraph."""

    def change(self, corpus: Corpus, number: int) -> None:
        """A further paragraph on every page."""
        path = corpus.folder / self.place
        before, found, after = path.read_text(encoding="utf-8").partition(self.behind)
        if not found:
            raise LookupError(f"{self.place} does not hold {self.behind!r}")
        save(path, f"{before}{found}\n<p>Changed {number} times.</p>{after}")


@dataclass(frozen=True, slots=True)
class Builder:
    """One way to build a site of a corpus into a folder."""

    name: str
    label: str
    """What readers know it by."""
    what: str
    arguments: Callable[[Corpus, Path], tuple[str, ...]]
    prepare: Callable[[Corpus], None]
    template: Template
    program: str = ""
    """What runs it: a path, or a name to be found; else the Python of the corpus's environment."""
    version: tuple[str, ...] = ()
    """What to say to it so that it tells its version, where the package lists do not."""
    most: int | None = None
    """The largest corpus, in documents, that it is asked to build."""
    searches: bool = True
    """Whether its site has the theme's search box."""

    def command(self, corpus: Corpus, out: Path) -> tuple[str, ...]:
        """What to run in the corpus's folder."""
        return (self.program or str(python(corpus)), *self.arguments(corpus, out))

    def takes(self, documents: int) -> bool:
        return self.most is None or documents <= self.most


def make_environment(corpus: Corpus) -> None:
    """An environment with our libraries, so that what builds keep there is the corpus's alone."""
    folder = corpus.folder / ENVIRONMENT
    venv.create(folder, symlinks=os.name != "nt")
    paths = {"base": str(folder), "platbase": str(folder)}
    libraries = Path(sysconfig.get_path("purelib", "venv", paths))
    save(libraries / "ours.pth", f"{sysconfig.get_path('purelib')}\n")
    for stamp in Path(sys.prefix).glob(KEPT):
        if stamp.is_file():
            shutil.copyfile(stamp, folder / stamp.name)


def python(corpus: Corpus) -> Path:
    return corpus.folder / ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def forget(corpus: Corpus) -> None:
    """Remove what our builds have kept, so that the next one begins with nothing."""
    for kept in (corpus.folder / ENVIRONMENT).glob(KEPT):
        if kept.is_dir():
            shutil.rmtree(kept)


def copy_of_the_tool(corpus: Corpus) -> None:
    """This project beside the corpus: nobody changes it meanwhile, and its templates can be changed."""
    for name in COPIED:
        there, here = TOOL / name, corpus.folder / "tool" / name
        if there.is_dir():
            shutil.copytree(there, here, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            here.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(there, here)


def ours(corpus: Corpus, out: Path) -> tuple[str, ...]:
    """This project, as anyone would run it."""
    script = str(corpus.folder / "tool/scripts/build.py")
    return (script, "--root", str(corpus.root), "--out", str(out), "--today", str(TODAY))


def plain_overrides(corpus: Corpus) -> None:
    """The theme's own main template, with a block of it repeated so that it can be changed."""
    text = '{% extends "base.html" %}\n{% block footer %}\n{{ super() }}\n{% endblock %}\n'
    save(corpus.folder / OVERRIDES / "main.html", text)


def mkdocs(corpus: Corpus, out: Path, name: str, **more: Any) -> tuple[str, ...]:
    """MkDocs with Material, with our theme settings and Markdown extensions, and nothing else of ours."""
    base = yaml_load((TOOL / "mkdocs.yml").read_text(encoding="utf-8"))
    config = {
        "site_name": NAME,
        "site_url": ADDRESS,
        "theme": {**base["theme"], "custom_dir": str(corpus.folder / OVERRIDES)},
        "plugins": ["search"],
        "markdown_extensions": base["markdown_extensions"],
        **more,
    }
    file = corpus.plain / f"{name}.yml"
    save(file, yaml.safe_dump(config, sort_keys=False))
    return ("-m", "mkdocs", "build", "--quiet", "--config-file", str(file), "--site-dir", str(out))


def hugo(corpus: Corpus, out: Path) -> tuple[str, ...]:
    source = str(corpus.folder / _bench_peers.HUGO)
    return (
        "build",
        "--quiet",
        "--buildFuture",
        "--noBuildLock",
        "--source",
        source,
        "--destination",
        str(out),
    )


def eleventy(corpus: Corpus, out: Path) -> tuple[str, ...]:
    """Eleventy takes paths as seen from where it runs alone."""
    config = f"{_bench_peers.ELEVENTY}/settings.cjs"
    return ("--quiet", f"--config={config}", f"--output={os.path.relpath(out, corpus.folder)}")


NAV: Mapping[str, Any] = {
    "nav": [{title: path} for path, title in INDEXES.items()],
    "not_in_nav": "*.md\n",
}
NO_PROFILES: Mapping[str, Any] = {"exclude_docs": "".join(f"/{kind}/\n" for kind in PROFILES)}
OF_PLAIN = Template(f"{OVERRIDES}/main.html", "{% block footer %}")

OURS = Builder(
    OUR_NAME,
    "this project",
    "profile pages, links between documents, timeline, feeds and search included",
    ours,
    copy_of_the_tool,
    Template("tool/docs/.overrides/partials/footer.html", '<div class="md-grid br-site-foot__inner">'),
)
PEERS = (
    Builder(
        "mkdocs-plain",
        "MkDocs",
        "MkDocs and Material, articles and briefs alone, index pages alone in the nav",
        lambda corpus, out: mkdocs(corpus, out, "mkdocs-plain", **NAV, **NO_PROFILES),
        plain_overrides,
        OF_PLAIN,
    ),
    Builder(
        "mkdocs-all",
        "MkDocs with profiles",
        "the same with the Markdown of the profiles too, all that we are given",
        lambda corpus, out: mkdocs(corpus, out, "mkdocs-all", **NAV),
        plain_overrides,
        OF_PLAIN,
    ),
    Builder(
        "mkdocs-nav",
        "MkDocs, all in nav",
        "MkDocs and Material, articles and briefs alone, each of them in the nav",
        lambda corpus, out: mkdocs(corpus, out, "mkdocs-nav", **NO_PROFILES),
        plain_overrides,
        OF_PLAIN,
        most=1_000,
    ),
    Builder(
        "hugo",
        "Hugo",
        "smallest templates, lists, and a page for each actor and topic; no search, no feeds",
        hugo,
        _bench_peers.write_hugo,
        Template(f"{_bench_peers.HUGO}/layouts/_default/baseof.html", "<body>"),
        program="hugo",
        version=("version",),
        searches=False,
    ),
    Builder(
        "eleventy",
        "Eleventy",
        "smallest templates, lists, and a page for each profile; no search, no feeds, no footnotes",
        eleventy,
        _bench_peers.write_eleventy,
        Template(f"{_bench_peers.ELEVENTY}/page.njk", "<body>"),
        program="eleventy",
        version=("--version",),
        searches=False,
    ),
)
