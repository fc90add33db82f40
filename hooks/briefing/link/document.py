"""The text of one page with all its links: those by hand led to their targets, and names linked by themselves."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.convert.converted import Converted, Heading, Image, Link, Section
from briefing.convert.finding import Finding
from briefing.convert.handlinks import NAME_OF_TARGET, SCHEME
from briefing.convert.places import Places
from briefing.convert.survey import survey
from briefing.link import mentions, targets
from briefing.link.hrefs import relative
from briefing.link.mentions import Mention
from briefing.link.names import NameTable
from briefing.link.targets import Astray, Here, Resolver, Target
from briefing.link.weave import Edit, anchors, weave
from briefing.model.ref import Ref
from briefing.model.source import SrcUri

UNNAMED = re.compile(f'(<a [^>]*href="{SCHEME}([^"]*)"[^>]*>){NAME_OF_TARGET}</a>')
HREF = re.compile(r' href="[^"]*"')
SRC = re.compile(r' src="[^"]*"')


@dataclass(frozen=True, slots=True)
class Linked:
    """A text as its page shows it, and all that it leads to."""

    html: str
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    text: str
    mentions: tuple[Mention, ...]
    refs: tuple[Ref, ...]
    """The documents that it links to by hand."""
    files: tuple[SrcUri, ...]
    """The files that it shows or links to."""
    findings: tuple[Finding, ...]


def link(converted: Converted, body: str, here: Here, names: NameTable, resolver: Resolver) -> Linked:
    """The converted text of a page with its links; `body` is what it was converted from."""
    converted = _with_names(converted, resolver)
    way = _Way(converted, body, here, resolver)
    links = [(one, way.of_link(one)) for one in converted.links]
    pictures = [(one, way.of_image(one)) for one in converted.images]
    leads = {index: target.ref for index, (_, target) in enumerate(links) if target}
    found = mentions.find(
        converted.prose, names, own=here.own, on=here.on, links=converted.links, leads=leads
    )
    edits = [
        *(edit for one, target in links for edit in _link_edits(converted.html, one, target)),
        *(edit for one, target in pictures for edit in _image_edits(converted.html, one, target)),
        *anchors(converted.prose, found, lambda ref: relative(ref.address, here.address), resolver.name_of),
    ]
    reached = [target for _, target in (*links, *pictures) if target]
    return Linked(
        html=weave(converted.html, edits),
        headings=converted.headings,
        sections=converted.sections,
        text=converted.text,
        mentions=found,
        refs=tuple(dict.fromkeys(target.ref for target in reached if target.ref)),
        files=tuple(dict.fromkeys(target.file for target in reached if target.file)),
        findings=(*way.findings, *_unsure(found, way.places)),
    )


def _with_names(converted: Converted, resolver: Resolver) -> Converted:
    """The text with the names of what it links to without words."""
    if NAME_OF_TARGET not in converted.html:
        return converted

    def named(opening: re.Match[str]) -> str:
        written = html.unescape(opening[2]).partition("#")[0]
        kind, _, id_ = written.rpartition("/")
        found = [ref for ref in resolver.by_id(id_) if not kind or ref.kind == kind]
        words = resolver.name_of(found[0]) if len(found) == 1 else written
        return f"{opening[1]}{html.escape(words, quote=False)}</a>"

    return replace(survey(UNNAMED.sub(named, converted.html)), findings=converted.findings)


class _Way:
    """Follows the links of one text, and notes those that lead to nothing."""

    def __init__(self, converted: Converted, body: str, here: Here, resolver: Resolver) -> None:
        self._ids = converted.ids
        self._here = here
        self._resolver = resolver
        self.places = Places(body)
        self.findings: list[Finding] = []

    def of_link(self, link: Link) -> Target | None:
        return self._noted(targets.of_link(link.href, self._here, self._ids, self._resolver), link.href)

    def of_image(self, image: Image) -> Target | None:
        return self._noted(targets.of_image(image.src, self._here, self._resolver), image.src)

    def _noted(self, found: Target | Astray, written: str) -> Target | None:
        if isinstance(found, Target):
            return found
        target = re.escape(written.removeprefix(SCHEME))
        pattern = rf"\[\[\s*{target}|{SCHEME}{target}" if written.startswith(SCHEME) else re.escape(written)
        line, column = self.places.of(pattern)
        self.findings.append(Finding(found.code, line, column, found.message, found.remedy))
        return None


def _link_edits(page: str, link: Link, target: Target | None) -> Iterator[Edit]:
    """The tags of a link as they are published; without a target, its words alone are."""
    if target is None:
        yield Edit(*link.opening, "")
        yield Edit(*link.closing, "")
    elif target.is_elsewhere:
        yield Edit(link.opening.end - 1, link.opening.end, ' rel="noopener noreferrer">')
    elif target.href != link.href:
        tag = page[link.opening.start : link.opening.end]
        yield Edit(*link.opening, HREF.sub(lambda _: f' href="{html.escape(target.href)}"', tag, count=1))


def _image_edits(page: str, image: Image, target: Target | None) -> Iterator[Edit]:
    """A picture at its place; what it shows, in words, where it is not there."""
    if target is None:
        yield Edit(*image.tag, html.escape(image.alt, quote=False))
    elif target.href != image.src:
        tag = page[image.tag.start : image.tag.end]
        yield Edit(*image.tag, SRC.sub(lambda _: f' src="{html.escape(target.href)}"', tag, count=1))


def _unsure(found: tuple[Mention, ...], places: Places) -> Iterator[Finding]:
    """Each name that could be two, once."""
    said: set[str] = set()
    for mention in found:
        if mention.rivals and mention.text not in said:
            said.add(mention.text)
            written = r"\s+".join(map(re.escape, mention.text.split()))
            line, column = places.of(rf"(?<!\w){written}(?!\w)")
            listed = " or ".join(f"[[{ref}|{mention.text}]]" for ref in mention.rivals)
            yield Finding(
                "B404",
                line,
                column,
                f"`{mention.text}` could be {' or '.join(map(str, mention.rivals))}",
                f"write {listed}",
            )
