"""Documents as they are now, on what was known of all others: what a preview shows until the rest is made.

A site follows from all of its documents, and takes its time. Who has changed a few of them wants to see their
pages, which can be made on their own: of all others it is known already what they say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from briefing import release
from briefing.convert.markdown import Converter
from briefing.graph import graph as graphs
from briefing.graph.inputs import Texts
from briefing.link import texts
from briefing.link.named import named
from briefing.link.renditions import written
from briefing.link.texts import Links, bodies
from briefing.model.content import Content
from briefing.model.problem import Problem, told
from briefing.model.settings import Settings
from briefing.model.source import Address, Source, SrcUri
from briefing.parse import documents as parse
from briefing.pipeline import Build, Checks
from briefing.release import Before
from briefing.validate import content as validate
from briefing.views import site
from briefing.views.edition import Edition
from briefing.views.kinds import broken
from briefing.views.shapes.pages import Shown


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a content that was built for a preview."""

    content: Content
    """All of it, whoever may see it."""
    released: Content
    """What the audience sees of it."""
    texts: Texts
    """Of what the audience sees."""
    problems: tuple[Problem, ...]
    settings: Settings
    site_name: str
    today: date

    @classmethod
    def of(cls, checks: Checks, build: Build, problems: tuple[Problem, ...]) -> Standing:
        """What is known of a content after its site was built as a whole."""
        given = checks.given
        edition = build.edition
        return cls(
            checks.content,
            edition.content,
            build.texts,
            problems,
            given.settings,
            given.site_name,
            given.today,
        )


class Glimpse(NamedTuple):
    """The pages of some documents as they are now."""

    shown: Mapping[Address, Shown]
    vacant: frozenset[Address]
    """Where one of them had its page, and has none now."""
    standing: Standing
    is_worn: bool
    """Whether texts of other documents may say something else now: what is known is good for no other."""


def look(
    standing: Standing, sources: Sequence[Source], gone: Collection[SrcUri], converter: Converter
) -> Glimpse:
    """The pages of documents that are new or another than they were; `gone` are those that are not there now.

    What is wrong with them only beside others, and what other pages show of them, is left to a whole build.
    """
    settings = standing.settings
    changed = {*gone, *(source.uri for source in sources)}
    left = {ref: one for ref, one in standing.content.documents.items() if one.uri not in changed}
    reading = parse.parse(sources)
    others = replace(standing.content, documents=MappingProxyType(left))
    checked = validate.few(reading, others, settings, standing.today)
    content = checked.content
    fresh = {ref: one for ref, one in content.documents.items() if ref not in left}
    converted, statuses = texts.convert(Content(fresh), converter), texts.not_published(content)
    links, found = Links(content, converted), {*reading.problems, *checked.problems}
    for document in fresh.values():
        ends = links.ends_of(document)
        found.update(texts.of_text(document, converted[written(document)], ends))
        found.update(texts.unpublished(document, ends, statuses))
    kept = (problem for problem in standing.problems if problem.file not in changed)
    problems = told((*kept, *found))

    released = release.release(
        broken.without(content, problems),
        settings.audience,
        preview=True,
        before=Before(standing.content, standing.released),
    )
    linked = Links(released, converted)
    seen = {key: linked[key] if key in fresh else standing.texts[key] for key, _ in bodies(released)}
    graph = graphs.build(released, seen, settings, wanted=fresh)
    edition = Edition(graph, released, seen, settings, standing.site_name, standing.today)
    own = (problem for problem in problems if problem.file in changed)
    shown = {**site.some(edition, fresh), **broken.pages(reading, content, own, settings)}
    now = replace(
        standing, content=content, released=released, texts=MappingProxyType(seen), problems=problems
    )
    is_worn = tuple(named(content)) != tuple(named(standing.content))
    before = {one.address for one in standing.content.documents.values() if one.uri in changed}
    return Glimpse(MappingProxyType(shown), frozenset(before - shown.keys()), now, is_worn)
