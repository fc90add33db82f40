"""Content roots as they were at a commit, checked as if they were so today."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from yaml import YAMLError

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.edge.content import assemble, configuration, disk, overlays
from briefing.edge.content.assemble import Checked
from briefing.edge.content.attachments import Attachments
from briefing.edge.content.changed import Since
from briefing.edge.content.configuration import Configuration
from briefing.edge.content.overlays import Found
from briefing.edge.content.revision import Revision
from briefing.link.renditions import Written
from briefing.model.marking import Audience
from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import files
from briefing.strip.stripped import Stripped


@dataclass(frozen=True, slots=True)
class Past:
    """What was there, and what to know of how it was read."""

    checked: Checked
    differing: Callable[[SrcUri], bool]
    """Whether a file that is no document held something else."""
    notes: tuple[str, ...]


class Recalling(Converter):
    """Converts what another check has not converted already, with the same extensions."""

    def __init__(self, configured: Configuration, by: Checked) -> None:
        super().__init__(configured.extensions, configured.extension_configs)
        other = by.configuration
        is_same = (configured.extensions, configured.extension_configs) == (
            other.extensions,
            other.extension_configs,
        )
        self._known = by.checks.converted if is_same else {}

    def convert(self, body: str, taken: Collection[str] = ()) -> Converted:
        known = self._known.get(Written(body, frozenset(taken)))
        return known if known is not None else super().convert(body, taken)


def check(then: Since, now: Checked) -> Past:
    """The roots as they were, for readers who see no more than those of now do, on the same day."""
    notes = list[str]()
    configured = _configured(then, now, notes)
    base = then.then.get(then.base)
    found = base.disk() if base else disk.read(then.base)
    read = list(_overlays(then, configured, notes))
    laid = overlays.put_together(assemble.as_base(found, then.base), read)

    def held(uri: SrcUri) -> Held | None:
        """Where the bytes are, of a file that is not the same now."""
        if uri in laid.disk.brought:
            return None
        layer = overlays.layer_of(uri, laid.layers)
        revision = then.then.get(layer.path if layer else then.base)
        is_other = revision is not None and then.has_changed(layer.named(uri) if layer else uri)
        return Held(revision, uri) if revision is not None and is_other else None

    def strip(uri: SrcUri) -> Stripped | Refusal:
        old = held(uri)
        return old.stripped() if old else now.attachments.of(uri)

    checked = assemble.examine(
        configured, laid, Attachments(strip), Recalling(configured, now), now.today, now.checks.reading.each
    )
    return Past(checked, lambda uri: held(uri) is not None, tuple(notes))


@dataclass(frozen=True, slots=True)
class Held:
    """A file of a revision."""

    revision: Revision
    uri: SrcUri

    def stripped(self) -> Stripped | Refusal:
        """What could be published of it."""
        size = self.revision.blobs[self.uri].size
        if size > files.MOST_BYTES:
            return files.too_large(size)
        return files.strip(self.uri, self.revision.data(self.uri))


def _overlays(then: Since, configured: Configuration, notes: list[str]) -> Iterator[Found]:
    for root in then.over:
        before = then.then.get(root.path)
        if before:
            yield root, before.disk(), configuration.settle_overlay(before.settings(), configured.settings)
        else:
            notes.append(f"The repository of {root.name} knows no such commit: it is taken as it is now.")
            yield root, disk.read(root.path), configuration.of_overlay(root.path, configured.settings)


def _configured(then: Since, now: Checked, notes: list[str]) -> Configuration:
    """The settings as they were, for the lower of what the audience might read then and now."""
    base, audience = then.then.get(then.base), now.audience
    try:
        given = base.settings() if base else configuration.written(then.base)
        configured = configuration.settle(then.base, given, audience.name)
    except YAMLError:
        notes.append("The settings at the base cannot be read: those of now are used for both.")
        return now.configuration
    known = {one.name: one for one in configured.settings.audiences}
    earlier = known.get(audience.name, audience)
    if earlier != audience:
        notes.append(
            f"The audience {audience.name} reads up to {audience.highest} now and up to {earlier.highest} at "
            "the base: the report is told for the lower of the two."
        )
    least = Audience(audience.name, min(audience.highest, earlier.highest))
    return replace(configured, settings=replace(configured.settings, audience=least))
