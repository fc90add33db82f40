"""What a build begins with."""

from __future__ import annotations

import subprocess
import sys

from briefing.edge.tool import TOOL

BEGIN = """
import sys
from briefing.edge import terminal
from briefing.edge.builds import building
from briefing.edge.delivery import build_record, switch
print(*sys.modules)
"""
HEAVY = frozenset(("babel", "jinja2", "markdown", "mkdocs", "pydantic", "rich", "yaml"))


def test_a_build_of_what_has_not_changed_loads_nothing_that_reads_converts_or_prints() -> None:
    told = subprocess.run(
        [sys.executable, "-c", BEGIN],
        cwd=TOOL / "hooks",
        capture_output=True,
        text=True,
        check=True,
    )

    assert not HEAVY & set(told.stdout.split())
