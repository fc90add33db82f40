"""What was touched since the last build, and what becomes of the site, where it was texts alone.

Where that is not surely all that has changed, nothing is done here, and the site is built as a whole.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefing.edge import packing
from briefing.edge.builds.patches import Patch
from briefing.edge.content import disk
from briefing.edge.content.disk import FOLDERS
from briefing.edge.kept import last_build, stamps
from briefing.edge.kept.last_build import LastBuild
from briefing.edge.kept.reuse import Reuse
from briefing.edge.tool import FILE
from briefing.model.source import Source, SrcUri

MOST = 20
"""Texts that are told one by one; more are built as fast with the whole."""


def patch(root: Path, site: Reuse) -> Patch | None:
    """What becomes of a site whose content root has changed since; nothing where the whole is to be built."""
    looked = time.time_ns()
    try:
        found = stamps.of_sources(root, FOLDERS, FILE)
        texts = edited(root, site.last, found) if site.intact else None
    except packing.FAULTS:
        return None
    if texts is None or len(texts) > MOST:
        return None
    state = replace(site.last, sources=stamps.settled(found, looked))
    if not texts:
        return Patch({}, frozenset(), (), state)
    from briefing.edge.builds import retouch  # it loads what converts and prints

    return retouch.patch(site, state, texts)


def edited(root: Path, last: LastBuild, found: Mapping[str, stamps.Stamp]) -> list[Source] | None:
    """The documents whose text is another; nothing where files came or went, or others have changed."""
    if found.keys() != last.sources.keys():
        return None
    edited: list[Source] = []
    for name in (name for name, stamp in found.items() if last.sources[name] != stamp):
        uri = SrcUri(name)
        if uri not in last.texts or not (root / name).is_file() or (root / name).is_symlink():
            return None
        source = disk.read_source(root / name, uri)
        if not isinstance(source, Source):
            return None
        if last_build.digest_of(source) != last.texts[uri]:
            edited.append(source)
    return edited


def is_unchanged(root: Path, site: Reuse) -> bool:
    """Whether a site stands as it was built, and its content root is what it was built of."""
    try:
        found = stamps.of_sources(root, FOLDERS, FILE)
        return site.intact and edited(root, site.last, found) == []
    except packing.FAULTS:
        return False
