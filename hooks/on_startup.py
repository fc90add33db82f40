"""Once for a command: `mkdocs serve` shows drafts, `mkdocs build` does not."""

from __future__ import annotations

from typing import Literal

from briefing.edge import mkdocs_state


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Tell later events which command runs."""
    mkdocs_state.note_command(command)
