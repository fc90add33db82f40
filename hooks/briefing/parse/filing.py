"""What a file is, by the folder that it lies in and by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.model.ref import Kind
from briefing.model.source import SrcUri

FOLDERS: Mapping[str, Kind] = {"briefs/": Kind.BRIEF} | {
    f"docs/{kind}/": kind for kind in Kind if kind is not Kind.BRIEF
}
DOCS = "docs/"
HAND_WRITTEN = re.compile(r"docs/(index|about/.+)\.md")


def kind_of(uri: SrcUri) -> Kind | None:
    """The kind that a file's folder gives it, or nothing for a hand-written page or a stray file."""
    return next((kind for folder, kind in FOLDERS.items() if uri.startswith(folder)), None)


def is_ours(uri: SrcUri) -> bool:
    """Whether a file is a document or a hand-written page; other Markdown files are never published."""
    return uri.endswith(".md") and (kind_of(uri) is not None or bool(HAND_WRITTEN.fullmatch(uri)))


def is_misnamed(uri: SrcUri) -> bool:
    """Whether a file would be a document if its name ended in `.md`."""
    return (
        kind_of(uri) is not None
        and not uri.endswith(".md")
        and uri.lower().endswith((".md", ".markdown", ".mdown", ".mkd", ".md.txt"))
    )


def is_stray(uri: SrcUri) -> bool:
    """Whether a file lies in a folder that is named after a kind, and is not where documents of it lie."""
    folder = uri.removeprefix(DOCS).partition("/")[0]
    is_named = uri.startswith(DOCS) and any(folder in (kind, kind.noun) for kind in Kind)
    return is_named and kind_of(uri) is None and uri.lower().endswith(".md")
