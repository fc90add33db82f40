"""The program: from the files of a content root to what every page shows.

check:  parse → validate → convert → link, over all content
build:  release → link → graph → views, for one audience
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import release
from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.link import above, lower, portable, portions, renditions, texts, too_high, untold
from briefing.link.document import Linked
from briefing.link.renditions import Written, written
from briefing.link.texts import Key, Links
from briefing.model.content import Content
from briefing.model.overlay import Overlay
from briefing.model.problem import Problem, told
from briefing.model.refusal import Refusal
from briefing.model.settings import Settings
from briefing.model.source import Address, Source, SrcUri
from briefing.parse import documents as parse
from briefing.parse.documents import NOTHING, Read, Reading
from briefing.validate import content as validate

if TYPE_CHECKING:
    from briefing.views.edition import Edition
    from briefing.views.shapes.pages import Shown


@dataclass(frozen=True, slots=True)
class Input:
    """What the edge has read: files, settings and the day."""

    sources: tuple[Source, ...]
    files: frozenset[SrcUri]
    """Files of all roots that are no documents."""
    undecoded: tuple[SrcUri, ...]
    settings: Settings
    site_name: str
    today: date
    overlays: tuple[Overlay, ...] = ()
    brought: frozenset[SrcUri] = frozenset()
    """Sources that the tool brings along; what is wrong in them is not for a root's authors to mend."""
    refusal: Callable[[SrcUri], Refusal | None] = lambda uri: None
    """Why what a file holds cannot be published; asked of those alone that a text refers to."""
    known: Mapping[Source, Read] = field(default_factory=lambda: NOTHING)
    """What came of sources that another check has read."""


@dataclass(frozen=True, slots=True)
class Checks:
    """All content, whoever may see it, and every problem in it."""

    given: Input
    reading: Reading
    content: Content
    converted: Mapping[Written, Converted]
    """Of every text, as each of its readers sees it."""
    texts: Mapping[Key, Linked]
    problems: tuple[Problem, ...]
    document_count: int
    """Documents looked at, those with errors too."""

    def lean(self, wrong: Collection[SrcUri]) -> Checks:
        """As much of it as a build asks for: of files with something `wrong` all, and texts to link anew.

        What was read and converted of all others has served, and takes more memory than what is made of it.
        """
        parsed = tuple(one for one in self.reading.parsed if one.uri in wrong)
        released = _released(self)
        anew = () if released is self.content else texts.bodies(released)
        needed = {written(body) for _, body in anew}
        for _, body in texts.bodies(self.content):
            if body.uri in wrong:
                needed.update(written(one.body) for one in renditions.of(body))
        converted = {key: one for key, one in self.converted.items() if key in needed}
        reading = replace(self.reading, parsed=parsed, each=NOTHING)
        linked = MappingProxyType(dict(self.texts))
        return replace(self, reading=reading, converted=MappingProxyType(converted), texts=linked)


@dataclass(frozen=True, slots=True)
class Build:
    """Everything that a site for one audience is made of."""

    edition: Edition
    """What is released, and what follows from it."""
    texts: Mapping[Key, Linked]
    shown: Mapping[Address, Shown]
    files: frozenset[SrcUri]
    """Files that are no documents and may be published."""
    source_of: Mapping[Address, SrcUri]


def check(given: Input, converter: Converter) -> Checks:
    """Read everything, and find every problem."""
    reading = parse.parse(given.sources, given.known)
    checked = validate.check(
        reading, given.undecoded, given.files, given.settings, given.today, given.overlays
    )
    converted = texts.convert(checked.content, converter)
    content, links = checked.content, Links(checked.content, converted)
    published = texts.published_files(content, links.ends)
    refused = {uri: why for uri in sorted(published) if (why := given.refusal(uri))}
    if refused:
        content = replace(content, refused=MappingProxyType(refused))
        links = Links(content, converted)
    seen_by = lower.see(content, links)
    found = {
        *texts.problems(content, converted, links.ends),
        *lower.problems(content, converted, seen_by),
        *above.problems(content, converted, seen_by),
        *too_high.problems(content, converted, seen_by),
        *portions.problems(content.documents.values()),
        *portable.problems(_paths(content, published - refused.keys())),
        *untold.problems(content, texts.not_published(content)),
    }
    theirs = {*reading.problems, *checked.problems, *found}
    problems = told(one for one in theirs if one.file not in given.brought)
    readable = sum(one.kind is not None for one in reading.parsed)
    count = readable + len(reading.unreadable) + len(given.undecoded)
    return Checks(given, reading, content, converted, links, problems, count)


def _paths(content: Content, published: Collection[SrcUri]) -> Mapping[SrcUri, str]:
    """Where what authors have named as they like lies: documents in their root, all else in a site of all."""
    documents = {document.uri: document.uri for document in content.documents.values()}
    files = {uri: texts.published_as(uri) for uri in published}
    return documents | files | {page.uri: page.address.rstrip("/") for page in content.pages.values()}


def build(checks: Checks) -> Build:
    """What the audience of the settings sees, and nothing else."""
    from briefing.graph import graph as graphs  # a check shows nothing, and need load none of these
    from briefing.views import site
    from briefing.views.edition import Edition
    from briefing.views.kinds import broken

    given, settings = checks.given, checks.given.settings
    released = _released(checks)
    linked = checks.texts if released is checks.content else texts.link(released, checks.converted)
    graph = graphs.build(released, linked, settings)
    edition = Edition(graph, released, linked, settings, given.site_name, given.today)
    wrong = site.NONE
    if settings.preview:
        read = checks.reading, checks.content, checks.problems
        wrong = broken.pages(*read, settings, undecoded=given.undecoded)
    return Build(
        edition=edition,
        texts=linked,
        shown=site.Pages(edition, wrong),
        files=texts.published_files(released, linked),
        source_of=MappingProxyType({body.address: body.uri for _, body in texts.bodies(released)}),
    )


def _released(checks: Checks) -> Content:
    """What the audience may see of what is sound; the content itself where that is all."""
    from briefing.views.kinds import broken

    settings = checks.given.settings
    sound = broken.without(checks.content, checks.problems) if settings.preview else checks.content
    return release.release(sound, settings.audience, preview=settings.preview)
