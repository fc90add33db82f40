"""Links to places of documents that are for fewer readers than the link, though the document is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.convert.converted import Converted
from briefing.link.lower import Seen
from briefing.link.renditions import Written, anchors, written
from briefing.link.texts import Key, bodies, where
from briefing.model.content import Content
from briefing.model.marking import Marking
from briefing.model.problem import Problem, problem


def problems(
    content: Content, converted: Mapping[Written, Converted], seen_by: Mapping[Key, tuple[Seen, ...]]
) -> Iterator[Problem]:
    """Each such place that a text leads to; those who may not see it get to the top of the page."""
    for key, body in bodies(content):
        led = ((seen.rendition, place) for seen in seen_by[key] for place in seen.text.anchors)
        told = set[str]()
        for rendition, (ref, anchor) in led:
            name = f"{ref}#{anchor}"
            if name in told or content.documents[ref].marking > rendition.marking:
                continue
            marking = _marking_of(anchor, seen_by[ref], converted)
            if marking and marking > rendition.marking:
                told.add(name)
                at = rendition.on_whole(where(rendition.body, f"#{anchor}"))
                what = (
                    f"`#{anchor}` is a place of {ref} for {marking}, higher than the {rendition.marking} here"
                )
                yield problem("B510", body.uri, at, what)


def _marking_of(
    anchor: str, several: Iterable[Seen], converted: Mapping[Written, Converted]
) -> Marking | None:
    """That of the lowest readers who see a place; nothing where nobody does."""
    for rendition, _ in several:
        if anchor in anchors(rendition.body) or anchor in converted[written(rendition.body)].ids:
            return rendition.marking
    return None
