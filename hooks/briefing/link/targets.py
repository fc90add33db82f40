"""Where the links and pictures of a body lead: to a document, a page, a file, another host, or to nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol
from urllib.parse import quote, unquote

from briefing.convert import handlinks, sanitise
from briefing.link.hrefs import SAFE, relative, to_file
from briefing.model.ref import Ref, parse_ref
from briefing.model.refusal import Refusal
from briefing.model.source import Address, SrcUri
from briefing.validate.nearest import did_you_mean


class Resolver(Protocol):
    """What a site knows of its own documents and files."""

    def document(self, uri: SrcUri) -> Ref | Address | None:
        """The document of a source file, or the address of a hand-written page."""
        ...

    def file(self, uri: SrcUri) -> Address | Refusal | None:
        """Where a file that is no document is published, or why it is not."""
        ...

    def by_id(self, id_: str) -> tuple[Ref, ...]:
        """The documents that have, or had, an id."""
        ...

    def refs(self) -> Iterable[Ref]:
        """All documents."""
        ...

    def name_of(self, ref: Ref) -> str:
        """What a document is called."""
        ...

    def instead_of(self, anchor: str, ref: Ref) -> Collection[str] | None:
        """The anchors of a document that lacks this one; nothing where it has it, or that is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Here:
    """The page that a text stands on."""

    uri: SrcUri
    address: Address
    own: Ref | None = None
    """The document that the page is about, if it is one's."""
    on: date | None = None
    """The day of which the text speaks."""
    anchors: frozenset[str] = frozenset()
    """Ids of the page around the text."""


class Target(NamedTuple):
    """Where a link leads, as the page writes it."""

    href: str
    ref: Ref | None = None
    page: Address | None = None
    file: SrcUri | None = None
    is_elsewhere: bool = False
    anchor: str = ""
    """The place of the document that it leads to."""

    def without_anchor(self) -> Target:
        """The same, but to the top of the page."""
        return self._replace(href=self.href.partition("#")[0], anchor="")


class Astray(NamedTuple):
    """Why a link leads to nothing: the rule it breaks, what is said, and what to do."""

    code: str
    message: str
    remedy: str = ""


def of_link(href: str, here: Here, ids: frozenset[str], resolver: Resolver) -> Target | Astray:
    """Where a link of a page leads; `ids` are those of its text."""
    if href.startswith("#"):
        return _anchor(href, ids | here.anchors)
    match sanitise.scheme(href):
        case "":
            return _path(href, here, resolver)
        case "to":
            return _by_hand(href.strip().removeprefix(handlinks.SCHEME), here, resolver)
        case _:
            return Target(href, is_elsewhere=True)


def of_image(src: str, here: Here, resolver: Resolver) -> Target | Astray:
    """Where the picture of a page lies."""
    if sanitise.scheme(src):
        return Target(src)
    found = _path(src, here, resolver)
    if isinstance(found, Target) and found.file is None:
        return Astray("B306", f"`{src}` is no picture")
    return found


def short_of(target: Target, resolver: Resolver) -> Astray | None:
    """What is said of a link whose page is there, but not the place on it."""
    if target.ref is None or not target.anchor:
        return None
    others = resolver.instead_of(target.anchor, target.ref)
    if others is None:
        return None
    what = f"`#{target.anchor}` is no place of {target.ref}"
    return Astray("B306", what, did_you_mean(target.anchor, others))


def _anchor(href: str, ids: frozenset[str]) -> Target | Astray:
    return (
        Target(href)
        if href[1:] in ids or href == "#"
        else Astray("B306", f"`{href}` is no place of this page")
    )


def _by_hand(written: str, here: Here, resolver: Resolver) -> Target | Astray:
    """Where `kind/id`, or an id alone, leads."""
    target, sign, anchor = unquote(written).partition("#")
    kind, _, id_ = target.rpartition("/")
    found = [ref for ref in resolver.by_id(id_) if not kind or ref.kind == kind]
    if len(found) == 1:
        href = relative(f"{found[0].address}{sign}{anchor}", here.address)
        return Target(href, ref=found[0], anchor=anchor)
    if found:
        listed = " or ".join(f"[[{ref}]]" for ref in found)
        return Astray("B310", f"`{target}` could be {' or '.join(map(str, found))}", f"write {listed}")
    known = [str(ref) for ref in resolver.refs()] if kind else [ref.id for ref in resolver.refs()]
    advice = did_you_mean(target, known) or (
        did_you_mean(id_, {ref.id for ref in resolver.refs()}) if kind else ""
    )
    return Astray("B305", f"`{target}` is no document", advice)


def _path(href: str, here: Here, resolver: Resolver) -> Target | Astray:
    """Where a path leads that is relative to the file that says it."""
    path, sign, anchor = href.partition("#")
    written = unquote(path)
    if not written or written.startswith(("/", "\\", "?")):
        return Astray(
            "B306", f"`{href}` leads to nothing", "write a path relative to this file, or [[kind/id]]"
        )
    uri = SrcUri(posixpath.normpath(posixpath.join(posixpath.dirname(here.uri), written)))
    if uri.startswith("../") or uri == "..":
        return Astray("B306", f"`{href}` lies outside of the content root", "link to what lies in it")
    document = resolver.document(uri)
    if document is not None:
        if isinstance(document, Ref):
            href = relative(f"{document.address}{sign}{anchor}", here.address)
            return Target(href, ref=document, anchor=unquote(anchor))
        return Target(relative(f"{document}{sign}{anchor}", here.address), page=document)
    file = resolver.file(uri)
    if isinstance(file, Refusal):
        return Astray("B312", f"`{href}` is not published: {file.reason}", file.remedy)
    if file is not None:
        return Target(f"{to_file(file, here.address)}{sign}{quote(anchor, safe=SAFE)}", file=uri)
    advice = r"write `/` for each `\` in it" if "\\" in written else _advice(uri, resolver)
    return Astray("B306", f"`{href}` leads to nothing", advice)


def _advice(uri: SrcUri, resolver: Resolver) -> str:
    """The document that the last part of a path names, as it is linked to by hand."""
    parts = [part for part in uri.split("/") if part]
    ref = parse_ref("/".join(parts[-2:]).removesuffix(".md"))
    found = resolver.by_id(posixpath.basename(uri).removesuffix(".md"))
    exact = [one for one in found if one == ref] or list(found)
    return f"write [[{exact[0]}]]" if len(exact) == 1 else ""
