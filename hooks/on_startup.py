"""Once for a command: `mkdocs serve` shows drafts and goes on, `mkdocs build` does neither."""

from __future__ import annotations

from typing import Literal

from briefing.edge import processes
from briefing.edge.mkdocs import state


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Tell later events which command runs."""
    state.note_command(command)
    if command != "serve":
        processes.collect_rarely()
