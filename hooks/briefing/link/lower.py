"""Each text as readers of every marking in it see it, and what is wrong with what the lower of them see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from briefing.convert import sections, slips
from briefing.convert.converted import Converted
from briefing.link import apart, renditions
from briefing.link.renditions import Rendition, Written, written
from briefing.link.texts import Key, Links, bodies
from briefing.link.ways import Ends
from briefing.model.content import Content
from briefing.model.documents import Article, Brief
from briefing.model.problem import Problem, problem
from briefing.model.source import Place


class Seen(NamedTuple):
    """A rendition of a text with its links."""

    rendition: Rendition
    text: Ends


def see(content: Content, links: Links) -> Mapping[Key, tuple[Seen, ...]]:
    """Every rendition of every text, the whole one last; links lead where they lead for all readers."""

    def seen(key: Key, *found: Rendition) -> Iterator[Seen]:
        for one in found[:-1]:
            yield Seen(one, links.ends_of(one.body))
        yield Seen(found[-1], links.ends[key])

    return {key: tuple(seen(key, *renditions.of(body))) for key, body in bodies(content)}


def problems(
    content: Content, converted: Mapping[Written, Converted], seen_by: Mapping[Key, tuple[Seen, ...]]
) -> Iterator[Problem]:
    """What is wrong with a text without its marked sections, and not with the whole."""
    for key, body in bodies(content):
        *lower, (_, text) = seen_by[key]
        if not lower:
            continue
        whole = converted[written(body)]
        told = {(one.code, one.message) for one in (*whole.findings, *text.findings)}
        torn = tuple(apart.find(body))
        for finding in torn:
            at = Place(body.body_line + finding.line - 1, finding.column)
            yield problem(finding.code, body.uri, at, finding.message, finding.remedy)
        for rendition, seen in lower:
            if rendition.body.body.strip() == "" != body.body.strip() and isinstance(
                body.matter, Article | Brief
            ):
                what = f"for readers up to {rendition.marking}, the body is empty"
                yield problem("B604", body.uri, Place(body.body_line, 1), what)
            left = converted[written(rendition.body)]
            for finding in (*left.findings, *seen.findings):
                if torn and finding.code == slips.CODE:
                    continue  # a sign without its other half is a slip only in what is left
                if (finding.code, finding.message) not in told:
                    told.add((finding.code, finding.message))
                    at = rendition.on_whole(Place(body.body_line + finding.line - 1, finding.column))
                    what = f"for readers up to {rendition.marking}, {finding.message}"
                    yield problem(finding.code, body.uri, at, what, finding.remedy)
            if not torn and not any(one.code == "B506" for one in whole.findings):
                yield from _otherwise(rendition, left, whole)


def _otherwise(rendition: Rendition, left: Converted, whole: Converted) -> Iterator[Problem]:
    """Words outside of the sections that are others without them."""
    there = sections.words(left.html).split()
    here = sections.words(whole.html, whole.prose.marked, rendition.marking).split()
    first = next((pair for pair in zip_longest(here, there, fillvalue="") if pair[0] != pair[1]), None)
    if first:
        what = (
            f"for readers up to {rendition.marking}, who do not see all sections, the text reads otherwise: "
            f"`{first[1]}` in the place of `{first[0]}`"
        )
        yield problem("B508", rendition.body.uri, Place(rendition.body.body_line, 1), what)
