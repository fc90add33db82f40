"""The text of one page with all its links: those set by hand, and the names that link by themselves."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from briefing.convert.converted import Converted, Heading, Section
from briefing.convert.finding import Finding
from briefing.convert.places import Places
from briefing.link import mentions, unnamed, ways
from briefing.link.anchored import Anchored
from briefing.link.hrefs import relative
from briefing.link.mentions import Mention
from briefing.link.names import NameTable
from briefing.link.targets import Here, Resolver, Target
from briefing.link.ways import Ends
from briefing.link.weave import Edit, anchors, weave
from briefing.model import limits
from briefing.model.marking import Marking
from briefing.model.ref import Ref
from briefing.model.source import Address, SrcUri
from briefing.validate.few import few

HREF = re.compile(r' href="[^"]*"')
SRC = re.compile(r' src="[^"]*"')
OR = (" or ", " or another")
NOTHING_HELD: Mapping[Ref, Marking] = MappingProxyType({})


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
    pages: tuple[Address, ...]
    """The hand-written pages that it links to."""
    files: tuple[SrcUri, ...]
    """The files that it shows or links to."""
    anchors: tuple[Anchored, ...]
    """The places of documents that it links to."""
    short: tuple[Anchored, ...]
    """Those of them that are not there."""
    findings: tuple[Finding, ...]
    marking: Marking | None
    """The highest of its marked sections."""
    held: Mapping[Ref, Marking]
    """Of what it names or links to in marked sections alone, the lowest marking of one of these."""


def link(converted: Converted, body: str, here: Here, names: NameTable, resolver: Resolver) -> Linked:
    """The converted text of a page with its links; `body` is what it was converted from."""
    places = Places(body)
    way = ways.follow(converted, here, resolver, places)
    nameless = unnamed.find(converted, way.led, resolver)
    found = mentions.find(
        converted.prose,
        names,
        own=here.own,
        on=here.on,
        links=converted.links,
        leads={index: target.ref for index, target in enumerate(way.led) if target},
        unnamed=nameless.in_prose(),
    )
    edits = [
        *_link_edits(converted, way.led),
        *_image_edits(converted, way.shown),
        *nameless.edits(),
        *anchors(converted.prose, found, lambda ref: relative(ref.address, here.address), resolver.name_of),
    ]
    headings, sections = nameless.outline(converted)
    return Linked(
        html=weave(converted.html, edits),
        headings=headings,
        sections=sections,
        text=nameless.text(converted),
        mentions=found,
        refs=way.refs,
        pages=way.pages,
        files=way.files,
        anchors=way.anchors,
        short=way.short,
        findings=(*way.findings, *_unsure(found, places), *_crowd(converted, found, names)),
        marking=max((one.marking for one in converted.prose.marked), default=None),
        held=_held(converted, way.led, found) if converted.prose.marked else NOTHING_HELD,
    )


def ends(converted: Converted, body: str, here: Here, names: NameTable, resolver: Resolver) -> Ends:
    """What a check asks of the same: names are looked for only where they may give rise to a finding."""
    if names.is_clear(converted.prose.text):
        return ways.follow(converted, here, resolver, Places(body))
    return link(converted, body, here, names, resolver)


def _held(
    converted: Converted, led: Iterable[Target | None], found: Iterable[Mention]
) -> Mapping[Ref, Marking]:
    """What the text leads to in marked sections alone."""
    of_html = converted.prose.marking_of_html
    ways = [
        *((to.ref, of_html(link.opening.start)) for link, to in zip(converted.links, led, strict=True) if to),
        *((mention.ref, mention.marking) for mention in found if mention.counts),
    ]
    in_the_open = {ref for ref, marking in ways if marking is None}
    held: dict[Ref, Marking] = {}
    for ref, marking in ways:
        if ref and marking and ref not in in_the_open:
            held[ref] = min(marking, held.get(ref, marking))
    return MappingProxyType(held)


def _link_edits(converted: Converted, targets: Sequence[Target | None]) -> Iterator[Edit]:
    """The tags of links as they are published; without a target, the words alone are."""
    for link, target in zip(converted.links, targets, strict=True):
        if target is None:
            yield Edit(*link.opening, "")
            yield Edit(*link.closing, "")
        elif target.is_elsewhere:
            yield Edit(link.opening.end - 1, link.opening.end, ' rel="noopener noreferrer">')
        elif target.href != link.href:
            tag = converted.html[link.opening.start : link.opening.end]
            yield Edit(*link.opening, _with(tag, HREF, "href", target))


def _image_edits(converted: Converted, targets: Sequence[Target | None]) -> Iterator[Edit]:
    """Pictures at their places; what they show, in words, where they are not there."""
    for image, target in zip(converted.images, targets, strict=True):
        if target is None:
            yield Edit(*image.tag, html.escape(image.alt, quote=False))
        elif target.href != image.src:
            tag = converted.html[image.tag.start : image.tag.end]
            yield Edit(*image.tag, _with(tag, SRC, "src", target))


def _with(tag: str, attribute: re.Pattern[str], name: str, target: Target) -> str:
    return attribute.sub(lambda _: f' {name}="{html.escape(target.href)}"', tag, count=1)


def _crowd(converted: Converted, found: Sequence[Mention], names: NameTable) -> Iterator[Finding]:
    """The refusal of a text that is little but names."""
    if len(found) >= limits.FOUND.most or names.is_crowded(converted.prose.text):
        what = f"the text names profiles more than {limits.FOUND.most} times"
        yield Finding("B605", 1, 1, what, "take the names out that no reader needs")


def _unsure(found: tuple[Mention, ...], places: Places) -> Iterator[Finding]:
    """Each name that could be two, once."""
    said: set[str] = set()
    for mention in found:
        if mention.rivals and mention.text not in said:
            said.add(mention.text)
            written = r"\s+".join(map(re.escape, mention.text.split()))
            line, column = places.of(rf"(?<!\w){written}(?!\w)")
            links = (f"[[{ref}|{mention.text}]]" for ref in mention.rivals)
            yield Finding(
                "B404",
                line,
                column,
                f"`{mention.text}` could be {few(map(str, mention.rivals), *OR)}",
                f"write {few(links, *OR)}",
            )
