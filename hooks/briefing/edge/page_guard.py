"""What the pages of a build load as scripts, and the policy that lets them run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from briefing.edge import mkdocs_state
from briefing.pages import policy

EARLY = "assets/js/scheme.js"
"""What has to run before a page is painted."""
BUNDLE = "assets/javascripts/bundle.*.min.js"
"""Material's own scripts; the middle of the name is another one in each version."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the site."""

    path: str
    integrity: str
    """Its sum, which browsers hold it against; empty where they could not."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What stands in the head and at the foot of every page."""

    policy: str
    """Empty where pages go without."""
    early: Script
    late: tuple[Script, ...]


def of(config: MkDocsConfig, files: Files) -> Guard:
    """The guard of a build: strict for readers, wider in the preview, none for pages read from a disk.

    To a page that a browser opens from a disk, the files beside it are another site's: sums cannot be
    compared, and `'self'` means different things to different browsers.
    """
    asked = mkdocs_state.request(config)
    early, *late = (
        Script(path, "" if asked.from_disk else policy.integrity(_content(files, path)))
        for path in (EARLY, *_late(config, files))
    )
    return Guard(_policy(asked, (early, *late)), early, tuple(late))


def _policy(asked: mkdocs_state.Request, scripts: tuple[Script, ...]) -> str:
    if asked.from_disk:
        return ""
    return policy.of_preview() if asked.preview else policy.of_page(script.integrity for script in scripts)


def _late(config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Material's scripts, then ours, as they run."""
    yield from sorted(uri for uri in files.src_uris if fnmatchcase(uri, BUNDLE))
    yield from map(str, config.extra_javascript)


def _content(files: Files, path: str) -> bytes:
    file = files.get_file_from_path(path)
    if file is None:
        raise FileNotFoundError(f"{path}: pages load it, and it is no file of the site")
    return file.content_bytes
