"""Reads what content roots held at a commit and hold now, and compares the two for one audience."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing import pipeline
from briefing.edge.content import changed, overlays, past
from briefing.edge.content.assemble import Checked
from briefing.edge.content.past import Past
from briefing.edge.content.roots import Root
from briefing.link import texts
from briefing.model.content import Content
from briefing.model.marking import Audience
from briefing.model.problem import Problem, told
from briefing.model.source import SrcUri
from briefing.report import compare, minor, past_words, sound
from briefing.report.shapes import Report
from briefing.report.side import Side


def report(root: Path, over: Sequence[Root], revision: str, now: Checked) -> Report:
    """What changes for the audience since a commit; raises `revision.Unknown`."""
    then = changed.since(root, over, revision)
    was = past.check(then, now)
    audience = was.checked.audience
    content, earlier = now.checks.content, was.checked.checks.content
    broken, broken_then = _broken(now), _broken(was.checked)
    compared = (*minor.find(earlier, content), *past_words.find(earlier, content))
    unlike = overlays.as_named(compared, now.layers)
    old = _side(was.checked, sound.without(earlier, broken | broken_then), audience, was.checked.problems)
    new = _side(now, sound.without(content, broken), audience, told({*now.problems, *unlike}))
    return compare.compare(
        old,
        new,
        base=revision,
        commit=then.then[root].commit if root in then.then else "",
        changed_files=frozenset(uri for uri in old.files & new.files if _differs(uri, was, now)),
        notes=(*was.notes, *sound.notes(broken, broken_then)),
    )


def drafts(root: Path, over: Sequence[Root], revision: str, now: Checked) -> int:
    """How many documents that no reader sees yet are not what they were at a commit."""
    then = changed.since(root, over, revision)
    content = now.checks.content
    return sum(
        then.has_changed(overlays.named(content.documents[ref].uri, now.layers))
        for ref in texts.not_published(content)
    )


def _broken(checked: Checked) -> frozenset[SrcUri]:
    return sound.broken(checked.checks.problems) | frozenset(checked.checks.given.undecoded)


def _side(checked: Checked, content: Content, audience: Audience, problems: tuple[Problem, ...]) -> Side:
    """What these readers see of a content."""
    checks = checked.checks
    settings = replace(checks.given.settings, audience=audience)
    build = pipeline.build(
        replace(
            checks,
            given=replace(checks.given, settings=settings),
            content=content,
            texts=checks.texts if content is checks.content else texts.link(content, checks.converted),
        )
    )
    return Side(checks.content, build.edition, build.texts, build.shown, build.files, problems)


def _differs(uri: SrcUri, was: Past, now: Checked) -> bool:
    """Whether readers get another file; what is stripped from both does not count."""
    if not was.differing(uri):
        return False
    return was.checked.attachments.data(uri) != now.attachments.data(uri)
