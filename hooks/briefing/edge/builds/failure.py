"""Why a site cannot be built, where its content is sound."""

from __future__ import annotations


class CannotBuild(Exception):
    """What is not the content's fault, and keeps a site from being built."""
