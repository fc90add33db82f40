"""Where this tool lies, and what of it others ask for by name."""

from __future__ import annotations

from pathlib import Path

from briefing.model.source import SrcUri

TOOL = Path(__file__).resolve().parents[3]
TEMPLATES = TOOL / "docs" / ".overrides"
FILE = SrcUri("mkdocs.yml")
"""The settings of a content root, and of the tool, which is one."""
