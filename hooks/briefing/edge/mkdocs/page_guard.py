"""What the pages of a build load as scripts, and the policy that lets them run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from types import MappingProxyType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from briefing.pages import policy

FROM_DISK = "assets/js/from-disk.js"
"""What the others build on where pages are read without a server."""
EARLY = "assets/js/scheme.js"
"""What has to run before a page is painted."""
SITEMAP = "assets/js/sitemap.js"
"""What has to run before Material's scripts, which ask for the list of pages at once."""
BUNDLE = "assets/javascripts/bundle.*.min.js"
"""Material's own scripts; the middle of the name is another one in each version."""
OF_PAGES = "assets/js/of-pages/"
"""Where scripts lie that some pages alone load."""


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
    from_disk: bool
    early: Script
    late: tuple[Script, ...]
    of_pages: Mapping[str, Script]
    """Scripts that some pages alone load, by name; one policy allows them on all, see `pages/policy.py`."""


def of(config: MkDocsConfig, files: Files, *, preview: bool, from_disk: bool) -> Guard:
    """The guard of a build: strict for readers, wider in the preview and for pages read from a disk.

    To a page that a browser opens from a disk, the files beside it are another site's: sums cannot be
    compared.
    """

    def script(path: str) -> Script:
        return Script(path, "" if from_disk else policy.integrity(_content(files, path)))

    early, *late = map(script, (EARLY, FROM_DISK if from_disk else SITEMAP, *_after(config, files)))
    of_pages = {path.removeprefix(OF_PAGES): script(path) for path in _of_pages(files)}
    if from_disk:
        allowed = policy.of_disk()
    elif preview:
        allowed = policy.of_preview()
    else:
        allowed = policy.of_page(one.integrity for one in (early, *late, *of_pages.values()))
    return Guard(allowed, from_disk, early, tuple(late), MappingProxyType(of_pages))


def _after(config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Material's own scripts, and those of ours that build on them, as they run."""
    yield from sorted(uri for uri in files.src_uris if fnmatchcase(uri, BUNDLE))
    yield from map(str, config.extra_javascript)


def _of_pages(files: Files) -> Iterator[str]:
    yield from sorted(uri for uri in files.src_uris if uri.startswith(OF_PAGES) and uri.endswith(".js"))


def _content(files: Files, path: str) -> bytes:
    file = files.get_file_from_path(path)
    if file is None:
        raise FileNotFoundError(f"{path}: pages load it, and it is no file of the site")
    return file.content_bytes
