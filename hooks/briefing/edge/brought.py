"""Problems that the changes since a commit have brought, to changed files and to others."""

from __future__ import annotations

from briefing.edge import past
from briefing.edge.assemble import Checked
from briefing.edge.changed import Since
from briefing.model.problem import Problem
from briefing.model.source import SrcUri


def since(then: Since, now: Checked) -> tuple[Problem, ...]:
    """Problems of changed files, and those of others that were not there.

    Only where others have problems must all that was there be checked, too.
    """
    others = {_said(one) for one in now.problems if not then.has_changed(one.file)}
    old = others & {_said(one) for one in past.check(then, now).checked.problems} if others else others
    return tuple(one for one in now.problems if _said(one) not in old)


def _said(one: Problem) -> tuple[SrcUri, int, int, str, str]:
    """A problem but for its remedy: that another id is near now does not make it a new one."""
    return one.file, one.line, one.column, one.code, one.message
