"""Problems that the changes since a commit have brought, to changed files and to others."""

from __future__ import annotations

from collections.abc import Collection

from briefing.edge.content import past
from briefing.edge.content.assemble import Checked
from briefing.edge.content.changed import Since
from briefing.edge.content.revision import SETTINGS
from briefing.model.problem import Problem
from briefing.model.source import SrcUri
from briefing.validate import alone

Said = tuple[SrcUri, int, int, str, str]


def since(then: Since, now: Checked) -> tuple[Problem, ...]:
    """Problems of changed files, and those of others that were not there.

    Only where others have problems that other files can bring must all that was there be checked, too.
    """
    others = {_said(one) for one in now.problems if not then.has_changed(one.file)}
    old = others & _of_themselves(now, {file for file, *_ in others}, then)
    if others - old:
        old |= others & {_said(one) for one in past.check(then, now).checked.problems}
    return tuple(one for one in now.problems if _said(one) not in old)


def _of_themselves(now: Checked, files: Collection[SrcUri], then: Since) -> set[Said]:
    """Problems that files which have not changed had before, whatever has become of others.

    Files of overlays are left out, for they go by other names; all are where the settings are others.
    """
    if then.has_changed(SETTINGS):
        return set()
    checks = now.checks
    return {
        _said(one)
        for one in (
            *(one for one in checks.reading.problems if one.file in files),
            *alone.as_written(one for one in checks.reading.parsed if one.uri in files),
            *alone.as_typed(
                (one for one in checks.content.documents.values() if one.uri in files), now.today
            ),
        )
    }


def _said(one: Problem) -> Said:
    """A problem but for its remedy: that another id is near now does not make it a new one."""
    return one.file, one.line, one.column, one.code, one.message
